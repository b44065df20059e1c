"""A person as a list gives him or her, and what a stretch of a list holds."""

from dataclasses import dataclass, field

from samverkan.dates import WrittenDate
from samverkan.facts import Role


@dataclass(slots=True)
class Entry:
    """A person as a list gives him or her; `start` to `end` spans the whole entry, `start` to `name_end` the name."""

    start: int
    end: int
    name_end: int
    person: str
    sure: bool
    organisation: str | None = None
    party: str | None = None
    role: Role | None = None
    title: str | None = None
    dates: list[WrittenDate] = field(default_factory=list)
    time: str | None = None
    absent: bool = False
    since: str | None = None  # a day, month or year, where the list says from when the person sits
    until: str | None = None
    offices: list[tuple[int, int]] = field(default_factory=list)  # spans that name further posts
    serves_for: str | None = None  # whom a substitute stands in for
    serves_for_party: str | None = None
    serves_for_organisation: str | None = None
    initials: str | None = None  # in brackets behind the name, as the text then uses them
    weak_organisation: bool = False
    followed_by_and: bool = False


@dataclass(slots=True)
class Parsed:
    """The entries of a stretch of text, how many vacant seats it names, and how many words nothing explains."""

    entries: list[Entry] = field(default_factory=list)
    vacant: list[tuple[int, int]] = field(default_factory=list)
    organisation: str | None = None  # named before the first name
    role: Role | None = None  # stated before the first name
    vacant_side: str | None = None  # `Sala: vakant`
    unread: int = 0


def share(entries: list[Entry]) -> None:
    """`Anna Ek, Bo Ek och Eva Ek, Region Gotland, § 4`: the organisation and the hours are those of all three."""
    for at in range(len(entries) - 1, 0, -1):
        last = entries[at]
        if not (last.organisation and entries[at - 1].followed_by_and) or entries[at - 1].organisation:
            continue
        back = at - 1
        while (
            back >= 0
            and entries[back].organisation is None
            and (back == at - 1 or not entries[back].followed_by_and)
            and (last.title or not entries[back].title)  # `Anna Ek, jurist, Bo Ek och Eva Ek, Region Gotland`
        ):
            entries[back].organisation = last.organisation
            entries[back].time = entries[back].time or last.time
            back -= 1
