"""How far a name goes: to the left over adjectives and owners, to the right over its complement."""

import re
from functools import lru_cache

from samverkan.names import is_given
from samverkan.reading.things.heads import Head, head_of
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, DESCRIBING, FORM_WORDS, LINKS, PAPERS, STOPS, is_adjective, is_verb

_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\Z")
_CENTURIES = frozenset(("19", "20"))
_MOST = 16  # words in a complement
# After `för` or `till` these say what is to be done, and belong to the sentence.
PURPOSES = table(
    """yttrande beslut kännedom information godkännande antagande ställningstagande behandling svar remiss påseende
    beredning fastställande vidare fortsatt granskning synpunkter dialog diskussion underskrift samråd handläggning
    åtgärd genomgång omförhandling uppsägning förlängning"""
)
# After `för` these say how long something holds.
TIMES = table("tiden perioden mandatperioden åren året resten återstoden innevarande kommande nästa samma")
_DATES = table("årsskiftet våren hösten sommaren nyår januari februari mars april juni juli augusti oktober november")
# Whom a name speaks of by what they have: `överenskommelse om personer med missbruk`.
_PEOPLE = table("personer barn unga elever människor individer vuxna äldre patienter")
# English nouns that end a name in small letters: `Vättern science center`.
TAILS = table(
    """science center centre park city arena lab cluster valley hub academy county region council nordväst nordost
    sydväst sydost sydöst nordöst mellansverige mitt norr söder öster väster regionen länsdelen"""
)
# Words that open a sentence where the full stop before them is lost, as when a heading runs into its text.
_OPENERS = table(
    """Kommunerna Medlemskommunerna Huvudmännen Parter Parterna Regionen Landstinget Mötet Ordföranden Ärendet Frågan
    Förslaget Svar Svaret Beslut Informationen Rapporten Punkten Avtalet Överenskommelsen Planen Strategin Projektet"""
)
_RECEIVERS = ("erna", "arna", "orna", "ningen", "nämnden", "styrelsen", "förbunden", "männen", "verken", "bolagen")
_ADJECTIVAL = ("iga", "ade", "lösa", "bara")
_BEFORE_NAMES = PAPERS | STOPS | LINKS
_OPENING_ADJECTIVES = table("Nära God Trygg Jämlik Psykisk Hållbar Social Fysisk Digital Gemensam")
_INFINITIVES = table(
    """fastställa anta besluta revidera följa ta utse föreslå lämna godkänna behandla beakta uppdatera verka stödja
    utveckla upprätta samordna bereda genomföra bevaka initiera främja leda planera redovisa göra skriva"""
)
_DEFINITE = ("ingen", "heten", "ingarna", "heterna", "elsen", "skottet", "ärendet", "ionen")
_FINITE = table("är har ligger ska kan gäller avser omfattar innebär finns pågår bedrivs drivs var")
_COLLECTIVE = ("erna", "arna", "orna", "ena")


@lru_cache(maxsize=65536)
def content(word: str) -> bool:
    """Whether a word may stand inside a name's complement."""
    if not word[0].isalnum():
        return False
    if word[0].isupper() or _YEAR.match(word):
        return True
    if word[0].isdigit():
        return False
    return word not in STOPS and word not in LINKS and word not in AND and not is_verb(word)


def is_year(word: str) -> bool:
    """Whether a word is a year or a span of years, as in the name of a plan."""
    return word[:2] in _CENTURIES and _YEAR.match(word) is not None


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[0].isupper()


def opens(tokens: Tokens, index: int) -> bool:
    """Whether a word opens a sentence or line, where a capital says nothing; numbers and bullets before it do not
    count."""
    while index > 0 and not tokens.breaks[index]:
        before = tokens.words[index - 1]
        if before[0].isalpha() and len(before) > 1:
            return False
        index -= 1
    return True


