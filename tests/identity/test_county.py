"""The county of a document: who is asked first, and what settles nothing."""

from pathlib import Path

import pytest

from samverkan import register
from samverkan.facts import Attendance, Body, Facts, Membership, Mention, Vacancy
from samverkan.identity.county import county_of
from samverkan.identity.lookup import Index

INDEX = Index(register.load(Path(__file__).parents[1] / "golden" / "register"))


@pytest.mark.parametrize(
    ("facts", "county"),
    [
        (Facts(), "-"),
        (Facts(body=Body("Ådals råd", organisations=("Region Fjäll",))), "98"),
        (Facts(body=Body("Samrådsgruppen")), "-"),
        (Facts(body=Body("Rådet", organisations=("Region Fjäll",)), attendance=(Attendance("A", "Ekby"),)), "97"),
        (Facts(body=Body("Rådet", organisations=("Fjälls kommuner",))), "97"),
        (Facts(body=Body("Ledningsgrupp Ådal")), "98"),
        (Facts(body=Body("Rådet", organisations=("kommunerna",)), vacancies=(Vacancy("Rådet", "Nås"),)), "98"),
        (Facts(attendance=(Attendance("A", "Ekby"), Attendance("B", "Sundvik"), Attendance("C", "Nås kommun"))), "98"),
        (Facts(attendance=(Attendance("A", "Ekby"), Attendance("B", "Sundvik"))), "-"),
        (Facts(memberships=(Membership("A", "Rådet", organisation="ÅR"),)), "98"),
        (Facts(attendance=(Attendance("A", "Ekby"),), mentions=(Mention("Region Fjäll", "region"),)), "98"),
        (Facts(mentions=(Mention("Sundvik", "municipality"), Mention("Ekby", "person"))), "97"),
        (Facts(mentions=(Mention("Länsstyrelsen i Fjälls län", "organisation"),)), "97"),
        (Facts(mentions=(Mention("Vägmyndigheten", "organisation"),)), "-"),
        (Facts(body=Body("Rådet", organisations=("Vägmyndigheten",)), attendance=(Attendance("A", "Sundvik"),)), "97"),
    ],
    ids=[
        "nothing", "known body first", "a name that two counties have", "owner before people", "owner's genitive",
        "place in the body's name", "vacancy", "majority", "a draw settles nothing", "membership, short form",
        "people before mentions", "mentions, persons aside", "place within a mention", "national", "national owner",
    ],
)  # fmt: skip
def test_the_county_of_a_document(facts: Facts, county: str) -> None:
    assert county_of(facts, INDEX) == county
