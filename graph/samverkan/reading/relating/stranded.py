"""Relations whose verb comes last: `projektet X, som A driver`, `X, som A är part i`, `A är projektägare`."""

from collections.abc import Iterator

from samverkan.facts import RelationKind
from samverkan.reading.relating.kinds_tied import OBJECTS, PARTIES, SUBJECTS, WORKS, Kinds
from samverkan.reading.relating.matching import ADVERBS, match
from samverkan.reading.relating.sides import right
from samverkan.reading.relating.ties import BY_WORD, Phrase
from samverkan.reading.relating.tying import Tie
from samverkan.reading.relating.unsaid import paragraph_start
from samverkan.reading.relating.verb_forms import present
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import NUMERALS

# Verbs that need no more than their subject after `som`.
_RUNS = table("driver drev leder ledde samordnar samordnade äger ägde ansvarar svarar finansierar")
# Verbs of signing that need no more than their subject after `som`.
_SIGNED = table("tecknar ingår sluter träffar undertecknar upprättar skrev")
_BEFORE_SUBJECT = table("de den det båda alla samtliga nuvarande nya tidigare dåvarande")
RELATIVE = table("som vilket vilken vilka")
HOLDERS: dict[str, RelationKind] = {
    "projektägare": "responsible for", "huvudman": "responsible for", "huvudmän": "responsible for", "part": "party to",
    "parter": "party to", "avtalspart": "party to", "avtalsparter": "party to", "projektpart": "party to",
    "insatsägare": "responsible for", "projektledningen": "responsible for", "huvudmannaskapet": "responsible for",
    "samverkansparter": "party to", "samarbetsparter": "party to", "projektparter": "party to",
    "samverkanspart": "party to",
}  # fmt: skip
_NOUNS = {*HOLDERS, *(noun.capitalize() for noun in HOLDERS)}
_GROUPED: Kinds = frozenset(("municipality", "region", "collective", "organisation", "body", "own body"))
_KINDS = table("projekt samverkansprojekt utvecklingsprojekt program plan strategi avtal satsning insats")
_AFTER = table(". , ; ) och samt")
_TIMES = table("varje varannan varannat vart årligen sedan från minst en ett flera vid under i löpande regelbundet")


def stranded(references: References, first: int, last: int) -> Iterator[Tie]:
    """`X, som A ansvarar för`: the object stands before `som`, the subject between `som` and the verb."""
    words = references.tokens.words
    if RELATIVE.isdisjoint(words[first:last]):
        return
    for index in [at for at in range(first + 1, last - 2) if words[at] in RELATIVE]:
        if words[index] != "som":  # X, för vilket A ansvarar
            yield from _after_preposition(references, index, first, last)
            continue
        index_of = index
        if (
            words[index - 2 : index - 1] in (("ett",), ("en",)) and words[index - 3] == ","
        ):  # X, ett projekt som A driver
            index_of = index - 2
        ahead = [
            each for each in references.between(max(first, index - 14), index_of) if index_of - each.last in (0, 1)
        ]
        ahead.sort(key=lambda each: (each.last, -each.first))  # an agreement, not the association that ends its name
        subjects = _subjects(references, index + 1, last)
        if not ahead and words[index_of - 1] in _KINDS:  # X är ett projekt som A driver
            opening = [each for each in references.between(first, first + 1) if each.kind in WORKS]
            if opening and subjects and "är" in words[opening[0].last : opening[0].last + 2]:
                yield from _said(references, opening[0], subjects, last)
            continue
        if (
            not ahead
            or not subjects
            or ahead[-1].owner
            or (index_of - ahead[-1].last == 1 and words[index_of - 1] != ",")
        ):
            continue
        yield from _said(references, ahead[-1], subjects, last)


def _after_preposition(references: References, index: int, first: int, last: int) -> Iterator[Tie]:
    """`X, för vilket A ansvarar`: the preposition of the verb stands before the pronoun."""
    words = references.tokens.words
    link = words[index - 1]
    ahead = [each for each in references.between(max(first, index - 14), index) if index - 1 - each.last in (0, 1)]
    subjects = _subjects(references, index + 1, last)
    if not ahead or not subjects or ahead[-1].owner:
        return
    verb = present([word.lower() for word in words[subjects[-1].last : subjects[-1].last + 1]])
    for _, phrase in BY_WORD.get(verb[0] if verb else "", ()):
        fits = phrase.order == "active" and len(phrase.words) > 1 and phrase.words[-1] == link
        after = subjects[-1].last
        middle = words[after + 1 : after + len(phrase.words) - 1]
        if fits and middle == phrase.words[1:-1] and ahead[-1].kind in OBJECTS[phrase.relation]:
            for each in subjects:
                if each.kind in SUBJECTS[phrase.relation]:
                    low, high = ahead[-1].first, subjects[-1].last + 1
                    rule = f"{phrase.relation.replace(' ', '-')}.relative"
                    yield Tie(each.name, phrase.relation, ahead[-1].name, low, high, rule, 0.8)
            return


def _subjects(references: References, first: int, last: int) -> list[Reference]:
    here = references.between(first, last)
    if references.tokens.words[first] == "vi" and (who := references.we(first, True)) is not None:
        return [who]  # projektet X, som vi driver
    if not here or here[0].owner:
        return []
    lead = references.tokens.words[first : here[0].first]
    if len(lead) > 1 and not all(word in _BEFORE_SUBJECT or word in NUMERALS for word in lead):
        return []
    return right(references, here, here[0].first, _GROUPED)


