"""A map as a picture (SVG): points sized by a figure, the largest with their names. Colours are those of the page."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_HEIGHT: Final = 900.0
_MARGIN: Final = 40.0
_NARROWEST: Final = 420.0  # so that there is room for names beside the points
_WIDEST: Final = 420.0  # of the points, so that names can be read on a small screen
_LARGEST: Final = 22.0  # radius of the greatest figure
_NOTHING: Final = 2.2  # and of none
_LETTER, _LINE = 7.2, 16.0  # width and height of a letter of a name
_MERIDIAN: Final = 15.0  # degrees east: the middle of Sweden


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with a name: a circle for a municipality, a diamond for a region, as large as its figure."""

    name: str
    kind: str
    latitude: float
    longitude: float
    value: int


@dataclass(frozen=True, slots=True)
class _Drawn:
    mark: Mark
    x: float
    y: float
    radius: float


def svg(marks: Sequence[Mark], title: str, *, near: bool = False) -> str:
    """The map with a point for each mark; `near` where it shows a part of the country and has room for all names."""
    drawn, width, height = _placed(marks)
    shapes = (shape for each in sorted(drawn, key=lambda each: -each.radius) for shape in _shape(each))
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {width:.0f} {height:.0f}" role="img" '
        f'aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="13">',
        *shapes, *_names(drawn, width, height, everything=near), "</svg>",
    ))  # fmt: skip


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """A point in degrees on a plane, to the right and downwards: true to area, upright at 15 degrees east.

    >>> projected(60.0, 17.0)
    (1.0, -60.0)
    """
    return round((longitude - _MERIDIAN) * math.cos(math.radians(latitude)), 6), -latitude


def _placed(marks: Sequence[Mark]) -> tuple[list[_Drawn], float, float]:
    """The marks on a sheet, with its width and height."""
    points = [projected(each.latitude, each.longitude) for each in marks] or [(0.0, 0.0)]
    left, top = (min(values) for values in zip(*points, strict=True))
    right, bottom = (max(values) for values in zip(*points, strict=True))
    scale = min((_HEIGHT - 2 * _MARGIN) / max(bottom - top, 0.2), _WIDEST / max(right - left, 0.2))
    width = max((right - left) * scale + 2 * _MARGIN, _NARROWEST)
    indent = (width - (right - left) * scale) / 2
    most = max((each.value for each in marks), default=0)
    drawn = [
        _Drawn(each, (x - left) * scale + indent, (y - top) * scale + _MARGIN, _radius(each.value, most))
        for each, (x, y) in zip(marks, points, strict=False)
    ]
    return drawn, width, (bottom - top) * scale + 2 * _MARGIN


def _radius(value: int, most: int) -> float:
    """A radius whose circle has an area as large as the value."""
    return max(4.0, _LARGEST * math.sqrt(value / most)) if value else _NOTHING


def _shape(each: _Drawn) -> Iterator[str]:
    x, y, r = each.x, each.y, each.radius
    if not each.mark.value:
        if each.mark.kind == "municipality":
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="var(--strong-line, #8a8f94)" fill-opacity=".55"/>'
        return
    look = f'fill="var(--{each.mark.kind}, {_COLOURS[each.mark.kind]})" fill-opacity=".55"'
    edge = f'stroke="var(--{each.mark.kind}, {_COLOURS[each.mark.kind]})" stroke-width="1.5"'
    told = f"<title>{escape(each.mark.name)}: {each.mark.value}</title>"
    if each.mark.kind == "region":
        d = r * 1.25  # a square of the same area stands on its corner
        line = f"M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f}l{-d:.1f} {d:.1f}l{-d:.1f} {-d:.1f}z"
        yield f'<path d="{line}" {look} {edge}>{told}</path>'
    else:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {look} {edge}>{told}</circle>'


_COLOURS: Final = {"municipality": "#3b6e3a", "region": "#5b3f8c"}


def _names(drawn: Iterable[_Drawn], width: float, height: float, *, everything: bool) -> Iterator[str]:
    """The names of the largest that find room, beside their points."""
    taken: list[tuple[float, float, float, float]] = []
    for each in sorted(drawn, key=lambda each: (-each.mark.value, each.mark.name)):
        if not each.mark.value and not everything:
            continue
        wide = len(each.mark.name) * _LETTER
        for x, anchor in ((each.x + each.radius + 3, "start"), (each.x - each.radius - 3, "end")):
            left = x if anchor == "start" else x - wide
            box = (left, each.y - _LINE / 2, left + wide, each.y + _LINE / 2)
            if box[0] < 0 or box[2] > width or box[3] > height or any(_cross(box, other) for other in taken):
                continue
            taken.append(box)
            look = "" if each.mark.value else ' fill-opacity=".7"'
            yield (
                f'<text x="{x:.1f}" y="{each.y + 4.5:.1f}" text-anchor="{anchor}" fill="var(--ink, #1b2227)"{look} '
                f'stroke="var(--sheet, #ffffff)" stroke-width="3" paint-order="stroke">{escape(each.mark.name)}</text>'
            )
            break


def _cross(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
