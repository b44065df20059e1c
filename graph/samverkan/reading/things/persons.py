"""People in running text, with the organisation and the title that stand beside them."""

from collections.abc import Iterable, Iterator, Mapping

from samverkan import names
from samverkan.places import Places
from samverkan.reading.people.roles import PARTIES, title_of_group
from samverkan.reading.things.extent import is_capital, proper
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, PAPERS

_LONGEST = 6  # words in a name
_WITH_TITLE = frozenset(("t.f", "tf", "bitr", "biträdande", "vice", "regional", "tillförordnad", "teknisk"))
_GIVES = table(
    """är blir blev utses utsågs utse utser utsåg väljs valdes välja väljer valde valt utsett utsetts valts efterträder
    efterträdde tillträder heter"""
)
_OFFICES = table("ordförande ordföranden ledamot ledamöter ersättare representant sekreterare")
_BULLETS = frozenset("-–•*>·")
_LONGEST_LABEL = 5  # words
_STREETS = ("gatan", "vägen", "torget", "gränden", "stigen", "allén", "platsen", "backen", "gården", "skolan", "huset")
_AT = frozenset(("på", "vid", "från", "hos", "i"))


def persons(
    tokens: Tokens, candidates: list[int], titles: list[int], groups: Mapping[int, Thing], places: Places
) -> Iterator[Thing]:
    """The people whose given names stand at `candidates`, or after job titles at `titles`; `groups` are the
    organisations and places by their first word."""
    sure = list(_named(tokens, candidates))
    taken = {first for first, _, _ in sure}
    after_title = (titled(tokens, at) for at in titles if at + 1 not in taken)
    sure = sorted([*sure, *(each for each in after_title if each is not None)])
    found = list(_with_neighbours(tokens, sure))
    ends = {thing.last: thing for thing in groups.values()}
    for at, (first, last, name) in enumerate(found):
        partner = at
        while partner + 1 < len(found) and _joined(tokens, found[partner][1], found[partner + 1][0]):
            partner += 1
        organisation, title, extra = _beside(tokens, found[partner][1], groups, places)
        if organisation is None and partner == at:
            organisation = _before(tokens, first, ends, places)
        if extra is not None and partner == at:
            yield extra
        title = (title if partner == at else None) or _title_before(tokens, first)
        yield Thing(first, last, name, "person", "person.running-text", 0.85, organisation, title)


def _named(tokens: Tokens, candidates: list[int]) -> Iterator[tuple[int, int, str]]:
    done = -1
    for index in candidates:
        if index < done:
            continue
        stop = min(index + _LONGEST, tokens.segment_end(index))
        name = next(names.find(tokens.text, tokens.starts[index], tokens.ends[stop - 1]), None)
        if name is not None and name.start == tokens.starts[index]:
            last = index + 1
            while last < stop and tokens.starts[last] < name.end:
                last += 1
            if (
                last - index > 3
                and names.is_given(tokens.words[index + 2])
                and not names.is_given(tokens.words[index + 1])
            ):
                last = index + 2  # two people with nothing between
            done = last
            if not tokens.words[last - 1].endswith(_STREETS):  # Tage Ekgatan
                yield index, last, tokens.name(index, last)


