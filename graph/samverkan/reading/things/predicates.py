"""Names of any form that the sentence says what they are: `Nordskommunerna är ett samarbete`, `Nya steg drivs av Ale`,
`projektägare för Nya steg`."""

from collections.abc import Iterator

from samverkan.names import is_given
from samverkan.places import Places
from samverkan.reading.things.extent import content, ends_before, is_capital, is_year, opens, proper, walk
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.titled import title_end
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, AREAS, NOT_THINGS, STOPS, is_adjective, is_verb

# What an organisation is said to be.
LEAGUES = table(
    """samarbete kommunalförbund samverkansorganisation intresseorganisation samarbetsorganisation regionförbund
    samordningsförbund kommunsamarbete kommunförbund samverkansorgan bolag aktiebolag stiftelse förening
    medlemsorganisation räddningstjänstförbund vattenvårdsförbund branschorganisation myndighet"""
)
LEAGUE_ENDS = ("samarbete", "myndighet", "bolag", "förbund", "organisation", "förening")
# Verbs that only an undertaking has for its own: `drivs av`, `riktar sig till`.
_RUN = {
    "drivs": ("av", "sedan", "gemensamt"), "riktar": ("sig",), "finansieras": ("av", "med", "genom"),
    "samfinansieras": ("av",), "medfinansieras": ("av",), "projektleds": ("av",), "samägs": ("av",),
}  # fmt: skip
# What may be of anything; a name behind it has two words or more.
_OF_ANYTHING = ("uppföljningen", "utvärderingen", "pilottestet", "förlängningen")
# What stands right before the name of an undertaking.
_BEFORE = {
    "projektägare": ("för", "i"), "huvudman": ("för",), "projektmedel": ("till", "för"), "insatsmedel": ("till", ","),
    "projektledare": ("för", "i"), "delprojektledare": ("i", "för"), "medfinansiering": ("av", "till"),
    "styrgrupp": ("för",), "övningen": ("",), "krisövningen": ("",), "samverkansövningen": ("",),
    "medfinansiera": ("",), "startat": ("",), "startade": ("",), "startar": ("",), "lanserat": ("",),
    "lanserar": ("",), "lanserade": ("",), "samordnar": ("",), "driver": ("",),
    "ansökan": (":",), "projektansökan": (":",), "bidragsansökan": (":",),
    **dict.fromkeys(_OF_ANYTHING, ("av",)),
    **dict.fromkeys(("införandet", "breddinförandet", "utrullningen", "implementeringen", "driftstarten"), ("av",)),
    "systemledningsarbetet": (",",), "samverkansarbetet": (",",), "utvecklingsarbetet": (",",),
}  # fmt: skip
# Agreements that stand behind their title: `Trygg start 2021, överenskommelsen mellan A och B`.
_APPOSED = table("överenskommelsen avtalet avsiktsförklaringen")
_HOLDERS = table("projektägare projektägaren huvudman värdorganisation insatsägare")
# Nouns of those who have a part in an association: `medlemmar i Nordspår är`, `Nordspår har fem ägarkommuner`.
_SHARERS = table(
    """medlem medlemmar medlemskommuner medlemskommun medlemskommunerna ägarkommuner delägare medlemsorganisationer
    medlemskap medlemsregioner ägare"""
)
_NAMED_BEFORE = table("insatsen projektet satsningen piloten")
# Papers that somebody sends, before `från`.
_SENT = table("""ansökan begäran skrivelse inbjudan förfrågan yttrande remissvar inlaga framställan bidragsansökan""")
_CALLED = table("hette kallades")
_OFFICES = table("ordförande ledamot ledamöter ersättare representant representanter suppleant medlem")
_FORMS = table(
    """utsåg utse utser tillsattes bilda bildar bildade bildas bildades inrätta inrättar inrättas tillsätta tillsätter
    tillsatte starta"""
)
_DOES = table("ansvarar driver leder samordnar äger finansierar projektleder")
# Passive verbs of running a service, before `av`.
_DONE_BY = table("drivs drevs drivas sköts köps levereras utförs arrangeras arrangerades anordnas hyrs administreras")
MARKERS = (
    LEAGUES
    | _DOES
    | _OFFICES
    | _FORMS
    | frozenset((*_RUN, "ägs"))
    | frozenset(_BEFORE)
    | _SENT
    | _APPOSED
    | _NAMED_BEFORE
    | _SHARERS
    | _HOLDERS
    | frozenset(("tidigare",))
    | _DONE_BY
)
_TIMES = table("tiden perioden mandatperioden åren året resten innevarande kommande nästa en ett")
_ASKS = table("Vem Vilken Vilka Vad")
_COPULA = table("är utgör bildar")
_SOME = ("anden", "enden", "aren")  # Sökanden, Utföraren: one of many
_DEFINITE = ("en", "et", "na", "an", "in", "fråga", "insats", "projekt", "verksamhet", "arbete")


