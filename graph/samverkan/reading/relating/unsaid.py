"""What a sentence that says a relation leaves unsaid: the body it is about, what `Den` means, a group that is only
described."""

from samverkan.facts import RelationKind
from samverkan.reading.relating.kinds_tied import BODIES, GROUPS, GROUPS_BELOW, OBJECTS, SUBJECTS, Kinds
from samverkan.reading.relating.meant import bodies_by_noun
from samverkan.reading.relating.sides import is_listing
from samverkan.reading.relating.ties import Phrase
from samverkan.reading.things.extent import is_capital
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.joining import lemma
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import NUMERALS, is_verb

# What a page says in a list that its body does.
SEATED = ("ledam", "representant", "politiker", "ersättar")
_TASKS = table("uppföljning rapportera återrapportera bereda följa ansvara fastställa vara verka")
_BULLETS = frozenset("*•-–+·")
_DUTIES = frozenset(("responsible for", "reports to", "prepares for", "appoints"))
_PRONOUNS = table("den det denna detta de dessa båda parterna samtliga alla")
_PLURAL = table("de dessa båda parterna samtliga alla")
_MATTERS = ("ärende", "fråg", "beredning", "möte")
_REACH = 14  # words from a group to its verb
_SENTENCES = 4  # how far back an agreement may stand whose parties are given
_HEADING_GAP = 2  # ends of lines between a heading and its text
_OF_BODIES: frozenset[RelationKind] = frozenset(("prepares for", "reports to", "appoints"))
_OFFICIALS = ("direktörerna", "cheferna", "tjänstemännen", "tjänstepersonerna", "gruppen", "grupperna")


def officials(references: References, phrase: Phrase, first: int) -> list[Reference]:
    """Officials that open the sentence: `Kommundirektörerna är adjungerade och bereder ärendena`."""
    word = references.tokens.words[first].lower()
    if any(each.kind in BODIES for each in references.between(first, first + 1)):
        return []
    return (
        [Reference(first, first + 1, word, "body")]
        if phrase.relation == "prepares for" and word.endswith(_OFFICIALS)
        else []
    )


def opening(before: list[Reference], kinds: Kinds) -> list[Reference]:
    """The subject that opens the sentence, of a verb after `och`: `X är en del av Y och rapporterar till Z`."""
    fitting = [each for each in before if each.kind in kinds and not each.owner]
    return fitting[:1]


def in_its_place(references: References, phrase: Phrase, before: list[Reference], first: int) -> list[Reference]:
    """What `Den`, which opens a sentence, means as the subject of a later verb: `Den bereder frågor och svarar för
    planen`."""
    opens = references.tokens.words[first].lower() in _PRONOUNS and not any(each.first == first for each in before)
    return said_before(references, phrase, first, first) if opens else []


def object_before(references: References, phrase: Phrase, first: int, end: int) -> list[Reference]:
    """The plan or project that `den` at the end of a sentence means: `Planen antogs. Styrelsen ansvarar för den.`"""
    tokens = references.tokens
    if tokens.words[end : end + 1] not in (("den",), ("det",), ("detta",), ("denna",)) or not first:
        return []
    if tokens.words[end + 1 : end + 2] not in ((".",), (",",), ("och",)) or phrase.relation != "responsible for":
        return []
    since = paragraph_start(references, first)
    return [each for each in references.between(since, first) if each.kind in OBJECTS[phrase.relation]][-1:]


def anaphor(references: References, before: list[Reference], end: int) -> list[Reference]:
    """A body named before and meant by `deras delregion`, `sin nämnd`."""
    words = references.tokens.words
    if end + 1 >= len(words) or words[end] not in ("deras", "sin", "sitt", "vår", "dess"):
        return []
    return [each for each in before if each.kind in GROUPS and lemma(each.name) == lemma(words[end + 1])][:1]


def said_before(references: References, phrase: Phrase, first: int, begin: int) -> list[Reference]:
    """What the sentence before spoke of, meant by `Den`, `Det`, also in `att den ska gälla mellan`; the agreement that
    `Parter är` is said of."""
    tokens = references.tokens
    word = tokens.words[first].lower()
    within = tokens.words[max(first, begin - 2) : begin]
    if not any(each.kind == "agreement" for each in references.between(first, begin)) and "den" in within:
        word = "den"
    parties = phrase.relation == "party to" and phrase.words[0].startswith(("part", "avtalspart"))
    kinds = OBJECTS[phrase.relation] if phrase.order == "passive" else SUBJECTS[phrase.relation]
    if phrase.order == "active" and begin - first == 1 and (many := bodies_by_noun(references, first, word)):
        return [each for each in many if each.kind in kinds]  # Utskotten bereder styrelsens ärenden
    if not (parties or word in _PRONOUNS) or not first:
        return []
    since = tokens.segment_start(first - 1)
    if tokens.text[tokens.ends[first - 1] : tokens.starts[first]].count("\n") > 1:  # another paragraph
        return []
    if parties:  # the agreement may be named some sentences before, in the same paragraph
        since = paragraph_start(references, first)
    said = [each for each in references.between(since, first) if each.kind in kinds and not each.owner]
    if word in _PLURAL:
        return _last_list(references, said)
    return said[-1:] if parties or phrase.order == "passive" else said[:1]


