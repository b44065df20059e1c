"""Offices that a sentence names, and who holds each: those elected to it, those who are said to be it."""

from dataclasses import dataclass

from samverkan.facts import Role
from samverkan.reading.context import Context
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.references import Reference
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens

OFFICES: dict[str, Role] = {
    "ordförande": "chair", "ordföranden": "chair", "ledamot": "member", "ledamöter": "member", "representant": "member",
    "representanter": "member", "medlem": "member", "ersättare": "substitute", "suppleant": "substitute",
    "sammankallande": "chair", "adjungerad": "guest", "adjungerade": "guest",
}  # fmt: skip
_SECOND = table("andre andra 2:e 2:a 2e")
_FIRST = table("förste första 1:e 1:a 1e ny nya ordinarie ständig tillförordnad tf")
_RANKS = _SECOND | _FIRST
_ELECTS = table(
    """utse utser utsågs utses utsåg utsetts utsett valdes väljs väljer valde välja valts valt nominerar nominerades
    föreslås välkomnades välkomnas välkomnade hälsades presenterades nyvaldes omvaldes omväljs nyväljs inträder
    kallades omvald nyvald vald utsedd invald omvalda nyvalda valda utsedda"""
)
_ELECTED = table(
    """utsågs utses valdes väljs omvaldes omväljs nyvaldes nyväljs kallades nominerades omvald nyvald vald utsedd invald
    omvalda nyvalda valda utsedda"""
)
_BECOMES = table("blev blir")
_WHEN = table("vid på i under från efter")
_IS = table("är blir blev var varit blivit sitter kvarstår fortsätter tillträder tar")
_TITLE = 8  # words between somebody and the office that `är` before the name gives
_GOT = table("fått får fick valt")
_SUCCEEDS = table("efterträder efterträdde ersätter ersatte")
_PAST = table("tid tiden år åren insats insatser uppdrag uppdraget avgång roll arbete")
# Whose representative somebody is chosen to be.
OWNERS = table("förbundets kommunalförbundets kommunens regionens kommunernas medlemskommunernas länets vårt vår")
_MANY = table("ledamöter representanter")
_FEW = 3  # words before an office
_ASIDE = 7  # words between an office and the list of those who get it
_LINKING = table(", och samt respektive / & som")


@dataclass(frozen=True, slots=True)
class Office:
    """A role named at the words `first` up to `last`."""

    first: int
    last: int
    role: Role | None


def offices_in(tokens: Tokens, first: int, last: int) -> list[Office]:
    """The roles that a sentence names: `förste vice ordförande`, `ledamot`."""
    found: list[Office] = []
    for index in range(first, last):
        role = OFFICES.get(tokens.words[index].lower())
        if role is None or _beside_chair(tokens.words, index):
            continue
        begin = index
        if role == "chair" and begin > first and tokens.words[begin - 1].lower() == "vice":
            begin -= 1
            role = "second vice chair" if begin > first and tokens.words[begin - 1].lower() in _SECOND else "vice chair"
        while begin > first and tokens.words[begin - 1].lower() in _RANKS:
            begin -= 1
        found.append(Office(begin, index + 1, role))
    return found


def _beside_chair(words: tuple[str, ...], index: int) -> bool:
    """Whether somebody else does something with whoever has the office: `att jämte ordföranden justera protokollet`."""
    before = words[index - 1].lower() if index else ""
    return before == "jämte" or (before == "med" and words[index - 2 : index - 1] in (("tillsammans",), ("samråd",)))


