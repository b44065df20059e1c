"""What a name's own words tell: that it needs its owner beside it, names several at once, is a post or a work."""

import re
from functools import lru_cache
from typing import Final, Literal

from samverkan.identity.entities import EntityKind, folded

# Names of bodies that every owner has one of.
_GENERIC_BODIES: Final = frozenset(
    [
        "au",
        "arbetsutskott",
        "arbetsutskottet",
        "personalutskottet",
        "utskottet",
        "presidium",
        "presidiet",
        "styrelse",
        "styrelsen",
        "förbundsstyrelsen",
        "förbundsdirektionen",
        "direktion",
        "direktionen",
        "förbundsfullmäktige",
        "fullmäktige",
        "fullmäktig",
        "kommunfullmäktige",
        "kommunstyrelsen",
        "nämnd",
        "nämnden",
        "socialnämnden",
        "omsorgsnämnden",
        "utbildningsnämnden",
        "valberedning",
        "valberedningen",
        "beredning",
        "beredningen",
        "beredningsgrupp",
        "beredningsgruppen",
        "styrgrupp",
        "styrgruppen",
        "ledningsgrupp",
        "ledningsgruppen",
        "arbetsgrupp",
        "arbetsgruppen",
        "projektgrupp",
        "projektgruppen",
        "referensgrupp",
        "referensgruppen",
        "samordningsgrupp",
        "samordningsgruppen",
        "samverkansgrupp",
        "samverkansgruppen",
        "samarbetskommittén",
        "kommittén",
        "utvecklingsgruppen",
        "chefsgrupp",
        "chefsgruppen",
        "tjänstemannagrupp",
        "tjänstemannagruppen",
        "tjänstemannaberedning",
        "tjänstemannaberedningen",
        "nätverket",
        "rådet",
        "revisorerna",
    ]
)

# Bodies that every municipality has one of: whose is meant is told by the row they stand in.
_MUNICIPAL: Final = re.compile(
    r"kommun(styrelsen|fullmäktige)|kommunstyrelsens \w+|(social|omsorgs|skol|utbildnings|byggnads|miljö)nämnden"
    r"|(kultur|fritids|barn- och utbildnings|vård- och omsorgs|kultur- och fritids)nämnden"
)

# Organisations that every owner, or every county, has one of.
_OWNED: Final = re.compile(
    r"kansliet|kontoret|sekretariatet|förbundet|förbundskansliet|\w*förvaltningen|kommunen|bolaget"
)
_ONE_A_COUNTY: Final = re.compile(
    r"länsstyrelsen|landstinget|regionen|region(kontoret|förbundet|styrelseförvaltningen|förvaltningen)|kommun(al)?förbundet"
)

# Nouns by which a name tells that it is a body's, as its first or its last word.
_BODY_NOUN: Final = (
    r"\w*(?:nämnd(?:en)?|utskott(?:et)?|fullmäktige|beredning(?:en)?|kommitté(?:n)?|presidi(?:um|et)|sjukhusstyrelse(?:n)?"
    r"|(?:arbets|styr|lednings|chefs|projekt|referens|samverkans|samordnings|strategi|berednings|tjänstemanna)grupp(?:en)?)"
)
_BODY: Final = re.compile(rf"{_BODY_NOUN}(?: .+)?|.+ {_BODY_NOUN}")

_POST: Final = re.compile(
    r"\w*(direktören|chefen|samordnaren|sekreteraren|ordföranden?|handläggaren|strategen|utvecklaren|projektledaren)"
)

# Nouns in the plural that name several at once: the first word with a capital too, others never.
_PLURALS: Final = r"""\w*(?:kommuner(?:na)?|regioner(?:na)?|landstingen|länsstyrelser(?:na)?|nämnder(?:na)?|förbunden
    |chefer(?:na)?|direktörer(?:na)?|parter(?:na)?|huvudmän(?:nen)?|förvaltningar(?:na)?|grupper(?:na)?|nätverken
    |myndigheter(?:na)?|lärosäten(?:a)?|styrelser(?:na)?|beredningar(?:na)?|ordförandena)"""
_COLLECTIVE: Final = re.compile(
    rf"(?:(?i:{_PLURALS})|(?:\S+[ ]){{1,4}}?{_PLURALS})(?:[ ](?:i|inom|från|utanför|med)[ ].+)?", re.VERBOSE
)

