"""What tests in a real Chromium share: they wait for what they look at, and let axe-core judge it.

What is pressed or clicked may lead to another page, or fetch; nothing says that this is there yet. So what comes of it
is read by `expect`, which looks again until it is so, never at once by `count()`, `is_visible()` or `inner_text()`.
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

__all__ = ["expect", "offences", "two_frames"]

expect.set_options(timeout=30_000)  # as long as clicks wait: a busy machine is no fault of a page
AXE = Path(__file__).parents[1] / "web" / "vendor" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HABITS = ["best-practice"]  # of a page of its own: one heading, landmarks; not of a frame in one


def offences(page: Any, *, whole: bool = True) -> list[str]:
    """What axe-core finds wrong on a page: the rule, and each element that breaks it; `whole` if it is no frame."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = WCAG + HABITS * whole
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, iframes: false})", rules)
    assert found["passes"], "axe-core looked at nothing"
    return [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]


def two_frames(page: Any) -> None:
    """Wait until what the scripts of a page, or of the page that an element is in, have asked to be drawn is drawn."""
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
