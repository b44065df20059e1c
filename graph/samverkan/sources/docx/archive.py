"""Whether a zip file is a Word document that can be unpacked safely; looked at before any of it is parsed."""

import io
import re
import zipfile
import zlib
from pathlib import Path

from samverkan.errors import SourceError

# Minutes with pictures have some dozens of parts; a part of text seldom has a megabyte.
MOST_PARTS = 4_000
MOST_IN_XML = 48_000_000
MOST_IN_ALL = 400_000_000
MOST_TIMES = 400
# Small parts may pack well without harm.
_SMALL = 1_000_000
_MOST_DEPTH = 200

_OTHERS = {
    "xl/workbook.xml": "a spreadsheet; save its text as PDF or DOCX",
    "ppt/presentation.xml": "a presentation; save it as PDF",
    "mimetype": "an OpenDocument or e-book file; save it as PDF or DOCX",
}
_XML = (".xml", ".rels")
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")
_ADVICE = "open it in a word processor and save it anew, as PDF or DOCX"


def check_archive(content: bytes, path: Path) -> None:
    """Refuse, with a `SourceError`, what is no Word document, is damaged, or unpacks to what no minutes do."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_sizes(parts, path)
            _check_kind({part.filename for part in parts}, path)
            for part in parts:
                if part.filename.lower().endswith(_XML):
                    _check_xml(archive.read(part), part.filename, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise SourceError(f"{path}: is a damaged office document ({error}); fetch it again") from None
    except RuntimeError:  # what zipfile says of an encrypted part
        raise SourceError(f"{path}: is locked with a password; save a copy without one") from None


def _check_sizes(parts: list[zipfile.ZipInfo], path: Path) -> None:
    if len(parts) > MOST_PARTS:
        raise SourceError(f"{path}: {len(parts):,} parts are above the limit of {MOST_PARTS:,}; {_ADVICE}")
    names = {part.filename for part in parts}
    if len(names) < len(parts):
        raise SourceError(f"{path}: has two parts of one name, as no word processor writes; {_ADVICE}")
    for part in parts:
        if part.file_size > max(_SMALL, MOST_TIMES * part.compress_size):
            raise SourceError(
                f"{path}: its part {part.filename} unpacks to over {MOST_TIMES} times its size; {_ADVICE}"
            )
    whole = sum(part.file_size for part in parts)
    written = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    for size, most in ((whole, MOST_IN_ALL), (written, MOST_IN_XML)):
        if size > most:
            raise SourceError(f"{path}: unpacks to {size:,} bytes, above the limit of {most:,}; split it")


def _check_kind(names: set[str], path: Path) -> None:
    if "word/document.xml" in names or ("[Content_Types].xml" in names and not names & _OTHERS.keys()):
        return
    what = next((what for name, what in _OTHERS.items() if name in names), None)
    raise SourceError(f"{path}: is {what or 'a zip archive; unpack it and give the documents in it'}")


def _check_xml(content: bytes, name: str, path: Path) -> None:
    """Refuse document types and entities, which office documents never have, and deep nesting."""
    plain = content.replace(b"\x00", b"") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise SourceError(f"{path}: its part {name} declares entities, as no word processor does; {_ADVICE}")
    depth = 0
    for match in _TAG.finditer(plain):
        if match[1]:
            depth -= 1
        elif not match[2]:
            depth += 1
            if depth > _MOST_DEPTH:
                raise SourceError(f"{path}: its part {name} nests deeper than {_MOST_DEPTH} levels; {_ADVICE}")
