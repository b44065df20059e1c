"""The people on lines under an open section: read, kept with their section, or told to be no people."""

import re
from collections.abc import Iterable
from dataclasses import replace

from samverkan import names
from samverkan.facts import Status
from samverkan.places import Places
from samverkan.reading.layout import Layout, Line, cells
from samverkan.reading.people.blocks import take_organisation
from samverkan.reading.people.chunks import has_title
from samverkan.reading.people.entry import Parsed, share
from samverkan.reading.people.flat_rows import flattened, is_cell, labelled, tell, word_below
from samverkan.reading.people.lookahead import Ahead, Stretches
from samverkan.reading.people.marked import Marked, marked
from samverkan.reading.people.roles import PARTY_NAMES, higher, plain, role_of, title_of_group
from samverkan.reading.people.rows import Row, Seat
from samverkan.reading.people.sections import heading_at
from samverkan.reading.people.sides import OFFICES, YEARS, Columns, Section, grouped, says_side, side
from samverkan.reading.people.tables import Table
from samverkan.reading.people.unfilled import unfilled

# A sentence about who was there or who sits where, or a link: no entry; `…, Heby, deltog till och med § 6` is one.
_THERE = r"(?:deltog|deltar|medverkar|medverkade|närvarade)\b"
_NO_ENTRY = re.compile(
    rf"(?<!, )(?<!\()\b{_THERE}|(?<=, ){_THERE}(?! (?:till|från|fr|under|vid|endast|kl|via|digitalt|på|§|p)\b)|"
    r"\b(?:består|utgörs)\s+av\b|\b(?:ersatte|efterträd(?:er|de)|avlös(?:er|te))\s+[A-ZÅÄÖ]|\b(?:gick|kom|trädde)\s+in\s+i\b|"
    r"\blämna(?:r|de)\s+(?:(?:sitt\s)?uppdrag|\w*(?:styrelsen|nämnden|direktionen|gruppen|rådet|utskottet)\b)|"
    r"\b(?:[Ee]xtern\s+länk|[Ll]änk\s+till|nytt\s+fönster)\b|\((?:pdf|PDF)\b"
)
# A sentence of a page of composition that seats people: `Ale företräds av …`, `Nya från 2031 är …`.
_SEATS = re.compile(
    r"\b(?:företräds|representeras|innehas|tjänstgör|har\s+(?:valt|utsett|nominerat)|kommer|ingår|sitter|bidrar|finns)\b"
    r"(?=[^:\n]*\.)|(?<![^\n])(?:Nya?|Övriga|Adjungerade?|Med\si|(?:[Oo]rdinarie\s)?"
    r"(?:[Ll]edamöter|[Ll]edamot|[Ee]rsättare|[Ss]uppleant(?:er)?|[Oo]rdinarie|[Rr]epresentant(?:er)?)\s(?:för|från))\s[^:\n]{0,200}?\bär\b"
)
_MARKS: dict[str, Status] = {"x": "present", "X": "present", "✓": "present", "-": "absent", "–": "absent"}  # in a table
# `X Anna Ek`, `(x) Bo Ström`, `– Eva Öst`, `F Ola Alm`: who was there and who was not, once somebody has a tick.
_TICKED = re.compile(r"(?:(?P<yes>[xX✓√☒☑]|\([xX]\)|\[[xX]\])|[-–☐FN]|\(\s?\)|\[\s?\])\s+(?=[A-ZÅÄÖ][a-zåäöé])")
_NEXT_SENTENCE = re.compile(
    r"(?<=[a-zåäö)]{2})\.\s+(?=[A-ZÅÄÖ][a-zåäö]+\s[a-zåäö]|"
    r"(?:[A-ZÅÄÖ]\S+\s){2,3}(?:ersatte|ersätter|efterträd|avlös|gick|kom|lämnade|tillträdde))"
)


