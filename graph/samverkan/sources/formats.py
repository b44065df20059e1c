"""Which reader a file needs, told by its content. Heavy libraries load only when their format comes."""

import re
from pathlib import Path

from samverkan.errors import SourceError
from samverkan.sources.source import Source, source
from samverkan.sources.text import decode, normalise, refuse_noise

ENDINGS = (".txt", ".pdf", ".docx", ".html", ".htm")

# A PDF may begin with a little of something else; its readers look this far.
_HEAD = 1024
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def read(path: Path, max_bytes: int) -> Source:
    """The text of a file; `SourceError` says why it cannot be read and what to do."""
    content = _content(path, max_bytes)
    if b"%PDF-" in content[:_HEAD]:
        from samverkan.sources.pdf import read_pdf

        return read_pdf(content, path)
    if content.startswith(b"PK\x03\x04"):
        from samverkan.sources.docx import read_docx

        return read_docx(content, path)
    if path.suffix.lower() in (".html", ".htm") or _MARKUP.match(content[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        from samverkan.sources.html import read_html

        return read_html(content, path)
    text = normalise(decode(content, path))
    refuse_noise(text, path)
    return source(path, content, text)


def _content(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise SourceError(
                f"{path}: {size:,} bytes are above the limit of {max_bytes:,}; split it or raise SAMVERKAN_MAX_BYTES"
            )
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror}); check the path and its rights") from None
    if not content.strip():
        raise SourceError(f"{path}: the file is empty; fetch it again")
    return content
