"""A meeting of which several documents tell shows each point, decision and assignment once, with all its passages."""

from samverkan_web.entities import EntityPage, Head
from samverkan_web.evidence import Link, Source
from samverkan_web.meetings import agenda_of, attendance_grid, beside_the_agenda
from samverkan_web.statements import Assignment, Decision, Item, Presence

MEETING = Link("m", "m")


def told(fact: str) -> tuple[Source, ...]:
    """Where a statement stands: the document is the first letter of its name."""
    return (Source(Link(fact[0], fact[0]), None, None, None, None, None, None, None, fact),)


def item(fact: str, number: str | None, title: str) -> Item:
    return Item(fact, number, title, None, told(fact))


def decision(fact: str, text: str, of: str | None = None) -> Decision:
    return Decision("approved", text, of, None, None, None, told(fact))


def task(fact: str, words: str, of: str | None = None, due: str | None = None) -> Assignment:
    return Assignment(words, (Link("p", "Ann"),), due, of, None, None, None, told(fact))


def page(**parts: tuple[object, ...]) -> EntityPage:
    return EntityPage(Head("m", "meeting", "m", {}), **parts)  # type: ignore[arg-type]


def facts(sources: tuple[Source, ...]) -> list[str]:
    return [each.fact for each in sources]


def test_points_that_two_documents_tell_alike_are_one_with_what_came_of_them() -> None:
    agenda = list(
        agenda_of(
            page(
                items=(item("a1", "1", "Budget"), item("a2", "2", "Övrigt"), item("b1", "1", "BUDGET.")),
                decisions=(decision("a3", "Godkänns", "a1"), decision("b3", "godkänns.", "b1")),
                assignments=(task("a4", "räkna om", "a1"), task("b4", "räkna om", "b1", "2031-01-02")),
            )
        )
    )
    assert [(point.title, facts(point.sources)) for point, _, _ in agenda] == [
        ("Budget", ["a1", "b1"]),
        ("Övrigt", ["a2"]),
    ]
    _, decisions, assignments = agenda[0]
    assert [facts(each.sources) for each in decisions] == [["a3", "b3"]]
    assert [facts(each.sources) for each in assignments] == [["a4"], ["b4"]]  # with another last day


def test_what_one_document_says_twice_it_means_twice() -> None:
    agenda = list(agenda_of(page(items=(item("a1", None, "Paus"), item("a2", None, "Paus"), item("b1", None, "Paus")))))
    assert [facts(point.sources) for point, _, _ in agenda] == [["a1", "b1"], ["a2"]]


def test_points_of_one_title_and_different_numbers_stay_apart() -> None:
    agenda = list(agenda_of(page(items=(item("a1", "1", "Budget"), item("b1", "2", "Budget")))))
    assert len(agenda) == 2


def test_what_belongs_to_no_point_is_told_once_too() -> None:
    loose = beside_the_agenda(page(decisions=(decision("a1", "Nytt möte"), decision("b1", "Nytt möte"))))
    assert [facts(each.sources) for each in loose.decisions] == [["a1", "b1"]]


def test_who_stands_in_two_documents_is_one_row_by_whom_one_of_them_says_they_represent() -> None:
    def there(fact: str, organisation: Link | None) -> Presence:
        return Presence(
            Link("p", "Ann"),
            MEETING,
            None,
            None,
            "x/present",
            None,
            None,
            organisation,
            None,
            None,
            (),
            None,
            told(fact),
        )

    region = Link("r", "Region Skåne")
    grid = attendance_grid(page(presences=(there("a1", None), there("b1", region))))
    assert [(group.organisation, len(group.rows)) for group in grid.groups] == [(region, 1)]
    assert facts(grid.groups[0].rows[0].sources) == ["a1", "b1"]
