"""How named things stand to each other: what prepares for what, what is part of what, who is party to an agreement,
who chairs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from samverkan.facts import Relation
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.relating.clauses import DOES, clauses
from samverkan.reading.relating.clefts import cleft
from samverkan.reading.relating.handing_over import TAKES, takes_over
from samverkan.reading.relating.inversion import inverted
from samverkan.reading.relating.kinds_tied import GROUPS_BELOW, PARTIES
from samverkan.reading.relating.listing import after_colon, groups_below, league_of
from samverkan.reading.relating.meant import bodies_by_noun, by_name
from samverkan.reading.relating.members import (
    APPOSED,
    MEMBERS,
    MOVES,
    apposed_members,
    are_members,
    joins,
    moves,
    together,
)
from samverkan.reading.relating.parties import (
    SIGNED,
    also_signed,
    between,
    foretold,
    in_brackets,
    proposed,
    signed,
    signed_by,
    under_agreement,
)
from samverkan.reading.relating.partners import with_partners
from samverkan.reading.relating.periods import moment
from samverkan.reading.relating.roles import (
    CHAIRING,
    MEMBER_WORDS,
    ROLES,
    chairs_own,
    fronted,
    listed_members,
    role_first,
)
from samverkan.reading.relating.sentence_forms import (
    also,
    has_members,
    inside,
    instead,
    led_by,
    one_of_members,
    organ_of,
    renamed,
    rests_on,
    under,
    where_members,
)
from samverkan.reading.relating.sides import right
from samverkan.reading.relating.stranded import HOLDERS, RELATIVE, holder_of_before, stranded, with_holder
from samverkan.reading.relating.turns import CHAIRS, turns
from samverkan.reading.relating.tying import SIGNS, Tie, ties
from samverkan.reading.things.gather import Things
from samverkan.reading.things.joining import key
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.remembered import Remembered
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing

_BOARDS = table("styrelsen direktionen förbundsstyrelsen förbundsdirektionen arbetsutskottet presidiet")
_SINCE = table("sedan från fr.o.m till tom t.o.m under blev blir")
_FEW = 6  # regions that `regionerna` may mean, municipalities that each have signed
# The forms that a sentence may have, and the words, in small letters, of which one stands in every such sentence;
# none where no few words tell.
_FORMS: tuple[tuple[Callable[[References, int, int], Iterator[Tie]], frozenset[str]], ...] = (
    (stranded, RELATIVE),
    (with_holder, frozenset(HOLDERS)),
    (holder_of_before, frozenset(HOLDERS)),
    (inverted, frozenset()),
    (inside, table("ingår samverkar samarbetar")),
    (are_members, MEMBERS),
    (joins, MEMBERS),
    (together, table("tillsammans ihop")),
    (apposed_members, APPOSED),
    (moves, MOVES),
    (groups_below, GROUPS_BELOW),
    (has_members, table("medlemmar medlemskommuner")),
    (where_members, table("där")),
    (one_of_members, frozenset()),
    (rests_on, table("åvilar ligger vilar")),
    (renamed, table("tidigare detta fd f.d hette namn")),
    (signed, table("skrev skriver skrivit")),
    (signed_by, SIGNED),
    (foretold, table("mellan av")),
    (between, table("mellan")),
    (under_agreement, table("enligt")),
    (proposed, table("föreslås avses planeras beräknas väntas")),
    (also_signed, table("skrev skrivit skriver")),
    (takes_over, TAKES),
    (organ_of, table("är")),
    (league_of, table("är utgör")),
    (led_by, table("leds styrs")),
    (cleft, table("som")),
    (turns, CHAIRS),
    (under, table("finns ligger sorterar arbetar lyder")),
    (instead, table("stället istället")),
    (fronted, frozenset()),
    (role_first, frozenset(ROLES)),
    (listed_members, MEMBER_WORDS),
    (chairs_own, CHAIRING),
    (ties, frozenset()),
    (clauses, DOES),
)
_SIGNS = frozenset[str]().union(*(signs for _, signs in _FORMS))
_SIGNLESS = tuple(form for form in _FORMS if not form[1])


def read_relations(context: Context, things: Things, references: References) -> tuple[Relation, ...]:
    """The relations that the text says, each once, in the order of the text."""
    found: dict[tuple[str, str, str], Relation] = {}
    regions = _regions(context, things)
    said = list(_each_by_name(references, _ties(context, things, references)))
    chairing = {tie.subject for tie in said if tie.relation == "chairs" and tie.rule != "chairs.own"}
    said = [tie for tie in said if tie.rule != "chairs.own" or tie.subject not in chairing]
    for tie in sorted(_each_region(said, regions), key=lambda each: each.first):
        same = (tie.relation, tie.subject.casefold(), tie.object.casefold())
        if same not in found and key(tie.subject) != key(tie.object):
            found[same] = _relation(context, things, tie)
    return tuple(found.values())


def _regions(context: Context, things: Things) -> tuple[str, ...]:
    """The regions that a document names, in its sentences and in its lists of people."""
    named = [each.name for each in things.things if each.kind == "region"]
    listed = [*(row.organisation for row in context.memberships), *(row.organisation for row in context.attendance)]
    for organisation in listed:
        place = context.places.of(organisation) if organisation is not None else None
        if place is not None and place.kind == "region":
            named.append(place.name)
    return tuple(dict.fromkeys(named))


def _each_by_name(references: References, found: Iterable[Tie]) -> Iterator[Tie]:
    """What is said of `de fyra kommunerna`, `grupperna`, as said of each in the list before."""
    for tie in found:
        at = tie.first if tie.at is None else tie.at
        names = by_name(references, at, tie.subject) if tie.relation in ("member of", "party to") else []
        names = [] if tie.relation == "party to" and len(names) > _FEW else names
        names = names or [each.name for each in bodies_by_noun(references, tie.first, tie.subject)]
        groups = [each.name for each in bodies_by_noun(references, tie.first, tie.object)]
        for name in names or (tie.subject,):
            yield from (replace(tie, subject=name, object=group) for group in groups or (tie.object,))


def _each_region(found: Iterable[Tie], regions: tuple[str, ...]) -> Iterator[Tie]:
    """The relations with `regionerna` said of each region that the document names, where these are a few."""
    for tie in found:
        if tie.subject != "regionerna" or len(regions) > _FEW:
            yield tie
        elif 1 < len(regions) <= _FEW:
            yield from (replace(tie, subject=name) for name in regions)


def _ties(context: Context, things: Things, references: References) -> Iterator[Tie]:
    tokens = references.tokens
    telling = set(filter(_TELLING.__getitem__, tokens.vocabulary))
    done = 0
    earlier: list[Tie] = []
    for index in [i for i, word in enumerate(tokens.words) if word in telling and not things.listed[i]]:
        if index < done:
            continue
        first, done = tokens.segment_start(index), tokens.segment_end(index)
        words = _SIGNS.intersection(map(str.lower, tokens.words[first:done]))
        found = [
            tie
            for read, signs in (_FORMS if words else _SIGNLESS)
            if not signs or not signs.isdisjoint(words)
            for tie in read(references, first, done)
        ]
        found += with_partners(references, found, first, done)
        earlier = found or list(also(references, earlier, first, done))
        yield from earlier
    yield from in_brackets(references, 0, len(tokens.words))
    yield from _owned(references, things)
    yield from _named_for(references, things, context.document.evidence.end if context.document.evidence else 0)
    yield from _boards(references, things)
    yield from _parties(references, things)
    yield from after_colon(references, things)


def _tells(word: str) -> bool:
    """Whether a sentence with the word may say a relation."""
    low = word.lower()
    return (
        low in SIGNS
        or low in MOVES
        or low in GROUPS_BELOW
        or low in SIGNED
        or low == "tar"
        or low == "beslutar"
        or low in APPOSED
        or low.startswith(("medlem", "ägar", "ordförande", "stället", "istället"))
    )


_TELLING = Remembered(_tells)


def _owned(references: References, things: Things) -> Iterator[Tie]:
    """`Norra Förbundets styrelse`, `NF:s förbundsstyrelse`: a part of its owner."""
    for thing in things.things:
        own = things.is_own(thing.name)
        whole = _board_of(references, thing) if thing.kind == "body" and not own else None
        if whole is not None:
            yield Tie(thing.name, "part of", whole.name, thing.first, thing.last, "part-of.board-for", 0.75)
        if not (_own_of_owner(references, thing) if own else _may_be_owned(thing)):
            continue
        for owner in references.between(max(0, thing.first - 6), thing.first + 1):
            if owner.kind in ("organisation", "region") and _begins_with(thing, owner):
                yield Tie(thing.name, "part of", owner.name, owner.first, thing.last, "part-of.owner", 0.85)


def _may_be_owned(thing: Thing) -> bool:
    """Whether the name of a body may hold, or stand right behind, its owner."""
    return thing.kind == "body" and (thing.last - thing.first > 1 or thing.rule == "body.owned")


def _board_of(references: References, thing: Thing) -> Reference | None:
    """The organisation whose board a name tells: `styrelsen för Norrbygdens Kommuner`."""
    words = references.tokens.words[thing.first : thing.last]
    if thing.rule == "body.of-place":  # socialnämnden i Region Halland
        within = references.between(thing.first + 1, thing.last)
        return next((each for each in within if each.kind == "region" and each.last == thing.last), None)
    if len(words) < 3 or words[1] != "för" or words[0].lower() not in _BOARDS:
        return None
    inside = [each for each in references.between(thing.first + 2, thing.first + 3) if each.kind == "organisation"]
    return inside[0] if inside and inside[0].last == thing.last else None


def _begins_with(thing: Thing, owner: Reference) -> bool:
    """Whether a body stands right after its owner in the genitive, or its name begins with it."""
    if thing.rule == "body.owned":
        return owner.last in (thing.first, thing.last - 1)
    return owner.owner and owner.first == thing.first and owner.last < thing.last


def _own_of_owner(references: References, thing: Thing) -> bool:
    """Whether the own body's name begins with its organisation in the genitive: `Norra Förbundets styrelse`."""
    whole = references.organisation or ""
    return thing.rule == "body.own" and "förbund" in whole.lower() and thing.name.startswith(f"{whole}s ")


