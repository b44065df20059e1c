"""The graph of a document: its shape (golden Turtle), offsets, sameness; the register's and the ontology's graphs.

`python tests/test_triples.py` writes the golden Turtle anew; read the difference before it is committed.
"""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from samverkan import __version__, facts_json, register
from samverkan.errors import FactsError
from samverkan.facts import (
    AgendaItem,
    Amount,
    Announced,
    Assignment,
    Attendance,
    Body,
    Decision,
    Document,
    Evidence,
    Facts,
    Meeting,
    Mention,
    Referral,
    Relation,
)
from samverkan.identity import index_of
from samverkan.triples import ONTOLOGY_GRAPH, document_graph, document_quads, ontology_quads, register_quads
from samverkan.vocabulary import (
    BASES,
    CONCEPTS,
    DCT,
    EVENT_KINDS,
    GEO,
    KNOWN_BY,
    LISTS,
    OA,
    ORG,
    OUTCOMES,
    OWL,
    PERIODS,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SAMV,
    SCHEMA,
    SKOS,
    XSD,
)

GOLDEN = Path(__file__).parent / "golden"
BASE = "https://example.org/id/"
REGISTER = register.load(GOLDEN / "register")
SCHEMES = {concept.value.split("/")[-2] for concepts in LISTS.values() for concept in concepts.values()}
EXAMPLES = sorted(path.stem for path in (GOLDEN / "triples").glob("*.json"))


def quads(facts: Facts, key: str = "k", text: str | None = None) -> list[Quad]:
    return list(document_quads(facts, key=key, text=text, digest=None, register=REGISTER, base=BASE))


def said(found: list[Quad], predicate: NamedNode) -> list[object]:
    return [quad.object for quad in found if quad.predicate == predicate]


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def example(name: str) -> list[Triple]:
    text = GOLDEN / "triples" / f"{name}.txt"
    facts = facts_json.loads((GOLDEN / "triples" / f"{name}.json").read_text("utf-8"), name)
    made = document_quads(
        facts,
        key=name,
        text=text.read_text("utf-8") if text.exists() else None,
        digest="ab" * 32,
        register=REGISTER,
        base=BASE,
    )
    return sorted((quad.triple for quad in made), key=lambda each: (str(each.subject), str(each.predicate)))


def turtle(triples: list[Triple]) -> str:
    text = "".join(map(str, triples))
    lists = {scheme.replace("-", ""): f"{CONCEPTS}{scheme}/" for scheme in sorted(SCHEMES)}
    prefixes = {prefix: iri for prefix, iri in sorted((PREFIXES | lists).items()) if iri in text}
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes, base_iri=BASE)
    assert written is not None
    return written.decode().replace(__version__, "VERSION")


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_document_becomes_the_golden_graph(name: str) -> None:
    golden = (GOLDEN / "triples" / f"{name}.ttl").read_text("utf-8").replace("VERSION", __version__)
    expected = {quad.triple for quad in parse(golden, format=RdfFormat.TURTLE)}
    assert set(example(name)) == expected


def test_all_is_said_in_the_graph_of_the_document_which_is_the_document() -> None:
    found = quads(Facts(document=Document(title="Möte")), key="Möte 7")
    assert {quad.graph_name for quad in found} == {document_graph("Möte 7", BASE)} == {node("document/möte_7")}
    assert Literal("Möte") in said(found, RDFS.label)


def test_a_document_that_says_nothing_is_still_a_document() -> None:
    found = quads(Facts(), key="tom")
    assert {quad.subject for quad in found} == {node("document/tom"), node(f"agent/samverkan-{__version__}")}
    assert Literal("tom") in said(found, RDFS.label)
    assert not said(found, SAMV.meeting)


