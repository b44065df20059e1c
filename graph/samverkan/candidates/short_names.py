"""What people are called for short: Kicki is Christina, P-O is Per-Olof. From the register's table."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from samverkan.candidates.sounds import given_sound
from samverkan.names import given_names
from samverkan.resources import folder


@cache
def full_sounds() -> Mapping[str, frozenset[str]]:
    """The full names that a short one may mean, all by their sound."""
    found: dict[str, set[str]] = defaultdict(set)
    with (folder("data/register") / "short_names.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[given_sound(row["short"])].update(map(given_sound, row["full"].split("|")))
    return {short: frozenset(fulls) for short, fulls in found.items()}


@cache
def known_sounds() -> frozenset[str]:
    """How the given names that are usual in Sweden sound."""
    return frozenset(map(given_sound, given_names()))


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two given names, by their sounds, is a short form of the other.

    >>> is_short_for(given_sound("Kicki"), given_sound("Kristina")), is_short_for("kiki", "lars")
    (True, False)
    """
    table = full_sounds()
    return other in table.get(one, ()) or one in table.get(other, ())
