"""The full-text index of a snapshot: what it finds, in which order, and that it keeps up with what changes."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.publish import publish
from samverkan.store import marks
from samverkan.store.index import Excerpt, TextIndex, Thing
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current
from samverkan.vocabulary import DCT, RDF, RDFS, SAMV, SKOS

BASE = "https://example.org/id/"
GRAPH = NamedNode("https://example.org/graph/one")
KINDS = ("municipality", "person", "body", "document")
TEXT = "Rådet samlades i Målköping. Planen för vården lades till handlingarna, och många frågor väntar."


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def named(path: str, name: str, *forms: str, graph: NamedNode = GRAPH) -> Iterable[Quad]:
    yield Quad(node(path), RDFS.label, Literal(name), graph)
    for form in forms:
        yield Quad(node(path), SKOS.altLabel, Literal(form), graph)


def decided(number: int, words: str, document: str) -> Iterable[Quad]:
    fact = node(f"document/{document}/decision/{number}")
    yield Quad(fact, RDF.type, SAMV.Decision, GRAPH)
    yield Quad(fact, DCT.description, Literal(words), GRAPH)
    yield Quad(fact, SAMV.inDocument, node(f"document/{document}"), GRAPH)


def quads() -> list[Quad]:
    return [
        *named("county/12", "Skåne län"),
        *named("municipality/1", "Ekby", "Ekby kommun"),
        Quad(node("municipality/1"), SAMV.county, node("county/12"), GRAPH),
        *named("person/12/åsa_ek", "Åsa Ek", "Åsa Maria Ek"),
        *named("person/12/asa_ekby", "Asa Ekbyström"),
        *named("body/12/rad", "Samverkansrådet Ekby"),
        *named("document/a", "Anteckningar a"),
        *named("document/b", "Anteckningar b"),
        *named("document/a/mention/1", "Ekby i en uppgift"),
        Quad(node("document/a/mention/1"), RDF.type, SAMV.Fact, GRAPH),
        Quad(node("document/a"), SAMV.date, Literal("2020-01-02"), GRAPH),
        Quad(node("document/b"), SAMV.date, Literal("2021-01-02"), GRAPH),
        Quad(node("document/a"), SAMV.text, Literal(TEXT), GRAPH),
        Quad(node("document/b"), SAMV.text, Literal("Malkoping nämns."), GRAPH),
        *decided(1, "Rådet antar vårdplanen", "a"),
        *decided(2, "Vårdplanen läggs till handlingarna", "b"),
    ]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> TextIndex:
    store = OxigraphStore()
    store.bulk_load(quads())
    folder = tmp_path_factory.mktemp("published")
    publish(store, folder)
    found = open_current(folder).index
    assert found
    return found


def labels(things: tuple[Thing, ...]) -> list[str]:
    return [each.label for each in things]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ekby", ["Ekby", "Samverkansrådet Ekby", "Asa Ekbyström"]),
        ("EKBY kommun", ["Ekby"]),
        ("rådet", ["Samverkansrådet Ekby"]),
        ("åsa", ["Åsa Ek"]),
        ("asa", ["Asa Ekbyström"]),
        ("maria ek", ["Åsa Ek"]),
        ("ek", ["Ekby", "Åsa Ek", "Asa Ekbyström", "Samverkansrådet Ekby"]),
        ("ekbyn", []),
        ('"ekby', []),
        ("ekby OR åsa", []),
        ("\x00", ["Ekby", "Asa Ekbyström", "Åsa Ek", "Samverkansrådet Ekby", "Anteckningar a", "Anteckningar b"]),
    ],
    ids=[
        "whole names, whole words, then parts", "another form, capitals", "within a word", "a ring counts",
        "and its absence", "words in any order", "two letters", "near miss", "a quote is a letter", "no operators",
        "nothing is asked",
    ],
)  # fmt: skip
def test_things_are_found_by_parts_of_their_names(index: TextIndex, text: str, names: list[str]) -> None:
    found = labels(index.things(text, BASE, KINDS))
    assert found == names if text != "ek" else sorted(found) == sorted(names)


def test_a_thing_comes_with_its_other_forms_and_county(index: TextIndex) -> None:
    assert index.things("ekby kommun", BASE, KINDS) == (
        Thing(BASE + "municipality/1", "Ekby", ("Ekby kommun",), "Skåne län"),
    )


def test_things_are_counted_by_kind_and_shown_page_by_page(index: TextIndex) -> None:
    assert index.counts("ekby", BASE) == {"municipality": 1, "body": 1, "person": 1}
    assert labels(index.things("ekby", BASE, KINDS, first=1, most=1)) == ["Samverkansrådet Ekby"]
    assert labels(index.things("", BASE, ("person",))) == ["Asa Ekbyström", "Åsa Ek"]
    assert index.counts("ekby", "https://example.com/") == {}


def test_facts_are_no_things(index: TextIndex) -> None:
    assert index.counts("uppgift", BASE) == {}


def test_things_are_listed_by_how_their_iris_begin(index: TextIndex) -> None:
    assert labels(index.beginning(BASE + "person/", 5)) == ["Asa Ekbyström", "Åsa Ek"]
    assert labels(index.beginning(BASE + "person/", 1)) == ["Asa Ekbyström"]


def test_statements_are_found_by_parts_of_words_newest_first(index: TextIndex) -> None:
    first, second = (BASE + f"document/{each}" for each in ("a/decision/1", "b/decision/2"))
    assert index.statements("vårdplan") == (second, first)
    assert index.statements("planen rådet") == (first,)
    assert index.statements("vardplan") == ()


@pytest.mark.parametrize(
    ("text", "document", "found"),
    [
        ("plan vård", "a", ["Planen", "vården"]),
        ("målköping", "a", ["Målköping"]),
        ("malk", "b", ["Malkoping"]),
        ("köping", None, []),
        ("- !", None, []),
    ],
    ids=["beginnings of words", "Swedish letters", "and others", "not within a word", "no letters"],
)
def test_texts_are_found_with_the_words_told_apart(
    index: TextIndex, text: str, document: str | None, found: list[str]
) -> None:
    excerpts = index.excerpts(text)
    assert [each.document for each in excerpts] == ([BASE + f"document/{document}"] if document else [])
    assert [piece for each in excerpts for piece in each.pieces[1::2]] == found


def test_an_excerpt_is_a_piece_of_the_text(index: TextIndex) -> None:
    assert index.excerpts("nämns") == (Excerpt(BASE + "document/b", ("Malkoping ", "nämns", ".")),)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that an index holds, without the numbers of its rows; `integrity-check` compares texts and their index."""
    connection = sqlite3.connect(path)
    found = {}
    for table in ("thing", "statement", "document"):
        found[table] = sorted((row[1:] for row in connection.execute(f"SELECT * FROM {table}")), key=repr)
        iris = dict(connection.execute(f"SELECT id, iri FROM {table}"))
        asked = "SELECT name, value, piece, bits FROM mark LEFT JOIN marked ON mark.id = mark WHERE of = ?"
        found[f"{table} marked"] = sorted(
            (name, value, iris[piece * marks.PIECE + number])
            for name, value, piece, bits in connection.execute(asked, [table])
            for number in marks.numbers(marks.unpacked(bits))
        )
    found["form"] = sorted(connection.execute("SELECT form.plain, iri FROM form JOIN thing ON thing.id = form.thing"))
    found["span"] = sorted(connection.execute("SELECT iri, first, last FROM span JOIN thing ON thing.id = span.thing"))
    connection.execute("INSERT INTO passage (passage, rank) VALUES ('integrity-check', 1)")
    connection.execute("INSERT INTO spelled (spelled) VALUES ('integrity-check')")
    connection.close()
    return found


