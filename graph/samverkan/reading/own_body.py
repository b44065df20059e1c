"""Which body a document speaks of: named in its title, in a field of its head, or by what it is called in the text."""

import re
from collections.abc import Iterator

from samverkan.facts import Body, BodyKind, Document
from samverkan.places import Places
from samverkan.reading.layout import Layout, Line, evidence
from samverkan.reading.roles import BODY_NOUN
from samverkan.reading.rows import Lists

_FIELD = re.compile(
    r"(?:(?i:\w*organ|\w*nämnd|\w*forum|\w*grupp)|Instans|Styrelse/nämnd|Mötesforum|Möte|Typ av möte|Mötets namn|"
    r"Sammanträde)\s*(?::|\t|\s{3,})\s*(?P<name>[^\t\n]{3,120})"
)
# What stands before the body in a title: `Protokoll fört vid sammanträde med …`, `Minnesanteckningar från möte i …`.
_BEFORE = re.compile(
    r".*?\b(?:\w*protokoll(?:et|sutdrag)?|\w*anteckning(?:ar|arna|en)?|referat|sammanträde|kallelse|fört|förda)\b"
    r"(?:\s*(?:[-–:]|/\s*\w*protokoll\b|fört|förda|från|för|till|vid|av|med|i|över|nr\.?\s*\d+(?:/\d+)?|(?:19|20)\d\d-\d\d-\d\d|\d{6,8}|gällande|avseende|den|det|ett|"
    r"\w*möte(?:t|n)?|\w*sammanträde(?:t)?|överläggning(?:ar)?|"
    r"träff(?:en)?|extra|ordinarie|digitalt|konstituerande|internat|konferens(?=\s+med))(?![\wåäö]))*\s*", re.I | re.S
)  # fmt: skip
_MEETING_WITH = re.compile(r"(?:\A|.*?\b)(?:Sammanträde|Möte|Styrelsemöte)\s+(?:med|i|för)\s+", re.I)
_CUT = re.compile(
    r"\s*(?:,?\s*\b(?:den\s+)?\d{1,2}[:e]*\s*(?:[-–]\s*\d{1,2}\s+)?(?:januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december)\b"
    r"|\b(?:19|20)\d\d-\d\d|\b\d{1,2}/\d|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\s(?:Sammanträdes|Mötes)?(?:datum|dag|tid|plats)\b|\b\d{6,8}\b|\s-\s|\s–\s|\.\s|\.\Z|,\s*\b(?:den|kl|måndag|tisdag|onsdag|"
    r"torsdag|fredag)|\bkl\b|\bnr\s?\d|§|\t|\bden\s+\d"
    r"|,\s+(?=[A-ZÅÄÖ][\wåäö]*(?:hus|huset|hotell|hotellet|gård|gården|sal|salen|lokal|lokaler|kansli|kansliet|centrum)\b)"
    r"|\((?=[A-ZÅÄÖ]{2,6}\))|\b(?:mån|tis|ons|tors|fre)dag(?:en)?\b|\s+(?:vid|på)\s+(?=\w+\s*\Z)).*", re.I | re.S
)  # fmt: skip
_DEPENDENT = re.compile(r"(?:arbetsutskott|presidi|arbetsgrupp|beredning|ledningsgrupp)\w*\Z", re.I)
_PARENT = re.compile(r"[\wåäöÅÄÖ-]*(?:styrelsen?|nämnden?|direktionen?|fullmäktige)\Z", re.I)


def read_body(layout: Layout, document: Document, lists: Lists) -> Body | None:
    """The body that met or that the page describes; None where the text names none."""
    found = next(_candidates(layout, document, lists), None)
    if found is None:
        kind = _kind("", layout)
        return Body(None, kind) if kind is not None and document.kind == "minutes" else None
    name, start, end, confidence = found
    return Body(name, _kind(name, layout), (), evidence(layout.text, start, end, "own_body.name", confidence))


