"""The way of a matter from body to body: who prepares it, who takes it up, who decides, and where it is said.

A matter is followed by its words, as the question `follow-a-matter` does; who prepares for whom is what documents say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samverkan import queries
from samverkan.vocabulary import OUTCOMES, SAMV
from samverkan_web.evidence import Link, Row, Source, evidence, link
from samverkan_web.site import Site, rows_of
from samverkan_web.wording import lazy_gettext
from samverkan_web.works import Step

LEAST: Final = 3  # letters of the words of a matter
_MOST_STEPS: Final = 150
# What a body does with a matter, by the kinds and outcomes (IRIs) of the steps that show it.
_DOES: Final = (
    (lazy_gettext("Takes it up"), frozenset({SAMV.AgendaItem.value})),
    (lazy_gettext("Recommends"), frozenset({OUTCOMES["endorsed"].value})),
    (lazy_gettext("Decides"), frozenset(OUTCOMES[name].value for name in ("approved", "rejected", "appointed"))),
)
_PREPARES: Final = lazy_gettext("Prepares")
_UNTOLD: Final = lazy_gettext("Not told of here")


@dataclass(frozen=True, slots=True)
class Onward:
    """That a body prepares for another, and where that is said."""

    to: Link
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A body on the way: what it does with the matter, in words; the steps there; for whom it prepares.

    Without a body: the steps at meetings of bodies that no document names. `begins` is true of the first of those that
    prepare for each other.
    """

    body: Link | None
    does: tuple[str, ...]
    steps: tuple[Step, ...]
    onward: tuple[Onward, ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """The way of a matter: its words, the bodies from those that prepare to those that decide, the number of steps."""

    words: str
    rungs: tuple[Rung, ...] = ()
    steps: int = 0


def ladder(site: Site, words: str, language: str) -> Ladder:
    """The way of the matter that has some words in headings, decisions or assignments; empty for too few letters."""
    words = words.strip()
    if len(words) < LEAST:
        return Ladder(words)
    rows = rows_of(queries.run(site.store, "follow-a-matter", {"text": words, "language": language}))
    shown = rows[:_MOST_STEPS]
    bodies = {row["body"]: link(row, "body") for row in shown if "body" in row}
    prepares = site.ask("preparing", body=sorted(bodies)) if bodies else []
    said = evidence(site, [row["fact"] for row in (*shown, *prepares)])
    for row in prepares:
        bodies |= {row[end]: link(row, end) for end in ("from", "to")}
    steps: dict[str | None, list[Step]] = {}
    for row in shown:
        steps.setdefault(row.get("body"), []).append(_step(row, said.get(row["fact"], ())))
    onward = _onward(prepares, said)
    groups = in_order(
        {iri: list(onward.get(iri, {})) for iri in bodies},
        {iri: min((each.day for each in of if each.day), default="") for iri, of in steps.items() if iri},
    )
    rungs = [
        _rung(bodies[iri], steps.get(iri, []), tuple(onward.get(iri, {}).values()), begins=iri == group[0])
        for group in groups
        for iri in group
    ]
    if None in steps:
        rungs.append(_rung(None, steps[None], (), begins=True))
    return Ladder(words, tuple(rungs), len(rows))


def in_order(prepares: Mapping[str, Sequence[str]], days: Mapping[str, str]) -> list[list[str]]:
    """Bodies in groups that prepare for each other, those with the earliest days first.

    In a group each stands before those for which it prepares; those in a circle in the order of their IRIs.
    """
    groups: list[set[str]] = []
    for iri, targets in sorted(prepares.items()):
        joined = {iri, *targets}.union(*(group for group in groups if group & {iri, *targets}))
        groups = [*(group for group in groups if not group & joined), joined]
    ordered = sorted(groups, key=lambda group: (min(days.get(iri) or "9999" for iri in group), min(group)))
    return [_in_turn({iri: prepares.get(iri, ()) for iri in group}) for group in ordered]


def _in_turn(prepares: Mapping[str, Sequence[str]]) -> list[str]:
    """The bodies of a group, each before those for which it prepares."""
    below: dict[str, set[str]] = {iri: set() for iri in prepares}
    for iri, targets in prepares.items():
        for each in targets:
            below[each].add(iri)
    found: list[str] = []
    while below:
        free = sorted(iri for iri, waiting in below.items() if not waiting - {iri}) or sorted(below)[:1]
        found += free
        below = {iri: waiting - set(free) for iri, waiting in below.items() if iri not in free}
    return found


def _onward(prepares: Sequence[Row], said: Mapping[str, tuple[Source, ...]]) -> dict[str, dict[str, Onward]]:
    found: dict[str, dict[str, Onward]] = {}
    for row in prepares:
        known = found.setdefault(row["from"], {})
        before = known[row["to"]].sources if row["to"] in known else ()
        known[row["to"]] = Onward(link(row, "to"), (*before, *said.get(row["fact"], ())))
    return found


def _rung(body: Link | None, steps: Sequence[Step], onward: tuple[Onward, ...], *, begins: bool) -> Rung:
    signs = {sign for each in steps for sign in (each.kind, each.outcome)}
    does = [*([_PREPARES] if onward else []), *(words for words, of in _DOES if signs & of)]
    return Rung(body, tuple(map(str, does if steps else [*does, _UNTOLD])), tuple(steps), onward, begins)


def _step(row: Row, sources: tuple[Source, ...]) -> Step:
    heading = " ".join(filter(None, (row.get("number"), row.get("item"))))
    return Step(
        row["step"], row.get("outcome"), row.get("date"), None, row.get("said") or heading or None,
        row.get("to") or None, row.get("due"), link(row, "document"), sources,
    )  # fmt: skip
