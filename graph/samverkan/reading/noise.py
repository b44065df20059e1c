"""What is no content: page numbers, captions of download sites, menus, lists of links, running headers and footers."""

import re
from collections import defaultdict
from collections.abc import Sequence

# Lines that are never content, each told by its first letter too, so that most lines cost little.
_PAGE_NUMBER = re.compile(
    r"(?:Startsida\s+)?(?:(?i:Sid(?:a|an)?\.?)\s*)?\(?\d{1,4}\)?\s*"
    r"(?:\(\d{1,4}\)|av \d{1,4}|[/(]\s?\d{1,4}\)?)?\Z|Startsida\Z"
)
_NOISE: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("page number", "Ss(0123456789", _PAGE_NUMBER),
    ("download caption", "DLVSCFPNA•TK", re.compile(
        r"(?:Download\b.*|Ladda ned? .*|Visa mer|Share \".*|Copied!|Loading\.\.\.\..*|Full text|Protected|N/A|"
        r"Academic year: .*|• No results found|Storlek: px|Starta visningen.*|Transkript:?|Kopiera länk)\Z")),
    ("site menu", "DFLTSHGPIJVWS", re.compile(
        r"(?:Dela(?: sidan| artikeln)?:?|Facebook|LinkedIn|Twitter|Skriv ut(?: sidan)?|Till toppen|"
        r"(?:Hoppa|Gå)(?: direkt)? till .{0,20}(?:innehåll|meny|sök).*|Till (?:huvud)?innehåll\w*(?: på sidan)?|"
        r"Gå direkt till .*|Du är här:.*|"
        r"Skriv en kommentar|Din webbläsare .*|Javascript .*|"
        r"(?:Vi|Webbplatsen|Den här webbplatsen) använder (?:kakor|cookies).*|"
        r"Prenumerera på .*|Integritetspolicy.*|Läs mer (?:här|om) .*|Se alla .*)\Z")),
)  # fmt: skip
_BY_FIRST_LETTER = {
    letter: tuple((reason, pattern) for reason, first, pattern in _NOISE if letter in first)
    for letter in "".join(first for _, first, _ in _NOISE)
}
_CRUMBS = re.compile(
    r"[^.:;>]{1,40} > [^.:;]{1,60}\Z|(?:Start|Startsida|Startsidan|Hem)\s*[/|»›>]\s*[A-ZÅÄÖ].*[/|»›>]|Du är här\b"
)
_TOP = 6  # lines in which a word of a menu stands alone
_MENU_PARTS = re.compile(r"\s{2,}|\t+| / | \| ")
# What the menus of sites hold; a line of short parts with one of these among them is a menu.
# fmt: off
_MENU_WORDS = frozenset((
    "start", "startsida", "startsidan", "hem", "meny", "sök", "kontakt", "kontakta oss", "om oss", "om webbplatsen",
    "nyheter", "kalender", "press", "logga in", "english", "in english", "kakor", "om kakor", "cookies", "om cookies",
    "skriv ut", "lyssna", "dela", "tillgänglighet", "tillgänglighetsredogörelse", "integritetspolicy", "facebook",
    "twitter", "linkedin", "webbkarta", "lediga jobb", "tipsa en vän", "till toppen", "personuppgifter",
    "till innehåll på sidan", "till sök", "till innehållet", "till huvudinnehåll", "sök på webbplatsen",
    "prenumerera", "lättläst", "aktuellt", "youtube", "följ oss", "vimeo", "stäng", "översätt",
    "translate", "teckenspråk", "instagram",
))
# fmt: on
_LONGEST_NOISE = 120
_CHANNELS = frozenset(("facebook", "twitter", "linkedin", "instagram", "youtube", "x", "och", "vimeo", "flickr", "rss"))


