"""Lists of people under headings, in lines, columns, tables and running commas, gone through from top to bottom."""

import re
from dataclasses import replace

from samverkan import names
from samverkan.facts import Role
from samverkan.places import Places
from samverkan.reading.head.body_names import in_small_letters, of_page
from samverkan.reading.layout import Layout, Line, cells
from samverkan.reading.paragraphs import in_paragraph
from samverkan.reading.people.blocks import of_member_above
from samverkan.reading.people.gathering import Gathering
from samverkan.reading.people.heading import Heading
from samverkan.reading.people.lookahead import ITEM, Stretches
from samverkan.reading.people.page_lines import NO_SEATS, OFFICE, labelled_body, may_name_body
from samverkan.reading.people.roles import role_of, title_of_group
from samverkan.reading.people.rows import Lists, settle_initials
from samverkan.reading.people.sections import STOP, heading_at
from samverkan.reading.people.sides import Columns, Section, opened, says_side, side, side_by_side
from samverkan.reading.people.table_rows import read_row
from samverkan.reading.people.tables import cells_below, cells_of, stacked_at, table_at


def read_lists(layout: Layout, places: Places, *, composition: bool = False, nobody: Stretches | None = None) -> Lists:
    """All lists of people in a document; in a composition page a heading of a municipality or a role opens one too."""
    return _Walk(layout, places, composition, {} if nobody is None else nobody).run()


_HEAD = 150  # lines
_LONGEST_HEAD = 160  # characters that the heads of a table take, or headings side by side
_NUMBERED = re.compile(r"\d{1,3}\s*[.)]\s+")
_SPEAKERS = re.compile(r"Föredra(?:gande|gare|ganden)\b[^:\n]{0,20}:(?!.*\bdeltog\b)")
_CLOSING = re.compile(
    r"Utse(?:s|dd|dda|tt)\s+(?:att|till)|Paragraf|Justering|Juster(?:as|at)\b|Underskrift|Signatur|Vid\s+(?:protokollet|"
    r"anteckningarna|pennan)|Antecknat|ANSLAG|Anslag|Dagordning|DAGORDNING"
)
# `Från förvaltningen: Anna Ek, Bo Alm`: who works for the body sits for nobody, and in no seat.
_OFFICE_LABEL = re.compile(
    r"(?:Från|För|Vid)\s+(?:[a-zåäö]*(?:kansliet|förvaltningen|kontoret|sekretariatet|förbundet)|tjänstemannasidan)\s*:"
)
_BARE_HEAD = re.compile(r"Namn\s*:?\Z")  # the one column of a table
_SIGNED = re.compile(r"Underskrift(?:er)?\Z|Signatur(?:er)?\Z|UNDERSKRIFT(?:ER)?\Z")
_LABEL = re.compile(r"([A-ZÅÄÖ][\wåäö]{3,}(?: [a-zåäö]+){0,3})(?: \((?P<role>[a-zåäö]+)\))?\s*:\s+(?=[A-ZÅÄÖ])")


