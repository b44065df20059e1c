"""What a heading says of the people under it, and the sentences and questions that head a list."""

import re
from dataclasses import dataclass

from samverkan import names
from samverkan.facts import Capacity, Role, Status


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the people under it, and where it ends in the text."""

    end: int
    status: Status | None = None
    role: Role | None = None
    capacity: Capacity | None = None
    outer: bool = False  # the role stands before present or absent, and holds for both (`Ledamöter närvarande:`)
    side: str | None = None  # `Deltagare från Länsstyrelsen:`
    time: str | None = None  # `Inbjudna till punkt 3`
    single: bool = False  # names the holder of one role (`Sekreterare: …`)
    other: bool = False
    weak: bool = False  # `Via Teams:` is one where names follow
    told: bool = False  # a sentence or a question that leads to a list: `I rådet sitter:`

    @property
    def bare(self) -> bool:
        """Whether it only says present or absent."""
        return self.status is not None and self.role is None and self.capacity is None and not self.other


# Words of a sentence that leads to a list of people: `I rådet sitter:`, `Styrelsen består av följande:`, `Vilka ingår?`
_LEADS_TO = frozenset((
    "sitter", "ingår", "består", "utgörs", "följande", "representeras", "bemannas", "vilka", "vem", "utsedda", "valda",
    "deltog", "deltar", "medverkade", "närvarade", "närvarande",
))  # fmt: skip
_PEOPLE_ARE = re.compile(
    r"(?:ledamöter|ersättare|representanter|medlemmar|deltagare)\S*\s+(?:är|under|för|från|fr)\b", re.I
)
_LONGEST_TOLD = 16  # words
# `Vi som var med:`, `Kunde inte komma:`
_CAME = re.compile(r"\b(?:var|är|fanns) (?:med|där|här|på plats)\b", re.I)
_DID_NOT = re.compile(
    r"\b(?:inte|ej) (?:\w+ )?(?:med|komma|delta|deltog|närvara|närvarade|närvarande|här)\b|\bförhindra\w+\b", re.I
)


def told_heading(head: str, end: int) -> Heading | None:
    """A sentence or question that leads to a list, on a line of its own."""
    words = head.casefold().split()
    if not 2 <= len(words) <= _LONGEST_TOLD:
        return None
    if (away := _DID_NOT.search(head)) or _CAME.search(head):
        return Heading(end, "absent" if away else "present", weak=True, told=True)
    if _LEADS_TO.isdisjoint(words) and not _PEOPLE_ARE.search(head):
        return None
    if names.is_given(head.split()[0]) or (head[-1] == "?" and words[0] not in ("vilka", "vem")):
        return None
    there = not _THERE.isdisjoint(words)
    role: Role | None = "substitute" if "ersättare" in words and "ledamöter" not in words else None
    return Heading(end, "present" if there else None, role, weak=True, told=True)


_THERE = frozenset(("deltog", "deltar", "medverkade", "närvarade", "närvarande"))
