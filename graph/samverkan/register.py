"""The register: municipalities, regions, counties, and the bodies and organisations known from public sources."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from samverkan.resources import folder

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: `code` is SCB's four digits, `name` the short official name, `forms` other ways to write it."""

    code: str
    name: str
    official_name: str
    name_en: str
    county_code: str
    latitude: float
    longitude: float
    wikidata: str
    orgnr: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """An elected region (the authority); `code` is the code of its county, `wikidata` and `orgnr` may be empty."""

    code: str
    name: str
    name_en: str
    wikidata: str
    orgnr: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class County:
    """A county (the area, län); `letter` is its ISO 3166-2 letter, `nuts3` its code of 2021."""

    code: str
    name: str
    name_en: str
    wikidata: str
    letter: str
    nuts3: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """A body or organisation known by a public source.

    `kind` is a body kind of the facts contract, or a kind of organisation; `county_code` is empty for one that works
    in the whole country; `part_of` names the organisation that a body belongs to.
    """

    name: str
    kind: str
    county_code: str
    part_of: str
    short_forms: tuple[str, ...]
    former_names: tuple[str, ...]
    source: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All ways to write it, its name first."""
        return (self.name, *self.short_forms, *self.former_names)


@dataclass(frozen=True, slots=True)
class Law:
    """An act or ordinance: `name` in the definite form of running text, `sfs` its number in the statute book (SFS)."""

    name: str
    short_forms: tuple[str, ...]
    sfs: str
    source: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a body or an organisation by a public source.

    `kind` is a word of the list `change-kinds`, `what` is what its names mean where the register does not know them:
    `body`, `organisation` or `region`. `moved` is who goes from one whole to another, in a move. `date` is a day,
    a month or a year, as exact as the source.
    """

    kind: str
    what: str
    county_code: str
    moved: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    date: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class SeatRule:
    """How many seats a side has on a body, and for how many years at a time it has the chair (0: no rule known)."""

    body: str
    county_code: str
    side: str
    seats: int
    chair_years: int
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """What is known before any document is read; compared by identity, so that what is made from it is cheaply kept."""

    municipalities: tuple[Municipality, ...]
    regions: tuple[Region, ...]
    counties: tuple[County, ...]
    bodies: tuple[KnownName, ...]
    organisations: tuple[KnownName, ...]
    laws: tuple[Law, ...] = ()
    changes: tuple[Change, ...] = ()
    seats: tuple[SeatRule, ...] = ()


@cache
def shipped() -> Register:
    """The register that the package brings."""
    return load(folder("data/register"))


def load(where: Path) -> Register:
    """The register in a folder of CSV files: municipalities, regions and counties, bodies, organisations, laws.

    Changes and rules of seats may be absent from a register of one's own.
    """
    regions = list(_rows(where / "regions.csv"))
    return Register(
        municipalities=_each(_rows(where / "municipalities.csv"), _municipality),
        regions=_each((row for row in regions if row["kind"] == "region"), _region),
        counties=_each((row for row in regions if row["kind"] == "county"), _county),
        bodies=_each(_rows(where / "bodies.csv"), _known),
        organisations=_each(_rows(where / "organisations.csv"), _known),
        laws=_each(_rows(where / "laws.csv"), _law),
        changes=_each(_rows_if_any(where / "changes.csv"), _change),
        seats=_each(_rows_if_any(where / "seats.csv"), _seat_rule),
    )


def _rows(path: Path) -> Iterable[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _rows_if_any(path: Path) -> Iterable[Mapping[str, str]]:
    return _rows(path) if path.exists() else ()


def _each(rows: Iterable[Mapping[str, str]], make: Callable[[Mapping[str, str]], T]) -> tuple[T, ...]:
    return tuple(make(row) for row in rows)


def _forms(text: str) -> tuple[str, ...]:
    return tuple(form for form in text.split("|") if form)


def _municipality(row: Mapping[str, str]) -> Municipality:
    return Municipality(
        row["code"], row["name_short"], row["name"], row["name_en"], row["county_code"],
        float(row["lat"]), float(row["lon"]), row["wikidata"], row["orgnr"], _forms(row["forms"]),
    )  # fmt: skip


def _region(row: Mapping[str, str]) -> Region:
    return Region(row["code"], row["name"], row["name_en"], row["wikidata"], row["orgnr"], _forms(row["forms"]))


def _county(row: Mapping[str, str]) -> County:
    return County(row["code"], row["name"], row["name_en"], row["wikidata"], row["letter"], row["nuts3"])


def _known(row: Mapping[str, str]) -> KnownName:
    return KnownName(
        row["name"], row["kind"], row["county_code"], row["part_of"],
        _forms(row["short_forms"]), _forms(row["former_names"]), row["source"],
    )  # fmt: skip


def _law(row: Mapping[str, str]) -> Law:
    return Law(row["name"], _forms(row["short_forms"]), row["sfs"], row["source"])


def _change(row: Mapping[str, str]) -> Change:
    return Change(
        row["kind"], row["what"], row["county_code"], row["moved"], _forms(row["before"]), _forms(row["after"]),
        row["date"], row["why"], row["source"],
    )  # fmt: skip


def _seat_rule(row: Mapping[str, str]) -> SeatRule:
    return SeatRule(
        row["body"], row["county_code"], row["side"], int(row["seats"]), int(row["chair_years"] or 0), row["source"]
    )
