"""Relations that a noun of a role says, or a sentence that opens with its object: `Ordförande i rådet är Ale`, `Till
rådet rapporterar gruppen`."""

from collections.abc import Iterator

from samverkan.facts import RelationKind
from samverkan.reading.relating.kinds_tied import MEMBERS, OBJECTS, PARTIES, SUBJECTS, Kinds
from samverkan.reading.relating.matching import match
from samverkan.reading.relating.sides import right
from samverkan.reading.relating.ties import BY_WORD
from samverkan.reading.relating.tying import Tie
from samverkan.reading.relating.verb_forms import said
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import MONTHS, NUMERALS

# Nouns of roles, with the relation of who has the role to what it is for.
ROLES: dict[str, RelationKind] = {
    **dict.fromkeys(
        ("ansvarig", "ansvariga", "ansvarigt", "huvudansvarig", "projektägare", "projektägaren", "huvudman", "huvudmän",
         "ansvaret", "huvudansvaret", "huvudmannaskapet", "projektledningen", "samordningsansvaret",
         "styrgrupp"), "responsible for",
    ),
    **dict.fromkeys(
        ("beredningsorgan", "beredningsgrupp", "beredande", "beredning", "beredningsinstans"), "prepares for"
    ),
    **dict.fromkeys(
        ("ordförande", "ordföranden", "ordförandekommun", "ordförandeskapet", "ordförandeposten", "ordförandeklubban"),
        "chairs",
    ),
}  # fmt: skip
_FOR = table("för i till åt inom över bakom")
# Verbs between what a role is for and who has it, with what may stand before the latter.
_HELD = {
    "är": ("",), "blir": ("",), "har": ("",), "fungerar": ("",), "tjänstgör": ("",), "innehas": ("av",),
    "åvilar": ("",), "ligger": ("på", "hos"), "vilar": ("på", "hos"), "övergår": ("till",), "går": ("till",),
    "tas": ("av",), "delas": ("av",), "bärs": ("av",),
}  # fmt: skip
_ASIDE = 8  # words between what a role is for and the verb: `under 2022`, `från den 1 januari 2023`
CHAIRING = table("ordförande ordförandekommun ordförandeskapet ordförandeposten ordförandeklubban")
_INVERTED = table("är blir var har tar innehar")
_TAKES = table(
    """är blir har innehar tar över håller i också nu fortsatt fortsätter som då får övertar även vara av tradition
    traditionellt alltid för närvarande just haft"""
)


