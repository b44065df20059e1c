"""Attendance that the running sentences of a head tell, each read as the list that it stands for."""

from collections.abc import Callable

import pytest

from samverkan.reading import read
from samverkan.register import shipped

Attended = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("sentences", "rows"),
    [
        (
            "Mötet leddes av styrelsens ordförande Anna Ek (S), Sala. Närvarande ledamöter var i övrigt vice "
            "ordföranden Bo Alm (M), Heby, och Eva Öst, Försäkringskassan.",
            [
                "Anna Ek | Sala | S | chair",
                "Bo Alm | Heby | M | vice chair",
                "Eva Öst | Försäkringskassan | member",
            ],
        ),
        (
            "Ersättaren Ola Ros (MP) tjänstgjorde för Karl Sand (M), Region Uppsala, som hade lämnat återbud. "
            "Ersättarna Ida Gran (C), Heby, och Hans Lund (V), Sala, var också på plats.",
            [
                "Ola Ros | MP | substitute",
                "-Karl Sand | Region Uppsala | M",
                "Ida Gran | Heby | C | substitute",
                "Hans Lund | Sala | V | substitute",
            ],
        ),
        (
            "Dessutom deltog förbundschef Karin Holm, controller Lars Lind från § 41 samt Ulla Berg, som förde "
            "protokollet. Vid § 43 medverkade enhetschef Maja Ström, Heby kommun, och metodstödjare Per Fält.",
            [
                "Karin Holm | förbundschef",
                "Lars Lind | controller | från § 41",
                "Ulla Berg | secretary",
                "Maja Ström | Heby | guest | enhetschef | § 43",
                "Per Fält | guest | metodstödjare | § 43",
            ],
        ),
        (
            "Anna Ek (Sala), som är ordförande i styrgruppen, hälsade alla välkomna. Kommunerna företräddes av Bo Alm, "
            "skolchef i Heby, och Eva Öst, kommunchef i Tierp, den sistnämnda fram till kl. 11.",
            ["Anna Ek | Sala | chair", "Bo Alm | Heby | skolchef", "Eva Öst | Tierp | kommunchef | fram till kl. 11"],
        ),
        (
            "Lars Lind från Skolverket var inbjuden till punkt 4. Ida Gran (Sala) kunde inte närvara. "
            "Anteckningarna fördes av Ulla Berg.",
            ["Lars Lind | Skolverket | guest | punkt 4", "-Ida Gran | Sala", "Ulla Berg | secretary"],
        ),
        (
            "Båda dagarna deltog från svensk sida Anna Ek (Luleå) och Bo Alm (Piteå). Från finsk sida deltog Eva Öst "
            "(Kemi), vice ordförande.",
            ["Anna Ek | Luleå", "Bo Alm | Piteå", "Eva Öst | Kemi | vice chair"],
        ),
        ("Sammanträdet öppnades av ordföranden Karin Holm (S), Mora.", ["Karin Holm | Mora | S | chair"]),
        ("Som ordförande tjänstgjorde Lars Lind.", ["Lars Lind | chair"]),
        ("Anna Ek ledde mötet och Bo Alm antecknade.", ["Anna Ek | chair", "Bo Alm | secretary"]),
        (
            "Från Region Dalarna deltog hälsodirektör Karin Holm samt strateg Per Fält.",
            ["Karin Holm | Region Dalarna | hälsodirektör", "Per Fält | Region Dalarna | strateg"],
        ),
        ("Försäkringskassan företräddes av Eva Öst.", ["Eva Öst | Försäkringskassan"]),
        ("Via Teams deltog Anna Ek (Säter).", ["Anna Ek | Säter"]),
        ("Till punkt 6 var Ida Gran, Skolverket, inbjuden.", ["Ida Gran | Skolverket | guest | punkt 6"]),
        ("Vid punkt 3 deltog även revisorn Hans Lund.", ["Hans Lund | revisor | punkt 3"]),
        (
            "Tjänstgörande ersättare var Ola Ros (M) för Bo Alm (M).",
            ["Ola Ros | M | substitute", "-Bo Alm | M"],
        ),
        (
            "Anna Ek, Bo Alm och Eva Öst deltog, medan Ida Gran och Ola Ros hade lämnat återbud.",
            ["Anna Ek", "Bo Alm", "Eva Öst", "-Ida Gran", "-Ola Ros"],
        ),
        ("Anna Ek deltog hela dagen medan Bo Alm deltog fram till lunch.", ["Anna Ek", "Bo Alm | fram till lunch"]),
        (
            "På plats var ordförande Lars Lind, Falun, vice ordförande Karin Holm, Mora, samt ledamöterna Bo Alm, "
            "Sala, och Ida Gran, Heby.",
            [
                "Lars Lind | Falun | chair",
                "Karin Holm | Mora | vice chair",
                "Bo Alm | Sala | member",
                "Ida Gran | Heby | member",
            ],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_sentence_of_the_head_is_read_as_the_list_that_it_stands_for(
    attended: Attended, sentences: str, rows: list[str]
) -> None:
    assert attended(sentences) == rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Ek deltog i Almedalsveckan.",
        "Kommunerna företräddes av Anna Ek vid förhandlingarna i våras.",
        "Anna Ek var med och tog fram planen.",
        "Anna Ek var inbjuden till konferensen i Falun.",
        "På nästa möte deltar Bo Alm från Skolverket.",
        "Vid förra mötet deltog Anna Ek.",
        "Förra mötet leddes av Anna Ek.",
        "Utredningen leddes av Anna Ek.",
        "Anna Ek öppnade utställningen i Falun.",
        "Vid konferensen medverkade Anna Ek och Bo Alm.",
        "Anna Ek förde fram kommunens synpunkter.",
        "Anna Ek kom med ett förslag.",
        "Anna Ek satt i den förra regeringen.",
        "Protokollet från förra mötet fördes av Anna Ek.",
        "Anna Ek saknade underlag.",
    ],
)
def test_what_somebody_did_elsewhere_is_no_attendance(attended: Attended, sentence: str) -> None:
    assert attended(sentence) == []


