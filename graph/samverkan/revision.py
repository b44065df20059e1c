"""Facts and corrections in, facts out, with how each is known: the step between reading and triples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from samverkan import facts_json
from samverkan.corrections import Correction, Known, is_single
from samverkan.facts import Evidence, Facts

# What became of a correction: it was made; the reader says so itself by now; nothing (or several things) that it
# could mean is read any more; its words stand nowhere in the text.
Outcome: TypeAlias = Literal["made", "read so", "nothing", "several", "no such words"]

ADDED: Final = "correction.added"

_MESSAGES: Final[dict[Outcome, str]] = {
    "nothing": "nothing that it could mean is read from the document any more; correct what is read now, or undo it",
    "several": "it could mean several facts; add values to `row` that tell them apart, or the quote",
    "no such words": "its quote stands nowhere in the document; copy the words from the document as they stand there",
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of a correction."""

    correction: Correction
    outcome: Outcome

    @property
    def problem(self) -> str | None:
        """What is wrong with it and what to do; None where it holds."""
        if self.outcome not in _MESSAGES:
            return None
        row = self.correction
        where = f"{row.where}: " if row.where else ""
        return f"{where}{row.act} {row.says} ({row.key}, {row.who} {row.when[:10]}): {_MESSAGES[self.outcome]}"


@dataclass(frozen=True, slots=True)
class Way:
    """How a fact is known, and the corrections that made it so, in their order."""

    known: Known = "read"
    by: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A fact that was read and is no more: its place `at` among those read, `now` the place of what it became."""

    kind: str
    at: int
    row: Any
    now: int | None
    by: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What corrections made of the facts `as_read`; `ways` has those that are not simply read, by kind and place."""

    facts: Facts
    as_read: Facts
    ways: Mapping[tuple[str, int], Way] = field(default_factory=dict)
    former: tuple[Former, ...] = ()
    effects: tuple[Effect, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with corrections that could not be made."""
        return tuple(each.problem for each in self.effects if each.problem)

    def way(self, kind: str, place: int = 0) -> Way:
        """How the fact of a kind at a place is known."""
        return self.ways.get((kind, place), _READ)


_READ: Final = Way()


def revise(facts: Facts, corrections: Sequence[Correction], text: str | None) -> Revision:
    """The facts of a document as corrections have them; `text` is the document's, in which added facts are quoted.

    Corrections are made in the order given. Evidence stays as it was read. One that cannot be made changes nothing, and
    its effect says why.
    """
    if not corrections:
        return Revision(facts, facts)
    sheets = {kind: _Sheet(kind, facts) for kind in dict.fromkeys(row.kind for row in corrections)}
    effects = tuple(Effect(row, sheets[row.kind].make(row, text)) for row in corrections)
    ways: dict[tuple[str, int], Way] = {}
    former: list[Former] = []
    given: dict[str, Any] = {}
    for kind, sheet in sheets.items():
        now = [entry for entry in sheet.entries if entry.row is not None]
        rows = tuple(entry.row for entry in now)
        given[kind] = (rows[0] if rows else None) if is_single(kind) else rows
        ways.update(((kind, place), entry.way) for place, entry in enumerate(now) if entry.by)
        former += sheet.former(now)
    return Revision(replace(facts, **given), facts, ways, tuple(former), effects)


@dataclass(slots=True)
class _Entry:
    """A fact on its way through the corrections: `row` is None once it is rejected, `at` its place among those read."""

    row: Any
    at: int | None
    read: Any
    by: list[Correction] = field(default_factory=list)

    @property
    def way(self) -> Way:
        changed = any(each.act in ("add", "change") for each in self.by) and self.row != self.read
        return Way("corrected" if changed else "confirmed", tuple(self.by))


class _Sheet:
    """The facts of one kind while they are corrected."""

    def __init__(self, kind: str, facts: Facts) -> None:
        value = getattr(facts, kind)
        rows = ((value,) if value is not None else ()) if is_single(kind) else value
        self.kind = kind
        self.entries = [_Entry(row, at, row) for at, row in enumerate(rows)]

    def make(self, row: Correction, text: str | None) -> Outcome:
        """Make a correction; what became of it."""
        found = self._meant(dict(row.row), row.quote)
        if row.act == "add":
            return self._add(row, found, text)
        if not found:
            so = row.act == "change" and self._meant({**dict(row.row), **dict(row.to)}, row.quote)
            return self._read_so(so, row) if so else "nothing"
        if any(_content(entry.row) != _content(found[0].row) for entry in found):
            return "several"
        for entry in found:
            entry.by.append(row)
            if row.act == "reject":
                entry.row = None
            elif row.act == "change":
                entry.row = replace(entry.row, **dict(row.to))
        return "made"

    def _add(self, row: Correction, found: list[_Entry], text: str | None) -> Outcome:
        same = [entry for entry in found if _content(entry.row) == _content(_made(row, None))]
        if same:
            return self._read_so(same, row)
        if is_single(self.kind) and any(entry.row is not None for entry in self.entries):
            return "several"
        evidence = _passage(text, row.quote or "") if text is not None else None
        if text is not None and evidence is None:
            return "no such words"
        self.entries.append(_Entry(_made(row, evidence), None, None, [row]))
        return "made"

    @staticmethod
    def _read_so(found: list[_Entry], row: Correction) -> Outcome:
        for entry in found:
            entry.by.append(row)
        return "read so"

    def _meant(self, values: Mapping[str, Any], quote: str | None) -> list[_Entry]:
        """The facts with these values whose passage has the quote in it, or lies in it."""
        return [
            entry
            for entry in self.entries
            if entry.row is not None
            and all(getattr(entry.row, name) == value for name, value in values.items())
            and _agrees(entry.row.evidence, quote)
        ]

    def former(self, now: Sequence[_Entry]) -> Iterator[Former]:
        """The facts that were read and are no more."""
        places = {id(entry): place for place, entry in enumerate(now)}
        for entry in self.entries:
            if entry.at is not None and entry.row != entry.read and not is_single(self.kind):
                yield Former(self.kind, entry.at, entry.read, places.get(id(entry)), tuple(entry.by))


def _made(row: Correction, evidence: Evidence | None) -> Any:
    return replace(facts_json.row(row.kind, dict(row.row), row.where), evidence=evidence)


def _content(row: Any) -> Any:
    return replace(row, evidence=None)


def _agrees(evidence: Evidence | None, quote: str | None) -> bool:
    """Whether a passage can be the one that a correction quotes: either lies in the other, white space aside."""
    if evidence is None or quote is None:
        return True
    there, here = " ".join(evidence.quote.split()), " ".join(quote.split())
    return there in here or here in there


def _passage(text: str, quote: str) -> Evidence | None:
    """Where the words of a quote stand in the text, however they are broken over lines; the first place."""
    words = quote.split()
    at = text.find(words[0])
    while at >= 0:
        end = at
        for word in words:
            while end < len(text) and text[end].isspace() and end > at:
                end += 1
            if not text.startswith(word, end):
                break
            end += len(word)
        else:
            return Evidence(at, end, text[at:end], ADDED, 1.0)
        at = text.find(words[0], at + 1)
    return None
