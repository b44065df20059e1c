"""Names of persons: how alike two are and why, and the keys under which like ones are found without comparing all."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from samverkan.candidates.model import Reason
from samverkan.candidates.short_names import full_sounds, is_short_for, known_sounds
from samverkan.candidates.sounds import given_sound, plain, sound, without_marks
from samverkan.candidates.surnames import is_patronymic, is_usual

_PARTICLES: Final = frozenset({"von", "van", "av", "af", "de", "du", "der", "den", "la", "le", "di", "da", "zu"})

# What a part of a name counts that is equal in a way, 0 to 1.
_GIVEN: Final = {
    "same name": 1.0, "sounds alike": 0.97, "joined or hyphenated": 0.97, "without marks": 0.95, "short name": 0.88,
    "near given name": 0.8, "part of a double name": 0.75, "initial": 0.65,
}  # fmt: skip
_FAMILY: Final = {
    "same name": 1.0, "sounds alike": 0.97, "joined or hyphenated": 0.97, "without marks": 0.95, "near spelling": 0.85,
    "another surname": 0.75, "initial": 0.5, "usual names that differ": 0.4,
}  # fmt: skip
# What half a double name counts, or one surname of two, where the shared surname is one that many have.
_IF_USUAL: Final = {"patronymic": 0.5, "usual": 0.68}


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts: `given` and `family` names as written, hyphens apart; `turned`: Lind, Eva."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    particle: str = ""
    turned: bool = False


@lru_cache(maxsize=1 << 16)
def parts(written: str) -> Name:
    """A name in its parts; what stands between the first and the last is given where it is a known given name.

    >>> parts("Anna-Greta von Ek Lund")
    Name(given=('Anna', 'Greta'), family=('Ek', 'Lund'), particle='von', turned=False)
    >>> parts("Lindgren, Eva")
    Name(given=('Eva',), family=('Lindgren',), particle='', turned=True)
    """
    words = written.replace(",", " ").split()
    particle = " ".join(word.casefold() for word in words[1:-1] if word.casefold() in _PARTICLES)
    words = [
        word for place, word in enumerate(words) if place in (0, len(words) - 1) or word.casefold() not in _PARTICLES
    ]
    turned = len(words) > 1 and ("," in written or (_is_given(words[-1]) and not _is_given(words[0])))
    if turned:
        words = [*words[1:], words[0]]
    cut = 1
    while cut < len(words) - 1 and _is_given(words[cut]):
        cut += 1
    apart = [
        tuple(each for word in some for each in word.split("-") if plain(each)) for some in (words[:cut], words[cut:])
    ]
    return Name(apart[0], apart[1], particle, turned)


def _is_given(word: str) -> bool:
    return given_sound(word.split("-")[0]) in known_sounds() and len(plain(word)) > 1


def likeness(one: str, other: str) -> tuple[float, tuple[Reason, ...]]:
    """How alike two names of persons are, 0 to 1, and in what; 0 for names of two."""
    if _lost_marks(one, other):
        return _FAMILY["without marks"], (Reason("without marks", 0.0),)
    a, b = parts(one), parts(other)
    given, family = _given(a.given, b.given), _family(a.family, b.family)
    if not given or not family:
        return 0.0, ()
    value = _GIVEN[given] * _FAMILY[family]
    if given == "part of a double name" or family == "another surname":
        value = min(value, _by_usualness(a, b))
    codes = dict.fromkeys((given, family))
    if len(codes) > 1:
        codes.pop("same name", None)
    if a.turned != b.turned:
        codes["order"] = None
    if a.particle != b.particle:
        codes["particle"] = None
    return value, tuple(Reason(code, 0.0) for code in codes)


def _lost_marks(one: str, other: str) -> bool:
    """Whether one name is the other where no å, ä and ö could be typed."""
    a, b = plain(one), plain(other)
    bare = without_marks(a)
    return a != b and bare == without_marks(b) and bare in (a, b)


def _by_usualness(a: Name, b: Name) -> float:
    shared = {sound(word) for word in a.family} & {sound(word) for word in b.family}
    if any(not is_usual(key) for key in shared):
        return 1.0
    return _IF_USUAL["patronymic" if all(map(is_patronymic, shared)) else "usual"]


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """How two rows of given names are alike, empty for those of two persons."""
    if tuple(map(plain, a)) == tuple(map(plain, b)):
        return "same name"
    one, other = [given_sound(word) for word in a], [given_sound(word) for word in b]
    if one == other:
        return "sounds alike"
    if "".join(map(sound, a)) == "".join(map(sound, b)) or given_sound("".join(a)) == given_sound("".join(b)):
        return "joined or hyphenated"
    if _initials(one, other) or _initials(other, one):
        return "initial"
    if len(one) == len(other) == 1:
        return _single(one[0], other[0], a[0], b[0])
    shorter, longer = sorted((one, other), key=len)
    if _means(shorter, longer):
        return "short name"
    if set(shorter) < set(longer) and shorter[0] == longer[0]:
        return "part of a double name"
    if len(one) == len(other):
        found = [_half(x, y, p, q) for x, y, p, q in zip(one, other, a, b, strict=True)]
        return min(found, key=lambda code: _GIVEN.get(code, 0)) if one[0] == other[0] or one[1:] == other[1:] else ""
    return ""


def _single(one: str, other: str, a: str, b: str) -> str:
    if one == other:
        return "sounds alike"
    if is_short_for(one, other):
        return "short name"
    if one in known_sounds() and other in known_sounds():
        return ""  # two names of their own, however near: Maria and Marie, Anders and Andreas
    if without_marks(plain(a)) == without_marks(plain(b)):
        return "without marks"
    return "near given name" if _is_near(one, other) else ""


def _half(one: str, other: str, a: str, b: str) -> str:
    """Halves of a double name: Ann-Lena and Anna-Lena may be a slip, where Ann and Anna are two."""
    beginning = one.startswith(other) or other.startswith(one)
    return _single(one, other, a, b) or ("near given name" if beginning and abs(len(one) - len(other)) == 1 else "")


def _initials(short: list[str], full: list[str]) -> bool:
    """Whether all of `short` are initials: L for Lars, P-O for Per-Olof."""
    if not all(len(each) == 1 for each in short) or all(len(each) == 1 for each in full):
        return False
    return len(short) <= len(full) and all(word.startswith(letter) for letter, word in zip(short, full, strict=False))


def _means(short: list[str], full: list[str]) -> bool:
    """Whether a single short name means a double one: Anki for Ann-Christin, Lotta for Ann-Charlotte."""
    means = full_sounds().get(short[0], frozenset()) if len(short) == 1 else frozenset()
    return "".join(full) in {each.replace("-", "") for each in means} or any(each in means for each in full)


def _family(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """How two rows of surnames are alike, empty for those of two persons."""
    if not a or not b:
        return ""
    if tuple(map(plain, a)) == tuple(map(plain, b)):
        return "same name"
    one, other = [sound(word) for word in a], [sound(word) for word in b]
    if one == other:
        return "sounds alike"
    if "".join(one) == "".join(other):
        return "joined or hyphenated"
    if without_marks("".join(one)) == without_marks("".join(other)):
        return "without marks"
    if len(one) == len(other) == 1:
        return _surname(one[0], other[0])
    if set(one) & set(other) and (set(one) <= set(other) or set(other) <= set(one)):
        return "another surname"
    return "near spelling" if _is_near("".join(one), "".join(other)) else ""


def _surname(one: str, other: str) -> str:
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else ""
    if not _is_near(one, other):
        return ""
    return "usual names that differ" if is_usual(one) and is_usual(other) else "near spelling"


def _is_near(one: str, other: str) -> bool:
    """Whether one sound is a slip of the other: a letter wrong, left out, too many or turned; two in long ones."""
    shortest = min(len(one), len(other))
    if shortest < 4:
        return False
    slips = 1 if shortest < 8 else 2
    return int(OSA.distance(one, other, score_cutoff=slips)) <= slips


def keys(written: str) -> Iterator[str]:
    """The keys under which a name is kept: two names that can be alike share at least one."""
    name = parts(written)
    if not name.given or not name.family:
        return
    first = given_sound(name.given[0])
    joined = given_sound("".join(name.given))
    firsts = {first, joined, *full_sounds().get(first, ())}
    letters = {without_marks(each)[0] for each in firsts if each}
    families = {key for key in (*map(sound, name.family), sound("".join(name.family))) if key}
    for family in families:
        for bare in {family, without_marks(family)}:
            yield from (f"{letter} {bare}" for letter in letters)
        for each in firsts:
            yield f"{each} {without_marks(family)[:1]}-"
            yield f"{each} -{without_marks(family)[-3:]}"
