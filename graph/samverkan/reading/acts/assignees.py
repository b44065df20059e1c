"""Who can be given something to do: people, bodies, offices and organisations, in the words of the place."""

import re
from collections.abc import Sequence

from samverkan import names
from samverkan.reading.acts.bodies import BODY_WORD
from samverkan.reading.context import Context

# Offices and units in the definite form: `kansliet`, `förbundsdirektören`, `stadsledningskontoret`.
OFFICE = re.compile(
    r"(?:[\wåäöÅÄÖ-]*(?:chefen|direktören|sekreteraren|samordnaren|ordföranden|ordförande|ordf|direktörerna|"
    r"kansliet|förvaltningen|"
    r"kontoret|handläggaren|"
    r"strategen|ledaren|presidiet|sekretariatet|avdelningen|enheten|förbundet|bolaget|regionen|kommunen|"
    r"controllern|utvecklaren|"
    r"kommunerna|regionerna|parterna|huvudmännen|ledamöterna|delregionerna|representanterna|cheferna|tjänstemännen|"
    r"tjänstepersonerna|"
    r"medlemmarna|deltagarna|koordinatorn|utredaren|förvaltningarna|kanslierna|ordförandena|organisationerna|"
    r"verksamheterna|enheterna|medlemskommunerna|sammankallande|sekr|"
    r"arbetsgivaren|arkivet|sjukhuset|primärvården|revisorerna|styrelsen|nämnden|gruppen|styrelserna|nämnderna|"
    r"grupperna|utskotten|ledarna|samordnarna|sekreterarna|strategerna|koordinatorerna|handläggarna|"
    r"utvecklarna|utredarna)|vd|undertecknad)s?\b",
    re.IGNORECASE,
)
ALL = re.compile(
    r"(?:alla|samtliga|varje|respektive|berörda|övriga)\s(?:kommun|region|förvaltning|organisation|ledam|part|huvudm|"
    r"nämnd|medlem|verksamhet|deltagar|grupp|chef|enhet|representant)\w*",
    re.IGNORECASE,
)
# Authorities by the end of their names: `Trafikverket`, `Försäkringskassan`.
AUTHORITY = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:verket|kassan|förmedlingen|myndigheten|inspektionen|styrelsen)s?|Polisen|Länsstyrelsen\b.*"
)
RANK = re.compile(r"\A(?:vice|v\.|förste|andre|tf\.?|t\.f\.|biträdande|bitr\.?|ny[ae]?)\s", re.IGNORECASE)
_HALF = re.compile(r"\A[\wåäö]+-\s(?:och|samt)\s")  # `Vård- och omsorgschefen`
_ACRONYM = re.compile(r"[A-ZÅÄÖ]{2,6}(?:[:-][a-zåäö]+)?\Z")
# What may stand before an assignee without being part of it; headings too, where a page has lost its lines.
_FILLER = re.compile(
    r"\A(?:\W|(?:bl\.?\s?a\.?|t\.?\s?ex\.?|bland annat|även|också|därför|nu|således|respektive(?!\s(?:kommun|"
    r"region|förvaltning|organisation|part|huvudman|nämnd|verksamhet))|både|dels|det|samt|och|"
    r"i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december|våras|höstas|vintras|somras)|"
    r"sammanfattning|beslut|resultat|åtgärd(?:er)?|nästa steg|därefter|sedan|vidare)\b\s*)+",
    re.I,
)
_BRACKET = re.compile(r"\s*\([^()]*\)\s*\Z")
# `Vård- och omsorgschefen` is one
_AND = re.compile(r"\s*[/,&]\s*(?:(?:och|samt)\s+)?|(?<!-)\s+(?:och|samt)\s+")
_BOUNDARY = re.compile(r".*(?:\b(?:att|därför|beslutar|beslutade|beslutas|vilket|som|då|men)\b|[;:–])\s*", re.DOTALL)


_AND_LAST = re.compile(r"\s(?:och|samt)\Z")
# A phrase with a verb inside is a sentence: `Socialstyrelsen följer frågan och`.
_VERB_INSIDE = re.compile(
    r"\s(?:får|fick|har|hade|är|var|blir|ska|skall|kan|vill|följer|visar|ser|tar|ger|går|gav|tog|menar|anser|bereder|"
    r"föreslår|deltar|arbetar|behöver|leder|driver|svarar|lämnar|skickar)(?:\s|\Z)"
)

# Things, and whoever else's: `Frågan God vård`, `vårdrådets`.
_NOBODY = re.compile(
    r"(?:frågan|ärendet|planen|förslaget|avtalet|strategin|rapporten|arbetet|projektet|punkten|underlaget|remissen|"
    r"mötet|"
    r"information(?:en)?|uppdraget|överenskommelsen|handlingsplanen)\b|[\w-]+(?:ets|ens|nas)\Z",
    re.IGNORECASE,
)


