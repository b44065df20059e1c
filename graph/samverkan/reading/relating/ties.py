"""The phrases of relations: which words tie two names together, and which of the two stands first."""

from dataclasses import dataclass
from typing import Literal

from samverkan.facts import RelationKind

Order = Literal["active", "passive", "whole first"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tie a subject to an object. `…` in them leaves room for a few words.

    active: subject, phrase, object. passive: object, phrase, subject (`utses av`). whole first: object, phrase,
    subjects
    (`består av`), or after `I` at the start of the sentence (`I … ingår …`).
    """

    words: tuple[str, ...]
    relation: RelationKind
    order: Order = "active"
    rule: str = ""

    @property
    def second(self) -> str:
        """The word that must follow the first, adverbs apart; empty where the phrase leaves room or has one word."""
        return self.words[1] if len(self.words) > 1 and self.words[1] != "…" else ""

    @property
    def sorts(self) -> bool:
        """Whether the phrase says a relation only where a sort of body stands in it: `är en av tre temagrupper i`."""
        return self.words in _SORTING


_SORTING = (("är", "…", "inom"), ("är", "…", "i"), ("utgör", "…", "i"))


def _phrases(relation: RelationKind, order: Order, text: str) -> list[Phrase]:
    lines = (each.strip() for each in text.replace("\n", " ").split(";"))
    name = f"{relation.replace(' ', '-')}.{order.replace(' ', '-')}"
    return [Phrase(tuple(line.split()), relation, order, name) for line in lines if line]


def _with_each(lead: str, words: str, prepositions: str) -> str:
    """Each of some words with each preposition: `tecknas … mellan; tecknas … av; …`."""
    return ";".join(f"{lead} {word} {each}" for word in words.split() for each in prepositions.split(","))


_AGREED = (
    "tecknas tecknats sluts slutits ingås ingåtts träffas träffats undertecknas undertecknats upprättas upprättats "
    "förhandlas"
)
_PARTICIPLES = (
    "tecknad tecknade tecknat ingången ingånget ingångna sluten slutet slutna undertecknad undertecknat "
    "träffad träffat skriven skrivet upprättad upprättat framtagen framförhandlat"
)
_SEATS = "ledamot ledamöter representant representanter ersättare"
_REPORTS = "rapporterar återrapporterar avrapporterar återkopplar"
_COMES = "träder inrättas bildas tillsätts kommer"
_BEREDNING = "beredningsgrupp beredningsorgan beredning"
_FOR = "till,för,åt,inför"

# Verbs stand in the present here; `verb_forms.present` reads their other forms as it.
PHRASES: list[Phrase] = [
    *_phrases("party to", "passive", _with_each("", _AGREED, "mellan,av,med,… mellan,… av,… med")),
    *_phrases("party to", "passive", _with_each("", _PARTICIPLES, "mellan,av,… mellan,… av")),
    *_phrases("party to", "passive", """
        skrevs under … av; skrivas under av; skrivs under av; skrevs under av; skrivits under av; skrivits på av;
        är ett … projekt mellan; är ett projekt mellan; är ett … samarbetsprojekt mellan;
        är ett samverkansprojekt mellan; är en … satsning mellan; drivs i samarbete mellan; drivs i samverkan mellan;
        genomförs i samarbete mellan; genomförs i samverkan mellan; är ett … avtal mellan; reglerar … mellan;
        har … som parter; har … parter; godkännas av … parterna; gäller mellan; gäller för; omfattar; mellan; med;
        är … parter; parter … är; parterna är; parterna … är; parter i … är; parter är; avtalsparter är;
        avtalsparterna är
    """),
    *_phrases("party to", "active", """
        har; ingår; tecknar; skriver på; skrev på; skrivit på; träffar; sluter; upprättar; undertecknar;
        skrev under; skriver under; skrev … under; skriver … under; har skrivit under; har kommit överens om;
        har enats om; är överens om; ansluter sig till; har anslutit sig till; är part i; är parter i;
        är avtalspart i; är avtalsparter i; står bakom; deltar i; medverkar i; samverkar i; samarbetar i;
        samverkar genom; ingår i
    """),
    *_phrases("part of", "active", """
        ingår i; ingår även i; ingår som en del i; ingår som en del av; är en del av; är en del i; är del av;
        är … inom; är … i; utgör … i; utgör en del av; tillhör; hör till; sorterar under; lyder under;
        är underställd; är underställt;
        flyttas över till; flyttas till; övergår till; går över till; leder; drivs inom; drivs inom ramen för;
        bedrivs inom; ryms inom; inryms i; ligger under; ligger organisatoriskt under; verkar under; verkar inom;
        arbetar under; är inordnad i; är inordnat i; är organiserad under; är organiserat under; är underordnad;
        är underordnat; är en undergrupp till; är en undergrupp under; är en arbetsgrupp under;
        är en arbetsgrupp till; är en arbetsgrupp inom; är ett nätverk under; är ett utskott under;
        är ett utskott i; är en av … under; är en av … inom; är ett av … under; är ett av … inom;
        är i dag en av … under; är en gren av; är en del i arbetet med; är en del av genomförandet av; är ett led i;
        bygger vidare på; ingår som … del i; ingår som … del av; tillhör numera; räknas till; är placerad under;
        är en enhet inom
    """),
    *_phrases("part of", "passive", "styrs av; ledning är; organ är"),
    *_phrases("part of", "whole first", "består av; består i dag av; omfattar; utgörs av"),
    *_phrases("member of", "active", """
        är medlem i; är medlemmar i; är delägare i; är anslutna till; är ansluten till; är medlem av; är med i;
        är medlemskommun i; är medlemskommuner i; är fullvärdig medlem i; är fullvärdiga medlemmar i;
        är delägare av; ansluter sig till; har anslutit sig till; har gått in i; har gått in som medlem i;
        går med i; inträder i; inträdde i; beviljas inträde i; beviljades inträde i; beviljas medlemskap i;
        beviljades medlemskap i; bildade; har bildat; grundade; har gått med i; som medlem i; som medlemmar i
    """),
    *_phrases("member of", "whole first", """
        är ett samarbete mellan; är ett … samarbete mellan; är ett kommunalförbund för; är ett kommunalförbund med;
        är en samverkan mellan; är en … samverkan mellan; är ett kommunalförbund mellan;
        är ett … kommunalförbund för; är ett … som ägs av; är ett … som bildats av; är en … organisation för;
        är ett kommunalförbund där; är ett … samarbete som omfattar; startades av; medlemmar är; medlemmar i … är;
        ägs av; medlemmar … är; medlemmarna är; medlemskommuner är; medlemskommunerna är; medlemskommunerna;
        medlemskommuner; medlemsorganisationerna är; bildades av; bildades … av; bildas av; har … som medlemmar;
        har bildats av; bildat av; grundades av; grundades … av; ägs gemensamt av; ägs till … av;
        ägs till lika delar av; samägs av; övriga medlemmar är; medlemmar blir; medlemsorganisationer är; ägare är;
        ägarkommuner är; ägarna är; delägare är; huvudmän är; är ett gemensamt … för; är ett gemensamt … mellan;
        är ett samarbete för; är ett samarbete … mellan; är en sammanslutning av; är en förening för;
        är ett förbund för; är ett förbund mellan; är ett partnerskap mellan; är ett nätverk mellan;
        är ett nätverk för; har följande medlemmar
    """),
    *_phrases("prepares for", "active", _with_each("är beredande", "organ instans grupp", _FOR)),
    *_phrases("prepares for", "active", _with_each("utgör beredande", "organ instans grupp", _FOR)),
    *_phrases("prepares for", "active", _with_each("är", _BEREDNING, _FOR)),
    *_phrases("prepares for", "active", _with_each("utgör", _BEREDNING, _FOR)),
    *_phrases("prepares for", "active", _with_each("fungerar som", _BEREDNING, _FOR + ",… för")),
    *_phrases("prepares for", "active", _with_each("", "bereder förbereder", "… till,… för,… åt,… inför")),
    *_phrases("prepares for", "active", _with_each("tar fram", "underlag beslutsunderlag", _FOR + ",… till")),
    *_phrases("prepares for", "active", """
        bereder; förbereder; bereda … till; bereda … åt; bereda … inför; bereda; tar fram … underlag till;
        bereder … dit; förbereder … dit; ärendeberedning inför; ärendeberedning till; beredande … för;
        beredande … till
    """),
    *_phrases("prepares for", "passive", """
        bereds av; bereds i; bereds … av; förbereds av; förbereds i; bereds och … av; beretts av; beretts i;
        beretts … av; förberetts av; förberetts i; förbereds … av; beredning … sker genom; beredning … sker i;
        beredningen … sker genom; beredningen … sker i
    """),
    *_phrases("appoints", "active", _with_each("utser …", _SEATS, "i,till,")),
    *_phrases("appoints", "active", _with_each("väljer …", "ledamöter", "i,till,")),
    *_phrases("appoints", "active", """
        utser; väljer; utser ledamöter; utser ledamöterna; utser representanter; väljer ledamöter;
        väljer … ordinarie ledamöter;
        tillsätter; tillsätter … i; inrättar; inrättade; bildar; förordnar; nominerar ledamöter till;
        nominerar representanter till; utser … ledamöter i; utser … ledamöter till; utser var sin ledamot i;
        utser varsin ledamot i; utser … var i; utser … vardera i
    """),
    *_phrases("appoints", "passive", """
        utses av; utses … av; utsetts av; väljs av; väljs … av; tillsätts av; utsedda av; utsedd av; tillsatt av;
        tillsatta av; tillsatts av; inrättades av; inrättats av; valda av;
        inrättas av; inrättad av; inrättat av; nomineras av; nominerade av; förordnas av; förordnade av; utnämns av
    """),
    *_phrases("reports to", "active", _with_each("", _REPORTS, "till,… till,dit,hit,… hit")),
    *_phrases("reports to", "active", _with_each("", "rapportera återrapportera", "till,… till")),
    *_phrases("reports to", "active", """
        redovisar … till; redovisar … för; lämnar rapport till; lämnar … rapport till; lämnar … rapporter till;
        lämnar rapport dit; avger rapport till; avger … rapport till; lyder under; svarar inför; ansvarar inför;
        är ansvarig inför; är ansvarigt inför; rapporteringsskyldig till; avlägger rapport till;
        avlägger … rapport till; lämnar … redovisning till; lämnar … återrapport till; lämnar … återkoppling till;
        ger återkoppling till; ger … återkoppling till; redogör för sitt arbete för; redogör … inför;
        svarar … inför; lämnar lägesrapport till
    """),
    *_phrases("replaces", "active", _with_each("", _COMES, "i stället för,istället för")),
    *_phrases("replaces", "active", """
        avlöser; ersätter; efterträder; tar över efter; tog över efter; tagit över efter; är en fortsättning på;
        är efterföljare till; startade som; startades som; startade … som; bildades som; bildades … som;
        började som; grundades som; hette ursprungligen; hette från början; hette fram till; gick under namnet;
        har ersatt; träder i stället för; kommer i stället för; tidigare hette; hette tidigare; tidigare kallades;
        är efterträdare till; är uppföljare till; är ersättare för; inrättas som ersättare för;
        bildades som ersättare för; har tagit över efter; förr hette; tidigare kallad; tidigare kallat
    """),
    *_phrases("replaces", "passive", _with_each("", "slås slogs läggs lades", "samman till,ihop till,samman i,ihop i")),
    *_phrases("replaces", "passive", """
        avlöses av; ersätts av; efterträds av; döps om till; döptes om till; omvandlas till; omvandlades till;
        ombildas till; ombildades till; övergår i; övergick i; byter namn till; bytte namn till; bytt namn till;
        heter numera; heter nu; heter sedan; kallas numera; kallas nu; har fått namnet; fick namnet;
        blir i stället; blev i stället; är i stället; tidigare beteckning för; tidigare namn på; uppgår i; uppgick i;
        uppgick … i; gått upp i; gick upp i; går upp i; läggs ner … över av; lades ner … över av; läggs ned … över av;
        lades ned … över av; upphör … över av; upphörde … över av; avvecklas … över av; avvecklades … över av
    """),
    *_phrases("responsible for", "active", """
        ansvarar för; ansvarar … för; ansvar för; ansvar angående; ansvar gällande; bär ansvaret för;
        bär ansvar för; svarar för; arbetar fram; har uppdraget att ta fram; får i uppdrag att ta fram;
        har ansvar för; har ansvaret för; har … ansvar för; har … ansvaret för; är ansvarig för; är ansvariga för;
        är ansvarigt för; är … ansvarig för; har huvudansvaret för; har huvudansvar för; följer upp; förvaltar;
        är styrgrupp för; är projektägare för; är projektägare i; står som … för; står som … i; är värdkommun för;
        har projektägarskapet för; är huvudman för; är huvudmän för;
        har huvudmannaskapet för; äger; håller i; håller i arbetet med; håller ihop; håller samman;
        håller samman arbetet med; står för; sköter; koordinerar; administrerar; projektleder; driver arbetet med;
        driver … arbetet med; leder införandet av; leder införandet i; leder införandet i projektet;
        leder utvecklingen av; leder genomförandet av; leder insatsen; leder satsningen; leder pilotprojektet;
        är projektledare för; är projektledare i; är processledare för; är ansvarig huvudman för;
        är värdorganisation för; är värd för; har projektledningen för; har samordningsansvaret för;
        har samordningsansvar för; har det samlade ansvaret för; ansvarar … gemensamt för;
        är gemensamt ansvariga för; ansvara för förvaltningen av; ansvarar för förvaltningen av;
        ansvarar för genomförandet av; driver; driver projektet; driver … projektet; driver insatsen; samordnar;
        leder arbetet med; leder projektet; håller ihop arbetet med; tar fram; följa upp; ansvara för;
        vara styrgrupp för; verka för att; fastställa; uppföljning av
    """),
    *_phrases("responsible for", "passive", """
        görs av; utförs av; följs upp av; beslutas i; beslutas av; förvaltas av; ägs av; drivs av; drivs … av;
        leds av; samordnas av;
        bedrivs av; bedrivs gemensamt av;
        är … ansvar; huvudansvaret för … har; koordineras av; hålls ihop av; hålls samman av; administreras av;
        sköts av; projektleds av; projektägs av; ägs och drivs av; ägs och förvaltas av; drivs gemensamt av;
        beslutas och följs upp av
    """),
    *_phrases("chairs", "active", """
        är ordförande för; är ordförande i; är … ordförande i; är … ordförande för; har ordförandeskapet i;
        har ordförandeskapet för; innehar ordförandeskapet i; innehar ordförandeskapet för; har ordförandeposten i;
        tar över ordförandeskapet i; tar över ordförandeskapet för; är ordförandekommun i;
        håller i ordförandeskapet för; håller i ordförandeskapet i; leder; är sammankallande i; är sammankallande för;
        är värd för ordförandeskapet i; innehar ordförandeposten i; bär ordförandeklubban i; har ordförandeklubban i;
        svarar för ordförandeskapet i; sitter som ordförande i
    """),
    *_phrases("chairs", "passive", """
        leds av; leds … av; ordförande är; ordförandeskapet … innehas av; ordförandeskapet … innehas … av;
        ordförandeskapet innehas av; ordförandeposten innehas av; ordförandeposten … innehas av;
        innehas ordförandeskapet av; innehas ordförandeposten av; sammankallande är; ordförandeskapet … ligger hos;
        ordförandeskapet … ligger på; ordförandeskapet … övertas av; ordförandeskapet … hålls av
    """),
]  # fmt: skip

OWNED = Phrase(("ägs",), "responsible for", "passive")
# The phrases by their first word, each with its second; those with more words come first.
BY_WORD: dict[str, tuple[tuple[str, Phrase], ...]] = {}
for _phrase in sorted(PHRASES, key=lambda phrase: -len(phrase.words)):
    BY_WORD[_phrase.words[0]] = (*BY_WORD.get(_phrase.words[0], ()), (_phrase.second, _phrase))