def predicates(tokens: Tokens, index: int, places: Places) -> Iterator[Thing]:
    """What the word at `index` says of the name before it in its sentence, or of the name after it."""
    word = tokens.words[index].lower()
    if word in LEAGUES or word.endswith(LEAGUE_ENDS):
        yield from _league(tokens, index, places)
    if word in _HOLDERS and index and tokens.words[index - 1] in _COPULA:  # Viadukten är projektägare
        yield from _named_opening(tokens, tokens.segment_start(index), index - 1, places)
    if word == "ägs" and tokens.words[index + 1 : index + 2] == ("av",):
        yield from _named_opening(tokens, tokens.segment_start(index), index, places)
    if word in _SHARERS:
        yield from _shared(tokens, index, places)
    if word in _RUN and tokens.words[index + 1 : index + 2] and tokens.words[index + 1] in _RUN[word]:
        yield from _opening(tokens, index, places)
    if word in _OFFICES or word in _FORMS:
        yield from _body(tokens, index, ("i", "till", "för") if word in _OFFICES else ("en", "ett"))
    if word in _DOES:
        yield from _done_by(tokens, index, places)
    if word in _NAMED_BEFORE and index > 1 and tokens.words[index - 1] == ":":
        yield from _before_colon(tokens, index - 1, places)
    if word in _SENT and tokens.words[index + 1 : index + 2] == ("från",):
        yield from _sender(tokens, index + 2, places)
    if (
        word in _APPOSED
        and index > 1
        and tokens.words[index - 1] == ","
        and tokens.words[index + 1 : index + 2] == ("mellan",)
    ):
        yield from _apposed(tokens, index - 1)
    if word == "tidigare" and tokens.words[index - 1] in _CALLED:  # Förbundet hette tidigare Norrbygds samarbete
        yield from _sender(tokens, index + 1, places)
    if word in _DONE_BY and "av" in tokens.words[index + 1 : index + 3]:
        yield from _agent(tokens, tokens.words.index("av", index + 1) + 1, places)
    if word in _BEFORE:
        yield from _after(tokens, index, _BEFORE[word], places)


def _league(tokens: Tokens, index: int, places: Places) -> Iterator[Thing]:
    """`Nordskommunerna är ett samarbete`, `Nordskommunerna, som är ett kommunalförbund`."""
    words, first = tokens.words, tokens.segment_start(index)
    verb = next((at for at in range(index - 1, max(first, index - 6), -1) if words[at] in _COPULA), None)
    if verb is None or words[verb + 1] not in ("ett", "en"):
        return
    yield from _named_opening(tokens, first, verb, places, "predicate.league")


def _named_opening(
    tokens: Tokens, first: int, verb: int, places: Places, rule: str = "predicate.shared"
) -> Iterator[Thing]:
    """The name that opens a sentence up to its verb, its short form in brackets, `som` apart."""
    words, last = tokens.words, verb
    if words[last - 1] == "som":
        last -= 2 if words[last - 2] == "," else 1
    if words[last - 1] == ")" and words[last - 3 : last - 2] == ("(",):
        last -= 3
    common = last - first == 1 and (words[first].lower() in tokens.vocabulary or words[first] in _ASKS)
    common = common or (last - first == 1 and words[first].endswith(_SOME))
    if last > first and not common and _whole_name(tokens, first) == last and _is_name(tokens, first, last, places):
        yield Thing(first, last, tokens.name(first, last), "organisation", rule, 0.85)