def bodies_before(references: References, first: int, left: list[Reference]) -> list[Reference]:
    """The body that opens the sentence before, and that `dit` means: `Rådet träffas i maj. Gruppen rapporterar
    dit`."""
    if not first:
        return []
    since = references.tokens.segment_start(first - 1)
    names = {each.name for each in left}
    said = [each for each in references.between(since, first) if each.kind in GROUPS and not each.owner]
    return [each for each in said if each.name not in names][:1]


def paragraph_start(references: References, first: int) -> int:
    """The first word of the paragraph that a sentence stands in, a few sentences back at the most."""
    tokens = references.tokens
    since = first
    for _ in range(_SENTENCES):
        if not since or "\n\n" in tokens.text[tokens.ends[since - 1] : tokens.starts[since]]:
            break
        since = tokens.segment_start(since - 1)
    return since


def _last_list(references: References, said: list[Reference]) -> list[Reference]:
    """The names of the last list of two or more: what `De` means."""
    group = said[-1:]
    for each in reversed(said[:-1]):
        between = references.tokens.words[each.last : group[0].first]
        if not between or not all(map(is_listing, between)):
            break
        group.insert(0, each)
    return group if len(group) > 1 or (group and group[0].name.endswith("erna")) else []


def unsaid(references: References, phrase: Phrase, where: tuple[int, int, int]) -> list[Reference]:
    """The own body where a sentence of its page leaves it out: `Ledamöterna utses av …`, `Ärendena bereds av …`."""
    first, begin, end = where
    if begin > first and references.tokens.words[begin - 1].lower() == "vi" and phrase.order == "active":
        return we(references, phrase.relation, begin - 1)
    if begin == first and (spoken := spoken_of(references, phrase, first)):
        return spoken
    if references.own is None:
        return []
    stop = end if phrase.order == "passive" else begin  # Numera bereds ärendena av …
    lead = [word.lower() for word in references.tokens.words[first:stop]]
    if phrase.relation == "prepares for" and phrase.order == "active" and lead and lead[-1].endswith(_OFFICIALS):
        return [Reference(begin - 1, begin, lead[-1], "body")]
    own = Reference(begin, begin, references.topic(begin) or references.own, "own body")
    listed = begin == first + 1 and references.tokens.words[first] in _BULLETS and not references.of_one_body
    if listed and phrase.order == "active" and phrase.relation in _DUTIES:  # • ansvarar för planen
        return [own]
    if phrase.relation == "prepares for" and phrase.order == "active" and phrase.words[0] != "ärendeberedning":
        return some_group(references, first, begin)
    if phrase.relation == "prepares for" and phrase.order == "passive":
        return [own] if begin == first or any(word.startswith(_MATTERS) for word in (*lead, *phrase.words)) else []
    if phrase.relation == "appoints" and phrase.order == "passive":
        return [own] if any(word.startswith(SEATED) for word in lead) else []
    if phrase.words[0] in _TASKS and begin - first <= 1 and not references.of_one_body:  # • följa upp planen
        return [own]
    if phrase.words[0] in ("ärendeberedning", "ordförandeskapet", "ordförandeposten", "innehas"):
        return [own]
    if phrase.words[0] == "ansvar":
        return [own] if begin == first else []
    if phrase.relation == "member of" and begin > first:
        word = references.tokens.words[begin - 1]
        if is_capital(word) and word.isalpha() and begin - 1 == first:
            return [Reference(begin - 1, begin, word, "collective")]
    return []


def we(references: References, relation: RelationKind, at: int) -> list[Reference]:
    """Whom `vi` means as the subject of a relation."""
    who = references.we(at, relation in ("member of", "party to"))
    return [who] if who is not None and not (relation in _OF_BODIES and who.kind == "organisation") else []


def spoken_of(references: References, phrase: Phrase, first: int) -> list[Reference]:
    """What a sentence is about that opens with its verb: what heads it, or opens the sentence before it in the line.

    `Arbetsgrupp vatten` and under it `Ersatte 2023 Vattenrådet. Rapporterar till styrgruppen.`; `Lyktan – mat för
    alla. Ägs av Ale.`
    """
    tokens = references.tokens
    kinds = OBJECTS[phrase.relation] if phrase.order == "passive" else SUBJECTS[phrase.relation]
    at = first
    for _ in range(_SENTENCES):
        if not at or tokens.text[tokens.ends[at - 1] : tokens.starts[at]].count("\n") > _HEADING_GAP:
            return []
        since = tokens.segment_start(at - 1)
        start = since + 1 if tokens.words[since] in _BULLETS else since
        opening = [each for each in references.between(start, start + 1) if each.kind in kinds and not each.owner]
        if opening:
            return opening[:1]
        if not is_verb(tokens.words[since].lower()):
            return []
        at = since
    return []


