"""Ties in words: one thing, how, the other; through whom; and where it is said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samverkan import network as net
from samverkan.network import Edge, Network, Reason
from samverkan.network.model import Passage
from samverkan.network.passages import passages
from samverkan.store import Store
from samverkan_web.statements import Link, Source

_MOST_NAMED: Final = 3  # of the people or meetings through which two things are tied
_MOST_SOURCES: Final = 2  # of the passages that say so


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie in words: one thing, how, the other; through whom or what; and where it is said.

    `more` is how many others it goes through, `unshown` how many more passages say so.
    """

    source: Link
    how: str
    target: Link
    via: tuple[Link, ...]
    more: int
    quote: str | None
    sources: tuple[Source, ...]
    unshown: int


def ways(edge: Edge) -> list[Sequence[Reason]]:
    """The ways in which the two ends of an edge are tied, each by what it rests on."""
    groups: dict[tuple[str, str, str], list[Reason]] = {}
    for reason in edge.reasons:
        groups.setdefault((reason.source, reason.tie, reason.target), []).append(reason)
    return list(groups.values())


def tell(store: Store, told: Sequence[Sequence[Reason]], network: Network, language: str) -> tuple[Tie, ...]:
    """Each way in which two things are tied in words; passages that lack are asked for."""
    shown = [_stated(reasons)[:_MOST_SOURCES] for reasons in told]
    lacking = {each.fact for group in shown for each in group if not each.document}
    found = passages(store, lacking)[0] if lacking else {}
    return tuple(_tie(network, reasons, group, found, language) for reasons, group in zip(told, shown, strict=True))


def _stated(reasons: Iterable[Reason]) -> list[Reason]:
    """Those with a statement behind them, each statement once."""
    return list({each.fact: each for each in reasons if each.fact}.values())


def _tie(
    network: Network, reasons: Sequence[Reason], shown: list[Reason], found: Mapping[str, Passage], language: str
) -> Tie:
    first = reasons[0]
    via = {
        each.via: Link(each.via, each.via_label or each.via)
        for each in reasons
        if ((each.via and each.via != each.fact) or each.via_label) and each.via not in (first.source, first.target)
    }
    named = tuple(via.values())[:_MOST_NAMED]
    sources = tuple(source for each in shown if (source := _source(each, found.get(each.fact))))
    return Tie(
        Link(first.source, network.nodes[first.source].label),
        net.TIES[first.tie][0 if language == "sv" else 1],
        Link(first.target, network.nodes[first.target].label),
        named,
        len(via) - len(named),
        next((each.quote for each in sources if each.quote), None),
        sources,
        len(_stated(reasons)) - len(shown),
    )


def _source(reason: Reason, found: Passage | None) -> Source | None:
    told = Passage(reason.document, reason.document_label, reason.quote) if reason.document else found
    if told is None or not told.document:
        return None
    document = Link(told.document, told.document_label or told.document)
    return Source(document, None, None, told.quote or None, None, None, None, None, reason.fact)
