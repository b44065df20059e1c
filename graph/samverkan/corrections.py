"""Corrections: facts that somebody adds, changes, rejects or confirms, each with who said so, when and why.

They stand in JSON files in one folder, each file those of one document (the form: `data/corrections/README.md`). A
correction speaks of a fact by the document's key, the kind of fact, its values and the passage that says it, never by
its place or by the rule that read it: so it holds when the reader is changed.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, cast, get_args
from unicodedata import normalize

from samverkan import facts_json
from samverkan.errors import CorrectionError, FactsError

Act: TypeAlias = Literal["add", "change", "reject", "confirm"]
ACTS: Final[tuple[str, ...]] = get_args(Act)

# How a fact is known: read by a rule, read and then corrected (or added), read and then found right.
Known: TypeAlias = Literal["read", "corrected", "confirmed"]
KNOWN: Final[tuple[str, ...]] = get_args(Known)

Values: TypeAlias = tuple[tuple[str, Any], ...]

_KEYS: Final = ("act", "kind", "row", "to", "quote", "who", "when", "why")
_NEEDED: Final = ("act", "kind", "row", "who", "when", "why")
_DATES: Final = frozenset(("date", "published", "start", "end", "due", "dates"))
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody says of a fact of a document; `kind` is a key of the facts contract.

    `row` are the values that the fact is known by (of an added one: all that it says), `to` the new values of a changed
    one, `quote` the passage that says it. `when` is a day or a moment (ISO 8601), `where` the place in its file.
    """

    document: str
    act: Act
    kind: str
    row: Values
    who: str
    when: str
    why: str
    to: Values = ()
    quote: str | None = None
    where: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        """A short name, the same on every run, to be typed."""
        return blake2b(json.dumps([self.document, to_json(self)]).encode(), digest_size=4).hexdigest()

    @property
    def moment(self) -> datetime:
        """When it was said; a day is its first moment, in universal time."""
        moment = datetime.fromisoformat(self.when)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @property
    def says(self) -> str:
        """What it says in a line: `attendance: Ann Ek · role: chair → role: secretary`."""
        changed = f" → {in_words(self.to, True)}" if self.to else ""
        return f"{self.kind}: {in_words(self.row)}{changed}"


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections, those of a document in the order of their moments."""

    rows: tuple[Correction, ...] = ()
    _by_document: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict, repr=False)

    def of(self, document: str) -> tuple[Correction, ...]:
        """Those of the document with a key."""
        return self._by_document.get(_same(document), ())


NONE: Final = Corrections()


def gathered(rows: Iterable[Correction]) -> Corrections:
    """Corrections, whatever their order; one that is given twice counts once."""
    every = sorted(dict.fromkeys(rows), key=lambda row: (row.moment, row.document, row.key))
    by_document: dict[str, tuple[Correction, ...]] = {}
    for row in every:
        by_document[_same(row.document)] = (*by_document.get(_same(row.document), ()), row)
    return Corrections(tuple(every), by_document)


def load(folder: Path) -> Corrections:
    """The corrections in the JSON files of a folder, none where there is no such folder.

    `CorrectionError` names the file, the correction and the value that cannot be read, and what would be right.
    """
    rows: list[Correction] = []
    for path in sorted(folder.glob("*.json")):
        rows += load_file(path)
    return gathered(rows)


def load_file(path: Path) -> tuple[Correction, ...]:
    """The corrections in one file, in its order."""
    try:
        return parse(path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionError(f"{path}: cannot be read: {error}") from None


def parse(text: str, where: str) -> tuple[Correction, ...]:
    """The corrections in a JSON text: `{"document": key, "corrections": [{"act": …, "kind": …, "row": {…}, …}]}`."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CorrectionError(f"{where}: not JSON: {error}") from None
    if not isinstance(value, dict) or set(value) != {"document", "corrections"}:
        raise CorrectionError(f'{where}: a file of corrections reads {{"document": key, "corrections": [ … ]}}')
    document, rows = value["document"], value["corrections"]
    if not isinstance(document, str) or not document.strip():
        raise CorrectionError(f"{where}: document must be the key of a document, the name of its file without ending")
    if not isinstance(rows, list):
        raise CorrectionError(f"{where}: corrections must be a list")
    return tuple(
        from_json(document, each, f"{where}, corrections[{number}]", f"{where}:{number}")
        for number, each in enumerate(rows)
    )


