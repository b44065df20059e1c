"""Whose verb it is: the body that meets, in the ways that its own minutes name it, or somebody else."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from samverkan.reading.context import Context

# What bodies are called; the parts before (`styr`-, `lednings`-) and the endings (-en, -et, -ns) may differ.
_NOUN = (
    r"grupp|styrelse|nämnd|utskott|beredning|råd|forum|organ|direktion|kommitté|nätverk|förbund|delegation|"
    r"fullmäktige|konferens|"
    r"presidi|ledning|församling|årsmöte|stämma|kansli"
)
BODY_WORD = re.compile(rf"\b(?P<stem>[\wåäöÅÄÖ-]*(?:{_NOUN}))(?:ens|ets|en|et|um|ns|n|s|t)?\b", re.IGNORECASE)
# Words that can only mean those who meet.
_ALWAYS = re.compile(
    r"\b(?:mötet|möte|vi|man|gruppen|sammanträdet|deltagarna|ledamöterna|närvarande|de närvarande|samtliga|"
    r"mötesdeltagarna)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"besl(?<=\bbesl)(?:utar|utade|öt)\b")
_FIRST_WORD = re.compile(r"\s*(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ-]+)\b")
_FARTHEST = 80  # characters between the first word of a subject and its verb
_SHORTEST = 5  # letters of a part of a compound that may stand for it
_SEEN = 20_000  # characters of a document in which its body is spoken of
# Bodies that go by a general noun in their own minutes.
_GENERAL = re.compile(
    r"styrelsen|nämnden|direktionen|(?:arbets)?utskottet|rådet|(?:styr|lednings)?gruppen|nätverket|forumet|"
    r"beredningen|kommittén|"
    r"förbundsdirektionen|förbundsstyrelsen|samverkansnämnden"
)
# Whoever opens a sentence after these decides elsewhere: in another body, earlier, or not yet.
_ELSEWHERE = re.compile(
    r"\b(?:regeringen|riksdagen|kommunfullmäktige|regionfullmäktige|landstingsfullmäktige|fullmäktige|"
    r"kommunstyrelsen|regionstyrelsen|"
    r"socialstyrelsen|länsstyrelsen|staten|huvudmännen|kommunerna|medlemskommunerna|tingsrätten|förvaltningsrätten)\b",
    re.IGNORECASE,
)


class OwnBody:
    """The body whose minutes these are: by its name, its short forms, and by who decides most often."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _stems(self) -> frozenset[str]:
        context = self._context
        names = f"{context.body.name or ''} {context.document.title or ''}"
        stems = {match["stem"].casefold() for match in BODY_WORD.finditer(names)}
        deciding = Counter(_deciding(context.text))
        for word, times in deciding.most_common(1):
            # a body without a name is whoever decides; one with a name may still be `styrelsen` in its text
            if (times > 1 or not stems or _GENERAL.fullmatch(word)) and (match := BODY_WORD.match(word)):
                stems.add(match["stem"].casefold())
        if not stems and context.document.kind == "news":
            # news of a meeting may call the body nothing but `rådet`
            spoken_of = {match["stem"].casefold() for match in BODY_WORD.finditer(context.text, 0, _SEEN)}
            plain = tuple(spoken_of.intersection(_NOUN.split("|")))
            stems.update(stem for stem in spoken_of if stem.endswith(plain) and not _ELSEWHERE.search(f"{stem}n"))
        nouns = {noun for stem in stems for noun in _NOUN.split("|") if stem.endswith(noun)}
        return frozenset(stems | nouns)

    @cached_property
    def _short(self) -> re.Pattern[str] | None:
        own = {
            self._context.body.name,
            *(() if self._context.body.name is None else (self._context.body.name.casefold(),)),
        }
        short = [short for short, full in self._context.short_forms.items() if full in own or full.casefold() in own]
        acronym = re.search(r"\(([A-ZÅÄÖ]{2,6})\)", self._context.document.title or "")
        if acronym:
            short.append(acronym[1])
        return re.compile(r"\b(?:" + "|".join(map(re.escape, short)) + r")\b") if short else None

    def is_meant(self, words: str) -> bool:
        """Whether a subject names the body that meets, rather than another body, a person or nobody.

        The words are those before the verb, or the first ones behind it.
        """
        found = list(BODY_WORD.finditer(words))
        if found:
            # the last body named is the subject: `presidiet för styrgruppen` begins with another body
            return self._is_own(found[0]) and (
                not _ELSEWHERE.search(words) or found[0][0].casefold() in _name(self._context)
            )
        if _ALWAYS.search(words):
            return True
        return self._short is not None and self._short.search(words) is not None

    def _is_own(self, word: re.Match[str]) -> bool:
        """Whether a noun is the body's own or its last part: `styrgruppen` of `Länsstyrgruppen`."""
        stem = word["stem"].casefold()
        return stem in self._stems or (len(stem) > _SHORTEST and any(own.endswith(stem) for own in self._stems))

    def is_other(self, words: str) -> bool:
        """Whether words name a body or authority that is not the one that meets."""
        if any(not self._is_own(match) for match in BODY_WORD.finditer(words)):
            return True
        own = _name(self._context)
        return any(match[0].casefold() not in own for match in _ELSEWHERE.finditer(words))


def _deciding(text: str) -> Iterator[str]:
    """The first word of each subject that decides: `styrelsen` of `Styrelsen för förbundet beslutar`."""
    for verb in _DECIDES.finditer(text):
        near = max(0, verb.start() - _FARTHEST)
        start = max(near, text.rfind("\n", near, verb.start()) + 1, text.rfind(". ", near, verb.start()) + 2)
        if found := _FIRST_WORD.match(text, start, verb.start()):
            yield found["who"].casefold()


def _name(context: Context) -> str:
    return f"{context.body.name or ''} {context.document.title or ''}".casefold()
