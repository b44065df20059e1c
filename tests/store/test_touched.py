"""What a question reads, and which things it may answer otherwise about since some triples changed."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from samverkan.errors import QueryError
from samverkan.standing import standing
from samverkan.store.patterns import net
from samverkan.store.touched import ways

EX = "http://example.org/"
# A body is told of by the seats on it, with the names of those who sit there and of whom they represent.
SEATS = """PREFIX ex: <http://example.org/>
SELECT ?body (MIN(?name) AS ?first) WHERE {
  VALUES ?body { UNDEF }  # parameter body
  VALUES ?day { UNDEF }  # parameter day
  {
    ?seat ex:on ?body ; ex:by ?person
  } UNION {
    ?seat ex:chairs|ex:leads ?body ; ex:by ?person ; ex:elected ?day .
    BIND ( ex:chair AS ?role )
  } UNION {
    ?seat ex:lent ?body ; ex:until ?day
  }
  OPTIONAL { ?person ex:name ?name FILTER ( LANG(?name) = "" ) }
  OPTIONAL { ?seat ex:for/ex:name ?side }
  OPTIONAL { ?role ex:called ?post }
  FILTER ( !BOUND(?day) || EXISTS { ?seat ex:since ?since } )
  FILTER NOT EXISTS { ?seat ex:ended ?end }
} GROUP BY ?body"""
GRAPH = """
ann-vag on vag; ann-vag by ann; ann-vag for lund
bo-bro on bro; bo-bro by bo; bo-bro for lund
cia-bro chairs bro; cia-bro by cia
dan-hamn lent hamn; dan-hamn until 'monday
lund member vag; lund member bro
"""


def node(name: str) -> NamedNode | Literal:
    return Literal(name[1:]) if name.startswith("'") else NamedNode(EX + name)


def triples(text: str) -> list[Triple]:
    return [Triple(*map(node, line.split())) for line in text.replace("\n", ";").split(";") if line.strip()]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def engine() -> Store:
    store = Store()
    store.extend(Quad(each.subject, each.predicate, each.object, DefaultGraph()) for each in triples(GRAPH))
    return store


@pytest.mark.parametrize(
    ("changed", "bodies"),
    [
        pytest.param("ann-vag on vag", {"vag"}, id="a seat"),
        pytest.param("ann name 'Ann", {"vag"}, id="the name of who sits there"),
        pytest.param("lund name 'Lund", {"vag", "bro"}, id="the name of whom several represent"),
        pytest.param("lund member hamn", set(), id="what the question does not read"),
        pytest.param("cia name 'Cia", {"bro"}, id="a name by the other branch"),
        pytest.param("dan-bro leads bro", {"bro"}, id="another predicate of a path"),
        pytest.param("bo-bro ended '2020", {"bro"}, id="what must not be"),
        pytest.param("bo-bro since '2020", set(), id="what is asked only where a parameter has a value"),
        pytest.param("cia-bro elected 'monday", {"bro"}, id="what another branch tells of another thing"),
        pytest.param("chair called 'Chair", None, id="a name of what the question itself says: any body"),
        pytest.param("lund called 'Lund", set(), id="such a name of something else"),
        pytest.param("vag on vag", {"vag"}, id="two ends that are one"),
        pytest.param("ann name 'Ann; bo name 'Bo", {"vag", "bro"}, id="two changes"),
    ],
)
def test_what_a_change_touches(engine: Store, changed: str, bodies: set[str] | None) -> None:
    found = ways(SEATS, "body").touched(engine, triples(changed), 10)
    assert found == (None if bodies is None else {node(each) for each in bodies})


def test_a_thing_of_another_class_than_before_is_touched(engine: Store) -> None:
    kind = Triple(node("hamn"), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), node("body"))
    assert ways(SEATS, "body").touched(engine, [kind], 10) == {node("hamn")}


def test_of_more_than_asked_for_it_is_not_told_which(engine: Store) -> None:
    assert ways(SEATS, "body").touched(engine, triples("lund name 'Lund"), 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a WHERE { ?a ?p ?b }",
        "SELECT ?a WHERE { ?a <x:p>+ ?b }",
        "SELECT ?a WHERE { ?a <x:p> [ <x:q> ?b ] }",
        "SELECT ?a WHERE { GRAPH ?g { ?a <x:p> ?b } }",
        "SELECT ?a WHERE { ?a <x:p> ?b",
        "ASK { ?a <x:p> ?b }",
    ],
)
def test_what_cannot_be_read_so_is_an_error(text: str) -> None:
    with pytest.raises(QueryError):
        net(text)


def test_variables_within_a_query_are_its_own_but_for_those_that_it_answers_with() -> None:
    read = net("SELECT ?a WHERE { ?a <x:p> ?b { SELECT ?a (MAX(?b) AS ?c) WHERE { ?a <x:q> ?b } GROUP BY ?a } }")
    (a, _, b, _), (inner_a, _, inner_b, _) = read.patterns
    assert a == inner_a == read.columns["a"]
    assert b != inner_b
    assert any(other == inner_b for _, other, _ in read.same)


@pytest.mark.parametrize("question", standing(), ids=lambda question: question.name)
def test_every_question_that_is_kept_can_be_read(question: object) -> None:
    assert question.ways.entries  # type: ignore[attr-defined]
