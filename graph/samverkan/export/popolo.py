"""The graph as Popolo JSON: persons, organizations, posts, memberships, areas, events and motions in one object.

Popolo (https://www.popoloproject.com/specs/) is what parliamentary monitors and civic applications exchange. Each
collection is a query of `queries/popolo/`, whose rows come one thing after another; so the graph is never held in
memory. Identifiers are the IRIs of the graph; what a document says has the document and its sentence under `sources`.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import IO, Any, Final
from urllib.parse import quote

from samverkan import queries
from samverkan.store import Store, Term

_Row = Mapping[str, str]
_Rows = Sequence[_Row]

# ASCII that an address may hold as it is; the rest of an IRI becomes bytes as %C3.
_KEPT: Final = "!#$%&'()*+,/:;=?@[]~"


def write(store: Store, output: IO[bytes]) -> None:
    """Write the whole graph to `output` as one Popolo object, without holding it in memory."""
    for part in _parts(store):
        output.write(part.encode())


def written(store: Store) -> bytes:
    """The whole graph as Popolo JSON."""
    output = io.BytesIO()
    write(store, output)
    return output.getvalue()


def collection(store: Store, name: str) -> Iterator[dict[str, Any]]:
    """The objects of one collection, `persons`, `organizations` …, in the order of their identifiers."""
    make = COLLECTIONS[name]
    rows = queries.run(store, f"popolo/{name}")
    told = (_told(rows.variables, row) for row in rows.rows)
    first = rows.variables[0]
    for _, of_one in groupby(told, lambda row: row[first]):
        yield {key: value for key, value in make(list(of_one)).items() if value not in (None, [])}


def _parts(store: Store) -> Iterator[str]:
    opening = "{"
    for name in COLLECTIONS:
        yield f"{opening}\n{json.dumps(name)}: ["
        comma = ""
        for each in collection(store, name):
            yield f"{comma}\n{json.dumps(each, ensure_ascii=False)}"
            comma = ","
        yield "]"
        opening = ","
    yield "\n}\n"


def _told(variables: Sequence[str], row: Sequence[Term | None]) -> _Row:
    """A row as texts by variable, without the unbound."""
    return {
        name: str(getattr(term, "value", term)) for name, term in zip(variables, row, strict=True) if term is not None
    }


def _all(rows: _Rows, name: str) -> list[str]:
    """The values of a variable over the rows of one thing, each once."""
    return list(dict.fromkeys(row[name] for row in rows if name in row))


def _other_names(rows: _Rows) -> list[dict[str, str]]:
    return [{"name": name} for name in _all(rows, "other") if name != rows[0].get("name")]


def _sources(rows: _Rows) -> list[dict[str, str]]:
    """The documents that say a thing, each with its sentence where it has one."""
    return [
        {"url": address(document), **({"note": row["quote"]} if "quote" in row else {})}
        for document, row in {row["document"]: row for row in rows if "document" in row}.items()
    ]


def address(iri: str) -> str:
    """An IRI as the address that a link holds: only ASCII.

    >>> address("https://example.org/body/vägrådet")
    'https://example.org/body/v%C3%A4gr%C3%A5det'
    """
    return quote(iri, safe=_KEPT)


def _area(rows: _Rows) -> dict[str, Any]:
    row = rows[0]
    return {
        "id": row["area"],
        "name": row["name"],
        "identifier": row.get("identifier"),
        "classification": row["classification"],
        "parent_id": row.get("parent"),
        "geometry": _point(row) if "latitude" in row else None,
    }


def _point(row: _Row) -> dict[str, Any]:
    """A place as GeoJSON has it, east before north."""
    return {"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"])]}


def _person(rows: _Rows) -> dict[str, Any]:
    return {"id": rows[0]["person"], "name": rows[0].get("name"), "other_names": _other_names(rows)}


def _organization(rows: _Rows) -> dict[str, Any]:
    row = rows[0]
    schemes = {"code": "SCB", "number": "SE:organisationsnummer"}
    return {
        "id": row["organization"],
        "name": row.get("name"),
        "classification": row.get("classification"),
        "other_names": _other_names(rows),
        "identifiers": [
            {"identifier": value, "scheme": scheme} for name, scheme in schemes.items() for value in _all(rows, name)
        ],
        "parent_id": row.get("parent"),
        "area_id": row.get("area"),
        "links": [{"url": address(same)} for same in _all(rows, "same")],
    }


def _post(rows: _Rows) -> dict[str, Any]:
    row = rows[0]
    seats = "1 seat" if row["seats"] == "1" else f"{row['seats']} seats"
    words = [
        seats,
        "vacant" if row["vacant"] == "true" else "",
        f"for {row['behalfLabel']}" if "behalfLabel" in row else "",
    ]
    return {
        "id": row["post"],
        "label": " ".join(filter(None, words)),
        "role": "member",
        "organization_id": row["organization"],
        "sources": _sources(rows),
    }


def _membership(rows: _Rows) -> dict[str, Any]:
    row = rows[0]
    return {
        "id": row["membership"],
        "role": row.get("role", "member"),
        "person_id": row["person"],
        "organization_id": row["organization"],
        "on_behalf_of_id": row.get("behalf"),
        "start_date": row.get("start"),
        "end_date": row.get("end"),
        "sources": _sources(rows),
    }


def _event(rows: _Rows) -> dict[str, Any]:
    row = rows[0]
    present = {each["attendee"]: each.get("attendeeLabel") for each in rows if "attendee" in each}
    return {
        "id": row["event"],
        "name": row.get("name"),
        "classification": "meeting",
        "start_date": row.get("start"),
        "end_date": row.get("end"),
        "location": row.get("location"),
        "organization_id": row.get("organization"),
        "attendees": [{"id": person, "name": name} for person, name in present.items()],
        "sources": _sources(rows),
    }


def _motion(rows: _Rows) -> dict[str, Any]:
    row = rows[0]
    start = row.get("start", "")
    return {
        "id": row["motion"],
        "text": row.get("text"),
        "identifier": row.get("identifier"),
        "classification": row.get("classification"),
        "result": row.get("result"),
        "organization_id": row.get("organization"),
        "legislative_session_id": row.get("event"),
        "date": f"{start}T00:00:00Z" if len(start) == len("2021-09-07") else None,
        "sources": _sources(rows),
    }


COLLECTIONS: Final[Mapping[str, Callable[[_Rows], dict[str, Any]]]] = {
    "persons": _person,
    "organizations": _organization,
    "posts": _post,
    "memberships": _membership,
    "areas": _area,
    "events": _event,
    "motions": _motion,
}
