"""Searches by sets of bits find what a look at every row would, in the same order, also after later publications."""

import random
from collections.abc import Iterable, Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.publish import publish
from samverkan.store import marks
from samverkan.store.index import TextIndex, folded
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current
from samverkan.vocabulary import DCT, RDF, RDFS, SAMV, SKOS

BASE = "https://example.org/id/"
KINDS = ("municipality", "person", "body")
WORDS = ("lund", "lunds", "malmö", "Ålund", "rådet", "plan", "planen", "för", "a", "ek", "Äng", "samråd")
TEXTS = ("lund", "lun", "a", "ek", "plan för", "lund plan", "än", "åLU", "rådet a", "saknas", "för lund", "d r", "")
ORDERS = ("", "name", "-name", "kind", "-kind", "county", "-county", "year", "-year")
Named = tuple[str, str, tuple[str, ...], int]


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def graph(number: int) -> NamedNode:
    return NamedNode(f"https://example.org/graph/{number}")


def said(chance: random.Random, number: int) -> list[Quad]:
    """A graph: some things with names and other forms, and a document with statements."""
    quads = []
    document, where = node(f"document/{number}"), graph(number)
    for each in range(6):
        thing = node(f"{chance.choice(KINDS)}/{number}-{each}")
        for name in (RDFS.label, SKOS.altLabel)[: chance.choice([1, 1, 2])]:
            words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 3)))
            quads.append(Quad(thing, name, Literal(words), where))
        if chance.random() < 0.7:
            quads.append(Quad(thing, SAMV.county, node(f"county/{chance.randint(1, 3)}"), where))
        quads += [Quad(thing, RDF.type, SAMV.Meeting, where)] * chance.choice([0, 1])
        quads.append(Quad(thing, SAMV.start, Literal(f"20{chance.randint(10, 14)}-05-02"), where))
    for each in range(1, 4):
        quads.append(Quad(node(f"county/{each}"), RDFS.label, Literal(f"{'ÄÅÖ'[each - 1]} län"), where))
    quads.append(Quad(document, SAMV.date, Literal(f"20{chance.randint(10, 20)}-01-01"), where))
    quads.append(Quad(document, SAMV.body, node(f"body/{chance.randint(1, 2)}"), where))
    words = " ".join(chance.choice(WORDS) for _ in range(20))
    quads.append(Quad(document, SAMV.text, Literal(words), where))
    for each in range(5):
        fact = node(f"document/{number}/item/{each}")
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 4)))
        quads += [Quad(fact, RDF.type, SAMV.AgendaItem, where), Quad(fact, DCT.title, Literal(words), where)]
        quads.append(Quad(fact, SAMV.inDocument, document, where))
    return quads


@pytest.fixture(scope="module", params=[1, 2])
def found(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TextIndex, set[Quad]]]:
    """An index that two publications have brought up to date, and all that is said."""
    chance, folder = random.Random(request.param), tmp_path_factory.mktemp("published")
    live = OxigraphStore(tmp_path_factory.mktemp("live"))
    graphs = {number: said(chance, number) for number in range(12)}
    for number, quads in graphs.items():
        live.replace_graph(graph(number), quads)
    publish(live, folder)
    for number in (3, 12):
        graphs[number] = said(chance, number)
        live.replace_graph(graph(number), graphs[number])
        publish(live, folder)
    snapshot = open_current(folder)
    assert snapshot.index
    yield snapshot.index, {quad for quads in graphs.values() for quad in quads}
    snapshot.close()
    live.close()


def values(quads: Iterable[Quad], subject: str, name: NamedNode) -> list[str]:
    return sorted({each.object.value for each in quads if each.subject.value == subject and each.predicate == name})  # type: ignore[union-attr]


def has(words: str, text: str) -> bool:
    """Whether a text has all words of another: within words, or of one or two letters where words begin."""
    every = words.split()
    return all(any(part in word if len(part) > 2 else word.startswith(part) for word in every) for part in text.split())


