"""The names of a document: what each becomes, by register, by the document's own words, by its form."""

from pathlib import Path

import pytest

from samverkan import register
from samverkan.facts import (
    Assignment,
    Attendance,
    Body,
    Document,
    Facts,
    Meeting,
    Membership,
    Mention,
    MentionKind,
    Relation,
    RelationKind,
)
from samverkan.identity import Index, Names

INDEX = Index(register.load(Path(__file__).parents[1] / "golden" / "register"))


def names(facts: Facts, key: str = "k") -> Names:
    return Names(facts, key, INDEX)


def in_county(*facts: object) -> Facts:
    """Facts of a document of county 98, whose body is the region's."""
    return Facts(body=Body("Bussrådet", organisations=("Region Ådal",)), **dict(facts))  # type: ignore[arg-type]


def test_a_person_belongs_to_the_county_of_the_document() -> None:
    assert names(in_county()).person("Ann Ek").path == "person/98/ann_ek"
    assert names(Facts()).person("Ann Ek").path == "person/-/ann_ek"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Ekby kommun", "municipality/9801"),
        ("Region Ådal", "region/98"),
        ("Ådalsförbundet", "organisation/ådalsförbundet"),
        ("Fiskhallen", "organisation/fiskhallen"),
        ("kommunerna", "collective/98/kommunerna"),
        ("Kommunerna", "collective/98/kommunerna"),
        ("delregionerna", "collective/98/delregionerna"),
        ("länets kommuner", "collective/98/länets_kommuner"),
        ("Fjälls kommuner", "collective/98/fjälls_kommuner"),
        ("de tre kommunalförbunden", "collective/98/de_tre_kommunalförbunden"),
        ("kommuner i Ådals län", "collective/98/kommuner_i_ådals_län"),
        ("medlemskommunerna", "collective/98/region_ådal/medlemskommunerna"),
        ("Ådals Kommuner", "organisation/ådals_kommuner"),
        ("Kommunernas Hus", "organisation/kommunernas_hus"),
        ("arbetsutskottet", "body/98/region_ådal/arbetsutskottet"),
        ("AU", "body/98/region_ådal/au"),
        ("Styrgruppen", "body/98/region_ådal/styrgruppen"),
        ("styrgruppen för bussar", "body/98/styrgruppen_för_bussar"),
        ("Norra bussnämnden", "body/98/norra_bussnämnden"),
        ("Styrhytten", "organisation/styrhytten"),
        ("länsstyrelsen", "organisation/98/länsstyrelsen"),
        ("kansliet", "organisation/98/region_ådal/kansliet"),
        ("miljöförvaltningen", "organisation/98/region_ådal/miljöförvaltningen"),
        ("Kanslihuset", "organisation/kanslihuset"),
        ("regiondirektören", "post/98/region_ådal/regiondirektören"),
        ("Direktörsgatan", "organisation/direktörsgatan"),
        ("Bussrådet", "body/98/bussrådet"),
    ],
)
def test_what_a_name_becomes_in_a_document_of_the_region(name: str, path: str) -> None:
    assert names(in_county()).agent(name).path == path


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        (Facts(), "body/-/document~2fk/au"),
        (Facts(body=Body("Ådals råd")), "body/98/ådals_råd/au"),
        (Facts(body=Body("Ådals råd", organisations=("kommunerna", "Region Ådal"))), "body/98/region_ådal/au"),
        (Facts(body=Body("AU", organisations=("Ådalsförbundet",))), "body/98/ådalsförbundet/au"),
        (Facts(body=Body("styrelsen"), relations=(Relation("au", "part of", "ÅF"),)), "body/-/åf/au"),
        (Facts(body=Body("presidiet"), attendance=(Attendance("A", "Ekby"),)), "body/98/document~2fk/au"),
        (Facts(relations=(Relation("AU", "part of", "styrelsen"),)), "body/-/document~2fk/au"),
        (Facts(relations=(Relation("AU", "part of", "AU"),)), "body/-/document~2fk/au"),
    ],
    ids=[
        "nobody: the document", "the document's body", "its first owner that is one", "itself, by its owner",
        "what it is part of", "not beside a generic name", "not a part of a generic name", "not of itself",
    ],
)  # fmt: skip
def test_beside_whom_a_generic_name_stands(facts: Facts, path: str) -> None:
    assert names(facts).agent("AU").path == path


def test_the_municipal_board_is_that_of_the_row() -> None:
    document = names(in_county())
    assert document.body_of("kommunstyrelsen", "Ekby").path == "body/98/ekby/kommunstyrelsen"
    assert document.body_of("kommunstyrelsen", "Nås").path == "body/98/nås/kommunstyrelsen"
    assert document.body_of("Ådals råd", "Ekby").path == "body/98/ådals_råd"
    assert document.body_of("trafiknämnden", "Ekby").path == "body/98/trafiknämnden"
    assert document.body_of("kommunstyrelsen", "Region Ådal").path == "body/98/region_ådal/kommunstyrelsen"


