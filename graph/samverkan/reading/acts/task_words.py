"""The verbs by which minutes tell who does what, in the present tense: what anybody promises with them, what is work,
what is only told, what is how things are.
"""

from samverkan.reading.patterns import Pattern

_MATTER = r"(?:(?:detta|det|den|dessa|dem|saken|(?:\w+s )?(?:fråg|ärend|punkt|förslag|uppdrag|synpunkt|idé)\w*)\b)"
_THING = (
    r"(?:(?:ett|en|sitt|sin|sina|nya|nytt|två|tre|\w+[nt]s|[\w-]+(?:a|iga|ella)|kommunernas|gemensamt|gemensam)\s)*"
    r"[\w-]*(?:förslag|underlag|utkast|rapport|svar|yttrande|plan|lista|prognos|redovisning|uppgift|statistik|siffror|"
    r"sammanställning|synpunkter|redogörelse|bild|beskrivning|material|namn|text|mall|rutin|brev|budget|offert|"
    r"inbjudan|enkät|kallelse|ansökan|skrivelse|information)\w*\b"
)
_TALK = r"(?:(?:kort|muntlig|snabb|bred|liten|kortfattad|längre)\w*\s)?(?:\w*dragning|genomgång|presentation|\w*redo)"
# Said of anybody at all, these say that something is to be done: the verb, and what must follow it.
PROMISE = {
    "tar": rf"(?:med (?:sig|{_MATTER})|tillbaka|på sig|hem|(?:\w+ )?kontakt(?:en)?|initiativ|fram|reda på|hand om|"
    rf"ansvar(?:et)? för|över {_MATTER}|{_MATTER} (?:vidare|hem|med sig|med sina?|tillbaka|till sig|till sina?))\b",
    "får": r"(?:med sig|ansvar(?:et)? för)\b",
    "återkommer": r"(?=[.,]|\Z|\s(?:till|med|om|i|kring|vid|på|senast|efter|när|så|inom|under|innan|före|den)\b)",
    "återkopplar": "", "återrapporterar": "", "undersöker": "", "kontaktar": "",
    "bjuder": r"in\b(?!\s(?:\w+\s){0,3}?till\s(?:\w+\s){0,2}?(?:invigning|firande|jubil|lunch|middag|fest|öppet|kaffe|"
    r"fika|premiär|vernissage))",
    "kallar": r"(?:(?:[\w-]+\s){0,4}?till|in)\b", "bokar": "", "mejlar": "", "mailar": "", "dubbelkollar": "",
    "skickar": r"(?:ut|över|runt|in|vidare|hem)\b",
    "sammanställer": "", "sammankallar": "", "svarar": r"för\b(?! sig)", "arbetar": r"fram\b", "arbeta": r"fram\b",
    "slutför": "", "bevakar": "",
    "gör": rf"(?:nu\s)?(?:en|ett)\s(?!{_TALK})",
    "kollar": "", "lyfter": rf"{_MATTER} (?:i|till|med|vidare)\b", "åtar": r"sig\b", "ombesörjer": "",
}  # fmt: skip
# Work, when those at the table, the staff or a group do it.
_ALWAYS_WORK = (
    "samordnar reviderar uppdaterar formulerar renskriver utformar kontrollerar inventerar beställer "
    "publicerar distribuerar ordnar fixar arrangerar förankrar ansöker översätter rekryterar utreder "
    "upprättar påbörjar färdigställer omarbetar bearbetar utarbetar kartlägger korrekturläser "
    "redigerar layoutar trycker rekvirerar införskaffar upphandlar anlitar säkerställer konkretiserar "
    "iordningställer tillfrågar beräknar kostnadsberäknar utvärderar nominerar analyserar planerar "
    "förbereder ringer hämtar verkställer sprider bistår levererar skissar tillskriver förhandlar "
    "uppvaktar anordnar tecknar vidarebefordrar efterhör förmedlar annonserar utlyser underrättar paketerar "
    "digitaliserar arkiverar avtackar"
)
# A person who answers for one of these has it to do; one who answers for a service has it for a job.
_CHORE = (
    r"(?:\w+ )?\w*(?:inbjudan|inbjudningar|utskick|bokning|lokal|program|kallelse|kontakt|sammanställning|"
    r"återkoppling|återrapportering|kommunikation|uppdatering|revidering|enkät|svar|underlag|dokumentation|material|"
    r"utvärdering|redigering|tryckning|förankring|annons|anmälan)(?:en|et|n|na|erna|arna)?"
    r"(?:[.,]|\Z|\s(?:till|av|inför|med)\b)"
)
# What is answered, unless it is only a question at the table.
_LETTER = r"(?:den|det|\w*(?:remiss|skrivelse|enkät|brev|förfrågan|motion|medborgarförslag))\w*\b"
_PLACE_TO_WORK = (
    r"(?:en|ett)\s(?:\w+\s)?\w*(?:grupp|yta|mapp|mall|dokument|lista|enkät|kanal|sida|kalender|tråd|process|arbete|"
    r"forum)\w*\b"
)
WORK = {
    **dict.fromkeys(_ALWAYS_WORK.split(), ""),
    "besvarar": r"(?!(?:\w+ )?frågor\b)", "tittar": r"(?:närmare|vidare)\b",
    "anmäler": r"(?:de|dem|sig|namn|deltagare|intresserade|oss|gruppen)\b(?! \w+ jäv)",
    "arbetar": r"vidare\b", "jobbar": r"vidare\b", "funderar": r"vidare\b",
    "påminner": r"(?!om\b)",
    "letar": r"(?:fram|upp|efter)\b", "begär": r"in\b", "skapar": _PLACE_TO_WORK, "startar": _PLACE_TO_WORK,
    "sköter": r"(?:kontakt|utskick|bokning|inbjud|anmälning)\w*",
    "informerar": r"(?:sin|sina|de andra|övriga|berörda)\b",
    "samlar": r"(?!(?:sig|på)\b)", "justerar": r"(?!\w*protokoll)", "kompletterar": r"(?!med att)",
    "bereder": r"(?!plats)",
    "skriver": r"(?:(?!(?:i|att|på|under|in sig)\b)|in\b|under på)", "skickar": r"(?!med\b|en hälsning)",
    "tar": rf"(?:upp (?:{_MATTER} (?:i|med|på|vid|till)|med)|ansvar|höjd|med|fram|"
    r"emot (?:anmälning|synpunkt|förslag|svar|ansökning)\w*|(?:en )?(?:dialog|diskussion|avstämning) med)\b",
    "lägger": r"(?:in|ut|upp|till)\b", "hör": r"(?:av sig|med|sig för|efter)\b",
    "räknar": r"(?:på|fram|om|ut|igenom)\b",
    "delar": r"(?:ut|(?:sin|sitt|sina)(?! (?:erfaren|bild|oro|syn|tank|uppfatt|åsikt))|"
    r"dokumentet|länken|presentationen|underlaget|mallen|filen|materialet)\b",
    "läser": r"(?:in sig|igenom)\b", "söker": r"(?:medel|pengar|bidrag|upp|nya|lokal\w*|finansiering)\b",
    "sätter": r"(?:ihop|samman|upp|igång)\b", "stämmer": r"av\b", "ser": r"(?:över|till)\b", "följer": r"upp\b",
    "gör": r"(?:klart?|i ordning|om|färdig\w*)\b",
    "håller": r"(?:i\b(?! (?:med|mötet|ordet|klubban|ordförande)\w*)|(?:ihop|samman)\b(?! gruppen| laget))",
    "drar": r"(?:igång|ihop)\b",
    "för": rf"{_MATTER} vidare\b",
    "meddelar": r"(?:(?:datum|tid|resultat|nytt|beslut|namn)\b|[\w-]+(?:en|et|na)\b(?! att))",
    "lämnar": rf"(?:in\b|över\b|{_THING})", "tillsätter": r"(?:en|ett)\b",
    "utser": r"(?:en|ett|sin|sina|kontakt|represent)\w*\b",
    "frågar": r"(?:sin|sina|efter|runt)\b", "bygger": r"upp\b", "går": r"(?:vidare med|ut med)\b",
    "fortsätter": r"(?:\w+ )?(?:arbetet|dialogen|att)\b", "ansvarar": rf"för (?:att\b|{_CHORE})",
    "svarar": rf"på {_LETTER}",
    "kommer": r"(?:med (?:ett|en|förslag|underlag|besked|svar)|in med)\b",
    "ger": r"förslag\b", "köper": "in\b",
}  # fmt: skip
# What a group is there for: its task only where a day or a meeting is given.
_STANDING = (
    "planerar förbereder bereder samordnar ordnar arrangerar anordnar analyserar följer sprider bistår "
    "förankrar håller går fortsätter söker samlar utvärderar stämmer upphandlar levererar"
)
STANDING = frozenset(_STANDING.split())
# What is said to the meeting, unless it is to be said at another.
_REPORT = (
    "redovisar presenterar rapporterar informerar berättar visar föredrar redogör beskriver inleder "
    "sammanfattar kommenterar lyfter belyser kompletterar skickar skriver tar gör meddelar anmäler "
    "diskuterar delar går håller bereder planerar inkommer yttrar ser följer samlar "
    "träffar besöker möter"
)
REPORT = frozenset(_REPORT.split())
# What nobody is given to do: how things are, what is thought and said, what a meeting decides and how it runs.
_NEVER = (
    "är har var blir kan ska skall bör måste vill behöver finns gäller står ligger sitter består ingår "
    "deltar medverkar närvarar börjar slutar startar upphör flyttar byter tillträder avgår ersätter "
    "efterträder jobbar driver leder betalar bekostar finansierar kostar ökar minskar växer väntar "
    "avvaktar saknar upplever känner vet förstår accepterar pågår sammanträder avser syftar "
    "omfattar innehåller innebär bygger utgör bidrar samverkar samarbetar hyr äger bor heter anger kräver "
    "medger tillhör erhåller uppgår beror riktar vänder prövar fungerar verkar råder sker träder löper "
    "kvarstår återstår upplevs utgår utför ser uppfattar räcker hinner hälsar öppnar avslutar tackar "
    "förklarar föreslår yrkar reserverar anser menar tycker undrar säger påpekar framhåller betonar "
    "understryker poängterar framför väcker önskar efterlyser hoppas tror konstaterar noterar instämmer "
    "stödjer stöder stöttar bifaller uppmärksammar varnar påminner tipsar flaggar gratulerar avrundar "
    "resonerar reflekterar ifrågasätter hänvisar jämför pekar välkomnar beklagar klargör bekräftar "
    "invänder beslutar fastställer godkänner antar bordlägger avslår tillstyrker avstyrker rekommenderar "
    "förordar antecknar beviljar väljer remitterar återremitterar uppdrar ställer hjälper kallas fattar "
    "bemyndigar delegerar åker reser bevistar hade fick kommer får ber bad uppmanar ansvarar svarar "
    "arbetar håller lägger gör lämnar tolkar lever tänker avstår jävar justerar möts ombeds "
    "räknar problematiserar exemplifierar nyanserar vidhåller inflikar tillägger frågade bedömer uppskattar "
    "inför öppnar stänger renoverar lanserar"
)
NEVER = frozenset(_NEVER.split())
# What is done again and again, or has long been done, is nobody's new task.
HABIT = Pattern(
    r"\b(?:varje (?:år|månad|vecka|dag|termin)|per (?:år|månad|termin)|årligen|alltid|ofta|oftast|normalt|vanligen|"
    r"brukar|redan|just nu|idag|i dag|sedan (?:19|20)\d\d|återkommande|regelbundet|löpande|hittills)\b"
)
