"""How minutes announce a day: the words before it and after it, `Nästa möte:`, `beslutas i`, `står på dagordningen`."""

import re
from typing import Final, NamedTuple

from samverkan.facts import EventKind
from samverkan.reading.things.words import is_verb


class Said(NamedTuple):
    """What the words around a day say, by offsets into the words before it.

    `who` are the words that name who meets or decides, None where none do; `what` it is about; `start` where the
    passage begins. `sure` is the confidence. `ahead` says that the words speak of a day to come, and not only name
    one; `named` that there must be a body; `year` is one that a label gives for all the days below it.
    """

    event: EventKind
    rule: str
    sure: float
    start: int
    who: tuple[int, int] | None = None
    what: str | None = None
    ahead: bool = True
    named: bool = False
    year: int | None = None


# Stands for the end of a line that a new one follows, where other ends of lines are blanks.
NEW_LINE: Final = "\x1f"
# Before a day: `måndagen den`, `i slutet av`; a month needs its preposition.
DAY_LEAD: Final = re.compile(
    r"(?:\s+(?:på\s+)?(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?(?:,?\s+(?:preliminärt|prel\.?))?(?:\s+den)?\s*\Z",
    re.IGNORECASE,
)
MONTH_LEAD: Final = re.compile(r"\s+(?:i|under)\s+(?:(?:början|slutet|mitten)\s+av\s+)?\Z", re.IGNORECASE)
# Between two days of one announcement: `14/2, 4/4 och 6/6`, `kl. 9–12` in between; a line of its own for each.
JOINT: Final = re.compile(
    r"\s*(?:kl(?:ockan|\.)?\s*)?(?:\d{1,2}[.:]\d\d\s*(?:[-–]\s*\d{1,2}[.:]\d\d)?)?\s*(?:,|;|&|/|-|–|•|och|samt)?\s*"
    r"(?:och\s+|samt\s+|[-•*]\s+)?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?"
)
SPAN: Final = re.compile(r"\s*[-–]\s*|\s+till\s+(?:och\s+med\s+)?(?:den\s+)?")

