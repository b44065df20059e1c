"""Names of bodies and organisations: how alike two are and why, and the keys under which like ones are found."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from samverkan.candidates.model import Reason
from samverkan.candidates.sounds import plain, sound

# Words that tell nothing of which body is meant.
_SMALL: Final = frozenset(
    {"och", "för", "i", "till", "av", "på", "med", "den", "det", "de", "om", "inom", "samt", "vid", "ab", "frågor"}
)
# Words that may stand in one name and not in the other: the body is the same (`regionala` in its own region …).
_WEAK: Final = frozenset({"gemensam", "region", "regional", "län", "länsgemensam", "politisk", "lokal"})
# Nouns of bodies and organisations that compounds end in: folkhälsorådet is rådet för folkhälsa.
_NOUNS: Final = tuple(
    map(
        sound,
        [
            "samråd",
            "råd",
            "nätverk",
            "grupp",
            "nämnd",
            "styrels",
            "beredning",
            "utskott",
            "forum",
            "kommitté",
            "organ",
            "direktion",
            "förbund",
            "samverkan",
            "konferens",
            "delegation",
            "kollegium",
            "förvaltning",
            "kontor",
            "kansli",
            "högskol",
            "universitet",
            "stiftels",
            "bolag",
            "museum",
        ],
    )
)
# Endings of definite, genitive and plural forms, the longest first.
_ENDINGS: Final = re.compile(
    r"(?:ernas|arnas|ornas|ets|ens|erna|arna|orna|ers|ars|ors|ans|et|en|er|ar|or|an|as|es|na|ns|n|s|t|a|e)$"
)
# Short forms that everybody knows.
_KNOWN: Final = {
    "au": "arbetsutskott", "ks": "kommunstyrelse", "kf": "kommunfullmäktige", "rs": "regionstyrelse",
    "rf": "regionfullmäktige",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+")
_DIGIT: Final = re.compile(r"\d")
_QUESTIONS: Final = re.compile(r"(?<=\w{3})frågor(?:na)?$")
# Words that tell one from its like, however near they are spelled.
_TELLING: Final = frozenset(
    map(
        sound,
        [
            "norr",
            "norra",
            "söder",
            "södra",
            "öst",
            "östra",
            "väst",
            "västra",
            "nord",
            "syd",
            "nordväst",
            "nordost",
            "nordöst",
            "sydväst",
            "sydost",
            "sydöst",
            "mellersta",
            "inre",
            "yttre",
            "övre",
            "nedre",
            "första",
            "andra",
            "tredje",
        ],
    )
)


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word by its sound without its endings: `nämnden`, `nämnds` and `nämnd` are one.

    >>> [stem(each) for each in ("beredningen", "Beredning", "centrala", "centralt", "råd")]
    ['beredning', 'beredning', 'sentral', 'sentral', 'råd']
    """
    key = sound(word)
    while len(key) > 4 and (match := _ENDINGS.search(key)) and len(key) - len(match[0]) >= 3:
        cut = key[: match.start()]
        if not any(letter in "aeiouyåäö" for letter in cut):
            break
        key = cut
        if len(match[0]) > 1 or len(key) <= 5:
            break
    return key


@lru_cache(maxsize=1 << 15)
def words(name: str) -> tuple[str, ...]:
    """The telling words of a name by their stems, compounds of a body's noun in two, in the order of the alphabet.

    >>> words("Rådet för folkhälsa") == words("Folkhälsorådet"), words("Styrgrupp för äldre & yngre")
    (True, ('grup', 'ingr', 'stir', 'äldr'))
    """
    return tuple(sorted(_in_order(name)))


