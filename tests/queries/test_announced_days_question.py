"""Days that are announced, asked of the seeds with the days written by hand, and of meetings that were then held."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from samverkan import facts_json
from samverkan.facts import AgendaItem, Announced, Body, Document, Facts, Meeting

Ask = Callable[..., list[tuple[str | None, ...]]]

# The rows of `tests/golden/announced/seeds.json`, by document.
OF_DOCUMENT = {"001": slice(0, 1), "003": slice(1, 4), "004": slice(4, None)}
CS, FORUM = "Centralt samverkansorgan", "Kommun- och regionledningsforum"


@pytest.fixture
def ask_announced(ask_told: Callable[..., Ask], shared: Path) -> Ask:
    golden = Path(__file__).parents[1] / "golden" / "announced" / "seeds.json"
    days = facts_json.loads(golden.read_bytes()).announced
    told = {}
    for path in sorted((shared / "corpus" / "seeds").glob("*.json")):
        gold = facts_json.loads(path.read_bytes())
        told[path.stem] = replace(gold, announced=days[OF_DOCUMENT.get(path.stem[:3], slice(0, 0))])
    return ask_told(told)


@pytest.mark.shared
def test_the_announced_days_of_the_seeds_stand_by_day(ask_announced: Ask) -> None:
    rows = ask_announced("announced-days", "date", "event", "body", "what", **{"from": "2021"})
    assert rows == [
        ("2021-09-24", "kommande möte", CS, "dokumentet"),
        ("2022-02-11", "kommande möte", "förbundsstyrelsen", "elektrifiering och hälso- och sjukvårdsavtalet"),
        ("2022-03", "annan händelse", None, "Byggbenchen"),
        ("2022-03-04", "kommande möte", None, "kompetensförsörjning inom offentlig sektor samt xxx"),
        ("2022-03-04", "kommande beslut", "socialchefsgruppen", None),
        ("2022-04-08", "kommande möte", None, "demokrati och valet 2022"),
        ("2022-04-28", "kommande beslut", "Politiskt samrådsorgan", "Avtalet"),
    ]


@pytest.mark.shared
def test_days_of_one_body_and_of_one_document(ask_announced: Ask) -> None:
    assert ask_announced("announced-days", "date", "body", "item", body=FORUM) == [
        ("2019-03", FORUM, "Sammanfattning dag 2")
    ]
    (key,) = {row[0] for row in ask_announced("announced-days", "document", body=FORUM)}
    assert ask_announced("announced-days", "date", "what", document=str(key)) == [
        ("2019-03", "Frågan God och Nära Vård"),
        ("2019-06", "budget för kommunerna och Region Halland"),
        ("2019-06", "budget"),
    ]


@pytest.mark.shared
def test_the_calendar_shows_announced_days_among_meetings_and_deadlines(ask_announced: Ask) -> None:
    assert ask_announced("calendar", "date", "kind", "what", "body", **{"from": "2021-09-08"})[:3] == [
        ("2021-09-24", "uppdrag", "slutföra arbetet", "Centrala tjänstemannaberedningen"),
        ("2021-09-24", "utlyst dag", "dokumentet", CS),
        ("2021-10-05", "uppdrag", "diskutera förslaget och behovet av processtöd och dess utformning",
         "Centrala tjänstemannaberedningen"),
    ]  # fmt: skip


def _minutes(day: str, **more: Any) -> Facts:
    return Facts(Document(f"Råd {day}", "minutes", day), Body("Norra rådet"), Meeting(day, day), **more)


def test_an_announced_meeting_leads_to_the_meeting_that_was_held(ask_told: Callable[..., Ask]) -> None:
    days = (
        Announced("2031-05-03", "meeting", None, "Norra rådet", None, "9"),
        Announced("2031-06-03", "meeting", "2031-06-04", "Norra rådet"),
        Announced("2031-05-03", "decision", None, "Södra rådet", "avtalet"),
    )
    first = _minutes("2031-03-03", agenda=(AgendaItem("Nästa möte", "9"),), announced=days)
    ask = ask_told({"ett": first, "två": _minutes("2031-05-03")})
    assert ask("announced-days", "date", "end", "body", "what", "item", "meeting") == [
        ("2031-05-03", None, "Norra rådet", None, "Nästa möte", "Norra rådet 2031-05-03"),
        ("2031-05-03", None, "Södra rådet", "avtalet", None, None),
        ("2031-06-03", "2031-06-04", "Norra rådet", None, None, None),
    ]
    assert ask("calendar", "date", "kind", "what") == [
        ("2031-03-03", "möte", "Norra rådet 2031-03-03"),
        ("2031-05-03", "möte", "Norra rådet 2031-05-03"),
        ("2031-05-03", "utlyst dag", "Nästa möte"),
        ("2031-05-03", "utlyst dag", "avtalet"),
        ("2031-06-03", "utlyst dag", "kommande möte"),
    ]
