"""What each kind of page costs: server time when it is new and when it is kept, its size, and the queries it asks.

Run from the project's folder: `python bench/pages.py [DOCUMENTS] [FOLDER]`, 1000 documents without a number. The graph
is that of `collaboration.py`, of `crowd.py` (one body larger than any) and of the sample documents; where FOLDER holds
one already, that is measured. Of each kind of thing the page of a middling one is asked for and of the one of which
most is said. Times are milliseconds until the answer is there, without the network: `first` with nothing read yet,
`new` the quickest of several not kept, `kept` once it is; `cpu` is what `new` takes of the processor in the process
that answers. `!` marks what misses: new 100 ms, kept 10 ms, 200 kB.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import collaboration
import crowd
from flask import Flask
from flask.testing import FlaskClient

from samverkan import picturing, publish, triples
from samverkan.build import inputs, load
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import live_folder, published_folder
from samverkan.store.oxigraph import Answer, OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import open_current
from samverkan.vocabulary import RDFS, SAMV
from samverkan_web.addresses import Addresses
from samverkan_web.app import make_app
from samverkan_web.kept_pages import KeptPages
from samverkan_web.site import Site

SAMPLES = Path("data/documents")
ROUNDS = 5
WANTED = {"new": 100.0, "kept": 10.0, "kB": 200.0}
KINDS = (
    "person", "body", "municipality", "region", "county", "organisation", "meeting", "document", "plan", "strategy",
)  # fmt: skip
PAGES = (
    "", "search", "search?kind=person", "search?q=samverkansr", "search?kind=meeting&year=2015",
    "search?kind=body&view=timeline", "search?kind=body&view=map", "suggest.json?q=sam", "questions",
    "questions/who-sits-on", "questions/who-sits-on?body={body}", "questions/attendance", "questions/open-assignments",
    "questions/follow-a-matter?text=plan", "remiss", "remiss?on=2026-01-01", "assignments", "coverage", "map",
    "networks", "networks/people", "networks/bodies", "network/{body_path}", "network/{person_path}",
    "report/{fact_path}", "sparql", "downloads", "changes", "ontology", "about", "privacy", "accessibility", "api",
)  # fmt: skip


class Cost(NamedTuple):
    """What a page costs: milliseconds, kilobytes, queries."""

    first: float
    new: float
    cpu: float
    kept: float
    size: float
    queries: int


def main(size: int, folder: Path) -> None:
    settings = Settings(data=folder)
    if not published_folder(settings).exists():
        build(size, settings)
    with closing(open_current(published_folder(settings))) as store:
        addresses = Addresses(settings.base)
        pool = QueryPool(published_folder(settings), base=settings.base)
        site = Site(lambda: store, addresses, pool)
        print(f"{store.snapshot.contents.quads:,} quads")
        print(f"{'page':62}{'first':>9}{'new':>9}{'cpu':>9}{'kept':>9}{'kB':>8}{'queries':>9}")
        client = compiled(make_app(site, settings, KeptPages()))
        for name, path in addresses_of(store, addresses):
            tell(name, cost(client, f"/sv/{path}"))
        pool.close()


def build(size: int, settings: Settings) -> None:
    """Make, load and publish the graph."""
    register = shipped()
    store = OxigraphStore(live_folder(settings))
    made = chain(collaboration.documents(size, register), crowd.documents(register))
    documents = (
        triples.document_quads(
            each.facts, key=each.key, text=each.text, digest="0" * 64, register=register, base=settings.base
        )
        for each in made
    )
    store.bulk_load(chain.from_iterable(documents))
    load(inputs([SAMPLES]), store, settings)
    publish.publish(store, published_folder(settings))
    store.close()
    picturing.picture(settings)  # as the site has it done after each publication


def addresses_of(store: OxigraphStore, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Each page with its name and its path."""
    largest: dict[str, str] = {}
    for kind in KINDS:
        found = things(store, addresses, kind)
        if found:
            largest[kind] = found[-1]
            yield f"{kind}, middling", found[len(found) // 2]
            yield f"{kind}, the largest", found[-1]
    yield "body on a day", f"{largest['body']}?on=2015-06-01"
    names = {f"{kind}_path": path for kind, path in largest.items()}
    names |= {kind: addresses.iri(path) for kind, path in largest.items()}
    names["fact_path"] = next(
        path
        for (each,) in store.select(f"SELECT ?f {{ ?f {SAMV.mentions} ?x }} LIMIT 1").rows
        if (path := addresses.path(each.value))  # type: ignore[union-attr]
    )
    yield "statement", names["fact_path"]
    for page in PAGES:
        yield "start" if not page else page.format(**names), page.format(**names)


def things(store: OxigraphStore, addresses: Addresses, kind: str) -> list[str]:
    """The paths of the things of a kind, by how many statements point to each."""
    rows = store.select(
        f"SELECT ?x (COUNT(?f) AS ?n) {{ ?x {RDFS.label} ?name "
        f"FILTER (STRSTARTS(STR(?x), '{addresses.base}{kind}/')) ?f ?says ?x ; {SAMV.inDocument} ?d }} "
        "GROUP BY ?x ORDER BY ?n ?x"
    ).rows
    paths = [addresses.path(row[0].value) or "" for row in rows]  # type: ignore[union-attr]
    return [path for path in paths if kind != "document" or path.count("/") == 1]  # below a document is a statement


def compiled(app: Flask) -> FlaskClient:
    """Who asks the app, whose templates are compiled already."""
    for name in app.jinja_env.list_templates(["html"]):
        app.jinja_env.get_template(name)
    return app.test_client()


def cost(client: FlaskClient, path: str) -> Cost:
    """What a page costs; asked again with a word that nothing reads, it is made anew."""
    joined = "&" if "?" in path else "?"
    first, _, size, queries = asked(client, path)
    kept = min(asked(client, path)[0] for _ in range(ROUNDS))
    new, cpu, *_ = min(asked(client, f"{path}{joined}again={each}") for each in range(ROUNDS))
    return Cost(first, new, cpu, kept, size, queries)


def asked(client: FlaskClient, path: str) -> tuple[float, float, float, int]:
    """The milliseconds of an answer, those of the processor, its kilobytes, and how many queries it made."""
    before, began, worked = Counted.queries, time.perf_counter(), time.process_time()
    answer = client.get(path)
    took, cpu = time.perf_counter() - began, time.process_time() - worked
    if answer.status_code != 200:
        print(f"{path}: {answer.status}")
    return took * 1000, cpu * 1000, len(answer.data) / 1000, Counted.queries - before


class Counted:
    """How many queries were asked of the graph."""

    queries = 0


def counting() -> None:
    """Count the queries of all stores and pools from now on."""
    evaluate, answer = OxigraphStore.evaluate, QueryPool.answer

    def counted(self: OxigraphStore, *given: object) -> Answer:
        Counted.queries += 1
        return evaluate(self, *given)  # type: ignore[arg-type]

    def counted_too(self: QueryPool, *given: object, **more: object) -> object:
        Counted.queries += 1
        return answer(self, *given, **more)  # type: ignore[arg-type]

    OxigraphStore.evaluate = counted  # type: ignore[method-assign, assignment]
    QueryPool.answer = counted_too  # type: ignore[method-assign, assignment]


def tell(name: str, found: Cost) -> None:
    """Print a line of the table."""
    cells = {"first": found.first, "new": found.new, "cpu": found.cpu, "kept": found.kept, "kB": found.size}
    words = [f"{value:.1f}{'!' if value > WANTED.get(key, value) else ' '}" for key, value in cells.items()]
    print(f"{name[:61]:62}{''.join(f'{word:>9}' for word in words[:-1])}{words[-1]:>8}{found.queries:>8}", flush=True)


if __name__ == "__main__":
    counting()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    if len(sys.argv) > 2:
        main(count, Path(sys.argv[2]))
    else:
        with TemporaryDirectory() as temporary:
            main(count, Path(temporary))