_MEETING: Final = r"[\wåäöÅÄÖ-]*(?:möten?|mötet|sammanträden?|sammanträdet|träff(?:ar|en)?|samråd(?:et)?)"
_NEXT: Final = rf"(?:nästa|nästkommande|kommande|näst\s?följande)\s(?:\w+\s){{0,2}}?{_MEETING}"
_TIMES: Final = (
    r"(?:(?:nästa|kommande|höstens|vårens|årets)\s)?(?:mötes|sammanträdes|styrgrupps?mötes|styrelsemötes)"
    r"(?:tider(?:na)?|dagar(?:na)?|datum(?:en)?)"
)
_YEAR: Final = r"(?:\s(?:(?:för\s)?(?:våren|hösten|vår|höst|år)\s?)?(?P<year>20\d\d))?"
_NUMBER: Final = r"\W*(?:\d{1,3}\s?[a-z]?[.)]?\s+|[§]+\s*\d+\s+)?"
# A line that says no more than that days follow.
HEADING: Final = re.compile(
    rf"{_NUMBER}(?:(?:tid(?:punkt)?|dag|datum)(?:er)?(?:\soch\splats)?\sför\s)?"
    rf"(?:(?:övrigt|övriga frågor)\s(?:och|samt)\s)?(?:{_NEXT}|{_TIMES})"
    rf"(?:\sför\s[^\d.:\n]{{2,40}}?)?{_YEAR}"
    r"(?:\s(?:våren|hösten))?[\s:.]*",
    re.IGNORECASE,
)
# What may stand between the label and the first of its days.
_BETWEEN: Final = (
    r"(?:\s*[:–—-]\s*|\s+(?:är|blir|hålls|äger rum|infaller|planeras|planerat|sker|bokas|bokat|bestäms|bestämdes|"
    r"fastställs|fastställdes|sätts|kommer att (?:äga rum|hållas|vara|bli)|ska(?:ll)? hållas|hålles|föreslås(?: bli)?|"
    r"preliminärt|till|vara|har|dag|datum|tid(?:er)?|plats|sammanträder|möts|träffas)\b"
    r"|\s(?P<of>(?:för|i|med|hos|på)\s[^\s.,;:\d]+(?:\s[^\s.,;:\d]+){0,3}?)(?=\s*[:–]|\s(?:är|blir|hålls|äger)\b|\Z)"
    r"|\s(?P<by>[A-ZÅÄÖ][^\s.,;:\d]+(?:\s[^\s.,;:\d]+){0,3}?)(?=\s(?:sammanträder|möts|träffas)\b)){0,5}"
)
_LABELLED = re.compile(
    rf"(?P<owner>\b[\wåäöÅÄÖ-]+s\s)?\b(?:{_NEXT}|{_TIMES}){_YEAR}{_BETWEEN}\Z",
    re.IGNORECASE,
)
_AGAIN: Final = r"(?:\s(?:därefter|därnäst|åter|igen|sedan|också|då|nästa gång|även|för första gången)){0,2}"
_MEETS = re.compile(
    r"(?<=\s)(?:sammanträder|möts|träffas|samlas|"
    r"kommer att (?:sammanträda|mötas|träffas|samlas)|ska(?:ll)? (?:sammanträda|mötas|träffas|samlas)|"
    r"har\s(?:(?:sitt|ett|eget|nästa|första|extra|ordinarie)\s){0,3}(?:\w*möte|sammanträde))"
    rf"{_AGAIN}(?:\si\s[A-ZÅÄÖ][\wåäö]+)?\Z"
)
_DECIDED: Final = (
    r"(?:beslutas|fastställs|antas|godkänns|avgörs|"
    r"(?:ska|kan|kommer att|väntas|beräknas)\s(?:beslutas|antas|fastställas))"
)
_WHERE: Final = r"(?:\s(?:i|av|på|vid|hos)\s(?P<who>[^.,;:!?\d]{2,70}?))?"
_DECIDED_IN = re.compile(rf"\b{_DECIDED}(?:\s(?:slutligt|slutligen|formellt|preliminärt))?{_WHERE}\Z")
_BUDGET = re.compile(r"\b(?=[Bb]udget)(?<=\s)(?P<budget>[^.;:!?,]{6,80}?)\s(?:som\s)?(?:tas|fattas|läggs)\Z")
_DECISION = re.compile(
    r"\b(?i:(?:slutligt\s|formellt\s|politiskt\s)?(?:beslut|ställningstagande))"
    r"(?:\s(?:om|kring|i frågan om)\s(?P<about>[^.,;:]{2,60}?))?"
    r"\s(?:väntas|planeras|fattas|tas|beräknas|sker|ska fattas|ska tas|kommer att fattas|kan fattas)"
    rf"(?:\s(?:komma|ske|fattas|tas))?{_WHERE}\Z"
)
_TAKES = re.compile(
    r"(?<=\s)(?:(?:ska|kommer att|väntas|planerar att)\s)?"
    r"(?:(?:tar|ta)\sställning|(?:tar|ta|fattar|fatta)\s(?:sitt\s|ett\s)?(?:slutligt\s|formellt\s)?beslut|"
    r"beslutar(?=\som\s))"
    r"(?:\s(?:till|om|i frågan om|kring)\s(?P<about>[^.;:!?,]{2,60}?))?\Z"
)
_COMES_UP = re.compile(
    r"\b(?:(?:bordläggas?|bordlägger|skjuta upp|skjuter upp|återupptar?|ta upp|tar upp|behandlar?)"
    r"\s(?P<object>[^\s.,;:]+(?:\s[^\s.,;:]+){0,3}?)|"
    r"behandlas|tas(?:\sdå)?\supp|tas|lyfts|presenter?as|redovisas|diskuteras|återkommer|bordläggs|återupptas|"
    r"skjuts upp|flyttas|hänskjuts|kommer(?:\smed|\supp|\satt (?:behandlas|tas upp))?|läggs fram|föredras|"
    r"går\svidare|går)"
    r"(?:\s(?:igen|åter|upp|istället|i stället))?\s"
    r"(?:till|i|på|vid|för|av|hos)\s(?P<who>[^.,;:!?\d]{2,70}?)\Z"
)
_MEETING_OF = re.compile(
    rf"(?P<who>(?:[\wåäöÅÄÖ-]+s\s)?)(?:ordinarie\s|extra\s|nästa\s)?\b(?P<noun>{_MEETING})\Z", re.IGNORECASE
)
_BARE: Final = re.compile(r"(?:möte|sammanträde|träff|samråd)(?:[nt]|en|et)?", re.IGNORECASE)
_HELD: Final = re.compile(r"(?:möten?|mötet|sammanträden?|sammanträdet|träff|träffar|träffen|samråd|samrådet)\Z", re.I)
_LONGEST_END: Final = 15  # characters
_GATHERS: Final = re.compile(r"[kK]onferens|dag|[sS]emin|[wW]eb|[wW]ork|[iI]nternat|[sS]tudie|[hH]ear|[kK]ick")
_GATHERING = re.compile(
    r"(?P<what>\b(?:[\wåäöÅÄÖ-]*(?:konferens|temadag|seminari|webbinari|workshop|internat|utbildningsdag|dialogdag|"
    r"inspirationsdag|studiebesök|studieres|hearing|kick-?off|nätverksdag|kommundag|framtidsdag))[a-zåäö]*"
    r"(?:\s(?:om|kring|för|på temat)\s[^.,;:!?\n\d]{2,60}?|(?:\s[^\s.,;:!?\d]+){1,4}?(?=\s(?:äger rum|hålls)\b))?)"
    r"(?:\s(?:äger rum|hålls|genomförs|anordnas|planeras|arrangeras|ordnas|blir|är|sker|"
    r"kommer att (?:hållas|äga rum|genomföras)|ska (?:hållas|genomföras|äga rum)|planeras till))?"
    r"(?:\si\s[A-ZÅÄÖ][\wåäö]+)?\Z",
    re.IGNORECASE,
)
_ON_THE_AGENDA = re.compile(
    r"\s+(?:är|står|kommer|tas|då)\b(?:\s(?:det|bland annat|bl\.?\s?a\.?|preliminärt|också))*"
    r"\s(?P<what>[^.;:!?\n]{3,120}?)"
    r"(?:\s(?:som|att))?(?:\s(?:står|stå|finns|tas upp))?\spå (?:dagordningen|agendan)\b"
)
_TO_COME = re.compile(r"\b(?:inför|till|nästa|kommande|planera\w*|kommer|ska|skall|kallas|inbjud\w+|välkom\w+)\b", re.I)
# What is told of a day that was, and of one on which nothing will be.
_PAST = re.compile(
    r"\b(?:\w{2,}ade|\w{2,}ades|\w{2,}des|var|hade|blev|ägde|hölls|togs|fick|gavs?|sågs?|träffades|möttes|föregående|"
    r"tidigare|senaste|förra|protokoll\w*|anteckning\w*|sedan|efter|från)\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\s+(?:i fjol|förra|var|hölls|handlade|ställs in|"
    r"är inställ\w+|utgår|inställ\w+|ställdes in|presenterades|diskuterades|togs)\b"
)
_SHORT, _LONG = 80, 140  # characters before a day that name a meeting, a conference
_FAR_BACK: Final = 70  # characters before a day in which something past is looked for

