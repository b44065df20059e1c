"""What sentences that tell who was there are made of, and how a list of people would say the same.

A form is matched within a sentence; what a list would write for it stands beside it and takes no more room than the
form: for `ledde mötet` a list has `ordförande`, for `hade lämnat återbud` it has `återbud`.
"""

import re
from typing import NamedTuple

from samverkan.facts import Role, Status

_WHICH = r"(?:(?:dagens|detta|denna|kvällens|hela|styrelsens|nämndens|gruppens|rådets)\s+)?"
_SITTING = rf"{_WHICH}\w*(?:möte|sammanträde|träff|samling|överläggning)(?:t|et|en|ar)?"
_DAY = r"(?:\s+(?:\w+dagen\s+)?den\s+\d{1,2}\s+[a-z]+(?:\s+\d{4})?)?"
_AT = rf"(?:(?i:vid|på|i|under|till|för)\s+(?i:{_SITTING}){_DAY})"
_WHO = r"(?:(?:som|vilken|vilka)\s+)?"
_NOTES = r"(?:(?:[Dd]agens|[Mm]ötets)\s+)?(?:\w*[Aa]nteckningar(?:na)?|(?:[Mm]ötes)?[Pp]rotokoll(?:et)?|[Pp]ennan?)"
_KEEPS = r"(?:för(?:de)?|skr(?:iver|ev)|h(?:åller|öll)\s+i|sköt(?:er|te)|(?:an)?svara(?:r|de)\s+för|stod\s+för|tog)"
_TODAY = rf"(?:\s+(?:(?:för|vid|under|på)\s+(?:dagen|{_SITTING})|i\s?dag))?"
_SENDS = r"(?:anmäl|meddela|lämna)\w*"
_EXCUSE = r"(?:förhinder|återbud|frånvaro)"
_COMES = r"(?:delta(?:git)?|närvara(?:t)?|komma|medverka(?:t)?|vara\s+med)"
_ASKED = r"(?:(?:särskilt\s+)?(?:inbjud(?:en|na)|adjungerad(?:e)?)(?:\s+gäst(?:er)?)?|gäst(?:er)?|bjudits\s+in)"
_ITEM = r"(?:\s+(?:vid|på|till|under)(?=\s+(?:punkt|§|ärende)))"
_IS = r"(?:var|är|fanns|finns)"
_GOES = r"(?:deltog|deltar|närvarade|närvarar|infann\s+sig|anslöt|kom|hade\s+kommit|satt|mötte\s+upp)"
_HERE = r"(?:med|närvarande|på\s+plats|samlade)"
_OPENS = (
    rf"(?:(?i:närvarande|med|på\s+plats|deltagare|deltagande|samlade|här|där)(?:\s+(?:{_AT}|i\s+\w+|på\s+\w+|via\s+\w+))?"
    r"|(?:[ÖöAa](?:vriga|ndra))(?:\s+(?:deltagare|närvarande|deltagande|på\s+plats))?)"
)
_SIDE = (
    r"(?P<side>(?:kommunerna|regionen|kommunen|landstinget|länsstyrelsen|förbundet|kansliet|staten|"
    r"[A-ZÅÄÖ][\wåäöé-]+(?:\s(?:i\s)?(?:[A-ZÅÄÖ][\wåäöé-]+|kommun|stad|län|landsting|och|förbund)){0,4}))"
)
_ACTS = r"(?:fungerade|tjänstgjorde|agerade|verkade)"
_DOES = rf"(?:{_IS}|{_GOES}|medverkade)"
_SORT = r"(?:ej\s+)?tjänstgörande|närvarande|deltagande|övriga|ordinarie"
_GROUP = r"ledamöter|ersättare|tjänstemän|tjänstepersoner|politiker|gäster|suppleanter"
_ALL = r"(?:alla|samtliga|deltagarna|ledamöterna|de\s+närvarande|varmt|mötesdeltagarna)"
_OPENED = rf"(?:\s+och\s+(?:ledde|öppnade)\s+{_SITTING})?"


class Form(NamedTuple):
    """A form that tells that people were there, or were not: how it is written, and what a list would have for it."""

    written: re.Pattern[str]
    listed: str
    status: Status
    role: Role | None = None


def _there(written: str, listed: str = ",", role: Role | None = None) -> Form:
    return Form(re.compile(rf"(?<!\w){written}(?!\w)"), listed, "present", role)


def _away(written: str, listed: str = ", återbud") -> Form:
    return Form(re.compile(rf"(?<!\w){_WHO if listed else ''}{written}(?!\w)"), listed, "absent")


