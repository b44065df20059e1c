"""Tables whose head names groups of people, empty seats in cells, and sentences that tell who came."""

import pytest

from samverkan import register
from samverkan.reading import read
from samverkan.reading.people.tables import by_content

KNOWN = register.shipped()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Beslutande\tNärvaro\tErsättare\tNärvaro\nHofors\tAnna Ek (S), ordf\tHofors\tBo Ström (M), § 61-66\n"
            "Ockelbo\tEva Öst (V)\tOckelbo\t-\nBerg\t-\tBerg\tIda Alm (S), tj\nLjusdal\tPer Holm (C)",
            ["Anna Ek | Hofors | S | chair", "Bo Ström | Hofors | M | substitute | § 61-66",
             "Eva Öst | Ockelbo | V | member", "Ida Alm | Berg | S | substitute", "Per Holm | Ljusdal | C | member"],
            id="whose they are before each name",
        ),
        pytest.param(
            "Ledamöter med tjänstgöring\nAnna Ek\t(S)\tHofors\tOrdförande\nBo Ström\t(M)\tOckelbo\t1:e vice ordf.\n"
            "Eva Öst\t(C)\tLjusdal\nFrånvarande ledamöter\nIda Alm\t(S)\tHofors",
            ["Anna Ek | Hofors | S | chair", "Bo Ström | Ockelbo | M | vice chair", "Eva Öst | Ljusdal | C | member",
             "-Ida Alm | Hofors | S | member"],
            id="party, place and office in columns",
        ),
        pytest.param(
            "Ledamöter\tErsättare\nAnna Ek (S)\tBo Ström (M)\nEva Öst (V)\tIda Alm (S)",
            ["Anna Ek | S | member", "Bo Ström | M | substitute", "Eva Öst | V | member", "Ida Alm | S | substitute"],
            id="near miss: two columns of names",
        ),
    ],
)  # fmt: skip
def test_tables_of_groups(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("heads", "rows", "kinds"),
    [
        (["Beslutande", "Närvaro", "Ersättare", "Närvaro"],
         ["Hofors\tAnna Ek\tHofors\tBo Ström", "Ockelbo\tEva Öst\tOckelbo\tIda Alm"],
         ("organisation", "member", "organisation", "substitute")),
        (["Beslutande", "Närvaro", "Ersättare", "Närvaro"], ["Budget\t3\t4\t5", "Bokslut\t1\t2\t3"], None),
        (["Ordinarie", "Ersättare", "Kommun"], ["Anna Ek\tBo Ström\tHofors", "Eva Öst\tIda Alm\tOckelbo"], None),
        (["Plats", "Tid", "Datum"], ["Anna Ek\tBo Ström\tHofors"], None),
    ],
)  # fmt: skip
def test_columns_by_what_stands_in_them(heads: list[str], rows: list[str], kinds: tuple[str, ...] | None) -> None:
    assert by_content(heads, rows) == kinds


def test_empty_seat_in_a_cell() -> None:
    page = (
        "Styrelsen\n\nPart\tOrdinarie\tErsättare\nHofors kommun\tAnna Ek (S), ordförande\tBo Ström (M)\n"
        "Ockelbo kommun\tEj utsedd\tEva Öst (C)\nFörsäkringskassan\tIda Alm\tPer Holm\n\nRevision\n"
        "Förtroendevald revisor: Olle Berg\n"
    )
    facts = read(page, KNOWN).facts
    assert [(row.person, row.role, row.organisation) for row in facts.memberships] == [
        ("Anna Ek", "chair", "Hofors"),
        ("Bo Ström", "substitute", "Hofors"),
        ("Eva Öst", "substitute", "Ockelbo"),
        ("Ida Alm", "member", "Försäkringskassan"),
        ("Per Holm", "substitute", "Försäkringskassan"),
    ]
    assert [(row.organisation, row.count) for row in facts.vacancies] == [("Ockelbo", 1)]


def test_news_tell_where_a_region_s_body_met() -> None:
    news = (
        "Kulturberedningen på besök\n\nI onsdags den 6 mars 2030 träffades kulturberedningen i Region Västernorrland "
        "på Merlo slott i Timrå. På plats fanns ordföranden Anna Ek (S) och Bo Ström (M).\n\nPublicerad 2030-03-11\n"
    )
    facts = read(news, KNOWN).facts
    assert facts.meeting is not None
    assert (facts.meeting.place, facts.meeting.chair) == ("Merlo slott i Timrå", "Anna Ek")


@pytest.mark.parametrize(
    ("text", "title", "secretary"),
    [
        ("MÖTESNOTERINGAR 2031-01-22\n\nNärvarande: Anna Ek; Bo Ström\nMinnesanteckningar: Anna Ek",
         "MÖTESNOTERINGAR 2031-01-22", "Anna Ek"),
        ("Protokoll Rådet 2031-01-22\n\nNärvarande: Anna Ek; Bo Ström\nMötesanteckningar: Bo Ström",
         "Protokoll Rådet 2031-01-22", "Bo Ström"),
    ],
)  # fmt: skip
def test_who_wrote_is_no_title(text: str, title: str, secretary: str) -> None:
    facts = read(f"{text}\n\n1. Inledning\nVi börjar.\n", KNOWN).facts
    assert facts.document is not None
    assert facts.meeting is not None
    assert (facts.document.title, facts.meeting.secretary) == (title, secretary)
