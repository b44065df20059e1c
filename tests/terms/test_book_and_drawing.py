"""The ontology as it is told: every term with its names, how it stands to others, and a drawing that tells no other."""

import pytest

from samverkan import terms
from samverkan.terms.book import Term
from samverkan.terms.drawing import Box, Drawing, drawing
from samverkan.vocabulary import LISTS, OA, OPENGOV, ORG, PROV, SAMV

BOOK = terms.shipped()
OTHERS = {"org": ORG, "oa": OA, "prov": PROV, "opengov": OPENGOV}


def term(name: str) -> Term:
    return next(each for each in BOOK.terms if each.name == name)


def test_all_terms_and_lists_are_told_and_no_other() -> None:
    assert {each.name for each in BOOK.terms} == set(SAMV.terms)
    assert [each.name for each in BOOK.lists] == list(LISTS)
    assert sum(map(len, (BOOK.of_kind(kind) for kind in ("class", "object property", "datatype property")))) == len(
        BOOK.terms
    )


def test_a_class_tells_what_it_is_near_to_and_what_the_shapes_ask_of_it() -> None:
    attendance = term("Attendance")
    assert dict(attendance.label) == {"sv": "närvaro", "en": "attendance"}
    assert [each.short for each in attendance.stands["parents"]] == ["samv:Fact"]
    assert [each.short for each in attendance.stands["close"]] == ["eli-dl:Participation"]
    assert {"sv": "Närvaron gäller en person.", "en": "The attendance is of one person."} in attendance.asked


def test_a_property_leads_to_the_classes_of_both_its_ends() -> None:
    stands = term("person").stands
    assert [(each.short, each.anchor) for each in stands["domain"]] == [("samv:Attendance", "Attendance")]
    assert [(each.short, each.anchor) for each in stands["range"]] == [("foaf:Person", None)]


def test_a_word_of_a_list_has_its_notation_and_its_place() -> None:
    roles = next(each for each in BOOK.lists if each.name == "roles")
    chair = roles.words[0]
    assert (chair.notation, chair.anchor, chair.label["sv"]) == ("chair", "role/chair", "ordförande")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_drawing_speaks_of_terms_that_there_are(language: str) -> None:
    picture = drawing(BOOK, language)
    for arrow in picture.arrows:
        prefix, _, name = arrow.short.partition(":")
        assert name in (SAMV if prefix == "samv" else OTHERS[prefix]).terms, arrow.short
        if prefix == "samv":
            ends = {kind: [each.short for each in term(name).stands.get(kind, ())] for kind in ("domain", "range")}
            assert not ends["domain"] or arrow.source.short in ends["domain"], arrow.short
            wider = {"samv:Body", "org:Organization"}  # a body is an organisation
            assert not ends["range"] or {arrow.target.short, *wider} & set(ends["range"]), arrow.short


def crosses(box: Box, line: tuple[float, float, float, float]) -> bool:
    """Whether a line runs through a box: some point of it, taken at many places, is inside."""
    x1, y1, x2, y2 = line
    return any(
        box.x < x1 + (x2 - x1) * step / 100 < box.x + box.width
        and box.y < y1 + (y2 - y1) * step / 100 < box.y + box.height
        for step in range(1, 100)
    )


def test_boxes_lie_inside_the_drawing_and_apart_and_no_arrow_runs_through_one() -> None:
    picture: Drawing = drawing(BOOK, "sv")
    for box in picture.boxes:
        assert box.x > 0
        assert box.x + box.width < picture.width
        assert box.y > 0
        assert box.y + box.height < picture.height
    assert len({(box.x, box.y) for box in picture.boxes}) == len(picture.boxes)
    assert [(a.short, b.key) for a in picture.arrows for b in picture.boxes if crosses(b, a.ends)] == []
