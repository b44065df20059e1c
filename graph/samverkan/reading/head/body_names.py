"""What a body is called, by the words that name it: without dates and terms, in the form of running text."""

import re

from samverkan.reading.head.body_forms import is_strong
from samverkan.reading.layout import Layout
from samverkan.reading.people.roles import BODY_NOUN

_CUT = re.compile(
    r"\s*(?:\|(?=\s|\Z)|,?\s*\b(?:den\s+)?\d{1,2}[:e]*\s*(?:[-–]\s*\d{1,2}\s+)?(?:januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december)\b"
    r"|\b(?:19|20)\d\d-\d\d|\b\d{1,2}/\d|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\s(?:Sammanträdes|Mötes)?(?:datum|dag|tid|plats)\b|\b\d{6,8}\b|\s-\s|\s–\s|\.\s|\.\Z|,\s*\b(?:den|kl|måndag|tisdag|onsdag|"
    r"torsdag|fredag)|\bkl\b|\bnr\s?\d|§|\t|\bden\s+\d"
    r"|,\s+(?=[A-ZÅÄÖ][\wåäö]*(?:hus|huset|hotell|hotellet|gård|gården|sal|salen|lokal|lokaler|kansli|kansliet|centrum)\b)"
    r"|,\s+(?=(?-i:[A-ZÅÄÖ])[^,]*\Z)(?!.*\boch\b)|\((?=[A-ZÅÄÖ]{2,6}\))"
    r"|\b(?:mån|tis|ons|tors|fre)dag(?:en)?\b"
    r"|\s+(?:vid|på)\s+(?!(?:Gotland|Öland|Orust|Tjörn|Värmdö|Ekerö)\b)(?=\w+\s*\Z)).*", re.I | re.S
)  # fmt: skip
# The term behind the name of a body: `Styrelse 2019-2022`, `Nämnden (2023–2026)`, `Rådet mandatperioden 2023/26`.
_TERM = re.compile(
    r"[\s,:–-]*\(?(?:(?:för\s+)?(?:mandat(?:perioden|tiden|period|tid)?|perioden|åren|år)\s*)?"
    r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?\)?\s*\Z", re.I
)  # fmt: skip
_ITS_PLACES = re.compile(r"\s+[-–]\s+[A-ZÅÄÖ][\wåäö]+(?:(?:,| och)\s+[A-ZÅÄÖ][\wåäö]+)+\Z")  # `Rådet – Sala, Heby`
_ITS_PEOPLE = re.compile(
    r"(?:\s+[-–]\s+|:\s*|(?<=[a-zåäö])s\s+)(?:ledamöter|sammansättning|deltagare|medlemmar|representanter|politiker|"
    r"organisation|förtroendevalda|uppdrag|kontaktuppgifter|kontaktlista|kontakt|adresslista)(?:\s(?:och|samt)\s\w+)?"
    r"(?:\s(?:från|fr|per|den|år|under|för|i|\d).*)?\Z", re.I
)  # fmt: skip
# What a heading says before the body whose people follow: `Ledamöter och ersättare i`, `Vilka ingår i`.
_PEOPLE_OF = re.compile(
    r"(?:(?:vilka|vem|vi|de|här|så|är|det|ser|du|som|sitter|ingår|med|finns|våra|nuvarande|nya|valda|ordinarie|aktuella|övriga|andra|"
    r"utsedda|ledam\w+|ersättar?\w*|representant\w*|medlem\w*|deltagar\w*|sammansättning\w*|förtroendevalda|politiker\w*|"
    r"tjänste(?:person|män)\w*|presidi\w+|kontakt\w*|personer\w*|organisation\w*|ordförande|sekreterare|och|samt)\s+)+"
    r"(?:i|av|för|på)\s+(?:(?:den|det|vår|vårt)\s+)?", re.I
)  # fmt: skip
# What stands before a body in the title of its page and is none: `Organisation och styrelse`
_NO_BODY_FIRST = re.compile(
    r"(?:Vår\s)?(?:Organisation(?:en)?|Uppdrag(?:et)?|Verksamhet(?:en)?|Ägare|Ägarna|Medlemmar(?:na)?|Förbundet|Förening(?:en)?|"
    r"Kontakt|Ekonomi|Politik|Styrning|Bolaget|Om\s\S+)\Z",
    re.I,
)
# What a page tells of beside its body, in its heading.
_BESIDE = re.compile(
    rf"(?:(?:dess|dess?a|övriga|våra|deras|andra)\s)?(?:[\wåäö-]*{BODY_NOUN.pattern}|[\wåäö-]*(?:grupper(?:na)?|utskott|beredningar|nämnder|"
    r"kommittéer|team|revisorer(?:na)?|revision(?:en)?|kansli(?:et)?|ledamöter|ersättare|ombud|personal|medarbetare|"
    r"kontaktpersoner|tjänstepersoner|tjänstemän|stab|uppdrag|möten|protokoll|handlingar|organisation|medlemmar))",
    re.IGNORECASE,
)
# `styrgruppen för Norra Leden`: what a body is called once, and by its noun alone elsewhere
_OF_WHAT = (
    r"\s+för\s+(?P<of>[A-ZÅÄÖ][\wåäöé-]+"
    r"(?:\s(?:[A-ZÅÄÖ][\wåäöé-]+|(?<=-\s)(?:och|&)\s[\wåäö]+)){0,5})"
)
_OF_OTHERS = re.compile(r"(?:s|.\s[a-zåäö]+s)\s[a-zåäö]")  # `styrgruppen för Norra Ledens vuxenutbildning`
_WHOSE = r"[A-ZÅÄÖ][\wåäö-]{3,40}s(?: [a-zåäö]{4,20}a)?"  # `Norra Ledens politiska` before `styrgrupp`
_BY_NOUN = re.compile(r"(?:[Dd]e[nt]\s)?(?P<noun>(?:[\wåäöÅÄÖ]+a\s)?[\wåäöÅÄÖ]+(?:en|et|n))\Z")
# What a page of a body calls a part of it, or its office.
PART_OF_BODY = re.compile(r"(?:\w*[Pp]residi(?:um|et)|Kansli(?:et)?|Valberedning(?:en)?|Sekretariat(?:et)?)\Z")
# What a page is headed that tells of a body without its name.
OVER_A_BODY = re.compile(
    r"(?:(?:Beredande|Beslutande|Styrande|Rådgivande) organ|"
    r"(?:Vår )?[Pp]olitiska? (?:ledning(?:en)?|styrning)|Högsta ledning(?:en)?|Så styrs vi)\Z"
)
_DOES = "(?:är|består|har|ansvarar|leder|möts|träffas|utgörs)"
_ENDINGS = ("n", "en", "et")
_DEFINITE = {"Direktion": "Direktionen", "Förbundsdirektion": "Förbundsdirektionen", "Nämnd": "Nämnden"}


