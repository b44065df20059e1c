"""Text can be told from its ground: the contrast of WCAG 2.1 AA, in light and in dark."""

import re
from pathlib import Path

import pytest

import samverkan_web

CSS = (Path(samverkan_web.__file__).parent / "static" / "style.css").read_text(encoding="utf-8")
TEXT = [
    ("ink", "paper"), ("ink", "sheet"), ("ink", "soft"), ("ink", "mark"),
    ("quiet", "paper"), ("quiet", "sheet"), ("quiet", "soft"),
    ("accent", "paper"), ("accent", "sheet"), ("accent", "soft"), ("accent", "mark"), ("accent-ink", "accent"),
    ("warm", "paper"), ("warm", "sheet"), ("error", "error-soft"), ("municipality", "paper"),
]  # fmt: skip
SHAPES = ["person", "body", "municipality", "region", "organisation", "collective", "work"]


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme by name; dark overrides light."""
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light + (dark if scheme == "dark" else "")))


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str) -> None:
    found = colours(scheme)
    weak = {pair: round(contrast(found[pair[0]], found[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_and_edges_of_fields_stand_out(scheme: str) -> None:
    found = colours(scheme)
    weak = {name: round(contrast(found[name], found["sheet"]), 2) for name in [*SHAPES, "strong-line"]}
    assert {name: ratio for name, ratio in weak.items() if ratio < 3} == {}
