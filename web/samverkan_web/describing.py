"""What the page of a thing tells search engines and other sites: its place on the site, and itself by schema.org."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from samverkan_web.entities import WORKS, EntityPage
from samverkan_web.evidence import Link

_ORGANISATION: Final = "Organization"
# The classes of schema.org that come nearest, by kind of thing.
_CLASSES: Final[Mapping[str, str]] = {
    "person": "Person", "body": _ORGANISATION, "organisation": _ORGANISATION, "collective": _ORGANISATION,
    "municipality": "GovernmentOrganization", "region": "GovernmentOrganization", "county": "AdministrativeArea",
    "meeting": "Event", "document": "DigitalDocument", **dict.fromkeys(WORKS, "CreativeWork"), "law": "Legislation",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to a page, in words; the last has no address."""

    words: str
    address: str | None


def described(page: EntityPage, url: str, crumbs: Sequence[Crumb], absolute: Callable[[str], str]) -> dict[str, Any]:
    """The thing of a page and the way to it, as JSON-LD; what is not stated is left out.

    `absolute` gives the whole address of a path of this site.
    """
    about = page.head
    thing = {
        "@type": _CLASSES.get(about.kind, "Thing"), "@id": about.iri, "url": url, "name": about.label,
        "alternateName": list(about.other_names), "sameAs": list(about.same_as), **_own(page),
    }  # fmt: skip
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": each.words, "item": absolute(each.address or "") or url}
            for place, each in enumerate(crumbs, 1)
        ],
    }
    return {"@context": "https://schema.org", "@graph": [{key: value for key, value in thing.items() if value}, trail]}


def _own(page: EntityPage) -> dict[str, Any]:
    about = page.head
    if about.kind == "person":
        return {"memberOf": [_named(body) for body in dict.fromkeys(seat.body for seat in page.seats)]}
    if about.kind == "body":
        return {"parentOrganization": [_named(each) for each in about.links("ownedBy")]}
    if about.kind == "meeting":
        return {
            "startDate": about.text("start"), "endDate": about.text("end"),
            "location": {"@type": "Place", "name": about.text("place")} if about.text("place") else None,
            "organizer": [_named(each) for each in about.links("body")],
        }  # fmt: skip
    if about.kind == "document":
        return {
            "datePublished": about.text("published"), "temporalCoverage": about.text("date"), "inLanguage": "sv",
            "about": [_named(each) for each in (*about.links("body"), *about.links("meeting"))],
        }  # fmt: skip
    return {}


def _named(thing: Link) -> dict[str, str]:
    return {"@id": thing.iri, "name": thing.label}
