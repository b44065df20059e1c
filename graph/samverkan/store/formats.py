"""The forms in which graphs and result tables are written: one table each, by the ending of the file's name."""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pyoxigraph import QueryResultsFormat, RdfFormat

Engine = TypeVar("Engine", QueryResultsFormat, RdfFormat)


@dataclass(frozen=True, slots=True)
class Format(Generic[Engine]):
    """A form of writing: the ending of its files, its media type and what the engine calls it."""

    name: str
    title: str
    engine: Engine

    @property
    def media_type(self) -> str:
        """The media type, without parameters."""
        return self.engine.media_type.partition(";")[0]


TABLES: Final = {
    each.name: each
    for each in (
        Format("json", "SPARQL JSON", QueryResultsFormat.JSON),
        Format("xml", "SPARQL XML", QueryResultsFormat.XML),
        Format("csv", "CSV", QueryResultsFormat.CSV),
        Format("tsv", "TSV", QueryResultsFormat.TSV),
    )
}
GRAPHS: Final = {
    each.name: each
    for each in (
        Format("ttl", "Turtle", RdfFormat.TURTLE),
        Format("nt", "N-Triples", RdfFormat.N_TRIPLES),
        Format("nq", "N-Quads", RdfFormat.N_QUADS),
        Format("trig", "TriG", RdfFormat.TRIG),
        Format("jsonld", "JSON-LD", RdfFormat.JSON_LD),
        Format("rdf", "RDF/XML", RdfFormat.RDF_XML),
    )
}

# XML can hold no control characters but tab and line feed, and a bare carriage return is read as the latter.
XML_FORMATS: Final = ("xml", "rdf")
_CONTROLS: Final = bytes(each for each in range(32) if each not in b"\t\n\r")
_SPACES: Final = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))


def readable_xml(text: bytes) -> bytes:
    r"""The UTF-8 text of an XML file as parsers take it: control characters, of which XML knows none, become spaces.

    >>> readable_xml(b"<p>page one\x0cpage two\r\n</p>")
    b'<p>page one page two&#13;\n</p>'
    """
    return text.translate(_SPACES).replace(b"\r", b"&#13;")
