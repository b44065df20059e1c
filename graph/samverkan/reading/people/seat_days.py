"""From when and until when somebody sits, as cells of a table and labelled lines tell it: `Invald | 2031-01-01`,
`Mandatperiod: 2031–2034`."""

import re
from collections.abc import Mapping

from samverkan import dates

TERMS = ("since", "until", "term")  # cells of days: from when, until when, or both in one cell
_DASH = re.compile(r"(?<=\d)\s*[-–/]{1,2}\s*(?=(?:19|20)\d\d|\d{1,2}\s+[a-z])")


def seated_days(cells: Mapping[str, str], since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The days of the cells of these kinds, in ISO 8601; what was told before, `since` and `until`, stands.

    >>> seated_days({"term": "2031–2034"}, None, None), seated_days({"until": "31 mars 2032"}, "2031", None)
    (('2031', '2034'), ('2031', '2032-03-31'))
    """
    found = {kind: [day.iso for day in dates.find(_DASH.sub(" ", cells.get(kind, ""))) if day.iso] for kind in TERMS}
    starts = found["since"] or found["term"][:1]
    ends = found["until"] or found["since"][1:] or found["term"][1:]
    return since or next(iter(starts), None), until or (ends[-1] if ends else None)
