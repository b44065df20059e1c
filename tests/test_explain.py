"""Explaining: every fact below the line that says it, what was passed over with its reason."""

from samverkan import explain
from samverkan.facts import Attendance, Decision, Evidence, Facts
from samverkan.reading.layout import Ignored

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
LINES = list(explain.lines(TEXT, FACTS, (Ignored(TEXT.index("Sida"), len(TEXT), "page footer"),)))


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
    lines = list(explain.lines(TEXT, FACTS, rule="acts"))
    assert [mark.kind for line in lines for mark in line.marks] == ["decisions"]
