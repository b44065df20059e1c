"""Tables of Swedish words that tell where a name ends, and of capitals and short forms that name nothing."""

from samverkan.reading.things.table import table

# Words that never stand inside a name's complement: pronouns, adverbs, conjunctions, prepositions of the clause.
STOPS = table(
    """som att när där då vilken vilket vilka men utan eftersom därför samtidigt dessutom även också nu redan inte ej
    den det de denna detta dessa en ett han hon hen vi ni man sig sin sitt sina deras dess jag oss er hos på med under
    inför efter före sedan senast enligt genom utifrån tillsammans ihop med utom förutom trots via per ur upp ut bland
    därefter därmed idag igen framöver här sida bilaga bilagor se dnr diarienr kl ca nr ska innan medan tills varför
    hur vad vem samtliga alla någon något några ingen inga inget varje flera mer mest mindre januari februari mars
    april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag ute klar
    klart klara utskickad utskickat utskickade bifogad bifogat reviderat reviderade uppdaterad så både såväl
    antingen dels bara endast just cirka nästa föregående kommande"""
)
# Prepositions that may go on a name: `överenskommelse om samverkan vid in- och utflyttning från särskilt boende`.
LINKS = table("""om för kring avseende gällande rörande angående mot inom av i vid från till mellan""")
AND = table("och samt eller & respektive")
# Finite verbs of minutes; they end a name. Regular endings are in `is_verb`.
VERBS = table(
    """är var blir blev har hade ska skall skulle kan kunde kommer kom får fick går gick gör gjorde bör borde måste
    vill ville ger gav ges gavs tar tog tas togs ligger låg står stod ställer ställde ställs säger sade sa ser såg
    sitter satt finns fanns gäller gällde träder trädde håller höll hålls hölls heter kallas menar menade anser
    ansåg visar visade visas behöver behövde beslutar beslutade beslutas beslutades beslutat godkänns godkändes
    godkänner godkände antas antogs antar antog fastställs fastställdes fastställer bordläggs bordlades avslås
    avslår skickas skickades sänds sändes sänder remitteras återremitteras ansvarar ansvarade svarar svarade
    omfattar omfattade innehåller innehöll består bestod ingår ingick tillhör deltar deltog medverkar medverkade
    lämnar lämnade lämnas överlämnas föreslår föreslog föreslås utser utsåg utses utsågs väljer valde väljs valdes
    bereder beredde bereds förbereder leder ledde leds arbetar arbetade samverkar samarbetar samordnar samlar
    föredrar föredrog berättar berättade talade talar inledde inleder inleds startar startade startas pågår pågick
    börjar började slutar upphör upphörde löper fortsätter fortsatte följer följde följs förklarar förklarade
    betonar betonade lyfter lyfte lyfts tackar tackade hälsar hälsade önskar önskade efterlyser påminner påminde
    återkommer återkom ersätter ersatte ersätts bildar bildas bildades bildade bygger byggde stöder stödjer styr
    undertecknas undertecknades undertecknat tecknar tecknas tecknades tecknat träffas träffades slöts sluter ingås
    ingicks ingåtts ingått tillstyrker tillstyrks avstyrker yttrar uppdrar läggs lägger lade lades förs förde
    framförs framfördes beskrev beskriver tillsätter tillsatte åvilar äger ägde ägs förvaltar företräds företräder
    representerar representeras utgör utgörs utgjorde växlar roterar skjuts sköts möts möttes mötte möter träffades
    träffar
    rapporterar bistår behandlar behandlades behandlas prövar finansierar avser avsåg avslutas avslutades planerar
    planeras genomförs genomfördes genomför tillträder tillträdde avgår avgick efterträder efterträdde efterträds
    efterträddes lyder låter
    handlar saknas saknar krävs kräver innebär innebar syftar verkar gynnar stärker skapar väntar väntas beräknas
    kvarstår byter bytte ändras ändrades kompletteras justeras noterar noteras antecknar antecknas tackades
    tjänstgör nås når blivit varit fått gått tagit gett givit lämnat gjort kommit tagits lämnats beslutats antagits
    godkänts anmälts haft fungerar öppnar öppnas stängs flyttas förlängs förlängdes förlängas
    utvecklas utvecklades används användes pausas pausades avbryts avbröts drivs drevs fortlöper
    bedrivs bedrevs upphandlas lanserades
    sker skedde driver drev sköter sköts hanterar kallar innehas innehar innehades
    inkommer inkom hanteras hanterades hör åker höll lyser ökar minskar kräver liknar rör berör delas delades skrivs
    skrevs"""
)
# Verbs of the first conjugation by their stem: `redovis` stands for redovisar, redovisade, redovisat, redovisas …
_STEMS = table(
    """redovis start påpek undr berätt sammanfatt bevak efterfråg yrk hopp upprätt ordn anordn invänt avvakt kost
    uppman bekräft utök påverk uppskatt avslut prat stann fatt överklag rikt växl ändr samarbet samverk bejak påkall
    samtal utbild förvänt erbjud bearbet sammankall anställ"""
)
_STEM_ENDINGS = ("ar", "ade", "at", "as", "ades", "ats")
_OTHER_VERBS = table(
    """knuten knutna knutet
    frågar frågade samlas samlades skickar mejlar beviljas styrs framhåller läste fastställde avslog inrättas sjunker
    stiger betalar betalas hjälper ansluter ansluts inbjuds nämner stänger återstår testar erbjuder erbjuds nått räcker
    görs söker sökte söks utreder utredde utreds undersöker undersökte växer växte tänker läser ber bad köper säljer
    sprider skrev skriver skrivits anmäler anmälde anmäls bidrar bidrog drar drog kräver dröjer märks syns känner tror
    trodde tycker tyckte bedömer bedömde bedöms sammanträder sammanträdde införs infördes redogör redogjorde bjuder
    inbjuder sammanställer sammanställs sammanställde vinner byggs byggdes tillförs höjer sänker föreläser föreläste
    förbereds förberedde deltas drivit ordnas beretts starta startas avslutas förlängas genomföras utvärderas pågå
    fortsätta slutits sluts slöt skrevs skrivas slutas stängt varierar löst löser ringer besöker besökte bär bar
    bifogas bilades bifogades
    utökas råder kvarstod uppstår uppstod inträffar inträffade bistod efterföljs ersattes omvandlas avvecklas drabbas
    upphandlar upphandlade håller"""
)
_FORMS = frozenset(stem + ending for stem in _STEMS for ending in _STEM_ENDINGS)
_VERB_ENDINGS = ("erar", "erade", "eras", "erades", "erats", "ades", "ats", "tts", "ises", "igar", "igade")
# Nouns that end like verbs.
_NOT_VERBS = table("barn unga ungas kadrar ägarens mats plats insats arbetsplats statens")