Found = tuple[str, int, int, float]


def _candidates(layout: Layout, document: Document, lists: Lists) -> Iterator[Found]:
    top = layout.lines[:40]
    if document.kind == "minutes":
        yield from _in_fields(top)
        yield from _in_titles(layout, document)
        yield from _alone(layout.text, top[:15], lists)
        yield from _of_owner(top)
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
            yield _clean(field["name"]), line.start + field.start("name"), line.start + field.end("name"), 0.95


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
            name = _clean(rest)
            if _BOARD_MEETING.search(words) and _OWNER.search(name) and not BODY_NOUN.search(name):
                yield _board_of(words, name), start, end, 0.8
            if name and BODY_NOUN.search(name) and not re.search(r"\b(?:utsågs|beslut|dagordning)", name, re.I):
                yield _longer(layout, _fuller(layout.text, name)), start, end, 0.9


_BOARD_MEETING = re.compile(r"\b(?:styrelse|direktions)(?:möte|sammanträde|protokoll)", re.I)
_OWNER = re.compile(
    r"\b(?:(?:samordnings|kommunal|kommun|region)?förbund(?:et)?|AB|förening(?:en)?|stiftelse(?:n)?)\b", re.I
)


def _board_of(meeting: str, owner: str) -> str:
    return f"{'direktionen' if 'direktion' in meeting.casefold() else 'styrelsen'} för {owner}"


def _of_owner(lines: tuple[Line, ...]) -> Iterator[Found]:
    """`Protokoll styrelsemöte` and, alone on a line, whose: the board of that organisation."""
    meeting = next((line for line in lines[:8] if _BOARD_MEETING.search(line.text)), None)
    for line in lines[:8] if meeting is not None else ():
        if meeting and line is not meeting and _OWNER.search(line.text) and len(line.text) <= 70:
            yield _board_of(meeting.text, _clean(line.text)), line.start, line.end, 0.7


_VALUE = re.compile(r"[A-ZÅÄÖ][\wåäö /]{1,25}:\s")  # `Plats: Teams`


def _alone(text: str, lines: tuple[Line, ...], lists: Lists) -> Iterator[Found]:
    """A line of the head that is the name of a body and nothing else."""
    first_row = lists.rows[0].entry.start if lists.rows else len(text)
    parent = ""
    for line in lines:
        if line.start > first_row:
            return
        for words in re.split(r"\t+|\s{3,}", line.text):
            bare = _clean(words)
            if _VALUE.match(words) or bare.endswith(":"):
                continue
            if not (3 <= len(bare) <= 90 and len(bare.split()) <= 10 and BODY_NOUN.search(bare)):
                continue
            if _PARENT.search(bare) and len(bare.split()) == 1 and not parent:
                parent = bare
                continue
            if parent and _DEPENDENT.search(bare):
                yield _under(parent, bare), line.start, line.end, 0.85
            elif not parent or not _PARENT.search(bare):
                yield bare, line.start, line.end, 0.75
        if parent and line.text != parent and not _PARENT.search(line.text.split("\t")[0]):
            break
    if parent:
        at = text.find(parent)
        yield parent, at, at + len(parent), 0.75


def _under(parent: str, name: str) -> str:
    """`REGIONSTYRELSEN` and `Arbetsutskottet` below it: regionstyrelsens arbetsutskott."""
    parent = parent.lower() if parent.isupper() else parent
    bare = re.sub(r"(?<=utskott)et\Z|(?<=grupp)en\Z|(?<=edning)en\Z", "", name)
    return f"{parent}s {bare[0].lower()}{bare[1:]}"


