"""Tables of people: what their columns hold, by a head on one line or one column a line, and the cells of each row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from samverkan import dates, names
from samverkan.facts import Status
from samverkan.places import Places
from samverkan.reading.layout import Line, cells
from samverkan.reading.patterns import holds
from samverkan.reading.people.chunks import has_title, is_organisation
from samverkan.reading.people.roles import PARTIES, plain, role_of
from samverkan.reading.people.seat_days import TERMS
from samverkan.reading.people.sections import heading_at

Kind = Literal[
    "name", "member", "substitute", "organisation", "title", "party", "mark", "away", "since", "until", "term", "other"
]

_NAMES: dict[Kind, str] = {
    "name": "namn|person|deltagare|för- och efternamn|namn och titel|namn och parti|representant|kontaktperson",
    "member": "ordinarie|ledamot|ledamöter|ordinarie ledamot|ordinarie ledamöter|ordinarie representant",
    "substitute": "ersättare|tjänstgörande ersättare|tjg ersättare|inkallad ersättare|"
    "personlig ersättare|personliga ersättare|suppleant|suppleanter|ersättande",
    "organisation": "kommun|region|organisation|kommun/region|region/kommun|kommun/organisation|organisation/kommun|"
    "kommun / region|representerar|huvudman|arbetsplats|verksamhet|förvaltning|myndighet|företräder|utsedd av|part|"
    "medlem|ägare|medlemskommun|medlemsorganisation|"
    "organisation/förvaltning|kommun/stadsdel|arbetsgivare|hemkommun|nominerande kommun|enhet",
    "title": "titel|funktion|befattning|roll|uppdrag|titel/funktion|yrkestitel|titel/roll|yrke|roll/titel",
    "party": "parti|partibeteckning",
    "mark": "närv|närvarande|närvaro|när-varande|deltar|deltog|x = närvarande|n/f",
    "away": "frånv|frånvarande|förhinder|frånvaro|ej närvarande",
    "since": "invald|vald|vald från|utsedd|utsedd från|ledamot sedan|medlem sedan|sedan|fr o m|from|från och med|från|"
    "start|startdatum|tillträdde|tillträde|tillträdesdag|inval|invalsår|"
    "i nämnden sedan|i styrelsen sedan|i gruppen sedan|i rådet sedan",
    "until": "vald till|vald t o m|vald tom|vald till och med|utsedd till|t o m|tom|till och med|till|slut|slutdatum|"
    "avgår|mandat t o m|mandat till|mandat till och med|mandatet löper ut|mandat går ut",
    "term": "mandatperiod|mandattid|mandat|period|uppdragsperiod|uppdragstid|förordnande|förordnad|tid|tidsperiod|år|"
    "valperiod|uppdrag avser",
    "other": "e-post|telefon|mejl|epost|tel|nr|signatur|e-postadress|förnamn|efternamn|anmärkning|kommentar|initialer",
}
_KIND: dict[str, Kind] = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_LONGEST_KIND = max(map(len, _KIND)) + 20  # with the marks around it
PEOPLE = ("name", "member", "substitute")
_YES = frozenset(
    ("x", "✓", "√", "ja", "n", "närvarande", "j", "deltog", "via länk", "digitalt", "på distans", "på plats")
)
_NO = frozenset(("-", "–", "—", "nej", "f", "frånvarande", "förhinder", "anmält förhinder", "frv", "förhindrad", "ej",
                 "ej närvarande", "inte närvarande", "frånvaro", "återbud"))  # fmt: skip
_BY_TAB = re.compile(r"[^\t]+|(?<=\t)(?=\t)|\A(?=\t)")
_BY_BAR = re.compile(r"(?:(?<=\|)|\A)[^|]*(?=\||\Z)")
_PARTED = ("\t", "  ", " | ")
_FINE = re.compile(r"\S+(?: \S+)*")  # a cell, where two spaces part it from the next
_MOST = 8  # columns
_LOOKED_AT = 8  # rows
_EMPTY = re.compile(r"\s*\Z")


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table; `starts` are the places of their names in the line, empty where each has its own line."""

    kinds: tuple[Kind, ...]
    starts: tuple[int, ...] = ()

    @property
    def person(self) -> int:
        """The first column that holds names."""
        return next(at for at, kind in enumerate(self.kinds) if kind in PEOPLE)


