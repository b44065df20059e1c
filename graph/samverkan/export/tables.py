"""Writing rows out as the standards for SPARQL results say: CSV, TSV, JSON and XML, row by row.

CSV holds bare values, as its standard wants: text that begins with = or @ is a formula to a spreadsheet, so a file from
a graph that one does not trust is better imported as text. TSV, JSON and XML tell IRIs, languages and types apart.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import IO, Any, Final
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode

from samverkan.store import Rows, Term
from samverkan.store.formats import readable_xml

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def write(rows: Rows, form: str, output: IO[bytes]) -> None:
    """Write rows to `output` in the format named `form`: csv, tsv, json or xml. An unbound variable is left empty."""
    for part in _WRITERS[form](rows):
        output.write(part.encode() if form != "xml" else readable_xml(part.encode()))


def written(rows: Rows, form: str) -> bytes:
    """Rows as text in the format named `form`.

    >>> written(Rows(("name", "seats"), iter([(Literal("Styrgruppen"), None)])), "csv")
    b'name,seats\\r\\nStyrgruppen,\\r\\n'
    """
    output = io.BytesIO()
    write(rows, form, output)
    return output.getvalue()


def _csv(rows: Rows) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(rows.variables)
    for row in rows.rows:
        yield line.getvalue()
        line.seek(0)
        line.truncate()
        writer.writerow([_bare(term) for term in row])
    yield line.getvalue()


def _tsv(rows: Rows) -> Iterator[str]:
    yield "\t".join("?" + name for name in rows.variables) + "\n"
    for row in rows.rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


def _json(rows: Rows) -> Iterator[str]:
    yield f'{{"head":{{"vars":{_compact(list(rows.variables))}}},"results":{{"bindings":['
    comma = ""
    for row in rows.rows:
        bound = zip(rows.variables, row, strict=True)
        yield comma + _compact({name: _as_json(term) for name, term in bound if term is not None})
        comma = ","
    yield "]}}"


def _xml(rows: Rows) -> Iterator[str]:
    yield '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
    yield "".join(f"<variable name={quoteattr(name)}/>" for name in rows.variables) + "</head><results>"
    for row in rows.rows:
        bound = zip(rows.variables, row, strict=True)
        cells = (
            f"<binding name={quoteattr(name)}>{_as_xml(term)}</binding>" for name, term in bound if term is not None
        )
        yield f"<result>{''.join(cells)}</result>"
    yield "</results></sparql>\n"


_WRITERS: Final[dict[str, Callable[[Rows], Iterator[str]]]] = {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}


def _bare(term: Term | None) -> str:
    """The value of a term as a spreadsheet shows it."""
    if term is None:
        return ""
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _as_json(term: Term) -> dict[str, Any]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal():
            return {"type": "literal", "value": term.value, **_literal_kind(term)}
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {name: _as_json(part) for name, part in parts.items()}}


def _as_xml(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{escape(term.value)}</uri>"
        case BlankNode():
            return f"<bnode>{escape(term.value)}</bnode>"
        case Literal():
            kind = "".join(f" {name}={quoteattr(value)}" for name, value in _literal_kind(term).items())
            return f"<literal{kind}>{escape(term.value)}</literal>"
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return f"<triple>{''.join(f'<{name}>{_as_xml(part)}</{name}>' for name, part in parts.items())}</triple>"


def _literal_kind(term: Literal) -> dict[str, str]:
    """The language of a literal or its type; neither for plain text."""
    if term.language:
        return {"xml:lang": term.language}
    return {} if term.datatype.value == _STRING else {"datatype": term.datatype.value}