def without_term(words: str) -> str:
    """A heading without the term behind it: `Presidium 2023` is `Presidium`."""
    return _TERM.sub("", words)


def of_page(text: str, words: str) -> str:
    """The body that a heading of a page names: without its term, its short form and the word for its people.

    >>> of_page("Styrelsen leder arbetet.", "Styrelse 2019-2022")
    'Styrelsen'
    >>> of_page("", "Ledamöter i Hälsorådet (HR)")
    'Hälsorådet'
    """
    parts = words.split(" | ")
    words = next((part for part in parts if BODY_NOUN.search(part)), words)
    bare = re.sub(r",\s*[A-ZÅÄÖ]{2,6}\Z|\s*\([^)]*\)\Z", "", _TERM.sub("", " ".join(words.rstrip("?").split())))
    bare = _ITS_PLACES.sub("", bare)
    bare = _ITS_PEOPLE.sub("", _PEOPLE_OF.sub("", bare, count=1) if _PEOPLE_OF.match(bare) else bare).strip(" :–-!")
    first, _, second = bare.partition(" och ")
    own = " " not in first or second.startswith(("dess ", "deras "))
    if second and own and BODY_NOUN.search(first) and _BESIDE.fullmatch(second):
        bare = first  # `Styrelse och beredningsgrupp`, `Styrgrupp och arbetsgrupper`, `Nämnden och dess presidium`
    first, *rest = re.split(r"\s(?:och|&)\s", bare, maxsplit=1, flags=re.I)
    if rest and BODY_NOUN.search(rest[0]) and _NO_BODY_FIRST.match(first):
        bare = rest[0].lower() if rest[0].isupper() else rest[0]  # `Organisation och styrelse`
    bare = re.sub(r"\A(?:Vi är|Om|Fakta om|Kort om|Välkommen till)\s+(?=\w)", "", bare)
    bare = bare[:1].upper() + bare[1:]
    bare = _DEFINITE.get(bare, bare)
    return _as_the_text_goes_on(text, in_running_text(text, bare))


