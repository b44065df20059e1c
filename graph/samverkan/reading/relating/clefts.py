"""Relations that `det är A som …` tells of A: `Det är styrelsen som beslutar om planen`, `2023 är det Ale som är
ordförande i rådet`."""

from collections.abc import Iterator

from samverkan.reading.relating.kinds_tied import OBJECTS, SUBJECTS, WORKS
from samverkan.reading.relating.matching import match
from samverkan.reading.relating.sides import right
from samverkan.reading.relating.ties import BY_WORD
from samverkan.reading.relating.tying import OFFICES, Tie
from samverkan.reading.relating.verb_forms import present
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table

_DECIDES = table("beslutar fastställer antar äger")
_APPOINTS = table("utser väljer tillsätter utsåg valde")
_IS = table("är blir var")
_REACH = 10  # words from `det är` to `som`


def cleft(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Det är Ale som äger projektet`, `…, och det är fullmäktige som fastställer planen`, `2023 är det Ale som …`."""
    words = references.tokens.words
    for at in range(first, last - 4):
        pair = words[at].lower(), words[at + 1].lower()
        if "det" not in pair or _IS.isdisjoint(pair):
            continue
        som = next((i for i in range(at + 3, min(at + _REACH + 2, last - 2)) if words[i] == "som"), None)
        here = references.between(at + 2, som) if som is not None else []
        subjects = [each for each in here if each.last == som or each.kind in SUBJECTS["chairs"]]
        if som is not None and subjects:
            yield from _said(references, subjects, at, som, last)
            return


def _said(references: References, subjects: list[Reference], first: int, som: int, last: int) -> Iterator[Tie]:
    words = references.tokens.words
    if words[som + 1] in _APPOINTS and (own := _appointed(references, som, last)) is not None:
        for who in subjects:
            if who.kind in SUBJECTS["appoints"]:
                yield Tie(who.name, "appoints", own, first, som + 2, "appoints.cleft", 0.7)
        return
    about = som + 3 if words[som + 2] == "om" else som + 2
    works = [each for each in references.between(about, about + 2) if each.kind in WORKS]
    if words[som + 1] in _DECIDES and works and subjects[0].kind in SUBJECTS["responsible for"]:
        name = subjects[0].name
        yield Tie(name, "responsible for", works[0].name, first, works[0].last, "responsible-for.cleft", 0.75)
        return
    rest = present([word.lower() for word in words[som + 1 : last]])
    for _, phrase in BY_WORD.get(rest[0], ()):
        stop = match(rest, 0, phrase.words) if phrase.order == "active" and not phrase.sorts else None
        fit = [each for each in subjects if each.kind in SUBJECTS[phrase.relation]]
        if stop is None or not fit:
            continue
        end = som + 1 + stop
        targets = right(references, references.between(end, last), end, OBJECTS[phrase.relation])
        if not targets or targets[0].first - end > 2 or words[end].lower().startswith(OFFICES):
            continue
        rule = f"{phrase.relation.replace(' ', '-')}.cleft"
        for who in fit:
            yield Tie(who.name, phrase.relation, targets[0].name, first, targets[0].last, rule, 0.75)
        return


def _appointed(references: References, som: int, last: int) -> str | None:
    """The body whose members are appointed: named after the verb, or the one spoken of where `dem` stands."""
    words = references.tokens.words
    at = (
        som + 3
        if words[som + 2] in ("ledamöterna", "ledamöter") and words[som + 3 : som + 4] in (("i",), ("till",))
        else som + 1
    )
    named = [each for each in references.between(at + 1, min(at + 3, last)) if each.kind in ("body", "own body")]
    if named:
        return named[0].name
    meant = words[som + 2 : som + 3] in (("dem",), ("ledamöterna",), ("ledamöter",), ("representanter",))
    return references.topic(som) if meant else None
