"""Whose body it is: the organisation that its name or the head of the document tells, or the sides that sit there."""

import re

from samverkan.facts import Body
from samverkan.places import Places
from samverkan.reading.layout import Layout
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.rows import Lists

_HEAD = 12  # lines
_BOARD = r"(?:[Ff]örbunds)?(?:[Ss]tyrelsen?|[Dd]irektionen?)|(?:[Pp]residi(?:um|et)|[Aa]rbetsutskott(?:et)?)"
_NAME = r"(?P<whose>[A-ZÅÄÖ].{3,})\Z"
# `styrelsen för Norra Leden`, `Styrgrupp Vårdsamverkan Ådalen`: whose it is stands behind the noun.
_OF = re.compile(
    rf"(?:\w+\s)?(?:{_BOARD})(?:\s(?:för|i|inom))?\s{_NAME}"
    rf"|(?:\w+\s)?[\wåäöÅÄÖ]*(?:[Ss]tyr|[Ll]ednings|[Bb]erednings)grupp(?:en)?(?:\s(?:för|i|inom))?\s"
    rf"(?=.*(?:samverkan|förbund|region|kommuner|college)){_NAME.replace('whose', 'joint')}"
)
_ITS = re.compile(r"(?P<whose>[A-ZÅÄÖ].{3,}?)s\s(?:\w+\s)?(?:styrelse|direktion|presidium|styrgrupp|arbetsutskott)\Z")
_PLACES = r"(?: (?:(?:och|i|&) [\wåäöÅÄÖ]+|[A-ZÅÄÖ][\wåäö-]+)(?![\wåäö])){0,6}"
_ORGANISATION = re.compile(
    rf"(?<![\wåäö])(?:(?:[A-ZÅÄÖ][\wåäö]*(?:förbundet|tjänsten|kåren)|Finsam){_PLACES}"
    r"|(?:[A-ZÅÄÖ][\wåäö-]+\s){1,3}[\wåäöÅÄÖ]*(?:förbund|räddningstjänst|brandkår)(?![\wåäö])"
    r"|[A-ZÅÄÖ][\wåäö-]*(?:kommunerna|regionen)(?![\wåäö]))"
)
_ONLY_SIDES = ("officials", "political", "mixed", None)


def organisations(body: Body, layout: Layout, places: Places, lists: Lists) -> tuple[str, ...]:
    """Those whose body it is, where the text says so: by its name, by the sides of its list, by the head above it."""
    shared = _sides(places, lists)
    if shared:
        return shared
    name = body.name or ""
    inside = tuple(dict.fromkeys(place.name for place in places.find(name) if place.kind == "region"))
    told = _OF.match(name) or _OF.match(_ITS.sub(r"styrelsen \g<whose>", name))
    whose = told and (told["whose"] or told["joint"])
    if whose and places.of(whose) is None and not inside:
        return (whose,)
    if inside:
        return inside
    if body.kind in ("board", "committee"):
        return _of_head(body, layout, places, lists.rows[0].entry.start if lists.rows else len(layout.text))
    return _met(body, places, lists)


def _sides(places: Places, lists: Lists) -> tuple[str, ...]:
    """The sides that a list has headings for, where a region and the municipalities are two of them."""
    sides = dict.fromkeys(row.section.organisation for row in lists.rows if row.section.organisation)
    shared = tuple(each for each in sides if each == "kommunerna" or _is_region(places, each))
    return shared if "kommunerna" in shared and len(shared) > 1 else ()


def _is_region(places: Places, name: str) -> bool:
    place = places.of(name)
    return place is not None and place.kind == "region"


def _of_head(body: Body, layout: Layout, places: Places, first: int) -> tuple[str, ...]:
    """The one organisation that the head, up to its first person at `first`, names above a board, else the region."""
    lines = [line for line in layout.lines[:_HEAD] if len(line.text) <= _NARROW and line.start < first]
    if body.kind == "board":
        for line in lines:
            found = _ORGANISATION.search(line.text.title() if line.text.isupper() else line.text)
            if found is not None and not BODY_NOUN.search(found[0]):
                return (found[0],)
    regions = {
        place.name
        for line in lines
        for place in places.find(layout.text, line.start, line.end)
        if place.kind == "region"
    }
    return tuple(regions) if len(regions) == 1 and "gemensam" not in (body.name or "").casefold() else ()


_NARROW = 120  # characters: a longer line is running text


def _met(body: Body, places: Places, lists: Lists) -> tuple[str, ...]:
    """One region and municipalities whose people are listed beside each other in a body of both."""
    if body.kind not in _ONLY_SIDES:
        return ()
    whom = [place for row in lists.rows if row.entry.organisation and (place := places.of(row.entry.organisation))]
    regions = {place.name for place in whom if place.kind == "region"}
    municipalities = {place.name for place in whom if place.kind == "municipality"}
    return (*regions, "kommunerna") if len(regions) == 1 and len(municipalities) > 1 else ()