@lru_cache(maxsize=1 << 15)
def _in_order(name: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in _WORD.findall(_KNOWN.get(plain(name), name)):
        if plain(word) in _SMALL:
            continue
        key = plain(word) if _DIGIT.search(word) else stem(_QUESTIONS.sub("", word))
        ending = _ending(key)
        found += [_linked(key.removesuffix(ending)), _STEMS[ending]] if ending else [key]
    return tuple(found)


def _ending(key: str) -> str:
    """The body's noun that a word ends in, where it is a compound."""
    if key in _STEMS:
        return ""
    return next((each for each in _STEMS if key.endswith(each) and len(key) - len(each) >= 3), "")


def _linked(first: str) -> str:
    """The first half of a compound without the letter that links it."""
    bare = first[:-1] if len(first) > 4 and first[-1] in "soeua" else first
    return stem(bare)


# The nouns by how they end a compound, the longest first: an f within a word sounds as v.
_STEMS: Final = {
    ending: noun
    for noun in sorted({stem(each) for each in _NOUNS}, key=len, reverse=True)
    for ending in (noun, re.sub("^f", "v", noun))
}


def likeness(
    one: str, other: str, of_one: Iterable[str] = (), of_other: Iterable[str] = ()
) -> tuple[float, tuple[Reason, ...]]:
    """How alike two names are, 0 to 1, and in what.

    `of_one` and `of_other` are the names of their owners and counties, which the other name may have within it.
    """
    if plain(one) == plain(other):
        return 1.0, (Reason("same name", 0.0),)
    short = _abbreviates(one, other) or _abbreviates(other, one)
    if short:
        return short, (Reason("abbreviation", 0.0),)
    mine, yours = Counter(words(one)), Counter(words(other))
    a, b = list((mine - yours).elements()), list((yours - mine).elements())
    near = _matched(a, b)
    if a and b:
        joined = "".join(_WORD.findall(plain(one))), "".join(_WORD.findall(plain(other)))
        if sound(joined[0]) == sound(joined[1]):
            return 0.95, (Reason("joined or hyphenated", 0.0),)
        return 0.0, ()
    code = "near spelling" if near else "other form"
    value = 0.86 if near else 0.96
    more = a or b
    if not more:
        return (value, (Reason(code, 0.0),)) if words(one) else (0.0, ())
    if not words(one) or not words(other):
        return 0.0, ()
    allowed = {*(stem(each) for each in _WEAK), *(word for name in (of_other if a else of_one) for word in words(name))}
    if not set(more) <= allowed or len(more) >= min(len(words(one)), len(words(other))) + 2:
        return 0.0, ()
    return value - 0.2, (Reason(code, 0.0), Reason("more words", 0.0, ", ".join(more)))


def _matched(a: list[str], b: list[str]) -> bool:
    """Take the words out of two lists that are slips of one another; whether there were any."""
    found = False
    for word in list(a):
        like = next((each for each in b if _is_near(word, each)), None)
        if like is not None:
            a.remove(word)
            b.remove(like)
            found = True
    return found


def _is_near(one: str, other: str) -> bool:
    """Whether one word is a slip or a kin of the other: `ledning` and `ledar`, but not `norra` and `södra`."""
    if one in _TELLING_STEMS or other in _TELLING_STEMS or _DIGIT.search(one + other):
        return False
    shortest, longest = sorted((len(one), len(other)))
    if shortest >= 5 and OSA.distance(one, other, score_cutoff=1) <= 1 and one[0] == other[0]:
        return True
    if shortest >= 9 and OSA.distance(one, other, score_cutoff=2) <= 2:
        return True
    common = next((place for place, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), shortest)
    return common >= 8 and common >= 0.65 * longest


# Words that too many names have for these to be compared.
_COMMON: Final = frozenset(map(stem, (*_WEAK, "kommun", "stad", "landsting")))
_TELLING_STEMS: Final = frozenset({*_TELLING, *map(stem, _TELLING)})


def is_short(name: str) -> bool:
    """Whether a name is written as a short form: two to six capitals.

    >>> is_short("CGH"), is_short("Chefsgrupp")
    (True, False)
    """
    return name.isalpha() and name.isupper() and 2 <= len(name) <= 6


def _abbreviates(short: str, full: str) -> float:
    """How well a short form stands for a name: by the first letters of its words, or of the halves of compounds too."""
    if not is_short(short):
        return 0.0
    letters = short.casefold()
    every = [word.casefold() for word in _WORD.findall(full)]
    telling = [word for word in every if word not in _SMALL]
    if len(telling) > 1 and letters in ("".join(word[0] for word in telling), "".join(word[0] for word in every)):
        return 0.85
    halves = [plain(word)[0] for word in _halves(telling)]
    return 0.8 if len(letters) > 2 and len(telling) > 1 and letters == "".join(halves) else 0.0


def _halves(telling: Iterable[str]) -> Iterator[str]:
    """Words, compounds of a body's noun in two."""
    for word in telling:
        key = stem(word)
        yield word
        if ending := _ending(key):
            yield _STEMS[ending]


def keys(name: str) -> Iterator[str]:
    """The keys under which a name is kept: two names that can be alike share at least one."""
    telling = words(name)
    yield "=" + sound("".join(_WORD.findall(name)))
    for word in telling:
        if (word not in _STEMS and word not in _COMMON) or len(telling) == 1:
            yield word[:3]
            yield f"-{word[-4:]}"
    if len(telling) > 1:
        yield " ".join(word[:3] for word in telling)


def short_keys(name: str) -> Iterator[str]:
    """The key under which a short form is kept, for names in full to look under theirs."""
    if is_short(name):
        yield f"{name[0]}{name[-1]}".casefold()


def full_keys(name: str) -> Iterator[str]:
    """The keys under which the short forms of a name would be kept."""
    letters = [word[0].casefold() for word in _WORD.findall(name)]
    if len(letters) > 1 and not is_short(name):
        last = _in_order(name)[-1:]
        yield from {f"{letters[0]}{letters[-1]}", *(f"{letters[0]}{word[0]}" for word in last)}
