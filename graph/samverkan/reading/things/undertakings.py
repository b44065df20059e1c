"""Undertakings that their place in the document tells: a heading with its report (`Trygg resa – lägesrapport`), a sum
applied for, a line under `Våra insatser`."""

from collections.abc import Iterator, Sequence

from samverkan.names import is_given
from samverkan.places import Places
from samverkan.reading.things.extent import content, is_capital, is_year
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, FORM_WORDS, LINKS, NOT_THINGS, PAPERS, STOPS, is_adjective, is_verb

Span = tuple[int, int]
# What a heading says that it tells of an undertaking, and what it says of anything.
_SURE = table("lägesrapport slutrapport delrapport avrapportering förlängning ansökan projektansökan medelsansökan")
_WEAK = table("rapport information status uppföljning nuläge redovisning utvärdering presentation återrapportering")
_REPORTS = _SURE | _WEAK
_CUES = ("projekt", "insats", "pilot", "satsning", "deltagar", "inskriv", "finansier", "bevilja")
_PARTS = frozenset("–—-:,")
_MONEY = table("kr kronor tkr mkr mnkr kkr")
_APPLIED = ("ansök", "projekt", "insats", "bidrag", "medel", "sök")
_LISTS = table("insatser projekt insatserna projekten satsningar utvecklingsprojekt")
_BULLETS = frozenset("•–-*·●○▪▸»>")
_AHEAD = 90  # words below a heading in which a cue is sought
_LONGEST = 7  # words in a title
_LINES = 12  # lines of a list


def undertakings(
    tokens: Tokens, headings: Sequence[Span], found: Sequence[Thing], listed: bytearray, places: Places
) -> Iterator[Thing]:
    """The undertakings of headings, of applications and of lists, where no other thing stands."""
    held = {at for thing in found if thing.kind != "project" for at in range(thing.first, thing.last)}
    spans = (*_of_headings(tokens, headings, places), *_with_sums(tokens, places), *_in_lists(tokens, places))
    for first, last in spans:
        if not listed[first] and held.isdisjoint(range(first, last)):
            yield Thing(first, last, tokens.name(first, last), "project", "predicate.placed", 0.7)


def _of_headings(tokens: Tokens, headings: Sequence[Span], places: Places) -> Iterator[Span]:
    """`Trygg resa – lägesrapport`, `Lägesrapport: Trygg resa`, `Ansökan från Ale: Trygg resa`."""
    words = tokens.words
    for first, last in headings:
        parts = list(_parts(tokens, first, last))
        if len(parts) == 1 and (begin := parts[0][0] + 1) < last and words[begin - 1].lower() in _SURE:
            several = last - begin > 1 and not all(map(is_capital, words[begin:last])) and words[begin] != "Nära"
            if several and _is_title(tokens, begin, last, places):  # Lägesrapport Trygga steg
                yield begin, last
            continue
        for at, (begin, end) in enumerate(parts):
            others = [words[i].lower() for part in parts[:at] + parts[at + 1 :] for i in range(*part)]
            leads = (
                at > 0 and parts[at - 1][1] - parts[at - 1][0] <= _LONGEST and words[parts[at - 1][0]].lower() in _SURE
            )
            sure = leads or not _SURE.isdisjoint(others)
            if not sure and _WEAK.isdisjoint(others):
                continue
            below = words[last : last + _AHEAD]
            told = any(word.lower().startswith(_CUES) for word in below)
            several = end - begin > 1 and not all(map(is_capital, words[begin:end]))
            if _is_title(tokens, begin, end, places) and (told or (sure and several)):
                yield begin, end


def _parts(tokens: Tokens, first: int, last: int) -> Iterator[Span]:
    """The parts of a heading between its dashes and colons, its number apart."""
    words, begin = tokens.words, first
    while begin < last and not (words[begin][0].isalpha() and len(words[begin]) > 1):
        begin += 1
    for at in range(begin, last):
        if words[at] in _PARTS:
            if at > begin:
                yield begin, at
            begin = at + 1
    if begin < last:
        yield begin, last


def _is_title(tokens: Tokens, first: int, last: int, places: Places) -> bool:
    """Whether words may be an undertaking's title: a capital first, no noun of another kind, no person or place."""
    words = tokens.words[first:last]
    low = words[0].lower() if words else ""
    if not words or not is_capital(words[0]) or len(words) > _LONGEST or low in PAPERS | STOPS | _REPORTS | _LISTS:
        return False
    if words[0] in FORM_WORDS or words[0] in NOT_THINGS or is_title(low) or places.of(" ".join(words)) is not None:
        return False
    if is_given(words[0]) and len(words) > 1 and is_capital(words[1]):
        return False
    if any(head_of(word) is not None or is_verb(word) for word in words):
        return False
    if len(words) == 1 and (words[0].isupper() or low in tokens.vocabulary or is_adjective(low) or len(low) < 4):
        return False
    return all(content(word) or word in LINKS or word in AND or word == "&" or is_year(word) for word in words)


def _with_sums(tokens: Tokens, places: Places) -> Iterator[Span]:
    """`Trygg resa – 240 000 kr`: the line of an application."""
    words = tokens.words
    for index in tokens.where(_MONEY):
        since = tokens.segment_start(index)
        at = index
        while at > since and words[at - 1][0].isdigit():
            at -= 1
        dash = at - 1
        if at == index or dash <= since or words[dash] not in ("–", "—", "-", ":"):
            continue
        begin = since
        while begin < dash and not (words[begin][0].isalpha() and len(words[begin]) > 1):
            begin += 1
        end = next((i for i in range(begin, dash) if words[i] in ("(", ",")), dash)
        before = words[max(0, since - _AHEAD) : since]
        if end - begin == 1 and words[end] == ",":  # Läger, Stiftelsen X – 500 kr
            continue
        if any(word.lower().startswith(_APPLIED) for word in before) and _is_title(tokens, begin, end, places):
            yield begin, end


def _in_lists(tokens: Tokens, places: Places) -> Iterator[Span]:
    """The lines `Trygg resa – stöd till unga` under a heading such as `Våra insatser`."""
    words = tokens.words
    nouns = {word for word in tokens.vocabulary if word.lower() in _LISTS}
    for index in tokens.where(nouns):
        first, last = tokens.segment_start(index), tokens.segment_end(index)
        alone = last - first <= 4 and tokens.breaks[first] == 2 and words[last - 1] in (words[index], ":")
        if not alone or any(map(is_verb, words[first:last])):
            continue
        found = list(_lines(tokens, last, places))
        yield from found if len(found) > 1 else ()


def _lines(tokens: Tokens, at: int, places: Places) -> Iterator[Span]:
    words = tokens.words
    for _ in range(_LINES * 3):
        if at >= len(words):
            return
        last = tokens.segment_end(at)
        if tokens.breaks[at] == 2:
            begin = at + 1 if words[at] in _BULLETS else at
            end = next((i for i in range(begin, last) if words[i] in ("–", "—", "(", ":")), None)
            if end is None or not _is_title(tokens, begin, end, places):
                return
            yield begin, end
        at = last
