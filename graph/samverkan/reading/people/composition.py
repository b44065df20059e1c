"""Who sits on a body: memberships from the lists of a page of composition."""

import re
from collections.abc import Iterator

from samverkan.facts import Membership, Role
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.people.posts import posts
from samverkan.reading.people.rows import Lists, Row
from samverkan.reading.people.terms import Term, term_of_page


def read_memberships(context: Context, lists: Lists) -> tuple[Membership, ...]:
    """The memberships that the lists of a page of composition give, and the further posts named beside a name."""
    if context.document.kind == "minutes":
        return ()
    found: dict[tuple[str, str], Membership] = {}
    (term, behind), role = term_of_page(context.text), _plain_role(context)
    for row in lists.rows:
        for membership in _from_row(context, row, None if row.entry.start < behind else term, role):
            found.setdefault((membership.person.casefold(), membership.body.casefold()), membership)
    return tuple(found.values())


def _from_row(context: Context, row: Row, term: Term | None, plain: Role | None) -> Iterator[Membership]:
    """The membership that a row gives; `term` is the page's own, `plain` the role of whoever it gives none."""
    entry, section = row.entry, row.section
    body = own_body(context, section.body)
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
        start, end = section.term or (term if own else None) or (None, None)
        start, end = entry.since or start, entry.until or end
        yield Membership(
            person=entry.person,
            body=body,
            role=entry.role or section.role or (None if section.capacity == "official" else plain),
            organisation=None if organisation is None else context.organisation(organisation),
            party=context.party(entry.party),
            start=start,
            end=end,
            evidence=proof,
        )
    for post in further:
        proof = evidence(context.text, post.start, post.end, "composition.post", 0.85)
        yield Membership(entry.person, post.body, post.role, post.organisation, entry.party, evidence=proof)


def _is_same(heading: str, own: str) -> bool:
    """Whether a heading names the page's own body, with words behind its name or without some of them."""
    return heading.startswith(own) or (" " in heading and own.startswith(f"{heading} "))


_ADJECTIVE = re.compile(r"(?:Den |Det )?(?:[Pp]olitisk|[Gg]emensam|[Rr]egional|[Ll]änsgemensam)(?:a|t)?\s\w+\Z")


def own_body(context: Context, body: str | None) -> str | None:
    """The body that a heading names; the page's own where it is called by its noun alone (`Medlemmar i gruppen`)."""
    name = context.body.name
    if body and name and _is_same(body.casefold(), name.casefold()):
        return name  # `Samrådet – sammansättning 2021`
    if body is None or name is None or (" " in body and not _ADJECTIVE.match(body)):
        return body or name
    noun = re.sub(r"(?:en|et|n)\Z", "", body.casefold().split()[-1])
    return name if len(noun) > 3 and any(noun in word for word in name.casefold().split()) else body


def _plain_role(context: Context) -> Role | None:
    """`member` where the page speaks of its people as ledamöter."""
    return "member" if re.search(r"\b(?:[Ll]edam(?:ot|öter)|sitter(?= i\b| under\b| för\b|:))", context.text) else None
