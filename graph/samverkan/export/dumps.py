"""Files of the whole graph, and of each county's documents, made when the graph is published and not when asked for.

    dumps/<version>/samverkan.nq.gz …   the files; their digests are in
    dumps/<version>/manifest.json       what there is; a folder without it is not finished

What is made stays as long as no newer one is finished, so a file that is being taken is never cut short.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, Any, Final, cast

from isal import igzip
from pyoxigraph import NamedNode

from samverkan import queries
from samverkan.export import datapackage, graphs, popolo
from samverkan.store import Store, Term
from samverkan.store.formats import GRAPHS
from samverkan.writing import one_at_a_time

NAME: Final = "samverkan"
FOLDER: Final = "dumps"  # below the folder of the graph
MANIFEST: Final = "manifest.json"
_BUILDING: Final = "building-"
_LOCK: Final = ("making", "the files to take away could not be written")
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COUNTIES: Final = "pages/counties"
_KEPT: Final = 2  # finished ones: the newest, and the one that somebody may be taking


@dataclass(frozen=True, slots=True)
class File:
    """A file of a dump: `county` is the code of the county whose documents it holds, empty for the whole graph."""

    name: str
    form: str
    media: str
    county: str
    county_name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Dump:
    """All files of one state of the graph; `made` is the time, ISO 8601 in UTC.

    `triples` counts all statements, `classes` the things of each class, `properties` the statements with each property.
    """

    version: str
    made: str
    folder: Path
    files: tuple[File, ...]
    triples: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)

    def file(self, name: str) -> File | None:
        """The file of a name, None where there is none."""
        return next((each for each in self.files if each.name == name), None)


def make(store: Store, version: str, folder: Path) -> Dump:
    """Write all files of what `store` holds, which is known as `version`; those of the same version stay as they are.

    Stopped at any moment, it leaves the files of before. `StoreError` where they cannot be written.
    """
    with one_at_a_time(folder, *_LOCK):
        for left in folder.glob(f"{_BUILDING}*"):
            shutil.rmtree(left)
        found = current(folder)
        if found and found.version == version:
            return found
        building = Path(mkdtemp(prefix=_BUILDING, dir=folder))
        try:
            files = [_written(building, each) for each in _wanted(store)]
            made = datetime.now(UTC).isoformat(timespec="seconds")
            properties, classes = _counted(store, "properties"), _counted(store, "classes")
            counts = {"triples": sum(properties.values()), "classes": classes, "properties": properties}
            content = {"version": version, "made": made, "files": [asdict(each) for each in files], **counts}
            (building / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
            building.chmod(0o755)
            building.rename(folder / version)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        for old in sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))[:-_KEPT]:
            shutil.rmtree(old)
    found = current(folder)
    assert found is not None
    return found


def forget(folder: Path) -> None:
    """Remove all files, so that nobody can take what is no longer to be had."""
    if folder.is_dir():
        with one_at_a_time(folder, *_LOCK):
            for path in [*folder.glob(f"*/{MANIFEST}"), *folder.glob(f"{_BUILDING}*/")]:
                shutil.rmtree(path if path.is_dir() else path.parent)


def current(folder: Path) -> Dump | None:
    """The newest finished dump in `folder`, None where there is none."""
    for path in sorted(folder.glob(f"*/{MANIFEST}"), reverse=True):
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            files = tuple(File(**each) for each in said.pop("files"))
            return Dump(**said, folder=path.parent, files=files)
        except (OSError, ValueError, KeyError, TypeError):
            continue  # removed meanwhile, or of another version of the program
    return None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that is to be written: its name without what compression adds, and who writes its contents."""

    stem: str
    form: str
    media: str
    write: Callable[[IO[bytes]], None]
    county: str = ""
    county_name: str = ""

    @property
    def name(self) -> str:
        """The name of the file; what is compressed already stays as it is."""
        return f"{self.stem}.{self.form}{'' if self.form in _PACKED else '.gz'}"


_PACKED: Final = ("zip", "xlsx")
_OTHERS: Final[Sequence[tuple[str, str, str, Callable[[Store, IO[bytes]], None]]]] = (
    (NAME, "popolo.json", "application/json", popolo.write),
    (NAME, "zip", "application/zip", datapackage.write_package),
    (f"{NAME}-sv", "xlsx", _EXCEL, partial(datapackage.write_workbook, language="sv")),
    (f"{NAME}-en", "xlsx", _EXCEL, partial(datapackage.write_workbook, language="en")),
)


def _wanted(store: Store) -> Iterator[_Wanted]:
    for form, known in GRAPHS.items():
        yield _Wanted(NAME, form, known.media_type, partial(graphs.write_all, store, form))
    for stem, form, media, write in _OTHERS:
        yield _Wanted(stem, form, media, partial(write, store))
    for code, name, documents in _counties(store):
        for form, known in GRAPHS.items():
            write_county = partial(graphs.write_graphs, store, documents, form)
            yield _Wanted(f"{NAME}-{code}", form, known.media_type, write_county, code, name)


def _counties(store: Store) -> Iterator[tuple[str, str, list[NamedNode]]]:
    """Each county that documents are about, by code and name, with these documents."""
    rows = [dict(zip(("code", "name", "document"), row, strict=True)) for row in queries.run(store, _COUNTIES).rows]
    for code, group in groupby(rows, lambda row: _text(row["code"])):
        of_county = list(group)
        documents = dict.fromkeys(row["document"] for row in of_county if isinstance(row["document"], NamedNode))
        yield code, _text(of_county[0]["name"]) or code, list(documents)


def _counted(store: Store, what: str) -> dict[str, int]:
    """How many statements or things there are of each property or class."""
    rows = (row for row in queries.run(store, f"pages/{what}").rows)
    return {_text(name): int(_text(number)) for name, number in rows}


def _text(term: Term | None) -> str:
    return str(getattr(term, "value", ""))


def _written(folder: Path, wanted: _Wanted) -> File:
    """Write a file, through to the disk, with its digest."""
    path = folder / wanted.name
    with path.open("wb") as raw:
        hashing = _Hashing(raw)
        if wanted.form in _PACKED:
            wanted.write(cast("IO[bytes]", hashing))
        else:
            with igzip.IGzipFile("", "wb", compresslevel=1, fileobj=hashing, mtime=0) as packed:
                wanted.write(cast("IO[bytes]", packed))
        raw.flush()
        os.fsync(raw.fileno())
    return File(
        wanted.name, wanted.form, wanted.media, wanted.county, wanted.county_name, path.stat().st_size, hashing.digest
    )


class _Hashing:
    """Passes bytes on to a file and digests them."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._digest = hashlib.sha256()

    def write(self, part: Any) -> int:
        self._digest.update(part)
        return self._output.write(part)

    def flush(self) -> None:
        self._output.flush()

    @property
    def digest(self) -> str:
        """The SHA-256 of what was written, in hexadecimal digits."""
        return self._digest.hexdigest()
