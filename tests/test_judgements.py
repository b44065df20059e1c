"""Judgements: what rows say, what follows from them in whatever order, and what is refused with the rows named."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan import judgements
from samverkan.errors import JudgementError
from samverkan.identity import index_of
from samverkan.judgements import COLUMNS, Judgement, Judgements, Verdict, load, parse, settle, written
from samverkan.register import shipped
from samverkan.resources import folder

HEADER = ",".join(COLUMNS)


def row(one: str, other: str, verdict: Verdict = "same", when: str = "2031-01-01", line: int = 0) -> Judgement:
    """A row on two persons of county 98, known by their initials."""
    return Judgement(
        f"person/98/{one}",
        one.upper(),
        f"person/98/{other}",
        other.upper(),
        verdict,
        "Ann Ek",
        when,
        "Det vet jag.",
        line,
    )


def kept(judged: Judgements) -> dict[str, str]:
    return {path.removeprefix("person/98/"): to.removeprefix("person/98/") for path, to in judged.kept.items()}


def test_same_keeps_the_one_and_different_and_unsure_keep_both() -> None:
    judged = settle([row("a", "b"), row("c", "d", "different"), row("e", "f", "unsure")])
    assert kept(judged) == {"b": "a"}
    assert judged.names == {"person/98/a": "A"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("a", "b"), row("b", "c")], {"b": "a", "c": "a"}),
        ([row("b", "c"), row("b", "a")], {"a": "b", "c": "b"}),
        ([row("a", "c"), row("b", "c", when="2031-01-02")], {"a": "b", "c": "b"}),
        ([row("a", "c", when="2031-01-02"), row("b", "c")], {"b": "a", "c": "a"}),
        ([row("a", "c"), row("b", "c")], {"a": "b", "c": "b"}),
        ([row("a", "b"), row("b", "c"), row("c", "a", when="2031-01-02")], {"a": "c", "b": "c"}),
        ([row("a", "b"), row("c", "d")], {"b": "a", "d": "c"}),
    ],
    ids=[
        "a chain", "one keeps two", "two keep one: the later", "the later, other way", "equally late: by path",
        "a ring: the latest", "two groups",
    ],
)  # fmt: skip
def test_one_stands_for_a_group(rows: list[Judgement], expected: dict[str, str]) -> None:
    assert kept(settle(rows)) == expected


def test_what_stands_in_the_register_is_kept_whatever_the_row_says() -> None:
    known = {"person/98/b"}
    judged = settle([row("a", "b"), row("c", "a")], known)
    assert kept(judged) == {"a": "b", "c": "b"}
    assert judged.names == {}
    with pytest.raises(JudgementError, match=r"line 2 make person/98/a and person/98/b one, but both stand in the reg"):
        settle([row("a", "b", line=2)], {"person/98/a", *known})


def test_the_latest_row_of_a_pair_holds_and_without_it_the_one_before() -> None:
    first = row("a", "b", when="2031-01-01")
    later = row("b", "a", "different", when="2031-01-01T10:00:00+02:00")
    assert kept(settle([later, first])) == {}
    assert kept(settle([first])) == {"b": "a"}
    assert settle([later, first]).verdict("person/98/a", "person/98/b") == "different"


def test_two_verdicts_of_one_moment_are_refused_unless_they_say_the_same() -> None:
    twice = [row("a", "b", line=2), row("a", "b", line=3)]
    assert kept(settle(twice)) == {"b": "a"}
    with pytest.raises(JudgementError, match=r"lines 2, 3 say different things of person/98/a and person/98/b"):
        settle([twice[0], row("a", "b", "unsure", line=3)])


def test_a_contradiction_names_the_rows() -> None:
    rows = [row("a", "b", line=2), row("x", "y", line=3), row("b", "c", line=4), row("c", "a", "different", line=5)]
    with pytest.raises(
        JudgementError, match=r"^file: line 5 says that C \(person/98/c\) .* but lines 2, 4 make them one"
    ):
        settle(rows, where="file")
    with pytest.raises(JudgementError, match=r"line 5 says .* but lines 2, 4 make"):
        settle(rows[::-1])
    assert kept(settle(rows[:3])) == {"b": "a", "c": "a", "y": "x"}


def test_unsure_about_two_that_others_join_is_no_contradiction() -> None:
    assert kept(settle([row("a", "b"), row("b", "c"), row("a", "c", "unsure")])) == {"b": "a", "c": "a"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("a", "b", "same"), ("b", "c", "same"), ("a", "d", "different"), ("c", "d", "different"), ("a", "e", "unsure"),
        ("d", "e", None), ("q", "z", None),
    ],
)  # fmt: skip
def test_what_is_said_of_one_is_said_of_all_that_it_stands_for(one: str, other: str, verdict: Verdict | None) -> None:
    judged = settle([row("a", "b"), row("a", "c"), row("d", "b", "different"), row("c", "e", "unsure")])
    for pair in ((one, other), (other, one)):
        assert judged.verdict(*(f"person/98/{each}" for each in pair)) == verdict


LETTERS = st.sampled_from("abcdefg")
ROWS = st.lists(
    st.builds(
        row, LETTERS, LETTERS, st.sampled_from(judgements.VERDICTS), st.integers(1, 28).map("2031-01-{:02}".format)
    ),
    max_size=8,
).map(lambda rows: [each for each in rows if each.one != each.other])


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(rows: list[Judgement], chance: random.Random) -> None:
    def outcome(some: list[Judgement]) -> object:
        try:
            judged = settle(some)
        except JudgementError:
            return "refused"
        return judged.kept, judged.names, judged.digest, judged.in_force

    assert outcome(rows) == outcome(chance.sample(rows, len(rows)))


@given(ROWS)
def test_a_file_gives_back_what_was_written(rows: list[Judgement]) -> None:
    assert list(parse(written(rows), "f")) == rows


def test_a_file_that_is_not_there_holds_no_judgements(tmp_path: Path) -> None:
    assert load(tmp_path / "none.csv").rows == ()


GOOD = "person/98/a,A,person/98/b,B,same,Ann,2031-01-01,Därför"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (GOOD.replace("same", "equal"), "line 2: the verdict is 'equal'; use one of same, different, unsure"),
        (GOOD.replace("2031-01-01", "i går"), "line 2: when is 'i går'; write a day or a moment"),
        (GOOD.replace("Därför", " "), "line 2: why is empty"),
        (GOOD.replace("Ann", ""), "line 2: who is empty"),
        (GOOD.replace("person/98/b", "https://example.org/id/person/98/b"), "line 2: other is 'https:"),
        (GOOD.replace("person/98/b", "body/98/b"), "line 2: person/98/a and body/98/b are things of two kinds"),
        (GOOD.replace("person/98/b", "person/98/a"), "line 2: person/98/a is compared with itself"),
        (GOOD.replace("person/98/b", "county/98"), "line 2: other is 'county/98'"),
        (GOOD + ",för mycket", "line 2: this row has not 8 values"),
        ("a,b", "line 2: this row has not 8 values"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "j.csv").write_text(f"{HEADER}\n{line}\n", "utf-8")
    with pytest.raises(JudgementError, match=rf"j\.csv, {re.escape(message)}"):
        load(tmp_path / "j.csv")


def test_another_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "j.csv").write_text(f"who,{HEADER}\n", "utf-8")
    with pytest.raises(JudgementError, match=f"the first line must read {HEADER}"):
        load(tmp_path / "j.csv")


def test_letters_are_the_same_however_they_are_composed() -> None:
    composed, decomposed = (parse(HEADER + "\n" + GOOD.replace("98/a", path), "f") for path in ("98/å", "98/a\u030a"))
    assert composed == decomposed


def test_the_digest_tells_of_every_change() -> None:
    rows = [row("a", "b"), row("c", "d")]
    changes = [replace(rows[0], **{name: "x"}) for name in COLUMNS if name not in ("when", "verdict")]
    changes += [replace(rows[0], when="2031-01-02"), replace(rows[0], verdict="unsure")]
    digests = {Judgements(rows=tuple(each)).digest for each in (rows, rows[:1], *([c, rows[1]] for c in changes))}
    assert len(digests) == 2 + len(COLUMNS)
    assert Judgements(rows=tuple(rows)).digest == Judgements(rows=tuple(rows[::-1])).digest


def test_the_shipped_judgements_hold_and_keep_what_the_register_knows() -> None:
    judged = load(folder("data") / "judgements.csv", index_of(shipped()).paths)
    assert judged.kept["body/13/kommunberedningen"] == "body/13/kommun-_och_regionledningsforum"
    assert judged.kept["organisation/kommunförbundet_skåne"] == "organisation/skånes_kommuner"
    assert judged.kept["person/12/carina_lindqvist"] == "person/12/carina_lindkvist"
    assert judged.verdict("agreement/12/hälso-_och_sjukvårdsavtalet", "agreement/14/hälso-_och_sjukvårdsavtalet") == (
        "different"
    )
