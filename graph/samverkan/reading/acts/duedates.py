"""Days by which something is to be done: `senast den 20 december`, `till mötet i mars`, `svar till 16/8`."""

import re

from samverkan import dates
from samverkan.reading.context import Context

# What leads to such a day; a date that merely stands in the sentence is none.
_CUE = re.compile(
    r"\b(?:senast|sista (?:svars)?dag\w*|före|innan|inför|till|svar\w*|svarstid\w*|återkoppling|deadline|klart?|"
    r"redovisas|(?:går|gick|löper|löpte) ut|remisstid\w*|inkommit|inne|"
    r"inkomma|inkomna|inkommet|inkommen|"
    r"remissvar\w*|återkom\w*|kommit in|tillhanda|möte\w*|\w+möte|mellan\s\S+\soch|t\.?\s?o\.?\s?m|sammanträde\w*|"
    r"redovisa[rs]?|(?:åter)?rapportera[rs]?|återkoppla[rs]?|presentera[rs]?|"
    r"lämna[rs]?|leverera[rs]?|"
    r"träffar|besöker|möter|behandlas|(?:läggas|läggs|tas) (?:fram|"
    r"upp))\b(?:\.\s)?(?:(?!\b(?:som (?:gäller|gällde|löper|antogs|beslutades|var|började)|gäller|gällande|"
    r"avseende|avser|sedan|från den)\b)[^.;]){0,60}?\Z",
    re.IGNORECASE,
)


def due_date(context: Context, words: str, past: bool = False) -> str | None:
    """The day or month by which something is due, in ISO 8601; None where the text gives none.

    A date without a year lies after the meeting, unless `past` tells that the sentence looks back.
    """
    if meeting := _MEETING_OF_MONTH.search(words):  # `till junimötet`
        return said_day(context, meeting["month"])
    for written in dates.find(words):
        cued = _CUE.search(words[: written.start]) or _CUE_BEHIND.match(words[written.end : written.end + 30])
        if written.month is None or not cued or _SENT.search(words, max(0, written.start - 60), written.start):
            continue
        settled = _settled(context, written, past)
        if settled is not None:
            return settled
    return None


def said_day(context: Context, words: str) -> str | None:
    """The first day or month in words that say nothing else than when, in ISO 8601: the cell of a table."""
    if month := _YEAR_MONTH.search(words):
        return month[0]
    days = (_settled(context, each, past=False) for each in dates.find(words) if each.month is not None)
    return next((day for day in days if day is not None), None)


_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_MEETING_OF_MONTH = re.compile(
    rf"\b(?:till|inför|vid|på|före|innan)\s(?:\w+s\s)?(?P<month>{_MONTHS})(?:mötet?|sammanträdet?|träffen|rådet|konferensen)\b"
)
_YEAR_MONTH = re.compile(r"(?<![\d-])20\d\d-(?:0[1-9]|1[0-2])(?![\d-])")  # `2019-10`
# `skickar ut den i mars`, at the end of a task; `ordnar konferensen i mars` says when that is
_IN_MONTH = re.compile(
    r"(?:\A|(?<!dagen)(?<!dagarna)(?<!mötet)(?<!möte)(?<!träffen)(?<!träff)(?<!konferensen)(?<!konferens)(?<!seminarium)"
    r"(?<!seminariet)(?<!utbildningen)(?<!utbildning)(?<!sammanträde)(?<!sammanträdet)(?<!veckan)(?<!valet)"
    r"(?<!\d)(?<!skickats)(?<!sänts)(?<!gick))\si\s(?:(?:början|slutet|mitten)\sav\s)?"
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:\s20\d\d)?[\s.]*\Z"
)


# `ordnar en övning den 12 maj`, not `skickar ut anteckningarna från den 12 maj`
_ON_DAY = re.compile(
    r"(?<!\smötet)(?<!\sfrån)(?<!\smöte)(?<!sammanträdet)(?<!konferensen)(?<!\sav)(?<!träffen)(?<!till)(?<!den)\s"
    rf"(?P<day>(?:den\s)?\d{{1,2}}\s(?:{_MONTHS})(?:\s20\d\d)?|den\s\d{{1,2}}/\d{{1,2}})[\s.]*\Z"
)
# `sammanställer svaren under september`, `återkommer i januari med en tidplan`
_MONTH_OF_WORK = re.compile(
    rf"\A\w+\si\s(?P<early>(?:{_MONTHS})(?:\s20\d\d)?)\s(?:med|till|om)\b|"
    rf"\sunder\s(?P<late>(?:{_MONTHS})(?:\s20\d\d)?)[\s.]*\Z"
)


# What a verb says of ends here.
# `… och planen antas i maj`: what another does, or what is done
OTHERS_CLAUSE = re.compile(
    r",?\soch\s(?=(?:[a-zåäö]+\s)?[a-zåäö]+(?:en|et|na|gin)\s"
    r"(?:väntas|beslutas|antas|behandlas|fastställs|tas|planeras|är|kan|har|får|antar|beslutar|fattar)\b)"
)
CLAUSE = re.compile(rf",?\s(?:som|vilket|vilka|där|eftersom|medan)\s|{OTHERS_CLAUSE.pattern}")


