"""The files of the queries: what the header of each says, and the query that it makes of them.

A file is valid SPARQL as it stands and then runs without limits. A parameter is a line such as
`VALUES ?body { UNDEF }  # parameter body`; binding it puts a typed term between the braces, never text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from samverkan.errors import ParameterError, QueryError
from samverkan.lookup import TYPES
from samverkan.store import Term

Words = Mapping[str, str]
"""What is said in each language: keys `sv` and `en`."""
Level = Literal["error", "warning", "notice"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
"""How grave a row of a check is, the gravest first.

Cannot be true or be traced; can hardly be true, so look; true, and somebody should act.
"""

# How columns that many queries share read, in Swedish and English; a header can say it otherwise.
COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "absent": ("Frånvarande", "Absent"),
    "assignee": ("Vem", "Who"),
    "body": ("Organ", "Body"),
    "capacity": ("Egenskap", "Capacity"),
    "chair": ("Ordförande", "Chair"),
    "confidence": ("Säkerhet", "Confidence"),
    "count": ("Antal", "Number of"),
    "county": ("Län", "County"),
    "date": ("Datum", "Date"),
    "days": ("Dagar", "Days"),
    "decisions": ("Beslut", "Decisions"),
    "document": ("Dokument", "Document"),
    "documents": ("Antal dokument", "Documents"),
    "draft": ("Utkast", "Draft"),
    "due": ("Senast", "Due"),
    "end": ("Sista dag", "Last day"),
    "fact": ("Uppgiftens adress", "Address of the statement"),
    "item": ("Ärende", "Item"),
    "items": ("Ärenden", "Items"),
    "jobTitle": ("Titel", "Job title"),
    "kind": ("Slag", "Kind"),
    "knownBy": ("Hur det är känt", "How it is known"),
    "meeting": ("Möte", "Meeting"),
    "meetings": ("Antal möten", "Meetings"),
    "mode": ("Form", "Form"),
    "number": ("Nummer", "Number"),
    "object": ("Till vem eller vad", "To whom or what"),
    "organisation": ("Företräder", "Represents"),
    "other": ("Och", "And"),
    "outcome": ("Utfall", "Outcome"),
    "partOfDay": ("Del av dagen", "Part of the day"),
    "party": ("Parti", "Party"),
    "person": ("Person", "Person"),
    "place": ("Plats", "Place"),
    "present": ("Närvarande", "Present"),
    "published": ("Publicerat", "Published"),
    "quote": ("Citat", "Quote"),
    "referredTo": ("Skickat till", "Sent to"),
    "relation": ("Förhållande", "Relation"),
    "role": ("Roll", "Role"),
    "secretary": ("Sekreterare", "Secretary"),
    "since": ("Från", "Since"),
    "start": ("Dag", "Day"),
    "status": ("Närvaro", "Attendance"),
    "subject": ("Vem eller vad", "Who or what"),
    "task": ("Uppgift", "Task"),
    "text": ("Beslutets ord", "Words"),
    "thing": ("Vad", "What"),
    "title": ("Rubrik", "Title"),
    "until": ("Till", "Until"),
    "vacancies": ("Vakanta platser", "Vacant seats"),
    "weight": ("Tyngd", "Weight"),
    "work": ("Dokument som avses", "Work"),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes: `type` is one of `lookup.TYPES`."""

    name: str
    type: str
    required: bool
    help: Words


