"""Whose body a document is of: the organisation, the body that a news item is about, the only region."""

from collections import Counter
from functools import lru_cache

from samverkan.reading.context import Context
from samverkan.reading.things.gather import Things
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.thing import Thing
from samverkan.register import Register

_LEAGUES = "association of municipalities"
_OTHER_LEAGUES = ("idrottsförbund", "studieförbund", "bildningsförbund", "riksförbund", "arbetsgivarförbund")
_COOPERATIONS = (("samarbete",), ("kommunalförbund",), ("regionförbund",))
_LETTERHEAD = 80  # characters
_MEETS = frozenset(("möttes", "träffades", "sammanträdde", "samlades"))


@lru_cache(maxsize=4)
def _leagues(register: Register) -> frozenset[str]:
    """All that associations of municipalities are called."""
    return frozenset(form for each in register.organisations if each.kind == _LEAGUES for form in each.forms)


def own_organisation(context: Context, things: Things) -> str | None:
    """The organisation whose body met, in small letters where a letterhead has its name in capitals."""
    name = _own_organisation(context, things)
    if name is None or not name.isupper() or " " not in name:
        return name
    words = (word.lower() if head_of(word) is not None or word == "LÄN" else word.title() for word in name.split())
    whole = " ".join(words)
    return whole[0].upper() + whole[1:]


def _own_organisation(context: Context, things: Things) -> str | None:
    """The organisation as the head says, in the body's name, else the association most often named."""
    if len(context.body.organisations) == 1:
        return context.body.organisations[0]
    if context.body.organisations:
        return None
    own = (context.body.name or "").casefold()
    leagues = _leagues(context.register)
    named = Counter(each.name for each in things.things if each.kind == "organisation")
    inside = [name for name in named if name.casefold() in own]
    if inside:
        return max(inside, key=len)
    if "för " in own and "förbund" in own:
        return (context.body.name or "")[own.index("för ") + 4 :]
    said = {each.name for each in things.things if each.rule == "predicate.league" or _is_league(things, each)}
    associations = [name for name in named if "förbund" in name.lower() or name in leagues or name in said]
    associations = [name for name in associations if not name.lower().endswith(_OTHER_LEAGUES)]
    said_so = {"förbundet", "Förbundet", "förbundets", "Förbundets"} & set(things.tokens.vocabulary)
    if not associations and said_so:  # the letterhead of an association
        start = things.tokens.starts[0] if things.tokens.starts else 0
        letterhead = things.tokens.text[start : start + _LETTERHEAD].casefold()
        return next((name for name in named if name.casefold() in letterhead), None)
    begin = things.tokens.starts[0] if things.tokens.starts else 0
    opening = (each for each in things.things if things.tokens.starts[each.first] - begin < _LETTERHEAD)
    headed = next((each.name for each in opening if each.name in associations), None)
    return headed or max(sorted(associations), key=lambda name: named[name], default=None)


def _is_league(things: Things, thing: Thing) -> bool:
    """Whether a known organisation is said to be one of municipalities: `X är ett samarbete mellan …`."""
    words = things.tokens.words[thing.last : thing.last + 3]
    return thing.kind == "organisation" and words[:2] == ("är", "ett") and words[2:] in _COOPERATIONS


def titled_body(context: Context, things: Things) -> str | None:
    """The body that a news item's title names, or that met in its text, where the head gives none."""
    title = context.document.evidence
    tokens = things.tokens
    bodies = [each for each in things.things if each.kind == "body"]
    titled = (each for each in bodies if title is not None and title.start <= tokens.starts[each.first] < title.end)
    met = (
        each
        for each in bodies
        if _MEETS & {*tokens.words[each.first - 1 : each.first], *tokens.words[each.last : each.last + 1]}
    )
    return next((each.name for each in (*titled, *met)), None)


def only_region(context: Context, things: Things) -> str | None:
    """What `regionen` means: the only region that the document names."""
    regions = {each.name for each in things.things if each.kind == "region"}
    regions |= {
        name for name in context.body.organisations if (place := context.places.of(name)) and place.kind == "region"
    }
    if len(regions) == 1:
        return regions.pop()
    named = Counter(each.name for each in things.things if each.kind == "region").most_common(2)
    return named[0][0] if len(named) > 1 and named[0][1] > named[1][1] else None


def heading_region(context: Context, things: Things) -> str | None:
    """The region whose letterhead a document bears, where its body is one of no other organisation."""
    own = context.body.organisations
    if own:
        place = context.places.of(own[0]) if len(own) == 1 else None
        return place.name if place is not None else None
    start = things.tokens.starts[0] if things.tokens.starts else 0
    place = next(iter(context.places.find(context.text, start, start + _LETTERHEAD)), None)
    return place.name if place is not None and place.kind == "region" else None
