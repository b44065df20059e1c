"""To whom a draft is sent for comment: the list behind `på remiss till`, whoever `fick den på remiss`."""

import re

from samverkan.reading.context import Context

MONTHS = "jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec"
# Where the recipients end; a month or a season behind `i` is none.
_BEHIND = (
    r"(?=[.,;()]|\s(?:med|och (?:svar|antas|vill|önskar|ber|ska)|t\.?\s?o\.?\s?m|till (?:och med|den)|fram till|"
    r"från och med|senast|för|"
    rf"under|inför|innan|efter|där|mellan|den \d+|till \d+|\d+|"
    rf"i (?:(?:början|slutet|mitten) av )?(?:höst|vår|{MONTHS})\w*|som|har|är|ska|så)\b|\Z)"
)
_NO_TIME = rf"(?!\d|den\b|och med\b|(?:{MONTHS})[a-z]*\b|(?:höst|vår|sommar|vinter)(?:en)?\b)"
_NO_RECIPIENT = (
    r"(?!(?:svarstid\w*|synpunkter|att|med|där|som|svar\w*|och|senast|inför|för|vilk\w+|sista|deadline|efter|innan|så|men|då|nu|"
    r"samt)\b)"
)
_LIST = rf"[^.,;()]{{2,80}}?(?:,\s{_NO_RECIPIENT}[^.,;()]{{2,60}}?){{0,8}}"
_TO = re.compile(
    rf"\bremiss(?:runda|omgång)?\s+(?:\w+\s)?(?:till|i|hos|hos bland annat)\s+{_NO_TIME}(?P<to>{_LIST}){_BEHIND}"
    rf"|\bremitter(?:a|ar|as|ade|ades|ats?)\s(?:[^.]{{0,80}}?\s)??(?<!förslag )(?<!utkast )"
    rf"till\s+{_NO_TIME}(?P<to2>{_LIST}){_BEHIND}"
    rf"|\bför synpunkter (?:till|hos|i)\s+{_NO_TIME}(?P<to4>{_LIST}){_BEHIND}"
    rf"|\b(?:gett|ger|gav|får|fått)\s(?P<to5>[^.;]{{2,60}}?)\s(?:tillfälle|möjlighet) att\b"
    rf"|\b[Rr]emiss(?:en|förslaget|versionen)\s[^.;]{{2,90}}?\still\s+{_NO_TIME}(?P<to3>{_LIST}){_BEHIND}",
    re.IGNORECASE,
)
# Delregionerna fick den på remiss, som kommunerna nu har på remiss; varit hos delregionerna på remiss
_RECEIVED = re.compile(
    r"\b(?P<to>[A-ZÅÄÖ][\wåäö\s-]{2,40}?|[a-zåäö]+(?:erna|na|en|et))\s+(?:nu\s)?(?:fick|har fått|får|skulle få|"
    r"ska få|har)\s+"
    r"(?!varit|gått|sänt|skickat|haft\ss|remitterat)[^.,]{0,60}?\bpå remiss\b"
    r"|(?<!förslaget )(?<!förslag )(?<!utkast )\b(?:hos|till|i)\s(?P<to2>"
    r"(?:(?!\b(?:är|har|går|gick|gått|varit|skick|sänd|kommer|ska))[^.,;()]){2,60}?)"
    r"\s(?:ut\s)?på remiss\b"
)


# `Remissen går till kommunerna`, `Remissinstanser är kommunerna och regionen`
_GOES_ON = re.compile(
    rf"(?:Remissen|Den|Det|Förslaget|Utskicket)\s(?:går|gick|skickas|skickades|sänds|sändes)\s(?:ut\s)?till\s"
    rf"(?P<to>{_LIST}){_BEHIND}|"
    rf"[Rr]emissinstanser(?:na)?\s(?:är|:)\s(?P<to2>{_LIST}){_BEHIND}"
)


def recipients(context: Context, text: str, goes_on: bool = False) -> tuple[str, ...]:
    """Those that a sentence says a draft is sent to, each by its full name; with `goes_on` one behind that sentence."""
    found = _GOES_ON.match(text) if goes_on else _TO.search(text) or _RECEIVED.search(text)
    if found is None:
        return ()
    words = next(part for part in found.groups() if part)
    parts = re.split(r"\s*,\s*|\s+och\s+(?:hos\s+|till\s+)?|\s+samt\s+(?:till\s+)?", words)
    return tuple(_recipient(context, part) for part in parts if part.strip() and len(part.split()) <= _MOST_WORDS)


_MOST_WORDS = 5  # of a recipient; what is longer is a sentence behind the list
_WHERE = re.compile(r"\s(?:i|inom|från)\s.*\Z", re.DOTALL)
_MUNICIPALITIES = re.compile(r"\s(?:kommuner|kommun)\Z|s\Z")


def _recipient(context: Context, words: str) -> str:
    words = words.strip(" :")
    forms = (words, _MUNICIPALITIES.sub("", words), _WHERE.sub("", words))  # `Boden i Norrbottens län`
    place = next((found for form in forms if (found := context.places.of(form)) is not None), None)
    if place is None and words.islower() and context.body.name and _OWN.fullmatch(words):
        own = _OWN.fullmatch(words)
        if own and own["noun"] in context.body.name.casefold():
            return context.body.name
    full = place.name if place is not None else context.short_forms.get(words, words)
    return (
        full[0].lower() + full[1:]
        if full.split()[0].casefold() in ("delregionerna", "kommunerna", "medlemskommunerna")
        else full
    )


# What minutes call the body that meets, when it is asked itself.
_OWN = re.compile(r"(?P<noun>nämnd|råd|styrelse|grupp|utskott|beredning|förbund)(?:en|et|n)?")
