"""What a draft that is out for comment is called: in the sentence that says so, in those above it, in the heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST = 600  # characters of a sentence that are looked at
# Words that open a sentence about a round of remiss, before the draft's name.
ROUND = (
    r"(?:remiss(?:tiden|en|förslaget|versionen|rundan)|svarstiden)\s(?:(?:för|av|om|över|på|"
    r"till)\s)?(?:förslaget till\s)?"
    r"[”\"“]?(?-i:[A-ZÅÄÖ])[^.;,]{3,100}?\s(?:går ut|gick ut|löper|skickas|skickades|sänds|sändes|ligger ute|"
    r"är ute|pågår|är öppen|avslutas|besvaras|förlängs|förlängdes|har (?:gått|skickats|sänts|sänds|förlängts))"
)
_ROUND = re.compile(
    rf"\b(?=(?i:{ROUND}))[Rr]?[Ss]?\w+\s(?:(?:för|av|om|över|på|"
    rf"till)\s)?(?:förslaget till\s)?(?P<draft>[”\"“]?[A-ZÅÄÖ][^.;,]{{3,100}}?)\s"
    r"(?:går|gick|löper|skick|sänd|ligger|är|pågår|avslutas|besvaras|förläng|har)"
)
# tillfälle att yttra sig över X, svara på remissen om X
_TO_ANSWER = re.compile(
    r"\b(?:yttra sig över|synpunkter på|svara på remissen(?: om| av| på)?)\s(?P<draft>[”\"“]?[A-ZÅÄÖ][^.;,]{3,100}?)"
    r"(?=\s(?:senast|före|till|fram|innan)\b|[.;,]|\Z)"
)
# Just nu är X på remiss, Under våren har X varit på remiss
_INVERTED = re.compile(
    r"\A(?:(?:Ute )?[Pp]å remiss (?:just nu |nu )?(?:är|ligger|finns)\s(?P<draft2>[^.]{3,160})|"
    r"(?:Just nu|Nu|Parallellt|Även|Idag|I dag|För närvarande|Samtidigt|Dessutom|Därefter|Sedan \w+|Under \w+|"
    r"(?:Inför|Före|Efter) \w+(?: \w+)?|Den \d{1,2} \w+(?: \d{4})?|I (?:(?:början|slutet|mitten) av )?(?:vår|höst|"
    r"vinter|sommar|\w+i|\w+ber|mars|april|maj)(?: \d{4})?)\s"
    r"(?:är|ligger|går|gick|skickas|skickades|sänds|sändes|remitteras|har)\s(?P<draft>.{3,160}?)\s(?:nu\s)?(?:ute\s|ut\s|"
    r"varit\s|skickats\s|gått\s)?på\s(?:\w+\soch\s)?remiss)"
)
# X är ute på remiss, X har varit på remiss, X skickas på remiss
_SUBJECT = re.compile(
    r"\A(?P<draft>.{3,160}?)\s+(?:är|ligger|var|går|gick|skickas|skickades|sänds|sändes|remitteras|remitterades|"
    r"har\s+(?:nu\s)?(?:varit|gått|sänts|skickats|remitterats)|(?:kommer att|ska|skall)\s(?:gå|skickas|sändas|"
    r"remitteras|ut))\b"
)
# NN har skickat X på remiss, att sända X på remiss, NN fick X på remiss, att remittera X till
_OBJECT = re.compile(
    r"\b(?:sänt|skickat|remitterat|sända|skicka|remittera|sänder|skickar|remitterar|skickade|sände|remitterade|"
    r"har haft|hade|haft|har(?: just nu| nu)?"
    r"(?=\s(?:sitt|sina?|betänkandet|utredningen|promemorian|förslag(?:et)?|utkast(?:et)?)\b)|fick|fått|får|g(?:ått|år|ick|å)\sut\smed)\s+"
    r"(?:ut\s+)?(?:(?P<draft>.{3,160}?)(?:\s+ute?)?\s+på\s+(?:\w+\s+och\s+)?remiss|(?P<draft2>.{3,160}?)\s+(?:till\b|"
    r"med\ssvar))|\bhar\s(?:nu\s)?remitterat\s(?P<draft3>(?:(?!\still\b|\smed\ssvar)[^.]){3,160})\.?\Z"
)
# ett avtal om X som nu är ute på remiss
_RELATIVE = re.compile(
    r"\b(?:ett|en)\s+(?:nytt\s|"
    r"ny\s)?(?P<draft>[a-zåäö-]{6,}(?:\s[^.,;]{3,60}?)?),?\s+som\s(?:[\wåäöÅÄÖ-]+\s){0,3}?(?:är|har|ska|"
    r"skickas|får|fick|fått)\b"
)
_ABOUT = re.compile(r"\b(?P<about>(?:kring|om|för)\s[^.,;]{3,50}?)\s(?:har|är|som|kan|ska|nu)\b")
_PROPOSED = re.compile(
    r"\b\w*(?:utkast(?:et)?|förslag(?:et)?)\s+till\s+(?P<draft>[”\"“]?[A-ZÅÄÖa-zåäö][^.,;]{3,110}?)"
    r"(?=\s(?:har|är|som|finns|föreligger|skickas|sänds|presenteras|presenterades|redovisas|tagits|togs|vilket|ska|"
    r"gick|går|inför|"
    r"diskuterades|kommer|bifogas|ut på|på remiss)\b|[.,;]|\Z)",
    re.IGNORECASE,
)
_APPOSITION = re.compile(r",\s(?P<draft>[A-ZÅÄÖ][^,.;]{3,90}),\s(?:har|är|skickas|sänds|går|gick|ska)\b")
_QUOTED = re.compile(r"[”\"“](?P<name>[^”\"“]{3,120})[”\"“](?P<code>\s\([^()]{3,20}\))?")
# Words that call a thing a draft without naming it: what stands behind them may be its name.
_CALL = re.compile(
    r"(?:de|den|det|ett|en|sitt|sin|sina|vårt|vår|våra|regeringens|utredningens|nya|nytt|reviderade|uppdaterade|föreslagna|gemensamma|"
    r"länsgemensamma|remitterade|"
    r"betänkandet|utredningen|riktlinjerna|riktlinjer|strategin|planen|programmet|promemorian|rapporten|föreskrifterna|"
    r"överenskommelsen|avtalet|samrådshandlingen|remissen|handlingen|dokumentet|underlaget|förslaget|utkastet|"
    r"materialet|ärendet|frågan|"
    r"förslag|utkast|remissversionen|remissförslaget|till|av|om|på|över|angående|slutbetänkandet|delbetänkandet|"
    r"nuvarande|(?:revideringen|uppdateringen|revidering) av)(?:\s+|\Z)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:den|det|de|detta|denna|förslaget|utkastet|ärendet|strategin|planen|avtalet|dokumentet|underlaget|remissen|"
    r"programmet|materialet|"
    r"frågan|överenskommelsen|betänkandet|texten|samrådshandlingen|handlingen|svar(?:en|et|stiden)?|vid|efter|nu|"
    r"delregionerna|kommunerna|"
    r"vilket|som|här|detsamma|inkomna)\b",
    re.IGNORECASE,
)
# `Även den har varit på remiss`
_ALSO = re.compile(r"\A(?:även|också|nu|dessutom|samtidigt|sedan|därefter|båda|hela|det är)\s", re.IGNORECASE)
# One word in the definite form means what was named before: `Handlingsplanen är på remiss`.
_SPOKEN_OF = re.compile(
    r"(?:[\wåäö-]*(?:planen|strategin|strategierna|avtalet|programmet|överenskommelsen|målbilden|policyn|riktlinjerna|"
    r"riktlinjen|rapporten|utredningen|skrivelsen|betänkandet|promemorian|budgeten|versionen|modellen|rutinen|"
    r"rutinerna|vägledningen|inriktningen|ordningen|handboken|arbetet|lagen|visionen)|dessa|hon|han|ingen|inget|vi|"
    r"alla|flera|några|många|samtliga)|(?-i:[A-ZÅÄÖ])[a-zåäö-]{6,}(?:en|et|erna|arna)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:\byttrande\s+(?:över|angående|om|på)\s+|\bsvar\s+på\s+|\binformation\s+om\s+)?"
    r"\b(?:remiss(?:en|yttrande|förslag)?|remiss?svar(?:et)?)\b"
    r"(?:\s+från\s[^:–,]{2,50}?(?=\s*[:–,]|\s+(?:om|angående|gällande|avseende)\b))?"
    r"(?:\s*[:.;,–-]\s*|\s+(?:på|av|om|över|angående|gällande|avseende)\s+|\s+)(?P<draft>.{3,})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:för synpunkter|besvaras av\s[a-zåäö]+)\b.*\Z|"
    r"\s+(?:med\s(?:förslag|bilag|tillhörande|svar)|från\s\w+departementet|till\s(?:kommunerna|regionerna|alla|samtliga|medlemskommunerna)).*\Z|"
    r"\s*\((?:bilaga|remiss)[^)]*\)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Work:
    """An agreement, a plan or a strategy that the text names, from `start` up to `end`."""

    start: int
    end: int
    name: str


_WORK_NOUN = re.compile(
    r"(?:strategi|plan|program|avtal|överenskommelse|målbild|policy|riktlinje|rutin|betänkande|utredning|budget|"
    r"vägledning|lag|förordning|föreskrift|rapport|modell|handbok|vision|taxa|reglemente|arbetsordning)"
    r"(?:er|r|en|n|et|t|na|s)?\b",
    re.IGNORECASE,
)


_SPEAKS_OF = re.compile(
    r"(?:(?:samtal|information|dialog|diskussion|rapport|lägesrapport|genomgång|uppföljning|återkoppling|presentation|"
    r"yttrande|svar|synpunkter|beslut)\s(?:om|av|kring|från|över|på|angående|gällande)\s)+"
    r"(?:förslag(?:et)? till\s|utkast(?:et)? till\s|"
    r"betänkandet\s)?",
    re.IGNORECASE,
)


def spoken_of_in(heading: str) -> str:
    """A heading without the words that say how its matter is taken up: `Samtal om Klimatplan` is `Klimatplan`."""
    return _SPEAKS_OF.sub("", heading, count=1)


def names_a_work(title: str) -> bool:
    """Whether a heading names what may be drafted: `Klimatstrategi`, not `Information från regionen`."""
    return _WORK_NOUN.search(title) is not None


def fullest(name: str, works: Sequence[Work]) -> str:
    """The longest name of a work that has all of a shorter one in it; else the name itself.

    >>> fullest("Trafikprogram", [Work(0, 30, "Trafikprogram för Ovanbygden")])
    'Trafikprogram för Ovanbygden'
    """
    plain = name.casefold()
    alike = (
        each.name for each in works if plain in each.name.casefold() and f"{plain} till " not in each.name.casefold()
    )
    return max(alike, key=len, default=name)


def draft_in(sentence: str) -> str | None:
    """The draft that a sentence says is on remiss, where it names it; `förslaget` alone names nothing.

    >>> draft_in("Riktlinjerna Säker vinter är på remiss hos kommunerna."), draft_in("Förslaget skickas på remiss.")
    ('Säker vinter', None)
    """
    sentence = sentence[:_LONGEST]
    if found := _APPOSITION.search(sentence):
        # `Förslaget till Målbild för vården, Trygg 2030, är på remiss`
        return proposed_in(sentence[: found.start() + 1]) or clean(found["draft"])
    if (labelled := _BEFORE_COLON.match(sentence)) and (name := _name(labelled["draft"])):
        return name
    for pattern in (_INVERTED, _ROUND, _TO_ANSWER, _OBJECT, _SUBJECT):
        found = pattern.search(sentence)
        if found and (name := _name(next(part for part in found.groups() if part))):
            return name
    if proposed := proposed_in(sentence):
        return proposed
    if found := _RELATIVE.search(sentence):
        about = _ABOUT.search(sentence, 0, found.start())
        bare = " " not in found["draft"]
        return clean(f"{found['draft']} {about['about']}" if about and bare else found["draft"])
    return None


# `Plan för vägar: remisstiden går ut den 3 maj`
_BEFORE_COLON = re.compile(r"(?P<draft>[A-ZÅÄÖ][^:.,;]{3,100}):\s(?:remiss|svar|synpunkter|på remiss|ute på)")


def proposed_in(sentence: str) -> str | None:
    """The draft that a sentence speaks of as `förslag till` or `utkast till` something with a name."""
    found = _PROPOSED.search(sentence[:_LONGEST])
    if found is None:
        return None
    draft = _NEW_ONE.sub("", found["draft"])
    named = draft[0].isupper() or draft[0] in '”"“'
    return clean(_NEW_SMALL.sub("", draft)) if named or _NAMED_SMALL.match(draft) else None


_NEW_SMALL = re.compile(r"\A(?:ny|nytt|nya|reviderad|reviderat|uppdaterad|uppdaterat|ändrad|ändrat|ändrade)\s")


# `förslag till reviderad Överenskommelse om …`
_NEW_ONE = re.compile(
    r"\A(?:(?:[Nn]y[at]?|[Nn]ytt|[Ää]ndra[dt]e?|[Gg]emensamt?|[Rr]evidera[dt]e?|[Uu]ppdatera[dt]e?|[Oo]marbeta[dt]e?|[Ll]änsgemensamt?|[Nn]uvarande)\s)+"
    r"(?=[A-ZÅÄÖ])"
)


# `förslag till regional biblioteksplan`, `förslag till riktlinjer för bostad`; not `förslag till plan`
_NAMED_SMALL = re.compile(
    r"(?:(?:ny|nytt|nya|gemensam|gemensamt|reviderad|uppdaterad|ändrade?|ändrat)\s)?(?:\w+(?:al|ell|ig|sk|lt|igt)\s\w*(?:strategi|"
    r"plan|program|policy|avtal|överenskommelse)\b|"
    r"\w*(?:strategi|plan|program|policy|avtal|överenskommelse|riktlinjer|taxa|taxor|avgifter|reglemente|rutin|"
    r"föreskrifter|regler|rutiner|modell|vägledning|arbetsordning|målbild) (?:för|om|mot|kring)\s)"
)


def draft_of(heading: str) -> str | None:
    """The draft that a heading names behind `Remiss`; None where the heading speaks of none.

    >>> draft_of("Remiss från Socialdepartementet: En trygg omsorg"), draft_of("Remissvar Länsplan")
    ('En trygg omsorg', 'Länsplan')
    """
    found = _HEADING.search(heading)
    return clean(found["draft"]) if found else None


def clean(draft: str) -> str:
    """A draft's name alone: what is quoted of it, without what follows."""
    quoted = _QUOTED.search(draft)
    name = quoted["name"] + (quoted["code"] or "") if quoted else _NEW_ONE.sub("", _TAIL.sub("", draft))
    return name.strip(' .,;:–-”"“')


