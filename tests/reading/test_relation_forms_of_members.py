"""Who is party, part, member or chair, and what replaces what, in each form that minutes and pages say it."""

from collections.abc import Callable

import pytest

Related = Callable[[str], set[tuple[str, str, str]]]
_OWN = "Styrgruppen för Ovanbygden"
_ALL = ("Ale", "Lerum", "Tjörn")
_LEAGUE = "Västerbygdens kommunalförbund"


def _pairs(subjects: tuple[str, ...], relation: str, target: str) -> set[tuple[str, str, str]]:
    return {(subject.lower(), relation, target.lower()) for subject in subjects}


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
        ("Gruppen är en grupp inom Västerbygdens kommunalförbund.", (_OWN,), _LEAGUE),
        ("Välfärdsrådet är ett råd inom Västerbygdens kommunalförbund.", ("Välfärdsrådet",), _LEAGUE),
        ("Välfärdsnämnden ingår i Ale kommuns organisation.", ("välfärdsnämnden",), "Ale"),
        ("Välfärdsnämnden ingår i Region Hallands organisation.", ("välfärdsnämnden",), "Region Halland"),
        ("Styrgruppen blir en del av Välfärdsrådet.", (_OWN,), "Välfärdsrådet"),
        (
            "Till Välfärdsrådet hör två grupper, socialchefsgruppen och skolchefsgruppen.",
            ("socialchefsgruppen", "skolchefsgruppen"),
            "Välfärdsrådet",
        ),
    ],
)
def test_forms_of_part_of(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "part of", target)


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
        ("Under 2019 och 2020 är Region Halland ordförande.", ("Region Halland",), _OWN),
        ("Enligt en fast ordning tar Tjörns kommun över ordförandeskapet i maj.", ("Tjörn",), _OWN),
        ("Från årsskiftet tar Tjörns kommun över ordförandeskapet i Välfärdsrådet.", ("Tjörn",), "Välfärdsrådet"),
        ("Ordförandeskapet går nästa år över till Region Halland.", ("Region Halland",), "Styrgruppen för Ovanbygden"),
    ],
)
def test_forms_of_chairs(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "chairs", target)


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
        (
            "Arbetet styrs av Avtal om skolskjuts, tecknat den 4 mars 2020 mellan Ale och Tjörn.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        (
            "Förslaget till Avtal om skolskjuts är klart. Parter är Ale kommun och Tjörns kommun.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        (
            "Länsstyrelsen Halland, Region Halland och kommunerna har Överenskommelse om beredskap i länet.",
            ("Länsstyrelsen Halland", "Region Halland", "kommunerna"),
            "Överenskommelse om beredskap i länet",
        ),
        (
            "Överenskommelse om samarbete med Dalregionen undertecknades i juni 2018 av Ale kommun och Tjörns kommun.",
            ("Ale", "Tjörn"),
            "Överenskommelse om samarbete med Dalregionen",
        ),
        (
            "Ale kommun och Tjörns kommun skrev i går under Avtal om skolskjuts.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        (
            "Avtal om skolskjuts, som de två regionerna har slutit, gäller Region Halland och Region Skåne.",
            ("Region Halland", "Region Skåne"),
            "Avtal om skolskjuts",
        ),
        (
            "Avtal om skolskjuts, i vilket Ale kommun och Tjörns kommun är parter, ses över.",
            ("Ale", "Tjörn"),
            "Avtal om skolskjuts",
        ),
        ("Ale kommun anslöt sig till Avtal om skolskjuts 2021.", ("Ale",), "Avtal om skolskjuts 2021"),
        ("Bakom projektet Nya steg står Ale kommun och Tjörns kommun.", ("Ale", "Tjörn"), "Nya steg"),
    ],
)
def test_forms_of_party_to(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "party to", target)


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
        ("Medlemmarna i Västerbygdens kommunalförbund, Ale, Lerum och Tjörn, har sagt ja.", _ALL, _LEAGUE),
    ],
)
def test_forms_of_member_of(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "member of", target)


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
        ("Välfärdsrådet inrättades 2009 och ersatte då Omsorgsrådet.", ("Välfärdsrådet",), "Omsorgsrådet"),
        ("Planen är klar. Den ersätter Vägplan 2019 och berör Trafikstrategi 2020-2030.", (), ""),
    ],
)
def test_forms_of_replaces(related: Related, sentence: str, subjects: tuple[str, ...], target: str) -> None:
    assert related(sentence) == _pairs(subjects, "replaces", target)
