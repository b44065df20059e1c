"""What a search found on a map: each county by how many of the things are there."""

from samverkan_web import geography, map_picture
from samverkan_web.explore import Found
from samverkan_web.site import Site


def picture(site: Site, found: Found, title: str) -> str:
    """The counties of Sweden as SVG, each in the middle of its municipalities; empty where the map is not looked at."""
    if found.wish.view != "map":
        return ""
    numbers = {each.value: each.number for each in found.places}
    whole = geography.page(site, "", "")
    regions = (each for each in (*whole.active, *whole.silent) if each.kind == "region")
    counties = {each.county.iri: each for each in regions}
    marks = [
        map_picture.Mark(each.county.label, "region", each.latitude, each.longitude, numbers.get(iri, 0))
        for iri, each in counties.items()
    ]
    return map_picture.svg(marks, title)
