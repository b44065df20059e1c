"""The verbs that decide: which outcome each has, and whether it stands in the active, the passive or the infinitive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samverkan.facts import Outcome
from samverkan.reading.layout import joined
from samverkan.reading.patterns import AnyPattern, Pattern

Voice = Literal["infinitive", "active", "passive"]

# outcome: infinitives | active present and past | passive present and past | what must follow in the same clause
_MEETING = (
    r"\b(?:nästa|kommande|senare|möte\w*|\w+mötet?|sammanträde\w*|gång|vår|höst|tillfälle|januari|februari|mars|april|"
    r"maj|juni|juli|augusti|september|oktober|november|december|\d{1,2}/\d{1,2})\b"
)
# `Beslut tas vid nästa möte`
_AT_MEETING = (
    r"\A\W+(?:först |sedan |därför |i stället |istället )?(?:vid|på|till)\s(?:[\w-]+\s){0,2}?"
    r"\w*(?:möte\w*|sammanträde\w*|gång|tillfälle)\b"
)
# `får sina uppdrag därifrån` gives nobody a task
_TASK = (
    r"\A(?:\W+\w+){0,14}?\W+(?:i |ett |som |följande )?(?<!sina )(?<!sitt )(?<!våra )(?<!dess )uppdrag(?:et)?\b"
    r"(?! (?:från|som|avslut|därifrån))"
)
# `Namnet valdes för att det är kort`, `Orterna valdes ut`: nobody was elected
_ELECTED = r"\A(?!\W+(?:för att|därför|eftersom|ut|medvetet|bland|med omsorg)\b)"
_TABLE: tuple[tuple[Outcome, str, str, str, str], ...] = (
    ("approved", "godkänna", "godkänner godkände", "godkänns godkändes", ""),
    ("approved", "fastställa fastslå", "fastställer fastställde fastslår fastslog",
     "fastställs fastställdes fastslås", ""),
    ("approved", "anta", "antar antog", "antas antogs", ""),
    ("approved", "godta", "godtar godtog", "godtas godtogs", ""),
    ("approved", "bevilja", "beviljar beviljade", "beviljas beviljades", ""),
    ("approved", "bifalla", "bifaller biföll", "bifalls bifalles bifölls", ""),
    ("approved", "ge", "ger gav", "", r"\A\W+(?:sitt |sin )?(?:bifall|godkännande|klartecken|grönt ljus)\b"),
    ("approved", "", "", "godkänd godkänt godkända fastställd fastställt fastställda", r"\A\W*\Z"),
    ("approved", "", "", "anses", r"\A\W+(?:\w+\W+)?besvara(?:d|t)\b"),
    ("approved", "tacka", "tackar tackade", "", r"\A\W+ja till\b"),
    ("endorsed", "", "ser såg", "",
     r"\A\W+positivt på (?:\w+ )?\w*(?:förslag|plan|ansökan|avtal|överenskommelse|inriktning|upplägg)\w*\b"),
    ("approved", "medge acceptera", "medger medgav accepterar accepterade", "medges medgavs accepteras", ""),
    ("approved", "avsätta anslå", "avsätter avsatte anslår anslog", "avsätts anslås",
     r"\b(?:kr|kronor|tkr|mnkr|mkr|medel)\b"),
    ("approved", "avge", "avger avgav", "avges avgavs", r"\b(?:yttrande|svar)\w*\b"),
    ("approved", "avstå", "avstår avstod", "", r"\A\W+från att\b"),
    ("approved", "yttra", "yttrar yttrade", "", r"\A\W+sig (?:enligt|i enlighet med)\b"),
    ("approved", "upphäva", "upphäver upphävde", "upphävs upphävdes", ""),
    ("approved", "bemyndiga", "bemyndigar bemyndigade", "bemyndigas bemyndigades", r"\batt\b"),
    ("noted", "", "tackar tackade", "",
     r"\A\W+för (?:\w+ ){0,2}?\w*(?:informationen|rapporten|redovisningen|(?:före)?dragningen|presentationen)"
     r"(?:,? som noterades)?\W*\Z"),
    ("endorsed", "stödja", "stöder stödjer stödde", "", ""),
    ("endorsed", "ställa", "ställer ställde", "", r"\A\W+(?:\w+\W+){0,7}?(?:bakom|positiv\w*)\b"),
    ("endorsed", "tillstyrka", "tillstyrker tillstyrkte", "tillstyrks tillstyrktes", ""),
    ("endorsed", "förorda", "förordar förordade", "förordas förordades", ""),
    ("endorsed", "rekommendera", "rekommenderar rekommenderade", "rekommenderas rekommenderades", ""),
    ("endorsed", "föreslå", "föreslår föreslog", "", ""),
    ("endorsed", "hemställa", "hemställer hemställde", "", ""),
    ("rejected", "avslå", "avslår avslog", "avslås avslogs", ""),
    ("rejected", "avstyrka", "avstyrker avstyrkte", "avstyrks avstyrktes", ""),
    ("rejected", "tacka", "tackar tackade", "", r"\A\W+nej\b"),
    ("rejected", "avböja", "avböjer avböjde", "avböjs avböjdes", ""),
    ("rejected", "rösta", "röstade", "röstas röstades", r"\A\W+(?:\w+\W+){0,2}?ne[dr]\b"),
    ("rejected", "säga", "säger sa sade", "", r"\A\W+(?:\w+ ){0,3}?nej\b"),
    ("approved", "säga", "säger sa sade", "", r"\A\W+(?:\w+ ){0,3}?ja till\b"),
    ("rejected", "få", "får fick", "", r"\A\W+avslag\b"),
    ("rejected", "förkasta", "förkastar förkastade", "förkastas förkastades", ""),
    ("rejected", "avvisa", "avvisar avvisade", "avvisas avvisades", ""),
    ("deferred", "bordlägga", "bordlägger bordlade", "bordläggs bordlägges bordlades", ""),
    ("deferred", "skjuta", "skjuter sköt", "skjuts skjutes sköts", r"\A\W+(?:\w+\W+){0,6}?(?:upp|fram)\b"),
    ("deferred", "uppskjuta", "uppskjuter uppsköt", "uppskjuts uppsköts", ""),
    ("deferred", "ta", "tar tog", "tas togs", rf"\A\W+(?:\w+\W+){{0,5}}?upp\b.*?{_MEETING}"),
    ("deferred", "skjuta", "skjuter sköt", "skjuts sköts",
     r"\A\W+(?:\w+\W+){0,3}?(?:till\b[^.]*(?:möte|sammanträde|nästa gång|\bdess\b|hösten|våren|senare)|på framtiden)"),
    ("deferred", "ta", "tar tog", "", rf"\A\W+(?:\w+ )?ställning\b[^.]*?{_MEETING}"),
    ("deferred", "ta", "tar tog", "tas togs", r"\A\W+(?:\w+\W+){0,5}?(?:upp|åter)\W+(?:igen|på nytt|senare|åter)\b"),
    ("deferred", "", "", "tas togs fattas fattades", _AT_MEETING),
    ("deferred", "återuppta", "återupptar återupptog", "återupptas återupptogs", ""),
    ("deferred", "vänta avvakta", "väntar väntade avvaktar avvaktade", "",
     r"\bmed (?:att (?:ta|fatta) )?(?:\w+ )?(?:beslut|ärendet|frågan|ställningstagande)"),
    ("deferred", "", "får fick", "",
     rf"\A\W+(?:\w+\W+){{0,2}}?(?:vänta|anstå|vila)\b(?:\W*\Z|.*?(?:\bupp\b|{_MEETING}))"),
    ("deferred", "föra", "för förde", "förs fördes", rf"\A\W+(?:\w+\W+){{0,3}}?vidare till\b[^.]*?{_MEETING}"),
    ("deferred", "lyfta behandla", "lyfter lyfte", "lyfts lyftes behandlas",
     rf"\A\W+(?:\w+\W+){{0,3}}?(?:på nytt|igen|åter)\b.*?{_MEETING}"),
    ("deferred", "", "", "lyfts lyftes",
     r"\A\W+(?:upp )?(?:till|på|vid) (?:nästa|nästkommande|kommande|ett senare) (?:möte|sammanträde)"),
    ("deferred", "vila", "vilar", "", rf"{_MEETING}|tills vidare|till (?:hösten|våren)"),
    ("deferred", "flytta hänskjuta", "flyttar flyttade hänskjuter hänsköt",
     "flyttas flyttades hänskjuts hänsköts", r"\btill\b[^.]*(?:möte|sammanträde|nästa gång)"),
    ("deferred", "fortsätta", "fortsätter fortsatte", "fortsätts", _AT_MEETING),
    ("deferred", "återkomma", "återkommer", "", rf"\A(?![^.]*\bmed\b).*?{_MEETING}"),
    ("deferred", "komma", "kommer", "", rf"\A\W+(?:med|upp|tillbaka|åter|igen)\b.*?{_MEETING}"),
    ("referred", "remittera återremittera", "remitterar remitterade återremitterar återremitterade",
     "remitteras remitterades återremitteras återremitterades", ""),
    ("referred", "sända skicka översända ge", "sänder sände skickar skickade översänder översände",
     "sänds sändes skickas skickades översänds översändes ges", r"\bremiss\b|\bför yttrande\b"),
    ("referred", "överlämna hänskjuta överföra", "överlämnar överlämnade hänskjuter hänsköt",
     "överlämnas överlämnades hänskjuts hänsköts",
     r"\bför (?:\w+ ){0,2}(?:yttrande|beredning|remiss\w*)\b|\bpå remiss\b"),
    ("noted", "anteckna", "antecknar antecknade", "antecknas antecknades", ""),
    ("noted", "notera", "noterar noterade", "noteras noterades", ""),
    ("noted", "ta", "tar tog", "", r"\A\W+(?:\w+\W+){0,2}?del av\b"),
    ("noted", "ta", "tar tog", "tas togs", r"\A\W+(?:\w+\W+){0,4}?till (?:dagens )?(?:protokollet|protokoll|sig)\b"),
    ("noted", "lägga", "lägger lade la", "läggs lägges lades las", r"\btill (?:handlingarna|protokollet)\b"),
    ("referred", "hänskjuta", "hänskjuter hänsköt", "hänskjuts hänsköts", r"\btill\b"),
    ("appointed", "utse", "utser utsåg", "utses utsågs", ""),
    ("appointed", "", "", "väljs väljes valdes omväljs omvaldes", _ELECTED),
    ("appointed", "välja omvälja", "väljer valde omväljer", "",
     r"\btill\b|\b(?:ordförande|justera|ledam|ersättare|sekreterare|representant|ombud|revisor)"),
    ("appointed", "välja", "", "", r"\A\W+(?!Alternativ|Modell|Offert)(?-i:[A-ZÅÄÖ])[\wåäöé-]+ (?-i:[A-ZÅÄÖ])"),
    ("approved", "välja", "väljer valde", "väljs valdes",
     r"\A\W+(?:\w+\W+)?(?:offert|alternativ|leverantör|anbud|modell)\w*\b"),
    ("appointed", "nominera", "nominerar nominerade", "nomineras nominerades", r"\btill\b|\bsom\b"),
    ("appointed", "justera", "", "", r"\A\W+(?:\w+\W+){0,3}?protokoll"),
    ("commissioned", "uppdra", "uppdrar uppdrog", "uppdras uppdrogs uppdrages", ""),
    ("commissioned", "ge lämna", "ger gav", "ges gavs", _TASK),
    ("commissioned", "få", "får fick", "", _TASK),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that decides, in a clause from `start` up to `end`; `past` where it tells of what was."""

    start: int
    end: int
    word: str
    outcome: Outcome
    voice: Voice
    past: bool


