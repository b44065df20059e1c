"""The full names of groups that a document introduces, by the word that stands for each later on."""

import re
from collections.abc import Iterator

from samverkan.reading.acts.task_words import NEVER, REPORT
from samverkan.reading.layout import Layout

# A heading that names a group: `Utvecklingsgrupp inom …`; the text then says `utvecklingsgruppen`.
_GROUP = re.compile(
    r"(?P<noun>[A-ZÅÄÖ][a-zåäö-]{3,}(?:grupp|råd|nämnd|utskott|nätverk|forum|beredning))\s(?:inom|för|i|kring|"
    r"[A-ZÅÄÖ])[^.,:;§\t]{2,70}\Z"
)
# `Arbetsgruppen för äldres hälsa tar fram …`: later `arbetsgruppen`
_FOR = re.compile(r"\sför\s(?=(?P<words>(?:[a-zåäö-]+,?\s){1,8}))")
_GROUPS = ("gruppen", "rådet", "nätverket", "beredningen", "utskottet", "förvaltningen", "kommittén")
_LAST_WORD = re.compile(r"[\wåäöÅÄÖ-]*\Z")
_LONGEST_WORD, _LONGEST_GROUP = 80, 16  # characters
_LAST_PART = re.compile(r"(?:beredningen|gruppen|nätverket|förvaltningen)\Z")
_DEFINITE = (("nämnd", "en"), ("grupp", "en"), ("beredning", "en"), ("", "et"))


def _named_in_prose(text: str) -> Iterator[tuple[str, str]]:
    """The nouns of groups before `för`, in small letters, with the words behind it."""
    done = 0
    for joint in _FOR.finditer(text):
        at = joint.start()
        if at < done or not text[max(0, at - _LONGEST_GROUP) : at].casefold().endswith(_GROUPS):
            continue
        word = _LAST_WORD.search(text, max(0, at - _LONGEST_WORD), at)
        if word and word[0].casefold().endswith(_GROUPS):
            yield word[0].casefold(), joint["words"]
            done = joint.end("words")


def group_names(layout: Layout) -> dict[str, str]:
    """The full names of groups that lines of their own give, by the one word in the definite form that stands for
    each.
    """
    found: dict[str, str] = {}
    for noun, said in _named_in_prose(layout.text):
        words = said.split()
        end = next((at for at, word in enumerate(words) if word in NEVER or word in REPORT), 0)
        if end:
            name = f"{noun} för {' '.join(words[:end])}"
            for short in (noun, *_LAST_PART.findall(noun)):
                found.setdefault(short, name)
    for line in layout.lines:
        if len(line.text) < 90 and (match := _GROUP.match(line.text)):
            noun = match["noun"].casefold()
            word = noun + next(ending for last, ending in _DEFINITE if noun.endswith(last))
            name = line.text[0].lower() + line.text[1:]
            found[word] = name if found.get(word, name) == name else ""
    return {word: name for word, name in found.items() if name}
