"""The name of a strategy, agreement, plan, project or law, from the words that it takes, in base form."""

from samverkan.reading.things.extent import base_adjective, opens
from samverkan.reading.things.heads import Head
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import ADJECTIVES

_SOME = table("en ett varje någon något")


def named_work(
    tokens: Tokens, first: int, index: int, last: int, head: Head, form: str, confidence: float, keep: bool = False
) -> Thing:
    """The thing with its name in base form: `den nationella bredbandsplanen` is `nationell bredbandsplan`."""
    noun = tokens.words[index]
    name = tokens.name(first, last)
    definite_name = keep or (head.kind == "agreement" and head.definite and last == index + 1)
    if head.genitive or (head.definite and not definite_name):
        size = len(head.lemma)
        form_kept = head.prefix + head.noun.definite if definite_name else head.lemma
        plain = noun[: min(size, len(noun))] if not definite_name else noun[: len(form_kept)]
        stem = plain if plain.lower() == form_kept else noun[0] + form_kept[1:]
        before = [base_adjective(word, head) if not definite_name else word for word in tokens.words[first:index]]
        name = " ".join(filter(None, [" ".join(before), stem, tokens.name(index + 1, last)]))
    if opens(tokens, first) and head.definite and name[0].isupper() and definite_name and name[1:2].islower():
        name = name[0].lower() + name[1:]
    if head.kind == "law" and name[0].isupper():
        name = name[0].lower() + name[1:]
    return Thing(first, last, name, head.kind, f"{head.kind}.{form}", confidence)


def of_a_sort(tokens: Tokens, first: int) -> bool:
    """Whether only some work of a sort is meant: `ett regionalt kulturprogram`."""
    return first > 0 and not tokens.breaks[first] and tokens.words[first - 1] in _SOME


def describes(word: str) -> bool:
    """Whether a capital opens a title as an adjective: `Nära vård`, `Bättre liv för sjuka äldre`."""
    low = word.lower()
    return low in ADJECTIVES or (low.endswith(("are", "ättre")) and len(low) > 5)
