"""What somebody takes on or is to do, without the word commission: `NN återkommer med …`, `Till nästa möte tar NN fram
…`, `NN ska enligt planen skriva …`, `NN får föra frågan vidare`.
"""

import re
from collections.abc import Iterator, Sequence

from samverkan.reading.acts.assignees import (
    assignees,
    is_assignee,
    is_outsider,
    last_assignees,
    leading_assignees,
)
from samverkan.reading.acts.commissions import Given
from samverkan.reading.acts.duedates import by_a_meeting, by_a_season, due_date
from samverkan.reading.acts.kinds import Kind, kind_of
from samverkan.reading.acts.task_verbs import MAY_SAY, Sort, doings, infinitive, is_never, is_work, sort_of
from samverkan.reading.acts.task_words import HABIT, STANDING
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
    if context.document.kind == "news" and kind not in ("person", "group") and not _is_due(context, text, 0, kind):
        return  # `Bolaget ska planera trafiken` tells what it is there for
    if not work and (kind == "own" or found[0].startswith("kommer") or not _is_due(context, text, 0, kind)):
        return
    if kind == "other" and is_outsider(context, who) and not _is_due(context, text, 0, kind):
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
_JOINT = re.compile(r"(?:\b(?:och|samt|eller)|[-,])\Z")
_FARTHEST = 120  # characters before the verb


_SMALL_WORD = re.compile(r"[a-zåäö]+")


def takes_on(context: Context, text: str, decided: bool = False) -> Iterator[Given]:
    """`NN återkommer med underlag`, `NN provar verktyget till nästa möte`, `Därefter slutför NN arbetet`.

    `decided` tells that the sentence was a decision: then any such verb is somebody's task.
    """
    if not any(map(MAY_SAY.__getitem__, _SMALL_WORD.findall(text, 0, _FARTHEST))):
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
            and _is_taken(context, text, doing.end, doing.verb, doing.sort, who, decided)
        ):
            yield _told(who, text[doing.start :])
            return
    yield from _goes_on(context, text)
    yield from _inverted(context, text)


def _is_taken(
    context: Context, text: str, after: int, verb: str, sort: Sort, who: Sequence[str], decided: bool = False
) -> bool:
    """Whether what those named do is a task, by the verb, by who they are and by the day that is given."""
    kind = kind_of(context, who)
    if context.document.kind != "minutes":  # news and pages tell what everybody does
        told = sort != "open" and kind in ("office", "group")
        return told and due_date(context, f"{verb}{text[after:]}") is not None
    clause = f"{verb} {_CLAUSE.split(text[after:], maxsplit=1)[0].lstrip()}"
    if decided:
        return True
    if sort == "promise":
        firm = verb in _FIRM and not clause.startswith("tar fram")
        return firm or not is_outsider(context, who) or _is_due(context, clause, 0, kind)
    if kind in ("own", "other"):
        return False
    if sort == "work" and (kind in ("person", "office") or (kind == "group" and verb not in STANDING)):
        return True
    if verb in _SENDS and kind == "place":
        return True
    if sort == "report":  # `informerar inför nästa möte` does so now
        clause, kind = clause.partition(" inför ")[0], "other"
    return not is_outsider(context, who) and _is_due(context, clause, 0, kind)


# What even somebody who is not at the table does for the meeting.
_FIRM = frozenset(
    ["tar", "får", "återkommer", "återkopplar", "återrapporterar", "skickar", "kallar", "bjuder", "svarar"]
)
_SENDS = frozenset(("utser", "nominerar"))  # a member that sends somebody
# What a verb in the present tense says of ends here; the day of another clause is not its own.
_CLAUSE = re.compile(r",?\s(?:som|vilket|vilka|där|eftersom|medan)\s")
_LASTS = re.compile(r"\b(?:till och med|från och med|t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|remiss)\b", re.IGNORECASE)


def _is_due(context: Context, text: str, after: int, kind: Kind) -> bool:
    """Whether words give a meeting or a day to come; of persons, staff and groups a season is enough."""
    if by_a_meeting(text, after):
        return True
    if _LASTS.search(text, after):
        return False
    return due_date(context, text[after:]) is not None or (
        kind in ("person", "office", "group") and by_a_season(text, after)
    )


_COORDINATED = re.compile(r"\b(?:och|samt)\s(?=(?P<verb>[a-zåäö]+))")


def _goes_on(context: Context, text: str) -> Iterator[Given]:
    """`Karin tackar och återkommer med ett datum`, `FoU Ån följer arbetet och lämnar en rapport i maj`."""
    for found in _COORDINATED.finditer(text, 0, _FARTHEST):
        sort = sort_of(found["verb"], text, found.end("verb"))
        if sort not in ("promise", "work") or not (who := _first_subject(context, text, found.start())):
            continue
        due = due_date(context, text[found.end() :]) is not None
        if (sort == "promise" and context.document.kind == "minutes") or (
            due and kind_of(context, who) in ("person", "office", "group", "place")
        ):
            yield _told(who, text[found.end() :])
            return


def _first_subject(context: Context, text: str, end: int) -> tuple[str, ...]:
    """Whoever the sentence opens with, before its first verb."""
    if who := leading_assignees(context, text[:end]):
        return who
    first = next(_LOWER.finditer(text, 0, end), None)
    return assignees(context, text[: first.start()], opens=True) if first else ()


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
        if opens and _is_taken(context, text, 0, verb[0], sort, who):
            yield _told(who, verb[0] + rest)
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
