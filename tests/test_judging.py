"""A store and judgements: what is merged, taken back and remembered, in documents that were loaded before."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan import build, judging, lookup
from samverkan.errors import JudgementError
from samverkan.judgements import COLUMNS
from samverkan.register import shipped
from samverkan.resources import folder
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import DCT, PROV, RDFS, SAMV, SKOS, VERDICTS

SAME = "person/12/bo_ekkvist,Bo Ekkvist,person/12/bo_ekqvist,Bo Ekqvist,same,Ann Alm,2031-02-03,Samma kommun och roll."
DIFFERENT = SAME.replace("same", "different").replace("2031-02-03", "2031-02-04T12:00:00Z")


def minutes(*people: str, body: str = "Bussrådet", day: str = "2031-01-02") -> str:
    rows = ",".join(f'{{"person": "{person}"}}' for person in people)
    return (
        f'{{"body": {{"name": "{body}", "organisations": ["Region Skåne"]}}, "meeting": {{"start": "{day}"}}, '
        f'"attendance": [{rows}]}}'
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", judgements=str(tmp_path / "judgements.csv"))


def judge(settings: Settings, *rows: str) -> None:
    Path(settings.judgements).write_text("\n".join([",".join(COLUMNS), *rows, ""]), "utf-8")


def loaded(settings: Settings, **documents: str) -> OxigraphStore:
    folder = settings.data.parent / "documents"
    folder.mkdir(exist_ok=True)
    for key, text in documents.items():
        (folder / f"{key}.json").write_text(text, "utf-8")
    store = OxigraphStore()
    done = build.load(build.inputs([folder]), store, settings)
    assert [each.reason for each in done] == [None] * len(documents)
    return store


def renewed(store: OxigraphStore, settings: Settings) -> list[str]:
    """The documents that were made again with the judgements as they stand now."""
    changed = judging.update(store, shipped(), judging.current(settings, shipped()), settings.base)
    return [each.value.removeprefix(settings.base) for each in changed]


def present(store: OxigraphStore) -> list[tuple[str, str]]:
    query = f"SELECT DISTINCT ?person ?name {{ ?fact {SAMV.person} ?person . ?person {RDFS.label} ?name }}"
    rows = store.select(f"{query} ORDER BY ?person ?name").rows
    return [(person.value.rpartition("/")[2], name.value) for person, name in rows]  # type: ignore[union-attr]


THREE = {"a": minutes("Bo Ekkvist"), "b": minutes("Bo Ekqvist", "Eva Lind"), "c": minutes("Eva Lind")}


def test_without_judgements_two_spellings_are_two(settings: Settings) -> None:
    store = loaded(settings, **THREE)
    assert present(store) == [("bo_ekkvist", "Bo Ekkvist"), ("bo_ekqvist", "Bo Ekqvist"), ("eva_lind", "Eva Lind")]


def test_a_judgement_made_before_and_one_made_after_loading_give_the_same_graph(settings: Settings) -> None:
    after = loaded(settings, **THREE)
    judge(settings, SAME)
    before = loaded(settings, **THREE)
    assert renewed(after, settings) == ["document/b"]
    assert sorted(map(str, after.quads())) == sorted(map(str, before.quads()))
    assert present(after) == [("bo_ekkvist", "Bo Ekkvist"), ("eva_lind", "Eva Lind")]
    assert renewed(after, settings) == []


def test_what_is_taken_back_is_as_if_it_had_never_been_said(settings: Settings) -> None:
    judge(settings)
    store = loaded(settings, **THREE)
    never = sorted(map(str, store.quads()))
    for rows in ([SAME], [SAME, DIFFERENT], [SAME], []):
        judge(settings, *rows)
        renewed(store, settings)
    assert sorted(map(str, store.quads())) == never


def test_a_later_verdict_parts_what_an_earlier_one_joined(settings: Settings) -> None:
    judge(settings, SAME)
    store = loaded(settings, **THREE)
    judge(settings, DIFFERENT, SAME)
    assert renewed(store, settings) == ["document/b"]
    assert ("bo_ekqvist", "Bo Ekqvist") in present(store)


def test_loading_applies_what_was_judged_meanwhile(settings: Settings) -> None:
    folder = settings.data.parent / "documents"
    store = loaded(settings, **THREE)
    judge(settings, SAME)
    done = build.load(build.inputs([folder / "c.json"]), store, settings)
    assert [each.outcome for each in done] == ["unchanged"]
    assert present(store) == [("bo_ekkvist", "Bo Ekkvist"), ("eva_lind", "Eva Lind")]


def test_the_name_as_written_stays_and_the_merged_one_leads_to_the_kept(settings: Settings) -> None:
    judge(settings, SAME)
    store = loaded(settings, **THREE)
    kept, merged, document = (
        NamedNode(settings.base + path) for path in ("person/12/bo_ekkvist", "person/12/bo_ekqvist", "document/b")
    )
    said = set(store.quads(document))
    assert Quad(kept, SKOS.altLabel, Literal("Bo Ekqvist"), document) in said
    assert Literal("Bo Ekqvist") in {quad.object for quad in said if quad.predicate == SAMV.personAsWritten}
    assert Quad(merged, DCT.isReplacedBy, kept, document) in said
    graph = NamedNode(settings.base + "judgements")
    assert Quad(merged, DCT.isReplacedBy, kept, graph) in set(store.quads(graph))


def test_the_graph_of_the_judgements_tells_who_said_what_when_and_why_and_what_came_after(settings: Settings) -> None:
    judge(settings, SAME, DIFFERENT)
    store = loaded(settings, **THREE)
    rows = store.select(f"""SELECT ?verdict ?name ?when ?why ?former {{ GRAPH <{settings.base}judgements> {{
        ?judgement a {SAMV.Judgement} ; {SAMV.one} <{settings.base}person/12/bo_ekkvist> ; {SAMV.verdict} ?verdict ;
            {PROV.wasAttributedTo}/{RDFS.label} ?name ; {PROV.generatedAtTime} ?when ; {DCT.description} ?why .
        OPTIONAL {{ ?judgement {PROV.wasRevisionOf}/{SAMV.verdict} ?former }} }} }} ORDER BY ?when""").rows
    assert [[getattr(term, "value", None) for term in row] for row in rows] == [
        [VERDICTS["same"].value, "Ann Alm", "2031-02-03", "Samma kommun och roll.", None],
        [
            VERDICTS["different"].value,
            "Ann Alm",
            "2031-02-04T12:00:00Z",
            "Samma kommun och roll.",
            VERDICTS["same"].value,
        ],
    ]


def test_bodies_that_are_one_have_one_meeting_a_day(settings: Settings) -> None:
    judge(
        settings, "body/12/bussrådet,Bussrådet,body/12/rådet_för_buss,Rådet för buss,same,Ann Alm,2031-02-03,Nytt namn."
    )
    store = loaded(settings, a=minutes("Bo Ek"), b=minutes("Eva Lind", body="Rådet för buss"))
    rows = store.select(f"SELECT DISTINCT ?meeting {{ ?fact {SAMV.person} ?person ; {SAMV.meeting} ?meeting }}").rows
    assert [meeting.value for (meeting,) in rows] == [f"{settings.base}meeting/12/bussrådet/2031-01-02"]  # type: ignore[union-attr]
    old = f"{settings.base}meeting/12/rådet_för_buss/2031-01-02"
    assert store.ask(f"ASK {{ <{old}> {DCT.isReplacedBy} <{settings.base}meeting/12/bussrådet/2031-01-02> }}")


def test_a_body_judged_to_be_one_of_the_register_has_its_name_and_kind(settings: Settings) -> None:
    judge(
        settings,
        "body/12/cs-rådet,CS-rådet,body/12/centralt_samverkansorgan,Centralt samverkansorgan,same,A,2031-01-01,B",
    )
    store = loaded(settings, a=minutes("Bo Ek", body="CS-rådet"))
    (body,) = store.select(
        f"SELECT ?name {{ GRAPH ?g {{ ?d {SAMV.meeting} ?m ; {SAMV.body}/{RDFS.label} ?name }} }}"
    ).rows
    assert body[0] == Literal("Centralt samverkansorgan")


def test_a_contradiction_stops_a_load_before_anything_is_written(settings: Settings) -> None:
    judge(settings, SAME, SAME.replace("same", "different"))
    store = OxigraphStore()
    with pytest.raises(JudgementError, match=r"judgements\.csv: lines 2, 3 say different things"):
        build.load([], store, settings)
    assert not list(store.graphs())


def test_documents_keep_the_text_the_hash_and_the_reader_they_were_read_by(settings: Settings) -> None:
    folder = settings.data.parent / "documents"
    folder.mkdir()
    (folder / "b.txt").write_text("Minnesanteckningar Bussrådet\n2031-01-02\n\nNärvarande:\nBo Ekqvist\n", "utf-8")
    store = loaded(settings, **THREE)
    judge(settings, SAME)
    before = {quad for quad in store.quads(NamedNode(settings.base + "document/b")) if "agent" in str(quad)}
    renewed(store, settings)
    after = set(store.quads(NamedNode(settings.base + "document/b")))
    assert before
    assert before <= after
    assert {SAMV.text, SAMV.contentHash} <= {quad.predicate for quad in after}


@pytest.mark.parametrize(
    "asked",
    ["Bo Ekqvist", "bo ekqvist", "Bo Ekkvist", "https://w3id.org/samverkan/id/person/12/bo_ekqvist"],
    ids=["old name", "in small letters", "kept name", "old address"],
)
def test_every_form_and_the_old_address_mean_the_kept_one(settings: Settings, asked: str) -> None:
    judge(settings, SAME)
    store = loaded(settings, **THREE)
    assert lookup.resolve(store, "person", asked) == NamedNode(settings.base + "person/12/bo_ekkvist")


def test_the_known_cases_of_the_samples_are_judged_and_found_by_every_name(tmp_path: Path) -> None:
    """With the shipped judgements: two spellings of one person, two former names, one name for two agreements."""
    store = OxigraphStore()
    shipped_ones = Settings(data=tmp_path)
    samples = build.inputs([folder("data/documents")])
    build.load([each for each in samples if each.key != "README"], store, shipped_ones)

    def means(kind: str, *names: str) -> set[str]:
        found = (lookup.resolve(store, kind, name) for name in names)
        return {each.value.removeprefix(shipped_ones.base) for each in found if isinstance(each, NamedNode)}

    assert means("person", "Carina Lindkvist", "Carina Lindqvist") == {"person/12/carina_lindkvist"}
    assert means("body", "Kommun- och regionledningsforum", "Kommunberedningen") == {
        "body/13/kommun-_och_regionledningsforum"
    }
    assert means("organisation", "Skånes Kommuner", "Kommunförbundet Skåne") == {"organisation/skånes_kommuner"}
    agreements = {"agreement/12/hälso-_och_sjukvårdsavtalet", "agreement/14/hälso-_och_sjukvårdsavtalet"}
    kept = {means("work", shipped_ones.base + path).pop() for path in agreements}
    assert len(kept) == 2
    assert means("person", "Haleh Lindqvist") == {"person/14/haleh_lindqvist"}


def test_two_persons_of_one_name_in_two_counties_stay_two(settings: Settings) -> None:
    elsewhere = minutes("Bo Ekkvist").replace("Region Skåne", "Region Halland")
    store = loaded(settings, a=minutes("Bo Ekkvist"), b=elsewhere)
    rows = store.select(f"SELECT DISTINCT ?person {{ ?fact {SAMV.person} ?person }} ORDER BY ?person").rows
    found = [person.value.removeprefix(settings.base) for (person,) in rows]  # type: ignore[union-attr]
    assert found == ["person/12/bo_ekkvist", "person/13/bo_ekkvist"]
