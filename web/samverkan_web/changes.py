"""What changed between publications: a page, a feed for readers (Atom), and a stream of linked data (LDES)."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Blueprint, Response, current_app, request, url_for

from samverkan import vocabulary
from samverkan.errors import NotFound
from samverkan.export import stream
from samverkan.store import history, published_folder
from samverkan.store.history import Publication
from samverkan_web.formats import FORMATS, SUFFIXES
from samverkan_web.languages import when
from samverkan_web.negotiation import data, open_to_all
from samverkan_web.paging import PAGE_SIZE, nearest
from samverkan_web.wording import gettext, ngettext

views = Blueprint("changes", __name__)

_IN_THE_FEED: Final = 30
_ATOM: Final = "http://www.w3.org/2005/Atom"


def overview(page: int) -> dict[str, Any]:
    """The publications of one page of the list, the newest first."""
    versions = history.versions(_folder())
    paging = nearest(len(versions), page)
    first = (paging.page - 1) * PAGE_SIZE
    return {"publications": list(_read(versions[first : first + PAGE_SIZE])), "paging": paging}


def one(version: str) -> Publication:
    """What one publication changed; `NotFound` where that is not known."""
    found = history.read(_folder(), version)
    if found is None:
        raise NotFound(f"nothing is known of the publication {version!r}")
    return found


def kind_iri(kind: str) -> str:
    """The IRI of the class of a fact."""
    return (vocabulary.ORG.iri if kind == "Membership" else vocabulary.NS) + kind


def told(publication: Publication) -> str:
    """A publication in a line: how many documents came, how many people came to sit somewhere or left."""
    came, changed, gone = (len(publication.documents[name]) for name in ("added", "changed", "withdrawn"))
    joined = sum(each.act == "added" for each in publication.seats)
    left = len(publication.seats) - joined
    parts = (
        (came, ngettext("%(num)s new document", "%(num)s new documents", came)),
        (changed, ngettext("%(num)s changed document", "%(num)s changed documents", changed)),
        (gone, ngettext("%(num)s document withdrawn", "%(num)s documents withdrawn", gone)),
        (joined, ngettext("%(num)s new seat", "%(num)s new seats", joined)),
        (left, ngettext("%(num)s seat left", "%(num)s seats left", left)),
    )
    return ", ".join(words for number, words in parts if number)


def feed() -> Response:
    """The newest publications as an Atom feed in the language of the page."""
    found = list(_read(history.versions(_folder())[:_IN_THE_FEED]))
    address = url_for("pages.changes", _external=True)
    root = Element("feed", xmlns=_ATOM)
    _text(root, "title", gettext("Samverkan: what is new"))
    _text(root, "id", address)
    _text(root, "updated", found[0].published if found else datetime(2026, 1, 1).isoformat() + "Z")
    SubElement(SubElement(root, "author"), "name").text = "Samverkan"
    SubElement(root, "link", rel="self", href=request.url)
    SubElement(root, "link", rel="alternate", href=address)
    for each in found:
        entry = SubElement(root, "entry")
        where = url_for("pages.change", version=each.version, _external=True)
        _text(entry, "title", f"{when(each.published[:10])}: {told(each) or gettext('other changes')}")
        _text(entry, "id", where)
        _text(entry, "updated", each.published)
        SubElement(entry, "link", href=where)
        _text(entry, "summary", "\n".join(_lines(each)))
    return open_to_all(Response(tostring(root, "utf-8", xml_declaration=True), content_type="application/atom+xml"))


def _lines(publication: Publication) -> Iterator[str]:
    """The people and the documents of a publication, a line each."""
    for seat in publication.seats:
        words = gettext("sits on") if seat.act == "added" else gettext("no longer sits on")
        yield f"{seat.person.label} {words} {seat.body.label}"
    for document in publication.documents["added"]:
        yield f"{gettext('New document')}: {document.label}"


@views.get("/changes")
def entry_point() -> Response:
    """The stream: what it is, and where its parts are, each a publication."""
    media = {each.media: each for each in FORMATS}
    form = media[request.accept_mimetypes.best_match(list(media)) or FORMATS[0].media]
    address = url_for("changes.entry_point", _external=True)
    answer = data(stream.view(address, history.versions(_folder()), form.suffix.removeprefix(".")), form)
    answer.headers["Vary"] = "Accept"
    return answer


@views.get("/changes/<version><any(.ttl, .jsonld, .rdf, .nt):suffix>")
def part(version: str, suffix: str) -> Response:
    """One part of the stream, which never changes."""
    form = SUFFIXES[suffix]
    address = url_for("changes.entry_point", _external=True)
    answer = data(stream.part(address, one(version), form.suffix.removeprefix(".")), form)
    answer.headers["Cache-Control"] = "public, max-age=604800, immutable"
    return answer


def _read(versions: list[str]) -> Iterator[Publication]:
    return (found for version in versions if (found := history.read(_folder(), version)))


def _folder() -> Path:
    return published_folder(current_app.config["SETTINGS"])


def _text(parent: Element, name: str, text: str) -> None:
    """A child with text, without the control characters that XML has no place for."""
    SubElement(parent, name).text = "".join(each if each >= " " or each in "\n\t" else " " for each in text)
