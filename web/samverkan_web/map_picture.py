"""A map as a picture (SVG): points sized by a figure and shaded by a share, the largest with their names.

Colours are those of the page. Names are links where the marks have pages, so that a keyboard goes from name to name.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from samverkan_web import map_names
from samverkan_web.map_names import Spot

_HEIGHT: Final = 900.0
_MARGIN: Final = 40.0
_NARROWEST: Final = 420.0  # so that there is room for names beside the points
_WIDEST: Final = 420.0  # of the points, so that names can be read on a small screen
_LARGEST: Final = 22.0  # radius of the greatest figure
_NOTHING: Final = 2.2  # and of none
_PLAIN: Final = 0.55  # how dark a shape is where nothing shades it
_MERIDIAN: Final = 15.0  # degrees east: the middle of Sweden


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with a name: a circle for a municipality, a diamond for a region, as large as its figure.

    `share`, 0 to 1, shades it; `told` is the figure in words where it is not the number itself; `page` is its page.
    """

    name: str
    kind: str
    latitude: float
    longitude: float
    value: int
    share: float | None = None
    told: str = ""
    page: str | None = None


def svg(marks: Sequence[Mark], title: str, *, near: bool = False) -> str:
    """The map with a point for each mark; `near` where it shows a part of the country and has room for all names."""
    drawn, width, height = _placed(marks)
    shapes = (
        _shape(marks[number], spot) for number, spot in sorted(enumerate(drawn), key=lambda each: -each[1].radius)
    )
    shown = [number for number, mark in enumerate(marks) if mark.value or near]
    first = sorted(shown, key=lambda number: (-marks[number].value, marks[number].name))
    barred = [spot for mark, spot in zip(marks, drawn, strict=False) if mark.value]
    names = map_names.placed([(marks[number].name, drawn[number]) for number in first], barred, width, height)
    role = "group" if any(mark.page for mark in marks) else "img"
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {width:.0f} {height:.0f}" role="{role}" '
        f'aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="13">',
        *filter(None, shapes), *(_name(marks[first[number]], name) for number, name in names), "</svg>",
    ))  # fmt: skip


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """A point in degrees on a plane, to the right and downwards: true to area, upright at 15 degrees east.

    >>> projected(60.0, 17.0)
    (1.0, -60.0)
    """
    return round((longitude - _MERIDIAN) * math.cos(math.radians(latitude)), 6), -latitude


def _placed(marks: Sequence[Mark]) -> tuple[list[Spot], float, float]:
    """The marks on a sheet, with its width and height."""
    points = [projected(each.latitude, each.longitude) for each in marks] or [(0.0, 0.0)]
    left, top = (min(values) for values in zip(*points, strict=True))
    right, bottom = (max(values) for values in zip(*points, strict=True))
    scale = min((_HEIGHT - 2 * _MARGIN) / max(bottom - top, 0.2), _WIDEST / max(right - left, 0.2))
    width = max((right - left) * scale + 2 * _MARGIN, _NARROWEST)
    indent = (width - (right - left) * scale) / 2
    most = max((each.value for each in marks), default=0)
    drawn = [
        Spot((x - left) * scale + indent, (y - top) * scale + _MARGIN, _radius(each.value, most))
        for each, (x, y) in zip(marks, points, strict=False)
    ]
    return drawn, width, (bottom - top) * scale + 2 * _MARGIN


def _radius(value: int, most: int) -> float:
    """A radius whose circle has an area as large as the value."""
    return max(4.0, _LARGEST * math.sqrt(value / most)) if value else _NOTHING


def _shape(mark: Mark, spot: Spot) -> str:
    """The shape of a mark; a small dot for a municipality of which there is nothing, and none for such a region."""
    x, y, r = spot
    if not mark.value:
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="var(--strong-line, #8a8f94)" fill-opacity=".55"/>'
        return dot if mark.kind == "municipality" else ""
    colour = f"var(--{mark.kind}, {_COLOURS[mark.kind]})"
    dark = _PLAIN if mark.share is None else 0.06 + 0.84 * mark.share
    look = f'fill="{colour}" fill-opacity="{dark:.2f}" stroke="{colour}" stroke-width="1.5"'
    told = f"<title>{_told(mark)}</title>"
    if mark.kind == "region":
        d = r * 1.25  # a square of the same area stands on its corner
        line = f"M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f}l{-d:.1f} {d:.1f}l{-d:.1f} {-d:.1f}z"
        return f'<path d="{line}" {look}>{told}</path>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {look}>{told}</circle>'


def _name(mark: Mark, name: map_names.Name) -> str:
    """A name beside its point, a link where there is a page."""
    look = "" if mark.value else ' fill-opacity=".7"'
    text = (
        f'<text x="{name.x:.1f}" y="{name.y:.1f}" text-anchor="{name.anchor}" fill="var(--ink, #1b2227)"{look} '
        f'stroke="var(--sheet, #ffffff)" stroke-width="3" paint-order="stroke">{escape(mark.name)}</text>'
    )
    if not mark.page:
        return text
    return f'<a href="{escape(mark.page)}" aria-label="{_told(mark)}">{text}</a>'


def _told(mark: Mark) -> str:
    return escape(f"{mark.name}: {mark.told or mark.value}")


_COLOURS: Final = {"municipality": "#3b6e3a", "region": "#5b3f8c"}
