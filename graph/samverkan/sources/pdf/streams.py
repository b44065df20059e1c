"""How large a PDF's streams are once unpacked, found before a reader unpacks them all at once."""

import re
import zlib
from collections.abc import Iterator

# Drawing a page of minutes takes some hundred kilobytes; a map, a few megabytes.
MOST_IN_STREAM = 24_000_000
MOST_IN_PICTURE = 256_000_000
MOST_IN_ALL = 400_000_000

_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_LOOKBACK = 2_000
_CHUNK = 1 << 20


def too_large(content: bytes) -> str | None:
    """What is wrong with the streams of a PDF, None where nothing is; nothing is kept of what is unpacked."""
    total = 0
    for head, start in _streams(content):
        filters = len(_FLATE.findall(head))
        if filters == 0:
            continue
        if filters > 1:
            return "packs a stream within a stream"
        most = MOST_IN_PICTURE if _PICTURE.search(head) else MOST_IN_STREAM
        size = _unpacked(content, start, most)
        if size > most:
            return f"unpacks to more than {most:,} bytes in one stream"
        total += size
        if total > MOST_IN_ALL:
            return f"unpacks to more than {MOST_IN_ALL:,} bytes"
    return None


def _streams(content: bytes) -> Iterator[tuple[bytes, int]]:
    """The dictionary before each stream, and where the stream begins."""
    end = 0
    for match in _STREAM.finditer(content):
        if match.start() >= 3 and content[match.start() - 3 : match.start()] == b"end":
            end = match.end()
            continue
        begin = max(
            content.rfind(b" obj", max(end, match.start() - _LOOKBACK), match.start()), end, match.start() - _LOOKBACK
        )
        yield content[begin : match.start()], match.end()


def _unpacked(content: bytes, start: int, most: int) -> int:
    """The size of a stream unpacked, as far as one byte above `most`; damaged ones count as far as they go."""
    unpack, size = zlib.decompressobj(), 0
    rest: bytes = content[start : start + _CHUNK]
    start += _CHUNK
    try:
        while rest and not unpack.eof and size <= most:
            size += len(unpack.decompress(rest, _CHUNK))
            rest = unpack.unconsumed_tail
            if not rest:
                rest, start = content[start : start + _CHUNK], start + _CHUNK
    except zlib.error:
        pass
    return size
