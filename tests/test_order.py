"""The graph does not depend on the order of its documents, nor on how many processes read them."""

import random
from collections.abc import Iterator
from concurrent.futures import Executor
from hashlib import sha256
from pathlib import Path

import pytest

from samverkan import build
from samverkan.jobs import Workers
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore

ROOT = Path(__file__).resolve().parents[1]
JUDGED = """one,one_name,other,other_name,verdict,who,when,why
person/12/jacqueline_maly,Jacqueline Maly,person/12/jaqueline_maly,Jaqueline Maly,same,Ann Ek,2031-01-01,Samma organ.
person/13/ronny_löfquist,Ronny Löfquist,person/13/ronnie_löfquist,Ronnie Löfquist,same,Ann Ek,2031-01-01,Samma organ.
organisation/skånes_kommuner,Skånes Kommuner,organisation/skåne_nordost,Skåne Nordost,different,Ann Ek,2031-01-01,Två.
"""


@pytest.fixture(scope="module")
def four() -> Iterator[Workers]:
    with Workers(4) as workers:
        yield workers


def digest(documents: list[build.Input], settings: Settings, executor: Executor | None) -> tuple[int, str]:
    """How many quads documents give, and a digest of their sorted N-Quads."""
    store = OxigraphStore()
    done = build.load(documents, store, settings, executor=executor)
    assert [each.reason for each in done if each.outcome == "failed"] == []
    lines = sorted(f"{quad} .\n" for quad in store.quads())
    return len(lines), sha256("".join(lines).encode()).hexdigest()


def test_ten_orders_in_one_process_and_in_four_give_the_same_graph(shared: Path, tmp_path: Path, four: Workers) -> None:
    """Facts of the reference corpora with their texts, and the samples read by rule, with judgements."""
    (tmp_path / "judgements.csv").write_text(JUDGED, "utf-8")
    settings = Settings(data=tmp_path, judgements=str(tmp_path / "judgements.csv"))
    documents = build.inputs([shared / "corpus" / "dev", shared / "corpus" / "seeds", ROOT / "data" / "documents"])
    documents = [each for each in documents if each.key not in ("README", "SOURCES", "NOTES")]
    assert len(documents) == 26
    chance = random.Random(4)
    orders = [chance.sample(documents, len(documents)) for _ in range(10)]
    found = {digest(order, settings, four if number % 2 else None) for number, order in enumerate(orders)}
    assert len(found) == 1
    assert next(iter(found))[0] > 15_000