def _with_neighbours(tokens: Tokens, found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The people found, and those with rarer given names that a list joins to them: `Eva Ek och Rasim Öst`."""
    taken = {first for first, _, _ in found}
    for first, last, name in found:
        before = first - 1
        while before > 0 and not tokens.breaks[before] and is_capital(tokens.words[before - 1]):
            before -= 1
        before += before < first - 1 and title_of_group(tokens.words[before]) is not None  # `Ledarna Xu Ek och Bo Ek`
        if _between_names(tokens, first - 1) and before < first - 1 and before not in taken:
            yield from _shaped(tokens, before, first - 1)
        yield first, last, name
        after = last + 1
        while after < len(tokens.words) and not tokens.breaks[after] and is_capital(tokens.words[after]):
            after += 1
        listed = tokens.words[last : last + 1] != (",",) or _goes_on(tokens, after)
        if listed and _between_names(tokens, last) and after > last + 1 and last + 1 not in taken:
            yield from _shaped(tokens, last + 1, after)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a list goes on behind what may be a name: `Eva Ek, Rasim Öst och Bo Ask`, not `Eva Ek, Byrå Syd.`"""
    words = tokens.words
    if index + 1 >= len(words) or not (words[index] in AND or words[index] == ","):
        return False
    return is_capital(words[index + 1]) or (words[index] == "," and words[index + 1] in AND)


def _between_names(tokens: Tokens, index: int) -> bool:
    return 0 <= index < len(tokens.words) and tokens.words[index] in ("och", ",") and not tokens.breaks[index]


def _shaped(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """The capitals from `first` up to `last` where they have a person's shape and no word of a thing."""
    while first < last and tokens.words[first].endswith(("arna", "erna")):  # Processledarna Latefa Ek och Bo Ask
        first += 1
    name = tokens.name(first, last)
    things = any(head_of(word) is not None or word.lower() in PAPERS for word in tokens.words[first:last])
    if names.is_name(name) and not things and 2 <= last - first <= 3 and tokens.words[first - 1 : first] != ("i",):
        yield first, last, name


def _title_before(tokens: Tokens, first: int) -> str | None:
    """The title right before a name, with what belongs to it: `regional utvecklare Eva Ek`, `t.f. socialchef Bo Ek`."""
    words = tokens.words
    if not first or tokens.breaks[first] or not is_title(words[first - 1]) or words[first - 1][-1] == "s":
        return None
    begin = first - 1
    if begin and not tokens.breaks[begin] and words[begin - 1] in _WITH_TITLE:
        begin -= 1
    return tokens.name(begin, first)


def titled(tokens: Tokens, index: int) -> tuple[int, int, str] | None:
    """Two capitals after a job title that have a person's shape, where the given name is rare: `rektor Latefa Ek`."""
    last = index + 1
    while last < len(tokens.words) and not tokens.breaks[last] and is_capital(tokens.words[last]) and last - index < 5:
        last += 1
    name = tokens.name(index + 1, last)
    things = any(head_of(word) is not None or word.lower() in PAPERS for word in tokens.words[index + 1 : last])
    return (index + 1, last, name) if 2 < last - index < 5 and names.is_name(name) and not things else None


def office_holders(tokens: Tokens, capitals: Iterable[int]) -> Iterator[int]:
    """The places before names with a rare given name that a sentence gives an office: `Till ordförande valdes Latefa
    Ek`, `Latefa Ek utses till ledamot`, `Latefa Ek, nämndens ordförande`."""
    words, last = tokens.words, len(tokens.words)
    for index in capitals:
        if not index or (words[index - 1] not in _GIVES and not tokens.breaks[index] and words[index - 1] != "att"):
            continue
        end = index
        while end < last and end - index < 4 and is_capital(words[end]) and (end == index or not tokens.breaks[end]):
            end += 1
        ahead = words[tokens.segment_start(index) : index]
        behind = words[end : end + 4]
        given = words[index - 1] in _GIVES and not _OFFICES.isdisjoint(word.lower() for word in (*ahead, *behind))
        elected = bool(behind) and (behind[0] in _GIVES or behind[0] == ",") and not _OFFICES.isdisjoint(behind)
        if 2 <= end - index <= 3 and (given or elected):
            yield index - 1


def _joined(tokens: Tokens, end: int, start: int) -> bool:
    return start - end == 1 and (tokens.words[end] in AND or tokens.words[end] in ",/") and not tokens.breaks[start]


def _before(tokens: Tokens, first: int, ends: Mapping[int, Thing], places: Places) -> str | None:
    """The organisation before a person: `Trafikverkets chef Eva Ek`, or `Sala: Eva Ek` at the head of a line."""
    title = _title_before(tokens, first)
    begin = first - len(title.split()) if title else first
    owner = ends.get(begin) if title else None
    if owner is not None and tokens.words[begin - 1].endswith("s") and not tokens.breaks[begin]:
        return owner.name
    if first < 2 or tokens.words[first - 1] != ":":
        return None
    head = tokens.segment_start(first - 2)
    head += tokens.words[head] in _BULLETS
    place = places.of(tokens.name(head, first - 1)) if first - head <= _LONGEST_LABEL else None
    label = ends.get(first - 1)
    return place.name if place else label.name if label and label.first == head else None


def _beside(
    tokens: Tokens, at: int, groups: Mapping[int, Thing], places: Places
) -> tuple[str | None, str | None, Thing | None]:
    """The organisation and title after a name, and the organisation itself where only this place shows it to be one."""
    words = tokens.words
    if words[at : at + 1] == ("(",) and words[at + 2 : at + 3] == (")",) and words[at + 1].upper() in PARTIES:
        at += 3  # `Eva Ek (S), Sala`
    if at >= len(words) or tokens.breaks[at] or words[at] not in (",", "(", "från"):
        return None, None, None
    opening = words[at]
    at += 1
    title: str | None = None
    end = at
    while (
        end < len(words)
        and not tokens.breaks[end]
        and words[end] not in (",", "(", ")", ".")
        and words[end] not in _AT
        and end - at < 7
    ):
        end += 1
    lead = [word for word in words[at:end] if word.rpartition("-")[2][:1].islower()]  # `chef`, `HR-chef`
    if opening != "från" and lead and any(is_title(word) for word in words[at : at + 3]):
        link = next((i for i in range(at + 1, end - 1) if words[i] == "för"), end)
        if (led := groups.get(link + 1)) is not None and led.kind in ("organisation", "region"):
            return led.name, tokens.name(at, link), None  # Per Ek, vd för Dalbygdens Energi AB
        split = _employer(words, at, end)
        if split is not None:  # Eva Ek, processledare Nordregionen
            found = groups.get(split)
            name = found.name if found is not None and found.last == end else tokens.name(split, end)
            place = places.of(name)
            extra = (
                None if found or place else Thing(split, end, name, "organisation", "organisation.beside-person", 0.7)
            )
            return (place.name if place else name), tokens.name(at, split), extra
        title = tokens.name(at, end)
        if end < len(words) and words[end] not in _AT and words[end] != ",":
            return None, title, None
        at = end + 1
    if at >= len(words) or tokens.breaks[at]:
        return None, title, None
    return _organisation(tokens, at, opening, title, groups, places)


def _employer(words: tuple[str, ...], first: int, end: int) -> int | None:
    """Where whom a title is at begins, right behind the title: `Nordregionen` in `processledare Nordregionen`."""
    at = end
    while at > first and is_capital(words[at - 1]) and not is_title(words[at - 1]):
        at -= 1
    behind_title = first < at < end and words[at - 1].islower() and is_title(words[at - 1])
    return at if behind_title and not names.is_given(words[at]) and len(words[at]) > 4 else None


def _organisation(
    tokens: Tokens, at: int, opening: str, title: str | None, groups: Mapping[int, Thing], places: Places
) -> tuple[str | None, str | None, Thing | None]:
    words = tokens.words
    if words[at].lower() in ("konsult", "konsulten") and at + 1 < len(words):
        at += 1
    found = groups.get(at)
    if found is not None:
        return found.name, title, None
    short = 5 if opening == "(" else 3  # Eva Ek (LPo): a party
    if not is_capital(words[at]) or names.is_given(words[at]) or len(words[at]) < short or is_title(words[at]):
        return None, title, None
    last = proper(tokens, at)
    closes = last >= len(words) or tokens.breaks[last] or words[last] in (",", ")", ".") or words[last][0].islower()
    name = tokens.name(at, last)
    place = places.of(name)
    if not closes or (opening == "från" and place is None):
        return None, title, None
    if place is not None:
        return place.name, title, None
    return name, title, Thing(at, last, name, "organisation", "organisation.beside-person", 0.7)
