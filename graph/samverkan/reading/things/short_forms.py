"""Short forms: those that the text spells out (`Framtidens journal (FTJ)`), and capitals that stand for something
unsaid."""

import re
from collections.abc import Iterator, Sequence

from samverkan import names
from samverkan.facts import MentionKind
from samverkan.reading.things.extent import is_capital, is_year, proper
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, LINKS, NOT_THINGS, PAPERS

_SHORT = re.compile(r"(?=.*[A-ZÅÄÖ].*[A-ZÅÄÖ])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö&0-9-]{1,7}\Z")
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{3,6}\d?\Z")
_CAMEL = re.compile(r"[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]*\Z")
# Short forms of bodies that every reader of minutes knows.
_BODIES = table("AU KSAU RSAU RAU")
# Words beside capitals that tell of something being built, not of somebody.
_BUILT = ("system", "införande", "utrullning", "plattform")
_SPELLED = frozenset(("body", "organisation", "project", "agreement", "strategy", "plan"))
_NUMBERED = table("dnr diarienummer diarienr ärendenummer ärendenr")
_REACH = 9  # words of a name before its short form


_TOGETHER = frozenset(("tillsammans", "ihop", "samarbete", "samarbetar", "samverkan", "samverkar", "avtal"))


def spelled_out(tokens: Tokens, things: Sequence[Thing], listed: bytearray) -> tuple[dict[str, Thing], set[str]]:
    """The short forms in brackets after what they stand for; the name that they follow becomes a thing if it was none.

    Beside them the initials of people: `Eva Ek (EE)`, in a list or with a usual given name.
    """
    ending: dict[int, Thing] = {}
    for thing in things:
        if thing.last not in ending or thing.first < ending[thing.last].first:
            ending[thing.last] = thing
    found: dict[str, Thing] = {}
    people: set[str] = set()
    words = tokens.words
    for at in tokens.where("(,"):
        word = words[at]
        if at + 2 >= len(words) or not at or tokens.breaks[at] == 2:
            continue
        if word != "(":  # kommundirektörsgruppen, KDG, möts
            after = at + 3 if is_year(words[at + 2]) and at + 3 < len(words) else at + 2  # …, RUP 2030, …
            apposed = word == "," and words[after] == "," and _SHORT.match(words[at + 1]) and words[at + 1] not in found
            whole = ending.get(at) if apposed else None
            if whole is not None and _abbreviates(words[at + 1], whole.name) and whole.kind in _SPELLED:
                found[words[at + 1]] = whole
            continue
        short = words[at + 1]
        with_place = words[at + 2] == words[at - 1] and words[at + 3 : at + 4] == (")",)  # … Norr (RCN Norr)
        if not (words[at + 2] in (")", ",") or with_place) or short in found:
            continue
        if not _SHORT.match(short) and not _same_noun(short, ending.get(at)):
            continue
        spelled = ending.get(at) or _by_initials(tokens, at - 1 if with_place else at, short)
        if spelled is not None and _is_person(tokens, spelled, listed):
            people.add(short)
        elif spelled is not None and spelled.kind not in ("person", "municipality", "law"):
            found[short] = spelled
    return found, people


def _abbreviates(short: str, name: str) -> bool:
    """Whether capitals stand in a name in their order, the first of them first: `KDG` in `kommundirektörsgruppen`."""
    low, letters = name.lower(), [letter.lower() for letter in short if letter.isalpha()]
    return low[0] == letters[0] and _in_order("".join(letters), low)


def _is_person(tokens: Tokens, spelled: Thing, listed: bytearray) -> bool:
    """Whether the words before a short form in brackets are a person's name."""
    if spelled.rule != "short-form.initials" or not names.is_name(spelled.name):
        return False
    return bool(listed[spelled.first]) or names.is_given(tokens.words[spelled.first])


def _same_noun(short: str, thing: Thing | None) -> bool:
    """Whether a word in brackets is a short name on the same noun: `Nätverket för rehabchefer (RC-nätverket)`."""
    head = head_of(short)
    return (
        head is not None
        and thing is not None
        and any(other is not None and other.noun is head.noun for other in map(head_of, thing.name.split()))
    )


def _by_initials(tokens: Tokens, end: int, short: str) -> Thing | None:
    """The words before a bracket whose initials give the short form, or whose first word begins with it."""
    letters = "".join(letter.lower() for letter in short if letter.isalpha())
    for first in range(end - 1, max(end - _REACH, -1), -1):
        word = tokens.words[first]
        if is_capital(word) and _initials(_parts(tokens.words[first:end]), letters):
            head = next((head for head in map(head_of, reversed(tokens.words[first:end])) if head is not None), None)
            listing = "mellan" in tokens.words[first:end]  # Dialog mellan vård och fritid (DVF)
            whose: MentionKind = "organisation" if _with_whom(tokens, first, end) else "project"
            kind: MentionKind = whose if head is None or listing else head.kind
            return Thing(first, end, tokens.name(first, end), kind, "short-form.initials", 0.75)
        if tokens.breaks[first] or not (word[0].isalnum() or word == ","):
            return None
    return None


