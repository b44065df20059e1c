"""A store and corrections: made before or after loading, taken back, told of where they find nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan import amending, build, correcting, judging
from samverkan.corrections import Correction
from samverkan.errors import CorrectionError, NotFound
from samverkan.facts_graph import document_facts, facts_as_read
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples import document_graph
from samverkan.vocabulary import DCT, KNOWN_BY, OA, PROV, RDF, RDFS, SAMV

TEXT = "Bussrådet 2031-01-02\n\nNärvarande\nBo Ek, ordförande\nEva Lind\n\n§ 1 Linje Fem\nEn plats är tom.\n"
REJECT = {"act": "reject", "kind": "attendance", "row": {"person": "Eva Lind"}}
CHANGE = {"act": "change", "kind": "attendance", "row": {"person": "Bo Ek"}, "to": {"role": "secretary"}}
ADD = {"act": "add", "kind": "vacancies", "row": {"body": "Bussrådet"}, "quote": "En plats är tom"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data=tmp_path / "data", judgements=str(tmp_path / "none.csv"), corrections=str(tmp_path / "corrections")
    )


def correct(settings: Settings, *rows: dict[str, Any], document: str = "buss") -> None:
    folder = correcting.path(settings)
    folder.mkdir(exist_ok=True)
    whole = [{"who": "Ann Alm", "when": "2031-02-03", "why": "Så är det.", **row} for row in rows]
    (folder / f"{document}.json").write_text(json.dumps({"document": document, "corrections": whole}), "utf-8")


def loaded(settings: Settings, *, store: OxigraphStore | None = None) -> tuple[OxigraphStore, list[build.Loaded]]:
    folder = settings.data.parent / "documents"
    folder.mkdir(exist_ok=True)
    (folder / "buss.txt").write_text(TEXT, "utf-8")
    (folder / "other.txt").write_text(TEXT.replace("Eva Lind", "Per Alm"), "utf-8")
    store = store or OxigraphStore()
    done = build.load(build.inputs([folder]), store, settings)
    assert [each.reason for each in done] == [None, None]
    return store, done


def renewed(store: OxigraphStore, settings: Settings) -> list[str]:
    """The documents that were made again with the corrections as they stand now."""
    judged = judging.current(settings, shipped())
    changed = correcting.update(store, shipped(), judged, correcting.current(settings), settings.base)
    return [each.value.removeprefix(settings.base) for each in changed]


def present(store: OxigraphStore, settings: Settings) -> list[tuple[str, str | None]]:
    facts = document_facts(store.quads(document_graph("buss", settings.base)))
    return [(row.person, row.role) for row in facts.attendance]


def every(store: OxigraphStore) -> list[str]:
    return sorted(map(str, store.quads()))


def test_a_correction_made_before_and_one_made_after_loading_give_the_same_graph(settings: Settings) -> None:
    after, _ = loaded(settings)
    assert present(after, settings) == [("Bo Ek", "chair"), ("Eva Lind", None)]
    correct(settings, REJECT, CHANGE, ADD)
    before, _ = loaded(settings)
    assert renewed(after, settings) == ["document/buss"]
    assert every(after) == every(before)
    assert present(after, settings) == [("Bo Ek", "secretary")]
    assert renewed(after, settings) == []


def test_what_is_taken_back_is_as_if_it_had_never_been_said(settings: Settings) -> None:
    untouched, _ = loaded(settings)
    correct(settings, REJECT, CHANGE, ADD)
    store, _ = loaded(settings)
    assert every(store) != every(untouched)
    (correcting.path(settings) / "buss.json").unlink()
    assert renewed(store, settings) == ["document/buss"]
    assert every(store) == every(untouched)


def test_loading_a_corrected_document_again_changes_nothing(settings: Settings) -> None:
    correct(settings, REJECT, CHANGE, ADD)
    store, _ = loaded(settings)
    _, again = loaded(settings, store=store)
    assert [each.outcome for each in again] == ["unchanged", "unchanged"]


def test_what_was_read_can_be_had_from_the_graph_as_it_was(settings: Settings) -> None:
    untouched, _ = loaded(settings)
    correct(settings, REJECT, CHANGE, ADD)
    store, _ = loaded(settings)
    graph = document_graph("buss", settings.base)
    assert facts_as_read(store.quads(graph)) == document_facts(untouched.quads(graph))


def test_judgements_made_after_corrections_leave_them_in_force(settings: Settings) -> None:
    correct(settings, REJECT, CHANGE)
    store, _ = loaded(settings)
    Path(settings.judgements).write_text(
        "one,one_name,other,other_name,verdict,who,when,why\n"
        "person/-/bo_eek,Bo Eek,person/-/bo_ek,Bo Ek,same,Ann Alm,2031-02-03,Samma.\n", "utf-8",
    )  # fmt: skip
    changed = judging.update(store, shipped(), judging.current(settings, shipped()), settings.base)
    assert [each.value.rpartition("/")[2] for each in changed] == ["buss", "other"]
    assert present(store, settings) == [("Bo Ek", "secretary")]
    assert (None, "Bo Eek") in [(None, q.object.value) for q in store.quads() if q.predicate == RDFS.label]  # type: ignore[union-attr]


def test_each_fact_says_how_it_is_known_and_a_former_one_keeps_its_passage(settings: Settings) -> None:
    correct(
        settings,
        REJECT,
        CHANGE,
        {**CHANGE, "act": "confirm", "to": None, "kind": "agenda", "row": {"title": "Linje Fem"}},
    )
    store, _ = loaded(settings)
    quads = list(store.quads(document_graph("buss", settings.base)))

    def said(subject: object, predicate: NamedNode) -> list[Any]:
        return [quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate]

    def of(kind: NamedNode) -> list[Any]:
        return [quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == kind]

    facts = of(SAMV.Fact)
    assert all(len(said(fact, SAMV.knownBy)) == 1 for fact in facts)
    (bo,) = of(SAMV.Attendance)
    (item,) = of(SAMV.AgendaItem)
    assert said(bo, SAMV.knownBy) == [KNOWN_BY["corrected"]]
    assert said(item, SAMV.knownBy) == [KNOWN_BY["confirmed"]]
    assert said(document_graph("buss", settings.base), SAMV.knownBy) == [KNOWN_BY["read"]]
    formers = dict(sorted((said(node, RDFS.label)[0].value, node) for node in of(SAMV.FormerFact)))
    assert list(formers) == ["Bo Ek · role: chair · status: present", "Eva Lind · status: present"]
    changed, rejected = formers.values()
    assert said(changed, DCT.isReplacedBy) == [bo]
    assert said(rejected, DCT.isReplacedBy) == []
    (passage,) = said(rejected, PROV.wasDerivedFrom)
    assert said(passage, OA.exact) == [Literal("Eva Lind")]
    assert not set(facts) & set(formers.values())


def test_the_graph_of_corrections_says_who_when_and_why(settings: Settings) -> None:
    correct(settings, REJECT)
    store, _ = loaded(settings)
    graph = NamedNode(f"{settings.base}corrections")
    (node,) = (quad.subject for quad in store.quads(graph) if quad.object == SAMV.Correction)
    said = {quad.predicate: quad.object for quad in store.quads(graph) if quad.subject == node}
    assert said[DCT.description] == Literal("Så är det.")
    assert said[PROV.wasAttributedTo] == NamedNode(f"{settings.base}judge/ann_alm")
    assert said[SAMV.ofDocument] == document_graph("buss", settings.base)
    assert said[SAMV.before] == Literal("Eva Lind")
    assert SAMV.after not in said


def test_one_that_finds_nothing_is_told_by_load_and_by_what_holds(settings: Settings) -> None:
    correct(settings, {**REJECT, "row": {"person": "Ulla By"}}, CHANGE)
    correct(settings, REJECT, document="never-loaded")
    store, done = loaded(settings)
    assert [len(each.problems) for each in done] == [1, 0]
    assert "Ulla By" in done[0].problems[0]
    holds = correcting.standings(store, correcting.current(settings), settings.base)
    assert {(each.correction.says.split(" · ")[0], each.holds) for each in holds} == {
        ("attendance: Ulla By", False), ("attendance: Bo Ek → role: secretary", True), ("attendance: Eva Lind", None),
    }  # fmt: skip


def test_a_file_that_cannot_be_read_stops_the_load_before_anything_is_changed(settings: Settings) -> None:
    correct(settings, {**REJECT, "act": "forget"})
    store = OxigraphStore()
    with pytest.raises(CorrectionError, match="act is 'forget'"):
        loaded(settings, store=store)
    assert every(store) == []


def test_a_store_that_was_stopped_midway_is_brought_up_to_date_the_next_time(settings: Settings) -> None:
    store, _ = loaded(settings)
    correct(settings, REJECT)
    graph = NamedNode(f"{settings.base}corrections")
    before = list(store.quads(graph))
    assert renewed(store, settings) == ["document/buss"]
    whole = every(store)
    store.replace_graph(graph, before)  # as if it had been stopped before its last step
    assert renewed(store, settings) == []
    assert every(store) == whole


# Making corrections


def fact(store: OxigraphStore, settings: Settings, words: str) -> tuple[amending.Paper, amending.Stated]:
    stated = next(
        each
        for each in amending.paper(store, "buss", settings.base).stated()
        if words in each.says and each.kind == "attendance"
    )
    return amending.find(store, stated.name, settings.base)


def made(there: amending.Paper, stated: amending.Stated, act: Any, **more: Any) -> Correction:
    row = {"person": stated.row.person}
    return amending.correction(act, there.key, stated.kind, row, who="Ann Alm", why="Så.", quote=stated.quote, **more)


def test_a_fact_is_found_by_its_name_its_iri_and_the_beginning_of_its_name(settings: Settings) -> None:
    store, _ = loaded(settings)
    there, stated = fact(store, settings, "Eva Lind")
    assert (there.key, stated.kind, stated.quote, stated.known) == ("buss", "attendance", "Eva Lind", "read")
    assert stated.name == f"buss/{stated.digest[:10]}"
    iri = f"{settings.base}document/buss/attendance/{stated.digest}"
    for name in (iri, stated.digest[:8], stated.name, stated.name[:-4], f"buss/attendance/{stated.digest}"):
        assert amending.find(store, name, settings.base)[1] == stated
    assert amending.find(store, "buss/meeting", settings.base)[1].row.start == "2031-01-02"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("feed", "no single fact is called 'feed'"),
        ("Eva", "'Eva' names no fact"),
        ("none/meeting", "no document 'none'"),
    ],
)
def test_a_name_that_no_fact_has_is_refused_with_what_to_do(settings: Settings, name: str, says: str) -> None:
    store, _ = loaded(settings)
    with pytest.raises(NotFound, match=says):
        amending.find(store, name, settings.base)


def test_equal_facts_of_two_documents_are_told_apart_by_their_documents(settings: Settings) -> None:
    store, _ = loaded(settings)
    _, stated = fact(store, settings, "Bo Ek")
    with pytest.raises(NotFound, match="several are, give its document too"):
        amending.find(store, stated.digest, settings.base)
    assert amending.find(store, f"other/{stated.digest[:8]}", settings.base)[1].document == "other"


def test_a_correction_is_kept_in_the_file_of_its_document_and_taken_out_again(settings: Settings) -> None:
    store, _ = loaded(settings)
    folder = correcting.path(settings)
    first = made(*fact(store, settings, "Eva Lind"), "reject")
    there = fact(store, settings, "Eva Lind")[0]
    first = amending.record(folder, first, there)
    assert [path.name for path in folder.iterdir()] == ["buss.json"]
    second = made(*fact(store, settings, "Bo Ek"), "change", to={"role": None})
    second = amending.record(folder, second, there)
    assert first.moment < second.moment
    assert set(correcting.current(settings).of("buss")) == {first, second}
    assert amending.undo(folder, first.key[:6]) == first
    assert correcting.current(settings).rows == (second,)
    amending.undo(folder, second.key)
    assert list(folder.iterdir()) == []
    with pytest.raises(NotFound, match="no correction is called"):
        amending.undo(folder, second.key)


def test_what_could_not_be_made_is_not_written(settings: Settings) -> None:
    store, _ = loaded(settings)
    there, stated = fact(store, settings, "Eva Lind")
    folder = correcting.path(settings)
    row = amending.correction("add", "buss", "vacancies", {"body": "X"}, who="A", why="B", quote="står inte där")
    with pytest.raises(CorrectionError, match="stands nowhere in the document"):
        amending.record(folder, row, there)
    amending.record(folder, made(there, stated, "reject"), there)
    with pytest.raises(CorrectionError, match="nothing that it could mean"):
        amending.record(folder, made(there, stated, "confirm"), there)
    again = amending.correction(
        "add", "buss", "attendance", {"person": "Bo Ek", "role": "chair"}, who="A", why="B", quote="Bo Ek"
    )
    with pytest.raises(CorrectionError, match="stands in the graph already"):
        amending.record(folder, again, there)
    assert len(correcting.current(settings).rows) == 1


@pytest.mark.parametrize(
    ("kind", "words", "values"),
    [
        ("attendance", {"person": "Bo Ek", "role": ""}, {"person": "Bo Ek", "role": None}),
        ("attendance", {"dates": "2031-01-02; 2031-01-03"}, {"dates": ["2031-01-02", "2031-01-03"]}),
        ("vacancies", {"count": "2"}, {"count": 2}),
        ("amounts", {"value": "1 250,50"}, {"value": 1250.5}),
    ],
)
def test_typed_values_become_those_of_the_contract(kind: str, words: dict[str, str], values: dict[str, Any]) -> None:
    assert amending.given(kind, words) == values


@pytest.mark.parametrize(
    ("kind", "words", "says"),
    [
        ("people", {}, "'people' is no kind of fact; use one of document"),
        ("vacancies", {"counts": "2"}, "vacancies has no counts; it has body, organisation, count"),
        ("vacancies", {"count": "två"}, "count is 'två'; it must be a number"),
    ],
)
def test_typed_values_that_cannot_be_are_refused(kind: str, words: dict[str, str], says: str) -> None:
    with pytest.raises(CorrectionError, match=says):
        amending.given(kind, words)


def test_no_quad_of_a_store_is_a_blank_node_after_corrections(settings: Settings) -> None:
    correct(settings, REJECT, CHANGE, ADD)
    store, _ = loaded(settings)
    assert all(isinstance(quad, Quad) and isinstance(quad.subject, NamedNode) for quad in store.quads())
