"""The same question twice: the second time from memory, as long as the graph is the same."""

from collections.abc import Sequence
from io import BytesIO

import pytest

from samverkan.errors import QueryError
from samverkan.store.answers import WHOLE, Answer, Dataset
from samverkan.store.cache import CachedAnswers, changes_by_itself

EX = "http://example.org/"


class Counting:
    """Answers with how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.version = "1"
        self.long = False

    def answer(
        self, query: str, formats: Sequence[str] = (), dataset: Dataset = WHOLE, rows: int | None = None
    ) -> Answer:
        """The number of this question."""
        if not query:
            raise QueryError("no query")
        self.asked += 1
        body = str(self.asked).encode()
        return Answer(BytesIO(body) if self.long else body, "json", self.version)

    def close(self) -> None:
        """Nothing to close."""


def kept(counting: Counting, most: int = 1_000_000) -> CachedAnswers:
    return CachedAnswers(counting, lambda: counting.version, most)


def test_a_question_is_answered_once() -> None:
    answers = kept(Counting())
    assert [answers.answer("ASK {}").body for _ in range(3)] == [b"1", b"1", b"1"]


def test_another_question_format_or_graph_is_another_answer() -> None:
    answers = kept(Counting())
    found = [
        answers.answer("ASK {}").body,
        answers.answer("ASK { }").body,
        answers.answer("ASK {}", ["xml"]).body,
        answers.answer("ASK {}", ["xml"], Dataset((EX,))).body,
        answers.answer("ASK {}", ["xml"], Dataset((), (EX,))).body,
    ]
    assert found == [b"1", b"2", b"3", b"4", b"5"]


def test_a_newer_graph_is_asked_again() -> None:
    counting = Counting()
    answers = kept(counting)
    assert answers.answer("ASK {}").body == b"1"
    counting.version = "2"
    assert answers.answer("ASK {}").body == b"2"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (NOW() AS ?x) {}",
        "SELECT (rand() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        r"SELECT (\u0052AND() AS ?x) {}",
    ],
)
def test_what_changes_by_itself_is_asked_each_time(query: str) -> None:
    answers = kept(Counting())
    assert [answers.answer(query).body for _ in range(2)] == [b"1", b"2"]
    assert changes_by_itself(query)


def test_long_answers_and_refusals_are_not_kept() -> None:
    counting = Counting()
    answers = kept(counting)
    counting.long = True
    assert [answers.answer("ASK {}").body for _ in range(2)] == [b"1", b"2"]
    for _ in range(2):
        with pytest.raises(QueryError, match="no query"):
            answers.answer("")


def test_what_nobody_asked_for_the_longest_goes_first() -> None:
    answers = kept(Counting(), most=3_000)  # two answers, with what is kept beside them
    for query in ("ASK { }", "ASK {  }", "ASK { }", "ASK {   }"):
        answers.answer(query)
    assert answers.answer("ASK { }").body == b"1"
    assert answers.answer("ASK {  }").body == b"4"
