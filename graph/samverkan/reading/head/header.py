"""The head of a document: its title and what kind of document it is, and when it was published."""

import re
from itertools import pairwise

from samverkan import dates, names
from samverkan.facts import Document, DocumentKind
from samverkan.reading.layout import Layout, Line, evidence
from samverkan.reading.paragraphs import in_paragraph
from samverkan.reading.patterns import Pattern
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.rows import Lists

# Titles of minutes: `Protokoll …`, `Minnesanteckningar …`, `Direktionsprotokoll`.
MINUTES = Pattern(
    r"(?:protokoll(?:et|sutdrag)?|anteckning(?:ar|arna|en)?|\bsammanträde(?=\s|\Z)|referat|uppföljning av möte|"
    r"mötesnoteringar|noteringar(?= från| \d)|sammanfattning (?:av|från) (?:\w+)?(?:möte|sammanträde)\w*)"
    r"(?![\wåäö])",
    re.I,
)
_OPENS_WITH = re.compile(rf"\w*{MINUTES.pattern}", re.I)
_HEAD_LINES = 80
_FIRST_ITEM = re.compile(r"(?:\w{0,6}\s?§+\s*\d|1\s*[.:)]\s|1\s+[A-ZÅÄÖ]|1[.:]?\Z)")


# An item about other minutes, and no title: `1. Föregående anteckningar`, `§ 1 Justering av protokoll`.
_ABOUT_MINUTES = re.compile(
    r"\b(?:föregående|förra|senaste|godkännande|justering|genomgång|uppföljning|val)\b", re.IGNORECASE
)


def head(layout: Layout) -> tuple[Line, ...]:
    """The lines before the first item of the agenda, at most some eighty."""
    lines = layout.lines[:_HEAD_LINES]
    for at, line in enumerate(lines):
        if at and _FIRST_ITEM.match(line.text) and not _is_title(line.text):
            below = next((i for i in range(at, len(lines)) if not _ITEM.match(lines[i].text)), len(lines))
            listed = below - at > 1 and below < len(lines) and _OF_HEAD.match(lines[below].text)
            return (*lines[:at], *head_from(lines, below)) if listed else lines[:at]
    return lines


def _is_title(words: str) -> bool:
    """Whether a line with a number names the minutes themselves."""
    return MINUTES.search(words) is not None and not _ABOUT_MINUTES.search(words)


def head_from(lines: tuple[Line, ...], start: int) -> tuple[Line, ...]:
    """The rest of a head that a list of the items stands in: its lines up to where the items have their text."""
    stop = next((at for at in range(start, len(lines)) if _ITEM.match(lines[at].text)), len(lines))
    return lines[start:stop]


_ITEM = re.compile(r"(?:\w{0,6}\s?§+\s*\d|\d{1,2}(?:\s?[a-z])?(?:\s*[.:)]\s|\s+[A-ZÅÄÖ]))")
# Below a list of the items these go on with the head.
_OF_HEAD = re.compile(
    r"(?:Plats|Tid|Datum|Dag|Sammanträdes(?:datum|tid|plats)|Närvarande|Beslutande|Deltagare|Ledamöter|Lokal|Organ)\b"
)


def read_document(layout: Layout, lists: Lists) -> Document:
    """What the document is: its title, kind and day of publication; its own day comes from the meeting."""
    kind = _kind(layout, lists)
    title = _title(layout, kind)
    published = _published(layout) or (_beside_byline(layout) if kind == "news" else None)
    proof = None if title is None else evidence(layout.text, title.start, title.end, f"header.{kind}", 0.9)
    return Document(None if title is None else " ".join(title.text.split()), kind, None, published, proof)


def _kind(layout: Layout, lists: Lists) -> DocumentKind:
    for line in layout.lines[:14]:
        if line.text[0].islower() or in_paragraph(layout.text, line.start, line.end):
            continue
        if _LINK_TO_MINUTES.search(line.text):
            continue
        if len(line.text) < 200 and _OPENS_WITH.match(line.text.lstrip("0123456789 ")):
            return "minutes"
    stated = [row for row in lists.rows if row.section.heading]
    if any(
        re.match(
            r"närvar|deltagare|frånvar|förhinder|beslutande|ej |inte |medverkande|deltog|kallade|på plats|"
            r"med på|återbud",
            row.section.heading,
            re.I,
        )
        for row in stated
    ):
        return "minutes"
    if any(
        MINUTES.search(line.text)
        and len(line.text) < 120
        and line.text[-1] not in ".>»"
        and not _LINK_TO_MINUTES.search(line.text)
        and not in_paragraph(layout.text, line.start, line.end)
        for line in layout.lines[:8]
    ):
        return "minutes"
    if any(len(line.text) < 60 and _MARK_OF_MINUTES.match(line.text) for line in layout.lines):
        return "minutes"
    if any(_LABEL_OF_MEETING.match(line.text) for line in layout.lines[:15]):
        return "minutes"
    if any(
        _ON_REMISS.search(line.text) and len(line.text) < 150 and line.text[-1] != "." for line in layout.lines[:12]
    ):
        return "news"
    if any(_MARK_OF_NEWS.match(line.text) for line in layout.lines[:8]) or _told_by_somebody(layout):
        return "news"
    listed = len(lists.rows) + len(lists.seats) >= _FEW
    return "composition" if listed or _tells_of_seats(layout.text[:_PAGE]) else "news"


