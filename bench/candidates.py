"""How long it takes to find who may be one among many, and how many of all pairs are looked at.

Run from the project's folder: `python bench/candidates.py [PERSONS]` (10,000 without). The persons are invented: given
names usual in Sweden, some much more so than others, with fathers' names and names of two halves, all in one county,
each three times in rosters of twenty. All of them are different, so each pair that is offered is a false alarm.
"""

import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from samverkan import publish, triples
from samverkan.candidates import Graph, find, finding, people, surnames
from samverkan.facts import Attendance, Body, Facts, Meeting
from samverkan.identity import index_of
from samverkan.judgements import NONE
from samverkan.names import given_names
from samverkan.register import shipped
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current

BASE = "https://example.org/id/"


def invented(number: int, chance: random.Random) -> list[str]:
    """So many different names."""
    given = sorted(given_names())
    chance.shuffle(given)
    weights = [1 / (place + 1) ** 0.7 for place in range(len(given))]
    halves = [(one + other).capitalize() for one in sorted(surnames.FIRST) for other in sorted(surnames.LAST)[:60]]
    fathers = [f"{name}sson".replace("sss", "ss").capitalize() for name in sorted(surnames.FATHERS)]
    names: set[str] = set()
    while len(names) < number:
        family = chance.choice(fathers if chance.random() < 0.4 else halves)
        names.add(f"{chance.choices(given, weights)[0]} {family}")
    return sorted(names)


def main(number: int) -> None:
    """Print what was measured."""
    chance = random.Random(4)
    names = invented(number, chance) * 3
    chance.shuffle(names)
    places = [each.name for each in shipped().municipalities if each.county_code == "14"]
    store = OxigraphStore()
    store.bulk_load(triples.register_quads(shipped(), BASE))
    for start in range(0, len(names), 20):
        rows = tuple(Attendance(name, chance.choice(places)) for name in names[start : start + 20])
        meeting = Meeting(f"20{chance.randrange(10, 27)}-03-{chance.randrange(10, 29)}")
        body = Body(f"Samrådet {chance.randrange(400)}", organisations=("Västra Götalandsregionen",))
        facts = Facts(body=body, meeting=meeting, attendance=rows)
        key = f"d{start}"
        store.bulk_load(triples.document_quads(facts, key=key, text=None, digest=None, register=shipped(), base=BASE))
    with TemporaryDirectory() as folder:
        publish.publish(store, Path(folder))
        graph = Graph(open_current(Path(folder)), BASE, index_of(shipped()), NONE)
        pairs = finding._pairs(finding._things(graph, "person").values(), people.keys, apart=False)
        wall, processor = time.perf_counter(), time.process_time()
        found = find(graph, "person")
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        every = number * (number - 1) // 2
        print(f"{number:,} persons, {len(pairs):,} of {every:,} pairs compared, {len(found)} offered")
        print(f"{processor:.1f} s of one processor, {wall:.1f} s by the clock")
        graph.store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
