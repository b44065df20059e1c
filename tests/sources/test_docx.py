"""Word documents: paragraphs, tables, shown numbers, headers and footers, and the way back to paragraph and cell."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samverkan.errors import SourceError
from samverkan.sources import DocxOrigin, normalise, read

LIMIT = 20_000_000


def _save(document: Any, folder: Path) -> Path:
    path = folder / "möte.docx"
    document.save(str(path))
    return path


def _paragraphs(*texts: str) -> Any:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return document


def test_paragraphs_are_lines_and_empty_ones_empty_lines(tmp_path: Path) -> None:
    document = _paragraphs("Närvarande:", "Ann Ek, Lund", "Bo Alm, Ystad", "", "", "Mötet öppnas")
    assert read(_save(document, tmp_path), LIMIT).text == "Närvarande:\nAnn Ek, Lund\nBo Alm, Ystad\n\nMötet öppnas"


def test_tables_stand_where_they_are_a_line_a_row(tmp_path: Path) -> None:
    document = _paragraphs("Deltagare")
    table = document.add_table(0, 2)
    for cells in (("Ann Ek", "Lund"), ("Bo Alm", "")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Mötet öppnas")
    assert read(_save(document, tmp_path), LIMIT).text == "Deltagare\n\nAnn Ek\tLund\nBo Alm\n\nMötet öppnas"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("Ann Ek\nBo Alm", "Lund\nYstad"), "Ann Ek\tLund\nBo Alm\tYstad", id="beside each other"),
        pytest.param(("Beslutande", "Ann Ek\nBo Alm"), "Beslutande\tAnn Ek\n\tBo Alm", id="a label and names"),
        pytest.param(("Ann Ek\nBo Alm", ""), "Ann Ek\nBo Alm", id="an empty cell"),
        pytest.param(
            ("Bakgrund", f"Kort.\n{'Lång text om vatten. ' * 6}".strip()),
            f"Bakgrund\tKort.\n{'Lång text om vatten. ' * 6}".strip(),
            id="prose",
        ),
    ],
)
def test_lines_within_the_cells_of_a_row(tmp_path: Path, cells: tuple[str, str], expected: str) -> None:
    document = docx.Document()
    for cell, text in zip(document.add_table(1, 2).rows[0].cells, cells, strict=True):
        cell.text = text
    assert read(_save(document, tmp_path), LIMIT).text == expected


def test_cells_that_are_merged_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Deltagare"
    table.cell(1, 0).text, table.cell(1, 1).text = "Ann Ek", "Lund"
    assert read(_save(document, tmp_path), LIMIT).text == "Deltagare\nAnn Ek\tLund"


def test_numbers_that_word_only_shows_are_in_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    for text, style in (("Mötet öppnas", "List Number"), ("Skolan", "List Number"), ("Vatten", "List Bullet")):
        document.add_paragraph(text, style=style)
    assert read(_save(document, tmp_path), LIMIT).text == "1. Mötet öppnas\n2. Skolan\n• Vatten"


NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="12"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="§ %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%1 %2)"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def test_nested_numbers_count_as_their_list_says(tmp_path: Path) -> None:
    document = docx.Document()
    document.part.numbering_part._element = parse_xml(NUMBERING)
    for text, level in (("Öppnande", 0), ("Skolan", 0), ("Bussar", 1), ("Mat", 1), ("Vatten", 0), ("Nät", 1)):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val = level
        number.get_or_add_numId().val = 3
    assert read(_save(document, tmp_path), LIMIT).text.split("\n") == [
        "§ 12 Öppnande", "§ 13 Skolan", "13 a) Bussar", "13 b) Mat", "§ 14 Vatten", "14 a) Nät",
    ]  # fmt: skip


def test_headers_come_first_and_footers_last_each_once(tmp_path: Path) -> None:
    document = _paragraphs("Mötet öppnas")
    for section in (document.sections[0], document.add_section()):
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Samrådsgruppen"
        section.footer.paragraphs[0].text = "Lunds kommun"
    assert read(_save(document, tmp_path), LIMIT).text == "Samrådsgruppen\n\nMötet öppnas\n\nLunds kommun"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param("<w:r><w:t>Ann</w:t><w:tab/><w:t>Lund</w:t></w:r>", "Ann\tLund", id="tab"),
        pytest.param("<w:r><w:t>Ann</w:t><w:br/><w:t>Bo</w:t></w:r>", "Ann\nBo", id="line break"),
        pytest.param("<w:r><w:t>hälso</w:t><w:noBreakHyphen/></w:r>", "hälso-", id="hyphen"),
        pytest.param("<w:r><w:t>Ann</w:t></w:r><w:del><w:r><w:delText>Bo</w:delText></w:r></w:del>", "Ann", id="del"),
        pytest.param("<w:ins><w:r><w:t>Ann</w:t></w:r></w:ins>", "Ann", id="inserted"),
        pytest.param("<w:hyperlink><w:r><w:t>Ann</w:t></w:r></w:hyperlink>", "Ann", id="link"),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>", "3", id="field"),
        pytest.param(
            "<w:r><w:t>Ann</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>Bo</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "Ann\nBo",
            id="box",
        ),
    ],
)
def test_what_stands_in_a_paragraph(tmp_path: Path, inner: str, expected: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()._p
    for each in parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"):
        paragraph.append(each)
    assert read(_save(document, tmp_path), LIMIT).text == expected


def test_a_passage_leads_back_to_its_paragraph_and_cell(tmp_path: Path) -> None:
    document = _paragraphs("Deltagare")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "Ann A\u030angstro\u0308m"
    document.add_paragraph("Mötet öppnas")
    source = read(_save(document, tmp_path), LIMIT)
    assert source.text == normalise(source.text)
    for words, origin in (
        ("Deltagare", DocxOrigin("body", 1)),
        ("Ann Ångström", DocxOrigin("body", 5, (1, 2, 2))),
        ("öppnas", DocxOrigin("body", 6)),
    ):
        at = source.text.index(words)
        assert source.origin(at, at + len(words)) == (origin,)


def test_a_word_document_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = _save(_paragraphs("Ann Ek, Lund"), tmp_path)
    assert read(path.rename(tmp_path / "a.txt"), LIMIT).text == "Ann Ek, Lund"


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"möte\.docx: no text in this document, nothing; fetch it again"):
        read(_save(docx.Document(), tmp_path), LIMIT)
