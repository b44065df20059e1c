"""Where the shipped files are: ontology, queries, register and sample documents.

In an installed wheel they lie inside the package; in a checkout they are the top-level folders.
Nobody else builds such paths.
"""

from functools import cache
from importlib import resources
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def folder(name: str) -> Path:
    """The folder of shipped files called `name`: `ontology`, `queries`, `data/register` or `data/documents`.

    >>> folder("queries").is_dir()
    True
    """
    packaged = Path(str(resources.files("samverkan"))) / name
    return packaged if packaged.is_dir() else _CHECKOUT / name
