"""Relations where the verb stands before its subject: `Sedan 2020 ansvarar rådet för planen`, `I juni tar Ale över
ordförandeskapet i gruppen`."""

from collections.abc import Iterator

from samverkan.reading.relating.kinds_tied import MEMBERS, OBJECTS, SUBJECTS
from samverkan.reading.relating.matching import match
from samverkan.reading.relating.sides import has_directly, right
from samverkan.reading.relating.ties import BY_WORD, Phrase
from samverkan.reading.relating.tying import Tie
from samverkan.reading.relating.unsaid import we
from samverkan.reading.relating.verb_forms import said
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import AND

_OPENING = 14  # words before the verb
_BEFORE_PLACES = table("i från på vid hos till av med åt under efter sedan inom för inför enligt genom utöver")
_PRONOUNS = table("den det de vi hon han denna detta dessa")
_ARTICLES = table("den det de även också")


def inverted(references: References, first: int, last: int) -> Iterator[Tie]:
    """The relation of a sentence, or a part of it after a semicolon, that opens with something else than its
    subject."""
    words = references.tokens.words
    starts = [first, *(at + 1 for at in range(first, last - 4) if words[at] == ";")]
    for start in starts:
        yield from _inverted(references, start, last)


def _inverted(references: References, first: int, last: int) -> Iterator[Tie]:
    words = said(references.tokens.words[first:last])
    opening = words[:_OPENING]
    if BY_WORD.keys().isdisjoint(opening[1:]) or (opening[0] in _PRONOUNS and opening[1] in BY_WORD):
        return
    for index in range(1, min(_OPENING, len(words) - 2)):
        if words[index] not in BY_WORD:
            continue
        ours = words[index + 1] == "vi"
        named = [] if ours else _subjects(references, first + index + 1, last)
        if not (ours or named) or _has_subject(references, first, first + index):
            continue
        at = index + 2 if ours else named[-1].last - first
        for _, phrase in BY_WORD[words[index]]:
            end = _rest(words, at, phrase) if phrase.order == "active" and not phrase.sorts else None
            if end is None:
                continue
            subjects = we(references, phrase.relation, first + index + 1) if ours else named
            if not subjects or not all(each.kind in SUBJECTS[phrase.relation] for each in subjects):
                continue
            after = references.between(first + end, last)
            objects = right(references, after, first + end, OBJECTS[phrase.relation])
            if phrase.words in (("har",), ("ingår",)):  # Sedan 2020 har Ale Avtal om skolskjuts
                objects = [each for each in objects if has_directly(references, first + end, each.first)]
            if objects:
                for subject in subjects:
                    in_league = subject.kind in MEMBERS and objects[0].kind == "organisation"
                    relation = "member of" if phrase.relation == "part of" and in_league else phrase.relation
                    rule = f"{phrase.rule}-inverted"
                    low, high = first + index, objects[0].last
                    yield Tie(subject.name, relation, objects[0].name, low, high, rule, 0.7)
                return


def _subjects(references: References, first: int, last: int) -> list[Reference]:
    """The names that stand right after a verb, an article apart."""
    at = first + 1 if references.tokens.words[first].lower() in _ARTICLES else first
    here = references.between(at, last)
    if not here or here[0].first != at or here[0].owner:
        return []
    return right(references, here, at, frozenset((here[0].kind, "municipality", "region", "collective")))


def _has_subject(references: References, first: int, last: int) -> bool:
    """Whether a name without a preposition stands before the verb."""
    words = references.tokens.words
    placed = False  # whether the name before, of which this one goes on the list, follows a preposition
    for each in references.between(first, last):
        goes_on = placed and words[each.first - 1] in (*AND, ",")
        placed = each.first > first and (words[each.first - 1].lower() in _BEFORE_PLACES or goes_on)
        if not placed and not each.owner:
            return True
    return False


def _rest(words: list[str], at: int, phrase: Phrase) -> int | None:
    """The index after what is left of a phrase when its verb has been read."""
    rest = phrase.words[1:]
    return at if not rest else match(words, at, rest)
