"""Ways through the site as people take them: in few clicks, by keyboard alone, and without scripts."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

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

    def click(self, found: Any, leads_to: str = "**") -> None:
        """Click, count it, and wait for the page that it leads to."""
        found.click()
        self.clicks += 1
        self.page.wait_for_url(leads_to)

    def tab_to(self, wanted: str, most: int = 80) -> None:
        """Press Tab until what has the focus matches a selector; it must be seen to have it."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                seen = "getComputedStyle(document.activeElement).outlineStyle"
                assert self.page.evaluate(seen) != "none", f"nobody sees that {wanted} has the focus"
                return
        raise AssertionError(f"{wanted} is not reached by {most} presses of Tab")

    def press(self, *keys: str, leads_to: str = "**") -> None:
        """Press keys one after the other, and wait for the page that they lead to."""
        for key in keys:
            self.page.keyboard.press(key)
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
    page.locator(".hero input[name=q]").press_sequentially("Svalöv")
    newcomer.click(page.get_by_role("option", name=re.compile("^Svalöv")).first)
    row = page.locator("tr", has_text="Teddy Nilsson").first
    assert "Centralt samverkansorgan" in row.inner_text()
    newcomer.click(row.locator(".source"))
    passage = row.locator(".passage")
    assert passage.is_visible()
    assert "Teddy Nilsson, Svalöv" in passage.inner_text()
    newcomer.click(passage.get_by_role("link", name="Visa i texten"))
    assert newcomer.clicks <= 3
    assert "/document/skane-centralt-samverkansorgan#char=" in page.url


def test_how_emelie_sundén_and_lars_almroth_are_connected_in_four_clicks(newcomer: Walk) -> None:
    page = newcomer.open()
    for field, name in (("from", "Emelie Sundén"), ("to", "Lars Almroth")):
        page.locator(f"#connected + form input[name={field}]").press_sequentially(name[:7])
        newcomer.click(page.get_by_role("option", name=re.compile(f"^{name}")).first)
    newcomer.click(page.locator("#connected + form button"), "**from=*")
    assert newcomer.clicks <= 4
    way = page.locator("ul.ties").first.inner_text()
    assert "Emelie Sundén" in way
    assert "Lars Almroth" in way
    assert page.locator("ul.ties q").count() >= 1  # the sentence that says it


def test_a_search_is_made_and_followed_to_its_source_by_keyboard(keyboard: Walk) -> None:
    page = keyboard.open()
    keyboard.tab_to(".hero input[name=q]")
    page.keyboard.type("Maja")
    page.get_by_role("option").first.wait_for()
    keyboard.press("ArrowDown", "Enter", leads_to="**/person/12/maja_holm")
    keyboard.tab_to("main .source")
    keyboard.press("Enter")
    assert page.locator(".passage:popover-open").count() == 1
    keyboard.tab_to(".passage:popover-open a[href*='#char=']")
    keyboard.press("Enter", leads_to="**/document/*#char=*")


def test_a_question_is_asked_and_its_table_ordered_and_narrowed_by_keyboard(keyboard: Walk) -> None:
    page = keyboard.open("questions/who-sits-on")
    keyboard.tab_to("main input[name=body]")
    page.keyboard.type("Vårdrådet Söder")
    keyboard.press("Enter", leads_to="**body=*")
    assert page.locator("table.answer tbody tr").count() == 4
    keyboard.tab_to("table.answer th a.sort")
    keyboard.press("Enter", leads_to="**sort=*")
    assert page.locator("table.answer th[aria-sort=ascending]").count() == 1


def test_a_network_is_read_beside_its_drawing_and_narrowed_by_keyboard(keyboard: Walk) -> None:
    page = keyboard.open(f"network/{COUNCIL}")
    page.frame_locator("iframe.drawing").locator("html[data-drawn]").wait_for(state="attached")
    keyboard.tab_to("nav.parts a[href*='steps=2']")
    keyboard.press("Enter", leads_to="**steps=2*")
    keyboard.tab_to("a[href='#ties']")
    keyboard.press("Enter")
    keyboard.tab_to("ul.ties .source")
    keyboard.press("Enter")
    assert page.locator(".passage:popover-open blockquote").first.is_visible()


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
    assert row.locator(".passage").is_visible()
    plain.open("search?kind=person")
    plain.click(page.locator(".facets a[href*='role=chair']"), "**role=chair*")
    assert "Karin Lundberg" in page.locator("ul.hits a").all_inner_texts()
    plain.click(page.locator("nav.views a", has_text="Tabell"), "**view=table*")
    plain.click(page.locator("th a.sort", has_text="Namn"), "**sort=name*")
    assert page.locator("th[aria-sort=ascending]").count() == 1


def test_without_scripts_a_question_is_asked_and_taken_away(plain: Walk) -> None:
    page = plain.open("questions/who-sits-on")
    page.locator("main input[name=body]").fill("Vårdrådet Söder")
    plain.press("Enter", leads_to="**body=*")
    assert page.locator("table.answer tbody tr").count() == 4
    with page.expect_download() as download:
        page.locator("ul.formats a", has_text="CSV").first.click()
    assert download.value.suggested_filename.endswith(".csv")


def test_without_scripts_a_network_is_a_picture_and_a_list_of_ties(plain: Walk) -> None:
    page = plain.open(f"network/{COUNCIL}")
    picture = page.locator("noscript img.drawing, img.drawing").first
    assert picture.is_visible()
    assert picture.evaluate("(image) => image.naturalWidth") > 100
    assert page.locator("ul.ties li").count() >= 3
    plain.click(page.locator("nav.parts a[href*='steps=2']"), "**steps=2*")
    assert page.locator("ul.ties li").count() >= 3


def test_without_scripts_two_are_connected_and_a_fact_is_told_of(plain: Walk) -> None:
    page = plain.open("networks")
    page.locator("input[name=from]").fill("Maja Holm")
    page.locator("input[name=to]").fill("Söderavtalet")
    plain.click(page.locator("form.ask button"), "**from=*")
    assert page.locator("ul.ties li").count() >= 2
    plain.open("document/radet")
    plain.click(page.get_by_role("link", name="Saknas en uppgift här?"), "**/missing/**")
    plain.click(page.get_by_role("radio", name="Omnämnanden"))
    plain.click(page.get_by_role("button", name="Nästa"), "**of=mentions*")
    for name, value in (("quote", "Söderavtalet"), ("name", "Söderavtal"), ("who", "Ann Ek"), ("why", "Det står så.")):
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main select[name=kind]").select_option("agreement")
    plain.click(page.get_by_role("button", name="Gör rättelsen"), "**who=*")
    assert '"act": "add"' in page.locator("textarea#file").input_value()


def test_without_scripts_a_curator_judges_a_pair_and_the_original_is_seen(chromium: Any, whole: Any) -> None:
    walk = Walk(chromium, whole.address, java_script_enabled=False)
    page = walk.open("desk/sign-in")
    page.locator("input[name=token]").fill("0123456789abcdef")
    walk.click(page.locator("main form button"), "**/desk")
    walk.click(page.get_by_role("link", name="Samma?").first, "**/desk/pairs")
    walk.open(f"desk/pairs/{whole.pair}")
    assert page.locator("input[name=verdict]").count() == 3
    walk.open("document/filen")
    walk.click(page.get_by_role("link", name="Se originalet bredvid texten"), "**/original/**")
    assert page.locator(".original img").evaluate("(image) => image.naturalWidth") == 1200
    walk.click(page.locator(".original .text a.read").first, "**#box-*")
    assert page.locator(".original a:target rect").count() >= 1
    walk.page.context.close()
