"""A page is not made twice while the published graph is the same: browsers keep it (ETag, 304), and so may we."""

from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from flask import Flask, Response, g, request

from samverkan.resources import folder
from samverkan_web import signing_in
from samverkan_web.frame import site
from samverkan_web.kept_pages import KeptPages, key_of

# What answers the same as long as the graph is the same; a visitor's own query may ask for the hour or for chance.
_BLUEPRINTS: Final = ("pages", "data", "vocabulary")
_OTHERS: Final = (
    "pages.downloads", "pages.changes", "pages.changes_feed", "pages.change", "pages.sparql_page", "pages.sparql_file",
    "pages.original", "pages.original_picture",
)  # fmt: skip


def install(app: Flask, pages: KeptPages | None = None) -> None:
    """Let the app tell browsers which state of the graph a page shows, and not make a page twice for one of them.

    With `pages` it does not make a page twice for anybody. Whatever changes a page on its way comes after this.
    """
    makers = _makers()

    @app.before_request
    def _unchanged() -> Response | None:
        if (
            request.method not in ("GET", "HEAD")
            or request.blueprint not in _BLUEPRINTS
            or _is_of_others(request.endpoint or "")
        ):
            return None
        version = site().version
        if version is None:
            return None
        accept = request.headers.get("Accept", "")
        g.tag = sha256(f"{version} {makers} {accept}".encode()).hexdigest()[:20]
        if request.if_none_match.contains_weak(g.tag):
            return _tagged(Response(status=304))
        g.key = key_of(request, g.tag) if pages else None
        found = pages.get(g.key) if pages and g.key else None
        if found:
            g.key = None
        return found

    @app.after_request
    def _new(response: Response) -> Response:
        if response.status_code != 200 or "tag" not in g:
            return response
        _tagged(response)
        if pages and g.get("key"):
            pages.keep(g.key, response)
        return response


def _is_of_others(endpoint: str) -> bool:
    return endpoint in _OTHERS or endpoint.startswith(signing_in.PREFIX)


def _tagged(response: Response) -> Response:
    response.set_etag(g.tag, weak=True)
    response.headers["Cache-Control"] = "no-cache"  # to be kept, and asked about each time
    return response


def _makers() -> str:
    """A digest of all that makes pages out of a graph: with a new version of the program every page is new."""
    digest = sha256()
    for root in (files("samverkan"), files("samverkan_web"), folder("queries")):
        for name, data in sorted(_sources(root)):
            digest.update(f"{name} {len(data)} ".encode() + data)
    return digest.hexdigest()


def _sources(root: Traversable, path: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for each in root.iterdir():
        name = f"{path}/{each.name}"
        if each.is_dir():
            found += _sources(each, name)
        elif name.endswith((".py", ".html", ".mo", ".rq")):
            found.append((name, each.read_bytes()))
    return found
