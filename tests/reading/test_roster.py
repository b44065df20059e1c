"""Who was there: attendance in the forms that Swedish minutes give it."""

import pytest

from samverkan import register
from samverkan.facts import Attendance
from samverkan.reading import read

HEAD = "Minnesanteckningar Styrgruppen 2021-03-04\n\n"
END = "\n\n1. Inledning\nMötet öppnas.\n"


def _rows(text: str) -> tuple[Attendance, ...]:
    return read(HEAD + text + END, register.shipped()).facts.attendance


def _said(row: Attendance) -> str:
    """A row in one line: what it says, in the order of the contract."""
    parts = (
        row.organisation,
        row.party,
        row.role,
        row.capacity,
        row.title,
        row.dates and ",".join(row.dates),
        row.time,
    )
    status = "" if row.status == "present" else "-"
    return status + " | ".join((row.person, *(part for part in parts if part)))


def _all(text: str) -> list[str]:
    return [_said(row) for row in _rows(text)]


# forms of lists


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Närvarande: Anna Ek, Bo Ström och Eva Öst", ["Anna Ek", "Bo Ström", "Eva Öst"], id="comma list"),
        pytest.param("Närvarande\nAnna Ek\nBo Ström", ["Anna Ek", "Bo Ström"], id="one a line"),
        pytest.param(
            "Närvarande\nAnna Ek, Sala\nBo Ström, Heby kommun",
            ["Anna Ek | Sala", "Bo Ström | Heby"],
            id="name, municipality",
        ),
        pytest.param(
            "Närvarande\nAnna Ek (S), Sala\nBo Ström (m), Heby",
            ["Anna Ek | Sala | S", "Bo Ström | Heby | M"],
            id="party",
        ),
        pytest.param(
            "Närvarande\nAnna Ek, socialchef, Sala\nBo Ström, jurist, Försäkringskassan",
            ["Anna Ek | Sala | socialchef", "Bo Ström | Försäkringskassan | jurist"],
            id="name, title, organisation",
        ),
        pytest.param(
            "Närvarande\nAnna Ek\tsocialchef\nBo Ström\tlandshövding",
            ["Anna Ek | socialchef", "Bo Ström | landshövding"],
            id="tab title",
        ),
        pytest.param(
            "Närvarande\n1. Anna Ek, Sala\n2. Bo Ström, Heby", ["Anna Ek | Sala", "Bo Ström | Heby"], id="numbered"
        ),
        pytest.param("Närvarande\n• Anna Ek\n• Bo Ström", ["Anna Ek", "Bo Ström"], id="bullets"),
        pytest.param(
            "Närvarande: Anna Ek (S), ordförande, Sala Bo Ström (M), vice ordförande, Heby Eva Öst (C), Sala",
            ["Anna Ek | Sala | S | chair", "Bo Ström | Heby | M | vice chair", "Eva Öst | Sala | C"],
            id="nothing between the persons",
        ),
        pytest.param(
            "Närvarande\nSala kommun: Anna Ek, Bo Ström\nRegion Västmanland: Eva Öst",
            ["Anna Ek | Sala", "Bo Ström | Sala", "Eva Öst | Region Västmanland"],
            id="organisation before a colon",
        ),
        pytest.param(
            "Närvarande\nSala Anna Ek\nHeby Bo Ström och Eva Öst",
            ["Anna Ek | Sala", "Bo Ström | Heby", "Eva Öst | Heby"],
            id="organisation first",
        ),
        pytest.param(
            "Närvarande\nRegion\nRegion Uppsala\nAnna Ek, chefläkare\nKommun\nBo Ström, socialchef, Heby",
            ["Anna Ek | Region Uppsala | chefläkare", "Bo Ström | Heby | socialchef"],
            id="headings of organisations and of sorts",
        ),
        pytest.param(
            "För Region Uppsala\t\tFör kommunerna\nAnna Ek\t\tBo Ström\nEva Öst\t\tIda Åberg\n\t\tLars Alm",
            [
                "Anna Ek | Region Uppsala",
                "Bo Ström | kommunerna",
                "Eva Öst | Region Uppsala",
                "Ida Åberg | kommunerna",
                "Lars Alm | kommunerna",
            ],
            id="two columns of unequal length",
        ),
        pytest.param(
            "Närvarande\nBeslutande                    Ersättare\n"
            "Anna Ek (S)                   Bo Ström (S)\nEva Öst (M)",
            ["Anna Ek | S | member", "Bo Ström | S | substitute", "Eva Öst | M | member"],
            id="two columns by spaces",
        ),
        pytest.param(
            "Närvarande\nNamn\tOrganisation\tTitel\nAnna Ek\tSala\tSocialchef\nXu Fang\tHeby\tEnhetschef",
            ["Anna Ek | Sala | Socialchef", "Xu Fang | Heby | Enhetschef"],
            id="table with a header",
        ),
        pytest.param(
            "Närv.\tNamn\tKommun\nx\tAnna Ek\tSala\n-\tBo Ström\tHeby\nx\tEva Öst\tSala",
            ["Anna Ek | Sala", "-Bo Ström | Heby", "Eva Öst | Sala"],
            id="table with marks",
        ),
        pytest.param(
            "Övriga närvarande\nAnna Ek\nförbundschef\nBo Ström\nenhetschef",
            ["Anna Ek | förbundschef", "Bo Ström | enhetschef"],
            id="titles on the line below",
        ),
        pytest.param(
            "Lokal: Lilla salen Närvarande:\nAnna Ek (S), Sala\nBo Ström (M), Heby Förhinder:\nEva Öst (C), Sala",
            ["Anna Ek | Sala | S", "Bo Ström | Heby | M", "-Eva Öst | Sala | C"],
            id="headings at the end of the line before",
        ),
        pytest.param(
            "Närvarande: Anna Ek, Sala, Bo\nStröm, Heby, Eva Öst-\nAlm, Sala",
            ["Anna Ek | Sala", "Bo Ström | Heby", "Eva Öst-Alm | Sala"],
            id="names broken over lines",
        ),
        pytest.param(
            "Närvarande: Anna Ek, Sala, Zlata Fors, Heby, Qi Wern, Sala",
            ["Anna Ek | Sala", "Zlata Fors | Heby", "Qi Wern | Sala"],
            id="given names that nobody knows",
        ),
        pytest.param(
            'Närvarande: Anna Ek, Region Uppsala\nBo Ström, -"-', ["Anna Ek | Region Uppsala", "Bo Ström"], id="ditto"
        ),
    ],
)
def test_forms_of_lists(text: str, rows: list[str]) -> None:
    assert _all(text) == rows


