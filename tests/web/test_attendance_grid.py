"""Attendance as a grid: days, absences, groups; and the counts of who represents whom where."""

from dataclasses import replace

import pytest

from samverkan_web.entities import EntityPage, Head, Value
from samverkan_web.meetings import Cell, Part, attendance_grid
from samverkan_web.statements import Link, Presence, Source

NS = "https://w3id.org/samverkan/ns#"
CONCEPT = "https://w3id.org/samverkan/concept/"
COUNCIL = Link("b/council", "Rådet")


def presence(
    person: str,
    status: str = "present",
    days: tuple[str, ...] = (),
    organisation: str | None = None,
    capacity: str | None = None,
    meeting: str = "2024-03-05",
) -> Presence:
    """One row of attendance."""
    source = Source(Link("d", "d"), None, None, person, 0, 1, None, None, f"d/attendance/{person}{status}{meeting}")
    return Presence(
        Link(f"p/{person}", person), Link(f"m/{meeting}", meeting), meeting, COUNCIL, f"{CONCEPT}status/{status}", None,
        capacity, Link(f"o/{organisation}", organisation) if organisation else None, None, None, days, None, (source,),
    )  # fmt: skip


def meeting(start: str, end: str, *presences: Presence) -> EntityPage:
    """The page of a meeting."""
    values = {f"{NS}start": (Value(start),), f"{NS}end": (Value(end),)}
    return EntityPage(Head("m", "meeting", "Möte", values), presences=presences)


def cells(page: EntityPage) -> dict[str, tuple[Cell, ...]]:
    """The cells of each person."""
    return {row.person.label: row.cells for group in attendance_grid(page).groups for row in group.rows}


def test_a_meeting_of_one_day_has_one_column_without_a_day() -> None:
    page = meeting("2024-03-05", "2024-03-05", presence("Anna Ek"), presence("Bo Al", "absent"))
    assert attendance_grid(page).days == ()
    assert cells(page) == {"Anna Ek": ("present",), "Bo Al": ("absent",)}


def test_who_is_limited_to_one_day_is_away_on_the_other() -> None:
    page = meeting("2024-03-05", "2024-03-06", presence("Anna Ek"), presence("Bo Al", days=("2024-03-06",)))
    assert attendance_grid(page).days == ("2024-03-05", "2024-03-06")
    assert cells(page) == {"Anna Ek": ("present", "present"), "Bo Al": ("away", "present")}


def test_who_is_there_one_day_and_reported_absent_the_other_was_present() -> None:
    page = meeting(
        "2024-03-05",
        "2024-03-06",
        presence("Anna Ek", days=("2024-03-05",)),
        presence("Anna Ek", "absent", days=("2024-03-06",)),
    )
    assert cells(page) == {"Anna Ek": ("present", "absent")}
    assert (attendance_grid(page).present, attendance_grid(page).absent) == (1, 0)


@pytest.mark.parametrize(
    ("start", "end"), [("2024-03", "2024-03"), ("2024-03-05", "2024-12-31"), ("2024", "2025")], ids=str
)
def test_a_period_is_no_row_of_days(start: str, end: str) -> None:
    assert attendance_grid(meeting(start, end, presence("Anna Ek"))).days == ()


def test_people_stand_by_whom_they_represent_else_by_their_capacity() -> None:
    official = f"{CONCEPT}capacity/official"
    page = meeting(
        "2024-03-05", "2024-03-05", presence("Anna Ek", organisation="Eslöv", capacity=official),
        presence("Bo Al", capacity=official), presence("Cecilia Berg", organisation="Eslöv"),
    )  # fmt: skip
    groups = attendance_grid(page).groups
    assert [(group.organisation and group.organisation.label, group.capacity, len(group.rows)) for group in groups] == [
        ("Eslöv", None, 2),
        (None, official, 1),
    ]


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ([("present", None)], "present"),
        ([("absent", None)], "absent"),
        ([("present", "kl 13-15")], "part"),
        ([("absent", "från kl 14")], "part"),
        ([("present", None), ("absent", "från kl 14")], "part"),
        ([("absent", None), ("present", "kl 13-15")], "part"),
        ([("present", None), ("present", "kl 13-15")], "present"),
        ([("present", None), ("absent", None)], "present"),
    ],
    ids=lambda value: value if isinstance(value, str) else " and ".join(f"{s} {t or 'all day'}" for s, t in value),
)
def test_a_stated_part_of_a_day_is_neither_presence_nor_absence(said: list[tuple[str, str | None]], cell: Cell) -> None:
    rows = (replace(presence("Anna Ek", status), time=time) for status, time in said)
    assert cells(meeting("2024-03-05", "2024-03-05", *rows)) == {"Anna Ek": (cell,)}


def test_who_leaves_on_the_second_day_was_wholly_there_on_the_first() -> None:
    left = replace(presence("Anna Ek", "absent", days=("2024-03-06",)), time="från kl 9.30")
    grid = attendance_grid(meeting("2024-03-05", "2024-03-06", presence("Anna Ek"), left))
    (row,) = grid.groups[0].rows
    assert row.cells == ("present", "part")
    assert row.parts == (Part(f"{CONCEPT}status/absent", "från kl 9.30", ("2024-03-06",)),)
    assert grid.signs == {"present", "part"}
    assert (grid.present, grid.absent) == (1, 0)