def holders_of(tokens: Tokens, people: list[Reference], run: list[Office], first: int) -> list[Reference]:
    """Who holds the offices: those elected to them, those who are said to be it, those whose title stands beside."""
    begin, end = run[0].first, run[-1].last
    words = tokens.words
    before = [each for each in people if each.last <= begin]
    after = [each for each in people if each.first >= end]
    lead = words[begin - 1].lower() if begin > first else ""
    if lead == "(" and after and after[0].first - end <= 1:  # Arbetsgrupp vatten (ordförande Eva Ek, Ale)
        return after[:1]
    if (is_of_body(lead) or lead in OWNERS) and begin - 2 > first:  # som har varit styrelsens ordförande
        lead = words[begin - 2].lower()
    if is_of_body(lead) and after and 0 <= after[0].first - end <= 2 and begin - first < 2:
        return after[:1]  # Regionstyrelsens ordförande Eva Ek
    if is_of_body(words[begin - 1].lower()) and after and after[0].first == end:
        return after[:1]  # säger rådets ordförande Eva Ek
    if lead.endswith("s") and words[begin - 1][0].isupper() and begin - 2 > first:  # är Ales representant
        lead = words[begin - 2].lower()
    opening = [word.lower() for word in words[first:begin]]
    serves = len(after) > 1 and words[end] == "för" and after[0].first == end + 1
    if serves and any(word in _IS for word in words[after[0].last : after[1].first]):  # Ersättare för Eva Ek är Bo Ask
        return after[1:2]
    after = after if words[end : end + 1] != ("efter",) else []  # valdes till ordförande efter Bo Ask
    if lead == "som" and words[begin - 2] in _PAST:  # tackar Bo Ask för hans tid som ordförande
        return []
    elected = any(word.lower() in _ELECTS for word in words[first : end + 6])
    if lead in ("till", "som") and before and not _ELECTED.isdisjoint(words[before[-1].last : begin]):
        return _group(tokens, before)  # A omvaldes till ordförande och B valdes till vice ordförande
    if lead in ("till", "som") and after and elected and after[0].first - end <= 1 and not _till(words, after[-1].last):
        return _listed(tokens, after)
    succeeds = next((at for at in range(first, begin) if words[at] in _SUCCEEDS), None)
    if lead == "som" and succeeds is not None:  # Eva Ek efterträder Bo Ask som ordförande
        return [each for each in before if each.last <= succeeds][-1:]
    if lead in ("till", "som") and before and (elected or lead == "som"):
        return _group(tokens, before)
    if lead in ("till", "som") and after and elected and len(opening) <= 3:
        return _listed(tokens, after)
    if before and words[before[-1].first - 1].lower() in _IS and begin - before[-1].last <= _TITLE:
        return before[-1:]  # Nu är Eva Ek (S), Ale, ny ordförande
    if before and (lead in _IS or (lead in ("ny", "en", "också", "även") and words[begin - 2].lower() in _IS)):
        return _group(tokens, before)
    became = next((at for at in range(max(begin - _ASIDE, first), begin) if words[at] in _BECOMES), None)
    if before and became is not None and before[-1].last <= became and words[became + 1] in _WHEN:
        return before[-1:]  # Eva Ek, Ale, blev vid årsmötet ny ordförande
    gapped = lead in ("och", ",", "samt") and bool(after) and after[0].first == end
    if gapped and not _IS.isdisjoint(words[first:begin]) and not elected:  # Ordförande är A och vice ordförande B
        return after[:1]
    if lead in ("och", ",", "samt", "medan") and after and words[end] in _IS and after[0].first == end + 1:
        return after[:1]  # Ordförande är A och vice ordförande är B
    said = elected or not _IS.isdisjoint(words[first:begin])
    if before and said and before[-1].last == begin:  # ett presidium valdes: Eva Ek ordförande, … och Bo Ask ledamot
        return before[-1:]
    plural = words[end - 1].lower() in _MANY and len(opening) <= _FEW
    colon = bool(after) and (words[after[0].first - 1] == ":" or words[end : end + 3] == (":", "för", "närvarande"))
    if plural and after and colon and after[0].first - end <= _ASIDE:
        return _listed(tokens, after)  # Två nya ledamöter tillträder i höst: Eva Ek och Bo Ask
    if before and lead == "," and begin - 1 - before[-1].last <= 4:
        return _group(tokens, before)
    if after and words[end] == ":" and words[begin].lower() == "sammankallande" and not opening:
        return after[:1]
    if after and words[end] == "," and after[0].first - end == 1 and not _GOT.isdisjoint(opening):
        return after[:1]  # rådet har fått ny ordförande, Eva Ek
    if after and len(opening) <= 1 and _is_apposition(words, end, after[0].first):
        return after[:1]  # Ordföranden i rådet, Eva Ek,
    if after and end < len(words) and _is_between(words[end : after[0].first]) and len(opening) <= 2:
        return _listed(tokens, after)
    if after and len(opening) <= 2 and lead not in ("till", "som") and words[after[0].first - 1] in _IS:
        return _listed(tokens, after)
    return []


