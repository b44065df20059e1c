"""The formats in which data can be had: of a thing, and of the whole graph."""

from dataclasses import dataclass
from typing import Final

from samverkan_web.wording import lazy_gettext


@dataclass(frozen=True, slots=True)
class Format:
    """A format of data about a thing, with the suffix of its address; `also` are other media types asked for by it."""

    suffix: str
    media: str
    name: str
    also: tuple[str, ...] = ()


FORMATS: Final = (
    Format(".ttl", "text/turtle", "Turtle", ("application/x-turtle",)),
    Format(".jsonld", "application/ld+json", "JSON-LD", ("application/json",)),
    Format(".rdf", "application/rdf+xml", "RDF/XML"),
    Format(".nt", "application/n-triples", "N-Triples", ("text/plain",)),
)
SUFFIXES: Final = {each.suffix: each for each in FORMATS} | {".json": FORMATS[1]}
OFFERED: Final = {"text/html": None} | {media: each for each in FORMATS for media in (each.media, *each.also)}


@dataclass(frozen=True, slots=True)
class Dump:
    """The whole graph in one file."""

    file: str
    media: str
    name: str
    good_for: str


DUMPS: Final = (
    Dump(
        "samverkan.nq", "application/n-quads", "N-Quads",
        lazy_gettext("loading into a store, with the document of each statement"),
    ),
    Dump("samverkan.ttl", "text/turtle", "Turtle", lazy_gettext("reading, and most tools")),
    Dump("samverkan.jsonld", "application/ld+json", "JSON-LD", lazy_gettext("web developers")),
    Dump("samverkan.rdf", "application/rdf+xml", "RDF/XML", lazy_gettext("older tools, such as Protégé")),
)  # fmt: skip
DUMP_BY_FILE: Final = {each.file: each for each in DUMPS}


def split(path: str) -> tuple[str, Format | None]:
    """A path and the format that its suffix asks for, None for a page.

    >>> split("region/12.ttl")[0], split("region/12")
    ('region/12', ('region/12', None))
    """
    return next(
        ((path.removesuffix(suffix), form) for suffix, form in SUFFIXES.items() if path.endswith(suffix)), (path, None)
    )
