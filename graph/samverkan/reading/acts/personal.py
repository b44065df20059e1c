"""What those at the table are asked to do or do themselves: `Karin samlar synpunkterna`, `Vi ber Per att boka
lokal`.
"""

import re
from collections.abc import Iterator

from samverkan.reading.acts.assignees import assignees, last_assignees
from samverkan.reading.acts.commissions import Given
from samverkan.reading.acts.duedates import by_a_meeting, due_date
from samverkan.reading.acts.kinds import kind_of
from samverkan.reading.acts.task_verbs import infinitive, sort_of
from samverkan.reading.context import Context
from samverkan.reading.patterns import AnyPattern, Pattern

_NAME = r"[A-ZÅÄÖ][\w-]*(?:\s(?:[A-ZÅÄÖ][\w-]*|von|af|de)){0,3}"
_SUBJECT = rf"(?P<who>{_NAME}(?:(?:,\s|\soch\s|\ssamt\s|\s?/\s?|\s&\s){_NAME}){{0,4}})(?:\s\([^()]{{2,40}}\))?"
_DOES = re.compile(
    rf"(?:\b[Dd]et (?:blir|är)\s|\A|(?<=[,;:]\s)|\b(?:att|och|medan)\s){_SUBJECT},?\s"
    r"(?:som\s)?(?=(?P<verb>[a-zåäö]+)\b)"
)
# `Anna ska prova verktyget`, `Anna får ta det vidare`: what somebody will be or leave is no task
_WILL = Pattern(
    rf"(?:\A|(?<=[,;:]\s)|\b(?:att|och|medan)\s){_SUBJECT}\s(?:ska|skall|får)(?:,\s|\s)(?:då\s|nu\s|också\s|även\s|"
    rf"sedan\s)?"
    r"(?:till nästa \w+\s)?(?:(?:tillsammans|ihop) med\s(?P<with>[^.,;]{2,60}?),?\s)?"
    r"(?P<verb>(?!(?:börja|sluta|lämna sitt|delta|vara|ha|bli|kunna|arbeta|leda|byta|tillträda|ersätta|gå i|få|"
    r"föreläsa|berätta|inleda|fylla|flytta|veta|ingå|representera|närvara|sitta|justera)\b)(?:[a-zåäö]{2,}a|se|ge|ta|gå|be|"
    r"dra|slå)\b)"
)
_CUSTOM = Pattern(
    r"\b(?:varje (?:år|månad|vecka|dag)|årligen|alltid|ofta|oftast|normalt|vanligen|brukar|redan|sedan|idag|"
    r"i dag|dagligen|just nu)\b"
)
_FARTHEST = 200  # characters before which the subject stands
_TOLD = re.compile(r"\b(?:menar|anser|föreslår|berättar|informerar|säger|undrar|tycker|önskar|vill|hoppas|om|hur)\b")


def at_the_table(context: Context, text: str) -> Iterator[Given]:
    """`Karin samlar synpunkterna`, `Anna ska prova verktyget`: what persons of the meeting do or will do."""
    if not context.persons or context.document.kind != "minutes" or text.endswith("?") or _CUSTOM.search(text):
        return
    told = _TOLD.search(text)
    limit = min(len(text), _FARTHEST, told.start() if told else _FARTHEST)
    for pattern in (_DOES, _WILL):
        heard = [
            (found, who)
            for found in pattern.finditer(text, 0, limit)
            if not _LISTED.search(text, 0, found.start("who"))
            and (pattern is _WILL or sort_of(found["verb"], text, found.end("verb")) in ("promise", "work"))
            and (who := _persons(context, found["who"]))
        ]
        ends = [found.start() for found, _ in heard[1:]] + [len(text)]
        for (found, who), end in zip(heard, ends, strict=False):
            also = found.groupdict().get("with") or ""
            task = _JOINT.sub("", text[found.start("verb") : end])
            who += tuple(each for each in assignees(context, also) if each not in who)
            yield Given(who, infinitive(task.strip(" .,;")), task, "assignments.at-the-table", 0.7)
        if heard:
            return


_LISTED = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\soch|,)\s\Z")  # `A, B och C ska …` are three
_JOINT = re.compile(r"(?:,|\soch|\smedan)\s*\Z")


def _persons(context: Context, words: str) -> tuple[str, ...]:
    """Those named, where all are persons of the meeting, by their full names; empty otherwise."""
    who = assignees(context, words)
    return who if set(who) <= set(context.persons) else ()


