"""What those at the table are asked to do or do themselves: `Karin samlar synpunkterna`, `Vi ber Per att boka
lokal`.
"""

import re
from collections.abc import Iterator

from samverkan.reading.acts.assignees import assignees, last_assignees
from samverkan.reading.acts.commissions import Given
from samverkan.reading.acts.undertakings import infinitive
from samverkan.reading.context import Context

# What is a task whenever one person at the table does it; how somebody speaks or what goes on for years is none.
_PRESENT = (
    r"samordnar|kontaktar|undersöker|samlar(?: in| ihop)?|sammanställer|sammanfattar(?= .*\b(?:till|inför|"
    r"senast)\b)|justerar|kompletterar|"
    r"reviderar|uppdaterar|formulerar|renskriver|utformar|kontrollerar|kollar(?: upp| med)?|inventerar|"
    r"tar (?:upp (?:frågan|ärendet|saken|detta|det|förslaget|punkten) (?:i|med|på|vid|till)|över (?:frågan|"
    r"ansvaret|arbetet|uppgiften)|"
    r"ansvar|ställning|en (?:första )?kontakt|höjd|emot|kontakt|fram|med|reda|hand om|på sig)|"
    r"lägger (?:in|ut|upp|till)|hör (?:av sig|med|sig för)|ringer|mejlar|mailar|skickar|skriver(?: ihop| ned| om|"
    r" en| ett)|"
    r"delar (?:sin|sitt|sina|dokumentet|länken|presentationen|underlaget|mallen|filen)|"
    r"bjuder in|bokar|beställer|publicerar|sprider|distribuerar|"
    r"räknar på|ordnar|fixar|arrangerar|ombesörjer|förankrar|ansöker|söker (?:medel|pengar|bidrag|upp)|"
    r"läser (?:in sig|igenom)|gör (?:en|ett|klart|i ordning)|sätter (?:ihop|samman|upp)|stämmer av|ser (?:över|till)|"
    r"följer upp|för (?:frågan|detta|det) vidare|tar med|översätter|rekryterar|utreder|"
    r"upprättar|påbörjar|färdigställer|återkopplar|återkommer|meddelar (?:datum|tid|kansliet)"
)
_NAME = r"[A-ZÅÄÖ][\w-]*(?:\s(?:[A-ZÅÄÖ][\w-]*|von|af|de)){0,3}"
_SUBJECT = rf"(?P<who>{_NAME}(?:(?:,\s|\soch\s|\ssamt\s|\s?/\s?|\s&\s){_NAME}){{0,4}})(?:\s\([^()]{{2,40}}\))?"
_DOES = re.compile(
    rf"(?:\A|(?<=[,;:]\s)|\b(?:att|och|medan)\s|\b[Dd]et (?:blir|"
    rf"är)\s){_SUBJECT},?\s(?:som\s)?(?P<task>(?:{_PRESENT})\b.*)"
)
# `Vid nästa möte redovisar Per läget`, `Utskicket ombesörjer Karin`
_THEN = re.compile(
    r"\A(?:Till|Vid|Inför|På|Före|Under)\s(?:nästa|kommande)\s[\w-]+(?:\s[\w-]+){0,3}?\s(?P<verb>(?!deltar|kommer|"
    r"har|får)[a-zåäö]{2,}(?:ar|er|år))\s"
    rf"(?P<who>{_NAME}(?:\soch\s{_NAME})?)\s(?P<rest>.+)"
)
_DOES_IT = re.compile(
    r"\A[A-ZÅÄÖ][\w-]+(?:et|en|na|n)\s(?P<verb>ombesörjer|ordnar|sköter|skickar|skriver|bokar|tar|gör|"
    r"sammanställer|samordnar|fixar)\s"
    rf"(?P<who>{_NAME}(?:\soch\s{_NAME})?)(?P<rest>)(?:\s(?:till|senast|inför)\s.*)?\.?\Z"
)
# `Anna ska prova verktyget`, `Anna får ta det vidare`: what somebody will be or leave is no task
_WILL = re.compile(
    rf"(?:\A|(?<=[,;:]\s)|\b(?:att|och|medan)\s){_SUBJECT}\s(?:ska|skall|får)(?:,\s|\s)(?:då\s|nu\s|också\s|även\s|"
    rf"sedan\s)?"
    r"(?:till nästa \w+\s)?(?:(?:tillsammans|ihop) med\s(?P<with>[^.,;]{2,60}?),?\s)?"
    r"(?P<task>(?!(?:börja|sluta|lämna sitt|delta|vara|ha|bli|kunna|arbeta|leda|byta|tillträda|ersätta|gå i|få|"
    r"föreläsa|berätta|inleda|fylla|flytta|veta|ingå|representera|närvara|sitta)\b)(?:[a-zåäö]{2,}a|se|ge|ta|gå|be|"
    r"dra|slå)\b.*)"
)
_CUSTOM = re.compile(
    r"\b(?:varje (?:år|månad|vecka|dag)|årligen|alltid|ofta|oftast|normalt|vanligen|brukar|redan|sedan|idag|"
    r"i dag|dagligen|just nu)\b"
)
_FARTHEST = 200  # characters before which the subject stands
_TOLD = re.compile(r"\b(?:menar|anser|föreslår|berättar|informerar|säger|undrar|tycker|önskar|vill|hoppas|om|hur)\b")


