"""Judgements: recorded verdicts on whether two things are one, each with who said so, when and why.

They stand in a CSV file with the columns `COLUMNS`. A thing is written as its path below the base (`person/12/åsa_ek`),
so that the file holds under any base. What follows from the rows does not depend on their order.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from hashlib import blake2b, sha256
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast, get_args
from unicodedata import normalize

from samverkan.errors import JudgementError

Verdict: TypeAlias = Literal["same", "different", "unsure"]
Pair: TypeAlias = tuple[str, str]
VERDICTS: Final = get_args(Verdict)

# Only things of one of these groups can be one another.
_KINDS: Final = (
    ("person",),
    ("body", "organisation", "collective", "municipality", "region", "post"),
    ("strategy", "agreement", "plan", "project", "law", "work"),
)
_PATH: Final = re.compile(r"[a-z]+(?:/[^\s/]+)+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two things; `same` keeps `one`. `when` is a day or a moment (ISO 8601), `line` where it stands."""

    one: str
    one_name: str
    other: str
    other_name: str
    verdict: Verdict
    who: str
    when: str
    why: str
    line: int = field(default=0, compare=False)

    @property
    def pair(self) -> Pair:
        """The two things, in the order of their paths."""
        return pair_of(self.one, self.other)

    @property
    def moment(self) -> datetime:
        """When it was said; a day is its first moment, in universal time."""
        moment = datetime.fromisoformat(self.when)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


COLUMNS: Final = tuple(each.name for each in fields(Judgement) if each.name != "line")


@dataclass(frozen=True, slots=True, eq=False)
class Judgements:
    """All rows in the order of their moments, those that hold, and what follows from them.

    `kept` leads from the path of each thing that was merged to the one that stands for it; `names` has the names of
    those that stand for others and are not known anyway.
    """

    rows: tuple[Judgement, ...] = ()
    in_force: Mapping[Pair, Judgement] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    _verdicts: Mapping[Pair, Judgement] = field(default_factory=dict, repr=False)

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What was said of two things, or follows from what was said of those that they stand for."""
        pair = pair_of(self.kept.get(one, one), self.kept.get(other, other))
        if pair[0] == pair[1]:
            return "same"
        said = self._verdicts.get(pair)
        return said.verdict if said else None

    @property
    def digest(self) -> str:
        """A digest of all rows, whatever their order."""
        lines = sorted(json.dumps([getattr(row, name) for name in COLUMNS]) for row in self.rows)
        return f"sha256:{sha256(' '.join(lines).encode()).hexdigest()}"


NONE: Final = Judgements()


def pair_of(one: str, other: str) -> Pair:
    """Two things in the order of their paths."""
    return (one, other) if one <= other else (other, one)


def pair_key(pair: Pair) -> str:
    """A short name for a pair, the same on every run, to be typed.

    >>> pair_key(("person/98/bo_ek", "person/98/bo_eek"))
    'e21d3705'
    """
    return blake2b("\n".join(pair_of(*pair)).encode(), digest_size=4).hexdigest()


def load(path: Path, known: Container[str] = ()) -> Judgements:
    """The judgements in a file, none where there is no such file; `known` are paths that must never be merged away.

    `JudgementError` names the row that cannot be read, or the rows that contradict each other.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return NONE
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(f"{path}: cannot be read: {error}") from None
    return settle(parse(text, str(path)), known, str(path))


def parse(text: str, where: str) -> tuple[Judgement, ...]:
    """The rows of a file, each checked for itself."""
    reader = csv.DictReader(StringIO(text, newline=""))
    if reader.fieldnames is not None and tuple(reader.fieldnames) != COLUMNS:
        raise JudgementError(f"{where}: the first line must read {','.join(COLUMNS)}")
    return tuple(_row(values, f"{where}, line {reader.line_num}", reader.line_num) for values in reader)