def is_verb(word: str) -> bool:
    """Whether a small-letter word is a finite verb, by a list and by its ending.

    >>> is_verb("presenterades"), is_verb("samverkan"), is_verb("insats")
    (True, False, False)
    """
    if word in VERBS or word in _OTHER_VERBS or word in _FORMS:
        return True
    if word.endswith("as") and len(word) > 6 and not word.endswith(("nas", "ras", "sas", "das")):
        return True
    return word.endswith(_VERB_ENDINGS) and word not in _NOT_VERBS and not word.endswith(("plats", "insats", "sats"))


# Words that stand before what a form's line says; no name goes on over them.
FORM_WORDS = table(
    """Sammanträdesdatum Mötesdatum Datum Plats Tid Lokal Sida Paragraf Paragrafer Närvarande Frånvarande Beslutande
    Ledamöter Ersättare Deltagare Protokoll Sammanträdesprotokoll Minnesanteckningar Anteckningar Dagordning Kallelse
    Ordförande Sekreterare Justerare Diarienummer Dnr Blad Bilaga Organ Förhinder Övriga"""
)
MONTHS = table("januari februari mars april maj juni juli augusti september oktober november december")
NUMERALS = table(
    "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo"
)
# What a document is called; no part of the name of the body that follows.
PAPERS = table(
    """anteckningar minnesanteckningar minnesanteckning protokoll sammanträdesprotokoll mötesprotokoll
    direktionsprotokoll kallelse
    dagordning föredragningslista agenda mötesanteckningar protokollsutdrag utdrag sammanträde möte remiss remissvar
    yttrande
    punkt nyhet paragraf
    information rapport förslag uppföljning redovisning ansökan val bilaga ärende avtal presentation revidering beslut
    ordförande"""
)

