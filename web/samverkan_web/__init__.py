"""The site of Samverkan: pages, queries and networks over a published graph.

`create_app` is given what it needs; no module holds an app, a graph or a connection.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from samverkan.settings import Settings
    from samverkan_web.site import Site

__all__ = ["create_app"]


def create_app(site: "Site", settings: "Settings") -> "Flask":
    """The site over a published graph, as a WSGI application."""
    from samverkan_web.app import make_app  # imported late: the package also holds modules without Flask

    return make_app(site, settings)