def _page(layout: Layout, document: Document, lists: Lists) -> Iterator[Found]:
    """The heading of a page of composition: its title, or the last heading before the first list that names a body."""
    first = lists.rows[0].entry.start if lists.rows else len(layout.text)
    headings = [
        line
        for line in layout.lines
        if line.start < first and len(line.text) <= 80 and not line.text.endswith((".", ":"))
    ]
    named = [
        line
        for line in headings
        if BODY_NOUN.search(line.text) and not re.match(r"Ledam|Ersätt|Ordinarie|För ", line.text)
    ]
    titled = [line for line in named if document.title and " ".join(line.text.split()) == document.title]
    for line in (*titled, *named[::-1]):
        bare = re.sub(
            r",\s*[A-ZÅÄÖ]{2,6}\Z|\s[-–]\s*(?:ledamöter|sammansättning|deltagare)(?:\s\d{4})?\Z",
            "",
            line.text,
            flags=re.I,
        )
        bare = re.sub(r"\s*\([^)]*\)\Z", "", bare)
        yield (
            re.sub(r"\A(?:Ledamöter|Representanter|Sammansättning)\s+(?:i|av)\s+", "", bare),
            line.start,
            line.end,
            0.85,
        )


_GENITIVE_BODY = re.compile(
    r"\b(?P<name>(?:[A-ZÅÄÖ][\wåäö-]{1,60}\s){0,3}[A-ZÅÄÖ][\wåäö-]{0,60}s\s(?:[a-zåäö]+\s)?(?:styrelse|nämnd|direktion|"
    r"arbetsutskott|presidium|fullmäktige))\b"
)


_CHAIR_OF = re.compile(
    r"\bordförande\s+(?:i|för)\s+(?P<name>[A-ZÅÄÖ][^.,;:!?\n]{3,60}?)(?=[.,;:!?\n]|\s+(?:är|säger|och|som|berättar)\b)"
)
# `Styrelsen för Ådalen möttes i Sala`, `I maj träffades Rådet för hälsa i Heby`.
_MET = r"(?:möttes|hölls|träffades|samlades|sammanträdde|höll (?:sitt |ett )?(?:\w+ )?(?:möte|sammanträde))"
NEWS_MEETING = re.compile(
    r"(?<![^\s–])(?!(?:Den|Det|De|I|På|Vid|Under|När|Då|Igår|I dag|Nyligen|Samma|För|Efter)\b)"
    rf"(?P<name>[A-ZÅÄÖ][^.,:;!?\n]{{2,80}}?)\s+{_MET}\b|"
    r"\b[Vv]id (?:ett|sitt|dagens|det|årets) (?:\w+ )?(?:möte|sammanträde)t?\b|"
    rf"\b{_MET}\s+(?P<who>[^.,:;!?\n]{{3,80}}?)(?=\s+(?:i|på|hos|den|för att|till)\s|[.,\n])"
)


def _news(layout: Layout, document: Document) -> Iterator[Found]:
    for met in NEWS_MEETING.finditer(layout.text):
        which = "name" if met["name"] else "who"
        if met[which] is None:
            continue
        name = " ".join(met[which].split())
        if BODY_NOUN.search(name) and len(name.split()) <= 10:
            yield name, met.start(which), met.end(which), 0.8
    if (
        document.title
        and re.search(r"konferens|forum|möte|träff|seminarium|dag\b", document.title, re.I)
        and document.evidence
    ):
        yield document.title, document.evidence.start, document.evidence.end, 0.7
    for pattern in (_GENITIVE_BODY, _CHAIR_OF):
        match = pattern.search(layout.text)
        if match and BODY_NOUN.search(match["name"]):
            yield match["name"], match.start("name"), match.end("name"), 0.7


