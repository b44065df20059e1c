"""Plain text files: their encoding, and the one normal form of text that all offsets count in."""

import re
import unicodedata
from pathlib import Path

from samverkan.errors import SourceError

# What no text holds but a picture, an archive or a compiled file does.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SIGNATURES = {
    b"\xd0\xcf\x11\xe0": "an old or locked office document",
    b"\x89PNG": "a picture (PNG)", b"\xff\xd8\xff": "a picture (JPEG)", b"GIF8": "a picture (GIF)",
    b"\x1f\x8b": "a gzip archive", b"\x7fELF": "a program", b"SQLite format 3": "a database",
    b"{\\rtf": "a rich text file",
}  # fmt: skip
_TEXT_ONLY = "save it as PDF, DOCX or as a .txt file in UTF-8"
# Shares of a text: below this many letters and spaces, or above this many letters within one "word", it is no language.
_LEAST_LETTERS = 0.5
_LONGEST_WORDS = 25
_LETTERS = re.compile(r"[a-zA-Z0-9\såäöÅÄÖéüÉÜ]")
_SAMPLE = 200_000


def normalise(text: str) -> str:
    """Text in the form that offsets count in: NFC, line ends as LF, no byte order mark, no NUL, hard spaces as spaces.

    >>> normalise("\\ufeffÅr\\r\\n2021")
    'År\\n2021'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
    return unicodedata.normalize("NFC", text.translate(_DROPPED))


_DROPPED = {
    0xFEFF: None, 0x00: None, 0xAD: None, 0x200B: None,
    0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2028: "\n", 0x2029: "\n", 0x85: "\n", 0x0B: "\n",
}  # fmt: skip


def decode(content: bytes, path: Path) -> str:
    """The text of a file of text, markup too, not yet normalised; `SourceError` says why it is none and what to do."""
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            raise SourceError(f"{path}: is {what}, not plain text; {_TEXT_ONLY}")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_as("utf-16", content, path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _guess(content, path)
    if len(_CONTROLS.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 200:
        raise SourceError(f"{path}: is binary, not plain text; {_TEXT_ONLY}")
    return text


def _decode_as(encoding: str, content: bytes, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise SourceError(f"{path}: begins as {encoding} but does not go on so; {_TEXT_ONLY}") from None


def _guess(content: bytes, path: Path) -> str:
    if b"\x00" in content[:_SAMPLE]:
        raise SourceError(f"{path}: is binary, not plain text; {_TEXT_ONLY}")
    from charset_normalizer import from_bytes  # takes a moment to import; most files are UTF-8

    # isolation keeps the guess among the encodings that Swedish text has been written in
    best = from_bytes(content[:_SAMPLE], cp_isolation=["cp1252", "latin_1", "mac_roman", "cp850"]).best()
    if best is None:
        raise SourceError(f"{path}: is in no encoding of Swedish text; save it as UTF-8")
    return content.decode("cp1252" if best.encoding == "latin_1" else best.encoding, "replace")


def refuse_noise(text: str, path: Path) -> None:
    """Refuse what is text but no language: random bytes decode too; their letters and words tell."""
    sample = text[:_SAMPLE]
    words = sample.split()
    if not words:
        raise SourceError(f"{path}: holds nothing but white space; fetch it again")
    common = len(_LETTERS.findall(sample))
    if common < _LEAST_LETTERS * len(sample) or len(sample) > _LONGEST_WORDS * len(words):
        raise SourceError(f"{path}: is noise, not a text in words; check that the right file was saved")
