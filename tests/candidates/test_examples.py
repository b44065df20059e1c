"""The examples in the modules that know of Swedish names hold as they stand."""

import doctest

import pytest

from samverkan import judgements
from samverkan.candidates import bodies, people, short_names, sounds, surnames


@pytest.mark.parametrize(
    "module", [bodies, judgements, people, short_names, sounds, surnames], ids=lambda m: m.__name__
)
def test_the_examples_of_a_module_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert (failed, tried > 0) == (0, True)


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Anna Lindkvist", "Anna Lindqvist", "sounds alike"), ("Lasse Ek", "Lars Ek", "short name"),
        ("P-O Ek", "Per-Olof Ek", "initial"), ("Ek, Anna", "Anna Ek", "order"), ("Anna von Ek", "Anna Ek", "particle"),
        ("Per Ek", "Per Stig Ek", "part of a double name"), ("Siv Borg Ek", "Siv Ek", "another surname"),
        ("Maria Ek", "Marie Ek", ""), ("Anna Lindberg", "Anna Lundqvist", ""), ("Anna Ek", "Anna", ""),
        ("", "Bo Ek", ""),
    ],
)  # fmt: skip
def test_in_what_two_names_of_persons_are_alike(one: str, other: str, code: str) -> None:
    for pair in ((one, other), (other, one)):
        value, reasons = people.likeness(*pair)
        assert (value > 0, code in [each.code for each in reasons]) == (bool(code), bool(code))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Rådet för folkhälsa", "Folkhälsorådet", True), ("Bussrådet", "Bussnämnden", False),
        ("Norra rådet", "Södra rådet", False),
        ("Chefsgrupp Ådal", "CGÅ", True), ("Chefsgrupp Ådal", "CÅG", False), ("Grupp 1", "Grupp 2", False),
        ("Rådet för barn", "Rådet", False), ("", "Rådet", False), ("och", "för", False),
    ],
)  # fmt: skip
def test_whether_two_names_of_bodies_are_alike(one: str, other: str, alike: bool) -> None:
    assert {bodies.likeness(one, other)[0] > 0, bodies.likeness(other, one)[0] > 0} == {alike}
