"""Whether what somebody is told to do is a task: by the verb, by who it is, and by the day that is given."""

import re
from collections.abc import Sequence

from samverkan.reading.acts.assignees import AUTHORITY, is_outsider
from samverkan.reading.acts.duedates import CLAUSE, by_a_meeting, by_a_season, day_of, due_date
from samverkan.reading.acts.kinds import Kind, kind_of
from samverkan.reading.acts.task_verbs import Sort
from samverkan.reading.acts.task_words import STANDING
from samverkan.reading.context import Context


def is_taken(
    context: Context, text: str, after: int, verb: str, sort: Sort, who: Sequence[str], decided: bool = False
) -> bool:
    """Whether what those named do is a task, by the verb, by who they are and by the day that is given."""
    kind = kind_of(context, who)
    clause = f"{verb} {CLAUSE.split(text[after:], maxsplit=1)[0].lstrip()}"
    if kind not in ("person", "office", "own") and _INVITES.match(clause):
        return False
    if context.document.kind != "minutes":
        return _is_told_with_a_day(context, clause, f"{verb}{text[after:]}", sort, kind)
    if decided:
        return True
    if kind == "other" and is_outsider(context, who) and all(map(AUTHORITY.fullmatch, who)):
        return verb in _FOR_US and (has_day(context, clause) or _NEXT_MEETING.search(clause) is not None)
    if kind == "group" and all(map(_BOARD.search, who)):
        return is_due(context, clause, 0, "other")
    if sort == "promise":
        firm = verb in _FIRM and not clause.startswith("tar fram")
        return firm or not is_outsider(context, who) or is_due(context, clause, 0, kind)
    if kind in ("own", "other"):
        return False
    if sort == "work" and (kind in ("person", "office") or (kind == "group" and verb not in STANDING)):
        return True
    if kind == "place" and (verb in _SENDS or (verb == "skickar" and _TO_ONE.search(clause))):
        return True
    if is_outsider(context, who):
        return False
    return _is_to_be_told(context, clause) if sort == "report" else is_due(context, clause, 0, kind)


def _is_told_with_a_day(context: Context, clause: str, sentence: str, sort: Sort, kind: Kind) -> bool:
    """Whether news and pages, which tell what everybody does, give a day for it."""
    if sort == "open" or kind not in ("person", "office", "group"):
        return False
    if due_date(context, sentence) is not None:
        return True
    standing = clause.partition(" ")[0] in STANDING
    return sort != "report" and ((by_a_season(clause) and not standing) or day_of(context, clause) is not None)


def _is_to_be_told(context: Context, clause: str) -> bool:
    """Whether something is to be told at another meeting; who `informerar inför nästa möte` does so now."""
    clause = clause.partition(" inför ")[0]
    return by_a_meeting(clause) or (not _LASTS.search(clause) and due_date(context, clause) is not None)


# Another board sends and asks of its own accord: `Trafiknämnden skickar ut programmet`
_BOARD = re.compile(r"(?:nämnden|styrelsen|fullmäktige|direktionen)(?:\s(?:i|för)\s.*)?\Z", re.IGNORECASE)
# What even somebody who is not at the table does for the meeting.
_FIRM = frozenset(
    ["tar", "får", "återkommer", "återkopplar", "återrapporterar", "skickar", "kallar", "bjuder", "svarar"]
)
# What an authority does for the meeting, by a day of it.
_FOR_US = frozenset(("återkommer", "återkopplar", "återrapporterar", "skickar", "kompletterar", "lämnar"))
_NEXT_MEETING = re.compile(r"\b(?:nästa|kommande|vårt)\s(?:\w*möte|sammanträde|gång|träff)\b|\bsenast\sden\b")
_SENDS = frozenset(("utser", "nominerar"))  # a member that sends somebody
# `skickar exempel till Karin`
_TO_ONE = re.compile(r"\still\s(?:[A-ZÅÄÖ][a-zåäö-]+|kansliet|sekreteraren|\w+(?:ledaren|samordnaren))\b")
# `Länsstyrelsen bjuder in till webbinarium`: anybody may come
_INVITES = re.compile(
    r"(?:bjuder|kallar|välkomnar)\s(?:\w+ )?in\s(?:\w+\s){0,3}?till\s(?:\w+\s){0,2}?\w*(?:webbinari|seminari|konferens|"
    r"mäss|utbildning|föreläsning|dialog|samråd|hearing|informationsträff|frukost|workshop|temadag|nätverksträff)",
    re.IGNORECASE,
)
_LASTS = re.compile(r"\b(?:till och med|från och med|t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|remiss)\b", re.IGNORECASE)


def has_day(context: Context, words: str) -> bool:
    """Whether words give a day or a month by which something is to be done."""
    return due_date(context, words) is not None or day_of(context, words) is not None


def is_due(context: Context, text: str, after: int, kind: Kind) -> bool:
    """Whether words give a meeting or a day to come; of persons, staff and groups a season is enough."""
    if by_a_meeting(text, after):
        return True
    if _LASTS.search(text, after):
        return False
    return has_day(context, text[after:]) or (kind in ("person", "office", "group") and by_a_season(text, after))
