"""Lists of what is to be done: tables with columns for what, who and when, lines that these words label, lists below
`Att göra`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samverkan.reading.acts.assignees import assignees
from samverkan.reading.acts.duedates import due_date, said_day
from samverkan.reading.context import Context
from samverkan.reading.layout import Line

_COLUMNS = {
    "what": r"åtgärd(?:er)?|att göra|uppgift(?:er)?|aktivitet(?:er)?|vad|uppdrag|insats(?:er)?|vad ska göras|"
    r"åtaganden?|vad gör vi|arbetsuppgift(?:er)?|att-göra|åtgärd/aktivitet|todo|to do",
    "who": r"ansvarig(?:a|t)?(?: person(?:er)?| part(?:er)?| funktion| organisation| för genomförande)?|vem|av vem|"
    r"utförare|utförs av|ansvar|vem gör|vem ansvarar|handläggare|ägare|uppdragstagare|genomförs av|vilka",
    "when": r"klart?(?: senast| datum|datum| när)?|när|senast|deadline|datum|slutdatum|tidplan|tid|färdigt?|till när|"
    r"klar(?:t)? till|tidpunkt|tidsram|förfallodatum|när klart|senast klart?|sluttid",
    "which": r"punkt|pkt|§|nr|ärende|ärendenr|fråga",
    "more": r"status|kommentar(?:er)?|uppföljning|anteckning(?:ar)?",
}
_COLUMN = re.compile(
    rf"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _COLUMNS.items())})\s?[:?]?\Z", re.IGNORECASE
)
_LONGEST_HEAD = 40  # characters
_LABEL = re.compile(
    rf"(?:\A|(?<=[.;,(|–-]\s)|(?<=[.;,(|])|(?<=\s\s))(?:[-•*]\s)?(?:(?P<what>{_COLUMNS['what']})|(?P<who>"
    rf"{_COLUMNS['who']}|ansvarig(?:a)? för [^:]{{2,50}})|(?P<when>{_COLUMNS['when']}))\s?:\s*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-–—=_|+:\s]+")  # between a table's heads and its rows
_WIDE = re.compile(r"\s{2,}")
_BULLET = re.compile(r"\A(?:[-–•*·●▪>→➢✓]|\d{1,2}[.)]|[a-zåäö]\))\s+")
_LAST_SENTENCE = re.compile(r"(?:\A|.*[.!?]\s+(?=[A-ZÅÄÖ]))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Listed:
    """A task of a list, from `start` up to `end`; `which` is the number of an item that a column gives."""

    who: tuple[str, ...]
    task: str
    due: str | None
    which: str | None
    start: int
    end: int
    rule: str


def listed_tasks(context: Context, start: int, end: int, title: str | None) -> Iterator[Listed]:
    """The tasks that tables, labelled lines and lists below `Att göra` give somebody in a part of the text.

    `title` is what a lone `Ansvarig: NN` at its beginning is about.
    """
    lines = context.layout.between(start, end)
    at = 0
    if title and lines and _HEADS_TASKS.match(title):
        found, at = _named(context, lines, 0)
        yield from found
    while at < len(lines):
        found, after = _table(context, lines, at)
        if not found:
            found, after = _stacked(context, lines, at)
        if not found:
            found, after = _labelled(context, lines, at, title)
        if not found:
            found, after = _below_heading(context, lines, at)
        yield from found
        at = max(after, at + 1)


Result = tuple[list[Listed], int]


def _cells(line: str) -> list[str]:
    """The cells of a line of a table: parted by bars, tabs or wide space; empty ones only where tabs or bars tell."""
    for mark in ("|", "\t"):
        if mark in line:
            return [cell.strip() for cell in line.strip("| ").split(mark)]
    return [cell.strip() for cell in (_WIDE.split(line) if "  " in line else line.split(" / "))]


def _columns(cells: Sequence[str]) -> list[str]:
    """What each cell of a table's first row heads; empty unless it is a row of such heads, with what and who."""
    heads: list[str] = []
    for cell in filter(None, cells):
        head = _head(cell)
        if head is None or head in heads:
            return []
        heads.append(head)
    return heads if {"what", "who"} <= set(heads) else []


