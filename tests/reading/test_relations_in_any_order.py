"""Relations of sentences whose subject does not stand first: behind the verb, in `det är A som`, in the sentence
before; who chairs in turn, and tasks in lists of a page."""

from collections.abc import Callable

import pytest

from samverkan import register
from samverkan.reading import read

Related = Callable[[str], set[tuple[str, str, str]]]
_OWN = "styrgruppen för ovanbygden"


@pytest.mark.parametrize(
    ("sentence", "relation", "subjects", "target"),
    [
        ("Från och med 2024 ersätts Omsorgsrådet av det nya Vårdrådet.", "replaces", ("vårdrådet",), "omsorgsrådet"),
        ("Den 1 maj 2021 avlöses Omsorgsrådet av Vårdrådet.", "replaces", ("vårdrådet",), "omsorgsrådet"),
        ("2022 ombildades Omsorgsrådet till Vårdrådet.", "replaces", ("vårdrådet",), "omsorgsrådet"),
        ("Tjörn har ihop med Ale tecknat Avtal om hemvård.", "party to", ("tjörn", "ale"), "avtal om hemvård"),
        ("Tillsammans med Ale har Tjörn tecknat Avtal om hemvård.", "party to", ("tjörn", "ale"),
         "avtal om hemvård"),
        ("Vi såg Avtal om hemvård, som Ale ska teckna med Tjörn.", "party to", ("tjörn", "ale"), "avtal om hemvård"),
        ("Det krävs ett avtal mellan Ale och Tjörn. Avtal om hemvård är klart.", "party to", ("tjörn", "ale"),
         "avtal om hemvård"),
        ("Utöver Ale är Tjörn medlem i Barnahus Dal.", "member of", ("ale", "tjörn"), "barnahus dal"),
        ("Sedan 2022 är även Tjörn medlem i Barnahus Dal.", "member of", ("tjörn",), "barnahus dal"),
        ("Det är Chefsgrupp Dal som utser ledamöterna i Vårdrådet.", "appoints", ("chefsgrupp dal",), "vårdrådet"),
        ("2023 är det Tjörn som är ordförande för gruppen.", "chairs", ("tjörn",), _OWN),
        ("Till Vårdrådet utser Ale och Tjörn var sin ledamot.", "appoints", ("ale", "tjörn"), "vårdrådet"),
        ("Temagrupp Barn är en av tre temagrupper i Vårdsamverkan Dal.", "part of", ("temagrupp barn",),
         "vårdsamverkan dal"),
        ("Frågan går till Vårdrådet, som gruppen också rapporterar till varje år.", "reports to", (_OWN,), "vårdrådet"),
        ("Planen bereds, och det är regionfullmäktige som antar Kulturplan Dal 2024.", "responsible for",
         ("regionfullmäktige",), "kulturplan dal 2024"),
    ],
)  # fmt: skip
def test_the_subject_in_any_place(
    related: Related, sentence: str, relation: str, subjects: tuple[str, ...], target: str
) -> None:
    assert related(sentence) == {(subject, relation, target) for subject in subjects}


@pytest.mark.parametrize(
    "sentence",
    [
        "Omsorgsrådet föreslås ersättas av Vårdrådet.",
        "Ale ersätts för sina kostnader av Region Halland.",
        "Vårdrådet ersätter resor och uppehälle.",
        "Regionstyrelsen utser ordförande i Vårdrådet.",
        "Det är viktigt att Vårdrådet får veta vad som händer.",
        "Det är Ale som har bjudit in till mötet.",
        "Det saknas ett avtal mellan Ale och Tjörn.",
        "Region Halland har tagit fram Kulturplan Dal 2024.",
        "Karin Ek är en av fyra kandidater till Vårdrådet.",
        "Ordförandeskapet diskuterades med Ale och Tjörn.",
        "Ale önskar bli medlem i Barnahus Dal.",
    ],
)
def test_no_relation(related: Related, sentence: str) -> None:
    assert related(sentence) == set()


def test_who_chairs_in_turn_and_when() -> None:
    text = (
        "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Ale\n\n1. Läget\n"
        "Ordförandeskapet har Ale 2021–2022 och Tjörn 2023–2024.\n"
    )
    rows = read(text, register.shipped()).facts.relations
    assert [(row.subject, row.relation, row.start, row.end) for row in rows] == [
        ("Ale", "chairs", "2021", "2022"),
        ("Tjörn", "chairs", "2023", "2024"),
    ]