def role_first(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Projektägare för X är A`, `Ordförandeskapet i rådet övergår till A`, `Som beredningsorgan åt rådet fungerar
    A`."""
    words = references.tokens.words
    at = next((i for i in range(first, min(first + 2, last)) if words[i].lower() in ROLES), None)
    if at is None or (at > first and words[first] not in ("Som", "Politiskt")):
        return
    relation = ROLES[words[at].lower()]
    link = next((i for i in range(at + 1, min(at + 4, last)) if words[i] in _FOR), None)
    target = _near(references, link + 1, last, relation) if link is not None else None
    if (
        target is None
        and words[at].lower() == "ordförandeskapet"
        and words[at + 1 : at + 2] in (("går",), ("övergår",))
    ):
        name = references.topic(at) or references.own
        target = Reference(at, at + 1, name, "own body") if name is not None else None
    if target is None:
        return
    verb = next((i for i in range(target.last, min(target.last + _ASIDE, last)) if words[i] in _HELD), None)
    if verb is None or any(word in ".;:" for word in words[target.last : verb]):
        return
    for subject in _holders(references, verb, last, relation):
        yield Tie(
            subject.name, relation, target.name, at, subject.last, f"{relation.replace(' ', '-')}.role-first", 0.8
        )


def _near(references: References, at: int, last: int, relation: RelationKind) -> Reference | None:
    """What stands within two words of a place and may have the relation for its object."""
    here = [each for each in references.between(at, min(at + 3, last)) if each.kind in OBJECTS[relation]]
    return here[0] if here else None


def _holders(references: References, verb: int, last: int, relation: RelationKind) -> list[Reference]:
    """Who stands after a verb of having a role: after its preposition, where it needs one."""
    words = references.tokens.words
    links = _HELD[words[verb]]
    start = verb + 1
    if "" not in links:
        found = [i for i in range(verb + 1, min(verb + 12, last)) if words[i] in links]
        if not found:
            return []
        start = found[0] + 1
    kinds = SUBJECTS[relation]
    here = [each for each in references.between(start, last) if not each.owner]
    return right(references, here, start, kinds) if here and here[0].first - start <= 1 else []


def fronted(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Till rådet rapporterar gruppen`, `För X ansvarar A`, `I X är A medlem`: the object opens the sentence."""
    if references.tokens.words[first].lower() not in _FOR:
        return
    words = said(references.tokens.words[first:last])
    here = references.between(first + 1, min(first + 4, last))
    if not here or (here[0].owner and here[0].last - first < len(words) and words[here[0].last - first] not in BY_WORD):
        return
    target = here[-1] if here[-1].first <= first + 3 and here[-1].kind in ("project", "plan", "strategy") else here[0]
    for at in range(target.last - first, min(target.last - first + 3, len(words))):
        for _, phrase in BY_WORD.get(words[at], ()):
            fits = (
                phrase.order == "active" and not phrase.sorts and len(phrase.words) > 1 and phrase.words[-1] == words[0]
            )
            if not fits or target.kind not in OBJECTS[phrase.relation]:
                continue
            after = [each for each in references.between(first + at + 1, last) if not each.owner]
            if not after or (
                after[0].first - first - at > 2 and not _counted(references, first + at + 1, after[0].first)
            ):
                continue
            subjects = right(references, after, after[0].first, SUBJECTS[phrase.relation])
            middle = phrase.words[1:-1] if set(phrase.words[1:-1]) > {"…"} or "…" not in phrase.words else ()
            if not subjects or (middle and match(words, subjects[-1].last - first, middle) is None):
                continue
            for subject in subjects:
                yield Tie(
                    subject.name, phrase.relation, target.name, first, subjects[-1].last, f"{phrase.rule}-fronted", 0.75
                )
            return


def _counted(references: References, first: int, last: int) -> bool:
    """Whether words only say how many follow: `Till rådet hör två grupper, A och B`."""
    words = references.tokens.words[first:last]
    return 2 < len(words) <= 5 and words[0] in NUMERALS and words[-1] in (",", ":")


def chairs_own(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Region A är ordförande under 2022`, `Ale tar över ordförandeskapet`: of the body that met."""
    words = references.tokens.words
    office = next((i for i in range(first + 1, last) if words[i] in CHAIRING), None)
    if office is None or references.own is None:
        return
    of_another = words[office + 1 : office + 2] in (("i",), ("för",), ("på",), ("till",))
    if of_another and not MONTHS.issuperset(words[office + 2 : office + 3]):  # but `ordförandeskapet i maj`
        return
    here = [each for each in references.between(first, office) if each.kind in MEMBERS and not each.owner]
    if not here or here[-1].kind == "collective" or not set(words[here[-1].last : office]) <= _TAKES:
        return
    inverted = words[here[-1].first - 1] in _INVERTED
    if (here[-1].last == office and not inverted) or any(
        each.kind == "person" for each in references.between(first, last)
    ):
        return
    before = references.between(first, here[-1].first)
    target = next((each.name for each in before if each.kind == "body"), references.topic(office) or references.own)
    yield Tie(here[-1].name, "chairs", target, here[-1].first, office + 1, "chairs.own", 0.7)


MEMBER_WORDS = table(
    """medlemmar medlemmarna medlemskommuner medlemskommunerna medlemsorganisationer ägare ägarna ägarkommunerna
    ägarkommuner delägare huvudmän huvudmännen"""
)
_MUNICIPALITY: Kinds = frozenset(("municipality",))
_BETWEEN = table(
    ", : ( – - är det vill säga dvs d.v.s nämligen utgörs av idag dag för närvarande numera som d v s i nu"
)


def listed_members(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Förbundet har två medlemmar, A och B`, `Medlemmarna, det vill säga A, B och C, träffas`."""
    words = references.tokens.words
    for at in range(first, last):
        if words[at].lower() not in MEMBER_WORDS:
            continue
        start = at + 1
        inside = [each for each in references.between(start, min(start + 3, last)) if each.kind == "organisation"]
        if words[start : start + 1] in (("i",), ("för",)) and inside:
            start = inside[0].last
        after = [each for each in references.between(start, last) if each.kind in PARTIES and not each.owner]
        directly = (
            bool(after) and after[0].first == at + 1 and words[at].lower().endswith("arna")
        )  # Medlemmarna A och B
        if not after or after[0].first - start > 8 or not (directly or _only(words[start : after[0].first])):
            continue
        named = _MUNICIPALITY if "kommun" in words[at].lower() else PARTIES
        if after[0].kind not in named:  # sänds till medlemskommunerna, Länsstyrelsen och X
            continue
        parts = right(references, after, after[0].first, named)
        whole = _whole(references, first, at, inside)
        if len(parts) < 2 or whole is None or any(part.name == whole for part in parts):
            continue
        for part in parts:
            if part.name != whole:
                yield Tie(part.name, "member of", whole, at, parts[-1].last, "member-of.listed", 0.8)
        return


def _only(words: tuple[str, ...]) -> bool:
    return bool(words) and all(word in _BETWEEN for word in words)


def _whole(references: References, first: int, at: int, inside: list[Reference]) -> str | None:
    """What has the members: named after `i`, before the word, or the document's own organisation."""
    if inside:
        return inside[0].name
    before = [each for each in references.between(first, at) if each.kind == "organisation"]
    return before[-1].name if before else references.organisation
