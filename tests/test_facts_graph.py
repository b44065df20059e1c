"""The way back loses nothing: facts → quads → facts, for invented facts of every shape and the reference corpora."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from samverkan import facts, facts_json, register
from samverkan.errors import FactsError
from samverkan.facts import Attendance, Body, Decision, Facts, Meeting, Membership, Mention, Relation, Vacancy
from samverkan.facts_graph import document_facts
from samverkan.identity import index_of
from samverkan.judgements import NONE, Judgement, Judgements, settle
from samverkan.triples import document_graph, document_quads
from samverkan.vocabulary import DCT, RDF, SAMV

BASE = "https://example.org/id/"
REGISTER = register.load(Path(__file__).parent / "golden" / "register")

TEXT = "Ådals råd möttes i Ekby. 😀 Ann Ek (ordf.) ledde mötet.\r\n\tBo Alm\x00 tog vid.\n" * 3

# Names that the rules know something of, in several forms, and names of any characters.
NAMES = st.one_of(
    st.sampled_from(
        [
            "Ann Ek",
            "ann ek",
            "ANN  EK",
            "Ekby",
            "Ekby kommun",
            "Ekbys",
            "EBY",
            "Region Ådal",
            "ÅR",
            "Ådals län",
            "Ådals råd",
            "RÅD",
            "Ådals samråd",
            "kommunerna",
            "Kommunerna",
            "Fjälls kommuner",
            "AU",
            "arbetsutskottet",
            "Arbetsutskottet",
            "kommunstyrelsen",
            "regiondirektören",
            "kansliet",
            "Ådalsförbundet",
            "ÅF",
            "VM",
            "länsstyrelsen",
            "samrådslagen",
            "SAL",
            "Plan för vägar",
            "Verksamhetsplan 2031",
            "SOU 2031:7",
            "a_b",
            "a b",
            "-",
            "ß",
            "SS",
            "medlemskommunerna",
            "nationell plan",
            "e\u0301",
            "é",
            "",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DATES = st.one_of(
    st.dates().map(str), st.dates().map(lambda day: str(day)[:7]), st.integers(1, 9999).map(lambda year: f"{year:04}")
)
CONFIDENCES = st.one_of(st.sampled_from([0.0, 0.5, 0.95, 1.0]), st.floats(0, 1))


@st.composite
def evidence(draw: st.DrawFn) -> facts.Evidence:
    start, end = sorted((draw(st.integers(0, len(TEXT))), draw(st.integers(0, len(TEXT)))))
    return facts.Evidence(start, end, TEXT[start:end], draw(TEXTS), draw(CONFIDENCES))


# How the values of a row are drawn, by the name of its field; the rest are texts.
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("person", "body", "name", "subject", "object", "chair", "secretary"), NAMES),
    **dict.fromkeys(("organisation",), NAMES),
    **dict.fromkeys(("assignee", "to", "organisations"), st.lists(NAMES, max_size=3).map(tuple)),
    **dict.fromkeys(("date", "published", "start", "end", "due"), DATES),
    "dates": st.lists(DATES, min_size=1, max_size=3).map(tuple),
    "item": st.one_of(st.sampled_from(["1", "2 a", "Buss"]), TEXTS),
    "number": st.sampled_from(["1", "2 a", ""]),
    "count": st.integers(),
    "value": st.integers(1 - 10**15, 10**15 - 1).map(lambda hundredths: hundredths / 100),
    "currency": st.sampled_from(get_args(facts.Currency)),
    "event": st.sampled_from(get_args(facts.EventKind)),
    "period": st.sampled_from(get_args(facts.Period)),
    "per": st.sampled_from(get_args(facts.Basis)),
    "status": st.sampled_from(get_args(facts.Status)),
    "mode": st.sampled_from(get_args(facts.Mode)),
    "capacity": st.sampled_from(get_args(facts.Capacity)),
    "outcome": st.sampled_from(get_args(facts.Outcome)),
    "relation": st.sampled_from(get_args(facts.RelationKind)),
    "role": st.sampled_from(get_args(facts.Role)),
}
KINDS: dict[type, Any] = {
    facts.Document: facts.DocumentKind,
    facts.Body: facts.BodyKind,
    facts.AgendaItem: facts.ItemKind,
    facts.Mention: facts.MentionKind,
}


def rows(row: type) -> st.SearchStrategy[Any]:
    values: dict[str, st.SearchStrategy[Any]] = {}
    for each in fields(row):
        if each.name == "evidence":
            values[each.name] = st.none() | evidence()
            continue
        drawn = st.sampled_from(get_args(KINDS[row])) if each.name == "kind" else BY_NAME.get(each.name, TEXTS)
        values[each.name] = st.none() | drawn if each.default is None else drawn
    return st.builds(row, **values)


def many(row: type) -> st.SearchStrategy[Any]:
    return st.lists(rows(row), max_size=4).map(tuple)


FACTS = st.builds(
    Facts,
    document=rows(facts.Document),
    body=st.none() | rows(facts.Body),
    meeting=st.none() | rows(facts.Meeting),
    attendance=many(facts.Attendance),
    memberships=many(facts.Membership),
    vacancies=many(facts.Vacancy),
    agenda=many(facts.AgendaItem),
    decisions=many(facts.Decision),
    assignments=many(facts.Assignment),
    referrals=many(facts.Referral),
    mentions=many(facts.Mention),
    relations=many(facts.Relation),
    amounts=many(facts.Amount),
    announced=many(facts.Announced),
)


def quads(told: Facts, text: str | None = None, judgements: Judgements = NONE) -> list[Quad]:
    made = document_quads(told, key="k", text=text, digest=None, register=REGISTER, base=BASE, judgements=judgements)
    return list(made)


def judged(*pairs: tuple[str, str]) -> Judgements:
    rows = [Judgement(a, "Det ena", b, "Det andra", "same", "Ann Ek", "2031-01-01", "Så är det.") for a, b in pairs]
    return settle(rows, index_of(REGISTER).paths)


# Persons, bodies and organisations that the names above may mean, as one; a body without a name, too.
MERGED = judged(
    ("person/-/ann_ek", "person/98/ann_ek"),
    ("body/98/ådals_råd", "body/-/arbetsutskottet"),
    ("body/98/ådals_råd", "body/document/k"),
    ("organisation/a_b", "organisation/-"),
    ("organisation/ådalsförbundet", "organisation/ss"),
    ("body/98/ådals_råd", "organisation/é"),
    ("plan/98/plan_för_vägar", "work/-/buss"),
)


def there_and_back(told: Facts, text: str | None = None, judgements: Judgements = NONE) -> Facts:
    """Through a store, which keeps values and no order."""
    store = Store()
    store.extend(quads(told, text, judgements))
    return document_facts(store.quads_for_pattern(None, None, None, document_graph("k", BASE)))


@settings(max_examples=100, deadline=None)
@given(FACTS)
def test_nothing_is_lost_on_the_way_there_and_back(told: Facts) -> None:
    assert there_and_back(told, TEXT) == told


@settings(max_examples=100, deadline=None)
@given(FACTS)
def test_nothing_is_lost_where_judgements_made_one_of_several(told: Facts) -> None:
    assert there_and_back(told, TEXT, MERGED) == told


def test_nothing_of_the_corpora_is_lost(shared: Path) -> None:
    paths = sorted(shared.glob("corpus/*/*.json"))
    assert len(paths) >= 21
    for path in paths:
        told = facts_json.loads(path.read_text("utf-8"), path.name)
        made = document_quads(told, key=path.stem, text=None, digest=None, register=register.shipped(), base=BASE)
        assert document_facts(made) == told, path.name


@pytest.mark.parametrize(
    "told",
    [
        Facts(),
        Facts(body=Body(), meeting=Meeting()),
        Facts(body=Body(kind="officials")),
        Facts(attendance=(Attendance("Ann Ek"),)),
        Facts(body=Body("RÅD", organisations=("VM", "kommunerna", "VM"))),
        Facts(body=Body("AU"), attendance=(Attendance("Ann Ek"), Attendance("ann ek"))),
        Facts(attendance=(Attendance("Ann Ek", dates=("2031-03-04", "2031-03-03", "2031-03-04")),)),
        Facts(vacancies=(Vacancy("Ådals råd"), Vacancy("Ådals råd"), Vacancy("Ådals samråd"))),
        Facts(decisions=(Decision("noted", "Noteras"),) * 3),
        Facts(memberships=(Membership("A", "kommunstyrelsen", organisation="EBY"), Membership("A", "kommunstyrelsen"))),
        Facts(mentions=(Mention("SOU 2031:7", "law"), Mention("Vägar (SOU 2031:7)", "plan"), Mention("Ekby", "body"))),
        Facts(relations=(Relation("Ann Ek", "chairs", "AU"), Relation("AU", "part of", "AU"))),
        Facts(meeting=Meeting(start="2031-03", end="2031", chair="Ann Ek", secretary="ANN EK")),
    ],
    ids=[
        "nothing", "body and meeting that say nothing", "nameless body", "rows without meeting", "owners twice",
        "two forms of one person", "days out of order", "one body under two names", "equal rows",
        "one name for two bodies", "one work under two kinds", "a body within itself", "imprecise days",
    ],
)  # fmt: skip
def test_what_is_easily_lost_is_kept(told: Facts) -> None:
    assert there_and_back(told) == told


def test_an_empty_list_of_days_comes_back_as_none_given() -> None:
    told = Facts(attendance=(Attendance("Ann Ek", dates=()),))
    assert there_and_back(told) == Facts(attendance=(Attendance("Ann Ek"),))


def test_the_quads_of_two_documents_are_refused() -> None:
    other = document_quads(Facts(), key="other", text=None, digest=None, register=REGISTER, base=BASE)
    with pytest.raises(FactsError, match="of 2 graphs"):
        document_facts([*quads(Facts()), *other])


def test_another_graph_is_refused() -> None:
    graph = NamedNode(f"{BASE}register")
    with pytest.raises(FactsError, match="is not the graph of a document"):
        document_facts([Quad(graph, RDF.type, SAMV.Region, graph)])


def test_no_quads_are_refused() -> None:
    with pytest.raises(FactsError, match="of 0 graphs"):
        document_facts([])


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        (SAMV.position, "has no <.*position>"),
        (SAMV.outcome, "does not say its outcome"),
        (DCT.description, "does not say its text"),
    ],
)
def test_a_fact_that_lacks_what_it_needs_is_refused(predicate: NamedNode, message: str) -> None:
    found = [quad for quad in quads(Facts(decisions=(Decision("noted", "Noteras"),))) if quad.predicate != predicate]
    with pytest.raises(FactsError, match=message):
        document_facts(found)


def test_two_values_where_one_is_meant_are_refused() -> None:
    found = quads(Facts(decisions=(Decision("noted", "Noteras"),)))
    (text,) = (quad for quad in found if quad.predicate == DCT.description)
    with pytest.raises(FactsError, match=r"has 2 values of <http://purl.org/dc/terms/description>"):
        document_facts([*found, Quad(text.subject, text.predicate, Literal("Antas"), text.graph_name)])


def test_a_word_that_is_in_no_list_is_refused() -> None:
    found = quads(Facts(decisions=(Decision("noted", "Noteras"),)))
    changed = [
        Quad(quad.subject, quad.predicate, NamedNode(f"{BASE}eaten"), quad.graph_name)
        if quad.predicate == SAMV.outcome
        else quad
        for quad in found
    ]
    with pytest.raises(FactsError, match=r"has the unknown outcome <https://example.org/id/eaten>"):
        document_facts(changed)


def test_a_corrected_fact_changes_only_its_own_nodes() -> None:
    told = Facts(decisions=(Decision("noted", "Noteras"), Decision("approved", "Antas")))
    corrected = replace(told, decisions=(told.decisions[0], Decision("rejected", "Antas")))
    kept = {quad.subject for quad in quads(told)} & {quad.subject for quad in quads(corrected)}
    assert len({quad.subject for quad in quads(told)} - kept) == 1
