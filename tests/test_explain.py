"""Explaining: every fact below the line that says it, what was passed over with its reason."""

from pathlib import Path

import pytest

from samverkan import explain, explain_page
from samverkan.facts import Attendance, Decision, Evidence, Facts
from samverkan.reading import Reading
from samverkan.reading.layout import Ignored
from samverkan.sources.source import DocxOrigin, HtmlOrigin, Origin, PdfOrigin, Run, Source, source

TEXT = "Närvarande: Ann Ek,\nBo Al\n\nRådet beslutar\natt godkänna planen.\nSida 1 av 2"


def passage(quote: str, rule: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(start, start + len(quote), quote, rule, 0.9)


FACTS = Facts(
    attendance=(
        Attendance("Bo Al", role="chair", evidence=passage("Bo Al", "roster.list")),
        Attendance("Ann Ek", evidence=passage("Ann Ek", "roster.list")),
        Attendance("Nobody says so"),
    ),
    decisions=(Decision("approved", "godkänna planen", evidence=passage("Rådet beslutar\natt godkänna", "acts.att")),),
)
PLAIN = Source("minutes", "minutes.txt", TEXT, "")
IGNORED = (Ignored(TEXT.index("Sida"), len(TEXT), "page footer"),)
LINES = list(explain.lines(PLAIN, FACTS, IGNORED))


def test_the_lines_are_the_text() -> None:
    assert "\n".join(line.text for line in LINES) == TEXT
    assert [line.start for line in LINES] == [0, 20, 26, 27, 42, 63]


def test_a_fact_stands_at_the_line_where_its_passage_begins() -> None:
    assert [[mark.says for mark in line.marks] for line in LINES] == [
        ["Ann Ek · status: present"],
        ["Bo Al · role: chair · status: present"],
        [],
        ["approved · text: godkänna planen"],
        [],
        [],
    ]


def test_a_passage_over_two_lines_is_marked_in_both() -> None:
    assert [line.spans for line in LINES[3:5]] == [((0, 14),), ((0, 12),)]


def test_what_was_passed_over_says_why() -> None:
    assert [line.ignored for line in LINES] == [None, None, None, None, None, "page footer"]


def test_only_the_facts_of_one_rule_are_shown_where_asked() -> None:
    lines = list(explain.lines(PLAIN, FACTS, rule="acts"))
    assert [mark.kind for line in lines for mark in line.marks] == ["decisions"]


@pytest.mark.parametrize(
    ("origin", "where"),
    [
        (PdfOrigin(3, (72.2, 140.4, 200.0, 152.0)), "page 3, 72 pt from the left, 140 pt from the top"),
        (DocxOrigin("body", 4), "paragraph 4"),
        (DocxOrigin("footer", 1), "paragraph 1, footer"),
        (DocxOrigin("body", 2, (1, 3, 2)), "table 1, row 3, cell 2"),
        (HtmlOrigin("html/body/main/p[2]"), "html/body/main/p[2]"),
    ],
)
def test_a_fact_says_where_its_passage_stands_in_the_original(origin: Origin, where: str) -> None:
    original = source(Path("minutes.pdf"), b"", TEXT, (), [Run(0, len(TEXT), origin)])
    assert {mark.where for mark in explain.marks(FACTS, source=original)} == {where}


def test_plain_text_is_its_own_original() -> None:
    assert {mark.where for mark in explain.marks(FACTS, source=PLAIN)} == {""}


def test_the_page_shows_each_fact_beside_its_line_and_why_a_line_was_passed_over() -> None:
    page = explain_page.page(PLAIN, Reading(FACTS, IGNORED))
    assert "<mark>Bo Al</mark>" in page
    assert "Bo Al · role: chair · status: present" in page
    assert "passed over: page footer" in page
    assert "2 attendance, 1 decisions" in page
    assert "<dt>Not in the text</dt><dd>nothing</dd>" in page


def test_the_page_shows_the_whole_text_and_only_as_text() -> None:
    hostile = Source("x", "<b>x</b>.txt", "<script>alert(1)</script> & så", "")
    page = explain_page.page(hostile, Reading(Facts(), ()))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; så" in page
    assert "<script" not in page
    assert "<b>" not in page


def test_the_page_shows_one_rule_where_asked() -> None:
    page = explain_page.page(PLAIN, Reading(FACTS, IGNORED), rule="acts")
    assert "<mark>Bo Al</mark>" not in page
    assert "Only rules that begin with <code>acts</code>" in page
