"""The words of headings: what is title and what is remark, what kind of item it opens, which headings are no items."""

import re
from functools import lru_cache

from samverkan.facts import ItemKind

# The kind that a word of a heading gives; the earliest word decides. Compounds count only where the word stands first
# (`Informationspunkter`), so that `Delårsrapport` is no report and `Informationssäkerhet` no information.
_KIND_WORDS: tuple[tuple[ItemKind, str], ...] = (
    ("information", r"information|informationer|informerar|informations(?:punkt|ärende|fråga)\w*"),
    ("information", r"rapporter|rapport|rapporterar|rapportering|rapporteringar|(?:läges|nuläges|status)rapport\w*"),
    ("information", r"rapport(?:punkt|ärende)\w*|rapporter från"),
    ("decision", r"beslut|för beslut|besluts(?:punkt|ärende|fråga)\w*"),
    ("dialogue", r"dialog|dialoger|dialog(?:punkt|ärende|fråga)\w*|samtal|samtals(?:punkt|ärende)\w*"),
    ("dialogue", r"diskussion|diskussioner|diskussions(?:punkt|ärende|fråga)\w*"),
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KIND_WORDS)
# `Övriga frågor` is the item; `Godkännande av dagordning, övriga frågor` only names it. `Övriga beslut` is a decision.
_OTHER = re.compile(
    r"(?:(?:laget|bordet) runt\s*[/,&–-]\s*)?"
    r"(?:övrigt|övr(?:iga?|\.)?\s+(?:fråg|ärende|punkt|information)\w*)\b|övrigt\b",
    re.IGNORECASE,
)
# Where these stand before it, a later `beslut` is what the item is about: `Uppföljning av beslut`, `Anmälan av beslut`.
_ABOUT = re.compile(
    r"\b(?:anmälan|uppföljning|verkställighet|redovisning|överklag|delegations|delgivning|återkoppling)", re.I
)


def kind_of(heading: str) -> ItemKind | None:
    """The kind of an item by the words of its heading, remarks in brackets included.

    >>> kind_of("Lägesrapport om bredband"), kind_of("Delårsrapport per augusti"), kind_of("Övriga frågor")
    ('information', None, 'other')
    """
    if _OTHER.match(heading):
        return "other"
    found = [(match.start(), kind) for kind, words in _KINDS if (match := words.search(heading))]
    if not found:
        return None
    start, kind = min(found)
    return None if kind == "decision" and _ABOUT.match(heading[:start]) else kind


# A heading that opens a section of the agenda: it gives its kind to the items below it.
_SECTION = re.compile(
    r"(?:(?:besluts?|informations?|dialog|diskussions?|rapport|anmälnings|samtals|övriga)\s?-?\s?"
    r"(?:punkt(?:er)?|ärenden?|frågor)|ärenden? för (?:beslut|information|diskussion|dialog)|för (?:beslut|"
    r"information)|"
    r"(?:ärenden?|frågor|punkter) för (?:ställningstagande|avgörande|kännedom|samråd|beredning)|"
    r"information|dialog|diskussion|beslut|rapporter|övrigt)(?:\s+(?:och|samt|/)\s+\w+)?\Z",
    re.IGNORECASE,
)


def is_section(title: str) -> bool:
    """Whether a heading names nothing but a kind of items: `Beslutspunkter`, `Information`, `Ärenden för beslut`."""
    return _SECTION.match(title.rstrip(" .:")) is not None


