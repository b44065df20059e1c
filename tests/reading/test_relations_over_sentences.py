"""Relations that take two sentences: lists and then `De tre kommunerna`, `Parterna`, `dit`, `Utskotten`."""

import pytest

from samverkan.reading import read
from samverkan.register import shipped

_HEAD = "Minnesanteckningar Samrådet Dalbygden 2021-03-04\n\n3. Läget\n"


def _related(text: str) -> set[tuple[str, str, str]]:
    found = read(_HEAD + text, shipped()).facts.relations
    return {(each.subject.lower(), each.relation, each.object.lower()) for each in found}


def _all(names: str, relation: str, target: str) -> set[tuple[str, str, str]]:
    return {(name.lower(), relation, target) for name in names.split(", ")}


_THREE = "Ale, Lerum, Tjörn"


@pytest.mark.parametrize(
    ("text", "names", "target"),
    [
        (
            "Norrdals miljöförbund sköter tillsyn åt Ale, Lerum och Tjörn. De tre kommunerna är förbundets medlemmar.",
            _THREE,
            "norrdals miljöförbund",
        ),
        ("Medlemmar i Norrtåg i Inlandet är Ale, Lerum och Tjörn.", _THREE, "norrtåg i inlandet"),
        ("Medlemmar i Norrdalens Brandkår (NB) är Ale, Lerum och Tjörn.", _THREE, "norrdalens brandkår"),
        ("Norrdalens vatten har tre ägarkommuner: Ale, Lerum och Tjörn.", _THREE, "norrdalens vatten"),
        (
            "Energirådgivning Väst är ett samarbete mellan tre kommuner: Ale, Lerum och Tjörn.",
            _THREE,
            "energirådgivning väst",
        ),
        ("Tjörn lämnade Norrdalens kommunalförbund den 31 december 2022.", "Tjörn", "norrdalens kommunalförbund"),
    ],
)
def test_members_by_name(text: str, names: str, target: str) -> None:
    assert _all(names, "member of", target) <= _related(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tillsynen sker åt Ale, Lerum och Tjörn. De fyra kommunerna är medlemmar i Norrdalens kommunalförbund.",
        "Ale, Lerum och Tjörn väntar. Kommunerna är medlemmar i Norrdalens kommunalförbund.",
        "Tjörn lämnar Norrdalens kommunalförbund.",
        "Vem är medlem i det?",
    ],
    ids=["another number", "no number", "no day", "no name"],
)
def test_no_members_by_name(text: str) -> None:
    assert not {each for each in _related(text) if each[0] in ("ale", "lerum", "tjörn")}


@pytest.mark.parametrize(
    ("text", "names", "target"),
    [
        (
            "Ale, Lerum och Tjörn har förhandlat länge. Parterna undertecknade Avtal om sprututbyte i Väst.",
            _THREE,
            "avtal om sprututbyte i väst",
        ),
        (
            "Ale, Lerum och Tjörn driver lärcentra. De tre kommunerna har tecknat Avtal om lärcentra i Väst.",
            _THREE,
            "avtal om lärcentra i väst",
        ),
        ("Ramavtal 6 mellan Ale, Lerum och Tjörn gäller.", _THREE, "ramavtal 6"),
        ("Avtal om utalarmering ska tecknas med Ale och Lerum.", "Ale, Lerum", "avtal om utalarmering"),
        (
            "Överenskommelsen Trygg förlossning 2023, som slutits mellan staten och SKR, ger medel.",
            "staten, SKR",
            "överenskommelse trygg förlossning 2023",
        ),
        (
            "Ett nytt samarbetsavtal om skolor, Avtal om skolor i Väst, gäller mellan Ale och Lerum.",
            "Ale, Lerum",
            "avtal om skolor i väst",
        ),
    ],
)
def test_parties(text: str, names: str, target: str) -> None:
    assert _related(text) == _all(names, "party to", target)


