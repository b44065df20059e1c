"""What a real Virtuoso does otherwise than the standard says, and what becomes of it here."""

from typing import ClassVar

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from samverkan.errors import QueryError, QueryTimeout, ResultTooLarge, StoreError
from samverkan.store.engines import VIRTUOSO
from samverkan.store.guard import Form
from samverkan.store.remote import RemoteStore
from samverkan.store.virtuoso import OWN_GRAPHS, mended, refusal
from samverkan.vocabulary import XSD

EX = "http://example.org/"
P = NamedNode(EX + "p")
ONE = NamedNode(EX + "graph/one")
CAP = 2_000  # rows, by the file of its settings


def quads(count: int, graph: NamedNode = ONE) -> list[Quad]:
    return [Quad(NamedNode(f"{EX}s{i}"), P, Literal(str(i)), graph) for i in range(count)]


def emptied(virtuoso: str) -> RemoteStore:
    store = RemoteStore(f"{virtuoso}/sparql", user="dba", password="dba")
    for graph in list(store.graphs()):
        store.remove_graph(graph)
    return store


@pytest.fixture(scope="module")
def many(virtuoso: str) -> RemoteStore:
    """A store with a graph of more triples than the engine gives in an answer."""
    store = emptied(virtuoso)
    store.replace_graph(ONE, quads(CAP + 1))
    return store


pytestmark = pytest.mark.server


def test_the_engine_is_found_out(many: RemoteStore) -> None:
    assert many.engine is VIRTUOSO


def test_a_table_that_is_cut_is_an_error_that_says_what_to_do(many: RemoteStore) -> None:
    with pytest.raises(ResultTooLarge, match=r"at most 2000 rows.*LIMIT.*ResultSetMaxRows"):
        many.select(f"SELECT * {{ ?s <{P.value}> ?o }}")


@pytest.mark.parametrize("end", ["LIMIT 2000", "limit 1900 offset 5", "LIMIT 1999 "])
def test_a_table_that_limits_itself_is_whole(many: RemoteStore, end: str) -> None:
    rows = many.select(f"SELECT * {{ ?s <{P.value}> ?o }} {end}").rows
    assert sum(1 for _ in rows) == int(end.split()[1])


def test_a_limit_beyond_what_it_gives_does_not_help(many: RemoteStore) -> None:
    with pytest.raises(ResultTooLarge):
        many.select(f"SELECT * {{ ?s <{P.value}> ?o }} LIMIT 2001")


def test_triples_that_are_cut_are_an_error_though_no_header_says_so(many: RemoteStore) -> None:
    with pytest.raises(ResultTooLarge, match="at most 2000 rows"):
        list(many.construct(f"CONSTRUCT WHERE {{ ?s <{P.value}> ?o }}"))
    assert sum(1 for _ in many.construct(f"CONSTRUCT WHERE {{ ?s <{P.value}> ?o }} LIMIT 1500")) == 1500


def test_a_graph_is_read_whole_page_by_page(many: RemoteStore) -> None:
    assert set(many.quads(ONE)) == set(quads(CAP + 1))


def test_its_own_graphs_are_none_of_ours(many: RemoteStore) -> None:
    assert set(many.graphs()) == {ONE}
    assert {quad.graph_name for quad in many.quads()} == {ONE}
    own = many.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows
    assert {row[0].value for row in own if row[0] is not None} & OWN_GRAPHS  # type: ignore[union-attr]


