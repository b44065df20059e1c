"""What the register knows of bodies over time: changes as events, rules of seats, each with its public source."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from samverkan import register
from samverkan.errors import FactsError
from samverkan.register import Change, Register, SeatRule
from samverkan.triples import register_quads
from samverkan.vocabulary import CHANGE_KINDS, DCT, OPENGOV, ORG, RDF, RDFS, SAMV, XSD

BASE = "https://example.org/id/"
SMALL = register.load(Path(__file__).parent / "golden" / "register")
PAGE = "https://example.org/page"


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def told(
    subject: str, *, changes: tuple[Change, ...] = (), seats: tuple[SeatRule, ...] = ()
) -> set[tuple[NamedNode, object]]:
    known = Register(
        SMALL.municipalities,
        SMALL.regions,
        SMALL.counties,
        SMALL.bodies,
        SMALL.organisations,
        SMALL.laws,
        changes,
        seats,
    )
    return {(quad.predicate, quad.object) for quad in register_quads(known, BASE) if quad.subject == node(subject)}


def test_a_rename_is_an_event_of_one_organisation_with_both_names_and_its_source() -> None:
    change = Change(
        "rename", "organisation", "98", "", ("Ådals förbund",), ("Ådalsförbundet",), "2020-10", "nytt namn", PAGE
    )
    assert told("change/98/rename/ådalsförbundet/2020-10", changes=(change,)) == {
        (RDF.type, ORG.ChangeEvent),
        (RDFS.label, Literal("Ådals förbund → Ådalsförbundet 2020-10")),
        (SAMV.changeKind, CHANGE_KINDS["rename"]),
        (SAMV.start, Literal("2020-10", datatype=XSD.gYearMonth)),
        (ORG.originalOrganization, node("organisation/ådals_förbund")),
        (ORG.resultingOrganization, node("organisation/ådalsförbundet")),
        (SAMV.nameBefore, Literal("Ådals förbund")),
        (SAMV.nameAfter, Literal("Ådalsförbundet")),
        (DCT.description, Literal("nytt namn")),
        (DCT.source, NamedNode(PAGE)),
    }


def test_a_move_names_who_moved_between_which_sub_regions_and_these_are_bodies_as_in_documents() -> None:
    change = Change("move", "body", "98", "Ekby", ("Delregion Norr",), ("Delregion Söder",), "2022-01-01", "", PAGE)
    event = told("change/98/move/ekby/2022-01-01", changes=(change,))
    assert {
        (SAMV.moved, node("municipality/9801")),
        (ORG.originalOrganization, node("body/98/delregion_norr")),
        (ORG.resultingOrganization, node("body/98/delregion_söder")),
        (RDFS.label, Literal("Ekby: Delregion Norr → Delregion Söder 2022-01-01")),
    } <= event
    assert (RDF.type, SAMV.Body) in told("body/98/delregion_norr", changes=(change,))


def test_a_merger_has_every_name_before() -> None:
    change = Change("merger", "organisation", "", "", ("Ettan", "Tvåan"), ("Trean",), "2007", "", PAGE)
    event = told("change/-/merger/trean/2007", changes=(change,))
    assert {(SAMV.nameBefore, Literal("Ettan")), (SAMV.nameBefore, Literal("Tvåan"))} <= event
    assert (SAMV.start, Literal("2007", datatype=XSD.gYear)) in event


def test_a_date_that_is_none_is_refused() -> None:
    change = Change("rename", "organisation", "", "", ("A",), ("B",), "hösten 2007", "", PAGE)
    with pytest.raises(FactsError, match="is no day, month or year"):
        told("x", changes=(change,))


def test_a_rule_of_seats_says_how_many_for_whom_and_how_the_chair_goes_on() -> None:
    rule = SeatRule("förbundsrådet", "98", "kommunerna", 8, 1, PAGE)
    assert told("seats/body/98/förbundsrådet/kommunerna", seats=(rule,)) == {
        (RDF.type, SAMV.SeatRule),
        (RDFS.label, Literal("förbundsrådet: kommunerna 8")),
        (SAMV.body, node("body/98/förbundsrådet")),
        (OPENGOV.onBehalfOf, node("collective/98/kommunerna")),
        (SAMV.seats, Literal(8)),
        (SAMV.chairYears, Literal(1)),
        (DCT.source, NamedNode(PAGE)),
    }


def test_where_no_rule_of_the_chair_is_known_nothing_is_said_of_it() -> None:
    rule = SeatRule("förbundsrådet", "98", "Ekby", 2, 0, PAGE)
    said = told("seats/body/98/förbundsrådet/ekby", seats=(rule,))
    assert {predicate for predicate, _ in said} == {
        RDF.type, RDFS.label, SAMV.body, OPENGOV.onBehalfOf, SAMV.seats, DCT.source,
    }  # fmt: skip


def test_shipped_changes_and_rules_have_public_sources_and_words_of_the_list() -> None:
    shipped = register.shipped()
    assert {each.kind for each in shipped.changes} <= set(CHANGE_KINDS)
    assert {each.what for each in shipped.changes} <= {"body", "organisation", "region"}
    assert [each.kind for each in shipped.changes if bool(each.moved) != (each.kind == "move")] == []
    sources = [each.source for each in shipped.changes] + [each.source for each in shipped.seats]
    assert [each for each in sources if not each.startswith(("http://", "https://"))] == []
    places = {each.county_code for each in shipped.changes} | {each.county_code for each in shipped.seats}
    assert places <= {county.code for county in shipped.counties} | {""}


def test_the_guide_names_every_kind_of_change() -> None:
    guide = (Path(__file__).parents[1] / "data/register/README.md").read_text("utf-8")
    assert [kind for kind in CHANGE_KINDS if f"`{kind}`" not in guide] == []
