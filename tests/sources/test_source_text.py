"""A file becomes text, normalised, or is refused with a message that names file, reason and what to do."""

import hashlib
import random
from pathlib import Path

import pytest

from samverkan.errors import SourceError
from samverkan.sources import normalise, read

LIMIT = 20_000_000
MINUTES = "Minnesanteckningar från mötet i Åmål\nNärvarande: Örjan Älv och Åsa Öhrn\nMötet öppnades klockan nio.\n"


def _write(folder: Path, content: bytes, name: str = "möte 1.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_source_knows_its_key_name_text_and_digest(tmp_path: Path) -> None:
    path = _write(tmp_path, MINUTES.encode())
    source = read(path, LIMIT)
    assert (source.key, source.name) == ("möte 1", "möte 1.txt")
    assert source.text == MINUTES
    assert source.digest == hashlib.sha256(MINUTES.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
def test_swedish_text_is_read_in_the_encodings_it_has_been_written_in(tmp_path: Path, encoding: str) -> None:
    assert read(_write(tmp_path, MINUTES.encode(encoding)), LIMIT).text == MINUTES


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends"),
        pytest.param("\ufeffPlats", "Plats", id="byte order mark"),
        pytest.param("A\u030angstro\u0308m", "Ångström", id="letters and marks joined"),
        pytest.param("kl.\u00a09", "kl. 9", id="hard space"),
        pytest.param("sam\u00adverkan", "samverkan", id="soft hyphen"),
        pytest.param("a\x00b", "ab", id="NUL"),
        pytest.param("sida 1\x0csida 2", "sida 1\nsida 2", id="form feed"),
        pytest.param("a\tb", "a\tb", id="tabs stay"),
    ],
)
def test_text_has_one_normal_form(written: str, normal: str) -> None:
    assert normalise(written) == normal


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b" \n\t \n", "the file is empty", id="white space"),
        pytest.param(b"%PDF-1.7\n...", "is a PDF file", id="pdf"),
        pytest.param(b"PK\x03\x04" + bytes(50), "is a damaged office document", id="docx"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture (PNG)", id="png"),
        pytest.param(bytes(range(256)) * 40, "is binary", id="binary"),
        pytest.param(b"Ord " + b"\x01\x02\x03\x04" * 500, "is binary", id="control characters"),
        pytest.param(b"a" * 5000, "is noise", id="one word without end"),
        pytest.param("§%&/()=?#¤ ".encode() * 500, "is noise", id="signs"),
    ],
)
def test_what_is_no_text_is_refused_with_file_reason_and_advice(tmp_path: Path, content: bytes, reason: str) -> None:
    path = _write(tmp_path, content, "trasig.txt")
    with pytest.raises(SourceError) as raised:
        read(path, LIMIT)
    message = str(raised.value)
    assert message.startswith(f"{path}: {reason}")
    assert ";" in message  # what to do stands behind it


def test_ten_megabytes_of_noise_are_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, random.Random(1).randbytes(10_000_000), "brus.txt")
    with pytest.raises(SourceError, match=r"brus\.txt: is binary"):
        read(path, LIMIT)


def test_ten_megabytes_of_printable_noise_are_refused(tmp_path: Path) -> None:
    letters = random.Random(2).choices(range(0x21, 0x7F), k=10_000_000)
    with pytest.raises(SourceError, match="is noise, not a text in words"):
        read(_write(tmp_path, bytes(letters)), LIMIT)


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"101 bytes are above the limit of 100; .*SAMVERKAN_MAX_BYTES"):
        read(_write(tmp_path, b"x" * 101), 100)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"saknas\.txt: cannot be opened"):
        read(tmp_path / "saknas.txt", LIMIT)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        read(tmp_path, LIMIT)
