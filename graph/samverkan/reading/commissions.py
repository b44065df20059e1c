"""The ways to say that somebody is given something to do: `uppdra åt NN att …`, `NN får i uppdrag att …`, `NN
återkommer med …`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.reading.assignees import assignees, is_assignee, last_assignees
from samverkan.reading.context import Context

_LONGEST = 1000  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Given:
    """What one sentence gives somebody to do; `words` are those in which the day may stand."""

    who: tuple[str, ...]
    task: str
    words: str
    rule: str
    confidence: float


def given(context: Context, text: str) -> Iterator[Given]:
    """What a sentence gives somebody to do, by the first way to say it that it fits."""
    text = _LEAD.sub("", text[:_LONGEST]).removeprefix("att ")
    if _MAY_GIVE.isdisjoint(text.split()) and not any(part in text for part in _MAY_GIVE_WITHIN):
        return
    for says in (_commissioned, _sent_for_comment, _passive_by, _will_do, _takes_on, _in_brackets):
        found = list(says(context, text))
        if found:
            yield from found
            return


# Styrgruppen beslutar att NN …, man enades om att NN …
_LEAD = re.compile(
    r"\A[^.]{0,80}?\b(?:beslutar|beslutade|beslöt|beslutas|beslutades|enas om|enades om|överens om),?\s(?=att\s)",
    re.IGNORECASE,
)
# Without one of these words no way to give fits: most sentences are done with here.
_GIVING_WORDS = (
    "ska skall bör kommer tar får fick återkommer återrapporterar undersöker kontaktar bjuder kallar bokar "
    "skickar mejlar mailar ansvarar svarar åtar lovar ombeds uppmanas åläggs sammanställer sammankallar arbetar "
    "arbeta ser slutför gör ansvar ansvaret inventerar bereder skriver formulerar reviderar uppdaterar kollar "
    "stämmer planerar förbereder diskuterar kompletterar lämnar redovisar presenterar utreder kartlägger "
    "fortsätter går lyfter meddelar rapporterar utser nominerar anmäler inkommer besvarar yttrar tas skickas "
    "sammanställs bokas utreds bereds redovisas presenteras kallas"
)
_MAY_GIVE = frozenset(_GIVING_WORDS.split())
_MAY_GIVE_WITHIN = ("uppdr", "Uppdr", "yttrande", "beredning", "handläggning")
# What stands between whoever gets a task and its `att`.
_ATT = (
    r",?\s+(?:(?:även|också|vidare|därefter|nu)\s|(?:tillsammans med|i samråd med|i samverkan med|inför|"
    r"till)\s[^.,]{2,50}?\s)?"
    r"(?:för\s)?att\s+(?P<task>.+)"
)
_UPPDRAG = r"(?:(?:i|ett|som|det|följande|fortsatt|nytt)\s+)?(?:\w+t\s)?uppdrag(?:et)?"
# uppdra åt NN att …, ge NN i uppdrag att …, har gett NN ett uppdrag att …, gav uppdrag till NN att …
_GIVEN_TO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\buppdr(?:a|ar|as|ags|ages|og|ogs)\s+(?:åt|till)\s+(?P<who>.{{2,120}}?){_ATT}",
        rf"\b(?:ge|ger|gav|gett|givit|ges|gavs)\s+[^.]{{0,60}}?\buppdrag(?:et)?\s+(?:till|"
        rf"åt)\s+(?P<who>.{{2,120}}?){_ATT}",
        rf"\b(?:ge|ger|gav|gett|givit|lämna|lämnar|lämnade)\s+(?P<who>.{{2,120}}?)\s+{_UPPDRAG}{_ATT}",
    )
)
# NN får i uppdrag att …, NN uppdras att …, NN ansvarar för att …
_GETS = re.compile(
    rf"\s(?:(?:får|fick|fått|ges|gavs|har|tilldelas)\s+(?:(?:också|även|nu|därför)\s+)?{_UPPDRAG}{_ATT}"
    r"|(?:uppdras|uppdrogs|åläggs|ombeds|uppmanas|åtar sig|lovar|ansvarar för|får ansvar för|"
    r"har ansvar för)\s+att\s+(?P<task2>.+))",
    re.IGNORECASE,
)
# Därmed fick NN i uppdrag att …
_GETS_AFTER = re.compile(rf"\b(?:får|fick|ges|gavs)\s+(?P<who>[^.,]{{2,80}}?)\s+{_UPPDRAG}{_ATT}", re.IGNORECASE)
_TOGETHER = re.compile(r"\btillsammans med\s+(?P<who>[A-ZÅÄÖ][^,.;]{2,60}?)(?=$|[,.;]|\s(?:att|och|för|senast|till)\b)")
_GIVING = re.compile(r"uppdra|uppdrog|åläggs|ombeds|uppmanas|åtar sig|lovar|ansvar", re.IGNORECASE)


def _commissioned(context: Context, text: str) -> Iterator[Given]:
    if not _GIVING.search(text):
        return
    for pattern in _GIVEN_TO:
        if (found := pattern.search(text)) and (who := assignees(context, found["who"], surely=True)):
            yield _commission(context, who, found["task"])
            return
    if (found := _GETS_AFTER.search(text)) and (who := assignees(context, found["who"])):
        yield _commission(context, who, found["task"])
        return
    if (found := _GETS.search(text)) and (
        who := last_assignees(context, text[max(0, found.start() - 160) : found.start()])
    ):
        yield _commission(context, who, found["task"] or found["task2"])


def _commission(context: Context, who: tuple[str, ...], task: str) -> Given:
    if together := _TOGETHER.search(task):
        who += tuple(each for each in assignees(context, together["who"]) if each not in who)
        task = task[: together.start()] if not task[together.end() :].strip(" .") else task
    return Given(who, task.strip(" .,;"), task, "assignments.commission", 0.92)


_FOR_COMMENT = re.compile(
    r"\b(?:överlämna|överlämnar|överlämnas|remittera|remitterar|remitteras|hänskjuta|hänskjuter|"
    r"hänskjuts)\s.{2,120}?\btill\s+"
    r"(?P<who>.{2,100}?)\s+för\s+(?P<task>(?:\w+\s){0,2}?(?:yttrande|beredning|handläggning))",
    re.IGNORECASE,
)


def _sent_for_comment(context: Context, text: str) -> Iterator[Given]:
    """`Överlämna ärendet till NN för yttrande`: NN has something to do."""
    found = _FOR_COMMENT.search(text)
    if found and (who := assignees(context, found["who"])):
        yield Given(who, found["task"], text[found.end() :], "assignments.for-comment", 0.85)


_SHOULD_BE_DONE = re.compile(
    r"\b(?:ska|skall|bör|kommer att)\s+(?P<task>(?:[\wåäö-]+\s){0,3}?[\wåäö]+as(?:\s(?!av\b)[\wåäö-]+){0,4}?)\s+av\s+"
    r"(?P<who>[^.;]{2,120}?)(?=$|[.;,]|\s(?:till|senast|inför|under|innan)\b)"
)


_IS_DONE = re.compile(
    r"\s(?P<task>(?:tas fram|skickas ut|sammanställs|bokas|utreds|bereds|redovisas|presenteras|kallas))\s+av\s+"
    r"(?P<who>[^.;]{2,80}?)(?=\s(?:till|senast|inför|innan)\s)"
)


_DECIDED = re.compile(r"beslut|antas|godkänn|fastställ|underteckn|bekostas|finansieras", re.IGNORECASE)


def _passive_by(context: Context, text: str) -> Iterator[Given]:
    """`Svaret ska förberedas gemensamt av A och B`, `Ett förslag tas fram av NN till nästa möte`."""
    found = _SHOULD_BE_DONE.search(text) or _IS_DONE.search(text)
    if found and not _DECIDED.search(found["task"]) and (who := assignees(context, found["who"])):
        yield Given(who, found["task"], text[found.start() :], "assignments.passive", 0.7)


_WILL = re.compile(
    r"\b(?:ska|skall|kommer att)\s+(?P<task>(?:ta (?:med sig|fram|kontakt|hem|tillbaka)|återkomma|undersöka|"
    r"sammanställa|se över|"
    r"bjuda in|skicka|kontakta|utreda)\b.*)"
)
# Inför mötet ska NN ta fram ett förslag
_WILL_AFTER = re.compile(
    r"\b(?:ska|skall)\s+(?P<who>[^.,]{2,60}?)\s+(?P<task>(?:ta (?:med sig|fram|kontakt|hem|tillbaka)|återkomma med|"
    r"undersöka|sammanställa|"
    r"bjuda in|skicka ut|utreda)\b.*)"
)
_CONDITION = re.compile(r"\b(?:om|när|hur|huruvida)\b")


def _will_do(context: Context, text: str) -> Iterator[Given]:
    """`NN ska ta fram ett förslag`."""
    if (found := _WILL_AFTER.search(text, 0, 400)) and (who := assignees(context, found["who"])):
        yield Given(who, found["task"].strip(" ."), text[found.start() :], "assignments.will-do", 0.7)
        return
    found = _WILL.search(text)
    if found is None or found.start() > 120 or _CONDITION.search(text, 0, found.start()):
        return
    if who := last_assignees(context, text[: found.start()]):
        yield Given(who, found["task"].strip(" ."), text[found.start() :], "assignments.will-do", 0.7)


# What somebody takes on, in the present tense of minutes: the first kind says so by itself, the second with a day or
# a meeting to come.
_TAKES = (
    r"tar (?:med sig|tillbaka|på sig|hem|kontakt|initiativ|fram)|får med sig|återkommer (?:till|med|om|i|kring|vid|"
    r"på|senast|efter)|"
    r"återrapporterar|undersöker|kontaktar|bjuder in|kallar till|bokar|skickar (?:ut|över|runt)|mejlar|mailar|"
    r"ansvarar för|sammanställer|"
    r"sammankallar|svarar för|arbetar fram|arbeta fram|ser över|slutför|gör en"
)
_DOES = (
    r"inventerar|bereder|skriver|formulerar|reviderar|uppdaterar|kollar|stämmer av|planerar|förbereder|diskuterar|"
    r"kompletterar|lämnar|"
    r"redovisar|presenterar|utreder|kartlägger|arbetar vidare|fortsätter|går igenom|lyfter|meddelar|rapporterar|"
    r"utser|nominerar|anmäler|inkommer|skickar|"
    r"besvarar|yttrar sig|svarar|gör|tar"
)
_VERB = re.compile(rf"\s(?P<task>(?P<takes>{_TAKES})|(?:{_DOES}))\b")
_NEXT = re.compile(
    r"\b(?:till|inför|innan|före|vid|på)\s+(?:\w+\s){0,2}?(?:nästa|kommande|mötet|möte|sammanträdet|\w+mötet|"
    r"\w+möte)\b|\bsenast\b",
    re.IGNORECASE,
)
# Därefter slutför NN arbetet; frågan tar NN med sig
_INVERTED = re.compile(
    r"\s(?P<verb>slutför|bereder|inventerar|återkommer|sammanställer|undersöker|skickar|bokar|kallar|"
    r"tar(?=\s.{2,60}?\s(?:med sig|på sig|"
    r"hem|tillbaka|fram|kontakt)\b))\s+(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?:\s[A-ZÅÄÖ][\wåäöÅÄÖ-]*){0,2})\s+(?P<rest>.+)"
)
_TOLD = re.compile(
    r"\b(?:att|som|om|när|vilket|där|har|hade|var|föreslår|menar|anser|berättar|informerar)\b", re.IGNORECASE
)


def _takes_on(context: Context, text: str) -> Iterator[Given]:
    """`NN återkommer med underlag`, `NN tar fram ett förslag till nästa möte`, `Därefter slutför NN arbetet`."""
    found = _VERB.search(text, 0, 120)
    if found and not text.endswith("?") and (found["takes"] or _NEXT.search(text, found.end())):
        before = text[: found.start()]
        if (
            not _TOLD.search(before)
            and is_assignee(context, before.split(",")[0])
            and (who := last_assignees(context, before))
        ):
            task = text[found.start("task") :].strip(" .")
            yield Given(who, _infinitive(task), task, "assignments.takes-on", 0.65)
            return
    found = _INVERTED.search(text, 0, 300)
    if (
        found
        and found.start() < 80
        and not _TOLD.search(text, 0, found.start())
        and (who := assignees(context, found["who"]))
    ):
        task = f"{found['verb']} {found['rest']}".strip(" .")
        yield Given(who, _infinitive(task), task, "assignments.takes-on", 0.65)


_SHORT_VERBS = {
    "tar": "ta",
    "ser": "se",
    "gör": "göra",
    "får": "få",
    "utser": "utse",
    "går": "gå",
    "slutför": "slutföra",
}


def _infinitive(task: str) -> str:
    """A task in the infinitive, as a commission has it.

    >>> _infinitive("återkommer med underlag"), _infinitive("tar fram ett förslag")
    ('återkomma med underlag', 'ta fram ett förslag')
    """
    verb, space, rest = task.partition(" ")
    return _SHORT_VERBS.get(verb, re.sub(r"(?:ar|er)\Z", "a", verb)) + space + rest


_BRACKETS = re.compile(r"\((?:delvis\s)?uppdrag till (?P<who>[^()]{2,60})\)")
_BEFORE_BRACKETS = re.compile(r"[A-ZÅÄÖ][^.()]{2,60}\Z")


def _in_brackets(context: Context, text: str) -> Iterator[Given]:
    """`Gemensam upphandling (uppdrag till NN)`."""
    for found in _BRACKETS.finditer(text):
        task = _BEFORE_BRACKETS.search(text[max(0, found.start() - 62) : found.start()])
        if task and (who := assignees(context, found["who"])):
            yield Given(who, task[0].strip(), found[0], "assignments.in-brackets", 0.8)