class Narrowing(NamedTuple):
    """A parameter that only chooses among the rows of a whole answer: those with it in a column.

    With `least` rows are chosen where the text of what is in the column, which may be an aggregate such as
    `MAX(?when)`, is that of the parameter or comes after it.
    """

    parameter: str
    column: str
    least: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A shipped query; `columns` are those that a reader sees, in order, `network` the columns of an edge.

    `level` is that of a check: how grave each of its rows is. `kept` names what parts the whole answer that a snapshot
    keeps: a parameter, or a key that only publication binds; empty where none is kept. `kept_of` are the types of what
    it takes where these are wider than its own. `narrowed` are the parameters that choose among what is kept.
    `since` are parameters with a value of which some rows hold only from a text in a column on, and not without.
    `added` names the parameter by whose values the numbers of its groups `{  # added up` are kept, with their sums.
    """

    name: str
    text: str
    title: Words
    summary: Words
    answers: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    network: tuple[str, ...]
    labels: Mapping[str, Words] = field(default_factory=dict)
    level: Level = "error"
    kept: str = ""
    kept_of: str = ""
    narrowed: tuple[Narrowing, ...] = ()
    since: tuple[tuple[str, str], ...] = ()
    added: str = ""

    def label(self, column: str, language: str) -> str:
        """How a column is headed in a language, `sv` or `en`."""
        if column in self.labels:
            return self.labels[column][language]
        swedish, english = COLUMNS.get(column, (column, column))
        return swedish if language == "sv" else english

    @property
    def keys(self) -> tuple[str, ...]:
        """The places that are bound by who has looked something up beforehand, such as `text.statement`."""
        return _keys(self.text)

    def bind(self, values: Mapping[str, Term | Sequence[Term]]) -> str:
        """The text with its parameters bound, each to one term or to several.

        `ParameterError` names one that is missing, or that the query does not take.
        """
        known = {parameter.name for parameter in self.parameters}
        if unknown := sorted(set(values) - known - {self.kept} - set(self.keys)):
            takes = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
            raise ParameterError(f"query {self.name} takes no parameter {unknown[0]}; {takes}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                raise ParameterError(f"query {self.name} needs the parameter {parameter.name}: {parameter.help['en']}")
        *before, last = _pieces(self.text)
        return "".join([*(_bound(piece, values) for piece in before), last.text])


@lru_cache(1_000)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(_KEY.findall(text))


class _Piece(NamedTuple):
    """A text that ends where the values of a parameter go, and those that stand there."""

    text: str
    default: str = ""
    name: str = ""


@lru_cache(1_000)
def _pieces(text: str) -> tuple[_Piece, ...]:
    """A text, parted at the places of its parameters."""
    pieces, start = [], 0
    for place in _PLACE.finditer(text):
        pieces.append(_Piece(text[start : place.start("default")], place["default"], place["name"]))
        start = place.end("default")
    return (*pieces, _Piece(text[start:]))


def added_up(text: str) -> tuple[str, ...]:
    """The parts of a query whose numbers over everything are those of each thing, added up."""
    return tuple(each["select"] for each in _ADDED.finditer(text))


def with_sums(text: str, sums: Sequence[str]) -> str:
    """A query with a text, such as VALUES, in place of each of its parts that are added up."""
    remaining = iter(sums)
    return _ADDED.sub(lambda found: f"{found['space']}{next(remaining)}", text)


_ADDED: Final = re.compile(r"^(?P<space> *)\{  # added up\n(?P<select>.*?)^(?P=space)\}$", re.MULTILINE | re.DOTALL)
# A place where a parameter goes: a VALUES block of one variable on a line of its own.
_PLACE: Final = re.compile(
    r"^\s*VALUES \?\w+ \{ (?P<default>.*) \}\s+# (?:parameter|key) (?P<name>[\w.]+)$",
    re.MULTILINE,
)
_KEY: Final = re.compile(r"# key ([\w.]+)$", re.MULTILINE)
_LINE: Final = re.compile(r"#\+ (?P<key>\w+)(?:@(?P<language>\w+))?: (?P<value>.+)")
_PARAMETER: Final = re.compile(r'(?P<name>\w+) (?P<type>\w+)(?: (?P<need>required|optional))? "(?P<help>.*)"')
_LABEL: Final = re.compile(r'(?P<name>\w+) "(?P<label>.*)"')
_LANGUAGE: Final = Parameter(
    "language", "language", False,
    {"sv": "språk för namn på roller, utfall och annat", "en": "language of the names of roles, outcomes and such"},
)  # fmt: skip


def _bound(piece: _Piece, values: Mapping[str, Term | Sequence[Term]]) -> str:
    value = values.get(piece.name)
    if value is None:
        return piece.text + piece.default
    return piece.text + " ".join(map(str, value if isinstance(value, Sequence) else (value,)))


def read(path: Path) -> Query:
    """The query in a file; `QueryError` tells a header line that cannot be read."""
    text = path.read_text(encoding="utf-8")
    said: dict[tuple[str, str], list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            raise QueryError(f"{path.name}, line {number}: a header line reads `#+ key: value`, not {line!r}")
        said.setdefault((match["key"], match["language"] or "en"), []).append(match["value"])
    kept, _, kept_of = " ".join(said.get(("kept", "en"), [])).partition(" ")
    return Query(
        name=path.stem,
        text=text,
        title=_both(path, said, "title"),
        summary=_both(path, said, "summary"),
        answers=tuple(" ".join(said.get(("answers", "en"), [])).split()),
        parameters=tuple(_parameters(path, text, said)),
        columns=tuple(" ".join(said.get(("columns", "en"), [])).split()),
        network=tuple(" ".join(said.get(("network", "en"), [])).split()),
        labels=_labels(path, said),
        level=_level(path, said),
        kept=kept,
        kept_of=kept_of,
        narrowed=tuple(_narrowings(said)),
        since=tuple((each.parameter, each.column) for each in _narrowings(said, "since")),
        added=" ".join(said.get(("added", "en"), [])),
    )


_Header = Mapping[tuple[str, str], Sequence[str]]


def _both(path: Path, said: _Header, key: str) -> Words:
    english = " ".join(said.get((key, "en"), []))
    if not english:
        raise QueryError(f"{path.name}: the header has no {key}")
    return {"en": english, "sv": " ".join(said.get((key, "sv"), [])) or english}


def _narrowings(said: _Header, key: str = "narrowed") -> Iterator[Narrowing]:
    """What a line such as `#+ narrowed: body work=draft from<=day` says."""
    for word in " ".join(said.get((key, "en"), [])).split():
        parameter, sign, column = re.split("(<=|=|$)", word, maxsplit=1)
        yield Narrowing(parameter, column or parameter, sign == "<=")


def _level(path: Path, said: _Header) -> Level:
    level = " ".join(said.get(("level", "en"), [])) or "error"
    if level not in LEVELS:
        raise QueryError(f"{path.name}: {level} is no level of a check; use one of {', '.join(LEVELS)}")
    return level


def _labels(path: Path, said: _Header) -> Mapping[str, Words]:
    words: dict[str, dict[str, str]] = {}
    for language in ("en", "sv"):
        for value in said.get(("column", language), []):
            match = _matched(_LABEL, value, path)
            words.setdefault(match["name"], {"en": match["label"], "sv": match["label"]})[language] = match["label"]
    return words


def _parameters(path: Path, text: str, said: _Header) -> Iterator[Parameter]:
    matches = (_matched(_LABEL, value, path) for value in said.get(("parameter", "sv"), []))
    swedish = {match["name"]: match["label"] for match in matches}
    for value in said.get(("parameter", "en"), []):
        match = _matched(_PARAMETER, value, path)
        if match["type"] not in TYPES:
            raise QueryError(
                f"{path.name}: {match['type']} is no type of parameter; use one of {', '.join(sorted(TYPES))}"
            )
        words = {"en": match["help"], "sv": swedish.get(match["name"], match["help"])}
        yield Parameter(match["name"], match["type"], match["need"] != "optional", words)
    if any(place["name"] == "language" for place in _PLACE.finditer(text)):
        yield _LANGUAGE


def _matched(pattern: re.Pattern[str], value: str, path: Path) -> re.Match[str]:
    match = pattern.fullmatch(value)
    if not match:
        raise QueryError(f"{path.name}: the header line {value!r} cannot be read")
    return match
