"""Facts as JSON: strict both ways."""

import json
from pathlib import Path

import pytest

from samverkan import facts_json
from samverkan.errors import FactsError
from samverkan.facts import Amount, Announced, Attendance, Evidence, Facts, Meeting, Membership


def test_rows_come_back_as_they_went() -> None:
    facts = Facts(
        meeting=Meeting(start="2021-09-07", mode="online"),
        attendance=(
            Attendance("Ann Ek", party="S", dates=("2021-09-07",), evidence=Evidence(0, 6, "Ann Ek", "x.y", 0.5)),
        ),
        memberships=(Membership("Bo Al", "Rådet", role="vice chair"),),
    )
    assert facts_json.loads(facts_json.dumps(facts)) == facts


def test_a_row_carries_all_its_keys_but_evidence_only_where_there_is_some() -> None:
    row = facts_json.to_json(Facts(memberships=(Membership("Bo Al", "Rådet"),)))["memberships"][0]
    assert row == {
        "person": "Bo Al", "body": "Rådet", "role": None, "organisation": None, "party": None,
        "start": None, "end": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "x.json: not JSON"),
        ("[]", r"x.json: the whole must be an object, not \[\]"),
        ('{"bodies": []}', "unknown key bodies; known here: document, body"),
        ('{"attendance": [{}]}', r"attendance\[0\].person is missing"),
        ('{"attendance": {"person": "A"}}', "attendance must be a list"),
        (
            '{"attendance": [{"person": "A", "status": "late"}]}',
            r'attendance\[0\].status is "late"; use one of: present, absent',
        ),
        ('{"attendance": [{"person": 7}]}', r"attendance\[0\].person must be a text, not 7"),
        ('{"attendance": [{"person": null}]}', r"attendance\[0\].person must be a text, not null"),
        ('{"vacancies": [{"body": "R", "count": true}]}', r"vacancies\[0\].count must be a whole number, not true"),
        ('{"attendance": [{"person": "\\ud800"}]}', "half a character"),
        (
            '{"body": {"name": "R", "evidence": {"start": 5, "end": 1, "quote": "", "rule": "r", "confidence": 1}}}',
            "body.evidence has offsets or a confidence out of range: 5-1, 1.0",
        ),
    ],
)
def test_what_breaks_the_contract_is_named_with_its_path(text: str, says: str) -> None:
    with pytest.raises(FactsError, match=says):
        facts_json.loads(text, "x.json")


def test_deeply_nested_json_is_an_error_and_not_a_crash() -> None:
    with pytest.raises(FactsError):
        facts_json.loads("[" * 100_000)


def test_every_reference_file_follows_the_contract(shared: Path) -> None:
    files = sorted((shared / "corpus").glob("*/*.json"))
    assert len(files) == 21
    for path in files:
        gold, found = (
            json.loads(path.read_text("utf-8")),
            facts_json.to_json(facts_json.loads(path.read_bytes(), path.name)),
        )
        for key, value in gold.items():
            rows = value if isinstance(value, list) else [value]
            again = found[key] if isinstance(value, list) else [found[key]]
            assert [{**b, **a} for a, b in zip(rows, again, strict=True)] == again, (path.name, key)


@pytest.mark.parametrize("value", ["0.125", "1e13", "-1e13", "NaN", "-Infinity"])
def test_a_sum_that_no_money_can_be_is_refused(value: str) -> None:
    with pytest.raises(FactsError, match=r"amounts\[0\].value is .*; a sum has at most two decimals"):
        facts_json.loads(f'{{"amounts": [{{"value": {value}}}]}}')


def test_a_sum_is_in_kronor_unless_another_currency_is_said() -> None:
    read = facts_json.loads('{"amounts": [{"value": 4200000, "period": "year"}, {"value": 3.25, "currency": "EUR"}]}')
    assert read.amounts == (Amount(4_200_000.0, "SEK", "year"), Amount(3.25, "EUR"))


def test_an_announced_day_is_a_meetings_unless_something_else_is_said() -> None:
    read = facts_json.loads('{"announced": [{"date": "2031-04-28"}, {"date": "2031-05", "event": "decision"}]}')
    assert read.announced == (Announced("2031-04-28"), Announced("2031-05", "decision"))


@pytest.mark.parametrize("row", ['{"event": "meeting"}', '{"date": "2031-04-28", "event": "deadline"}'])
def test_an_announced_day_without_its_day_or_of_an_unknown_kind_is_refused(row: str) -> None:
    with pytest.raises(FactsError, match=r"announced\[0\].(?:date is missing|event is \"deadline\")"):
        facts_json.loads(f'{{"announced": [{row}]}}')


def test_facts_without_amounts_and_announced_days_stay_valid() -> None:
    assert facts_json.loads("{}").amounts == facts_json.loads("{}").announced == ()
