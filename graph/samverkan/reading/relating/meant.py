"""Whom a word for many means: the municipalities that `de fyra kommunerna` were by name, the groups that `utskotten`
were."""

from collections.abc import Iterator

from samverkan.reading.relating.sides import is_listing
from samverkan.reading.things.references import Reference, References

_COUNTS = {
    "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12,
}  # fmt: skip
_PLURALS = {
    "grupperna": ("grupp", "gruppen", "grupper"), "utskotten": ("utskott", "utskottet"),
    "nätverken": ("nätverk", "nätverket"), "nämnderna": ("nämnd", "nämnden"), "råden": ("råd", "rådet"),
    "beredningarna": ("beredning", "beredningen"), "forumen": ("forum", "forumet"),
    "styrelserna": ("styrelse", "styrelsen"),
}  # fmt: skip
_REACH = 90  # words back to the groups and regions
_FAR = 1000  # words back to a list of as many municipalities
_KINDS = {"kommunerna": "municipality", "regionerna": "region"}


def by_name(references: References, at: int, word: str) -> list[str]:
    """The names of the last list before a word that `kommunerna`, `regionerna` there means; none without a number of
    them, or where the list is longer or shorter."""
    tokens = references.tokens
    kind = _KINDS.get(word)
    if kind is None:
        return []
    count = next((_COUNTS[low] for low in map(str.lower, tokens.words[max(0, at - 2) : at + 2]) if low in _COUNTS), 0)
    count = next((int(each) for each in tokens.words[max(0, at - 2) : at + 2] if each.isdigit()), count)
    reach = _FAR if kind == "municipality" else _REACH  # regions have each their own agreements
    here = [each for each in references.between(max(0, at - reach), at) if each.kind == kind] if count > 1 else []
    return next((names for names in _lists(references, here) if len(names) == count), [])


def _lists(references: References, named: list[Reference]) -> Iterator[list[str]]:
    """The lists of two names or more, the last first."""
    words = references.tokens.words
    group: list[Reference] = []
    for each in reversed(named):
        between = words[each.last : group[0].first] if group else ()
        if group and not (between and all(map(is_listing, between))):
            yield list(dict.fromkeys(name.name for name in group))
            group = []
        group.insert(0, each)
    yield list(dict.fromkeys(name.name for name in group))


def bodies_by_noun(references: References, at: int, plural: str) -> list[Reference]:
    """The bodies that `Utskotten`, `Grupperna` means: those of the same noun in the sentences just before."""
    noun = next((noun for end, noun in _PLURALS.items() if plural.lower().endswith(end)), None)
    if noun is None:
        return []
    here = [each for each in references.between(max(0, at - _REACH), at) if each.kind == "body"]
    whole = plural.lower().removesuffix("erna").removesuffix("na").removesuffix("en")  # temagrupperna: Temagrupp barn
    said = whole if len(whole) > len(noun[0]) else noun
    found = [each for each in here if any(word.lower().endswith(said) for word in each.name.split()[:2])]
    unique = {each.name: each for each in found}
    return list(unique.values()) if len(unique) > 1 else []
