"""No page breaks a rule of WCAG 2.2 A or AA that axe-core can tell: Swedish, English, light, dark, narrow, wide."""

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HABITS = ["best-practice"]  # of a page of its own: one heading, landmarks; not of a frame in one
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


def offences(page: Any, rules: list[str]) -> list[str]:
    """What axe-core finds wrong on a page: the rule, and the first element that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(rules)}, iframes: false}})")
    assert found["passes"], "axe-core looked at nothing"
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("sv", 1280, "light"), ("sv", 320, "dark"), ("en", 1280, "dark"), ("en", 320, "light")],
)
def test_no_page_breaks_a_rule(chromium: Any, address: str, language: str, width: int, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    wrong = {}
    for path in PATHS:
        page.goto(f"{address}/{language}/{path}", wait_until="load")
        if found := offences(page, RULES if path.endswith(".drawing") or path.startswith("embed/") else RULES + HABITS):
            wrong[path] = found
    context.close()
    assert wrong == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_passage_breaks_no_rule(chromium: Any, address: str, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/sv/{COUNCIL}", wait_until="load")
    page.locator(".source").first.click()
    assert page.locator(".passage:popover-open").count() == 1
    assert offences(page, RULES) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_suggestions_break_no_rule(chromium: Any, address: str, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/sv/", wait_until="load")
    page.get_by_role("combobox").first.press_sequentially("söder")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert offences(page, RULES) == []
    context.close()


def test_a_picture_without_words_is_found(chromium: Any) -> None:
    page = chromium.new_page()
    page.set_content('<html lang="sv"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>')
    assert offences(page, RULES) == ['image-alt: <img src="data:,">']
    page.close()