# The more particular form first.
FORMS: tuple[Form, ...] = (
    _away(rf"(?i:{_EXCUSE})\s+(?:(?:hade|har|är)\s+)?{_SENDS}\s+(?:av|från)", ""),
    _away(rf"(?i:{_EXCUSE})\s+(?:hade|har|fanns\s+från|från)", ""),
    _away(r"(?i:frånvarande|förhindrade?)\s+(?:var|är)|[Ss]aknades\s+gjorde|Uteblev\s+gjorde", ""),
    _away(rf"(?:har|hade)\s+(?:inte|ej)\s+(?:kunnat\s+|möjlighet\s+att\s+)?{_COMES}(?:\s+{_AT})?"),
    _away(rf"(?:kunde|kan)\s+(?:tyvärr\s+)?(?:inte|ej)\s+{_COMES}(?:\s+{_AT})?"),
    _away(rf"(?:deltog|närvarade|medverkade|var|är|kom)\s+(?:inte|ej)(?:\s+{_HERE})?(?:\s+{_AT})?"),
    _away(rf"(?:har|hade)\s+{_SENDS}\s+{_EXCUSE}(?:\s+{_AT})?"),
    _away(rf"(?:hade|har|fick|anmälde|meddelade|lämnade)\s+{_EXCUSE}"),
    _away(r"(?:var|är)\s+(?:tyvärr\s+)?(?:frånvarande|förhindrad(?:e)?|sjuk(?:a)?|bortrest(?:a)?)"),
    _away(r"(?:saknades|uteblev)"),
    _there(
        rf"(?<!förra\s)(?<!nästa\s)(?<!Förra\s)(?<!föregående\s)(?i:{_SITTING})\s+(?:leddes|leds|öppnades|inleddes|hölls\s+under\s+ledning)\s+av",
        "ordförande",
    ),
    _there(rf"(?:(?:[Mm]ötes)?[Oo]rdförande{_TODAY}\s+var|[Ss]om\s+(?:mötes)?ordförande\s+{_ACTS})", "ordförande"),
    _there(rf"{_WHO}(?:ledde|leder|öppnade|öppnar|inledde)\s+{_SITTING}", ", ordf"),
    _there(rf"{_WHO}(?:h(?:öll|åller)\s+i\s+klubban|satt\s+(?:som\s+)?ordförande){_TODAY}", ", ordf"),
    _there(rf"{_WHO}(?:var|{_ACTS}\s+som)\s+(?:mötes)?ordförande(?!\s+[A-ZÅÄÖ]){_TODAY}", ", ordf"),
    _there(rf"{_NOTES}\s+(?:fördes|skrevs|förs|skrivs|gjordes|togs)\s+av", "sekreterare"),
    _there(rf"(?:(?:Dagens|Mötets)\s+)?(?:[Mm]ötes)?[Ss]ekreterare{_TODAY}\s+var", "sekreterare"),
    _there(rf"[Vv]id\s+(?:pennan|protokollet)\s+satt|[Ss]om\s+(?:mötes)?sekreterare\s+{_ACTS}", "sekreterare"),
    _there(rf"{_WHO}{_KEEPS}\s+{_NOTES}{_TODAY}", ", sekr"),
    _there(r"(?:som\s+)?(?:antecknade|antecknar|skrev|skriver)(?=\s*[.,;]|\s*\Z)", ", sekr"),
    _there(
        rf"{_WHO}(?:var|är|{_ACTS}\s+som)\s+(?:mötets\s+|dagens\s+|mötes)?sekreterare(?!\s+[A-ZÅÄÖ]){_TODAY}", ", sekr"
    ),
    _there(
        rf"(?i:inbjud(?:en|na)|adjungerade?|(?:som\s+)?gäst(?:er)?)(?:\s+gäst(?:er)?)?(?:\s+{_AT})?\s+{_DOES}",
        "",
        "guest",
    ),
    _there(rf"{_WHO}(?:har|hade|var|är)\s+{_ASKED}(?:\s+{_AT})?{_ITEM}?", ", adj"),
    _there(rf"(?:var|hade|är)(?=\s[A-ZÅÄÖa-zåäö][^.;]{{3,200}}?\s{_ASKED}\s*(?:[.,;]|\Z))", ","),
    _there(rf"{_ASKED}(?=\s*(?:[.,;]|\Z))", "", "guest"),
    _there(rf"(?:{_OPENS}\s+|{_AT}\s+)?(?:{_IS}|{_GOES})(?:\s+{_HERE})?\s+från\s+{_SIDE}", ""),
    _there(rf"[Ff](?:rån|ör)\s+{_SIDE}(?:\s+sida)?\s+{_DOES}(?:\s+{_HERE})?", ""),
    _there(rf"{_SIDE}\s+(?:företräddes|representerades|företräds|representeras)(?:\s+{_AT})?\s+av", ""),
    _there(rf"(?:(?i:{_SORT})\s+)?(?P<group>(?i:{_GROUP}))(?:\s+{_AT})?\s+{_IS}(?:\s+{_HERE})?", ""),
    _there(rf"(?:[Vv]i|[Dd]e)\s+som\s+(?:{_GOES}|medverkade|{_IS}\s+{_HERE})(?:\s+{_AT})?\s+{_IS}", ""),
    _there(rf"{_OPENS}\s+{_IS}(?:\s+{_HERE})?|(?:[Dd]eltog|[Nn]ärvarade)\s+gjorde", ""),
    _there(rf"(?:{_AT}\s+)?{_WHO}medverka(?:r|de)(?:\s+gjorde)?(?:\s+{_AT})?{_ITEM}?", ",", "guest"),
    _there(rf"{_WHO}(?:{_IS}|satt|stannade)\s+{_HERE}(?:\s+{_AT})?", ","),
    _there(rf"{_WHO}hälsa(?:r|de)\s+(?:{_ALL}\s+)*välkom(?:men|na)(?:\s+till\s+{_SITTING})?{_OPENED}", ","),
    _there(rf"(?:{_AT}\s+)?{_WHO}{_GOES}(?:\s+{_AT})?{_ITEM}?", ","),
    _there(r"ersatte(?=\s+[A-ZÅÄÖ])", "ersatte", "substitute"),
    _there(rf"{_WHO}tjänstg(?:jorde|ör)(?=\s+(?:för|i\s?stället\s+för)\s)", "", "substitute"),
    _there(rf"{_WHO}(?:tjänstgjorde|tjänstgör)", ","),
)

