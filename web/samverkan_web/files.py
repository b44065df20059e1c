"""The files to take away: which there are, and each of them as it lies on disk, compressed or not as one wishes."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flask import Blueprint, Response, current_app, request, send_file
from isal import igzip

from samverkan import dumping
from samverkan.errors import NotFound
from samverkan.export import dumps
from samverkan.export.dumps import Dump, File
from samverkan_web.negotiation import open_to_all
from samverkan_web.wording import lazy_gettext

views = Blueprint("files", __name__)

_PACKED: Final = ".gz"
_PIECE: Final = 1 << 18  # bytes


@dataclass(frozen=True, slots=True)
class Form:
    """A format of files to take away, in words."""

    name: str
    good_for: str


FORMS: Final[Mapping[str, Form]] = {
    "nq": Form("N-Quads", lazy_gettext("loading into a store, with the document of each statement")),
    "trig": Form("TriG", lazy_gettext("reading, document by document")),
    "ttl": Form("Turtle", lazy_gettext("reading, and most tools")),
    "nt": Form("N-Triples", lazy_gettext("programs that read line by line")),
    "jsonld": Form("JSON-LD", lazy_gettext("web developers")),
    "rdf": Form("RDF/XML", lazy_gettext("older tools, such as Protégé")),
    "popolo.json": Form("Popolo", lazy_gettext("civic applications and parliamentary monitors")),
    "xlsx": Form("Excel", lazy_gettext("sorting and filtering, a sheet for each kind of statement")),
    "zip": Form("CSV", lazy_gettext("statistics in R or Python, as a Frictionless data package")),
}


def overview() -> dict[str, Any]:
    """What the page of files tells: which there are, of the whole graph and of each county."""
    found = _current()
    whole = [each for each in found.files if not each.county] if found else []
    return {"dump": found, "forms": FORMS, "whole": sorted(whole, key=_order), "counties": _by_county(found)}


def _order(file: File) -> tuple[int, str]:
    """People's formats first."""
    return ("xlsx", "zip", *FORMS).index(file.form), file.name


def _by_county(dump: Dump | None) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for each in dump.files if dump else ():
        if each.county:
            found.setdefault(each.county_name, []).append(each)
    return found


@views.get("/downloads/<name>")
def file(name: str) -> Response:
    """A file of the newest dump; without `.gz` unpacked on its way, with the version in its name only while it is that.

    `SHA256SUMS` holds the digests of all.
    """
    dump = _current()
    if dump is None:
        raise NotFound("no files have been made yet; `samverkan publish` makes them")
    if name == "SHA256SUMS":
        lines = (f"{each.sha256}  {each.name}\n" for each in dump.files)
        return open_to_all(Response("".join(lines), content_type="text/plain; charset=utf-8"))
    plain = name.replace(f"-{dump.version}", "")
    found = dump.file(plain) or dump.file(plain + _PACKED)
    if found is None:
        there_are = ", ".join(each.name for each in dump.files if not each.county)
        raise NotFound(f"there is no file {name!r} now; there are {there_are}")
    return open_to_all(_sent(dump, found, unpacked=plain != found.name))


def _sent(dump: Dump, file: File, unpacked: bool) -> Response:
    """The file for a client, its version in the name under which it is kept there."""
    stem, _, ending = file.name.partition(".")
    name = f"{stem}-{dump.version}.{ending}"
    path = dump.folder / file.name
    if not unpacked:
        media = "application/gzip" if name.endswith(_PACKED) else file.media
        return send_file(path, mimetype=media, as_attachment=True, download_name=name, conditional=True)
    if request.accept_encodings.quality("gzip") > 0:
        response = send_file(path, mimetype=file.media, as_attachment=True, download_name=name.removesuffix(_PACKED))
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = Response(_unpacked(path), mimetype=file.media)
        response.headers.set("Content-Disposition", "attachment", filename=name.removesuffix(_PACKED))
    response.vary.add("Accept-Encoding")
    return response


def _unpacked(path: Path) -> Iterator[bytes]:
    with igzip.open(path, "rb") as file:
        assert isinstance(file, io.BufferedIOBase)
        while piece := file.read(_PIECE):
            yield piece


def _current() -> Dump | None:
    return dumps.current(dumping.folder(current_app.config["SETTINGS"]))