def test_the_municipal_board_that_meets_is_its_own_also_where_a_member_is_of_another_municipality() -> None:
    document = names(Facts(body=Body("Kommunstyrelsen", organisations=("Ekby",))))
    assert document.body_of("kommunstyrelsen", "Nås").path == "body/98/ekby/kommunstyrelsen"


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [
        ("Ekby", "municipality", "municipality/9801"),
        ("Havsby", "municipality", "municipality/havsby"),
        ("Ådal", "region", "region/98"),
        ("Region Hav", "region", "region/region_hav"),
        ("Trafikrådet", "body", "body/98/trafikrådet"),
        ("Trafikrådet", "organisation", "organisation/trafikrådet"),
        ("kommunerna", "organisation", "collective/98/kommunerna"),
        ("styrgruppen", "organisation", "body/98/region_ådal/styrgruppen"),
        ("chefsgrupperna", "body", "body/98/chefsgrupperna"),
        ("Ann Ek", "person", "person/98/ann_ek"),
        ("Ekby", "person", "person/98/ekby"),
        ("Ljusa dagar", "strategy", "strategy/98/ljusa_dagar"),
        ("Nationell bussplan", "plan", "plan/-/nationell_bussplan"),
        ("Verksamhetsplan 2031", "plan", "plan/98/region_ådal/verksamhetsplan_2031"),
        ("Mål och budget 2031-2033", "plan", "plan/98/region_ådal/mål_och_budget_2031-2033"),
        ("Plan för budgetbussar", "plan", "plan/98/plan_för_budgetbussar"),
        ("SAL", "law", "law/samrådslagen"),
        ("busslagen", "law", "law/busslagen"),
        ("Vägen dit (SOU 2031:7)", "plan", "law/sou_2031~3a7"),
        ("SOU2031:7", "law", "law/sou_2031~3a7"),
    ],
)
def test_what_is_mentioned_becomes(name: str, kind: MentionKind, path: str) -> None:
    facts = in_county(("mentions", (Mention(name, kind),)))
    assert names(facts).mentioned(name, kind).path == path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Ljusa dagar", "strategy/98/ljusa_dagar"),
        ("Busstrategi", "strategy/98/busstrategi"),
        ("överenskommelse om bussar", "agreement/98/överenskommelse_om_bussar"),
        ("busslagen", "law/busslagen"),
        ("Handlingsprogram", "plan/98/handlingsprogram"),
        ("Yttrande om bussar", "work/98/yttrande_om_bussar"),
        ("Ådals råd", "work/98/ådals_råd"),
    ],
    ids=["as mentioned", "strategy", "agreement", "law", "plan", "none of them", "a body's name is still a draft"],
)
def test_what_a_draft_on_remiss_is(name: str, path: str) -> None:
    facts = in_county(("mentions", (Mention("Ljusa dagar", "strategy"), Mention("Ådals råd", "body"))))
    assert names(facts).work(name).path == path


@pytest.mark.parametrize(
    ("relation", "subject", "object"),
    [
        ("prepares for", "body/98/x_ett", "body/98/x_två"),
        ("part of", "body/98/x_ett", "organisation/x_två"),
        ("member of", "organisation/x_ett", "organisation/x_två"),
        ("party to", "organisation/x_ett", "agreement/98/x_två"),
        ("responsible for", "body/98/x_ett", "work/98/x_två"),
        ("chairs", "organisation/x_ett", "body/98/x_två"),
    ],
)
def test_what_a_relation_implies_of_names_that_nothing_else_tells(
    relation: RelationKind, subject: str, object: str
) -> None:
    row = Relation("X ett", relation, "X två")
    sides = names(in_county(("relations", (row,)))).sides(row)
    assert [side.path for side in sides] == [subject, object]


def test_a_person_may_be_responsible_and_a_body_may_be_assigned() -> None:
    row = Relation("Ann Ek", "responsible for", "Bussprojektet")
    facts = in_county(
        ("attendance", (Attendance("Ann Ek"),)),
        ("relations", (row, Relation("Chefsgruppen Ådal", "prepares for", "Ådals råd"))),
        ("assignments", (Assignment(("Ann Ek", "Chefsgruppen Ådal"), "resa"),)),
    )
    document = names(facts)
    assert [side.path for side in document.sides(row)] == ["person/98/ann_ek", "project/98/bussprojektet"]
    assert document.agent("Chefsgruppen Ådal").path == "body/98/chefsgruppen_ådal"


def test_a_name_means_one_thing_throughout_a_document() -> None:
    facts = in_county(
        ("attendance", (Attendance("A", organisation="Hamnrådet"),)),
        ("memberships", (Membership("A", "Hamnrådet"),)),
        ("mentions", (Mention("Hamnen", "body"),)),
    )
    document = names(facts)
    assert document.agent("Hamnrådet").path == document.agent("HAMNRÅDET").path == "body/98/hamnrådet"
    assert document.agent("Hamnen").path == "body/98/hamnen"
    assert names(in_county()).agent("Hamnrådet").path == "organisation/hamnrådet"


@pytest.mark.parametrize(
    ("body", "start", "path"),
    [
        (Body("Ådals råd"), "2031-03-04", "meeting/98/ådals_råd/2031-03-04"),
        (Body("RÅD", organisations=("Region Ådal",)), "2031-03", "meeting/98/ådals_råd/2031-03"),
        (Body("AU", organisations=("Ådalsförbundet",)), "2031-03-04", "meeting/98/ådalsförbundet/au/2031-03-04"),
        (Body("Ådalsförbundet"), "2031-03-04", "meeting/98/ådalsförbundet/2031-03-04"),
        (Body("Ådals råd"), None, "meeting/document/möte_7"),
        (Body(kind="network"), "2031-03-04", "meeting/document/möte_7"),
        (None, "2031-03-04", "meeting/document/möte_7"),
    ],
    ids=["body and day", "short form and month", "beside its owner", "an organisation", "no day", "no name", "no body"],
)
def test_a_meeting_is_known_by_body_and_day_or_else_by_its_document(
    body: Body | None, start: str | None, path: str
) -> None:
    assert names(Facts(body=body, meeting=Meeting(start=start)), "Möte 7").meeting_path == path


def test_a_body_without_name_is_known_by_its_document() -> None:
    body = names(Facts(document=Document(title="Anteckningar"), body=Body(kind="officials")), "Möte 7").body
    assert body is not None
    assert (body.path, body.name) == ("body/document/möte_7", "Organ utan namn (Anteckningar)")
