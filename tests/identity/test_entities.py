"""Paths: a name becomes a part of an identifier, and two names never the same one by accident."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from samverkan.identity.entities import folded, path_of, path_part


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Ann Ek", "ann_ek"),
        ("Örjan Åsén-Öst", "örjan_åsén-öst"),
        ("e\u0301", "é"),
        ("  Två  ord ", "två_ord"),
        ("psykiatri/missbruk", "psykiatri~2fmissbruk"),
        ("§ 1–5", "~a7_1~20135"),
        ("a~b", "a~7eb"),
        ("100 %", "100_~25"),
        ("..", "~2e~2e"),
        ("", "~"),
        ("\x00", "~0"),
        ("😀", "~1f600"),
        ("000_2c2b", "000_2c2b"),
    ],
)
def test_a_name_becomes_a_part_of_a_path(name: str, part: str) -> None:
    assert path_part(name) == part


@given(st.text(), st.text())
def test_two_names_share_a_path_only_where_they_differ_in_case_and_blanks(one: str, other: str) -> None:
    same = folded(one).replace(" ", "_") == folded(other).replace(" ", "_")
    assert (path_part(one) == path_part(other)) == same


@given(st.text())
def test_every_name_makes_a_valid_identifier_of_one_part(name: str) -> None:
    part = path_part(name)
    assert re.fullmatch(r"[\w~-]+", part)
    assert NamedNode(f"https://example.org/{part}").value.endswith(part)


def test_empty_parts_are_left_out() -> None:
    assert path_of("body", "98", "", "Ådals råd") == "body/98/ådals_råd"