def assignees(context: Context, words: str, surely: bool = False, opens: bool = False) -> tuple[str, ...]:
    """The assignees that a phrase names: each by its full form; empty where it names nobody who can be given a task.

    `surely` tells that the sentence leaves no doubt that the phrase, if short, names somebody: `uppdra åt … att`;
    `opens` that the phrase opens a sentence, so that its capital means nothing.
    """
    words = _AND_LAST.sub("", _plain(words))
    if not words or len(words) > 160 or _VERB_INSIDE.search(words) or _NOBODY.match(words):
        return ()
    words = _APPOSITION.sub("", words)
    if _OF_PLACES.fullmatch(words):
        return (_full(context, words, opens),)
    joints = ["", *(joint[0] for joint in _AND.finditer(words))]
    parts = _without_places(context, [_plain(part) for part in _AND.split(words)], joints)
    if len(parts) == 1:
        words = parts[0]
    if len(parts) > 1 and all(part and _stands_alone(context, part) for part in parts):
        return tuple(_full(context, part, opens and at == 0) for at, part in enumerate(parts))
    if len(parts) > 1 and _is_named(context, words) and all(part[:1].isupper() for part in parts):
        return tuple(_full(context, part, opens and at == 0) for at, part in enumerate(parts))
    known = is_assignee(context, words) or (surely and len(words.split()) < 8)
    return (_full(context, words, opens),) if known else ()


# `Chefsgruppen, CGO,`: what a body is called for short
_APPOSITION = re.compile(r"(?<=[a-zåäö]),\s[A-ZÅÄÖ]{2,6}\Z")


# `Nämnderna i Alby och Sala` are asked together
_OF_PLACES = re.compile(
    r"[\wåäöÅÄÖ-]*(?i:styrelserna|nämnderna|förvaltningarna|kontoren|cheferna|direktörerna|grupperna|utskotten|"
    r"samordnarna|strategerna|sekreterarna|handläggarna|ordförandena|råden|nätverken)"
    r"\s(?:i|från|för)\s[A-ZÅÄÖ][\wåäöé-]+(?:,\s[A-ZÅÄÖ][\wåäöé-]+)*\s(?:och|samt)\s[A-ZÅÄÖ][\wåäöé-]+"
)


def _without_places(context: Context, parts: list[str], joints: list[str]) -> list[str]:
    """The parts of a list without the places of persons: of `Per, Kungsör` and `Per och Lisa, Köping` the persons."""
    return [
        part
        for at, (part, joint) in enumerate(zip(parts, joints, strict=True))
        if not (joint.strip() == "," and _is_place(context, part) and is_person(context, parts[at - 1]))
    ]


# `Styrgruppens ordförande, skolchef Karin Ek från Alby,` is Karin Ek.
_IN_APPOSITION = re.compile(r",\s(?P<name>(?:[a-zåäö-]+\s)?[A-ZÅÄÖ][^,]{3,60}),?\Z")


def _is_place(context: Context, words: str) -> bool:
    return context.places.of(words) is not None or MUNICIPALITY.fullmatch(words) is not None or words[:7] == "Region "


def leading_assignees(context: Context, words: str) -> tuple[str, ...]:
    """The assignee that a sentence opens with, before a verb: `Karin` of `Karin tackar och`."""
    tokens = _FILLER.sub("", words).split()
    for count in range(min(4, len(tokens) - 1), 0, -1):
        name = " ".join(tokens[:count])
        known = is_person(context, name) or name in context.short_forms
        office = count == 1 and (OFFICE.fullmatch(name) or _ACRONYM.fullmatch(name))
        if (known or office) and tokens[count][0].islower():
            return (_full(context, name, opens=True),)
    return ()


_SEEN = 20_000  # characters of a document in which whoever matters to it is named
_NAMED_OFTEN = 3


def is_outsider(context: Context, who: Sequence[str]) -> bool:
    """Whether all of those named are organisations that have no part in the meeting: what they do is only told."""
    own = context.attending.union((context.region, *context.body.organisations))
    return all(
        name not in own
        and name[:1].isupper()
        and name not in context.persons
        and not names.is_given(name.split()[0])
        and not BODY_WORD.search(name)
        and not _ACRONYM.fullmatch(name)
        and context.text.count(name, 0, _SEEN) < _NAMED_OFTEN
        for name in who
    )


def last_assignees(context: Context, words: str) -> tuple[str, ...]:
    """The assignees that the end of a phrase names, as before `får i uppdrag`: what stands there before them is cut
    away.
    """
    last = _BOUNDARY.sub("", words)
    opens, words = last == words, last
    if (found := _IN_APPOSITION.search(words)) and names.is_name(_plain(found["name"])):
        person = assignees(context, found["name"])
        if person and not is_person(context, words.split(",")[0]):
            return person
    if who := assignees(context, words, opens=opens):
        return who
    for joint in re.finditer(r"(?<!-)\s(?:och|samt)\s|,\s", words):
        if who := assignees(context, words[joint.end() :]):
            return who
    return ()


