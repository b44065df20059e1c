"""What a visitor wants to see of a network, read from the address: every view of it is an address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from samverkan.errors import ParameterError
from samverkan.network import Choice
from samverkan.network.periods import last_day

_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """A choice of what to see; two dates to compare; whom to look at, and at which step of the time.

    `first` and `second` are compared where both are given.
    """

    choice: Choice = Choice()
    first: str = ""
    second: str = ""
    focus: str = ""
    at: str = ""

    @property
    def compares(self) -> bool:
        """Whether two dates are to be compared."""
        return bool(self.first and self.second)

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return self.compares or self.choice != Choice()

    @property
    def asked(self) -> dict[str, str]:
        """The wish as parameters of an address, without those that ask for nothing."""
        choice = self.choice
        given = {
            "since": choice.since, "until": choice.until, "county": choice.county, "thing": choice.kind,
            "tie": choice.tie, "weight": str(choice.weight) if choice.weight > 1 else "",
            "first": self.first, "second": self.second, "focus": self.focus, "at": self.at,
        }  # fmt: skip
        return {name: value for name, value in given.items() if value}


EVERYTHING: Final = Wish()
"""The wish that leaves nothing out."""


def read(given: Mapping[str, str]) -> Wish:
    """The wish in the parameters of an address; `ParameterError` for what is no date or no number."""
    texts = {
        name: given.get(name, "").strip()[:_LONGEST]
        for name in ("since", "until", "county", "thing", "tie", "weight", "first", "second", "focus", "at")
    }
    for name in ("since", "until", "first", "second"):
        _check(texts[name])
    weight = texts["weight"] or "1"
    if not re.fullmatch(r"\d{1,6}", weight, re.ASCII):
        raise ParameterError(f"{weight!r} is no whole number")
    choice = Choice(texts["since"], texts["until"], texts["county"], texts["thing"], texts["tie"], max(1, int(weight)))
    return Wish(choice, texts["first"], texts["second"], texts["focus"], texts["at"])


def _check(text: str) -> None:
    if not text:
        return
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(last_day(text))
    except ValueError as error:
        raise ParameterError(f"{text!r} is no date; write a day, a month or a year as 2021-09-07") from error
