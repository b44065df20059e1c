"""How soon a network is drawn, and whether it can be dragged: 5,000 things by sigma and 150 by vis-network.

Run from the project's folder: `python bench/drawing.py [THINGS]`, 5000 without a number. Headless Chromium draws
without a graphics card, so a machine with one is quicker. Data arrive when the script begins to read them; the first
frame is the first that shows all. Dragging is measured by the frames that are drawn while a thing is moved.
"""

import os
import random
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from flask import Flask, render_template
from playwright.sync_api import Page, Route, sync_playwright
from werkzeug.serving import make_server

from samverkan.network import Edge, Network, Node, large_layout
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan_web import create_app, drawing, large
from samverkan_web.addresses import Addresses
from samverkan_web.networks import NetworkPage
from samverkan_web.site import Site

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FRAMES = """() => { window.frames_drawn = []; let before = performance.now(); window.measuring = true;
  const frame = (now) => { window.frames_drawn.push(now - before); before = now;
    if (window.measuring) requestAnimationFrame(frame); };
  requestAnimationFrame(frame); }"""
STEPS = 120  # of the mouse while dragging


def main(things: int) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with site() as (app, address), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        many, few = grouped(things), grouped(150)
        with app.test_request_context("/en/"):
            drawn = large.draw(many, large_layout(many), lambda _: None)
            thousands = render_template("large.html", title="T", drawing=drawn)
            shown = NetworkPage("T", "", None, 0, few, few)
            hundred = render_template("drawing.html", page=shown, drawing=drawing.draw(few, None, {}, "en"), whole=None)
        show(page, address, thousands)
        took = page.locator("html").get_attribute("data-took")
        print(f"sigma, {things:,} things, {len(many.edges):,} ties: first frame {took} ms after the data")
        page.locator("#focus").fill("person n0042")  # who is found lies in the middle
        page.locator("html[data-found='Person n0042']").wait_for(state="attached")
        report("dragging", page)
        show(page, address, hundred)
        print(f"vis-network, 150 things: shown {page.evaluate('performance.now()'):.0f} ms after the page was begun")
        report("dragging", page)
        browser.close()


def grouped(count: int) -> Network:
    """A made-up network of groups of forty, the same each time."""
    chance = random.Random(7)
    names = [f"n{number:04}" for number in range(count)]
    ends = [(at, min(at // 40 * 40 + chance.randrange(40), count - 1)) for at in range(count) for _ in range(4)]
    ends += [(at, chance.randrange(count)) for at in range(0, count, 2)]
    pairs = sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})
    nodes = {name: Node(name, f"Person {name}", "person") for name in names}
    return Network(nodes, tuple(Edge(names[one], names[other], 1 + other % 5, ()) for one, other in pairs))


def show(page: Page, address: str, body: str) -> None:
    """Open a drawing and wait until it is drawn."""

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="text/html")

    page.unroute_all()
    page.route("**/en/drawn", answer)
    page.goto(f"{address}/en/drawn", wait_until="load")
    page.locator("html[data-drawn]").wait_for(state="attached", timeout=60_000)


def report(what: str, page: Page) -> None:
    """Drag from the middle of the drawing to and fro, and print how long its frames took."""
    page.wait_for_timeout(800)
    box: Any = page.locator("#network").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(STEPS):
        page.mouse.move(x + 3 * (step if step < STEPS / 2 else STEPS - step), y + step % 7)
    frames = page.evaluate("() => { window.measuring = false; return window.frames_drawn; }")
    page.mouse.up()
    dragged = page.locator("html").get_attribute("data-dragged") or "the whole, or by vis-network"
    took = sorted(frames)
    worst = took[int(len(took) * 0.95)]
    print(
        f"  {what} ({dragged}): {len(took)} frames, median {statistics.median(took):.0f} ms, 95 % below {worst:.0f} ms"
    )


@contextmanager
def site() -> Iterator[tuple[Flask, str]]:
    """The site over an empty graph, for its scripts."""
    store = OxigraphStore()
    app = create_app(Site(lambda: store, Addresses(Settings().base), None), Settings())  # type: ignore[arg-type]
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield app, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
