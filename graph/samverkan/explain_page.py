"""What was read from a document as one HTML page that stands alone: no script, nothing from elsewhere."""

from collections import Counter
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from samverkan import explain
from samverkan.reading import Reading
from samverkan.sources.source import Source

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(source: Source, reading: Reading, rule: str = "") -> str:
    """The text with its passages marked, the facts of each line beside it, and what was passed over with the reason.

    Only facts whose rule begins with `rule` are marked.
    """
    lines = list(explain.lines(source, reading.facts, reading.ignored, rule))
    marks = [mark for line in lines for mark in line.marks]
    return _TEMPLATES.get_template("explain_page.html").render(
        source=source,
        lines=[(line, _pieces(line)) for line in lines],
        kinds=Counter(mark.kind for mark in marks),
        rules=sorted(Counter(mark.evidence.rule for mark in marks).items()),
        passed_over=Counter(each.reason for each in reading.ignored),
        rule=rule,
    )


def _pieces(line: explain.Line) -> list[tuple[str, bool]]:
    """The line in pieces, each with whether a passage covers it."""
    pieces, at = [], 0
    for start, end in line.spans:
        pieces += [(line.text[at:start], False), (line.text[start:end], True)]
        at = end
    pieces.append((line.text[at:], False))
    return [(text, read) for text, read in pieces if text]
