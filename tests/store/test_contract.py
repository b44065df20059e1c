"""What every store promises, whichever engine stands behind it.

An engine may have triples of its own, as Virtuoso has: queries here name the property that they are about.
"""

import threading

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from samverkan.errors import QueryError
from samverkan.store import Rows, Store

EX = "http://example.org/"
P, Q = NamedNode(EX + "p"), NamedNode(EX + "q")
ONE, TWO = NamedNode(EX + "graph/one"), NamedNode(EX + "graph/två")


def quad(subject: str, value: str, graph: NamedNode, predicate: NamedNode = P) -> Quad:
    return Quad(NamedNode(EX + subject), predicate, Literal(value), graph)


def values(rows: Rows) -> list[tuple[str | None, ...]]:
    """The rows as plain text, in order."""
    return sorted(tuple(None if term is None else term.value for term in row) for row in rows.rows)  # type: ignore[union-attr]


def test_a_new_store_holds_nothing(store: Store) -> None:
    assert list(store.quads()) == []
    assert list(store.graphs()) == []
    assert not store.ask(f"ASK {{ ?s <{P.value}> ?o }}")


def test_a_graph_is_what_was_put_there(store: Store) -> None:
    quads = {quad("a", "Åsa", ONE), quad("b", "Bo", ONE)}
    store.replace_graph(ONE, quads)
    assert set(store.quads()) == quads
    assert list(store.graphs()) == [ONE]


def test_replacing_a_graph_forgets_what_it_held_and_leaves_the_others(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "before", ONE)])
    store.replace_graph(TWO, [quad("b", "beside", TWO)])
    store.replace_graph(ONE, [quad("a", "after", ONE)])
    assert set(store.quads(ONE)) == {quad("a", "after", ONE)}
    assert set(store.quads(TWO)) == {quad("b", "beside", TWO)}


def test_replacing_twice_changes_nothing(store: Store) -> None:
    quads = [quad("a", "1", ONE), quad("a", "2", ONE)]
    store.replace_graph(ONE, quads)
    store.replace_graph(ONE, quads)
    assert sorted(map(str, store.quads())) == sorted(map(str, quads))


def test_a_graph_replaced_by_nothing_is_no_graph(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    store.replace_graph(ONE, [])
    assert list(store.graphs()) == []
    assert list(store.quads(ONE)) == []


def test_a_quad_of_another_graph_is_refused_and_nothing_is_lost(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "kept", ONE)])
    with pytest.raises(ValueError, match="not of the graph"):
        store.replace_graph(ONE, [quad("a", "new", ONE), quad("b", "astray", TWO)])
    assert set(store.quads()) == {quad("a", "kept", ONE)}


def test_quads_that_fail_midway_change_nothing(store: Store) -> None:
    def failing():
        yield quad("a", "new", ONE)
        raise RuntimeError("the reader failed")

    store.replace_graph(ONE, [quad("a", "kept", ONE)])
    with pytest.raises(RuntimeError, match="the reader failed"):
        store.replace_graph(ONE, failing())
    assert set(store.quads()) == {quad("a", "kept", ONE)}


def test_no_reader_sees_a_graph_half_replaced(store: Store) -> None:
    counts: set[int] = set()
    store.replace_graph(ONE, [quad(f"s{i}", "0", ONE) for i in range(50)])
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            counts.add(int(values(store.select(f"SELECT (COUNT(*) AS ?n) {{ ?s <{P.value}> ?o }}"))[0][0] or -1))

    reader = threading.Thread(target=read)
    reader.start()
    for version in range(30):
        store.replace_graph(ONE, [quad(f"s{i}", str(version), ONE) for i in range(50)])
    done.set()
    reader.join()
    assert counts == {50}


