"""Who takes over the chair that the sentence spoke of: `Ale är ordförande i rådet till juni, därefter tar Lerum
över`."""

from collections.abc import Iterator

from samverkan.reading.relating.kinds_tied import GROUPS, MEMBERS, Kinds
from samverkan.reading.relating.roles import CHAIRING
from samverkan.reading.relating.tying import Tie
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table

TAKES = table("tar tog över lämnar lämnade")
_TAKERS: Kinds = MEMBERS | {"organisation"}
_ENDS = table(". , ; ) som från fr.o.m efter den till under vid i ordförandeskapet klubban")
_TO = 9  # words
_AFTER_TURN = table("till åt")


def takes_over(references: References, first: int, last: int) -> Iterator[Tie]:
    """`därefter tar Lerum över`, `Lerum tar sedan över som ordförande`, `lämnar över till Lerum`: chairs what was
    spoken of."""
    words = references.tokens.words
    over = next((at for at in range(first + 2, last) if words[at] == "över"), None)
    verb = next((at for at in range(max(first, over - 8), over) if words[at] in TAKES), None) if over else None
    if over is None or verb is None:
        return
    handed = words[verb].startswith("lämna")
    if handed and words[over + 1 : over + 2] not in (("till",), ("ordförandeskapet",), ("klubban",)):
        return
    if not handed and over + 1 < last and words[over + 1] not in _ENDS:
        return
    who = _taker(references, first, verb, over, last) if not handed else _receiver(references, over, last)
    target = _chaired(references, first, verb) if who is not None else None
    if who is not None and target is not None and who.name != target:
        yield Tie(who.name, "chairs", target, max(first, min(who.first, verb)), over + 1, "chairs.takes-over", 0.75)


def _taker(references: References, first: int, verb: int, over: int, last: int) -> Reference | None:
    """Who stands between `tar` and `över`, else right before `tar`."""
    inside = [each for each in references.between(verb + 1, over) if each.kind in _TAKERS and not each.owner]
    if any(each.kind == "person" for each in references.between(verb + 1, last)):
        return None
    before = [each for each in references.between(first, verb) if each.last == verb and each.kind in _TAKERS]
    return next(iter((*inside, *before)), None)


def _receiver(references: References, over: int, last: int) -> Reference | None:
    """Whom the chair is handed to."""
    words = references.tokens.words
    to = next((at for at in range(over + 1, min(over + _TO, last)) if words[at] == "till"), None)
    here = references.between(to + 1, min(to + 3, last)) if to is not None else []
    return here[0] if here and here[0].kind in _TAKERS else None


def _chaired(references: References, first: int, verb: int) -> str | None:
    """What is chaired by the words before, in the sentence or in the one before it."""
    tokens = references.tokens
    over = next((at for at in range(verb, min(verb + _TO, len(tokens.words))) if tokens.words[at] == "över"), verb)
    behind = references.between(over + 3, over + 5)
    if tokens.words[over + 1 : over + 2] == ("ordförandeskapet",) and behind and behind[0].kind in GROUPS:
        return behind[0].name  # lämnar över ordförandeskapet i rådet till Ale
    since = tokens.segment_start(first - 1) if first else first
    offices = [at for at in range(since, verb) if tokens.words[at].lower() in CHAIRING]
    if not offices:
        return None
    near = [each for each in references.between(offices[-1] + 1, offices[-1] + 4) if each.kind in GROUPS]
    linked = near and tokens.words[near[0].first - 1] in ("i", "för", "på")
    return near[0].name if linked else references.topic(verb)
