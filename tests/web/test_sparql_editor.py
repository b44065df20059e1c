"""The editor of queries in a real Chromium: it asks no other host, completes, marks what is wrong, and can be left."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from browsing import expect, offences, two_frames

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
BODIES = """PREFIX samv: <https://w3id.org/samverkan/ns#>
SELECT ?a ?b WHERE {
  ?a samv:partyTo ?b .
}"""


class Editing:
    """The SPARQL page in a browser; `wrong` is what the console complains of, `others` what is asked of other hosts."""

    def __init__(self, browser: Any, address: str, path: str = "/en/sparql", **context: Any) -> None:
        self.address, self.wrong, self.others = address, [], []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        self.page = self.context.new_page()
        self.page.on("console", lambda each: each.type in ("error", "warning") and self.wrong.append(each.text))
        self.page.on("pageerror", lambda each: self.wrong.append(str(each)))
        self.page.on("request", lambda each: self.own(each.url) or self.others.append(each.url))
        self.open(path)

    def own(self, url: str) -> bool:
        return url.startswith((self.address + "/", "data:", "about:"))

    def open(self, path: str) -> None:
        self.page.goto(self.address + path, wait_until="load")
        if self.context.pages and self.page.evaluate("Boolean(window.Yasqe)"):
            self.page.locator("html[data-editor=ready]").wait_for(state="attached")

    @property
    def query(self) -> str:
        return str(self.page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()"))

    def asks(self, query: str) -> None:
        """Wait until the address is that of a query."""
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("query") == [query])

    def type(self, text: str) -> None:
        """Type where the cursor is, and wait until the editor has taken it and proposes what it then will."""
        self.page.keyboard.type(text)
        self.holds(text)
        two_frames(self.page)

    def holds(self, text: str) -> None:
        """Wait until the query has a text somewhere."""
        expect(self.page.locator("form.sparql textarea[name=query]")).to_have_value(re.compile(re.escape(text)))

    def put(self, text: str, line: int, column: int) -> None:
        """A query with the cursor at a place, both from 0."""
        self.page.evaluate(
            "([text, line, ch]) => { const each = document.querySelector('.CodeMirror').CodeMirror;"
            " each.setValue(text); each.focus(); each.setCursor({line, ch}); }",
            [text, line, column],
        )

    @property
    def hint(self) -> Any:
        """The first thing that the editor proposes."""
        return self.page.locator(".CodeMirror-hint").first

    def offences(self) -> list[str]:
        """What axe-core finds; but the list of proposals may scroll, since the arrow keys in the editor scroll it."""
        scrolls = ("scrollable-region-focusable", "CodeMirror-hints")
        return [each for each in offences(self.page) if not all(word in each for word in scrolls)]


@pytest.fixture
def editing(chromium: Any, address: str) -> Iterator[Editing]:
    """The page on a wide screen; whatever goes wrong fails the test."""
    editing = Editing(chromium, address)
    yield editing
    editing.context.close()
    refused = [each for each in editing.wrong if "400 (BAD REQUEST)" in each]  # a wrong query that a test asks
    assert ([each for each in editing.wrong if each not in refused], editing.others) == ([], [])


def test_no_other_host_is_asked_whatever_is_done(editing: Editing) -> None:
    page = editing.page
    editing.put(BODIES, 2, 0)
    editing.type("?a samv:pa")
    expect(editing.hint).to_be_visible()
    page.keyboard.press("Escape")
    editing.put("PREFIX foa", 0, 10)
    page.keyboard.press("Control+Space")
    expect(editing.hint).to_be_visible()
    editing.put("SELECT * { ?s dcat:title ?o }", 0, 18)  # a prefix of others that is not ours
    page.keyboard.type("x")
    page.keyboard.press("Control+Enter")
    page.locator("#error").wait_for()
    page.locator(".unread, .wrong-here").first.hover()
    editing.put(BODIES, 0, 0)
    page.get_by_role("button", name="Run").click()
    for name in ("Raw", "Network", "Table"):
        page.get_by_role("link", name=name, exact=True).click()
        page.locator(f"nav.parts [aria-current]:text-is('{name}')").wait_for()
    page.get_by_role("button", name="As a program").click()
    page.get_by_role("heading", name="Python, rdflib").wait_for()
    page.get_by_role("button", name="Plain text field").click()
    expect(page.get_by_label("Query", exact=True)).to_be_focused()
    two_frames(page)
    assert editing.others == []
    assert "dcat.org" not in editing.query


def test_a_query_is_run_in_place_and_its_address_can_be_shared(editing: Editing, chromium: Any, address: str) -> None:
    page = editing.page
    page.evaluate("window.same = true")
    editing.put(BODIES, 0, 0)
    page.keyboard.press("Control+Enter")
    editing.asks(BODIES)
    expect(page.locator("table.answer tbody tr").first).to_be_visible()
    assert page.evaluate("window.same")
    expect(page.locator("#told")).to_have_text(page.locator(".count-of-rows").inner_text())
    other = Editing(chromium, address, page.url.removeprefix(address))
    assert other.query == BODIES
    assert other.page.locator("table.answer").inner_text() == page.locator("table.answer").inner_text()
    other.context.close()


def test_back_leads_to_the_query_before(editing: Editing) -> None:
    page = editing.page
    for query in ("ASK {}", BODIES):
        editing.put(query, 0, 0)
        page.keyboard.press("Control+Enter")
        editing.asks(query)
        page.locator("#result:not([aria-busy]) table.answer").wait_for()
    page.go_back()
    page.get_by_role("cell", name="true").wait_for()
    assert editing.query == "ASK {}"


def test_the_language_switch_keeps_the_query_that_was_run(editing: Editing) -> None:
    editing.put(BODIES, 0, 0)
    editing.page.keyboard.press("Control+Enter")
    editing.page.locator("table.answer").wait_for()
    editing.page.get_by_role("link", name="Svenska").click()
    editing.page.wait_for_url("**/sv/sparql?query=*")
    assert editing.query == BODIES


def test_an_example_is_put_into_the_editor_with_its_answer(editing: Editing) -> None:
    editing.page.get_by_role("link", name="Who sits on a body").first.click()
    editing.page.locator("table.answer").wait_for()
    assert editing.query.startswith("# Who sits on a body\n")
    assert 'VALUES ?language { "en" }' in editing.query


@pytest.mark.parametrize(
    ("query", "marked", "note"),
    [
        ("SELECT ?a {\n  ?a åäö:x ?b ;; }\n}", "}", "Line 3, column 1"),
        ("# å 🙂\nSELECT * { ?s foo:bar ?o }", "foo:bar", "this prefix is not declared"),
        ("SELECT ?x {", "{", "the query ends before it is complete"),
    ],
    ids=["a word", "before a place", "at the end"],
)
def test_what_is_wrong_is_shown_where_it_is_until_it_is_changed(
    editing: Editing, query: str, marked: str, note: str
) -> None:
    page = editing.page
    editing.put(query.replace("åäö:x", "<urn:x>"), 0, 0)
    page.keyboard.press("Control+Enter")
    page.locator(".wrong-note").wait_for()
    assert "".join(page.locator(".wrong-here").all_text_contents()) == marked
    expect(page.locator(".wrong-note")).to_contain_text(note)
    expect(page.locator("#error[role=alert]")).to_contain_text(note)
    expect(page.locator(".CodeMirror textarea")).to_have_attribute("aria-invalid", "true")
    page.locator(".CodeMirror").click()
    page.keyboard.type(" ")
    expect(page.locator(".wrong-here, .wrong-note")).to_have_count(0)
    expect(page.locator(".CodeMirror textarea")).not_to_have_attribute("aria-invalid", "true")


def test_what_the_editor_cannot_read_is_marked_while_it_is_typed(editing: Editing) -> None:
    editing.put("SELECT * {\n  ?a ?b }\n} }", 0, 0)
    unread = editing.page.locator(".unread")
    expect(unread).to_have_attribute("title", "From here on this cannot be read as SPARQL")
    editing.put("SELECT * {\n  ?a ?b ?c\n}", 0, 0)
    expect(unread).to_have_count(0)


def test_tab_leaves_the_editor_and_comes_back(editing: Editing) -> None:
    page = editing.page
    editing.put(BODIES, 0, 0)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".CodeMirror :focus")).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    expect(page.locator("form.sparql :focus")).to_have_count(0)
    assert editing.query == BODIES


@pytest.mark.parametrize(
    ("query", "typed", "first"),
    [
        ("PREFIX samv: <https://w3id.org/samverkan/ns#>\nSELECT * { ?a  }", "samv:partyT", "samv:partyTo  party to"),
        ("PREFIX s: <https://w3id.org/samverkan/ns#>\nSELECT * { ?a  }", "partyT", "s:partyTo  party to"),
        ("PREFIX samv: <https://w3id.org/samverkan/ns#>\nSELECT * { ?a  }", "a samv:Meet", "samv:Meeting  meeting"),
        (
            "PREFIX status: <https://w3id.org/samverkan/concept/status/>\nSELECT * { ?a  }",
            "?b status:pre",
            "status:present  present",
        ),
    ],
    ids=["a property", "by a prefix of the query's own", "a class", "a word of a list"],
)
def test_terms_of_the_graph_are_proposed(editing: Editing, query: str, typed: str, first: str) -> None:
    editing.put(query, 1, 14)
    editing.type(typed)
    expect(editing.hint).to_have_text(first)
    editing.page.keyboard.press("Enter")
    editing.holds(first.split("  ")[0])


def test_a_term_brings_its_prefix_along(editing: Editing) -> None:
    editing.put("SELECT * { ?a  }", 0, 14)
    editing.type("org:memb")
    expect(editing.hint).to_contain_text("org:member")
    editing.page.keyboard.press("Enter")
    editing.holds("org:member }")
    assert editing.query == "PREFIX org: <http://www.w3.org/ns/org#>\nSELECT * { ?a org:member }"


def test_a_link_in_the_answer_keeps_the_focus_and_leads_to_the_top_of_the_answer(editing: Editing) -> None:
    page = editing.page
    editing.put("SELECT ?s ?p { ?s ?p ?o } LIMIT 150", 0, 0)
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="Next").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Page 2 of 2").wait_for(state="attached")
    expect(page.locator("nav.parts :focus")).to_have_text("Table")
    expect(page.locator("nav.parts [aria-current]")).to_be_in_viewport()
    page.get_by_role("link", name="Raw", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator("pre.turtle").wait_for()
    expect(page.locator("nav.parts :focus")).to_have_text("Raw")


def test_the_program_is_that_of_the_query_as_typed(editing: Editing) -> None:
    editing.put("ASK { ?nobody ?asked ?this }", 0, 0)
    editing.page.get_by_role("button", name="As a program").click()
    editing.page.get_by_role("heading", name="Python, rdflib").wait_for()
    expect(editing.page.locator("#result pre")).to_contain_text(["ASK { ?nobody ?asked ?this }"] * 4)


def test_an_answer_is_drawn_and_taken_away(editing: Editing) -> None:
    page = editing.page
    editing.put(BODIES, 0, 0)
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="Network", exact=True).click()
    frame = page.frame_locator("iframe.drawing")
    frame.locator("html[data-drawn]").wait_for(state="attached")
    assert int(frame.locator("html").get_attribute("data-drawn")) >= 2
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert waiting.value.suggested_filename == "samverkan.csv"
    assert Path(waiting.value.path()).read_text(encoding="utf-8").startswith("a,b")


def test_the_plain_field_can_be_had_and_is_remembered(editing: Editing) -> None:
    page = editing.page
    editing.put("ASK {}", 0, 0)
    page.get_by_role("button", name="Plain text field").click()
    field = page.get_by_label("Query", exact=True)
    expect(field).to_have_value("ASK {}")
    field.fill(BODIES)
    page.get_by_role("button", name="Run").click()
    page.locator("table.answer").wait_for()
    editing.open("/en/sparql")
    expect(field).to_be_visible()
    expect(page.locator(".CodeMirror")).to_be_hidden()
    page.get_by_role("button", name="Plain text field").click()
    expect(page.locator(".CodeMirror")).to_be_visible()


def test_without_scripts_the_form_does_it_all(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/sparql")
    page.locator("textarea").fill(BODIES)
    page.get_by_role("button", name="Run").click()
    expect(page.locator("table.answer tbody tr").first).to_be_visible()
    page.get_by_role("link", name="Network", exact=True).click()
    expect(page.locator("iframe.drawing")).to_have_count(1)
    page.get_by_role("button", name="As a program").click()
    expect(page.locator("#result h3")).to_have_text(["curl", "Python, SPARQLWrapper", "Python, rdflib", "R, httr2"])
    context.close()


def test_a_query_that_runs_can_be_stopped(editing: Editing) -> None:
    page = editing.page
    page.route("**/en/sparql?query=*", lambda route: None)  # never answered
    editing.put(BODIES, 0, 0)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#told")).to_have_text("The query was stopped.")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


def test_a_query_too_long_for_an_address_stays_in_the_editor(editing: Editing) -> None:
    query = f"ASK {{}} # {'å' * 15_000}"
    editing.put(query, 0, 0)
    with editing.page.expect_console_message(lambda each: "414" in each.text):
        editing.page.keyboard.press("Control+Enter")
    expect(editing.page.get_by_text("The query is too long for an address.")).to_be_visible()
    assert editing.query == query
    assert editing.wrong.pop().startswith("Failed to load resource: the server responded with a status of 414")


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("sv", 1280, "light"), ("sv", 320, "dark"), ("en", 1280, "dark"), ("en", 320, "light")],
)
def test_the_editor_breaks_no_rule_and_fits_the_screen(
    chromium: Any, address: str, language: str, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 800}
    editing = Editing(chromium, address, f"/{language}/sparql", viewport=viewport, color_scheme=scheme)
    wrong = {}

    def look(at: str) -> None:
        if found := editing.offences():
            wrong[at] = found
        assert editing.page.evaluate("document.documentElement.scrollWidth") <= width, at

    look("the beginning")
    editing.put(f"# {'very long ' * 30}\n{BODIES}", 3, 0)
    editing.type("?a samv:")
    expect(editing.hint).to_be_visible()
    look("proposals")
    for view in ("", "raw", "network", "code"):
        editing.open(f"/{language}/sparql?query={quote(BODIES)}&view={view}")
        look(view or "a table")
    editing.open(f"/{language}/sparql?query=SELECT ?x {{")
    editing.page.locator(".wrong-note").wait_for()
    look("a wrong query")
    editing.context.close()
    assert (wrong, editing.others) == ({}, [])