def _said(references: References, target: Reference, subjects: list[Reference], last: int) -> Iterator[Tie]:
    words = present([word.lower() for word in references.tokens.words[subjects[-1].last : last]])
    placed = words[:1] == ["i"] and subjects[-1].kind == "collective"  # som kommunerna i länet har ingått
    words = words[2:] if placed else words
    while words and words[0] in ADVERBS:
        words = words[1:]
    relation: RelationKind | None = None
    end = 1
    for _, phrase in BY_WORD.get(words[0] if words else "", ()):
        stop = match(words, 0, phrase.words) if phrase.order == "active" and not phrase.sorts else None
        if stop is None or not (stop >= len(words) or words[stop] in _AFTER or _how_often(words, stop, phrase)):
            continue
        if target.kind in OBJECTS[phrase.relation]:
            relation, end = phrase.relation, stop
            break
    if relation is None and words and words[0] in _RUNS and target.kind in WORKS:
        relation = "responsible for"
    if relation is None and target.kind == "agreement" and words[:2] == ["har", "med"]:  # avtalet, som A har med B
        relation, end = "party to", 2
        after = subjects[-1].last + 2
        subjects = [*subjects, *right(references, references.between(after, after + last), after, PARTIES)]
    if relation is None and target.kind == "agreement" and not _SIGNED.isdisjoint(words[:2]):
        relation = "party to"
    if relation is None:
        return
    if relation == "party to":  # avsiktsförklaringen, som A ska teckna med B
        after = subjects[-1].last
        at = next((i + 1 for i in range(after + 1, min(after + 4, last)) if references.tokens.words[i] == "med"), last)
        here = references.between(at, last)
        subjects = [*subjects, *(right(references, here, at, PARTIES) if here and here[0].first - at <= 1 else [])]
    for each in subjects:
        if each.kind in SUBJECTS[relation]:
            rule = f"{relation.replace(' ', '-')}.relative"
            where = target.first, subjects[-1].last + end
            yield Tie(each.name, relation, target.name, *where, rule, 0.8, each.first)


def _how_often(words: list[str], stop: int, phrase: Phrase) -> bool:
    """Whether a time follows a phrase that ends with its preposition: `som gruppen rapporterar till två gånger om
    året`."""
    return len(phrase.words) > 1 and (words[stop] in _TIMES or words[stop] in NUMERALS or words[stop].isdigit())


def holder_of_before(references: References, first: int, last: int) -> Iterator[Tie]:
    """`A är projektägare.`, `Även A är part.`, `Projektägare är A.`: of the work that the sentence before named."""
    words = references.tokens.words
    noun = next((at for at in range(first, last) if words[at] in _NOUNS), None)
    if noun is None or not first or "\n\n" in _gap(references, first):
        return
    relation = HOLDERS[words[noun].lower()]
    kinds: Kinds = OBJECTS[relation]
    if any(each.kind in kinds for each in references.between(first, last)):
        return
    ends = noun + 1 >= last or words[noun + 1] in _AFTER or words[noun + 1 : noun + 3] == ("från", "början")
    here = [each for each in references.between(first, noun) if each.kind in PARTIES and not each.owner]
    persons = [each for each in references.between(first, noun) if each.kind == "person"]
    cleft = words[first : first + 2] == ("Det", "är") and words[noun - 2 : noun] == ("som", "är")
    if ends and cleft and here and here[0].first == first + 2:  # Det är A som är projektägare
        subjects = here[:1]
    elif ends and words[noun - 1] in ("är", "blir", "var", "har") and here and here[-1].last <= noun - 1:
        subjects = right(references, here, here[0].first, PARTIES)
    elif noun == first and words[noun + 1 : noun + 2] == ("är",):
        after = [each for each in references.between(noun + 2, last) if each.kind in PARTIES and not each.owner]
        subjects = right(references, after, noun + 2, PARTIES)
    elif ends and persons and words[noun - 2 : noun] == ("som", "är") and noun - persons[-1].last == 3:
        subjects = persons[-1:]  # Eva Ek, som är projektägare
    else:
        return
    since = paragraph_start(references, first)
    said = [each for each in references.between(since, first) if each.kind in kinds]
    if not said and last < len(words):  # named in the sentence after
        said = [
            each for each in references.between(last, references.tokens.segment_end(last)) if each.kind == "project"
        ]
    for each in subjects if said else ():
        rule = f"{relation.replace(' ', '-')}.before"
        yield Tie(each.name, relation, said[-1].name, first, last, rule, 0.7)


def with_holder(references: References, first: int, last: int) -> Iterator[Tie]:
    """`projektet X, med A som projektägare`: the holder stands between `med` and `som`."""
    words = references.tokens.words
    noun = next((at for at in range(first + 3, last) if words[at] in HOLDERS and words[at - 1] == "som"), None)
    start = next((at for at in range(noun - 2, first, -1) if words[at] == "med"), None) if noun is not None else None
    if noun is None or start is None or noun - start > 12:
        return
    relation = HOLDERS[words[noun]]
    said = [each for each in references.between(first, start) if each.kind in OBJECTS[relation]]
    for each in references.between(start + 1, noun) if said else ():
        if each.kind in PARTIES and not each.owner:
            rule = f"{relation.replace(' ', '-')}.with"
            yield Tie(each.name, relation, said[-1].name, said[-1].first, noun + 1, rule, 0.75)


def _gap(references: References, first: int) -> str:
    tokens = references.tokens
    return tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
