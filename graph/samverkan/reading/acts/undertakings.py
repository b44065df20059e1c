"""What somebody takes on or is to do, without the word commission: `NN återkommer med …`, `NN ska ta fram …`, `NN får
föra frågan vidare`.
"""

import re
from collections.abc import Iterator

from samverkan import names
from samverkan.reading.acts.assignees import assignees, is_assignee, is_outsider, last_assignees, leading_assignees
from samverkan.reading.acts.commissions import Given
from samverkan.reading.context import Context

_INFINITIVE = (
    r"(?!(?:nästa|första|sista|andra|tredje|alla|båda|egna|detta|denna|dessa|samma|hela|våra|sina|nya|bra)\b)"
    r"(?:[a-zåäö]{2,}a|se|ge|ta|gå|få|be|dra|slå)\b"
)
# These say of themselves that it is somebody's task; any other verb needs a day or a meeting to come.
_TASKS = (
    r"ta (?:med sig|fram|kontakt|hem|tillbaka|reda på)|återkomma|återkoppla|undersöka|sammanställa|se över|bjuda in|"
    r"skicka|kontakta|utreda|kalla till|boka|samla in|följa upp|komma (?:tillbaka|åter) med|förankra"
)
_WHEN = r"(?:(?:till|inför|före|innan|senast|efter|under|vid|i)\s(?:[^\s,.;]+\s){1,4}?)?"
_WILL = re.compile(
    rf"\b(?:ska|skall|kommer att|bör)\s+(?:(?:även|också|därför|nu|sedan|också)\s)?(?:gemensamt\s)?{_WHEN}"
    rf"(?:tillsammans med\s(?P<with>[^.,;]{{2,60}}?)\s)?(?P<task>{_INFINITIVE}.*)"
)
# Inför mötet ska NN ta fram ett förslag
_WILL_AFTER = re.compile(rf"\b(?:ska|skall)\s+(?P<who>[^.,]{{2,60}}?)\s+(?P<task>(?:{_TASKS})\b.*)")
_MAY = re.compile(
    r"\bfår\s+(?:då\s|nu\s|därför\s|även\s|också\s)?(?P<task>(?:föra (?:frågan|den|detta|det)|ta (?:med|fram|"
    r"upp|över|tillbaka)|återkomma|"
    r"undersöka|se över|utreda|arbeta vidare|jobba vidare|gå vidare)\b.*)"
)
_STATE = re.compile(r"(?:ha|vara|kunna|bli|börja|gälla|träda|finnas|leda|hamna|innehålla|omfatta|bygga|betala)\b")
_TASK = re.compile(rf"(?:{_TASKS})\b")
_CONDITION = re.compile(r"(?:\A|,\s)(?:[Oo]m|[Nn]är)\b|\b(?:hur|huruvida|enligt|vill|undrar)\b")
_NEXT = re.compile(
    r"\b(?:till|inför|innan|före|vid|på)\s+(?:\w+\s){0,2}?(?:nästa|kommande|mötet|möte|sammanträdet|\w+mötet|"
    r"\w+möte|våren|hösten|sommaren|vintern|årsskiftet|jul|påsk|midsommar|semestern|helgen|nästa vecka)\b|"
    r"\b(?:redovisa|rapportera|återrapportera|presentera|lämna|återkoppla)\b[^.;]{2,60}?\si\s(?:(?:början|slutet|"
    r"mitten)\sav\s)?"
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b|"
    r"\bsenast\b|\bsnarast\b|\b(?:före|innan|klart?)\s(?:den\s)?\d",
    re.IGNORECASE,
)