# headings


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Närvarande", ""),
        ("NÄRVARANDE:", ""),
        ("Deltagare", ""),
        ("Med på mötet:", ""),
        ("Ledamöter", " | member"),
        ("Beslutande", " | member"),
        ("Närvarande ledamöter", " | member"),
        ("Ersättare", " | substitute"),
        ("Tjänstgörande ersättare", " | substitute"),
        ("Ej tjänstgörande ersättare", " | substitute"),
        ("Närvarande och ej tjänstgörande ersättare:", " | substitute"),
        ("Adjungerade", " | guest"),
        ("Inbjudna gäster", " | guest"),
        ("Övriga deltagare", ""),
        ("Tjänstemän", " | official"),
        ("Tjänstepersoner:", " | official"),
        ("Närvarande tjänstepersoner", " | official"),
        ("Politiker", " | politician"),
        ("Förtroendevalda", " | politician"),
        ("N ä r v a r a n d e", ""),
        ("Narvarande", ""),
    ],
)
def test_headings_of_those_present(heading: str, said: str) -> None:
    assert _all(f"{heading}\nAnna Ek\nBo Ström") == [f"Anna Ek{said}", f"Bo Ström{said}"]


@pytest.mark.parametrize(
    "heading",
    [
        "Frånvarande",
        "Förhinder:",
        "Anmält förhinder",
        "Ej närvarande",
        "Inte närvarande:",
        "Ej närv:",
        "Återbud",
        "Ej med:",
    ],
)
def test_headings_of_those_absent(heading: str) -> None:
    assert _all(f"Närvarande\nEva Öst\n\n{heading}\nAnna Ek, Sala\nBo Ström") == [
        "Eva Öst",
        "-Anna Ek | Sala",
        "-Bo Ström",
    ]