_GENERIC = re.compile(r"(?P<noun>Styrelsen|Nämnden|Rådet|Gruppen|Direktionen|Utskottet|Nätverket)")


def _as_the_text_goes_on(text: str, name: str) -> str:
    """`Samrådet` alone is `Samrådet för hälsa` where a sentence of the text begins with that."""
    if " " in name or not name:
        return name
    told: set[str] = set(
        re.findall(
            rf"(?m)^([A-ZÅÄÖ][^.,:;!?\n]{{3,80}}? ?{re.escape(name.lower())}(?: [A-ZÅÄÖ][\w–-]+)*) {_DOES}\b", text
        )
    )
    if not told and (board := _GENERIC.fullmatch(name)):
        told = set(re.findall(rf"(?:(?m:^)|(?<=[.!?] ))([A-ZÅÄÖ][a-zåäö]+{board['noun'].lower()}) {_DOES}\b", text))
    if len(told) == 1:
        return told.pop()  # `Gemensamma lönenämnden Sala-Heby har tio ledamöter` below `Nämndens sammansättning`
    fuller = re.search(rf"(?<![^\s.]){re.escape(name)} för [^.,;:\n]{{3,50}}?(?= {_DOES}\b)", text)
    return fuller[0] if fuller else name


def whole(text: str, name: str) -> str:
    """`Den lokala styrgruppen` is `lokala styrgruppen för Norra Leden` where the text says so of nothing else.

    >>> whole("I maj möttes styrgruppen för Norra Leden i Sala.", "Styrgruppen")
    'Styrgruppen för Norra Leden'
    """
    alone = _BY_NOUN.match(name)
    if alone is None or not BODY_NOUN.search(name):
        return name
    found = re.finditer(rf"(?<![\wåäö])(?i:{re.escape(alone['noun'])}){_OF_WHAT}", text)
    told = {" ".join(each["of"].split()) for each in found if not _OF_OTHERS.match(text, each.end() - 1)}
    if len(told) == 1:
        return f"{alone['noun']} för {told.pop()}"
    noun = re.sub(r"\A.*\s|(?:en|et|n)\Z", "", alone["noun"]).lower()
    whose = {each[0] for each in re.finditer(rf"(?<![\wåäö]){_WHOSE} {re.escape(noun)}(?![\wåäö])", text)}
    return whose.pop() if len(whose) == 1 and not told else name


def in_running_text(text: str, name: str) -> str:
    """A noun alone in the form that the text has for it: `Styrelse` is `Styrelsen` where the text says so."""
    if " " in name or not re.fullmatch(r"[A-ZÅÄÖ]?[a-zåäöé-]+", name):
        return name
    small = re.escape(name[1:])
    for ending in _ENDINGS:
        if re.search(rf"(?<![\wåäö])[{name[0].upper()}{name[0].lower()}]{small}{ending}s?(?![\wåäö])", text):
            return name + ending
    return name


