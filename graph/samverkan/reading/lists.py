"""Lists of people under headings, in lines, columns, tables and running commas, gone through from top to bottom."""

import re
from dataclasses import replace

from samverkan import names
from samverkan.facts import Status
from samverkan.places import Places
from samverkan.reading.body_names import PART_OF_BODY, of_page
from samverkan.reading.entry import Parsed
from samverkan.reading.flat_rows import flattened, is_cell, labelled, tell, word_below
from samverkan.reading.layout import Layout, Line, cells
from samverkan.reading.lookahead import ITEM, Ahead, Stretches
from samverkan.reading.paragraphs import in_paragraph
from samverkan.reading.roles import BODY_NOUN, PARTY_NAMES, plain, role_of
from samverkan.reading.rows import Lists, Row, Seat, settle_initials
from samverkan.reading.sections import STOP, Heading, heading_at
from samverkan.reading.sides import Columns, Section, grouped, opened, says_side, side, side_by_side
from samverkan.reading.table_rows import read_row
from samverkan.reading.tables import Table, cells_below, cells_of, stacked_at, table_at


def read_lists(layout: Layout, places: Places, *, composition: bool = False, nobody: Stretches | None = None) -> Lists:
    """All lists of people in a document; in a composition page a heading of a municipality or a role opens one too."""
    return _Walk(layout, places, composition, {} if nobody is None else nobody).run()


_HEAD = 150  # lines
_THERE = re.compile(r"\b(?:deltog|deltar|medverkar|medverkade|närvarade)\b")  # a sentence about who was there
_NUMBERED = re.compile(r"\d{1,3}\s*[.)]\s+")
# In a page of composition these are no members: `Revisorer`, `Förbundsdirektör: Anna Ek`.
_NO_SEATS = re.compile(r"(?:Revisor|Lekmannarevisor|Kansli|Sekretariat|[A-ZÅÄÖ][\wåäö]+(?:chef|direktör|ledare)\s*:)")
_CLOSING = re.compile(
    r"Utse(?:s|dd|dda|tt)\s+(?:att|till)|Paragraf|Justering|Underskrift|Signatur|Vid\s+(?:protokollet|"
    r"anteckningarna|pennan)|Antecknat|ANSLAG|Anslag|Dagordning|DAGORDNING"
)
_BARE_HEAD = re.compile(r"Namn\s*:?\Z")  # the one column of a table
_SIGNED = re.compile(r"Underskrift(?:er)?\Z|Signatur(?:er)?\Z|UNDERSKRIFT(?:ER)?\Z")
_LABEL = re.compile(r"([A-ZÅÄÖ][\wåäö]{3,}(?: [a-zåäö]+){0,3})\s*:\s+(?=[A-ZÅÄÖ])")
_MARKS: dict[str, Status] = {"x": "present", "X": "present", "✓": "present", "-": "absent", "–": "absent"}  # in a table


