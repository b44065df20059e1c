"""The nouns that names of things are built on: `…nämnden` is a body, `…avtalet` an agreement, each found by the end of
a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

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
    """What a word says as the noun of a name: `handlingsplanens` is `plan`, definite, genitive, with the prefix
    `handlings`."""

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
        """Whether the word alone, in the definite form, can be a name: `socialchefsgruppen`, not `gruppen` or
        `arbetsgruppen`."""
        if self.noun.base == "länsstyrelse":
            return True
        if self.prefix == "e" and self.kind in ("body", "organisation"):  # eNämnden
            return True
        return len(self.prefix) > 1 and self.prefix not in self.noun.common

    @property
    def lemma(self) -> str:
        """The word in its base form, in small letters: `handlingsplan`."""
        return self.prefix + self.noun.base


# kind | base/definite | first parts that make a name of too little | ends of first parts of other words
_TABLE = """
body | nämnd/nämnden | fack | be
body | styrelse/styrelsen
body | direktion/direktionen
body | utskott/utskottet
body | beredning/beredningen | ärende
body | grupp/gruppen
     | arbets projekt referens styr lednings uppföljnings utvecklings samverkans diskussions fokus expert process när
       sam stöd berednings
     | mål ålders risk yrkes patient personal parti klient brukar befolknings invånar kund vänner löntagar
body | råd/rådet | | om sam region kommunal landstings oppositions borgar till för stads
body | forum/forumet | diskussions dialog
body | fullmäktige/fullmäktige
body | presidium/presidiet
body | kommitté/kommittén
body | nätverk/nätverket | kontakt
body | samverkansorgan/samverkansorganet
body | samrådsorgan/samrådsorganet
body | samråd/samrådet
body | delegation/delegationen
body | delregion/delregionen
body | förbundsmöte/förbundsmötet
body | ägarmöte/ägarmötet
body | samverkansfunktion/samverkansfunktionen
body | rådsmöte/rådsmötet
body | medlemsmöte/medlemsmötet
body | ombudsmöte/ombudsmötet
body | stämma/stämman | | be för upp
body | kollegium/kollegiet
body | parlament/parlamentet
body | ledning/ledningen | mötes arbets projekt process insats drift ekonomi region kommun skol företags sjukhus
     | in an av till upp hand väg ut för kraft fjärr vatten el gas rör sats bi över led om
