"""The shipped queries: files of SPARQL with a header that says what they answer, take and give.

A file is valid SPARQL as it stands and then runs without limits. A parameter is a line such as
`VALUES ?body { UNDEF }  # parameter body`; binding it puts a typed term between the braces, never text.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from samverkan.errors import NotFound, ParameterError, QueryError
from samverkan.lookup import TYPES, resolve
from samverkan.resources import folder
from samverkan.store import Rows, Store, Term
from samverkan.store.answers import Answers
from samverkan.store.snapshot import SnapshotStore

__all__ = [
    "LEVELS",
    "Cell",
    "Level",
    "Parameter",
    "Query",
    "answered",
    "catalogue",
    "cells",
    "checks",
    "networks",
    "pages",
    "query",
    "read",
    "resolve",
    "run",
    "tables",
]

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


@dataclass(frozen=True, slots=True)
class Query:
    """A shipped query; `columns` are those that a reader sees, in order, `network` the columns of an edge.

    `level` is that of a check: how grave each of its rows is. `kept` names what parts the whole answer that a snapshot
    keeps: a parameter, or a key that only publication binds; empty where none is kept. `kept_of` is the type of what it
    takes where that is wider than its own.
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

    def label(self, column: str, language: str) -> str:
        """How a column is headed in a language, `sv` or `en`."""
        if column in self.labels:
            return self.labels[column][language]
        swedish, english = COLUMNS.get(column, (column, column))
        return swedish if language == "sv" else english

    @property
    def keys(self) -> tuple[str, ...]:
        """The places that are bound by who has looked something up beforehand, such as `text.statement`."""
        return tuple(_KEY.findall(self.text))

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
        return _PLACE.sub(lambda place: _bound(place, values), self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value for a reader: its words (None where the answer has none) and the node behind them, for a link."""

    text: str | None
    term: Term | None


# A place where a parameter goes: a VALUES block of one variable on a line of its own.
_PLACE: Final = re.compile(
    r"^(?P<before>\s*VALUES \?\w+ \{ )(?P<default>.*)(?P<after> \}\s+# (?:parameter|key) (?P<name>[\w.]+))$",
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


def _bound(place: re.Match[str], values: Mapping[str, Term | Sequence[Term]]) -> str:
    if place["name"] not in values:
        return place[0]
    value = values[place["name"]]
    terms = value if isinstance(value, Sequence) else (value,)
    return f"{place['before']}{' '.join(map(str, terms))}{place['after']}"


def catalogue() -> Mapping[str, Query]:
    """The queries for everybody, by name."""
    return _folder("")


def checks() -> Mapping[str, Query]:
    """The checks, by name: every row of one is an offence."""
    return _folder("checks")


def networks() -> Mapping[str, Query]:
    """The queries that networks are made from, by name."""
    return _folder("networks")


def pages() -> Mapping[str, Query]:
    """The queries that entity pages are made from, by name."""
    return _folder("pages")


def tables() -> Mapping[str, Query]:
    """The queries that give all statements of a kind as a table, by name."""
    return _folder("tables")


def query(name: str) -> Query:
    """The query `name`, or `checks/name`, `networks/name` or `pages/name`; `NotFound` gives the nearest names."""
    group, _, own = name.rpartition("/")
    found = _folder(group) if group in _GROUPS else {}
    if own in found:
        return found[own]
    near = ", ".join(difflib.get_close_matches(name, catalogue(), n=3, cutoff=0.4)) or ", ".join(catalogue())
    raise NotFound(f"no query is called {name!r}; there are {near}")


_Arguments: TypeAlias = Mapping[str, str | Sequence[str]]


def run(store: Store, name: str, arguments: _Arguments = MappingProxyType({})) -> Rows:
    """The rows of the query `name`; arguments are words as people write them, an empty one counts as not given.

    Several words for one argument are several values, of which any fits. What a snapshot has worked out is not asked.
    """
    found = _ready(store, name, arguments)
    return store.select(found) if isinstance(found, str) else found


def answered(store: Store, answers: Answers, name: str, arguments: _Arguments, most: int) -> Rows:
    """The first `most` rows of the query `name`, worked out by who answers outsiders, within the limits for these.

    Raises what `Answers.answer` does. The names in the arguments are looked up in `store`.
    """
    found = _ready(store, name, arguments, _MOST_BYTES)
    if not isinstance(found, str):
        return Rows(found.variables, islice(found.rows, most))
    answer = answers.answer(limited(found, most), ("json",), rows=most)
    solutions = parse_query_results(answer.body, QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    return Rows(tuple(each.value for each in solutions.variables), islice(map(tuple, solutions), most))


def limited(text: str, most: int) -> str:
    """The text of a shipped query that gives at most so many rows; one that limits itself stays as it is."""
    return text if _LIMITED.search(text) else f"{text.rstrip()}\nLIMIT {most}\n"


_MOST_BYTES: Final = 60_000  # of a text for who answers outsiders, who takes 64 kB
_LIMITED: Final = re.compile(r"\bLIMIT \d+\s*$")


def _ready(store: Store, name: str, arguments: _Arguments, most_bytes: int | None = None) -> str | Rows:
    """The text of a query with its arguments, or its answer where that was worked out at publication.

    What was looked up for it is left out of a text that would be longer than `most_bytes`.
    """
    asked = query(name)
    types = {parameter.name: parameter.type for parameter in asked.parameters}
    values: dict[str, Term | Sequence[Term]] = {}
    for key, words in arguments.items():
        texts = [words] if isinstance(words, str) else words
        terms = [resolve(store, types[key], text) if key in types else Text(text) for text in texts if text.strip()]
        if terms:
            values[key] = terms
    kept = None
    if not values.keys() - {"language"} and isinstance(store, SnapshotStore):
        language = values.get("language", _SWEDISH)
        kept = store.kept(name, language.value) if isinstance(language, Text) else None
    if kept:
        return kept
    text = asked.bind(values | _looked_up(store, asked, values))
    return text if most_bytes is None or len(text.encode()) <= most_bytes else asked.bind(values)


def _looked_up(store: Store, asked: Query, values: Mapping[str, Term | Sequence[Term]]) -> dict[str, Sequence[Term]]:
    """What has the words of a text somewhere, by the index of a snapshot, for places such as `# key text.statement`.

    So the query need not read all words there are; it compares those of what was found.
    """
    index = store.index if isinstance(store, SnapshotStore) else None
    found: dict[str, Sequence[Term]] = {}
    for key in set(asked.keys) if index else ():
        parameter, _, table = key.partition(".")
        texts = values.get(parameter)
        if index and table and isinstance(texts, Sequence) and all(isinstance(text, Text) for text in texts):
            each = [index.having(table, text.value) for text in texts if isinstance(text, Text)]
            if None not in each:
                found[key] = [NamedNode(iri) for iris in each for iri in iris or ()] or [_NOTHING]
    return found


_NOTHING: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")


_SWEDISH: Final = Text("sv")


def cells(asked: Query, rows: Rows) -> Iterator[tuple[Cell, ...]]:
    """The rows for a reader: one cell for each of the query's columns, named by its `…Label` where there is one."""
    places = {variable: place for place, variable in enumerate(rows.variables)}
    pairs = [(places[column], places.get(f"{column}Label")) for column in asked.columns]
    for row in rows.rows:
        yield tuple(_cell(row, term, label) for term, label in pairs)


def _cell(row: Sequence[Term | None], place: int, label_place: int | None) -> Cell:
    term = row[place]
    named = row[label_place] if label_place is not None else None
    return Cell(_words(named if named is not None else term), term)


def _words(term: Term | None) -> str | None:
    match term:
        case Text():
            return term.value
        case NamedNode():
            return re.split(r"[/#]", term.value)[-1].replace("-", " ")
        case None:
            return None
        case _:
            return str(term)


_GROUPS: Final = ("", "candidates", "checks", "networks", "pages", "popolo", "tables")


@cache
def _folder(group: str) -> Mapping[str, Query]:
    paths = sorted((folder("queries") / group).glob("*.rq"))
    return MappingProxyType({path.stem: read(path) for path in paths})


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
    )


_Header = Mapping[tuple[str, str], Sequence[str]]


def _both(path: Path, said: _Header, key: str) -> Words:
    english = " ".join(said.get((key, "en"), []))
    if not english:
        raise QueryError(f"{path.name}: the header has no {key}")
    return {"en": english, "sv": " ".join(said.get((key, "sv"), [])) or english}


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