class _Walk(Gathering):
    """Goes through the lines once, with the section that is open."""

    def run(self) -> Lists:
        lines, at = self.layout.lines, 0
        while at < len(lines):
            line = lines[at]
            at = self._line(lines, at)
            if at < _HEAD and not (self.rows or self.places.of(line.text) or says_side(line.text)):
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
        prose = len(line.text) > _LONGEST_HEAD and "\t" not in line.text and "   " not in line.text
        if prose and self.section is None and not self.composition:
            return self._in_prose(lines, at)
        if (following := self._table_head(lines, at) or self._table_row(lines, at)) > 0:
            return following
        if self._set_columns(line) or self._flat_cell(lines, at) or _BARE_HEAD.match(line.text):
            return at + 1
        if self._unfilled(line.start, line.end) or self._of_body_named(lines, at):
            return at + 1
        if self.composition and self.rows and OFFICE.match(line.text):
            self._close(line)
            return at + 1
        if self.section is not None and _SPEAKERS.match(line.text):
            self._close(line)
            return at + 1  # who presents an item is not thereby there
        if self.composition and self._attribute(line):
            return at + 1
        if not self.composition and self.section is not None and (office := _OFFICE_LABEL.match(line.text)):
            self._enter(Section(heading=office[0]), line, line.start + office.end())
            return self._content(lines, at, line.start + office.end())
        heading = heading_at(self.text, line.start, line.end)
        if heading is not None and heading.role == "adjuster":
            if heading.end == line.end and self.rows and not self.composition:
                self._close(line)  # `Justerare` alone over those who sign
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
        elif (label := _LABEL.match(line.text)) and self._labels_group(label[1]):
            # `Sammankallande: …`, `Processledare (adjungerad): …`, or `Personal: …`: another group of people
            role = role_of(label[1]) or role_of(label["role"] or "")
            title = title_of_group(label[1]) if " " not in label[1] else None
            self.section = Section(
                role=role, heading=label[1], body=self.section.body, single=role is not None, title=title
            )
            return self._content(lines, at, line.start + label.end())
        self._ends_labels(line)
        return self._content(lines, at, line.start)

    def _of_body_named(self, lines: tuple[Line, ...], at: int) -> bool:
        """In a page of composition a line with the name of another body and its people; the list goes on below it."""
        label = labelled_body(lines[at].text, self.places) if self.composition else None
        if label is None:
            return False
        start, before = lines[at].start + label.end(), (self.section, self.columns, self.fresh)
        held = self.ahead.parse(start, lines[at].end)
        if not (held.entries or held.vacant) or not self._accept(held, start, lines[at].end):
            return False
        self.section, self.columns = (
            Section(body=in_small_letters(self.text, of_page(self.text, label["body"])), heading=label["body"]),
            None,
        )
        self._content(lines[: at + 1], at, start)
        self.section, self.columns, self.fresh = before
        return True

    def _in_prose(self, lines: tuple[Line, ...], at: int) -> int:
        """Before a list only a heading with its people behind it opens one on a line as long as this."""
        heading = heading_at(self.text, lines[at].start, lines[at].end)
        if heading is not None and heading.role != "adjuster" and self._opens(heading, lines, at):
            return self._under(heading, lines, at)
        if heading is None or heading.role != "adjuster":
            self._attribute(lines[at])
        return at + 1

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
        if not self.rows and section.role == "guest" and words.casefold().startswith("medverkande"):
            section = replace(section, role=None)  # the only list of those who were there
        if self.table is not None and self.section is not None and not (heading.status or section.organisation):
            section = replace(section, organisation=self.section.organisation, outside=True)  # between a table's rows
        section = replace(section, body=section.body or self.body)
        above, beside = self.section, bool(self.text[heading.end : line.end].strip(" \t:.-–"))
        whose = of_member_above(self.text, line, self.rows) if section.role == "substitute" else None
        within = self.text[line.start - 20 : line.start].rstrip(" \t")[-1:] not in ("\n", "")
        if whose is None and section.role == "substitute" and self.composition and self.sided and not self.fresh:
            whose = above.organisation if above is not None else None  # `Ersättare Bo Ek` below those of Sala
        within = within or (self.composition and self.sided)
        if whose is not None and beside:
            section = replace(section, organisation=whose)
        self._enter(section, line, heading.end)
        self.beside = beside
        if not beside:
            return at + 1
        following = self._content(lines, at, heading.end)
        if whose is not None and within:
            self.section = above  # `Sala: Anna Ek. Ersättare: Bo Ek`, and the next line begins anew
        return following

    def _labels_group(self, words: str) -> bool:
        """Whether a label is that of a group or an office, and no name or organisation: `Personal: …`."""
        if side(words, self.places) is not None or names.is_name(words):
            return False
        return not self.led or role_of(words) is not None or title_of_group(words) is not None

    # headings

    def _opens(self, heading: Heading, lines: tuple[Line, ...], at: int) -> bool:
        if heading.told and heading.status is None and not self.composition:
            return False
        if self.section is not None and not self.closed and not heading.weak:
            return not heading.single or not self.rows or self.ahead.names_follow(heading.end, lines, at)
        if self.closed and not (heading.status and not heading.single):
            return False
        return self.ahead.names_follow(heading.end, lines, at)

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
        section = self._of_row_above(lines[at]) if across else self.section
        found = read_row(self.text, row, section, self.places, self.ahead.parse) if row else None
        if found is None or (not across and len(row) < 2):
            return 0
        label = heading_at(self.text, row[0][1], row[0][2])
        if label is not None and not (across and (label.single or label.role)):
            return 0  # `Förhinder:   Bo Ek` below the rows of those who were there
        rows, seats = found
        if any(kind == "organisation" for kind, *_ in row):
            self.left = (rows[0] if rows else seats[0]).section.organisation
        self.rows += rows
        self.seats += seats
        self.spans.append((lines[at].start, row[-1][2]))
        self.fresh, self.misses = False, 0
        return at + (1 if across else len(row))

    def _opened_without_heading(self, lines: tuple[Line, ...], at: int) -> bool:
        """Whether a list begins without a heading of people: with one of whose they are, or with lines of names."""
        if self.closed or (len(lines[at].text) > 80 and ":" not in lines[at].text[:60]):
            return False
        line = lines[at]
        if self.composition and self.rows and NO_SEATS.match(line.text):
            return False  # `Kansli` below the lists
        if (
            side(line.text, self.places)
            and (self.composition or says_side(line.text))
            and self.ahead.names_follow(line.end, lines, at)
        ):
            self.section, self.fresh, self.sided = Section(body=self.body), True, True
            return True
        if self.rows and not self.composition:
            return False
        bare = len(lines) >= at + 3 and all(self.ahead.is_bare_entry(each) for each in lines[at : at + 3])
        if not (bare or self.ahead.sides_open(lines, at)):
            return False
        self.section, self.fresh = Section(body=self.body), True
        return True

    def _other_body(self, lines: tuple[Line, ...], at: int) -> bool:
        """In a page of composition a heading that names a body, with names under it."""
        words = lines[at].text
        if not self.composition or not may_name_body(words):
            return False
        if in_paragraph(self.text, lines[at].start, lines[at].end):
            return False
        own = self.ahead.parse(lines[at].start, lines[at].end)
        if own.entries or own.vacant or not self.ahead.names_follow(lines[at].end, lines, at):
            return False
        if self._is_sender(words, lines[at].start):
            self._enter(Section(body=self.body, heading=words, organisation=words), lines[at])
            return True
        body = in_small_letters(self.text, of_page(self.text, words))
        self.body = body[0].upper() + body[1:]
        seats = words.casefold()
        role: Role | None = "substitute" if "ersättare" in seats and "ledamöter" not in seats else None
        self._enter(Section(role=role, body=self.body, heading=words), lines[at])
        return True

    def _is_sender(self, words: str, before: int) -> bool:
        """Whether the page has told before that people come from this body: it is a side, no other body."""
        told = self.text.find(words, 0, min(before, 20_000))
        return (
            told >= 0
            and re.search(r"\b(?:från|av|hos)\s+(?:\w+\s+)?\Z", self.text[max(0, told - 40) : told]) is not None
        )

    def _stops(self, line: Line) -> bool:
        if STOP.match(line.text):
            return True
        if self.composition and not self.fresh and NO_SEATS.match(line.text):
            label = _LABEL.match(line.text)
            return (
                label is None or role_of(label["role"] or "") is None
            )  # `Processledare (adjungerad): Bo Ek` sits there
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
