"""The text of a document with the passages marked that statements rest on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from samverkan.reading.layout import Ignored, lay_out
from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Source
from samverkan_web.paging import Paging, nearest
from samverkan_web.wording import lazy_gettext


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; `anchor` is the statement that it says, None for what nothing was read from.

    `places` are the passages that begin here, named as in RFC 5147; `passed` says why the reader passed it over.
    """

    text: str
    anchor: str | None
    places: tuple[str, ...]
    passed: str | None = None


LONGEST: Final = 60_000  # letters of a text that a page shows
# Why the reader takes lines for no content, in words.
_REASONS: Final[Mapping[str, str]] = {
    "site menu": lazy_gettext("menu of the web site"),
    "related links": lazy_gettext("links to other pages"),
    "download caption": lazy_gettext("caption of a file to download"),
    "running header": lazy_gettext("repeated head or foot of a page"),
    "page number": lazy_gettext("number of a page"),
}


def anchor(sources: tuple[Source, ...]) -> str:
    """How a statement is called on a page: document, kind and digest of its first fact; documents may say the same."""
    return "-".join(sources[0].fact.rsplit("/", 3)[-3:])


@dataclass(frozen=True, slots=True)
class Text:
    """A page of a document's text in pieces, and why which number of its passages were passed over, in words."""

    pieces: Sequence[Piece]
    passed: Mapping[str, int]
    paging: Paging


def marked_text(page: EntityPage, number: int) -> Text:
    """A page of a document's text; where passages lie in each other, the shortest is followed.

    Of a text of several pages it is not told what was passed over: that shows only where all of it is looked at.
    """
    lists = (
        page.seats, page.vacancies, page.presences, page.items, page.decisions, page.assignments,
        page.announced, page.referrals, page.ties, page.mentions,
    )  # fmt: skip
    told = [source for each in lists for statement in each for source in statement.sources]
    paging = nearest(len(page.text), number, LONGEST)
    ignored = lay_out(page.text).ignored if paging.pages == 1 else ()
    start = (paging.page - 1) * LONGEST
    shown = tuple(pieces(page.text, told, ignored, start, start + LONGEST))
    return Text(shown, Counter(_reason(each) for each in ignored), paging)


def page_of(place: int) -> int:
    """On which page of a text a place in it stands.

    >>> page_of(0), page_of(LONGEST)
    (1, 2)
    """
    return place // LONGEST + 1


def _reason(passage: Ignored) -> str:
    return str(_REASONS.get(passage.reason, passage.reason))


def pieces(
    text: str, sources: Iterable[Source], ignored: Sequence[Ignored] = (), first: int = 0, last: int | None = None
) -> Iterator[Piece]:
    """A text cut where passages begin and end, and where passages lie that the reader passed over.

    Of a text that is shown from `first` to before `last`, passages that begin or end elsewhere are cut off there.
    """
    last = min(len(text), last or len(text))
    spans = sorted(
        {
            (max(source.first, first), min(source.last, last), anchor((source,)), f"char={source.first},{source.last}")
            for source in sources
            if source.first is not None and source.last is not None and source.first < source.last <= len(text)
            if source.first < last and first < source.last
        }
    )
    ends = {end for each in ignored for end in (each.start, each.end)}
    cuts = sorted({first, last, *(span[0] for span in spans), *(span[1] for span in spans), *ends})
    open_spans: list[tuple[int, int, str, str]] = []
    waiting = iter([*spans, None])
    upcoming = next(waiting)
    for start, end in pairwise(cuts):
        places: dict[str, None] = {}
        while upcoming and upcoming[0] == start:
            places[upcoming[3]] = None
            open_spans.append(upcoming)
            upcoming = next(waiting)
        open_spans = [span for span in open_spans if span[1] > start]
        shortest = min(open_spans, key=lambda span: span[1] - span[0], default=None)
        passed = next((_reason(each) for each in ignored if each.start <= start and end <= each.end), None)
        yield Piece(text[start:end], shortest[2] if shortest else None, tuple(places), passed)