def expected(quads: set[Quad], text: str, order: str) -> list[str]:
    """The things of the kinds that have all words of a text, row by row."""
    found = []
    for iri in {each.subject.value for each in quads if each.predicate == RDFS.label}:  # type: ignore[union-attr]
        kind = iri.removeprefix(BASE).partition("/")[0]
        label, *_ = values(quads, iri, RDFS.label)
        forms = [folded(each) for each in (label, *values(quads, iri, RDFS.label), *values(quads, iri, SKOS.altLabel))]
        if kind not in KINDS or not has("\n".join(forms), text):
            continue
        name, whole = forms[0].replace("å", "ã"), " ".join(forms).split()
        near = (
            0 if not text or text in forms
            else 1 if all(word in whole for word in text.split())
            else 2 if forms[0].startswith(text) else 3
        )  # fmt: skip
        home = [
            values(quads, each, RDFS.label)[0].lower().replace("å", "ã") for each in values(quads, iri, SAMV.county)[:1]
        ]
        year = values(quads, iri, SAMV.start)[-1][:4] if values(quads, iri, RDF.type) else ""
        key = {"": "", "name": "", "kind": f"{KINDS.index(kind)}", "county": "".join(home), "year": year}[
            order.lstrip("-")
        ]
        found.append((key, (near, KINDS.index(kind)) if order.lstrip("-") != "name" else (), name, iri))
    if order == "-name":
        return [iri for *_, iri in sorted(found, reverse=True)]
    found.sort()
    if order.startswith("-"):
        found.sort(key=lambda each: each[0], reverse=True)  # stable
    found.sort(key=lambda each: order.lstrip("-") in ("county", "year") and not each[0])
    return [iri for *_, iri in found]


@pytest.mark.parametrize("order", ORDERS)
def test_things_are_those_and_in_the_order_that_a_look_at_each_gives(
    found: tuple[TextIndex, set[Quad]], order: str
) -> None:
    index, quads = found
    for text in TEXTS:
        iris = expected(quads, folded(text), order)
        assert [each.iri for each in index.things(text, BASE, KINDS, order=order)] == iris, text
        assert [each.iri for each in index.things(text, BASE, KINDS, 3, 4, order=order)] == iris[3:7], text
        assert sum(index.counts(text, BASE).get(kind, 0) for kind in KINDS) == len(iris)


def dated(quads: set[Quad]) -> list[tuple[str, str, str, str, str]]:
    """The statements, the newest first: document, IRI, words, body."""
    rows = []
    for each in quads:
        if each.predicate == DCT.title:
            (document,) = values(quads, each.subject.value, SAMV.inDocument)  # type: ignore[union-attr]
            day, body = max(values(quads, document, SAMV.date)), values(quads, document, SAMV.body)[0]
            rows.append((day, document, each.subject.value, folded(each.object.value), body))  # type: ignore[union-attr]
    return sorted(sorted(rows, key=lambda row: row[1:]), key=lambda row: row[0], reverse=True)


@pytest.mark.parametrize("text", [text for text in TEXTS if text])
def test_statements_are_the_newest_that_a_look_at_each_gives(found: tuple[TextIndex, set[Quad]], text: str) -> None:
    index, quads = found
    plain, rows = folded(text), dated(quads)
    having = [row[2] for row in rows if has(row[3], plain)]
    assert [*index.statements(text)] == having
    assert [*index.statements(text, 3)] == having[:3]
    assert [*(index.having("statement", text) or ())] == [row[2] for row in rows if plain in row[3]]
    body = BASE + "body/1"
    assert [*(index.having("statement", text, body) or ())] == [
        row[2] for row in rows if plain in row[3] and row[4] == body
    ]


@pytest.mark.parametrize("text", [text for text in TEXTS if text])
def test_texts_are_the_newest_that_a_look_at_each_gives(found: tuple[TextIndex, set[Quad]], text: str) -> None:
    index, quads = found
    rows = []
    for each in quads:
        if each.predicate == SAMV.text:
            document, words = each.subject.value, folded(each.object.value).split()  # type: ignore[union-attr]
            parts = folded(text).split()
            if all(any(word.startswith(part) if len(part) > 2 else word == part for word in words) for part in parts):
                rows.append((max(values(quads, document, SAMV.date)), document))
    expected = [iri for _, iri in sorted(sorted(rows, key=lambda row: row[1]), key=lambda row: row[0], reverse=True)]
    assert [each.document for each in index.excerpts(text)] == expected
    assert [each.document for each in index.excerpts(text, 2)] == expected[:2]
    first = {part[0] for part in folded(text).split()}
    assert {piece[0].lower() for each in index.excerpts(text) for piece in each.pieces[1::2]} <= first


def test_of_very_many_statements_the_newest_are_looked_up_with_all_of_their_last_document(
    found: tuple[TextIndex, set[Quad]], monkeypatch: pytest.MonkeyPatch
) -> None:
    index, quads = found
    monkeypatch.setattr("samverkan.store.index._NEWEST", 4)
    rows = [row for row in dated(quads) if "lund" in row[3]]
    documents = {row[1] for row in rows[:4]}
    assert index.having("statement", "lund") == tuple(row[2] for row in rows if row[1] in documents)
    assert len(rows) > 8


def test_sets_hold_the_numbers_that_were_put_in() -> None:
    chance = random.Random(0)
    some = sorted({chance.randrange(40_000) for _ in range(500)})
    assert [*marks.numbers(marks.set_of(some))] == some
    assert [*marks.numbers(marks.set_of(some), backwards=True)] == some[::-1]
    assert (marks.set_of([]), [*marks.numbers(0)]) == (0, [])
