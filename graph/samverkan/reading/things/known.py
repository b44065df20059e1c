"""Names that the register knows: organisations, bodies and laws, by their words."""

from collections.abc import Iterator
from functools import lru_cache

from samverkan.facts import MentionKind
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AREAS
from samverkan.register import KnownName, Register

_BODY_KINDS = table("political officials mixed network board committee conference")


class Known:
    """The names of a register, found in text word by word; short forms only as they are written, names in any case."""

    def __init__(self, register: Register) -> None:
        self._names: dict[tuple[str, ...], tuple[str, MentionKind, tuple[str, ...]]] = {}
        self._exact: dict[str, tuple[str, MentionKind]] = {}
        self._former: dict[str, tuple[str, ...]] = {}
        self._sizes: dict[str, set[int]] = {}
        self.first: set[str] = set()
        for known in register.organisations:
            self._add(known, "organisation")
        for known in register.bodies:
            self._add(known, "body")
        for law in register.laws:
            for form in (law.name, *law.short_forms):
                self._form(form, law.name, "law")

    def _add(self, known: KnownName, kind: MentionKind) -> None:
        kind = "body" if known.kind in _BODY_KINDS else kind
        for form in (known.name, *known.short_forms):
            self._form(form, known.name, kind)
        self._former[known.name] = known.former_names
        for former in known.former_names:  # what it was called then is another name, which replaces or is replaced
            self._form(former, former, kind)

    def _form(self, form: str, name: str, kind: MentionKind) -> None:
        words = form.split()
        if len(words) == 1 and (sum(map(str.isupper, form)) > 1 or kind != "law"):
            self._exact.setdefault(form, (name, kind))
            self.first.add(form)
        else:
            self._sizes.setdefault(words[0].casefold(), set()).add(len(words))
            self._names.setdefault(tuple(word.casefold() for word in words), (name, kind, tuple(words)))
            self.first.add(words[0].casefold())

    def at(self, tokens: Tokens, index: int) -> Iterator[Thing]:
        """The known name that begins at a word, the longest."""
        words = tokens.words
        for size in self._sizes_at(words[index]):
            if index + size > len(words) or any(tokens.breaks[index + 1 : index + size]):
                continue
            for genitive in (False, True):
                found = self._of(words[index : index + size], genitive)
                if found is not None:
                    name = tokens.name(index, index + size)
                    if found[1] == "law" and name[1:].islower():
                        name = name[0].lower() + name[1:]
                    if genitive:
                        name = name[:-2] if name.endswith(":s") else name[:-1]
                    last = index + size
                    if size == 1 and found[1] == "organisation" and not genitive and _area(tokens, last):
                        last += 1  # Almi Halland
                        name = tokens.name(index, last)
                    yield Thing(index, last, name, found[1], "known.register", 0.95)
                    return

    def _sizes_at(self, word: str) -> list[int]:
        """How many words the names have that begin with a word, the most first."""
        low = word.casefold()
        sizes = self._sizes.get(low, set()) | self._sizes.get(low.removesuffix("s").removesuffix(":"), set()) | {1}
        return sorted(sizes, reverse=True)

    def _of(self, words: tuple[str, ...], genitive: bool) -> tuple[str, MentionKind] | None:
        last = words[-1]
        if genitive:
            if last[-1] != "s" or len(last) < 3:
                return None
            last = last[:-2] if last[-2] == ":" else last[:-1]
        if len(words) == 1 and last in self._exact:
            return self._exact[last]
        found = self._names.get((*(word.casefold() for word in words[:-1]), last.casefold()))
        if found is None:
            return None
        name, kind, form = found
        if kind == "law" or (words[0][0].isupper() and all(map(_capital_as, form[1:], (*words[1:-1], last)))):
            return name, kind
        return None

    def former_names(self, name: str) -> tuple[str, ...]:
        """What a known thing was called before."""
        return self._former.get(name, ())

    def canonical(self, name: str) -> str | None:
        """The register's own name for a written one."""
        if name in self._exact:
            return self._exact[name][0]
        found = self._names.get(tuple(name.casefold().split()))
        return None if found is None else found[0]


def _area(tokens: Tokens, index: int) -> bool:
    return index < len(tokens.words) and not tokens.breaks[index] and tokens.words[index] in AREAS


def _capital_as(form: str, word: str) -> bool:
    """Whether a word has its capital as in the known form; common nouns of names may differ (`Kommunalförbund`)."""
    return form[0].isupper() == word[0].isupper() or head_of(form) is not None


@lru_cache(maxsize=4)
def known(register: Register) -> Known:
    """The known names of a register; made once."""
    return Known(register)
