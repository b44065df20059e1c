"""The text of a document with the passages marked that statements rest on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Source


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; `anchor` is the statement that it says, None for what nothing was read from.

    `places` are the passages that begin here, named as in RFC 5147.
    """

    text: str
    anchor: str | None
    places: tuple[str, ...]


def anchor(sources: tuple[Source, ...]) -> str:
    """How a statement is called on a page: document, kind and digest of its first fact; documents may say the same."""
    return "-".join(sources[0].fact.rsplit("/", 3)[-3:])


def marked_text(page: EntityPage) -> Iterator[Piece]:
    """The text of a document's page in pieces; where passages lie in each other, the shortest is followed."""
    lists = (
        page.seats, page.vacancies, page.presences, page.items, page.decisions, page.assignments,
        page.announced, page.referrals, page.ties, page.mentions,
    )  # fmt: skip
    return pieces(page.text, (source for each in lists for statement in each for source in statement.sources))


def pieces(text: str, sources: Iterable[Source]) -> Iterator[Piece]:
    """A text cut where passages begin and end."""
    spans = sorted(
        {
            (source.first, source.last, anchor((source,)))
            for source in sources
            if source.first is not None and source.last is not None and 0 <= source.first < source.last <= len(text)
        }
    )
    cuts = sorted({0, len(text), *(span[0] for span in spans), *(span[1] for span in spans)})
    open_spans: list[tuple[int, int, str]] = []
    waiting = iter([*spans, None])
    upcoming = next(waiting)
    for start, end in pairwise(cuts):
        places: dict[str, None] = {}
        while upcoming and upcoming[0] == start:
            places[f"char={upcoming[0]},{upcoming[1]}"] = None
            open_spans.append(upcoming)
            upcoming = next(waiting)
        open_spans = [span for span in open_spans if span[1] > start]
        shortest = min(open_spans, key=lambda span: span[1] - span[0], default=None)
        yield Piece(text[start:end], shortest[2] if shortest else None, tuple(places))