def under(parent: str, name: str) -> str:
    """`REGIONSTYRELSEN` and `Arbetsutskottet` below it: regionstyrelsens arbetsutskott."""
    parent = parent.lower() if parent.isupper() else parent
    bare = re.sub(r"(?<=utskott)et\Z|(?<=grupp)en\Z|(?<=edning)en\Z", "", name)
    return f"{parent}s {bare[0].lower()}{bare[1:]}"


# `Regionstyrelsens protokoll februari 2022`, `Styrgruppens minnesanteckningar`.
_ITS_MINUTES = re.compile(r"(?<=[nt])s\s+(?:\w+\s)?(?:protokoll|\w*anteckningar|möte|sammanträde)(?![\wåäö]).*")


def spelled_out(layout: Layout, name: str) -> str:
    """`NÄVA` as the head spells it out: `NÄVA – Nära vård i Ådalen`, `Nära vård i Ådalen (NÄVA)`."""
    if not name.isupper() or " " in name:
        return name
    for line in layout.lines[:15]:
        first, _, rest = line.text.partition(" ")
        if first.rstrip(":") == name and rest[:1] in "-–(:" and len(line.text) <= 110:
            return rest.strip(" -–():")
        if line.text.endswith(f" ({name})") and len(line.text) <= 110:
            return line.text.removesuffix(f" ({name})")
    return name


_SOME_OF = re.compile(
    r"(?:[Pp]olitikerna|[Ll]edamöterna|[Mm]edlemmarna|[Rr]epresentanterna|[Dd]eltagarna|[Cc]heferna|[Tt]jänstepersonerna|"
    r"[Tt]jänstemännen|[Pp]arterna|[Kk]ommunerna|[Rr]egionerna|[Kk]ommunpolitikerna|[Rr]egionpolitikerna|[Ff]örtroendevalda)"
    r"\s(?:i|inom|från|bakom)\s(?:den\s|det\s)?"
)


def without_people(name: str) -> str:
    """The body in the words for those who sit there: `Politikerna i Hälsorådet` is `Hälsorådet`."""
    bare = _SOME_OF.sub("", name, count=1)
    return bare if BODY_NOUN.search(bare) else name


def in_small_letters(text: str, name: str) -> str:
    """`SOCIALA BEREDNINGEN` as running text has it: as it stands elsewhere in the text, else with one capital."""
    if not name.isupper() or BODY_NOUN.search(name) is None:
        return name
    other = next((each[0] for each in re.finditer(re.escape(name), text, re.I) if not each[0].isupper()), None)
    small = " ".join(_small(text, word) for word in name.split())
    return other or small[0].upper() + small[1:]


def _small(text: str, word: str) -> str:
    """A word of capitals as running text has it: a short one that is no word of its own stays as it is (`SIP`)."""
    small = word.lower()
    if len(word) <= _SHORT and small not in _SMALL_WORDS and not re.search(rf"\b{re.escape(small)}\b", text):
        return word
    return small if _is_noun(text, small) else small.capitalize()


_SHORT = 3  # letters
_SMALL_WORDS = frozenset(
    ("och", "för", "i", "på", "av", "om", "vid", "hos", "ur", "råd", "nya", "ny", "vår", "en", "ett")
)


def _is_noun(text: str, word: str) -> bool:
    """Whether the text nowhere writes a word with a capital inside a sentence."""
    return re.search(rf"(?<=[a-zåäö,] ){re.escape(word.capitalize())}(?![\wåäö])", text) is None