_WE = (
    r"(?i:vi|man|mötet|\b[\w-]*(?:gruppen|rådet|styrelsen|nämnden|nätverket|utskottet|forumet|beredningen|"
    r"ordföranden|direktionen))"
)
_ASKS = Pattern(
    rf"(?:\A|\s){_WE}\s(?:ber|bad|ombeder|ombad|anmodar|anmodade|uppmanar|uppmanade|önskar|vill)\s"
    r"(?P<who>[^.,;]{2,80}?)\s(?:om )?att\s(?P<task>.+)"
)
# `Mötet bad Karin kontrollera avtalet`
_ASKS_TO = Pattern(
    rf"(?:\A|\s){_WE}\s(?:ber|bad|ombeder|ombad|uppmanar|uppmanade)\s"
    r"(?P<who>(?!om\b)[^.,;]{2,60}?)\s(?P<task>(?!att\b)(?:[a-zåäö]{3,}a|se|ge|ta|be)\s[^.;]{3,200})"
)
_COMMISSION_TO = Pattern(
    r"\b[Uu]ppdrag(?:et)?\s(?:att\s(?P<task>[^.;]{3,200}?)\s)?(?:ges|gavs|går|gick|lämnas|lämnades|tilldelas|"
    r"tilldelades|"
    r"tillfaller|tillföll|läggs på|lades på)\s(?:nu\s)?(?:till\s|"
    r"åt\s)?(?P<who>[^.,;]{2,80}?)(?:\s(?:för\s)?att\s(?P<task2>.+)|[.\s]*\Z)"
)
_TAKES_UPON = Pattern(
    r"\s(?:(?:har|tog|tar)\s(?:åtagit sig|lovat|erbjudit sig|tagit på sig|på sig)|erbjuder sig|erbjöd sig|"
    r"åtar sig|åtog sig)\s(?:att\s)?(?P<task>.+)"
)
_GROUP = Pattern(
    r"\A(?:Som\s)?(?P<who>[A-ZÅÄÖ][^.;]{2,120}?)\s(?:bildar|utgör|ingår i)\s(?:en|ett|den|det)\s[\wåäö -]{3,50}?,?\s"
    r"(?:som\s(?:ska|skall|får i uppdrag att|har i uppdrag att|tar|ser)\s|med (?:i )?uppdrag(?:et)? att\s|för att\s)"
    r"(?P<task>.+)"
)
_RESTS = Pattern(
    r"\bansvar(?:et)?\s(?:för|att)\s(?P<task>[^.;]{3,100}?)\s(?:läggs på|lades på|övertas av|övertogs av|tas av|"
    r"ges till|gavs till|går till|faller på|lämnas till|överlåts (?:till|åt))\s(?P<who>[^.,;]{2,80})",
    re.IGNORECASE,
)
_ANSWERS_FOR = Pattern(
    r"\A(?:Huvuda|A)nsvarig(?:a)?\sför\s(?:att\s)?(?P<task>[^.:;]{3,120}?)\s(?:är|blir|utses|"
    r"utsågs)\s(?P<who>[^.;]{2,80})[.\s]*\Z"
)


_ASKING = AnyPattern(_ASKS, _ASKS_TO, _COMMISSION_TO, _ANSWERS_FOR, _GROUP, _RESTS, _TAKES_UPON)


def asked(context: Context, text: str) -> Iterator[Given]:
    """`Vi ber Per att boka lokal`, `Uppdraget att skriva gick till NN`, `Ansvarig för enkäten är NN`."""
    if not _ASKING.may_match(text):
        return
    for pattern in (_ASKS, _ASKS_TO, _COMMISSION_TO, _ANSWERS_FOR, _GROUP, _RESTS):
        found = pattern.search(text)
        if found and (who := assignees(context, found["who"])):
            groups = found.groupdict()
            task = groups.get("task") or groups.get("task2")
            office = pattern is _RESTS and kind_of(context, who) in ("office", "group")
            if task and (pattern not in (_ANSWERS_FOR, _GROUP, _RESTS) or office or set(who) <= set(context.persons)):
                yield Given(who, task.strip(" .,;"), text[found.start() :], "assignments.asked", 0.8)
                return
    if (found := _TAKES_UPON.search(text, 0, _FARTHEST * 2)) and (
        who := last_assignees(context, text[max(0, found.start() - 120) : found.start()])
    ):
        if kind_of(context, who) in ("other", "place") and not by_a_meeting(text) and due_date(context, text) is None:
            return  # `Regionen har lovat en rutin` tells
        yield Given(who, found["task"].strip(" ."), found["task"], "assignments.takes-upon", 0.75)


_LABEL = re.compile(
    rf"(?:[-–•*=>→@]+\s*)?(?P<who>{_NAME}(?:(?:,\s|\soch\s|\s?/\s?){_NAME}){{0,3}})(?:\s?:|\s[–-])\s"
    r"(?P<task>(?!alla\b|andra\b|båda\b|bra\b|nya\b|egna\b|stora\b|flera\b|inga\b)(?:[A-ZÅÄÖ]?[a-zåäö]+a|[Ss]e|"
    r"[Gg]e|[Tt]a|[Gg]å)\b\s\S.{4,})"
)


_LABEL_DOES = re.compile(
    rf"(?:[-–•*=>→@]+\s*)?(?P<who>{_NAME}(?:(?:,\s|\soch\s|\s?/\s?){_NAME}){{0,3}})(?:\s?:|\s[–-])\s"
    r"(?P<task>(?P<verb>[a-zåäö]+(?:r|s))\b.{3,})"
)


def labelled(context: Context, text: str) -> Iterator[Given]:
    """`Per: ta kontakt med skolan`, `Karin – boka lokal`: a person's name as a label, and what is to be done."""
    found = _LABEL.fullmatch(text)
    if found and (who := _persons(context, found["who"])):
        yield Given(who, found["task"].strip(" ."), found["task"], "assignments.labelled", 0.75)
        return
    found = _LABEL_DOES.fullmatch(text)
    works = found is not None and sort_of(found["verb"], text, found.end("verb")) in ("promise", "work")
    if found and works and (who := _persons(context, found["who"])):
        yield Given(who, infinitive(found["task"].strip(" .")), found["task"], "assignments.labelled", 0.75)
