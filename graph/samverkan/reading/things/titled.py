"""Works by a title of their own: `projektet Unga framåt`, in quotes, or a report of the state."""

import re
from collections.abc import Iterator

from samverkan import names
from samverkan.facts import MentionKind
from samverkan.reading.things.extent import PURPOSES, content, ends_before, heading, is_capital
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import ADJECTIVES, AND, LINKS, STOPS, is_verb

_WORKS = frozenset(("strategy", "agreement", "plan", "project", "law"))
_OPENING, _CLOSING = '”"“«»', '”"“«»'
_AHEAD = frozenset(("ut", "in", "upp", "fram", "hem", "vidare", "tillbaka", "hemma", "framåt", "igen"))
_ANOTHER = frozenset(("projektet", "insatsen", "satsningen", "strategin", "planen", "programmet", "piloten"))
_MANY = frozenset(("fler", "flera", "alla", "samtliga", "övriga", "några"))
_MINUTES = frozenset(
    ("protokoll", "mötesprotokoll", "minnesanteckningar", "mötesanteckningar", "kallelse", "dagordning")
)
_VERSION = re.compile(r"\d(?:\.\d)?\Z")
_SOU = re.compile(r"\d{4}:\d{1,3}\Z")


def titled(tokens: Tokens, index: int, kind: MentionKind) -> Thing | None:
    """A title after its noun: `projektet Unga framåt`, `handlingsplanen ”Ett gott liv”`; it goes to the end of the
    phrase."""
    first = index + 1
    words = tokens.words
    if first >= len(words) or tokens.breaks[first]:
        return None
    if words[first] in _OPENING:
        closing = _closing(tokens, first)
        if closing is None:
            return None
        return Thing(first + 1, closing, tokens.name(first + 1, closing), kind, f"{kind}.quoted-title", 0.9)
    if not is_capital(words[first]) or words[first] in ("I", "Vi"):
        return None
    last = title_end(tokens, first)
    return Thing(first, last, tokens.name(first, last), kind, f"{kind}.title", 0.85)


def title_end(tokens: Tokens, first: int) -> int:
    """The index after a title without quotes: to the end of the phrase, of the line where it is a heading."""
    words, breaks = tokens.words, tokens.breaks
    whole = heading(tokens, first)
    at = first + 1
    while at < len(words) and not breaks[at] and at - first < 12:
        word = words[at]
        if ends_before(words, at) or (is_capital(word) and _somebody(words, at)):
            break
        if at == first + 1 and word in _AHEAD:  # Vägen ut
            at += 1
            continue
        if word in AND and words[at + 1 : at + 2] and words[at + 1] in _ANOTHER:
            break  # Nya steg och projektet Rena vatten
        if word == "i" and words[at + 1 : at + 2] and words[at + 1] in _MANY:
            break  # Hemtrygg i fler kommuner
        if at == first + 1 and word in AND and not whole and not _pair(words, at):
            break
        if at > first + 1 and not whole and all(map(is_capital, words[first:at])) and _noun_again(word):
            break  # two capitals are a name, what follows is the sentence
        if word == "," and whole and at + 1 < whole[1] and is_capital(words[at + 1]):
            at += 1
        elif word == "med" and at + 2 < len(words) and _last_word(tokens, at + 1):
            at += 1  # Trygg resa med ledsagare.
        elif not word[0].isalnum() or not (
            content(word)
            or word in LINKS
            or word in AND
            or (whole and word in STOPS)
            or _on(words, at)
            or _VERSION.match(word)
        ):
            break
        at += 1
    while at > first + 1 and (words[at - 1] in LINKS or words[at - 1] in AND):
        at -= 1
    return at


def aim(word: str) -> bool:
    """Whether a small word after `till` in a heading says what a plan leads to, not who gets it or what for."""
    return word[0].islower() and content(word) and word not in PURPOSES and not word.endswith(("na", "en", "et"))