def will_do(context: Context, text: str) -> Iterator[Given]:
    """`NN ska ta fram ett förslag`, `NN ska till nästa möte diskutera …`, `NN får föra frågan vidare`."""
    who: tuple[str, ...]
    if (found := _WILL_AFTER.search(text, 0, 400)) and (who := assignees(context, found["who"])):
        yield Given(who, found["task"].strip(" ."), text[found.start() :], "assignments.will-do", 0.7)
        return
    found = _WILL.search(text)
    if found and (_STATE.match(found["task"]) or not (_TASK.match(found["task"]) or _NEXT.search(text))):
        found = None
    found = found or _MAY.search(text)
    if found is None or found.start() > 120 or _CONDITION.search(text, 0, found.start()) or text.endswith("?"):
        return
    before = text[: found.start()]
    who = ()
    if not _SAID.search(before):
        # `NN bereder åt rådet och får …`: the subject stands first
        ways = (
            (leading_assignees, last_assignees)
            if before.rstrip().endswith(" och")
            else (last_assignees, leading_assignees)
        )
        who = ways[0](context, before) or ways[1](context, before)
    told = _ITSELF.match(before.strip()) or (is_outsider(context, who) and _LAW.search(text))
    if who and told and _TASK.match(found["task"]) is None:
        return
    if who:
        also = found.groupdict().get("with")
        who += tuple(each for each in assignees(context, also or "") if each not in who)
        yield Given(who, found["task"].strip(" ."), text[found.start() :], "assignments.will-do", 0.7)


# What somebody only says is to be done.
_SAID = re.compile(
    r"\b(?:berätta|informera|mena|anse|ansåg|föresl|påpeka|säg|sade\b|lyft|tyck|önska|framför|efterlys|undra|"
    r"skriv|står\b|"
    r"vill\b|behöv)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:lag(?:en|ar|arna)?|\w+lagen|direktiv\w*|krav(?:et|en)?|föreskrift\w*|"
    r"enligt)\b",
    re.IGNORECASE,
)
# What anybody takes on, in the present tense of minutes; what somebody at the table takes on; what needs a day.
_TAKES = (
    r"tar (?:med (?:sig|frågan|frågorna|detta|det|synpunkterna)|tillbaka|på sig|hem|kontakt(?:en)?|initiativ|"
    r"fram|reda på|över frågan)|får med sig|"
    r"återkommer (?:till|med|om|i|kring|vid|på|senast|efter|när|så|$)|återkommer(?=\.|\Z)|återkopplar|"
    r"återrapporterar|"
    r"undersöker|kontaktar|bjuder in|kallar till|bokar|skickar (?:ut|över|runt|in)|mejlar|mailar|sammanställer|"
    r"sammankallar|svarar för|arbetar fram|arbeta fram|slutför|gör en|bevakar|kollar(?: upp)?|"
    r"lyfter (?:frågan|detta|det) (?:i|till|med|vidare)"
)
_WORKS = (
    r"ser över|ser till att|samlar in|följer upp|håller i|ordnar|förankrar|"
    r"tar frågan vidare|sprider|samordnar (?:\w+ )?(?:svar|remiss|synpunkter|yttrande|insamling)\w*|bistår|"
    r"stämmer av med|för frågan vidare|tar fram"
)
_DOES = (
    r"inventerar|bereder|skriver|formulerar|reviderar|uppdaterar|stämmer av|planerar|förbereder|diskuterar|"
    r"kompletterar|lämnar|redovisar|presenterar|utreder|kartlägger|arbetar vidare|fortsätter|går igenom|lyfter|"
    r"meddelar|rapporterar|utser|nominerar|anmäler|inkommer|skickar|samordnar|besvarar|yttrar sig|"
    r"svarar(?! (?:var för sig|själv\w*|enskilt|direkt|för sig))|gör|tar|"
    r"ansvarar för|levererar|översätter|justerar|räknar|beräknar|visar|analyserar|kommer med"
)
_VERB = re.compile(rf"\s(?P<task>(?P<takes>{_TAKES})|(?P<works>{_WORKS})|(?:{_DOES}))(?!\w)")
# Därefter slutför NN arbetet; frågan tar NN med sig
_INVERTED = re.compile(
    r"\s(?P<verb>slutför|bereder|inventerar|återkommer|sammanställer|undersöker|skickar|bokar|kallar|"
    r"tar(?=\s.{2,60}?\s(?:med sig|på sig|"
    r"hem|tillbaka|fram|kontakt)\b))\s+(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?:\s[A-ZÅÄÖ][\wåäöÅÄÖ-]*){0,2})\s+(?P<rest>.+)"
)
_TOLD = re.compile(
    r"\b(?:att|som|om|när|vilket|där|har|hade|var|föreslår|menar|anser|berättar|informerar)\b", re.IGNORECASE
)
_COORDINATED = re.compile(rf"\b(?:och|samt)\s(?P<task>{_TAKES})(?!\w)")
_FARTHEST = 120  # characters before the verb


