"""The names on each side of a phrase of relation; a list of names as one."""

from samverkan.reading.relating.kinds_tied import MEMBERS, Kinds
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, NUMERALS, is_verb

_WHERE = table("länet regionen området dalen trakten delregionen")
_REACH = 12  # words between a phrase and a name
_AGREEMENTS = ("avtal", "överenskommelse")
_APPOSED = 12  # words that say what an agreement is before its name
_ARTICLES = table(
    "ett en också även numera gemensamt gemensam nu redan sedan ingått tecknat slutit vi därför i dag idag"
)
_AGAIN = table("av för till med mellan åt")  # prepositions that a list may say again
_BESIDE_NAMES = table("projektet insatsen satsningen strategin planen avtalet")
_TITLE = 8  # words between a person and whom they are from
_LISTING = table(", och samt / & 0ch de dels både kommun kommunerna stad städerna övriga")


def left_of(references: References, before: list[Reference], begin: int, kinds: Kinds) -> list[Reference]:
    """The names that end nearest before a phrase, of the kinds that fit; a list of them as a whole."""
    words = references.tokens.words
    fitting = sorted(
        apposed([each for each in before if each.kind in kinds and not (each.owner and each.last < begin)]),
        key=lambda each: (each.last, -each.first),
    )
    fitting = _not_inside(fitting)
    if not fitting or begin - fitting[-1].last > _REACH:
        return []
    group = [fitting[-1]]
    for each in reversed(fitting[:-1]):
        between = words[each.last : group[0].first]
        if each.first >= group[0].first or not between or not all(map(is_listing, between)):
            break
        group.insert(0, each)
    return group


def right(references: References, after: list[Reference], end: int, kinds: Kinds) -> list[Reference]:
    """The names that begin nearest after a phrase, of the kinds that fit; a list of them as a whole."""
    words = references.tokens.words
    if after and after[0].kind == "person" and after[0].first - end <= 2 and "person" not in kinds:
        return []  # leds av Eva Ek, Region Skåne
    fitting = _not_inside(apposed([each for each in after if each.kind in kinds]))
    if (
        not fitting
        or fitting[0].first - end > _REACH
        or any(word in (".", ";") for word in words[end : fitting[0].first])
    ):
        return []
    group = [fitting[0]]
    last = group[0].last
    for each in fitting[1:]:
        between = words[last : each.first]
        if (
            each.owner
            and words[each.last : each.last + 1]
            and words[each.last][0].islower()
            and not is_listing(words[each.last])
        ):
            break  # regionstyrelsen och kommunernas ledamöter utses av
        if between == ("i",) and group[-1].kind == "collective":  # kommunerna i Norrförbundet och Region Norr
            last = each.last
            continue
        last = each.last
        if (
            group[-1].kind == "collective"
            and between[:1] == ("i",)
            and between[1:2]
            and (between[1][0].isupper() or between[1] in _WHERE)
        ):
            between = between[2:]  # kommunerna i Dalbygden och Region Norr
        if len(between) > 1 and between[-1] in _BESIDE_NAMES:  # och för projektet Nya steg
            between = between[:-1]
        if len(between) == 2 and between[0] in AND and between[-1] in _AGAIN:  # av kommunerna och av Region Norr
            between = between[:-1]
        if not between or not all(map(is_listing, between)):
            break
        group.append(each)
    return group


def listing_between(words: tuple[str, ...], one: Reference, other: Reference) -> tuple[str, ...]:
    """The words between two names of a list, but for where municipalities lie: `kommunerna i länet, Region Norr`."""
    between = words[one.last : other.first]
    placed = one.kind == "collective" and between[:1] == ("i",) and between[1:2]
    return between[2:] if placed and (between[1][0].isupper() or between[1] in _WHERE) else between


def _not_inside(parts: list[Reference]) -> list[Reference]:
    """The references without those inside a longer one that ends behind them."""
    if len(parts) < 2:
        return parts
    begins: dict[int, int] = {}  # for each end where the longest that ends there begins
    for each in parts:
        begins[each.last] = min(each.first, begins.get(each.last, each.first))
    reach: dict[int, int] = {}  # for each end where the first of those that end behind it begins
    first = parts[-1].last + max(begins)
    for last in sorted(begins, reverse=True):
        reach[last] = first
        first = min(first, begins[last])
    return [each for each in parts if each.first < reach[each.last]]


def apposed(parts: list[Reference]) -> list[Reference]:
    """The references without `kommunerna` right before municipalities by name: `kommunerna Ale och Lerum`."""
    named = {each.first for each in parts if each.kind == "municipality"}
    return [each for each in parts if each.kind != "collective" or each.last not in named]


def is_listing(word: str) -> bool:
    """Whether a word may stand between the names of a list: `de 49 kommunerna`, `de skånska kommunerna`."""
    return word in _LISTING or word in NUMERALS or word.isdigit() or (word[0].islower() and word.endswith("ska"))


def body_of(references: References, others: list[Reference]) -> list[Reference]:
    """`till förbundets beredningsgrupp`: the body, not whose it is."""
    if not others or not others[0].owner or others[0].last >= len(references.tokens.words):
        return others
    each = others[0]
    head = head_of(references.tokens.words[each.last])
    if head is None or head.kind != "body" or head.definite or not head.prefix:
        return others
    return [Reference(each.first, each.last + 1, head.prefix + head.noun.definite, "body")]


def organisation_of(references: References, after: list[Reference], end: int) -> list[Reference]:
    """`ingår i Ales organisation`, `i regionens organisation`: the municipality or region itself."""
    words = references.tokens.words
    near = [each for each in after if each.first - end <= 1 and each.kind in MEMBERS]
    return [each for each in near if any(word.startswith("organisation") for word in words[each.last : each.last + 2])][
        :1
    ]


def beside_person(references: References, here: list[Reference], each: Reference) -> bool:
    """Whether a name only says whom somebody is from: `Eva Ek (S), Region Skåne, är ordförande`."""
    words = references.tokens.words
    if each.kind == "person" or words[each.first - 1] not in (",", "("):
        return False
    who = [person for person in here if person.kind == "person" and 0 < each.first - person.last <= _TITLE]
    return bool(who) and words[who[-1].last] in (",", "(") and not any(map(is_verb, words[who[-1].last : each.first]))


def has_directly(references: References, end: int, target: int) -> bool:
    """Whether an agreement stands right after `har`, an article and a time apart, or after what it is: `har sedan 2018
    ett avtal om ledning, Avtal om X`."""
    between = references.tokens.words[end:target]
    if between and between[-1] == "," and any(word.endswith(_AGREEMENTS) for word in between):
        return len(between) <= _APPOSED
    return all(word.lower() in _ARTICLES or is_year(word) for word in between)


def with_parties(tokens: Tokens, left: list[Reference], others: list[Reference], begin: int) -> bool:
    """Whether `med` says with whom an agreement is, not `med A som projektägare`, `driver projektet X ihop med A`."""
    if others and tokens.words[others[-1].last : others[-1].last + 1] == ("som",):
        return False
    return tokens.words[begin - 1] not in ("ihop", "tillsammans") or left[-1].last >= begin
