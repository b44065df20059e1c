"""Who is party to an agreement, in sentences of a form of their own: `På mötet skrev A och B under X`, `parterna (A och
B)`."""

from collections.abc import Iterator

from samverkan.reading.relating.kinds_tied import PARTIES
from samverkan.reading.relating.sides import left_of, right
from samverkan.reading.relating.tying import Tie
from samverkan.reading.relating.verb_forms import said
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.joining import lemma
from samverkan.reading.things.references import References
from samverkan.reading.things.table import table

SIGNED = table(
    """undertecknas tecknas ingås träffas sluts upprättas undertecknades tecknades ingicks träffades slöts
    upprättades"""
)
_BY = (("av",), ("mellan",))
_HOLDS = table("finns gäller råder har tecknades slöts ingicks träffades")
_FOLLOWS = 8  # words from the verb to the agreement
_SHARES = table("finansierar driver delar samverkar samarbetar bekostar bedriver sköter fördelar svarar bidrar")
_PROPOSES = table("föreslås avses planeras beräknas väntas")
_SIGNS = ("teckn", "underteckn", "ingå", "slut", "träff", "skriv")
_SOME = table("ett en nytt ny gemensam gemensamt särskilt särskild")


def signed_by(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Vid mötet undertecknades X av A och B`: the agreement stands between the verb and its parties."""
    words = said(references.tokens.words[first:last])
    for at, word in enumerate(words):
        if word not in SIGNED:
            continue
        works = [each for each in references.between(first + at + 1, last) if each.kind == "agreement"]
        end = works[0].last if works else last
        if not works or works[0].first - first - at > 3 or references.tokens.words[end : end + 1] not in _BY:
            continue
        here = [each for each in references.between(end + 1, last) if not each.owner]
        for each in right(references, here, end + 1, PARTIES) if here and here[0].first - end <= 3 else ():
            yield Tie(each.name, "party to", works[0].name, first + at, each.last, "party-to.signed-by", 0.8)
        return


def signed(references: References, first: int, last: int) -> Iterator[Tie]:
    """`På mötet skrev A och B under X`, `har A och B tecknat X`: the parties stand inside the verb."""
    words = references.tokens.words
    verb = next((at for at in range(first, last) if words[at] in ("skrev", "skriver", "skrivit")), None)
    if words[first] in ("Parterna", "Parterna:") and verb is not None:  # Parterna, A och B, skrev i går under X
        verb = first
    under = (
        next((at for at in range(verb + 2, last) if words[at] in ("under", "på")), None) if verb is not None else None
    )
    if verb is None or under is None:
        return
    works = [each for each in references.between(under + 1, last) if each.kind == "agreement"]
    if not works or works[0].first - under > 3:
        return
    for each in references.between(verb + 1, under):
        if each.kind in PARTIES and not each.owner:
            yield Tie(each.name, "party to", works[0].name, verb, works[0].last, "party-to.signed", 0.8)


def foretold(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Stationen kräver ett avtal mellan A och B. Förslaget, Avtal om stationen, är klart`: an agreement that is named
    after its parties."""
    tokens = references.tokens
    words = tokens.words
    noun = next((at for at in range(first + 1, last - 2) if _some_agreement(words, at)), None)
    if noun is None or any(each.kind == "agreement" for each in references.between(first, last)):
        return
    begin = noun + 2 if words[noun + 1] == "mellan" else _signers(words, noun + 1, last)
    after = [each for each in references.between(begin or last, last) if not each.owner]
    parts = right(references, after, begin or last, PARTIES) if after and begin and after[0].first - begin <= 3 else []
    stop = tokens.segment_end(tokens.segment_end(last)) if last < len(words) else last
    head = head_of(words[noun])
    for each in references.between(last, stop) if parts and head is not None else ():
        if tokens.text.find("\n\n", tokens.starts[first], tokens.starts[each.first]) >= 0:
            return
        if each.kind == "agreement" and head is not None and (lemma(each.name) or "").endswith(head.noun.base):
            for party in parts:
                where = (first, last, "party-to.foretold", 0.7, party.first)
                yield Tie(party.name, "party to", each.name, *where)
            return


def also_signed(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Avtal om X har undertecknats av A. B skrev under i maj`: the agreement of the sentence before."""
    tokens = references.tokens
    words = [word.lower() for word in tokens.words[first:last]]
    here = references.between(first, last)
    verb = here[0].last - first if here and here[0].first == first else len(words)
    verb += words[verb : verb + 1] == ["har"]
    wholly = tuple(words[verb : verb + 2]) in (("skrev", "under"), ("skrivit", "under"), ("skriver", "under"))
    if not wholly or not first or here[0].kind not in PARTIES or any(each.kind == "agreement" for each in here):
        return
    said = [each for each in references.between(tokens.segment_start(first - 1), first) if each.kind == "agreement"]
    if said and tokens.text.find("\n\n", tokens.ends[first - 1], tokens.starts[first]) < 0:
        yield Tie(here[0].name, "party to", said[-1].name, first, first + verb + 2, "party-to.also", 0.75)


def between(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Mellan A och B finns sedan 2019 Avtal om skolskjuts`: the parties open the sentence."""
    words = references.tokens.words
    here = references.between(first + 1, last)
    if words[first] != "Mellan" or not here or here[0].first - first > 3:
        return
    parts = right(references, here, first + 1, PARTIES)
    verb = parts[-1].last if len(parts) > 1 else last
    works = [each for each in references.between(verb + 1, min(verb + _FOLLOWS, last)) if each.kind == "agreement"]
    for each in parts if works and words[verb] in _HOLDS else ():
        yield Tie(each.name, "party to", works[0].name, first, works[0].last, "party-to.between", 0.8)


def under_agreement(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Ale och Lerum finansierar verksamheten gemensamt enligt Avtal om vatten`: those who open the sentence."""
    words = references.tokens.words
    at = next((i for i in range(first + 2, last - 1) if words[i] == "enligt"), None)
    verb = next((i for i in range(first + 1, at) if words[i] in _SHARES), None) if at is not None else None
    if at is None or verb is None:
        return
    works = [each for each in references.between(at + 1, min(at + 4, last)) if each.kind == "agreement"]
    parts = left_of(references, references.between(first, verb), verb, PARTIES)
    opening = bool(parts) and parts[0].first - first <= 1 and parts[-1].last == verb
    for each in parts if works and opening and len(parts) > 1 else ():
        yield Tie(each.name, "party to", works[0].name, each.first, works[0].last, "party-to.under", 0.75)


def proposed(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Avtal om larm föreslås bli tecknat mellan Ale och Lerum`: an agreement to come."""
    words = said(references.tokens.words[first:last])
    at = next((i for i, word in enumerate(words) if word in _PROPOSES), None)
    link = (
        next((i for i in range(at + 1, min(at + 5, len(words))) if words[i] in ("mellan", "av")), None) if at else None
    )
    if at is None or link is None or not any(word.startswith(_SIGNS) for word in words[at + 1 : link]):
        return
    works = [each for each in references.between(first, first + at) if each.kind == "agreement"]
    here = [each for each in references.between(first + link + 1, last) if not each.owner]
    if works and works[-1].last == first + at:
        for each in right(references, here, first + link + 1, PARTIES):
            yield Tie(each.name, "party to", works[-1].name, works[-1].first, each.last, "party-to.proposed", 0.7)


def _some_agreement(words: tuple[str, ...], at: int) -> bool:
    head = head_of(words[at])
    some = head is not None and head.kind == "agreement" and not head.definite
    return some and words[at][0].islower() and words[at - 1].lower() in _SOME


def _signers(words: tuple[str, ...], begin: int, last: int) -> int | None:
    """The place behind `undertecknas av`, in any of its forms."""
    for at in range(begin, last - 1):
        if words[at] == "av" and (words[at - 1] in SIGNED or words[at - 1] in ("tecknats", "undertecknats", "under")):
            return at + 1
    return None


def in_brackets(references: References, first: int, last: int) -> Iterator[Tie]:
    """`parterna (A och B)`: the parties of the document's only agreement."""
    words = references.tokens.words
    agreements = {each.name for each in references.between(0, len(words)) if each.kind == "agreement"}
    if len(agreements) != 1:
        return
    for at in range(first, last - 2):
        if words[at + 1] != "(" or words[at].lower() not in ("parterna", "parter"):
            continue
        close = next((i for i in range(at + 2, last) if words[i] == ")"), at)
        (name,) = agreements
        for each in references.between(at + 2, close):
            if each.kind in PARTIES:
                yield Tie(each.name, "party to", name, at, close + 1, "party-to.brackets", 0.7)
