"""Which body a document speaks of: named in its title, in a field of its head, or by what it is called in the text."""

import re
from collections.abc import Iterator

from samverkan.facts import Body, Document
from samverkan.reading.head import body_names
from samverkan.reading.head.body_kind import kind_of
from samverkan.reading.head.news import gatherings
from samverkan.reading.layout import Layout, Line, evidence
from samverkan.reading.paragraphs import in_paragraph
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.rows import Lists

_FIELD = re.compile(
    r"(?:(?i:\w*organ|\w*nämnd|\w*forum|\w*grupp)|Instans|Styrelse/nämnd|Mötesforum|Möte|Typ av möte|Mötets namn|"
    r"Sammanträde)\s*(?::|\t|\s{3,})\s*(?P<name>[^\t\n]{3,120})"
)
# What stands before the body in a title: `Protokoll fört vid sammanträde med …`, `Minnesanteckningar från möte i …`.
_BEFORE = re.compile(
    r".*?\b(?:\w*protokoll(?:et|sutdrag)?|\w*anteckning(?:ar|arna|en)?|referat|sammanträde|kallelse|fört|förda)\b"
    r"(?:\s*(?:[-–:]|/\s*\w*protokoll\b|fört|förda|från|för|till|vid|av|med|i|över|nr\.?\s*\d+(?:/\d+)?|(?:19|20)\d\d-\d\d-\d\d|\d{6,8}|gällande|avseende|den|det|ett|"
    r"(?!\w*(?:grupp|råd|nätverk|forum|kommitté|delegation)s?(?:möte|träff|sammanträde))\w*(?:möte(?:t|n)?|sammanträde(?:t)?)|"
    r"överläggning(?:ar)?|"
    r"träff(?:en)?|extra|ordinarie|digitalt|konstituerande|internat|konferens(?=\s+med))(?![\wåäö]))*\s*", re.I | re.S
)  # fmt: skip
_MEETING_WITH = re.compile(r"(?:\A|.*?\b)(?:Sammanträde|Möte|Styrelsemöte)\s+(?:med|i|för)\s+", re.I)
_DEPENDENT = re.compile(r"(?:arbetsutskott|presidi|arbetsgrupp|beredning|ledningsgrupp)\w*\Z", re.I)
_PARENT = re.compile(r"[\wåäöÅÄÖ-]*(?:styrelsen?|nämnden?|direktionen?|fullmäktige)\Z", re.I)


def read_body(layout: Layout, document: Document, lists: Lists) -> Body | None:
    """The body that met or that the page describes; None where the text names none."""
    found = next(_candidates(layout, document, lists), None)
    if found is None:
        kind = kind_of("", layout)
        return Body(None, kind) if kind is not None and document.kind == "minutes" else None
    name, start, end, confidence = found
    name = body_names.in_small_letters(layout.text, name)
    kind = kind_of(name, layout)
    if kind is None and document.kind == "news" and _CONFERENCE.search(layout.text, max(0, start - 30), end + 1):
        kind = "conference"
    return Body(name, kind, (), evidence(layout.text, start, end, "own_body.name", confidence))


Found = tuple[str, int, int, float]


def _candidates(layout: Layout, document: Document, lists: Lists) -> Iterator[Found]:
    top = layout.lines[:40]
    if document.kind == "minutes":
        yield from _in_fields(top)
        yield from _in_titles(layout, document)
        yield from _alone(layout.text, top[:15], lists)
        yield from _of_owner(top)
        yield from _in_compounds(top[:15])
    elif document.kind == "composition":
        yield from _page(layout, document, lists)
    else:
        yield from _news(layout, document)


def _in_fields(lines: tuple[Line, ...]) -> Iterator[Found]:
    for line in lines:
        if re.match(r"ANSLAG|Anslag|Underskrift", line.text):
            return  # what the notice on the board calls the body comes after the head
        field = _FIELD.match(line.text)
        if field and BODY_NOUN.search(field["name"]):
            yield (
                body_names.clean(field["name"]),
                line.start + field.start("name"),
                line.start + field.end("name"),
                0.95,
            )


