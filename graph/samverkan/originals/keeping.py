"""The folder of originals: a folder for each document, called by a digest of its IRI, with the file and what is made
of it.

Nothing in the folder is told by name, and whatever belongs to a document goes with it.
"""

import re
import shutil
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from samverkan.errors import NotFound, StoreError
from samverkan.privacy import BLOCK
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.vocabulary import SAMV

_HEAD: Final = 1024  # bytes in which a PDF file says that it is one
_ENDING: Final = ".pdf"
_OURS: Final = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a document, and the document's text in the graph."""

    file: Path
    text: str


def keep(settings: Settings, store: Store, document: NamedNode, path: Path | None) -> bool:
    """Keep the file that a document in the store was read from; whether it is kept.

    Only a PDF file is, and only where the settings name a folder and nothing in the document's text is hidden; else
    what was kept of the document before is thrown away. `StoreError` where the folder cannot be written.
    """
    if not settings.originals:
        return False
    folder = _folder(settings, document.value)
    content = _content(path) if path else b""
    known = _known(store, document)
    if known is None or BLOCK in known[0] or sha256(content).hexdigest() != known[1]:
        forget(settings, document.value)
        return False
    file = folder / f"{known[1]}{_ENDING}"
    if file.exists():
        return True
    forget(settings, document.value)
    try:
        folder.mkdir(mode=0o700, parents=True)
        part = file.with_suffix(".part")
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        raise StoreError(
            f"{file}: cannot be written ({error.strerror}); the setting SAMVERKAN_ORIGINALS names the folder"
        ) from None
    return True


def is_kept(settings: Settings, document: str) -> bool:
    """Whether a file of a document, by its IRI, is kept at all; it may still be one that is not shown."""
    return bool(settings.originals) and _folder(settings, document).is_dir()


def original(settings: Settings, store: Store, document: str) -> Original:
    """The file that a document, by its IRI, was read from; `NotFound` where there is none that may be shown.

    It may not where it is another than the graph's, and where anything in the document's text is hidden.
    """
    known = _known(store, NamedNode(document)) if settings.originals else None
    file = _folder(settings, document) / f"{known[1]}{_ENDING}" if known else None
    if known is None or file is None or not file.is_file():
        raise NotFound("the original of this document is not kept here")
    if BLOCK in known[0]:
        raise NotFound("the original of this document is not shown, since something in it is hidden")
    return Original(file, known[0])


def forget(settings: Settings, document: str) -> None:
    """Throw away what is kept of a document, by its IRI."""
    if settings.originals:
        shutil.rmtree(_folder(settings, document), ignore_errors=True)


def sweep(settings: Settings, store: Store) -> int:
    """Throw away what is kept of documents that are no longer in the store, or in which something is hidden; how many.

    Called when somebody was removed, since a picture hides nothing.
    """
    if not settings.originals or not Path(settings.originals).is_dir():
        return 0
    asked = f'?document {SAMV.contentHash} ?digest ; {SAMV.text} ?text FILTER ( !CONTAINS(?text, "{BLOCK}") )'
    rows = store.select(f"SELECT DISTINCT ?document WHERE {{ {asked} }}").rows
    stay = {_name(row[0].value) for row in rows if isinstance(row[0], NamedNode)}
    gone = [each for each in Path(settings.originals).iterdir() if _is_ours(each) and each.name not in stay]
    for each in gone:
        shutil.rmtree(each)
    return len(gone)


def _known(store: Store, document: NamedNode) -> tuple[str, str] | None:
    """The text of a document in a store, and the SHA-256 of its file; None where it has none of these."""
    asked = f"{document} {SAMV.text} ?text ; {SAMV.contentHash} ?digest"
    row = next(iter(store.select(f"SELECT ?text ?digest WHERE {{ {asked} }} LIMIT 1").rows), None)
    if row is None:
        return None
    text, digest = (str(getattr(each, "value", "")) for each in row)
    return text, digest.removeprefix("sha256:")


def _content(path: Path) -> bytes:
    """The bytes of a PDF file; none of what is no such file, or cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            return head + file.read() if b"%PDF-" in head else b""
    except OSError:
        return b""


def _folder(settings: Settings, document: str) -> Path:
    return Path(settings.originals) / _name(document)


def _name(document: str) -> str:
    return blake2b(document.encode(), digest_size=16, person=b"original").hexdigest()


def _is_ours(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and _OURS.fullmatch(path.name) is not None
