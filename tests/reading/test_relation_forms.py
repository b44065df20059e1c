"""Who prepares, appoints, reports and is responsible, in each form that minutes and pages say it: active, passive,
inverted, relative, by a noun of a role."""

from collections.abc import Callable

import pytest

Related = Callable[[str], set[tuple[str, str, str]]]
_OWN = "Styrgruppen för Ovanbygden"


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
        (
            "Projektet Nya steg drivs gemensamt av Tjörns kommun och Region Halland.",
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
        ("Ansökan gäller projektet Nya steg. Det är Ale som är projektägare.", ("Ale",), "Nya steg"),
        ("Karin Ek, som är projektägare för Nya steg, berättar.", ("Karin Ek",), "Nya steg"),
        ("Projektet Nya steg drivs av Ale kommun och Tjörns kommun gemensamt.", ("Ale", "Tjörn"), "Nya steg"),
        ("Projektet Nya steg leds av Karin Ek i Tjörn.", ("Karin Ek",), "Nya steg"),
        ("Projektet Nya steg har nyss börjat och ägs av Ale kommun.", ("Ale",), "Nya steg"),
        ("Vi hör om Framtidsresan, ett projekt som Ale kommun driver.", ("Ale",), "Framtidsresan"),
        (
            "Projektet Nya steg har startat. Ale kommun och Tjörns kommun driver projektet.",
            ("Ale", "Tjörn"),
            "Nya steg",
        ),
        ("Steget fram: Insatsen drivs av Ale kommun.", ("Ale",), "Steget fram"),
        ("Styrgrupp för projektet Nya steg är Välfärdsrådet.", ("Välfärdsrådet",), "Nya steg"),
        ("Ale kommun driver Språkbro hemma.", ("Ale",), "Språkbro hemma"),
    ],
)
def test_forms_of_responsible_for(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "responsible for", target)


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
        ("Socialchefsgruppen tar fram underlag till Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Före mötena bereds ärendena alltid av socialchefsgruppen.", ("socialchefsgruppen",), _OWN),
    ],
)
def test_forms_of_prepares_for(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "prepares for", target)


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
        ("Varje år lämnar socialchefsgruppen en rapport till Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        ("Socialchefsgruppen lämnar varje år en rapport till Välfärdsrådet.", ("socialchefsgruppen",), "Välfärdsrådet"),
        (
            "Socialchefsgruppen finns sedan länge och rapporterar till Välfärdsrådet.",
            ("socialchefsgruppen",),
            "Välfärdsrådet",
        ),
        (
            "Socialchefsgruppen rapporterar till Västerbygdens kommunalförbunds ledningsgrupp.",
            ("socialchefsgruppen",),
            "ledningsgruppen",
        ),
    ],
)
def test_forms_of_reports_to(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "reports to", target)


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
        ("Varje kommun utser tre ledamöter med var sin ersättare.", ("kommunerna",), _OWN),
        ("Region Halland utser fem, varav två från minoriteten.", ("Region Halland",), _OWN),
        (
            "Ombudsmötet finns kvar. Regionfullmäktige väljer välfärdsnämnden.",
            ("regionfullmäktige",),
            "välfärdsnämnden",
        ),
    ],
)
def test_forms_of_appoints(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "appoints", target)


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
        "Ledamöterna väljs av respektive fullmäktige.",
        "Gruppen fastställer rutinen. Den ersätter Rutin för skolskjuts.",
        "Socialchefsgruppen möts ofta. Styrgruppen utser gruppens ordförande.",
        "Teckna avtal med Ale kommun om vägar, inte Avtal om skolskjuts.",
    ],
)
def test_sentences_that_say_no_relation(related: Related, sentence: str) -> None:
    assert related(sentence) == set()
