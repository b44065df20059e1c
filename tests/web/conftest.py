"""A small published graph of invented documents, and the site over it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import invented
import pytest
from flask import Flask
from flask.testing import FlaskClient
from fpdf import FPDF
from invented import BASE, SCRIPT, TURNED
from sharing import made_once
from werkzeug.serving import make_server

from samverkan import (
    acting,
    amending,
    build,
    correcting,
    curating,
    dumping,
    facts_json,
    publish,
    resources,
    reviewing,
    triples,
)
from samverkan.identity import path_part
from samverkan.judgements import pair_key
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import open_current
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.site import Site

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published snapshot of the invented documents, the register and the ontology."""

    def make(folder: Path) -> None:
        store = OxigraphStore()
        store.bulk_load(triples.ontology_quads())
        store.bulk_load(triples.register_quads(shipped(), BASE))
        invented.load(store)
        publish.publish(store, folder / "published")
        dumping.dump(Settings(data=folder, base=BASE))

    return made_once(tmp_path_factory, "graph", make) / "published"


TOKEN = "0123456789abcdef"


@dataclass(frozen=True)
class Whole:
    """A site with all that can be switched on, where it listens; its graph, files and curators are hostile too."""

    address: str
    app: Flask
    settings: Settings
    pair: str  # of persons, to be judged


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """A site with curators, originals and a history, over the invented documents and a PDF file."""
    folder = made_once(tmp_path_factory, "whole", _make_whole)
    settings = _settings(folder)
    serving = open_current(folder / "published")
    pool = QueryPool(folder / "published", workers=1)
    made = create_app(Site(lambda: serving, Addresses(BASE), pool), settings)
    with _listening(made) as address:
        yield Whole(address, made, settings, (folder / "pair").read_text("utf-8"))
    pool.close()
    serving.close()


def _settings(folder: Path) -> Settings:
    return Settings(
        data=folder, base=BASE, curators=f'Ann "{SCRIPT}" Ek={TOKEN}', originals=str(folder / "originals"),
        judgements=str(folder / "judgements.csv"), corrections=str(folder / "corrections"),
        removals=str(folder / "removals.csv"), contact_email="ann@example.org", publisher=f"Kansliet {SCRIPT}",
    )  # fmt: skip


def _make_whole(folder: Path) -> None:
    """Publish the invented documents and a PDF file twice, and judge and correct some of it."""
    settings, store = _settings(folder), OxigraphStore()
    build.load(build.inputs([_pdf(folder / "filen.pdf")]), store, settings)
    publish.publish(store, folder / "published")
    invented.load(store)
    graph = triples.document_graph("hostile", BASE)
    curating.note(store, curating.Write("put", graph.value, f"Bo {SCRIPT}", f"Skäl {SCRIPT} {TURNED}"), BASE)
    publish.publish(store, folder / "published")
    dumping.dump(settings)
    (folder / "pair").write_text(_acts(store, settings), "utf-8")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site over the five sample documents listens."""

    def make(folder: Path) -> None:
        store = OxigraphStore()
        build.load(build.inputs([resources.folder("data/documents")]), store, Settings(data=folder, base=BASE))
        publish.publish(store, folder / "published")

    folder = made_once(tmp_path_factory, "samples", make)
    settings = Settings(data=folder, base=BASE)
    serving = open_current(folder / "published")
    pool = QueryPool(folder / "published", workers=1)
    with _listening(create_app(Site(lambda: serving, Addresses(BASE), pool), settings)) as address:
        yield address
    pool.close()
    serving.close()


def _pdf(path: Path) -> Path:
    """A PDF file of two pages with a name that tries to break out."""
    pdf = FPDF()
    for lines in (
        ("Styrgruppen Norr", "Minnesanteckningar 2024-06-11", "", "Närvarande:", "Bo Lind, Eslöv",
         f"Eva {SCRIPT} Ek, Svalöv"),
        ("2 Beslut", "Styrgruppen ställer sig bakom planen för nära vård."),
    ):  # fmt: skip
        pdf.add_page()
        pdf.set_font("Helvetica", size=12)
        for line in lines:
            pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))
    return path


def _acts(store: OxigraphStore, settings: Settings) -> str:
    """A verdict and a correction whose every word tries to break out; the pair that was judged."""
    who, why = f"Cia {SCRIPT}", f'{TURNED} "{SCRIPT}" javascript:alert(4)'
    graph = acting.candidates_graph(store, settings)
    one, other = reviewing.sides(graph, [f"person/12/{path_part(f'Eva {SCRIPT}')}", f"person/12/{path_part(TURNED)}"])
    made = reviewing.decide(reviewing.file_of(settings), graph, one, other, "unsure", who=who, why=why)
    paper = amending.paper(store, "hostile", BASE)
    seat = next(each for each in paper.stated() if each.kind == "memberships")
    row = facts_json.row_json(seat.row)
    correction = amending.correction("confirm", "hostile", seat.kind, row, who=who, why=why, quote=seat.quote)
    amending.record(correcting.folder_of(settings), correction, paper)
    return pair_key(made.pair)


@contextmanager
def _listening(app: Flask) -> Iterator[str]:
    """Where an app listens, on loopback, as long as it does."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


@pytest.fixture(scope="session")
def app(snapshots: Path) -> Iterator[Flask]:
    """The site over the published graph."""
    store = open_current(snapshots)
    pool = QueryPool(snapshots, workers=1)
    yield create_app(Site(lambda: store, Addresses(BASE), pool), Settings(base=BASE, data=snapshots.parent))
    pool.close()
    store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client without cookies or wishes."""
    return app.test_client()


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    """Where the site listens, on loopback."""
    with _listening(app) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A headless Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"NO CHROMIUM at {CHROMIUM}: apt-get install chromium, or set CHROMIUM to where it is")
    playwright = pytest.importorskip("playwright.sync_api", reason="NO PLAYWRIGHT: pip install playwright")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()
