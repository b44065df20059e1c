"""Ways through the site as people take them: in few clicks, by keyboard alone, and without scripts."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import expect

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
WIDE = {"width": 1280, "height": 900}
COUNCIL = "body/12/vårdrådet_söder"


class Walk:
    """Somebody on a page, and how often they clicked or pressed Enter to get on."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.page = browser.new_context(viewport=WIDE, **context).new_page()
        self.address, self.clicks = address, 0

    def open(self, path: str = "") -> Any:
        """The page at a path below /sv/, loaded."""
        self.page.goto(f"{self.address}/sv/{path}", wait_until="load")
        return self.page

    def click(self, found: Any, leads_to: str = "") -> None:
        """Click, count it, and wait for the page that it leads to, if it leads to one."""
        found.click()
        self.clicks += 1
        if leads_to:
            self.page.wait_for_url(leads_to)

    def tab_to(self, wanted: str, most: int = 80) -> None:
        """Press Tab until what has the focus matches a selector; it must be seen to have it."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                seen = expect(self.page.locator(":focus"), f"nobody sees that {wanted} has the focus")
                seen.not_to_have_css("outline-style", "none")
                return
        raise AssertionError(f"{wanted} is not reached by {most} presses of Tab")

    def press(self, *keys: str, leads_to: str = "") -> None:
        """Press keys one after the other, and wait for the page that they lead to, if they lead to one."""
        for key in keys:
            self.page.keyboard.press(key)
        if leads_to:
            self.page.wait_for_url(leads_to)


@pytest.fixture
def newcomer(chromium: Any, samples: str) -> Iterator[Walk]:
    """Somebody who comes to the site with the five sample documents for the first time."""
    walk = Walk(chromium, samples)
    yield walk
    walk.page.context.close()


@pytest.fixture
def keyboard(chromium: Any, address: str) -> Iterator[Walk]:
    """Somebody without a mouse."""
    walk = Walk(chromium, address)
    yield walk
    walk.page.context.close()


@pytest.fixture
def plain(chromium: Any, address: str) -> Iterator[Walk]:
    """Somebody whose browser runs no scripts."""
    walk = Walk(chromium, address, java_script_enabled=False)
    yield walk
    walk.page.context.close()


def test_who_represents_svalöv_where_since_when_and_who_says_so_in_three_clicks(newcomer: Walk) -> None:
    page = newcomer.open()
    page.locator(".hero input[name=q]").fill("Svalöv")
    newcomer.click(page.get_by_role("option", name=re.compile("^Svalöv")).first, "**/municipality/1214")
    row = page.locator("tr", has_text="Teddy Nilsson").first
    expect(row).to_contain_text("Centralt samverkansorgan")
    newcomer.click(row.locator(".source"))
    passage = row.locator(".passage")
    expect(passage).to_be_visible()
    expect(passage).to_contain_text("Teddy Nilsson, Svalöv")
    newcomer.click(
        passage.get_by_role("link", name="Visa i texten"), "**/document/skane-centralt-samverkansorgan#char=*"
    )
    assert newcomer.clicks <= 3


def test_how_emelie_sundén_and_lars_almroth_are_connected_in_four_clicks(newcomer: Walk) -> None:
    page = newcomer.open()
    for field, name in (("from", "Emelie Sundén"), ("to", "Lars Almroth")):
        box = page.locator(f"#connected + form input[name={field}]")
        box.fill(name[:7])
        newcomer.click(page.get_by_role("option", name=re.compile(f"^{name}")).first)
        expect(box).to_have_value(name)
    newcomer.click(page.locator("#connected + form button"), "**from=*")
    assert newcomer.clicks <= 4
    way = page.locator("ul.ties").first
    expect(way).to_contain_text("Emelie Sundén")
    expect(way).to_contain_text("Lars Almroth")
    expect(page.locator("ul.ties q").first).to_be_attached()  # the sentence that says it


def test_a_search_is_made_and_followed_to_its_source_by_keyboard(keyboard: Walk) -> None:
    page = keyboard.open()
    keyboard.tab_to(".hero input[name=q]")
    page.keyboard.insert_text("Maja")
    expect(page.get_by_role("option").first).to_be_visible()
    keyboard.press("ArrowDown", "Enter", leads_to="**/person/12/maja_holm")
    keyboard.tab_to("main .source")
    keyboard.press("Enter")
    expect(page.locator(".passage:popover-open")).to_have_count(1)
    keyboard.tab_to(".passage:popover-open a[href*='#char=']")
    keyboard.press("Enter", leads_to="**/document/*#char=*")


def test_a_question_is_asked_and_its_table_ordered_and_narrowed_by_keyboard(keyboard: Walk) -> None:
    page = keyboard.open("questions/who-sits-on")
    keyboard.tab_to("main input[name=body]")
    page.keyboard.type("Vårdrådet Söder")
    keyboard.press("Enter", leads_to="**body=*")
    expect(page.locator("table.answer tbody tr")).to_have_count(4)
    keyboard.tab_to("table.answer th a.sort")
    keyboard.press("Enter", leads_to="**sort=*")
    expect(page.locator("table.answer th[aria-sort=ascending]")).to_have_count(1)


def test_a_network_is_read_beside_its_drawing_and_narrowed_by_keyboard(keyboard: Walk) -> None:
    page = keyboard.open(f"network/{COUNCIL}")
    page.frame_locator("iframe.drawing").locator("html[data-drawn]").wait_for(state="attached")
    keyboard.tab_to("nav.parts a[href*='steps=2']")
    keyboard.press("Enter", leads_to="**steps=2*")
    keyboard.tab_to("a[href='#ties']")
    keyboard.press("Enter", leads_to="**#ties")
    keyboard.tab_to("ul.ties .source")
    keyboard.press("Enter")
    expect(page.locator(".passage:popover-open blockquote").first).to_be_visible()


def test_the_focus_is_never_caught(keyboard: Walk) -> None:
    for path in (COUNCIL, "search?kind=person", f"network/{COUNCIL}", "sparql"):
        page = keyboard.open(path)
        last = page.locator("footer a").last
        reached = False
        for _ in range(260):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === [...document.querySelectorAll('footer a')].at(-1)"):
                reached = True
                break
        assert reached, f"{path}: Tab never comes to {last.inner_text()}"


def test_without_scripts_a_search_is_made_narrowed_and_followed(plain: Walk) -> None:
    page = plain.open()
    page.locator(".hero input[name=q]").fill("Holm")
    plain.press("Enter", leads_to="**/search?q=Holm")
    plain.click(page.locator("ul.hits a", has_text="Maja Holm"), "**/person/12/maja_holm")
    row = page.locator("tr", has_text="Vårdrådet Söder").first
    plain.click(row.locator(".source"))
    expect(row.locator(".passage")).to_be_visible()
    plain.open("search?kind=person")
    plain.click(page.locator(".facets a[href*='role=chair']"), "**role=chair*")
    expect(page.locator("ul.hits a").get_by_text("Karin Lundberg", exact=True)).to_be_visible()
    plain.click(page.locator("nav.views a", has_text="Tabell"), "**view=table*")
    plain.click(page.locator("th a.sort", has_text="Namn"), "**sort=name*")
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)


def test_without_scripts_a_question_is_asked_and_taken_away(plain: Walk) -> None:
    page = plain.open("questions/who-sits-on")
    page.locator("main input[name=body]").fill("Vårdrådet Söder")
    plain.press("Enter", leads_to="**body=*")
    expect(page.locator("table.answer tbody tr")).to_have_count(4)
    with page.expect_download() as download:
        page.locator("ul.formats a", has_text="CSV").first.click()
    assert download.value.suggested_filename.endswith(".csv")


def test_without_scripts_a_network_is_a_picture_and_a_list_of_ties(plain: Walk) -> None:
    page = plain.open(f"network/{COUNCIL}")
    picture = page.locator("noscript img.drawing, img.drawing").first
    expect(picture).to_be_visible()
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    assert picture.evaluate("(image) => image.naturalWidth") > 100
    expect(page.locator("ul.ties li").nth(2)).to_be_visible()
    plain.click(page.locator("nav.parts a[href*='steps=2']"), "**steps=2*")
    expect(page.locator("ul.ties li").nth(2)).to_be_visible()


def test_without_scripts_two_are_connected_and_a_fact_is_told_of(plain: Walk) -> None:
    page = plain.open("networks")
    page.locator("input[name=from]").fill("Maja Holm")
    page.locator("input[name=to]").fill("Söderavtalet")
    plain.click(page.locator("form.ask button"), "**from=*")
    expect(page.locator("ul.ties li").nth(1)).to_be_visible()
    plain.open("document/radet")
    plain.click(page.get_by_role("link", name="Saknas en uppgift här?"), "**/missing/**")
    plain.click(page.get_by_role("radio", name="Omnämnanden"))
    plain.click(page.get_by_role("button", name="Nästa"), "**of=mentions*")
    for name, value in (("quote", "Söderavtalet"), ("name", "Söderavtal"), ("who", "Ann Ek"), ("why", "Det står så.")):
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main select[name=kind]").select_option("agreement")
    plain.click(page.get_by_role("button", name="Gör rättelsen"), "**who=*")
    expect(page.locator("textarea#file")).to_have_value(re.compile('"act": "add"'))


def test_without_scripts_a_curator_judges_a_pair_and_the_original_is_seen(chromium: Any, whole: Any) -> None:
    walk = Walk(chromium, whole.address, java_script_enabled=False)
    page = walk.open("desk/sign-in")
    page.locator("input[name=token]").fill("0123456789abcdef")
    walk.click(page.locator("main form button"), "**/desk")
    walk.click(page.get_by_role("link", name="Samma?").first, "**/desk/pairs")
    walk.open(f"desk/pairs/{whole.pair}")
    expect(page.locator("input[name=verdict]")).to_have_count(3)
    walk.open("document/filen")
    walk.click(page.get_by_role("link", name="Se originalet bredvid texten"), "**/original/**")
    expect(page.locator(".original img")).to_have_js_property("naturalWidth", 1200)
    walk.click(page.locator(".original .text a.read").first, "**#box-*")
    expect(page.locator(".original a:target rect").first).to_be_attached()
    walk.page.context.close()
