"""What kind of body a name names, and which region a document comes from."""

import re

from samverkan.facts import BodyKind
from samverkan.places import Places
from samverkan.reading.layout import Layout
from samverkan.reading.people.rows import Lists

_KINDS: tuple[tuple[BodyKind, str], ...] = (
    ("conference", r"konferens|seminarium"),
    ("network", r"nätverk"),
    ("officials", r"tjänsteman|tjänstemän|tjänsteperson|chefsgrupp|direktörsgrupp"),
    ("political", r"politisk|förtroendevald|ordförandegrupp"),
    ("board", r"(?:styrelse|direktion)(?!ns)|\bAB\b"),
    ("committee", r"utskott|nämnd|fullmäktige"),
    ("political", r"samverkansorgan|samrådsorgan|kommunberedning|politik"),
)
_OF_OFFICIALS = re.compile(
    r"(?:lednings|styr|arbets|läns|närvårds|berednings|samverkans|samordnings)grupp|chefsforum|länsledning|"
    r"strategisk grupp",
    re.IGNORECASE,
)
_MOST = 2 / 3  # of those who sit there


def kind_of(name: str, layout: Layout, lists: Lists) -> BodyKind | None:
    """The kind of a body by its name, by who sits there, or by what the first part of the document says of it."""
    for kind, pattern in _KINDS:
        if name and re.search(pattern, name, re.I):
            return kind
    listed = [row for row in lists.rows if row.entry.person]
    if sum(row.entry.party is not None for row in listed) > _MOST * len(listed) > 1:
        return "political"
    if _OF_OFFICIALS.search(name):
        return "officials"
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


def home_region(layout: Layout, places: Places) -> str | None:
    """The one region that the first lines name; None where they name none or several."""
    named = {
        place.name
        for line in layout.lines[:12]
        for place in places.find(layout.text, line.start, min(line.end, line.start + 300))
        if place.kind == "region"
    }
    return named.pop() if len(named) == 1 else None
