"""The report of a check: as text for people, as JSON for programs, as a SHACL validation report in Turtle."""

import json
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from samverkan.checking import Finding, Report
from samverkan.queries import Level, Words
from samverkan.vocabulary import OA, PREFIXES, PROV, RDF, RDFS, XSD

LEVEL_WORDS: Final[dict[Level, Words]] = {
    "error": {"sv": "fel", "en": "error"},
    "warning": {"sv": "varning", "en": "warning"},
    "notice": {"sv": "upplysning", "en": "notice"},
}
_TOLD: Final = {
    "sv": "{shapes} former, {checks} kontroller, {graphs} grafer: {error} fel, {warning} varningar, "
    "{notice} upplysningar ({seconds:.1f} s)",
    "en": "{shapes} shapes, {checks} checks, {graphs} graphs: {error} errors, {warning} warnings, "
    "{notice} notices ({seconds:.1f} s)",
}
_CHARACTERS: Final = {"sv": "tecken", "en": "characters"}
_SH: Final = "http://www.w3.org/ns/shacl#"
_SEVERITY: Final[dict[Level, str]] = {"error": "Violation", "warning": "Warning", "notice": "Info"}
_CHECKS: Final = "https://w3id.org/samverkan/check/"
_SHAPES: Final = "https://w3id.org/samverkan/shapes#"


def summary(report: Report, language: str) -> str:
    """The report in one line."""
    found = {str(level): count for level, count in report.counts().items()}
    looked_at = {"shapes": report.shapes, "checks": report.checks, "graphs": report.graphs}
    return _TOLD[language].format(**found, **looked_at, seconds=report.seconds)


def text(report: Report, language: str) -> str:
    """Each finding with its values and its sources: the sentence, the document, and where it stands in it."""
    return "".join(f"{line}\n" for finding in report.findings for line in _lines(finding, language))


def _lines(finding: Finding, language: str) -> Iterator[str]:
    yield f"{LEVEL_WORDS[finding.level][language]}  {finding.title[language]}  [{finding.check}]"
    yield f"    {'; '.join(f'{value.label[language]}: {value.text}' for value in finding.values)}"
    for source in finding.sources:
        yield f"    “{source.sentence}”"
        yield f"        {source.title}, {_CHARACTERS[language]} {source.start}–{source.end}: {source.iri.value}"
    yield ""


def as_json(report: Report, language: str) -> str:
    """The report as one object; words are in the language, names of fields in English."""
    told = {
        "conforms": not report.reaches("error"),
        "graphs": report.graphs,
        "shapes": report.shapes,
        "checks": report.checks,
        "counts": report.counts(),
        "findings": [_object(finding, language) for finding in report.findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _object(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "check": finding.check,
        "level": finding.level,
        "title": finding.title[language],
        "focus": finding.focus.value if finding.focus else None,
        "values": {value.name: value.text for value in finding.values},
        "nodes": {value.name: value.node.value for value in finding.values if value.node},
        "sources": [
            {
                "document": source.document.value,
                "title": source.title,
                "passage": source.iri.value,
                "start": source.start,
                "end": source.end,
                "quote": source.quote,
                "sentence": source.sentence,
            }
            for source in finding.sources
        ],
    }


def as_turtle(report: Report, _language: str) -> str:
    """The report in the terms of SHACL, in both languages; a finding's address is a digest of what it says."""
    triples = dict.fromkeys(_triples(report))
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes={**PREFIXES, "sh": _SH})
    assert written is not None
    return written.decode()


def _triples(report: Report) -> Iterator[Triple]:
    node = NamedNode("urn:samverkan:report")
    yield Triple(node, RDF.type, _sh("ValidationReport"))
    conforms = Literal(str(not report.reaches("error")).lower(), datatype=XSD.boolean)
    yield Triple(node, _sh("conforms"), conforms)
    for finding in report.findings:
        result = NamedNode(f"urn:samverkan:finding:{_digest(finding)}")
        yield Triple(node, _sh("result"), result)
        yield from _result(result, finding)


def _result(result: NamedNode, finding: Finding) -> Iterator[Triple]:
    yield Triple(result, RDF.type, _sh("ValidationResult"))
    yield Triple(result, _sh("resultSeverity"), _sh(_SEVERITY[finding.level]))
    of_shape = finding.check.startswith("shape:")
    source = f"{_SHAPES}{finding.check.removeprefix('shape:')}" if of_shape else f"{_CHECKS}{finding.check}"
    yield Triple(result, _sh("sourceShape"), NamedNode(source))
    for language, words in finding.title.items():
        yield Triple(result, _sh("resultMessage"), Literal(words, language=language))
    if finding.focus:
        yield Triple(result, _sh("focusNode"), finding.focus)
    if of_shape:
        for value in finding.values:
            if value.name in ("path", "value"):
                property = _sh("resultPath" if value.name == "path" else "value")
                yield Triple(result, property, value.node or Literal(value.text))
    else:
        told = "; ".join(f"{value.label['sv']}: {value.text}" for value in finding.values)
        yield Triple(result, RDFS.comment, Literal(told, language="sv"))
    for source_passage in finding.sources:
        yield Triple(result, PROV.wasDerivedFrom, source_passage.iri)
        yield Triple(source_passage.iri, OA.exact, Literal(source_passage.quote))
        yield Triple(source_passage.iri, OA.hasSource, source_passage.document)


def _digest(finding: Finding) -> str:
    said = "\n".join([finding.check, *(f"{value.name}={value.node or value.text}" for value in finding.values)])
    return blake2b(said.encode(), digest_size=8).hexdigest()


def _sh(name: str) -> NamedNode:
    return NamedNode(_SH + name)


FORMATS: Final[dict[str, Callable[[Report, str], str]]] = {"text": text, "json": as_json, "ttl": as_turtle}
