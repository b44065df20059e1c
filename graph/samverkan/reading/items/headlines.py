"""How far a heading reaches: over a broken line, or only up to the sentence that runs on behind it."""

import re
from itertools import pairwise

from samverkan import names
from samverkan.reading.items.passages import LEAD_LINE
from samverkan.reading.items.titles import is_case_number
from samverkan.reading.layout import Layout, Line


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÅÄÖ•–-]|\s*\Z)")
_SHORT_WORDS = re.compile(r"(?:\b(?:bl|t|m|dnr|nr|kl|ev|resp|inkl|ca|forts|bil|prop|kap|\w)|\d)\Z", re.IGNORECASE)
_RUN_ON = re.compile(r"(?:: | [–-] )(?=[A-ZÅÄÖ])")
# Words after which a capital opens a name inside the title (`Information från Västra …`), and after which a broken
# heading goes on.
JOINERS = _words(
    "i på av för från till med mellan hos om inom vid och samt kring mot under enligt över efter inför genom åt ur "
    "utan per "
    "de den det en ett ny nya nytt det & / - – angående rörande gällande avseende"
)
# Words that open a sentence and not a name: behind a heading without any mark, the sentence begins here.
_STARTERS = _words(
    "En Ett Ny Nya Nytt Den Det De Detta Dessa Denna Vi Man Inga Inget Ingen Till I På Under Vid Efter För Från Med "
    "Av Om När Då Som Alla Flera "
    "Några Här Nu Idag Sedan Därefter Enligt Inför Fråga Frågan Ärendet Punkten Mötet Gruppen Förslag Förslaget "
    "Underlag Underlaget "
    "Måndag Tisdag Onsdag Torsdag Fredag Måndagen Tisdagen Onsdagen Torsdagen Fredagen Ordföranden Ordförande "
    "Beslut Beslutas Nämnden Styrelsen Direktionen Förbundsdirektionen Rådet Utskottet Arbetsutskottet Presidiet "
    "Beredningen Styrgruppen Ledningsgruppen Nätverket Kommittén Förvaltningen Förbundschefen"
)
# Nouns that a name follows without any joint: `Slutredovisning av projektet Trygg skola`.
_NAMING = _words(
    "projekt projektet utredning utredningen remissvar remiss rapport strategin planen programmet insatsen "
    "föreningen stiftelsen "
    "nätverket regionen förvaltningen bolaget yttrande"
)
_NAME_OPENERS = _words(
    "Region Projekt Program Västra Norra Södra Östra Kommun Vårdsamverkan Delregion Samverkansgrupp Styrgrupp"
)
# A long noun in the definite form, no region: it opens a sentence rather than going on a name.
# Their compounds: `forskningsnätverket Vård i norr`
_NAMING_TOO = re.compile(
    r"[A-ZÅÄÖa-zåäö]{2,}(?:projektet|nätverket|programmet|stiftelsen|föreningen|bolaget|insatsen|satsningen|"
    r"konferensen)\Z"
)
_DEFINITE = re.compile(r"(?!\w*(?:regionen|kommunen|länet)\Z)[A-ZÅÄÖ][a-zåäö]{6,}(?:en|et|na)")
_LONGEST_TITLE = 200
_SHORT = 60  # without any stop, a piece of a line this short is all heading
_MARK = 40  # characters that a number with its sign and code takes at most
_LONG = 160  # a line with more than this behind its number, in sentences, is a heading with prose behind
_COLUMN = re.compile(r"(?<=\S)\s*\t\s*(?=\S)")  # the next cell of a table


def extent(layout: Layout, at: int, start: int, limit: int) -> tuple[int, int]:
    """Where a heading that begins at `start`, in line `at`, ends, and where the text below it begins.

    `limit` is where its line ends, or before that the next heading on it.

    The heading takes its line, and the next where it plainly goes on there; it ends early where prose stands on the
    same line.
    """
    line = layout.lines[at]
    words = layout.text[start:limit]
    column = _COLUMN.search(words)
    if column and not is_case_number(words[: column.start()]):
        return start + column.start(), start + column.end()
    # Another heading on the line, or text before this one, shows that the line was several.
    alone = on_its_own(layout, line) and limit == line.end and start - line.start < _MARK and len(words) <= _LONG
    if (stop := _end_before_prose(words, alone)) is not None:
        return start + stop, start + stop
    if limit < line.end:
        return limit, limit
    last = at
    while last < at + 2 and last + 1 < len(layout.lines) and _goes_on(layout, last):
        last += 1
    end = layout.lines[last].end
    return end, end