def _head(cell: str) -> str | None:
    """What a cell heads, if it is the head of a column."""
    found = _COLUMN.match(cell) if len(cell) <= _LONGEST_HEAD else None
    return None if found is None else found.lastgroup


def _table(context: Context, lines: Sequence[Line], at: int) -> Result:
    """The rows below `Vad  Vem  När`, as long as they have cells."""
    cells = _cells(lines[at].text)
    if len(cells) < 2:  # `Åtgärd/Ansvarig/Klart` too
        cells = lines[at].text.split("/")
    heads = _columns(cells)
    found: list[Listed] = []
    if not heads:
        return found, at
    for after in range(at + 1, len(lines)):
        if _RULE.fullmatch(lines[after].text):
            continue
        row = _cells(lines[after].text)
        if len([cell for cell in row if cell]) < 2 or _columns(row):
            return found, after
        found += _row(context, heads, row, lines[after].start, lines[after].end)
    return found, len(lines)


def _stacked(context: Context, lines: Sequence[Line], at: int) -> Result:
    """A table that has one cell a line: its heads below each other, then the cells of each row."""
    heads: list[str] = []
    for line in lines[at : at + len(_COLUMNS)]:
        head = _head(line.text)
        if head is None or head in heads:
            break
        heads.append(head)
    found: list[Listed] = []
    after = at + len(heads)
    if not {"what", "who"} <= set(heads):
        return found, at
    while after + len(heads) <= len(lines):
        row = lines[after : after + len(heads)]
        new = list(_row(context, heads, [line.text for line in row], row[0].start, row[-1].end))
        if not new:
            break
        found += new
        after += len(heads)
    return found, after


def _row(context: Context, heads: Sequence[str], row: Sequence[str], start: int, end: int) -> Iterator[Listed]:
    if len(row) != len(heads):
        row = [cell for cell in row if cell]
    cell = dict(zip(heads, row, strict=False))
    who = assignees(context, cell.get("who", ""), surely=bool(cell.get("when")), opens=True)
    if who and cell["what"]:
        which = cell.get("which", "").lstrip("§ ").rstrip(". ") or None
        due = said_day(context, cell.get("when", "")) or due_date(context, cell.get("more", ""))
        yield Listed(who, cell["what"], due, which, start, end, "assignments.table")


def _labelled(context: Context, lines: Sequence[Line], at: int, title: str | None) -> Result:
    """`Åtgärd: …  Ansvarig: NN  Klart: 3 maj`, over several lines or on one; without the first, what stands above."""
    if ":" not in lines[at].text:
        return [], at
    said: dict[str, str] = {}
    before, start, after = "", lines[at].start, at
    while after < len(lines):
        text = lines[after].text
        labels = list(_LABEL.finditer(text)) if ":" in text else []
        names = [label.lastgroup or "" for label in labels]
        if not labels or set(names) & said.keys() or (after > at and labels[0].start()):
            break
        if labels[0].start():
            before = text[: labels[0].start()]
        for label, until in zip(labels, [*(label.start() for label in labels[1:]), len(text)], strict=True):
            said.setdefault(label.lastgroup or "", text[label.end() : until].strip(" .;,()|–-"))
        after += 1
    if "who" not in said:
        return [], at
    if not said["who"] and after < len(lines):  # `Ansvarig:` and the name below it
        said["who"] = lines[after].text
        after += 1
    above = before or (lines[at - 1].text if at else title or "")
    what = said.get("what") or _BULLET.sub("", above[_last_sentence(above) :]).strip(" .;,(–-")
    what = _DECIDED.sub("", what)
    who = assignees(context, _without_day(said["who"]), opens=True)
    if not who or not what:
        return [], at
    due = said_day(context, said.get("when", "")) or due_date(context, said["who"]) or due_date(context, what)
    begin = start if before or "what" in said or not at else lines[at - 1].start
    return [Listed(who, what, due, None, begin, lines[after - 1].end, "assignments.answerable")], after


