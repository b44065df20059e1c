"""Names that the words around them tell: a municipality by its part in a sentence, an organisation by whom it works
with, a work by its title."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Per Lund\n\n1. Läget\n"


def _named(sentence: str) -> set[tuple[str, str]]:
    return {(each.name, each.kind) for each in read(f"{_HEAD}{sentence}\n", register.shipped()).facts.mentions}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Karin Ek berättade från medicinska utskottet.", {("medicinska utskottet", "body")}),
        ("Avdelningen för vatten sammanställer svaren.", {("avdelningen för vatten", "organisation")}),
        ("Till sin hjälp har presidiet Kommunchefsgruppen.", {("presidiet", "body"), ("Kommunchefsgruppen", "body")}),
        ("Beslutet prövas av förvaltningsrätten i Luleå.", {("förvaltningsrätten i Luleå", "organisation")}),
        ("Kirurgi Sydväst bjuder in.", {("Kirurgi Sydväst", "organisation")}),
        ("Vi besöker Geriatrisk mobil enhet i maj.", {("Geriatrisk mobil enhet", "organisation")}),
        ("Växeln drivs av Service Norrbygd.", {("Service Norrbygd", "organisation")}),
        ("Arrangör är Dal Business Arena.", {("Dal Business Arena", "organisation")}),
        ("De är med i Partnerskap mot buller Dal.", {("Partnerskap mot buller Dal", "organisation")}),
        ("Vi arbetar tillsammans med Liv i Väst (LIV).", {("Liv i Väst", "organisation")}),
        ("Utvärderingen av Shared reading är klar.", {("Shared reading", "project")}),
        ("Det digitala stödet Kartan PLUS införs.", {("Kartan PLUS", "project")}),
        ("Vägledning för trygga skolor är på remiss.", {("Vägledning för trygga skolor", "plan")}),
        ("Arbetet följer förbundets egen Trädvårdsplan.", {("Trädvårdsplan", "plan")}),
        ("Överenskommelsen Dialog kring barn i skolan gäller.", {("Dialog kring barn i skolan", "agreement")}),
        ("Skolavtalet, dvs. Avtal om skolskjuts i Dal, ska revideras.", {("Avtal om skolskjuts i Dal", "agreement")}),
        ("Per Lund tog upp att Tjörn sagt upp sina platser.", {("Tjörn", "municipality")}),
        ("Vi vill ha fler av Tjörns platser.", {("Tjörn", "municipality")}),
        ("Ordförandeskapet har Tjörn 2021.", {("Tjörn", "municipality")}),
    ],
)  # fmt: skip
def test_a_name_by_its_sentence(sentence: str, named: set[tuple[str, str]]) -> None:
    assert _named(sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "Restiden mellan Ale och Tjörn ökar.",
        "Fler tåg går mellan Ale och Tjörn.",
        "Nästa möte hålls i Tjörn.",
        "Sökanden är en ekonomisk förening.",
        "Årets utbildningsbudget 2022 visades.",
        "Uppföljningen av kommunikationsplanen är klar.",
        "Svaret ska vara på avdelningen i maj.",
        "ATT GÖRA",
        "Medlemmarna möts i Tjörn.",
        "Ett team arbetar med detta.",
        "Ordförande i gruppen är Lena Åberg (C), Tjörn.",
    ],
)
def test_no_name(sentence: str) -> None:
    assert _named(sentence) == set()
