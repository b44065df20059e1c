"""Facts without what is private: rows about private people are left out, and quotes are what the hidden text says."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeAlias

from samverkan import privacy
from samverkan.facts import (
    Announced,
    Attendance,
    Body,
    Evidence,
    Facts,
    Meeting,
    Membership,
    Mention,
    Relation,
    Vacancy,
)
from samverkan.privacy import BLOCK, Hidden

Hide: TypeAlias = Callable[[str], tuple[str, tuple[Hidden, ...]]]

# The names without which a row says nothing, and those that it may lack.
_WHOM: Final = {
    Attendance: ("person",), Membership: ("person", "body"), Mention: ("name",), Relation: ("subject", "object"),
    Vacancy: ("body",),
}  # fmt: skip
_ALSO: Final = {
    Attendance: ("organisation",), Membership: ("organisation",), Mention: ("organisation",),
    Vacancy: ("organisation",), Meeting: ("chair", "secretary"), Body: ("name",), Announced: ("body",),
}  # fmt: skip


def hidden(facts: Facts, text: str | None, hide: Hide = privacy.hide) -> Facts:
    """The facts with what `hide` finds made unreadable; `text` is the document's, in which that is hidden already."""
    return replace(facts, **{each.name: _part(getattr(facts, each.name), text, hide) for each in fields(facts)})


def _part(value: Any, text: str | None, hide: Hide) -> Any:
    """A value of a fact; of rows those that are still about somebody."""
    if isinstance(value, Evidence):
        return _evidence(value, text, hide)
    if isinstance(value, str):
        return hide(value)[0]
    if isinstance(value, tuple):
        return tuple(made for each in value if not _is_hidden(made := _part(each, text, hide)))
    if is_dataclass(value) and not isinstance(value, type):
        made = {each.name: _part(getattr(value, each.name), text, hide) for each in fields(value)}
        nobody = {name: None for name in _ALSO.get(type(value), ()) if BLOCK in (made[name] or "")}
        return replace(value, **made | nobody)
    return value


def _evidence(evidence: Evidence, text: str | None, hide: Hide) -> Evidence:
    there = text[evidence.start : evidence.end] if text is not None else None
    stands = there is not None and (BLOCK in there or there == evidence.quote)
    return replace(evidence, quote=there if stands and there is not None else hide(evidence.quote)[0])


def _is_hidden(value: Any) -> bool:
    """Whether a row is about a person whose name is hidden, or a name in a list is hidden itself."""
    names = (value,) if isinstance(value, str) else (getattr(value, name) for name in _WHOM.get(type(value), ()))
    return any(BLOCK in name for name in names)
