"""Words, days and numbers in the language of the page: all that the site takes from Flask-Babel, with types."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

import babel.dates
import flask_babel
from flask import Flask


def install(app: Flask, locale: Callable[[], str]) -> None:
    """Let an app speak the language that `locale` tells for each request."""
    flask_babel.Babel(app, locale_selector=locale)


def gettext(words: str) -> str:
    """Words of the source in the language of the page."""
    return str(flask_babel.gettext(words))


def ngettext(one: str, many: str, number: int) -> str:
    """Words for a whole number, which stands in them as `%(num)s`, with the separators of the language."""
    return str(flask_babel.ngettext(one, many, _Counted(number)))


class _Counted(int):
    """A number that is written as the language of the page writes it."""

    def __str__(self) -> str:
        return str(flask_babel.format_decimal(int(self)))


def lazy_gettext(words: str) -> str:
    """Words that wait for a page: for tables of words that are made before there is one."""
    waiting: str = flask_babel.lazy_gettext(words)
    return waiting


def day(value: date, form: str = "long") -> str:
    """A day in words, or as a pattern of CLDR says."""
    return _day(value, form, str(flask_babel.get_locale()))


@lru_cache(4_096)
def _day(value: date, form: str, locale: str) -> str:
    return babel.dates.format_date(value, form, locale)


def number(value: float) -> str:
    """A number with the separators of the language."""
    return str(flask_babel.format_decimal(value))


def percent(share: float) -> str:
    """A share, 0 to 1, in percent."""
    return str(flask_babel.format_percent(share))
