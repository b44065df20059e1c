"""Serving the site: a process that answers, in front of those that work out queries; each is replaced if it dies."""

import ctypes
import errno
import multiprocessing
import os
import signal
import socket
import sys
import time
from threading import Thread

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer as Server

from samverkan.curating import curators
from samverkan.errors import AddressError
from samverkan.settings import Settings, as_environment, from_environment
from samverkan.store.cache import CachedAnswers
from samverkan.store.serving import open_answers
from samverkan_web import pictured, signing_in
from samverkan_web.addresses import Addresses
from samverkan_web.app import endpoint_of, make_app
from samverkan_web.curation import Curation
from samverkan_web.drawing import prepare
from samverkan_web.front import Front
from samverkan_web.kept_pages import KeptPages
from samverkan_web.published import following, version_of
from samverkan_web.site import Site
from samverkan_web.turns import Turns

_HEADERS_SECONDS = 10  # in which the headers of a request must have come
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux
_PAUSES = (1, 2, 5, 10, 30)  # seconds before the site is started again, the longer the more often it ended at once
_STEADY_SECONDS = 60  # after which it counts as having stood


def serve(settings: Settings) -> None:
    """Serve the published graph until Ctrl+C, and say on standard error where.

    The process that answers is replaced when it dies, also where it dies again at once, then after a pause.
    `StoreError` where none is published, `AddressError` where the address cannot be had.
    """
    check_address(settings)
    following(settings)  # what cannot be served is told now
    curators(settings)
    os.environ.update(as_environment(settings))
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    server = _server(settings)
    server.on_startup(lambda: _tell(f"Samverkan: http://{host}:{settings.port}/  (stop with Ctrl+C)"))
    ended = 0
    while True:
        began = time.monotonic()
        if not _crashed(server):
            return
        ended = 0 if time.monotonic() - began > _STEADY_SECONDS else ended + 1
        pause = _PAUSES[min(ended, len(_PAUSES) - 1)]
        _tell(f"Samverkan: the process that answers died again at once; it is started anew in {pause} s")
        server.main_loop_interrupt.clear()
        if server.main_loop_interrupt.wait(pause) and server.interrupt_signal:
            return
        server = _server(settings)


def _crashed(server: Server) -> bool:
    """Serve; whether that ended because the process that answers kept dying, and not because it was to end."""
    try:
        server.serve()
    except SystemExit:
        return bool(server.interrupt_children) and not server.interrupt_signal
    return False


def _server(settings: Settings) -> Server:
    return Server(
        "samverkan_web.serve:application",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        factory=True,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        websockets=False,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_SECONDS * 1000),
        workers_kill_timeout=5,
    )


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def application() -> Curation:
    """The site by the settings of the environment, for the process that answers."""
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGTERM)
    parent = multiprocessing.parent_process()
    if parent and not parent.is_alive():  # it died before we were bound to it
        sys.exit(1)
    settings = from_environment()
    current = following(settings)
    answers = CachedAnswers(open_answers(settings), lambda: version_of(current()))
    site = Site(current, Addresses(settings.base), Turns(answers, max(settings.threads // 2, 1)), settings.query_rows)
    Thread(target=prepare, name="prepare", daemon=True).start()
    pictured.follow(settings)
    app = make_app(site, settings, KeptPages())
    front = Front(app, endpoint_of(site, answers, settings), settings.threads, signing_in.room(app, settings))
    return Curation(front, settings)


def check_address(settings: Settings) -> None:
    """`AddressError` where nothing can listen now at the address of the settings: before long work is begun for it."""
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = "something else listens there already" if taken else (error.strerror or str(error))
        raise AddressError(
            f"cannot listen on port {settings.port} of {settings.host}: {reason}; "
            f"choose another with --port or the setting SAMVERKAN_PORT"
        ) from error
