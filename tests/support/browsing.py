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


# Only what is wrong leaves the browser: to hand over all that was looked at takes four times as long as looking at it.
JUDGE = """async (rules) => {
  const asked = {runOnly: rules, iframes: false, resultTypes: ["violations"], selectors: false};
  const found = await axe.run(document, asked);
  if (!found.passes.length) throw new Error("axe-core looked at nothing");
  return found.violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`));
}"""


def offences(page: Any, *, whole: bool = True) -> list[str]:
    """What axe-core finds wrong on a page: the rule, and each element that breaks it; `whole` if it is no frame."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [str(each) for each in page.evaluate(JUDGE, WCAG + HABITS * whole)]


def two_frames(page: Any) -> None:
    """Wait until what the scripts of a page, or of the page that an element is in, have asked to be drawn is drawn."""
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