def _end_before_prose(words: str, alone: bool) -> int | None:
    """Where prose begins on the line of a heading, counted from the heading; None where the line is all heading."""
    first = next(
        (
            m
            for m in _SENTENCE_END.finditer(words[:1000])
            if not _SHORT_WORDS.search(words[max(0, m.start() - 6) : m.start()])
        ),
        None,
    )
    if first is None:
        if not alone and len(words) <= _SHORT:
            if usual := _USUAL.match(words):
                return usual.end()
            return next((m.start() for m in _BEGINS_BELOW.finditer(words, 3) if _is_free(words, m.start())), None)
        return None if alone else _run_in(words)
    if not alone:
        return _run_in(words[: first.start()]) or first.end()
    if decides := _DECIDES.search(words):
        return decides.start()
    if not words.endswith((".", "!", "?")):
        return None  # `Remiss. Energiplan`: a stop inside a title
    if run_on := _RUN_ON.search(words, 0, min(first.start(), 80)):
        return run_on.start()
    return first.end() if first.end() < len(words) else None


# The body or its chair, right behind a heading that has run into its text.
_DECIDES = re.compile(
    r"\s(?=(?:(?:Förbunds)?[Dd]irektionen|Nämnden|Styrelsen|Utskottet|Rådet|Gruppen|Ordföranden)\s"
    r"(?:beslut|godkän|noter|ställer sig|fastställ|anta[rg]|hälsa|öppna|tacka|avsluta|avslå)\w*)"
)
_FILLED = 55  # characters that the lines of a page that was one line, and was broken again, have at least
_WIDEST = 130


def _is_filled(text: str, line: Line) -> bool:
    """Whether a line is one of three that prose fills, each as long as its words allow: no heading ends there."""
    if not _FILLED <= len(line.text) <= _WIDEST:
        return False
    above = text.rfind("\n", max(0, line.start - _WIDEST - 2), max(0, line.start - 1))
    until = text.find("\n", line.end + 1, line.end + _WIDEST + 2)
    if (
        (above < 0 and line.start > _WIDEST)
        or line.start < 1
        or text[line.start - 1] != "\n"
        or text[line.end : line.end + 1] != "\n"
    ):
        return False
    before, after = text[above + 1 : line.start - 1], text[line.end + 1 : until if until >= 0 else line.end + _WIDEST]
    if not before.strip() or not after.strip():
        return False
    widest = max(len(before), len(line.text))
    fills = len(before) + 1 + len(line.text.split(None, 1)[0]) > widest
    goes_on = len(line.text) + 1 + len(after.split(None, 1)[0]) > widest
    return fills and goes_on and len(before) >= _FILLED


def on_its_own(layout: Layout, line: Line) -> bool:
    """Whether a line stood as a line in the document too, not as a piece of a page that is one line."""
    text = layout.text
    if _is_filled(text, line):
        return False
    before, after = text[max(0, line.start - 3) : line.start], text[line.end : line.end + 3]
    return (line.start < 1 or "\n" in before or (not before.strip() and line.start < 4)) and (
        line.end >= len(text) or "\n" in after or not after
    )


# Headings that most agendas have end where their words do.
_USUAL = re.compile(
    r"(?:övrigt|övriga (?:frågor|ärenden)(?: och (?:kommande|nästa) \w+)?|(?:nästa|kommande) (?:möten?|"
    r"sammanträden?|träff)|justering|"
    r"(?:val av )?justerare|val av \w+|dagordning(?:en)?|föregående (?:protokoll|minnesanteckning(?:ar)?|"
    r"anteckningar|möte|"
    r"mötesprotokoll)|(?:mötets|mötet) (?:öppnande|öppnas|avslutande|avslutas)|(?:godkännande|"
    r"fastställande) av dagordning(?:en)?|"
    r"anmälningsärenden|presentationsrunda|laget runt|avslutning|inledning)(?=\s+(?-i:[A-ZÅÄÖ\d–•-]))",
    re.IGNORECASE,
)
# What no heading goes on with: a day, the first of a list of letters.
_BEGINS_BELOW = re.compile(
    r"(?:den\s)?\d{1,2}\s(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december)\b|a\)\s|"
    r"(?:beslut|bakgrund|kort beskrivning|anteckningar|föredragande|ärendet)[\s:]+(?-i:[A-ZÅÄÖ])|[•–-]\s(?-i:[A-ZÅÄÖ])",
    re.IGNORECASE,
)


