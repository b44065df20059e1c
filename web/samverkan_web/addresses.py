"""Where the site shows a thing: IRIs of the base stand for local paths, and the other way round."""

import re
from dataclasses import dataclass
from typing import Final

from samverkan.errors import NotFound

_NEVER: Final = re.compile(r'[\x00-\x20<>"{}|\\^`]')  # what no IRI may hold


@dataclass(frozen=True, slots=True)
class Addresses:
    """The IRIs below one base and their paths on this site.

    >>> here = Addresses("https://example.org/id/")
    >>> here.path("https://example.org/id/person/12/åsa_berg")
    'person/12/åsa_berg'
    >>> here.iri("person/12/åsa_berg")
    'https://example.org/id/person/12/åsa_berg'
    >>> here.kind("https://example.org/id/person/12/åsa_berg")
    'person'
    """

    base: str

    def path(self, iri: str) -> str | None:
        """The path of an IRI on this site, None for one that is not below the base; without what stands after a #."""
        if not iri.startswith(self.base):
            return None
        return iri.removeprefix(self.base).partition("#")[0]

    def iri(self, path: str) -> str:
        """The IRI for which a path of this site stands; `NotFound` for a path that is part of no IRI."""
        if _NEVER.search(path):
            raise NotFound(f"no thing has an address with {_NEVER.findall(path)[0]!r} in it")
        return self.base + path

    def kind(self, iri: str) -> str:
        """The first part of the path: `person`, `body` …, `""` for an IRI of others.

        >>> Addresses("https://example.org/id/").kind("https://example.com/x")
        ''
        """
        return (self.path(iri) or "").partition("/")[0]


def is_web_address(text: str) -> bool:
    """Whether a text may become a link to another site: nothing but http and https.

    >>> is_web_address("https://www.skane.se/"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return text.startswith(("https://", "http://")) and not any(c.isspace() or c in '<>"' for c in text)
