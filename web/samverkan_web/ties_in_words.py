"""Ties in words: one thing, how, the other; through whom; and where it is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samverkan import network as net
from samverkan.network import Edge, Network, Reason
from samverkan_web.statements import Link, Source

_MOST_NAMED: Final = 4  # of the people or meetings through which two things are tied


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie in words: one thing, how, the other; through whom or what; and where it is said."""

    source: Link
    how: str
    target: Link
    via: tuple[Link, ...]
    more: int
    quote: str | None
    sources: tuple[Source, ...]


def tell(edges: Iterable[Edge], network: Network, language: str, *, first_only: bool = False) -> tuple[Tie, ...]:
    """Each edge in words, one tie for each way in which its two ends are tied."""
    found = []
    for edge in edges:
        groups: dict[tuple[str, str, str], list[Reason]] = {}
        for reason in edge.reasons:
            groups.setdefault((reason.source, reason.tie, reason.target), []).append(reason)
        ties = [_tie(network, reasons, language) for reasons in groups.values()]
        found += ties[:1] if first_only else ties
    return tuple(found)


def _tie(network: Network, reasons: list[Reason], language: str) -> Tie:
    first = reasons[0]
    via = {
        each.via: Link(each.via, each.via_label or each.via)
        for each in reasons
        if (each.via and each.via != each.fact) or each.via_label
    }
    named = tuple(via.values())[:_MOST_NAMED]
    return Tie(
        Link(first.source, network.nodes[first.source].label),
        net.TIES[first.tie][0 if language == "sv" else 1],
        Link(first.target, network.nodes[first.target].label),
        named,
        len(via) - len(named),
        next((each.quote for each in reasons if each.quote), None),
        tuple({each.fact: _source(each) for each in reasons if each.document}.values()),
    )


def _source(reason: Reason) -> Source:
    document = Link(reason.document, reason.document_label or reason.document)
    return Source(document, None, None, reason.quote or None, None, None, None, None, reason.fact)
