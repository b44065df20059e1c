"""The ways to commission somebody: `uppdra åt NN att …`, `NN får i uppdrag att …`, `överlämna till NN för yttrande`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samverkan.reading.acts.assignees import assignees, is_person, last_assignees
from samverkan.reading.acts.duedates import by_a_meeting, by_a_season, due_date
from samverkan.reading.acts.kinds import kind_of
from samverkan.reading.acts.task_verbs import active_of, infinitive
from samverkan.reading.acts.task_words import HABIT, STANDING
from samverkan.reading.context import Context
from samverkan.reading.patterns import AnyPattern, Pattern


@dataclass(frozen=True, slots=True)
class Given:
    """What one sentence gives somebody to do; `words` are those in which the day may stand."""

    who: tuple[str, ...]
    task: str
    words: str
    rule: str
    confidence: float


# What stands between whoever gets a task and its `att`.
_ATT = (
    r",?\s+(?:(?:även|också|vidare|därefter|nu)\s)?(?:(?:tillsammans|ihop) med\s(?P<with>[^.,]{2,60}?)\s|"
    r"(?:i samråd med|i samverkan med|i dialog med|inför|till|av|från)\s[^.,]{2,60}?,?\s)?"
    r"(?:för\s)?att\s+(?P<task>.+)"
)
# `Har till uppgift att` says what a group is there for.
_WORD = r"(?:uppdrag(?:et)?|förtroendet|(?<!har )(?<!har till )uppgift(?:en)?)"
_UPPDRAG = rf"(?:(?:i|ett|som|det|följande|fortsatt|nytt|till|en)\s+)?(?:\w+t\s)?{_WORD}"
# uppdra åt NN att …, ge NN i uppdrag att …, har gett NN ett uppdrag att …, gav uppdrag till NN att …
_GIVEN_TO = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        r"\A\W*uppdraget\s+(?:till|åt)\s+(?P<who>[^.,]{2,80}?)\s(?:om|att)\s(?P<task>[^.]{3,120}?)\s(?P<with>)"
        r"(?:ligger kvar|kvarstår|står kvar|pågår|är inte klart|fortsätter|ska redovisas|redovisas)\b",
        r"\b(?:återremittera|hänskjut|överlämna|lämna)\w*\s(?:[^.;]{2,80}\s)?till\s+(?P<who>[^.;]{2,80}?)\smed\s(?:i\s)?uppdrag(?:et)?\s"
        r"(?P<with>)att\s(?P<task>.+)",
        rf"\buppdr(?:a|ar|as|aga|ager|ags|ages|og|ogs|agit)\s+(?:åt|till)\s+(?P<who>.{{2,120}}?){_ATT}",
        rf"\b(?:bemyndiga|befullmäktiga|anmoda|ålägg)(?:a|r|de|er|ar|ade)?\s+(?P<who>.{{2,120}}?){_ATT}",
        rf"\båt\s+(?P<who>[^.,]{{2,80}}?)\s+(?:uppdr(?:as|ags|ages|ogs)|ges|gavs|lämnas)(?:\s{_UPPDRAG})?{_ATT}",
        rf"\b(?:ge|ger|gav|gett|givit|ges|gavs|lämna|lämnar|lämnade|lämnas)\s+[^.]{{0,60}}?\buppdrag(?:et)?\s+(?:till|"
        rf"åt)\s+(?P<who>.{{2,120}}?){_ATT}",
        rf"\A\W*(?:i\s)?uppdrag\s+(?:ges\s+)?(?:till|åt)\s+(?P<who>.{{2,120}}?){_ATT}",
        rf"\b(?:ge|ger|gav|gett|givit|lämna|lämnar|lämnade)\s+(?P<who>.{{2,120}}?)\s+{_UPPDRAG}{_ATT}",
        r"\bdet\s(?:åligger|åvilar|ankommer\spå|tillfaller|överlåts\s(?:till|åt)|överlämnas\s(?:till|åt)|är\supp\still|"
        rf"blir\supp\still)\s+(?P<who>[^.,]{{2,80}}?){_ATT}",
        rf"\bdet\s(?:blir|är\snu)\s(?P<who>[^.,]{{2,60}}?)s\s(?:uppgift|uppdrag|sak|lott|ansvar){_ATT}",
        r"\buppgiften\s(?:att|med)\s(?P<task>[^.;]{3,120}?)\s(?:åvilar|tillfaller|ligger\s(?:på|hos)|läggs\spå|"
        r"lämnas\still|går\still|tas\sav|övertas\sav)\s(?P<who>[^.,;]{2,80})(?P<with>\b)",
        r"\b(?:tillsätt|tillsatt|utse|utsåg|bilda|inrätta)\w*\s(?:(?:en|den)\s)?(?:\w+\s)?\w*"
        r"(?:grupp|delegation|kommitté)(?:en)?\s(?:med|bestående av|som består av)\s"
        r"(?P<who>[^.;]{2,120}?)(?P<with>),?\s"
        r"(?:för att|som ska|(?:som får i|med|med i) (?:uppdrag|uppgift) att)\s(?P<task>.+)",
        # not what whoever is chosen does at every meeting
        r"\b(?:utse|utser|utsåg)\s+(?P<who>[^.,;]{2,120}?)(?P<with>)\s(?:för\s)?att\s(?P<task>(?!(?:justera|föra|vara|ingå|"
        r"delta|representera|jämte|tillsammans|underteckna|ersätta|företräda|sitta|närvara|leda (?:mötet|sammanträdet|"
        r"förhandlingarna|dagens))\b)(?:[a-zåäö]{2,}a|se|ge|ta|gå|få|be|dra|slå)\b.+)",
    )
)
# NN får i uppdrag att …, NN uppdras att …, NN ansvarar för att …
_GETS = re.compile(
    rf"\s(?:(?:har\s(?:(?:tidigare|redan|nu|också|även)\s)?(?:av\s[^.,]{{2,60}}?\s)?)?(?:får|fick|fått|ges|gavs|"
    rf"getts|har|tilldelas|tilldelats)\s+"
    rf"(?:(?:också|även|nu|därför|(?:den|i|vid|under|på)\s[^.,]{{1,40}}?)\s+)?{_UPPDRAG}{_ATT}"
    r"|(?:uppdras|uppdrogs|åläggs|ålades|bemyndigas|bemyndigades|anförtros|anförtroddes|ombeds|ombads|uppmanas|uppmanades|"
    r"anmodas|anmodades|åtar sig|"
    r"åtog sig|lovar|lovade|ansvarar för|får ansvar(?:et)? för|har ansvar för|(?:är|blev|har blivit)\s"
    r"(?:ombedd|ombett|utsedd|anmodad|vidtalad|tillfrågad|vald)(?:a|t)?(?:\som)?|"
    r"(?:anmäler sig|erbjuder sig|ställer sig|ställer upp|är villig)(?:\s(?:som\s)?"
    r"(?:frivillig|till förfogande))?(?:\s(?:på|för|till))?)\s+att\s+(?P<task2>.+)"
    r"|(?:utses|utsågs)\s(?:för\s)?att\s(?P<task4>(?!(?:justera|föra|vara|ingå|delta|representera|leda|jämte)\b).+)"
    r"|(?:åläggs|ombeds|ombads|uppmanas|anmodas|lovar|lovade)\s+(?P<task3>[a-zåäö]{2,}a\b.+))",
    re.IGNORECASE,
)
# Därmed fick NN i uppdrag att …
_GETS_AFTER = Pattern(rf"\b(?:får|fick|ges|gavs)\s+(?P<who>[^.,]{{2,80}}?)\s+{_UPPDRAG}{_ATT}", re.IGNORECASE)
# tillsammans med NN och MM, tillsammans med kansliet; what follows in small letters goes on with the task
_CAPITALS = r"[A-ZÅÄÖ][\w-]*(?:\s(?:[A-ZÅÄÖ][\w-]*|von|af|de))*"
_TOGETHER = re.compile(
    rf"\b(?:tillsammans|ihop) med\s+(?P<who>{_CAPITALS}(?:(?:,|\soch|\ssamt|\s?/)\s?{_CAPITALS})*|"
    r"[\wåäö-]+(?:et|en|na)\b)"
)
_GIVING = AnyPattern(
    Pattern(
        "uppdra|uppdrog|uppgift|förtroendet|bemyndiga|befullmäktiga|anförtro|ålägg|"
        "ålades|ombe|ombads|uppmana|anmoda|åtar sig|åtog sig|lova|ansvar|utses att|"
        "utsågs att|åligger|åvilar|ankommer|tillfaller|överlåts|upp till|sak att|lott att|utsedd|vidtalad|tillfrågad|"
        "tillsätt|tillsatt|bilda|inrätta|anmäler sig|erbjuder sig|ställer upp|villig|utse|utsåg",
        re.IGNORECASE,
    )
)


# Given by the state, it is none of the meeting's; `NN har i uppdrag att` tells what NN is there for.
_FROM_ABOVE = Pattern(
    r"uppdrag(?:et)?\s(?:av|från)\s(?:regering|staten|riksdag|eu\b|\w+departement|social(?:styrelsen|departement)|skolverket)|"
    r"(?:regeringen|riksdagen|staten)\s(?:ger|gav|har gett|uppdr)"
)
_STANDING = re.compile(r"\shar\s(?!(?:\w+\s)?(?:fått|av)\b)", re.IGNORECASE)


def commissioned(context: Context, text: str) -> Iterator[Given]:
    """`Uppdra åt NN att boka lokal`, `NN får i uppdrag att boka lokal`."""
    if not _GIVING.may_match(text) or _FROM_ABOVE.search(text.lower()):
        return
    for pattern in _GIVEN_TO:
        if (found := pattern.search(text)) and (who := assignees(context, found["who"], surely=True)):
            yield _commission(context, who, found)
            return
    if (found := _GETS_AFTER.search(text)) and (who := assignees(context, found["who"])):
        yield _commission(context, who, found)
        return
    if (found := _GETS.search(text)) and (
        who := last_assignees(context, text[max(0, found.start() - 160) : found.start()])
    ):
        standing = _STANDING.match(found[0]) or (context.document.kind == "composition" and "ansvar" in found[0])
        if standing and not by_a_meeting(text) and due_date(context, text) is None:
            return
        yield _commission(context, who, found)


def _is_near(context: Context, name: str) -> bool:
    """Whether somebody is of those who meet: a person, the staff, a group of theirs; not an organisation."""
    return is_person(context, name) or (name[:1].islower() and kind_of(context, (name,)) in ("office", "group"))


_WHY = re.compile(r"\b(?:för att|så att|som|där)\s")  # what follows is no task


def shared(context: Context, each: Given) -> Given:
    """A task given to those too whom it is to be done with: `förbereder dagen tillsammans med arbetsgruppen`.

    `planera en dag tillsammans med Alby kommun` is given to one.
    """
    together = _TOGETHER.search(each.task)
    if together and _WHY.search(each.task, 0, together.start()):
        return each
    helpers = assignees(context, together["who"]) if together else ()
    if together is None or not helpers or not all(_is_near(context, name) for name in helpers):
        return each
    task = f"{each.task[: together.start()].rstrip(' ,')} {each.task[together.end() :].lstrip(' ,')}".strip()
    who = each.who + tuple(name for name in helpers if name not in each.who)
    return replace(each, who=who, task=task or each.task)


def _commission(context: Context, who: tuple[str, ...], found: re.Match[str]) -> Given:
    """A commission, given to whoever it is said to be done together with too."""
    groups = found.groupdict()
    others = groups.get("with")
    words = task = next(groups[name] for name in ("task", "task2", "task3", "task4") if groups.get(name))
    together = _TOGETHER.search(task)
    helpers = assignees(context, together["who"]) if together else ()
    if together and helpers and not together.start():  # whoever stands before the verb shares the task
        others = together["who"]
        task = f"{task[: together.start()].rstrip(' ,')} {task[together.end() :].lstrip(' ,')}"
    who += tuple(each for each in assignees(context, others or "") if each not in who)
    return Given(
        who, task.strip(" .,;") or words.strip(" .,;"), found.string[found.start() :], "assignments.commission", 0.92
    )


# NN är ansvarig för att kalla: only a person; what an organisation answers for is no task of this meeting.
_RESPONSIBLE = re.compile(
    rf"\A(?P<who>{_CAPITALS}(?:\soch\s{_CAPITALS})?)\s(?:är|blir|utses till|utsågs till)\sansvarig(?:a|t)?"
    r"\sför\s(?:att\s)?(?P<task>.+)"
)


def responsible(context: Context, text: str) -> Iterator[Given]:
    """`Karin blir ansvarig för enkäten`."""
    found = _RESPONSIBLE.match(text)
    who = assignees(context, found["who"]) if found else ()
    if found and who and all(is_person(context, each) for each in who):
        yield Given(who, found["task"].strip(" ."), found["task"], "assignments.responsible", 0.75)


_FOR_COMMENT = Pattern(
    r"\b(?:överlämna(?:r|s|des)?|remittera(?:r|s)?|hänskjut(?:a|er|s)|(?:lämnas?|lämnar|går|skickas?|skickar|bollas?|förs|"
    r"lyfts)(?=[^.;]{0,60}\s(?:vidare|över|frågan|ärendet)\b|\stillbaka|\still))\s(?:[^.;]{2,120}?\s)?till\s+"
    r"(?P<who>[^.;]{2,100}?)\s+för\s+(?P<task>(?:\w+\s){0,2}?(?:yttrande|beredning|handläggning|utredning|hantering|"
    r"åtgärd|genomförande|bearbetning|uppföljning)\b)",
    re.IGNORECASE,
)


def sent_for_comment(context: Context, text: str) -> Iterator[Given]:
    """`Överlämna ärendet till NN för yttrande`: NN has something to do."""
    found = _FOR_COMMENT.search(text)
    if found and (who := assignees(context, found["who"])):
        yield Given(who, found["task"], text[found.end() :], "assignments.for-comment", 0.85)


_BY = re.compile(
    r"\b(?P<should>(?:ska|skall|bör|kommer att)\s(?:[\wåäö-]+\s){0,3}?)?"
    r"(?P<task>[a-zåäö]{2,}s\b(?:\s(?!av\b)[\wåäö-]+){0,4}?)\s+av\s+"
    r"(?P<who>[^.;]{2,120}?)(?=$|[.;,]|\s(?:till|senast|inför|under|innan|vid|på|före|i)\s)"
)
_DECIDED = re.compile(
    r"beslut|antas|finns\b|leds\b|drivs\b|godkänn|fastställ|underteckn|skrivas? under|bekostas|finansieras|betalas|"
    r"ägas|förvaltas|utföras|stödjas|stöds",
    re.IGNORECASE,
)


def passive_by(context: Context, text: str) -> Iterator[Given]:
    """`Svaret ska förberedas gemensamt av A och B`, `Ett förslag tas fram av NN`, `Lokal bokas av Per`."""
    found = _BY.search(text) if "s av " in text or " av " in text else None
    if found is None or _DECIDED.search(found["task"]) or text.startswith("Frågor "):
        return
    active = active_of(found["task"])
    if not found["should"] and (active is None or HABIT.search(text)):
        return  # `drivs av kommunerna till årsskiftet` tells how things are
    who = assignees(context, found["who"])
    kind = kind_of(context, who)
    task = _in_the_active(text[: found.start()].rpartition(". ")[2].strip(), found["task"], active)
    by = by_a_meeting(text) or due_date(context, text) is not None
    if context.document.kind != "minutes":  # pages and news tell what everybody does
        if who and kind != "own" and (by or by_a_season(text)):
            yield Given(who, task, text, "assignments.passive", 0.65)
        return
    free = kind in ("person", "office") or (kind == "group" and active not in STANDING)
    if who and (found["should"] or free or (by and kind in ("group", "place"))):
        yield Given(who, task, text[found.start() :], "assignments.passive", 0.7)


def _in_the_active(thing: str, verb: str, active: str | None) -> str:
    """A task said in the passive as a commission has it: `se över avtalet` for `Avtalet ses över`."""
    if active is None or not 0 < len(thing.split()) <= _LONGEST_THING or "," in thing:
        return verb
    particles = verb.partition(" ")[2]
    small = thing[0].lower() + thing[1:] if not thing[1:2].isupper() else thing
    return " ".join(filter(None, (infinitive(active), particles, small)))


_LONGEST_THING = 6  # words


_BRACKETS = Pattern(r"\((?:delvis\s)?uppdrag till (?P<who>[^()]{2,60})\)")
_BEFORE_BRACKETS = re.compile(r"[A-ZÅÄÖ][^.()]{2,60}\Z")


def in_brackets(context: Context, text: str) -> Iterator[Given]:
    """`Gemensam upphandling (uppdrag till NN)`."""
    for found in _BRACKETS.finditer(text):
        task = _BEFORE_BRACKETS.search(text[max(0, found.start() - 62) : found.start()])
        if task and (who := assignees(context, found["who"])):
            yield Given(who, task[0].strip(), found[0], "assignments.in-brackets", 0.8)