@dataclass(frozen=True, slots=True)
class _Form:
    outcome: Outcome
    voice: Voice
    needs: Pattern


def _forms() -> dict[str, list[_Form]]:
    forms: dict[str, list[_Form]] = {}
    for outcome, infinitives, active, passive, needs in _TABLE:
        pattern = Pattern(needs, re.IGNORECASE)
        voices: tuple[tuple[Voice, str], ...] = (("infinitive", infinitives), ("active", active), ("passive", passive))
        for voice, words in voices:
            for word in words.split():
                forms.setdefault(word, []).append(_Form(outcome, voice, pattern))
    return forms


_FORMS = _forms()
_VERBS = frozenset(_FORMS)
# Which of them a clause may decide with, by what must follow it.
_MAY_DECIDE = {word: AnyPattern(*(form.needs for form in forms)) for word, forms in _FORMS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORD = re.compile(r"[a-zåäö]+")  # quicker, and enough to find the verbs
_PAST = re.compile(r"(?:de|te|des|tes|og|ogs|åg|ågs|öt|öts|öll|ölls|av|avs|fick|la|las)\Z")


def deciding_verb(clause: str, start: int = 0, finite: bool = False) -> Verb | None:
    """The first verb in a clause, from `start` on, that decides something; with `finite` only one that is no
    infinitive.

    >>> deciding_verb("Ärendet bordläggs till nästa möte").outcome
    'deferred'
    """
    verbs = _VERBS.intersection(_SMALL_WORD.findall(clause.lower(), start))
    if not any(_MAY_DECIDE[verb].may_match(clause) for verb in verbs):
        return None  # as nearly always
    for word in _WORD.finditer(clause, start):
        for form in _FORMS.get(word[0].casefold(), ()):
            if finite and form.voice == "infinitive":
                continue
            if form.needs.search(clause[word.end() : word.end() + 400]):
                past = form.voice != "infinitive" and _PAST.search(word[0]) is not None
                return Verb(word.start(), word.end(), word[0], form.outcome, form.voice, past)
    return None


_FIRST_ATT = re.compile(r"\batt\b\s*", re.IGNORECASE)
_NEXT_ATT = re.compile(r"(?:[,;]|\bsamt|\boch)\s+(?:samt\s+|och\s+)?att\s+(?=\S)", re.IGNORECASE)


def att_clauses(text: str, start: int, end: int, listed: bool = True) -> Iterator[tuple[int, int]]:
    """The att-clauses of a sentence: cut at `, att`, `samt att` and, where a verb that decides follows, `och att`.

    Unless they are `listed`, as behind `beslutar att`, a comma needs such a verb behind it too.

    >>> text = "att anta planen, att uppdra åt kansliet att följa upp och att återkomma"
    >>> [text[slice(*each)] for each in att_clauses(text, 0, len(text))]
    ['att anta planen', 'att uppdra åt kansliet att följa upp och att återkomma']
    """
    if text[start:end].lower().count("att") < 2:
        yield start, end
        return
    first = _FIRST_ATT.search(text, start, end)
    at = start
    for cut in _NEXT_ATT.finditer(text, first.end() if first else start, end):
        apart = text[cut.start()] in ",;" or ("samt" in cut[0] and "uppdr" not in text[at : cut.start()])
        if (listed and apart) or deciding_verb(joined(text[cut.end() : min(end, cut.end() + 60)])):
            yield at, cut.start()
            at = cut.start() + cut[0].lower().index("att")  # the text may shout: ATT
    yield at, end
