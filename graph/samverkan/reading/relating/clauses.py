"""Relations that a verb says in any order of its clause: `Från 2024 ersätts A av B`, `Ale har ihop med Lerum
tecknat X`.

A Swedish clause opens with its subject or with something else; then the subject stands behind the first verb. What
goes with a verb is found here by what stands before it: nothing before a subject or an object, a preposition else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from samverkan.facts import RelationKind
from samverkan.reading.relating.kinds_tied import BODIES, OBJECTS, SUBJECTS, WORKS, Kinds
from samverkan.reading.relating.matching import ADVERBS, NOT
from samverkan.reading.relating.sides import right
from samverkan.reading.relating.tying import OFFICES, Tie
from samverkan.reading.relating.verb_forms import forms_of, said
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import NUMERALS, is_adjective, is_verb


class Doing(NamedTuple):
    """What a verb says: the relation, and where its two sides stand; `S` is the grammatical subject, `O` the object,
    all else prepositions."""

    relation: RelationKind
    subject: tuple[str, ...]
    object: tuple[str, ...]


# relation | verbs, in the present | where its subject stands | where its object stands
_TABLE = """
replaces | ersätter avlöser efterträder | S | O
replaces | ersätts avlöses efterträds | av | S
replaces | ombildas omvandlas uppgår övergår | till i | S
party to | tecknar ingår sluter träffar undertecknar upprättar | S | O
party to | tecknas ingås sluts träffas undertecknas upprättas förhandlas | av mellan | S
responsible for | ansvarar svarar | S | för
responsible for | driver leder samordnar förvaltar äger genomför koordinerar | S | O
responsible for | drivs leds samordnas förvaltas ägs genomförs koordineras | av | S
prepares for | bereder förbereder | S | till åt inför
reports to | rapporterar återrapporterar avrapporterar återkopplar | S | till
appoints | utser tillsätter väljer inrättar | S | i till
appoints | utses tillsätts väljs inrättas nomineras | av | S
"""
_DOES: dict[str, Doing] = {}
for _line in _TABLE.strip().splitlines():
    _relation, _alike, _who, _whom = (part.strip() for part in _line.split("|"))
    for _verb in _alike.split():
        _DOES[_verb] = Doing(_relation, tuple(_who.split()), tuple(_whom.split()))  # type: ignore[arg-type]
DOES = forms_of(frozenset(_DOES))
_FIRST_VERBS = table("har hade ska skall skulle kommer")
_PREPOSITIONS = table(
    """i från på vid hos till av med åt under efter sedan inom för inför enligt genom utöver mellan om mot kring utan
    förutom per via bland ur bakom över utanför"""
)
_ARTICLES = table("den det de en ett även också dess sin sitt sina nya nybildade tidigare båda samtliga respektive")
_BOUNDS = table("; : som där vilket vilken vilka när om eftersom men utan att medan då")
_PRONOUNS = table("den det de vi han hon man detta denna")
_DEFINITE = ("en", "et", "na")
_APART = 10  # words between the first verb of a clause and its main verb
_REACH = 7  # words from a verb to its object
_LEADING = 4  # words before a name that belong to it
_TOGETHER = table("tillsammans ihop samverkan samarbete samråd")


def clauses(references: References, first: int, last: int) -> Iterator[Tie]:
    """The relations that the verbs of a sentence say, its words in any order."""
    words = said(references.tokens.words[first:last])
    for index, word in enumerate(words):
        doing = _DOES.get(word)
        if doing is None or not NOT.isdisjoint(words[max(0, index - 3) : index + 3]):
            continue
        finite = _finite(words, index)
        if finite is None:
            continue
        start, stop = _bounds(words, finite, index)
        yield from _said(references, doing, (first + start, first + finite, first + index, first + stop))


def _finite(words: list[str], index: int) -> int | None:
    """The first verb of the clause whose main verb stands at `index`: `har` in `har tecknat`; None where only a task
    is told of, or another verb stands between."""
    for at in range(index - 1, max(-1, index - _APART), -1):
        if words[at] in _FIRST_VERBS:
            return at
        if words[at] == "att":
            return None
        if words[at] in _BOUNDS or is_verb(words[at]):
            return index
    return index


def _bounds(words: list[str], finite: int, index: int) -> tuple[int, int]:
    """Where the clause of a verb begins and ends."""
    start = next((at + 1 for at in range(finite - 1, -1, -1) if words[at] in _BOUNDS), 0)
    stop = next((at for at in range(index + 1, len(words)) if words[at] in _BOUNDS), len(words))
    return start, stop


def _said(references: References, doing: Doing, where: tuple[int, int, int, int]) -> Iterator[Tie]:
    start, finite, index, stop = where
    relation = doing.relation
    low, high = (doing.object, doing.subject) if "S" in doing.object else (doing.subject, doing.object)
    kinds_low = OBJECTS[relation] if low is doing.object else SUBJECTS[relation]
    kinds_high = SUBJECTS[relation] if low is doing.object else OBJECTS[relation]
    nearest = _subject(references, start, finite, stop, kinds_low)
    if not nearest:
        return
    begin = max(index + 1, nearest[-1].last)
    if high == ("O",):
        others = _object(references, begin, stop, kinds_high)
    else:
        others = _after(references, high, begin, stop, kinds_high)
    if relation == "appoints" and _of_office(references, begin, stop):
        return
    subjects, objects = (others, nearest) if low is doing.object else (nearest, others)
    for subject in subjects:
        for target in objects[:3]:
            alike = relation != "replaces" or _sort(subject) == _sort(target)
            if alike and subject.name.lower() != target.name.lower():
                rule = f"{relation.replace(' ', '-')}.clause"
                first, last = min(subject.first, target.first, finite), max(subject.last, target.last, index + 1)
                yield Tie(subject.name, relation, target.name, first, last, rule, 0.7, subject.first)


def _of_office(references: References, begin: int, stop: int) -> bool:
    """Whether an office is filled, or somebody elected by name: `utser ordförande i rådet`."""
    words = [word.lower() for word in references.tokens.words[begin:stop]]
    people = any(each.kind == "person" for each in references.between(begin, stop))
    return people or any(word.startswith(OFFICES) for word in words)


def _sort(each: Reference) -> str:
    return "work" if each.kind in WORKS else "body" if each.kind in BODIES else "other"


def _subject(references: References, start: int, finite: int, stop: int, kinds: Kinds) -> list[Reference]:
    """The names without a preposition that stand before the first verb, else right behind it."""
    tokens = references.tokens
    before = [each for each in references.between(start, finite) if not each.owner]
    bare = [each for each in before if tokens.words[_begin(references, each, start) - 1] not in _PREPOSITIONS]
    bare = [each for each in bare if _begin(references, each, start) == start or each.first > start]
    opening = [each for each in bare if _begin(references, each, start) == start]
    if opening:
        group = right(references, bare, opening[0].first, frozenset((opening[0].kind,)) | kinds)
        ends = bool(group) and all(_aside(word) for word in _unbracketed(tokens.words[group[-1].last : finite]))
        return group if ends and all(each.kind in kinds for each in group) else []
    dated = tokens.words[start + 1 : start + 2] and tokens.words[start + 1].isdigit()  # Den 1 maj ersätts
    if start < finite and (bare or (tokens.words[start].lower() in _PRONOUNS and not dated)):
        return []
    if tokens.words[finite - 1 : finite] == (",",) or finite == start:
        return []
    after = [each for each in references.between(finite + 1, stop) if not each.owner]
    if not after or _begin(references, after[0], finite + 1) > finite + 1:
        return []
    group = right(references, after, after[0].first, frozenset((after[0].kind,)) | kinds)
    return group if all(each.kind in kinds for each in group) else []


def _unbracketed(words: tuple[str, ...]) -> list[str]:
    """Words without those in brackets, and without what two commas part off."""
    kept: list[str] = []
    inside = ""
    for word in words:
        if inside:
            inside = "" if word == inside else inside
        elif word in ("(", ","):
            inside = ")" if word == "(" else ","
        else:
            kept.append(word)
    return [",", *kept] if inside else kept


def _aside(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    low = word.lower()
    return low in ADVERBS or low in ("i", "länet", "dag", "år", "ska", "har", "kommer", "nu") or is_year(word)


def _begin(references: References, each: Reference, bound: int) -> int:
    """The first word that belongs to a name: its article and adjectives, and the noun that it stands beside: `den nya
    enheten Stödpunkt Dal`."""
    words = references.tokens.words
    at = each.first
    while at > bound and each.first - at < _LEADING:
        word = words[at - 1]
        noun = words[each.first][0].isupper() and at == each.first and word.endswith(_DEFINITE) and word[0].islower()
        leading = word.lower() in _ARTICLES or word in NUMERALS or is_adjective(word) or noun
        if not leading or is_verb(word):
            break
        at -= 1
    return at


def _object(references: References, begin: int, stop: int, kinds: Kinds) -> list[Reference]:
    """The names without a preposition behind a verb; `tillsammans med A` before them apart."""
    words = references.tokens.words
    here = [each for each in references.between(begin, stop) if not each.owner]
    named = {each.first for each in here}
    here = [each for each in here if each.last not in named]  # projektet Nya steg: not the last one named
    for at, each in enumerate(here):
        opening = _begin(references, each, begin)
        reach = _REACH + (_APART if not _TOGETHER.isdisjoint(words[begin:opening]) else 0)
        if opening - begin > reach or any(word in ".;" for word in words[begin:opening]):
            return []
        if (
            each.kind in kinds
            and words[opening - 1] not in _PREPOSITIONS
            and not any(map(is_verb, words[begin:opening]))
        ):
            return right(references, here[at:], each.first, kinds)
    return []


def _after(references: References, links: tuple[str, ...], begin: int, stop: int, kinds: Kinds) -> list[Reference]:
    """The names right behind one of some prepositions."""
    words = references.tokens.words
    for at in range(begin, stop - 1):
        if words[at] in links:
            here = [each for each in references.between(at + 1, stop) if each.kind in kinds]
            if here and not here[0].owner and _begin(references, here[0], at + 1) == at + 1:
                return right(references, here, here[0].first, kinds)
            return []
        if words[at] in ".;" or is_verb(words[at]):
            return []
    return []