# Words within the name of a work that say its kind, the first that fits.
_WORKS: Final[tuple[tuple[re.Pattern[str], EntityKind], ...]] = (
    (re.compile(r"lagen\b|^lag om|balken\b|förordningen\b|\bgdpr\b"), "law"),
    (re.compile(r"avtal|överenskommelse"), "agreement"),
    (re.compile(r"strategi(n|er)?\b|policy|målbild|färdplan"), "strategy"),
    (re.compile(r"plan(en|er)?\b|budget|program|handlingsplan"), "plan"),
    (re.compile(r"projekt"), "project"),
)
# Works that every owner has one of a year.
_OWN_WORK: Final = re.compile(
    r"((mål|budget|verksamhetsplan|internkontrollplan|flerårsplan|årsredovisning|delårsrapport|delårsbokslut|arbetsordning"
    r"|delegationsordning|reglemente)(en|n|et)?|[\W\d]|och|med|för|intern kontroll)+"
)
_REPORT: Final = re.compile(r"\b(SOU|Ds) ?(\d{4}:\d+)\b")


@lru_cache(maxsize=4096)
def is_generic(name: str) -> bool:
    """Whether a body's name means something only beside its owner.

    >>> is_generic("Arbetsutskottet"), is_generic("Regionalt vårdråd")
    (True, False)
    """
    return folded(name) in _GENERIC_BODIES


@lru_cache(maxsize=4096)
def is_municipal(name: str) -> bool:
    """Whether every municipality has a body of this name."""
    return _MUNICIPAL.fullmatch(folded(name)) is not None


@lru_cache(maxsize=4096)
def scope(name: str) -> Literal["owner", "county", ""]:
    """Beside what alone the name of an organisation means something: its owner, its county, or nothing.

    >>> scope("kansliet"), scope("länsstyrelsen"), scope("Trafikverket")
    ('owner', 'county', '')
    """
    text = folded(name)
    if _ONE_A_COUNTY.fullmatch(text):
        return "county"
    return "owner" if _OWNED.fullmatch(text) else ""


@lru_cache(maxsize=4096)
def is_collective(name: str) -> bool:
    """Whether a name stands for several at once. Case matters: an association may call itself "X Kommuner".

    >>> is_collective("kommunerna"), is_collective("Hallands kommuner"), is_collective("Sveriges Kommuner")
    (True, True, False)
    """
    return _COLLECTIVE.fullmatch(" ".join(name.split())) is not None


@lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    """Whether a name's first or last word is what bodies are called.

    >>> is_body("Norra hälsonämnden"), is_body("styrgruppen för äldre"), is_body("Socialstyrelsen")
    (True, True, False)
    """
    return _BODY.fullmatch(folded(name)) is not None


@lru_cache(maxsize=4096)
def is_post(name: str) -> bool:
    """Whether a name is that of an office, said without the name of who holds it.

    >>> is_post("regiondirektören"), is_post("Direktör Ek")
    (True, False)
    """
    return _POST.fullmatch(folded(name)) is not None


@lru_cache(maxsize=4096)
def work_kind(name: str) -> EntityKind | None:
    """The kind of work that a name's words tell, or None.

    >>> work_kind("Klimatstrategi"), work_kind("Trafikverket")
    ('strategy', None)
    """
    text = folded(name)
    return next((kind for pattern, kind in _WORKS if pattern.search(text)), None)


@lru_cache(maxsize=4096)
def is_own_work(name: str) -> bool:
    """Whether a work's name means something only beside whose it is.

    >>> is_own_work("Budget och verksamhetsplan 2031"), is_own_work("Plan för levande kust")
    (True, False)
    """
    return _OWN_WORK.fullmatch(folded(name)) is not None


def report_number(name: str) -> str | None:
    """The number of a government report in a name.

    >>> report_number("Vägen dit (SOU 2031:7)")
    'SOU 2031:7'
    """
    match = _REPORT.search(name)
    return f"{match[1]} {match[2]}" if match else None


def is_national(name: str) -> bool:
    """Whether a work calls itself national."""
    return folded(name).startswith(("nationell", "nationella"))
