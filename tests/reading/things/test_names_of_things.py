"""Names that end otherwise than a first look tells, each beside one that must not be read so."""

import pytest

from samverkan.reading import read
from samverkan.register import shipped

_HEAD = "Minnesanteckningar Samrådet Dalbygden 2021-03-04\n\n3. Läget\n"


def _named(text: str) -> set[tuple[str, str]]:
    found = read(_HEAD + text, shipped()).facts.mentions
    return {(each.name, each.kind) for each in found if each.kind not in ("municipality", "region")}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Handlingsplan Tidiga insatser 2019 har skickats ut.", "Handlingsplan Tidiga insatser 2019", "plan"),
        ("Ramavtal 6 har undertecknats.", "Ramavtal 6", "agreement"),
        ("Mötet antar Positionspapper Infrastruktur 2021.", "Positionspapper Infrastruktur 2021", "plan"),
        ("Direktionen antar Verksamhetsplan med internbudget 2023.", "Verksamhetsplan med internbudget 2023", "plan"),
        ("Ale har remitterat Program för barns rättigheter till förbundet.", "Program för barns rättigheter", "plan"),
        ("Risk- och sårbarhetsanalys Örebro län antas.", "Risk- och sårbarhetsanalys Örebro län", "plan"),
        ("I höst öppnar Lars Ekskolan för ettorna.", "Lars Ekskolan", "organisation"),
        ("I höst öppnar Ekbackagymnasiet för ettorna.", "Ekbackagymnasiet", "organisation"),
        ("Hälsoskydd Blekinge har bett om svar.", "Hälsoskydd Blekinge", "organisation"),
        ("Avtal med Destination Dalbygden saknas.", "Destination Dalbygden", "organisation"),
        ("Svaret ska nå tekniska nämnden i maj.", "tekniska nämnden", "body"),
        ("Frågan går till eNämnden i höst.", "eNämnden", "body"),
        (
            "Styrelsen väljs av rådsmötet varje år.",
            "rådsmötet",
            "body",
        ),
        ("FoU-enheten för närsjukvården frågar alla.", "FoU-enheten för närsjukvården", "organisation"),
        (
            "Vi bevakar konventionen om rättigheter för personer.",
            "konventionen om rättigheter för personer",
            "law",
        ),
        ("Mötet ser på Ansökan: Grön väg framåt.", "Grön väg framåt", "project"),
    ],
)
def test_a_name(text: str, name: str, kind: str) -> None:
    assert (name, kind) in _named(text)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Handlingsplan Unga till arbete", "Handlingsplan Unga till arbete"),
        ("Handlingsplan Skolskjuts till beslut", "Handlingsplan Skolskjuts"),
        ("Handlingsplan Skolskjuts till nämnden", "Handlingsplan Skolskjuts"),
    ],
)
def test_a_plan_in_a_heading(heading: str, name: str) -> None:
    found = read(f"{_HEAD}4. {heading}\nFler synpunkter väntas in.\n", shipped()).facts.mentions
    assert [each.name for each in found] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ramavtal 3 år framåt diskuteras.",
        "KSN § 12 gäller beslutet om stolar.",
        "Eleverna går i Grundskolan i Ale.",
        "Hela Blekinge har bett om svar.",
        "Norra Blekinge har bett om svar.",
        "Vägen mot Destination är lång.",
        "Den tekniska lösningen är klar.",
        "Enheten för detta saknas.",
        "Botniabanan och Mittbanan är viktiga.",
        "Ansökan: Inträde",
        "Bussar kör på linje 151 mellan Ale och Lerum.",
    ],
)
def test_no_name(text: str) -> None:
    assert not _named(text)


def test_a_line_between_two_towns_names_no_municipality() -> None:
    found = read(_HEAD + "Kvällsturer önskas på linje 151 mellan Ale och Lerum.", shipped()).facts.mentions
    assert not found


def test_a_short_form_in_a_bodys_name_is_spelled_out() -> None:
    found = _named("Norra förbundet (NF) möts. Det är NF styrelse som beslutar.")
    assert ("Norra förbundets styrelse", "body") in found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ansökan från Föreningen Öppna dörren i Kil avslås.", "Föreningen Öppna dörren i Kil", "organisation"),
        ("Bidrag ges till Föreningen Kamrat i Ale.", "Föreningen Kamrat i Ale", "organisation"),
        ("Bidrag ges till Föreningen Kamrat i maj.", "Föreningen Kamrat", "organisation"),
        ("Bidrag ges till föreningen Kamrat i Ale.", "Kamrat", "organisation"),
        ("Föreningen Kamrat i Ale har ansökt om bidrag.", "Kamrat", "organisation"),
        ("Projektet Hemro i fler kommuner", "Hemro", "project"),
        ("Projektet Hemro i alla skolor", "Hemro", "project"),
        ("Projektet Hemro i Dalbygden", "Hemro i Dalbygden", "project"),
        ("Projektet Barn i rörelse", "Barn i rörelse", "project"),
        ("Ale har sänt Plan för uppföljning till alla förbund.", "Plan för uppföljning", "plan"),
        ("Ale har antagit Plan för resor till arbete.", "Plan för resor till arbete", "plan"),
    ],
)
def test_where_a_name_goes_on_with_a_place(text: str, name: str, kind: str) -> None:
    found = {each for each in _named(text) if each[1] == kind}
    assert found == {(name, kind)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vi har träffat lokala hälsorådet i Sunne.", {"lokala hälsorådet i Sunne"}),
        ("Det lokala folkhälsorådet i Torsby är med.", {"lokala folkhälsorådet i Torsby"}),
        ("Lokala trygghetsrådet i Arvika vill ha mer tid.", {"lokala trygghetsrådet i Arvika"}),
        ("Det lokala folkhälsorådet i frågan väntar.", {"lokala folkhälsorådet"}),
        ("Nya folkhälsorådet i Torsby är med.", {"folkhälsorådet"}),
        ("Bidrag ges till Science Park Fryken i höst.", {"Science Park Fryken"}),
        ("Bidrag ges till Campus Dalbygden i höst.", {"Campus Dalbygden"}),
        ("Studenterna på campus är många.", set()),
        ("Resepolicy för ledamöter har antagits.", {"Resepolicy för ledamöter"}),
        ("Parterna vill säga upp avtalet för omförhandling.", set()),
        ("Parterna vill säga upp avtalet för uppsägning.", set()),
    ],
)
def test_groups_of_a_place_and_what_is_no_name(text: str, names: set[str]) -> None:
    found = read(_HEAD + text, shipped()).facts.mentions
    assert {each.name for each in found if each.kind in ("body", "organisation", "plan", "agreement")} == names