@pytest.mark.parametrize(
    "heading", ["Övriga frågor", "Deltagaravgift", "Ledamöternas arvode", "Närvarorätt för alla", "Gästhamnen"]
)
def test_near_misses_open_no_list(heading: str) -> None:
    text = f"{HEAD}1. Inledning\nMötet öppnas.\n\n{heading}\nAnna Ek redogör för läget.\n"
    assert read(text, register.shipped()).facts.attendance == ()


def test_the_absent_without_a_heading_of_their_own_have_no_role() -> None:
    assert _all("Närvarande ledamöter\nAnna Ek\n\nFörhinder\nBo Ström") == ["Anna Ek | member", "-Bo Ström"]


def test_a_role_over_present_and_absent_holds_for_both() -> None:
    assert _all("Ledamöter\nNärvarande:\nAnna Ek\nInte närvarande:\nBo Ström") == [
        "Anna Ek | member",
        "-Bo Ström | member",
    ]


def test_absence_holds_for_the_sorts_below_it_but_not_for_the_next_list() -> None:
    text = "Förhinder\nPolitiker\nAnna Ek\nTjänstemän\nBo Ström\n\nÖvriga närvarande\nEva Öst"
    assert _all(text) == ["-Anna Ek | politician", "Bo Ström | official", "Eva Öst"]


def test_whoever_stands_among_all_members_and_among_the_absent_was_not_there() -> None:
    assert _all("Ledamöter\nAnna Ek (S)\nBo Ström (M)\n\nFrånvarande: Bo Ström") == [
        "Anna Ek | S | member",
        "-Bo Ström | M | member",
    ]


def test_a_group_with_another_label_is_present() -> None:
    assert _all("Närvarande: Anna Ek\nFrånvarande: Bo Ström\nPersonal: Eva Öst") == ["Anna Ek", "-Bo Ström", "Eva Öst"]


# roles


@pytest.mark.parametrize(
    ("entry", "role"),
    [
        ("Anna Ek (ordf)", "chair"),
        ("Anna Ek, ordf.", "chair"),
        ("Anna Ek (S) Ordförande", "chair"),
        ("Anna Ek, tjänstgörande ordförande", "chair"),
        ("Anna Ek, 1:e vice ordförande", "vice chair"),
        ("Anna Ek, 2:e vice ordförande", "second vice chair"),
        ("Anna Ek, 3:e vice ordförande", "vice chair"),
        ("Anna Ek, v. ordf.", "vice chair"),
        ("Anna Ek, tjg ers", "substitute"),
        ("Anna Ek\tej tjänstgörande ersättare", "substitute"),
        ("Anna Ek (sekr.)", "secretary"),
        ("Anna Ek, adjungerad", "guest"),
        ("Anna Ek, nämndsekreterare", "secretary"),
        ("Anna Ek, Ordfront", None),
    ],
)
def test_roles_beside_a_name(entry: str, role: str | None) -> None:
    assert _rows(f"Närvarande\n{entry}\nBo Ström")[0].role == role


@pytest.mark.parametrize(
    "sentence",
    [
        "Utses att justera\tBo Ström",
        "Bo Ström utses att justera protokollet.",
        "Till justerare utses Bo Ström.",
        "Justerare: Bo Ström",
        "att till justerare utse Bo Ström (M).",
        "Justeras\nAnna Ek\nBo Ström",
    ],
)
def test_who_is_chosen_to_adjust(sentence: str) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek, ordförande\nBo Ström\n\n1. Justering\n{sentence}\n"
    rows = read(text, register.shipped()).facts.attendance
    assert [row.role for row in rows] == ["chair", "adjuster"]


