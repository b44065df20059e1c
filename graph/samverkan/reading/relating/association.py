"""The association that a sentence about members leaves unsaid: `Medlemmar är A och B`, `Ale är medlem sedan 2019`."""

from samverkan.reading.relating.kinds_tied import GROUPS
from samverkan.reading.relating.unsaid import paragraph_start
from samverkan.reading.things.references import References
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, NUMERALS

_SHORTEST = 8  # letters
_REACH = 400  # words back to the whole name
_IS_A = (("är", "ett"), ("är", "en"), ("är", "den"), ("är", "det"))
_ENDINGS = ("et", "en", "n")


def association(references: References, first: int) -> str | None:
    """The body that the paragraph has just spoken of, else the organisation of the document, else the one that an
    earlier sentence of the paragraph opens with, by name or by its noun."""
    if (group := _group_before(references, first)) is not None:
        return group
    if references.organisation is not None:
        return references.organisation
    tokens = references.tokens
    at, found = paragraph_start(references, first), None
    while at < first:
        opening = [each for each in references.between(at, at + 1) if each.kind == "organisation" and not each.owner]
        found = opening[0].name if opening else by_noun(references, at) or found
        at = max(tokens.segment_end(at), at + 1)
    return found


def opens_paragraph(references: References, first: int) -> str | None:
    """The group that the paragraph names first."""
    before = references.between(paragraph_start(references, first), first)
    return next((each.name for each in before if each.kind in GROUPS and not each.owner), None)


def _group_before(references: References, first: int) -> str | None:
    """The group that the sentence just before says what it is, or ends with: `Rådet är ett samarbete mellan regioner.
    Medlemmar är`, `Arbetet leds av Rådet för vatten. Medlemmar är`."""
    tokens = references.tokens
    since = max(paragraph_start(references, first), tokens.segment_start(first - 1)) if first else first
    if since >= first:
        return None
    before = [each for each in references.between(since, first) if each.kind in GROUPS and not each.owner]
    opens = before and before[0].first <= since + 1 and tokens.words[before[0].last : before[0].last + 2] in _IS_A
    if opens:
        return before[0].name
    ends = before and before[-1].kind == "body" and first - before[-1].last <= 1
    return before[-1].name if ends else None


def by_noun(references: References, at: int) -> str | None:
    """The organisation named before that `Partnerskapet`, `partnerskapets` means: `Partnerskap Gränsleden`."""
    word = "".join(references.tokens.words[at : at + 1]).removesuffix("s").capitalize()
    if len(word) < _SHORTEST or not word.endswith(_ENDINGS):
        return None
    meant = [f"{word.removesuffix(ending)} " for ending in _ENDINGS if word.endswith(ending)]
    named = [each.name for each in references.between(max(0, at - _REACH), at) if each.kind == "organisation"]
    return next((name for name in named if name.startswith(tuple(meant))), None)


def number_of_municipalities(tokens: Tokens, at: int) -> int | None:
    """The index after `och ett 40-tal kommuner`, `samt elva kommuner`; None where something else stands there."""
    words = tokens.words[at : at + 4]
    if not words or words[0] not in AND | {"samt"}:
        return None
    size = 2 if words[1:2] == ("ett",) else 1
    counted = words[size : size + 1]
    if not counted or not (counted[0].endswith("-tal") or counted[0].isdigit() or counted[0] in NUMERALS):
        return None
    return at + size + 2 if words[size + 1 : size + 2] == ("kommuner",) else None