def _tells_of_seats(text: str) -> bool:
    """Whether sentences tell who sits where, as no news do: member by member, with the substitutes."""
    if "rsättare" not in text:
        return False
    elected = sum(1 for _ in _WITH_PARTY.finditer(text))
    return elected >= _MANY or sum(1 for _ in _SITS.finditer(text)) > _FEW


_FEW, _MANY = 3, 8  # people
_PAGE = 20_000  # characters
_WITH_PARTY = re.compile(r"[A-ZÅÄÖ][\wåäö-]+ [A-ZÅÄÖ][\wåäö-]+ \([A-ZÅÄÖ][A-Za-z]{0,2}\)")
_SITS = re.compile(
    r"(?:[Ll]edam(?:ot|öter)|[Ee]rsättare|[Oo]rdförande|[Aa]djungerade?)\b[^.\n:]{0,30}\s(?:är|sitter|ingår)\s[A-ZÅÄÖ]|"
    r"\b(?:består av|företräds av|sitter)\b"
)
# `Mötesdatum: 3 maj 2031`, `Mötesordförande  Anna Ek`, and not a heading over the days to come.
_LABEL_OF_MEETING = re.compile(
    r"(?:Närvaro(?:lista|förteckning)?\s(?:vid|från)|Kallade:)\s|"
    r"(?:Mötes|Sammanträdes)(?:datum|dag|tid|lokal|plats|ordförande|sekreterare|ledare)(?:\s*[:\t]|\s{2,}|\s(?=\d))\s*\S"
)
_ON_REMISS = re.compile(
    r"\ARemiss\b(?!instans)(?:\s?[:–-]|\s+(?:av|om)\b)|[–-]\s*remiss\Z|\b(?:ute\s)?på remiss\Z", re.IGNORECASE
)


# What leads from a page to the minutes of its body: `Handlingar och protokoll`, `Tidigare protokoll`.
_LINK_TO_MINUTES = re.compile(
    r"\b(?:och|&|samt|tidigare|äldre|alla|läs|våra|se)\s+(?:\w+\s)?(?:protokoll|anteckningar|minnesanteckningar)(?:en|et|na)?\W*\Z|"
    r"\A\W*(?:protokoll|minnesanteckningar)(?:en|na)?\s(?:och|&|samt)\s\w+\W*\Z",
    re.IGNORECASE,
)


def _told_by_somebody(layout: Layout) -> bool:
    """Whether somebody is quoted in a line of speech, as nobody is in a page of composition."""
    return any(line.text[0] in "–—-”" and _SAYS.search(line.text) for line in layout.lines)


_SAYS = re.compile(r",\s(?:säger|menar|berättar|konstaterar|förklarar|betonar|tycker|sade|sa|understryker)\s(?=\S)")
_MARK_OF_NEWS = re.compile(
    r"\[?(?:Nyhet|NYHET|Pressmeddelande|PRESSMEDDELANDE|Artikel|Notis|Reportage)\]?(?:,?\s+\d.*)?\Z"
)


# Headings and signatures that only minutes have.
_MARK_OF_MINUTES = re.compile(
    r"§?\s*\d{1,3}[.:)]?\s+(?:Inledning|Övrigt|Övriga frågor|Nästa möte|Dagordning)\Z|"
    r"(?:§?\s*\d{1,3}[.:)]?\s+)?(?:Mötets? öppna(?:nde|s|t|des)|Mötet (?:avslutas|avslutades|avslutande)|"
    r"Mötets avslut(?:ande|ning)?|Val av (?:justerare|justeringsperson)|Vid (?:protokollet|anteckningarna|pennan)|"
    r"Antecknat av|Protokollförare|Föregående (?:protokoll|minnesanteckningar|anteckningar|möte)\Z)"
)


