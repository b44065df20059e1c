"""Days to come: next meetings, decisions, conferences; and days that are past, due, of the meeting itself, or none."""

from pathlib import Path

import pytest

from samverkan import facts_json, register
from samverkan.facts import Announced
from samverkan.reading import read

HEAD = "Minnesanteckningar Norra styrgruppen 2021-03-04\n\nTid: 2021-03-04\n\n"
OWN = "Norra styrgruppen"


def announced(text: str, head: str = HEAD) -> list[Announced]:
    return list(read(f"{head}{text}\n", register.shipped()).facts.announced)


def told(text: str, head: str = HEAD) -> list[tuple[str, str, str | None, str | None]]:
    return [(row.date, row.event, row.body, row.what) for row in announced(text, head)]


def days(text: str, head: str = HEAD) -> list[str]:
    return [row.date for row in announced(text, head)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Nästa möte: 5 oktober kl. 9", ["2021-10-05"]),
        ("Nästa möte är den 5 oktober i Lillby.", ["2021-10-05"]),
        ("Nästa sammanträde äger rum tisdagen den 5 oktober 2021.", ["2021-10-05"]),
        ("Nästa ordinarie möte hålls den 5 oktober.", ["2021-10-05"]),
        ("§ 9 Nästa möte\n\nMåndagen den 5 oktober, kommunhuset.", ["2021-10-05"]),
        ("NÄSTA MÖTE\n5 oktober i Lillby.", ["2021-10-05"]),
        ("Tid för nästa möte:\n5 oktober", ["2021-10-05"]),
        ("Kommande möten: 14/4, 4/5 och 6/6", ["2021-04-14", "2021-05-04", "2021-06-06"]),
        ("Kommande möten: 14/4 kl. 9.00-12.00, 4/5 kl. 13.00", ["2021-04-14", "2021-05-04"]),
        ("Mötestider hösten 2021: 14 september, 4 november", ["2021-09-14", "2021-11-04"]),
        ("Sammanträdesdagar 2022\n14 januari\n4 mars\n6 juni", ["2022-01-14", "2022-03-04", "2022-06-06"]),
        ("Nästa möte: 14 januari", ["2022-01-14"]),
        ("Nästa möte: 2021-10-05", ["2021-10-05"]),
        ("§ 9 Övrigt\nNästa styrgruppsmöte: 2021-10-05", ["2021-10-05"]),
        ("§ 9 Övrigt\nKommande mötestider: 3/5, 7/6", ["2021-05-03", "2021-06-07"]),
        ("Nästa möte är i Lillby den 5 oktober.", ["2021-10-05"]),
        ("Gruppen möts därefter den 9 april, den 13 maj och den 4 juni.", ["2021-04-09", "2021-05-13", "2021-06-04"]),
        ("Inför mötet den 9 april skickas underlag ut.", ["2021-04-09"]),
        ("Mötet den 9 april hålls i Lillby.", ["2021-04-09"]),
    ],
)
def test_the_next_meetings_are_those_of_the_body_that_meets(words: str, found: list[str]) -> None:
    assert told(words) == [(day, "meeting", OWN, None) for day in found]


def test_a_meeting_of_several_days_has_an_end() -> None:
    (row,) = announced("Nästa möte: 5–6 oktober")
    assert (row.date, row.end) == ("2021-10-05", "2021-10-06")
    assert days("Nästa möte: 5 oktober") == ["2021-10-05"]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Avtalet beslutas i kommunstyrelsen den 3 maj.", ("2021-05-03", "decision", "kommunstyrelsen", "Avtalet")),
        ("Avtalet antas av KS 3/5.", ("2021-05-03", "decision", "KS", "Avtalet")),
        ("Chefsrådet tar ställning 3 maj.", ("2021-05-03", "decision", "chefsrådet", None)),
        ("Chefsrådet tar ställning till målbilden den 3 maj.", ("2021-05-03", "decision", "chefsrådet", "målbilden")),
        ("Slutligt beslut väntas i juni.", ("2021-06", "decision", None, None)),
        ("Beslut om avgiften fattas den 3 maj.", ("2021-05-03", "decision", None, "avgiften")),
        ("Vi tar beslut den 3 maj.", ("2021-05-03", "decision", OWN, None)),
        ("Planen gäller fram till att budget tas i juni.", ("2021-06", "decision", None, "budget")),
        ("Ärendet tas upp i KS den 3 maj.", ("2021-05-03", "meeting", "KS", None)),
        ("Målbilden behandlas i chefsrådet 3 maj.", ("2021-05-03", "meeting", "chefsrådet", "Målbilden")),
        ("Ärendet bordläggs till mötet den 3 maj.", ("2021-05-03", "meeting", OWN, None)),
        ("Chefsrådets sammanträde den 3 maj förbereddes.", ("2021-05-03", "meeting", "chefsrådet", None)),
        ("3 maj står kost och buss på dagordningen.", ("2021-05-03", "meeting", OWN, "kost och buss")),
        ("Konferensen Nära vård äger rum i Lillby 3 maj.", ("2021-05-03", "event", None, "Konferensen Nära vård")),
        ("Temadagen om kost hålls den 3 maj.", ("2021-05-03", "event", None, "Temadagen om kost")),
    ],
)
def test_a_day_says_who_meets_or_decides_and_of_what(words: str, row: tuple[str, str, str | None, str | None]) -> None:
    assert told(f"§ 7 Läget\n{words}") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Vid mötet den 9 februari presenterades ett förslag.",
        "Frågan har tagits upp vid tidigare möten, 24/1, 18/2 och 1/3.",
        "Protokollet från mötet den 9 april 2020 läggs till handlingarna.",
        "Avtalet beslutades i kommunstyrelsen den 3 februari.",
        "Styrgruppens möte 18/5 i fjol var digitalt.",
        "Svar på remissen lämnas senast den 3 maj.",
        "Anna tar fram ett förslag senast 3 maj.",
        "Handlingar till nästa möte skickas senast den 3 maj.",
        "Ansökan går till Vinnova den 3 maj.",
        "Välkommen till nätverksträff den 3 maj kl. 9.",
        "Kommunerna träffas den 3 maj i Lillby.",
        "Lagen träder i kraft den 1 juli 2021.",
        "Lillby flyttas över till delregionen 1/7 2021.",
        "Publicerad: 3 maj 2021",
        "Senast uppdaterad: 2021-05-03",
        "Sammanträdesdatum 2021-03-04",
        "Mötet den 4 mars 2021 inleddes.",
        "Mötet den 9 april ställs in.",
        "Avtalet gäller till den 31 december 2021.",
        "Frågan återkommer vid nästa möte.",
        "Arbetet pågår under maj.",
        "Mötestider beslutas senare.",
        "Konferensen den 3 februari var välbesökt.",
    ],
)
def test_other_days_are_not_announced(words: str) -> None:
    assert announced(f"§ 7 Läget\n{words}") == []