def written(rows: Iterable[Judgement]) -> str:
    """Rows as the text of a file."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(row, name) for name in COLUMNS] for row in rows)
    return out.getvalue()


def checked(row: Judgement, where: str) -> Judgement:
    """A row whose values can be used; `JudgementError` says what is wrong with it."""
    for name in ("one", "other"):
        path = getattr(row, name)
        if not _PATH.fullmatch(path) or _group(path) is None:
            raise JudgementError(
                f"{where}: {name} is {path!r}; write a path such as person/12/åsa_ek, without the base"
            )
    if row.one == row.other:
        raise JudgementError(f"{where}: {row.one} is compared with itself")
    if row.verdict == "same" and _group(row.one) != _group(row.other):
        raise JudgementError(f"{where}: {row.one} and {row.other} are things of two kinds and can never be one")
    if row.verdict not in VERDICTS:
        raise JudgementError(f"{where}: the verdict is {row.verdict!r}; use one of {', '.join(VERDICTS)}")
    for name in ("one_name", "other_name", "who", "why"):
        if not getattr(row, name).strip():
            raise JudgementError(f"{where}: {name} is empty; a judgement says whom it is of, who made it and why")
    try:
        _ = row.moment
    except ValueError:
        raise JudgementError(f"{where}: when is {row.when!r}; write a day or a moment, as 2026-11-22") from None
    return row


def _row(values: Mapping[str | None, str | None], where: str, line: int) -> Judgement:
    if None in values or None in values.values():
        raise JudgementError(f"{where}: this row has not {len(COLUMNS)} values")
    given = {name: normalize("NFC", (values[name] or "").strip()) for name in COLUMNS}
    verdict = cast(Verdict, given.pop("verdict"))
    return checked(Judgement(**given, verdict=verdict, line=line), where)


def _group(path: str) -> int | None:
    kind = path.partition("/")[0]
    return next((number for number, kinds in enumerate(_KINDS) if kind in kinds), None)


def settle(rows: Iterable[Judgement], known: Container[str] = (), where: str = "judgements") -> Judgements:
    """What follows from rows, whatever their order: the latest of a pair holds, `same` joins into groups.

    `JudgementError` names the rows where one group holds two things that are said to be different, or two of `known`.
    """
    every = tuple(sorted(rows, key=lambda row: (row.moment, row.one, row.other, row.verdict)))
    in_force: dict[Pair, Judgement] = {}
    for row in every:
        before = in_force.get(row.pair)
        if before and before.moment == row.moment and (before.verdict, before.one) != (row.verdict, row.one):
            raise JudgementError(
                f"{where}: {_lines(before, row)} say different things of {row.one} and {row.other} at the same moment; "
                "let one of them go, or say when more exactly"
            )
        in_force[row.pair] = row
    sames = [row for row in in_force.values() if row.verdict == "same"]
    kept: dict[str, str] = {}
    for group in _groups(sames):
        first = _first(group, [row for row in sames if row.one in group], known, where)
        kept.update((path, first) for path in group if path != first)
    verdicts = dict(_apart(in_force.values(), sames, kept, where))
    names = _names(sames, {path for path in kept.values() if path not in known})
    return Judgements(every, in_force, kept, names, verdicts)


def _groups(sames: Iterable[Judgement]) -> list[frozenset[str]]:
    """The sets of things that are one."""
    parent: dict[str, str] = {}

    def root(path: str) -> str:
        while (above := parent.setdefault(path, path)) != path:
            path = above
        return path

    for row in sames:
        one, other = sorted((root(row.one), root(row.other)))
        parent[other] = one
    groups = defaultdict(set)
    for path in parent:
        groups[root(path)].add(path)
    return [frozenset(group) for _, group in sorted(groups.items())]


def _first(group: frozenset[str], sames: list[Judgement], known: Container[str], where: str) -> str:
    """The one that stands for a group: the known one; else the `one` that is nobody's `other`, by the latest row."""
    there = sorted(path for path in group if path in known)
    if len(there) > 1:
        raise JudgementError(
            f"{where}: {_lines(*sames)} make {' and '.join(there)} one, but both stand in the register; "
            "take the row back, or make them one entry of the register"
        )
    if there:
        return there[0]
    merged = {row.other for row in sames}
    return max((row.one not in merged, row.moment, row.one) for row in sames)[-1]


def _apart(
    rows: Iterable[Judgement], sames: list[Judgement], kept: Mapping[str, str], where: str
) -> Iterator[tuple[Pair, Judgement]]:
    """What was said of things that are not one, by those that stand for them; `different` counts before `unsure`."""
    for row in sorted(rows, key=lambda row: (row.verdict == "different", row.moment, row.pair)):
        pair = pair_of(*(kept.get(path, path) for path in row.pair))
        if pair[0] != pair[1]:
            yield pair, row
        elif row.verdict == "different":
            raise JudgementError(
                f"{where}: {_lines(row)} says that {row.one_name} ({row.one}) and {row.other_name} ({row.other}) are "
                f"different, but {_lines(*_chain(row.one, row.other, sames))} make them one; take one of these back"
            )


def _chain(one: str, other: str, sames: list[Judgement]) -> list[Judgement]:
    """The rows that lead from one thing to another, as few as can be."""
    ways: dict[str, list[Judgement]] = {one: []}
    ends = [one]
    while other not in ways:
        reached = [(row, end) for end in ends for row in sames if end in row.pair]
        ends = []
        for row, end in reached:
            far = row.other if row.one == end else row.one
            if far not in ways:
                ways[far] = [*ways[end], row]
                ends.append(far)
    return ways[other]


def _names(sames: Iterable[Judgement], kept: Container[str]) -> dict[str, str]:
    """The names of those that stand for others, by the latest row that keeps them."""
    rows = sorted(sames, key=lambda row: (row.moment, row.pair))
    named = chain.from_iterable(((row.other, row.other_name), (row.one, row.one_name)) for row in rows)
    return {path: name for path, name in named if path in kept}


def _lines(*rows: Judgement) -> str:
    """Where rows stand, for a message."""
    lines = sorted({row.line for row in rows})
    if not lines[0]:
        return f"the {'rows' if len(lines) > 1 else 'new row'}"
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"