def _whole_name(tokens: Tokens, first: int) -> int:
    """The end of capitals with what stands after `i`, or a small noun after a genitive: `Tåg i Dalbygden`,
    `Dalbygdens vatten`."""
    words, last = tokens.words, proper(tokens, first)
    following = words[last + 1] if last + 1 < len(words) and not any(tokens.breaks[last : last + 2]) else ""
    if words[last : last + 1] == ("i",) and last > first and following and is_capital(following):
        return proper(tokens, last + 1)
    owner = last - first == 1 and words[first][-1] == "s" and last < len(words) and not tokens.breaks[last]
    if last > first and last < len(words) and not tokens.breaks[last] and words[last].endswith(LEAGUE_ENDS):
        return last + 1  # Norrbygd kommunsamarbete
    return last + 1 if owner and words[last][0].islower() and content(words[last]) else last


def _shared(tokens: Tokens, index: int, places: Places) -> Iterator[Thing]:
    """`Medlemmar i Tåg i Dalbygden är A`, `Dalbygdens vatten har fem ägarkommuner`."""
    words, at = tokens.words, index + 2
    if words[index + 1 : index + 2] in (("i",), ("av",)) and at < len(words) and is_capital(words[at]):
        last = proper(tokens, at)
        whole = _whole_name(tokens, at)
        last = whole if words[whole : whole + 1] in (("är",), ("(",), (",",), (":",)) else last
        other = words[at].lower() in places.first_words or words[at] in NOT_THINGS
        if last > at and not tokens.breaks[at] and not other and _is_name(tokens, at, last, places):
            yield Thing(at, last, tokens.name(at, last), "organisation", "predicate.shared", 0.8)
        return
    first = tokens.segment_start(index)
    verb = next((i for i in range(index - 1, max(first, index - 4), -1) if words[i] == "har"), None)
    if verb is not None:
        yield from _named_opening(tokens, first, verb, places)


def _opening(tokens: Tokens, index: int, places: Places) -> Iterator[Thing]:
    """`Nya steg drivs av Ale`: the words that open the sentence, a capital and small words, and no common noun."""
    words, first = tokens.words, tokens.segment_start(index)
    inside = words[first:index]
    if inside[:1] and inside[0].lower() in _NAMED_BEFORE:  # Insatsen Loftet drivs av: its title is told by the noun
        return
    if not 2 <= len(inside) <= 5 or not all(word[0].isalnum() for word in inside):
        return
    if any(is_verb(word) or word.lower() in STOPS for word in inside) or (
        inside[-1].endswith(_DEFINITE) and inside[-1].islower()
    ):  # but `Teamet Backen drivs av`
        return
    if _is_name(tokens, first, index, places):
        yield Thing(first, index, tokens.name(first, index), "project", "predicate.run", 0.7)


def _done_by(tokens: Tokens, index: int, places: Places) -> Iterator[Thing]:
    """`Norrlänken, som Ale ansvarar för`: the capitals before `som`."""
    words = tokens.words
    since = max(tokens.segment_start(index), index - 6)
    som = next((at for at in range(index - 1, since, -1) if words[at] == "som"), None)
    if som is None or not is_capital(words[som + 1]):
        return
    last = som - 1 if words[som - 1] == "," else som
    first = last
    while first > 0 and is_capital(words[first - 1]) and not tokens.breaks[first] and last - first < 4:
        first -= 1
    if words[first:last] and words[first] in AREAS and last - first == 1:  # Smart industri Skaraborg, som Ale driver
        return
    if first < last and not opens(tokens, first) and _is_name(tokens, first, last, places):
        yield Thing(first, last, tokens.name(first, last), "project", "predicate.done-by", 0.6)


def _after(tokens: Tokens, index: int, links: tuple[str, ...], places: Places) -> Iterator[Thing]:
    """`projektägare för Nya steg`: the title after a noun."""
    words, first = tokens.words, index + 1
    if "" not in links:
        if words[first : first + 1] == () or words[first] not in links:
            return
        first += 1
    if first >= len(words) or tokens.breaks[first] == 2 or not is_capital(words[first]):
        return
    last = title_end(tokens, first)
    if last - first < 2 and (links == (":",) or words[index].lower() in _OF_ANYTHING):  # Ansökan: Inträde
        return
    other = words[first].lower() in places.first_words or words[first] in NOT_THINGS  # driver Ale kommun frågan
    if not other and _is_name(tokens, first, last, places):
        yield Thing(first, last, tokens.name(first, last), "project", "predicate.title", 0.75)


