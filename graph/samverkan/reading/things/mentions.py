"""Named things in headings and running text, once each: what the document speaks of, beside what has a slot of its
own."""

from collections.abc import Iterator

from samverkan.facts import AgendaItem, Mention
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.things.gather import Things, lists_of_people
from samverkan.reading.things.joining import key
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.words import is_verb

# Lines that say where and when: a place there is no mention.
_HEAD_WORDS = (
    "plats",
    "lokal",
    "tid",
    "plats och tid",
    "tid och plats",
    "datum",
    "nästa möte",
    "organ",
    "förvaringsplats",
)

# What a letterhead says that the paper is, behind whose it is.
_PAPERS = table("PROTOKOLL SAMMANTRÄDESPROTOKOLL MINNESANTECKNINGAR MÖTESANTECKNINGAR KALLELSE FÖREDRAGNINGSLISTA")
# Verbs of sentences that are lists of people in words.
_TAKING_PART = frozenset(("deltog", "deltar", "medverkade", "medverkar", "närvarade", "närvarande", "frånvarande"))

_DAYS = ("måndag ", "tisdag ", "onsdag ", "torsdag ", "fredag ", "lördag ", "söndag ")
# Lines that say who gets a copy.
_SENT_TO = (
    "expedieras",
    "expediering",
    "delges",
    "delgivning",
    "sändlista",
    "kopia till",
    "protokollsutdrag",
    "skickas till ",
)


def read_mentions(context: Context, agenda: tuple[AgendaItem, ...], things: Things) -> tuple[Mention, ...]:
    """The named things of the text outside its head and its lists of people, in the order of their first place."""
    return tuple(_mentions(context, agenda, things))


def _mentions(context: Context, agenda: tuple[AgendaItem, ...], things: Things) -> Iterator[Mention]:
    begin = head_end(context, agenda)
    lists = max((end for _, end in lists_of_people(context)), default=len(context.text))
    seen: set[tuple[str, str]] = set()
    people = frozenset((*context.persons, context.meeting.chair, context.meeting.secretary))
    tokens = things.tokens
    for thing in things.things:
        start, end = tokens.starts[thing.first], tokens.ends[thing.last - 1]
        known = (thing.kind, key(thing.name))
        if (
            known in seen
            or (start < begin and not _after_lists(things, thing, lists))
            or has_own_slot(context, things, thing, people)
            or _of_place(things, thing)
        ):
            continue
        seen.add(known)
        yield Mention(
            thing.name, thing.kind, thing.organisation, thing.title,
            evidence(context.text, start, end, f"mentions.{thing.rule}", thing.confidence),
        )  # fmt: skip


def head_end(context: Context, agenda: tuple[AgendaItem, ...]) -> int:
    """Where the head of minutes ends (title, letterhead, place, people) and what they say begins."""
    lists = lists_of_people(context)
    if not lists or context.document.kind == "composition":
        return _title_end(context)
    rosters = [end for _, end in lists]
    first = min(start for start, _ in lists)
    items = [item.evidence.start for item in agenda if item.evidence is not None and item.evidence.start > first]
    return min([*items, *(end for end in rosters if end > first and not items)], default=0)


def _after_lists(things: Things, thing: Thing, lists: int) -> bool:
    """Whether a thing stands in a sentence between the lists of people, which end at `lists`, and the first item."""
    tokens = things.tokens
    if tokens.starts[thing.first] < lists and thing.kind != "municipality":
        return False
    first, last = tokens.segment_start(thing.first), tokens.segment_end(thing.first)
    words = tokens.words[first:last]
    if thing.kind == "person" or len(words) < 6 or words[-1] != "." or not _TAKING_PART.isdisjoint(words):
        return False
    return any(map(is_verb, words))


def _title_end(context: Context) -> int:
    title = context.document.evidence
    return title.end if title is not None else 0


def has_own_slot(context: Context, things: Things, thing: Thing, people: frozenset[str | None]) -> bool:
    """Whether a thing is the meeting's own body, or a person in its lists."""
    if thing.kind == "person":
        return _is_listed(context, thing.name, people)
    return thing.kind == "body" and things.is_own(thing.name)


def _is_listed(context: Context, name: str, people: frozenset[str | None]) -> bool:
    """Whether a person stands in the lists: by the name, in the genitive, or with a second signature behind it."""
    words = name.split()
    forms = {name, name.removesuffix("s"), *(" ".join(words[:size]) for size in range(2, len(words)))}
    return not forms.isdisjoint(people) or (len(words[-1]) <= 2 and context.full_name(name) in people)


def _is_page_header(words: tuple[str, ...]) -> bool:
    """Whether the number of a page follows, or what the paper is: `2 (6)`, `PROTOKOLL`."""
    paper = words[:1] != () and words[0] in _PAPERS
    return paper or (
        len(words) == 4 and words[0].isdigit() and words[1] == "(" and words[2].isdigit() and words[3] == ")"
    )


def _of_place(things: Things, thing: Thing) -> bool:
    """Whether a thing stands in a line about place and time, or about who gets a copy."""
    if thing.kind == "organisation" and _is_page_header(things.tokens.words[thing.last : thing.last + 4]):
        return True
    first = things.tokens.segment_start(thing.first)
    opening = " ".join(things.tokens.words[first : first + 3]).lower() + " "
    if opening.startswith(_SENT_TO):
        return True
    if thing.kind not in ("municipality", "organisation"):
        return False
    if thing.kind == "municipality" and opening.startswith(_DAYS):  # Onsdag 1 juni, bygdegården i Ale kommun
        return not any(map(is_verb, things.tokens.words[first : things.tokens.segment_end(first)]))
    return opening.startswith(tuple(f"{words} " for words in _HEAD_WORDS))
