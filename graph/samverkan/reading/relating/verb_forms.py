"""The verbs of relations in all their forms: `ansvarade för`, `ska ansvara för`, `har ansvarat för` say what `ansvarar
för` does."""

from functools import lru_cache

from samverkan.reading.things.table import table

# present | past | infinitive | what follows `har`
_CONJUGATIONS = """
ansvarar ansvarade ansvara ansvarat
svarar svarade svara svarat
bereder beredde bereda berett
förbereder förberedde förbereda förberett
rapporterar rapporterade rapportera rapporterat
återrapporterar återrapporterade återrapportera återrapporterat
avrapporterar avrapporterade avrapportera avrapporterat
återkopplar återkopplade återkoppla återkopplat
redovisar redovisade redovisa redovisat
utser utsåg utse utsett
väljer valde välja valt
tillsätter tillsatte tillsätta tillsatt
ersätter ersatte ersätta ersatt
efterträder efterträdde efterträda efterträtt
avlöser avlöste avlösa avlöst
ingår ingick ingå ingått
tillhör tillhörde tillhöra tillhört
hör hörde höra hört
sorterar sorterade sortera sorterat
lyder lydde lyda lytt
driver drev driva drivit
leder ledde leda lett
samordnar samordnade samordna samordnat
förvaltar förvaltade förvalta förvaltat
äger ägde äga ägt
utgör utgjorde utgöra utgjort
deltar deltog delta deltagit
medverkar medverkade medverka medverkat
bereds bereddes beredas beretts
förbereds förbereddes förbereds förberetts
utses utsågs utses utsetts
väljs valdes väljas valts
tillsätts tillsattes tillsättas tillsatts
drivs drevs drivas drivits
leds leddes ledas letts
ägs ägdes ägas ägts
förvaltas förvaltades förvaltas förvaltats
samordnas samordnades samordnas samordnats
ersätts ersattes ersättas ersatts
efterträds efterträddes efterträdas efterträtts
består bestod bestå bestått
består bestod bestå bestått
omfattar omfattade omfatta omfattat
gäller gällde gälla gällt
ansluter anslöt ansluta anslutit
tecknar tecknade teckna tecknat
sluter slöt sluta slutit
träffar träffade träffa träffat
undertecknar undertecknade underteckna undertecknat
upprättar upprättade upprätta upprättat
tecknas tecknades tecknas tecknats
sluts slöts slutas slutits
ingås ingicks ingås ingåtts
träffas träffades träffas träffats
undertecknas undertecknades undertecknas undertecknats
upprättas upprättades upprättas upprättats
förhandlas förhandlades förhandlas förhandlats
fungerar fungerade fungera fungerat
är blir vara varit
är blev bli blivit
är var vara varit
innehar innehade inneha innehaft
innehas innehades innehas innehafts
bedrivs bedrevs bedrivas bedrivits
knyts knöts knytas knutits
inrättas inrättades inrättas inrättats
koordinerar koordinerade koordinera koordinerat
koordineras koordinerades koordineras koordinerats
sköter skötte sköta skött
håller höll hålla hållit
nomineras nominerades nomineras nominerats
återkopplas återkopplades återkopplas återkopplats
skriver skrev skriva skrivit
förordnas förordnades förordnas förordnats
genomför genomförde genomföra genomfört
genomförs genomfördes genomföras genomförts
ombildas ombildades ombildas ombildats
omvandlas omvandlades omvandlas omvandlats
avlöses avlöstes avlösas avlösts
uppgår uppgick uppgå uppgått
övergår övergick övergå övergått
inrättar inrättade inrätta inrättat
"""
_SURE: dict[str, str] = {}  # other forms, and the present that they stand for
_INFINITIVE: dict[str, str] = {}
_SUPINE: dict[str, str] = {}
for _line in _CONJUGATIONS.strip().splitlines():
    _present, _past, _to, _has = _line.split()
    _SURE.setdefault(_past, _present)
    _INFINITIVE.setdefault(_to, _present)
    _SUPINE.setdefault(_has, _present)
for _form in _CONJUGATIONS.split()[::4]:
    _SURE.pop(_form, None)
    _INFINITIVE.pop(_form, None)
FORMS = frozenset(_SURE) | frozenset(_INFINITIVE) | frozenset(_SUPINE)


def forms_of(verbs: frozenset[str]) -> frozenset[str]:
    """Some verbs in all their forms."""
    return verbs | {form for forms in (_SURE, _INFINITIVE, _SUPINE) for form, verb in forms.items() if verb in verbs}


_BULLETS = frozenset("*•-–+·")
_TASKS = table("uppgift uppgiften uppgifter uppdrag uppdraget roll ansvar")
_GIVEN = table("får fick ger gav ges gavs")
_SHALL = table("ska skall skulle")
_HAS = table("har hade")


def present(words: list[str]) -> list[str]:
    """The small-letter words of a sentence with its verbs in the present: `ska … ansvara` is `ska … ansvarar`.

    An infinitive counts after `ska` and where it is said to be a task, not where a task is given.

    >>> present(["gruppen", "har", "i", "uppdrag", "att", "bereda"])[-1], present(["får", "att", "bereda"])[-1]
    ('bereder', 'bereda')
    """
    if FORMS.isdisjoint(words):
        return words
    found = list(words)
    for index, word in enumerate(words):
        if word in _SURE:
            found[index] = _SURE[word]
        elif word in _SUPINE and not _HAS.isdisjoint(words[max(0, index - 12) : index]):
            found[index] = _SUPINE[word]
        elif word in _INFINITIVE and _is_duty(words, index):
            found[index] = _INFINITIVE[word]
    return found


@lru_cache(maxsize=16)  # each form of sentence asks for the same words
def said(words: tuple[str, ...]) -> list[str]:
    """The words of a sentence in small letters, its verbs in the present; not to be changed."""
    return present([word.lower() for word in words])


def _is_duty(words: list[str], index: int) -> bool:
    if index == 1 and words[0] in _BULLETS:  # • bereda frågor till rådet
        return True
    before = words[max(0, index - 4) : index]
    if not _SHALL.isdisjoint(before) or words[index - 2 : index] == ["kommer", "att"]:
        return True
    if words[index - 1 : index] != ["att"] and "att" not in words[max(0, index - 8) : index]:
        return False
    since = words[max(0, index - 14) : index]
    return not _TASKS.isdisjoint(since) and _GIVEN.isdisjoint(since)
