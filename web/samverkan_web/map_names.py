"""Places for names on a map, so that none lies on another or on a point: the first first, without room none."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_LETTER, _LINE = 7.2, 16.0  # width and height of a letter of a name
_AWAY: Final = 3.0  # from the rim of its point
_RISE: Final = 4.5  # from the middle of a line down to where its letters stand


class Spot(NamedTuple):
    """A point as it is drawn: its middle and its radius."""

    x: float
    y: float
    radius: float


class Name(NamedTuple):
    """Where a name is written, and to which side of that it runs (`start`, `middle` or `end`, as SVG says)."""

    x: float
    y: float
    anchor: str


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def placed(
    wanted: Sequence[tuple[str, Spot]], spots: Sequence[Spot], width: float, height: float
) -> Iterator[tuple[int, Name]]:
    """The names that find room on a sheet beside its greater spots, by their number among those wanted."""
    points = [(spot, _around(spot)) for spot in spots]
    taken: list[_Box] = []
    for number, (name, spot) in enumerate(wanted):
        barred = [box for other, box in points if other != spot]
        for place, box in _tries(name, spot):
            inside = box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height
            if inside and not any(_cross(box, each) for each in (*taken, *barred)):
                taken.append(box)
                yield number, place
                break


def _tries(name: str, spot: Spot) -> Iterator[tuple[Name, _Box]]:
    """The places that a name may have, the best first: right of its point, left, below, above, then aslant."""
    x, y, radius = spot
    wide, away = len(name) * _LETTER, radius + _AWAY
    near = away * 0.7
    for left, middle, anchor, at in (
        (x + away, y, "start", x + away),
        (x - away - wide, y, "end", x - away),
        (x - wide / 2, y + away + _LINE / 2, "middle", x),
        (x - wide / 2, y - away - _LINE / 2, "middle", x),
        (x + near, y + near + _LINE / 4, "start", x + near),
        (x + near, y - near - _LINE / 4, "start", x + near),
        (x - near, y + near + _LINE / 2, "start", x - near),
        (x - near, y - near - _LINE / 2, "start", x - near),
    ):
        yield Name(at, middle + _RISE, anchor), _Box(left, middle - _LINE / 2, left + wide, middle + _LINE / 2)


def _around(spot: Spot) -> _Box:
    """The box of a point, but for its corners."""
    reach = spot.radius * 0.8
    return _Box(spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach)


def _cross(one: _Box, other: _Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