def heading(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The first and last words of the heading that a word stands in: a short line without a full stop."""
    first, last = tokens.segment_start(index), tokens.segment_end(index)
    if last - first > 18 or tokens.breaks[first] != 2 or (last < len(tokens.words) and tokens.breaks[last] != 2):
        return None
    if tokens.words[first][0].islower() and tokens.words[first + 1 : first + 2] not in ((")",), (".",)):
        return None
    return None if tokens.words[last - 1] in (".", ":", ";", ",") else (first, last)


def modifiers(tokens: Tokens, index: int, head: Head) -> int:
    """The first word of the name that has its noun at `index`: `hälso- och …`, `nationella …`, `Skånes Kommuners …`."""
    words, breaks = tokens.words, tokens.breaks
    at = index
    while at > 0 and not breaks[at]:
        before = words[at - 1]
        if before in AND and at > 1 and not breaks[at - 1] and words[at - 2][-1] == "-":
            at -= 2
        elif before.endswith("-och"):
            at -= 1
        elif before in AND and at > 1 and not breaks[at - 1] and _twin(words[at - 2], head):
            at -= 2
        elif (
            _does(tokens, at - 1)
            or _only_describes(tokens, at - 1)
            or before.lower() in _BEFORE_NAMES
            or len(before) < 2
        ):
            break
        elif is_adjective(before) or (is_capital(before) and not head.definite):
            at -= 1
        else:
            break
    return at


def _does(tokens: Tokens, index: int) -> bool:
    """Whether a capital only opens a task of a list: `• Fastställa budget`."""
    word = tokens.words[index]
    return is_capital(word) and word[-1] == "a" and word.lower() in _INFINITIVES and opens(tokens, index)


def _only_describes(tokens: Tokens, index: int) -> bool:
    """Whether an adjective says no more than `ny`, `gemensam`; with a capital inside a sentence it is part of a
    name."""
    word = tokens.words[index]
    return word.lower() in DESCRIBING and (not is_capital(word) or opens(tokens, index))


def _twin(word: str, head: Head) -> bool:
    """Whether a word is the first half of a name such as `Budget och verksamhetsplan`, `Målbild och handlingsplan`."""
    other = head_of(word)
    return is_capital(word) and (
        word == "Mål" or (other is not None and not other.definite and {other.kind, head.kind} <= {"plan", "strategy"})
    )


def proper(tokens: Tokens, index: int) -> int:
    """The index after a run of capitals and years that begins at `index`: `Barn och unga`, `Skåne nordväst`,
    `2021-2030`."""
    words, breaks = tokens.words, tokens.breaks
    at = index
    while at < len(words) and (at == index or not breaks[at]):
        word = words[at]
        if word in DESCRIBING or word in FORM_WORDS or (is_capital(word) and _opens_sentence(words, at)):
            break
        if at > index and ends_before(words, at):
            break
        if at > index and word[0].islower() and opens_title(words[at - 1]) and content(word):
            at += 1  # Nära vård
        elif (
            is_capital(word)
            or is_year(word)
            or (at > index and (word in TAILS or (word == "län" and is_capital(words[at - 1]))))
        ):
            at += 1
        elif at > index and word in AND and at + 1 < len(words) and not breaks[at + 1] and _goes_on(tokens, at + 1):
            at += 2
        elif at > index and word[-1] == "-" and at + 2 < len(words) and words[at + 1] in AND:
            at += 3
        else:
            break
    return at


def _group(word: str) -> bool:
    """Whether a small word is a group that a paper is sent to: `förbundet`, `rådet`."""
    head = head_of(word) if word and word[0].islower() else None
    return head is not None and head.definite and head.kind in ("body", "organisation")


def opens_title(word: str) -> bool:
    """Whether a capital is an adjective, which needs a noun after it: `Nära vård`, `Tidiga insatser`."""
    return word in _OPENING_ADJECTIVES or (is_capital(word) and len(word) > 5 and word.endswith(_ADJECTIVAL))


def ends_before(words: tuple[str, ...], at: int) -> bool:
    """Whether a name ends before a word: at a person's name, an opening of the next sentence, or whom a paper is
    sent to."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word == "till":
        return following in ("Region", "alla", "samtliga") or following.endswith(_RECEIVERS) or _group(following)
    if not is_capital(word):
        return False
    return word in _OPENERS or (is_given(word) and is_capital(following or "a") and head_of(following) is None)


def _opens_sentence(words: tuple[str, ...], at: int) -> bool:
    """Whether a capital is a definite noun that a verb follows, so that a sentence opens here without a full stop
    before it."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at].endswith(_DEFINITE) and following in _FINITE


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a small word after `och` ends a name such as `Barn och unga`, and opens nothing new."""
    word = tokens.words[index]
    if is_capital(word) or is_year(tokens.words[index - 2]):
        return False
    if not content(word) or word.endswith(_COLLECTIVE) or word[-1] == "s" or head_of(word) is not None:
        return False
    after = index + 1
    return after >= len(tokens.words) or bool(tokens.breaks[after]) or not content(tokens.words[after])


def walk(tokens: Tokens, index: int, links: frozenset[str] = LINKS) -> int:
    """The index after the complement that begins at `index`, with or without a preposition; `index` itself where there
    is none."""
    words, breaks = tokens.words, tokens.breaks
    limit = min(index + _MOST, len(words))
    at = index
    while at < limit and not (breaks[at] and at > index):
        word = words[at]
        following = words[at + 1] if at + 1 < limit and not breaks[at + 1] else ""
        if at > index and ends_before(words, at):
            break
        if word == "," and at > index and (end := _enumeration(tokens, at)) > at:
            at = end
            continue
        if word.isdigit() and words[at - 1] == "Region" and at > index:
            at += 1
            continue
        opens_it = at == index or (at == index + 1 and words[index] == "för")
        with_whom = word == "med" and following and (words[at - 1] in _PEOPLE or _together(words[at - 1], following))
        if not _carries_on(word, following, links, opens_it) and not with_whom:
            break
        at += 1
    if at < len(words) and at - index > 3 and words[index] != "mellan" and is_verb(words[at]) and not breaks[at]:
        at = _before_new_subject(tokens, index, at)
    if at - index > 2 and is_year(words[at - 1]) and words[at - 2] == "från":  # when it was made
        at -= 1
    while at > index and (words[at - 1] in links or words[at - 1] in AND or words[at - 1] == "/"):
        at -= 1
    return at


def _together(before: str, following: str) -> bool:
    """Whether `med` says with whom a name's cooperation is: `överenskommelse om samarbete med Dalbygden`."""
    return before in ("samarbete", "samverkan") and is_capital(following)


def _enumeration(tokens: Tokens, index: int) -> int:
    """The end of `, stöd, vård och omsorg` after a word; the comma itself where no such list follows."""
    words = tokens.words
    at = index
    while at + 2 < len(words) and words[at] == "," and words[at + 1][0].islower() and content(words[at + 1]):
        at += 2
    if at > index and words[at] in AND and words[at + 1][0].islower() and content(words[at + 1]):
        return index if any(tokens.breaks[index : at + 2]) or is_verb(words[at + 1]) else at + 2
    return index


def _carries_on(word: str, following: str, links: frozenset[str], first: bool) -> bool:
    """Whether a complement goes on at a word, given the one after it."""
    if word in links:
        if (following in TIMES and word == "för") or following in _DATES:
            return False
        return bool(following) and following not in PURPOSES and (content(following) or following in STOPS)
    if word in AND or word == "/":
        goes_on = bool(following) and content(following) and following not in DESCRIBING
        return goes_on and not _new(following) and not _another_work(following)
    if not first and is_capital(word) and _new(word):
        return False
    return content(word) or (word[-1] == "-" and len(word) > 1)


def _new(word: str) -> bool:
    """Whether a word is a definite noun of its own kind, which opens another name: `och styrgruppen …`."""
    head = head_of(word)
    return head is not None and head.definite and not head.genitive


def _another_work(word: str) -> bool:
    """Whether a capital opens the name of another work: `Program för vård och Handlingsplan 2023`."""
    head = head_of(word) if is_capital(word) else None
    return head is not None and head.kind in ("plan", "strategy", "agreement", "body")


def _before_new_subject(tokens: Tokens, index: int, at: int) -> int:
    """Where a complement ends that a verb follows: before `och styrelsen` in `avtal om vård och styrelsen beslutar`."""
    for back in range(at - 1, max(at - 4, index), -1):
        if tokens.words[back] in AND and tokens.words[back - 1][-1] != "-":
            return back if _subject_like(tokens.words[back + 1]) else at
    return at


def _subject_like(word: str) -> bool:
    """Whether a word after `och` may open a new clause: a definite noun or a name, not `barn och unga`."""
    return is_capital(word) or word.endswith(("en", "et", "na", "an", "in")) or word in STOPS


def base_adjective(word: str, head: Head) -> str:
    """An adjective as it stands before an indefinite noun: `nationella` before `plan` is `nationell`."""
    low = word.lower()
    neuter = head.noun.definite.endswith("t")
    if low.endswith(("ella", "ala", "ska", "iva", "gemensamma")):
        stem = word[:-1] if not low.endswith("gemensamma") else word[:-2]
        return stem + "t" if neuter else stem
    return word
