"""What somebody looks for on the search page: words, a kind, values of facets, an order, a view; each is in the URL."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from flask import url_for

from samverkan.store.facets import NAMES
from samverkan.store.finding import ORDERS
from samverkan.vocabulary import CONCEPTS
from samverkan_web.entities import KINDS
from samverkan_web.wording import lazy_gettext

VIEWS: Final[Mapping[str, str]] = {
    "list": lazy_gettext("List"),
    "table": lazy_gettext("Table"),
    "timeline": lazy_gettext("Timeline"),
    "map": lazy_gettext("Map"),
}
_LONGEST: Final = 200  # letters
# Facets whose values are terms of one of our lists: the list. The others are texts, or places.
_LISTS: Final = {"bodykind": "body-kind", "role": "role", "known": "known-by", "theme": "theme"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: `chosen` gives by facet the value that is in the address."""

    text: str = ""
    kind: str | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    view: str = "list"

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.text or self.kind or self.chosen)

    def address(self, suffix: str = "") -> str:
        """Where this is answered on the site, as a page or as a file with a suffix."""
        given = {"sort": self.order, "view": "" if suffix or self.view == "list" else self.view}
        kept: dict[str, Any] = self.arguments | {name: value for name, value in given.items() if value}
        if suffix:
            return url_for("pages.search_file", form=suffix, **kept)
        return url_for("pages.search", **kept)

    @property
    def arguments(self) -> dict[str, Any]:
        """What is looked for, as it stands in addresses, whatever the order and the view."""
        given = {"q": self.text, "kind": self.kind or "", **self.chosen}
        return {name: value for name, value in given.items() if value}

    @property
    def network_address(self) -> str:
        """Where what is found is drawn as a network."""
        return url_for("pages.network_found", name="network", **self.arguments)

    def of(self, kind: str | None) -> "Wish":
        """The same for another kind of things, or for all."""
        return replace(self, kind=kind)

    def having(self, facet: str, value: str) -> "Wish":
        """The same, with a value chosen."""
        return replace(self, chosen={**self.chosen, facet: value})

    def without(self, facet: str) -> "Wish":
        """The same, whatever the value of a facet."""
        return replace(self, chosen={name: value for name, value in self.chosen.items() if name != facet})

    def seen(self, view: str) -> "Wish":
        """The same in another view."""
        return replace(self, view=view)

    def by(self, column: str) -> "Wish":
        """The same ordered by a column; from its last value to its first where it is ordered by it already."""
        return replace(self, order=f"-{column}" if self.order == column else column)


def wish(given: Mapping[str, str]) -> Wish:
    """What a request looks for; what cannot be meant is left out."""
    kind, order, view = given.get("kind"), given.get("sort", ""), given.get("view", "")
    chosen = {name: given[name].strip()[:_LONGEST] for name in NAMES if given.get(name, "").strip()}
    return Wish(
        given.get("q", "").strip()[:_LONGEST],
        kind if kind in KINDS else None,
        chosen,
        order if order.removeprefix("-") in ORDERS else "",
        view if view in VIEWS else "list",
    )


def iri(facet: str, value: str, base: str) -> str:
    """What the graph calls a value that stands in an address: an IRI, or the text itself."""
    if facet in _LISTS:
        return f"{CONCEPTS}{_LISTS[facet]}/{value}"
    return f"{base}county/{value}" if facet == "county" else value


def value(facet: str, term: str) -> str:
    """How a value of the graph stands in an address.

    >>> value("role", "https://w3id.org/samverkan/concept/role/vice-chair"), value("party", "S")
    ('vice-chair', 'S')
    """
    return term.rpartition("/")[2] if facet in (*_LISTS, "county") else term
