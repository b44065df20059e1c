"""Who sits on a body: memberships and vacant seats from the lists of a page of composition."""

import re
from collections import Counter
from collections.abc import Iterator

from samverkan.facts import Membership, Role, Vacancy
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.posts import posts
from samverkan.reading.rows import Lists, Row

# The term that a whole list holds for: `mandatperioden 2015-2018`, `Mandatperiod: 2023–2026`.
_TERM = re.compile(
    r"\b(?:mandatperiod(?:en)?|ledning|perioden|valperioden|ledamöter|sammansättning|"
    r"politiker)\b[^\n\d]{0,20}((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)",
    re.I,
)


def read_memberships(context: Context, lists: Lists) -> tuple[Membership, ...]:
    """The memberships that the lists of a page of composition give, and the further posts named beside a name."""
    if context.document.kind != "composition":
        return ()
    found: dict[tuple[str, str], Membership] = {}
    for row in lists.rows:
        for membership in _from_row(context, row):
            found.setdefault((membership.person.casefold(), membership.body.casefold()), membership)
    return tuple(found.values())


def _from_row(context: Context, row: Row) -> Iterator[Membership]:
    entry, section = row.entry, row.section
    body = section.body or context.body.name
    if body and context.body.name and body.casefold().startswith(context.body.name.casefold()):
        body = context.body.name  # `Samrådet – sammansättning 2021`
    proof = evidence(
        context.text, entry.start, entry.end, row.rule.replace("lists", "composition"), 0.93 if entry.sure else 0.75
    )
    line_end = context.text.find("\n", entry.name_end)
    spans = [(entry.name_end, line_end if line_end >= 0 else len(context.text)), *entry.offices]
    further = [
        post for span in spans for post in posts(context, *span) if post.body.casefold() not in (body or "").casefold()
    ]
    organisation = entry.organisation or section.organisation
    if body is not None:
        own = section.body is None or body == context.body.name  # another body of the page may have another term
        start, end = entry.years or (_term(context) if own else None) or (None, None)
        yield Membership(
            person=entry.person,
            body=body,
            role=entry.role or section.role or _plain_role(context),
            organisation=None if organisation is None else context.organisation(organisation),
            party=context.party(entry.party),
            start=start,
            end=end,
            evidence=proof,
        )
    for post in further:
        proof = evidence(context.text, post.start, post.end, "composition.post", 0.85)
        yield Membership(entry.person, post.body, post.role, post.organisation, entry.party, evidence=proof)


def _plain_role(context: Context) -> Role | None:
    """`member` where the page speaks of its people as ledamöter."""
    return "member" if re.search(r"\b[Ll]edam(?:ot|öter)", context.text) else None


def _term(context: Context) -> tuple[str, str] | None:
    match = _TERM.search(context.text)
    return (match[1], match[2]) if match else None


def read_vacancies(context: Context, lists: Lists) -> tuple[Vacancy, ...]:
    """The seats that lists say are vacant, counted by body and side."""
    counts = Counter((seat.section.body or context.body.name, seat.section.organisation) for seat in lists.seats)
    first = {
        (seat.section.body or context.body.name, seat.section.organisation): seat for seat in reversed(lists.seats)
    }
    return tuple(
        Vacancy(
            body,
            side,
            count,
            evidence(context.text, first[body, side].start, first[body, side].end, "composition.vacant", 0.9),
        )
        for (body, side), count in counts.items()
        if body is not None
    )
