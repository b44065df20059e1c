"""Samverkan: a knowledge graph of Swedish regional collaboration, read from meeting minutes.

import samverkan

with samverkan.open() as graph:
    graph.query("who-sits-on", body="Centralt samverkansorgan")
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.graph import Graph

__version__ = "0.1.0"


def open(where: str | Path | None = None, *, language: str = "sv") -> "Graph":
    """Open a published graph for reading.

    `where` is the folder of a graph (setting SAMVERKAN_DATA), or the address of a SPARQL endpoint, such as the one of a
    site of Samverkan; without it, what the settings name. `language`, `sv` or `en`, is that of the words in answers.
    `StoreError` says what is wrong where nothing is published there, or nobody answers.
    """
    made: type[Graph] = import_module(
        "samverkan.graph"
    ).Graph  # only now: the package itself knows no module of its own
    return made(where, language)
