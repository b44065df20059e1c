"""The time that a statement tells of: its own days, those of its meeting, or that of its document."""

import pytest

from samverkan import network
from samverkan.network.passages import Moment, Said, passage
from samverkan.store import Store

ID = "https://w3id.org/samverkan/id/"
OF = {"page": Moment("A page", date="2021-09-07"), "met": Moment("A meeting", "2021-09-01", "2021-09-02"),
      "short": Moment("A meeting of a day", "2021-09-03")}  # fmt: skip


def said(day: str = "", start: str = "", end: str = "", meeting: str = "", short: str = "false") -> Said:
    return Said("page", "words", day, start, end, meeting, short)


@pytest.mark.parametrize(
    ("statement", "since", "until"),
    [
        (said(), "2021-09-07", "2021-09-07"),
        (said(start="2019"), "2019", ""),
        (said(start="2019", end="2022"), "2019", "2022"),
        (said(end="2020"), "2020", "2020"),
        (said(end="2023"), "2021-09-07", "2023"),
        (said(meeting="met"), "2021-09-01", "2021-09-02"),
        (said(meeting="short"), "2021-09-03", "2021-09-03"),
        (said(meeting="met", day="2021-09-02"), "2021-09-02", "2021-09-02"),
        (said(start="2021-09-01", short="true"), "2021-09-01", "2021-09-01"),
    ],
    ids=[
        "no time", "a beginning lasts", "a term", "an end before the page", "an end to come", "a meeting of two days",
        "a meeting of a day", "one day of a meeting", "a meeting itself",
    ],
)  # fmt: skip
def test_the_time_of_a_statement(statement: Said, since: str, until: str) -> None:
    found = passage([statement], OF)
    assert (found.since, found.until) == (since, until)
    assert (found.document, found.document_label, found.quote) == ("page", "A page", "words")


def test_two_days_of_a_meeting_are_one_span() -> None:
    found = passage([said(meeting="met", day="2021-09-02"), said(meeting="met", day="2021-09-01")], OF)
    assert (found.since, found.until) == ("2021-09-01", "2021-09-02")


def test_of_several_documents_the_last_is_told() -> None:
    found = passage([said(), said()._replace(document="paper", quote="other words")], OF)
    assert (found.document, found.quote) == ("paper", "other words")


def test_surroundings_hold_no_more_than_can_be_read(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverkan.network.paths.MOST_AROUND", 4)
    found = network.surroundings(sample, f"{ID}body/98/ådals_råd", 3)
    assert len(found.nodes) == 4
    assert f"{ID}body/98/ådals_råd" in found.nodes
