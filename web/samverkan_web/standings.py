"""A person's class: elected, official in a role, or other. Others are not put forward to search engines or visitors.

The class is derived from the facts by the query `pages/standing`; the rule stands in docs/decisions/0018-privacy.md.
"""

from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

from flask import Flask, Response, request

from samverkan import queries
from samverkan.store import Store
from samverkan_web import formats
from samverkan_web.frame import site
from samverkan_web.site import Site, rows_of
from samverkan_web.statements import Row

ELECTED: Final = "elected"
OFFICIAL: Final = "official"
OTHER: Final = "other"
_ORDER: Final = (ELECTED, OFFICIAL, OTHER)  # the first that there is a reason for


_KNOWN: WeakKeyDictionary[Store, dict[str, str | None]] = WeakKeyDictionary()


def standing(of: Site, iri: str) -> str | None:
    """The class of a person, None for what is no person; asked once of each published graph."""
    store = of.store
    known = _KNOWN.setdefault(store, {})
    if iri not in known:
        known[iri] = _classes(rows_of(queries.run(store, "pages/standing", {"entity": iri}))).get(iri)
    return known[iri]


_OTHERS: WeakKeyDictionary[Store, frozenset[str]] = WeakKeyDictionary()


def others(of: Site) -> frozenset[str]:
    """The IRIs of all people who hold no office anywhere; asked once of each published graph."""
    store = of.store
    found = _OTHERS.get(store)
    if found is None:
        classes = _classes(rows_of(queries.run(store, "pages/standing")))
        found = _OTHERS[store] = frozenset(iri for iri, name in classes.items() if name == OTHER)
    return found


def _classes(rows: Iterable[Row]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        found[row["entity"]] = min(found.get(row["entity"], OTHER), row["standing"], key=_ORDER.index)
    return found


def install(app: Flask) -> None:
    """Let pages of people who hold no office, and data about them, ask search engines to leave them."""

    @app.after_request
    def _unindexed(response: Response) -> Response:
        path = str((request.view_args or {}).get("path", ""))
        if request.endpoint in _ENDPOINTS and response.status_code == 200 and path.startswith("person/"):
            iri = site().addresses.iri(formats.split(path)[0])
            if standing(site(), iri) == OTHER:
                response.headers["X-Robots-Tag"] = "noindex"
        return response


_ENDPOINTS: Final = ("pages.entity", "pages.network_around", "api.thing")
