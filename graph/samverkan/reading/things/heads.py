"""The nouns that names of things are built on: `…nämnden` is a body, `…avtalet` an agreement, each found by the end of a word."""

from dataclasses import dataclass
from functools import lru_cache

from samverkan.facts import MentionKind
from samverkan.reading.things.table import table


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in its two forms. A compound whose first part is in `common` says too little to be a name by itself
    (`arbetsgruppen`); one whose first part ends as in `false` is another word altogether (`förslagen` is no `lag`)."""

    kind: MentionKind
    base: str
    definite: str
    common: frozenset[str] = frozenset()
    false: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What a word says as the noun of a name: `handlingsplanens` is `plan`, definite, genitive, with the prefix `handlings`."""

    noun: Noun
    definite: bool
    genitive: bool
    prefix: str

    @property
    def kind(self) -> MentionKind:
        """The kind of thing that the noun names."""
        return self.noun.kind

    @property
    def telling(self) -> bool:
        """Whether the word alone, in the definite form, can be a name: `socialchefsgruppen`, not `gruppen` or `arbetsgruppen`."""
        if self.noun.base == "länsstyrelse":
            return True
        return len(self.prefix) > 1 and self.prefix not in self.noun.common

    @property
    def lemma(self) -> str:
        """The word in its base form, in small letters: `handlingsplan`."""
        return self.prefix + self.noun.base


def _noun(kind: MentionKind, forms: str, common: str = "", false: str = "") -> Noun:
    base, definite = forms.split("/")
    return Noun(kind, base, definite, frozenset(common.split()), tuple(false.split()))