organisation | förbund/förbundet | fack med
organisation | länsstyrelse/länsstyrelsen
organisation | myndighet/myndigheten | tillsyns förvaltnings bevaknings | full
organisation | verk/verket | | regel ram hant fram mäster kraft konst bygg nät sam på vatten mål bak
organisation | förvaltning/förvaltningen | | om för själv
organisation | kontor/kontoret | huvud hem
organisation | högskola/högskolan
organisation | universitet/universitetet
organisation | sjukhus/sjukhuset
organisation | lasarett/lasarettet
organisation | stiftelse/stiftelsen
organisation | förening/föreningen
organisation | college/colleget
organisation | centrum/centrumet
organisation | center/centret | | resurs köp
organisation | institut/institutet
organisation | kammare/kammaren
organisation | museum/museet
organisation | hälsocentral/hälsocentralen
organisation | tingsrätt/tingsrätten
organisation | förvaltningsrätt/förvaltningsrätten
organisation | fond/fonden | | in
organisation | partnerskap/partnerskapet
organisation | vårdcentral/vårdcentralen
organisation | sjukvårdsregion/sjukvårdsregionen
organisation | kammarkollegium/kammarkollegiet
organisation | gymnasium/gymnasiet
organisation | bibliotek/biblioteket
organisation | fylkeskommun/fylkeskommunen
organisation | ministerråd/ministerrådet
organisation | stadsmission/stadsmissionen
organisation | ambulanssjukvård/ambulanssjukvården
organisation | universitetssjukvård/universitetssjukvården
organisation | räddningstjänst/räddningstjänsten
organisation | brandförsvar/brandförsvaret
organisation | brandkår/brandkåren
organisation | polisregion/polisregionen
organisation | polisområde/polisområdet
organisation | lokalpolisområde/lokalpolisområdet
organisation | barnahus/barnahuset
organisation | länstrafik/länstrafiken
organisation | folkhögskola/folkhögskolan
organisation | hushållningssällskap/hushållningssällskapet
organisation | samverkan/samverkan
organisation | bolag/bolaget
organisation | domstol/domstolen
organisation | departement/departementet
organisation | enhet/enheten | vårds verksamhets
organisation | avdelning/avdelningen | vård slut
organisation | sekretariat/sekretariatet
strategy | strategi/strategin | kommunikations
strategy | målbild/målbilden
strategy | vision/visionen | | tele di re pro
plan | policy/policyn
agreement | avtal/avtalet | samverkans ram samarbets hyres anställnings kollektiv tilläggs uppdrags huvud | an
agreement | överenskommelse/överenskommelsen | ram samverkans
agreement | avsiktsförklaring/avsiktsförklaringen
agreement | medborgarlöfte/medborgarlöftet
agreement | förbundsordning/förbundsordningen
plan | systemanalys/systemanalysen
plan | proposition/propositionen
plan | plan/planen
     | handlings aktivitets verksamhets kommunikations arbets projekt genomförande års budget åtgärds översikts upp
       införande utbildnings uppföljnings detalj tids inköps resurs bemannings flerårs mål
     | tid vård mark kurs läro flyg bred höjd gård bi kom semester mötes sam
plan | riktlinjer/riktlinjerna
plan | riktlinje/riktlinjen
plan | vägledning/vägledningen | | studie yrkes energi budget konsument skuld karriär livs hand
plan | direktiv/direktivet | ägar tilläggs kommitté utrednings budget
plan | tillägg/tillägget | | löne ob pris bostads
plan | färdplan/färdplanen
plan | sårbarhetsanalys/sårbarhetsanalysen
plan | positionspapper/positionspappret
plan | positionspapper/positionspapperet
plan | inriktningsdokument/inriktningsdokumentet
plan | regelverk/regelverket
plan | strukturbild/strukturbilden
plan | budgetramar/budgetramarna
plan | avgiftsmodell/avgiftsmodellen
plan | rutin/rutinen | | motions ny
plan | program/programmet | arbets mötes dags kurs konferens test utvecklings utbildnings | tv dator data
plan | budget/budgeten | års helårs halvårs drifts drift investerings samverkans tilläggs ram skugg reserv
       utbildnings
project | projekt/projektet | pilot del forsknings utvecklings samverkans samarbets bygg infrastruktur eu
project | koncept/konceptet
project | åtgärdsvalsstudie/åtgärdsvalsstudien
law | lag/lagen | ram
    | förs ans avs ins uts oms baks neds upps tills genoms sammans bo under bes arbets hops om ned hems bergs
law | förordning/förordningen
law | konvention/konventionen
law | balk/balken | | trä stål
"""


def _nouns() -> Iterator[Noun]:
    rows: list[str] = []
    for line in _TABLE.strip().splitlines():
        if line[0].isspace():
            rows[-1] += " " + line.strip()
        else:
            rows.append(line)
    for row in rows:
        kind, forms, common, false = (part.strip() for part in (row + "||").split("|", 3))
        base, definite = forms.split("/")
        assert kind in get_args(MentionKind)
        yield Noun(kind, base, definite, frozenset(common.split()), tuple(false.strip("| ").split()))  # type: ignore[arg-type]


_FORMS: dict[str, tuple[Noun, bool]] = {}
for _each in _nouns():
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
        if noun.base == "enhet" and prefix and not prefix.endswith(("s", "-")):  # not `erfarenhet`
            return None
        return Head(noun, definite, genitive, prefix)
    return None