def test_one_who_only_signs_is_not_there() -> None:
    text = f"{HEAD}Närvarande\nAnna Ek\nBo Ström\n\n1. Inledning\nText.\n\nVid protokollet\nEva Öst\n"
    assert [row.person for row in read(text, register.shipped()).facts.attendance] == ["Anna Ek", "Bo Ström"]


def test_a_substitute_for_somebody_makes_that_one_absent() -> None:
    assert _all("Tjänstgörande ersättare\nAnna Ek (S) för Bo Ström (S)\nEva Öst (M) ersätter Ida Alm") == [
        "Anna Ek | S | substitute",
        "-Bo Ström | S",
        "Eva Öst | M | substitute",
        "-Ida Alm",
    ]


# when


@pytest.mark.parametrize(
    ("entry", "time"),
    [
        ("Anna Ek (S) §§ 75-87", "§§ 75-87"),
        ("Anna Ek, ej § 121", "ej § 121"),
        ("Anna Ek, ej §§ 104, 117, 121", "ej §§ 104, 117, 121"),
        ("Anna Ek\tt.o.m. § 54", "t.o.m. § 54"),
        ("Anna Ek (punkt 4)", "punkt 4"),
        ("Anna Ek, § 88 a-d", "§ 88 a-d"),
        ("Anna Ek, kommer kl 09.30", "kommer kl 09.30"),
        ("Anna Ek (till kl. 14.00)", "till kl. 14.00"),
        ("Anna Ek 12.00-17.00", "12.00-17.00"),
        ("Anna Ek, sekreterare § 94", None),
    ],
)
def test_a_stated_part_of_the_day(entry: str, time: str | None) -> None:
    assert _rows(f"Närvarande\n{entry}\nBo Ström")[0].time == time


def test_days_bind_to_the_one_name_before_them() -> None:
    text = (
        "Anteckningar Forumet\nTid: 2019-01-30 kl. 8 2019-01-31 kl. 8\n"
        "Närvarande\nAnna Ek, Bo Ström (30/1), Eva Öst(31/1)\nFörhinder\nBo Ström (31/1)\n\n1. Inledning\n"
    )
    rows = read(text, register.shipped()).facts.attendance
    assert [_said(row) for row in rows] == [
        "Anna Ek",
        "Bo Ström | 2019-01-30",
        "Eva Öst | 2019-01-31",
        "-Bo Ström | 2019-01-31",
    ]


# sentences


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param(
            "Eva Öst, VästKom, och Ida Alm, Adda medverkar.",
            ["Eva Öst | VästKom | guest", "Ida Alm | Adda | guest"],
            id="medverkar",
        ),
        pytest.param(
            "Vid punkt 1 deltog Eva Öst, Trafikverket, vid punkt 3 Ida Alm och Lars Fors från Sala kommun.",
            ["Eva Öst | Trafikverket | punkt 1", "Ida Alm | Sala | punkt 3", "Lars Fors | Sala | punkt 3"],
            id="at points",
        ),
        pytest.param("Eva Öst deltog i konferensen i maj.", [], id="elsewhere"),
        pytest.param("Eva Öst deltar inte i beslutet.", [], id="not"),
        pytest.param("Eva Öst redogör för läget.", [], id="only speaks"),
        pytest.param("Nätverket deltog senast i maj.", [], id="no person"),
    ],
)
def test_sentences_that_say_who_was_there(sentence: str, rows: list[str]) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek\nBo Ström\n\n1. Inledning\n{sentence}\n"
    found = read(text, register.shipped()).facts.attendance
    assert [_said(row) for row in found[2:]] == rows


