"""The text of a document in pieces, each passage leading to its statement."""

import pytest
from flask.testing import FlaskClient

from samverkan_web.entities import EntityPage, Head
from samverkan_web.frame import text_address
from samverkan_web.marked import Piece, marked_text, pieces
from samverkan_web.statements import Link, Source

TEXT = "Anna Ek, ordförande"


def source(first: int | None, last: int | None, fact: str) -> Source:
    """A source at a place of the text."""
    return Source(
        Link("d", "d"), None, None, None, first, last, None, None, f"https://example.org/id/document/d/{fact}"
    )


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([], [Piece(TEXT, None, ())]),
        (
            [source(0, 7, "seat/1")],
            [Piece("Anna Ek", "d-seat-1", ("char=0,7",)), Piece(", ordförande", None, ())],
        ),
        (
            [source(0, 19, "seat/1"), source(0, 7, "mention/2")],
            [
                Piece("Anna Ek", "d-mention-2", ("char=0,7", "char=0,19")),
                Piece(", ordförande", "d-seat-1", ()),
            ],
        ),
        (
            [source(0, 9, "seat/1"), source(5, 19, "mention/2")],
            [
                Piece("Anna ", "d-seat-1", ("char=0,9",)),
                Piece("Ek, ", "d-seat-1", ("char=5,19",)),
                Piece("ordförande", "d-mention-2", ()),
            ],
        ),
        ([source(None, None, "seat/1"), source(3, 99, "seat/2"), source(5, 5, "seat/3")], [Piece(TEXT, None, ())]),
    ],
    ids=["nothing read", "one passage", "one within another", "overlapping", "no place, beyond the end, empty"],
)
def test_passages_are_cut_out_and_the_shortest_is_followed(sources: list[Source], expected: list[Piece]) -> None:
    found = list(pieces(TEXT, sources))
    assert found == expected
    assert "".join(piece.text for piece in found) == TEXT


def test_a_page_of_a_text_cuts_passages_off_where_it_begins_and_ends() -> None:
    sources = [source(0, 7, "seat/1"), source(5, 14, "mention/2"), source(15, 19, "mention/3")]
    assert list(pieces(TEXT, sources, (), 6, 12)) == [
        Piece("k", "d-seat-1", ("char=0,7", "char=5,14")),
        Piece(", ord", "d-mention-2", ()),
    ]
    assert list(pieces(TEXT, [], (), 12, 60)) == [Piece("förande", None, ())]


@pytest.mark.parametrize(
    ("number", "begins", "length"), [(1, "0 rad", 60_000), (2, "d rad", 20_003), (7, "d rad", 20_003)]
)
def test_a_long_text_has_pages(number: int, begins: str, length: int) -> None:
    text = "0 " + "rad " * 20_000 + "\n"
    page = EntityPage(Head("d", "document", "d", {}), text=text)
    found = marked_text(page, number)
    shown = "".join(each.text for each in found.pieces)
    assert (shown.strip().startswith(begins), len(shown), found.paging.pages) == (True, length, 2)
    assert not found.passed


def test_a_passage_on_a_later_page_of_a_text_is_led_to(client: FlaskClient) -> None:
    with client.application.test_request_context("/sv/about"):
        assert text_address("https://example.org/id/document/radet", 70_000, 70_009, False) == (
            "/sv/document/radet?text=2#char=70000,70009"
        )
        assert text_address("https://example.org/id/document/radet", 7, 9, False) == "/sv/document/radet#char=7,9"
    with client.application.test_request_context("/sv/document/radet?text=2"):
        assert text_address("https://example.org/id/document/radet", 70_000, 70_009, True) == "#char=70000,70009"