@pytest.mark.parametrize(("query", "answer"), [("ASK {}", True), (f"ASK {{ <{EX}never> <{EX}never> ?o }}", False)])
def test_yes_and_no_are_no_numbers(many: RemoteStore, query: str, answer: bool) -> None:
    assert many.ask(query) is answer


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (Literal("true", datatype=XSD.boolean), Literal("true", datatype=XSD.boolean)),
        (Literal("false", datatype=XSD.boolean), Literal("false", datatype=XSD.boolean)),
        (Literal("2021-09-07", datatype=XSD.date), Literal("2021-09-07", datatype=XSD.date)),
        (Literal("2021", datatype=XSD.gYear), Literal("2021", datatype=XSD.gYear)),
        (Literal("0.85", datatype=XSD.decimal), Literal("0.85", datatype=XSD.decimal)),
        (Literal("1.50", datatype=XSD.decimal), Literal("1.5", datatype=XSD.decimal)),
        (
            Literal('{"type": "bnode", "value": "nodeID://b1"} XMLSchema#boolean", "value": "1"'),
            Literal('{"type": "bnode", "value": "nodeID://b1"} XMLSchema#boolean", "value": "1"'),
        ),
        (Literal("å" * 300_000), Literal("å" * 300_000)),
    ],
    ids=["true", "false", "date", "year", "decimal", "decimal in short", "text that looks like JSON", "long text"],
)
def test_values_come_back(virtuoso_store: RemoteStore, written: Literal, read: Literal) -> None:
    virtuoso_store.replace_graph(ONE, [Quad(NamedNode(EX + "s"), P, written, ONE)])
    assert [row[0] for row in virtuoso_store.select(f"SELECT ?o {{ ?s <{P.value}> ?o }}").rows] == [read]


def test_a_blank_node_has_a_name_that_may_be_read(virtuoso_store: RemoteStore) -> None:
    virtuoso_store.replace_graph(ONE, [Quad(BlankNode("x"), P, Literal("1"), ONE)])
    ((node, value),) = virtuoso_store.select(f"SELECT ?s ?o {{ ?s <{P.value}> ?o }}").rows
    assert isinstance(node, BlankNode)
    assert value == Literal("1")


@pytest.mark.parametrize("count", [4_000, 4_001, 6_000], ids=["by update", "put", "more than it compiles"])
def test_graphs_of_any_size_are_replaced(virtuoso_store: RemoteStore, count: int) -> None:
    virtuoso_store.replace_graph(ONE, quads(10))
    virtuoso_store.replace_graph(ONE, quads(count))
    assert sum(1 for _ in virtuoso_store.quads(ONE)) == count


def test_whoever_may_not_write_is_told_which_settings_say_who_may(virtuoso: str) -> None:
    with pytest.raises(StoreError, match=r"does not let us in \(401\).*SAMVERKAN_STORE_USER"):
        RemoteStore(f"{virtuoso}/sparql").replace_graph(ONE, quads(1))
    with pytest.raises(StoreError, match=r"does not let us write.*SAMVERKAN_STORE_USER"):
        RemoteStore(f"{virtuoso}/sparql", f"{virtuoso}/sparql").replace_graph(ONE, quads(1))


@pytest.mark.parametrize(
    ("said", "kind", "message"),
    [
        ("Virtuoso S1T00 Error SR171: Transaction timed out", QueryTimeout, "gave up"),
        ("Virtuoso 42001 Error SR185: Undefined procedure DB.DBA.http://e/f.", QueryError, "no such function"),
        ("Virtuoso 37000 Error TR...: transitive start not given", QueryError, "transitive start"),
    ],
)
def test_its_codes_are_told_apart(said: str, kind: type[Exception], message: str) -> None:
    error = refusal("ASK {}", 500, f"{said}\n\nSPARQL query:\nASK {{}}")
    assert isinstance(error, kind)
    assert message in str(error)


@pytest.mark.parametrize("kind", ["SELECT", "ASK", "CONSTRUCT"])
def test_a_part_of_an_answer_is_a_timeout_though_it_comes_as_a_whole(kind: Form) -> None:
    class Part:
        headers: ClassVar = {"X-SQL-State": "S1TAT", "X-SQL-Message": "Returning incomplete results"}

        def close(self) -> None:
            pass

    with pytest.raises(QueryTimeout, match=r"gave up midway \(Returning incomplete results\).*MaxQueryExecutionTime"):
        mended(Part(), kind, lambda: None)  # type: ignore[arg-type]


def test_a_fault_without_a_code_is_not_explained() -> None:
    assert refusal("ASK {}", 500, "<html>Internal error</html>") is None
