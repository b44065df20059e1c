"""What lies ahead in lines that may hold people: read before it is decided whether a list opens or runs on."""

import re

from samverkan import names
from samverkan.places import Places
from samverkan.reading.layout import Line
from samverkan.reading.people.entries import parse
from samverkan.reading.people.entry import Parsed
from samverkan.reading.people.sections import heading_at
from samverkan.reading.people.sides import side

Stretches = dict[tuple[int, int], Parsed]

ITEM = re.compile(r"(?:§|[A-ZÅÄÖ][\wåäö]{0,7}\s+§{1,2}|\d{1,3}\s*[.:)]?\s|\d{1,3}[.:)]?\Z|\d{1,3}\s?[a-z][.)]?\s)")
_TICK = re.compile(r"(?:[xX✓√☒☑]|\([xX]\)|\[[xX]\])\s+(?=[A-ZÅÄÖ][a-zåäöé])")  # `X   Anna Ek`
_SIDE_MARK = re.compile(r":|\s[–-]\s")
_SHORTENED = re.compile(r"\b(?:ordf|ers|sekr|adj|led|tjg|just)\.\Z", re.I)
_AND = re.compile(r"(?:och|samt)\s")
_PARTED = re.compile(r"[,;\t]|\boch\b|\bsamt\b")
_GOES_ON = re.compile(r"(?:,|;|\boch|\bsamt|\bför|&|(?<=\w)-)\Z")
_UNFINISHED = re.compile(r"[,:] (?:Region|Landstinget(?: i)?|Länsstyrelsen i|\S+ (?:i|på|av|för))\Z")
_LINE = 80  # characters
_CONTINUES = re.compile(r"[a-zåäö-]+(?: [a-zåäö]+)*(?:,|\Z| [A-ZÅÄÖ(§])")  # what was begun on the line above


class Ahead:
    """Looks at stretches of a text; what they hold is kept, as a line is looked at before it is read.

    `nobody` are the stretches without people, known from an earlier walk.
    """

    def __init__(self, text: str, places: Places, nobody: Stretches) -> None:
        self.text, self.places, self.nobody = text, places, nobody
        self.parsed: Stretches = {}

    def parse(self, start: int, end: int) -> Parsed:
        """The entries of a stretch."""
        found = self.parsed.get((start, end)) or self.nobody.get((start, end))
        if found is None:
            found = parse(self.text, start, end, self.places)
            (self.parsed if found.entries else self.nobody)[start, end] = found
        return found

    def names_follow(self, end: int, lines: tuple[Line, ...], at: int) -> bool:
        """Whether a name, or another heading with one, stands on the rest of the line or the next few."""
        rest = self.text[end : lines[at].end]
        if rest.strip(" \t:.-–"):
            parsed = self.parse(end, lines[at].end)
            return bool(parsed.entries or parsed.vacant) or "(" in rest
        for line in lines[at + 1 : at + 5]:
            if under := heading_at(self.text, line.start, line.end):
                held = self.parse(under.end, line.end)
                if held.entries or held.vacant:
                    return True
                continue
            parsed = self.parse(line.start, line.end)
            if (parsed.entries or parsed.vacant) and parsed.unread <= 2:
                return True
            if (
                parsed.entries
                and parsed.entries[0].start == line.start
                and len(line.text) > _LINE
                and line.text[-1] == "."
            ):
                return False  # a paragraph that tells of somebody
        return False

    def sides_open(self, lines: tuple[Line, ...], at: int) -> bool:
        """Whether sides with their people begin without a heading: `Sala: Anna Ek` twice, or a side over names."""
        rest = lines[at : at + 4]
        if len(rest) < 3 or any(ITEM.match(line.text) for line in rest[:3]):
            return False
        if _SIDE_MARK.search(rest[0].text):
            return all(self._is_sided(line) for line in rest[:2])
        if side(rest[0].text, self.places) is None or not self.is_bare_entry(rest[1]):
            return False
        another = len(rest) > 3 and side(rest[2].text, self.places) is not None and self.is_bare_entry(rest[3])
        return another or self.is_bare_entry(rest[2])

    def _is_sided(self, line: Line) -> bool:
        """`Sala kommun: Anna Ek, Bo Ström`."""
        mark = _SIDE_MARK.search(line.text)
        if mark is None or side(line.text[: mark.start()], self.places) is None:
            return False
        parsed = self.parse(line.start, line.end)
        sure = sum(entry.sure for entry in parsed.entries)
        return sure * 2 > len(parsed.entries) and not parsed.unread

    def is_bare_entry(self, line: Line) -> bool:
        """Whether a line is nothing but a known name and what belongs to it."""
        if tick := _TICK.match(line.text):
            line = Line(line.start + tick.end(), line.end, line.text[tick.end() :])
        if len(line.text) > 80 or (line.text.endswith(".") and not _SHORTENED.search(line.text)):
            return False
        first = line.text.lstrip("•*-– \t").split(" ", 1)[0]
        if not names.is_given(first.rstrip(",")):
            return False
        parsed = self.parse(line.start, line.end)
        return (
            bool(parsed.entries)
            and parsed.entries[0].sure
            and parsed.entries[0].start - line.start <= 3
            and not parsed.unread
        )

    def runs_on(self, end: int, line: Line) -> bool:
        """Whether a list goes on over a line break: after a comma or `och`, or within a name."""
        if self.text.count("\n", end, line.start) > 2 or heading_at(self.text, line.start, line.end):
            return False
        before = self.text[max(self.text.rfind("\n", 0, end) + 1, end - 60) : end]
        if _GOES_ON.search(before[-6:]) or _AND.match(line.text):
            return True
        if before.count(",") and (_UNFINISHED.search(before) or _CONTINUES.match(line.text) or line.text[0] == "("):
            return True
        if "," not in before or not line.text[0].isupper():
            return False
        last = _PARTED.split(before)[-1].split()
        return len(last) == 1 and names.is_given(last[0])