# Headings inside an item or around the agenda, never items themselves.
_NO_ITEM = re.compile(
    r"(?:dagordning(?:en)?|föredragningslista|ärendelista|ärenden?|agenda|innehåll(?:sförteckning)?|register|"
    r"protokoll(?:sutdrag)?|"
    r"överläggning(?:en)?|ärendets (?:behandling|beredning)|genomgång(?:en)?|noteringar?|redogörelse(?:n)?|"
    r"minnesanteckningar|mötesanteckningar|anteckning(?:ar|arna|en)?|sammanträdesprotokoll|"
    r"(?:[\w-]+ ){0,4}\w+s beslut|beslut(?:et)?|besluts(?:gång|underlag|mening|motivering|punkt)|"
    r"förslag(?: till beslut)?|"
    r"\w+s förslag till .*|förslag till (?:beslut|yttrande|ställningstagande).*|kort beskrivning|"
    r"(?:\w+s )?(?:förslag|yttrande)|bakgrund|ärendet|sammanfattning(?: av ärendet)?|ärendebeskrivning|"
    r"beskrivning(?: av ärendet)?|"
    r"bedömning|överväganden|skäl(?:en)? (?:för|till) .*|motivering|yrkanden?|propositionsordning(?:ar)?|"
    r"(?:beslut om )?propositions?\w*|omröstning\w*|votering\w*|reservation(?:er)?|protokollsanteckning(?:ar)?|jäv|"
    r"ajournering|"
    r"deltar ej .*|särskilt yttrande|expedieras(?: till)?|delges|sänds till|skickas till|beslutet (?:skickas|sänds|"
    r"expedieras) .*|"
    r"kopia(?: till)?|underlag|handlingar|bilag(?:a|or)\b.*|ur (?:diskussionen|dialogen|samtalet)|diskussion|"
    r"synpunkter|kommentarer|"
    r"frågor|syfte|mål|slutsats(?:er)?|resultat|åtgärd(?:er)?|uppföljning|nästa steg|ansvarig|"
    r"ekonomiska konsekvenser|barnperspektiv\w*|"
    r"jämställdhets\w*|juridiska \w+|tidigare beslut|tidigare behandling|historik|inledning av ärendet|"
    r"föredragande|handläggare|"
    r"närvarande|inte närvarande|ej närvarande|frånvarande|förhinder|anmält förhinder|beslutande|ersättare|"
    r"ledamöter|tjänstgörande .*|"
    r"adjungerade?|övriga(?: deltagare| deltagande| närvarande)?|tjänste(?:män|personer)|politiker|förtroendevalda|"
    r"deltagare|kallade|"
    r"inbjudna|gäster|sekreterare|ordförande|justerare|justerande|utses att justera|underskrifter|paragrafer|"
    r"omfattning|"
    r"plats(?: och \w+)?|tid(?: och \w+)?|datum|lokal|organ|anslag\w*|anslag/bevis|vid .*protokollet|"
    r"vid anteckningarna|justeras|"
    r"justeringens .*|justering av protokoll(?:et)?: .*|förvaringsplats.*|sammanträdesdatum|sida|mvh|"
    r"kontakt(?:personer)?|publicerad|senast uppdaterad|sidansvarig|dela|relaterat|"
    r"(?:minnes|mötes)?anteckningar\s?: .*|(?:antecknare|sekreterare|protokollförare|vid pennan|ordförande)\s?: .*|"
    r"läs (?:mer|också)\b.*|till dig som .*)\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def is_no_item(title: str) -> bool:
    """Whether a heading belongs to the head, the foot or the inside of an item: `Bakgrund`, `BESLUT`, `Närvarande`."""
    return _NO_ITEM.match(title.rstrip(" .:-–")) is not None


# A case's number: after `Dnr`, with the letters of its register, or long; never the years of a plan (2019-2021,
# 2019/20) nor SOU 2007:2.
_NUMBER_OF_CASE = (
    r"(?:[Dd]nr|DNR|[Dd]iarienr|[Dd]iarienummer|[Ää]rendenr|[Ää]rendenummer|"
    r"Ärende-?[Ii][Dd])\b[:.]?\s*[^\s)]+(?:\s[^\s)]*\d[^\s)]*)?"
    r"|\b[A-ZÅÄÖ]{1,8}[ -]?(?:19|20)\d\d[/-](?!(?:19|20)\d\d\b)\d{1,6}(?!\d)(?:[-.]\d+)?"
    r"|\b[A-ZÅÄÖ]{1,8}/\d{1,6}/(?:19|20)\d\d\b|\b[A-ZÅÄÖ]{1,8}/(?:19|20)\d\d[/:]\d{1,6}\b"
    r"|\b(?:19|20)\d\d/[A-ZÅÄÖ]{1,8}\d{2,6}\b"
    r"|\b(?:19|20)\d\d/(?!(?:19|20)\d\d\b)\d{3,6}(?!\d)|\b(?:19|20)\d\d[.]\d{2,4}[.]\d+\b"
)
_CASE_BEFORE = re.compile(rf"(?:{_NUMBER_OF_CASE})[\s.,:–-]*")
_CASE_ALONE = re.compile(_NUMBER_OF_CASE)
_CASE_AFTER = re.compile(rf"[\s,–(-]*(?:{_NUMBER_OF_CASE})\)?\Z")


def after_case_number(text: str, start: int, end: int) -> int:
    """Where a heading goes on behind a case's number that it opens with."""
    found = _CASE_BEFORE.match(text, start, end)
    return found.end() if found and found.end() < end else start


def is_case_number(words: str) -> bool:
    """Whether words are nothing but a case's number: `Dnr 2020-12`."""
    return _CASE_ALONE.fullmatch(words.strip()) is not None


# What stands behind a heading without being its title: (bilaga utskickad), (20 min), kl 09.30, leaders to a page
# number.
_REMARK = re.compile(
    r"\s*[(\[](?:bilag|bil\b|bifog|utskick|utsän|handling|underlag|se\b|muntlig|skriftlig|ca\b|cirka|kl\b|tid\b|"
    r"\d+\s*min|\d{1,2}[.:]\d\d|"
    r"information|info\b|beslut|dialog|diskussion|rapport|föredra|dnr|diarie|punkt|forts|stående|I\b|B\b|D\b|"
    r"\d{1,3}\s*[)\]])"
    r"[^()\[\]]*[)\]]\s*\Z",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s*[,–-]?\s*\bbilag(?:a|or)\s[\d\w, –-]{1,12}|"
    r"\s+[–-]\s?\d[\d ]{0,10}\s?(?:kr|kronor|tkr|mkr|mnkr)|"
    r"[\s,–-]*\bkl\.?\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?|"
    r"\s+\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d|[\s,–-]+\d{1,3}\s?min(?:uter)?\.?|\s*\.{3,}[\s.]*\d*|"
    r"\s*…[….\s]*\d*|\t+\s*\d{1,3}|\s{3,}\d{1,3})\Z",
    re.IGNORECASE,
)


# What may stand at the end of a heading, with the characters that it can end with.
_ENDINGS = ((_CASE_AFTER, frozenset("0123456789)")), (_REMARK, frozenset(")]")), (_TAIL, frozenset("0123456789.…nrR")))


# `Nästa möte: 18 februari 2022`, `Nästa möte den 3 maj kl. 9`
_NEXT_MEETING = re.compile(
    r"(?P<title>(?:Nästa|Kommande)\s(?:möte|sammanträde|träff|nätverksträff|styrelsemöte)n?)\s?(?::\s|[,–-]\s|"
    r"\s(?=den\s\d|\d{1,2}\s[a-zåäö]{3}|"
    r"(?:mån|tis|ons|tors|fre)dag))(?=.*\d).{3,80}\Z",
    re.IGNORECASE,
)


def is_next_meeting(title: str) -> bool:
    """Whether a heading only stands over when one meets again: `Nästa möte`, `Kommande sammanträden`."""
    return _MEETS_AGAIN.match(title) is not None


_MEETS_AGAIN = re.compile(
    r"(?:(?:nästa|kommande) (?:\w+\s)?(?:\w*möten?|\w*sammanträden?|\w*träff(?:ar)?)|mötes(?:tider|datum|dagar)|"
    r"sammanträdes(?:tider|dagar|datum))\b",
    re.IGNORECASE,
)


def title_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the title proper stands in a heading: without case numbers, remarks, hours, leaders and closing marks.

    >>> text = "Dnr 2020-12 Budget 2021 (bilaga utskickad)"
    >>> text[slice(*title_span(text, 0, len(text)))]
    'Budget 2021'
    """
    if case := _CASE_BEFORE.match(text, start, end):
        start = case.end()
    while start < end and text[start] in " \t\n.,:;–-•":
        start += 1
    if coming := _NEXT_MEETING.match(text[start : min(end, start + 140)]):
        return start, start + coming.end("title")
    before = -1
    while before != end:
        before = end
        for pattern, lasts in _ENDINGS:
            if end > start and text[end - 1] in lasts and (found := pattern.search(text, max(start, end - 200), end)):
                end = found.start()
        while end > start and text[end - 1] in " \t\n.,:;–-":
            end -= 1
    return start, end