_DECIDED = re.compile(r"\A(?:Beslut|BESLUT|Åtgärd)\s?[:–-]\s+")


def _last_sentence(text: str) -> int:
    found = _LAST_SENTENCE.match(text.rstrip(" .("))
    return found.end() if found else 0


_DAY = re.compile(
    r"[\s,(–-]+(?:klart?|senast|till|deadline|före|innan|snarast|\d{1,2}(?:/|\s[a-z]{3})).*\Z", re.IGNORECASE
)


def _without_day(words: str) -> str:
    return _DAY.sub("", words)


_HEADS_TASKS = re.compile(
    r"(?:lista över )?(?:att göra(?:-lista\w*)?|att-göra-lista|åtgärder|åtgärdslista|"
    r"(?:pågående |aktuella |fördelade )?(?:uppdrag|uppgifter|arbeten)(?: som pågår| just nu| (?:under )?\d{4})?|"
    r"uppdrag och ansvar|vem gör vad|vad gör vem|vem ansvarar för vad|fördelning av (?:uppgifter|arbetet)|"
    r"uppgifter|aktivitetslista|aktiviteter|nästa steg|åtaganden|uppföljningslista|"
    r"(?:arbets|aktivitets)plan(?: \d{4})?|arbetsfördelning|att göra efter mötet|"
    r"(?:beslutade|överenskomna|kommande|avtalade) (?:åtgärder|aktiviteter|uppgifter)|vad, vem,? (?:och )?när|"
    r"(?:sammanfattning|lista|sammanställning) (?:av|över) (?:uppdrag|åtgärder|uppgifter|åtaganden)|"
    r"(?:till|inför) nästa (?:gång|möte))(?: (?:till|inför) [\wåäö ]{3,30})?\s?:?\Z",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(r"(?P<who>[A-ZÅÄÖ][^:–]{1,50}?)\s?(?::|\s[–-])\s+(?P<task>(?!ing(?:et|en|a)\b)\S.{4,})")
_NAME_LAST = re.compile(
    r"(?P<task>.{5,}?)(?:\s[–-]\s|,\s|\s\()(?P<who>[A-ZÅÄÖ][^()–]{1,60}?)\)?"
    r"(?:(?:\s[–-]|,)\s(?P<day>(?:(?:senast|till|före|klart?|den)\s){0,3}\d[^,–]{0,20}|[a-z]{3,9}(?:\s20\d\d)?))?\.?\Z"
)


def _below_heading(context: Context, lines: Sequence[Line], at: int) -> Result:
    """The lines below `Att göra` that name somebody first or last: `Karin: boka lokal`, `Boka lokal – Karin`."""
    return _named(context, lines, at + 1) if _HEADS_TASKS.match(lines[at].text) else ([], at)


def _named(context: Context, lines: Sequence[Line], at: int) -> Result:
    """The tasks from a line on, as long as lines name somebody or are bullets."""
    found: list[Listed] = []
    for after in range(at, len(lines)):
        line = lines[after]
        words = _BULLET.sub("", line.text)
        for form in (_NAME_FIRST, _NAME_LAST):
            match = form.fullmatch(words)
            who = assignees(context, _without_day(match["who"]), opens=True) if match else ()
            if match and who:
                last = f"{match['who']} {match['day'] or ''}" if form is _NAME_LAST else ""
                due = due_date(context, words) or said_day(context, last)
                found.append(Listed(who, match["task"], due, None, line.start, line.end, "assignments.to-do"))
                break
        else:
            if words == line.text:
                return found, after if found else at
    return found, len(lines) if found else at
