"""Which body news tell of: who met, a meeting that has a name, or who decided, was formed or got a leader."""

import re
from collections.abc import Iterator

from samverkan.facts import Document
from samverkan.reading.head.body_forms import Found, in_compounds, is_strong
from samverkan.reading.head.news import gatherings
from samverkan.reading.layout import Layout, Line
from samverkan.reading.people.roles import BODY_NOUN

_GENITIVE_BODY = re.compile(
    r"\b(?P<name>(?:[A-ZÅÄÖ][\wåäö-]{1,60}\s){0,3}[A-ZÅÄÖ][\wåäö-]{0,60}s\s(?:[a-zåäö]+\s)?(?:styrelse|nämnd|direktion|"
    r"arbetsutskott|presidium|fullmäktige))\b"
)


_CHAIR_OF = re.compile(
    r"\b[Oo]rdförande(?:skap(?:et)?|posten|klubban)?\s+(?:i|för)\s+(?P<name>[A-ZÅÄÖ][^.,;:!?\n]{3,60}?)(?=[.,;:!?\n]|\s+(?:är|säger|och|som|berättar)\b)"
)
# `samlades till konferensen Trygga byar i Sala`: a meeting that has a name of its own.
CONFERENCE = re.compile(
    r"\b(?:\w*[Kk]onferensen|\w*[Ss]eminariet|[Mm]ötesdagen|[Ff]orumet|[Nn]ätverksträffen|[Rr]ådslaget|[Tt]oppmötet)\s+[”\"]?"
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?\n”\"]{2,60}?)(?=[”\".,\n]|\s+(?:på|i|den|hölls|som|för att|avslutades)\b)"
)


# `Konferensen avslutades med`, `hade bjudit in till länskonferensen`: a meeting known by its kind alone.
_KIND_OF_MEETING = re.compile(
    r"(?<![\wåäö])(?:(?P<named>[\wåäöÅÄÖ]{2,30}(?:konferensen|seminariet|rådslaget|toppmötet|dialogdagen|temadagen|mötesdagen))"
    r"|(?:Konferensen|Seminariet)(?=\s+(?:avslutades|inleddes|öppnades|riktade|handlade|hade|samlade|arrangera)))"
)
# `nämnden får namnet Gemensamma nämnden för …`, `bildar Norra rådet`.
_NAMED = re.compile(
    r"\b(?:namnet|kallas|heter|heta|bilda[rst]?|bildade|bildades|bildat|bildats|inrätta[rst]?|inrättade)\s+[”\"]?"
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?\n”\"]{3,70}?)(?=[”\"]|\s*[.,:;!?\n]|"
    r"\s+(?:som|från|den|i|och|för att|med|under|träder|startar)\b)"
)
_ALONE = re.compile(
    r"(?:Nämnden|Styrelsen|Rådet|Gruppen|Direktionen|Utskottet|Kommittén|Beredningen|Forumet|"
    r"Nätverket|Samrådet|Organet)"
)
# Who has decided, chosen or agreed, as a sentence begins.
_DECIDES = re.compile(
    r"\b(?:beslutade|valde|utsåg|antog|godkände|fastställde|enades|behandlade|diskuterade|tog|gav|fick|presenterade)\s+"
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?\n]{3,80}?)(?=\s+(?:en|ett|om|att|sig|på|till|den|det|de|ny|nya|nytt|ställning|upp|emot|två|tre)\b)"
)
_SUBJECT = re.compile(
    r"(?<![^\s–])(?P<name>(?:[A-ZÅÄÖ][\wåäö]*(?:nämnden|styrelsen|beredningen|kommittén|rådet)|Nämnden|Styrelsen|Beredningen|Rådet)\sför\s[^.:;!?\n]{3,60}?|[A-ZÅÄÖ][^.,:;!?\n]{3,70}?)\s+(?:har\s+(?:nu\s+|också\s+|idag\s+)?)?(?:beslutat|beslutade|beslutar|"
    r"utser|väljer|antar|godkänner|inför|startar|byter|enas|tar|valt|valde|utsett|utsåg|antagit|antog|godkänt|godkände|fastställt|"
    r"fastställde|enats|enades|ställt\s+sig|ställde\s+sig|skickar|skickade|skickat|sänder|sände|sänt|remitterar|remitterade|remitterat|"
    r"arrangera(?:n)?de|samlade|bjöd\s+in|fått|får|bildats|bildades|startat|inlett|välkomnar|leds)\b"
)


