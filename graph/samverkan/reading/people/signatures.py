"""Who signs: chair, secretary and adjusters from signatures, bylines and the sentences that choose them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan import names
from samverkan.facts import Role
from samverkan.places import Places
from samverkan.reading.layout import Layout, Line, cells
from samverkan.reading.patterns import Pattern, holds
from samverkan.reading.people.entries import parse
from samverkan.reading.people.entry import Entry
from samverkan.reading.people.leading import told_roles
from samverkan.reading.people.roles import role_of


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who signs or is chosen to, in which role, as an entry of the text."""

    entry: Entry
    role: Role


# Labels before (or over) the name of who signs.
_LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("secretary", re.compile(
        r"(?:Sekreterare|Mötessekreterare|Vid (?:protokollet|anteckningarna|pennan|tangentbordet|datorn)|"
        r"Antecknat(?: av)?|Antecknare|Noter(?:at|ade)(?: av)?|Skribent|Referent|"
        r"Protokollförare|"
        r"Anteckningar(?:na)? (?:förda|gjorda|skrivna) av|Minnesanteckningar(?:na)? (?:förda |skrivna )?av|"
        r"Protokollet fört av|Fört av|Vid tangenterna|"
        r"(?:Skrev|Skrivet|Skriver|Pennan?)(?=\s?:)|(?:Dagens|Mötets) sekreterare|För anteckningarna|"
        r"Nedtecknat av|Skrivet av|"
        r"(?:Samman(?:ställ|fatta)|[Uu]pprätta)(?:t|d|de|ts) av|(?:Minnes|Mötes)?[Aa]nteckningar:|Protokoll:|"
        r"VID PROTOKOLLET|SEKRETERARE)(?![\wåäö])")),
    ("adjuster", re.compile(
        r"(?:Utse(?:s|dd|dda|tt) (?:att|till) juster\w*|Till att justera(?: protokollet)?(?: utse(?:s|ddes))?|"
        r"Justerare|Justerande|"
        r"Justeras(?: av)?|Justerat(?: av)?|Justeringspersoner?|Protokolljusterare|Protokollsjusterare|JUSTERAS|"
        r"JUSTERARE)(?![\wåäö])")),
    ("chair", re.compile(
        r"(?:(?:Dagens|Mötets|Tjänstgörande) ordförande|Ordförande|Mötesordförande|Mötesledare)(?![\wåäö])")),
)  # fmt: skip
_ANY_LABEL = re.compile("|".join(pattern.pattern for _, pattern in _LABELS))
_LONGEST_ROLE = 60  # characters
# What every line holds that tells who signs.
_QUICK = (
    "möte", "Möte", "juster", "Juster", "JUSTER", "ekr", "EKR", "rdf", "RDF", "ordför", "rotok", "Vid ", "VID ",
    "Antec", "väljs", "valdes", "utses", "utsåg", "Skr", "skr", "penna", "Penna", "antec", "ledde", " leder ", "nteckn",
)  # fmt: skip
_BY = Pattern(r"av\b")
_RULE = re.compile(r"_{4,}|\.{6,}|…{3,}")
_FILL = re.compile(r"[\s:._…-]*")
_CHOSEN = re.compile(r"\bjuster", re.I)
_CHOOSES = Pattern(r"\b(?:utse|utses|utsåg|utsågs|utsedd|utsedda|väljs|valdes|välja|väljer|utser)\b", re.I)
_WRITES = re.compile(r"\b(?:till|som|[Vv]al av) (?:dagens |mötets |mötes)?sekreterare\b", re.I)
_HEADING = 60  # characters
_SENTENCE = re.compile(r"(?:[^.]|\.(?!\s+[A-ZÅÄÖ§]))+")
_LEADS = re.compile(
    r"\b(?:leda (?:dagens )?möte|till (?:mötes|mötets )?ordförande för (?:dagens )?(?:möte|sammanträde)|"
    r"mötesordförande|[Vv]al av ordförande för (?:dagens )?(?:möte|sammanträde))",
    re.I,
)
_OPENS = Pattern(
    r"\b[Oo]rdföranden?,?\s+(?P<name>[A-ZÅÄÖ][^.:;\n]{1,60}?),?\s+(?:hälsa|öppna|inled|förklara)(?:r|de|s|er)?\b"
    r"|(?<![^\s.])(?P<before>[A-ZÅÄÖ][^.:;,\n]{1,40}),\s+ordförande,\s+(?:hälsa|öppna|inled|förklara)"
)


