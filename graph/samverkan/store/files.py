"""RDF files of any kind into the engine, as they are."""

import gzip
from pathlib import Path
from typing import IO, Final, cast

import pyoxigraph
from pyoxigraph import RdfFormat

from samverkan.errors import SourceError

# The formats by the endings of files.
_ENDINGS: Final = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".n3": RdfFormat.N3,
}


def load_file(engine: pyoxigraph.Store, path: Path) -> None:
    """Load an RDF file: triples into the default graph, quads into their graphs; `SourceError` where it is none.

    Relative IRIs in it are resolved against the address of the file.
    """
    packed = path.suffix.lower() == ".gz"
    form = _ENDINGS.get((path.with_suffix("") if packed else path).suffix.lower())
    if form is None:
        raise SourceError(f"{path}: its name must end in one of {', '.join(_ENDINGS)}, and .gz where it is compressed")
    try:
        with _opened(path, packed) as file:
            engine.bulk_load(file, form, base_iri=path.resolve().as_uri())
    except (SyntaxError, EOFError, gzip.BadGzipFile) as error:
        raise SourceError(f"{path} is no {form.name}: {error}; nothing of it was taken") from error
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}") from error


def _opened(path: Path, packed: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if packed else path.open("rb")
