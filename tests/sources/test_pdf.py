"""PDF files: columns, tables, running headers, broken lines, and the way back to page and box."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from samverkan.errors import SourceError
from samverkan.sources import PdfOrigin, normalise, read

LIMIT = 20_000_000
Begin = Callable[..., FPDF]


def _read(pdf: FPDF, folder: Path) -> str:
    pdf.output(str(folder / "möte.pdf"))
    return read(folder / "möte.pdf", LIMIT).text


def _lines(pdf: FPDF, *lines: str) -> None:
    for line in lines:
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")


def test_lines_of_a_list_stay_lines_and_space_above_a_heading_is_an_empty_line(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    _lines(page, "Närvarande:", "Ann Ek, Lund", "Bo Alm, Ystad")
    page.ln(8)
    _lines(page, "§ 1 Mötet öppnas", "Ann Ek hälsar alla välkomna.")
    assert _read(page, tmp_path) == (
        "Närvarande:\nAnn Ek, Lund\nBo Alm, Ystad\n\n§ 1 Mötet öppnas\nAnn Ek hälsar alla välkomna."
    )


def test_a_sentence_broken_for_want_of_room_is_one_line_and_a_broken_word_is_whole(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    page.multi_cell(
        0,
        6,
        "Gruppen gick igenom planen för nästa år och kom överens om att kommunerna lämnar sina syn-\n"
        "punkter före sommaren, så att förslaget kan skrivas klart under hösten.",
        align="L",
    )
    assert _read(page, tmp_path) == (
        "Gruppen gick igenom planen för nästa år och kom överens om att kommunerna lämnar sina synpunkter före "
        "sommaren, så att förslaget kan skrivas klart under hösten."
    )


def test_a_list_in_two_columns_is_read_row_by_row(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    for name, place in (("Ann Ek", "Lund"), ("Bo Alm", "Ystad"), ("Eva Dal", "Höör"), ("Per Lind", "Eslöv")):
        page.cell(80, 6, name)
        page.cell(80, 6, place, new_x="LMARGIN", new_y="NEXT")
    assert _read(page, tmp_path) == "Ann Ek\tLund\nBo Alm\tYstad\nEva Dal\tHöör\nPer Lind\tEslöv"


def test_names_beside_a_label_keep_their_column(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    for label, name in (("Beslutande", "Ann Ek (S)"), ("", "Bo Alm (M)"), ("Sekreterare", "Eva Dal")):
        page.cell(60, 6, label)
        page.cell(60, 6, name, new_x="LMARGIN", new_y="NEXT")
    assert _read(page, tmp_path) == "Beslutande\tAnn Ek (S)\n\tBo Alm (M)\nSekreterare\tEva Dal"


def test_columns_of_prose_are_read_one_after_the_other(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    left = "Den första spalten handlar om vatten. " * 12
    right = "Den andra spalten handlar om skog och mark. " * 12
    with page.text_columns(ncols=2, gutter=10, line_height=1.3, text_align="L") as columns:
        columns.write(left)
        columns.new_column()
        columns.write(right)
    text = _read(page, tmp_path)
    assert " ".join(text.split()) == " ".join((left + right).split())
    assert text.count("\t") == 0


def test_the_number_of_an_item_belongs_to_its_heading_however_wide_the_space(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    for number, title in (("§ 12", "Mötet öppnas"), ("§ 13", "Dagordning"), ("•", "Skolan")):
        page.cell(18, 6, number)
        page.cell(0, 6, title, new_x="LMARGIN", new_y="NEXT")
    assert [" ".join(line.split()) for line in _read(page, tmp_path).split("\n")] == [
        "§ 12 Mötet öppnas",
        "§ 13 Dagordning",
        "• Skolan",
    ]


def test_a_table_with_rules_gives_a_line_a_row_and_whole_cells(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    with page.table(first_row_as_headings=False, line_height=6, col_widths=(40, 60, 60)) as table:
        for cells in (
            ("Namn", "Uppdrag", "Organisation"),
            ("Ann Ek", "Tillförordnad utvecklingschef för vatten och avlopp", "Lunds kommun"),
            ("Bo Alm", "", "Ystads kommun"),
        ):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    assert _read(page, tmp_path) == (
        "Namn\tUppdrag\tOrganisation\n"
        "Ann Ek\tTillförordnad utvecklingschef för vatten och avlopp\tLunds kommun\n"
        "Bo Alm\t\tYstads kommun"
    )


def test_names_within_a_cell_stay_lines_beside_their_label(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    with page.table(first_row_as_headings=False, line_height=6, col_widths=(40, 120)) as table:
        for cells in (("Beslutande", "Ann Ek (S)\nBo Alm (M)"), ("Sekreterare", "Eva Dal")):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    assert _read(page, tmp_path) == "Beslutande\tAnn Ek (S)\n\tBo Alm (M)\nSekreterare\tEva Dal"


class _Running(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 6, "Samrådsgruppen, protokoll", new_x="LMARGIN", new_y="NEXT")
        self.ln(6)

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 6, f"Sida {self.page_no()} av 2")


def test_a_running_header_and_footer_stay_but_part_no_sentence(tmp_path: Path) -> None:
    page = _Running()
    page.set_font("Helvetica", size=11)
    page.add_page()
    page.set_font("Helvetica", size=11)
    _lines(page, "§ 1 Skolan", "Gruppen är enig om att frågan behöver tas upp igen och att")
    page.add_page()
    page.set_font("Helvetica", size=11)
    _lines(page, "kommunerna ska svara före midsommar.")
    page.ln(8)
    _lines(page, "§ 2 Mötet avslutas")
    assert _read(page, tmp_path) == (
        "Samrådsgruppen, protokoll\n\n"
        "§ 1 Skolan\n"
        "Gruppen är enig om att frågan behöver tas upp igen och att kommunerna ska svara före midsommar.\n\n"
        "Sida 1 av 2\n\n"
        "Samrådsgruppen, protokoll\n\n"
        "§ 2 Mötet avslutas\n\n"
        "Sida 2 av 2"
    )


def test_a_passage_leads_back_to_its_page_and_box(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    _lines(page, "Närvarande", "Ann Ek, Lund")
    page.add_page()
    _lines(page, "Bo Alm, Ystad")
    page.output(str(tmp_path / "a.pdf"))
    source = read(tmp_path / "a.pdf", LIMIT)
    assert source.text == normalise(source.text)
    start = source.text.index("Ann Ek")
    (origin,) = source.origin(start, start + len("Ann Ek"))
    assert isinstance(origin, PdfOrigin)
    left, top, right, bottom = origin.box
    assert origin.page == 1
    assert left == pytest.approx(59.5, abs=1)  # 20 mm and the cell's own margin
    assert 70 < top < bottom < 95  # the second line, 26 mm from above
    assert 20 < right - left < 45
    at = source.text.index("Ystad")
    assert [each.page for each in source.origin(at, at + 5) if isinstance(each, PdfOrigin)] == [2]
    assert len(source.origin(start, at)) == 2


def test_pages_without_text_are_told(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    _lines(page, "Ann Ek hälsar välkommen.")
    for _ in range(3):
        page.add_page()
        page.rect(20, 20, 100, 100, style="F")
    page.add_page()
    _lines(page, "Mötet avslutas.")
    page.output(str(tmp_path / "a.pdf"))
    assert read(tmp_path / "a.pdf", LIMIT).unread == ("pages 2-4 (no text there: a scan or a picture)",)


def test_a_scan_alone_is_refused_and_says_so(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    page.rect(20, 20, 100, 100, style="F")
    page.output(str(tmp_path / "a.pdf"))
    with pytest.raises(SourceError, match=r"a\.pdf: no text on its only page, only pictures \(a scan\); .*OCR"):
        read(tmp_path / "a.pdf", LIMIT)


def test_a_pdf_is_known_by_its_content_whatever_its_name(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    _lines(page, "Ann Ek hälsar välkommen.")
    page.output(str(tmp_path / "a.pdf"))
    (tmp_path / "a.txt").write_bytes((tmp_path / "a.pdf").read_bytes())
    assert read(tmp_path / "a.txt", LIMIT).text == "Ann Ek hälsar välkommen."


def test_a_locked_pdf_is_refused(tmp_path: Path, pdf: Begin) -> None:
    page = pdf()
    _lines(page, "Ann Ek hälsar välkommen.")
    page.set_encryption(owner_password="ett", user_password="två")
    page.output(str(tmp_path / "a.pdf"))
    with pytest.raises(SourceError, match=r"a\.pdf: is locked with a password; save a copy without one"):
        read(tmp_path / "a.pdf", LIMIT)


def test_a_pdf_that_was_cut_off_is_refused(tmp_path: Path, written: Callable[[bytes, str], Path]) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: is a PDF file that cannot be opened"):
        read(written(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog", "a.pdf"), LIMIT)
