"""The settings: one table of name, default and help; each is the environment variable `SAMVERKAN_<NAME>`."""

import os
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from samverkan.errors import SettingError


def _data_folder() -> Path:
    from platformdirs import user_data_path  # takes a moment to import; most commands never ask

    return user_data_path("samverkan")


_KINDS = {int: "a whole number", float: "a number", str: "a text", Path: "a path"}


def _setting(help: str, default: Any = MISSING, factory: Any = MISSING) -> Any:
    return field(default=default, default_factory=factory, metadata={"help": help})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings: `Settings()` holds the defaults, `from_environment()` what the environment says."""

    data: Path = _setting("folder of the graph: live store and published snapshots", factory=_data_folder)
    store: str = _setting("address of a remote SPARQL 1.1 endpoint to use instead of the embedded store", "")
    update: str = _setting("address for updates of the remote store, where it does not follow from the engine", "")
    graph_store: str = _setting("address of its Graph Store protocol, where it does not follow from the engine", "")
    store_user: str = _setting("who writes to the remote store, where it asks", "")
    store_password: str = _setting("the password of who writes there", "")
    read: str = _setting("where readers of a remote store look: store or snapshot; by the engine where empty", "")
    judgements: str = _setting("file of judgements on who is who (CSV), where it is not `data/judgements.csv`", "")
    corrections: str = _setting("folder of corrections of facts (JSON), where it is not `data/corrections`", "")
    removals: str = _setting("file of names to forget, as digests (CSV), where it is not `data/removals.csv`", "")
    originals: str = _setting(
        "folder in which loaded PDF files are kept, to be shown beside their text; empty: none", ""
    )
    curators: str = _setting(
        "who may write graphs at `/sparql/graphs` and sign in at `/sv/desk`: NAME=TOKEN, parted by `;`", ""
    )
    base: str = _setting("base IRI of the entities", "https://w3id.org/samverkan/id/")
    language: str = _setting("language of a page whose address names none: sv or en", "sv")
    site: str = _setting("public address of the site, as https://…, where it is not the one that a request came to", "")
    publisher: str = _setting("who publishes the data, as the catalogue names it", "")
    publisher_type: str = _setting("kind of publisher: a word of the list at http://purl.org/adms/publishertype/", "")
    publisher_home: str = _setting("home page of the publisher", "")
    contact: str = _setting("whom to ask about the data, as the catalogue names it", "")
    contact_email: str = _setting("where to ask about the data", "")
    host: str = _setting("address that the site listens on", "127.0.0.1")
    port: int = _setting("port that the site listens on", 8000)
    threads: int = _setting("threads that answer requests", 8)
    workers: int = _setting("processes that answer SPARQL queries", 2)
    query_seconds: float = _setting("longest time for a visitor's query, in seconds", 10.0)
    query_rows: int = _setting("most rows or triples in the answer to a visitor's query", 10_000)
    dump_quads: int = _setting("largest graph whose files to take away every `load` makes anew, in quads", 500_000)
    max_bytes: int = _setting("largest document that is read, in bytes", 20_000_000)

    def __post_init__(self) -> None:
        """Check what can be checked without touching the world."""
        if self.language not in ("sv", "en"):
            raise SettingError(f"SAMVERKAN_LANGUAGE is {self.language!r}; use sv or en")
        if not self.base.endswith(("/", "#")):
            raise SettingError(f"SAMVERKAN_BASE is {self.base!r}; a base IRI must end with / or #")
        for name in ("store", "update", "graph_store"):
            address = getattr(self, name)
            if address and not address.startswith(("http://", "https://")):
                raise SettingError(
                    f"SAMVERKAN_{name.upper()} is {address!r}; it must be the address of a server, as http://…"
                )
        if self.read not in ("", "store", "snapshot"):
            raise SettingError(f"SAMVERKAN_READ is {self.read!r}; use store or snapshot, or leave it empty")
        for name in ("threads", "workers", "query_rows", "max_bytes", "query_seconds"):
            if getattr(self, name) <= 0:
                raise SettingError(f"SAMVERKAN_{name.upper()} is {getattr(self, name)}; it must be more than 0")


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment gives, defaults elsewhere; `SettingError` names a value that cannot be used.

    >>> from_environment({"SAMVERKAN_PORT": "8080"}).port
    8080
    """
    given = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for each in fields(Settings):
        name = f"SAMVERKAN_{each.name.upper()}"
        if name not in given:
            continue
        kind = each.type
        assert isinstance(kind, type)
        try:
            values[each.name] = kind(given[name])
        except ValueError:
            raise SettingError(f"{name} is {given[name]!r}; it must be {_KINDS[kind]}") from None
    return Settings(**values)


def as_environment(settings: Settings) -> dict[str, str]:
    """The environment that gives these settings to another process."""
    return {f"SAMVERKAN_{each.name.upper()}": str(getattr(settings, each.name)) for each in fields(Settings)}
