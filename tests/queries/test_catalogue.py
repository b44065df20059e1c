"""The catalogue: each file reads as SPARQL, has a whole header, and binds terms, never text."""

import re
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql import prepareQuery

from samverkan import queries
from samverkan.errors import NotFound, ParameterError, QueryError
from samverkan.queries import Query
from samverkan.store import Store

EVERY = {
    f"{group}{name}": query
    for group, found in (
        ("", queries.catalogue()),
        ("checks/", queries.checks()),
        ("networks/", queries.networks()),
        ("pages/", queries.pages()),
    )
    for name, query in found.items()
}
FOR_READERS = {name: query for name, query in EVERY.items() if not name.startswith("pages/")}


def selected(query: Query) -> tuple[str, ...]:
    answer = pyoxigraph.Store().query(query.text)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return tuple(variable.value for variable in answer.variables)


def test_the_questions_of_the_first_road_are_all_there() -> None:
    assert set(queries.catalogue()) >= {
        "who-sits-on", "seats-over-time", "bodies-of-person", "people-who-meet-most", "bodies-sharing-members",
        "meetings-of-body", "decisions-of-meeting", "attendance", "absent", "open-assignments", "drafts-on-remiss",
        "who-prepares-for-whom", "agreements-and-strategies", "representatives-of-organisation", "relations-of",
        "chairs", "people-in-several-documents", "presenters-not-members", "documents", "coverage", "search",
    }  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_a_file_is_sparql_as_it_stands(name: str) -> None:
    pyoxigraph.Store().query(EVERY[name].text)


@pytest.mark.parametrize("name", [*queries.catalogue(), *(f"checks/{name}" for name in queries.checks())])
def test_a_question_for_everybody_reads_in_another_implementation_too(name: str) -> None:
    prepareQuery(EVERY[name].text)


@pytest.mark.parametrize("name", EVERY)
def test_each_parameter_has_its_place_and_each_place_its_parameter(name: str) -> None:
    places = set(re.findall(r"# parameter (\w+)$", EVERY[name].text, re.MULTILINE))
    assert {parameter.name for parameter in EVERY[name].parameters} == places


@pytest.mark.parametrize("name", EVERY)
def test_a_bound_parameter_stands_wherever_its_place_is(name: str) -> None:
    query = EVERY[name]
    term = NamedNode("http://example.org/it")
    bound = query.bind({parameter.name: term for parameter in query.parameters})
    assert bound.count(f"{{ {term} }}") == len(re.findall(r"# parameter \w+$", query.text, re.MULTILINE))
    pyoxigraph.Store().query(bound)


@pytest.mark.parametrize("name", FOR_READERS)
def test_a_header_speaks_both_languages(name: str) -> None:
    query = FOR_READERS[name]
    assert query.title["sv"] != query.title["en"]
    assert query.summary["sv"] != query.summary["en"]
    assert all(parameter.help["sv"] != parameter.help["en"] for parameter in query.parameters)


@pytest.mark.parametrize("name", FOR_READERS)
def test_the_columns_for_readers_are_selected_and_have_labels(name: str) -> None:
    query = FOR_READERS[name]
    assert query.columns
    assert set(query.columns) | set(query.network) <= set(selected(query))
    if not name.startswith("networks/"):
        assert [each for each in query.columns if query.label(each, "sv") == each] == []


@pytest.mark.parametrize("name", sorted(queries.catalogue()))
def test_each_question_but_search_answers_a_competency_question(name: str) -> None:
    answers = queries.catalogue()[name].answers
    assert all(re.fullmatch(r"CQ([1-9]|[12]\d|30)", each) for each in answers)
    assert bool(answers) == (name != "search")


@pytest.mark.parametrize("number", [*range(1, 15), *range(17, 19), *range(20, 31)])
def test_the_questions_that_the_graph_is_for_have_a_query_each(number: int) -> None:
    assert [name for name, query in queries.catalogue().items() if f"CQ{number}" in query.answers]


def test_a_label_is_said_in_the_language_asked_for() -> None:
    query = queries.query("who-sits-on")
    assert (query.label("organisation", "sv"), query.label("organisation", "en")) == ("Företräder", "Represents")


@pytest.fixture
def small(tmp_path: Path) -> Query:
    path = tmp_path / "small.rq"
    path.write_text(
        '#+ title: Small\n#+ summary: One\n#+ summary: two\n#+ parameter: text text required "words"\n'
        'SELECT ?text WHERE {\n  VALUES ?text { "" }  # parameter text\n}\n'
    )
    return queries.read(path)


def test_lines_of_one_key_go_on_and_the_other_language_falls_back(small: Query) -> None:
    assert small.summary == {"en": "One two", "sv": "One two"}


@pytest.mark.parametrize("text", ['"} UNION { ?s ?p ?o } #', "back\\slash \\1", "line\nbreak", "} # parameter text"])
def test_text_is_bound_as_a_term_and_comes_back_as_it_was(small: Query, text: str) -> None:
    answer = pyoxigraph.Store().query(small.bind({"text": Literal(text)}))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert [row["text"] for row in answer] == [Literal(text)]


def test_several_terms_are_bound_at_once(small: Query) -> None:
    assert '{ "a" "b" }' in small.bind({"text": [Literal("a"), Literal("b")]})


def test_a_parameter_that_is_needed_is_missed(small: Query) -> None:
    with pytest.raises(ParameterError, match="query small needs the parameter text: words"):
        small.bind({})


def test_a_parameter_that_is_not_taken_is_refused(small: Query) -> None:
    with pytest.raises(ParameterError, match="query small takes no parameter txt; it takes text"):
        small.bind({"text": Literal("a"), "txt": Literal("b")})


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ title Small", "line 1: a header line reads"),
        ("#+ summary: Only this", "has no title"),
        ("#+ title: A\n#+ summary: B\n#+ parameter: a nonsense \"c\"", "nonsense is no type of parameter"),
        ("#+ title: A\n#+ summary: B\n#+ parameter: a text help", "cannot be read"),
    ],
    ids=["no colon", "no title", "unknown type", "no quotes"],
)  # fmt: skip
def test_a_header_that_cannot_be_read_is_told(tmp_path: Path, header: str, message: str) -> None:
    path = tmp_path / "wrong.rq"
    path.write_text(f"{header}\nSELECT * WHERE {{}}\n")
    with pytest.raises(QueryError, match=message):
        queries.read(path)


def test_an_unknown_question_gives_the_nearest_names() -> None:
    with pytest.raises(NotFound, match="there are who-sits-on"):
        queries.query("who-sits-onn")


@pytest.mark.parametrize("name", ["../queries/who-sits-on", "checks/../who-sits-on", "nonsense/x", ""])
def test_no_other_folder_is_read(name: str) -> None:
    with pytest.raises(NotFound):
        queries.query(name)


def test_an_empty_argument_counts_as_not_given(sample: Store) -> None:
    assert len(list(queries.run(sample, "who-sits-on", {"body": " "}).rows)) == 4


def test_an_argument_that_the_query_does_not_take_is_refused(sample: Store) -> None:
    with pytest.raises(ParameterError, match="takes no parameter bodi"):
        queries.run(sample, "who-sits-on", {"bodi": "Ådals råd"})
