"""Each kind of page fits the screen, asks no other host, and breaks no rule of WCAG 2.2 A or AA that axe-core can tell.

In Swedish and English, light and dark, narrow and wide.
"""

from typing import Any

import pytest
from browsing import Visit, expect, offences

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
COUNCIL = "body/12/vårdrådet_söder"
PATHS = (
    "", f"{COUNCIL}?on=2024-03-05", "person/12/maja_holm", "municipality/1214", "region/12", "county/12",
    "agreement/12/söderavtalet",
    "meeting/12/vårdrådet_söder/2024-03-05", "document/radet-2024-03-05",
    "search?q=maja", "search", "search?q=xyzzy", "search?kind=person&role=chair",
    "search?kind=person&view=table&sort=name",
    "search?kind=meeting&view=timeline", "search?kind=body&view=map", "questions", "questions/who-sits-on",
    "questions/representatives-of-organisation?organisation=region", "questions/search?text=söder&sort=-kind&filter=a",
    "sparql?query=SELECT * { ?s ?p ?o } LIMIT 150", "sparql?query=SELECT",
    "networks?from=Maja Holm&to=Söderavtalet", "networks/people", f"network/{COUNCIL}", f"network/{COUNCIL}.drawing",
    "networks/people?first=2020&second=2024", f"embed/network/{COUNCIL}", "map?county=12", "map?by=share",
    "matter?q=nära vård", "found/network?kind=person",
    "plan/12/plan_för_nära_vård", "remiss", "assignments?on=2024", "coverage",
    "report/document/radet-2024-03-05/meeting?act=confirm&who=Ann&why=Rätt",
    "downloads", "ontology", "about", "nowhere",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("sv", 1280, "light"), ("sv", 320, "dark"), ("en", 1280, "dark"), ("en", 320, "light")],
)
def test_no_page_breaks_a_rule_or_the_screen(
    chromium: Any, address: str, language: str, width: int, scheme: str
) -> None:
    visit = Visit(chromium, address, viewport={"width": width, "height": 800}, color_scheme=scheme)
    wrong = {}
    for path in PATHS:
        page = visit.open(f"/{language}/{path}")
        found = offences(page, whole=not (path.endswith(".drawing") or path.startswith("embed/")))
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"{wide} points wide")
        if found:
            wrong[path] = found
    visit.context.close()
    assert (wrong, visit.wrong) == ({}, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_passage_breaks_no_rule(chromium: Any, address: str, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/sv/{COUNCIL}", wait_until="load")
    page.locator(".source").first.click()
    expect(page.locator(".passage:popover-open")).to_have_count(1)
    assert offences(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_suggestions_break_no_rule(chromium: Any, address: str, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/sv/", wait_until="load")
    page.get_by_role("combobox").first.fill("söder")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    assert offences(page) == []
    context.close()


def test_a_picture_without_words_is_found(chromium: Any) -> None:
    page = chromium.new_page()
    page.set_content('<html lang="sv"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>')
    assert offences(page, whole=False) == ['image-alt: <img src="data:,">']
    page.close()