def _in_titles(layout: Layout, document: Document) -> Iterator[Found]:
    """In the title itself, then in lines of the head that go on from it."""
    titles = [document.title] if document.title else []
    lines = [(line.text, line.start, line.end) for line in layout.lines[:20] if len(line.text) < 300]
    proof = document.evidence
    places = [(title, proof.start, proof.end) for title in titles if proof] + lines
    for words, start, end in places:
        for pattern in (_BEFORE, _MEETING_WITH):
            before = pattern.match(" ".join(words.split()))
            if before is None:
                continue
            rest = " ".join(words.split())[before.end() :].lstrip(" .,:–-")
            name = body_names.clean(rest)
            if _BOARD_MEETING.search(words) and _OWNER.search(name) and not BODY_NOUN.search(name):
                yield _board(words), start, end, 0.8
            if name and BODY_NOUN.search(name) and not re.search(r"\b(?:utsågs|beslut|dagordning)", name, re.I):
                yield body_names.longer(layout, body_names.fuller(layout.text, name)), start, end, 0.9


_BOARD_MEETING = re.compile(r"\b(?:styrelse|direktions)(?:möte|sammanträde|protokoll)", re.I)
_OWNER = re.compile(
    r"\b(?:(?:samordnings|kommunal|kommun|region)?förbund(?:et)?|AB|förening(?:en)?|stiftelse(?:n)?)\b", re.I
)


def _board(meeting: str) -> str:
    """What the meeting of an organisation's board is the meeting of; whose board it is stands beside it."""
    return "direktionen" if "direktion" in meeting.casefold() else "styrelsen"


# `Direktionsprotokoll`, `Styrelsemöte`, `Anteckningar arbetsutskottsmöte`: the body within the word.
_COMPOUND = re.compile(
    r"\b(?P<body>\w*(?:direktion|styrelse|nämnd|utskott|grupp|råd|nätverk|forum|presidie|berednings?))s?"
    r"(?:protokoll|möte|sammanträde|anteckningar|träff)(?:et|en)?\b", re.I
)  # fmt: skip
_DEFINITE = (("presidie", "presidiet"), ("beredning", "beredningen"), ("styrelse", "styrelsen"), ("forum", "forumet"),
             ("utskott", "utskottet"), ("råd", "rådet"), ("nätverk", "nätverket"))  # fmt: skip


def _in_compounds(lines: tuple[Line, ...]) -> Iterator[Found]:
    for line in lines:
        found = _COMPOUND.search(line.text)
        if found is not None:
            body = found["body"].lower().removesuffix("s")
            ending = next((whole for noun, whole in _DEFINITE if body.endswith(noun)), None)
            noun = next((noun for noun, _ in _DEFINITE if body.endswith(noun)), "")
            yield body[: len(body) - len(noun)] + (ending or "en"), line.start, line.end, 0.6


def _of_owner(lines: tuple[Line, ...]) -> Iterator[Found]:
    """`Protokoll styrelsemöte` and, alone on a line, whose: the board of that organisation."""
    meeting = next((line for line in lines[:8] if _BOARD_MEETING.search(line.text)), None)
    for line in lines[:8] if meeting is not None else ():
        if meeting and line is not meeting and _OWNER.search(line.text) and len(line.text) <= 70:
            yield _board(meeting.text), line.start, line.end, 0.7


_VALUE = re.compile(r"[A-ZÅÄÖ][\wåäö /]{1,25}:\s")  # `Plats: Teams`


def _alone(text: str, lines: tuple[Line, ...], lists: Lists) -> Iterator[Found]:
    """A line of the head that is the name of a body and nothing else."""
    first_row = lists.rows[0].entry.start if lists.rows else len(text)
    parent = ""
    for line in lines:
        if line.start > first_row:
            return
        if in_paragraph(text, line.start, line.end):
            continue
        for words in re.split(r"\t+|\s{3,}", line.text):
            bare = body_names.clean(words)
            before = _BEFORE.match(bare)
            bare = bare[before.end() :] if before else bare
            if _VALUE.match(words) or bare.endswith(":"):
                continue
            if not (3 <= len(bare) <= 90 and len(bare.split()) <= 10 and BODY_NOUN.search(bare)):
                continue
            if _PARENT.search(bare) and len(bare.split()) == 1 and not parent:
                parent = bare
                continue
            if parent and _DEPENDENT.search(bare):
                yield body_names.under(parent, bare), line.start, line.end, 0.85
            elif not parent or not _PARENT.search(bare):
                yield bare, line.start, line.end, 0.75
        if parent and line.text != parent and not _PARENT.search(line.text.split("\t")[0]):
            break
    if parent:
        at = text.find(parent)
        yield parent, at, at + len(parent), 0.75


