"""How the classes hang together, as a drawing: boxes in a grid and arrows between them, with their places in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from samverkan.terms.book import Book, Words

Group = Literal["thing", "fact", "source"]

_WIDTH: Final = 200
_HEIGHT: Final = 52
_GAP: Final = (120, 66)  # between columns, between rows
_EDGE: Final = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A class: its names, its place, the group that colours it, and its anchor on the page where it is one of ours."""

    key: str
    short: str
    label: str
    group: Group
    x: int
    y: int
    anchor: str | None = None
    width: int = _WIDTH
    height: int = _HEIGHT


@dataclass(frozen=True, slots=True)
class Arrow:
    """A property from one class to another, with the ends of its line and the middle, where its name stands."""

    source: Box
    target: Box
    short: str
    label: str
    ends: tuple[float, float, float, float]

    @property
    def middle(self) -> tuple[float, float]:
        """Where the name stands."""
        x1, y1, x2, y2 = self.ends
        return (x1 + x2) / 2, (y1 + y2) / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing, in its own units."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


# The classes: where each stands (column, row), its group; names of those that are not ours.
_BOXES: Final[dict[str, tuple[int, int, Group, Words | None]]] = {
    "samv:Vacancy": (0, 0, "fact", None),
    "samv:Body": (1, 0, "thing", None),
    "org:Membership": (2, 0, "fact", {"sv": "medlemskap", "en": "membership"}),
    "samv:SeatRule": (0, 1, "thing", None),
    "foaf:Person": (2, 1, "thing", {"sv": "person", "en": "person"}),
    "org:Organization": (3, 1, "thing", {"sv": "organisation", "en": "organisation"}),
    "org:ChangeEvent": (3, 0, "thing", {"sv": "förändring", "en": "change"}),
    "samv:Amount": (0, 2, "fact", None),
    "samv:Meeting": (1, 2, "thing", None),
    "samv:Attendance": (2, 2, "fact", None),
    "samv:Referral": (3, 2, "fact", None),
    "samv:Decision": (0, 3, "fact", None),
    "samv:AgendaItem": (1, 3, "fact", None),
    "samv:Assignment": (2, 3, "fact", None),
    "samv:Work": (3, 3, "thing", None),
    "samv:Fact": (0, 4, "fact", None),
    "oa:TextQuoteSelector": (1, 4, "source", {"sv": "ställe", "en": "passage"}),
    "samv:Document": (2, 4, "source", None),
    "prov:SoftwareAgent": (3, 4, "source", {"sv": "läsare", "en": "reader"}),
}

# The properties between them; names of those that are not ours.
_ARROWS: Final[tuple[tuple[str, str, str, Words | None], ...]] = (
    ("samv:Vacancy", "samv:body", "samv:Body", None),
    ("samv:SeatRule", "samv:body", "samv:Body", None),
    ("org:Membership", "org:organization", "samv:Body", {"sv": "i organ", "en": "on body"}),
    ("org:Membership", "org:member", "foaf:Person", {"sv": "medlem", "en": "member"}),
    ("org:Membership", "opengov:onBehalfOf", "org:Organization", {"sv": "för", "en": "on behalf of"}),
    ("org:ChangeEvent", "org:resultingOrganization", "org:Organization", {"sv": "ger", "en": "results in"}),
    ("samv:Attendance", "samv:person", "foaf:Person", None),
    ("samv:Attendance", "samv:meeting", "samv:Meeting", None),
    ("samv:Attendance", "opengov:onBehalfOf", "org:Organization", {"sv": "för", "en": "on behalf of"}),
    ("samv:Meeting", "samv:body", "samv:Body", None),
    ("samv:AgendaItem", "samv:meeting", "samv:Meeting", None),
    ("samv:Decision", "samv:item", "samv:AgendaItem", None),
    ("samv:Amount", "samv:item", "samv:AgendaItem", None),
    ("samv:Assignment", "samv:item", "samv:AgendaItem", None),
    ("samv:Referral", "samv:referredTo", "org:Organization", None),
    ("samv:Referral", "samv:draft", "samv:Work", None),
    ("samv:Fact", "prov:wasDerivedFrom", "oa:TextQuoteSelector", {"sv": "hämtad ur", "en": "derived from"}),
    ("oa:TextQuoteSelector", "oa:hasSource", "samv:Document", {"sv": "i", "en": "in"}),
    ("samv:Document", "prov:wasAttributedTo", "prov:SoftwareAgent", {"sv": "läst av", "en": "read by"}),
)


def drawing(book: Book, language: str) -> Drawing:
    """The drawing with its names in a language, `sv` or `en`."""
    labels = {f"samv:{term.name}": term.label for term in book.terms}
    boxes = {key: _box(key, language, labels) for key in _BOXES}
    arrows = tuple(_arrows(boxes, language, labels))
    columns = 1 + max(column for column, *_ in _BOXES.values())
    rows = 1 + max(row for _, row, *_ in _BOXES.values())
    return Drawing(
        width=2 * _EDGE + columns * _WIDTH + (columns - 1) * _GAP[0],
        height=2 * _EDGE + rows * _HEIGHT + (rows - 1) * _GAP[1],
        boxes=tuple(boxes.values()),
        arrows=arrows,
    )


def _box(key: str, language: str, labels: dict[str, Words]) -> Box:
    column, row, group, words = _BOXES[key]
    return Box(
        key=key,
        short=key,
        label=(words or labels[key])[language],
        group=group,
        x=_EDGE + column * (_WIDTH + _GAP[0]),
        y=_EDGE + row * (_HEIGHT + _GAP[1]),
        anchor=key.removeprefix("samv:") if key in labels else None,
    )


def _arrows(boxes: dict[str, Box], language: str, labels: dict[str, Words]) -> Iterator[Arrow]:
    for source, short, target, words in _ARROWS:
        ends = _ends(boxes[source], boxes[target])
        yield Arrow(boxes[source], boxes[target], short, (words or labels[short])[language], ends)


def _ends(source: Box, target: Box) -> tuple[float, float, float, float]:
    """Where the line between the middles of two boxes leaves the one and meets the other."""
    x1, y1 = source.x + source.width / 2, source.y + source.height / 2
    x2, y2 = target.x + target.width / 2, target.y + target.height / 2
    across, down = x2 - x1, y2 - y1
    shares = [
        half / abs(distance) for half, distance in ((source.width / 2, across), (source.height / 2, down)) if distance
    ]
    share = min(shares)
    ends = (x1 + across * share, y1 + down * share, x2 - across * share, y2 - down * share)
    return tuple(round(each, 1) for each in ends)  # type: ignore[return-value]
