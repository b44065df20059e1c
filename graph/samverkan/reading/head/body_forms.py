"""What tells the name of a body: its noun, or the noun within the word for its meeting."""

import re
from collections.abc import Iterator

from samverkan.reading.layout import Line
from samverkan.reading.patterns import Pattern
from samverkan.reading.people.roles import BODY_NOUN

Found = tuple[str, int, int, float]
"""A name, where it stands, and how sure it is."""

# Nouns that name other things as well as bodies: a heading with only one of these needs a reason more.
_WEAK_NOUN = Pattern(r"\b\w*(?:samverkan|ledning|team|träff|ting|arena|kluster|konferens)(?:en|et|n|s)?\b", re.I)


def is_strong(words: str) -> bool:
    """Whether words hold a noun that names bodies and nothing else."""
    return BODY_NOUN.search(_WEAK_NOUN.sub("", words)) is not None


# `Direktionsprotokoll`, `Styrelsemöte`, `Anteckningar arbetsutskottsmöte`: the body within the word.
_COMPOUND = re.compile(
    r"\b(?P<body>\w*(?:direktion|styrelse|nämnd|utskott|grupp|råd|nätverk|forum|presidie|berednings?))s?"
    r"(?:protokoll|möte|sammanträde|anteckningar|träff)(?:et|en|t)?\b", re.I
)  # fmt: skip
_DEFINITE = (("presidie", "presidiet"), ("beredning", "beredningen"), ("styrelse", "styrelsen"), ("forum", "forumet"),
             ("utskott", "utskottet"), ("råd", "rådet"), ("nätverk", "nätverket"))  # fmt: skip


def in_compounds(lines: tuple[Line, ...]) -> Iterator[Found]:
    """The bodies within words for their meetings and minutes."""
    for line in lines:
        found = _COMPOUND.search(line.text)
        if found is not None:
            body = found["body"].lower().removesuffix("s")
            ending = next((whole for noun, whole in _DEFINITE if body.endswith(noun)), None)
            noun = next((noun for noun, _ in _DEFINITE if body.endswith(noun)), "")
            yield body[: len(body) - len(noun)] + (ending or "en"), line.start, line.end, 0.6
