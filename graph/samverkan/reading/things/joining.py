"""Which written names are one thing: other forms of the same words, a short form, a part of a longer name."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from samverkan.facts import MentionKind
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.known import Known
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.words import AND, LINKS, is_adjective

_ALIKE = 0.85  # two spellings of a body's name
_WEAK = 0.6  # confidence of a reading that may be of the wrong kind
_COMPARED = 60  # names compared one by one; a document with more of them is many documents
_SMALL = frozenset(("det", "den", "de", "the", "med", "över")) | LINKS | AND
_GROUPS = frozenset(("body", "organisation"))
_WORKS = frozenset(("strategy", "agreement", "plan", "project"))
Named = tuple[MentionKind, str]


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """What stays of a name when articles, small words and endings are taken off; equal for forms of one name.

    >>> key("Det Centrala Samverkansorganet") == key("centralt samverkansorgan")
    True
    """
    words = [_plain(word) for word in name.lower().replace("/", " ").replace("–", "-").split()]
    kept = [word for word in words if word and word not in _SMALL]
    return " ".join(kept or words)


def _plain(word: str) -> str:
    bare = word.strip('.,:;()-”"“')
    head = head_of(bare) if bare else None
    if head is not None:
        return head.lemma
    if len(bare) > 4 and is_adjective(bare) and bare[-1] in "at":
        return bare[:-1]
    return bare[:-1] if len(bare) > 4 and bare[-1] == "s" else bare


@lru_cache(maxsize=16384)
def lemma(name: str) -> str | None:
    """The noun of a name in its base form: the first that is no owner in the genitive.

    >>> lemma("regionstyrelsens arbetsutskott")
    'arbetsutskott'
    """
    words = name.split()
    first = head_of(words[0]) if words[1:2] == ["för"] else None
    if first is not None and not first.genitive:  # styrelsen för Norrbygdens förbund
        return first.lemma
    last = head_of(words[-1]) if len(words) > 1 and words[-2][-1] == "s" else None
    if last is not None and not last.definite:  # Förbundet Norrbygds styrelse
        return last.lemma
    heads = [head for head in map(head_of, words) if head is not None]
    if not heads and "nämnd" in name.lower().split():  # `nämnd` alone is mostly a verb
        return "nämnd"
    return next((head.lemma for head in heads if not head.genitive), heads[0].lemma if heads else None)


def join(things: Iterable[Thing], register: Known) -> dict[Named, Named]:
    """For each written name with its kind, the kind and name that it is known by in this document: the fullest."""
    surest: dict[Named, float] = {}
    for thing in things:
        if thing.kind not in ("person", "municipality", "region"):
            named = (thing.kind, thing.name)
            surest[named] = max(surest.get(named, 0.0), thing.confidence)
    meant = _same_words(surest)
    meant.update(_same_in_register(surest, register))
    return _parts(meant)


def _same_words(written: dict[Named, float]) -> dict[Named, Named]:
    """Names of the same words, `styrgruppen för vård` and `Styrgrupp vård`: the surest kind, the first form."""
    best: dict[tuple[str, str], Named] = {}
    for named, confidence in written.items():
        family = "group" if named[0] in _GROUPS else named[0]
        same = (family, key(named[1]))
        if same not in best or confidence > written[best[same]] + 0.04:
            best[same] = named
    surest: dict[str, Named] = {}
    for named in best.values():
        same_words = key(named[1])
        if same_words not in surest or written[named] > written[surest[same_words]]:
            surest[same_words] = named
    meant: dict[Named, Named] = {}
    for named, confidence in written.items():
        other = surest[key(named[1])]  # a weak reading of its kind gives way to a sure one
        weak = confidence <= _WEAK and written[other] > confidence + 0.1
        meant[named] = other if weak else best["group" if named[0] in _GROUPS else named[0], key(named[1])]
    return meant


def _same_in_register(written: dict[Named, float], register: Known) -> dict[Named, Named]:
    """Names that the register knows as one: the longest form that the document has."""
    by_canonical: dict[str, list[Named]] = defaultdict(list)
    for named in written:
        canonical = register.canonical(named[1])
        if canonical is not None and named[0] != "law":
            by_canonical[canonical].append(named)
    best = {canonical: max(names, key=lambda each: len(each[1])) for canonical, names in by_canonical.items()}
    for canonical, named in best.items():  # a former name that says more: `X` and `The X and Y Committee`
        mine = key(named[1])
        for other in register.former_names(canonical):
            if other in best and len(mine.split()) > 1 and key(best[other][1]).startswith(mine + " "):
                by_canonical[other] += by_canonical.pop(canonical)
                break
    return {named: max(names, key=lambda each: len(each[1])) for names in by_canonical.values() for named in names}


def _all_begin(words: set[str], others: list[str]) -> bool:
    """Whether each word begins one of the others: `familjehem`, `familjehemsresurs`."""
    return all(any(other.startswith(word) for other in others) for word in words)


class _Names:
    """The different names of a document, found by what they begin with and by their noun."""

    def __init__(self, full: list[Named]) -> None:
        self.beginning: dict[tuple[str, str | None, str], list[Named]] = defaultdict(list)
        self.by_noun: dict[tuple[str, str], list[Named]] = defaultdict(list)
        for named in full:
            kind, name = named
            noun = lemma(name)
            words = key(name).split()
            for size in range(1, len(words)):
                self.beginning[kind, noun, " ".join(words[:size])].append(named)
            if noun is not None and noun in words and len(words) > 1:
                self.by_noun[kind, noun].append(named)
        self.agreements = [named for named in full if named[0] == "agreement"][:_COMPARED]
        self.plans = [named for named in full if named[0] == "plan"][:_COMPARED]


def _parts(meant: dict[Named, Named]) -> dict[Named, Named]:
    """Names that are a part of one longer name of the same kind: the longer one."""
    full = list(dict.fromkeys(meant.values()))
    names = _Names(full)
    longer = {named: _longer(named, names) for named in full}
    return {written: longer[named] for written, named in meant.items()}


def _longer(named: Named, names: _Names) -> Named:
    kind, name = named
    mine, noun = key(name), lemma(name)
    if kind not in _WORKS and kind not in _GROUPS:
        return named
    if noun is None:
        return _state_report(named, names) if kind in ("project", "plan") else named
    same = names.beginning[kind, noun, mine]
    if kind in _GROUPS:
        same = names.by_noun[kind, noun] if mine == noun else []
    if not same and kind in ("plan", "strategy") and len(mine.split()) > 1:  # the same plan, `för länet` left out
        words = set(mine.split())
        same = [each for each in names.by_noun[kind, noun][:_COMPARED] if words < set(key(each[1]).split())]
    if len(same) == 1:
        return same[0]
    return _agreement(named, names) if kind == "agreement" else named


def _state_report(named: Named, names: _Names) -> Named:
    """A quoted title that a state report has: `Från stöd till arbete` beside `Från stöd till arbete (SOU 2007:2)`."""
    mine = key(named[1])
    return next((each for each in names.plans if mine in key(each[1]) and "(SOU " in each[1]), named)


def _agreement(named: Named, names: _Names) -> Named:
    """The agreement that a short name means: by what it is about, or by its parties."""
    mine = named[1]
    others = [each for each in names.agreements if len(each[1]) > len(mine)]
    low = mine.lower()
    if low.endswith("avtalet") and len(low) > 11:  # vårdavtalet: Avtal om ansvar för vården
        about = low.removesuffix("avtalet").rstrip("s-")
        fitting = [each for each in others if about in each[1].lower()]
    else:  # Avtal om Navet: Samverkansavtal Navet; överenskommelsen mellan parterna: … mellan X och Y
        noun, rest = lemma(mine) or "", set(key(mine).split()[1:])
        fitting = [
            each
            for each in others
            if rest and (lemma(each[1]) or "").endswith(noun) and _all_begin(rest, key(each[1]).split())
        ]
    return fitting[0] if len(fitting) == 1 else named


@lru_cache(maxsize=4096)
def is_own_body(own: str | None, name: str) -> bool:
    """Whether a name means the body that met: the same words, most of them, or nearly the same letters.

    >>> is_own_body("styrgruppen för digital utveckling", "Styrgrupp digital utveckling")
    True
    >>> is_own_body("styrgruppen för digital utveckling", "styrgruppen för kultur")
    False
    """
    if own is None:
        return False
    one, other = key(own), key(name.partition(" i Region ")[0])
    if one == other or (set(other.split()) <= set(one.split()) and lemma(own) == lemma(name)):
        return True
    alike = SequenceMatcher(None, one, other)
    return all(
        bound() >= _ALIKE for bound in (alike.real_quick_ratio, alike.quick_ratio, alike.ratio)
    )  # quickest first