def _apposed(tokens: Tokens, comma: int) -> Iterator[Thing]:
    """The title before a comma: back to the last capital that is no first word of a sentence."""
    words = tokens.words
    for first in range(comma - 1, max(comma - 9, 0), -1):
        if tokens.breaks[first] or not (content(words[first]) or words[first] in AND):
            return
        if is_capital(words[first]) and not is_given(words[first]):
            name = tokens.name(first, comma)
            yield Thing(first, comma, name, "agreement", "predicate.apposed", 0.75)
            yield Thing(comma + 1, walk(tokens, comma + 2), name, "agreement", "predicate.apposed", 0.9)
            return


def _before_colon(tokens: Tokens, colon: int, places: Places) -> Iterator[Thing]:
    """`Steget fram: Insatsen har 34 deltagare`: what opens the line."""
    first = tokens.segment_start(colon)
    inside = tokens.words[first:colon]
    short = 0 < colon - first <= 5 and all(word[0].isalnum() and not is_verb(word) for word in inside)
    short = short and is_capital(tokens.words[colon + 1])
    if short and _is_name(tokens, first, colon, places):
        yield Thing(first, colon, tokens.name(first, colon), "project", "predicate.colon", 0.7)


def _sender(tokens: Tokens, first: int, places: Places) -> Iterator[Thing]:
    """`Ansökan från Dalbygdens Bygdegårdar`: the capitals after `från`."""
    if first >= len(tokens.words) or tokens.breaks[first] or not is_capital(tokens.words[first]):
        return
    last = _whole_name(tokens, first)
    if tokens.words[last : last + 1] == ("i",) and last + 1 < len(tokens.words) and is_capital(tokens.words[last + 1]):
        last = proper(tokens, last + 1)
    if last - first < 5 and _is_name(tokens, first, last, places) and not is_title(tokens.words[first].lower()):
        yield Thing(first, last, tokens.name(first, last), "organisation", "predicate.sender", 0.6)


def _body(tokens: Tokens, index: int, links: tuple[str, ...]) -> Iterator[Thing]:
    """`ordförande i samverkansgrupp äldre`, `ledamot i Nätverk turism`, `bilda en arbetsgrupp för resor`: a body with
    what it is about, in small letters too."""
    words = tokens.words
    at = index + 2
    head = head_of(words[at]) if at < len(words) and words[index + 1] in links and not tokens.breaks[at] else None
    if head is None or head.kind != "body" or head.genitive or head.noun.base == "ledning":
        return
    last = at + 1
    after = words[last] if last < len(words) and not tokens.breaks[last] else ""
    dated = any(is_year(word) or word in _TIMES for word in words[last + 1 : last + 2])
    about = after in ("för", "mot", "kring", "om") and not dated
    small = not head.definite and bool(after) and content(after) and links[0] == "i"
    end = walk(tokens, last) if about or small else last
    if end > last:
        yield Thing(at, end, tokens.name(at, end), "body", "body.announced", 0.75)


def _agent(tokens: Tokens, first: int, places: Places) -> Iterator[Thing]:
    """`Växeln drivs av Service Norrbygd`: two capitals or more behind `av`."""
    last = proper(tokens, first) if first < len(tokens.words) and not tokens.breaks[first] else first
    if 2 <= last - first <= 4 and _is_name(tokens, first, last, places):
        yield Thing(first, last, tokens.name(first, last), "organisation", "predicate.agent", 0.65)


def _is_name(tokens: Tokens, first: int, last: int, places: Places) -> bool:
    """Whether capitals name something else than a person, a place, or what a noun of another kind tells."""
    words = tokens.words
    if not is_capital(words[first]) or is_given(words[first]) or ends_before(words, first):
        return False
    if last - first == 1 and is_adjective(words[first]):
        return False
    named = tokens.name(first, last)
    return places.of(named) is None and all(head_of(word) is None for word in words[first:last])
