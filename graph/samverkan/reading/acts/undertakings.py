"""What somebody takes on or is to do, without the word commission: `NN återkommer med …`, `Till nästa möte tar NN fram
…`, `NN ska enligt planen skriva …`, `NN får föra frågan vidare`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samverkan.reading.acts.assignees import (
    assignees,
    is_assignee,
    is_outsider,
    last_assignees,
    leading_assignees,
)
from samverkan.reading.acts.commissions import Given
from samverkan.reading.acts.duedates import due_date
from samverkan.reading.acts.kinds import kind_of
from samverkan.reading.acts.taken import has_day, is_due, is_taken
from samverkan.reading.acts.task_verbs import MAY_SAY, doings, infinitive, is_never, is_work, sort_of
from samverkan.reading.acts.task_words import HABIT
from samverkan.reading.context import Context
from samverkan.reading.patterns import Pattern

_INFINITIVE = (
    r"(?!(?:nästa|första|sista|andra|tredje|alla|båda|egna|detta|denna|dessa|samma|hela|våra|sina|nya|bra|extra|"
    r"samtliga|övriga|enda|berörda|lokala|politiska|gemensamma)\b)"
    r"(?:[a-zåäö]{2,}a|(?:ut)?se|ge|ta|gå|få|be|dra|slå|ha (?=\w+(?:at|it|tt|gjort)\b))\b"
)
# What may stand between `ska` and the verb: `även`, `till nästa möte`, `enligt planen`, `så snart som möjligt`.
_SIMPLE = (
    r"även|också|därför|nu|sedan|därefter|snarast|gemensamt|omgående|skyndsamt|vidare|fortsatt|åter|först|själva|"
    r"dessutom|istället|i stället|då|tillsammans|så (?:snart|fort|långt) som möjligt|i första hand|härefter"
)
_PREPOSITIONS = (
    r"till|inför|före|innan|senast|efter|under|vid|i|enligt|för|från|på|utifrån|utöver|inom|med|genom|utan|utanför"
)
_BETWEEN = rf"(?:(?:(?:{_SIMPLE})|,?\s?(?:{_PREPOSITIONS})\s(?:[^\s.;]+\s){{0,6}}?[^\s.;]+?),?\s){{0,3}}?"
_WILL = Pattern(
    rf"\b(?:ska|skall|kommer att|bör)\s+(?:gemensamt\s)?(?:(?:tillsammans|ihop) med\s(?P<with>[^.,;]{{2,60}}?),?\s)?"
    rf"(?P<between>{_BETWEEN})(?P<task>{_INFINITIVE}.*)"
)
# Inför mötet ska NN ta fram ett förslag
_WILL_AFTER = Pattern(rf"\b(?:ska|skall|kommer)\s+(?P<who>[^.,;]{{2,60}}?)\s+(?:att\s)?(?P<task>{_INFINITIVE}[^.;]*)")
# Gruppen ska vara klar med planen till den 1 mars
_READY = Pattern(
    r"\s(?:ska|skall|räknar med att|lovar att|hoppas)\s(?:(?:vara|bli)\s(?:klar|färdig)(?:a|t)?\smed\s"
    r"(?P<task>[^.;]{3,200})|ha\s(?P<thing>[^.;]{3,120}?)\s(?:klar|färdig)(?:a|t)?\s(?:till|före|innan|inför|senast|i)\b)"
)
_MAY = Pattern(
    r"\bfår\s+(?:då\s|nu\s|därför\s|även\s|också\s)?(?P<task>(?:föra (?:frågan|den|detta|det)|ta (?:med|fram|"
    r"upp|över|tillbaka)|återkomma|"
    r"undersöka|se över|utreda|arbeta vidare|jobba vidare|gå vidare)\b.*)"
)
_CONDITION = re.compile(
    r"(?:\A|,\s)(?:[Oo]m|[Nn]är)\b|\b(?:hur|huruvida|enligt|vill|undrar|vem|vilka?)\b|"
    r"\b(?:är|innebär|anger|säger|betyder|kräver)\satt\b"
)
# What somebody only says is to be done.
_SAID = re.compile(
    r"\b(?:berätta|informera|mena|anse|ansåg|föresl|påpeka|säg|sade\b|lyft|tyck|önska|framför|efterlys|undra|"
    r"skriv|står\b|"
    r"vill\b|behöv)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:lag(?:en|ar|arna)?|\w+lagen|direktiv\w*|krav(?:et|en)?|föreskrift\w*|"
    r"enligt (?!plan|överenskomm|beslut|tidplan|uppdrag))\b",
    re.IGNORECASE,
)


def will_do(context: Context, text: str) -> Iterator[Given]:
    """`NN ska ta fram ett förslag`, `NN ska till nästa möte diskutera …`, `NN får föra frågan vidare`."""
    if text.endswith("?"):
        return
    if (ready := _READY.search(text)) and (who := last_assignees(context, text[: ready.start()])):
        if not _SAID.search(text, 0, ready.start()) and is_due(context, text, ready.start(), kind_of(context, who)):
            yield _given(who, ready["task"] or ready["thing"], text[ready.start() :], "assignments.will-do", 0.7)
        return
    found = _WILL_AFTER.search(text, 0, 400)
    if found and not _SAID.search(text, 0, found.start()) and (who := assignees(context, found["who"])):
        if is_work(found["task"]) and kind_of(context, who) != "other":
            yield _given(who, found["task"], text[found.start() :], "assignments.will-do", 0.7)
        return
    found = _WILL.search(text)
    if found and is_never(found["task"]):
        found = None
    found = found or _MAY.search(text)
    if found is None or found.start() > 120 or _CONDITION.search(text, 0, found.start()):
        return
    before = text[: found.start()]
    who = () if _SAID.search(before) else _subject_of_will(context, before)
    if not who:
        return
    kind = kind_of(context, who)
    work = is_work(found["task"])
    if context.document.kind == "composition" and (kind == "own" or due_date(context, text) is None):
        return
    if context.document.kind == "news" and kind not in ("person", "group") and not is_due(context, text, 0, "office"):
        return  # `Bolaget ska planera trafiken` tells what it is there for
    advised = found[0].startswith("bör") and kind in ("place", "other")  # `Regionen bör dela sina siffror`
    if (not work or advised) and (kind == "own" or found[0].startswith("kommer") or not is_due(context, text, 0, kind)):
        return
    if kind == "other" and is_outsider(context, who) and not is_due(context, text, 0, kind):
        return
    if kind in ("own", "other", "place") and _LAW.search(text) and not work:
        return
    also = found.groupdict().get("with")
    who += tuple(each for each in assignees(context, also or "") if each not in who)
    yield _given(who, found["task"], text[found.start() :], "assignments.will-do", 0.7)


def _subject_of_will(context: Context, before: str) -> tuple[str, ...]:
    # `NN bereder åt rådet och får …`: the subject stands first
    ways = (leading_assignees, last_assignees)
    first, second = ways if before.rstrip().endswith(" och") else ways[::-1]
    return first(context, before) or second(context, before)


_TOLD = re.compile(
    r"\b(?:att|som|om|när|vilket|där|har|hade|var|föreslår|menar|anser|berättar|informerar)\b", re.IGNORECASE
)
_MAIN_CLAUSE = re.compile(r"\A.*,\s(?:men|medan|så)\s")
_BETWEEN_SUBJECT = re.compile(
    r"(?<=\S)\s(?:senast|till|inför|vid|under|före|innan|efter|snarast|därefter|skyndsamt|även|också|nu|"
    r"i samråd med)\b[^,;]*\Z"
)
# A word behind these is no verb: `gruppen för vägar`
_JOINT = re.compile(r"(?:\b(?:och|samt|eller|för|i|inom|med|om|till|av|på|från|kring|mot|vid)|[-,])\Z")
_FARTHEST = 120  # characters before the verb


_SMALL_WORD = re.compile(r"[a-zåäö]+")


def takes_on(context: Context, text: str, decided: bool = False) -> Iterator[Given]:
    """`NN återkommer med underlag`, `NN provar verktyget till nästa möte`, `Därefter slutför NN arbetet`.

    `decided` tells that the sentence was a decision: then any such verb is somebody's task.
    """
    if not any(map(MAY_SAY.__getitem__, _SMALL_WORD.findall(text, 0, 2 * _FARTHEST))):
        return
    if text.endswith("?") or HABIT.search(text):
        return
    for doing in doings(text, 0, min(_FARTHEST, len(text))):
        before = _MAIN_CLAUSE.sub("", text[: doing.start]).rstrip()
        between = _BETWEEN_SUBJECT.search(before) if decided else None
        if between and (who := last_assignees(context, before[: between.start()])):
            # `att kansliet senast i maj redovisar en plan`
            told = _told(who, text[doing.start :])
            yield Given(told.who, told.task, f"{between[0]} {told.words}", told.rule, told.confidence)
            return
        if (
            before
            and not _JOINT.search(before)
            and not _TOLD.search(before)
            and (is_assignee(context, before.split(",")[0]) or assignees(context, before, opens=True))
            and (who := last_assignees(context, before))
            and is_taken(context, text, doing.end, doing.verb, doing.sort, who, decided)
        ):
            yield _told(who, text[doing.start :])
            return
    yield from _goes_on(context, text)
    yield from _inverted(context, text)
    yield from _relative(context, text)


_COORDINATED = re.compile(r"\b(?:och|samt)\s(?=(?P<verb>[a-zåäö]+))")


def _goes_on(context: Context, text: str) -> Iterator[Given]:
    """`Karin tackar och återkommer med ett datum`, `FoU Ån följer arbetet och lämnar en rapport i maj`."""
    for found in _COORDINATED.finditer(text, 0, _FARTHEST):
        sort = sort_of(found["verb"], text, found.end("verb"))
        if sort not in ("promise", "work") or not (who := _first_subject(context, text, found.start())):
            continue
        due = due_date(context, text[found.end() :]) is not None
        kind = kind_of(context, who)
        told = sort == "promise" and context.document.kind == "minutes" and (kind != "other" or due)
        if told or (due and kind in ("person", "office", "group", "place")):
            yield _told(who, text[found.end() :])
            return


def _first_subject(context: Context, text: str, end: int) -> tuple[str, ...]:
    """Whoever the sentence opens with, before its first verb."""
    if who := leading_assignees(context, text[:end]):
        return who
    first = next(_LOWER.finditer(text, 0, end), None)
    return assignees(context, text[: first.start()], opens=True) if first else ()


_WHO = re.compile(
    r"\b(?:till|av|hos|åt)\s(?P<who>[^.,;:]{2,80}?),?\ssom\s(?:sedan\s|därefter\s|då\s)?(?=(?P<verb>[a-zåäö]+))"
)
_ANSWERING = frozenset(("svarar", "ansvarar", "får"))


def _relative(context: Context, text: str) -> Iterator[Given]:
    """`Synpunkter lämnas till Karin och Per, som skriver ihop ett svar till den 3 maj`."""
    if context.document.kind != "minutes" or " som " not in text:
        return
    for found in _WHO.finditer(text, 0, 2 * _FARTHEST):
        sort = sort_of(found["verb"], text, found.end("verb"))
        if sort not in ("promise", "work") or found["verb"] in _ANSWERING:
            continue
        who = assignees(context, found["who"])
        kind = kind_of(context, who)
        firm = sort == "promise" and kind in ("person", "office")
        if who and kind != "own" and (firm or is_due(context, text, found.end(), kind)):
            yield _told(who, text[found.end() :])
            return


# What opens a sentence before its verb: `Till nästa möte`, `Därefter`, `Under våren`.
_OPENING = re.compile(
    r"(?:(?:Till|Inför|Vid|På|Före|Innan|Under|Efter|Senast|I|Som|Med|För)\s[^.;:]{2,60}|Därefter|Sedan|Nu|Vidare|"
    r"Dessutom|Därför|Samtidigt|Härefter|Parallellt|Avslutningsvis|Snarast|Sammanfattningsvis|Då)\Z"
)
_OBJECT = re.compile(r"(?:[A-ZÅÄÖ][\wåäö-]+|Det|Den|Detta)(?:\s[\wåäö-]+){0,4}\Z")
_NAME = r"[A-ZÅÄÖ][\w-]*(?:\s(?:[A-ZÅÄÖ][\w-]*|von|af|de)){0,3}"
_SUBJECT = re.compile(
    rf"\s(?:(?:nu|då|också|även)\s)?(?P<who>(?:{_NAME}|(?:vice |biträdande )?[a-zåäö-]+(?:en|et|erna|na|orn|ledning)|"
    rf"(?:respektive|varje)\s\w+)(?:\soch\s(?:{_NAME}|(?:vice )?[a-zåäö-]+(?:en|et|erna|na|orn)))?)(?=\s|[.,]|\Z)"
)
_LOWER = re.compile(r"(?<=\s)[a-zåäö]{3,}(?=\s)")


def _inverted(context: Context, text: str) -> Iterator[Given]:
    """`Till nästa möte tar NN fram ett förslag`, `Därefter slutför NN arbetet`, `Frågan tar NN med sig`."""
    for verb in _LOWER.finditer(text, 0, _FARTHEST):
        subject = _SUBJECT.match(text, verb.end()) if MAY_SAY[verb[0]] else None
        if subject is None:
            continue
        rest = text[subject.end("who") :]
        sort = sort_of(verb[0], verb[0] + rest, len(verb[0]))
        before = text[: verb.start()].rstrip()
        if sort is None or _TOLD.search(before):
            continue
        opens = _OPENING.match(before) is not None
        if not opens and (sort not in ("promise", "work") or not _OBJECT.match(before)):
            return
        who = assignees(context, subject["who"])
        if not who or kind_of(context, who) not in ("person", "office", "group", "place"):
            continue
        if opens and is_taken(context, f"{rest} {before}", 0, verb[0], sort, who):
            words = f"{before} {verb[0]}{rest}" if has_day(context, before) else verb[0] + rest
            yield replace(_told(who, verb[0] + rest), words=words)
        elif not opens and context.document.kind == "minutes" and kind_of(context, who) in ("person", "office"):
            thing = "" if rest.strip(" .") and not rest.lstrip().startswith(("till", "senast", "inför")) else before
            yield _told(who, f"{verb[0]} {thing.lower()}{rest}".replace("  ", " "))
        return


def _told(who: Sequence[str], words: str) -> Given:
    """A task told in the present tense."""
    task = words.strip(" .")
    return Given(tuple(who), infinitive(task), task, "assignments.takes-on", 0.65)


def _given(who: Sequence[str], task: str, words: str, rule: str, confidence: float) -> Given:
    return Given(tuple(who), task.strip(" ."), words, rule, confidence)
