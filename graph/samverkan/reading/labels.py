"""Labels and headings that stand where lines were, in a page that has lost its lines or some of them."""

import re

from samverkan.reading.patterns import Pattern

# Headings of lists of people, one word or more, with their colon.
PEOPLE = (
    r"(?:Närvarande|Inte|Ej|Icke|Frånvarande|Förhinder|Anmäl[td]|Deltagare|Ledamöter|Ersättare|Beslutande|Ordinarie|"
    r"Tjänstgörande|Adjungerade?|Inbjudna|Inbjuden|Gäst|Gäster|Återbud|Suppleanter|Medverkande|Föredragande|Övriga|Tjänstemän|Tjänstepersoner|Politiker|Förtroendevalda)"
    r"(?: (?i:ej|inte|icke|och|samt|närvarande|frånvarande|tjänstgörande|ordinarie|ledamöter|ersättare|deltagare|"
    r"tjänstemän|tjänstepersoner|politiker|förtroendevalda|adjungerade|förhinder|gäster|inbjudna)){0,4}"
    r"(?=\s?:|\s[A-ZÅÄÖ][a-zåäö-]+(?:\s(?:kommun|stad))?:\s[A-ZÅÄÖ])"
)
# `Sala: Anna Ek (S), Bo Alm (M) Heby: Eva Öst, kommunchef`: whose the people are, one after the other.
_OF_SIDE = (
    r"(?=[A-ZÅÄÖ][a-zåäö-]+(?:\s(?:kommun|stad))?:\s[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){1,2}"
    r"(?:\s\([A-ZÅÄÖ]|,\s[a-zåäö]))"
)
# Labels that open a part of the meeting's head; in a page that is one line they are where lines were.
LABELS = Pattern(
    rf"(?<=\s)(?:(?=(?:Plats|Lokal|Tid|Datum|Dag och tid|Plats och tid|Tid och plats|Sekreterare|Ordförande|Justerare|"
    rf"Paragrafer|Utses att justera|Justeringens plats och tid|Underskrifter):|{PEOPLE})|"
    r"(?=(?:Till (?:justerare|justeringsperson)|Att justera) (?:utses|utsågs|väljs|valdes)\b)"
    r"|(?=Vid (?:protokollet|anteckningarna|pennan):?\s[A-ZÅÄÖ])"
    rf"|{_OF_SIDE}"
    r"|(?=(?:Utses|Utsedd|Utsedda|Utsågs) (?:att justera|till (?:justerare|justeringsperson)) [A-ZÅÄÖ])"
    r"|(?=(?:Närvarande|Tjänstemän|Tjänstepersoner|Politiker|Förhinder|Frånvarande|Innehåll|Plats|Plats och tid|"
    r"Tid och plats|Sammanträdesplats|Justeringens plats och tid|Vid protokollet|"
    r"Vid anteckningarna|Justeras|Sida \d+ av \d+|Startsida Sida|Underskrifter:?)\s[A-ZÅÄÖ]))"
)
# Headings of lists that have lost their colon with their line: a name follows.
GROUPS = Pattern(
    r"(?<=[^.,]\s)(?:(?:(?:Ej |Icke )?[Tt]jänstgörande |Ordinarie |Personliga )?(?:[Ll]edamöter|[Ee]rsättare)|"
    r"Beslutande|Adjungerade|Frånvarande|Inbjudna|Deltagare|Övriga(?: deltagare| deltagande| närvarande)?|Tjänstemän|"
    r"Justerare|Sekreterare)"
    r"(?: (?:[Ll]edamöter|[Ee]rsättare))?(?: (?:Namn|Parti|Kommun|Huvudman|Närv(?:arande|\.)|Ja/Nej|"
    r"(?:Tjänstgörande|Tjg\.?)(?: för)?))*\s+(?:\w+(?:chef|direktör)\s+)?(?P<given>[A-ZÅÄÖ][\wåäöé-]+)\s[A-ZÅÄÖa-z]"
    r"|(?<=\s)Paragrafer\s\d"
)
# The first item of an agenda in such a page: `§ 12 Val av justerare`, `1 Mötets öppnande`.
ITEM = Pattern(
    r"(?<=[^,(§\s]\s)(?=(?<!ej )(?<!från )(?<!till )(?<!tom )(?<!from )(?<!o m )(?<!o\.m\. )(?<!utom )"
    r"§\s?\d{1,3}\s+(?P<word>[A-ZÅÄÖ][a-zåäö]+)(?!:)|1[.:]?\s+(?:Mötets?|Inledning|Öppnande|Välkom|Val\b|"
    r"Dagordning|Godkännande|Upprop|Fastställande|Föregående))"
    r"|(?<=\d\)\s)(?=\d{1,3}[.:]?\s+[A-ZÅÄÖ][a-zåäö])"  # `2 (9) 71 Budget`: behind the number of the page
    r"|(?<=(?:19|20)\d\d-\d\d-\d\d\s)(?=\d{1,3}[.:]?\s+[A-ZÅÄÖ][a-zåäö]+\s[a-zåäö])"  # or behind its day
)
# The same in the middle or at the end of a shorter line.
LIST_LABEL = re.compile(
    rf"(?<=[^\s:])\s+(?={PEOPLE}|(?:Sekreterare|Justerare):)|(?<=[a-zåäö]\.)\s+(?=(?:Ordförande|Sammankallande):\s[A-ZÅÄÖ])"
)
# Words that belong to the label after them.
LABEL_BEGINS = (
    "ej",
    "inte",
    "icke",
    "anmält",
    "anmäld",
    "övriga",
    "närvarande",
    "ledamöter",
    "tjänstgörande",
    "mötets",
    "frånvarande",
    "beslutande",
    "anmälda",
)
# A sentence that counts up who was there; the next one speaks of others.
COUNTS_UP = Pattern(
    r"(?:(?:På|Vid|I|Under) (?:\w+ )?\w+ (?:deltog|deltar|medverkade|närvarade)|Deltog|Närvarande (?:\w+ \w+ )?var)\b"
)