def test_an_index_brought_up_to_date_is_the_one_made_anew(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "live")
    store.replace_graph(GRAPH, quads())
    for number in range(10):
        graph = NamedNode(f"https://example.org/graph/{number}")
        store.replace_graph(graph, [*named("body/12/rad", "Samverkansrådet Ekby", f"Rådet {number}", graph=graph)])
    publish(store, tmp_path / "published")
    graph = NamedNode("https://example.org/graph/3")
    store.replace_graph(graph, [*named("body/12/rad", "Rådet Ekby", graph=graph), *named("body/9", "Nya", graph=graph)])
    publish(store, tmp_path / "published")
    left = [each for each in quads() if "decision/1" not in str(each) and each.predicate != SAMV.date]
    store.replace_graph(GRAPH, left)
    again = publish(store, tmp_path / "published")
    anew = publish(store, tmp_path / "anew")
    assert rows(again.path / "index.sqlite") == rows(anew.path / "index.sqlite")
    index = TextIndex(again.path / "index.sqlite")
    assert index.statements("vårdplanen") == (BASE + "document/b/decision/2",)
    assert labels(index.things("rådet 3", BASE, KINDS)) == []
    assert labels(index.things("nya", BASE, KINDS)) == ["Nya"]


# What version 6 found names and words by; the tables of today are not in its index.
SIX = """
PRAGMA user_version = 6;
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, label TEXT, forms TEXT, county TEXT, plain TEXT);
CREATE VIRTUAL TABLE name USING fts5 (plain, content = 'thing', content_rowid = 'id', tokenize = 'trigram');
CREATE TABLE statement (id INTEGER PRIMARY KEY, iri TEXT, document TEXT, plain TEXT);
CREATE VIRTUAL TABLE word USING fts5 (plain, content = 'statement', content_rowid = 'id', tokenize = 'trigram');
CREATE TABLE document (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, date TEXT, text TEXT);
CREATE VIRTUAL TABLE passage USING fts5 (text, content = 'document', content_rowid = 'id');
CREATE TABLE facet_value (id INTEGER PRIMARY KEY, name TEXT, value TEXT, UNIQUE (name, value));
CREATE TABLE facet (value INTEGER, thing INTEGER, PRIMARY KEY (value, thing)) WITHOUT ROWID;
CREATE TABLE span (thing INTEGER PRIMARY KEY, first TEXT, last TEXT);
"""
SEVEN = ("thing", "statement", "document", "passage", "form", "ordered", "mark", "marked", "spelled", "span")


