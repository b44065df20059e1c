"""Lines of running text that was broken over lines: neither headings nor titles."""

import pytest

from samverkan.reading import read
from samverkan.reading.paragraphs import in_paragraph
from samverkan.register import shipped

_PEOPLE = "Anna Ek, Sala, ordförande\nBo Ström, Heby, ledamot\nEva Lind, Tierp, ledamot\n"


@pytest.mark.parametrize(
    ("above", "line", "below", "inside"),
    [
        ("", "Hälsorådet", "Anna Ek", False),
        ("", "Hälsorådet i Sala", "ordförande", False),
        ("Start / Om oss / Samverkan med kommunerna / Hälsorådet i länet", "Hälsorådet", "Anna Ek", False),
        ("Rådet möts fyra gånger om året och bereder alla ärenden till", "Hälsorådet i länet", "", True),
        ("", "Ärendena bereds av Beredningsgruppen, som består av", "socialchefer.", True),
        ("", "Rådet är politiskt. Ärendena bereds av Hälsorådet", "", True),
        ("", "Ärendena bereds av Hälsorådet som möts ofta", "", True),
    ],
)
def test_a_line_within_running_text_is_told_from_a_heading(above: str, line: str, below: str, inside: bool) -> None:
    text = f"{above}\n{line}\n{below}\n"
    start = len(above) + 1
    assert in_paragraph(text, start, start + len(line)) is inside


@pytest.mark.parametrize("width", [60, 80, 1000])
def test_broken_lines_leave_a_page_its_body(width: int) -> None:
    words = (
        "Rådet möts fyra gånger om året. Ärendena bereds av Länsledning Hälsa, som består av socialchefer och av "
        "regionens chefer, och sedan av Beredningsgruppen när det behövs inför ett beslut i nämnden."
    )
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    text = "Hälsorådet\n\n" + "\n".join(lines) + f"\n\n{_PEOPLE}"
    facts = read(text, shipped()).facts
    assert facts.body is not None
    assert facts.body.name == "Hälsorådet"
    assert [row.role for row in facts.memberships] == ["chair", "member", "member"]
