"""The ten kinds of relation, each in the forms that minutes and pages say it: active, passive, inverted, relative, by a
noun of a role."""

import pytest

from samverkan import register
from samverkan.reading import read

_OWN = "Styrgruppen för Ovanbygden"
_MINUTES = f"""Minnesanteckningar {_OWN} 2021-03-04

Närvarande: Karin Ek, Ale, Per Lund, Tjörn

1. Inledning
Mötet öppnas.

2. Samtal
"""
_ALL = ("Ale", "Lerum", "Tjörn")
_LEAGUE = "Västerbygdens kommunalförbund"


def _relations(sentence: str) -> set[tuple[str, str, str]]:
    facts = read(f"{_MINUTES}{sentence}\n\n3. Övrigt\nInget.\n", register.shipped()).facts
    return {(row.subject.lower(), row.relation, row.object.lower()) for row in facts.relations}


def _pairs(subjects: tuple[str, ...], relation: str, target: str) -> set[tuple[str, str, str]]:
    return {(subject.lower(), relation, target.lower()) for subject in subjects}


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Ale kommun ansvarar för projektet Nya steg.", ("Ale",), "Nya steg"),
        ("Ansvarig för projektet Nya steg är Ale kommun.", ("Ale",), "Nya steg"),
        ("För projektet Nya steg ansvarar Ale kommun.", ("Ale",), "Nya steg"),
        ("Projektet Nya steg leds av Ale kommun och Region Halland.", ("Ale", "Region Halland"), "Nya steg"),
        ("Projektet Nya steg, som leds av Ale kommun, startar i maj.", ("Ale",), "Nya steg"),
        ("Ansvaret för projektet Nya steg ligger hos Ale kommun.", ("Ale",), "Nya steg"),
        ("Ansvaret för Kulturplan 2022-2025 har Region Halland.", ("Region Halland",), "Kulturplan 2022-2025"),
        ("Region Halland har ansvaret för Kulturplan 2022-2025.", ("Region Halland",), "Kulturplan 2022-2025"),
        ("Huvudman för projektet Nya steg är Ale kommun.", ("Ale",), "Nya steg"),
        ("Projektet Nya steg, för vilket Ale kommun ansvarar, startar i maj.", ("Ale",), "Nya steg"),
        (
            "Socialchefsgruppen ansvarar för uppföljningen av Handlingsplan Äldre 2023.",
            ("socialchefsgruppen",),
            "Handlingsplan Äldre 2023",
        ),
        (
            "Handlingsplan Äldre 2023 följs upp av socialchefsgruppen varje år.",
            ("socialchefsgruppen",),
            "Handlingsplan Äldre 2023",
        ),
        (
            "Det är socialchefsgruppen som ansvarar för Handlingsplan Äldre 2023.",
            ("socialchefsgruppen",),
            "Handlingsplan Äldre 2023",
        ),
        ("Projektägare för Nya steg är Tjörns kommun.", ("Tjörn",), "Nya steg"),
        (
            "Tjörns kommun och Region Halland driver tillsammans projektet Nya steg.",
            ("Tjörn", "Region Halland"),
            "Nya steg",
        ),
        ("Ansvarig nämnd för Kulturplan 2022-2025 är kulturnämnden.", ("kulturnämnden",), "Kulturplan 2022-2025"),
        (
            "Kulturnämnden, som ansvarar för Kulturplan 2022-2025, har yttrat sig.",
            ("kulturnämnden",),
            "Kulturplan 2022-2025",
        ),
        ("Styrgruppen ansvarar för Handlingsplan Äldre 2023.", (_OWN,), "Handlingsplan Äldre 2023"),
        ("Vi ansvarar för Handlingsplan Äldre 2023.", (_OWN,), "Handlingsplan Äldre 2023"),
        ("Gruppen svarar för genomförandet av Handlingsplan Äldre 2023.", (_OWN,), "Handlingsplan Äldre 2023"),
        ("Tjörns kommun samordnar arbetet med Handlingsplan Äldre 2023.", ("Tjörn",), "Handlingsplan Äldre 2023"),
    ],
)
def test_forms_of_responsible_for(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "responsible for", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        (
            "Beredningsgruppen för skola bereder ärenden åt Välfärdsrådet.",
            ("beredningsgruppen för skola",),
            "Välfärdsrådet",
        ),
        ("Ärenden till Välfärdsrådet bereds av socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Välfärdsrådets ärenden bereds i socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Till Välfärdsrådet bereds ärendena av socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Socialchefsgruppen är beredande organ till Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        (
            "Socialchefsgruppen, som bereder ärenden till Välfärdsrådet, möts i maj.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        ("Beredning inför Välfärdsrådet sker i socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
        (
            "Socialchefsgruppen har i uppdrag att bereda ärenden till Välfärdsrådet.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        ("Socialchefsgruppen förbereder Välfärdsrådets möten.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Styrgruppen bereder ärenden som ska upp i Välfärdsrådet.", (_OWN,), "Välfärdsrådet"),
        ("Styrgruppens ärenden bereds av socialchefsgruppen.", ("socialchefsgruppen",), _OWN),
        ("Ärendena bereds av socialchefsgruppen innan de kommer till styrgruppen.", ("socialchefsgruppen",), _OWN),
        ("Socialchefsgruppen fungerar som beredningsgrupp åt Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Som beredningsorgan åt Välfärdsrådet fungerar socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
        (
            "Som stöd har Välfärdsrådet socialchefsgruppen, som bereder dess ärenden.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        ("Beredande grupp för Välfärdsrådet är socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
    ],
)
def test_forms_of_prepares_for(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "prepares for", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Socialchefsgruppen rapporterar till Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        (
            "Till Välfärdsrådet rapporterar socialchefsgruppen två gånger om året.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        (
            "Socialchefsgruppen och skolchefsgruppen rapporterar löpande till styrgruppen.",
            ("socialchefsgruppen", "skolchefsgruppen"),
            _OWN,
        ),
        (
            "Socialchefsgruppen ska årligen rapportera sitt arbete till Välfärdsrådet.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        (
            "Socialchefsgruppen, som rapporterar till Välfärdsrådet, möts i maj.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        ("Arbetsgrupperna rapporterar till styrgruppen.", ("arbetsgrupperna",), _OWN),
        ("Utvecklingsgrupp äldre rapporterar till styrgruppen.", ("Utvecklingsgrupp äldre",), _OWN),
        ("Gruppen återrapporterar till Välfärdsrådet.", (_OWN,), "Välfärdsrådet"),
        ("Socialchefsgruppen redovisar sitt arbete för Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Socialchefsgruppen avger rapport till Välfärdsrådet varje år.", ("socialchefsgruppen",), "Välfärdsrådet"),
    ],
)
def test_forms_of_reports_to(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "reports to", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Socialchefsgruppen är underställd Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Arbetsgruppen för skola ingår i Välfärdsrådet.", ("arbetsgruppen för skola",), "Välfärdsrådet"),
        (
            "Välfärdsrådet består av socialchefsgruppen och skolchefsgruppen.",
            ("socialchefsgruppen", "skolchefsgruppen"),
            "Välfärdsrådet",
        ),
        (
            "Under Välfärdsrådet finns socialchefsgruppen och skolchefsgruppen.",
            ("socialchefsgruppen", "skolchefsgruppen"),
            "Välfärdsrådet",
        ),
        ("Till Välfärdsrådet hör socialchefsgruppen.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("I Delregion Norr ingår Ale, Lerum och Tjörn.", _ALL, "Delregion Norr"),
        ("Delregion Norr omfattar kommunerna Ale, Lerum och Tjörn.", _ALL, "Delregion Norr"),
        ("Delregion Norr utgörs av Ale, Lerum och Tjörn.", _ALL, "Delregion Norr"),
        ("Tjörns kommun tillhör Delregion Norr.", ("Tjörn",), "Delregion Norr"),
        (
            "Handlingsplan Äldre 2023 är en del av Strategi för god vård.",
            ("Handlingsplan Äldre 2023",),
            "Strategi för god vård",
        ),
    ],
)
def test_forms_of_part_of(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "part of", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Ledamöterna i Välfärdsrådet utses av kommunstyrelserna.", ("kommunstyrelserna",), "Välfärdsrådet"),
        ("Regionstyrelsen utser ledamöter i Välfärdsrådet.", ("regionstyrelsen",), "Välfärdsrådet"),
        ("Regionstyrelsen utser ledamöterna i styrgruppen.", ("regionstyrelsen",), _OWN),
        ("Styrgruppen tillsätts av regionstyrelsen.", ("regionstyrelsen",), _OWN),
        ("Styrgruppen tillsätter arbetsutskottet.", (_OWN,), "arbetsutskottet"),
        ("Styrgruppens ledamöter utses av kommunstyrelsen i respektive kommun.", ("kommunstyrelsen",), _OWN),
        ("Varje kommun utser en ledamot till styrgruppen.", ("kommunerna",), _OWN),
        ("Ledamöterna utses av Region Halland och kommunerna.", ("Region Halland", "kommunerna"), _OWN),
        ("Arbetsutskottet väljs av styrgruppen för två år.", (_OWN,), "arbetsutskottet"),
    ],
)
def test_forms_of_appoints(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "appoints", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Ale kommun är ordförande i Välfärdsrådet.", ("Ale",), "Välfärdsrådet"),
        ("Ordförande i Välfärdsrådet är Region Halland.", ("Region Halland",), "Välfärdsrådet"),
        ("Ordförandeskapet i Välfärdsrådet innehas av Region Halland.", ("Region Halland",), "Välfärdsrådet"),
        ("Under 2022 har Region Halland ordförandeskapet i Välfärdsrådet.", ("Region Halland",), "Välfärdsrådet"),
        ("Välfärdsrådet leds 2022 av Region Halland.", ("Region Halland",), "Välfärdsrådet"),
        ("Tjörns kommun tar över ordförandeskapet i styrgruppen den 1 januari 2022.", ("Tjörn",), _OWN),
        ("Region Halland är ordförande under 2022.", ("Region Halland",), _OWN),
        ("Ordförandeskapet för styrgruppen går från Ale till Tjörns kommun.", ("Tjörn",), _OWN),
    ],
)
def test_forms_of_chairs(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "chairs", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Avtal om skolskjuts tecknas mellan Ale kommun och Tjörns kommun.", ("Ale", "Tjörn"), "Avtal om skolskjuts"),
        ("Ale kommun och Tjörns kommun har tecknat Avtal om skolskjuts.", ("Ale", "Tjörn"), "Avtal om skolskjuts"),
        ("Parter i Avtal om skolskjuts är Ale kommun och Tjörns kommun.", ("Ale", "Tjörn"), "Avtal om skolskjuts"),
        (
            "Avtal om skolskjuts har undertecknats av Ale kommun och Tjörns kommun.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        (
            "Avtal om skolskjuts, som Ale kommun och Tjörns kommun har ingått, gäller till 2024.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        (
            "Staten och SKR har träffat Överenskommelse om god vård 2021.",
            ("staten", "SKR"),
            "Överenskommelse om god vård 2021",
        ),
        (
            "Hemvårdsavtalet mellan Region Halland och kommunerna är från 2012.",
            ("Region Halland", "kommunerna"),
            "hemvårdsavtalet",
        ),
        (
            "Avtal om skolskjuts mellan Ale kommun och Tjörns kommun löper ut 2022.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        ("Ale kommun har anslutit sig till Avtal om skolskjuts.", ("Ale",), "Avtal om skolskjuts"),
        ("Avtal om skolskjuts är undertecknat av Ale och Tjörn.", ("Ale", "Tjörn"), "Avtal om skolskjuts"),
        ("I Avtal om skolskjuts är Ale kommun och Tjörns kommun parter.", ("Ale", "Tjörn"), "Avtal om skolskjuts"),
        ("Ale kommun är part i Avtal om skolskjuts.", ("Ale",), "Avtal om skolskjuts"),
        (
            "Avtal om skolskjuts gäller mellan Region Halland och länets kommuner.",
            ("Region Halland", "kommunerna"),
            "Avtal om skolskjuts",
        ),
        ("Region Halland deltar i projektet Nya steg.", ("Region Halland",), "Nya steg"),
        (
            "Parterna, Ale kommun och Tjörns kommun, skrev i går under Avtal om skolskjuts.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        (
            "Avtal om skolskjuts omfattar Ale, Tjörn och Region Halland.",
            ("Ale", "Tjörn", "Region Halland"),
            "Avtal om skolskjuts",
        ),
    ],
)
def test_forms_of_party_to(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "party to", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Ale, Lerum och Tjörn är medlemmar i Västerbygdens kommunalförbund.", _ALL, _LEAGUE),
        ("Medlemmar i Västerbygdens kommunalförbund är Ale, Lerum och Tjörn.", _ALL, _LEAGUE),
        ("Västerbygdens kommunalförbund har tre medlemmar: Ale, Lerum och Tjörn.", _ALL, _LEAGUE),
        ("Västerbygdens kommunalförbund har två medlemmar, Ale kommun och Tjörns kommun.", ("Ale", "Tjörn"), _LEAGUE),
        (
            "Medlemmarna i Västerbygdens kommunalförbund, det vill säga Ale, Lerum och Tjörn, träffas i maj.",
            _ALL,
            _LEAGUE,
        ),
        ("Västerbygdens kommunalförbund bildades av Ale, Lerum och Tjörn 1998.", _ALL, _LEAGUE),
        ("Västerbygdens kommunalförbund ägs av Ale, Lerum och Tjörn.", _ALL, _LEAGUE),
        ("Tjörns kommun har blivit medlem i Västerbygdens kommunalförbund.", ("Tjörn",), _LEAGUE),
        ("Den 1 januari 2022 blir Tjörns kommun medlem i Västerbygdens kommunalförbund.", ("Tjörn",), _LEAGUE),
        ("Västerbygdens kommunalförbund, där Ale och Tjörn är medlemmar, har flyttat.", ("Ale", "Tjörn"), _LEAGUE),
    ],
)
def test_forms_of_member_of(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "member of", target)


