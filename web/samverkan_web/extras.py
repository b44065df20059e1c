"""What pages of some kinds tell beside their statements, each kind by its own module."""

from collections.abc import Callable, Mapping
from typing import Final

from samverkan_web import actors, bodies, people, works
from samverkan_web.entities import ACTORS, WORKS, EntityPage
from samverkan_web.site import Site

_BY_KIND: Final[Mapping[str, Callable[[Site, EntityPage, Mapping[str, str], str], object]]] = {
    "body": bodies.more,
    "person": lambda site, page, _asked, _language: people.more(site, page),
    **dict.fromkeys(ACTORS, lambda site, page, _asked, _language: actors.more(site, page)),
    **dict.fromkeys(WORKS, lambda site, page, _asked, language: works.more(site, page, language)),
}


def more(site: Site, page: EntityPage, asked: Mapping[str, str], language: str) -> object:
    """What the template of a page is given as `more`, with what the address asks for; None for other kinds."""
    tell = _BY_KIND.get(page.head.kind)
    return tell(site, page, asked, language) if tell else None
