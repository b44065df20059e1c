"""Swedish and English: the language is the first part of an address, and each page has the same address in both."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from flask import Blueprint, Flask, g, request, url_for

from samverkan_web import wording
from samverkan_web.wording import gettext

LANGUAGES: Final = ("sv", "en")
_LOCALES: Final = {"sv": "sv_SE", "en": "en_GB"}  # how days and numbers are written
PREFIX: Final = "/<any(sv, en):language>"


def language() -> str:
    """The language of the page that is being made."""
    return str(g.get("language") or g.get("default_language", "sv"))


def install(app: Flask, default: str) -> None:
    """Let the app speak the language of the address, `default` where that names none."""

    @app.before_request
    def _default() -> None:
        g.default_language = default

    wording.install(app, lambda: _LOCALES[language()])


def speak(pages: Blueprint) -> None:
    """Take the language out of the addresses of these pages, and put it into the links between them."""

    @pages.url_value_preprocessor
    def _take(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        g.language = (values or {}).pop("language", None)

    @pages.app_url_defaults
    def _put(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint.startswith(f"{pages.name}."):
            values.setdefault("language", language())


def address_in(other: str) -> str:
    """The address of this page in another language; the start page's for an address that is no page."""
    if request.endpoint is None or not request.endpoint.startswith("pages."):
        return url_for("pages.start", language=other)
    return with_query(url_for(request.endpoint, **{**(request.view_args or {}), "language": other}), _asked())


def address_of_page(number: int, page: str = "page") -> str:
    """The address of another page of the list on this page, by the name that it has in addresses."""
    kept = [(name, value) for name, value in _asked() if name != page]
    return with_query(_this(), [*kept, (page, str(number))])


def address_asking(old: str, new: str) -> str:
    """The address of this page, with another value in the place of one that was asked."""
    return with_query(_this(), [(name, new if value.strip() == old else value) for name, value in _asked()])


def _this() -> str:
    return url_for(request.endpoint or "pages.start", **(request.view_args or {}))


def _asked() -> list[tuple[str, str]]:
    """The parameters of this page. They are never given to `url_for`, some of whose options could be named by them."""
    return list(request.args.items(multi=True))


def with_query(path: str, query: Sequence[tuple[str, str]] | Mapping[str, str]) -> str:
    """A path with parameters behind it, if there are any."""
    return f"{path}?{urlencode(query)}" if query else path


def when(iso: str | None) -> str:
    """A day, a month or a year in words, as exact as it is stated.

    `2021-09-07` is "7 september 2021", `2021-09` "september 2021", `2021` itself; what is no date stays as it is.
    """
    if not iso:
        return ""
    day = _day(iso)
    if day is None or len(iso) == 4:
        return iso
    return wording.day(day, "long" if len(iso) == 10 else "MMMM y")


def between(start: str, end: str) -> str:
    """A stretch of time in words: "30–31 januari 2019", "30 januari – 2 februari 2019", or one day."""
    first, last = _day(start), _day(end)
    if start == end or first is None or last is None:
        return when(start)
    if len(start) < 10 or len(end) < 10 or first.year != last.year:
        return f"{when(start)} – {when(end)}"
    if first.month != last.month:
        return f"{wording.day(first, 'd MMMM')} – {when(end)}"
    return f"{first.day}–{when(end)}"


def day_head(iso: str) -> str:
    """A day as the head of a narrow column: "ons 30/1", "Wed 30 Jan"."""
    day = _day(iso)
    return wording.day(day, gettext("EEE d MMM")) if day else iso


def _day(iso: str) -> date | None:
    parts = iso.split("-")
    try:
        return date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except (ValueError, IndexError):
        return None
