"""Making the pages of an original: whatever is in a PDF file, it is opened in a process of its own, within limits.

What cannot be made is not tried again for a day, so that nobody can keep the site busy with it.
"""

import json
import struct
import sys
import time
import zlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pypdfium2 as pdfium

from samverkan import jobs, sources
from samverkan.errors import NotFound, SamverkanError, SourceError
from samverkan.originals.pages import INDEX, TRIED, WORDS, digest
from samverkan.privacy import BLOCK
from samverkan.settings import from_environment
from samverkan.sources.pdf.words import read_page
from samverkan.sources.source import PdfOrigin, Source
from samverkan.writing import write_whole

SECONDS: Final = 60
_MEMORY: Final = 1 << 30
_WIDE: Final = 1200  # pixels of a picture
_HIGH: Final = 4000
_MOST: Final = 100_000  # characters of a page
_DAY: Final = 86_400.0


def make(file: Path, number: int, max_bytes: int) -> None:
    """Make the picture of a page of a file, and an index of the file where there is none yet.

    `NotFound` for a page that the file has not, or that has no text: nobody can tell what its picture shows.
    `SourceError` where that ended badly less than a day ago.
    """
    tried = file.with_name(TRIED)
    if tried.exists() and tried.stat().st_mtime > time.time() - _DAY:
        raise SourceError("this original could not be shown the last time; load the document again, or wait a day")
    tried.touch()
    try:
        if not file.with_name(INDEX).exists():
            _index(file, sources.read(file, max_bytes))
        spans = json.loads(file.with_name(INDEX).read_text())["spans"]
        if not 1 <= number <= len(spans):
            raise NotFound(f"this document has no page {number}; it has {len(spans)}")
        if not spans[number - 1]:
            raise NotFound(f"page {number} is not shown: nothing on it could be read, only pictures")
        _draw(file, number)
    except NotFound:
        tried.unlink()
        raise
    tried.unlink()


def _index(file: Path, source: Source) -> None:
    """Write down where the words of each page stand; `NotFound` where something in the text is hidden."""
    if BLOCK in source.text:
        raise NotFound("the original of this document is not shown, since something in it is hidden")
    words: dict[int, list[list[float]]] = {}
    for page, runs in groupby(source.runs, key=lambda run: run.origin.page if isinstance(run.origin, PdfOrigin) else 0):
        words.setdefault(page, []).extend([run.start, run.end, *_box(run.origin)] for run in runs)
    document = pdfium.PdfDocument(file)
    try:
        pages = range(1, len(document) + 1)
    finally:
        document.close()
    spans = [
        [min(w[0] for w in words[page]), max(w[1] for w in words[page])] if page in words else None for page in pages
    ]
    write_whole(file.with_name(WORDS), "".join(f"{json.dumps(words.get(page, []))}\n" for page in pages))
    write_whole(file.with_name(INDEX), json.dumps({"text": digest(source.text), "spans": spans}))


def _box(origin: sources.Origin) -> tuple[float, ...]:
    return origin.box if isinstance(origin, PdfOrigin) else ()


def _draw(file: Path, number: int) -> None:
    """Write the picture of a page, and beside it its size and words."""
    document = pdfium.PdfDocument(file)
    try:
        upright = read_page(document, number, _MOST).upright
        page = document[number - 1]
        width, height = page.get_size()
        if upright % 2:
            width, height = height, width
        scale = min(_WIDE / width, _HIGH / height)
        bitmap = page.render(scale=scale, rotation=90 * upright, rev_byteorder=True, draw_annots=False)
        picture = png(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels)
    except pdfium.PdfiumError:
        raise SourceError(f"page {number} of this document is damaged") from None
    finally:
        document.close()
    with file.with_name(WORDS).open() as lines:
        words = json.loads(next(line for at, line in enumerate(lines, 1) if at == number))
    made = {"width": width, "height": height, "words": words}
    write_whole(file.with_name(f"{number}.json"), json.dumps(made))
    part = file.with_name(f"{number}.part")
    part.write_bytes(picture)
    part.replace(file.with_name(f"{number}.png"))


def png(width: int, height: int, pixels: bytes, stride: int, channels: int) -> bytes:
    """A picture of 8 bits a channel (1: grey, 3: RGB, 4: RGB and one that counts for nothing) as PNG."""
    rows = (pixels[at * stride : at * stride + width * channels] for at in range(height))
    colours = b"".join(b"\0" + (_without_fourth(row) if channels == 4 else row) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if channels == 1 else 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(colours, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunks(parts))


def _without_fourth(row: bytes) -> bytes:
    thirds = bytearray(len(row) // 4 * 3)
    for channel in range(3):
        thirds[channel::3] = row[channel::4]
    return bytes(thirds)


def _chunks(parts: tuple[tuple[bytes, bytes], ...]) -> Iterator[bytes]:
    for kind, data in parts:
        yield struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def main() -> None:
    """Make what standard input asks for by a line of JSON: `page`, a file and a number; what went wrong as JSON."""
    _, (file, number), _ = json.loads(sys.stdin.readline())
    said: dict[str, Any] = {}
    jobs.limit(SECONDS, _MEMORY)
    try:
        make(Path(file), int(number), from_environment().max_bytes)
    except SamverkanError as error:
        said = {"error": type(error).__name__, "message": str(error).replace(f"{file}: ", "")}
    print(json.dumps(said))  # noqa: T201


if __name__ == "__main__":
    main()
