"""Lists without a head of their own: a cell a line, sides alone, headings of manner, what stands beside a name."""

import pytest

from samverkan import register
from samverkan.reading import read

HEAD = "Minnesanteckningar Styrgruppen 2021-03-04\n\n"
END = "\n\n1. Inledning\nMötet öppnas.\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Närvarande\nAnna Ek\nSocialchef\nSala kommun\nBo Ström\nRegion Uppsala\nEva Öst\nSkolchef\nHeby kommun",
            ["Anna Ek | Sala | Socialchef", "Bo Ström | Region Uppsala", "Eva Öst | Heby | Skolchef"],
            id="title and organisation below each name",
        ),
        pytest.param(
            "Närvarande\nAnna Ek\n\nOrdförande\n\nSala kommun\n\nBo Ström\n\nHeby kommun",
            ["Anna Ek | Sala | chair", "Bo Ström | Heby"],
            id="with empty lines and roles",
        ),
        pytest.param(
            "Närvarande\nAnna Ek, ordförande\nSala kommun\nBo Ström\nHeby kommun\nEva Öst\nIda Alm",
            ["Anna Ek | chair", "Bo Ström | Sala", "Eva Öst | Heby", "Ida Alm | Heby"],
            id="near miss: headings of those who follow",
        ),
        pytest.param(
            "Sala: Anna Ek och Bo Ström\nHeby kommun: Eva Öst\nRegion Uppsala: Ida Alm",
            ["Anna Ek | Sala", "Bo Ström | Sala", "Eva Öst | Heby", "Ida Alm | Region Uppsala"],
            id="sides before colons, no heading",
        ),
        pytest.param(
            "Region Uppsala\nAnna Ek (S)\nBo Ström (M)\n\nSala kommun\nEva Öst (S)",
            ["Anna Ek | Region Uppsala | S", "Bo Ström | Region Uppsala | M", "Eva Öst | Sala | S"],
            id="sides over names, no heading",
        ),
        pytest.param("Region Uppsala\nAnna Ek\nTorget 3, Uppsala", [], id="near miss: a letterhead"),
        pytest.param(
            "Sala: Anna Ek informerar om skolan\nHeby: Bo Ström frågar om vägen", [], id="near miss: what each one said"
        ),
    ],
)
def test_lists_without_a_head(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("På plats: Anna Ek\nVia Teams: Eva Öst\nFrånvarande: Ida Alm", ["Anna Ek", "Eva Öst", "-Ida Alm"]),
        ("Närvarande via länk: Anna Ek\nNärvarande på plats: Eva Öst", ["Anna Ek", "Eva Öst"]),
        ("Kommunala representanter:\nAnna Ek, Sala\nBo Ström, Heby", ["Anna Ek | Sala", "Bo Ström | Heby"]),
        ("Tjänstgörande ledamöter\nAnna Ek\nBo Ström", ["Anna Ek | member", "Bo Ström | member"]),
        ("Kallade:\nAnna Ek, Sala – närvarande\nBo Ström – frånvarande", ["Anna Ek | Sala", "-Bo Ström"]),
        ("Närvarande\nEva Öst\nPlats: Rådhuset", ["Eva Öst"]),
    ],
)  # fmt: skip
def test_headings_and_marks_of_manner(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("entry", "time"),
    [
        ("Anna Ek (fr 10)", "fr 10"),
        ("Anna Ek (till 11.30)", "till 11.30"),
        ("Anna Ek (p 3-4)", "p 3-4"),
        ("Anna Ek, del av mötet", "del av mötet"),
        ("Anna Ek (via länk)", None),
    ],
)
def test_short_forms_of_time(entry: str, time: str | None) -> None:
    from_list = read(f"{HEAD}Närvarande\n{entry}\nBo Ström{END}", register.shipped()).facts.attendance
    assert [row.person for row in from_list] == ["Anna Ek", "Bo Ström"]
    assert from_list[0].time == time
