"""Which body a document speaks of: named in its title, in a field of its head, or by what it is called in the text."""

import re
from collections.abc import Iterator

from samverkan.facts import Body, Document
from samverkan.reading.head import body_names
from samverkan.reading.head.body_forms import Found, in_compounds, is_strong
from samverkan.reading.head.body_kind import kind_of
from samverkan.reading.head.news_body import CONFERENCE, of_news
from samverkan.reading.head.page_body import of_page
from samverkan.reading.layout import Layout, Line, evidence
from samverkan.reading.paragraphs import in_paragraph
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.rows import Lists

_FIELD = re.compile(
    r"(?:(?i:\w*(?:organ|nämnd|forum|grupp|råd|nätverk|utskott|kommitté))|Instans|Styrelse/nämnd|Mötesforum|"
    r"Möte|Typ av möte|Mötets namn|Sammanträde)\s*(?::|\t|\s{3,})\s*(?P<name>[^\t\n]{3,120})"
)
# What stands before the body in a title: `Protokoll fört vid sammanträde med …`, `Minnesanteckningar från möte i …`.
_BEFORE = re.compile(
    r".*?\b(?:\w*protokoll(?:et|sutdrag)?|\w*anteckning(?:ar|arna|en)?|referat|sammanträde|kallelse|fört|förda|"
    r"(?:sammanställning|sammanfattning|rapport)(?:\s+(?:av|över)\s+beslut(?:en)?)?(?=\s+(?:av|från|över|vid)\b))\b"
    r"(?:\s*(?:[-–:]|/\s*\w*protokoll\b|fört|förda|från|för|till|vid|av|med|i|över|nr\.?\s*\d+(?:/\d+)?|(?:19|20)\d\d-\d\d-\d\d|\d{6,8}|gällande|avseende|den|det|ett|"
    r"(?!\w*(?:grupp|råd|nätverk|forum|kommitté|delegation)s?(?:möte|träff|sammanträde))\w*(?:möte(?:t|n)?|sammanträde(?:t)?)|"
    r"överläggning(?:ar)?|"
    r"träff(?:en)?|extra|ordinarie|digitalt|konstituerande|internat|konferens(?=\s+med))(?![\wåäö]))*\s*", re.I | re.S
)  # fmt: skip
_MEETING_WITH = re.compile(r"(?:\A|.*?\b)(?:Sammanträde|Möte|Styrelsemöte)\s+(?:med|i|för)\s+", re.I)
_DEPENDENT = re.compile(r"(?:arbetsutskott|presidi|arbetsgrupp|beredning|ledningsgrupp)\w*\Z", re.I)
_PARENT = re.compile(r"[\wåäöÅÄÖ-]*(?:styrelsen?|nämnden?|direktionen?|fullmäktige)\Z", re.I)


# `Kulturnämnden i Region Norr`: whose it is stands behind, and is no part of its name.
_OF_REGION = re.compile(
    r"(?:(?<=nämnden)|(?<=ningen)|(?<=yrelsen)|(?<=skottet)|(?<=mittén)|(?<=ationen))(?:\s(?:i|inom|hos|vid)\s|,\s)"
    r"(?:Region\s[A-ZÅÄÖ][\wåäö -]+|Västra\sGötalandsregionen)\Z"
)


def read_body(layout: Layout, document: Document, lists: Lists) -> Body | None:
    """The body that met or that the page describes; None where the text names none."""
    found = next(_candidates(layout, document, lists), None)
    if found is None:
        kind = kind_of("", layout, lists)
        return Body(None, kind) if kind is not None and document.kind == "minutes" else None
    name, start, end, confidence = found
    name = body_names.of_board(body_names.in_small_letters(layout.text, body_names.without_people(name)))
    if document.kind != "minutes":
        name = body_names.whole(layout.text, name)
    name = _OF_REGION.sub("", name)
    kind = kind_of(name, layout, lists)
    if kind is None and document.kind == "news" and CONFERENCE.search(layout.text, max(0, start - 30), end + 1):
        kind = "conference"
    return Body(name, kind, (), evidence(layout.text, start, end, "own_body.name", confidence))


def _candidates(layout: Layout, document: Document, lists: Lists) -> Iterator[Found]:
    top = layout.lines[:40]
    if document.kind == "minutes":
        yield from _in_fields(top)
        alone = tuple(_alone(layout.text, tuple(line for line in top[:15] if not _FILE.search(line.text)), lists))
        if document.title and _FILE.search(document.title):
            yield from alone
        titled = (_whole(found, alone) for found in _in_titles(layout, document))
        yield from sorted((*titled, *alone), key=_weakness)
        met = tuple(_who_met(layout, top))
        yield from (found for found in met if " för " in found[0])
        yield from _of_owner(top)
        yield from in_compounds(top[:15])
        yield from met
        yield from _without_noun(document)
    elif document.kind == "composition":
        yield from of_page(layout, document, lists)
    else:
        yield from of_news(layout, document)


def _weakness(found: Found) -> tuple[bool, bool]:
    """What names more than bodies comes last (`Samverkan Ådalen` over `Chefsforum`), then `presidieberedning`."""
    name = found[0]
    return not is_strong(name), name.islower() and " " not in name and not name.endswith(("en", "et", "n", "verk"))