def test_a_speaker_is_not_present() -> None:
    text = f"{HEAD}Närvarande: Anna Ek, Bo Ström\n\n1. Läget\nEva Öst informerar.\nFöredragande: Ida Alm\n"
    assert [row.person for row in read(text, register.shipped()).facts.attendance] == ["Anna Ek", "Bo Ström"]


# affiliations given elsewhere


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Bo Ström (Region Uppsala) visar bilder.", "Bo Ström | Region Uppsala"),
        ("Bo Ström som är jurist på regionkontoret visar bilder.", "Bo Ström | regionkontoret | jurist"),
        ("Länsarkitekt Bo Ström visar bilder.", "Bo Ström | Länsarkitekt"),
        ("Sekreterare Bo Ström skriver.", "Bo Ström"),
    ],
)
def test_what_the_text_says_of_a_person_elsewhere(sentence: str, said: str) -> None:
    text = f"{HEAD}Närvarande: Anna Ek, Bo Ström\n\n1. Läget\n{sentence}\n"
    assert _said(read(text, register.shipped()).facts.attendance[1]) == said


def test_short_forms_of_organisations_are_written_out_where_the_text_does() -> None:
    text = "Protokoll\nSalabygdens samarbetsråd (SSR)\n\nNärvarande\nAnna Ek, SSR\nBo Ström, SSR\n\n1. Mål\n"
    rows = read(text, register.shipped()).facts.attendance
    assert {row.organisation for row in rows} == {"Salabygdens samarbetsråd"}


# what is no list


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Närvarande: se bilaga", id="elsewhere"),
        pytest.param("Närvarande:\n\nDagordning", id="empty"),
        pytest.param("Ordförande\t- (S)", id="an empty chair"),
        pytest.param("Närvarande: Vakant", id="vacant"),
    ],
)
def test_nobody_is_there(text: str) -> None:
    assert _rows(text) == ()


def test_the_list_ends_at_the_agenda() -> None:
    assert _all("Närvarande\nAnna Ek\nBo Ström\n\n§ 1 Val av Eva Öst\nIda Alm") == ["Anna Ek", "Bo Ström"]


def test_evidence_points_at_the_entry() -> None:
    text = HEAD + "Närvarande\nAnna Ek (S), Sala\nBo Ström, Heby" + END
    row = read(text, register.shipped()).facts.attendance[0]
    assert row.evidence is not None
    assert row.evidence.quote == "Anna Ek (S), Sala" == text[row.evidence.start : row.evidence.end]
    assert (row.evidence.rule, row.evidence.confidence) == ("roster.line", 0.95)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Närvarande: Anna Ek, Bo Ström", "roster.comma-list"),
        ("Närvarande\nAnna Ek\nBo Ström", "roster.line"),
        ("Beslutande\tErsättare\nAnna Ek\tBo Ström\nEva Öst\tIda Alm", "roster.columns"),
    ],
)
def test_rows_name_their_rule(text: str, rule: str) -> None:
    assert {row.evidence.rule for row in _rows(text) if row.evidence} == {rule}


