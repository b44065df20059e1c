"""The words of lists of people: roles, parties, titles, kinds of organisation. Tables, and how a word is looked up."""

import re
from functools import lru_cache

from samverkan.facts import Role
from samverkan.reading.patterns import any_of

# Which role wins where a person has several.
RANK: tuple[Role, ...] = (
    "chair", "vice chair", "second vice chair", "secretary", "adjuster", "substitute", "member", "guest",
)  # fmt: skip

# fmt: off
_ROLES: dict[Role, tuple[str, ...]] = {
    "chair": (
        "ordförande", "ordföranden", "ordf", "mötesordförande", "tjänstgörande ordförande",
        "tf ordförande", "tjf ordförande", "tjg ordförande", "tjg ordf", "tf ordf", "ordförande för mötet",
        "mötesledare", "ålderspresident", "presidieordförande", "förbundsordförande", "styrelseordförande",
        "samordnande ordförande",
    ),
    "vice chair": (
        "vice ordförande", "vice ordf", "v ordf", "v ordförande", "1:e vice ordförande", "1:e vice ordf",
        "1:e v ordf", "1 vice ordförande", "1 vice ordf", "1 v ordf", "1:a vice ordförande",
        "förste vice ordförande", "första vice ordförande", "3:e vice ordförande", "3:e vice ordf",
        "3 vice ordförande", "tredje vice ordförande", "1:e v ordförande", "vice ordföranden", "1e vice ordförande",
        "3e vice ordförande", "vordf", "v. ordf", "1:e viceordförande", "viceordförande", "1:a v ordf", "1:a vice ordf",
        "1:e vice", "1:a vice", "1:a v ordförande",
    ),
    "second vice chair": (
        "2:e vice ordförande", "2:e vice ordf", "2:e v ordf", "2 vice ordförande", "2 vice ordf", "2 v ordf",
        "2:a vice ordförande", "andre vice ordförande", "andra vice ordförande", "2:e v ordförande",
        "2e vice ordförande", "2:e viceordförande", "2:e vice", "2:a vice", "2:a v ordf", "2:a vice ordf",
    ),
    "secretary": (
        "sekreterare", "sekr", "mötessekreterare", "protokollförare", "vid protokollet", "vid pennan", "antecknare",
        "anteckningar",
        "prot", "nedtecknare", "antecknade", "för anteckningarna", "förde anteckningar", "protokoll", "antecknar",
        "vid datorn", "för protokollet",
        "sekreterare för mötet", "vid anteckningarna", "som skriver", "som antecknar",
        "som antecknade", "som för anteckningar", "för anteckningar", "för pennan", "penna", "pennan", "höll i pennan",
    ),
    "adjuster": (
        "justerare", "justerande", "justeringsperson", "protokollsjusterare", "justeringsman",
    ),
    "substitute": (
        "ersättare", "ers", "tjänstgörande ersättare", "ej tjänstgörande ersättare", "tjg ersättare", "tjg ers",
        "tj ersättare", "tj ers", "tjänstg ersättare", "tjänstg ers", "suppleant", "ej tjg ersättare", "ej tjg ers",
        "ej tj ers", "tjänstgörande", "icke tjänstgörande ersättare", "ej tjänstgörande", "tjg",
        "tjänstgörande suppleant", "1:e ersättare", "2:e ersättare", "inkallad ersättare", "vikarie",
    ),
    "member": (
        "ledamot", "ordinarie", "ordinarie ledamot", "led", "beslutande",
    ),
    "guest": (
        "adjungerad", "adj", "inbjuden", "gäst", "inbjuden gäst", "adjungerad ledamot", "medverkande", "medverkar",
        "adjungerande",
    ),
}
# fmt: on

ROLE_OF: dict[str, Role] = {phrase: role for role, phrases in _ROLES.items() for phrase in phrases}
ROLE_WORDS = frozenset(phrase.split()[0] for phrase in ROLE_OF)
LONGEST_ROLE = max(len(phrase.split()) for phrase in ROLE_OF)


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """A phrase as the tables hold it: small letters, single spaces, no full stops, colons and brackets around it."""
    return " ".join(text.casefold().replace(".", " ").replace("_", " ").strip(" :;,()-–*").split())


