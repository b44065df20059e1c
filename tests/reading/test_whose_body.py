"""Which of several names in a head is the body's, what kind of body it is, and whose."""

import pytest

from samverkan import register
from samverkan.facts import Body
from samverkan.reading import read

PRESENT = "\n\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\n\n1. Inledning\nMötet öppnas.\n"
OF_BOTH = "\n\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\nEva Öst, Region Uppsala\n\n1. Inledning\nMötet öppnas.\n"
ELECTED = "\n\nNärvarande\nAnna Ek (S), Sala\nBo Ström (M), Heby\n\n1. Inledning\nMötet öppnas.\n"


def _body(text: str) -> Body:
    return read(text, register.shipped()).facts.body or Body()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Samverkan Vård i Ådalen\nChefsforum\n\nAnteckningar 3 maj 2031", "Chefsforum"),
        ("ÅDALENS LÄN – VATTENSAMVERKAN\nÅdalsåns vattengrupp\nProtokoll 3 maj 2031", "Ådalsåns vattengrupp"),
        ("Styrgrupp Ådalsbanan\n\nMinnesanteckningar från styrgruppens möte\n2031-05-03", "Styrgrupp Ådalsbanan"),
        ("Forum för kommuner\nAnteckningar från presidieberedning 2031-05-03", "Forum för kommuner"),
        ("Tema: hälsa\nRåd: Folkhälsorådet i Ådalen\nAnteckningar 3 maj 2031", "Folkhälsorådet i Ådalen"),
        ("Brottsförebyggande rådet på Gotland\nAnteckningar 3 maj 2031", "Brottsförebyggande rådet på Gotland"),
        ("Hälsorådet på Teams\nAnteckningar 3 maj 2031", "Hälsorådet"),
        ("Mötesanteckning Länsdialog kultur\n3 maj 2031", "Länsdialog kultur"),
        ("Sammanställning av beslut vid Ådalens samarbetsnämnds möte 3 maj 2031", "Ådalens samarbetsnämnd"),
        ("Protokoll direktionen RKM Ådalen 3 maj 2031", "direktionen"),
        ("Anteckningar\n3 maj 2031\n\nGruppen för kultur träffades på biblioteket.", "Gruppen för kultur"),
    ],
)  # fmt: skip
def test_the_body_of_several_names(head: str, name: str) -> None:
    assert _body(head + PRESENT).name == name


def test_a_body_by_whose_it_is_where_news_say_so_once() -> None:
    text = (
        "Norraregionens politiska styrgrupp har fått en ny ledning.\n\n"
        "Vid mötet den 3 maj 2031 i Sala valde styrgruppen Anna Ek (S), Sala, till ordförande.\n"
    )
    assert _body(text).name == "Norraregionens politiska styrgrupp"


@pytest.mark.parametrize(
    ("head", "present", "kind"),
    [
        ("Anteckningar Styrgruppen för kultur", PRESENT, "officials"),
        ("Anteckningar Styrgruppen för kultur", ELECTED, "political"),
        ("Anteckningar Skolchefsnätverket", PRESENT, "network"),
        ("Protokoll Regionstyrelsens arbetsutskott", PRESENT, "committee"),
        ("Protokoll Ådalens styrelse", PRESENT, "board"),
        ("Anteckningar Rådet för kultur", PRESENT, None),
    ],
)
def test_kinds_of_body(head: str, present: str, kind: str | None) -> None:
    assert _body(f"{head}\n3 maj 2031{present}").kind == kind


@pytest.mark.parametrize(
    ("head", "present", "whose"),
    [
        ("Ådalens räddningsförbund\nProtokoll direktionen", PRESENT, ("Ådalens räddningsförbund",)),
        ("Kommunalförbundet Vatten och avlopp i Ådalen\nDirektionen\nProtokoll", PRESENT,
         ("Kommunalförbundet Vatten och avlopp i Ådalen",)),
        ("Protokoll från styrelsen för Norra Leden", PRESENT, ("Norra Leden",)),
        ("Anteckningar Styrgrupp Vårdsamverkan Ådalen", PRESENT, ("Vårdsamverkan Ådalen",)),
        ("Anteckningar Styrgruppen för Barnens bästa", PRESENT, ()),
        ("Anteckningar Länsgruppen för kultur", OF_BOTH, ("Region Uppsala", "kommunerna")),
        ("Anteckningar Länsgruppen för kultur", PRESENT, ()),
        ("Region Uppsala\nProtokoll Trafiknämnden", PRESENT, ("Region Uppsala",)),
        ("Region Uppsala\nProtokoll Gemensamma nämnden för hjälp", PRESENT, ()),
    ],
)  # fmt: skip
def test_whose_body_it_is(head: str, present: str, whose: tuple[str, ...]) -> None:
    assert _body(f"{head}\n3 maj 2031{present}").organisations == whose


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Handlingar och protokoll", "composition"),
        ("Tidigare protokoll", "composition"),
        ("Protokoll och kallelser", "composition"),
        ("Protokoll 3 maj 2031", "minutes"),
        ("Förbundets protokoll", "minutes"),
    ],
)
def test_a_link_to_minutes_makes_no_minutes(line: str, kind: str) -> None:
    text = (
        f"Ådalens förbund\n\nDirektionen\n\n{line}\n\nSala\nAnna Ek (S)\nBo Alm (M)\nHeby\nEva Öst (C)\nUlf Fors (V)\n"
    )
    assert read(text, register.shipped()).facts.document.kind == kind


def test_the_first_time_that_something_comes_lies_after_the_meeting() -> None:
    text = (
        "Anteckningar Hälsorådet 22 mars\n\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\n\n1. Läget\n"
        "Sedan 1 januari 2032 är Heby med. Budget 2032 är klar. Planen följs upp varje år, första gången i mars 2033.\n"
    )
    assert read(text, register.shipped()).facts.document.date == "2032-03-22"