@pytest.mark.parametrize(
    "term",
    [
        Literal('quotes " and \\ and \\u0041'),
        Literal("lines\nand\ttabs\r\n"),
        Literal("control \x01 \x0c \x7f"),
        Literal("beredningen för hälso- och sjukvård 🩺"),
        Literal("beredning", language="sv"),
        Literal("2021-09", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")),
        Literal("", language="en"),
        NamedNode(EX + "person/12/åsa_ek"),
        NamedNode(EX + "document/a#char=1,2"),
    ],
    ids=repr,
)
def test_a_term_comes_back_as_it_was(store: Store, term: Literal | NamedNode) -> None:
    store.replace_graph(ONE, [Quad(NamedNode(EX + "s"), P, term, ONE)])
    assert [each.object for each in store.quads()] == [term]
    assert [list(row) for row in store.select(f"SELECT ?o {{ ?s <{P.value}> ?o }}").rows] == [[term]]
    assert [each.object for each in store.construct(f"CONSTRUCT WHERE {{ ?s <{P.value}> ?o }}")] == [term]


def test_a_blank_node_stays_one_node_within_its_graph(store: Store) -> None:
    node = BlankNode("x")
    store.replace_graph(ONE, [Quad(node, P, Literal("1"), ONE), Quad(node, Q, Literal("2"), ONE)])
    assert store.ask(f"ASK {{ ?x <{P.value}> '1' ; <{Q.value}> '2' }}")


def test_removing_a_graph_leaves_the_others(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    store.replace_graph(TWO, [quad("b", "2", TWO)])
    store.remove_graph(ONE)
    store.remove_graph(NamedNode(EX + "graph/never"))
    assert list(store.graphs()) == [TWO]


def test_graphs_that_are_added_stand_beside_those_that_were_there(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    three = NamedNode(EX + "graph/three")
    store.add_graphs({TWO: [quad("b", "2", TWO), quad("b", "3", TWO)], three: [quad("c", "4", three)]})
    store.add_graphs({})
    assert set(store.graphs()) == {ONE, TWO, three}
    assert set(store.quads(TWO)) == {quad("b", "2", TWO), quad("b", "3", TWO)}


def test_adding_a_graph_with_a_quad_of_another_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="is not of the graph"):
        store.add_graphs({ONE: [quad("a", "1", TWO)]})
    assert list(store.quads()) == []


def test_bulk_loading_adds_to_what_is_there(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    store.bulk_load(quad(f"s{i}", str(i), TWO) for i in range(20))
    assert len(list(store.quads(TWO))) == 20
    assert set(store.quads(ONE)) == {quad("a", "1", ONE)}


def test_bulk_loading_refuses_what_is_in_no_named_graph(store: Store) -> None:
    with pytest.raises(ValueError, match="in no named graph"):
        store.bulk_load([Quad(NamedNode(EX + "a"), P, Literal("1"), DefaultGraph())])


def test_queries_see_all_graphs_as_one(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    store.replace_graph(TWO, [quad("a", "2", TWO, Q)])
    joined = f"SELECT ?one ?two {{ ?s <{P.value}> ?one ; <{Q.value}> ?two }}"
    assert values(store.select(joined)) == [("1", "2")]


def test_a_triple_said_by_two_graphs_is_constructed_once(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    store.replace_graph(TWO, [quad("a", "1", TWO)])
    assert list(store.construct(f"CONSTRUCT WHERE {{ ?s <{P.value}> ?o }}")) == [
        Triple(NamedNode(EX + "a"), P, Literal("1"))
    ]


def test_the_graph_of_a_statement_can_be_asked_for(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    store.replace_graph(TWO, [quad("a", "2", TWO)])
    assert values(store.select(f"SELECT ?g {{ GRAPH ?g {{ ?s <{P.value}> '2' }} }}")) == [(TWO.value,)]


def test_rows_have_the_order_of_their_variables_and_none_where_unbound(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    rows = store.select(f"SELECT ?nothing ?o ?s {{ ?s <{P.value}> ?o OPTIONAL {{ ?s <{Q.value}> ?nothing }} }}")
    assert rows.variables == ("nothing", "o", "s")
    assert [list(row) for row in rows.rows] == [[None, Literal("1"), NamedNode(EX + "a")]]


def test_an_order_is_kept(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", value, ONE) for value in "cab"])
    assert [row[0] for row in store.select(f"SELECT ?o {{ ?s <{P.value}> ?o }} ORDER BY ?o").rows] == [
        Literal("a"),
        Literal("b"),
        Literal("c"),
    ]


def test_a_query_that_cannot_be_read_tells_line_and_column(store: Store) -> None:
    with pytest.raises(QueryError, match="line 2, column 1"):
        store.select("SELECT * { ?s ?p ?o }\n}")


def test_an_unknown_prefix_is_named_as_the_cause(store: Store) -> None:
    with pytest.raises(QueryError, match="Prefix not found"):
        store.select("SELECT * { ?s nowhere:p ?o }")


@pytest.mark.parametrize("method", ["select", "ask", "construct"])
def test_an_update_is_no_query(store: Store, method: str) -> None:
    with pytest.raises(QueryError):
        getattr(store, method)(f"INSERT DATA {{ GRAPH {ONE} {{ {ONE} {P} 1 }} }}")
    assert list(store.quads()) == []


@pytest.mark.parametrize(
    ("method", "query"),
    [
        ("select", "ASK {}"),
        ("select", "CONSTRUCT WHERE { ?s ?p ?o }"),
        ("ask", "SELECT * { ?s ?p ?o }"),
        ("construct", "SELECT * { ?s ?p ?o }"),
    ],
)
def test_a_query_of_another_form_is_refused(store: Store, method: str, query: str) -> None:
    with pytest.raises(QueryError, match="needed here"):
        getattr(store, method)(query)


def test_an_unknown_function_is_the_querys_fault(store: Store) -> None:
    store.replace_graph(ONE, [quad("a", "1", ONE)])
    with pytest.raises(QueryError, match="function"):
        list(store.select(f"SELECT (<{EX}f>(?o) AS ?x) {{ ?s <{P.value}> ?o }}").rows)
