"""Web pages: the main text with its lists and tables; what belongs to the site is left out and told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan.errors import SourceError
from samverkan.sources import HtmlOrigin, read

LIMIT = 20_000_000
Written = Callable[[bytes | str, str], Path]
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Möten</title><style>p {{}}</style></head><body>
<header><a href="/">Hem</a></header><nav>Start Politik Kontakt</nav>{}<footer>Växel 00</footer></body></html>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Ann Ek,\n  Lund</p><p>Bo Alm</p>", "Ann Ek, Lund\n\nBo Alm", id="paragraphs"),
        pytest.param("<p>Ann Ek<br>Bo Alm</p>", "Ann Ek\nBo Alm", id="line break"),
        pytest.param("<h2>Deltagare</h2><div>Ann Ek</div><div>Bo Alm</div>", "Deltagare\nAnn Ek\nBo Alm", id="blocks"),
        pytest.param("<p>Ann <b>Ek</b>, <a href=x>Lund</a></p>", "Ann Ek, Lund", id="within a line"),
        pytest.param("<ul><li>Ann<li>Bo</ul>", "• Ann\n• Bo", id="list"),
        pytest.param("<ol start=3><li>Skolan<li><p>Vatten</p></ol>", "3. Skolan\n4. Vatten", id="numbered list"),
        pytest.param(
            "<table><thead><tr><th>Namn<th>Ort</thead><tr><td>Ann Ek<td>Lund</table>",
            "Namn\tOrt\nAnn Ek\tLund",
            id="table",
        ),
        pytest.param("<table><tr><td><p>Ann</p><p>Bo</p><td>Lund<br>Ystad</table>", "Ann\tLund\nBo\tYstad", id="cells"),
        pytest.param("<p>Sk&aring;ne &amp; Halland</p>", "Skåne & Halland", id="signs"),
        pytest.param("<pre>Ann\nBo</pre>", "Ann\nBo", id="as it stands"),
        pytest.param("<p>Senast uppdaterad: 3 maj 2022</p>", "Senast uppdaterad: 3 maj 2022", id="update line"),
    ],
)
def test_the_main_text_is_read_in_lines(written: Written, body: str, expected: str) -> None:
    assert read(written(PAGE.format(f"<main>{body}</main>"), "a.html"), LIMIT).text == expected


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        pytest.param("<script>var a = 1</script>", "1 × script", id="script"),
        pytest.param("<nav>Start</nav>", "1 × menu", id="menu"),
        pytest.param("<div role=navigation>Start</div>", "1 × menu", id="role"),
        pytest.param('<div class="cookie-banner">Vi använder kakor</div>', "1 × notice", id="class"),
        pytest.param('<ul id="mainMenu"><li>Start</ul>', "1 × menu", id="id"),
        pytest.param("<p hidden>Start</p>", "1 × hidden text", id="hidden"),
        pytest.param("<form>Sök <input></form>", "1 × form", id="form"),
        pytest.param("<img src=a.png alt=Ann>", "1 × picture", id="picture"),
    ],
)
def test_what_is_no_text_of_the_page_is_left_out_and_told(written: Written, left_out: str, told: str) -> None:
    source = read(written(PAGE.format(f"<main><p>Ann Ek</p>{left_out}</main>"), "a.html"), LIMIT)
    assert source.text == "Ann Ek"
    assert source.unread == (told, "what stands around <main>")


@pytest.mark.parametrize("name", ["menyn", "documentation", "navel", "socialnamnd"])
def test_words_that_only_begin_like_those_of_menus_are_content(written: Written, name: str) -> None:
    page = PAGE.format(f'<main><p>Ann Ek</p><div class="{name}">Bo Alm</div></main>')
    assert read(written(page, "a.html"), LIMIT).text == "Ann Ek\n\nBo Alm"


def test_a_page_that_names_no_main_part_is_read_without_header_menu_and_footer(written: Written) -> None:
    source = read(written(PAGE.format("<div><p>Ann Ek</p></div>"), "a.html"), LIMIT)
    assert source.text == "Ann Ek"
    assert source.unread == ("1 × menu", "1 × site footer", "1 × site header")


def test_a_passage_leads_back_to_its_element(written: Written) -> None:
    page = PAGE.format("<main><h1>Möte</h1><p>Ann Ek</p><p>Bo <b>Alm</b></p><table><tr><td>Eva<td>Lund</table></main>")
    source = read(written(page, "a.html"), LIMIT)
    for words, path in (
        ("Ann Ek", "html/body/main/p"),
        ("Bo Alm", "html/body/main/p[2]"),
        ("Lund", "html/body/main/table/tbody/tr/td[2]"),
    ):
        at = source.text.index(words)
        assert source.origin(at, at + len(words)) == (HtmlOrigin(path),)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_encoding_that_a_page_names_is_used(written: Written, encoding: str) -> None:
    page = f"<html><head><meta charset={encoding}></head><body><p>Åsa Öhrn, Åmål</p></body></html>"
    assert read(written(page.encode(encoding), "a.html"), LIMIT).text == "Åsa Öhrn, Åmål"


def test_a_page_that_names_the_wrong_encoding_is_read_all_the_same(written: Written) -> None:
    page = "<html><head><meta charset=utf-8></head><body><p>Mötet i Åmål öppnades av Åsa Öhrn</p></body></html>"
    assert read(written(page.encode("cp1252"), "a.html"), LIMIT).text == "Mötet i Åmål öppnades av Åsa Öhrn"


def test_a_damaged_sign_in_a_page_costs_itself_only(written: Written) -> None:
    page = PAGE.format("<p>Mötet i Åmål öppnades av Åsa Öhrn</p>" * 20 + "<p>Bo Alm</p>").encode()
    assert (
        "Mötet i Åmål öppnades av \ufffdsa Öhrn"
        in read(written(page.replace("Å".encode() + b"sa", b"\xffsa", 1), "a.html"), LIMIT).text
    )


def test_a_page_is_known_by_its_content_and_text_that_speaks_of_tags_is_text(written: Written) -> None:
    assert read(written(PAGE.format("<p>Ann Ek</p>"), "a.txt"), LIMIT).text == "Ann Ek"
    plain = "Mötet talade om taggen <html> och annat.\n"
    assert read(written(plain, "b.txt"), LIMIT).text == plain


def test_a_page_whose_text_a_script_would_fetch_is_refused(written: Written) -> None:
    with pytest.raises(SourceError, match=r"a\.html: is a web page without text of its own \(a script may fetch it\)"):
        read(written("<html><body><div id=app></div><script>fetch('x')</script></body></html>", "a.html"), LIMIT)
