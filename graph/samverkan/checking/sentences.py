"""The sources of findings: the passage of each statement, and the sentence around it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from samverkan.checking.findings import Finding, Passage
from samverkan.store import Store

# So many statements are asked for at a time.
_AT_ONCE: Final = 500
_LONG: Final = 300
_END: Final = re.compile(r"[.!?:] +(?=\S)")
_PASSAGES: Final = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?fact ?passage ?document ?title ?start ?end ?quote WHERE {
  VALUES ?fact { %s }
  { ?fact prov:wasDerivedFrom ?passage } UNION { ?fact oa:exact ?itself . BIND ( ?fact AS ?passage ) }
  ?passage oa:hasSource ?document ; oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?document rdfs:label ?title }
} ORDER BY ?document ?start ?end"""
_TEXTS: Final = """
SELECT ?document ?text WHERE { VALUES ?document { %s } ?document <https://w3id.org/samverkan/ns#text> ?text }"""


def sentence(text: str, start: int, end: int) -> str:
    """The line or lines that a passage stands in; of long ones only the sentences that it touches.

    >>> sentence("§ 1\\nAnn Ek valdes. Bo Al avgick.\\n", 4, 10)
    'Ann Ek valdes. Bo Al avgick.'
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first > _LONG:
        ends = [match.end() for match in _END.finditer(text, first, last)]
        first = max((place for place in ends if place <= start), default=first)
        last = min((place for place in ends if place >= end), default=last)
    return " ".join(text[first:last].split())


def sourced(store: Store, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with the passages of their statements."""
    every = list(findings)
    passages = _passages(store, list(dict.fromkeys(fact for finding in every for fact in finding.facts)))
    for finding in every:
        found = dict.fromkeys(passage for fact in finding.facts for passage in passages.get(fact, ()))
        yield replace(finding, sources=tuple(found))


def _passages(store: Store, facts: Sequence[NamedNode]) -> dict[NamedNode, list[Passage]]:
    rows = [row for part in _parts(facts) for row in store.select(_PASSAGES % " ".join(map(str, part))).rows]
    texts = _texts(store, list(dict.fromkeys(row[2] for row in rows if isinstance(row[2], NamedNode))))
    found: dict[NamedNode, list[Passage]] = defaultdict(list)
    for fact, passage, document, title, start, end, quote in rows:
        assert isinstance(fact, NamedNode)
        assert isinstance(passage, NamedNode)
        assert isinstance(document, NamedNode)
        said = quote.value if isinstance(quote, Literal) else ""
        begin, finish = (int(each.value) if isinstance(each, Literal) else 0 for each in (start, end))
        text = texts.get(document, "")
        around = sentence(text, begin, finish) if text[begin:finish] == said else " ".join(said.split())
        name = title.value if isinstance(title, Literal) else document.value
        found[fact].append(Passage(document, name, passage, begin, finish, said, around))
    return found


def _texts(store: Store, documents: Sequence[NamedNode]) -> dict[NamedNode, str]:
    return {
        document: text.value
        for part in _parts(documents)
        for document, text in store.select(_TEXTS % " ".join(map(str, part))).rows
        if isinstance(document, NamedNode) and isinstance(text, Literal)
    }


def _parts(nodes: Sequence[NamedNode]) -> Iterator[Sequence[NamedNode]]:
    return (nodes[at : at + _AT_ONCE] for at in range(0, len(nodes), _AT_ONCE))