def is_of_body(word: str) -> bool:
    """Whether a word is a body in the genitive: `styrelsens`, `gruppens`."""
    head = head_of(word) if word else None
    return head is not None and head.kind == "body" and head.genitive and head.definite


def _till(words: tuple[str, ...], at: int) -> bool:
    """Whether an office follows a name and its party after `till`: `A (S) till ordförande`."""
    if words[at : at + 1] == ("(",) and words[at + 2 : at + 3] == (")",):
        at += 3
    return words[at : at + 1] == ("till",)


def _is_apposition(words: tuple[str, ...], end: int, name: int) -> bool:
    """Whether a name stands behind an office and its body, in commas: `i rådet, Eva Ek`."""
    return (
        words[end] in ("i", "för")
        and words[end - 1].endswith("n")
        and 3 <= name - end <= 8
        and words.index(",", end) == name - 1
        if "," in words[end:name]
        else False
    )


def _is_between(words: tuple[str, ...]) -> bool:
    """Whether the words after an office say who holds it: `Ordförande i styrelsen är`."""
    return bool(words) and len(words) <= 9 and any(word.lower() in _IS | _ELECTS for word in words[-2:])


def _group(tokens: Tokens, people: list[Reference]) -> list[Reference]:
    """The last of some people with those listed before them."""
    group = [people[-1]]
    for each in reversed(people[:-1]):
        if not _linked(tokens, each.last, group[0].first):
            break
        group.insert(0, each)
    return group


def _listed(tokens: Tokens, people: list[Reference]) -> list[Reference]:
    """The first of some people with those listed after them."""
    group = [people[0]]
    for each in people[1:]:
        if not _linked(tokens, group[-1].last, each.first):
            break
        group.append(each)
    return group


def _linked(tokens: Tokens, end: int, start: int) -> bool:
    """Whether only commas, `och`, a party or a municipality stand between two people."""
    between = tokens.words[end:start]
    return len(between) <= 8 and all(word in _LINKING or word in "()" or word[0].isupper() for word in between)


def of_whom(context: Context, tokens: Tokens, person: Reference) -> tuple[str | None, str | None]:
    """The party and the municipality or region that stand right after a name: `Eva Ek (S), Ale`."""
    words, at = tokens.words, person.last
    party = organisation = None
    if (
        at + 2 < len(words)
        and words[at] == "("
        and words[at + 2] == ")"
        and words[at + 1].isalpha()
        and len(words[at + 1]) <= 4
    ):
        place = context.places.of(words[at + 1])
        party, organisation = (None, place.name) if place is not None else (words[at + 1].upper(), None)
        at += 3
    if (
        organisation is None
        and at + 1 < len(words)
        and (words[at] in (",", "från") or (party and words[at] == "i"))
        and not tokens.breaks[at + 1]
    ):
        for stop in range(min(at + 4, len(words)), at + 1, -1):
            place = context.places.of(" ".join(words[at + 1 : stop])) if words[stop - 1][0].isalpha() else None
            if place is not None:
                return party, place.name
    if organisation is None and words[at : at + 1] == (",",):  # Eva Ek, kommunstyrelsens ordförande i Ale
        for link in range(at + 2, min(at + 14, len(words) - 1)):
            if words[link] == "i" and (
                words[link - 1] in OFFICES
                or words[link - 1].endswith("råd")
                or is_title(words[link - 1])
                or _is_body(words[link - 1])
            ):
                place = context.places.of(_two(words, link + 1)) or context.places.of(words[link + 1])
                organisation = organisation or (place.name if place is not None else None)
            if tokens.breaks[link] or words[link] == ",":
                break
    return party, organisation


def _is_body(word: str) -> bool:
    """Whether a word is a body: `nämnden` of `ordförande i nämnden i Ale`."""
    head = head_of(word)
    return head is not None and head.kind == "body"


def _two(words: tuple[str, ...], at: int) -> str:
    """Two words as one name: `Östra Göinge`."""
    return " ".join(words[at : at + 2])