# Nouns that name other things as well as bodies: a heading with only one of these needs a reason more.
_WEAK_NOUN = re.compile(r"\w*(?:samverkan|ledning|team|träff|ting|arena|kluster|konferens)(?:en|et|n|s)?\b", re.I)
# How the text of a page begins to tell of the body: `Rådet för hälsa är ett forum …`.
_LEAD = re.compile(
    r"(?:(?:Det|Den)\s+(?=\w+a\s))?(?P<name>[A-ZÅÄÖ][^.,:;!?()\n]{2,80}?)(?:\s+\([^()]{2,40}\))?,?\s+(?:är|består|har|leder|"
    r"ansvarar|möts|träffas|utgörs|bereder|samordnar|arbetar|utgör|fungerar|beslutar|samlar|verkar|behandlar|styr|"
    r"inrättades|bildades|sammanträder)\b"
)


# `… är det politiska forum där`: what the text tells of is a body, whatever it is called.
_DEFINES = re.compile(
    r"(?<=\bär)\s+(?:ett|en|det|den|vårt|vår|länets|kommunernas)\s+(?:[a-zåäö-]+\s+){0,4}?"
    r"\w*(?:forum(?:et)?|organ(?:et)?|råd(?:et)?|nämnd(?:en)?|nätverk(?:et)?|grupp(?:en)?|beredning(?:en)?|kommitté(?:n)?|samråd(?:et)?)"
    r"(?=\s|[.,])"
)


def _is_strong(words: str) -> bool:
    return BODY_NOUN.search(_WEAK_NOUN.sub("", words)) is not None


def _page(layout: Layout, document: Document, lists: Lists) -> Iterator[Found]:
    """The body of a page of composition: its title, else whom its text begins to tell of, else a heading's.

    Of headings it is the last before the first list; words that name other things as well as bodies come last.
    """
    first = lists.rows[0].entry.start if lists.rows else len(layout.text)
    before = [
        line for line in layout.lines if line.start < first and not in_paragraph(layout.text, line.start, line.end)
    ]
    named = [
        line
        for line in before
        if len(line.text) <= 80
        and not line.text.endswith((".", ":"))
        and BODY_NOUN.search(line.text)
        and not re.match(r"Ledam\w*\Z|Ersätt\w*\Z|Ordinarie|För ", line.text)
    ]
    titled = [line for line in named if document.title and " ".join(line.text.split()) == document.title]
    whole = [line for line in named[::-1] if not body_names.PART_OF_BODY.match(line.text)]
    ranked = sorted((*titled, *whole, *named), key=lambda line: not _is_strong(line.text))
    sure = [line for line in titled if _is_strong(line.text)]
    for line in sure:
        yield body_names.of_page(layout.text, line.text), line.start, line.end, 0.85
    for line in layout.lines[:25] if not sure else ():
        lead = _LEAD.match(line.text) if line.start < first else None
        if (
            lead
            and len(lead["name"].split()) <= 10
            and (_is_strong(lead["name"]) or _DEFINES.match(line.text, lead.end()))
        ):
            for above in (each for each in whole if each.start < line.start and _is_strong(each.text)):
                yield body_names.of_page(layout.text, above.text), above.start, above.end, 0.8
            name = body_names.spelled_out(layout, lead["name"])
            yield name, line.start + lead.start("name"), line.start + lead.end("name"), 0.8
    for line in ranked:
        yield body_names.of_page(layout.text, line.text), line.start, line.end, 0.75


_GENITIVE_BODY = re.compile(
    r"\b(?P<name>(?:[A-ZÅÄÖ][\wåäö-]{1,60}\s){0,3}[A-ZÅÄÖ][\wåäö-]{0,60}s\s(?:[a-zåäö]+\s)?(?:styrelse|nämnd|direktion|"
    r"arbetsutskott|presidium|fullmäktige))\b"
)


