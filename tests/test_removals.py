"""Names that are known by their digests alone: what counts as the name, what is hidden, what a file may say."""

import pickle

import pytest

from samverkan.errors import RemovalError
from samverkan.facts import Attendance, Evidence, Facts, Meeting, Mention, Relation
from samverkan.hiding import hidden
from samverkan.removals import COLUMNS, REASON, Hider, Removals, digest_of, is_full_name, load, parse, removal, written

HIDER = Hider(frozenset([digest_of("Åsa Lindqvist"), digest_of("Ann-Lis von Ek")]))


def blank(text: str) -> str:
    """What is left of a text in which both names were found before."""
    return HIDER.within("Åsa Lindqvist och Ann-Lis von Ek")(text)[0]


@pytest.mark.parametrize(
    "written_form",
    [
        "Åsa Lindqvist", "ÅSA LINDQVIST", "Åsa Lindqvists", "Lindqvist, Åsa", "Lindqvist Åsa", "Åsa\nLindqvist",
        "Åsa\tLindqvist", "asa.lindqvist", "asa_lindqvist", "asa-lindqvist",
        "Å. Lindqvist", "Å Lindqvist", "Åsa L.", "Ann-Lis von Ek", "Ann Lis von Ek", "von Ek, Ann-Lis",
    ],
)  # fmt: skip
def test_a_name_is_hidden_however_it_is_written(written_form: str) -> None:
    assert not any(sign.isalpha() for sign in blank(f"§ 3 {written_form} – 4"))


@pytest.mark.parametrize(
    "other",
    [
        "Åsa Lindqvist-Berg", "Eva-Åsa Lindqvist", "Åsa (M) Lindqvist", "Erik Lindqvist", "Åsa Ek", "Ann Ek",
        "Lindqvist", "Åsas Lindqvist", "Asalindqvist", "Lis von Ek",
    ],
)  # fmt: skip
def test_other_names_stay(other: str) -> None:
    assert blank(f"§ 3 {other}") == f"§ 3 {other}"


def test_short_forms_are_hidden_only_where_the_full_name_stands() -> None:
    assert HIDER.hidden("Å. Lindqvist yrkar bifall.") == "Å. Lindqvist yrkar bifall."
    assert HIDER.hidden("Åsa Lindqvist. Å. Lindqvist yrkar bifall.") == "███ █████████. ██ █████████ yrkar bifall."


def test_every_place_stays_true_and_tells_why() -> None:
    made, [passage] = HIDER.within("")("Hej Åsa Lindqvist!")
    assert made == "Hej ███ █████████!"
    assert (passage.start, passage.end, passage.reason) == (4, 17, REASON)


def test_a_removal_of_one_county_holds_there_alone() -> None:
    removed = Removals((removal("Bo Ek", "Ann", "Asked", county="12"),))
    assert removed.of("bo_ek", "12") is not None
    assert removed.of("bo_ek", "10") is None
    assert removed.hider("12").hidden("Bo Ek") == "██ ██"
    assert removed.hider("10").hidden("Bo Ek") == "Bo Ek"


def test_facts_lose_rows_and_offices_of_who_was_removed() -> None:
    facts = Facts(
        meeting=Meeting(chair="Åsa Lindqvist", secretary="Bo Alm"),
        attendance=(Attendance("Bo Alm"), Attendance("Åsa Lindqvist")),
        mentions=(Mention("Åsa Lindqvist", "person"),),
        relations=(Relation("Åsa Lindqvist", "chairs", "Rådet"), Relation("Rådet", "part of", "Region Skåne")),
    )
    made = hidden(facts, None, HIDER.within())
    assert made.meeting == Meeting(secretary="Bo Alm")
    assert made.attendance == (Attendance("Bo Alm"),)
    assert made.mentions == ()
    assert made.relations == facts.relations[1:]


def test_a_quote_that_ends_within_a_longer_name_is_what_the_text_says() -> None:
    text = "Åsa Lindqvist-Berg"
    facts = Facts(mentions=(Mention("Rådet", "body", evidence=Evidence(0, 13, "Åsa Lindqvist", "x.y", 1.0)),))
    assert hidden(facts, text, HIDER.within(text)) == facts


@pytest.mark.parametrize("name", ["Ek", "B. Ek", "Bo E", "", "a b c d e f g"])
def test_only_full_names_are_removed(name: str) -> None:
    assert not is_full_name(name)
    with pytest.raises(RemovalError, match="no full name"):
        removal(name, "Ann", "Asked")


@pytest.mark.parametrize(
    ("who", "why", "message"),
    [
        ("Bo Ek", "Asked", "who has the name in it"),
        ("Ann", "Ek, Bo asked", "why has the name in it"),
        ("", "Asked", "who is empty"),
        ("Ann", " ", "why is empty"),
    ],
)
def test_a_removal_says_who_and_why_and_never_the_name(who: str, why: str, message: str) -> None:
    with pytest.raises(RemovalError, match=message):
        removal("Bo Ek", who, why)


def test_a_file_is_read_as_it_was_written_and_holds_no_name() -> None:
    rows = (removal("Bo Ek", "Ann", "Asked, case 3", "12", "2026-11-22"),)
    text = written(rows)
    assert parse(text, "x").rows == rows
    assert "Ek" not in text
    assert pickle.loads(pickle.dumps(Removals(rows))) == Removals(rows)  # worker processes are sent it


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("k,Bo Ek,,Ann,2026-01-01,Asked", "digest is 'Bo Ek'"),
        (f"k,{digest_of('Bo Ek')},,Ann,yesterday,Asked", "when is 'yesterday'"),
        (f"k,{digest_of('Bo Ek')},,,2026-01-01,Asked", "key, who or why is empty"),
        ("k,x", "has not 6 values"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(row: str, message: str) -> None:
    with pytest.raises(RemovalError, match=f"f.csv, line 2: .*{message}"):
        parse(f"{','.join(COLUMNS)}\n{row}\n", "f.csv")


def test_no_file_is_no_removals(tmp_path: object) -> None:
    from pathlib import Path

    assert not load(Path(str(tmp_path)) / "none.csv")


def test_the_digest_of_all_rows_tells_no_name() -> None:
    one, other = (Removals((removal("Bo Ek", "Ann", "Asked", when="2026-01-01"),)) for _ in range(2))
    assert one.digest != other.digest  # the keys differ by chance, so a guessed name cannot be compared
