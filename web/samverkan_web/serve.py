"""Serving the site with waitress."""

import sys
from contextlib import closing

from waitress.server import create_server

from samverkan.settings import Settings
from samverkan.store.serving import open_answers
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.published import following
from samverkan_web.site import Site


def serve(settings: Settings) -> None:
    """Serve the published graph until Ctrl+C, and say on standard error where; `StoreError` where none is published."""
    current = following(settings)
    with closing(open_answers(settings)) as pool:
        app = create_app(Site(current, Addresses(settings.base), pool), settings)
        server = create_server(app, host=settings.host, port=settings.port, threads=settings.threads, ident="samverkan")
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        print(f"Samverkan: http://{host}:{server.effective_port}/  (stop with Ctrl+C)", file=sys.stderr, flush=True)  # noqa: T201
        try:
            server.run()
        finally:
            server.close()