# What may stand beside it and says nothing of its own.
GLUE = re.compile(
    r"(?<!\w)(?:(?i:också|även|dessutom|därutöver|därtill|därjämte|därefter|därmed|vidare|bara|endast|enbart|i\s+övrigt|"
    r"till\s+en\s+början|som\s+vanligt|båda\s+dagarna|bägge\s+dagarna|samtliga|vid\s+sidan\s+av|förutom|utöver|liksom|likaså|alltså|både|däremot|digitalt|fysiskt|"
    r"(?:via|på|per)\s+(?:teams|zoom|skype|länk|distans|telefon|video\w*)|hela\s+(?:mötet|dagen|tiden|sammanträdet)|"
    r"i\s+(?:dennes|ordförandens|hennes|hans)\s+(?:frånvaro|ställe))|"
    r"(?:och|samt)\s+som(?=\s+\w)|de[nt]\s+(?:sist|först|sistnämnd|förstnämnd|senar|förr)[ae]?|[Dd]e\s+båda|"
    r"[Ff]rån\s+(?:\w+)\s+sida|(?-i:[a-zåäö])\w*s(?=\s+(?:[123]:[ea]\s+)?(?:vice\s+)?(?:ordförande|sekreterare))|(?:som|vilken)\s+(?:är|var)(?=\s+(?:[\wåäö]+s\s+)?(?:vice\s+)?(?:ordförande|sekreterare|ledamot|ersättare|\w+chef|\w+direktör)))(?!\w)"
)
WHERE_IN_OFFICE = re.compile(
    r"(?<=ordförande)\s+(?:i|för|på)\s+\w*(?:gruppen|nämnden|styrelsen|rådet|förbundet|föreningen|direktionen|"
    r"nätverket|beredningen|forumet|utskottet|kommittén|delegationen)(?!\w)"
)
# The role before a name, or before several: `vice ordföranden Anna Ek`, `ersättarna Bo Alm och Eva Öst`.
LEAD = re.compile(
    r"(?<!\w)(?:(?:och|samt)\s+)?(?P<office>(?:[\wåäö]+s\s+)?(?:(?:[123]:[ea]|[Ff]örst[ea]|[Aa]ndr[ea])\s+)?(?:[Vv]ice\s+)?"
    r"(?:[Oo]rdföranden?|[Ss]ekreteraren?|[Ee]rsättaren?|[Ll]edamot(?:en)?|[Ss]uppleant(?:en)?)|(?:[Tt]jänstgörande\s+)?(?:[Ee]rsättarna|"
    r"[Ll]edamöterna|[Ss]uppleanterna|ersättarna|[Tt]jänstemännen|[Tt]jänstepersonerna|[Pp]olitikerna|[Rr]epresentanterna|"
    r"[Gg]ästerna))\s+(?=[A-ZÅÄÖ])"
)
ITEMS = re.compile(
    r"(?<!\w)(?i:vid|under|på|till|i|inför|för)\s+(?P<time>(?:punkt(?:en|erna)?|§{1,2}|ärende)\s*\d{1,3}"
    r"(?:\s*[-–]\s*\d{1,3})?(?:,\s*\d{1,3})*(?:\s+och\s+\d{1,3})?)"
)