def _name(words: str) -> str | None:
    """The name in the words for a draft; None where they only call it one."""
    if re.search(r"\b(?:att|som|har|vilket|vilka|beslutar|beslutade|föreslår|informerar)\b", words):
        return None
    if _QUOTED.search(words):
        return clean(words)
    if proposed := _PROPOSED.search(words):
        words = proposed["draft"]
    words = _PUBLISHED.sub("", VERSION_OF.sub("", _ALSO.sub("", words)))
    if _NAMED_BY_NOUN.match(words):
        return clean(words)
    if indefinite := _INDEFINITE.match(words):
        return clean(indefinite["draft"])
    if definite := _DEFINITE_WORK.match(words):
        return clean(definite["noun"] + definite["about"])
    rest = _without_calls(words)
    if VERSION.match(words) or not rest[:1].isupper() or _NO_NAME.match(rest) or _SPOKEN_OF.fullmatch(rest.strip()):
        return None
    return clean(rest)


# `Naturvårdsverkets handbok Rena sjöar`: whose it is and what sort of paper, before its title
_PUBLISHED = re.compile(
    r"\A[A-ZÅÄÖ][\wåäö-]+(?:verkets|styrelsens|inspektionens|myndighetens|departementets|regeringens|länsstyrelsens|utredningens)\s"
    r"(?:nya\s)?(?:vägledning|handbok|riktlinjer|rapport|utredning|betänkande|promemoria|föreskrifter|skrift)\s(?=[A-ZÅÄÖ])"
)
# `En reviderad version är på remiss`, of what was named before; `En reviderad version av X`
VERSION = re.compile(
    r"(?:en|den)\s(?:nya?|reviderade?|uppdaterade?|omarbetade?)\s(?:version(?:en)?|utgåvan?)\b", re.IGNORECASE
)
VERSION_OF = re.compile(rf"\A{VERSION.pattern}\sav\s(?=(?-i:[A-ZÅÄÖ]))", re.IGNORECASE)
# `Planen för psykisk hälsa är på remiss`: its base form
_DEFINITE_WORK = re.compile(
    r"(?P<noun>[A-ZÅÄÖa-zåäö-]*(?:[Pp]lan|[Ss]trategi|[Pp]rogram|[Aa]vtal|[Öö]verenskommelse|[Pp]olicy|[Rr]utin|[Rr]iktlinjer|"
    r"[Vv]ägledning|[Mm]odell))(?:en|n|met|et|na)(?P<about>\s(?:för|om|mot|kring)\s.{3,100})"
)
# `Riktlinjer för resor är på remiss`
_NAMED_BY_NOUN = re.compile(
    r"(?=[A-ZÅÄÖ])[\wåäöÅÄÖ-]*(?i:riktlinjer|plan|strategi|program|policy|avtal|överenskommelse|rutin|vägledning|handbok|taxa|"
    r"reglemente|regler|avgifter|målbild)\s(?:för|om|mot|kring|vid)\s"
)
# `Ett reglemente för nämnden skickas på remiss`
_INDEFINITE = re.compile(
    r"(?:[Ee]tt|[Ee]n)\s(?:nytt\s|ny\s|gemensamt?\s|reviderat?d?\s)?(?P<draft>[a-zåäö-]*(?:strategi|plan|program|avtal|"
    r"överenskommelse|policy|riktlinje|rutin|vägledning|taxa|reglemente|arbetsordning|modell|målbild|avsiktsförklaring)\s"
    r"(?:för|om|mot|kring)\s.{3,80})"
)


def _without_calls(words: str) -> str:
    """A draft's name without the words that only call it a draft; a name may itself open with `En`."""
    first = True
    while call := _CALL.match(words):
        rest = words[call.end() :]
        opens = call[0].startswith(("En ", "Ett ")) and _CALL.match(rest) is None
        if not call[0].islower() and (opens or not first):
            break
        words, first = rest, False
    return words
