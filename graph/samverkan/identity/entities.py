"""Entities and their paths: what stands behind the base in an identifier."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

EntityKind: TypeAlias = Literal[
    "person", "municipality", "region", "county", "body", "organisation", "collective", "post",
    "strategy", "agreement", "plan", "project", "law", "work",
]  # fmt: skip

WORKS: frozenset[EntityKind] = frozenset({"strategy", "agreement", "plan", "project", "law", "work"})


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name: its `path` below the base is its identity, `name` its canonical name.

    `county` is the code of the county it belongs to, empty where it belongs to none or the county is not known;
    `owner` is the entity beside which alone the name means something.
    """

    path: str
    kind: EntityKind
    name: str
    county: str = ""
    owner: "Entity | None" = None


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The form in which two writings of a name are compared: NFC, case folded, white space as single blanks.

    >>> folded(" Region  SKÅNE ")
    'region skåne'
    """
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).casefold().split()))


@lru_cache(maxsize=65536)
def path_part(name: str) -> str:
    """A name as a part of a path: folded, blanks as `_`, letters, digits, `-` and `_` kept, others `~` and code point.

    >>> path_part("Hälso- och sjukvård"), path_part("A/B"), path_part(" ")
    ('hälso-_och_sjukvård', 'a~2fb', '~')
    """
    text = folded(name).replace(" ", "_")
    return re.sub(r"[^\w-]", lambda match: f"~{ord(match[0]):x}", text) or "~"


def path_of(kind: str, *parts: str) -> str:
    """The path of an entity: its kind and the parts of its name, each written as a path part, empty ones left out.

    >>> path_of("body", "06", "Höglandsförbundet", "AU")
    'body/06/höglandsförbundet/au'
    """
    return "/".join((kind, *(path_part(part) for part in parts if part)))
