"""Values as literals and back: dates with their precision, decimals, texts that no serialisation can stumble over."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from samverkan.errors import FactsError
from samverkan.vocabulary import XSD

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_HALF: Final = re.compile("[\ud800-\udfff]")


def literal(value: str) -> Literal:
    """A text as a literal; half characters (lone surrogates) become U+FFFD, so that offsets stay right."""
    try:
        return Literal(value)
    except ValueError:
        return Literal(_HALF.sub("\ufffd", value))


@lru_cache(maxsize=4096)
def dated(value: str) -> Literal:
    """A day, month or year as a literal that says which of them it is; `FactsError` where it is none.

    >>> dated("2019-06")
    <Literal value=2019-06 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>
    """
    match = _DATE.fullmatch(value)
    if match is None:
        raise FactsError(f"{value!r} is no day, month or year; write it as 2021-09-07, 2021-09 or 2021")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise FactsError(f"{value!r} is no date of the calendar: {error}") from None
    kind = XSD.date if day else XSD.gYearMonth if month else XSD.gYear
    return Literal(value, datatype=kind)


@lru_cache(maxsize=4096)
def decimal(value: float) -> Literal:
    """A number as an exact decimal, written as a store gives it back: without needless zeros.

    >>> decimal(0.95).value
    '0.95'
    >>> decimal(1.0).value
    '1'
    """
    return Literal(f"{Decimal(repr(value)).normalize():f}", datatype=XSD.decimal)


@lru_cache(maxsize=8192)
def whole(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=XSD.integer)


@lru_cache(maxsize=64)
def ordinal(number: int) -> NamedNode:
    """The property that holds the member of a list at a place, counted from 1: `rdf:_1`, `rdf:_2` …"""
    return NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#_{number}")