def is_assignee(context: Context, words: str) -> bool:
    """Whether a phrase opens with somebody who can be given a task: a person, an office, a body, a municipality."""
    words = RANK.sub("", _HALF.sub("", words))
    first = words.split(None, 1)[0] if words.strip() else ""
    if (
        ALL.match(words)
        or is_person(context, words)
        or _is_named(context, words)
        or OFFICE.match(first)
        or _ACRONYM.match(first)
        or AUTHORITY.fullmatch(words)
    ):
        return True
    return (BODY_WORD.search(words) if len(words) < 60 else BODY_WORD.match(words)) is not None


def _stands_alone(context: Context, part: str) -> bool:
    """Whether a part of `A och B` is somebody by itself; `kompetens` in `beredningen för kultur och kompetens` is
    not.
    """
    return is_assignee(context, part) and part.split()[0].casefold() not in ("för", "inom", "i", "på")


def is_person(context: Context, words: str) -> bool:
    """Whether words are a person's name, also a given name alone or one shortened."""
    return (
        names.is_name(words) or names.is_given(words) or words in context.persons or context.full_name(words) != words
    )


# Short forms of offices and bodies, whoever has such initials.
NO_INITIALS = frozenset(("AU", "KS", "KF", "SN", "VD", "IT", "HR", "KD", "RS", "RF", "KB", "AG", "SG", "PG", "LG"))


def _of_initials(context: Context, words: str) -> str | None:
    """The one person of the meeting whose initials these are: `KE` of Karin Ek."""
    if not (words.isupper() and 2 <= len(words) <= 4) or words in NO_INITIALS:
        return None
    found = {name for name in context.persons if "".join(re.findall(r"(?:\A|(?<=[\s-]))[A-ZÅÄÖ]", name)) == words}
    return found.pop() if len(found) == 1 else None


MUNICIPALITY = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?\s(?:kommun|stad)|[A-ZÅÄÖ][\w-]+\skommuner")


def _is_named(context: Context, words: str) -> bool:
    """Whether a phrase is a name: a known one, or one in the shape of an organisation's (`FoU i Öst`)."""
    if words in context.short_forms or context.places.of(words) is not None or MUNICIPALITY.fullmatch(words):
        return True
    if words in context.attending:
        return True
    tokens = words.split()
    return 1 < len(tokens) <= 6 and tokens[0][0].isupper() and tokens[-1][0].isupper() and "." not in words


# `Representanter i NN` are asked for NN.
_MEMBERS = re.compile(
    r"\A(?:representanter(?:na)?|ledamöter(?:na)?|deltagar(?:e|na)|medlemmar(?:na)?|(?:alla|samtliga)(?=\s(?:i|"
    r"från)\s(?-i:[A-ZÅÄÖ])))\s(?:i|från)\s",
    re.IGNORECASE,
)


def _plain(words: str) -> str:
    words = _MEMBERS.sub("", words.strip())
    words = _BRACKET.sub("", _FILLER.sub("", words.strip())).strip(' ,.;:–-”"')
    words = _GROUP_OF.sub("", words)
    if (found := _TITLED.fullmatch(words)) and (names.is_name(found["who"]) or names.is_given(found["who"].split()[0])):
        return found["who"]
    return words


# `En arbetsgrupp med Karin och Per` are Karin and Per; `socialchef Karin Ek från Alby kommun` is Karin Ek.
_GROUP_OF = re.compile(
    r"\A(?:[Ee]n|[Dd]en|[Ee]tt)\s(?:mindre\s|liten\s|gemensam\s|ny\s)?\w*(?:grupp|trio|kommitté|delegation|team)(?:en)?\s"
    r"(?:bestående av|som består av|med|av)\s(?=[A-ZÅÄÖ])"
)
_PERSON = r"(?P<who>[A-ZÅÄÖ][\w-]+(?:\s(?:[A-ZÅÄÖ][\w-]*|von|af|de)){1,3})"
_TITLED = re.compile(
    rf"(?:(?:[Vv]ice |[Tt]f |[Bb]iträdande )?[\wåäöÅÄÖ-]*(?:chef|direktör|strateg|samordnare|ledare|sekreterare|"
    rf"handläggare|utvecklare|ordförande|controller|utredare|koordinator|råd)\s)?{_PERSON}"
    rf"(?:\s(?:från|på|vid|i)\s[^,;]{{2,60}})?"
)


def _full(context: Context, words: str, opens: bool) -> str:
    """The full form of one assignee; a common noun that `opens` a sentence, with a capital, begins small."""
    if words in context.short_forms:
        return context.short_forms[words]
    if person := _of_initials(context, words):
        return person
    if is_person(context, words):
        return context.full_name(words)
    place = context.places.of(words)
    if place is not None:
        return place.name
    first = _HALF.sub("", words).split(None, 1)[0]
    common = (
        opens
        and words[0].isupper()
        and not words[1:2].isupper()
        and not any(word[0].isupper() for word in _HALF.sub("", words).split()[1:2])
        and not re.fullmatch(r"\w{3,}(?:regionen|kommunen)", first)
        and (OFFICE.fullmatch(first) or BODY_WORD.fullmatch(first) or ALL.match(words))
    )
    return words[0].lower() + words[1:] if common else words
