"""Words and where a phrase must end: broken words made whole, sentences, wrapped lines, columns."""

import pytest

from samverkan.reading.layout import lay_out
from samverkan.reading.things.tokens import Tokens, tokenise


def tokens(text: str) -> Tokens:
    return tokenise(lay_out(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("hälso- och sjukvård", ("hälso-", "och", "sjukvård"), id="a shared ending stays"),
        pytest.param("upp-\ndraget lämnas", ("uppdraget", "lämnas"), id="broken at a line's end"),
        pytest.param("läkemedels- genomgång", ("läkemedelsgenomgång",), id="broken within a line"),
        pytest.param("GR:s förslag 2021–2030", ("GR:s", "förslag", "2021–2030"), id="genitive and years"),
        pytest.param("A (B), C", ("A", "(", "B", ")", ",", "C"), id="each sign a word"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text).words == words


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("Det är klart. Gruppen tackar.", "Gruppen", 1, id="a sentence ends"),
        pytest.param("Det gäller bl.a. Gruppen Syd.", "Gruppen", 0, id="a short form ends none"),
        pytest.param("3 a. Strategi för länet", "Strategi", 0, id="the number of an item ends none"),
        pytest.param("Rubrik\nGruppen tackar.", "Gruppen", 2, id="a line ends"),
        pytest.param("Eva Ek\tGruppen", "Gruppen", 2, id="a column ends"),
        pytest.param(
            "Medlemmar är sedan förra året Ale, Lerum och Tjörn,\nFörsäkringen och Regionen.",
            "Försäkringen",
            0,
            id="a list goes on after its comma",
        ),
        pytest.param("Anna Ekström-Lundgren från Ale kommun, ledamot,\nBo Ask, Lerum", "Bo", 2, id="a list of people"),
        pytest.param(
            "Namn\tKommun\tUppdrag i rådet sedan förra hösten och våren då det inrättades av länets alla kommuner\t2019"
            "\nSamverkansavtal Dalbygden mellan Forsbygd och Grumsbygd,\nHammarbygd och Kilbygd går ut i år enligt\n"
            "det som sägs i det.",
            "Hammarbygd",
            0,
            id="text under a table is wrapped by itself",
        ),
        pytest.param(
            "Arbetsgruppen har under våren träffat representanter för de som\nSamverkan berör.",
            "Samverkan",
            0,
            id="wrapped",
        ),
    ],
)
def test_breaks(text: str, word: str, expected: int) -> None:
    found = tokens(text)
    assert found.breaks[found.words.index(word)] == expected


def test_offsets_lead_back_to_the_text() -> None:
    text = "Frågan om upp-\ndraget."
    found = tokens(text)
    at = found.words.index("uppdraget")
    assert text[found.starts[at] : found.ends[at]] == "upp-\ndraget"


def test_a_sentence_without_end_is_cut() -> None:
    assert sum(1 for each in tokens("ord " * 1000).breaks if each) >= 5