class Gathering:
    """What a walk through the lines has gathered so far, and the section that is open."""

    def __init__(self, layout: Layout, places: Places, composition: bool, nobody: Stretches) -> None:
        self.layout, self.text, self.places, self.composition = layout, layout.text, places, composition
        self.ahead = Ahead(layout.text, places, nobody)
        self.section: Section | None = None
        self.columns: Columns | None = None
        self.table: Table | None = None  # whose rows stand on the lines that have its columns
        self.left: str | None = None  # the organisation left of the names, for the lines indented below it
        self.flat: bool | None = None  # the section is a table that has become one cell a line
        self.body: str | None = None  # the other body that the last heading of one named
        self.sided = False  # headings of sides stand in this list
        self.closed = False  # the head is over: only a heading of those present or absent opens a list again
        self.beside = False  # the last heading has its people on its own line
        self.led = False  # each line of the section begins with whom its people represent, and a colon
        self.ticked = False  # a mark stands before the names of those who were there
        self.fresh = False  # the section has no entries yet
        self.misses = 0
        self.seen: set[str] = set()  # lines before the lists: repeated within one they are a page's header
        self.rows: list[Row] = []
        self.seats: list[Seat] = []
        self.spans: list[tuple[int, int]] = []

    def _enter(self, section: Section, line: Line, end: int | None = None) -> None:
        self.section, self.columns, self.left, self.fresh, self.misses = section, None, None, True, 0
        self.flat, self.led = None, False
        self.spans.append((line.start, line.end if end is None else end))

    def _ends_labels(self, line: Line) -> None:
        """`Förbundschef   Anna Ek` among `Ledamöter   Bo Ek` and `Ersättare   Eva Ek`: the group above is over."""
        found = cells(line.text)
        if not self.beside or len(found) < 2 or self.section is None:
            return
        words = line.text[slice(*found[0])]
        if has_title(words) and role_of(words) is None and next(names.find(words), None) is None:
            self._enter(Section(status=self.section.status, heading=words, body=self.section.body), line, line.start)

    def _content(self, lines: tuple[Line, ...], at: int, start: int) -> int:
        """Read the people on a line, and on the lines that go on from it."""
        assert self.section is not None
        if parts := tuple(marked(self.text, start, lines[at].end)):
            self._marked(parts)
            return at + 1
        found = cells(self.text[start : lines[at].end], start)
        if self.columns and not self.columns.collapsed:
            if not self._across_columns(lines[at], found):
                self._in_columns(self.columns.sections, lines[at], found)
            return at + 1
        mark = _MARKS.get(self.text[slice(*found[0])]) if len(found) > 1 else None
        if mark is not None:
            start = found[1][0]
        elif ticked := _TICKED.match(self.text, start, lines[at].end):
            start = ticked.end()
            self.ticked = self.ticked or ticked["yes"] is not None
            mark = "present" if ticked["yes"] else "absent" if self.ticked else None
        following = at + 1
        end = lines[at].end
        if mark is None and len(found) > 1 and (behind := self._mark_behind(self.text[slice(*found[-1])])):
            mark, end = behind, found[-2][1]
        while mark is None and following < len(lines) and self.ahead.runs_on(end, lines[following]):
            end = lines[following].end
            following += 1
        if self.composition and (sentence := _NEXT_SENTENCE.search(self.text, start, end)):
            end = sentence.start() + 1  # `Sala – Anna Ek (S), ordförande. En plats är vakant.`
        parsed = self.ahead.parse(start, end)
        if self._accept(parsed, start, end):
            self._keep(parsed, replace(self.section, status=mark) if mark else self.section, start, end)
        else:
            self._no_people(lines, at, start)
        return following if parsed.entries else at + 1

    def _marked(self, parts: Iterable[Marked]) -> None:
        """Keep the people of a line whose marks tell who was there; who is named behind a mark was served for."""
        assert self.section is not None
        section = self.section
        for part in parts:
            parsed = self.ahead.parse(part.start, part.end)
            if len(parsed.entries) > 1 and section.role == "substitute" and self.rows and not self.fresh:
                self.rows[-1].entry.serves_for = parsed.entries.pop(0).person
            if self._accept(parsed, part.start, part.end):
                self._keep(parsed, replace(section, status=part.status), part.start, part.end)

    def _mark_behind(self, cell: str) -> Status | None:
        """`Anna Ek, Sala   x`, `Bo Ek, Heby   –`: who was there and who was not, once somebody has a tick."""
        mark = _MARKS.get(cell.partition(" (")[0])
        self.ticked = self.ticked or mark == "present"
        return mark if self.ticked else None

    def _across_columns(self, line: Line, found: list[tuple[int, int]]) -> bool:
        """Take a line alone across columns: whose the people below are, or the role of the one above on the left."""
        assert self.columns is not None
        if len(found) > 1:
            return False
        if line.text[0].islower() and not self.fresh and (role := role_of(line.text)):
            begin = self.text.rfind("\n", 0, self.rows[-1].entry.start) + 1
            indent = line.start - self.text.rfind("\n", 0, line.start) - 1
            above = [row.entry for row in self.rows[-len(self.columns.sections) :] if row.entry.start >= begin]
            entry = next((each for each in above[::-1] if each.start - begin <= indent + 4), above[0])
            entry.role = higher(entry.role, role)
            return True
        whose = side(line.text, self.places)
        if whose is None:
            return False
        if OFFICES.match(line.text):
            self._enter(Section(self.columns.sections[0].status, heading=line.text), line)
            return True
        sections = tuple(replace(each, organisation=whose) for each in self.columns.sections)
        self.columns = replace(self.columns, sections=sections)
        return True

    def _in_columns(self, columns: tuple[Section, ...], line: Line, found: list[tuple[int, int]]) -> None:
        raw_start = self.text.rfind("\n", 0, line.start) + 1
        indented = line.start - raw_start >= 1 and (
            "\t" in self.text[raw_start : line.start] or line.start - raw_start > 8
        )
        offset = len(columns) - 1 if indented and len(found) == 1 else 0
        read = False
        for index, cell in enumerate(found[: len(columns)]):
            section = columns[min(index + offset, len(columns) - 1)]
            parsed = self.ahead.parse(*cell)
            if self._accept(parsed, *cell):
                self._keep(parsed, section, *cell)
                read = True
        if not read:
            self._missed()

    def _accept(self, parsed: Parsed, start: int, end: int) -> bool:
        if not parsed.entries and not parsed.vacant:
            return False
        if parsed.unread > 2 + len(parsed.entries) // 2 or _NO_ENTRY.search(self.text, start, end):
            return False
        if self.composition and _SEATS.search(self.text, start, end):
            return False
        # `Anna Ek öppnar mötet.` is a sentence, not an entry
        return not (len(parsed.entries) == 1 and parsed.unread and self.text[start:end].rstrip().endswith("."))

    def _keep(self, parsed: Parsed, section: Section, start: int, end: int) -> None:
        several = len(parsed.entries) > 1
        rule = "lists.columns" if self.columns else "lists.comma-list" if several else "lists.line"
        section = self._beside(parsed, section, start)
        if several and section.organisation is None:
            share(parsed.entries)
        collapsed = self.columns.sections if self.columns and self.columns.collapsed else ()
        for index, entry in enumerate(parsed.entries):
            own = collapsed[min(index, len(collapsed) - 1)] if collapsed else section
            entry.time, entry.party = entry.time or own.time, entry.party or own.party
            entry.title = entry.title or own.title
            if index == 0 and parsed.role and entry.role is None:
                entry.role = parsed.role
            self.rows.append(Row(entry, own, rule))
        for begin, stop in parsed.vacant:
            own = collapsed[-1] if collapsed else section
            self.seats.append(Seat(begin, stop, replace(own, organisation=parsed.vacant_side or own.organisation)))
        self.spans.append((start, end))
        self.fresh, self.misses = False, 0
        if section.single and self.section is section:
            term = None if YEARS.search(section.heading) else section.term  # `Ordförande 2031–2032`: the chair's alone
            self.section = replace(section, role=None, single=False, term=term)

    def _beside(self, parsed: Parsed, section: Section, start: int) -> Section:
        """The section with the organisation that stands left of the names, also on the lines above an indented one."""
        begin = self.text.rfind("\n", 0, start) + 1
        indent = self.text[begin:start]
        if parsed.organisation:
            self.led = True
            cell = cells(self.text[begin : self._line_end(start)], begin)
            self.left = parsed.organisation if len(cell) > 1 and self._is_side(cell[0]) else None
            return replace(section, organisation=parsed.organisation)
        if indent.strip() or not ("\t" in indent or len(indent) > 8):
            self.left = None
        return section if self.left is None else replace(section, organisation=self.left)

    def _of_row_above(self, line: Line) -> Section:
        """The section of a table's row: whose first cell is empty has the organisation of the row above."""
        assert self.section is not None
        indent = self.text[self.text.rfind("\n", 0, line.start) + 1 : line.start]
        below = self.left is not None and ("\t" in indent or len(indent) > 8)
        return replace(self.section, organisation=self.left) if below else self.section

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _is_side(self, cell: tuple[int, int]) -> bool:
        return side(self.text[slice(*cell)], self.places) is not None

    def _no_people(self, lines: tuple[Line, ...], at: int, start: int) -> None:
        """A line without people: a heading of whose they are, or the list is over."""
        assert self.section is not None
        words = self.text[start : lines[at].end].strip()
        if self._unfilled(start, lines[at].end):
            return
        if words in self.seen or self._belongs_above(words, lines[at]) or self._organisation_above(lines, at):
            return
        if len(words) <= 80 and not words.endswith(".") and self.ahead.names_follow(lines[at].end, lines, at):
            if party := PARTY_NAMES.get(plain(words)):
                self._enter(replace(self.section, party=party), lines[at])
                return
            if (title := title_of_group(words)) and len(words.split()) == 1:
                self._enter(replace(self.section, role=None, title=title, heading=words), lines[at])
                return
            above = self.section
            if self.sided and not self.fresh and above.organisation is None:
                above = replace(above, role=None)  # roles stand under sides, and the next side begins anew
            if says_side(words) and self._parted(lines[at]) and not (self.fresh or self._has_sides(above)):
                above = replace(above, status="present")  # `Från Region Sala` below `Frånvarande` and its names
            section = grouped(above, words, self.places) or self._unknown_side(words, lines[at])
            if section is not None:
                self._enter(section, lines[at])
                self.sided = True
                return
        self._missed()

    def _unknown_side(self, words: str, line: Line) -> Section | None:
        """A name that nobody knows, alone between sides that are known: whose people follow."""
        assert self.section is not None
        parted = self._parted(line)
        named = len(words.split()) <= 3 and words[:1].isupper() and words.replace(" ", "").isalpha()
        if not (parted and named and self.sided) or names.is_given(words.split()[0]) or role_of(words):
            return None
        return replace(self.section, organisation=words, outside=False)

    def _unfilled(self, start: int, end: int) -> bool:
        """Seats that the words of a line say are empty; whether they say that and nothing else."""
        sides = list(unfilled(self.text[start:end], self.places)) if self.section is not None else []
        for each in sides:
            assert self.section is not None
            self.seats.append(Seat(start, end, replace(self.section, organisation=each or self.section.organisation)))
        if sides:
            self.spans.append((start, end))
            self.fresh, self.misses = False, 0
        return bool(sides)

    def _parted(self, line: Line) -> bool:
        """Whether an empty line stands above."""
        return self.text.count("\n", max(0, self.text.rfind("\n", 0, line.start) - 3), line.start) > 1

    def _has_sides(self, section: Section) -> bool:
        """Whether lists by side have come before, so that those of a section may be by side as well."""
        return self.sided or section.organisation is not None

    def _belongs_above(self, words: str, line: Line) -> bool:
        """A title or role alone on the line below a name, as tables become when they are flattened."""
        if self.fresh or not self.rows or not word_below(self.rows[-1].entry, words, line.end):
            return False
        self.spans.append((line.start, line.end))
        return True

    def _organisation_above(self, lines: tuple[Line, ...], at: int) -> bool:
        """An organisation on the line below the only name of a block, or under a heading: the person's own."""
        if self.fresh or not self.rows:
            return False
        if not take_organisation(self.text, lines, at, self.rows, self.places, self.ahead.parse):
            return False
        self.spans.append((lines[at].start, lines[at].end))
        return True

    def _flat_cell(self, lines: tuple[Line, ...], at: int) -> bool:
        """A cell of the person on the line above, in a table that has become one cell a line."""
        if self.section is None or self.fresh or not self.rows or self.columns is not None or self.flat is False:
            return False
        entry = self.rows[-1].entry
        if self.spans[-1][1] != lines[at - 1].end or not is_cell(lines[at].text, self.places):
            return False
        if self._heads_block(lines, at):
            return False
        if self.flat is None:
            headed = self.sided or self.section.organisation is not None or entry.organisation is not None
            self.flat = not headed and flattened(self.text, lines, at, self.places, self.ahead.parse)
        if self.flat:
            tell(entry, lines[at], self.places)
            self.spans.append((lines[at].start, lines[at].end))
        return bool(self.flat)

    def _heads_block(self, lines: tuple[Line, ...], at: int) -> bool:
        """`Ersättare` alone behind an empty line, where each person's own lines stand close together: a heading."""
        heading = heading_at(self.text, lines[at].start, lines[at].end)
        if heading is None or "\n\n" not in self.text[lines[at - 1].end : lines[at].start]:
            return False
        on_its_own = at + 1 < len(lines) and "\n\n" in self.text[lines[at].end : lines[at + 1].start]
        if heading.single and not self.rows[-1].section.single and on_its_own:
            return False
        return "\n\n" not in self.text[self.rows[-1].entry.start : lines[at - 1].end]

    def _attribute(self, line: Line) -> bool:
        """A labelled line below a name: `Representerar: …`, `Roll: …`."""
        if not self.rows or line.start - self.rows[-1].entry.end > 200:
            return False
        if not labelled(self.text, self.rows[-1].entry, line, self.places):
            return False
        self.spans.append((line.start, line.end))
        self.misses = 0
        return True

    def _missed(self) -> None:
        self.misses += 1
        if self.misses > 1:
            self.section, self.columns, self.table = None, None, None