# `Kommunerna har utsett ledamöter till Räddningsnämnden`: the news are of those who are elected.
_ELECTED_TO = re.compile(
    r"(?:[Ff]ullmäktige|[Kk]ommunerna|[Mm]edlemmarna|[Rr]egionerna|[Ää]garna|[Kk]ommunfullmäktige|"
    r"[Rr]egionfullmäktige)\b[^.;:\n]{0,60}?"
    r"\b(?:utsett|valt|valde|utsåg|väljer|utser)\s(?:[\w]+\s){0,4}?(?:ledamöter|ersättare|representanter|politiker|"
    r"personer)\s(?:och \w+\s)?"
    r"(?:till|i|för)\s(?:den\s|det\s)?(?P<name>[A-ZÅÄÖ][^.,;:!?\n]{3,60}?)(?=[.,;:!?\n]|\s+(?:som|för|och)\b)"
)
# Who elects the body that news tell of, and is not it.
_SENDS = re.compile(
    r"(?:(?:\w*[Ff]ullmäktige|(?:Medlems|Ägar)?[Kk]ommunerna|Medlemmarna|Regionerna|Ägarna)\b|Regeringen\b|Länsstyrelsen\b)"
)


def of_news(layout: Layout, document: Document) -> Iterator[Found]:
    """The bodies that news may be about, the likeliest first."""
    told = list(gatherings(layout))
    for each in told:
        if each.who is not None:
            yield _of_whom(layout.text, each.who)
    if (called := CONFERENCE.search(layout.text, 0, 6000)) is not None:
        yield " ".join(called["name"].split()), called.start("name"), called.end("name"), 0.7
    if (
        document.title
        and re.search(r"konferens|forum|möte|träff|seminarium|dag\b", document.title, re.I)
        and document.evidence
    ):
        yield document.title, document.evidence.start, document.evidence.end, 0.7
    for each in told:  # `Vid mötet i Sala beslutade Rådet för hälsa att …`
        decides = _DECIDES.search(layout.text, each.verb.end, each.end)
        if decides and is_strong(decides["name"]) and len(decides["name"].split()) <= 10:
            yield decides["name"], decides.start("name"), decides.end("name"), 0.7
    kind = _KIND_OF_MEETING.search(layout.text, 0, 6000)
    if kind is not None and told:
        yield kind[0][0].lower() + kind[0][1:], kind.start(), kind.end(), 0.6
    given = [match for match in _NAMED.finditer(layout.text, 0, 6000) if is_strong(match["name"])]
    for match in given:
        yield match["name"], match.start("name"), match.end("name"), 0.7
    elected = (match for match in _ELECTED_TO.finditer(layout.text, 0, 6000) if is_strong(match["name"]))
    if (to := next(elected, None)) is not None:
        yield " ".join(to["name"].split()), to.start("name"), to.end("name"), 0.7
    named = [
        match for pattern in (_GENITIVE_BODY, _CHAIR_OF, _SUBJECT) for match in pattern.finditer(layout.text, 0, 6000)
    ]
    for match in sorted(named, key=lambda each: (_SENDS.match(each["name"]) is not None, each.start("name"))):
        words = match["name"].split()
        if BODY_NOUN.search(" ".join(words[:3])) and len(words) <= 10 and not _ALONE.fullmatch(match["name"]):
            yield " ".join(words), match.start("name"), match.end("name"), 0.7
    yield from in_compounds(tuple(Line(each.start, each.end, layout.text[each.start : each.end]) for each in told))


def _of_whom(text: str, who: tuple[int, int]) -> Found:
    """Who met; `styrelsen` is `Norra förbundets styrelse` where the news call it so elsewhere."""
    name = " ".join(text[slice(*who)].split())
    for match in _GENITIVE_BODY.finditer(text, 0, 6000) if _ALONE.fullmatch(name) else ():
        whole = " ".join(match["name"].split())
        if name.casefold().startswith(whole.split()[-1]):
            return whole, match.start("name"), match.end("name"), 0.75
    return name, *who, 0.8