def _title(layout: Layout, kind: DocumentKind) -> Line | None:
    """The line that names the document; a title of several lines is taken whole."""
    lines = [line for line in layout.lines[:25] if len(line.text) < 300]
    if kind == "minutes":
        found = [
            at
            for at, line in enumerate(lines)
            if MINUTES.search(line.text)
            and not _MARK_OF_MINUTES.match(line.text)
            and (_OPENS_WITH.match(line.text) or not any(names.find(line.text)))
            and not re.match(r"\d{1,2}[.)]\s|\w*(?:anteckningar|protokoll)(?:na|et)?\s?:", line.text)
        ]
        if found:
            return _without_page(_whole(layout, lines, _best(lines, found)))
    return lines[_below_menu(layout, lines)] if lines else None


def _without_page(line: Line) -> Line:
    """The title without the number of the page that it stands first on: `1 Protokoll Hälsorådet`."""
    number = re.match(rf"\d{{1,2}}\s(?={_OPENS_WITH.pattern})", line.text, re.I)
    return Line(line.start + number.end(), line.end, line.text[number.end() :]) if number else line


_BANNER = 4  # lines that the name of a site and its motto take, at most


def _below_menu(layout: Layout, lines: list[Line]) -> int:
    """The index of the line that names a page: the first, or below the menu where the name of the site stands above."""
    menus = [each for each in layout.ignored[:9] if each.reason == "site menu" and each.end - each.start >= _MENU]
    for at in range(min(_BANNER, len(lines) - 1), 0, -1):
        above, line = lines[at - 1], lines[at]
        below = any(above.end < each.start < line.start for each in menus)
        if (
            below
            and len(line.text) <= 100
            and line.text[-1] not in ".:"
            and not any(_names_page(each) for each in lines[:at])
        ):
            return at
    return 0


def _names_page(line: Line) -> bool:
    """Whether a line already names a body, or is running text."""
    return (
        len(line.text) > 80
        or line.text.endswith(".")
        or re.match(
            r"(?:\w+råd|\w*[Nn]ämnd|\w*[Ss]tyrelse|\w*[Dd]irektion|"
            r"\w*grupp|\w*[Uu]tskott|\w*[Bb]eredning)(?:en|et|n)?\b",
            line.text,
        )
        is not None
    )


_MENU = 15  # characters: shorter ones are a button


def _best(lines: list[Line], found: list[int]) -> int:
    """Of several lines that could be the title the one that also names a body."""
    return next((at for at in found if BODY_NOUN.search(lines[at].text) or _hangs(lines[at].text)), found[0])


def _hangs(text: str) -> bool:
    return re.search(r"\b(?:med|för|från|i|till|och)\Z", text) is not None


def _whole(layout: Layout, lines: list[Line], at: int) -> Line:
    last = at
    while (
        last + 1 < len(lines) and last - at < 3 and layout.text.count("\n", lines[last].end, lines[last + 1].start) == 1
    ):
        following = lines[last + 1].text
        if not (
            _hangs(lines[last].text)
            or (last > at and following[0].isupper() and len(lines[last].text) > 30 and "\t" not in following)
        ):
            break
        last += 1
    return Line(lines[at].start, lines[last].end, layout.text[lines[at].start : lines[last].end])


_PUBLISHED = Pattern(
    r"\b(?:(?:Nyhet|NYHET|Pressmeddelande|PRESSMEDDELANDE)(?=,?\s+\d)|[Ss]enast\s+(?:uppdaterad|ändrad|granskad)|(?<!\S)Ändrad(?=:?\s+\d)|[Pp]ublicera[dt]|"
    r"[Uu]ppdaterad|[Ss]idan uppdatera(?:d|des))\b[^\n]{0,60}"
)


def _published(layout: Layout) -> str | None:
    days: list[str] = []
    if not any(
        word in layout.text
        for word in ("ublicera", "ppdatera", "ndrad", "granskad", "Nyhet", "NYHET", "Pressmed", "PRESSMED")
    ):
        return None
    for match in _PUBLISHED.finditer(layout.text):
        days += [
            written.iso
            for written in dates.find(layout.text, match.start(), match.end())
            if written.day and written.iso
        ]
    return max(days) if days else None


_BYLINE = re.compile(r"(?:Text|Foto|Av|Skribent|Redaktör|Reporter)\s?:|Nyckelord|Etiketter|Taggar")


def _beside_byline(layout: Layout) -> str | None:
    """The day alone on the line beside a byline."""
    for line, below in pairwise(layout.lines):
        for day, byline in ((line, below), (below, line)):
            if len(day.text) > _DAY or not _BYLINE.match(byline.text):
                continue
            written = next(iter(dates.find(day.text)), None)
            if written and written.day and written.iso and len(day.text) - (written.end - written.start) <= 1:
                return written.iso
    return None


_DAY = 20  # characters