# What is no name of a matter.
_NO_MATTER = re.compile(
    r"(?:ärendet|frågan|punkten|detta|det|den|dessa|de|förslag|som|vilket|ärende|beslut|och|men|han|hon|man|vi)?", re.I
)
_CLAUSE = re.compile(
    rf"{NEW_LINE}|[,.]\s|\t|\s[-–•]\s|\s(?:innan|inför|att|när|där|då|så|medan|samt|men|eftersom|om)\s|\Ainnan\s"
)
_OPENS = re.compile(r"\A[\s\W]*(?:(?:Därefter|Sedan|Slutligen|Vidare|Beslut|Sammanfattning|Även)\b[\s:]*)?")
_LONGEST_MATTER: Final = 12  # words


def said_of(before: str, after: str) -> Said | None:
    """What the words before and after a day say of it, without `den` and the weekday; None where they announce nothing.

    >>> said_of("Avtalet beslutas i Norra rådet", ".").what
    'Avtalet'
    """
    for find in (_decision, _labelled, _matter, _meets, _meeting_of, _gathering):
        if (said := find(before, after)) is not None:
            return said
    return None


def on_the_agenda(after: str) -> str | None:
    """What `står på dagordningen` on a day, by the words after it."""
    found = _ON_THE_AGENDA.match(after)
    return found["what"].strip() if found else None


