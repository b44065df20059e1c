"""Whom a phrase of relation ties: the names before and after it in its sentence, lists of names as one."""

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.facts import RelationKind
from samverkan.reading.relating.association import association, number_of_municipalities, opens_paragraph
from samverkan.reading.relating.fitting import cared_for, elects, of_one_sort, says_body
from samverkan.reading.relating.kinds_tied import BODIES, GROUPS, MEMBERS, OBJECTS, PARTIES, SUBJECTS
from samverkan.reading.relating.matching import ADVERBS, NOT, match
from samverkan.reading.relating.sides import (
    apposed,
    beside_person,
    body_of,
    has_directly,
    is_listing,
    left_of,
    listing_between,
    organisation_of,
    right,
    with_parties,
)
from samverkan.reading.relating.ties import BY_WORD, OWNED, Phrase
from samverkan.reading.relating.unsaid import (
    SEATED,
    anaphor,
    bodies_before,
    described,
    in_its_place,
    object_before,
    officials,
    opening,
    owner_of_matters,
    said_before,
    spoken_of,
    unsaid,
)
from samverkan.reading.relating.verb_forms import FORMS, said
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND

_NEAR = 2
_MOST = 20  # members looked at
_PREPOSITIONS = table("i från på vid hos till för av med åt")
_LEAD_IN = table(
    """kommuner regioner länets parter medlemmar organisationer myndigheter följande : – dessa alla samtliga bland annat
    andra"""
)
_GIVEN = table("får fick ger gav ges gavs fått uppdra uppdrar uppdras uppdrog uppdrogs uppdrags ombeds")
_LISTED_TASKS = table("fastställa vara verka uppföljning")
OFFICES = ("ordför", "sekret", "ombud", "revisor", "justerar", "presidi", "vice")
# Words that may tell of a relation; sentences without one are not looked at.
SIGNS = (
    frozenset(BY_WORD)
    | FORMS
    | table(
        """skrev finns ligger arbetar skriver är hette följer där tidigare namn f.d fd detta medlemmar åvilar vilar
    driver drev ledde ansvarar svarar finansierar projektägare huvudman heter part parter"""
    )
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation read from a phrase; `first` and `last` are the words that say it."""

    subject: str
    relation: RelationKind
    object: str
    first: int
    last: int
    rule: str
    confidence: float
    at: int | None = None  # the first word of the subject, where it is not the first of all
    since: str | None = None  # when it holds, where the sentence says of several when
    until: str | None = None


def ties(references: References, first: int, last: int) -> Iterator[Tie]:
    """The relations that a sentence of the words from `first` up to `last` says."""
    tokens = references.tokens
    here = references.between(first, last)
    if not here and references.own is None:
        return
    words = said(tokens.words[first:last])
    done = 0
    for index in [at for at, word in enumerate(words) if word in BY_WORD]:
        if index < done or _is_given(words, index) or not NOT.isdisjoint(words[max(0, index - 2) : index]):
            continue
        following = words[index + 1] if index + 1 < len(words) else ""
        between = following in ADVERBS or is_year(following)
        fitting = [
            (end, phrase)
            for second, phrase in BY_WORD[words[index]]
            if (not second or second == following or between) and (end := match(words, index, phrase.words)) is not None
        ]
        for size, end in sorted({(-len(phrase.words), end) for end, phrase in fitting}):
            alike = (phrase for stop, phrase in fitting if stop == end and len(phrase.words) == -size)
            where = (first, first + index, first + end, last)
            readings = [list(_tied(references, here, phrase, where)) for phrase in alike]
            found = max(readings, key=lambda each: each[0].first if each else -1)  # `leds av`: of what stands nearest
            if found:
                yield from found
                done = end
                break


def _is_given(words: list[str], index: int) -> bool:
    """Whether an infinitive is what somebody is given to do: `får i uppdrag att följa upp planen`."""
    return words[index - 1 : index] == ["att"] and not _GIVEN.isdisjoint(words[max(0, index - 9) : index])


def _tied(
    references: References, here: list[Reference], phrase: Phrase, where: tuple[int, int, int, int]
) -> Iterator[Tie]:
    first, begin, end, last = where
    relation = phrase.relation
    before = [each for each in here if each.last <= begin or (each.first < end and each.last <= end)]
    after = [each for each in here if each.first >= end]
    if phrase.order == "whole first":
        yield from whole_first(references, phrase, before, after, where)
        return
    if phrase.order == "active" and phrase.words[0] == "ingår" and opens_with_in(references.tokens, before, first):
        return
    subjects_before = phrase.order == "active"
    if phrase.words == ("leder",):  # a municipality chairs, a board is a part of what it leads
        before = [each for each in before if each.kind in (MEMBERS if relation == "chairs" else BODIES)]
        after = [each for each in after if relation == "chairs" or each.kind == "organisation"]
    subject_kinds = BODIES if relation == "part of" and not subjects_before else SUBJECTS[relation]
    before = [each for each in before if each.last <= begin or not each.owner]  # not `utser kommunernas ledamöter i`
    relative = references.tokens.words[begin - 1] == "som" and begin > first
    if subjects_before and (
        not relative or relation == "chairs"
    ):  # `Johan Ek, kommunchef i Ale, leder gruppen`: not Ale
        before = [each for each in before if not beside_person(references, here, each)]
        before = [
            each
            for each in before
            if references.tokens.words[each.first - 1] not in _PREPOSITIONS
            or each.first == first
            or (each.kind == "collective" and references.tokens.words[each.first - 2].endswith("ullmäktige"))
        ]
    left = left_of(references, before, begin, subject_kinds if subjects_before else OBJECTS[relation])
    if subjects_before and references.tokens.words[begin - 1] in AND:
        left = (
            officials(references, phrase, first)
            or in_its_place(references, phrase, before, first)
            or opening(before, SUBJECTS[relation])
            or left
        )
    elif references.tokens.words[begin - 1] in AND and begin > first:
        left = opening(before, OBJECTS[relation]) or left
    others = right(references, after, end, OBJECTS[relation] if subjects_before else subject_kinds)
    others = body_of(references, others)
    if phrase.words in (("görs", "av"), ("utförs", "av")) and not cared_for(references.tokens, left):
        return
    if phrase.words in (("bildade",), ("har", "bildat"), ("grundade",)) and not all(
        each.kind in MEMBERS for each in left
    ):
        return
    if phrase.words in (("med",), ("mellan",)) and not _next_to(references.tokens, left, begin):
        return
    if phrase.words == ("med",) and not with_parties(references.tokens, left, others, begin):
        return
    if (
        relation == "party to"
        and phrase.words[-1] == "med"
        and others
        and (own := references.organisation or references.headed) is not None
    ):
        others = [*others, Reference(end, end, own, "organisation")]
    if phrase.words in (("utser",), ("tillsätter",), ("väljer",)) and others and others[0].first - end > 1:
        return
    owned = relation == "appoints" and subjects_before and bool(others) and others[0].owner
    if owned and references.tokens.words[others[0].last].startswith(OFFICES):
        return  # utser gruppens ordförande
    if phrase.words[0] in ("ledning", "organ"):  # förbundets politiska ledning är direktionen
        left = [each for each in before if each.owner and each.kind == "organisation"][-1:]
    if relation == "appoints" and not subjects_before and references.tokens.words[begin - 1].startswith(SEATED):
        left = []  # kommunernas ledamöter utses av
    if relation == "prepares for" and not subjects_before:
        left = owner_of_matters(references, here, begin) or left
    left = left or said_before(references, phrase, first, begin) or unsaid(references, phrase, (first, begin, end))
    group = described(references, phrase, end, last)
    others = group if group and phrase.order == "passive" else others or group or anaphor(references, before, end)
    others = others or (object_before(references, phrase, first, end) if subjects_before else [])
    if phrase.words[-1] == "dit":  # tillsätts av rådet och rapporterar dit
        left = opening(before, SUBJECTS[relation]) or said_before(references, phrase, first, begin)
        said = [each for each in here if each.last <= begin and each not in left]
        others = [each for each in said if each.kind in OBJECTS[relation]][-1:] or bodies_before(
            references, first, left
        )
    if phrase.words[-1] == "hit" and references.own is not None:
        others = [Reference(end, end, references.own, "own body")]
    if phrase.words[0] in _LISTED_TASKS and begin - first > 1:  # only `• fastställa planen`
        return
    if phrase.words[0] == "drivs" and len(others) > 2 and left and left[0].kind == "project":
        relation = "party to"
    if relation == "part of" and not others and subjects_before:
        others = organisation_of(references, after, end)
    if phrase.sorts and not says_body(references.tokens.words[end - 2]):
        return
    if len(phrase.words) == 1 and phrase.words[0] in ("har", "ingår"):  # A, B och C har Avtal om skolskjuts
        others = [each for each in others if has_directly(references, end, each.first)]
        left = left if len(left) > 1 or phrase.words[0] == "har" else []
    if left and left[0].kind == "person" and subjects_before:  # leder arbetet med att knyta A till projektet
        others = [each for each in others if each.first - end <= _NEAR]
    subjects, objects = (left, others) if subjects_before else (others, left)
    if relation == "replaces" and subjects and objects:  # a work replaces a work
        subjects, objects = of_one_sort(references, subjects, objects, first)
    for subject in subjects:
        for target in objects[:3]:
            if subject.name.lower() != target.name.lower():
                if relation == "responsible for" and phrase.words[0] == "beslutas" and target.kind == "agreement":
                    continue
                if relation == "appoints" and elects(references, begin, end):
                    continue
                low, high = min(subject.first, target.first, begin), max(subject.last, target.last, end)
                if relation == "part of" and subject.kind in MEMBERS and target.kind == "organisation":
                    relation = "member of"  # municipalities in an association
                where_said = max(low, first), min(high, last)
                yield Tie(subject.name, relation, target.name, *where_said, phrase.rule, 0.75, subject.first)


def _next_to(tokens: Tokens, left: list[Reference], begin: int) -> bool:
    """Whether an agreement or project stands right before its parties, or `är ett projekt` does."""
    if not left or left[-1].kind not in ("agreement", "project"):
        return False
    head = head_of(tokens.words[begin - 1])
    said = not {"är", "var", "blir"}.isdisjoint(tokens.words[max(left[-1].last, begin - 6) : begin])
    return begin - left[-1].last <= 1 or (said and head is not None and head.kind == left[-1].kind)


def opens_with_in(tokens: Tokens, before: list[Reference], first: int) -> bool:
    """Whether a sentence begins with `I` and a name, so that its subject comes after the verb."""
    return bool(before) and tokens.words[first] == "I" and before[0].first == first + 1


def whole_first(
    references: References,
    phrase: Phrase,
    before: list[Reference],
    after: list[Reference],
    where: tuple[int, int, int, int],
) -> Iterator[Tie]:
    """The parts that a whole has: `Förbundets medlemmar är A, B och C`; members of an organisation, parts of a body."""
    first, begin, end, _ = where
    tokens = references.tokens
    wholes = [each for each in before if each.kind in GROUPS and begin - each.last <= _NEAR]
    if not wholes and tokens.words[begin - 1] in ("som", "vars") and before and before[0].first == first:
        is_said = "är" in tokens.words[before[0].last : before[0].last + 4]  # X är ett bolag som ägs av A och B
        wholes = before[:1] if is_said and before[0].kind == "organisation" else []
    parts = apposed([each for each in after if each.kind in PARTIES | {"body"}])
    if not parts or not all(word in _LEAD_IN or is_listing(word) for word in tokens.words[end : parts[0].first]):
        return
    if not wholes and phrase.words[0] == "ägs" and begin == first and spoken_of(references, OWNED, first):
        return  # Lyktan – mat för alla. Ägs av Ale.
    if not wholes and phrase.relation == "member of" and begin == first:
        organisation = association(references, first)
        if any(part.name == organisation for part in parts[:_MOST]):  # of what the paragraph opens with
            organisation = opens_paragraph(references, first)
        wholes = [Reference(begin, begin, organisation, "organisation")] if organisation is not None else []
    if not wholes or (tokens.words[begin - 1] in AND and tokens.words[wholes[-1].first - 1] in _PREPOSITIONS):
        return
    whole = wholes[-1]
    if phrase.relation == "member of" and any(part.name == whole.name for part in parts[:_MOST]):
        return  # one of several that are members of another
    members = phrase.relation == "member of" or (whole.kind == "organisation" and parts[0].kind != "body")
    if whole.kind == "own body" and phrase.relation == "part of":
        return
    if phrase.words[0] == "är" and whole.kind != "organisation":  # a body for cooperation between its owners
        return
    previous = parts[0]
    for part in parts:
        between = listing_between(tokens.words, previous, part) if part is not previous else ()
        if not all(map(is_listing, between)):
            break
        previous = part
        relation: RelationKind = "member of" if members else "part of"
        yield Tie(part.name, relation, whole.name, whole.first, part.last, phrase.rule, 0.8)
    if members and previous.kind == "region" and (last := number_of_municipalities(tokens, previous.last)) is not None:
        yield Tie("kommunerna", "member of", whole.name, whole.first, last, phrase.rule, 0.7)
