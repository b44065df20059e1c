"""Municipalities told by what only they have or do in a sentence: a seat as chair, a membership, a partner."""

from samverkan.reading.things.extent import is_capital, opens
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens

# What municipalities have a part in; a bare name in such a sentence is the municipality, if no place is told.
_PARTS = table(
    """ordförandeskapet ordförandekommun ordförandekommuner ordförandeklubban ordförandeposten medlem medlemmar
    medlemskommun medlemskommuner medlemskap delägare ägarkommun ägarkommuner projektägare insatsägare huvudman
    huvudmän ansvaret huvudansvaret samordningsansvaret projektledningen huvudmannaskapet värdskapet
    avtalspart avtalsparter värdkommun"""
)
_PLACED = table("i på vid från till mellan kring utanför via genom för inom hos nära över norr söder öster väster om")
_BESIDE = table(
    """tillsammans ihop samverkan samarbete samråd avtal dialog överenskommelse teckna tecknar tecknat ingå ingår ingått
    sluta sluter slutit samarbetar samverkar"""
)
_BESIDES = table("utöver förutom jämte")
# Verb forms without `har`, as they stand after `att`: `att Ale sagt upp avtalet`.
_DONE = table(
    """sagt skrivit tecknat lämnat fattat valt antagit beslutat infört startat anställt begärt ansökt bett gått fått
    avstått tackat meddelat redovisat"""
)
_SEATED = table("representant representanter ledamot ledamöter ersättare")
_IS = table("är blir var")


def has_part(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words from `first` up to `last` are a municipality by the part that it has in the sentence."""
    words, begin = tokens.words, tokens.segment_start(first)
    before = words[first - 1].lower() if first > begin else ""
    second = words[first - 2].lower() if first > begin + 1 else ""
    after = words[last] if last < len(words) and not tokens.breaks[last] else ""
    if (before == "med" and second in _BESIDE) or before in _BESIDES or (before == "av" and second == "sidan"):
        return not is_capital(after or "a")
    if {before, second} & _IS and "det" in (before, second) and after == "som":  # 2023 är det Ale som
        return True
    if before in ("för", "från") and second in _SEATED:  # representant för Ale
        return not is_capital(after or "a")
    if before == "att" and after in _DONE:
        return True
    if before in _PLACED or (words[last - 1][-1] == "s" and after[:1].islower()):
        return False
    if is_capital(after or "a") or (before and is_capital(words[first - 1]) and not opens(tokens, first - 1)):
        return False
    return before not in (",", "(") and not _PARTS.isdisjoint(map(str.lower, words[begin : tokens.segment_end(first)]))
