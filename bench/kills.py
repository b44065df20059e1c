"""Kill -9 at random moments over load, publish and serve, and what is there afterwards.

Run from the project's folder: `python bench/kills.py [KILLS] [--documents N] [--seed S]`, 6 kills and 12 documents
unless said otherwise; a kill that comes when the load or publication has ended already does not count. A load that is
killed must have lost no document that it told of and leave none half there, and the next must end it; a publication
that is killed must leave what was published before, or what is new; of the site the process that answers, one that
works out queries or the whole is killed, and it must answer again. Meanwhile it is asked all the time, and what it
answers must be right. The exit code is 1 where anything was not so.
"""

import argparse
import os
import random
import signal
import statistics
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from killed import Country, loads, publish, publishes, run_load
from watched import Site, Tally, free_port

from samverkan.settings import Settings


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("kills", type=int, nargs="?", default=6)
    asked.add_argument("--documents", type=int, default=12)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    given = asked.parse_args()
    print(f"{given.kills} kills, {given.documents} documents, seed {given.seed}, load {os.getloadavg()[0]:.1f}")
    tally, chance = Tally(), random.Random(given.seed)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: whatever was begun is ended
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = Settings(data=Path(folder) / "data", port=free_port(), query_seconds=20.0)
        country = Country(Path(folder) / "documents", given.documents, settings)
        tally.took("a whole load", run_load(country, settings, None, 50_000).seconds)
        publish(settings, tally)
        kinds = [KINDS[number % len(KINDS)] for number in range(given.kills)]
        rounds = [(kind, times) for kind, count in Counter(kinds).items() for times in parted(count)]
        chance.shuffle(rounds)
        with Site(settings, given.documents, tally) as site, suppress(KeyboardInterrupt):
            for number, (kind, times) in enumerate(rounds):
                before = len(tally.wrong)
                kill(kind, times, country, settings, site, chance, tally, Path(folder) / f"new-{number}")
                told = "; ".join(tally.wrong[before:]) or "as it should be"
                print(f"{kind:14}{times:3} times: {told}", flush=True)
    tell(tally)
    sys.exit(1 if tally.wrong else 0)


KINDS = (
    "load", "publish", "web process", "load anew", "query worker", "site",
    "load", "publish", "load anew", "publish",
)  # fmt: skip


def parted(count: int, most: int = 4) -> list[int]:
    """A number of kills in rounds of a few, after each of which what was killed is let to its end."""
    return [min(most, count - done) for done in range(0, count, most)]


def kill(
    kind: str,
    times: int,
    country: Country,
    settings: Settings,
    site: "Site",
    chance: random.Random,
    tally: Tally,
    new: Path,
) -> None:
    """Kill something so many times, and look what is there afterwards."""
    for attempt in range(10 * times):
        if kind == "load":
            before = country.graphs
            country.change(chance)
            killed = loads(country, settings, before, chance, tally, times)
        elif kind == "load anew":
            folder = new.with_name(f"{new.name}-{attempt}")
            killed = loads(country, replace(settings, data=folder), {}, chance, tally, times)
        elif kind == "publish":
            killed = publishes(country, settings, chance, tally, times)
        else:
            site.kill(kind, chance)
            killed = 1
        tally.seen[f"kills: {kind}"] += killed
        times -= killed
        if not times:
            return
    tally.wrong.append(f"{kind}: {times} kills always came too late")


def tell(tally: Tally) -> None:
    for what, count in sorted(tally.seen.items()):
        print(f"{what:60}{count:>9,}")
    for what, seconds in sorted(tally.seconds.items()):
        print(f"{what:60}{statistics.median(seconds):>9.1f} s, at most {max(seconds):.1f} s")
    print(f"{'wrong':60}{len(tally.wrong):>9}")
    for each in tally.wrong:
        print(f"  {each}")


if __name__ == "__main__":
    main()
