"""The thing that a noun of a body or organisation makes, with its name in base form."""

from samverkan.reading.things.extent import is_capital, opens, proper
from samverkan.reading.things.heads import Head
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import is_adjective


def named_group(tokens: Tokens, first: int, last: int, head: Head, rule: str, confidence: float) -> Thing:
    """The thing with its name; a capital that only opens the sentence is made small: `Chefsgruppen träffas`."""
    words = tokens.words
    name = tokens.name(first, last)
    if head.kind == "organisation" and last - first > 1 and _in_genitive(tokens, last - 1):
        name = name[:-1]  # Vårdsamverkan Dalbygdens
    if head.genitive:
        name = name[:-2] if name.endswith(":s") else name[:-1]
    common = (
        last - first == 1
        or head.noun.base in ("avdelning", "enhet", "sekretariat")
        or is_adjective(words[first])
        or (head.kind == "body" and not is_capital(words[first + 1]))
    )
    title = last - first == 2 and is_capital(words[first + 1])  # Norra Rådet
    opening = words[first].partition("-")[0]
    small = opening[1:].islower() or name[1:2] == "-"  # not IT-gruppen, FoU-enheten
    if head.definite and common and small and name[0].isupper() and opens(tokens, first) and not title:
        name = name[0].lower() + name[1:]
    return Thing(first, last, name, head.kind, rule, confidence)


def _in_genitive(tokens: Tokens, index: int) -> bool:
    """Whether a capital stands in the genitive, as the text has it without its ending too."""
    word = tokens.words[index]
    return is_capital(word) and word[-1] == "s" and word[:-1] in tokens.vocabulary


def through_county(tokens: Tokens, index: int) -> int:
    """The end of `Gotlands län`, `Halmstad`, `Västra Götalands län`."""
    end = proper(tokens, index)
    if end < len(tokens.words) and tokens.words[end] == "län" and not tokens.breaks[end]:
        end += 1
    return end
