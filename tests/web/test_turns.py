"""Queries wait in half of the site's threads at most, so that pages go on being served."""

from collections.abc import Sequence
from threading import Event, Thread

import pytest

from samverkan.errors import QueryError, QueryTimeout
from samverkan.store.answers import WHOLE, Answer, Dataset
from samverkan_web.turns import Turns


class Slow:
    """Answers when it is let."""

    def __init__(self) -> None:
        self.asked, self.let = Event(), Event()

    def answer(
        self, query: str, formats: Sequence[str] = (), dataset: Dataset = WHOLE, rows: int | None = None
    ) -> Answer:
        """Wait, and answer with the query itself; refuse an empty one."""
        if not query:
            raise QueryError("no query")
        self.asked.set()
        assert self.let.wait(10)
        return Answer(query.encode(), "json", "1")

    def close(self) -> None:
        """Nothing to close."""


def test_who_comes_while_all_turns_are_taken_is_turned_away_at_once_and_answered_later() -> None:
    slow = Slow()
    turns = Turns(slow, 1)
    answers: list[Answer] = []
    first = Thread(target=lambda: answers.append(turns.answer("ASK {}")))
    first.start()
    assert slow.asked.wait(10)
    with pytest.raises(QueryTimeout, match="try again in a moment"):
        turns.answer("ASK { ?s ?p ?o }")
    slow.let.set()
    first.join()
    assert [answer.body for answer in answers] == [b"ASK {}"]
    assert turns.answer("ASK { ?s ?p ?o }").body == b"ASK { ?s ?p ?o }"


def test_a_refused_query_gives_its_turn_back() -> None:
    slow = Slow()
    slow.let.set()
    turns = Turns(slow, 1)
    for _ in range(3):
        with pytest.raises(QueryError, match="no query"):
            turns.answer("")
    assert turns.answer("ASK {}").body == b"ASK {}"