def _noise(words: str) -> str | None:
    """Why a line is no content, wherever it stands; None for a line that may be."""
    for reason, pattern in _BY_FIRST_LETTER.get(words[0], ()):
        if pattern.match(words):
            return reason
    if (words[0] in "SHD" or " > " in words) and _CRUMBS.match(words):
        return "site menu"
    if words[0] in "FTLIYVR" and " " in words and _CHANNELS.issuperset(words.casefold().split()):
        return "site menu"
    if "  " in words or "\t" in words or " / " in words or " | " in words:
        parts = [part.strip().casefold() for part in _MENU_PARTS.split(words)]
        known = sum(part in _MENU_WORDS for part in parts)
        if all(len(part.split()) <= 3 for part in parts) and (known == len(parts) > 1 or (known and len(parts) > 2)):
            return "site menu"
    return None


_TRAIL = re.compile(r"\s+[/|»›>]\s+")


def _is_trail(line: str, below: Sequence[str]) -> bool:
    """`Om oss / Politik / Rådet` over the title `Rådet`: the way to a page, whatever its first step is called."""
    steps = _TRAIL.split(line)
    if len(steps) < 2 or line.endswith((".", ":")):
        return False
    if len(steps) == 2 and " | " in line:
        return False  # `Rådet | Ledamöter`: a title and its part
    return (len(steps) > 3 and " | " not in line) or any(
        each.casefold().startswith(steps[-1].casefold()) for each in below
    )


# Headings over lists of links; the list ends where the document proper begins, or with the page.
_LINKS = re.compile(
    r"(?:Relevanta dokument|Related documents|Relaterade dokument|Fler nyheter|Läs också|Liknande dokument)\Z", re.I
)
_LINKS_END = re.compile(r"(?:Transkript|Full text|\(1\))\s*:?\Z", re.I)


def not_content(lines: Sequence[str]) -> dict[int, str]:
    """The indexes of lines that are no content, each with the reason."""
    dropped: dict[int, str] = {}
    for at, line in enumerate(lines):
        if len(line) <= _LONGEST_NOISE and (reason := _noise(line)):
            dropped[at] = reason
        elif at < _TOP and (line.casefold() in _MENU_WORDS or _is_trail(line, lines[at + 1 : at + 4])):
            dropped[at] = "site menu"
    for at, line in enumerate(lines):
        if line[0] in "RrFfLl" and dropped.get(at) != "related links" and _LINKS.match(line):
            stop = next((i for i in range(at + 1, len(lines)) if _LINKS_END.match(lines[i])), None)
            for i in range(at, stop if stop is not None else len(lines)):
                dropped[i] = "related links"
    dropped.update(_running(lines))
    dropped.update(_paged(lines))
    return dropped


_PAGED = re.compile(
    r"(?P<head>[^\d.:][^.:]{1,70}?)[\s,]+(?:Sid(?:a|an)?\.?\s*)?(?P<page>\d{1,3})\s?"
    r"(?:\(\d{1,3}\)|av \d{1,3}|/\s?\d{1,3})\Z"
)


def _paged(lines: Sequence[str]) -> dict[int, str]:
    """The lines that open each page with its number, `Protokoll 2 (5)`, without the first one."""
    seen: dict[str, int] = {}
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if line[-1] not in ")0123456789" or len(line) > _LONGEST_NOISE or (paged := _PAGED.match(line)) is None:
            continue
        if int(paged["page"]) > seen.setdefault(paged["head"], int(paged["page"])):
            found[at] = "running header"
    return found


def _running(lines: Sequence[str]) -> dict[int, str]:
    """Short lines that stand once on most pages: running headers and footers; the first one stays."""
    page, standing = 0, defaultdict[str, list[int]](list)  # on which pages a line stands
    for line in lines:
        if line[0] in "Ss(0123456789" and _PAGE_NUMBER.match(line):
            page += 1
        elif len(line) < 80:
            standing[line].append(page)
    if page < 2:
        return {}
    running = {
        line
        for line, pages in standing.items()
        if len(pages) >= max(3, page) and len(set(pages)) * 3 > len(pages) * 2 and _may_run(line)
    }
    seen: set[str] = set()
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if line in running and line in seen:
            found[at] = "running header"
        seen.add(line)
    return found


def _may_run(line: str) -> bool:
    """Whether a repeated line can be a running header; `Styrelsen beslutar` and `Beslut` stand under each item."""
    return not line[0].islower() and "beslut" not in line.casefold() and not line.endswith((":", "."))
