"""Facts without what is private: rows about private people are left out, and quotes are what the hidden text says."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from samverkan.facts import Attendance, Evidence, Facts, Membership, Mention
from samverkan.privacy import BLOCK, hide

# The names without which a row says nothing.
_WHOM: Final = {Attendance: "person", Membership: "person", Mention: "name"}


def hidden(facts: Facts, text: str | None) -> Facts:
    """The facts with what is private made unreadable; `text` is the document's, in which that is hidden already."""
    return replace(facts, **{each.name: _part(getattr(facts, each.name), text) for each in fields(facts)})


def _part(value: Any, text: str | None) -> Any:
    """A value of a fact; of rows those that are still about somebody."""
    if isinstance(value, Evidence):
        return _evidence(value, text)
    if isinstance(value, str):
        return hide(value)[0]
    if isinstance(value, tuple):
        return tuple(made for each in value if not _is_hidden(made := _part(each, text)))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _part(getattr(value, each.name), text) for each in fields(value)})
    return value


def _evidence(evidence: Evidence, text: str | None) -> Evidence:
    there = text[evidence.start : evidence.end] if text is not None else ""
    return replace(evidence, quote=there if BLOCK in there else hide(evidence.quote)[0])


def _is_hidden(value: Any) -> bool:
    """Whether a row is about a person whose name is hidden, or a name in a list is hidden itself."""
    name = value if isinstance(value, str) else getattr(value, _WHOM.get(type(value), ""), None)
    return isinstance(name, str) and BLOCK in name