def takes_on(context: Context, text: str, decided: bool = False) -> Iterator[Given]:
    """`NN återkommer med underlag`, `NN tar fram ett förslag till nästa möte`, `Därefter slutför NN arbetet`.

    `decided` tells that the sentence was a decision: then any such verb is somebody's task.
    """
    if text.endswith("?") or _HABIT.search(text) or context.document.kind == "news":
        return  # news tell what everybody does
    found = _VERB.search(text, 0, _FARTHEST)
    if found:
        before = text[: found.start()]
        surely = decided or found["takes"] or _NEXT.search(text, found.end())
        if (
            (surely or found["works"] or (found["task"].startswith("ansvarar") and names.is_given(text.split()[0])))
            and not (_ITSELF.match(before) and not found["takes"])
            and not _TOLD.search(before)
            and is_assignee(context, before.split(",")[0])
            and (who := last_assignees(context, before))
            and (surely or not all(context.places.of(name) for name in who))
            and (not is_outsider(context, who) or _NEXT.search(text) or _PROMISED.match(found["task"]))
        ):
            task = text[found.start("task") :].strip(" .")
            yield Given(who, infinitive(task), task, "assignments.takes-on", 0.65)
            return
    found = _COORDINATED.search(text, 0, _FARTHEST)
    if found and (who := leading_assignees(context, text[: found.start()])):
        task = text[found.start("task") :].strip(" .")
        yield Given(who, infinitive(task), task, "assignments.takes-on", 0.6)
        return
    found = _INVERTED.search(text, 0, 300)
    if (
        found
        and found.start() < 80
        and not _TOLD.search(text, 0, found.start())
        and (who := assignees(context, found["who"]))
    ):
        task = f"{found['verb']} {found['rest']}".strip(" .")
        yield Given(who, infinitive(task), task, "assignments.takes-on", 0.65)


# What is done again and again, or has long been done, is nobody's new task.
_HABIT = re.compile(
    r"\b(?:varje (?:år|månad|vecka|dag)|årligen|alltid|ofta|oftast|normalt|vanligen|brukar|redan|sedan (?:19|"
    r"20)\d\d)\b"
)
# Those who meet: what they do is what the minutes tell.
_ITSELF = re.compile(r"(?:gruppen|nätverket|rådet|styrelsen|nämnden|mötet|forumet|vi|beredningen)\Z", re.IGNORECASE)
# What even a body that is not at the table does for the meeting.
_PROMISED = re.compile(
    r"tar (?:med (?:sig|frågan|frågorna|detta|det|synpunkterna)|tillbaka|på sig|hem)|får med sig|åter|skickar|"
    r"kallar till|bjuder in|"
    r"svarar för"
)
_SHORT_VERBS = {
    "tar": "ta",
    "hör": "höra",
    "ser": "se",
    "gör": "göra",
    "får": "få",
    "för": "föra",
    "utser": "utse",
    "går": "gå",
    "slutför": "slutföra",
}


_SECOND = re.compile(
    r"\boch (?P<verb>återkommer|sammanställer|skickar|redovisar|rapporterar|tar|bjuder|kontaktar|kallar)\b"
)


def infinitive(task: str) -> str:
    """A task in the infinitive, as a commission has it.

    >>> infinitive("återkommer med underlag"), infinitive("tar fram ett förslag")
    ('återkomma med underlag', 'ta fram ett förslag')
    """
    verb, space, rest = task.partition(" ")
    rest = _SECOND.sub(lambda found: f"och {infinitive(found['verb'])}", rest)
    return _SHORT_VERBS.get(verb, re.sub(r"(?:ar|er)\Z", "a", verb)) + space + rest
