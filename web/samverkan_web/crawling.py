"""What search engines ask for: which pages there are, in both languages, and which they had better leave.

People who hold no office anywhere are left out: whoever is only named in a document is not to be found by his or her
name elsewhere (`standings`).
"""

from collections.abc import Sequence
from typing import Any, Final
from weakref import WeakKeyDictionary
from xml.sax.saxutils import escape, quoteattr

from flask import Blueprint, Response, current_app, request, url_for

from samverkan import queries
from samverkan.errors import NotFound
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan_web import standings
from samverkan_web.entities import KINDS
from samverkan_web.frame import site
from samverkan_web.languages import LANGUAGES
from samverkan_web.site import Site, rows_of

views = Blueprint("crawling", __name__)

_AT_ONCE: Final = 5_000  # things in one file; the protocol allows 50,000 addresses, and each thing has two
_PAGES: Final = (
    "start", "search", "questions", "network_list", "downloads", "ontology", "changes", "about", "privacy",
    "accessibility", "api_page",
)  # fmt: skip
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What costs much to make and says nothing of its own: answers to forms, drawings, surroundings.
_LEAVE: Final = (
    "/sparql",
    "/api/",
    "/*/sparql?",
    "/*/search?",
    "/*/suggest.json",
    "/*/network/",
    "/*/report/",
    "/*/missing/",
    "/*/original",
)


@views.get("/robots.txt")
def robots() -> Response:
    """What robots are asked to leave, and where the sitemap is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _LEAVE), "", f"Sitemap: {_here('/sitemap.xml')}", ""]
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")


@views.get("/sitemap.xml")
def sitemap() -> Response:
    """The files that list all pages."""
    parts = range(1, _parts(len(_things(site()))) + 1)
    files = "".join(f"<sitemap><loc>{_here(f'/sitemap-{part}.xml')}</loc></sitemap>\n" for part in parts)
    return _xml(f'<sitemapindex xmlns="{_SITEMAPS}">\n{files}</sitemapindex>\n')


@views.get("/sitemap-<int:part>.xml")
def sitemap_part(part: int) -> Response:
    """Some pages, each in both languages with the address of the other; the first file has those that are no things."""
    things = _things(site())
    if not 1 <= part <= _parts(len(things)):
        raise NotFound(f"there is no sitemap {part}; {url_for('crawling.sitemap')} lists those that there are")
    lines = [
        *(_both(f"pages.{each}") for each in _PAGES if part == 1),
        *(_both("pages.question", name=each) for each in queries.catalogue() if part == 1),
        *(_both("pages.entity", path=each) for each in things[(part - 1) * _AT_ONCE : part * _AT_ONCE]),
    ]
    opened = f'<urlset xmlns="{_SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return _xml(f"{opened}\n{''.join(lines)}</urlset>\n")


_KNOWN: WeakKeyDictionary[Store, Sequence[str]] = WeakKeyDictionary()


def _things(of: Site) -> Sequence[str]:
    """The paths of the things that have a page for everybody; asked once of each published graph."""
    store = of.store
    found = _KNOWN.get(store)
    if found is None:
        rows = rows_of(queries.run(store, "pages/addresses", {"base": of.addresses.base}))
        private = standings.others(of)
        paths = (of.addresses.path(row["entity"]) or "" for row in rows if row["entity"] not in private)
        found = _KNOWN[store] = [path for path in paths if path.partition("/")[0] in KINDS]
    return found


def _parts(things: int) -> int:
    return max(1, -(-things // _AT_ONCE))


def _both(endpoint: str, **values: Any) -> str:
    """A page in both languages."""
    where = {each: _here(url_for(endpoint, language=each, **values)) for each in LANGUAGES}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{each}" href={quoteattr(address)}/>' for each, address in where.items()
    )
    return "".join(f"<url><loc>{escape(address)}</loc>{others}</url>\n" for address in where.values())


def _here(path: str) -> str:
    """An address of the site in full: by the settings, else as the request came."""
    settings = current_app.config["SETTINGS"]
    assert isinstance(settings, Settings)
    return (settings.site or request.host_url).rstrip("/") + path


def _xml(content: str) -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', content_type="application/xml; charset=utf-8")