def _decision(before: str, _: str) -> Said | None:
    if (found := _DECIDED_IN.search(before)) is not None:
        what = _matter_of(before[: found.start()])
        start = _starts(before, what, _clause(before, found.start())[0])
        return Said("decision", "announced.decision", 0.85, start, _span(found), what, named=True)
    if (found := _BUDGET.search(before)) is not None:
        return Said("decision", "announced.budget", 0.75, found.start(), what=found["budget"], named=True)
    if (found := _DECISION.search(before)) is not None:
        about = _matter_of(found["about"])
        return Said("decision", "announced.decision", 0.85, found.start(), _span(found), about, named=True)
    if (found := _TAKES.search(before)) is not None:
        who = _clause(before, found.start())
        return Said("decision", "announced.decision", 0.85, who[0], who, _matter_of(found["about"]), named=True)
    return None


def _labelled(before: str, after: str) -> Said | None:
    found = _LABELLED.search(before)
    if found is None or _CALLED_OFF.match(after):
        return None
    of = next((found.span(name) for name in ("of", "by", "owner") if found[name]), None)
    year = int(found["year"]) if found["year"] else None
    return Said("meeting", "announced.next", 0.95, found.start(), of, year=year)


def _matter(before: str, _: str) -> Said | None:
    found = _COMES_UP.search(before)
    if found is None:
        return None
    what = _matter_of(found["object"] or before[: found.start()])
    start = _starts(before, what, _clause(before, found.start())[0])
    return Said("meeting", "announced.matter", 0.8, start, found.span("who"), what, named=True)


def _meets(before: str, after: str) -> Said | None:
    found = _MEETS.search(before)
    if found is None or _CALLED_OFF.match(after):
        return None
    who = _clause(before, found.start())
    return Said("meeting", "announced.meets", 0.9, who[0], who, named=True)


def _meeting_of(before: str, after: str) -> Said | None:
    held = _HELD.search(before, max(0, len(before) - _LONGEST_END))
    found = _MEETING_OF.search(before, max(0, len(before) - _SHORT)) if held else None
    if found is None or not _is_to_come(before, found.start(), after):
        return None
    who = _span(found) or (None if _BARE.fullmatch(found["noun"]) else found.span("noun"))
    ahead = _TO_COME.search(before) is not None
    what = on_the_agenda(after)
    return Said("meeting", "announced.meeting", 0.8, found.start(), who, what, ahead=ahead, named=True)


def _gathering(before: str, after: str) -> Said | None:
    near = max(0, len(before) - _LONG)
    found = _GATHERING.search(before, near) if _GATHERS.search(before, near) else None
    if found is None or not _is_to_come(before, found.start(), after):
        return None
    return Said(
        "event",
        "announced.event",
        0.7,
        found.start(),
        what=found["what"].strip(),
        ahead=_TO_COME.search(before) is not None,
    )


def _is_to_come(before: str, start: int, after: str) -> bool:
    return not _PAST.search(before, max(0, start - _FAR_BACK)) and not _CALLED_OFF.match(after)


def _span(found: re.Match[str]) -> tuple[int, int] | None:
    return found.span("who") if (found["who"] or "").strip() else None


def _clause(before: str, end: int) -> tuple[int, int]:
    """Where the words before a verb stand that may be its subject: those of its own clause."""
    return max((cut.end() for cut in _CLAUSE.finditer(before, max(0, end - _FAR_BACK), end)), default=0), end


def _starts(before: str, what: str | None, otherwise: int) -> int:
    at = -1 if what is None else before.rfind(what)
    return at if at >= 0 else otherwise


def _matter_of(words: str | None) -> str | None:
    """The matter in the words before a verb: those of its own clause, up to a verb in them; None for a pronoun."""
    if not words:
        return None
    rest = words[max((cut.end() for cut in _CLAUSE.finditer(words) if words[cut.end() :].strip()), default=0) :]
    rest = _OPENS.sub("", rest)
    said = rest.split()
    verbs = [at for at, word in enumerate(said) if _is_verb(word)]
    if verbs and "och" in said[verbs[0] :]:
        said = said[said.index("och", verbs[0]) + 1 :]
        verbs = [at for at, word in enumerate(said) if _is_verb(word)]
    if verbs:
        said = said[: verbs[0]]
    while said and said[-1] in ("som", "då", "och"):
        said.pop()
    matter = " ".join(said).strip(" ,.-–•")
    if not matter or len(said) > _LONGEST_MATTER or _NO_MATTER.fullmatch(matter):
        return None
    return matter


def _is_verb(word: str) -> bool:
    return is_verb(word) or (word.islower() and word.endswith(("ses", "rs", "nas", "för")) and len(word) > 4)