# Whoever presents the item opens the prose below its heading: `Insatsen Goda Vägar | Samordnare Karin Ek …`
_PRESENTED = re.compile(
    r"[A-ZÅÄÖ][a-zåäö-]*(?:are|ör|chef|ordförande|strateg|råd|ekonom|expert|assistent)"
    r"\s(?P<given>[A-ZÅÄÖ][\wåäö-]+)"
)


# An adjective and its noun, or a name of a word or two, before the verb of a sentence: `Regionala myndigheten har …`.
_VERB = (
    r"(?:är|var|har|hade|vill|ville|ska|skall|kan|kunde|får|fick|önskar|begär|söker|föreslår|kommer|gav|ger|tog|tar)\b"
)
_BEGINS_SENTENCE = re.compile(
    rf"[A-ZÅÄÖ][a-zåäö]+a\s[a-zåäö]{{4,}}(?:en|et|na)\s|[A-ZÅÄÖ][\wåäö]+(?:\s(?:kommun|län|AB))?\s{_VERB}"
)


def _is_presenter(words: str, at: int) -> bool:
    found = _PRESENTED.match(words, at)
    return found is not None and names.is_given(found["given"])


def _takes_up(word: str, heading: str) -> bool:
    """Whether a word means a noun of the heading before it: `Motionen har väckts` behind `Motion om bad`."""
    return any(word.casefold() in (f"{each}{ending}" for ending in _DEFINITES) for each in heading.casefold().split())


_DEFINITES = ("en", "n", "et", "t", "erna", "na")


def _is_free(words: str, at: int) -> bool:
    """Whether no small word leads to what stands here, as `per` does in `Bokslut per den 30 april`."""
    before = words[:at].split()
    return not before or before[-1].casefold() not in JOINERS | {"föregående", "&"}


def _run_in(words: str) -> int | None:
    """Where a sentence begins behind a heading without any mark between: `Justerare | Till justerare utses …`.

    >>> _run_in("Rapport från Region Norrlid Ett nytt förslag finns")
    28
    """
    if usual := _USUAL.match(words):
        return usual.end()
    tokens = list(re.finditer(r"\S+", words[:_LONGEST_TITLE]))
    given = not names.is_given(words.split(None, 1)[0]) if tokens else False  # a person's name opens a sentence
    name = bool(tokens) and tokens[0][0] in _NAME_OPENERS
    for before, token in pairwise(tokens):
        word = token[0]
        if (_BEGINS_BELOW.match(words, token.start()) and _is_free(words, token.start())) or (
            given and names.is_given(word) and before[0] not in JOINERS
        ):
            return token.start()
        if not word[0].isupper() or word.isupper() or before[0].endswith((":", ",")):
            name = name and word[0].isupper()
        elif (
            before[0].casefold() not in JOINERS
            and (
                word in _STARTERS
                or word == before[0]  # `Lärcentrum i Sala | Sala kommun önskar`
                or _BEGINS_SENTENCE.match(words, token.start())
                or _is_presenter(words, token.start())
                or _takes_up(word, words[: token.start()])
            )
        ):
            return token.start()
        elif before[0].casefold() in JOINERS or before[0].casefold() in _NAMING or _NAMING_TOO.match(before[0]):
            name = True
        elif not name or _DEFINITE.fullmatch(word):
            return token.start()
    return None


def _goes_on(layout: Layout, at: int) -> bool:
    """Whether a heading is broken over this line and the next one."""
    line, after = layout.lines[at], layout.lines[at + 1]
    if (
        layout.text.count("\n", line.end, after.start) != 1
        or line.text[-1] in ".!?:"
        or len(after.text) > _LONGEST_TITLE
    ):
        return False
    if line.text.endswith("-") or (line.text.rsplit(None, 1)[-1].casefold() in JOINERS and len(line.text) > 30):
        return after.text[0].isalpha()
    opens_list = after.text.startswith("att ") or after.text[1:2] in (")", ".") or LEAD_LINE.fullmatch(after.text)
    short = len(after.text) < _SHORT and after.text[-1] not in ".:,;!?"
    return after.text[0].islower() and (len(line.text) > 30 or short) and not opens_list
