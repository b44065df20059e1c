"""Every form in which the graph is written holds the graph, and parsers read it."""

import io
import xml.etree.ElementTree as ElementTree
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset

from samverkan.errors import NotFound
from samverkan.export.graphs import write_all, write_entity, write_graph, written
from samverkan.publish import publish
from samverkan.store import Store
from samverkan.store.formats import GRAPHS
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current
from samverkan.vocabulary import FOAF, RDF, RDFS

ID = "https://example.org/id/"
ONE, TWO = NamedNode(ID + "document/one"), NamedNode(ID + "document/två")
PERSON, OTHER = NamedNode(ID + "person/12/åsa_ek"), NamedNode(ID + "person/12/bo_ek")
QUADS = {
    Quad(PERSON, RDF.type, FOAF.Person, ONE),
    Quad(PERSON, RDFS.label, Literal("Åsa Ek"), ONE),
    Quad(PERSON, RDFS.label, Literal('"<&>" Ek\n\\'), ONE),
    Quad(PERSON, RDFS.label, Literal("Åsa Ek", language="sv"), TWO),
    Quad(PERSON, RDF.type, FOAF.Person, TWO),
    Quad(OTHER, RDFS.label, Literal("Bo Ek"), TWO),
}
TRIPLES = {Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in QUADS}


@pytest.fixture
def store() -> Store:
    made = OxigraphStore()
    for graph in (ONE, TWO):
        made.replace_graph(graph, (quad for quad in QUADS if quad.graph_name == graph))
    return made


def everything(store: Store, form: str) -> bytes:
    output = io.BytesIO()
    write_all(store, form, output)
    return output.getvalue()


@pytest.mark.parametrize("form", GRAPHS)
def test_the_whole_graph_comes_back_from_each_format(store: Store, form: str) -> None:
    found = list(parse(everything(store, form), GRAPHS[form].engine))
    assert set(found) == (QUADS if form in ("nq", "trig", "jsonld") else TRIPLES)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("form", GRAPHS)
def test_a_snapshot_is_written_whole_whatever_its_texts_look_like(store: Store, form: str, tmp_path: Path) -> None:
    odd = Quad(OTHER, RDFS.label, Literal(" .\n<a> <b> <c> .\r\n .\u2028"), TWO)
    store.bulk_load([odd])
    publish(store, tmp_path)
    with closing(open_current(tmp_path)) as snapshot:
        found = list(parse(everything(snapshot, form), GRAPHS[form].engine))
    triples = TRIPLES | {Quad(*odd.triple, DefaultGraph())}
    assert set(found) == ({*QUADS, odd} if form in ("nq", "trig", "jsonld") else triples)
    assert len(found) == len(set(found))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("form", "name"), [("trig", "trig"), ("jsonld", "json-ld"), ("nq", "nquads"), ("rdf", "xml")])
def test_another_parser_reads_it_too(store: Store, form: str, name: str) -> None:
    read = Dataset(default_union=True)
    read.parse(data=everything(store, form), format=name)
    assert len(set(read.triples((None, None, None)))) == len(TRIPLES)


def test_turtle_has_prefixes_and_each_statement_once(store: Store) -> None:
    text = everything(store, "ttl").decode()
    assert "@prefix foaf: <http://xmlns.com/foaf/0.1/> ." in text
    assert text.count("foaf:Person") == 1


def test_trig_has_one_block_for_each_document(store: Store) -> None:
    text = everything(store, "trig").decode()
    assert text.index(str(ONE)) < text.index(str(TWO))
    assert text.count("{") == 2


@pytest.mark.parametrize("form", GRAPHS)
def test_one_document_comes_alone(store: Store, form: str) -> None:
    output = io.BytesIO()
    write_graph(store, TWO, form, output)
    found = set(parse(output.getvalue(), GRAPHS[form].engine))
    assert {quad.triple for quad in found} == {quad.triple for quad in QUADS if quad.graph_name == TWO}
    assert {quad.graph_name for quad in found} == ({TWO} if form in ("nq", "trig", "jsonld") else {DefaultGraph()})


def test_a_document_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match=r"no document https://example\.org/id/document/none"):
        write_graph(store, NamedNode(ID + "document/none"), "ttl", io.BytesIO())


def test_a_thing_comes_with_its_type_first(store: Store) -> None:
    output = io.BytesIO()
    write_entity(store, PERSON, "ttl", output)
    body = output.getvalue().decode().rpartition("@prefix")[2].partition("\n")[2]
    assert body.splitlines() == [
        "<https://example.org/id/person/12/åsa_ek> a foaf:Person ;",
        '\trdfs:label "\\"<&>\\" Ek\\n\\\\" , "Åsa Ek" , "Åsa Ek"@sv .',
    ]


def test_a_thing_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match=r"nothing is known of https://example\.org/id/person/12/nobody"):
        write_entity(store, NamedNode(ID + "person/12/nobody"), "ttl", io.BytesIO())


def test_the_same_graph_is_written_the_same(store: Store) -> None:
    again = OxigraphStore()
    for graph in (TWO, ONE):
        again.replace_graph(graph, sorted(store.quads(graph), key=str, reverse=True))
    for form in GRAPHS:
        one, two = io.BytesIO(), io.BytesIO()
        write_graph(store, ONE, form, one)
        write_graph(again, ONE, form, two)
        assert one.getvalue() == two.getvalue()


def test_a_page_break_does_not_spoil_the_xml() -> None:
    quad = Quad(PERSON, RDFS.label, Literal("page one\x0cpage two\r\n"), ONE)
    tree = ElementTree.fromstring(written([quad.triple], "rdf"))
    assert [each.text for each in tree.iter() if each.tag.endswith("label")] == ["page one page two\r\n"]
    assert [each.object for each in parse(written([quad.triple], "ttl"), RdfFormat.TURTLE)] == [quad.object]
