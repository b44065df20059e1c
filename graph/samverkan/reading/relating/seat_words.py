"""The words of sentences that seat people for those who sent them: `För Ale sitter A och B som ordinarie ledamöter`.

Such a sentence holds nothing but names, whom they sit for, the body, a role, a verb of sitting or choosing, and the
small words below; where anything else stands, it tells of something else.
"""

from samverkan.facts import Role
from samverkan.reading.things.table import table

ROLES: dict[str, Role] = {
    **dict.fromkeys(
        ("ledamot", "ledamoten", "ledamöter", "ledamöterna", "ordinarie", "representant", "representanten",
         "representanter", "representanterna", "företrädare", "företrädaren", "företrädarna"), "member"),
    **dict.fromkeys(
        ("ersättare", "ersättaren", "ersättarna", "suppleant", "suppleanten", "suppleanter", "suppleanterna",
         "ersättarplats", "ersättarplatser"), "substitute"),
    **dict.fromkeys(("adjungerad", "adjungerade", "adjungeras"), "guest"),
}  # fmt: skip
# Verbs that seat whoever stands beside them without a word for the role.
SITS = table(
    """sitter ingår företräds representeras företräder representerar innehas innehar besätts fylls tjänstgör utgörs
    består bidrar skickar"""
)
# The same of a page of composition alone; in the news somebody may come to a meeting.
COMES = table("kommer deltar medverkar finns")
# Verbs that want a role, or parties behind the names.
CHOOSES = table(
    "valt utsett nominerat utser väljer utsåg valde nominerade nominerar utses väljs utsetts valts utsågs valdes"
)
IS = table("är blir heter")
SEATS = table("plats platser platserna platsen mandat mandatet mandaten stol stolar stolarna")
NEW = table("nya ny nytillkomna")
OTHERS = table("övriga resten med")
THE_SENDER = table("kommunen regionen kommunens regionens myndigheten myndighetens organisationen förbundet")
# Bodies of a municipality that choose for it: `Ales kommunfullmäktige har utsett`.
CHOOSERS = ("fullmäktige", "kommunstyrelsen", "regionstyrelsen", "kommunstyrelse")
SMALL = (
    table(
        """
    i på av för från genom som till med inom har hade också även dessutom därtill vidare just nu idag dag närvarande
    dels samtliga båda alla det de den där två tre fyra fem sex sju åtta nio tio en ett sin sina dess deras dem
    dessa denna personlig personliga ständig ständiga ständigt första andra ena tredje enda ende del sida räkning
    vägnar perioden mandatperioden åren tiden år kommunerna regionerna kommuner respektive liksom samt och varav
    medlemmarna parterna följande gemensamt bland annat kommun region stad under fortsatt sedan fr.o.m medan
    motsvarande sitt , ordinarie
    """
    )
    | NEW
    | OTHERS
    | SEATS
)
CHAIRS: dict[str, Role] = {
    "ordförande": "chair", "ordföranden": "chair", "sammankallande": "chair", "ledamot": "member",
    "ersättare": "substitute", "suppleant": "substitute", "adjungerad": "guest", "sekreterare": "secretary",
}  # fmt: skip
SECOND = table("2:e 2:a andre andra 2e")
TRIGGERS = (
    frozenset(ROLES) | frozenset(word.capitalize() for word in ROLES) | SITS | COMES | CHOOSES
    | frozenset(("Nya", "Ny", "Övriga", "Resten", "Med"))
)  # fmt: skip
