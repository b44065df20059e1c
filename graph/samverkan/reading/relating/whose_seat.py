"""Whose seat somebody gets: the municipality's or region's that the sentence names beside the office."""

from samverkan.reading.relating.holders import Office
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table

_SENDS = table("utser utsett utsåg nominerar nominerat nominerade väljer valt valde")
_SENDERS = ("municipality", "region")


def seat_of(references: References, here: list[Reference], office: Office) -> str | None:
    """Whose seat an office is: `Ales nya ledamot`, `representant för Ale`."""
    words, at = references.tokens.words, office.first
    while at > 1 and words[at - 1] in ("nya", "ny", "ordinarie", "ende", "andra"):
        at -= 1
    owners = [each for each in here if each.last == at and each.owner and each.kind in _SENDERS]
    link = words[office.last : office.last + 1] in (("för",), ("från",))
    behind = [each for each in here if link and each.first == office.last + 1 and each.kind in _SENDERS]
    return next((each.name for each in (*owners, *behind)), None)


def electing(references: References, here: list[Reference], person: Reference) -> str | None:
    """The municipality or region whose seats are filled: `Ale har redan utsett Eva Ek och Bo Ask till ledamöter`."""
    words = references.tokens.words
    verb = next((at for at in range(person.first - 1, max(person.first - 12, 0), -1) if words[at] in _SENDS), None)
    kinds = ("municipality", "region")
    who = [each for each in here if verb is not None and each.kind in kinds and 0 <= verb - each.last <= 3]
    return who[-1].name if who and not who[-1].owner else None
