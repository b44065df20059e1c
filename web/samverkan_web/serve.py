"""Serving the site with waitress."""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread

from waitress.server import create_server

from samverkan.errors import AddressError
from samverkan.settings import Settings
from samverkan.store.cache import CachedAnswers
from samverkan.store.serving import open_answers
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.drawing import prepare
from samverkan_web.published import following, version_of
from samverkan_web.site import Site
from samverkan_web.turns import Turns


def serve(settings: Settings) -> None:
    """Serve the published graph until Ctrl+C, and say on standard error where.

    `StoreError` where none is published, `AddressError` where the address cannot be had.
    """
    check_address(settings)
    current = following(settings)
    with closing(open_answers(settings)) as pool:
        answers = CachedAnswers(Turns(pool, max(settings.threads // 2, 1)), lambda: version_of(current()))
        app = create_app(Site(current, Addresses(settings.base), answers), settings)
        with _refused(settings):
            server = create_server(
                app, host=settings.host, port=settings.port, threads=settings.threads, ident="samverkan"
            )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        print(f"Samverkan: http://{host}:{server.effective_port}/  (stop with Ctrl+C)", file=sys.stderr, flush=True)  # noqa: T201
        Thread(target=prepare, name="prepare", daemon=True).start()
        try:
            server.run()
        finally:
            server.close()


def check_address(settings: Settings) -> None:
    """`AddressError` where nothing can listen now at the address of the settings: before long work is begun for it."""
    with _refused(settings):
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        socket.create_server((settings.host, settings.port), family=family).close()


@contextmanager
def _refused(settings: Settings) -> Iterator[None]:
    """Say of a refusal to listen what it was about and what to do."""
    try:
        yield
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = "something else listens there already" if taken else (error.strerror or str(error))
        raise AddressError(
            f"cannot listen on port {settings.port} of {settings.host}: {reason}; "
            f"choose another with --port or the setting SAMVERKAN_PORT"
        ) from error
