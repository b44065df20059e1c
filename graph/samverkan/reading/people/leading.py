"""Who led the meeting and who wrote, as sentences say it: `Anna Ek ledde mötet`, `Bo Ström, som skriver`."""

from collections.abc import Iterator

from samverkan import names
from samverkan.facts import Role
from samverkan.reading.patterns import AnyPattern, Pattern

_NAME = r"(?P<name>[A-ZÅÄÖ][\wåäöé-]+(?:\s(?:[A-ZÅÄÖ][\wåäöé-]+|von|af|de)){0,4})"
_ASIDE = r"(?:\s?\([^()\n]{1,80}\)|,[^.;:\n]{1,100}?)?"  # `(utvecklingsledare, kommunen)`, `, ordförande i nämnden`
_WHICH = r"(?:(?:dagens|detta|kvällens)\s+)?"
_SITTING = r"(?:[\wåäö]*(?:[Mm]öte|[Ss]amling)|[Ss]ammanträde|[Tt]räff|[Öö]verläggning(?:ar)?)"
_THE_MEETING = rf"{_WHICH}{_SITTING}(?:t|et|en|n|na)?"
_TODAY = rf"(?:(?:för|vid|under|på)\s+(?:dagen|{_THE_MEETING})|i\s?dag)\b"
_CHAIR = r"(?:mötes)?ordförande"
_IS = r"(?:är|var|blev|blir|:)"
_TURNS = (
    r"(?:är|var|blev|går\s+in|gick\s+in|inträd(?:er|de)|tjänstgör(?:de)?|fungera(?:r|de)|agera(?:r|de)|"
    r"utses|utsågs|väljs|valdes)"
)
_SOME_TITLE = r"(?:[a-zåäö]{3,}\s){0,3}"  # `avgående ordföranden`
_LED = r"(?:leddes|leds|öppnas|öppnades|hölls\s+under\s+ledning)\s+av"
_WRITES = r"(?:skriver|skrev|antecknar|antecknade)(?=\s*[.,;\n]|\s*\Z|\s+i\s?dag)"
_KEEPS = r"(?:för|förde|förd|skriver|skrev|höll\s+i|håller\s+i|sköter|skötte)"
_WRITTEN = r"(?:förs|fördes|skrivs|skrevs|görs|gjordes)"
_NOTES = r"(?:(?:dagens|mötets)\s+)?(?:\w*anteckningar(?:na)?|protokoll(?:et)?|pennan?)"
_FORMS: tuple[tuple[Role, str], ...] = (
    ("chair", rf"\b{_THE_MEETING}\s+{_LED}\s+{_SOME_TITLE}{_NAME}"),
    ("chair", rf"\b{_THE_MEETING}\b[^.:;\n]{{0,60}}?\sunder\s+ledning\s+av\s+{_SOME_TITLE}{_NAME}"),
    ("chair", rf"{_NAME}{_ASIDE},?\s(?:som\s)?(?:ledde|leder)\s+{_THE_MEETING}\b"),
    ("chair", rf"{_NAME}\s{_TURNS}\s+(?:som\s+|till\s+)?{_CHAIR}\s+{_TODAY}"),
    ("chair", rf"\b[Oo]rdförande\s+{_TODAY}\s*{_IS}\s+{_NAME}"),
    ("secretary", rf"{_NAME}{_ASIDE},?\ssom\s{_WRITES}"),
    ("secretary", rf"{_NAME}{_ASIDE},?\s(?:som\s)?{_KEEPS}\s+{_NOTES}"),
    ("secretary", rf"{_NAME}\s{_TURNS}\s+(?:som\s+|till\s+)?(?:mötes)?sekreterare\s+{_TODAY}"),
    ("secretary", rf"\b(?:[Ss]ekreterare|[Aa]ntecknare)\s+{_TODAY}\s*{_IS}\s+{_NAME}"),
    ("secretary", rf"\b(?:[Aa]nteckningar(?:na)?|[Pp]rotokoll(?:et)?)\s+{_WRITTEN}\s+av\s+{_NAME}"),
)  # fmt: skip
_PATTERNS = tuple((role, Pattern(form)) for role, form in _FORMS)
_ANY = AnyPattern(*(form for _, form in _PATTERNS))


def told_roles(text: str, start: int, end: int) -> Iterator[tuple[Role, int, int]]:
    """Who led this meeting and who wrote, as a line says it: the role, and where the name stands, full or short."""
    if not _ANY.may_match(text[start:end]):
        return
    for role, form in _PATTERNS:
        for match in form.finditer(text, start, end):
            start, end = match.span("name")
            for nearer in names.find(text, end, match.end()):
                start, end = nearer.start, nearer.end  # `Anna Ek, ekonom Bo Alm och Eva Öst, som förde protokollet`
            name = text[start:end]
            if names.is_given(name.split()[0]) and (" " not in name or names.is_name(name)):
                yield role, start, end
