"""The site in a real Chromium: pages open without errors and ask no other host; sources and drawings work."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Visit, expect, two_frames

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
COUNCIL = "body/12/vårdrådet_söder"
WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Visit]:
    """A visit on a wide screen; whatever goes wrong fails the test."""
    visit = Visit(chromium, address, viewport=WIDE)
    yield visit
    visit.context.close()
    assert visit.wrong == []


def test_a_mark_opens_the_passage_and_leads_into_the_text(visit: Visit) -> None:
    page = visit.open(f"/sv/{COUNCIL}")
    row = page.locator("tr", has_text="Erik Sandell").first
    passage = row.locator(".passage")
    expect(passage).to_be_hidden()
    row.locator(".source").click()
    expect(passage).to_be_visible()
    expect(passage).to_contain_text("Erik Sandell, Eslöv, vice ordförande")
    passage.get_by_text("Visa i texten").click()
    page.wait_for_url("**/sv/document/radet#char=*")


def test_a_source_opens_without_scripts_and_by_keyboard(chromium: Any, address: str) -> None:
    visit = Visit(chromium, address, viewport=WIDE, java_script_enabled=False)
    page = visit.open(f"/sv/{COUNCIL}")
    row = page.locator("tr", has_text="Karin Lundberg").first
    row.locator(".source").focus()
    page.keyboard.press("Enter")
    expect(row.locator(".passage")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row.locator(".passage")).to_be_hidden()
    visit.context.close()
    assert visit.wrong == []


def test_the_first_key_leads_to_the_content(visit: Visit) -> None:
    page = visit.open("/en/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")


def test_a_network_is_drawn_at_rest_inside_its_frame(visit: Visit) -> None:
    page = visit.open(f"/sv/network/{COUNCIL}")
    frame = page.frame_locator("iframe.drawing")
    frame.locator("html[data-drawn][data-labels]").wait_for(state="attached")
    nodes = int(frame.locator("html").get_attribute("data-drawn"))
    assert nodes >= 7
    two_frames(frame.locator("html"))
    first = frame.locator("canvas").screenshot()
    page.wait_for_timeout(400)
    assert frame.locator("canvas").screenshot() == first


def test_a_question_is_asked_through_its_form(visit: Visit) -> None:
    page = visit.open("/sv/questions/who-sits-on")
    page.locator("main input[name=body]").fill("Vårdrådet Söder")
    page.get_by_role("button", name="Fråga").click()
    expect(page.locator("table.answer tbody tr")).to_have_count(4)
    expect(page.locator("table.answer").get_by_text("Maja Holm", exact=True)).to_be_visible()
