"""Networks in time: what is told of a period, and what differs between two dates.

A date is a day, a month or a year as ISO 8601 writes it; a month or a year counts by all its days. What no document
tells of a time need not have been absent: so a tie that is known before and after a date counts as known on it.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samverkan.network.model import Edge, Network, Node, Reason, edge_of, only

_ENDLESS: Final = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two dates: ties known on the second alone (joined), on the first alone (left), on both.

    `newcomers` and `leavers` are the things that have ties on one of the dates only.
    """

    first: str
    second: str
    joined: tuple[Edge, ...]
    left: tuple[Edge, ...]
    stayed: tuple[Edge, ...]
    newcomers: tuple[Node, ...]
    leavers: tuple[Node, ...]


def first_day(date: str) -> str:
    """The first day of a day, a month or a year.

    >>> first_day("2021"), first_day("2021-09"), first_day("2021-09-07")
    ('2021-01-01', '2021-09-01', '2021-09-07')
    """
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """The last day of a day, a month or a year.

    >>> last_day("2021"), last_day("2021-09"), last_day("2021-09-07")
    ('2021-12-31', '2021-09-30', '2021-09-07')
    """
    if len(date) == len("2021-09"):
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date + "-12-31"[len(date) - 4 :]


def life(edge: Edge) -> tuple[str, str] | None:
    """When a tie is first and last told of, `until` being empty where it lasts; None where nothing tells a time."""
    dated = [each for each in edge.reasons if each.since]
    if not dated:
        return None
    since = min((each.since for each in dated), key=first_day)
    lasts = any(not each.until for each in dated)
    return since, "" if lasts else max((each.until for each in dated), key=last_day)


def years(network: Network) -> tuple[str, ...]:
    """All years from the first to the last that a tie tells of."""
    told = [date[:4] for edge in network.edges for each in edge.reasons for date in (each.since, each.until) if date]
    return tuple(map(str, range(int(min(told)), int(max(told)) + 1))) if told else ()


def steps(network: Network) -> tuple[str, ...]:
    """The years that a network goes through; its months where all is told of one year; none where all is of one month.

    Of months only those that a tie tells of.
    """
    found = years(network)
    if len(found) == 1:
        told = {date for edge in network.edges for each in edge.reasons for date in (each.since, each.until)}
        found = tuple(sorted({date[:7] for date in told if len(date) > 4}))
    return found if len(found) > 1 else ()


def at(edge: Edge, dates: Sequence[str]) -> list[int]:
    """The numbers of those dates that a tie is told of."""
    return [
        number
        for number, date in enumerate(dates)
        if any(_overlaps(each, first_day(date), last_day(date)) for each in edge.reasons)
    ]


def during(network: Network, since: str = "", until: str = "") -> Network:
    """The part of a network that is told of a period, open at either end; ties without a time are no part of it."""
    if not since and not until:
        return network
    opens, closes = first_day(since) if since else "", last_day(until) if until else _ENDLESS
    edges = tuple(
        replace(edge_of(told), source=edge.source, target=edge.target)
        for edge in network.edges
        if (told := tuple(each for each in edge.reasons if _overlaps(each, opens, closes)))
    )
    return _between(network, edges)


def compare(network: Network, first: str, second: str) -> Comparison:
    """What differs in a network between two dates; ties without a time are left out."""
    then = {edge for edge in network.edges if _known(edge, first)}
    now = {edge for edge in network.edges if _known(edge, second)}
    ends = [{end for edge in found for end in (edge.source, edge.target)} for found in (then, now)]
    return Comparison(
        first,
        second,
        tuple(edge for edge in network.edges if edge in now - then),
        tuple(edge for edge in network.edges if edge in then - now),
        tuple(edge for edge in network.edges if edge in then & now),
        tuple(_named(network, ends[1] - ends[0])),
        tuple(_named(network, ends[0] - ends[1])),
    )


def of_either(network: Network, compared: Comparison) -> Network:
    """The part of a network that is known on one of the two dates or on both."""
    return _between(network, (*compared.joined, *compared.left, *compared.stayed))


def _named(network: Network, iris: set[str]) -> Iterator[Node]:
    return iter(sorted((network.nodes[iri] for iri in iris), key=lambda node: (node.label, node.iri)))


def _between(network: Network, edges: tuple[Edge, ...]) -> Network:
    kept = replace(network, edges=tuple(sorted(edges, key=lambda edge: tuple(sorted((edge.source, edge.target))))))
    return only(kept, {end for edge in edges for end in (edge.source, edge.target)})


def _overlaps(reason: Reason, opens: str, closes: str) -> bool:
    return bool(reason.since) and first_day(reason.since) <= closes and _end(reason.until) >= opens


def _known(edge: Edge, date: str) -> bool:
    lived = life(edge)
    return lived is not None and first_day(lived[0]) <= last_day(date) and _end(lived[1]) >= first_day(date)


def _end(until: str) -> str:
    return last_day(until) if until else _ENDLESS
