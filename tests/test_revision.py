"""Facts and corrections in, facts out: what each act does, what is kept, and what became of one that finds nothing."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from samverkan import corrections
from samverkan.corrections import Correction
from samverkan.facts import Attendance, Decision, Document, Evidence, Facts, Meeting, Mention, Vacancy
from samverkan.facts_graph import document_facts, facts_as_read
from samverkan.register import shipped
from samverkan.revision import ADDED, Former, Way, revise
from samverkan.triples import correction_quads, corrections_of, document_graph, document_quads

BASE = "https://example.org/id/"
TEXT = "Bussrådet\nBo Ek (sekr.)\nEva Lind\nLinje Fem går fortare.\nEn plats\när tom.\n"


def said(quote: str, rule: str = "roster.line") -> Evidence:
    start = TEXT.index(quote)
    return Evidence(start, start + len(quote), quote, rule, 0.9)


BO = Attendance("Bo Ek", role="chair", evidence=said("Bo Ek (sekr.)"))
EVA = Attendance("Eva Lind", evidence=said("Eva Lind"))
LINE = Mention("Linje Fem", "project", evidence=said("Linje Fem"))
FACTS = Facts(document=Document("Bussrådet"), attendance=(BO, EVA), mentions=(LINE,))


def correction(act: str, kind: str, row: dict[str, Any], **more: Any) -> Correction:
    value = {"act": act, "kind": kind, "row": row, "who": "Ann Alm", "when": "2031-02-03", "why": "Så är det.", **more}
    return corrections.from_json("buss", value, "c.json")


def test_without_corrections_nothing_changes_and_all_is_read() -> None:
    revised = revise(FACTS, (), TEXT)
    assert revised.facts is FACTS
    assert revised.way("attendance", 0) == Way("read")


def test_a_changed_fact_keeps_its_place_and_its_evidence() -> None:
    row = correction("change", "attendance", {"person": "Bo Ek"}, to={"role": "secretary"}, quote="Bo Ek")
    revised = revise(FACTS, [row], TEXT)
    assert revised.facts.attendance == (Attendance("Bo Ek", role="secretary", evidence=BO.evidence), EVA)
    assert revised.way("attendance", 0) == Way("corrected", (row,))
    assert revised.way("attendance", 1) == Way("read")
    assert revised.former == (Former("attendance", 0, BO, 0, (row,)),)
    assert revised.as_read == FACTS


def test_a_rejected_fact_is_none_any_more_but_kept_as_former() -> None:
    row = correction("reject", "mentions", {"name": "Linje Fem"})
    revised = revise(FACTS, [row], TEXT)
    assert revised.facts.mentions == ()
    assert revised.former == (Former("mentions", 0, LINE, None, (row,)),)


def test_a_confirmed_fact_is_the_same_and_known_so() -> None:
    row = correction("confirm", "attendance", {"person": "Eva Lind"})
    revised = revise(FACTS, [row], TEXT)
    assert revised.facts == FACTS
    assert revised.way("attendance", 1) == Way("confirmed", (row,))
    assert revised.former == ()


def test_an_added_fact_comes_last_with_the_passage_that_its_quote_stands_in() -> None:
    row = correction("add", "vacancies", {"body": "Bussrådet"}, quote="En plats är tom")
    revised = revise(FACTS, [row], TEXT)
    start = TEXT.index("En plats")
    assert revised.facts.vacancies == (
        Vacancy("Bussrådet", evidence=Evidence(start, start + 15, "En plats\när tom", ADDED, 1.0)),
    )
    assert revised.way("vacancies", 0) == Way("corrected", (row,))


def test_a_fact_is_added_without_passage_where_the_document_has_no_text() -> None:
    row = correction("add", "vacancies", {"body": "Bussrådet"}, quote="En plats är tom")
    assert revise(FACTS, [row], None).facts.vacancies == (Vacancy("Bussrådet"),)


def test_the_document_itself_the_body_and_the_meeting_are_corrected_alike() -> None:
    day = correction("change", "document", {}, to={"date": "2031-01-02"})
    met = correction("add", "meeting", {"start": "2031-01-02"}, quote="Bussrådet")
    revised = revise(FACTS, [day, met], TEXT)
    assert revised.facts.document == Document("Bussrådet", date="2031-01-02")
    assert revised.facts.meeting == Meeting("2031-01-02", evidence=Evidence(0, 9, "Bussrådet", ADDED, 1.0))
    assert revised.way("document") == Way("corrected", (day,))
    assert revise(revised.facts, [correction("reject", "meeting", {})], TEXT).facts.meeting is None


def test_corrections_follow_each_other() -> None:
    first = correction("change", "attendance", {"person": "Bo Ek"}, to={"role": "secretary"})
    then = correction("change", "attendance", {"person": "Bo Ek", "role": "secretary"}, to={"party": "S"})
    revised = revise(FACTS, [first, then], TEXT)
    assert revised.facts.attendance[0] == Attendance("Bo Ek", role="secretary", party="S", evidence=BO.evidence)
    assert revised.way("attendance", 0).by == (first, then)


def test_it_holds_for_a_reader_that_reads_more_and_quotes_more() -> None:
    row = correction("reject", "attendance", {"person": "Bo Ek", "role": "chair"}, quote="Bo Ek")
    more = Attendance("Bo Ek", "Ekby", "S", "chair", evidence=said("Bo Ek (sekr.)\nEva Lind", "other.rule"))
    assert revise(Facts(attendance=(more,)), [row], TEXT).facts.attendance == ()


@pytest.mark.parametrize(
    ("row", "outcome", "problem"),
    [
        (correction("reject", "attendance", {"person": "Bo Ekh"}), "nothing", "nothing that it could mean is read"),
        (correction("confirm", "attendance", {"person": "Bo Ek"}, quote="Linje Fem"), "nothing", "nothing"),
        (correction("reject", "attendance", {"status": "present"}), "several", "could mean several facts"),
        (correction("add", "vacancies", {"body": "X"}, quote="Två platser"), "no such words", "stands nowhere"),
        (correction("add", "document", {"title": "Annat"}, quote="Bussrådet"), "several", "could mean several"),
        (correction("change", "meeting", {}, to={"start": "2031"}), "nothing", "nothing"),
    ],
)
def test_one_that_cannot_be_made_changes_nothing_and_says_why(row: Correction, outcome: str, problem: str) -> None:
    revised = revise(FACTS, [row], TEXT)
    assert revised.facts == FACTS
    assert revised.ways == {}
    assert [each.outcome for each in revised.effects] == [outcome]
    assert problem in revised.problems[0]
    assert row.key in revised.problems[0]


@pytest.mark.parametrize(
    "row",
    [
        correction("change", "attendance", {"person": "Bo Ek", "role": "secretary"}, to={"role": "chair"}),
        correction("add", "attendance", {"person": "Eva Lind"}, quote="Eva Lind"),
    ],
    ids=["changed", "added"],
)
def test_what_the_reader_reads_by_itself_by_now_is_confirmed(row: Correction) -> None:
    revised = revise(FACTS, [row], TEXT)
    assert revised.facts == FACTS
    assert [way.known for way in revised.ways.values()] == ["confirmed"]
    assert revised.problems == ()


def test_equal_facts_are_told_apart_by_their_quotes_or_meant_together() -> None:
    first, second = (Decision("noted", "Noteras", evidence=said(quote)) for quote in ("Bo Ek", "Eva Lind"))
    facts = Facts(decisions=(first, second))
    one = correction("reject", "decisions", {"text": "Noteras"}, quote="Eva Lind")
    assert revise(facts, [one], TEXT).facts.decisions == (first,)
    assert revise(facts, [correction("reject", "decisions", {"text": "Noteras"})], TEXT).facts.decisions == ()


ROWS = st.sampled_from(
    [
        correction("change", "attendance", {"person": "Bo Ek"}, to={"role": None}),
        correction("reject", "attendance", {"person": "Bo Ek"}),
        correction("confirm", "attendance", {"person": "Eva Lind"}),
        correction("change", "attendance", {"person": "Eva Lind"}, to={"person": "Bo Ek"}),
        correction("add", "attendance", {"person": "Per Alm"}, quote="Linje"),
        correction("reject", "attendance", {"person": "Per Alm"}),
        correction("reject", "mentions", {"kind": "project"}),
    ]
)


@given(st.lists(ROWS, max_size=6))
def test_whatever_is_corrected_what_was_read_is_kept_and_every_fact_has_its_way(rows: list[Correction]) -> None:
    revised = revise(FACTS, rows, TEXT)
    assert revised.as_read == FACTS
    assert len(revised.effects) == len(rows)
    assert all(place < len(getattr(revised.facts, kind)) for kind, place in revised.ways)
    kept = {id(row) for row in revised.facts.attendance}
    former = {each.at for each in revised.former if each.kind == "attendance"}
    assert {at for at, row in enumerate(FACTS.attendance) if id(row) not in kept} <= former


@given(st.lists(ROWS, max_size=6))
def test_both_what_holds_and_what_was_read_come_back_from_the_graph(rows: list[Correction]) -> None:
    revised = revise(FACTS, rows, TEXT)
    store = Store()
    store.extend(
        document_quads(
            revised.facts, key="buss", text=TEXT, digest=None, register=shipped(), base=BASE, revision=revised
        )
    )
    graph = document_graph("buss", BASE)
    assert document_facts(store.quads_for_pattern(None, None, None, graph)) == revised.facts
    assert facts_as_read(store.quads_for_pattern(None, None, None, graph)) == FACTS


@given(st.lists(ROWS, max_size=5, unique=True), st.randoms())
def test_the_order_of_the_files_does_not_matter(rows: list[Correction], random: Random) -> None:
    shuffled = random.sample(rows, len(rows))
    assert corrections.gathered(shuffled) == corrections.gathered(rows)
    assert list(correction_quads(corrections.gathered(shuffled), BASE)) == list(
        correction_quads(corrections.gathered(rows), BASE)
    )


@given(st.lists(ROWS, max_size=5))
def test_corrections_come_back_from_their_graph(rows: list[Correction]) -> None:
    held = corrections.gathered(rows)
    assert corrections_of(correction_quads(held, BASE)) == held