def test_tasks_in_a_list_are_those_of_the_body_of_a_page() -> None:
    text = (
        "Vårdrådet\n\nVårdrådet är en mötesplats för chefer i Region Halland och kommunerna.\n\n"
        "Ordförande\nKarin Ek, Ale\n\nUppdrag\n\nRådet ska\n– följa upp Avtal om hemvård i Dal\n"
        "– bereda frågor till Chefsgrupp Dal\n"
        "– utse Arbetsgrupp barn\n– hålla ihop införandet av det digitala stödet Kartan PLUS.\n"
    )
    rows = read(text, register.shipped()).facts.relations
    assert {(row.subject, row.relation, row.object) for row in rows} == {
        ("vårdrådet", "responsible for", "Avtal om hemvård i Dal"),
        ("vårdrådet", "prepares for", "Chefsgrupp Dal"),
        ("vårdrådet", "appoints", "Arbetsgrupp barn"),
        ("vårdrådet", "responsible for", "Kartan PLUS"),
    }


@pytest.mark.parametrize(
    ("sentence", "relation", "subjects", "target"),
    [
        ("Projektet Nya steg leds sedan 2019 av Ale kommun.", "responsible for", ("ale",), "nya steg"),
        ("Tjörn tar vid årsskiftet över ordförandeskapet i Vårdrådet.", "chairs", ("tjörn",), "vårdrådet"),
        ("Tjänstemannagruppen tar fram beslutsunderlag till Vårdrådet.", "prepares for", ("tjänstemannagruppen",),
         "vårdrådet"),
        ("Vårdrådet inrättades 2022 som ersättare för Omsorgsrådet.", "replaces", ("vårdrådet",), "omsorgsrådet"),
        ("Omsorgsrådet läggs ner och frågorna tas över av Vårdrådet.", "replaces", ("vårdrådet",), "omsorgsrådet"),
        ("Uppföljningen av Handlingsplan Äldre 2023 görs av Chefsgrupp Dal.", "responsible for", ("chefsgrupp dal",),
         "handlingsplan äldre 2023"),
        ("Samordningsansvaret för projektet Nya steg har Tjörn.", "responsible for", ("tjörn",), "nya steg"),
        ("Mellan Ale och Tjörn finns sedan 2019 Avtal om hemvård.", "party to", ("ale", "tjörn"), "avtal om hemvård"),
        ("Avtal om hemvård tecknades av samtliga kommuner och av Region Halland.", "party to",
         ("kommunerna", "region halland"), "avtal om hemvård"),
        ("Ale och Tjörn bildade 2019 Samordningsförbundet Dal.", "member of", ("ale", "tjörn"),
         "samordningsförbundet dal"),
        ("Huvudmän för Samordningsförbundet Dal är Ale och Tjörn.", "member of", ("ale", "tjörn"),
         "samordningsförbundet dal"),
        ("I Samordningsförbundet Dal samverkar Ale och Tjörn.", "member of", ("ale", "tjörn"),
         "samordningsförbundet dal"),
        ("Tjörn beviljades inträde i Samordningsförbundet Dal.", "member of", ("tjörn",), "samordningsförbundet dal"),
    ],
)  # fmt: skip
def test_a_time_between_and_other_words_for_it(
    related: Related, sentence: str, relation: str, subjects: tuple[str, ...], target: str
) -> None:
    assert related(sentence) == {(subject, relation, target) for subject in subjects}


@pytest.mark.parametrize(
    "sentence",
    [
        "Beställningen till Handlingsplan Äldre 2023 görs av Chefsgrupp Dal.",
        "Föreningen Solen bildade 2019 Nätverket Dal.",
        "Mellan Ale och Tjörn går fler tåg.",
        "Omsorgsrådet läggs ner i maj.",
        "Tjörn ansökte om inträde i Samordningsförbundet Dal.",
    ],
)
def test_no_relation_by_other_words(related: Related, sentence: str) -> None:
    assert related(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Avtal om hemvård har undertecknats av Ale. Tjörn skrev under i maj.",
         {("ale", "party to", "avtal om hemvård"), ("tjörn", "party to", "avtal om hemvård")}),
        ("Vårdrådet har två utskott, Utskottet för vård och Utskottet för resor.",
         {("utskottet för vård", "part of", "vårdrådet"), ("utskottet för resor", "part of", "vårdrådet")}),
        ("Ale leder projektet Nya steg och projektet Rena vatten.",
         {("ale", "responsible for", "nya steg"), ("ale", "responsible for", "rena vatten")}),
        ("Projektet Nya steg är nytt. Ale och Tjörn driver tillsammans projektet Rena vatten.",
         {("ale", "responsible for", "rena vatten"), ("tjörn", "responsible for", "rena vatten")}),
    ],
)  # fmt: skip
def test_what_is_said_of_several(related: Related, sentence: str, rows: set[tuple[str, str, str]]) -> None:
    assert related(sentence) == rows