def _whole(found: Found, alone: tuple[Found, ...]) -> Found:
    """`nätverk` of the word `nätverksträff`, or `styrgruppen`, by its whole name, where a line of the head is that and
    nothing else.
    """
    noun = re.sub(r"(?:en|et|n)\Z", "", found[0].casefold())
    if " " in noun:
        return found
    whole = (each for each in alone if " " in each[0] and noun in each[0].casefold().split(" ")[0])
    return next((each for each in whole if found[0].islower() or each[0].casefold().startswith(noun)), found)


_MET = re.compile(
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?()\n]{2,80}?(?:(?:, [A-ZÅÄÖ][\wåäö-]+)+(?: och [A-ZÅÄÖ][\wåäö-]+)?)?)"
    r"(?:\s\([^()\n]{2,12}\))?\s+(?:träffades|möttes|sammanträdde|samlades|höll\s(?:sitt\s)?\w*möte|hade\s\w*möte)\b"
)


def _who_met(layout: Layout, lines: tuple[Line, ...]) -> Iterator[Found]:
    """`Beredningsgruppen för kultur träffades den 3 maj`: a sentence of the head that says who met."""
    for line in lines[:20]:
        met = _MET.match(layout.text, line.start, line.end)
        if met and is_strong(met["name"]) and len(met["name"].split()) <= 10:
            yield met["name"], met.start("name"), met.end("name"), 0.6


def _without_noun(document: Document) -> Iterator[Found]:
    """`Anteckningar Länsdialog kultur`: what a title calls that which met, though no noun tells that it is a body."""
    title, proof = document.title, document.evidence
    before = _BEFORE.match(title) if title else None
    name = body_names.clean(title[before.end() :]) if title and before else ""
    if proof is not None and " " in name and name[0].isupper() and len(name.split()) <= 8:
        yield name, proof.start, proof.end, 0.4


def _in_fields(lines: tuple[Line, ...]) -> Iterator[Found]:
    for line in lines:
        if line.text.startswith(("ANSLAG", "Anslag", "Underskrift")):
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


_FILE = re.compile(r"\.(?:docx?|pdf|odt|rtf)\Z", re.I)  # the name of a file names the body last
_BOARD_MEETING = re.compile(r"\b(?:styrelse|direktions)(?:möte|sammanträde|protokoll)", re.I)
_OWNER = re.compile(
    r"\b(?:(?:samordnings|kommunal|kommun|region)?förbund(?:et)?|AB|förening(?:en)?|stiftelse(?:n)?)\b", re.I
)


def _board(meeting: str) -> str:
    """What the meeting of an organisation's board is the meeting of; whose board it is stands beside it."""
    return "direktionen" if "direktion" in meeting.casefold() else "styrelsen"


def _of_owner(lines: tuple[Line, ...]) -> Iterator[Found]:
    """`Protokoll styrelsemöte` and, alone on a line, whose: the board of that organisation."""
    meeting = next((line for line in lines[:8] if _BOARD_MEETING.search(line.text)), None)
    for line in lines[:8] if meeting is not None else ():
        if meeting and line is not meeting and _OWNER.search(line.text) and len(line.text) <= 70:
            yield _board(meeting.text), line.start, line.end, 0.7


_VALUE = re.compile(r"[A-ZÅÄÖ][\wåäö /]{1,25}:\s")  # `Plats: Teams`


def _broken(text: str, lines: tuple[Line, ...], line: Line) -> str | None:
    """The name of a body that goes on in small letters below: `Rådet för vård och` over `omsorg i Ådalen`."""
    at = lines.index(line)
    if at + 1 >= len(lines) or len(line.text) > 80 or not BODY_NOUN.search(line.text) or not line.text[0].isupper():
        return None
    below = lines[at + 1]
    goes_on = below.text[0].islower() and len(below.text) <= 60 and text.count("\n", line.end, below.start) == 1
    if not goes_on or below.text[-1] in ".:," or "\t" in line.text or line.text[-1] in ".:":
        return None
    if text[below.end : below.end + 2].strip() or _SENTENCE_VERB.search(line.text):
        return None  # a paragraph
    bare = body_names.clean(line.text)
    return f"{bare} {below.text}" if bare == line.text and len(bare.split()) <= 10 else None


_SENTENCE_VERB = re.compile(r"\b(?:är|har|hade|var|består|ska|beslutar|beslutade|träffas|möttes|säger|kommer|får)\b")


_DECIDES = re.compile(r"\b(?:beslut(?:ar|ade|ar:)?|föreslår|godkänner|antecknar|noterar|ställer|har|är)\Z")


def _alone(text: str, lines: tuple[Line, ...], lists: Lists) -> Iterator[Found]:
    """A line of the head that is the name of a body and nothing else."""
    first_row = lists.rows[0].entry.start if lists.rows else len(text)
    parent = ""
    for line in lines:
        if line.start >= first_row and lists.rows:
            return
        if (broken := _broken(text, lines, line)) is not None:
            yield broken, line.start, line.end, 0.7
        if in_paragraph(text, line.start, line.end) or (line.text[-1] == "." and line.text.count(" ") > 3):
            continue
        for words in re.split(r"\t+|\s{3,}", line.text):
            if _VALUE.match(words):
                continue
            bare = body_names.clean(words)
            before = _BEFORE.match(bare)
            bare = bare[before.end() :] if before else bare
            if bare.endswith(":") or _DECIDES.search(bare):
                continue
            if not (3 <= len(bare) <= 90 and len(bare.split()) <= 10 and BODY_NOUN.search(bare)) or bare[0] == "(":
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
