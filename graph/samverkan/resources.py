"""Where the shipped files are: ontology, queries, register and sample documents.

In an installed wheel they lie inside the package; in a checkout they are the top-level folders.
Nobody else builds such paths.
"""

from functools import cache
from importlib import resources
from pathlib import Path

from samverkan.errors import SettingError

_CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def folder(name: str) -> Path:
    """The folder of shipped files called `name`: `ontology`, `queries`, `data/register` or `data/documents`.

    >>> folder("queries").is_dir()
    True
    """
    packaged = Path(str(resources.files("samverkan"))) / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def lasting(path: Path, setting: str) -> Path:
    """The path itself, where something may be written to stay; `SettingError` where it lies in the installed package,
    with which it would be lost, and the environment variable `setting` names another one.
    """
    if Path(str(resources.files("samverkan"))) in path.parents:
        raise SettingError(
            f"{setting} is not set, and what is written to {path} is lost when the package is renewed; "
            "set it to a place of your own, such as a copy of that one"
        )
    return path