_ORGANISED = r"(?=[^,]*(?:förbund|förbundet|räddningstjänst|brandkår|AB|[Kk]ommuner)\b)"
_BOARD_OF = re.compile(
    rf"((?:[Ff]örbunds)?(?:[Dd]irektionen|[Ss]tyrelsen))[ ,]+(?=[A-ZÅÄÖ])(?:(?=\S+ [A-ZÅÄÖ])|{_ORGANISED})"
    rf"|([Aa]rbetsutskottet)[ ,]+(?=[A-ZÅÄÖ]){_ORGANISED}"
)


def of_board(name: str) -> str:
    """`Direktionen Ådalens kommunalförbund` is the board, and whose it is stands behind."""
    board = _BOARD_OF.match(name)
    return board[1] or board[2] if board else name


def _naming(parts: list[str]) -> str:
    """The part with dashes around it that names a body."""
    named = [part for part in parts if BODY_NOUN.search(part)] or parts
    return next((part for part in named if is_strong(part)), named[0])


_PAGE = re.compile(r"\A\d{1,2}\s(?=[A-ZÅÄÖ])")  # its number, before what stands first on it


def clean(words: str) -> str:
    """A name without the date, the hours, the number and the short form behind it; of parts with dashes the body's."""
    parts = re.split(r"\s[-–]\s", _PAGE.sub("", " ".join(words.split())))
    words = _CUT.sub("", parts[0] if len(parts) == 1 else _naming(parts))
    words = re.sub(r"(?<=[a-zåäö])s?,?(?:\s+(?:gemensamt|extra|ordinarie))?\s+(?:möte|sammanträde)\Z", "", words)
    words = re.sub(r"(grupp|råd|nämnd|nätverk|forum)s(?:möte|träff|sammanträde)(?:t|en)?\b", r"\1", words)
    words = re.sub(r"\A(\w+(?:en|et))s(?=\s+för\s)", r"\1", words)
    words = _ITS_MINUTES.sub("", words)
    words = re.sub(
        r"\s+(?:sammanträdes)?protokoll(?:\s\d{1,2}\s?\(\d{1,2}\))?\Z|\s+(?:minnes)?anteckningar\Z",
        "",
        words,
        flags=re.I,
    )
    return words.strip(' ,.;:–-/"”')


def fuller(text: str, name: str) -> str:
    """`X till Y` is a body X that works for Y: X by the fullest name that the text gives it, with its adjective."""
    match = re.match(r"(?P<own>[A-ZÅÄÖ]?[\wåäö-]+)\s+till\s+[A-ZÅÄÖ]", name)
    if match is None or not BODY_NOUN.search(match["own"]):
        return name
    noun = re.escape(match["own"][1:])
    fuller = re.search(
        rf"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäö]+ [{match['own'][0]}{match['own'][0].lower()}]{noun}(?:en|et)?\b", text
    )
    return " ".join(fuller[0].split()) if fuller else name


def longer(layout: Layout, name: str) -> str:
    """`Samrådsgruppen` is `Samrådsgruppen för social välfärd` where a line of the head is that and nothing else."""
    for line in layout.lines[:12]:
        if (
            line.text.casefold().startswith(f"{name.casefold()} för ")
            and len(line.text) <= 90
            and "\t" not in line.text
        ):
            return line.text
    return _over_lines(layout, name)


def _over_lines(layout: Layout, name: str) -> str:
    """The same where the longer name ends a line of the head and goes on below it, in small letters."""
    lines = layout.lines[:12]
    for at, line in enumerate(lines):
        start = line.text.casefold().find(f"{name.casefold()} för")
        if start < 0 or (start and line.text[start - 1] != " "):
            continue
        words, last = line.text[start:], at
        while last + 1 < len(lines) and lines[last + 1].text[0].islower() and ":" not in lines[last + 1].text:
            if layout.text.count("\n", lines[last].end, lines[last + 1].start) != 1:
                break
            last += 1
            words = f"{words} {lines[last].text}"
        if last > at and len(words) <= _LONGEST_NAME:
            return clean(words)
    return name


_LONGEST_NAME = 120