def test_one_of_two_days_is_the_day_of_those_who_came_then() -> None:
    text = (
        "Minnesanteckningar Styrgruppen 6–7 november 2014\n\nAnna Ek (Sala) var med bara den 6 november och Bo Alm "
        "(Heby) bara den 7 november.\n\n1. Inledning\nMötet öppnas.\n"
    )
    rows = read(text, shipped()).facts.attendance
    assert [(row.person, row.organisation, row.dates) for row in rows] == [
        ("Anna Ek", "Sala", ("2014-11-06",)),
        ("Bo Alm", "Heby", ("2014-11-07",)),
    ]


@pytest.mark.parametrize(
    ("people", "rows"),
    [
        (
            "Närvarande: Anna Ek, Sala\nÖvriga: Räddningschef Lars Lind, sekreterare Ulla Berg, ekonom Per Fält (§ 3)",
            ["Anna Ek | Sala", "Lars Lind | Räddningschef", "Ulla Berg | secretary", "Per Fält | ekonom | § 3"],
        ),
        (
            "Ersättare: Ida Gran (V), Mora\nFrån förvaltningen: Lars Lind, enhetschef",
            ["Ida Gran | Mora | V | substitute", "Lars Lind | enhetschef"],
        ),
        (
            "Vi som deltog var Anna Ek, Vara, och Bo Alm, Essunga.",
            ["Anna Ek | Vara", "Bo Alm | Essunga"],
        ),
    ],
    ids=["roles-first", "office", "we"],
)
def test_who_works_for_the_body_has_no_seat_and_the_role_before_a_name_is_its_own(
    attended: Attended, people: str, rows: list[str]
) -> None:
    assert attended(people) == rows


def test_a_committee_for_elections_is_a_body_of_its_own() -> None:
    page = (
        "Förbundsstyrelsen\n\nStyrelsen möts ofta.\n\nOrdförande: Anna Ek (S), Sala\nLedamöter: Bo Alm (M), Heby, Eva "
        "Öst (C), Tierp\n\nValberedning\nValberedningen ska spegla fullmäktige. Ordförande: Ida Gran (S), Mora.\n"
    )
    rows = read(page, shipped()).facts.memberships
    assert [(row.person, row.body, row.role, row.organisation) for row in rows if row.person == "Ida Gran"] == [
        ("Ida Gran", "Valberedningen", "chair", "Mora")
    ]
