"""A person's class is derived from the facts: elected, official in a role, or other."""

from dataclasses import replace

import pytest

from samverkan import queries, triples
from samverkan.facts import Assignment, Attendance, Body, Facts, Meeting, Membership, Mention, Relation
from samverkan.register import shipped
from samverkan.store.oxigraph import OxigraphStore

BASE = "https://example.org/id/"
NAME = "Maja Holm"


def reasons(made: Facts) -> set[str]:
    """What speaks for each class, of the person of whom the facts are."""
    store = OxigraphStore()
    whole = replace(made, body=Body("Vårdrådet", organisations=("Region Skåne",)))
    store.bulk_load(triples.document_quads(whole, key="a", text=None, digest=None, register=shipped(), base=BASE))
    rows = queries.run(store, "pages/standing", {"entity": f"{BASE}person/12/maja_holm"}).rows
    return {str(getattr(row[1], "value", "")) for row in rows}


@pytest.mark.parametrize(
    "made",
    [
        Facts(memberships=(Membership(NAME, "Vårdrådet", party="M"),)),
        Facts(attendance=(Attendance(NAME, party="S", role="guest"),)),
        Facts(attendance=(Attendance(NAME, capacity="politician"),)),
    ],
    ids=["party of a seat", "party at a meeting", "present as a politician"],
)
def test_elected_is_who_has_a_party_or_attends_as_a_politician(made: Facts) -> None:
    assert "elected" in reasons(made)


@pytest.mark.parametrize(
    "made",
    [
        Facts(memberships=(Membership(NAME, "Vårdrådet"),)),
        Facts(attendance=(Attendance(NAME),)),
        Facts(attendance=(Attendance(NAME, role="guest", title="strateg"),)),
        Facts(attendance=(Attendance(NAME, role="guest", organisation="Eslöv"),)),
        Facts(mentions=(Mention(NAME, "person", title="kommundirektör"),)),
        Facts(meeting=Meeting(chair=NAME)),
        Facts(meeting=Meeting(secretary=NAME)),
        Facts(mentions=(Mention(NAME, "person"),), assignments=(Assignment((NAME,), "skriva ett yttrande"),)),
    ],
    ids=["seat", "present", "guest with title", "guest of", "named with title", "chair", "secretary", "has a task"],
)
def test_official_is_who_acts_in_a_role(made: Facts) -> None:
    assert reasons(made) == {"official", "other"}


@pytest.mark.parametrize(
    "made",
    [
        Facts(mentions=(Mention(NAME, "person"),)),
        Facts(mentions=(Mention(NAME, "person", organisation="Eslöv"),)),
        Facts(attendance=(Attendance(NAME, role="guest"),)),
        Facts(mentions=(Mention(NAME, "person"),), relations=(Relation(NAME, "replaces", "Bo Alm"),)),
    ],
    ids=["named", "named with a place", "guest", "in a relation"],
)
def test_other_is_who_is_only_named(made: Facts) -> None:
    assert reasons(made) == {"other"}


def test_without_a_person_every_person_is_told() -> None:
    store = OxigraphStore()
    told = Facts(attendance=(Attendance("Bo Alm"),), mentions=(Mention(NAME, "person"),))
    store.bulk_load(triples.document_quads(told, key="a", text=None, digest=None, register=shipped(), base=BASE))
    rows = queries.run(store, "pages/standing").rows
    named = [tuple(str(getattr(term, "value", "")).removeprefix(BASE) for term in row) for row in rows]
    assert named == [("person/-/bo_alm", "official"), ("person/-/bo_alm", "other"), ("person/-/maja_holm", "other")]