@lru_cache(maxsize=1 << 14)
def role_of(phrase: str) -> Role | None:
    """The role that a whole phrase names, if it names one."""
    key = plain(phrase)
    return ROLE_OF.get(key) or ROLE_OF.get(key.replace(": ", ":"))


def higher(one: Role | None, other: Role | None) -> Role | None:
    """Of two roles of one person the one to record."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=RANK.index)


# fmt: off
# Parties as minutes write them in brackets: those of the Riksdag, now and before, and a few local ones.
PARTIES = frozenset((
    "S", "M", "C", "L", "FP", "KD", "KDS", "V", "VPK", "MP", "SD", "FI", "NYD", "SPI", "PP", "SJVP", "VF", "ÖP",
    "LP", "MED", "HEL",
))
PARTY_NAMES = {
    "socialdemokraterna": "S", "moderaterna": "M", "centerpartiet": "C", "liberalerna": "L", "folkpartiet": "FP",
    "kristdemokraterna": "KD", "vänsterpartiet": "V", "miljöpartiet": "MP", "sverigedemokraterna": "SD",
    "miljöpartiet de gröna": "MP", "moderata samlingspartiet": "M", "folkpartiet liberalerna": "FP",
}
# A title is told by the end of its word, in small letters.
TITLE_ENDS = (
    "chef", "chefen", "direktör", "direktören", "sekreterare", "ledare", "strateg", "strategen", "samordnare",
    "utvecklare", "handläggare", "koordinator", "kommunikatör", "planerare", "utredare", "rådgivare", "konsult",
    "läkare", "sköterska", "controller", "ekonom", "jurist", "arkitekt", "ingenjör", "ansvarig", "ombud",
    "intendent", "revisor", "rektor", "lektor", "professor", "forskare", "doktor", "docent", "hövding",
    "kommunalråd", "regionråd", "oppositionsråd", "borgarråd", "landstingsråd", "länsråd", "stadsråd", "assistent",
    "administratör", "specialist", "analytiker", "psykolog", "kurator", "pedagog", "inspektör", "designer", "expert",
    "redaktör", "journalist", "sakkunnig", "bibliotekarie", "antikvarie", "terapeut", "barnmorska", "statistiker",
    "tekniker", "lärare", "kanslist", "registrator", "arkivarie", "kamrer", "präst", "biskop", "officer",
    "polismästare", "befäl", "mästare", "förvaltare", "tandläkare", "fysioterapeut", "logoped", "dietist",
    "apotekare", "minister", "talman", "riksdagsledamot", "praktikant", "trainee", "samhällsplanerare",
    "nämndsekreterare", "coach", "facilitator", "moderator", "representant", "företrädare", "platschef", "upphandlare",
    "överläkare", "doktorand", "adjunkt", "stödjare", "föreståndare", "instruktör", "advokat",
    "åklagare", "domare", "kyrkoherde", "producent", "konservator", "vägledare", "handledare", "föreläsare",
    "konsulent", "kommunpolis", "polis", "brandman", "förman",
)
_SHORT_TITLES = frozenset(("prof", "dr", "vd", "mas", "mar", "sas", "cio", "kso"))  # of managers and chairs
# An organisation is told by the end of a word in its name, or by a whole word.
ORGANISATION_ENDS = (
    "kommun", "kommuner", "kommunerna", "kommunens", "stad", "region", "regionen", "regionens", "landsting",
    "landstinget", "förbund", "förbundet", "sjukhus", "sjukhuset", "vården", "sjukvård", "nämnden", "nämnd",
    "styrelsen", "styrelse", "verket", "myndigheten", "kassan", "högskola", "högskolan", "universitet",
    "universitetet", "bolag", "bolaget", "trafik", "trafiken", "centrum", "center", "läkarhus", "vårdcentral",
    "vårdcentralen", "förmedlingen", "förvaltning", "förvaltningen", "kontor", "kontoret", "kansli", "kansliet",
    "samverkan", "skolan", "gymnasium", "museum", "museet", "institutet", "institut", "polisen", "polismyndigheten",
    "kyrkan", "stift", "förening", "föreningen", "stiftelsen", "stiftelse", "fonden", "råd", "rådet", "organ",
    "organet", "företagen", "hälsan", "huset", "gruppen", "koncernen", "college", "campus", "akademin", "akademi",
    "kollegiet", "fullmäktige", "utskottet", "utskott", "departementet", "länet", "kammaren", "handelskammare",
    "lasarett", "lasarettet", "sjukstuga", "sjukstugan", "hälsocentral", "hälsocentralen", "sjukhem", "folkhögskola",
    "mottagning", "mottagningen", "brandkår", "brandkåren", "brandförsvar", "brandförsvaret", "bibliotek",
    "biblioteket", "socialtjänst", "familjecentral", "habilitering", "habiliteringen", "näringsliv", "apotek",
    "destination", "tjänsten", "räddningstjänst", "åkeriet", "energi", "teatern",
)
ORGANISATION_WORDS = frozenset(("län", "ab", "hb", "fou", "skr", "skl"))
# The noun of a body at the end of a word: `styrgrupp`, `Hälsoberedningen`, `regionstyrelsen`.
_BODY_NOUNS = (
    "grupp", "gruppen", "nämnd", "nämnden", "styrelse", "styrelsen", "utskott", "utskottet", "beredning",
    "beredningen", "forum", "forumet", "råd", "rådet", "organ", "organet", "nätverk", "nätverket", "direktion",
    "direktionen", "fullmäktige", "kommitté", "kommittén", "kommittee", "delegation", "delegationen", "presidium",
    "presidiet", "konferens", "konferensen", "kollegium", "kollegiet", "ledning", "ledningen", "samverkan",
    "församling", "församlingen", "årsmöte", "samråd", "samrådet", "förbundsmöte", "stämma", "team", "teamet",
    "kommission", "kommissionen", "parlament", "träff", "ting", "arena", "arenan", "kluster", "klustret",
)
# fmt: on


# Words that end as a body's noun and name none: `Inledning`, `kommunalråd`, `Länsstyrelsen`, `målgrupp`.
_NO_BODY_NOUN = (
    r"(?:(?<!\bin)(?<!\ban)(?<!\bväg)(?<!hand)(?=ledning)|(?<!unal)(?<!\bregion)(?<!sitions)(?<!borgar)(?<!stings)(?=råd(?!e))|"
    r"(?<!läns)(?<!\bsocial)(?=styrelse)|(?<!mål)(?<!ålders)(?<!yrkes)(?=grupp)|(?!ledning|råd(?!e)|styrelse|grupp))"
)
_LETTERS = "".join(sorted({sign for noun in _BODY_NOUNS for sign in (noun[0], noun[0].upper())}))
BODY_NOUN = re.compile(
    rf"(?=(?-i:[{_LETTERS}])){_NO_BODY_NOUN}(?:{any_of(_BODY_NOUNS)})(?:s|ets|ens)?\b", re.IGNORECASE
)


@lru_cache(maxsize=1 << 14)
def is_title_word(word: str) -> bool:
    """Whether a word is a title or ends as one: `socialchef`, `Processledare`, `VD`.

    >>> is_title_word("folkhälsostrateg"), is_title_word("strategin")
    (True, False)
    """
    bare = word.strip(",.;").casefold()
    return bare.endswith(TITLE_ENDS) or bare in _SHORT_TITLES


def title_of_group(word: str) -> str | None:
    """The title of each of a group that a word names; None for any other word.

    >>> title_of_group("kommundirektörer"), title_of_group("Skolcheferna"), title_of_group("kommuner")
    ('kommundirektör', 'skolchef', None)
    """
    bare = word.strip(" :,.").casefold()
    for ending, whole in (("erna", ""), ("er", ""), ("arna", "are"), ("na", ""), ("are", "are")):
        if bare.endswith(ending) and is_title_word(single := bare.removesuffix(ending) + whole):
            return single
    return None


@lru_cache(maxsize=1 << 14)
def is_organisation_word(word: str) -> bool:
    """Whether a word is the noun of an organisation or ends as one: `Skolverket`, `kommunalförbund`, `AB`."""
    bare = word.strip(",.;").casefold()
    return bare.endswith(ORGANISATION_ENDS) or bare in ORGANISATION_WORDS