# Adjectives that belong to a name before its noun, with the base form for an indefinite noun of common gender.
ADJECTIVE_ENDINGS = (
    "ska", "sk", "skt", "ala", "al", "alt", "ella", "ell", "ellt", "iva", "iv", "ivt", "gemensam", "gemensamma",
    "gemensamt",
    "ära", "är", "ärt", "övergripande", "förebyggande", "rådgivande",
)  # fmt: skip
ADJECTIVES = table(
    """norra södra östra västra mellersta nordöstra sydöstra nordvästra sydvästra övre nedre stora lilla nya social
    sociala socialt digital digitala digitalt politisk politiska politiskt öppna god goda trygg trygga stark starka hel
    jämlik hållbar nära kommunal kommunala specifik specifika specifikt
    kommunalt"""
)
# Adjectives that only describe; a name does not begin with them.
DESCRIBING = table(
    """gemensam gemensamma gemensamt ny nya nytt konkret konkreta särskild särskilda särskilt politiska operativa
    operativ operativt strategisk strategiskt strategiska övergripande aktuell aktuella aktuellt långsiktig
    långsiktiga slutlig slutliga preliminär preliminära formell formella fullständig generell generella praktiska
    individuell individuella speciell speciella tidigare generellt intern interna internt extern externa möjlig
    möjliga reviderad final finala färska original faktiska kontinuerliga initial initiala"""
)
# Geographic adjectives make a name even of an indefinite noun: `småländsk kulturstrategi`, `nationell plan för …`.
GEOGRAPHIC = (
    "region",
    "delregion",
    "nation",
    "europe",
    "nordisk",
    "svensk",
    "länsgemensam",
    "interregional",
    "mellankommunal",
)


def is_adjective(word: str) -> bool:
    """Whether a small-letter word may be an adjective within a name."""
    low = word.lower()
    return low in ADJECTIVES or (len(low) > 3 and low.endswith(ADJECTIVE_ENDINGS))


def is_geographic(word: str) -> bool:
    """Whether an adjective says where: `regional`, `nationella`, `halländsk`, `skånsk`."""
    low = word.lower()
    if low in DESCRIBING:
        return False
    return low.startswith(GEOGRAPHIC) or low.endswith(("ländsk", "ländska", "skånsk", "skånska", "götsk", "götska"))


# Landscapes and other areas that stand last in the names of organisations: `Almi Halland`.
AREAS = table(
    """Skåne Halland Blekinge Småland Öland Gotland Västergötland Östergötland Bohuslän Dalsland Värmland Närke
    Västmanland
    Södermanland Sörmland Uppland Gästrikland Hälsingland Dalarna Härjedalen Jämtland Medelpad Ångermanland Västerbotten
    Norrbotten Lappland Kronoberg Gävleborg Västernorrland Skaraborg Sjuhärad Fyrbodal Norrland Svealand Sydsverige
    Mälardalen
    Bergslagen Sverige Göteborg Stockholm Malmö"""
)

# Short forms and capitals that name no single thing.
NOT_THINGS = table(
    """AI IT IKT ICT HR PM VD EU FN USA UK UAE TV ST AT SIP BUP HVB SÄBO BVC MVC NPF NPO IVA HIA HLR SFI VFU YH APL PDF
    URL WWW BNP BRP BRB GIS BIM IBIC ICF KVÅ ROAG FAQ CV MP SD KD M S C L V FP ÖVP VOO KL TBE HPV PPT SWOT VAB ADHD
    PTSD KBT MI
    DBT SMS QR IoT SAM LCA CO2 UTC VAD HUR VARFÖR JA NEJ NATO COVID COVID-19 SARS RS RF DNR SFS SOU LOL OK OBS ID AB KB
    HB ALF MSEK SEK
    MKR TKR KR KSEK EUR EUF ERUF ESF LONA Teams Zoom Skype Covid Covid-19 Corona Coronapandemin Internet Facebook
    Twitter LinkedIn Excel Word Outlook Powerpoint PowerPoint Sharepoint SharePoint Webb KPI NKI PTP BVF MAS
    BBIC CCC LSS RTP CVB VoO FoU
    SoS APT IFO PCB PFAS ESF-medel PDCA SBAR NEWS VISS GPS RMR ISP KF KS RKS KSAU NY AV OCH ATT FÖR"""
)
