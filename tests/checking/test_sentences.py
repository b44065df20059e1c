"""The sentence around a passage: its line, and of a long line only the sentences that it touches."""

import pytest

from samverkan.checking.sentences import sentence

LONG = "Mötet öppnas. " + "Ordföranden hälsar alla välkomna till Alby. " * 8 + "Ann Ek valdes. Bo Al avgick."


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("§ 1\nAnn Ek valdes.\n§ 2", "Ann Ek", "Ann Ek valdes."),
        ("Ann Ek, ordförande", "Ann Ek", "Ann Ek, ordförande"),
        ("Närvarande: Ann\nEk, Bo Al\nFrånvarande", "Ann\nEk", "Närvarande: Ann Ek, Bo Al"),
        (LONG, "Ann Ek", "Ann Ek valdes."),
        (LONG, "valdes. Bo", "Ann Ek valdes. Bo Al avgick."),
        (LONG, "Mötet", "Mötet öppnas."),
    ],
    ids=["line", "whole text", "two lines", "long line", "two sentences of a long line", "first sentence"],
)
def test_the_sentence_around_a_passage(text: str, quote: str, told: str) -> None:
    start = text.index(quote)
    assert sentence(text, start, start + len(quote)) == told