def _named_for(references: References, things: Things, title_end: int) -> Iterator[Tie]:
    """`Tjänstemannaberedning till Samverkansrådet`: a body that prepares for the one in its name."""
    words = references.tokens.words
    bodies = {key(each.name): each.name for each in things.things if each.kind == "body"}
    for thing in things.things:
        if thing.kind == "body" and (owner := _whose_committee(references, thing)) is not None:
            yield Tie(references.own or "", "prepares for", owner, thing.first, thing.last, "prepares-for.name", 0.8)
        if thing.kind != "body" or "till" not in words[thing.first : thing.last]:
            continue
        to = words.index("till", thing.first)
        written = references.tokens.name(to + 1, thing.last)
        if not written:
            continue
        own = next((each for each in references.between(thing.first, thing.first + 1) if each.kind == "own body"), None)
        if own is None and references.own and references.tokens.starts[thing.first] < title_end:
            own = Reference(thing.first, thing.last, references.own, "own body")
        target = bodies.get(key(written), written[0].upper() + written[1:])
        subject = own.name if own is not None else thing.name
        yield Tie(subject, "prepares for", target, thing.first, thing.last, "prepares-for.name", 0.85)


def _whose_committee(references: References, thing: Thing) -> str | None:
    """The body named by itself whose working committee met: `trafiknämnden`, where `trafiknämndens arbetsutskott`
    met."""
    owner, _, noun = (references.own or "").rpartition(" ")
    return thing.name if noun == "arbetsutskott" and owner.lower() == f"{thing.name.lower()}s" else None


