"""Graphs that curators write: beside what documents say, or in the place of what they wrote before.

Each write is one transaction with a record of it, in the graph `writes` below the base: which graph, who, when and why,
and a digest of what the graph then held. What the system makes itself is written by its own means.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b, sha256
from typing import Any, Final, Literal

from pyoxigraph import Literal as Words
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from samverkan import originals
from samverkan.errors import NotAllowed, NotFound, SamverkanError, SettingError, SourceError
from samverkan.identity import path_part
from samverkan.ledger import FILE, Ledger
from samverkan.publish import live, renew
from samverkan.settings import Settings, from_environment
from samverkan.store import Store, live_folder
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.syntax import named_graph
from samverkan.triples.literals import literal
from samverkan.vocabulary import DCT, NS, PROV, RDF, RDFS, SAMV, XSD

Act = Literal["put", "add", "remove"]
Outcome = Literal["created", "replaced", "removed", "unchanged"]

_SHORTEST_TOKEN: Final = 16  # letters; what is shorter can be guessed
_SAY: Final[dict[Act, tuple[str, str]]] = {
    "put": ("Skrev", "Wrote"),
    "add": ("Lade till i", "Added to"),
    "remove": ("Tog bort", "Removed"),
}
# The formats that a graph may come in, by their media types.
FORMATS: Final = {
    each.media_type.partition(";")[0]: each
    for each in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD)
}


@dataclass(frozen=True, slots=True)
class Write:
    """What a curator wants: an act on a graph, by its IRI; `body` are triples in the format of a media type."""

    act: Act
    graph: str
    who: str
    why: str = ""
    media_type: str = ""
    body: bytes = b""


def curators(settings: Settings) -> dict[str, str]:
    """Who may write, by the SHA-256 of their tokens; `SettingError` where the setting cannot be used.

    >>> list(curators(Settings(curators="Ann Ek=0123456789abcdef; Bo Alm=fedcba9876543210")).values())
    ['Ann Ek', 'Bo Alm']
    """
    found = {}
    for part in filter(str.strip, settings.curators.split(";")):
        name, _, token = (each.strip() for each in part.partition("="))
        if not name or len(token) < _SHORTEST_TOKEN:
            raise SettingError(
                f"SAMVERKAN_CURATORS must be NAME=TOKEN parted by `;`, each token of {_SHORTEST_TOKEN} letters or more"
            )
        found[digest(token)] = name
    return found


def digest(token: str) -> str:
    """What a token is known by."""
    return sha256(token.encode()).hexdigest()


def write(asked: Write, settings: Settings) -> Outcome:
    """Write a graph, record it and publish; what that did.

    `NotAllowed` for a graph that is not a curator's to write, `NotFound` where there is none to be removed,
    `SourceError` for a body that cannot be read, `StoreError` while somebody else writes.
    """
    graph = named_graph(asked.graph)
    _check(asked, graph, settings)
    given = [] if asked.act == "remove" else list(_read(asked, graph))
    with live(settings) as store:
        assert isinstance(store, OxigraphStore)
        before = set(store.quads(graph))
        if asked.act == "remove" and not before:
            raise NotFound(f"there is no graph {graph}")
        after = before | set(given) if asked.act == "add" else set(given)
        if after == before:
            return "unchanged"
        writes = writes_graph(settings.base)
        records = list(store.quads(writes))
        records += _record(asked, graph, after, records, settings.base, datetime.now(UTC))
        with closing(Ledger(live_folder(settings) / FILE)) as ledger:
            ledger.forget([graph.value])
        store.replace_graphs({graph: after, writes: dict.fromkeys(records)})
        store.flush()
        if asked.act == "remove":
            originals.forget(settings, graph.value)
        renew(store, settings)
    return "removed" if not after else "replaced" if before else "created"


def note(store: Store, made: Write, base: str) -> None:
    """Record a write that was made by other means, with what its graph holds in the store now."""
    graph, writes = NamedNode(made.graph), writes_graph(base)
    records = list(store.quads(writes))
    records += _record(made, graph, list(store.quads(graph)), records, base, datetime.now(UTC))
    store.replace_graph(writes, records)
    store.flush()


def writes_graph(base: str) -> NamedNode:
    """The named graph of the records."""
    return NamedNode(f"{base}writes")


def _check(asked: Write, graph: NamedNode, settings: Settings) -> None:
    """`NotAllowed` where a graph is made by other means."""
    base = settings.base
    if settings.store:
        raise NotAllowed("the store is a remote one; write graphs at its own address")
    means = {
        f"{base}register": "data/register", f"{base}judgements": "`samverkan review`", NS: "ontology/",
        f"{base}corrections": "`samverkan correct`", f"{base}writes": "each write",
    }  # fmt: skip
    if graph.value in means:
        raise NotAllowed(f"{graph} is made from {means[graph.value]}; change that")
    if asked.act != "remove" and graph.value.startswith(f"{base}document/"):
        raise NotAllowed(f"{graph} is a document: load it by `samverkan load`, or change facts by `samverkan correct`")


def _read(asked: Write, graph: NamedNode) -> Iterator[Quad]:
    """The quads of a body; its blank nodes get names that no other graph has."""
    form = FORMATS.get(asked.media_type)
    if form is None:
        raise SourceError(f"a graph is sent as {', '.join(FORMATS)}; {asked.media_type or 'nothing'} was said")
    try:
        for quad in parse(asked.body, form, base_iri=graph.value, rename_blank_nodes=True):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
    except (SyntaxError, ValueError) as error:
        raise SourceError(f"the body is no {form.name}: {error}; nothing of it was taken") from None


def _record(
    asked: Write, graph: NamedNode, after: Iterable[Quad], records: Sequence[Quad], base: str, now: datetime
) -> Iterator[Quad]:
    """What is said of a write: the graph as it then was, as an entity of its own."""
    when = Words(now.isoformat(timespec="milliseconds").replace("+00:00", "Z"), datatype=XSD.dateTime)
    key = blake2b(json.dumps([graph.value, asked.act, asked.who, when.value]).encode(), digest_size=8).hexdigest()
    node, judge, writes = (
        NamedNode(f"{base}write/{key}"),
        NamedNode(f"{base}judge/{path_part(asked.who)}"),
        writes_graph(base),
    )
    lines = sorted(str(quad.triple) for quad in after)
    swedish, english = _SAY[asked.act]
    said: list[tuple[NamedNode, NamedNode, Any]] = [
        (writes, RDFS.label, Words("Skrivna grafer", language="sv")),
        (writes, RDFS.label, Words("Written graphs", language="en")),
        (judge, RDF.type, PROV.Agent),
        (judge, RDFS.label, literal(asked.who)),
        (node, RDF.type, PROV.Entity),
        (node, RDFS.label, Words(f"{swedish} {graph.value}", language="sv")),
        (node, RDFS.label, Words(f"{english} {graph.value}", language="en")),
        (node, PROV.specializationOf, graph),
        (node, PROV.wasAttributedTo, judge),
        (node, PROV.invalidatedAtTime if asked.act == "remove" else PROV.generatedAtTime, when),
    ]
    if lines:
        said.append((node, SAMV.contentHash, literal(f"sha256:{sha256(chr(10).join(lines).encode()).hexdigest()}")))
    if asked.why:
        said.append((node, DCT.description, literal(asked.why)))
    if before := _latest(graph, records):
        said.append((node, PROV.wasRevisionOf, before))
    return (Quad(*triple, writes) for triple in said)


def _latest(graph: NamedNode, records: Sequence[Quad]) -> NamedNode | None:
    """The latest record of a graph."""
    of = {quad.subject for quad in records if quad.predicate == PROV.specializationOf and quad.object == graph}
    times = (PROV.generatedAtTime, PROV.invalidatedAtTime)
    dated = [(str(quad.object), quad.subject) for quad in records if quad.predicate in times and quad.subject in of]
    latest = max(dated, key=lambda each: each[0], default=(None, None))[1]
    return latest if isinstance(latest, NamedNode) else None


def main() -> None:
    """Write what standard input asks for, by a line of JSON and the body after it; the outcome as JSON.

    A process of its own: whatever a body does to it, the site that was sent it goes on.
    """
    act, (graph,), more = json.loads(sys.stdin.buffer.readline())
    try:
        asked = Write(act=act, graph=graph, body=sys.stdin.buffer.read(), **more)
        said = {"outcome": str(write(asked, from_environment()))}
    except SamverkanError as error:
        said = {"error": type(error).__name__, "message": str(error)}
    print(json.dumps(said))  # noqa: T201


if __name__ == "__main__":
    main()
