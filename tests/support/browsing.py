"""What tests in a real Chromium share: they wait for what they look at, and let axe-core judge it.

What is pressed or clicked may lead to another page, or fetch; nothing says that this is there yet. So what comes of it
is read by `expect`, which looks again until it is so, never at once by `count()`, `is_visible()` or `inner_text()`.
"""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import expect

__all__ = ["Visit", "expect", "offences", "two_frames"]

expect.set_options(timeout=30_000)  # as long as clicks wait: a busy machine is no fault of a page
AXE = Path(__file__).parents[1] / "web" / "vendor" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HABITS = ["best-practice"]  # of a page of its own: one heading, landmarks; not of a frame in one


REFUSED = "Failed to load resource: the server responded with a status of 4"
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


class Visit:
    """A page with what went wrong on it: errors of the console, dialogs, requests to others.

    That the page itself is answered by 404, say, is no error of it.
    """

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address, self.opened = address, ""
        self.wrong: list[str] = []
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda each: self.wrong.append(str(each)))
        self.page.on("dialog", lambda each: (self.wrong.append(f"dialog {each.message}"), each.dismiss()))
        self.page.on("request", lambda each: self._own(each.url) or self.wrong.append(f"asked {each.url}"))

    def _said(self, message: Any) -> None:
        refused = message.text.startswith(REFUSED) and unquote(message.location["url"]) == self.opened
        if message.type in ("error", "warning") and not refused:
            self.wrong.append(message.text)

    def _own(self, url: str) -> bool:
        return url.startswith((self.address, "data:", "about:"))

    def open(self, path: str) -> Any:
        """The page at a path, loaded."""
        self.opened = self.address + path
        self.page.goto(self.opened, wait_until="load")
        return self.page


def two_frames(page: Any) -> None:
    """Wait until what the scripts of a page, or of the page that an element is in, have asked to be drawn is drawn."""
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
