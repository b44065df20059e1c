"""Headings of lists of people: which words open a list, and what they say of those who stand under them."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from samverkan import names
from samverkan.facts import Capacity, Role, Status
from samverkan.reading.people.heading import Heading, told_heading
from samverkan.reading.people.roles import is_title_word, plain, role_of

Word = Literal[
    "manner", "present", "absent", "not", "member", "substitute", "guest", "other", "official", "politician", "filler"
]

# Each word that a heading may be made of, and what it says. Letters are folded (å ä ö to a a o), so that a heading
# whose marks a scan has lost is still one.
_WORDS: dict[Word, str] = {
    "present": "deltagit narv narvarande narvarade narvarolista narvaro deltagare deltagande deltagarlista "
    "motesdeltagare deltog vilka motesnarvaro med deltagarforteckning narvaroforteckning uppropslista "
    "motesnarvarande narvarandelista",
    "absent": "franv franvarande franvaro forhinder forhindrad forhindrade aterbud franvarolista "
    "franvarade uteblivna bortovarande saknades avanmalda sjukanmalda",
    "not": "ej inte icke",
    "member": "ledamot ledamoter ledamoterna beslutande ordinarie",
    "substitute": "ersattare ersattarna suppleant suppleanter tjanstgorande tjg",
    "guest": "adjungerad adjungerade adj inbjuden inbjudna gast gaster medverkande adjungerande inbjudan",
    "other": "medlem medlemmar medlemmarna kontaktpersoner kontaktpolitiker presidium presidiet "
    "ovrig ovriga andra aven dessutom darutover harutover dartill foredragande foredragare ovrigt representanter "
    "representant kallade",
    "manner": "plats teams lank zoom skype distans digitalt fysiskt",
    "official": "tjansteman tjanstepersoner tjansteperson tjanstemannen",
    "politician": "politiker fortroendevalda fortroendevald politikerna",
    "filler": "och samt var vid motet sammantradet dagens anmalt anmald anmalda pakallad beviljad "
    "meddelat meddelad lamnat av som hela anmalan giltigt forfall skal tjanstgoring "
    "personer politiska politik namn utan rostratt ratt yttranderatt narvaroratt del delar tjanst pa via "
    "kommunala regionala kommuner organisationer kommunens kommunernas regionens",
}
WORDS: dict[str, Word] = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_FOLD = str.maketrans("åäöÅÄÖéÉ", "aaoAAOeE")
# Compounds of these: `Kommunrepresentanter`, `Företagsdeltagare`.
_COMPOUNDED = (
    "representanter", "deltagare", "ledamoter", "tjanstepersoner", "tjansteman", "politiker", "medlemmar", "ersattare",
    "suppleanter",
)  # fmt: skip
# Lines that open something else than people: the list before them is over.
STOP = re.compile(
    r"(?:Läs\s+(?:mer|också|även)\b|"
    r"Utse(?:s|dd|dda|tt)\s+(?:att|till)\s+juster|Till\s+juster|Val av juster|Justering|Juster(?:as|at|ades)\b|"
    r"Justerings?(?:ens)?\s+(?:plats|dag|datum)|"
    r"Paragraf|Omfattning|Underskrift|Signatur|Plats|Tid\b|Datum|Lokal\b|Dag\s+och\s+tid|Organ\b|Anslag|ANSLAG|"
    r"Bevis|Dagordning|"
    r"DAGORDNING|Föredragningslista|Ärende|ÄRENDE|Innehåll|Agenda|AGENDA|Register|Diarie|Dnr|Sammanträdes(?:datum|"
    r"tid)|Protokoll\b|"
    r"Minnesanteckning|Bilag|Mötet\s|Vid\s+(?:protokollet|anteckningarna|pennan|tangenterna)|Antecknat|Nästa\s+möte|Beslut\b|"
    r"BESLUT|Uppdrag|"
    r"(?:Ordförande|Sekreterare)\s?/|Senast\s|Publicerad|Sidansvarig|Kontakt|Mötestid|§)"
)
_LABEL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_SIDE = re.compile(
    r"\s+(?:från|för|hos|vid)\s+(?P<side>[A-ZÅÄÖ][^:\n,]{1,50}?|kommunerna|regionen|kommunen)\s*(?::|\Z)"
)
# `Närvarande från:` over a list by municipality, `Med på mötet i rummet:`
_DANGLING = re.compile(r"\s+(?:från|i\s+(?:rummet|salen|lokalen))(?=\s*(?::|\Z))")
_POINT = re.compile(
    r"\s+(?:(?:till|vid|under|på|för)\s+)?"
    r"(?P<time>(?:punkt(?:en|erna)?|pkt\.?|p\.?|§{1,2}|ärende)\s*\d[\d ,–-]{0,20}?)\s*(?::|\Z)"
)
# `Adjungerade till styrelsen`: whose guests they are
_GUEST_OF = re.compile(
    r"\s+(?:till|i)\s+\w*(?:styrelsen|direktionen|nämnden|rådet|gruppen|utskottet|nätverket|beredningen|forumet)(?=\s*(?::|\Z))"
)
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)")
# `Ersättare 2031–2034`, `Ledamöter mandatperioden 2031–2034`, `Medlemmar fr.o.m. den 1 maj 2031`
_YEARS_BEHIND = re.compile(
    r",?\s+(?=\S)(?:(?:för|under|i|per)\s+)?(?:(?:innevarande|nuvarande|denna)\s+)?"
    r"(?:(?:mandat(?:period|tid)(?:en)?|perioden|verksamhetsåret|året|åren|år)\b\s*)?"
    r"(?:(?:fr\.?\s?o\.?\s?m\.?|från(?:\s+och\s+med)?|sedan|per|t\.?\s?o\.?\s?m\.?|till\s+och\s+med)\s+)?"
    r"(?:den\s+)?(?:\d{1,2}\s+)?(?:[a-z]{3,9}\s+)?"
    r"(?:(?:19|20)\d\d(?:-\d\d-\d\d)?(?:\s?[-–/]\s?(?:19|20)?\d\d(?:-\d\d-\d\d)?)?)?(?<=[\dndr])(?=\s*(?::|\t|\Z))"
)


_LONGEST_LEAD = 110  # characters


def heading_at(text: str, start: int, end: int) -> Heading | None:
    """The heading that a line, or a cell of it, begins with; None where it begins with anything else.

    >>> text = "Ej närvarande ledamöter: Bo Ek"
    >>> heading = heading_at(text, 0, len(text))
    >>> (heading.end, heading.status, heading.role)
    (24, 'absent', 'member')
    >>> heading_at("Övriga frågor", 0, 13) is None
    True
    """
    found = _heading_of(text[start:end])
    return None if found is None else replace(found, end=start + found.end)


# `Beslutande Ledamöter Närvarande Tjänstgörande för Anna Ek`: the heads of columns behind a heading, on one line.
_COLUMNS_BEHIND = re.compile(
    r"(?:Beslutande|[Ll]edamöter|[Ee]rsättare)(?:\s[Ll]edamöter)?(?P<columns>(?:\s(?:Namn|Parti|Kommun|Huvudman|Närv(?:arande|\.)?|Ja/Nej))*"
    r"\s(?:Tjänstgör(?:ande|\s)?(?:\sför)?|Tjg\.?(?:\sför)?|Närv(?:arande|\.)?|Ja/Nej|Huvudman))(?=\s[A-ZÅÄÖ][a-zåäöé-]+\s[A-ZÅÄÖ])"
)


@lru_cache(maxsize=1 << 12)  # the same lines are looked at by what stands before them, and again in a second walk
def _heading_of(head: str) -> Heading | None:
    """The heading that a line begins with; its end counts from there."""
    if not head[:1].isupper() and not head[:1].isdigit():
        return None
    if columns := _COLUMNS_BEHIND.match(head):
        start, end = columns.span("columns")
        head = head[:start] + " " * (end - start) + head[end:]
    found = _labelled(head)
    colon = head.find(":", 1, _LONGEST_LEAD)
    if found is None and (colon := colon if colon > 0 else len(head) - 1):
        return told_heading(head[: colon + 1], colon + 1) if head[colon] in ":?" else None
    return found


@lru_cache(maxsize=1 << 12)
def word_kind(word: str) -> Word | None:
    """What a word of a heading says of the people under it; None for any other word.

    >>> word_kind("Ersättare"), word_kind("Kommunrepresentanter"), word_kind("Budget")
    ('substitute', 'other', None)
    """
    folded = _fold(word)
    found = WORDS.get(folded)
    if found is None and word[:1].isupper():
        found = next((WORDS[end] for end in _COMPOUNDED if folded.endswith(end)), None)
    return found


def _labelled(head: str) -> Heading | None:
    """A heading that the line begins with; more may stand behind it."""
    first = _LABEL_WORD.match(head)
    if first is None or not head[0].isupper():
        return _single(head) if head[:1].isdigit() else None
    if word_kind(first[0]) is None:
        broken = head[: head.find(":")].replace(" ", "") if 0 < head.find(":") < 25 else ""
        if kind := WORDS.get(_fold(broken)):  # `Förhi nder:`, as scans have it
            return _heading([kind], head.find(":") + 1)
        spaced = _SPACED.match(head) if head[1:2] == " " else None
        if spaced and WORDS.get(_fold(spaced[0].replace(" ", ""))):
            return _heading([WORDS[_fold(spaced[0].replace(" ", ""))]], spaced.end())
        return _single(head)
    kinds, at = [], 0
    for word in _LABEL_WORD.finditer(head):
        kind = word_kind(word[0])
        if kind is None or head[at : word.start()].strip(" -–,/") or "\t" in head[at : word.start()]:
            break
        if at and word[0][0].isupper() and kind == "filler":
            break
        kinds.append(kind)
        at = word.end()
    dangling = _DANGLING.match(head, at) or (_GUEST_OF.match(head, at) if kinds[-1:] == ["guest"] else None)
    at = dangling.end() if dangling else at
    aside = _ASIDE.match(head, at) or _YEARS_BEHIND.match(head, at)
    at = aside.end() if aside else at
    point = _POINT.match(head, at)
    if point:
        found = _heading(kinds, point.end())
        return None if found is None else replace(found, time=point["time"])
    side = _SIDE.match(head, at)
    if side and "filler" not in kinds[-1:]:
        found = _heading(kinds, side.end())
        return None if found is None else replace(found, side=side["side"])
    whose = _WHOSE.match(head, at) if kinds[-1] in ("member", "substitute") else None
    if whose and not names.is_given(whose["side"].split()[0]):
        found = _heading(kinds, end=len(head))
        return None if found is None else replace(found, side=whose["side"])
    if not _closes(head, at):
        return _single(head)
    colon = re.match(r"\s*\.?\s*:", head[at:])
    return _heading(kinds, at + (colon.end() if colon else 0))


@lru_cache(maxsize=1 << 14)
def _fold(word: str) -> str:
    return word.translate(_FOLD).casefold()


# `Ordinarie ledamöter Sala`: whose they are, without a joint.
_WHOSE = re.compile(r"\s(?P<side>[A-ZÅÄÖ][\wåäöé-]+(?:\s[A-ZÅÄÖa-zåäö][\wåäöé-]+){0,2})\s*:?\Z")
_SIDE_FIRST = re.compile(r" [A-ZÅÄÖ][^:,()\d]{2,45}: ")  # `Närvarande Sala kommun: Anna Ek`


def _closes(head: str, at: int) -> bool:
    """Whether a label ends here: at the end, a colon, a tab, wide space, or before a name with a capital."""
    rest = head[at:]
    if not rest.strip(" .:") or rest[0] in ":\t" or rest.startswith("   ") or re.match(r"\s*\.?\s*[:\t]", rest):
        return True
    if _SIDE_FIRST.match(rest):
        return True
    words = rest.split(None, 3)
    if rest[0] != " " or len(words) < 2 or not words[1][0].isupper():
        return False
    return names.is_given(words[0]) or (is_title_word(words[0]) and names.is_given(words[1]))


_BOTH: frozenset[Word] = frozenset(("member", "filler", "substitute"))


def _heading(kinds: list[Word], end: int) -> Heading | None:
    said = set(kinds)
    if said <= {"filler", "not"} or said == {"manner"}:
        return None
    absent = "absent" in said or ("not", "present") in pairwise(kinds)
    role: Role | None = None
    if "member" in said and "other" not in said and kinds[-1] == "member":
        role = "member"  # `Tjänstgörande ledamöter`
    elif kinds[:2] == ["member", "filler"] and kinds[-1] == "substitute" and said == _BOTH:
        role = None  # `Ledamöter och ersättare`
    elif "substitute" in said:
        role = "substitute"
    elif "member" in said and "other" not in said:
        role = "member"
    elif "guest" in said:
        role = "guest"
    status: Status | None = "absent" if absent else "present" if "present" in said else None
    capacity: Capacity | None = "official" if "official" in said else "politician" if "politician" in said else None
    order = [kind for kind in kinds if kind in ("present", "absent", role)]
    outer = status is not None and role is not None and order[:1] == [role]
    return Heading(end, status, role, capacity, outer, other="other" in said, weak=said <= {"filler", "manner"})


_SINGLE_BEGINS = re.compile(r"[OoVvSsMmPpJjTtFfA\d]")
_SINGLE = re.compile(
    r"(?P<role>(?:Tjänstgörande\s+|Tf\.?\s+|\d:?[ea]\s+|Förste\s+|Andre\s+)?(?:[Vv]ice\s+|[Vv]\.?\s)?"
    r"(?:[Oo]rdförande|[Oo]rdf\.?|[Ss]ekreterare|[Ss]ekr\.?|[Pp]rot\.?|[Mm]ötesordförande|[Mm]ötessekreterare|"
    r"[Pp]rotokollförare|[Jj]usterare))"
    r"(?P<years>\s*\(?(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\)?(?=\s*(?::|\Z)))?"
    r"(?P<close>\s*:|\s*\t|\s{3,}|\s*\Z|\s(?P<name>[A-ZÅÄÖ][\wåäöé-]+)\s(?=[A-ZÅÄÖ]|von\b|af\b|de\b))"
)


def _single(head: str) -> Heading | None:
    """A label of one role, alone on its line or before a colon, a tab or wide space."""
    if not _SINGLE_BEGINS.match(head):
        return None
    match = _SINGLE.match(head[:60])
    if match is None or (match["name"] and not names.is_given(match["name"])):
        return None
    end = match.end("years") if match["years"] else match.end("role")
    return Heading(end + match["close"].rstrip().count(":"), role=role_of(plain(match["role"])), single=True)