@pytest.mark.parametrize(
    ("written", "literal"),
    [
        ("2031-03-04", '"2031-03-04"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("2031-03", '"2031-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("2031", '"2031"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
    ],
)
def test_a_date_says_how_exact_it_is(written: str, literal: str) -> None:
    (date,) = said(quads(Facts(document=Document(date=written))), SAMV.date)
    assert str(date) == literal


@pytest.mark.parametrize("written", ["2031-02-30", "2031-13", "våren 2031", "31", "2031-3-4", "0000", "２０３１", ""])
def test_what_is_no_date_is_refused_with_its_place(written: str) -> None:
    facts = Facts(referrals=(Referral("A"), Referral("B", due=written)))
    with pytest.raises(FactsError, match=rf"^k: referrals\[1\]\.due: {re.escape(repr(written))} is no "):
        quads(facts)


TEXT = "Mötet 😀 hölls.\nAnn Ek var med."


def test_a_passage_is_a_node_with_its_quote_and_its_characters() -> None:
    evidence = Evidence(15, 21, "Ann Ek", "roster.one", 0.75)
    found = quads(Facts(attendance=(Attendance("Ann Ek", evidence=evidence),)), text=TEXT)
    passage = node("document/k#char=15,21")
    told = {quad.predicate: quad.object for quad in found if quad.subject == passage and quad.predicate != RDF.type}
    assert told == {
        OA.hasSource: node("document/k"),
        OA.hasSelector: passage,
        OA.exact: Literal("Ann Ek"),
        OA.start: Literal(15),
        OA.end: Literal(21),
    }
    assert said(found, PROV.wasDerivedFrom) == [passage]
    assert said(found, SAMV.rule) == [Literal("roster.one")]
    assert [str(each) for each in said(found, SAMV.confidence)] == [
        '"0.75"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]


@pytest.mark.parametrize(
    ("start", "end", "quote", "message"),
    [
        (16, 22, "Ann Ek", r"at 16-22 stands 'nn Ek ', not the quote 'Ann Ek'"),
        (15, 21, "ann ek", r"at 15-21 stands 'Ann Ek', not the quote 'ann ek'"),
        (21, 15, "", r"no passage runs from 21 to 15"),
        (-6, -1, " med", r"no passage runs from -6 to -1"),
        (99, 105, "Ann Ek", r"at 99-105 stands '', not the quote"),
    ],
)
def test_a_quote_that_does_not_stand_there_is_refused_with_its_row(
    start: int, end: int, quote: str, message: str
) -> None:
    wrong = Attendance("Ann Ek", evidence=Evidence(start, end, quote, "r", 1.0))
    with pytest.raises(FactsError, match=rf"^k: attendance\[1\]\.evidence: {message}"):
        quads(Facts(attendance=(Attendance("Bo Alm"), wrong)), text=TEXT)


def test_without_a_text_two_quotes_of_one_passage_are_refused() -> None:
    rows = (
        Attendance("Ann", evidence=Evidence(0, 3, "Ann", "r", 1.0)),
        Attendance("Bo", evidence=Evidence(0, 3, "Bo ", "r", 1.0)),
    )
    with pytest.raises(FactsError, match=r"attendance\[1\]\.evidence"):
        quads(Facts(attendance=rows))


def test_control_characters_and_half_characters_do_not_break_the_graph() -> None:
    text = "a\x00\x0b\x1f\x7f\x85\u2028\ufffe\r\n\ud83d b"
    found = quads(Facts(), text=text)
    assert said(found, SAMV.text) == [Literal("a\x00\x0b\x1f\x7f\x85\u2028\ufffe\r\n\ufffd b")]
    written = serialize(found, format=RdfFormat.N_QUADS)
    assert written is not None
    assert set(parse(written, format=RdfFormat.N_QUADS)) == set(found)


def test_offsets_hold_beside_half_characters() -> None:
    row = Attendance("Ann Ek", evidence=Evidence(3, 9, "Ann Ek", "r", 1.0))
    assert said(quads(Facts(attendance=(row,)), text="\ud83d\ude00 Ann Ek"), OA.exact) == [Literal("Ann Ek")]


@pytest.mark.parametrize(
    ("item", "position"),
    [("2", 0), ("Buss", 1), ("Tåg", 2), ("tåg", None), ("3", None), (None, None)],
    ids=["by number", "by title", "by title of a numbered one", "in another case", "not on the agenda", "no item"],
)
def test_a_decision_leads_to_its_item(item: str | None, position: int | None) -> None:
    agenda = (AgendaItem("Färja", "2"), AgendaItem("Buss"), AgendaItem("Tåg", "4"))
    found = quads(Facts(agenda=agenda, decisions=(Decision("noted", "Noteras", item),)))
    items = [quad.subject for quad in found if quad.object == SAMV.AgendaItem]
    assert said(found, SAMV.item) == ([] if position is None else [items[position]])
    assert said(found, SAMV.itemAsWritten) == ([] if item is None else [Literal(item)])


def test_a_sum_is_money_with_what_it_is_for() -> None:
    agenda = (AgendaItem("Kansliet", "7"),)
    found = quads(Facts(agenda=agenda, amounts=(Amount(3.5, "SEK", "year", "inhabitant", "kansliets drift", "7"),)))
    (item,) = (quad.subject for quad in found if quad.object == SAMV.AgendaItem)
    (node,) = (quad.subject for quad in found if quad.object == SAMV.Amount)
    of_amount = {quad.predicate: quad.object for quad in found if quad.subject == node and quad.predicate != RDF.type}
    assert of_amount == {
        SCHEMA.value: Literal("3.5", datatype=XSD.decimal),
        SCHEMA.currency: Literal("SEK"),
        SAMV.period: PERIODS["year"],
        SAMV.per: BASES["inhabitant"],
        SAMV.purpose: Literal("kansliets drift"),
        SAMV.item: item,
        SAMV.itemAsWritten: Literal("7"),
        SAMV.inDocument: document_graph("k", BASE),
        SAMV.position: Literal("0", datatype=XSD.integer),
        SAMV.knownBy: KNOWN_BY["read"],
    }


def test_an_announced_day_leads_to_who_meets_and_to_its_item() -> None:
    row = Announced("2031-04-28", "decision", "2031-04-29", "Ådals råd", "avtalet", "7")
    found = quads(Facts(agenda=(AgendaItem("Kansliet", "7"),), announced=(row, Announced("2031-05"))))
    (item,) = (quad.subject for quad in found if quad.object == SAMV.AgendaItem)
    (node, bare) = (quad.subject for quad in found if quad.object == SAMV.AnnouncedDay)
    (body,) = said(found, SAMV.body)
    assert (body, RDF.type, SAMV.Body) in {(quad.subject, quad.predicate, quad.object) for quad in found}

    def told(node: object) -> dict[object, object]:
        return {quad.predicate: quad.object for quad in found if quad.subject == node and quad.predicate != RDF.type}

    every = {SAMV.inDocument: document_graph("k", BASE), SAMV.knownBy: KNOWN_BY["read"]}
    assert told(node) == every | {
        SAMV.onDay: Literal("2031-04-28", datatype=XSD.date),
        SAMV.untilDay: Literal("2031-04-29", datatype=XSD.date),
        SAMV.eventKind: EVENT_KINDS["decision"],
        SAMV.body: body,
        DCT.description: Literal("avtalet"),
        SAMV.item: item,
        SAMV.itemAsWritten: Literal("7"),
        SAMV.position: Literal("0", datatype=XSD.integer),
    }
    assert told(bare) == every | {
        SAMV.onDay: Literal("2031-05", datatype=XSD.gYearMonth),
        SAMV.eventKind: EVENT_KINDS["meeting"],
        SAMV.position: Literal("1", datatype=XSD.integer),
    }


def test_whole_sums_come_from_a_store_as_they_went_in() -> None:
    found = set(quads(Facts(amounts=(Amount(14_000_000.0), Amount(120.0)))))
    store = Store()
    store.extend(found)
    assert set(store) == found


def test_two_equal_rows_are_two_facts_and_another_reader_finds_the_same_ones() -> None:
    def subjects(rule: str) -> list[object]:
        rows = [Decision("noted", "Noteras", evidence=Evidence(0, 1, "M", rule, 0.5)) for _ in range(2)]
        found = quads(Facts(decisions=tuple(rows)))
        return [quad.subject for quad in found if quad.object == SAMV.Decision]

    assert len(set(subjects("a"))) == 2
    assert subjects("a") == subjects("b")


def test_a_relation_is_a_statement_and_a_plain_edge() -> None:
    found = quads(Facts(relations=(Relation("Ådals råd", "replaces", "Ekbyrådet", start="2031-01"),)))
    edge = (node("body/98/ådals_råd"), SAMV.replaces, node("body/-/ekbyrådet"))
    assert edge in {(quad.subject, quad.predicate, quad.object) for quad in found}
    assert said(found, RDF.predicate) == [SAMV.replaces]
    assert said(found, SAMV.start) == [
        Literal("2031-01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth"))
    ]


def test_a_body_does_not_replace_itself_where_its_former_name_is_known() -> None:
    found = quads(Facts(relations=(Relation("Ådals råd", "replaces", "Ådals samråd"),)))
    assert said(found, RDF.predicate) == [SAMV.replaces]
    assert said(found, SAMV.objectAsWritten) == [Literal("Ådals samråd")]
    assert not said(found, SAMV.replaces)


def test_another_form_of_a_name_is_an_alternative_label_and_stays_on_the_fact() -> None:
    found = quads(Facts(attendance=(Attendance("Ann Ek", organisation="Ekby kommun"), Attendance("ANN EK"))))
    assert Quad(node("municipality/9801"), RDFS.label, Literal("Ekby"), node("document/k")) in found
    assert Quad(node("municipality/9801"), SKOS.altLabel, Literal("Ekby kommun"), node("document/k")) in found
    assert said(found, SAMV.organisationAsWritten) == [Literal("Ekby kommun")]
    assert said(found, SAMV.personAsWritten) == [Literal("ANN EK")]
    assert Quad(node("person/98/ann_ek"), SKOS.altLabel, Literal("ANN EK"), node("document/k")) in found


def test_a_name_in_its_canonical_form_is_not_written_twice() -> None:
    found = quads(Facts(attendance=(Attendance("Ann Ek", organisation="Ekby"),)))
    assert not said(found, SAMV.organisationAsWritten)
    assert not said(found, SAMV.personAsWritten)
    assert not said(found, SKOS.altLabel)


def test_assignees_keep_their_order_as_written() -> None:
    found = quads(Facts(assignments=(Assignment(("Bo", "Ann", "Bo"), "resa"),)))
    (task,) = (quad.subject for quad in found if quad.object == SAMV.Assignment)
    prefix = "http://www.w3.org/1999/02/22-rdf-syntax-ns#_"
    listed = {quad.predicate.value.removeprefix(prefix): quad.object for quad in found if quad.subject == task}
    assert [listed[n] for n in "123"] == [Literal("Bo"), Literal("Ann"), Literal("Bo")]


def test_a_meeting_stands_for_its_rows_also_where_the_text_gives_no_day() -> None:
    found = quads(Facts(body=Body("Ekbyrådet"), attendance=(Attendance("Ann Ek"),)))
    assert Quad(node("meeting/document/k"), RDF.type, SAMV.Meeting, node("document/k")) in found
    assert Quad(node("document/k"), SAMV.meeting, node("meeting/document/k"), node("document/k")) not in found


def test_two_documents_of_one_meeting_speak_of_one_meeting() -> None:
    facts = Facts(body=Body("Ådals råd"), meeting=Meeting(start="2031-03-04"))
    called = [{quad.subject for quad in quads(facts, key) if quad.object == SAMV.Meeting} for key in ("a", "b")]
    assert called == [{node("meeting/98/ådals_råd/2031-03-04")}] * 2


def test_a_mention_keeps_the_class_that_the_document_gives() -> None:
    found = quads(Facts(mentions=(Mention("Ådals råd", "organisation"),)))
    assert said(found, SAMV.mentions) == [node("body/98/ådals_råd")]
    assert said(found, SAMV.mentionedAs) == [ORG.Organization]


def test_the_same_whatever_order_documents_are_read_in(shared: Path) -> None:
    paths = sorted(shared.glob("corpus/*/*.json"))

    def load(order: list[Path]) -> list[str]:
        index_of.cache_clear()
        found = []
        for path in order:
            facts = facts_json.loads(path.read_text("utf-8"), path.name)
            made = document_quads(facts, key=path.stem, text=None, digest=None, register=register.shipped(), base=BASE)
            found.extend(map(str, made))
        return sorted(found)

    mixed = random.Random(7).sample(paths, len(paths))
    assert load(paths) == load(mixed) == load(paths[::-1])


def test_no_blank_nodes_and_nothing_said_twice_in_the_corpora(shared: Path) -> None:
    for path in sorted(shared.glob("corpus/*/*.json")):
        facts = facts_json.loads(path.read_text("utf-8"), path.name)
        text = path.with_suffix(".txt").read_text("utf-8")
        found = list(document_quads(facts, key=path.stem, text=text, digest="0", register=REGISTER, base=BASE))
        assert not [quad for quad in found if BlankNode in (type(quad.subject), type(quad.object))], path.name
        assert len(found) == len(set(found)), path.name


def test_every_entity_has_a_type_and_one_label_in_each_document(shared: Path) -> None:
    for path in sorted(shared.glob("corpus/*/*.json")):
        found = quads(facts_json.loads(path.read_text("utf-8"), path.name), path.stem)
        typed = {quad.subject for quad in found if quad.predicate == RDF.type}
        labels = Counter(quad.subject for quad in found if quad.predicate == RDFS.label)
        named = {
            quad.object
            for quad in found
            if isinstance(quad.object, NamedNode)
            and quad.object.value.startswith(BASE)
            and not quad.object.value.startswith((f"{BASE}county/", f"{BASE}document/"))
        }
        assert named <= typed, path.name
        assert {labels[each] for each in named} == {1}, path.name


def test_the_register_names_places_and_identifies() -> None:
    found = list(register_quads(REGISTER, BASE))
    assert {quad.graph_name for quad in found} == {node("register")}
    told = {(quad.predicate, quad.object) for quad in found if quad.subject == node("municipality/9801")}
    assert told >= {
        (RDF.type, SAMV.Municipality),
        (RDF.type, ORG.FormalOrganization),
        (RDFS.label, Literal("Ekby")),
        (RDFS.label, Literal("Ekby kommun", language="sv")),
        (RDFS.label, Literal("Ekby Municipality", language="en")),
        (SKOS.altLabel, Literal("Ekby kommun")),
        (SKOS.altLabel, Literal("EBY")),
        (SAMV.code, Literal("9801")),
        (SAMV.county, node("county/98")),
        (ORG.identifier, Literal("989801-0001")),
        (OWL.sameAs, NamedNode("http://www.wikidata.org/entity/Q98010")),
        (GEO.lat, Literal("62.5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))),
    }


def test_what_the_register_does_not_know_it_does_not_say() -> None:
    told = {quad.predicate for quad in register_quads(REGISTER, BASE) if quad.subject == node("region/97")}
    assert told == {RDF.type, RDFS.label, SAMV.code, SAMV.county}


def test_a_known_body_has_its_kind_its_owner_and_its_source() -> None:
    found = register_quads(REGISTER, BASE)
    told = {
        (quad.predicate, quad.object)
        for quad in found
        if quad.subject == node("body/98/ådalsförbundet/förbundsstyrelsen")
    }
    assert (SAMV.ownedBy, node("organisation/ådalsförbundet")) in told
    assert (DCT.source, NamedNode("https://example.org/forbundet")) in told
    assert (SAMV.bodyKind, NamedNode("https://w3id.org/samverkan/concept/body-kind/board")) in told


def test_the_shipped_register_has_a_label_for_each_of_its_nodes() -> None:
    found = list(register_quads(register.shipped(), BASE))
    assert {quad.subject for quad in found} == {
        quad.subject for quad in found if quad.predicate == RDFS.label and quad.object.language is None
    }
    assert len([quad for quad in found if quad.object == SAMV.Municipality]) == 290


def test_the_ontology_is_a_graph_of_its_own_with_the_concepts() -> None:
    found = list(ontology_quads())
    assert {quad.graph_name for quad in found} == {ONTOLOGY_GRAPH} == {NamedNode("https://w3id.org/samverkan/ns")}
    assert Quad(OUTCOMES["endorsed"], SKOS.prefLabel, Literal("tillstyrkt", language="sv"), ONTOLOGY_GRAPH) in found


if __name__ == "__main__":
    for each in EXAMPLES:
        (GOLDEN / "triples" / f"{each}.ttl").write_text(turtle(example(each)), encoding="utf-8")
