"""Words, days and numbers in the language of the page: all that the site takes from Flask-Babel, with types."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

import babel.dates
import babel.numbers
import flask_babel
from flask import Flask, g
from markupsafe import Markup

# By locale and words of the source what a page says: a page asks a thousand times, and a catalogue takes its time.
_SAID: Final[dict[tuple[str, str], Markup]] = {}


def install(app: Flask, locale: Callable[[], str]) -> None:
    """Let an app speak the language that `locale` tells for each request."""
    flask_babel.Babel(app, locale_selector=locale)

    @app.before_request
    def _remember() -> None:
        g.locale = locale()

    app.jinja_env.globals.update({"_": _in_a_page, "gettext": _in_a_page})


def gettext(words: str) -> str:
    """Words of the source in the language of the page."""
    return str(_said(words))


def _in_a_page(words: str, /, **values: object) -> Markup:
    """The same in a template, with values in the places for them."""
    return _said(words) % values


def _said(words: str) -> Markup:
    key = _locale(), words
    if key not in _SAID:
        _SAID[key] = Markup(flask_babel.gettext(words))  # noqa: S704  catalogues are ours
    return _SAID[key]


def _locale() -> str:
    return g.get("locale") or str(flask_babel.get_locale())


def ngettext(one: str, many: str, number: int) -> str:
    """Words for a whole number, which stands in them as `%(num)s`, with the separators of the language."""
    return str(flask_babel.ngettext(one, many, _Counted(number)))


class _Counted(int):
    """A number that is written as the language of the page writes it."""

    def __str__(self) -> str:
        return number(int(self))


def lazy_gettext(words: str) -> str:
    """Words that wait for a page: for tables of words that are made before there is one."""
    waiting: str = flask_babel.lazy_gettext(words)
    return waiting


def day(value: date, form: str = "long") -> str:
    """A day in words, or as a pattern of CLDR says."""
    return _day(value, form, _locale())


@lru_cache(4_096)
def _day(value: date, form: str, locale: str) -> str:
    return babel.dates.format_date(value, form, locale)


def number(value: float) -> str:
    """A number with the separators of the language."""
    return _number(value, _locale())


@lru_cache(4_096)
def _number(value: float, locale: str) -> str:
    return babel.numbers.format_decimal(value, locale=locale)


def size(octets: int) -> str:
    """The size of a file in the largest unit that gives one or more: `39.8 kB`, in Swedish `39,8 kB`."""
    power = min(max(len(str(octets)) - 1, 0) // 3, 3)
    shown = babel.numbers.format_decimal(octets / 1_000**power, format="#,##0.#", locale=_locale())
    return f"{shown}\N{NO-BREAK SPACE}{('B', 'kB', 'MB', 'GB')[power]}"


def gist(text: str) -> str:
    """What a text says first: its first sentence, without what explains that behind a colon or semicolon.

    >>> gist("Who sits there: those named. Vacancies too.")
    'Who sits there.'
    """
    first = re.split(r"(?<=[.?!])\s+(?=[A-ZÅÄÖ])|[:;]\s", text, maxsplit=1)[0]
    return first if first.endswith((".", "?", "!")) else f"{first}."


def percent(share: float) -> str:
    """A share, 0 to 1, in percent."""
    return _percent(share, _locale())


@lru_cache(4_096)
def _percent(share: float, locale: str) -> str:
    return babel.numbers.format_percent(share, locale=locale)