def _boards(references: References, things: Things) -> Iterator[Tie]:
    """`förbundsstyrelsen` in a document of one association of municipalities: a part of it."""
    whole = references.organisation
    if whole is None:
        return
    for thing in things.things:
        if thing.kind == "body" and thing.name.lower().startswith(("förbundsstyrelsen", "förbundsdirektionen")):
            yield Tie(thing.name, "part of", whole, thing.first, thing.last, "part-of.board", 0.6)
            return


def _parties(references: References, things: Things) -> Iterator[Tie]:
    """The parties that an agreement's name holds: `överenskommelse mellan A och B`."""
    words = references.tokens.words
    for thing in things.things:
        if thing.kind not in ("agreement", "project") or "mellan" not in words[thing.first : thing.last]:
            continue
        at = words.index("mellan", thing.first)
        inside = [each for each in references.between(at, thing.last) if each.kind in PARTIES]
        beyond = references.between(at + 1, references.tokens.segment_end(at))
        for party in right(references, beyond, at + 1, PARTIES) or inside:
            if party in inside or party.first >= thing.last:
                yield Tie(party.name, "party to", thing.name, thing.first, thing.last, "party-to.name", 0.85)


def _relation(context: Context, things: Things, tie: Tie) -> Relation:
    tokens = things.tokens
    start, end = tokens.starts[tie.first], tokens.ends[tie.last - 1]
    first, last = tokens.starts[tokens.segment_start(tie.first)], tokens.ends[tokens.segment_end(tie.last - 1) - 1]
    since, until = (tie.since, tie.until) if tie.since else moment(context, first, last)
    if tie.rule == "member-of.listed" and _SINCE.isdisjoint(tokens.words[tokens.segment_start(tie.first) : tie.last]):
        since = until = None  # Samråd med medlemmarna, A och B, hålls den 4 maj
    if tie.relation == "replaces" and since is None:  # upphörde 2019 och ersattes av …
        since, until = until, None
    return Relation(
        tie.subject, tie.relation, tie.object, since, until,
        evidence(context.text, start, end, f"relations.{tie.rule}", tie.confidence),
    )  # fmt: skip
