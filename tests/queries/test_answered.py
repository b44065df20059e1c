"""Shipped questions worked out by who answers outsiders: cut to so many rows, and the same as in the store itself."""

from collections.abc import Sequence

import pyoxigraph
import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions

from samverkan import queries
from samverkan.errors import QueryTimeout
from samverkan.store import Store
from samverkan.store.answers import WHOLE, Answer, Dataset


class Answering:
    """Answers from a store in this process, and remembers what was asked."""

    def __init__(self, store: Store) -> None:
        self.store, self.asked = store, ""

    def answer(
        self, query: str, formats: Sequence[str] = ("json",), dataset: Dataset = WHOLE, rows: int | None = None
    ) -> Answer:
        self.asked = query
        found = self.store.evaluate(query)  # type: ignore[attr-defined]
        return Answer(found.serialize(format=QueryResultsFormat.JSON), "json", "1")

    def close(self) -> None:
        pass


class Busy(Answering):
    """Answers nobody."""

    def answer(
        self, query: str, formats: Sequence[str] = ("json",), dataset: Dataset = WHOLE, rows: int | None = None
    ) -> Answer:
        raise QueryTimeout("too long")


@pytest.mark.parametrize("name", sorted(queries.catalogue()))
def test_every_question_can_be_limited(name: str) -> None:
    text = queries.limited(queries.query(name).text, 5)
    assert isinstance(pyoxigraph.Store().query(text), QuerySolutions)
    assert text.rstrip().endswith("LIMIT 100" if name == "search" else "LIMIT 5")


@pytest.mark.parametrize("name", ["who-sits-on", "attendance", "people-who-meet-most", "chairs"])
def test_its_rows_are_those_of_the_store(name: str, sample: Store) -> None:
    given = {"language": "en"} if "parameter language" in queries.query(name).text else {}
    every = [tuple(row) for row in queries.run(sample, name, given).rows]
    answering = Answering(sample)
    answered = queries.answered(sample, answering, name, given, 100)
    assert answered.variables == queries.run(sample, name, given).variables
    assert list(answered.rows) == every != []
    assert list(queries.answered(sample, answering, name, given, 1).rows) == every[:1]
    assert answering.asked.endswith("LIMIT 1\n")


def test_what_takes_too_long_is_stopped(sample: Store) -> None:
    with pytest.raises(QueryTimeout, match="too long"):
        queries.answered(sample, Busy(sample), "chairs", {}, 10)