# further habits of lists


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Närvarande: Sala: Anna Ek, Heby: Bo Ström, Tierp: Eva Öst och Ida Alm",
            ["Anna Ek | Sala", "Bo Ström | Heby", "Eva Öst | Tierp", "Ida Alm | Tierp"],
            id="organisations before colons within a line",
        ),
        pytest.param(
            "Närvarande: förbundschef Anna Ek, ekonom Bo Ström och jurist Desideria Öst",
            ["Anna Ek | förbundschef", "Bo Ström | ekonom", "Desideria Öst | jurist"],
            id="titles before names",
        ),
        pytest.param(
            "Närvarande\nAnna Ek, Sala (ersätter Bo Ström)\nEva Öst, Heby",
            ["Anna Ek | Sala | substitute", "-Bo Ström", "Eva Öst | Heby"],
            id="served for in brackets",
        ),
        pytest.param(
            "Deltagare från Länsstyrelsen: Anna Ek, jurist\nDeltagare från kommunerna: Bo Ström, Heby, Eva Öst",
            ["Anna Ek | Länsstyrelsen | jurist", "Bo Ström | Heby", "Eva Öst | kommunerna"],
            id="sides in the headings",
        ),
        pytest.param(
            "Närvarande från:\nSala: Anna Ek, Bo Ström\nHeby: Eva Öst",
            ["Anna Ek | Sala", "Bo Ström | Sala", "Eva Öst | Heby"],
            id="a heading that ends in from",
        ),
        pytest.param(
            "Ordförande: Anna Ek\nLedamöter: Bo Ström, Eva Öst\nSekreterare: Ida Alm",
            ["Anna Ek | chair", "Bo Ström | member", "Eva Öst | member", "Ida Alm | secretary"],
            id="roles before colons",
        ),
        pytest.param(
            "Närvarande\nAnna Ek, hälso- och sjukvårdsdirektör\nBo Ström, samordnare Barn och Unga",
            ["Anna Ek | hälso- och sjukvårdsdirektör", "Bo Ström | samordnare Barn och Unga"],
            id="och within a title",
        ),
        pytest.param(
            "Närvarande\nAnna Ek, ordförande i vårdnämnden\nBo Ström",
            ["Anna Ek | ordförande i vårdnämnden", "Bo Ström"],
            id="a post somewhere else is no role here",
        ),
        pytest.param(
            "Närvarande\nAnna Ek (RG)\nBo Ström (RG)",
            ["Anna Ek | RG", "Bo Ström | RG"],
            id="capitals that are no party",
        ),
        pytest.param(
            "Närvarande\nAnna Ek (S)\nBo Ström (XP)", ["Anna Ek | S", "Bo Ström | XP"], id="a local party among others"
        ),
    ],
)
def test_further_habits_of_lists(text: str, rows: list[str]) -> None:
    assert _all(text) == rows


def test_regionen_is_the_one_region_that_the_head_names() -> None:
    text = (
        "Protokoll\nSamråd mellan Region Uppsala och kommunerna\n\n"
        "Närvarande\nFör regionen:\nAnna Ek\nBo Ström\n\n1. Mål\n"
    )
    rows = read(text, register.shipped()).facts.attendance
    assert {row.organisation for row in rows} == {"Region Uppsala"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Närvarande\nEk, Anna, Sala\nStröm, Bo, Heby", ["Anna Ek | Sala", "Bo Ström | Heby"], id="surnames first"
        ),
        pytest.param(
            "Närvarande\nAnna Ek\nBo Ström\n\nInbjudna till punkt 3\nEva Öst, Trafikverket",
            ["Anna Ek", "Bo Ström", "Eva Öst | Trafikverket | guest | punkt 3"],
            id="a point in the heading",
        ),
        pytest.param("Närvarande: Anna Ek\nFörhi nder: Bo Ström", ["Anna Ek", "-Bo Ström"], id="a heading with a gap"),
        pytest.param(
            "Salabygdens samverkansnämnd\n\nBeslutande\nAnna Ek (S)\nBo Ström (M)\n\nSalabygdens samverkansnämnd\n\n"
            "Ersättare\nEva Öst (C)",
            ["Anna Ek | S | member", "Bo Ström | M | member", "Eva Öst | C | substitute"],
            id="a page's header within the list",
        ),
    ],
)
def test_lists_as_scans_and_registers_have_them(text: str, rows: list[str]) -> None:
    assert _all(text) == rows


def test_a_list_after_the_agenda_counts_too() -> None:
    text = f"{HEAD}1. Inledning\nMötet öppnas.\n\nNärvarolista\nAnna Ek, Sala\nBo Ström, Heby\n"
    assert [_said(row) for row in read(text, register.shipped()).facts.attendance] == [
        "Anna Ek | Sala",
        "Bo Ström | Heby",
    ]