class _Walk:
    """Goes through the lines once, with the section that is open."""

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
        self.fresh = False  # the section has no entries yet
        self.misses = 0
        self.seen: set[str] = set()  # lines before the lists: repeated within one they are a page's header
        self.rows: list[Row] = []
        self.seats: list[Seat] = []
        self.spans: list[tuple[int, int]] = []

    def run(self) -> Lists:
        lines, at = self.layout.lines, 0
        while at < len(lines):
            line = lines[at]
            at = self._line(lines, at)
            if at < _HEAD and not self.rows and not self.places.of(line.text):
                self.seen.add(line.text)
        settle_initials(self.rows)
        return Lists(tuple(self.rows), tuple(self.seats), tuple(sorted(self.spans)))

    def _line(self, lines: tuple[Line, ...], at: int) -> int:
        """Read the line at an index; the index of the next line to read."""
        line = lines[at]
        if self.closed and self.section is None:
            return self._after_head(lines, at)
        ends = _CLOSING if self.rows else _SIGNED
        if self.section is None and not self.composition and ends.match(line.text):
            self.closed = True
        if (following := self._table_head(lines, at) or self._table_row(lines, at)) > 0:
            return following
        if self._set_columns(line) or self._flat_cell(lines, at) or _BARE_HEAD.match(line.text):
            return at + 1
        heading = heading_at(self.text, line.start, line.end)
        if heading is not None and heading.role == "adjuster":
            return at + 1  # the adjuster is one of those in the lists; signatures.py reads who
        if heading is not None and self._opens(heading, lines, at):
            return self._under(heading, lines, at)
        if self._attribute(line) or self._other_body(lines, at):
            return at + 1
        if self.section is None:
            if not self._opened_without_heading(lines, at):
                return at + 1
        elif self._stops(line):
            self._close(line)
            return at + 1
        elif (label := _LABEL.match(line.text)) and side(label[1], self.places) is None and not names.is_name(label[1]):
            role = role_of(label[1])  # `Sammankallande: …`, or `Personal: …`: another group of people
            self.section = Section(role=role, heading=label[1], body=self.section.body, single=role is not None)
            return self._content(lines, at, line.start + label.end())
        return self._content(lines, at, line.start)

    def _after_head(self, lines: tuple[Line, ...], at: int) -> int:
        """Past the head only a heading of those present or absent, with names under it, opens a list again."""
        heading = heading_at(self.text, lines[at].start, lines[at].end)
        if heading is None or heading.status is None or heading.single or not self._opens(heading, lines, at):
            return at + 1
        return self._under(heading, lines, at)

    def _under(self, heading: Heading, lines: tuple[Line, ...], at: int) -> int:
        line = lines[at]
        words = self.text[line.start : heading.end]
        section = opened(heading, words, self.section, fresh=self.fresh, places=self.places)
        section = replace(section, body=section.body or self.body)
        self._enter(section, line, heading.end)
        if not self.text[heading.end : line.end].strip(" \t:.-–"):
            return at + 1
        return self._content(lines, at, heading.end)

    # headings

    def _opens(self, heading: Heading, lines: tuple[Line, ...], at: int) -> bool:
        if self.section is not None and not self.closed and not heading.weak:
            return not heading.single or not self.rows or self.ahead.names_follow(heading.end, lines, at)
        if self.closed and not (heading.status and not heading.single):
            return False
        return self.ahead.names_follow(heading.end, lines, at)

    def _enter(self, section: Section, line: Line, end: int | None = None) -> None:
        self.section, self.columns, self.left, self.fresh, self.misses = section, None, None, True, 0
        self.flat = None
        self.spans.append((line.start, line.end if end is None else end))

    def _set_columns(self, line: Line) -> bool:
        """Begin columns where several headings stand on the line."""
        if self.closed and not self.composition:
            return False
        columns = side_by_side(self.text, cells(line.text, line.start), self.places)
        if columns is None:
            return False
        if self.section is not None and self.fresh and self.section.status == "absent":
            sections = tuple(replace(each, status="absent") for each in columns.sections)
            columns = Columns(sections, columns.collapsed)
        above = self.section.organisation if self.section is not None and self.fresh else None
        if above is not None and not any(each.organisation for each in columns.sections):
            columns = Columns(tuple(replace(each, organisation=above) for each in columns.sections), columns.collapsed)
        self._enter(columns.sections[0], line)
        self.columns = columns
        return True

    def _table_head(self, lines: tuple[Line, ...], at: int) -> int:
        """Begin a table where a line, or several, name its columns; the index of the line behind them, 0 if none do."""
        if following := self._stacked(lines, at):
            return following
        found = table_at(self.text, lines, at)
        if found is None or (self.closed and not self.composition):
            return 0
        table, following = found
        if not self.ahead.names_follow(lines[following - 1].end, lines, following - 1):
            return following
        if self.section is None:
            marked = {"mark", "away"} & set(table.kinds)
            self._enter(Section(heading="Närvarande" if marked else ""), lines[at])
        self.table, self.columns = table, None
        return following

    def _stacked(self, lines: tuple[Line, ...], at: int) -> int:
        """Read a table that has become one column after the other; the index of the line behind it, 0 for none."""
        if self.closed and not self.composition:
            return 0
        rows = stacked_at(lines, at, self.ahead.is_bare_entry)
        if not rows:
            return 0
        if self.section is None:
            self._enter(Section(heading="Närvarande"), lines[at])
        assert self.section is not None
        for row in rows:
            if found := read_row(self.text, row, self.section, self.places, self.ahead.parse):
                self.rows += found[0]
                self.seats += found[1]
        behind = at + len(rows[0]) * (len(rows) + 1)
        self.spans.append((lines[at].start, lines[behind - 1].end))
        self.section, self.fresh, self.misses = None, False, 0
        return behind

    def _table_row(self, lines: tuple[Line, ...], at: int) -> int:
        """Read a row of the table; the index of the line behind it, 0 where the line is no row."""
        if self.table is None or self.section is None:
            return 0
        across = bool(self.table.starts)
        row = cells_of(self.text, lines[at], self.table) if across else cells_below(lines, at, self.table, self.places)
        found = read_row(self.text, row, self.section, self.places, self.ahead.parse) if row else None
        if found is None or (not across and (len(row) < 2 or heading_at(self.text, row[0][1], row[0][2]))):
            return 0
        rows, seats = found
        self.rows += rows
        self.seats += seats
        self.spans.append((lines[at].start, row[-1][2]))
        self.fresh, self.misses = False, 0
        return at + (1 if across else len(row))

    def _opened_without_heading(self, lines: tuple[Line, ...], at: int) -> bool:
        """Whether a list begins without a heading of people: with one of whose they are, or with lines of names."""
        if self.closed or len(lines[at].text) > 80:
            return False
        line = lines[at]
        if (
            side(line.text, self.places)
            and (self.composition or says_side(line.text))
            and self.ahead.names_follow(line.end, lines, at)
        ):
            self.section, self.fresh = Section(body=self.body), True
            return True
        if self.rows and not self.composition:
            return False
        bare = len(lines) >= at + 3 and all(self.ahead.is_bare_entry(each) for each in lines[at : at + 3])
        if not (bare or self.ahead.sides_open(lines, at)):
            return False
        self.section, self.fresh = Section(body=self.body), True
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
        if heading is None or heading.single or "\n\n" not in self.text[lines[at - 1].end : lines[at].start]:
            return False
        return "\n\n" not in self.text[self.rows[-1].entry.start : lines[at - 1].end]

    def _attribute(self, line: Line) -> bool:
        """A labelled line below a name: `Representerar: …`, `Roll: …`."""
        if not self.rows or line.start - self.rows[-1].entry.end > 200:
            return False
        if not labelled(self.rows[-1].entry, line, self.places):
            return False
        self.spans.append((line.start, line.end))
        self.misses = 0
        return True

    def _other_body(self, lines: tuple[Line, ...], at: int) -> bool:
        """In a page of composition a heading that names a body, with names under it."""
        words = lines[at].text
        if (
            not self.composition
            or len(words) > 110
            or PART_OF_BODY.match(words)
            or words.endswith((".", ":"))
            or not BODY_NOUN.search(words)
        ):
            return False
        if in_paragraph(self.text, lines[at].start, lines[at].end):
            return False
        if self.ahead.parse(lines[at].start, lines[at].end).entries or not self.ahead.names_follow(
            lines[at].end, lines, at
        ):
            return False
        body = of_page(self.text, words)
        self.body = body[0].upper() + body[1:]
        self._enter(Section(body=self.body, heading=words), lines[at])
        return True

    def _stops(self, line: Line) -> bool:
        if STOP.match(line.text) or (self.composition and _NO_SEATS.match(line.text)):
            return True
        if ITEM.match(line.text):
            number = _NUMBERED.match(line.text)
            return number is None or not self.ahead.is_bare_entry(
                Line(line.start + number.end(), line.end, line.text[number.end() :])
            )
        return False

    def _close(self, line: Line) -> None:
        self.sided = False
        if self.rows and (ITEM.match(line.text) or _CLOSING.match(line.text)):
            self.closed = not self.composition
        self.section, self.columns, self.table = None, None, None

    # content

    def _content(self, lines: tuple[Line, ...], at: int, start: int) -> int:
        """Read the people on a line, and on the lines that go on from it."""
        assert self.section is not None
        found = cells(self.text[start : lines[at].end], start)
        if self.columns and not self.columns.collapsed:
            self._in_columns(self.columns.sections, lines[at], found)
            return at + 1
        mark = _MARKS.get(self.text[slice(*found[0])]) if len(found) > 1 else None
        if mark is not None:
            start = found[1][0]
        following = at + 1
        end = lines[at].end
        while following < len(lines) and self.ahead.runs_on(end, lines[following]):
            end = lines[following].end
            following += 1
        parsed = self.ahead.parse(start, end)
        if self._accept(parsed, start, end):
            self._keep(parsed, replace(self.section, status=mark) if mark else self.section, start, end)
        else:
            self._no_people(lines, at, start)
        return following if parsed.entries else at + 1

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
        if parsed.unread > 2 + len(parsed.entries) // 2 or _THERE.search(self.text, start, end):
            return False
        # `Anna Ek öppnar mötet.` is a sentence, not an entry
        return not (len(parsed.entries) == 1 and parsed.unread and self.text[start:end].rstrip().endswith("."))

    def _keep(self, parsed: Parsed, section: Section, start: int, end: int) -> None:
        several = len(parsed.entries) > 1
        rule = "lists.columns" if self.columns else "lists.comma-list" if several else "lists.line"
        section = self._beside(parsed, section, start)
        collapsed = self.columns.sections if self.columns and self.columns.collapsed else ()
        for index, entry in enumerate(parsed.entries):
            own = collapsed[min(index, len(collapsed) - 1)] if collapsed else section
            entry.time, entry.party = entry.time or own.time, entry.party or own.party
            if index == 0 and parsed.role and entry.role is None:
                entry.role = parsed.role
            self.rows.append(Row(entry, own, rule))
        for begin, stop in parsed.vacant:
            own = collapsed[-1] if collapsed else section
            self.seats.append(Seat(begin, stop, replace(own, organisation=parsed.vacant_side or own.organisation)))
        self.spans.append((start, end))
        self.fresh, self.misses = False, 0
        if section.single and self.section is section:
            self.section = replace(section, role=None, single=False)

    def _beside(self, parsed: Parsed, section: Section, start: int) -> Section:
        """The section with the organisation that stands left of the names, also on the lines above an indented one."""
        begin = self.text.rfind("\n", 0, start) + 1
        indent = self.text[begin:start]
        if parsed.organisation:
            cell = cells(self.text[begin : self._line_end(start)], begin)
            self.left = parsed.organisation if len(cell) > 1 and self._is_side(cell[0]) else None
            return replace(section, organisation=parsed.organisation)
        if indent.strip() or not ("\t" in indent or len(indent) > 8):
            self.left = None
        return section if self.left is None else replace(section, organisation=self.left)

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _is_side(self, cell: tuple[int, int]) -> bool:
        return side(self.text[slice(*cell)], self.places) is not None

    def _no_people(self, lines: tuple[Line, ...], at: int, start: int) -> None:
        """A line without people: a heading of whose they are, or the list is over."""
        assert self.section is not None
        words = self.text[start : lines[at].end].strip()
        if words in self.seen or self._belongs_above(words, lines[at]) or self._organisation_above(words, lines, at):
            return
        if len(words) <= 80 and not words.endswith(".") and self.ahead.names_follow(lines[at].end, lines, at):
            if party := PARTY_NAMES.get(plain(words)):
                self._enter(replace(self.section, party=party), lines[at])
                return
            section = grouped(self.section, words, self.places) or self._unknown_side(words, lines[at])
            if section is not None:
                self._enter(section, lines[at])
                self.sided = True
                return
        self._missed()

    def _unknown_side(self, words: str, line: Line) -> Section | None:
        """A name that nobody knows, alone between sides that are known: whose people follow."""
        assert self.section is not None
        parted = self.text.count("\n", max(0, self.text.rfind("\n", 0, line.start) - 3), line.start) > 1
        named = len(words.split()) <= 3 and words[:1].isupper() and words.replace(" ", "").isalpha()
        if not (parted and named and self.sided) or names.is_given(words.split()[0]) or role_of(words):
            return None
        return replace(self.section, organisation=words, outside=False)

    def _belongs_above(self, words: str, line: Line) -> bool:
        """A title or role alone on the line below a name, as tables become when they are flattened."""
        if self.fresh or not self.rows or not word_below(self.rows[-1].entry, words, line.end):
            return False
        self.spans.append((line.start, line.end))
        return True

    def _organisation_above(self, words: str, lines: tuple[Line, ...], at: int) -> bool:
        """An organisation on the line below the only name under a heading: the person's own."""
        named = side(words, self.places) if len(words) <= 60 else None
        if named is None or self.fresh or not self.rows or not self.rows[-1].section.single:
            return False
        entry = self.rows[-1].entry
        if entry.organisation is not None or self.text.count("\n", entry.end, lines[at].start) > 1:
            return False
        entry.organisation, entry.end = named, lines[at].end
        self.spans.append((lines[at].start, lines[at].end))
        return True

    def _missed(self) -> None:
        self.misses += 1
        if self.misses > 1:
            self.section, self.columns, self.table = None, None, None
