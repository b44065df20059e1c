"""Facts as JSON and back. Strict: an unknown key, a missing one or a wrong value is an error that gives its path."""

import json
import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from samverkan.errors import FactsError
from samverkan.facts import Amount, Evidence, Facts


def loads(text: str | bytes, where: str = "facts") -> Facts:
    """The facts in a JSON text; `FactsError` says where the text breaks the contract.

    >>> loads('{"attendance": [{"person": "Ann Ek", "rolle": "chair"}]}')
    Traceback (most recent call last):
    ...
    samverkan.errors.FactsError: facts: unknown key attendance[0].rolle; known here: person, organisation, party, \
role, capacity, title, status, dates, time, evidence
    """
    return from_json(decoded(text, where), where)


def decoded(text: str | bytes, where: str) -> Any:
    """What a JSON text holds, whatever it is about; `FactsError` where it is not JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FactsError(f"{where}: not JSON: {error}") from None


def dumps(facts: Facts) -> str:
    """The facts as an indented JSON text that ends with a line break."""
    return json.dumps(to_json(facts), ensure_ascii=False, indent=1) + "\n"


def from_json(value: Any, where: str = "facts") -> Facts:
    """The facts that a decoded JSON value holds."""
    try:
        facts = _decode(Facts, value, "")
    except _Wrong as wrong:
        raise FactsError(f"{where}: {wrong}") from None
    assert isinstance(facts, Facts)
    return facts


def to_json(facts: Facts) -> dict[str, Any]:
    """The facts as plain values; rows carry all their keys, but evidence only where there is some."""
    return {key: value for key, value in _encode(facts).items() if value is not None}


_MOST = 10.0**13  # more than any budget; a float still holds two decimals of it exactly


def kinds() -> dict[str, type[Any]]:
    """The kinds of facts: each key of the contract with the row that it holds, one or many.

    >>> kinds()["memberships"].__name__, kinds()["meeting"].__name__
    ('Membership', 'Meeting')
    """
    found: dict[str, type[Any]] = {}
    for name, hint in _hints(Facts).items():
        inner = [each for each in get_args(hint) if each not in (Ellipsis, types.NoneType)]
        found[name] = inner[0] if inner else hint
    return found


def values(kind: str, value: Any, where: str) -> dict[str, Any]:
    """Some values of a row of one of `kinds()`, each of its type; `FactsError` gives the path of one that is not.

    >>> values("amounts", {"value": 40, "per": None}, "here")
    {'value': 40.0, 'per': None}
    """
    hints = {name: hint for name, hint in get_type_hints(kinds()[kind]).items() if name != "evidence"}
    if not isinstance(value, dict):
        raise FactsError(f"{where} must be an object, not {_show(value)}")
    given = {}
    for key, each in value.items():
        if key not in hints:
            raise FactsError(f"{where}: unknown key {key}; known here: {', '.join(hints)}")
        try:
            given[key] = _decode(hints[key], each, f"{where}.{key}")
            if kind == "amounts" and key == "value":
                _checked(Amount(given[key]), where)
        except _Wrong as wrong:
            raise FactsError(str(wrong)) from None
    return given


def row(kind: str, values: dict[str, Any], where: str) -> Any:
    """The row of one of `kinds()` with values as `values` gives them; `FactsError` says what is missing."""
    for each in fields(kinds()[kind]):
        if each.default is MISSING and each.name not in values:
            raise FactsError(f"{where}.{each.name} is missing")
    return kinds()[kind](**values)


def row_json(row: Any) -> dict[str, Any]:
    """The values of a row as plain values, without its evidence and what is not given."""
    said: dict[str, Any] = _encode(row)
    return {name: value for name, value in said.items() if name != "evidence" and value not in (None, [])}


class _Wrong(Exception):
    """What is wrong, with its path."""


def _encode(value: Any) -> Any:
    if is_dataclass(value):
        return {
            each.name: _encode(getattr(value, each.name))
            for each in fields(value)
            if each.name != "evidence" or getattr(value, "evidence", None) is not None
        }
    if isinstance(value, tuple):
        return [_encode(each) for each in value]
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(kind: Any, value: Any, path: str) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if value is None and types.NoneType in args:
            return None
        (inner,) = (each for each in args if each is not types.NoneType)
        return _decode(inner, value, path)
    if origin is tuple:
        if value is None:
            return ()
        if not isinstance(value, list):
            raise _Wrong(f"{path} must be a list, not {_show(value)}")
        return tuple(_decode(args[0], each, f"{path}[{i}]") for i, each in enumerate(value))
    if origin is Literal:
        if value not in args:
            raise _Wrong(f"{path} is {_show(value)}; use one of: {', '.join(args)}")
        return value
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _decode_row(kind, value, path)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or isinstance(value, bool):
        names = {str: "a text", int: "a whole number", float: "a number"}
        raise _Wrong(f"{path} must be {names[kind]}, not {_show(value)}")
    if kind is str and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise _Wrong(f"{path} holds half a character (a lone surrogate)")
    return value


def _decode_row(kind: type, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _Wrong(f"{path or 'the whole'} must be an object, not {_show(value)}")
    hints = _hints(kind)
    dot = f"{path}." if path else ""
    for key in value:
        if key not in hints:
            raise _Wrong(f"unknown key {dot}{key}; known here: {', '.join(hints)}")
    for each in fields(kind):
        if each.default is MISSING and each.name not in value:
            raise _Wrong(f"{dot}{each.name} is missing")
    given = {
        key: _decode(hints[key], each, f"{dot}{key}") for key, each in value.items() if not _left_out(kind, key, each)
    }
    return _checked(kind(**given), path)


def _checked(row: Any, path: str) -> Any:
    """A row whose values are within their range."""
    dot = f"{path}." if path else ""
    if isinstance(row, Evidence) and not (0 <= row.start <= row.end and 0 <= row.confidence <= 1):
        raise _Wrong(f"{path} has offsets or a confidence out of range: {row.start}-{row.end}, {row.confidence}")
    if isinstance(row, Amount) and not (abs(row.value) < _MOST and round(row.value, 2) == row.value):
        raise _Wrong(f"{dot}value is {_show(row.value)}; a sum has at most two decimals and is less than {_MOST:,.0f}")
    return row


def _left_out(kind: type, key: str, value: Any) -> bool:
    """Whether a key holds null where the row has a value of its own for "not given"."""
    return value is None and not any(each.name == key and each.default is MISSING for each in fields(kind))


def _show(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else text[:37] + "..."
