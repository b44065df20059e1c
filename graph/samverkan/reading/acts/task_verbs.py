"""What a verb says of whoever does it: that it is promised, that it is work, that it is only told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from samverkan.reading.acts.task_words import NEVER, PROMISE, REPORT, WORK
from samverkan.reading.things.remembered import Remembered

Sort = Literal["promise", "work", "report", "open"]


def _needs(verbs: dict[str, str]) -> dict[str, re.Pattern[str]]:
    """What must follow each verb, behind a space unless it is a look ahead."""
    return {
        verb: re.compile(rf"\s{needs}" if needs and not needs.startswith("(?=") else needs)
        for verb, needs in verbs.items()
    }


_PROMISED, _WORKED = _needs(PROMISE), _needs(WORK)
_PRESENT = re.compile(r"[a-zåäö]{2,}(?:[^e\W]er|der|ter|ler|ner|ger|ker|ser|ver|ar|år|ör)\Z")
_NO_VERB = re.compile(
    r"(?:under|över|efter|eller|varken|mer|fler|per|när|där|här|för|åter|inför|utanför|ovanför|nedanför|dessvärre|"
    r"snar|klar|par|svar|ansvar|flertalet|ytterligare|sommar|vinter|"
    r"\w*(?:nings?|het|tion|else|nad|skap|ist|kommun|region|plats|tid|grupp|part|resurs|åtgärd|person|chef|insats|"
    r"process|nämnd|rutin|dag|fråg|synpunkt|kontakt|fil|bil|pengar|rapport|text|plan|punkt|mötesti|del))(?:ar|er)?\Z"
)
_OBJECT_FOLLOWS = re.compile(
    r"\s(?!(?:har|hade|är|var|ska|skall|kan|kommer|får|fick|måste|bör|och|samt|som|eller)\b)\S"
)
_ENDS_SEARCH = frozenset(("att", "som", "om", "vilket", "vilka", "där", "hur", "huruvida"))
_WORD = re.compile(r"[a-zåäö]+(?![\w-])")
_BEFORE = re.compile(r"[\w-]")


@dataclass(frozen=True, slots=True)
class Doing:
    """A verb in the present tense, from `start` on, and what it says of whoever does it."""

    start: int
    end: int
    verb: str
    sort: Sort


def doings(text: str, start: int, end: int) -> Iterator[Doing]:
    """The first verb in the present tense, and whatever else might be it where the first may be a noun.

    >>> [(each.verb, each.sort) for each in doings("Kansliet tar fram en rutin.", 0, 27)]
    [('tar', 'promise')]
    """
    for word in _WORD.finditer(text, start, end):
        verb = word[0]
        if not _MATTERS[verb] or (word.start() and _BEFORE.match(text, word.start() - 1)):
            continue
        if verb in _ENDS_SEARCH:
            return
        sort = sort_of(verb, text, word.end())
        if sort is not None:
            yield Doing(word.start(), word.end(), verb, sort)
        if sort in ("promise", "work", "report") or verb in NEVER:
            return


def sort_of(verb: str, text: str, after: int) -> Sort | None:
    """What a word says as a verb in the present tense, by itself and by what follows it; None where it is none."""
    if (needs := _PROMISED.get(verb)) is not None and needs.match(text, after):
        return "promise"
    if (needs := _WORKED.get(verb)) is not None and needs.match(text, after):
        return "work"
    if verb in REPORT:
        return "report"
    return "open" if _may_be_present(verb) and _OBJECT_FOLLOWS.match(text, after) else None


@lru_cache(maxsize=1 << 14)
def _may_be_present(word: str) -> bool:
    return word not in NEVER and _PRESENT.match(word) is not None and _NO_VERB.match(word) is None


# Whether a word may say something as a verb in the present tense, whatever follows it.
MAY_SAY = Remembered(lambda word: word in _PROMISED or word in _WORKED or word in REPORT or _may_be_present(word))
# Whether a word is a verb or ends the search for one, as few do.
_MATTERS = Remembered(lambda word: word in _ENDS_SEARCH or word in NEVER or MAY_SAY[word])
TASKS = frozenset(PROMISE) | frozenset(WORK)  # verbs that say a task, whoever does it


_SHORT_VERBS = {
    "tar": "ta", "ser": "se", "ger": "ge", "drar": "dra", "går": "gå", "får": "få", "utser": "utse", "ber": "be",
    "slår": "slå", "står": "stå",
}  # fmt: skip
_SUPINES = {
    "tar": ("tagit",), "ser": ("sett",), "gör": ("gjort",), "skriver": ("skrivit",), "bjuder": ("bjudit",),
    "utser": ("utsett",), "går": ("gått",), "för": ("fört",), "håller": ("hållit",), "drar": ("dragit",),
}  # fmt: skip
_SECOND = re.compile(r"\b(?P<joint>och|samt|,) (?P<verb>[a-zåäö]{3,}(?:ar|er|år|ör))(?= |\.|\Z)")


def infinitive(task: str) -> str:
    """A task in the infinitive, as a commission has it.

    >>> infinitive("återkommer med underlag"), infinitive("bevakar frågan och återkommer"), infinitive("slutför kartan")
    ('återkomma med underlag', 'bevaka frågan och återkomma', 'slutföra kartan')
    """
    verb, space, rest = task.partition(" ")
    return _base(verb) + space + _SECOND.sub(_second, rest)


def _second(found: re.Match[str]) -> str:
    verb = found["verb"]
    return f"{found['joint']} {_base(verb)}" if verb in TASK_VERBS else found[0]


def _base(verb: str) -> str:
    if verb.endswith("ör"):
        return verb + "a"
    return _SHORT_VERBS.get(verb, re.sub(r"(?<=\w\w)(?:ar|er)\Z", "a", verb))


def is_work(task: str) -> bool:
    """Whether a task in the infinitive is promised or work by itself, whoever is to do it.

    >>> is_work("ta fram en plan"), is_work("ta slut"), is_work("ha tagit fram en plan")
    (True, False, True)
    """
    verb, _, rest = task.removeprefix("ha ").partition(" ")
    return any(sort_of(each, f"{each} {rest}", len(each)) in ("promise", "work") for each in _PRESENTS.get(verb, ()))


def is_never(task: str) -> bool:
    """Whether the verb of a task in the infinitive says how things are, or what a meeting does by itself."""
    verb = task.partition(" ")[0]
    return verb in _NEVER_BASES and not is_work(task)


_PRESENTS: dict[str, list[str]] = {}
for _verb in (*PROMISE, *WORK):
    for _form in (_base(_verb), *_SUPINES.get(_verb, (re.sub(r"(?:ar|er)\Z", "at", _verb), f"{_base(_verb)[:-1]}t"))):
        _PRESENTS.setdefault(_form, []).append(_verb)
_NEVER_BASES = frozenset(map(_base, NEVER)) | frozenset(("ha", "vara", "bli", "kunna", "få"))
TASK_VERBS = frozenset(PROMISE) | frozenset(WORK) | REPORT
_ACTIVES = {
    "tas": "tar", "görs": "gör", "förs": "för", "ses": "ser", "hörs": "hör", "ges": "ger", "dras": "drar",
    **{(verb[:-1] if verb[-2] == "a" else verb[:-2]) + "s": verb for verb in TASK_VERBS if verb[-2:] in ("ar", "er")},
}  # fmt: skip


def active_of(task: str) -> str | None:
    """The present tense of the verb of a task that stands in the passive; None where that is no work.

    >>> active_of("bokas"), active_of("tas fram"), active_of("leds")
    ('bokar', 'tar', None)
    """
    verb, _, rest = task.partition(" ")
    active = _ACTIVES.get(verb)
    if active is None or verb == "görs":  # `En sammanställning görs`
        return active
    words = " ".join((active, *rest.split(), "det"))
    return active if sort_of(active, words, len(active)) in ("promise", "work") else None
