"""Which written names are one thing: `styrgruppen för social välfärd` and `Styrgrupp social välfärd`, short forms, parts of a longer name."""

from collections.abc import Iterable
from functools import lru_cache

from samverkan.reading.things.heads import head_of
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.words import AND, LINKS, is_adjective

_SMALL = table("det den de the över") | LINKS | AND


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """What stays of a name when articles, small words and endings are taken off; equal for forms of one name.

    >>> key("Det Centrala Samverkansorganet") == key("centralt samverkansorgan")
    True
    """
    words = [_plain(word) for word in name.lower().replace("”", "").replace('"', "").split()]
    kept = [word for word in words if word not in _SMALL]
    return " ".join(kept or words)


def _plain(word: str) -> str:
    bare = word.strip(".,:;()/-")
    head = head_of(bare) if bare else None
    if head is not None:
        return head.lemma
    if len(bare) > 4 and is_adjective(bare) and bare[-1] in "at":
        return bare[:-1]
    return bare[:-1] if len(bare) > 4 and bare[-1] == "s" else bare


def lemma(name: str) -> str | None:
    """The noun of a name in its base form, of the last noun that is one of the kinds' nouns."""
    heads = [head for head in map(head_of, name.split()) if head is not None]
    return heads[0].lemma if heads else None


def join(things: Iterable[Thing]) -> dict[tuple[str, str], str]:
    """The name that each written name (with its kind) is known by in this document: the fullest that means the same."""
    fullest: dict[tuple[str, str], str] = {}
    written: dict[tuple[str, str], None] = {}
    for thing in things:
        if thing.kind in ("person", "municipality", "region"):
            continue
        known = (thing.kind, key(thing.name))
        written[thing.kind, thing.name] = None
        if known not in fullest:
            fullest[known] = thing.name
    longer: dict[tuple[str, str], list[str]] = {}
    for (kind, _), name in fullest.items():
        noun = lemma(name)
        if noun is not None and len(name.split()) > 1:
            longer.setdefault((kind, noun), []).append(name)
    return {each: _meaning(each, fullest, longer) for each in written}


def _meaning(
    each: tuple[str, str], fullest: dict[tuple[str, str], str], longer: dict[tuple[str, str], list[str]]
) -> str:
    kind, name = each
    best = fullest[kind, key(name)]
    noun = lemma(best)
    if noun is None or " " in key(best):
        return best
    same = longer.get((kind, noun), [])
    if len(same) == 1 and key(best) == noun:
        return same[0]
    return _agreement_about(best, longer) if kind == "agreement" else best


def _agreement_about(name: str, longer: dict[tuple[str, str], list[str]]) -> str:
    """The agreement whose long name holds the first part of the short one: `vårdavtalet`, `Avtal om … vården`."""
    low = name.lower()
    if not low.endswith("avtalet"):
        return name
    about = low.removesuffix("avtalet").rstrip("s-")
    fitting = [each for each in longer.get(("agreement", "avtal"), []) if len(about) > 4 and about in each.lower()]
    return fitting[0] if len(fitting) == 1 else name