def test_an_index_of_the_version_before_finds_nothing_and_is_brought_to_this_one_with_its_answers(
    tmp_path: Path,
) -> None:
    store = OxigraphStore(tmp_path / "live")
    store.replace_graph(GRAPH, quads())
    for number in range(9):
        graph = NamedNode(f"https://example.org/graph/{number}")
        store.replace_graph(graph, [*named(f"body/{number}", f"Rådet {number}", graph=graph)])
    path = publish(store, tmp_path / "published").path / "index.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript("".join(f"DROP TABLE {each};" for each in SEVEN) + SIX)
    kept = connection.execute("SELECT name FROM question ORDER BY name").fetchall()
    connection.close()
    former = TextIndex(path)
    assert (former.finds, former.having("thing", "ekby")) == (False, None)
    assert former.answer("who-sits-on", "sv", {}) is not None
    store.replace_graph(graph, [*named("body/8", "Samrådet 8", graph=graph)])
    again, anew = publish(store, tmp_path / "published"), publish(store, tmp_path / "anew")
    assert rows(again.path / "index.sqlite") == rows(anew.path / "index.sqlite")
    index = TextIndex(again.path / "index.sqlite")
    assert labels(index.things("samrådet", BASE, KINDS)) == ["Samrådet 8"]
    connection = sqlite3.connect(again.path / "index.sqlite")
    assert connection.execute("SELECT name FROM question ORDER BY name").fetchall() == kept != []
    connection.close()