def _with_whom(tokens: Tokens, first: int, end: int) -> bool:
    """Whether somebody works together with what stands here, and with an organisation behind it: `tillsammans med Liv i
    Väst (LIV) och Högskolan`."""
    words = tokens.words
    after = words[end + 3 : end + 5]
    together = first > 1 and words[first - 1] == "med" and words[first - 2] in _TOGETHER
    return together or (len(after) == 2 and after[0] in AND and is_capital(after[1]) and words[first - 1] == "med")


def initials(name: str) -> str:
    """The first letters of the words of a name, small words left out, in capitals.

    >>> initials("nämnden för hjälpmedel och vård")
    'NHV'
    """
    return "".join(word[0].upper() for word in name.split() if word not in AND and word not in LINKS)


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words with the two halves of double names apart: `Lars-Åke Ek` has three initials."""
    return tuple(part for word in words if word != "," for part in word.split("-") if part)


def _initials(words: tuple[str, ...], letters: str) -> bool:
    """Whether letters are the initials of words; a long word may give letters from its inside too, a small one none.

    >>> _initials(("Framtidens", "vårdmiljö"), "fvm"), _initials(("Framtidens", "tidjournal"), "ftj")
    (True, True)
    """
    if not words:
        return not letters
    low = words[0].lower()
    if (low in AND or low in LINKS) and _initials(words[1:], letters):
        return True
    if not letters or low[0] != letters[0]:
        return False
    inside = 0
    while True:
        if _initials(words[1:], letters[1 + inside :]):
            return True
        inside += 1
        if inside > 2 or len(low) < 9 or not _in_order(letters[1 : 1 + inside], low[1:]) or inside >= len(letters):
            return False


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def compound(word: str, shorts: dict[str, Thing]) -> Thing | None:
    """What a short form at the beginning of a word stands for: `FTJ-programmet`, where `FTJ` is spelled out."""
    first, hyphen, rest = word.partition("-")
    head = head_of(rest) if hyphen and rest else None
    if not hyphen or (head is not None and head.kind in ("body", "organisation")):
        return None
    return shorts.get(first)


def base_form(word: str) -> str:
    """A short form without its genitive: `GR:s` and `GRs` are `GR`."""
    if word.endswith(":s"):
        return word[:-2]
    return word[:-1] if word[-1] == "s" and len(word) > 2 and word[-2].isupper() else word


def capitals(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A short form that nothing spells out: an organisation, or a project where the sentence speaks of a system."""
    word = base_form(tokens.words[index])
    if word in _BODIES:
        yield Thing(index, index + 1, word, "body", "short-form.unsaid", 0.7)
        return
    if (
        word in NOT_THINGS
        or word.lower() in PAPERS
        or not (
            _CAPITALS.match(word)
            or (len(word) == 2 and _county(tokens, index + 1) > index + 1)
            or (_CAMEL.match(word) and len(word) > 4)
        )
    ):
        return
    numbered = tokens.words[index + 1 : index + 2] in (("§",), ("§§",))  # KF § 12
    if numbered or (index and tokens.words[index - 1].lower() in _NUMBERED):
        return
    first, last = tokens.segment_start(index), tokens.segment_end(index)
    around = tokens.words[max(first, index - 25) : min(last, index + 25)]
    shouted = last - first > 1 and all(other.isupper() for other in tokens.words[first:last])  # ATT GÖRA
    if (
        shouted
        or len(around) == 1
        or sum(len(other) > 3 and other.isupper() for other in around if other != tokens.words[index])
    ):
        return
    in_brackets = index > 2 and tokens.words[index - 1] == "(" and tokens.words[index + 1 : index + 2] == (")",)
    if in_brackets and names.is_name(tokens.name(index - 3, index - 1)):  # Eva Ek (LPo)
        return
    built = any(other.lower().startswith(_BUILT) or other.endswith("systemet") for other in around)
    kind: MentionKind = "project" if built and _CAPITALS.match(word) else "organisation"
    end = _county(tokens, index + 1)
    yield Thing(index, end, word if end == index + 1 else tokens.name(index, end), kind, "short-form.unsaid", 0.5)


def _county(tokens: Tokens, index: int) -> int:
    """The index after a county that belongs to a short form: `KRIS Gotlands län`; `index` itself where none stands."""
    for end in range(index + 1, min(index + 3, len(tokens.words))):
        if tokens.breaks[end - 1] or not is_capital(tokens.words[end - 1]):
            return index
        if tokens.words[end] == "län" and not tokens.breaks[end]:
            return end + 1
    return index


def research_unit(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A unit for research and development by its place: `FoU i Norrbygd`, `FoU-S`, `FoU Välfärd Norrbygd`."""
    words = tokens.words
    if words[index].startswith("FoU-") and words[index][4:5].isupper():
        yield Thing(index, index + 1, words[index], "organisation", "short-form.research", 0.8)
        return
    at = index + 1
    if words[index] == "FoU" and words[at : at + 1] == ("i",):
        at += 1
    end = proper(tokens, at) if words[index] == "FoU" and at < len(words) and not tokens.breaks[at] else at
    if end > at:
        yield Thing(index, end, tokens.name(index, end), "organisation", "short-form.research", 0.8)