def day_of(context: Context, task: str) -> str | None:
    """The day or month in which a task is to be done, that ends with it or follows its verb; None where none does."""
    clause = CLAUSE.search(task)
    task = task[: clause.start()] if clause else task  # the day of `…, som slutar den 3 maj` is not its own
    if found := _ON_DAY.search(task):
        return said_day(context, found["day"])
    if found := _MONTH_OF_WORK.search(task):
        return said_day(context, found["early"] or found["late"])
    found = _IN_MONTH.search(task)
    return said_day(context, task[found.start() :]) if found else None


# `skickades till kommunerna i augusti` says when it was sent
_SENT = re.compile(
    r"\b(?:skickades|skickats|sändes|sänts|gick|gått|remitterades|lämnades|lämnats|översändes|överlämnades)\b"
    r"[^.;]*\si\s\Z|\bunder\s(?:tiden\s|perioden\s)?\Z",
    re.IGNORECASE,
)
# `24/9 som sista svarsdag`
_CUE_BEHIND = re.compile(r"\A\s(?:som|är|var|blir)\s(?:sista|senaste)\s", re.IGNORECASE)
_SO_THAT = re.compile(r",?\s(?:så att|för att kunna)\s.*\Z|\sefter det\Z", re.DOTALL)
_DUE = re.compile(
    r"[\s,]*\b(?:(?:senast|före|innan)|(?:till|inför)\s+(?:\w+s\s)?(?:\w*möte[nt]?|"
    r"\w*sammanträdet?))\s+(?:den\s+)?\d.*\Z",
    re.IGNORECASE,
)


def without_due(task: str) -> str:
    """A task without the words that say when it is due.

    >>> without_due("teckna avtal senast den 20 december 2010")
    'teckna avtal'
    """
    return (_SO_THAT.sub("", _DUE.sub("", task)) or task).strip(" .,;(")


def _settled(context: Context, written: dates.WrittenDate, past: bool) -> str | None:
    if written.iso is not None:
        return written.iso
    start = context.meeting.start or context.document.date or context.document.published
    if start is None or len(start) < 4:
        return context.day(written)
    day = written.in_year(int(start[:4]))
    return day if past or day >= start[: len(day)] else written.in_year(int(start[:4]) + 1)


_COMING = (
    r"(?:gång(?:en)?|vecka|månad|termin|tillfälle|omgång|utskick|(?:(?:\w+s|gemensamma|ordinarie)\s)?(?:\w*möte|\w*sammanträde|\w*träff|\w*samråd|"
    r"\w*råd|\w*grupp|\w*forum|\w*styrelse|\w*nämnd|\w*beredning|\w*ledning|\w*utskott|\w*nätverk|konferens|internat)\w*)"
)
MONTH = rf"(?:{_MONTHS})"
_BY_A_MEETING = re.compile(
    rf"\b(?:till|inför|innan|före|vid|på)\s(?:(?:\w+s|det|den|vårt|dess|sitt|deras)\s){{0,2}}?(?:(?:nästa|nästkommande|"
    rf"kommande|följande)\s{_COMING}|(?:[\w-]*mötet?|[\w-]*sammanträdet?|konferensen|årsskiftet|jul|påsk|midsommar|semestern?|"
    r"(?:jul|sommar)?helgen|halvårsskiftet|veckoslutet)\b)|"
    rf"\b(?:redovisa|rapportera|återrapportera|presentera|lämna|återkoppla)\w*\b[^.;]{{2,60}}?\si\s(?:(?:början|slutet|"
    rf"mitten)\sav\s)?{MONTH}\b|"
    r"\bsenast\b|\bsnarast\b|\b(?:före|innan|klart?)\s(?:den\s)?\d",
    re.IGNORECASE,
)
_BY_A_SEASON = re.compile(
    rf"\b(?:(?:till|före|innan|inför|under|efter|i)\s(?:våren|hösten|sommaren|vintern|vår|höst|vinter|sommar|terminen|veckan|"
    rf"nästa vecka|slutet av)\b|(?:till|under|före|i)\s(?:(?:början|slutet|mitten)\sav\s)?{MONTH}\b)",
    re.IGNORECASE,
)


def by_a_meeting(words: str, start: int = 0) -> bool:
    """Whether words say that something is to be there at a meeting to come, or at the latest on some day.

    >>> by_a_meeting("skriva ett svar till nästa möte"), by_a_meeting("nästa års budget")
    (True, False)
    """
    return _BY_A_MEETING.search(words, start) is not None


def by_a_season(words: str, start: int = 0) -> bool:
    """Whether words name a season or a month to come: `till våren`, `under hösten`, `i april`."""
    return _BY_A_SEASON.search(words, start) is not None