def from_json(document: str, value: Any, where: str, place: str = "") -> Correction:
    """A correction as its file has it; `CorrectionError` says what is wrong with it."""
    if not isinstance(value, dict):
        raise CorrectionError(f"{where} must be an object")
    if unknown := [key for key in value if key not in _KEYS]:
        raise CorrectionError(f"{where}: unknown key {unknown[0]}; known here: {', '.join(_KEYS)}")
    if missing := [key for key in _NEEDED if key not in value]:
        raise CorrectionError(f"{where}: {missing[0]} is missing; a correction says {', '.join(_NEEDED)}")
    for key in ("act", "kind", "who", "when", "why", *(("quote",) if value.get("quote") is not None else ())):
        if not isinstance(value[key], str) or not value[key].strip():
            raise CorrectionError(f"{where}: {key} must be a text that is not empty")
    if value["act"] not in ACTS:
        raise CorrectionError(f"{where}: act is {value['act']!r}; use one of {', '.join(ACTS)}")
    if value["kind"] not in facts_json.kinds():
        raise CorrectionError(f"{where}: kind is {value['kind']!r}; use one of {', '.join(facts_json.kinds())}")
    made = Correction(
        document=normalize("NFC", document),
        act=cast(Act, value["act"]),
        kind=value["kind"],
        row=_values(value["kind"], value["row"], f"{where}: row"),
        to=_values(value["kind"], value.get("to") or {}, f"{where}: to"),
        quote=value.get("quote"),
        who=value["who"].strip(),
        when=value["when"].strip(),
        why=value["why"].strip(),
        where=place,
    )
    _check(made, where)
    return made


def _values(kind: str, value: Any, where: str) -> Values:
    try:
        given = facts_json.values(kind, value, where)
    except FactsError as error:
        raise CorrectionError(str(error)) from None
    return tuple((each.name, given[each.name]) for each in fields(facts_json.kinds()[kind]) if each.name in given)


def _check(made: Correction, where: str) -> None:
    """What no value by itself can tell: that the act has all it needs, that days are days."""
    single = is_single(made.kind)
    if made.act == "add":
        try:
            facts_json.row(made.kind, dict(made.row), f"{where}: row")
        except FactsError as error:
            raise CorrectionError(str(error)) from None
        if made.quote is None:
            raise CorrectionError(f"{where}: quote is missing; an added fact says which words of the document say it")
    elif not made.row and not single:
        raise CorrectionError(f"{where}: row is empty; give the values that the fact is known by")
    if made.act == "change" and not made.to:
        raise CorrectionError(f"{where}: to is missing; a change says which values become what")
    if made.act != "change" and made.to:
        raise CorrectionError(f"{where}: to belongs to a change, not to {made.act}")
    if made.act == "reject" and made.kind == "document":
        raise CorrectionError(f"{where}: a document cannot be rejected; change its values, or do not load it")
    for name, value in (*made.row, *made.to):
        for each in value if isinstance(value, tuple) else (value,):
            if name in _DATES and each is not None and not _is_date(each):
                raise CorrectionError(f"{where}: {name} is {each!r}; write a day, a month or a year, as 2021-09-07")
    try:
        _ = made.moment
    except ValueError:
        raise CorrectionError(f"{where}: when is {made.when!r}; write a day or a moment, as 2026-11-22") from None


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    try:
        return match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def is_single(kind: str) -> bool:
    """Whether a document has at most one fact of a kind: the document, its body, its meeting."""
    return kind in ("document", "body", "meeting")


def to_json(row: Correction) -> dict[str, Any]:
    """A correction as its file has it."""
    said = {
        "act": row.act, "kind": row.kind, "row": dict(row.row), "to": dict(row.to), "quote": row.quote,
        "who": row.who, "when": row.when, "why": row.why,
    }  # fmt: skip
    return {key: value for key, value in said.items() if key == "row" or value not in (None, {})}


def written(document: str, rows: Iterable[Correction]) -> str:
    """The text of a document's file, its corrections in the order given."""
    value = {"document": document, "corrections": [to_json(row) for row in rows]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def in_words(values: Iterable[tuple[str, Any]], named: bool = False) -> str:
    """Values in a line, the first bare unless all are to be `named`; what is not given is left out unless named."""
    return " · ".join(_in_words(values, named))


def _in_words(values: Iterable[tuple[str, Any]], named: bool) -> Iterator[str]:
    for place, (name, value) in enumerate(pair for pair in values if named or pair[1] not in (None, ())):
        yield _said(value) if place == 0 and not named else f"{name}: {_said(value)}"


def _said(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:.2f}".removesuffix(".00")
    return "–" if value is None else str(value)


def _same(document: str) -> str:
    """A key as documents are told apart by it."""
    return normalize("NFC", document).casefold()
