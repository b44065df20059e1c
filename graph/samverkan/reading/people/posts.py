"""Offices named in a line of text: `ordförande i kommunstyrelsen, Ale kommun samt ledamot i förbundsstyrelsen`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan import names
from samverkan.facts import Role
from samverkan.reading.context import Context
from samverkan.reading.people.roles import role_of


@dataclass(frozen=True, slots=True)
class Post:
    """An office: the role on a body, and whose body it is where that stands beside it."""

    start: int
    end: int
    role: Role
    body: str
    organisation: str | None


_ROLE = r"(?:(?:\d:?[ea]|[Ff]örste|[Aa]ndre)?\s*(?:[Vv]ice\s+)?[Oo]rdförande|[Ll]edamot|[Ee]rsättare|[Ss]uppleant)"
_POST = re.compile(
    rf"(?P<role>{_ROLE})\s+(?:i|för|av)\s+(?P<body>(?:(?!\s+(?:samt|och)\s+{_ROLE}\b)[^,;.\n()])+)"
    rf"(?:,\s*(?P<organisation>(?!{_ROLE})[A-ZÅÄÖ](?:(?!\s+(?:samt|och)\s+{_ROLE}\b)[^,;.\n()])*))?"
)


def posts(context: Context, start: int, end: int) -> Iterator[Post]:
    """The offices named in a part of the text."""
    for match in _POST.finditer(context.text, start, end):
        role = role_of(match["role"])
        body = match["body"].strip()
        if role is None or not body or len(body) > 120:
            continue
        if names.is_name(body) and names.is_given(body.split()[0]):
            continue  # `ersättare för Anna Ek`
        organisation = match["organisation"]
        own = None if organisation is None else context.organisation(organisation.strip())
        yield Post(match.start(), match.end(), role, body, own)
