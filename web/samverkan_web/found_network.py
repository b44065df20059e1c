"""What a search finds, for a network of exactly these things."""

from typing import Final

from samverkan import network as net
from samverkan_web import explore, networks
from samverkan_web.entities import KINDS
from samverkan_web.network_wishes import Wish
from samverkan_web.networks import NetworkPage
from samverkan_web.site import Site
from samverkan_web.wishes import Wish as Search
from samverkan_web.wording import gettext, lazy_gettext

MOST: Final = 150  # things, the best first, in a network that can still be read
ABOUT: Final = lazy_gettext("The things that the search found, and whatever ties one of them to another.")


def page(site: Site, search: Search, wish: Wish, language: str) -> NetworkPage:
    """The network of the first things that a search finds, of these those that a wish leaves."""
    iris, number = _things(site, search, language)
    network = networks.kept(site, ("found", *iris), lambda: net.among(site.store, iris))
    made = NetworkPage(gettext("What was found, as a network"), str(ABOUT), None, 0, network, network)
    return networks.wished(made, wish, number)


def _things(site: Site, search: Search, language: str) -> tuple[tuple[str, ...], int]:
    """The first things that are found, and how many there are."""
    index = site.finder
    if index is None:
        found = explore.search(site, search, 1, language)
        return tuple(hit.thing.iri for hit in found.hits), found.paging.total
    counts = index.counts(search.text, site.addresses.base, explore.terms_of(site, search))
    number = counts.get(search.kind, 0) if search.kind else sum(counts[each] for each in KINDS if each in counts)
    return tuple(hit.thing.iri for hit in explore.hits(site, index, search, 0, MOST)), number