_CHAIR_OF = re.compile(
    r"\bordförande\s+(?:i|för)\s+(?P<name>[A-ZÅÄÖ][^.,;:!?\n]{3,60}?)(?=[.,;:!?\n]|\s+(?:är|säger|och|som|berättar)\b)"
)
# `samlades till konferensen Trygga byar i Sala`: a meeting that has a name of its own.
_CONFERENCE = re.compile(
    r"\b(?:\w*[Kk]onferensen|\w*[Ss]eminariet|[Mm]ötesdagen|[Ff]orumet|[Nn]ätverksträffen|[Rr]ådslaget|[Tt]oppmötet)\s+[”\"]?"
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?\n”\"]{2,60}?)(?=[”\".,\n]|\s+(?:på|i|den|hölls|som|för att|avslutades)\b)"
)


# `Konferensen avslutades med`, `hade bjudit in till länskonferensen`: a meeting known by its kind alone.
_KIND_OF_MEETING = re.compile(
    r"(?<![\wåäö])(?:(?P<named>[\wåäöÅÄÖ]{2,30}(?:konferensen|seminariet|rådslaget|toppmötet|dialogdagen|temadagen|mötesdagen))"
    r"|(?:Konferensen|Seminariet)(?=\s+(?:avslutades|inleddes|öppnades|riktade|handlade|hade|samlade|arrangera)))"
)
# Who has decided, chosen or agreed, as a sentence begins.
_DECIDES = re.compile(
    r"\b(?:beslutade|valde|utsåg|antog|godkände|fastställde|enades|behandlade|diskuterade|tog|gav|fick|presenterade)\s+"
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?\n]{3,80}?)(?=\s+(?:en|ett|om|att|sig|på|till|den|det|de|ny|nya|nytt|ställning|upp|emot|två|tre)\b)"
)
_SUBJECT = re.compile(
    r"(?<![^\s–])(?P<name>[A-ZÅÄÖ][^.,:;!?\n]{3,70}?)\s+(?:har\s+(?:nu\s+|också\s+|idag\s+)?)?(?:beslutat|beslutade|beslutar|"
    r"utser|väljer|antar|godkänner|inför|startar|byter|enas|tar|valt|valde|utsett|utsåg|antagit|antog|godkänt|godkände|fastställt|fastställde|enats|enades|ställt\s+sig|ställde\s+sig|"
    r"arrangera(?:n)?de|samlade|bjöd\s+in|fått|får|bildats|bildades|startat|inlett|välkomnar|leds)\b"
)


def _news(layout: Layout, document: Document) -> Iterator[Found]:
    told = list(gatherings(layout))
    for each in told:
        if each.who is not None:
            yield " ".join(layout.text[slice(*each.who)].split()), *each.who, 0.8
    if (called := _CONFERENCE.search(layout.text, 0, 6000)) is not None:
        yield " ".join(called["name"].split()), called.start("name"), called.end("name"), 0.7
    if (
        document.title
        and re.search(r"konferens|forum|möte|träff|seminarium|dag\b", document.title, re.I)
        and document.evidence
    ):
        yield document.title, document.evidence.start, document.evidence.end, 0.7
    for each in told:  # `Vid mötet i Sala beslutade Rådet för hälsa att …`
        decides = _DECIDES.search(layout.text, each.verb.end, each.end)
        if decides and _is_strong(decides["name"]) and len(decides["name"].split()) <= 10:
            yield decides["name"], decides.start("name"), decides.end("name"), 0.7
    kind = _KIND_OF_MEETING.search(layout.text, 0, 6000)
    if kind is not None and told:
        yield kind[0][0].lower() + kind[0][1:], kind.start(), kind.end(), 0.6
    named = [
        match for pattern in (_GENITIVE_BODY, _CHAIR_OF, _SUBJECT) for match in pattern.finditer(layout.text, 0, 6000)
    ]
    for match in sorted(named, key=lambda each: each.start("name")):
        if BODY_NOUN.search(match["name"]) and len(match["name"].split()) <= 10:
            yield " ".join(match["name"].split()), match.start("name"), match.end("name"), 0.7
    yield from _in_compounds(tuple(Line(each.start, each.end, layout.text[each.start : each.end]) for each in told))
