"""Where a page that tells of a body also tells what a meeting decided: below a heading that speaks of both."""

import re
from collections.abc import Iterator

from samverkan.reading.layout import Layout, Span

# `Beslut vid mötet den 3 maj`, `Beslut i korthet, sammanträdet 3 maj`, `Från senaste mötet`
_HEADING = re.compile(
    r"(?:beslut(?:en)?\b.*\b\w*(?:möte|sammanträde)(?:t|n)?\b|"
    r"(?:från|ur) (?:det )?(?:senaste|förra) (?:mötet|sammanträdet)\b).*"
    r"(?<![.,:])\Z",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of a heading
_MARKED = re.compile(r"[-–—•*▪■>]\s")


def told_meetings(layout: Layout) -> Iterator[Span]:
    """The parts of a page below such headings, each up to the next heading."""
    start: int | None = None
    for line in layout.lines:
        parted = "\n\n" in layout.text[max(0, line.start - 3) : line.start]
        heads = parted and len(line.text) <= _LONGEST and line.text[-1] != "." and not _MARKED.match(line.text)
        if start is not None and heads:
            yield Span(start, line.start)
            start = None
        if heads and _HEADING.match(line.text):
            start = line.end
    if start is not None:
        yield Span(start, len(layout.text))
