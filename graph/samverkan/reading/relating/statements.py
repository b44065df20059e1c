"""Memberships that sentences say: who is elected to what, who chairs, until when."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from samverkan import dates
from samverkan.facts import Membership, Role
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.people.roles import higher
from samverkan.reading.relating.auditors import of_auditors
from samverkan.reading.relating.holders import OFFICES, Office, holders_of, is_of_body, of_whom, offices_in
from samverkan.reading.relating.periods import same_time, tenure, term
from samverkan.reading.relating.respective import CONSISTS, respective
from samverkan.reading.relating.seat_sentences import read_seats
from samverkan.reading.relating.seats_told import TOLD, Told, seated, told
from samverkan.reading.relating.successions import SUCCEEDED, SUCCESSION, successions
from samverkan.reading.relating.which_body import IN, body_of, is_board, shared_body
from samverkan.reading.relating.whose_seat import electing, seat_of
from samverkan.reading.things.gather import Things
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.remembered import Remembered
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import is_verb

_LEAVES = SUCCEEDED | table("avgår avgick lämnar lämnade entledigas avsäger slutar slutade avtackades avtackas")


_LEAGUES = table("förbundets kommunalförbundets samordningsförbundets")
_CHAIRS = ("chair", "vice chair", "second vice chair")
_WAS = table("var varit")
_ARE = (("är",), ("blir",), ("heter",), ("var",))
_SIGNATURE = 12  # words
_LATEST = 3  # rows back to the one whose term is the same
_SITS = table("sitter består ingår utgörs")


def read_statements(context: Context, things: Things, references: References) -> tuple[Membership, ...]:
    """The memberships that running text says, beside those of lists; each person, body and role once."""
    known = {(row.person, row.body, row.role) for row in context.memberships}
    listed = frozenset(known)
    found, seated_there = read_seats(context, things, references)
    known.update((row.person, row.body, row.role) for row in found)
    tokens = things.tokens
    topic: str | None = None
    carried: str | None = None  # the body of the offices in the sentence just before
    ended = -1
    for first, last in _sentences(things):
        here = references.between(first, last)
        if not any(each.kind == "person" for each in here):
            continue
        sits = seated(references, here, first, last)
        goes_on = first == ended and tokens.breaks[first] == 1
        topic = sits[0].name if sits else topic if goes_on else None
        carried = carried if goes_on else None
        ended = last
        titles = [
            _row(context, references, who, body, office, (who.first, end))
            for who, body, office, end in _titles(references, here, last)
        ]
        titles += [_told(context, references, seat, (first, last)) for seat in told(references, here, first, last)]
        passing = successions(references, here, first, last, _seats(context, found))
        passed = [_told(context, references, seat, (first, last)) for seat in passing]
        found += [row for row in passed if row.start and (row.person, row.body, row.role) in listed]
        titles += passed
        if sits is not None:
            rows = [_row(context, references, who, sits[0].name, office, (first, last)) for who, office in sits[1]]
            if "presidiet" in tokens.words[first:last] and rows:
                rows += _presidium(context, references.own, rows[0])
        else:
            rows = list(_in_sentence(context, references, here, (first, last), topic, carried))
        rows = [] if of_auditors(tokens, first, last) else rows
        for seat, year in respective(references, here, first, last):
            row = _told(context, references, seat, (first, last))
            whose = row.organisation if row.role != "member" else None  # in the group as its chairs
            titles.append(replace(row, organisation=whose, start=year or row.start, end=year or row.end))
        carried = rows[0].body if rows else carried
        seated_here = seated_there.get(first, ())
        for row in (*rows, *titles):
            if row.body in seated_here:
                continue  # its people sit there as the whole sentence says
            if seated_here:
                row = replace(row, start=None, end=None)  # the term is of the seats, and not of an office elsewhere
            if seated_there and (row.person, row.body, row.role) in known and (row.start or row.end):
                _tell_term(found, row)
            if (row.person, row.body, row.role) not in known:
                if found and same_time(tokens.words[first:last]) and (row.start, row.end) == (None, None):
                    same = max(found[-_LATEST:], key=lambda each: each.end or "")
                    row = replace(row, start=same.start, end=same.end)
                known.add((row.person, row.body, row.role))
                found.append(row)
    return tuple(found)


def _tell_term(found: list[Membership], row: Membership) -> None:
    """Take the days of a later sentence to a seat that was told without any."""
    for at, each in enumerate(found):
        if (each.person, each.body, each.role, each.start, each.end) == (row.person, row.body, row.role, None, None):
            found[at] = replace(each, start=row.start, end=row.end)


def _seats(context: Context, found: list[Membership]) -> Callable[[str], tuple[str, Role | None] | None]:
    """The seat that lists or earlier sentences give somebody, by name."""

    def seat(name: str) -> tuple[str, Role | None] | None:
        full = context.full_name(name)
        return next(((row.body, row.role) for row in (*context.memberships, *found) if row.person == full), None)

    return seat


def _presidium(context: Context, own: str | None, row: Membership) -> list[Membership]:
    """The seats of those in the presidium of the page's body, where a sentence seats them all: `består av presidiet
    och Eva Ek`."""
    chairs = [each for each in context.memberships if each.body == own and each.role in _CHAIRS]
    return [
        replace(row, person=each.person, role="member", organisation=None, party=None)
        for each in chairs
        if row.body != own and each.person != row.person
    ]


def with_memberships(context: Context, found: tuple[Membership, ...]) -> Context:
    """The context with further memberships, whose people are known from here on."""
    listed = {(row.person.casefold(), row.body.casefold()): row for row in context.memberships}
    further = []
    for row in found:  # what a sentence adds to a row of a list is told of that row
        key = (row.person.casefold(), row.body.casefold())
        before = listed.get(key)
        if before is None or _later(before, row):
            further.append(row)
            continue
        listed[key] = replace(
            before,
            role=higher(before.role, row.role),
            organisation=before.organisation or row.organisation,
            party=before.party or row.party,
            start=max(filter(None, (before.start, row.start)), default=None),
            end=min(filter(None, (before.end, row.end)), default=None),  # who leaves does not sit out the term
        )
    memberships = (*listed.values(), *further)
    people = dict.fromkeys((*context.persons, *(row.person for row in found)))
    return replace(context, memberships=memberships, persons=tuple(people))


def _later(before: Membership, row: Membership) -> bool:
    """Whether a sentence tells of another seat than a list does, from another year on: a member of the list becomes
    vice chair in 2025."""
    return None not in (before.role, row.role, row.start) and before.role != row.role and before.start != row.start


_WORDS = OFFICES.keys() | _SITS | TOLD | SUCCESSION | CONSISTS
_TELLING = Remembered(lambda word: word.lower() in _WORDS)


def _sentences(things: Things) -> Iterator[tuple[int, int]]:
    """The sentences outside lists of people that name an office."""
    tokens = things.tokens
    telling = set(filter(_TELLING.__getitem__, tokens.vocabulary))
    done = -1
    for index in tokens.where(telling):
        if index >= done and not things.listed[index]:
            done = tokens.segment_end(index)
            yield tokens.segment_start(index), done


def _in_sentence(
    context: Context,
    references: References,
    here: list[Reference],
    where: tuple[int, int],
    topic: str | None,
    carried: str | None,
) -> Iterator[Membership]:
    first, last = where
    tokens = references.tokens
    offices = offices_in(tokens, first, last)
    people = [each for each in here if each.kind == "person"]
    if _signs(context, tokens, people, where):
        return
    shared = shared_body(references, here, offices, last)
    past = [each.first for each in offices if tokens.words[each.first - 1] in _WAS]
    at = 0
    said: str | None = None  # the body that an office before it in the sentence is in
    while at < len(offices):
        run = [offices[at]]
        while at + 1 < len(offices) and tokens.words[run[-1].last : offices[at + 1].first] == ("respektive",):
            at += 1
            run.append(offices[at])
        owned = run[0].first > first + 1 and is_of_body(tokens.words[run[0].first - 1])
        if owned and tokens.words[run[0].first - 2] == ",":  # Eva Ek, kommunstyrelsens ordförande: as a title
            at += 1
            continue
        holders = holders_of(tokens, people, run, first) or _entitled(tokens, here, run[0].first, run[-1].last)
        people = [each for each in people if each not in holders or each.last <= run[0].first]
        named = tokens.words[run[-1].last : run[-1].last + 1] in IN
        body = topic or (shared if run[-1].last < offices[-1].first else None)
        body = body or (said if not named else None) or body_of(references, here, run, last, carried)
        said = body if (named and not owned) or _opens(tokens, first, run) else said
        if body is not None:
            pairs = (
                zip(holders[-len(run) :], run, strict=False) if len(run) > 1 else ((each, run[0]) for each in holders)
            )
            for person, office in pairs:
                if tokens.words[person.last : person.last + 1] and tokens.words[person.last] in _LEAVES:
                    continue
                if "där" in tokens.words[person.last : office.first] and owned:
                    continue  # Eva Ek berättar om rådet, där nämndens ordförande är ledamot
                since = office.first if past and office.first > past[0] else first  # var ordförande 2021, är ledamot
                row = _row(context, references, person, body, office, (since, last))
                league = tokens.words[office.first - 1] in _LEAGUES  # väljs till förbundets representant
                whose = references.organisation if league else None
                if row.organisation is None and not league:
                    whose = seat_of(references, here, office) or electing(references, here, person)
                yield row if whose is None else replace(row, organisation=whose)
        at += 1


def _opens(tokens: Tokens, first: int, run: list[Office]) -> bool:
    """Whether a body opens a sentence about its offices: `Rådets ordförande är Eva Ek och vice ordförande Bo Ask`."""
    are = tokens.words[run[-1].last : run[-1].last + 1] in _ARE
    return are and run[0].first == first + 1 and is_of_body(tokens.words[first])


def _signs(context: Context, tokens: Tokens, people: list[Reference], where: tuple[int, int]) -> bool:
    """Whether a line of minutes only has who signs: `Eva Ek, ordförande`."""
    first, last = where
    named = context.document.kind == "minutes" and bool(people) and people[0].first == first
    words = tokens.words[first:last]
    return named and last - first <= _SIGNATURE and words[-1] != "." and not any(map(is_verb, words[2:]))


def _entitled(tokens: Tokens, here: list[Reference], begin: int, end: int) -> list[Reference]:
    """Whose title an office elsewhere is: `Ordförande i rådet är Eva Ek, ordförande i nämnden för vård`."""
    if tokens.words[begin - 1] != "," or tokens.words[end : end + 1] not in IN:
        return []
    return [each for each in here if each.kind == "person" and each.last == begin - 1]


def _titles(references: References, here: list[Reference], last: int) -> Iterator[tuple[Reference, str, Office, int]]:
    """The office that stands after a name as a title: `Eva Ek, kommunstyrelsens ordförande i Ale`; `A sitter i
    presidiet`."""
    words = references.tokens.words
    for person in here:
        at = person.last
        if words[at : at + 1] == ("(",) and words[at + 2 : at + 3] == (")",):  # Eva Ek (S), kommunstyrelsens ordförande
            at += 3
        if person.kind != "person" or at + 2 >= last:
            continue
        if words[at] == "," and words[at + 1].endswith("s") and words[at + 1][0].islower():
            head = head_of(words[at + 1])
            offices = offices_in(references.tokens, at + 2, min(at + 5, last))
            if head is not None and head.kind == "body" and head.genitive and offices and offices[0].first == at + 2:
                yield person, head.prefix + head.noun.definite, offices[0], offices[0].last
                yield from _second_title(references, here, person, offices[0].last, last)
        verb = next(
            (i for i in range(at, min(at + 14, last)) if words[i] == "sitter" and words[i + 1 : i + 2] == ("i",)), None
        )
        nearest = [each for each in here if each.kind == "person" and verb is not None and each.last <= verb]
        seats = [
            each
            for each in here
            if verb is not None and verb < each.first <= verb + 3 and each.kind in ("body", "own body")
        ]
        if verb is not None and seats and nearest and nearest[-1] == person:
            yield person, seats[0].name, Office(verb, verb + 1, "member"), last


def _second_title(
    references: References, here: list[Reference], person: Reference, at: int, last: int
) -> Iterator[tuple[Reference, str, Office, int]]:
    """The office that goes on a title: `och ny ordförande i rådet`."""
    words = references.tokens.words
    second = next(iter(offices_in(references.tokens, at, min(at + 8, last))), None)
    if second is None or words[second.last : second.last + 1] not in IN:
        return
    between = words[at : second.first]
    joined = "och" in between and all(word in ("i", "och", "kommun") or word[0].isupper() for word in between)
    bodies = [each for each in here if each.first == second.last + 1 and each.kind in ("body", "own body")]
    if joined and bodies:
        yield person, bodies[0].name, second, bodies[0].last


def _row(
    context: Context, references: References, person: Reference, body: str, office: Office, where: tuple[int, int]
) -> Membership:
    tokens = references.tokens
    name = context.full_name(person.name)
    party, organisation = of_whom(context, tokens, person)
    seat = next((row for row in context.attendance if row.person == name), None)
    start, end = tenure(context, tokens.starts[where[0]], tokens.ends[where[1] - 1])
    if (start, end) == (None, None) and context.document.kind == "news" and (body == references.own or is_board(body)):
        start, end = term(context)
    low, high = min(person.first, office.first), max(person.last, office.last)
    return Membership(
        name, body, office.role, organisation or (seat.organisation if seat else None), party or (seat.party if seat
        else None),
        start, end, evidence(context.text, tokens.starts[low], tokens.ends[high - 1], "statements.office", 0.75),
    )  # fmt: skip


def _told(context: Context, references: References, seat: Told, where: tuple[int, int]) -> Membership:
    """A seat that a sentence tells of; a day in it is the last where somebody leaves."""
    row = _row(context, references, seat.person, seat.body, seat.office, where)
    if seat.organisation is not None:
        row = replace(row, organisation=seat.organisation)
    if not seat.ends:
        return row
    tokens = references.tokens
    if (row.start, row.end) == term(context):
        row = replace(row, start=None, end=None)  # of those who stay
    day = row.start or row.end
    if day is None:
        written = dates.find(context.text, tokens.starts[where[0]], tokens.ends[where[1] - 1])
        day = next((context.day(each) for each in written if each.precision == "day"), None)
    if day is None and "årsskiftet" in tokens.words[where[0] : where[1]] and context.document.date is not None:
        day = f"{context.document.date[:4]}-12-31"
    return replace(row, start=None, end=day)
