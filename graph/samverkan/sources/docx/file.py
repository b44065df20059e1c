"""A Word document: checked, opened, its parts read."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from lxml.etree import LxmlError

from samverkan.errors import SourceError
from samverkan.sources.composing import TextLine, compose
from samverkan.sources.docx.archive import check_archive
from samverkan.sources.docx.numbering import Numbering, numbering
from samverkan.sources.docx.parts import Part, once
from samverkan.sources.source import Source, source

_NOTES = (("footnotes", RELATIONSHIP_TYPE.FOOTNOTES), ("endnotes", RELATIONSHIP_TYPE.ENDNOTES))


def read_docx(content: bytes, path: Path) -> Source:
    """The text of a Word document: headers, body, notes, footers; `SourceError` where it cannot be read."""
    check_archive(content, path)
    try:
        document = docx.Document(io.BytesIO(content))
        lines = [*_lines(document)]
        pictures = sum(1 for _ in document.element.body.iter(_PICTURE))
    except (LxmlError, KeyError, ValueError, AttributeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SourceError(f"{path}: is a damaged office document ({reason}); fetch it again") from None
    if not any(line.text.strip() for line in lines):
        what = "only pictures; have their text recognised (OCR) first" if pictures else "nothing; fetch it again"
        raise SourceError(f"{path}: no text in this document, {what}")
    text, runs = compose(lines)
    unread = (f"{pictures} × picture",) if pictures else ()
    return source(path, content, text, unread, runs)


_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


def _lines(document: Any) -> Iterator[TextLine]:
    part = document.part
    numbers = numbering(_related(part, RELATIONSHIP_TYPE.NUMBERING), _related(part, RELATIONSHIP_TYPE.STYLES))
    yield from _edges(part, "header", RELATIONSHIP_TYPE.HEADER, numbers)
    yield from _apart(Part("body", numbers).lines(document.element.body))
    for name, kind in _NOTES:
        if (notes := _related(part, kind)) is not None:
            yield from _apart(Part(name, numbers).lines(notes))
    yield from _edges(part, "footer", RELATIONSHIP_TYPE.FOOTER, numbers)


def _edges(part: Any, name: str, kind: str, numbers: Numbering) -> Iterator[TextLine]:
    """The document's headers or footers; those of first and even pages and other sections only where they differ."""
    reader = Part(name, numbers)
    found = [list(reader.lines(_element(each.target_part))) for each in _relations(part, kind)]
    yield from _apart(once(found))


def _apart(lines: Iterator[TextLine]) -> Iterator[TextLine]:
    first = next(lines, None)
    if first is not None:
        yield replace(first, gap=True)
        yield from lines


def _relations(part: Any, kind: str) -> list[Any]:
    return [each for each in part.rels.values() if each.reltype == kind and not each.is_external]


def _related(part: Any, kind: str) -> Any | None:
    found = _relations(part, kind)
    return _element(found[0].target_part) if found else None


def _element(part: Any) -> Any:
    """The root element of a part; python-docx parses only some of them."""
    return part.element if hasattr(part, "element") else parse_xml(part.blob)
