"""Every kind of page that there is, with hostile names, files and curators: nothing runs, and no rule is broken.

The table names each page that the site can answer with; a new one that is not in it fails here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import expect, offences
from flask import Flask

from samverkan.removals import removal, written
from samverkan_web.signing_in import Tries

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
SCRIPT = "~3cscript~3ealert~281~29~3c~2fscript~3e"  # as the identifiers write it
TYPED = '"><img src=x onerror=alert(9)><script>alert(9)</script>'
BODY, PERSON = f"body/12/nämnden_{SCRIPT}", f"person/12/eva_{SCRIPT}"
SEAT = "document/hostile/membership/{seat}"

# Where each page of the site is, by its endpoint; with what tries to break out where that can be.
PAGES: dict[str, tuple[str, ...]] = {
    "about": ("about",),
    "accessibility": ("accessibility",),
    "api_page": ("api",),
    "assignments": ("assignments",),
    "change": ("changes/{version}",),
    "changes": ("changes",),
    "coverage": ("coverage",),
    "desk": ("desk",),
    "desk_documents": ("desk/documents",),
    "desk_fact": (f"desk/facts/{SEAT}",),
    "desk_missing": ("desk/missing/document/hostile", f"desk/missing/document/hostile?of=mentions&quote={TYPED}"),
    "desk_pair": ("desk/pairs/{pair}",),
    "desk_pairs": ("desk/pairs", "desk/pairs?kind=body"),
    "desk_preview": ("desk/documents/{upload}",),
    "desk_sign_in": (f"desk/sign-in?next={TYPED}",),
    "downloads": ("downloads",),
    "embedded_network_around": (f"embed/network/{BODY}",),
    "embedded_network_of": ("embed/networks/people",),
    "entity": (
        BODY, PERSON, "person/12/anna_~202e~2066dnargilab", f"organisation/bolaget_{SCRIPT}", "county/12",
        f"meeting/12/nämnden_{SCRIPT}/2024-05-01", "document/hostile", "document/filen",
        f"agreement/12/avtalet_{SCRIPT}", SEAT, f"nowhere/{TYPED}", "municipality/1214",
        f"{BODY}?part=decisions", f"{PERSON}?part={TYPED}",
    ),
    "map_page": (f"map?county={TYPED}",),
    "map_file": ("map.svg",),
    "matter": ("matter?q=script", f"matter?q={TYPED}"),
    "missing_fact": (
        "missing/document/hostile", f"missing/document/hostile?of=mentions&quote={TYPED}&who=A&why={TYPED}",
    ),
    "network_around": (f"network/{BODY}", f"network/{BODY}.drawing", f"network/{PERSON}.svg"),
    "network_found": ("found/network?q=script", f"found/network?q={TYPED}", "found/network.drawing?q=script"),
    "network_list": (f"networks?from={TYPED}&to={TYPED}",),
    "network_of": ("networks/people", "networks/bodies.drawing", "networks/bodies?first=2023&second=2024"),
    "ontology": ("ontology",),
    "original": ("original/document/filen", "original/document/hostile"),
    "privacy": ("privacy",),
    "question": (
        "questions/who-sits-on", f"questions/who-sits-on?body={TYPED}", "questions/open-assignments",
        "questions/documents", "questions/search?text=script",
    ),
    "questions": ("questions",),
    "remiss": (f"remiss?on={TYPED}",),
    "report": (f"report/{SEAT}?act=reject&who={TYPED}&why={TYPED}",),
    "search": (
        f"search?q={TYPED}", "search?q=script", "search?kind=body&view=table", "search?kind=meeting&view=timeline",
        "search?kind=person&view=map",
    ),
    "sparql_file": ("sparql.drawing?query=SELECT * { ?s ?p ?o } LIMIT 100",),
    "sparql_page": (f"sparql?query=SELECT * {{ ?s ?p ?o }} LIMIT 100 %23 </textarea>{TYPED}",),
    "start": ("",),
}  # fmt: skip
# What is no page but data, or leads to one.
NO_PAGES = {
    "root", "search_file", "suggest", "sparql_terms", "changes_feed", "part_file", "original_picture",
}  # fmt: skip
CURATORS = [path for name, paths in PAGES.items() for path in paths if name.startswith("desk") or name == "original"]
NEW = [
    path
    for name in ("matter", "missing_fact", "change", "changes", "api_page", "privacy", "accessibility")
    for path in PAGES[name]
]


def test_the_table_names_every_page_of_the_site(app: Flask) -> None:
    rules = [each for each in app.url_map.iter_rules() if each.methods and "GET" in each.methods]
    names = {each.endpoint.removeprefix("pages.") for each in rules if each.endpoint.startswith("pages.")}
    assert names - NO_PAGES == set(PAGES)


class Visit:
    """A curator in a browser, and what went wrong on the pages that were opened."""

    def __init__(self, browser: Any, whole: Any, **context: Any) -> None:
        self.whole = whole
        self.wrong: list[str] = []
        self.page = browser.new_context(**context).new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda each: self.wrong.append(str(each)))
        self.page.on("console", self._said)
        self.language = "sv"
        self.names: dict[str, str] = {}

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _said(self, message: Any) -> None:
        if "Content Security" in message.text:
            self.wrong.append(message.text)

    def open(self, path: str) -> Any:
        """The page at a path, loaded."""
        for name, value in self.names.items():
            path = path.replace(f"{{{name}}}", value)
        self.page.goto(f"{self.whole.address}/{self.language}/{path}", wait_until="load")
        return self.page

    def begin(self, language: str = "sv") -> "Visit":
        """Sign in and upload a document; keep the names of what the table leaves open."""
        self.language = language
        page = self.open("desk/sign-in")
        page.locator("input[name=token]").fill("0123456789abcdef")
        page.locator("main form button").click()
        page.wait_for_url("**/desk")
        page = self.open("desk/documents")
        name, text = f"Möte {TYPED}.txt", f"Nämnden {TYPED}\nNärvarande:\nEva {TYPED}, Svalöv\n"
        page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        )
        page.locator("main form.report button").click()
        page.wait_for_url("**/desk/documents/*")
        upload = page.url.rpartition("/")[2]
        seat = self.open(PERSON).locator("a[href*='/report/document/hostile/membership/']").first.get_attribute("href")
        version = self.open("changes").locator("main a[href*='/changes/']").first.get_attribute("href")
        self.names = {
            "upload": upload, "pair": self.whole.pair,
            "seat": seat.rpartition("/")[2], "version": version.rpartition("/")[2],
        }  # fmt: skip
        return self


@pytest.fixture
def visit(chromium: Any, whole: Any) -> Iterator[Visit]:
    """A curator on a wide screen."""
    visit = Visit(chromium, whole, viewport={"width": 1280, "height": 900})
    yield visit
    visit.page.context.close()


TRICKS = """() => [
  ...[...document.querySelectorAll("[href], [action], [src]")]
    .map((each) => each.getAttribute("href") ?? each.getAttribute("action") ?? each.getAttribute("src"))
    .filter((each) => !/^(\\/|#|\\?|https?:|mailto:|data:image\\/|$)/.test(each)),
  ...[...document.querySelectorAll("*")].flatMap((each) => [...each.attributes])
    .filter((each) => /^on/.test(each.name)).map((each) => `${each.name}=${each.value}`),
  ...[...document.querySelectorAll("img")].map((each) => each.getAttribute("src")).filter((each) => each === "x"),
]"""
TURNS = """() => {
  const found = [], texts = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  const alone = "bdi, textarea, option, script, style, title, .text, .lines .words, text, q, pre";
  while (texts.nextNode()) {
    const text = texts.currentNode, turns = /[\\u202a-\\u202e\\u2066-\\u2069]/.test(text.data);
    if (turns && !text.parentElement.closest(alone)) found.push(text.data.slice(0, 80));
  }
  return found;
}"""


def test_nothing_that_is_planted_runs_on_any_page(visit: Visit) -> None:
    visit.begin()
    wrong = {}
    for path in (path for paths in PAGES.values() for path in paths):
        visit.wrong.clear()
        page = visit.open(path)
        if found := [*visit.wrong, *page.evaluate(TRICKS), *page.evaluate(TURNS)]:
            wrong[path] = found
    assert wrong == {}


def test_a_planted_script_would_be_found(chromium: Any) -> None:
    page = chromium.new_page()
    said: list[str] = []

    def dismiss(dialog: Any) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.set_content(f'<a href="javascript:alert(1)">x</a><p>a\u202eb</p>{TYPED}')
    page.wait_for_function("document.images[0].complete")
    assert said == ["9", "9"]
    assert page.evaluate(TRICKS) == ["javascript:alert(1)", "x", "onerror=alert(9)", "x"]
    assert page.evaluate(TURNS) == ["a\u202eb"]
    page.close()


@pytest.mark.parametrize(("language", "width", "scheme"), [("sv", 320, "dark"), ("en", 1280, "light")])
def test_no_page_of_curators_breaks_a_rule(chromium: Any, whole: Any, language: str, width: int, scheme: str) -> None:
    visit = Visit(chromium, whole, viewport={"width": width, "height": 900}, color_scheme=scheme).begin(language)
    wrong = {path: found for path in (*CURATORS, *NEW) if (found := faults(visit.open(path), width))}
    visit.page.context.close()
    assert wrong == {}


def faults(page: Any, width: int) -> list[str]:
    """What axe-core finds wrong on a page, and whether the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*offences(page), *([f"{wide} points wide"] if wide > width else [])]


@pytest.mark.parametrize(("language", "scheme"), [("sv", "light"), ("en", "dark")])
def test_the_pages_of_refusals_break_no_rule(chromium: Any, whole: Any, language: str, scheme: str) -> None:
    visit = Visit(chromium, whole, viewport={"width": 320, "height": 900}, color_scheme=scheme)
    visit.language = language
    Path(whole.settings.removals).write_text(
        written([removal("Maja Holm", "Ann Ek", "Bad om det", when="2026-11-22")]), encoding="utf-8"
    )
    try:
        gone = visit.open("person/12/maja_holm")
        assert ("410" in gone.title() or gone.locator("h1").count() == 1, faults(gone, 320)) == (True, [])
        for _ in range(11):
            page = visit.open("desk/sign-in")
            page.locator("input[name=token]").fill("wrong-token-of-some-length")
            with page.expect_navigation():  # a try that is left before it is answered does not count
                page.locator("main form button").click()
        expect(page.locator("h1")).to_have_text({"sv": "För många försök", "en": "Too many tries"}[language])
        assert faults(page, 320) == []
    finally:
        Path(whole.settings.removals).unlink()
        whole.app.extensions["tries"] = Tries()
        visit.page.context.close()
