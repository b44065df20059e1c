"""What the text says of people elsewhere than in the list: `Anna Ek (Region Gotland)`, `Bo Ek som är jurist på …`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from samverkan.facts import Attendance
from samverkan.reading.context import Context
from samverkan.reading.people.chunks import VERBS, is_organisation
from samverkan.reading.people.entries import parse
from samverkan.reading.people.roles import is_title_word, role_of

_MOST = 12  # places looked at for one name
_FAR = 200_000  # characters looked through for them, so that a long text costs no more a character than a short one
_DOES = frozenset(("går", "gick", "drar", "drog", "ger", "gav", "höll", "håller", "tog", "tar"))
_BRACKET = re.compile(r"\s?\([^()\n]{2,80}\)")
_WHO_IS = re.compile(
    r"(?:,?\s+(?:som\s+är|är)|,)\s+(?P<title>[a-zåäö]+)(?:\s+(?:på|vid|i|hos|"
    r"för)\s+(?P<place>[\wåäöÅÄÖ-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)*))?"
)
# `Anna Ek, Region Gotland, redogör för läget`: the organisation between commas, and what the person does behind it
_WHOSE = re.compile(
    r",\s+(?P<place>[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?:\s[A-ZÅÄÖa-zåäö][\wåäöÅÄÖ-]+){0,3}),\s+(?P<does>[a-zåäö]+)\b"
)
_SHORT = re.compile(r"[A-ZÅÄÖ]{2,6}")
_BEFORE = re.compile(r"(?:\A|[^\wåäö-])(?P<title>[A-ZÅÄÖa-zåäö]{4,})[ ]\Z")


def with_affiliation(context: Context, row: Attendance) -> Attendance:
    """The row with organisation and title where the running text gives them and the list does not."""
    if row.organisation and row.title:
        return row
    for at in islice(_occurrences(context.text, row.person), _MOST):
        if not context.in_roster(at):
            row = _learned(context, row, at, at + len(row.person))
    return row


def _occurrences(text: str, name: str) -> Iterator[int]:
    """Where a name stands in the text, with any white space between its words, a line break too."""
    words = name.split()
    at = text.find(words[0], 0, _FAR) if words else -1
    while at >= 0:
        end = at + len(name)
        if end <= _FAR and text.startswith(words[-1], end - len(words[-1])) and text[at:end].split() == words:
            yield at
            at = text.find(words[0], end, _FAR)
        else:
            at = text.find(words[0], at + 1, _FAR)


def _learned(context: Context, row: Attendance, start: int, end: int) -> Attendance:
    text = context.text
    title, organisation = None, None
    if bracket := _BRACKET.match(text, end):
        parsed = parse(text, start, bracket.end(), context.places)
        if parsed.entries and parsed.entries[0].person == row.person:
            title, organisation = parsed.entries[0].title, parsed.entries[0].organisation
    elif (who := _WHO_IS.match(text, end)) and is_title_word(who["title"]):
        title, organisation = who["title"], who["place"]
    elif (whose := _WHOSE.match(text, end)) and whose["does"] in VERBS | _DOES:
        named = whose["place"]
        known = context.places.of(named) or is_organisation(named) or any(map(_SHORT.fullmatch, named.split()))
        organisation = named if known else None
    before = _BEFORE.search(text[max(0, start - 40) : start])
    if title is None and before and is_title_word(before["title"]) and role_of(before["title"]) is None:
        title = before["title"]
    return replace(
        row,
        title=row.title or title,
        organisation=row.organisation or (context.organisation(organisation) if organisation else None),
    )