def at_the_table(context: Context, text: str) -> Iterator[Given]:
    """`Karin samlar synpunkterna`, `Anna ska prova verktyget`: what persons of the meeting do or will do."""
    if not context.persons or context.document.kind == "news" or text.endswith("?") or _CUSTOM.search(text):
        return
    for pattern in (_THEN, _DOES_IT):
        if (found := pattern.match(text)) and (who := _persons(context, found["who"])):
            task = infinitive(f"{found['verb']} {found['rest'] or text.split(None, 1)[0].lower()}".strip(" ."))
            yield Given(who, task, text, "assignments.at-the-table", 0.65)
            return
    told = _TOLD.search(text)
    limit = min(len(text), _FARTHEST, told.start() if told else _FARTHEST)
    for pattern in (_DOES, _WILL):
        at, some = 0, False
        while (found := pattern.search(text, at)) and found.start("task") <= limit:
            also = found.groupdict().get("with") or ""
            if who := _persons(context, found["who"]):
                who += tuple(each for each in assignees(context, also) if each not in who)
                task = _NEXT_ONE.sub("", found["task"])
                yield Given(who, infinitive(task.strip(" .,;")), task, "assignments.at-the-table", 0.7)
                some = True
            at = found.start("task")
        if some:
            return


def _persons(context: Context, words: str) -> tuple[str, ...]:
    """Those named, where all are persons of the meeting, by their full names; empty otherwise."""
    who = assignees(context, words)
    return who if set(who) <= set(context.persons) else ()


_WE = (
    r"(?i:vi|man|mötet|\b[\w-]*(?:gruppen|rådet|styrelsen|nämnden|nätverket|utskottet|forumet|beredningen|"
    r"ordföranden|direktionen))"
)
_ASKS = re.compile(
    rf"(?:\A|\s){_WE}\s(?:ber|bad|ombeder|ombad|anmodar|anmodade|uppmanar|uppmanade|önskar|vill)\s"
    r"(?P<who>[^.,;]{2,80}?)\s(?:om )?att\s(?P<task>.+)"
)
_COMMISSION_TO = re.compile(
    r"\b[Uu]ppdrag(?:et)?\s(?:att\s(?P<task>[^.;]{3,200}?)\s)?(?:ges|gavs|går|gick|lämnas|lämnades|tilldelas|"
    r"tilldelades|"
    r"tillfaller|tillföll|läggs på|lades på)\s(?:nu\s)?(?:till\s|"
    r"åt\s)?(?P<who>[^.,;]{2,80}?)(?:\s(?:för\s)?att\s(?P<task2>.+)|[.\s]*\Z)"
)
_TAKES_UPON = re.compile(
    r"\s(?:(?:har|tog|tar)\s(?:åtagit sig|lovat|erbjudit sig|tagit på sig|på sig)|erbjuder sig|erbjöd sig|"
    r"åtar sig|åtog sig)\s(?:att\s)?(?P<task>.+)"
)
_ANSWERS_FOR = re.compile(
    r"\A(?:Huvuda|A)nsvarig(?:a)?\sför\s(?:att\s)?(?P<task>[^.:;]{3,120}?)\s(?:är|blir|utses|"
    r"utsågs)\s(?P<who>[^.;]{2,80})[.\s]*\Z"
)


def asked(context: Context, text: str) -> Iterator[Given]:
    """`Vi ber Per att boka lokal`, `Uppdraget att skriva gick till NN`, `Ansvarig för enkäten är NN`."""
    for pattern in (_ASKS, _COMMISSION_TO, _ANSWERS_FOR):
        found = pattern.search(text)
        if found and (who := assignees(context, found["who"])):
            groups = found.groupdict()
            task = groups.get("task") or groups.get("task2")
            if task and (pattern is not _ANSWERS_FOR or set(who) <= set(context.persons)):
                yield Given(who, task.strip(" .,;"), text[found.start() :], "assignments.asked", 0.8)
                return
    if (found := _TAKES_UPON.search(text, 0, _FARTHEST * 2)) and (
        who := last_assignees(context, text[max(0, found.start() - 120) : found.start()])
    ):
        yield Given(who, found["task"].strip(" ."), found["task"], "assignments.takes-upon", 0.75)


_LABEL = re.compile(
    rf"(?:[-–•*=>→@]+\s*)?(?P<who>{_NAME}(?:(?:,\s|\soch\s|\s?/\s?){_NAME}){{0,3}})(?:\s?:|\s[–-])\s"
    r"(?P<task>(?!alla\b|andra\b|båda\b|bra\b|nya\b|egna\b|stora\b|flera\b|inga\b)(?:[A-ZÅÄÖ]?[a-zåäö]+a|[Ss]e|"
    r"[Gg]e|[Tt]a|[Gg]å)\b\s\S.{4,})"
)


def labelled(context: Context, text: str) -> Iterator[Given]:
    """`Per: ta kontakt med skolan`, `Karin – boka lokal`: a person's name as a label, and what is to be done."""
    found = _LABEL.fullmatch(text)
    if found and (who := _persons(context, found["who"])):
        yield Given(who, found["task"].strip(" ."), found["task"], "assignments.labelled", 0.75)


_NEXT_ONE = re.compile(rf"(?:,|\soch|\smedan)\s{_NAME}\s(?:{_PRESENT})\b.*\Z")
