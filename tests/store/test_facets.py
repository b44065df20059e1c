"""The facets of a snapshot: what things can be sorted out by, counted, and brought up to date."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.publish import publish
from samverkan.store.index import TextIndex
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current
from samverkan.triples import ontology_quads
from samverkan.vocabulary import BODY_KINDS, DCT, KNOWN_BY, ORG, RDF, RDFS, ROLES, SAMV, THEMES, XSD

BASE = "https://example.org/id/"
GRAPH = NamedNode("https://example.org/graph/one")
OTHER = NamedNode("https://example.org/graph/other")
KINDS = ("person", "body", "meeting")
SKANE, CHAIR, MEMBER = f"{BASE}county/12", ROLES["chair"].value, ROLES["member"].value


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def seat(person: str, role: str, party: str, graph: NamedNode = GRAPH) -> list[Quad]:
    fact = node(f"document/a/membership/{person}")
    return [
        Quad(fact, ORG.member, node(f"person/12/{person}"), graph),
        Quad(fact, ORG.organization, node("body/12/rad"), graph),
        Quad(fact, ORG.role, ROLES[role], graph),
        Quad(fact, SAMV.party, Literal(party), graph),
        Quad(fact, SAMV.knownBy, KNOWN_BY["read"], graph),
        Quad(node(f"person/12/{person}"), RDFS.label, Literal(f"{person.title()} Ek"), graph),
        Quad(node(f"person/12/{person}"), SAMV.county, node("county/12"), graph),
    ]


def council(start: str) -> list[Quad]:
    meeting = node("meeting/12/rad/1")
    return [
        Quad(node("body/12/rad"), RDFS.label, Literal("Rådet"), GRAPH),
        Quad(node("body/12/rad"), SAMV.bodyKind, BODY_KINDS["political"], GRAPH),
        Quad(node("body/12/rad"), SAMV.county, node("county/12"), GRAPH),
        Quad(meeting, RDF.type, SAMV.Meeting, GRAPH),
        Quad(meeting, RDFS.label, Literal("Rådets möte"), GRAPH),
        Quad(meeting, SAMV.body, node("body/12/rad"), GRAPH),
        Quad(meeting, SAMV.start, Literal(start, datatype=XSD.date), GRAPH),
    ]


def index(folder: Path, *quads: Quad) -> TextIndex:
    """The index of a publication of nothing but these quads in the folder, after what was published there before."""
    store = OxigraphStore()
    store.bulk_load(quads)
    publish(store, folder)
    found = open_current(folder).index
    assert found
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> TextIndex:
    return index(
        tmp_path_factory.mktemp("published"), *seat("ann", "chair", "S"), *seat("bo", "member", "S"),
        *seat("cia", "member", "M"), *council("2021-09-07"),
    )  # fmt: skip


def test_each_value_of_a_facet_is_counted_among_what_is_found(found: TextIndex) -> None:
    facets = found.facets("", BASE, ("person",))
    assert dict(facets["role"]) == {CHAIR: 1, MEMBER: 2}
    assert facets["party"] == [("S", 2), ("M", 1)]
    assert facets["county"] == [(SKANE, 3)]
    assert facets["known"] == [(KNOWN_BY["read"].value, 3)]
    assert "year" not in facets  # nobody was at a meeting


def test_a_meeting_has_the_year_of_its_day_and_what_its_body_has(found: TextIndex) -> None:
    facets = found.facets("", BASE, ("meeting",))
    assert facets["year"] == [("2021", 1)]
    assert facets["bodykind"] == [(BODY_KINDS["political"].value, 1)]
    assert facets["county"] == [(SKANE, 1)]


def test_what_is_chosen_narrows_things_kinds_and_other_facets(found: TextIndex) -> None:
    chosen = {"party": "S", "county": SKANE}
    assert [each.label for each in found.things("", BASE, KINDS, chosen=chosen)] == ["Ann Ek", "Bo Ek"]
    assert found.counts("", BASE, chosen) == {"person": 2}
    assert dict(found.facets("", BASE, KINDS, chosen)["role"]) == {CHAIR: 1, MEMBER: 1}
    assert found.things("", BASE, KINDS, chosen={"party": "C"}) == ()


def test_words_and_facets_hold_together(found: TextIndex) -> None:
    assert [each.label for each in found.things("bo", BASE, KINDS, chosen={"party": "S"})] == ["Bo Ek"]
    assert found.things("cia", BASE, KINDS, chosen={"party": "S"}) == ()


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("name", ["Ann Ek", "Bo Ek", "Cia Ek", "Rådet", "Rådets möte"]),
        ("-name", ["Rådets möte", "Rådet", "Cia Ek", "Bo Ek", "Ann Ek"]),
        ("year", ["Rådet", "Rådets möte", "Ann Ek", "Bo Ek", "Cia Ek"]),
        ("no-such", ["Ann Ek", "Bo Ek", "Cia Ek", "Rådet", "Rådets möte"]),
    ],
)
def test_things_stand_in_the_order_that_is_asked_for(found: TextIndex, order: str, names: list[str]) -> None:
    assert [each.label for each in found.things("", BASE, KINDS, order=order)] == names


def test_å_stands_before_ä_and_ö(tmp_path: Path) -> None:
    names = ("Ödåkra", "Älvsbyn", "Åre", "Ale")
    found = index(tmp_path, *(Quad(node(f"body/{each}"), RDFS.label, Literal(each), GRAPH) for each in names))
    assert [each.label for each in found.things("", BASE, KINDS)] == ["Ale", "Åre", "Älvsbyn", "Ödåkra"]


def test_facets_follow_what_a_later_publication_changes(tmp_path: Path) -> None:
    store = OxigraphStore()
    store.bulk_load([*seat("ann", "chair", "S"), *council("2021-09-07"), *seat("bo", "member", "S", OTHER)])
    publish(store, tmp_path)
    store.replace_graph(GRAPH, [*seat("ann", "chair", "M"), *council("2022-01-02")])
    publish(store, tmp_path)
    found = open_current(tmp_path).index
    assert found
    assert dict(found.facets("", BASE, ("person",))["party"]) == {"M": 1, "S": 1}
    assert dict(found.facets("", BASE, ("meeting", "body"))["year"]) == {"2022": 2}
    assert [each.years for each in found.things("rådets", BASE, KINDS)] == [("2022", "2022")]


def point(title: str) -> list[Quad]:
    item, meeting = node("document/a/item/1"), node("meeting/12/rad/1")
    return [
        *council("2021-09-07"),
        Quad(item, RDF.type, SAMV.AgendaItem, GRAPH),
        Quad(item, DCT.title, Literal(title), GRAPH),
        Quad(item, SAMV.meeting, meeting, GRAPH),
    ]


def test_a_meeting_is_about_what_the_titles_of_its_points_say(tmp_path: Path) -> None:
    store = OxigraphStore()
    store.bulk_load([*ontology_quads(), *point("Digitala vårdmöten")])
    publish(store, tmp_path)
    found = open_current(tmp_path).index
    assert found
    assert dict(found.facets("", BASE, ("meeting",))["theme"]) == {
        THEMES["health"].value: 1, THEMES["digital"].value: 1,
    }  # fmt: skip
    about_care = {"theme": THEMES["health"].value}
    assert [each.label for each in found.things("", BASE, KINDS, chosen=about_care)] == ["Rådets möte"]
    store.replace_graph(GRAPH, point("Kollektivtrafiken"))
    publish(store, tmp_path)
    later = open_current(tmp_path).index
    assert later
    assert dict(later.facets("", BASE, ("meeting",))["theme"]) == {THEMES["transport"].value: 1}
