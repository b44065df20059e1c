"""The formats in which the data about a thing can be had."""

from dataclasses import dataclass
from typing import Final


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


def split(path: str) -> tuple[str, Format | None]:
    """A path and the format that its suffix asks for, None for a page.

    >>> split("region/12.ttl")[0], split("region/12")
    ('region/12', ('region/12', None))
    """
    return next(
        ((path.removesuffix(suffix), form) for suffix, form in SUFFIXES.items() if path.endswith(suffix)), (path, None)
    )