@pytest.mark.parametrize(
    ("sentence", "subjects", "target"),
    [
        ("Välfärdsrådet ersätter Omsorgsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Omsorgsrådet ersätts av Välfärdsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Omsorgsrådet har bytt namn till Välfärdsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Välfärdsrådet, som tidigare hette Omsorgsrådet, möts i maj.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Välfärdsrådet (tidigare Omsorgsrådet) möts i maj.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Kulturplan 2022-2025 ersätter Kulturplan 2018-2021.", ("Kulturplan 2022-2025",), "Kulturplan 2018-2021"),
        ("Omsorgsrådet upphör och ersätts av Välfärdsrådet den 1 januari 2022.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("I stället för Omsorgsrådet inrättas Välfärdsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Välfärdsrådet inrättas i stället för Omsorgsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Välfärdsrådet träder i stället för Omsorgsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Välfärdsrådet har tagit över efter Omsorgsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Omsorgsrådet heter numera Välfärdsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Välfärdsrådet är en fortsättning på Omsorgsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
    ],
)
def test_forms_of_replaces(sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert _relations(sentence) == _pairs(subjects, "replaces", target)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ale kommun ansvarar inte för projektet Nya steg.",
        "Ordförande i Välfärdsrådet är Karin Ek.",
        "Till Välfärdsrådet kallas socialchefsgruppen i maj.",
        "Gruppen får i uppdrag att samordna Handlingsplan Äldre 2023.",
        "Medlemmarna, som är nöjda, tackar Ale och Tjörn.",
        "I stället för mötet besöker vi Välfärdsrådet.",
        "Region Halland är ordförande i många sammanhang.",
        "Avtal om skolskjuts ska tecknas senare.",
        "Ansvarig för mötet i Välfärdsrådet är Karin Ek.",
        "Ale kommun vill ansvara för projektet Nya steg.",
        "Karin Ek från Ale kommun är ordförande.",
        "Välfärdsrådet utser Karin Ek till ledamot i styrgruppen.",
        "Socialchefsgruppen rapporterar att Välfärdsrådet har mötts.",
        "Välfärdsrådet och socialchefsgruppen träffas i maj.",
        "Ordförandeskapet i Välfärdsrådet diskuteras av Ale kommun.",
        "För Välfärdsrådet är frågan ny.",
        "Varje kommun tar upp frågan i styrgruppen.",
        "Staten har gett medel till Ale kommun.",
        "Rapporten om Välfärdsrådet lämnas till socialchefsgruppen.",
        "Beredningen av ärendet fortsätter i Ale kommun.",
        "Ale, Lerum och Tjörn vill veta mer om Västerbygdens kommunalförbund.",
        "Region Halland har tagit fram Kulturplan 2022-2025.",
        "Nätverket för skolchefer ansvarar för att ta fram en plan.",
        "Socialchefsgruppen lämnar förslag till Välfärdsrådet.",
        "Kansliet bereder frågan till nästa möte.",
        "Ärendet bereds vidare av kansliet.",
        "Karin Ek rapporterar till styrgruppen i maj.",
        "Välfärdsrådet utses av Förbundsmötet.",
        "Styrgruppen utser Karin Ek till ledamot i Välfärdsrådet.",
        "Ale kommun vill se över Avtal om skolskjuts.",
        "Ale lämnar Västerbygdens kommunalförbund.",
        "Ersättare för Karin Ek är Per Lund.",
    ],
)
def test_sentences_that_say_no_relation(sentence: str) -> None:
    assert _relations(sentence) == set()
