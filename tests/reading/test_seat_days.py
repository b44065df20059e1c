"""From when and until when somebody sits, told by a column of a table or a labelled line below a name."""

import pytest

from samverkan import register
from samverkan.reading import read

_PAGE = (
    "Gemensamma hjälpmedelsnämnden\n\nLedamöter och ersättare\n\nErsättare\nEva Öst (C), Sala\nOla Alm (M), Heby\n\n"
    "Ledamöter\n\n{}\n"
)
_OTHERS = ("Eva Öst", "Ola Alm")


def _terms(people: str) -> dict[str, tuple[str | None, str | None]]:
    rows = read(_PAGE.format(people), register.shipped()).facts.memberships
    return {row.person: (row.start, row.end) for row in rows if row.person not in _OTHERS}


@pytest.mark.parametrize(
    ("head", "cell", "term"),
    [
        ("Invald", "2031-02-27", ("2031-02-27", None)),
        ("Ledamot sedan", "mars 2031", ("2031-03", None)),
        ("Vald till", "2034", (None, "2034")),
        ("T.o.m.", "2034-12-31", (None, "2034-12-31")),
        ("Mandatperiod", "2031–2034", ("2031", "2034")),
        ("Period", "2031-2034", ("2031", "2034")),
        ("Telefon", "2031-2034", (None, None)),
    ],
    ids=["elected", "member since", "elected till", "until", "term", "period with a hyphen", "a number to call"],
)
def test_a_column_of_days_is_from_when_or_until_when_somebody_sits(
    head: str, cell: str, term: tuple[str | None, str | None]
) -> None:
    rows = f"Namn\tParti\tKommun\t{head}\nAnna Ek\tM\tSala\t{cell}\nBo Ström\tS\tHeby\t"
    assert _terms(rows) == {"Anna Ek": term, "Bo Ström": (None, None)}


def test_columns_from_and_until_stand_side_by_side() -> None:
    rows = (
        "Namn\tKommun\tFr.o.m.\tT.o.m.\nAnna Ek\tSala\t2031-01-01\t2032-12-31\nBo Ström\tHeby\t2033-01-01\t2034-12-31"
    )
    assert _terms(rows) == {"Anna Ek": ("2031-01-01", "2032-12-31"), "Bo Ström": ("2033-01-01", "2034-12-31")}


def test_a_labelled_line_gives_the_office_in_the_body_and_its_days() -> None:
    people = (
        "Anna Ek (S)\nKommun: Sala\nUppdrag i nämnden: Ordförande\nInvald: 2031\n\n"
        "Bo Ström\nParti: Moderaterna\nKommun: Heby\nUppdrag i nämnden: Ersättare\nVald till: 2032-12-31\n"
    )
    rows = read(_PAGE.format(people), register.shipped()).facts.memberships
    assert [(row.person, row.body, row.role, row.party, row.organisation, row.start, row.end) for row in rows[2:]] == [
        ("Anna Ek", "Gemensamma hjälpmedelsnämnden", "chair", "S", "Sala", "2031", None),
        ("Bo Ström", "Gemensamma hjälpmedelsnämnden", "substitute", "M", "Heby", None, "2032-12-31"),
    ]
