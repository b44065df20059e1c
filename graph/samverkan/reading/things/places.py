"""Municipalities and regions named as such: a list of them, one that acts, one with `kommun`; not a town where
something lies."""

from collections.abc import Iterator, Set

from samverkan.names import is_given
from samverkan.places import Places
from samverkan.reading.things.extent import is_capital, opens
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.place_roles import has_part
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, is_verb

# Offices that only municipalities have: `kommunalråd i Ale`.
_OFFICES = (
    "kommunstyrelsens",
    "kommunalråd",
    "kommunchef",
    "kommunchefen",
    "kommundirektör",
    "kommundirektören",
    "kommunfullmäktiges",
)
_MOST = 4  # words in a place's name with `kommun`
# A town, not a municipality, stands between these and another: `banan mellan Ale och Lerum`.
_WAYS = (
    "banan",
    "vägen",
    "sträckan",
    "linjen",
    "trafiken",
    "tåget",
    "tågen",
    "bussen",
    "bussarna",
    "avståndet",
    "spåret",
)
_TRAFFIC = ("restid", "tåg", "buss", "pendl", "järnväg", "turtäthet", "avgång", "mil", "dubbelspår", "resenär")
# What municipalities have.
_BELONGS = table(
    """rutin rutiner checklista förslag arbete svar yttrande modell erfarenheter erfarenhet politiker tjänstemän ansvar
    representant representanter ansökan budget synpunkter önskemål beslut ställningstagande medborgare invånare elever
    skolor förvaltning handlingsplan riktlinjer ledamot ledamöter ersättare plats platser remissvar invändningar
    synpunkt medskick erbjudande"""
)
# What only towns have or do.
_NEAR_WAY = 6  # words
_LIES = table("ligger låg är blir var finns heter")
# Municipalities act; towns lie. A bare name is the municipality where one of these follows.
_ACTS = table(
    """upplever önskar anser föreslår satsar tecknar ansvarar utser ingår deltar leder tar lämnar bjuder meddelar
    informerar redovisar rapporterar efterfrågar stöder betalar beslutar beslutade tillstyrker avstår tackar
    inträder utträder väljer vill planerar innehar blir tillhör går inträder finansierar arbetar lyfter ser får fick
    svarar samordnar står håller driver"""
)
_NOUNS_AFTER = ("kommun", "stadsdirektör", "socialchef", "socialnämnd", "byggnadsnämnd", "barn-", "utbildningsnämnd")
TOWNS = frozenset(("städerna", "kommun"))
_WITH = table("med från av till och samt i")
LANDSTING = frozenset(("landsting", "landstinget", "landstings", "landstingets"))
# What opens a sentence instead of its subject.
_ADVERBIALS = table(
    """I Under Från Sedan Därefter Tillsammans Utöver Förutom
    Nu Efter På Dessutom Därtill Samtidigt Då Idag Numera Tidigare Hittills Senare"""
)
# What municipalities send and ask, before `från`.
_SENT = table(
    """fråga frågor frågan synpunkter förslag ansökan skrivelse svar yttrande begäran inbjudan inspel politiker
    tjänstemän tjänstepersoner representant representanter ledamöter kollegor remissvar önskemål rapport motion
    medborgarförslag anmälan"""
)
_AGENT_ENDS = table(". , för och samt som tillsammans under i till från fram sedan med ihop") | {""}
_AFTER = table(", . : om och") | {""}
# Services that municipalities run.
_SERVICES = table(
    """socialtjänsten hemtjänsten hemsjukvården äldreomsorgen individomsorgen elevhälsan socialförvaltningen
    utbildningsförvaltningen omsorgsförvaltningen kommunledningen biståndshandläggarna socialsekreterarna skolorna
    förskolorna kommunledningskontoret vuxenutbildningen arbetsmarknadsenheten familjerätten"""
)
_SEATS = table("ordförande ledamot ledamöter ersättare representant representanter sammankallande")
_BEFORE = table("hos")


def place_at(tokens: Tokens, places: Places, index: int) -> tuple[int, str, str, bool] | None:
    """The place that begins at a word: the index after it, its name, its kind, and whether it can be nothing else."""
    end = index + 1
    while end < min(index + _MOST, len(tokens.words)) and not tokens.breaks[end] and tokens.words[end][0].isalpha():
        end += 1
    for last in range(end, index, -1):
        found = places.of(" ".join(tokens.words[index:last]))
        if found is not None:
            return last, found.name, found.kind, found.sure
    return None