def _last_word(tokens: Tokens, at: int) -> bool:
    """Whether a small word is the last of its sentence, or stands right before its verb: `med barnvakt ägs av`."""
    small, following = tokens.words[at][0].islower(), tokens.words[at + 1]
    passive = following[-1] == "s" and is_verb(following) and tokens.words[at + 2 : at + 3] == ("av",)
    return small and (passive or (following == "." and tokens.segment_end(at) <= at + 2))


def _pair(words: tuple[str, ...], at: int) -> bool:
    """Whether `och` joins two capitals or two adjectives: `Dialog och Utveckling`, `God och nära vård`."""
    following = words[at + 1] if at + 1 < len(words) else "-"
    if following.lower() in ADJECTIVES and words[at + 2 : at + 3] and words[at + 2][0].islower():
        return content(words[at + 2]) and head_of(words[at + 2]) is None  # Framtid och hållbar energi
    return is_capital(following) or (following.lower() in ADJECTIVES and words[at - 1].lower() in ADJECTIVES)


def _on(words: tuple[str, ...], at: int) -> bool:
    """Whether `på` and a small word go on a title: `Vård på distans`."""
    return words[at] == "på" and at + 1 < len(words) and words[at + 1][0].islower() and _no_purpose(words[at + 1])


def _no_purpose(word: str) -> bool:
    """Whether a word after `på` may belong to a title: not `på remiss`."""
    return content(word) and word not in PURPOSES


def _noun_again(word: str) -> bool:
    return word[0].islower() and word not in LINKS and word not in AND


def _closing(tokens: Tokens, opening: int) -> int | None:
    for at in range(opening + 2, min(opening + 16, len(tokens.words))):
        if tokens.breaks[at] == 2:
            return None
        if tokens.words[at] in _CLOSING:
            return at
    return None


def _somebody(words: tuple[str, ...], at: int) -> bool:
    """Whether a person is named here, perhaps by title first: `Samordnare Eva Ek`."""
    following = words[at + 1 : at + 3]
    if names.is_given(words[at]) and following and is_capital(following[0]) and head_of(following[0]) is None:
        return True
    return is_title(words[at]) and len(following) == 2 and names.is_given(following[0]) and is_capital(following[1])


def quoted(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A name in quotes of two words or more that begins with a capital: of the kind that its noun says, else a
    project."""
    closing = _closing(tokens, index)
    first = index + 1
    if closing is None or closing - first < 2 or closing - first > 12 or not is_capital(tokens.words[first]):
        return
    inside = tokens.words[first:closing]
    if any(word in ".!?" for word in inside) or sum(is_verb(word) for word in inside) > 1:
        return
    if any(word.lower() in _MINUTES for word in inside):  # Ladda ner ”Protokoll mars”
        return
    kinds = [head.kind for head in map(head_of, inside) if head is not None and head.kind in _WORKS]
    yield Thing(first, closing, tokens.name(first, closing), kinds[0] if kinds else "project", "works.quoted", 0.65)


def reports(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A report of the state: `SOU 1999:12 Färre vägar`, `Från bidrag till arbete (SOU 2007:2)`."""
    words = tokens.words
    if index + 1 >= len(words) or not _SOU.match(words[index + 1]):
        return
    first, last = index, index + 2
    if last < len(words) and not tokens.breaks[last] and is_capital(words[last]):
        last = title_end(tokens, last)
        if (
            last + 1 < len(words)
            and words[last] in "-–"
            and not tokens.breaks[last]
            and is_capital(words[last + 1] or "a")
        ):
            last = title_end(tokens, last + 1)
    elif index > 1 and words[index - 1] == "(" and last < len(words) and words[last] == ")":
        begin = _title_start(tokens, index - 2)
        if begin is not None:
            first, last = begin, last + 1
    yield Thing(first, last, tokens.name(first, last), "plan", "plan.state-report", 0.85)


def _title_start(tokens: Tokens, index: int) -> int | None:
    """The capital that opens the title which ends at a word, in the same sentence; the sentence's first word is
    none."""
    for at in range(index, max(index - 14, 0), -1):
        if is_capital(tokens.words[at]):
            return at
        if tokens.breaks[at] or tokens.words[at] in (",", ".", ";", ":"):
            return None
    return None