def some_group(references: References, first: int, begin: int) -> list[Reference]:
    """The group without a name that opens a sentence: `En beredningsgrupp med politiker bereder frågorna`."""
    words = references.tokens.words
    if words[first] not in ("En", "Ett") or begin - first > _REACH:
        return []
    for at in range(first + 1, min(first + 4, begin)):
        head = head_of(words[at])
        if head is not None and head.kind == "body" and not head.definite:
            return [Reference(first + 1, at + 1, references.tokens.name(first + 1, at + 1), "body")]
    return []


def meant_by(word: str) -> bool:
    """Whether a word is what a body has prepared for it: `ärenden`, `frågor`, `möten`."""
    return word.startswith(("ärende", "fråg", "möte", "sammantr"))


def owner_of_matters(references: References, here: list[Reference], begin: int) -> list[Reference]:
    """The body whose matters are prepared: `Rådets ärenden bereds av gruppen`, `rådet, vars ärenden bereds av`."""
    words = references.tokens.words
    bodies = [each for each in here if each.kind in BODIES and each.last < begin]
    owners = [each for each in bodies if each.owner and meant_by(words[each.last])]
    whose = next((at for at in range(begin - 1, max(begin - 5, 1), -1) if words[at] == "vars"), None)
    if not owners and whose is not None and meant_by(words[whose + 1]):
        owners = [each for each in bodies if whose - each.last <= 1]
    return owners[-1:]


def described(references: References, phrase: Phrase, end: int, last: int) -> list[Reference]:
    """A group that is described, not named: `bereds av en gemensam tjänstemannagrupp`, `kommundirektörerna`."""
    words = references.tokens.words
    if phrase.relation == "appoints" and phrase.order == "active":
        if phrase.words == ("väljer",):
            return []
        who = [word.lower() for word in words[end - 1 : end + 3]]
        own = references.own
        many = words[end : end + 1]
        if many and (many[0] in GROUPS_BELOW or many[0] == "valberedning") and not references.of_one_body:
            return [Reference(end, end + 1, many[0], "body")]  # Styrgruppen utser arbetsgrupper
        if own is not None and words[end - 1] == "utser" and who[1:2] and who[1] in NUMERALS:  # utser fyra, varav en
            return [Reference(end, end, own, "own body")] if who[2:3] in ([","], ["."], ["av"], ["varav"]) else []
        if own is not None and any(word.startswith(("ledam", "ersättar", "representant")) for word in who):
            return [Reference(end, end, own, "own body")]
        return []
    if phrase.relation != "prepares for":
        return []
    if phrase.order == "active":  # bereder ärendena: to the own body
        meant = (
            phrase.words[-1] in ("bereder", "förbereder")
            and words[end : end + 1]
            and words[end].startswith(("ärende", "fråg", "möte", "sammantr"))
        )
        made = words[end - 1].lower() in ("berett", "förberett")
        if made and words[end : end + 1] and words[end].startswith(("förslag", "underlag")):
            meant = True
        if words[end + 1 : end + 2] and words[end + 1].startswith(("ärende", "fråg", "möte", "sammantr")):
            owners = [each for each in references.between(end, end + 1) if each.kind in BODIES]
            if owners:  # bereder nämndens ärenden
                return owners[:1]
        if words[end : end + 1] in (("dess",), ("deras",)) and words[end + 1 : end + 2] and meant_by(words[end + 1]):
            since = references.tokens.segment_start(end)
            said = [each for each in references.between(since, end - len(phrase.words)) if each.kind in BODIES]
            if words[end - 2] == "som" and len(said) > 1:  # rådet har gruppen, som bereder dess ärenden
                return said[-2:-1]
            return said[-1:]  # lyder under rådet och bereder dess ärenden
        if meant and words[end] == "frågorna":  # those of the body that the sentence before named
            since = references.tokens.segment_start(max(0, references.tokens.segment_start(end) - 1))
            said = [each for each in references.between(since, end - len(phrase.words)) if each.kind in BODIES]
            if len(said) > 1 and said[-2].kind == "body":
                return [said[-2]]
        return [Reference(end, end, references.own, "own body")] if meant and references.own is not None else []
    if end < last and is_capital(words[end]):
        return []
    at = end + 1 if end < last and words[end] in ("en", "ett", "den", "det", "de") else end
    for stop in range(at, min(at + 4, last)):
        head = head_of(words[stop])
        if words[stop].lower().endswith(_OFFICIALS) or (head is not None and head.kind == "body"):
            return [Reference(at, stop + 1, references.tokens.name(at, stop + 1), "body")]
        if not words[stop][0].isalpha():
            break
    return []
