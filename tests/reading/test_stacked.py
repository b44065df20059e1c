"""Tables that have become one column after the other, and headings between blocks of people."""

from samverkan.reading import read
from samverkan.register import shipped

_HEAD = "Protokoll\nDirektionen för Ådalens förbund\n\nDatum: 2015-03-20\n\n"


def test_columns_one_after_the_other_are_rows_again() -> None:
    text = (
        f"{_HEAD}Beslutande\n\nNamn\nAnna Ek\nBo Ström\nEva Lind\n\nParti\nC\nM\nS\n\nKommun\nSala\nHeby\nTierp\n\n"
        "Uppdrag\nordförande\nledamot\nersättare\n\nFrånvarande: Karin Holm (S), Knivsta\n\n§ 1 Mål\n"
    )
    rows = read(text, shipped()).facts.attendance
    assert [(row.person, row.party, row.organisation, row.role, row.status) for row in rows] == [
        ("Anna Ek", "C", "Sala", "chair", "present"),
        ("Bo Ström", "M", "Heby", "member", "present"),
        ("Eva Lind", "S", "Tierp", "substitute", "present"),
        ("Karin Holm", "S", "Knivsta", None, "absent"),
    ]


def test_names_under_a_column_without_others_stay_a_list() -> None:
    rows = read(
        f"{_HEAD}Närvarande\nNamn\nAnna Ek\nBo Ström\n\n§ 1 Budget\nBudgeten antas.\n", shipped()
    ).facts.attendance
    assert [row.person for row in rows] == ["Anna Ek", "Bo Ström"]


def test_a_role_alone_between_blocks_heads_those_below_it() -> None:
    text = (
        "Styrelsen\n\nOrdinarie ledamöter\n\nAnna Ek\nOrdförande\nSala kommun\n\nBo Ström\nHeby kommun\n\n"
        "Ersättare\n\nEva Lind\nSala kommun\n\nKarin Holm\nHeby kommun\n"
    )
    rows = read(text, shipped()).facts.memberships
    assert [(row.person, row.role) for row in rows] == [
        ("Anna Ek", "chair"), ("Bo Ström", "member"), ("Eva Lind", "substitute"), ("Karin Holm", "substitute"),
    ]  # fmt: skip


def test_a_substitute_behind_a_comma_is_who_follows() -> None:
    text = "Hälsorådet\n\nLedamöter\n\nSala: Anna Ek (S), ersättare Bo Ström (C)\nHeby: Eva Lind (M)\nTierp: vakant\n"
    rows = read(text, shipped()).facts.memberships
    assert [(row.person, row.role, row.organisation) for row in rows] == [
        ("Anna Ek", "member", "Sala"), ("Bo Ström", "substitute", "Sala"), ("Eva Lind", "member", "Heby"),
    ]  # fmt: skip


def test_signatures_alone_are_no_attendance() -> None:
    text = f"{_HEAD}Närvarande\tSe bilaga\n\nUnderskrifter\nSekreterare\tAnna Ek\nOrdförande\tBo Ström\n\n§ 1 Mål\n"
    assert read(text, shipped()).facts.attendance == ()
