"""Sections of lists: what a heading, or several on a line, say of the people under them, and whose they are."""

import re
from dataclasses import dataclass, replace

from samverkan.facts import Capacity, Role, Status
from samverkan.places import Places
from samverkan.reading.people.chunks import is_organisation
from samverkan.reading.people.heading import Heading
from samverkan.reading.people.sections import heading_at


@dataclass(frozen=True, slots=True)
class Section:
    """What the headings above a line say of the people on it."""

    status: Status = "present"
    role: Role | None = None
    capacity: Capacity | None = None
    organisation: str | None = None
    outer: Role | None = None  # a role heading with the headings present and absent under it
    single: bool = False  # the heading names the holder of one role
    heading: str = ""
    body: str | None = None  # another body than the document's own, where a heading names it
    time: str | None = None  # `Inbjudna till punkt 3`
    outside: bool = False  # the organisation's heading stands over the headings of roles, and holds for all of them
    party: str | None = None  # `Socialdemokraterna` over its members
    title: str | None = None  # `Kommundirektörer` over theirs
    term: tuple[str, str] | None = None  # `Från föreningarna (2031–2034)`


@dataclass(frozen=True, slots=True)
class Columns:
    """Sections side by side; `collapsed` where each line of two columns has become one run of words."""

    sections: tuple[Section, ...]
    collapsed: bool = False


_TWO_SIDES = re.compile(r"((?:För|Från|Representanter för)\s+\S.{1,60}?)\s+((?:För|Från)\s+[^\s].{1,60})\Z")
_SIDE = re.compile(
    r"(?:För|Från|Representanter (?:för|från)|Ledamöter (?:för|från)|Utsedda av|Representerar)\s+", re.IGNORECASE
)
# Headings that name a sort of organisation and not one.
# fmt: off
SORTS = frozenset((
    "region", "regionen", "kommun", "kommuner", "kommunen", "kommunerna", "landstinget",
    "privata", "övriga", "organisation",
    "organisationer", "stat", "staten", "myndigheter", "näringsliv", "näringslivet", "akademi", "akademin",
    "företag", "företagen", "utbildare", "utbildningsanordnare", "fack", "facken", "fackliga", "arbetsgivare",
    "arbetstagare", "brukare", "föreningar", "föreningarna", "myndigheterna", "utbildning", "näring",
    "civilsamhälle", "civilsamhället", "presidium", "presidiet", "kommunala",
))
# An office of the body's own: who works there has no seat, and represents nobody (`Från kansliet`).
OFFICES = re.compile(
    r"(?:(?:Från|För|Vid)\s+)?(?:\w*kansliet|\w*kansli|\w*sekretariatet|\w*förvaltningen|\w*kontoret|tjänstemannasidan)\s*:?\Z",
    re.I,
)
# fmt: on
YEARS = re.compile(r"\s*[(,]?\s*((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\)?")
_BODY = re.compile(
    r"(?:grupp|gruppen|utskott|utskottet|beredning|beredningen|nätverk|nätverket|forum|presidiet|presidium)\b", re.I
)
_OF_A_SORT = ("arna", "erna", "orna")
# A heading of those who sit on a body, not of those whom an organisation sent: `Närvarande från Folkhälsorådet`.
_COUNCIL = re.compile(r"(?:rådet|gruppen|nätverket|forumet|utskottet|beredningen|presidiet|(?<!läns)styrelsen)\Z", re.I)
_LONGEST_SIDE = 7  # words
_NO_SIDE = re.compile(r"[,;(@§\t\d²³¹]")


def side(words: str, places: Places) -> str | None:
    """Whom a heading names: `För Region Skåne`, `För de småländska kommunerna`, `Eksjö kommun`, `Länsstyrelsen`."""
    if _NO_SIDE.search(words) or len(words.split()) > _LONGEST_SIDE + 2:
        return None
    bare = _SIDE.sub("", words.strip(" :"), count=1)
    count = len(bare.split())
    if not 0 < count <= _LONGEST_SIDE:
        return None
    if place := places.of(bare):
        return place.name
    if bare.islower() and count == 1 and bare.endswith(_OF_A_SORT) and bare not in ("kommunerna", "regionerna"):
        return None  # `Från föreningarna`
    last = bare.split()[-1].casefold()
    if last in ("kommunerna", "kommuner") and count <= 4:
        return "kommunerna" if last == "kommunerna" else bare
    if _BODY.search(bare) and not _SIDE.match(words):
        return None
    if is_organisation(bare) and count <= _LONGEST_SIDE:
        return re.sub(r"\AKansli(?:et)?\s+(?=[A-ZÅÄÖ])", "", bare)
    return bare if _SIDE.match(words) and bare[:1].isupper() and count < _LONGEST_SIDE else None


