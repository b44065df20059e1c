"""The map: municipalities by their points and regions in the middle of theirs, by how much they take part."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Final
from weakref import WeakKeyDictionary

from samverkan.errors import NotFound
from samverkan.network.keeping import Partaking, partaking
from samverkan.store import Store
from samverkan_web import map_picture
from samverkan_web.evidence import Row
from samverkan_web.site import Site
from samverkan_web.statements import Link

MEASURES: Final = ("seats", "presences", "share", "bodies")


_ROOM: Final = 0.5  # degrees around those that take part
_MOST_NEAR: Final = 0.6  # of the rest; where more are near, the whole country is shown


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or a region, where it lies (degrees), and how much it takes part.

    A region has no point of its own: it lies in the middle of the points of its county's municipalities.
    """

    link: Link
    kind: str
    county: Link
    latitude: float
    longitude: float
    seats: int
    presences: int
    absences: int
    bodies: int

    @property
    def share(self) -> float | None:
        """The share of presences among presences and told absences, 0 to 1; None where neither is known."""
        return self.presences / self.called if self.called else None

    @property
    def called(self) -> int:
        """How often it was told to be present or absent."""
        return self.presences + self.absences

    def value(self, measure: str) -> int:
        """How much there is of it by a measure, a name of `MEASURES`; of a share, how much it is a share of."""
        return {"seats": self.seats, "presences": self.presences, "share": self.called, "bodies": self.bodies}[measure]

    def order(self, measure: str) -> tuple[float, int, str]:
        """Where it stands by a measure among others, the most first."""
        share = self.share if measure == "share" else None
        return -(share or 0), -self.value(measure), self.link.label


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map by a measure, of the whole country or of a county: those that take part, the most first, and the rest."""

    measure: str
    county: Link | None
    counties: tuple[Link, ...]
    active: tuple[Place, ...]
    silent: tuple[Place, ...]

    @property
    def around(self) -> tuple[Place, ...]:
        """Those of the rest that are shown: all, or those near the ones that take part, where these lie close by."""
        if self.county or not self.active:
            return self.silent
        south, north = _span(each.latitude for each in self.active)
        west, east = _span(each.longitude for each in self.active)
        near = [each for each in self.silent if south <= each.latitude <= north and west <= each.longitude <= east]
        return tuple(near) if len(near) < _MOST_NEAR * len(self.silent) else self.silent

    def picture(self, title: str, percent: Callable[[float], str], address: Callable[[str], str | None]) -> str:
        """The map as SVG, with its shares in words by `percent` and pages by `address`."""
        marks = [self._mark(each, percent, address) for each in (*self.around, *self.active)]
        return map_picture.svg(marks, title, near=self.county is not None)

    def _mark(
        self, place: Place, percent: Callable[[float], str], address: Callable[[str], str | None]
    ) -> map_picture.Mark:
        share = place.share if self.measure == "share" else None
        return map_picture.Mark(
            place.link.label, place.kind, place.latitude, place.longitude, place.value(self.measure),
            share, "" if share is None else percent(share), address(place.link.iri),
        )  # fmt: skip


def _span(degrees: Iterable[float]) -> tuple[float, float]:
    """The least and the greatest, with some room on either side."""
    found = sorted(degrees)
    room = max(_ROOM, (found[-1] - found[0]) / 4)
    return found[0] - room, found[-1] + room


def page(site: Site, measure: str, county: str) -> MapPage:
    """The map by a measure, of a county by its code or of all; `NotFound` for a measure or county that is none."""
    measure = measure or MEASURES[0]
    if measure not in MEASURES:
        raise NotFound(f"no measure of the map is called {measure!r}; there are {', '.join(MEASURES)}")
    places = _places(site)
    counties = {each.county.iri: each.county for each in places}
    wanted = site.addresses.iri(f"county/{county}") if county else ""
    if wanted and wanted not in counties:
        raise NotFound(f"no county has the code {county!r}")
    shown = [each for each in places if wanted in ("", each.county.iri)]
    active = sorted((each for each in shown if each.value(measure)), key=lambda each: each.order(measure))
    silent = tuple(each for each in shown if not each.value(measure))
    ordered = tuple(sorted(counties.values(), key=lambda each: each.label))
    return MapPage(measure, counties.get(wanted), ordered, tuple(active), silent)


_PLACES: WeakKeyDictionary[Store, tuple[Place, ...]] = WeakKeyDictionary()


def _places(site: Site) -> tuple[Place, ...]:
    """All municipalities and regions; asked for once of each state of the graph."""
    store = site.store
    found = _PLACES.get(store) if site.version is not None else None
    if found is None:
        found = _PLACES[store] = _placed(site.ask("geography"), partaking(store))
    return found


def _placed(rows: list[Row], told: Mapping[str, Partaking]) -> tuple[Place, ...]:
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        if "latitude" in row:
            points[row["county"]].append((float(row["latitude"]), float(row["longitude"])))
    found = []
    for row in rows:
        of = [(float(row["latitude"]), float(row["longitude"]))] if "latitude" in row else points[row["county"]]
        if not of:
            continue
        latitude, longitude = (sum(each) / len(of) for each in zip(*of, strict=True))
        county = Link(row["county"], row.get("countyLabel", row["county"]))
        figures = astuple(told.get(row["place"], Partaking()))
        found.append(Place(Link(row["place"], row["placeLabel"]), row["kind"], county, latitude, longitude, *figures))
    return tuple(found)
