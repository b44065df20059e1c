"""Where the statements behind ties stand, and the time that each tells of: what the pages of networks say of a tie.

A statement without a time counts for the day of its document; one that began and has no end lasts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from samverkan.network.asking import asked, words
from samverkan.network.model import Passage
from samverkan.store import Store


@dataclass(frozen=True, slots=True)
class Moment:
    """The name of a document, a meeting or a person, and its days: a meeting's first and last, a document's own."""

    name: str = ""
    start: str = ""
    end: str = ""
    date: str = ""


class Said(NamedTuple):
    """A statement as one document has it: its quote, the day, start and end that it states, the meeting it is of.

    `short` is `true` of what does not last without a stated end: a meeting.
    """

    document: str
    quote: str
    day: str
    start: str
    end: str
    meeting: str
    short: str


def passages(store: Store, facts: Iterable[str]) -> tuple[dict[str, Passage], dict[str, Moment]]:
    """The passages of some statements; and the documents and meetings that these tell of, with their names."""
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for fact, *told in asked(store, "networks/passages", "fact", sorted(set(facts))):
        said[words(fact)].append(Said(*map(words, told)))
    of = moments(store, {iri for each in said.values() for one in each for iri in (one.document, one.meeting) if iri})
    return {fact: passage(each, of) for fact, each in said.items()}, of


def moments(store: Store, things: Iterable[str]) -> dict[str, Moment]:
    """The names and days of documents, meetings and people."""
    found: dict[str, Moment] = {}
    for row in asked(store, "networks/moments", "entity", sorted(set(things))):
        iri, name, start, end, date, published = map(words, row)
        known = found.get(iri, Moment(name))
        found[iri] = Moment(
            min(known.name, name),
            _first(known.start, start),
            max(known.end, end),
            _first(known.date, date or published),
        )
    return found


def passage(said: list[Said], of: Mapping[str, Moment]) -> Passage:
    """Where a statement stands, in the last of its documents, and the time that it tells of."""
    document = max(each.document for each in said)
    rows = [each for each in said if each.document == document]
    told = of.get(document, Moment())
    spans = [_span(each, of.get(each.meeting, Moment()), told.date) for each in rows]
    return Passage(
        document,
        told.name,
        min(each.quote for each in rows),
        min(since for since, _ in spans),
        max(until for _, until in spans),
    )


def _span(said: Said, meeting: Moment, told: str) -> tuple[str, str]:
    """The first and the last day that a statement tells of, the last empty where it lasts."""
    ended = said.end if said.end and said.end < told else told
    since = said.day or said.start or meeting.start or ended
    if said.day or said.end:
        return since, said.day or said.end
    if said.start:
        return since, said.start if said.short == "true" else ""
    return since, meeting.end or since


def _first(one: str, other: str) -> str:
    return min(filter(None, (one, other)), default="")
