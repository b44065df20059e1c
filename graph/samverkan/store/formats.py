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