def test_without_a_year_anywhere_no_day_is_announced() -> None:
    assert announced("Nästa möte: 5 oktober", head="Minnesanteckningar Norra styrgruppen\n\n") == []


def test_days_lie_in_the_only_year_that_the_announcements_name_and_are_less_sure() -> None:
    text = "§ 1 Läget\nChefsrådet tar ställning 4 mars 2022. Avtalet beslutas i KS 28 april.\n"
    (first, second) = announced(text, head="Minnesanteckningar Norra styrgruppen\n\n")
    assert (first.date, second.date) == ("2022-03-04", "2022-04-28")
    assert first.evidence is not None
    assert second.evidence is not None
    assert (first.evidence.confidence, second.evidence.confidence) == (0.85, 0.7)


def test_two_years_settle_nothing() -> None:
    text = "§ 1 Läget\nChefsrådet tar ställning 4 mars 2022. Avtalet beslutas i KS 28 april. Rådet möts 3 maj 2023.\n"
    assert days(text, head="Minnesanteckningar Norra styrgruppen\n\n") == ["2022-03-04", "2023-05-03"]


def test_a_row_has_its_item_and_its_passage() -> None:
    text = f"{HEAD}§ 7 Läget\nInget nytt. Avtalet beslutas i KS den 3 maj.\n\n§ 8 Nästa möte\n5 oktober kl. 9.\n"
    (decision, meeting) = read(text, register.shipped()).facts.announced
    assert (decision.item, meeting.item) == ("7", "8")
    for row, quote, rule in (
        (decision, "Avtalet beslutas i KS den 3 maj", "announced.decision"),
        (meeting, "Nästa möte\n5 oktober", "announced.next"),
    ):
        assert row.evidence is not None
        assert row.evidence.quote == text[row.evidence.start : row.evidence.end] == quote
        assert row.evidence.rule == rule


def test_a_meeting_that_is_named_again_is_one_row() -> None:
    text = "§ 7 Läget\nAnna redovisar till mötet den 5 oktober.\n\n§ 8 Nästa möte\n5 oktober kl. 9."
    assert [(row.date, row.item) for row in announced(text)] == [("2021-10-05", "8")]
    text = "§ 7 Läget\nÄrendet bordläggs till mötet den 5 oktober.\n\n§ 8 Nästa möte\n5 oktober kl. 9."
    assert [(row.date, row.item) for row in announced(text)] == [("2021-10-05", "7"), ("2021-10-05", "8")]


@pytest.mark.shared
def test_the_announced_days_of_the_seeds_are_read_but_for_a_gathering_by_its_name_alone(shared: Path) -> None:
    gold = facts_json.loads((Path(__file__).parents[2] / "golden" / "announced" / "seeds.json").read_bytes())
    found = [
        (row.date, row.event, row.body, row.what, row.item)
        for path in sorted((shared / "corpus" / "seeds").glob("*.txt"))
        for row in read(path.read_text("utf-8"), register.shipped()).facts.announced
    ]
    annotated = [(row.date, row.event, row.body, row.what, row.item) for row in gold.announced]
    assert found == [row for row in annotated if row[1] != "event"]
    assert [row[:2] for row in annotated if row[1] == "event"] == [("2022-03", "event")]