def _clean(words: str) -> str:
    """A name without the date, the hours, the number and the short form behind it; of parts with dashes the body's."""
    parts = re.split(r"\s[-–]\s", " ".join(words.split()))
    words = _CUT.sub("", next((part for part in parts if BODY_NOUN.search(part)), parts[0]))
    words = re.sub(r"(?<=[a-zåäö])s?\s+(?:möte|sammanträde)\Z", "", words)
    words = re.sub(r"(grupp|råd|nämnd|nätverk|forum)s(?:möte|träff|sammanträde)(?:t|en)?\b", r"\1", words)
    words = re.sub(r"\A(\w+(?:en|et))s(?=\s+för\s)", r"\1", words)
    words = re.sub(r"\s+(?:sammanträdes)?protokoll\Z|\s+(?:minnes)?anteckningar\Z", "", words, flags=re.I)
    return words.strip(' ,.;:–-/"”')


def _fuller(text: str, name: str) -> str:
    """`X till Y` is a body X that works for Y: X by the fullest name that the text gives it, with its adjective."""
    match = re.match(r"(?P<own>[A-ZÅÄÖ]?[\wåäö-]+)\s+till\s+[A-ZÅÄÖ]", name)
    if match is None or not BODY_NOUN.search(match["own"]):
        return name
    noun = re.escape(match["own"][1:])
    fuller = re.search(
        rf"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäö]+ [{match['own'][0]}{match['own'][0].lower()}]{noun}(?:en|et)?\b", text
    )
    return " ".join(fuller[0].split()) if fuller else name


def _longer(layout: Layout, name: str) -> str:
    """`Samrådsgruppen` is `Samrådsgruppen för social välfärd` where a line of the head is that and nothing else."""
    for line in layout.lines[:12]:
        if (
            line.text.casefold().startswith(f"{name.casefold()} för ")
            and len(line.text) <= 90
            and "\t" not in line.text
        ):
            return line.text
    return name


_KINDS: tuple[tuple[BodyKind, str], ...] = (
    ("conference", r"konferens|seminarium"),
    ("officials", r"tjänsteman|tjänstemän|tjänsteperson|chefsgrupp|direktörsgrupp|chefsnätverk"),
    ("political", r"politisk|förtroendevald"),
    ("board", r"styrelse|direktion|\bAB\b"),
    ("committee", r"utskott|nämnd|fullmäktige"),
    ("network", r"nätverk"),
    ("officials", r"ledningsgrupp|styrgrupp|arbetsgrupp|chefsforum"),
    ("political", r"samverkansorgan|samrådsorgan|kommunberedning|politik"),
)


def _kind(name: str, layout: Layout) -> BodyKind | None:
    for kind, pattern in _KINDS:
        if name and re.search(pattern, name, re.I):
            return kind
    top = layout.text[:6000]
    if re.search(r"är (?:ett|en) (?:gemensamt? )?politiskt?", top, re.I):
        return "political"
    if re.search(r"tjänstemannagrupp|tjänstemannaberedning", top, re.I) or (
        name == "" and re.search(r"politiska arbetet i", layout.text)
    ):
        return "officials"
    both = re.search(r"\b(?:Politiker|Förtroendevalda)\b", top) and re.search(
        r"\b(?:Tjänstemän|Tjänstepersoner)\b", top
    )
    return "mixed" if both else None


def organisations(name: str | None, places: Places, lists: Lists) -> tuple[str, ...]:
    """Whose body it is: those whose sides sit there, or whose name the head carries."""
    sides = list(dict.fromkeys(row.section.organisation for row in lists.rows if row.section.organisation))
    shared = [
        side
        for side in sides
        if side == "kommunerna" or ((place := places.of(side)) is not None and place.kind == "region")
    ]
    if "kommunerna" in shared and len(shared) > 1:
        return tuple(shared)
    if name:
        inside = [place.name for place in places.find(name) if place.kind == "region"]
        return tuple(dict.fromkeys(inside))
    return ()


def home_region(layout: Layout, places: Places) -> str | None:
    """The one region that the first lines name; None where they name none or several."""
    named = {
        place.name
        for line in layout.lines[:12]
        for place in places.find(layout.text, line.start, min(line.end, line.start + 300))
        if place.kind == "region"
    }
    return named.pop() if len(named) == 1 else None
