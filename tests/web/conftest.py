"""A small published graph of invented documents, and the site over it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from fpdf import FPDF
from werkzeug.serving import make_server

from samverkan import (
    acting,
    amending,
    build,
    correcting,
    curating,
    dumping,
    facts,
    facts_json,
    publish,
    resources,
    reviewing,
    triples,
)
from samverkan.facts import Evidence, Facts
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

BASE = "https://example.org/id/"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

COMPOSITION = """Vårdrådet Söder

Rådet består av företrädare för Region Skåne och kommunerna.
Karin Lundberg, ordförande
Erik Sandell, Eslöv, vice ordförande
Maja Holm (M), Svalöv
Vakant
Vakant
Rådet är part i Söderavtalet. Beredningsgrupp Söder bereder rådets ärenden.
"""
MINUTES = """Anteckningar Vårdrådet Söder 5–6 mars 2024

Närvarande: Karin Lundberg, Maja Holm (5 mars), Olle Vikström (adjungerad, kl 13-15)
Frånvarande: Erik Sandell

1 Öppnande
2 a Plan för nära vård
Rådet ställer sig bakom planen.
Olle Vikström får i uppdrag att skriva ett yttrande till den 30 april.
Planen är på remiss hos Eslöv till den 1 juni 2024.
Övrigt: nästa möte hålls i höst.
"""
NEWS = "Nytt om samverkan\n\nIngela Strand, Region Skåne, berättade om Söderavtalet.\n"

# Text that would do something if any page let it.
SCRIPT = "<script>alert(1)</script>"
TURNED = "Anna \u202e\u2066dnargilab"
HOSTILE = f"""Hostile {SCRIPT}
{SCRIPT} och "><img src=x onerror=alert(2)> och {TURNED} och javascript:alert(3)
{{{{ 7 * 7 }}}} {{% raw %}} ' " ` & </textarea></title>
"""


def said(text: str, quote: str, rule: str = "test.rule", confidence: float = 0.95) -> Evidence:
    """The evidence of a quote that stands in a text."""
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote, rule, confidence)


def composition() -> Facts:
    """A page that says who sits on a council."""

    def seat(
        person: str, role: facts.Role, organisation: str, quote: str, party: str | None = None
    ) -> facts.Membership:
        return facts.Membership(
            person, "Vårdrådet Söder", role, organisation, party, evidence=said(COMPOSITION, quote, "composition.list")
        )

    return Facts(
        document=facts.Document("Vårdrådet Söder", "composition"),
        body=facts.Body("Vårdrådet Söder", "political", ("Region Skåne", "kommunerna")),
        memberships=(
            seat("Maja Holm", "member", "Svalöv", "Maja Holm (M), Svalöv", "M"),
            seat("Karin Lundberg", "chair", "Region Skåne", "Karin Lundberg, ordförande"),
            seat("Erik Sandell", "vice chair", "Eslöv", "Erik Sandell, Eslöv, vice ordförande"),
        ),
        vacancies=(
            facts.Vacancy("Vårdrådet Söder", "kommunerna", 2, said(COMPOSITION, "Vakant", "composition.vacant")),
        ),
        relations=(
            facts.Relation(
                "Vårdrådet Söder", "party to", "Söderavtalet",
                evidence=said(COMPOSITION, "Rådet är part i Söderavtalet"),
            ),
            facts.Relation(
                "Beredningsgrupp Söder", "prepares for", "Vårdrådet Söder",
                evidence=said(COMPOSITION, "Beredningsgrupp Söder bereder rådets ärenden"),
            ),
        ),
        mentions=(
            facts.Mention("Söderavtalet", "agreement", evidence=said(COMPOSITION, "Söderavtalet")),
            facts.Mention("Beredningsgrupp Söder", "body", evidence=said(COMPOSITION, "Beredningsgrupp Söder")),
        ),
    )  # fmt: skip


def minutes() -> Facts:
    """The minutes of a meeting of two days."""

    def there(person: str, status: facts.Status = "present", **more: object) -> facts.Attendance:
        return facts.Attendance(
            person=person,
            status=status,
            evidence=said(MINUTES, person, "roster.comma-list"),
            **more,  # type: ignore[arg-type]
        )

    plan = "Plan för nära vård"
    return Facts(
        document=facts.Document("Anteckningar Vårdrådet Söder", "minutes", "2024-03-05"),
        body=facts.Body("Vårdrådet Söder", "political", ("Region Skåne",)),
        meeting=facts.Meeting("2024-03-05", "2024-03-06", "Eslövs stadshus", "in person", "Karin Lundberg"),
        attendance=(
            there("Karin Lundberg", role="chair", organisation="Region Skåne"),
            there("Maja Holm", organisation="Svalöv", dates=("2024-03-05",)),
            there("Olle Vikström", role="guest", time="kl 13-15"),
            there("Erik Sandell", "absent", organisation="Eslöv"),
        ),
        agenda=(
            facts.AgendaItem("Öppnande", "1", evidence=said(MINUTES, "1 Öppnande")),
            facts.AgendaItem(plan, "2 a", "decision", said(MINUTES, "2 a Plan för nära vård")),
        ),
        announced=(
            facts.Announced(
                "2024-09-10", "meeting", "2024-09-11", "Vårdrådet Söder", "budget", "2 a", said(MINUTES, "Övrigt")
            ),
        ),
        decisions=(
            facts.Decision(
                "endorsed", "Rådet ställer sig bakom planen", "2 a", said(MINUTES, "Rådet ställer sig bakom planen")
            ),
            facts.Decision("deferred", "nästa möte hålls i höst", None, said(MINUTES, "nästa möte hålls i höst")),
        ),
        assignments=(
            facts.Assignment(
                ("Olle Vikström",), "skriva ett yttrande", "2 a", "2024-04-30", said(MINUTES, "skriva ett yttrande")
            ),
        ),
        referrals=(
            facts.Referral(plan, ("Eslöv",), "2024-06-01", said(MINUTES, "Planen är på remiss hos Eslöv")),
        ),
    )  # fmt: skip


def news() -> Facts:
    """A news item without a day."""
    return Facts(
        document=facts.Document("Nytt om samverkan", "news"),
        body=facts.Body("Vårdrådet Söder", organisations=("Region Skåne",)),
        mentions=(
            facts.Mention(
                "Ingela Strand", "person", "Region Skåne", evidence=said(NEWS, "Ingela Strand, Region Skåne")
            ),
            facts.Mention("Söderavtalet", "agreement", evidence=said(NEWS, "Söderavtalet", confidence=0.6)),
        ),
    )


def hostile() -> Facts:
    """A document whose every text tries to break out."""
    at = said(HOSTILE, SCRIPT)
    return Facts(
        document=facts.Document(f'Hostile {SCRIPT} "quoted"', "minutes", "2024-05-01"),
        body=facts.Body(f"Nämnden {SCRIPT}", "board", ("Region Skåne",)),
        meeting=facts.Meeting("2024-05-01", "2024-05-01", f"javascript:alert(1) {SCRIPT}"),
        attendance=(
            facts.Attendance(
                TURNED, organisation=f"Bolaget {SCRIPT}", party="'\"><b>", title=SCRIPT, time=SCRIPT, evidence=at
            ),
        ),
        memberships=(facts.Membership(f"Eva {SCRIPT}", f"Nämnden {SCRIPT}", "chair", evidence=at),),
        agenda=(facts.AgendaItem(f"Punkt {SCRIPT}", "1", evidence=at),),
        decisions=(facts.Decision("approved", f"Beslut </textarea></title>{SCRIPT}", "1", evidence=at),),
        assignments=(facts.Assignment((f"Eva {SCRIPT}",), f"uppdrag {SCRIPT}", "1", evidence=at),),
        referrals=(facts.Referral(f"Förslag {SCRIPT}", evidence=at),),
        mentions=(facts.Mention(f"Avtalet {SCRIPT}", "agreement", evidence=at),),
        relations=(facts.Relation(f"Nämnden {SCRIPT}", "party to", f"Avtalet {SCRIPT}", evidence=at),),
    )  # fmt: skip


def _load_invented(store: OxigraphStore) -> None:
    for key, found, text in (
        ("radet", composition(), COMPOSITION),
        ("radet-2024-03-05", minutes(), MINUTES),
        ("nytt", news(), NEWS),
        ("hostile", hostile(), HOSTILE),
    ):
        store.bulk_load(
            triples.document_quads(found, key=key, text=text, digest="0" * 64, register=shipped(), base=BASE)
        )


@pytest.fixture(scope="session")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published snapshot of the invented documents, the register and the ontology."""
    store = OxigraphStore()
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(triples.register_quads(shipped(), BASE))
    _load_invented(store)
    folder = tmp_path_factory.mktemp("graph")
    publish.publish(store, folder / "published")
    dumping.dump(Settings(data=folder, base=BASE))
    return folder / "published"


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
    folder = tmp_path_factory.mktemp("whole")
    settings = Settings(
        data=folder, base=BASE, curators=f'Ann "{SCRIPT}" Ek={TOKEN}', originals=str(folder / "originals"),
        judgements=str(folder / "judgements.csv"), corrections=str(folder / "corrections"),
        removals=str(folder / "removals.csv"), contact_email="ann@example.org", publisher=f"Kansliet {SCRIPT}",
    )  # fmt: skip
    store = OxigraphStore()
    build.load(build.inputs([_pdf(folder / "filen.pdf")]), store, settings)
    publish.publish(store, folder / "published")
    _load_invented(store)
    graph = triples.document_graph("hostile", BASE)
    curating.note(store, curating.Write("put", graph.value, f"Bo {SCRIPT}", f"Skäl {SCRIPT} {TURNED}"), BASE)
    publish.publish(store, folder / "published")
    dumping.dump(settings)
    pair = _acts(store, settings)
    serving = open_current(folder / "published")
    pool = QueryPool(folder / "published", workers=1)
    made = create_app(Site(lambda: serving, Addresses(BASE), pool), settings)
    with _listening(made) as address:
        yield Whole(address, made, settings, pair)
    pool.close()
    serving.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site over the five sample documents listens."""
    folder = tmp_path_factory.mktemp("samples")
    settings = Settings(data=folder, base=BASE)
    store = OxigraphStore()
    build.load(build.inputs([resources.folder("data/documents")]), store, settings)
    publish.publish(store, folder / "published")
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