Cell = tuple[Kind, int, int]


def table_at(text: str, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose head begins on a line, and the index of the line behind the head; None for other lines."""
    line = lines[at]
    if len(line.text) > 160 or not (holds(line.text, _PARTED) or _kind(line.text) is not None):
        return None
    found = cells(line.text)
    fine = [] if " | " in line.text else [match.span() for match in _FINE.finditer(line.text)]
    found = fine if len(fine) > max(2, len(found)) else found
    if len(found) > 1:
        heads = [line.text[start:end] for start, end in found]
        kinds = _kinds(heads) or (by_content(heads, [each.text for each in lines[at + 1 : at + 1 + _LOOKED_AT]]))
        raw = line.start - _line_start(text, line.start)
        return (Table(kinds, tuple(raw + start for start, _ in found)), at + 1) if kinds else None
    if _kind(line.text) in ("mark", "away"):
        return None  # `Närvarande` over a table, no column of it
    stop = at
    while stop < len(lines) and stop - at < _MOST and _kind(lines[stop].text) is not None:
        stop += 1
    names = [each.text for each in lines[at:stop]]
    kinds = _kinds(names) if any(plain(name).startswith("namn") for name in names) else None
    return (Table(kinds), stop) if kinds else None  # without `Namn` the words are headings of lists


@lru_cache(maxsize=1 << 12)
def _kind(words: str) -> Kind | None:
    if len(words) > _LONGEST_KIND:
        return None
    return _KIND.get(plain(words.replace("*", "").strip("| ")))


def _kinds(names: Sequence[str]) -> tuple[Kind, ...] | None:
    """What the columns hold; None where they hold no people, or nothing but people, or most of them are unknown."""
    known = [_kind(name) for name in names]
    kinds: list[Kind] = [kind or "other" for kind in known]
    told = [kind for kind in kinds if kind != "other"]
    several = sum(kind in PEOPLE for kind in told) > 1  # each name may have its own party or title beside it
    if len(kinds) < 2 or (len(set(told)) < len(told) and not several) or known.count(None) * 2 > len(known):
        return None
    if known.count(None) and not all(len(name.split()) <= 3 and ":" not in name for name in names):
        return None
    if (
        known[0] is None
        and set(kinds) & set(PEOPLE)
        and len(kinds) > 2
        and heading_at(names[0], 0, len(names[0])) is None
    ):
        kinds[0] = "other" if "organisation" in kinds else "organisation"  # `Skola  Ordinarie  Ersättare`
    elif known.count(None) and known[0] != "name" and not (known[0] in PEOPLE and len(told) > 2):
        return None  # a column of another name stands only beside one of names
    if not set(kinds) & set(PEOPLE):
        if kinds[0] not in ("mark", "other") or plain(names[0]) not in ("närvarande", "förnamn"):
            return None
        kinds[0] = "name"  # `Närvarande  Kommun`: the first column holds the names
    return tuple(kinds) if not set(kinds) <= {"member", "substitute"} else None


def by_content(heads: Sequence[str], rows: Sequence[str]) -> tuple[Kind, ...] | None:
    """What the columns hold by what stands in them, where a head names groups of people and not columns.

    `Beslutande | Närvaro | Ersättare | Närvaro` over rows of `Sala | Anna Ek | Heby | Bo Ek`: None where no column of
    names stands beside another one of whose they are.
    """
    groups = [heading_at(head, 0, len(head)) for head in heads]
    if len(heads) < 3 or sum(group is not None and group.role in ("member", "substitute") for group in groups) < 2:
        return None
    parted = [row.split("\t") for row in rows if row.count("\t") + 1 == len(heads)]
    kinds: list[Kind] = []
    role: Kind = "name"
    for at, group in enumerate(groups):
        if group is not None and group.role in ("member", "substitute"):
            role = "member" if group.role == "member" else "substitute"
        full = [row[at].strip() for row in parted if row[at].strip(" -–")]
        people = sum(next(names.find(cell), None) is not None for cell in full)
        kinds.append(role if len(full) > 1 and people * 2 > len(full) else "organisation")
    return tuple(kinds) if 1 < kinds.count("organisation") < len(kinds) and kinds[0] == "organisation" else None


def cells_of(text: str, line: Line, table: Table) -> list[Cell]:
    """The cells of a row on one line, each with what its column holds; empty where the line does not fit."""
    begin = _line_start(text, line.start)
    raw = text[begin : line.end]
    if "\t" in raw or " | " in raw:
        pattern = _BY_TAB if "\t" in raw else _BY_BAR
        spans = [(match.start(), match.end()) for match in pattern.finditer(raw)]
        spans = spans[raw.startswith("|") : len(spans) - raw.endswith("|")] if " | " in raw else spans
        full = [(start, end) for start, end in spans if not _EMPTY.match(raw[start:end])]
        spans = full if len(full) == len(table.kinds) else spans
        if len(full) < 2 or len(spans) > len(table.kinds) + 1:
            return []
        kinds: tuple[Kind, ...] = (*table.kinds, "other")  # `… Sala kommun  till § 4`: a cell more than the head has
        return [(kind, begin + start, begin + end) for kind, (start, end) in zip(kinds, spans, strict=False)]
    found = [match.span() for match in _FINE.finditer(raw)]
    if len(found) < 2 or len(found) > len(table.kinds):
        return []
    columns = [max((i for i, at in enumerate(table.starts) if at <= start + 2), default=0) for start, _ in found]
    if len(set(columns)) < len(columns):
        return []
    return [(table.kinds[i], begin + start, begin + end) for i, (start, end) in zip(columns, found, strict=True)]


def cells_below(lines: Sequence[Line], at: int, table: Table, places: Places) -> list[Cell]:
    """The cells of a row that has one cell a line, beginning at an index; a cell may be missing behind the name."""
    if table.person > 0:
        row = lines[at : at + len(table.kinds)]
        return [(kind, line.start, line.end) for kind, line in zip(table.kinds, row, strict=False)]
    found: list[Cell] = [(table.kinds[0], lines[at].start, lines[at].end)]
    column, following = 1, at + 1
    while column < len(table.kinds) and following < len(lines):
        line = lines[following]
        fitting = next((i for i in range(column, len(table.kinds)) if _fits(table.kinds[i], line.text, places)), None)
        if fitting is None:
            break
        found.append((table.kinds[fitting], line.start, line.end))
        column, following = fitting + 1, following + 1
    return found


def _fits(kind: Kind, words: str, places: Places) -> bool:
    if kind in ("mark", "away"):
        return mark(words) is not None
    if kind == "party":
        return words.strip("()").upper() in PARTIES
    if kind == "organisation":
        return len(words) <= 70 and (places.of(words) is not None or is_organisation(words) or words.isupper())
    if kind == "title":
        return len(words) <= 70 and (has_title(words) or role_of(words) is not None)
    if kind in TERMS:
        return next(dates.find(words), None) is not None
    return kind == "other" and ("@" in words or words[:1].isdigit())


def stacked_at(lines: Sequence[Line], at: int, is_name: Callable[[Line], bool]) -> list[list[Cell]]:
    """The rows of a table that has become one column after the other: `Namn` over all names, `Parti` over all parties.

    Empty where the line begins no such table; each further column has as many lines as there are names.
    """
    if _kind(lines[at].text) != "name" or at + 2 >= len(lines) or not is_name(lines[at + 1]):
        return []
    stop = at + 1
    while stop < len(lines) and is_name(lines[stop]):
        stop += 1
    count = stop - at - 1
    rows: list[list[Cell]] = [[("name", line.start, line.end)] for line in lines[at + 1 : stop]]
    while count > 1 and stop + count < len(lines):
        kind = _kind(lines[stop].text)
        column = lines[stop + 1 : stop + 1 + count]
        if kind in ("mark", "away") and any(mark(line.text) is None for line in column):
            break  # `Förhinder` over people, no column of ticks
        if kind is None or kind in PEOPLE or any(_kind(line.text) in PEOPLE and kind != "title" for line in column):
            break
        for row, line in zip(rows, column, strict=True):
            row.append((kind, line.start, line.end))
        stop += 1 + count
    return rows if len(rows) > 1 and len(rows[0]) > 1 else []


def mark(words: str) -> Status | None:
    """Whether the mark of a cell means present or absent; None for anything else.

    >>> mark("x"), mark("Nej"), mark("punkt 3")
    ('present', 'absent', None)
    """
    bare = words.strip(" .()").casefold()
    return "present" if bare in _YES else "absent" if bare in _NO else None


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
