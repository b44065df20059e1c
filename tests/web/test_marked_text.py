"""The text of a document in pieces, each passage leading to its statement."""

import pytest

from samverkan_web.marked import Piece, pieces
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
