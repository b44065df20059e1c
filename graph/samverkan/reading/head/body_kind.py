"""What kind of body a name names, whose body it is, and which region a document comes from."""

import re

from samverkan.facts import BodyKind
from samverkan.places import Places
from samverkan.reading.layout import Layout
from samverkan.reading.people.rows import Lists

_KINDS: tuple[tuple[BodyKind, str], ...] = (
    ("conference", r"konferens|seminarium"),
    ("officials", r"tjänsteman|tjänstemän|tjänsteperson|chefsgrupp|direktörsgrupp|chefsnätverk"),
    ("political", r"politisk|förtroendevald"),
    ("board", r"styrelse|direktion|\bAB\b"),
    ("committee", r"utskott|nämnd|fullmäktige"),
    ("network", r"nätverk"),
    ("officials", r"ledningsgrupp|styrgrupp|arbetsgrupp|chefsforum"),
    ("political", r"samverkansorgan|samrådsorgan|kommunberedning|politik"),
)


def kind_of(name: str, layout: Layout) -> BodyKind | None:
    """The kind of a body by its name, or by what the first part of the document says of it; None where neither does."""
    for kind, pattern in _KINDS:
        if name and re.search(pattern, name, re.I):
            return kind
    top = layout.text[:6000]
    if re.search(r"är (?:ett|en) (?:gemensamt? )?politiskt?", top, re.I):
        return "political"
    if re.search(r"tjänstemannagrupp|tjänstemannaberedning", top, re.I) or (
        name == "" and re.search(r"politiska arbetet i", layout.text)
    ):
        return "officials"
    both = re.search(r"\b(?:Politiker|Förtroendevalda)\b", top) and re.search(
        r"\b(?:Tjänstemän|Tjänstepersoner)\b", top
    )
    return "mixed" if both else None


def organisations(name: str | None, places: Places, lists: Lists) -> tuple[str, ...]:
    """Whose body it is: those whose sides sit there, or whose name the head carries."""
    sides = list(dict.fromkeys(row.section.organisation for row in lists.rows if row.section.organisation))
    shared = [
        side
        for side in sides
        if side == "kommunerna" or ((place := places.of(side)) is not None and place.kind == "region")
    ]
    if "kommunerna" in shared and len(shared) > 1:
        return tuple(shared)
    if name:
        inside = [place.name for place in places.find(name) if place.kind == "region"]
        return tuple(dict.fromkeys(inside))
    return ()


def home_region(layout: Layout, places: Places) -> str | None:
    """The one region that the first lines name; None where they name none or several."""
    named = {
        place.name
        for line in layout.lines[:12]
        for place in places.find(layout.text, line.start, min(line.end, line.start + 300))
        if place.kind == "region"
    }
    return named.pop() if len(named) == 1 else None
