"""Documents made for the tests: PDF pages by fpdf2, Word documents by python-docx, web pages by hand."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

Maker = Callable[[Path, str], None]


def new_pdf(size: float = 10.5) -> FPDF:
    """A PDF with margins and a font that knows the signs of Windows-1252."""
    pdf = FPDF()
    pdf.core_fonts_encoding = "cp1252"
    pdf.set_auto_page_break(True, 20)
    pdf.set_margins(20, 20)
    pdf.add_page()
    pdf.set_font("Helvetica", size=size)
    return pdf


def _signs(text: str) -> str:
    return text.encode("cp1252", "replace").decode("cp1252")


def _blocks(text: str) -> list[list[list[str]]]:
    """The lines of a text as cells, those with tabs that follow each other together."""
    blocks: list[list[list[str]]] = []
    for line in text.rstrip("\n").split("\n"):
        cells = line.split("\t")
        if len(cells) > 1 and blocks and len(blocks[-1][-1]) > 1:
            blocks[-1].append(cells)
        else:
            blocks.append([cells])
    return blocks


def pdf_in_one_column(path: Path, text: str) -> None:
    """The text as a typewriter would set it; cells of lines with tabs begin where those above them begin."""
    pdf = new_pdf(9.5)
    for block in _blocks(_signs(text)):
        count = max(len(cells) for cells in block)
        widths = [
            max((pdf.get_string_width(cells[i]) for cells in block if len(cells) > i), default=0) + 8
            for i in range(count)
        ]
        for cells in block:
            for i, cell in enumerate(cells[:-1]):
                pdf.cell(widths[i], 5.5, cell)
            pdf.multi_cell(0, 5.5, cells[-1] or " ", align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))


def pdf_with_tables(path: Path, text: str) -> None:
    """Lines with tabs as tables with rules around their cells, the others as paragraphs."""
    pdf = new_pdf(9.5)
    for block in _blocks(_signs(text)):
        if len(block[0]) > 1:
            count = max(len(cells) for cells in block)
            with pdf.table(first_row_as_headings=False, line_height=5.5) as table:
                for cells in block:
                    row = table.row()
                    for cell in (*cells, *[""] * (count - len(cells))):
                        row.cell(cell.strip())
        else:
            pdf.multi_cell(0, 5.5, block[0][0] or " ", align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))


def pdf_in_two_columns(path: Path, text: str) -> None:
    """The text set in two columns, as newsletters are."""
    pdf = new_pdf(9.5)
    with pdf.text_columns(text=_signs(text), ncols=2, gutter=10, line_height=1.3, text_align="L"):
        pass
    pdf.output(str(path))


def docx_with_tables(path: Path, text: str) -> None:
    """A paragraph a line, lines with tabs as rows of tables."""
    document = docx.Document()
    for block in _blocks(text):
        if len(block[0]) > 1:
            table = document.add_table(0, max(len(cells) for cells in block))
            for cells in block:
                for cell, words in zip(table.add_row().cells, cells, strict=False):
                    cell.text = words
        else:
            document.add_paragraph(block[0][0])
    document.save(str(path))


def web_page(path: Path, text: str) -> None:
    """A page with a menu, a footer and a script around its main text; paragraphs by empty lines, tables by tabs.

    Lines whose words stand apart, the menus of pages that were copied, are menus again.
    """
    parts: list[str] = []
    lines: list[str] = []

    def end() -> None:
        if lines:
            parts.append("<p>" + "<br>".join(lines) + "</p>")
            lines.clear()

    for block in _blocks(text):
        if len(block[0]) > 1:
            end()
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in cells) for cells in block)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif not (line := block[0][0].strip()):
            end()
        elif re.fullmatch(r"\S+(?: \S+)*(?: {2,}\S+(?: \S+)*)+", line) and not line.endswith("."):
            end()
            parts.append(f"<nav>{html.escape(line)}</nav>")
        else:
            lines.append(html.escape(line))
    end()
    path.write_text(
        "<!doctype html><html lang=sv><head><meta charset=utf-8><title>Möte</title><script>var a = '<div>';</script>"
        f"</head><body><nav><a href=/>Start</a></nav><main>{''.join(parts)}</main><footer>Växel 00</footer>",
        "utf-8",
    )


@pytest.fixture
def written(tmp_path: Path) -> Callable[[bytes | str, str], Path]:
    """Writes a file of this content and name."""

    def write(content: bytes | str, name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


MAKERS: dict[str, tuple[str, Maker]] = {
    "pdf, one column": (".pdf", pdf_in_one_column),
    "pdf, two columns": (".pdf", pdf_in_two_columns),
    "pdf, tables": (".pdf", pdf_with_tables),
    "docx": (".docx", docx_with_tables),
    "html": (".html", web_page),
}


@pytest.fixture(scope="session")
def makers() -> dict[str, tuple[str, Maker]]:
    """The formats by name: the file's ending, and what writes a text in it."""
    return MAKERS


@pytest.fixture
def pdf() -> Callable[..., FPDF]:
    """Begins a PDF of one page."""
    return new_pdf
