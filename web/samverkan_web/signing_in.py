"""Who is signed in: curators whom the settings name, by their tokens; nobody, and no such page, where none are named.

A session is a signed cookie for this site only, which scripts cannot read. The key of the signature comes from the
setting, so that a changed token ends all sessions. Every form carries a token of its session against forged requests.
"""

import hashlib
import hmac
import secrets
import time
from collections import deque
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, Final, ParamSpec
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, flash, redirect, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import BadSignature
from werkzeug.http import parse_cookie
from werkzeug.wrappers import Response as AnyResponse

from samverkan.curating import curators, digest
from samverkan.errors import NotAllowed, NotFound
from samverkan.settings import Settings
from samverkan_web.protocol import MOST_BYTES

P = ParamSpec("P")
View = Callable[P, "str | AnyResponse"]

_HOURS: Final = 8  # without a request, after which a session ends
_TRIES: Final = 10  # wrong tokens from one address
_SECONDS: Final = 900.0  # in which they count
_ADDRESSES: Final = 10_000  # that are remembered
_FORM: Final = 100_000  # bytes of a form beside the document in it
UPLOADS: Final = "/desk/documents"  # how the address to which documents are sent ends
PREFIX: Final = "pages.desk"  # how the names of the curators' pages begin


def install(app: Flask, settings: Settings) -> None:
    """Let the app know its curators, and keep their pages out of every cache and index."""
    app.extensions["curators"] = curators(settings)
    app.extensions["tries"] = Tries()
    app.config.update(
        SECRET_KEY=_key(settings.curators) if settings.curators else None,
        SESSION_COOKIE_NAME="samverkan",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=settings.site.startswith("https://"),
        PERMANENT_SESSION_LIFETIME=timedelta(hours=_HOURS),
    )
    app.jinja_env.globals.update(csrf=csrf)

    @app.after_request
    def _private(response: Response) -> Response:
        if (request.endpoint or "").startswith(PREFIX):
            response.headers["Cache-Control"] = "no-store"
            response.headers["Referrer-Policy"] = "same-origin"
            response.headers["X-Robots-Tag"] = "noindex"
        return response


def _key(tokens: str) -> bytes:
    """The key of the signatures; slow to work out, so that nobody finds a token by a signature."""
    return hashlib.scrypt(tokens.encode(), salt=b"samverkan sessions", n=1 << 14, r=8, p=1)


class Tries:
    """Wrong tokens of late, by the address that they came from."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._wrong: dict[str, deque[float]] = {}

    def wait(self, address: str) -> int:
        """The seconds for which nobody may try from there, 0 where somebody may."""
        with self._lock:
            wrong = self._of_late(address)
            return int(wrong[0] + _SECONDS - self._clock()) + 1 if len(wrong) >= _TRIES else 0

    def count(self, address: str) -> None:
        """Count a wrong token."""
        with self._lock:
            self._wrong.setdefault(address, deque()).append(self._clock())
            while len(self._wrong) > _ADDRESSES:
                del self._wrong[next(iter(self._wrong))]

    def _of_late(self, address: str) -> deque[float]:
        wrong = self._wrong.get(address, deque())
        while wrong and wrong[0] <= self._clock() - _SECONDS:
            wrong.popleft()
        if not wrong:
            self._wrong.pop(address, None)
        return wrong


def room(app: Flask, settings: Settings) -> Callable[[Mapping[str, Any]], int]:
    """How many bytes a request (as ASGI has it) may have: a document where a curator uploads one, else a small form."""
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)

    def most(scope: Mapping[str, Any]) -> int:
        if serializer is None or scope["method"] != "POST" or not scope["path"].endswith(UPLOADS):
            return MOST_BYTES
        cookies = parse_cookie(dict(scope["headers"]).get(b"cookie", b"").decode("latin-1"))
        try:
            signed = serializer.loads(cookies.get(app.config["SESSION_COOKIE_NAME"], ""), max_age=_HOURS * 3600)
        except BadSignature:
            return MOST_BYTES
        return settings.max_bytes + _FORM if "who" in signed else MOST_BYTES

    return most


def there_are_curators() -> None:
    """`NotFound` where the settings name no curators."""
    if not current_app.extensions["curators"]:
        raise NotFound(request.path)


def sign_in(token: str) -> int:
    """Sign in whoever shows a known token; 0, or the seconds to wait where too many were wrong.

    `NotAllowed` for a token that is not known.
    """
    tries: Tries = current_app.extensions["tries"]
    address = request.remote_addr or ""
    if seconds := tries.wait(address):
        return seconds
    who = current_app.extensions["curators"].get(digest(token.strip()))
    if who is None:
        tries.count(address)
        raise NotAllowed("no curator has this token")
    session.clear()
    session.permanent = True
    session["who"] = who
    return 0


def sign_out() -> None:
    """End the session in this browser."""
    session.clear()


def csrf() -> str:
    """The token that each form of this session carries."""
    if "csrf" not in session:
        session["csrf"] = secrets.token_urlsafe(24)
    return str(session["csrf"])


def check_form() -> None:
    """`NotAllowed` where a form does not come from a page of this session."""
    known, given = str(session.get("csrf", "")), request.form.get("csrf", "")
    elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if elsewhere or not known or not hmac.compare_digest(known.encode(), given.encode()):
        raise NotAllowed("this form has expired, or does not come from this site")


def signed_in(view: Callable[Concatenate[str, P], str | AnyResponse]) -> View[P]:
    """A page for curators: the view gets who is signed in; others are led to sign in, and forms are checked."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> str | AnyResponse:
        there_are_curators()
        who = session.get("who")
        if not isinstance(who, str):
            return redirect(url_for("pages.desk_sign_in", next=request.full_path.rstrip("?")), 303)
        if request.method == "POST":
            request.max_content_length = current_app.config["SETTINGS"].max_bytes + _FORM
            check_form()
        return view(who, *args, **kwargs)

    return guarded


def after_sign_in(wanted: str) -> str:
    """Where to go next: the page that was wanted, if it is one of this site."""
    parts = urlsplit(wanted)
    own = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.netloc and "\\" not in wanted
    return wanted if own else url_for("pages.desk")


def done(words: str) -> None:
    """Tell on the next page what was done."""
    flash(words)
