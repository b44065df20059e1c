"""The labelled pairs of pairs.csv, all in one graph: nothing is merged wrongly, what is one is offered, little else is.

A row says of two names whether they mean one (`same`) or two (`different`), and where each was seen: county, body,
organisation, party, title, parted by `|`; `together` means in one list with the other. All names are invented.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan.candidates import Graph, find
from samverkan.facts import Attendance, Body, Facts, Meeting, Mention
from samverkan.identity import Names, index_of
from samverkan.judgements import Pair, pair_of
from samverkan.register import shipped

ROWS = list(csv.DictReader((Path(__file__).parent / "pairs.csv").read_text("utf-8").splitlines()))
REGIONS = {region.code: region.name for region in shipped().regions}


def document(kind: str, names: list[str], where: str) -> Facts:
    """A document that names some of a kind, at a place as a row says it."""
    county, body, organisation, party, title = (where.split("|") + [""] * 5)[:5]
    whose = Body(body or None, organisations=(REGIONS[county or "12"],))
    if kind != "person":
        return Facts(body=whose, mentions=tuple(Mention(name, kind) for name in names))  # type: ignore[arg-type]
    if not body:
        mentions = (Mention(name, "person", organisation=organisation or None, title=title or None) for name in names)
        return Facts(body=whose, mentions=tuple(mentions))
    present = (Attendance(name, organisation or None, party or None, title=title or None) for name in names)
    return Facts(body=whose, meeting=Meeting("2031-01-02"), attendance=tuple(present))


def documents(number: int, row: dict[str, str]) -> list[tuple[str, Facts, str]]:
    """The documents of a row, each with the name that it is there for."""
    one, other = row["one"], row["other"]
    if row["other_at"] == "together":
        both = document(row["kind"], [one, other], row["one_at"])
        return [(f"{number}", both, one), (f"{number}", both, other)]
    return [
        (f"{number}-1", document(row["kind"], [one], row["one_at"]), one),
        (f"{number}-2", document(row["kind"], [other], row["other_at"]), other),
    ]


def paths(number: int, row: dict[str, str]) -> Pair:
    kind = row["kind"]
    named = [
        Names(facts, key, index_of(shipped())).mentioned(name, kind) for key, facts, name in documents(number, row)
    ]  # type: ignore[arg-type]
    return pair_of(named[0].path, named[1].path)


PAIRS = {paths(number, row): row for number, row in enumerate(ROWS)}
SAME = {pair for pair, row in PAIRS.items() if row["label"] == "same"}
DIFFERENT = {pair for pair, row in PAIRS.items() if row["label"] == "different"}


@pytest.fixture(scope="module")
def offered(graph_of: Callable[..., Graph]) -> set[Pair]:
    every = {key: facts for number, row in enumerate(ROWS) for key, facts, _ in documents(number, row)}
    graph = graph_of(every.items())
    return {each.pair for kind in ("person", "body") for each in find(graph, kind)}  # type: ignore[arg-type]


def test_there_are_enough_pairs_of_each_sort() -> None:
    assert len(PAIRS) == len(ROWS) >= 250
    assert (len(SAME), len(DIFFERENT)) == (166, 93)


def test_nothing_different_is_merged_by_itself() -> None:
    assert [pair for pair in DIFFERENT if pair[0] == pair[1]] == []


def test_what_is_one_is_offered(offered: set[Pair]) -> None:
    missing = [PAIRS[pair]["one"] for pair in SAME if pair[0] != pair[1] and pair not in offered]
    assert len(missing) <= 0.05 * len(SAME), missing


def test_little_else_is_offered(offered: set[Pair]) -> None:
    """Any other two of the five hundred names count as two."""
    wrong = offered - SAME
    assert len(wrong) <= 0.05 * len(offered), sorted(wrong)


def test_those_who_were_listed_together_are_not_offered(offered: set[Pair]) -> None:
    together = {pair for pair, row in PAIRS.items() if row["other_at"] == "together"}
    assert len(together) == 3
    assert not together & offered


def test_the_same_name_in_two_counties_is_offered_only_where_more_is_shared(offered: set[Pair]) -> None:
    apart = {pair: row["label"] for pair, row in PAIRS.items() if row["one_at"][:2] != row["other_at"][:2]}
    listed = {pair: label for pair, label in apart.items() if PAIRS[pair]["other_at"] != "together"}
    assert {pair for pair, label in listed.items() if label == "same"} == listed.keys() & offered
    assert len(listed) == 7
