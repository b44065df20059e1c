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


def _phrases(relation: RelationKind, order: Order, text: str) -> list[Phrase]:
    lines = (each.strip() for each in text.replace("\n", " ").split(";"))
    name = f"{relation.replace(' ', '-')}.{order.replace(' ', '-')}"
    return [Phrase(tuple(line.split()), relation, order, name) for line in lines if line]


def _with_each(lead: str, words: str, prepositions: str) -> str:
    """Each of some words with each preposition: `tecknas … mellan; tecknas … av; …`."""
    return ";".join(f"{lead} {word} {each}" for word in words.split() for each in prepositions.split(","))


_AGREED = (
    "tecknas tecknades tecknats sluts slöts slutits slutas ingås ingicks ingåtts träffas träffades träffats "
    "undertecknas undertecknades undertecknats upprättas upprättades upprättats förhandlas förhandlades"
)
_PARTICIPLES = (
    "tecknad tecknade tecknat ingången ingånget ingångna sluten slutet slutna undertecknad undertecknat "
    "träffad träffat skriven skrivet upprättad upprättat framtagen framförhandlat"
)
_AGREE = "tecknat ingått träffat slutit undertecknat upprättat"

PHRASES: list[Phrase] = [
    *_phrases("party to", "passive", _with_each("", _AGREED, "mellan,av,… mellan,… av")),
    *_phrases("party to", "passive", _with_each("", _PARTICIPLES, "mellan,av")),
    *_phrases("party to", "active", _with_each("har …", _AGREE, "")),
    *_phrases("party to", "active", """
        är part i; är parter i; är avtalspart i; är avtalsparter i; står bakom; deltar i; medverkar i; samverkar i;
        samarbetar i; samverkar genom; ingår i
    """),
    *_phrases("prepares for", "active", _with_each("", "organ instans grupp", "åt,för,till,inför")
        .replace(" organ", "är beredande organ").replace(" instans", "är beredande instans")
        .replace(" grupp", "är beredande grupp")),
    *_phrases("part of", "active", """
        ingår i; ingår även i; ingår som en del i; ingår som en del av; är en del av; är en del i; är del av;
        utgör en del av; tillhör; hör till; sorterar under; lyder under; är underställd; är underställt;
        flyttas över till; flyttas till; övergår till; går över till; ingå i; höra till; tillhöra;
        vara en del av; utgöra en del av
    """),
    *_phrases("part of", "passive", """
        styrs av; ledning är; organ är
    """),
    *_phrases("part of", "active", "leder"),
    *_phrases("member of", "active", """
        är medlem i; är medlemmar i; är delägare i; är anslutna till; är ansluten till; är medlem av; är med i;
        är medlemskommun i; är medlemskommuner i;
        blir medlem i; blir medlemmar i; går med i; inträder i; har gått med i; som medlem i; som medlemmar i
    """),
    *_phrases("prepares for", "active", """
        bereder … till; bereder … för; bereder … åt; bereder … inför; förbereder … till; förbereder … för;
        förbereder … åt; bereder; förbereder; har berett; har förberett; bereda … till; bereda … åt;
        bereda … inför; ärendeberedning inför; ärendeberedning till; beredande … för; beredande … till;
        är beredningsgrupp för; är beredningsgrupp till; är beredningsorgan för; är beredningsorgan till;
        är beredande organ för; är beredande organ till; utgör beredningsgrupp till; utgör beredningsgrupp för;
        utgör beredningsgrupp åt; utgör beredande organ för; fungerar som beredning … för;
        fungerar som beredningsgrupp till; fungerar som beredningsgrupp för; fungerar som beredningsgrupp åt;
        är beredning för; är beredning till; bereda
    """),
    *_phrases("prepares for", "passive", """
        bereds av; bereds i; bereds … av; förbereds av; förbereds i; beredas av; bereds och … av; beretts av;
        beretts i; beretts … av; förberetts av; förberetts i; förbereds … av; beredning … sker genom;
        beredning … sker i; beredningen … sker genom; beredningen … sker i
    """),
    *_phrases("appoints", "active", """
        utser … ledamot i; utser … ledamot till; utser … representant i; utser … representant till;
        utser … ersättare i; utser … ersättare till; utser … ledamöter i; utser … ledamöter till;
        utser … representanter i; utser … representanter till; väljer ledamöter; utser ledamöter; utser ledamöterna;
        utser representanter; utser; väljer … ledamöter i; väljer … ledamöter till; väljer … ordinarie ledamöter;
        väljer … ledamöter; utser … ledamöter; tillsätter; tillsätter … i
    """),
    *_phrases("appoints", "passive", """
        utses av; utses … av; utsetts av; utsågs av; väljs av; väljs … av; tillsätts av; tillsattes av;
        utsedda av; utsedd av; tillsatt av; tillsatts av; inrättades av; inrättats av; valda av
    """),
    *_phrases("reports to", "active", """
        rapporterar till; avger rapport till; avger … rapport till; redovisar … arbete för; redovisar … för;
        lyder under; rapporterar … till; återrapporterar till;
        återrapporterar … till; avrapporterar till; redovisar … till; svarar inför; ansvarar inför;
        är ansvarig inför; är ansvarigt inför; återkopplar till; återkopplar … till; lämnar rapport till;
        lämnar … rapporter till; rapporteringsskyldig till; rapportera till; rapportera … till;
        återrapportera till; rapporterar dit
    """),
    *_phrases("replaces", "active", """
        avlöser; träder i stället för; inrättas i stället för; bildas i stället för; tillsätts i stället för;
        kommer i stället för; träder istället för; inrättas istället för; bildas istället för; tillsätts istället för;
        är en fortsättning på; är efterföljare till; tagit över efter; tidigare hette; tidigare kallades; förr hette;
        ersätter; ersatte; har ersatt; efterträder; efterträdde; tar över efter; tog över efter; hette tidigare;
        tidigare kallad; tidigare kallat
    """),
    *_phrases("replaces", "passive", """
        avlöses av; slås samman till; slogs samman till; slås ihop till; slogs ihop till;
        döps om till; döptes om till; omvandlas till; omvandlades till; övergår i; övergick i;
        ersätts av; ersattes av; har ersatts av; efterträds av; efterträddes av; byter namn till;
        heter numera; heter nu; heter sedan; kallas numera; kallas nu; har fått namnet; fick namnet;
        bytte namn till; har bytt namn till; ombildas till; ombildades till; blir i stället; blev i stället;
        tidigare beteckning för; tidigare namn på; uppgår i; uppgick i; uppgick … i; gått upp i; gick upp i; går upp i
    """),
    *_phrases("responsible for", "active", """
        ansvarar för; ansvarar … för; ansvar för; ansvar angående; ansvar gällande; bär ansvaret för;
        bär ansvar för; svarar för; arbetar fram; har uppdraget att ta fram; får i uppdrag att ta fram;
        har ansvar för; har ansvaret för; har … ansvar för; har … ansvaret för; är ansvarig för;
        är ansvariga för; är ansvarigt för; är … ansvarig för; ska ansvara för; har huvudansvaret för;
        följer upp; förvaltar; är styrgrupp för; är projektägare för; är huvudman för; är huvudmän för;
        har huvudmannaskapet för; har huvudansvar för; är projektägare i; äger; driver projektet;
        driver … projektet; driver insatsen; samordnar;
        leder arbetet med; leder projektet; håller ihop arbetet med; tar fram; följa upp; ansvara för
    """),
    *_phrases("responsible for", "passive", """
        följs upp av; beslutas i; beslutas av; förvaltas av; ägs av; drivs av; leds av; samordnas av;
        är … ansvar; ansvarig för … är; ansvariga för … är; huvudman för … är; huvudansvaret för … har
    """),
    *_phrases("chairs", "active", """
        är ordförande för; är ordförande i; är … ordförande i; är … ordförande för; varit ordförande för;
        varit ordförande i; var ordförande i; var ordförande för; blir ordförande i; blir ordförande för;
        har ordförandeskapet i; har ordförandeskapet för; innehar ordförandeskapet i;
        innehar ordförandeskapet för; har ordförandeposten i; tar över ordförandeskapet i; är ordförandekommun i;
        leder
    """),
    *_phrases("chairs", "passive", """
        leds av; leds … av; ordförande är; ordförandeskapet … innehas av; ordförandeskapet … innehas … av;
        ordförandeskapet innehas av
    """),
    *_phrases("party to", "active", """
        har tecknat; tecknar; har ingått; har träffat; träffar; har slutit; sluter; är part i; är parter i;
        står bakom; har undertecknat; undertecknar; har kommit överens om; har enats om; har förhandlat fram;
        skrev under; skriver under; har skrivit under; undertecknade; tecknade; slöt; ingick; är överens om;
        ansluter sig till; har anslutit sig till
    """),
    *_phrases("party to", "passive", """
        ingåtts av; ingåtts mellan; ingås av; ingås mellan; ingicks av; undertecknats av; undertecknas av;
        tecknats av; tecknats mellan; tecknas av; tecknas mellan; slutits mellan; slutits av; slutas mellan;
        sluts mellan; sluts av; slöts mellan; slöts av; ingicks mellan; tecknades mellan; tecknades av;
        undertecknades av; undertecknades … av; undertecknades mellan; undertecknats … av; tecknades … av;
        tecknades … mellan; slöts … mellan; skrevs under … av; skrivas under av; skrivs under av;
        skrevs under av; skrivits under av; godkännas av … parterna; träffats mellan; träffas mellan;
        träffats av; gäller mellan; gäller för; omfattar; mellan; med; är … parter; parter … är; parterna är;
        parterna … är; parter i … är; parter är; avtalsparter är; avtalsparterna är
    """),
    *_phrases("part of", "whole first", """
        består av; består i dag av; omfattar; utgörs av
    """),
    *_phrases("member of", "whole first", """
        är ett samarbete mellan; är ett … samarbete mellan; är ett kommunalförbund för; är ett kommunalförbund mellan;
        är ett … kommunalförbund för; är ett … som ägs av; är ett … som bildats av; är en … organisation för
        ; är ett kommunalförbund där; är ett … samarbete som omfattar; bildades … av; startades av
    """),
    *_phrases("member of", "whole first", """
        medlemmar är; medlemmar i … är; ägs av; medlemmar … är; medlemmarna är; medlemskommuner är;
        medlemskommunerna är; medlemskommunerna; medlemskommuner; medlemsorganisationerna är; bildades av;
        bildades … av; bildas av; har … som medlemmar
    """),
]  # fmt: skip

# The phrases by their first word, each with its second; those with more words come first.
BY_WORD: dict[str, tuple[tuple[str, Phrase], ...]] = {}
for _phrase in sorted(PHRASES, key=lambda phrase: -len(phrase.words)):
    BY_WORD[_phrase.words[0]] = (*BY_WORD.get(_phrase.words[0], ()), (_phrase.second, _phrase))