def test_a_number_before_a_noun_is_no_part_of_an_agreements_name() -> None:
    assert not _related("Ramavtal 3 år framåt mellan Ale och Lerum.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vårdrådet Väst träffas den 25 mars. Socialchefsgruppen bereder ärendena dit.",
            ("socialchefsgruppen", "prepares for", "vårdrådet väst"),
        ),
        ("Bereds av kommundirektörsgruppen.", ("kommundirektörsgruppen", "prepares for", "samrådet dalbygden")),
        (
            "Tre utskott finns: Infrastrukturutskottet och Kulturutskottet. Utskotten förbereder Vårdrådets ärenden.",
            ("kulturutskottet", "prepares for", "vårdrådet"),
        ),
        (
            "Det är Vårdrådet som beslutar om Handlingsplan Vatten 2023.",
            ("vårdrådet", "responsible for", "handlingsplan vatten 2023"),
        ),
        (
            "Projektet Vägen in pågår. Lerum medverkar. Viadukten är projektägare.",
            ("viadukten", "responsible for", "vägen in"),
        ),
        (
            "Chefen utses av styrelsen för Västbygdens kommunalförbund.",
            ("styrelsen för västbygdens kommunalförbund", "part of", "västbygdens kommunalförbund"),
        ),
    ],
)
def test_what_the_sentence_before_says(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _related(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arbetsgrupp vatten rapporterar hit.", ("arbetsgrupp vatten", "reports to", "samrådet dalbygden")),
        ("Projektet Vägen in pågår. Lerum har projektledningen.", ("lerum", "responsible for", "vägen in")),
        ("Projektet Vägen in pågår. Ale och Lerum är samverkansparter.", ("ale", "party to", "vägen in")),
        (
            "Dalbussen är ett trafikbolag som ägs av Ale, Lerum och länets femton kommuner.",
            ("lerum", "member of", "dalbussen"),
        ),
        (
            "Till Samrådet Dalbygden hör två arbetsgrupper:\n- Arbetsgrupp Centrum\n- Arbetsgrupp Norrby",
            ("arbetsgrupp norrby", "part of", "samrådet dalbygden"),
        ),
        (
            "Avtal om simhall, som Ale har med Lerum och Tjörn, förlängs.",
            ("tjörn", "party to", "avtal om simhall"),
        ),
        (
            "En beredningsgrupp med en person från varje huvudman bereder samrådets ärenden.",
            ("beredningsgrupp", "prepares for", "samrådet dalbygden"),
        ),
        (
            "Projektet Vägen in drivs av Ale tillsammans med Region Skåne.",
            ("ale", "responsible for", "vägen in"),
        ),
        (
            "Kommunfullmäktige i medlemskommunerna har valt ledamöter till Vårdrådet.",
            ("kommunerna", "appoints", "vårdrådet"),
        ),
        ("Dalbygdens kommunalteknik ägs av Ale och Lerum.", ("lerum", "member of", "dalbygdens kommunalteknik")),
        (
            "Dalbygdens räddning är ett kommunalförbund med Ale, Lerum och Tjörn som medlemmar.",
            ("tjörn", "member of", "dalbygdens räddning"),
        ),
        (
            "Vi har Temagrupp äldre och Temagrupp barn. Temagrupperna tillsätts av ledningsgruppen.",
            ("ledningsgruppen", "appoints", "temagrupp barn"),
        ),
        (
            "Mötet är sent; enligt turordningen tar Ale över ordförandeskapet i Vårdrådet från maj.",
            ("ale", "chairs", "vårdrådet"),
        ),
    ],
)
def test_further_forms(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _related(text)


def test_the_short_form_that_a_text_spells_out_is_not_the_own_bodys() -> None:
    head = "Protokoll Dalbygdens Samverkans styrelse 2020-05-12\n\n§ 3 Läget\n"
    text = "Dalbygdens Samverkan (DSS) är ett samarbete mellan tre kommuner: Ale, Lerum och Tjörn."
    found = read(head + text, shipped()).facts.relations
    assert {each.object for each in found} == {"Dalbygdens Samverkan"}


def test_the_own_board_of_an_association_by_its_noun() -> None:
    head = "Protokoll Styrelsen för Kustens kommunalförbund 2020-05-12\n\n§ 3 Grupper\n"
    found = read(f"{head}Näringslivsgruppen bereder ärenden åt styrelsen.", shipped()).facts.relations
    assert [each.object for each in found] == ["Styrelsen för Kustens kommunalförbund"]


@pytest.mark.parametrize(
    "text",
    [
        "Vid mötet finns två arbetsgrupper:\n- Arbetsgrupp Centrum\n- Arbetsgrupp Norrby",
        "Lerum har projektledningen.",
        "Förslaget sänds till medlemskommunerna, Länsstyrelsen Skåne och Norra brandkåren.",
        "Temagrupp barn finns. Chefsgrupperna och temagrupperna möts.",
        "Mötet ägs av alla.",
        "Det är Vårdrådet som bjuder in till Handlingsplan Vatten 2023.",
        "Vem är projektägare?",
        "Infrastrukturutskottet finns. Utskotten möts.",
        "Ledamöterna utser kommunernas ledamöter i maj.",
    ],
)
def test_near_misses(text: str) -> None:
    assert not _related(text)
