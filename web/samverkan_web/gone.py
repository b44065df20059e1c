"""The addresses of people who were removed on request: 410 in every format, with a page that says how to ask."""

import re
from typing import Final
from urllib.parse import unquote

from flask import Flask, current_app, request

from samverkan import removing
from samverkan.errors import Gone
from samverkan.removals import Removals
from samverkan.settings import Settings

# `person/<county>/<name>` anywhere in an address: page, data, network, interface for programs.
_PERSON: Final = re.compile(r"(?:^|/)person/(?P<county>[^/]+)/(?P<name>[^/.]+)")


def install(app: Flask) -> None:
    """Let the app answer 410 for everyone who was removed, from the moment on that the removal is written down."""

    @app.before_request
    def _gone() -> None:
        match = _PERSON.search(unquote(request.path))
        if match is None:
            return
        if removals().of(match["name"], match["county"]) is not None:
            raise Gone("")


def removals() -> Removals:
    """The removals as they stand in their file now, read anew when it has changed."""
    settings = current_app.config["SETTINGS"]
    assert isinstance(settings, Settings)
    try:
        stat = removing.path(settings).stat()
        mark = (stat.st_mtime_ns, stat.st_size)
    except OSError:
        mark = (0, 0)
    known = current_app.extensions.get("removals")
    if known is None or known[0] != mark:
        known = current_app.extensions["removals"] = (mark, removing.current(settings))
    found = known[1]
    assert isinstance(found, Removals)
    return found