def places_in(tokens: Tokens, places: Places, candidates: list[int], others: Set[int]) -> Iterator[Thing]:
    """The municipalities and regions among the words at `candidates`; `others` are words where an organisation begins
    or ends."""
    bare: list[tuple[int, int, str]] = []
    done = -1
    edges = set(others)
    for index in candidates:
        if index < done:
            continue
        found = place_at(tokens, places, index)
        if found is None:
            continue
        done, name, kind, sure = found
        if kind == "region":
            edges |= {index, done}
            yield Thing(index, done, name, "region", "place.region", 0.95)
        elif sure:
            yield Thing(index, done, name, "municipality", "place.municipality", 0.9)
        else:
            bare.append((index, done, name))
    yield from _bare(tokens, bare, edges)


def _bare(tokens: Tokens, found: list[tuple[int, int, str]], others: Set[int]) -> Iterator[Thing]:
    run: list[tuple[int, int, str]] = []
    for each in found:
        if run and not _listed(tokens, run[-1][1], each[0]):
            yield from _run(tokens, run, others)
            run = []
        run.append(each)
    if run:
        yield from _run(tokens, run, others)


def _listed(tokens: Tokens, end: int, start: int) -> bool:
    between = tokens.words[end:start]
    return (
        0 < len(between) <= 2
        and all(word in (",", "/") or word in AND for word in between)
        and not any(stop == 2 for stop in tokens.breaks[end : start + 1])
    )


def _run(tokens: Tokens, run: list[tuple[int, int, str]], others: Set[int]) -> Iterator[Thing]:
    end = run[-1][1]
    council = tokens.words[end : end + 2] == ("läns", "landsting") and tokens.words[run[-1][0] - 1] == ","
    run = run[:-1] if council and len(run) > 2 else run  # Ale, Lerum och Tjörn, Kalmar läns landsting
    if tokens.words[run[-1][1] : run[-1][1] + 1] in (("län",), ("läns",)):  # Kalmar och Gotlands län
        return
    if len(run) > 1 and _way(tokens, run[0][0]):
        return
    if len(run) > 1 and not _mixed(tokens, run[0][0], run[-1][1], others):
        for first, last, name in run:
            yield Thing(first, last, name, "municipality", "place.list", 0.8)
        return
    for first, last, name in run:
        if _acts(tokens, first, last, others):
            yield Thing(first, last, name, "municipality", "place.acts", 0.65)


def _way(tokens: Tokens, first: int) -> bool:
    """Whether a list is the two ends of a way: `banan mellan Ale och Lerum`."""
    before = tokens.words[max(0, first - 3) : first - 1]
    line = before[:1] == ("linje",) and before[-1].isdigit()  # linje 151 mellan Ale och Lerum
    if first < 2 or tokens.words[first - 1] != "mellan":
        return False
    said = tokens.words[max(tokens.segment_start(first), first - _NEAR_WAY) : first - 1]
    return line or before[-1].lower().endswith(_WAYS) or any(word.lower().startswith(_TRAFFIC) for word in said)


def _mixed(tokens: Tokens, first: int, last: int, others: Set[int]) -> bool:
    """Whether a list has other capitals beside the municipalities, as lists of towns have: `Oslo, Göteborg och
    Malmö`."""
    words = tokens.words
    before = (
        words[first - 2] if first > 1 and not tokens.breaks[first] and words[first - 1] in (",", "och", "/") else ""
    )
    after = words[last + 1] if last + 1 < len(words) and words[last] in (",", "och", "/", "samt") else ""
    if after == "Region" or last + 1 in others or first - 1 in others:  # Ale, Lerum och Region Skåne
        return False
    if before and is_capital(before):
        return True
    return bool(after) and is_capital(after) and words[last] in ("och", "/") and not tokens.breaks[last + 1]