def read_signers(layout: Layout, places: Places) -> Iterator[Signer]:
    """Those who sign or are chosen to, in the order of the text."""
    taken = -1  # the line whose names the label before it has taken
    for at, line in enumerate(layout.lines):
        if not holds(line.text, _QUICK) and not _BY.search(line.text):
            continue
        if len(line.text) < 400:
            over = list(_over_roles(layout, places, at, at - 1 == taken))
            for signer in over or _labelled(layout, places, at):
                taken = at + 1 if signer.entry.start > line.end else taken
                yield signer
        if (opens := _OPENS.search(line.text)) and (name := opens["name"] or opens["before"]):
            begin = line.start + opens.start("name" if opens["name"] else "before")
            yield from _people(layout.text, begin, begin + len(name), places, "chair")
        for told, begin, end in told_roles(layout.text, line.start, line.end):
            yield Signer(Entry(begin, end, end, " ".join(layout.text[begin:end].split()), sure=True), told)
        low = line.text.lower()
        if not ("uts" in low or "välj" in low or "vald" in low):
            continue
        above = layout.lines[at - 1].text if at else ""
        for sentence in _SENTENCE.finditer(line.text):
            if not _CHOOSES.search(sentence[0]):
                continue
            role = _office(sentence[0]) or (_office(above) if len(above) <= _HEADING else None)
            if role is not None:
                start = line.start + sentence.start()
                yield from _chosen(layout.text, start, start + len(sentence[0]), places, role)


def _office(words: str) -> Role | None:
    """For what somebody is chosen: by the sentence, or by the heading above it (`Val av justerare`)."""
    if _CHOSEN.search(words):
        return "adjuster"
    if _WRITES.search(words):
        return "secretary"
    return "chair" if _LEADS.search(words) else None


def _labelled(layout: Layout, places: Places, at: int) -> Iterator[Signer]:
    """`Vid protokollet` + name on the line or below; in a table several labels may stand on a line."""
    line = layout.lines[at]
    found_cells = _cells(line)
    if not any(_ANY_LABEL.match(cell) for _, cell in found_cells):
        return
    if paired := list(_side_by_side(layout, places, at)):
        yield from paired
        return
    for cell_start, cell in found_cells:
        if names.is_name(re.sub(r"\s*\([^()]*\)", "", cell)):
            return  # a row of a table: the role behind the name is that person's own
        for role, pattern in _LABELS:
            label = pattern.match(cell)
            if label is None:
                continue
            start = cell_start + label.end()
            fill = _FILL.match(layout.text, start, line.end)
            start = fill.end() if fill else start
            found = list(_people(layout.text, start, line.end, places, role)) if start < line.end else []
            yield from found or _below(layout, places, at, role)


def _side_by_side(layout: Layout, places: Places, at: int) -> Iterator[Signer]:
    """`Ordförande   Justeras   Sekreterare` over as many names: each signs as the label above says."""
    labels = _cells(layout.lines[at])
    under = _cells(layout.lines[at + 1]) if len(labels) > 1 and at + 1 < len(layout.lines) else []
    if len(under) != len(labels):
        return
    roles = [next((role for role, label in _LABELS if label.match(cell)), None) for _, cell in labels]
    for role, (start, cell) in zip(roles, under, strict=True) if None not in roles else ():
        if role is not None:
            yield from _people(layout.text, start, start + len(cell), places, role)


def _below(layout: Layout, places: Places, at: int, role: Role) -> Iterator[Signer]:
    for line in layout.lines[at + 1 : at + (4 if role == "adjuster" else 2)]:
        found = list(_people(layout.text, line.start, line.end, places, role))
        if not found:
            return
        yield from found


def _people(text: str, start: int, end: int, places: Places, role: Role) -> Iterator[Signer]:
    words = text[start : min(end, start + 40)].strip(" .,")
    if names.is_given(words):  # `Vid pennan: Eva`
        yield Signer(Entry(start, start + len(words), start + len(words), words, sure=True), role)
        return
    parsed = parse(text, start, min(end, start + 200), places)
    if parsed.unread or (parsed.entries and parsed.entries[0].start - start > 3):
        return
    for entry in parsed.entries[: 1 if role != "adjuster" else 4]:
        if entry.sure or len(parsed.entries) == 1:
            yield Signer(entry, role)


def _over_roles(layout: Layout, places: Places, at: int, taken: bool) -> Iterator[Signer]:
    """Names in cells, and under each its role: `Anna Ek (S)  Bo Ek (M)` over `ordförande  justerare`.

    A single name over a role with a capital needs a line to sign on above it, else the role belongs to what follows.
    """
    if at == 0:
        return
    under = _cells(layout.lines[at])
    if len(under[0][1]) > _LONGEST_ROLE:
        return
    roles = [role_of(cell) for _, cell in under]
    if not roles or any(role is None for role in roles) or (taken and len(roles) == 1):
        return
    if (
        len(under) == 1
        and layout.lines[at].text[0].isupper()
        and not (at > 1 and _RULE.search(layout.lines[at - 2].text))
    ):
        return
    over = list(_cells(layout.lines[at - 1]))
    if len(over) != len(roles):
        return
    for (start, cell), role in zip(over, roles, strict=True):
        parsed = parse(layout.text, start, start + len(cell), places)
        if len(parsed.entries) == 1 and not parsed.unread and role is not None:
            yield Signer(parsed.entries[0], role)


def _chosen(text: str, start: int, end: int, places: Places, role: Role) -> Iterator[Signer]:
    for name in names.find(text, start, end):
        parsed = parse(text, name.start, name.end, places)
        if parsed.entries:
            yield Signer(parsed.entries[0], role)


def _cells(line: Line) -> list[tuple[int, str]]:
    return [(start, line.text[start - line.start : end - line.start]) for start, end in cells(line.text, line.start)]
