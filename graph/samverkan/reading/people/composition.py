"""Who sits on a body: memberships and vacant seats from the lists of a page of composition."""

import re
from collections.abc import Iterator
from dataclasses import replace

from samverkan.facts import Membership, Role, Vacancy
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.people.posts import posts
from samverkan.reading.people.rows import Lists, Row
from samverkan.reading.people.sides import side
from samverkan.reading.people.terms import Term, term_of_page


def read_memberships(context: Context, lists: Lists) -> tuple[Membership, ...]:
    """The memberships that the lists of a page of composition give, and the further posts named beside a name."""
    if context.document.kind != "composition":
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
    body = _own(context, section.body)
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


def _own(context: Context, body: str | None) -> str | None:
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


_NUMBERS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_SEAT = r"(?:plats(?:er)?|post(?:er)?|mandat|ledamotsplats(?:er)?|ersättarplats(?:er)?)"
# `En plats är vakant`, `Två platser för kommunerna är vakanta`, `3 vakanta platser`.
_VACANT = re.compile(
    rf"\b(?P<count>(?i:{'|'.join(_NUMBERS)})|\d{{1,2}})\s+(?:vakanta?\s+{_SEAT}\b(?P<after>[^.\n]{{0,40}})"
    rf"|(?:\w+\s+)?{_SEAT}\b(?P<between>[^.\n]{{0,60}}?)\s(?:är|står)\s+(?:\w+\s+){{0,2}}(?:vakanta?|obesatta?|tom(?:ma)?)\b)"
)
# `Oppositionens plats är vakant`, `Platsen för Sala är vakant`, behind `Sala – Anna Ek.` that of Sala.
_THE_SEAT = re.compile(
    r"\b(?:[A-ZÅÄÖ][\wåäö]*s\s+plats|[\wåäöÅÄÖ]*(?:[Pp]latsen|[Pp]osten|[Mm]andatet))\b(?P<between>[^.\n]{0,60}?)\s(?:är|står)\s+"
    r"(?:\w+\s+){0,2}(?:vakant|obesatt|tom)\b"
)
_HEAD_OF_LINE = re.compile(r"\s*(?:[-•*]\s+)?([^\n:–]{2,50}?)(?::|\s+[–-])\s")
_WHOSE = re.compile(r"\s*(?:för|från)\s+(?P<side>\S[^,;:]*)")


def _only_place(context: Context, seat: re.Match[str]) -> str | None:
    """`Sala har inte utsett någon, och den platsen är vakant`: the one place that the sentence names before."""
    line = context.text.rfind("\n", 0, seat.start()) + 1
    sentence = max(line, context.text.rfind(". ", line, seat.start()) + 1)
    above = max(line, context.text.rfind(". ", line, max(line, sentence - 1)) + 1)
    meant = context.text[sentence : seat.end()].split()[0] in ("Den", "Denna", "Platsen")
    for begin in (sentence, above) if meant else (sentence,):
        if named := {place.name for place in context.places.find(context.text, begin, seat.end())}:
            return named.pop() if len(named) == 1 else None
    return None


def read_vacancies(context: Context, lists: Lists) -> tuple[Vacancy, ...]:
    """The seats that lists and sentences say are vacant, counted by body and side."""
    found: dict[tuple[str, str | None], Vacancy] = {}
    for body, whose, count, start, end in (*_listed(context, lists), *_told(context)):
        proof = evidence(context.text, start, end, "composition.vacant", 0.9)
        before = found.get((body, whose), Vacancy(body, whose, 0, proof))
        found[body, whose] = replace(before, count=before.count + count)
    return tuple(found.values())


Vacant = tuple[str, str | None, int, int, int]


def _listed(context: Context, lists: Lists) -> Iterator[Vacant]:
    for seat in lists.seats:
        body = _own(context, seat.section.body)
        if body is not None:
            yield body, seat.section.organisation, 1, seat.start, seat.end


def _told(context: Context) -> Iterator[Vacant]:
    """The vacant seats that sentences of a page of composition, or of news, tell of."""
    if context.body.name is None or context.document.kind == "minutes":
        return
    for match in _VACANT.finditer(context.text):
        count = _NUMBERS.get(match["count"].casefold()) or int(match["count"])
        whose = _WHOSE.match(match["between"] or match["after"] or "")
        named = None if whose is None else side(f"För {whose['side']}", context.places)
        yield context.body.name, named, count, match.start(), match.end()
    for match in _THE_SEAT.finditer(context.text):
        whose = _WHOSE.match(match["between"])
        head = _HEAD_OF_LINE.match(context.text, context.text.rfind("\n", 0, match.start()) + 1)
        named = (
            side(f"För {whose['side']}", context.places) if whose else side(head[1], context.places) if head else None
        ) or _only_place(context, match)
        yield context.body.name, named, 1, match.start(), match.end()
