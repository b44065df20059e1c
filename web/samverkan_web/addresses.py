"""Where the site shows a thing: IRIs of the base stand for local paths, and the other way round."""

import re
from dataclasses import dataclass
from typing import Final

from samverkan.errors import NotFound

# What may stand in an IRI after its host (RFC 3987): signs, letters of all scripts, bytes as %20, one fragment at most.
_SIGN: Final = (
    r"[A-Za-z0-9\-._~!$&'()*+,;=:@/?\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF\U00010000-\U0001FFFD\U00020000-\U0002FFFD]"
)
_REST: Final = re.compile(rf"(?:{_SIGN}|%[0-9A-Fa-f]{{2}})*(?:#(?:{_SIGN}|%[0-9A-Fa-f]{{2}})*)?")


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
        if not _REST.fullmatch(path):
            raise NotFound(f"no thing has an address like {path!r}")
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