def says_side(words: str) -> bool:
    """Whether a heading says by a word that it names a side: `För …`, `Från …`."""
    return _SIDE.match(words) is not None


def grouped(section: Section, words: str, places: Places) -> Section | None:
    """The section under a heading that names an organisation, a sort of them or a group; None for other lines."""
    if says_side(words) and OFFICES.match(words):
        return Section(section.status, heading=words, body=section.body)
    years = YEARS.search(words)
    term = (years[1], years[2]) if years else None
    words = YEARS.sub("", words).strip() if years else words
    sort = words.strip(" :").casefold()
    role = None if section.outside else section.role  # sides over roles, or roles over sides
    is_sort = sort in SORTS or sort.split(" ")[0] in SORTS
    section = replace(section, role=role, outside=False, term=term)
    if says_side(words) and sort.endswith(_OF_A_SORT) and side(words, places) is None:
        return replace(section, organisation=None)  # `Från föreningarna`
    named = side(words, places)
    if not (named or is_sort or _BODY.search(words)):
        return None
    return replace(section, organisation=None if sort in SORTS else named)


def opened(heading: Heading, words: str, before: Section | None, *, fresh: bool, places: Places) -> Section:
    """The section that a heading opens, `before` being the one above it; `fresh` where that had nobody under it.

    `Ledamöter närvarande:` over `Inte närvarande:` keeps its role; `Förhinder` over `Politiker` its absence; a
    municipality over `Ordinarie` and `Ersättare` is kept for both.
    """
    status = heading.status or "present"
    role, capacity = heading.role, heading.capacity
    outer = role if heading.outer else None
    if before is not None and heading.bare:
        role = outer = (before.role or before.outer) if fresh else before.outer
        capacity = before.capacity if fresh else None
    if before is not None and fresh and heading.status is None and before.status == "absent":
        status = "absent"
    kept = before is not None and before.organisation and (fresh or before.outside) and heading.status is None
    organisation = before.organisation if before is not None and kept else None
    if heading.side is not None:
        organisation = None if _COUNCIL.search(heading.side) else side(f"Från {heading.side}", places)
    body = before.body if before is not None else None
    years = YEARS.search(words)
    term = (years[1], years[2]) if years else before.term if before is not None and not before.single else None
    return Section(
        status,
        role,
        capacity,
        organisation,
        outer,
        heading.single,
        words,
        body,
        heading.time,
        outside=bool(kept),
        term=term,
    )


def side_by_side(text: str, cells: list[tuple[int, int]], places: Places) -> Columns | None:
    """Two or more headings on one line: columns, or columns that have become one line; None for other lines."""
    if len(cells) == 1:
        words = text[cells[0][0] : cells[0][1]]
        both = _TWO_SIDES.match(words) if len(words) < 150 else None
        sides = [side(both[1], places), side(both[2], places)] if both else []
        return Columns(tuple(Section(organisation=each) for each in sides), True) if sides and all(sides) else None
    if not 2 <= len(cells) <= 4:
        return None
    found = [_of_cell(text, cell, places) for cell in cells]
    sections = tuple(section for section in found if section is not None)
    return Columns(sections) if len(sections) == len(found) else None


def _of_cell(text: str, cell: tuple[int, int], places: Places) -> Section | None:
    words = text[cell[0] : cell[1]]
    heading = heading_at(text, *cell)
    if heading is not None and heading.end >= cell[1] and not heading.single:
        return Section(heading.status or "present", heading.role, heading.capacity, heading=words)
    place = places.of(words)
    plain_side = says_side(words) or words.casefold() in ("kommunerna", "kommuner", "länets kommuner")
    named = side(words, places) if plain_side else place.name if place else None
    return Section(organisation=named, heading=words) if named else None