_GROUPS = "arbets projekt referens styr lednings uppföljnings utvecklings samverkans diskussions fokus expert process när sam stöd berednings"
NOUNS = (
    _noun("body", "nämnd/nämnden", "facknämnd fack kommun", "be "),
    _noun("body", "styrelse/styrelsen"),
    _noun("body", "direktion/direktionen"),
    _noun("body", "utskott/utskottet"),
    _noun("body", "beredning/beredningen", "ärende"),
    _noun("body", "grupp/gruppen", _GROUPS,
          "mål ålders risk yrkes patient personal parti klient brukar befolknings invånar etniska kund vänner löntagar"),
    _noun("body", "råd/rådet", "", "om sam region kommunal landstings oppositions borgar till för stads"),
    _noun("body", "forum/forumet", "diskussions dialog"),
    _noun("body", "fullmäktige/fullmäktige"),
    _noun("body", "presidium/presidiet"),
    _noun("body", "kommitté/kommittén"),
    _noun("body", "nätverk/nätverket", "kontakt"),
    _noun("body", "samverkansorgan/samverkansorganet"),
    _noun("body", "samrådsorgan/samrådsorganet"),
    _noun("body", "samråd/samrådet"),
    _noun("body", "delegation/delegationen", "", "vidare"),
    _noun("body", "delregion/delregionen"),
    _noun("body", "stämma/stämman", "", "be för upp"),
    _noun("body", "kollegium/kollegiet"),
    _noun("body", "parlament/parlamentet"),
    _noun("organisation", "förbund/förbundet", "fack med"),
    _noun("organisation", "länsstyrelse/länsstyrelsen"),
    _noun("organisation", "myndighet/myndigheten", "tillsyns förvaltnings bevaknings", "full"),
    _noun("organisation", "verk/verket", "", "regel ram hant fram mäster kraft konst bygg nät sam på vatten mål bak"),
    _noun("organisation", "förvaltning/förvaltningen", "", "om för själv"),
    _noun("organisation", "kontor/kontoret", "huvud hem landskaps"),
    _noun("organisation", "högskola/högskolan"),
    _noun("organisation", "universitet/universitetet"),
    _noun("organisation", "sjukhus/sjukhuset"),
    _noun("organisation", "lasarett/lasarettet"),
    _noun("organisation", "stiftelse/stiftelsen"),
    _noun("organisation", "förening/föreningen", "", ""),
    _noun("organisation", "college/colleget"),
    _noun("organisation", "centrum/centrumet", "", "cent i"),
    _noun("organisation", "center/centret", "", "resurs köp"),
    _noun("organisation", "institut/institutet"),
    _noun("organisation", "kammare/kammaren"),
    _noun("organisation", "museum/museet"),
    _noun("organisation", "räddningstjänst/räddningstjänsten"),
    _noun("organisation", "samverkan/samverkan"),
    _noun("organisation", "bolag/bolaget"),
    _noun("organisation", "domstol/domstolen"),
    _noun("organisation", "enhet/enheten", "vårds verksamhets", ""),
    _noun("strategy", "strategi/strategin", "kommunikations"),
    _noun("strategy", "målbild/målbilden"),
    _noun("strategy", "färdplan/färdplanen"),
    _noun("strategy", "vision/visionen", "", "tele di re pro"),
    _noun("strategy", "policy/policyn"),
    _noun("agreement", "avtal/avtalet", "samverkans ram samarbets hyres anställnings kollektiv tilläggs uppdrags huvud", "an"),
    _noun("agreement", "överenskommelse/överenskommelsen", "ram samverkans"),
    _noun("agreement", "avsiktsförklaring/avsiktsförklaringen"),
    _noun("plan", "plan/planen",
          "handlings aktivitets verksamhets kommunikations arbets projekt genomförande års budget tidsatt åtgärds översikts upp införande "
          "utbildnings uppföljnings detalj tids inköps resurs bemannings flerårs mål",
          "tid vård mark kurs läro flyg bred höjd gård bi kom semester mötes sam"),
    _noun("plan", "program/programmet", "arbets mötes dags kurs konferens test utvecklings utbildnings", "tv dator data"),
    _noun("plan", "budget/budgeten", "års drift investerings samverkans tilläggs ram skugg reserv"),
    _noun("project", "projekt/projektet", "pilot del forsknings utvecklings samverkans samarbets bygg infrastruktur eu"),
    _noun("project", "koncept/konceptet"),
    _noun("law", "lag/lagen", "ram",
          "förs ans avs ins uts oms baks neds upps tills genoms sammans bo under bes arbets hops om ned hems"),
    _noun("law", "förordning/förordningen"),
    _noun("law", "balk/balken", "", "trä stål"),
)  # fmt: skip

_FORMS: dict[str, tuple[Noun, bool]] = {}
for _each in NOUNS:
    _FORMS[_each.definite] = (_each, True)
    _FORMS[_each.base] = (_each, _each.base == _each.definite)
_LONGEST = max(map(len, _FORMS))
_SHORTEST = min(map(len, _FORMS))
_WHOLE_FALSE = table("slag slagen nämnd benämnd balken planen.")


@lru_cache(maxsize=65536)
def head_of(word: str) -> Head | None:
    """The noun that a word ends in, by the longest end that fits; None for a word that names no thing.

    >>> head_of("Socialchefsgruppens").lemma, head_of("förslagen"), head_of("målgruppen")
    ('socialchefsgrupp', None, None)
    """
    low = word.lower()
    if len(low) < _SHORTEST:
        return None
    found = _split(low, False)
    if found is None and low[-1] == "s":
        found = _split(low[:-2] if low[-2] == ":" else low[:-1], True)
    return found


def _split(low: str, genitive: bool) -> Head | None:
    for size in range(min(len(low), _LONGEST), _SHORTEST - 1, -1):
        entry = _FORMS.get(low[-size:])
        if entry is None:
            continue
        noun, definite = entry
        prefix = low[:-size]
        if (prefix and noun.false and prefix.endswith(noun.false)) or low in _WHOLE_FALSE:
            return None
        if noun.base == "enhet" and not prefix.endswith("s"):  # not `erfarenhet`
            return None
        return Head(noun, definite, genitive, prefix)
    return None