def _acts(tokens: Tokens, first: int, last: int, others: Set[int]) -> bool:
    words = tokens.words
    after = words[last] if last < len(words) and not tokens.breaks[last] else ""
    before = words[first - 1] if first and not tokens.breaks[first] else ""
    if before in _BEFORE or has_part(tokens, first, last):
        return True
    if before == "är" and first > 1 and words[first - 2] == "Det" and after == "som":
        return True
    if before == "i" and any(word.endswith(_OFFICES) for word in words[max(0, first - 5) : first - 1]):
        return True
    if (
        before == ","
        and first > 3
        and _from(words, first)
        and not _seated(tokens, first)
        and (not after[:1].isalpha() or after in AND)
    ):
        return True
    if before == "till" and first > 1 and words[first - 2] == "över" and after in ("", ".", ","):
        return True  # lämnar Ale över till Lerum
    if before == "från" and first > 1 and words[first - 2].lower() in _SENT and (after in _AFTER or is_verb(after)):
        return True  # en fråga från Ale
    if before == "i" and first > 1 and words[first - 2].lower() in _SERVICES:
        return True  # socialtjänsten i Ale
    if before in ("i", "på", "vid", "från", "till"):
        return False
    if (
        after in ("har", "är")
        and words[last + 1 : last + 2]
        in (("ordförandeskapet",), ("ordförande",), ("medlem",), ("värd",), ("värdkommun",))
    ) or (
        after in ("har", "är") and words[last + 1 : last + 2] in (("ansvar",), ("ansvaret",), ("tecknat",), ("ingått",))
    ):
        return True
    if words[last - 1][-1] == "s" and after.startswith(_NOUNS_AFTER):
        return True
    if before not in _LIES and is_verb(before or ".") and _inverted(tokens, first):  # I juni tar Ale över
        return True
    if before in ("tar", "tog") and after == "över":
        return True
    if after == ":" and opens(tokens, first) and tokens.segment_end(last) > last + 3:  # Ale: En ny skola öppnar
        return True
    if after in _ACTS or (is_verb(after or ".") and after not in _LIES):
        return (
            opens(tokens, first)
            or before == ":"
            or before.lower() in ("att", "och", "samt", "där", "som", "även", "också", "men")
        )
    if words[last - 1][-1] == "s" and any(word in _BELONGS for word in words[last : last + 2]):  # Ales nya rutin
        return True
    if before == "av" and after in _AGENT_ENDS:  # söks i år av Ale
        return any(word[-1] == "s" and is_verb(word) for word in words[max(0, first - 6) : first - 1])
    return after in AND and last + 1 in others


def _from(words: tuple[str, ...], first: int) -> bool:
    """Whether a person stands before a comma, so that a place after it is whom she represents: `Eva Ek (S), Ale`."""
    if words[first - 2] == ")":
        return words[first - 4] == "(" and words[first - 3].isupper()
    return is_capital(words[first - 2]) and any(map(is_given, words[first - 4 : first - 2]))


def _seated(tokens: Tokens, first: int) -> bool:
    """Whether the person before a place has a seat, which the place is said for: `Ordförande är Eva Ek (S), Ale`."""
    said = tokens.words[tokens.segment_start(first) : first]
    if "efter" in said:  # är ny ordförande efter Bo Ask, Lerum
        return False
    return not _SEATS.isdisjoint(word.lower() for word in said)


def _inverted(tokens: Tokens, first: int) -> bool:
    """Whether a sentence opens with a time or an adverb, so that its subject stands after the verb before `first`."""
    begin = tokens.segment_start(first)
    return first - begin <= 5 and tokens.words[begin] in _ADVERBIALS


def towns(tokens: Tokens, index: int) -> Iterator[Thing]:
    """Municipalities of another country, which no register has: `städerna Vasa och Karleby`, `med Lierne kommun`."""
    words = tokens.words
    if words[index] != "städerna":
        one = index > 1 and not any(tokens.breaks[index - 1 : index + 1]) and is_capital(words[index - 1])
        if (
            one
            and words[index - 2].lower() in _WITH
            and words[index - 1][-1] != "s"
            and head_of(words[index - 1]) is None
        ):
            yield Thing(index - 1, index + 1, words[index - 1], "municipality", "place.abroad", 0.7)
        return
    at = index + 1
    while at < len(words) and not tokens.breaks[at] and is_capital(words[at]):
        yield Thing(at, at + 1, words[at], "municipality", "place.towns", 0.8)
        at += 2 if words[at + 1 : at + 2] in ((",",), ("och",), ("samt",)) else len(words)


def landsting(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A county council: `Landstinget Dalarna`, `Landstinget i Kalmar län`, `Örebro läns landsting`."""
    words = tokens.words
    if words[index] == "Region":  # Region 10: municipalities that call themselves so
        if words[index + 1 : index + 2] and words[index + 1].isdigit() and not tokens.breaks[index + 1]:
            yield Thing(index, index + 2, tokens.name(index, index + 2), "organisation", "place.numbered", 0.8)
        return
    if words[index].lower() not in LANDSTING:
        return
    if words[index - 1 : index] == ("läns",) and index > 1:
        first = index - 1
        while first > 0 and not tokens.breaks[first] and is_capital(words[first - 1]):
            first -= 1
        if first < index - 1:
            yield Thing(
                first, index + 1, tokens.name(first, index + 1).removesuffix("s"), "region", "place.landsting", 0.9
            )
        return
    last = index + 1
    if last < len(words) and words[last] == "i":
        last += 1
    if last < len(words) and is_capital(words[index]) and is_capital(words[last]) and not tokens.breaks[last]:
        last += 1
        if last < len(words) and (words[last] == "län" or is_capital(words[last])) and not tokens.breaks[last]:
            last += 1
        yield Thing(index, last, tokens.name(index, last), "region", "place.landsting", 0.9)
