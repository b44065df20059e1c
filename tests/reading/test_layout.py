"""Where the content stands: lines, what is ignored and why, sentences over line breaks."""

import pytest

from samverkan.reading.layout import cells, evidence, joined, lay_out, sentences


def _lines(text: str) -> list[str]:
    return [line.text for line in lay_out(text).lines]


def test_lines_know_their_places() -> None:
    text = "  Närvarande\n\n\tAnna Ek  \n"
    layout = lay_out(text)
    assert [line.text for line in layout.lines] == ["Närvarande", "Anna Ek"]
    assert all(text[line.start : line.end] == line.text for line in layout.lines)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Sida 3 av 28", "page number"),
        ("Startsida Sida 3 av 28", "page number"),
        ("38 (64)", "page number"),
        ("3(4)", "page number"),
        ("Startsida", "page number"),
        ("Ladda ned dokumentet som PDF", "download caption"),
        ("Storlek: px", "download caption"),
        ("Hem > Om oss > Politik", "site menu"),
        ("Start   Om oss   Kontakt   Sök", "site menu"),
        ("Dela sidan", "site menu"),
    ],
)
def test_what_is_no_content_is_ignored_with_its_reason(line: str, reason: str) -> None:
    layout = lay_out(f"Minnesanteckningar\n\n{line}\n\nMötet öppnas.")
    assert [each.text for each in layout.lines] == ["Minnesanteckningar", "Mötet öppnas."]
    assert [each.reason for each in layout.ignored] == [reason]


@pytest.mark.parametrize("line", ["Sidan var tom", "Anna Ek   Sala", "1 Mötet öppnas", "Startsidan görs om"])
def test_near_misses_are_content(line: str) -> None:
    assert line in _lines(f"Minnesanteckningar\n{line}\nMötet öppnas.")


def test_a_list_of_related_links_before_the_document_is_ignored() -> None:
    text = "Protokoll\nRelevanta dokument\nProtokoll 3 maj 2014\n\nBudget 2013\n\nTranskript:\n\nNärvarande: Anna Ek"
    assert _lines(text) == ["Protokoll", "Närvarande: Anna Ek"]


def test_a_list_of_related_links_after_the_document_is_ignored_to_the_end() -> None:
    assert _lines("Mötet öppnas.\nRelated documents\nStyrgrupp 2009\nBudget") == ["Mötet öppnas."]


def test_a_running_header_is_content_once() -> None:
    text = "".join(f"Styrgruppen i Sala\nPunkt {page} behandlas.\nSida {page} av 3\n" for page in (1, 2, 3))
    assert _lines(text).count("Styrgruppen i Sala") == 1


def test_a_page_that_is_one_line_is_cut_at_sentences_and_labels() -> None:
    text = (
        "Protokoll Plats: Sala Närvarande: Anna Ek (S), Sala Bo Ström (M), Heby Förhinder: Eva Öst (C), Sala "
        + "Mötet öppnas kl. 9 av ordföranden. " * 12
    )
    lines = _lines(text)
    assert lines[:4] == [
        "Protokoll",
        "Plats: Sala",
        "Närvarande: Anna Ek (S), Sala Bo Ström (M), Heby",
        "Förhinder: Eva Öst (C), Sala Mötet öppnas kl. 9 av ordföranden.",
    ]
    assert set(lines[4:]) == {"Mötet öppnas kl. 9 av ordföranden."}


def test_a_heading_at_the_end_of_the_line_before_gets_its_own_line() -> None:
    assert _lines("Lokal: Lilla salen Närvarande:\nAnna Ek") == ["Lokal: Lilla salen", "Närvarande:", "Anna Ek"]


def test_a_label_of_two_words_stays_whole() -> None:
    assert _lines("Ej Närvarande: Anna Ek") == ["Ej Närvarande: Anna Ek"]


def test_sentences_run_over_line_breaks_and_end_at_empty_lines() -> None:
    text = "Gruppen godkänner sam-\nverkan. Anna\nEk noterar\n\nBeslut fattas"
    layout = lay_out(text)
    found = [joined(text[span.start : span.end]) for span in sentences(layout, 0, len(text))]
    assert found == ["Gruppen godkänner samverkan.", "Anna Ek noterar", "Beslut fattas"]


@pytest.mark.parametrize("short", ["bl.a.", "t.ex.", "kl.", "m.fl.", "A."])
def test_an_abbreviation_ends_no_sentence(short: str) -> None:
    text = f"Detta gäller {short} Sala och Heby."
    assert len(list(sentences(lay_out(text), 0, len(text)))) == 1


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("sjukvårds-\nnämnden", "sjukvårdsnämnden"),
        ("hälso-\noch sjukvård", "hälso- och sjukvård"),
        ("Anna\n  Ek", "Anna Ek"),
    ],
)
def test_broken_words_are_joined(written: str, whole: str) -> None:
    assert joined(written) == whole


def test_evidence_is_trimmed_of_white_space() -> None:
    proof = evidence("  Anna Ek \n", 0, 11, "roster.line", 0.9)
    assert (proof.start, proof.end, proof.quote) == (2, 9, "Anna Ek")


def test_cells_are_parted_by_tabs_and_wide_space() -> None:
    assert cells("Anna Ek\t\tSala   (S)") == [(0, 7), (9, 13), (16, 19)]


def test_lines_between_two_places() -> None:
    layout = lay_out("a1\nb2\nc3")
    assert [line.text for line in layout.between(3, 6)] == ["b2"]
