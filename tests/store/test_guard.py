"""What an outsider's query may be, and what it may look like without being refused."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from samverkan.errors import QueryError
from samverkan.store.guard import MAX_BYTES, MAX_DEPTH, check

# The engine refuses this port before it opens any connection, so that a call shows as an OSError and none is made.
ELSEWHERE = "<http://127.0.0.1:1/>"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("select*{?s ?p ?o}", "SELECT"),
        ("# INSERT DATA {}\nASK {}", "ASK"),
        ("BASE <http://example.org/insert/> PREFIX select: <a#> CONSTRUCT WHERE { ?s select:b ?o }", "CONSTRUCT"),
        ("DESCRIBE<http://example.org/a>", "DESCRIBE"),
        ("PREFIX ask: <a:>\n# SELECT\nPREFIX : <b:>\nconstruct\nWHERE { ?s ask:b ?o }", "CONSTRUCT"),
        ("base<a:>prefix a:<b:>ask{}", "ASK"),
        ("BASE <http://example.org/> PREFIX x.y: <x#> PREFIX insert.z: <z#> SELECT * { ?s x.y:p ?o }", "SELECT"),
    ],
)
def test_the_form_is_found_behind_prefixes_and_comments(query: str, form: str) -> None:
    assert check(query) == form


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "PREFIX a: <a:> delete where { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "CLEAR ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused_by_name(query: str) -> None:
    with pytest.raises(QueryError, match="is an update; only queries are answered here"):
        check(query)


@pytest.mark.parametrize("query", ["", "hello", "{}", "PREFIX a: <a:>", "# SELECT * {}", "SELECT:a {}"])
def test_what_is_no_query_is_told_how_queries_begin(query: str) -> None:
    with pytest.raises(QueryError, match="a query begins with SELECT"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE SILENT {ELSEWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT*{{sErViCe#x\n{ELSEWHERE}{{?s ?p ?o}}}}",
        f"ASK {{ FILTER EXISTS {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }} }}",
        "SELECT * { BIND(<a:b> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "PREFIX ex: <a:> SELECT * { SERVICEex:a { ?s ?p ?o } }",
        "PREFIX ex: <a:> SELECT * { ?s ?p 1SERVICEex:a { ?s ?p ?o } }",
        "PREFIX ex: <a:> SELECT * { ?s ?p ex:.SERVICE ex:a { ?s ?p ?o } }",
        rf"SELECT * {{ \u0053ERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
        rf"SELECT * {{ ?s ?p 'a\u0027 SERVICE {ELSEWHERE} {{ ?s ?p ?o }} #' }}",
        rf"PREFIX ex: <a:> SELECT * {{ ?s ?p ex:a\' . SERVICE {ELSEWHERE} {{ ?s ?p ?o }} #' }}",
        "SELECT * { ?a ?p ?b FILTER(?a<?b)SERVICE#>\n?u{ ?s ?p ?o } }",
        f"SELECT * {{ ?a ?b ?c FILTER(?a<?b&&?c='>')SERVICE{ELSEWHERE}{{ ?s ?p ?o }}#'\n}}",
    ],
)  # fmt: skip
def test_calling_another_server_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s <http://example.org/service/a> ?o }",
        "SELECT * { ?s <http://example.org/service#a> ?o }",
        "PREFIX ex: <a:> SELECT * { ?s ex:service ?o ; ex:service-area ?a }",
        "SELECT * { ?s ?p 'SERVICE <http://example.org/> {' }",
        "SELECT * { ?s ?p '''it's a\nSERVICE <http://example.org/> {''' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://example.org/> { }",
        'SELECT * { ?s ?p "kundservice"@sv }',
    ],
)
def test_the_word_service_may_be_written_elsewhere(query: str) -> None:
    assert check(query) == "SELECT"


PIECES = [
    "SERVICE", " SERVICE ", "service", " SILENT ", ELSEWHERE, "?u", "ex:a", "ex:", "<a:b>", "<a:b#c>",
    "?s ?p ?o", "{?s ?p ?o}", "{", "}", "(", ")", "FILTER(?a<?b)", "FILTER(?a<", "&&?c=", "?b", "'>'", "<",
    ">", "'", '"', "'''", "#", "\n", "\r", " ", "\\", "\\'", ".", "1", "true", "@en", "^^", "UNION",
    "OPTIONAL",
]  # fmt: skip


@settings(max_examples=500, deadline=None, database=None)
@example(pieces=["FILTER(?a<?b)", "SERVICE", "#", ">", "\n", ELSEWHERE, "{?s ?p ?o}"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14))
def test_what_passes_makes_the_engine_call_nobody(pieces: list[str]) -> None:
    query = "PREFIX ex: <a:> SELECT * { " + "".join(pieces) + " }"
    try:
        check(query)
    except QueryError:
        return
    try:
        list(Store().query(query))
    except OSError as error:
        pytest.fail(f"the engine called another server: {error}")
    except (SyntaxError, RuntimeError):
        pass


def nested(before: str, middle: str, after: str, levels: int) -> str:
    return before * levels + middle + after * levels


@pytest.mark.parametrize(
    ("before", "middle", "after"),
    [
        ("(", "1", ")"),
        ("STR(", "1", ")"),
        ("!", "true", ""),
        ("! # not\n", "true", ""),
        ("(!", "true", ")"),
    ],
)
def test_nesting_is_refused_beyond_its_limit_and_answered_up_to_it(before: str, middle: str, after: str) -> None:
    per_level = 2 if before == "(!" else 1
    most = (MAX_DEPTH - 2) // per_level
    query = f"SELECT * {{ FILTER({nested(before, middle, after, most)}) }}"
    assert check(query) == "SELECT"
    list(Store().query(query))
    with pytest.raises(QueryError, match="nested more than 100 levels deep"):
        check(f"SELECT * {{ FILTER({nested(before, middle, after, most + 1)}) }}")


@pytest.mark.parametrize("opening", ["{", "[ ?p ", "<< ?s ?p ", "<<( ?s ?p "])
def test_groups_lists_and_triple_terms_are_levels_too(opening: str) -> None:
    with pytest.raises(QueryError, match="nested more than"):
        check("SELECT * { ?s ?p " + opening * MAX_DEPTH + " }")


def test_brackets_in_text_are_no_levels() -> None:
    assert check("SELECT * { ?s ?p '" + "(" * 500 + "' } # " + "{" * 500) == "SELECT"


def test_brackets_side_by_side_are_no_levels() -> None:
    assert check("SELECT * { " + "{ ?s ?p (1) } " * 500 + " }") == "SELECT"


def test_a_query_is_refused_beyond_its_size_in_bytes() -> None:
    query = "ASK {} #"
    assert check(query + "å" * ((MAX_BYTES - len(query)) // 2)) == "ASK"
    with pytest.raises(QueryError, match="has 65538 bytes, more than the limit of 65536"):
        check(query + "å" * ((MAX_BYTES - len(query)) // 2 + 1))


def test_half_a_character_is_refused() -> None:
    with pytest.raises(QueryError, match="line 1, column 6: half a character"):
        check("ASK {\ud800}")


def test_the_longest_query_is_looked_at_in_a_moment() -> None:
    check("SELECT * { ?s ?p 'service' " + "FILTER(?a<?b&&?c>?d) " * 3_000 + "}")
