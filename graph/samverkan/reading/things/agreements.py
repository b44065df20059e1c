"""Agreements: the noun with what they are about, whom they are between, their number or their year."""

from samverkan.reading.things.extent import content, heading, is_capital, is_year, modifiers, opens, proper, walk
from samverkan.reading.things.heads import Head
from samverkan.reading.things.named_work import describes, named_work, of_a_sort
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.titled import title_end
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, LINKS, is_adjective, is_verb

_NOT_BETWEEN = LINKS - {"mellan"}
_SUBJECTS = frozenset(("om", "kring", "avseende", "gällande", "rörande", "angående", "för"))
# Prepositions that say what an agreement is about; `med` says only with whom.
_ABOUT = table("om kring avseende gällande rörande angående för mellan mot")
# Verbs and participles before the name of an agreement that its parties follow.
_SIGNED = table(
    """undertecknas undertecknades undertecknats tecknas tecknades tecknats ingås ingicks ingåtts träffas träffades
    träffats sluts slöts slutits skrivs skrevs skrivits antas antogs antagits godkänns godkändes godkänts"""
)


def agreement(tokens: Tokens, index: int, head: Head) -> Thing | None:
    """The agreement whose noun stands at a word."""
    words = tokens.words
    first = modifiers(tokens, index, head)
    last = index + 1
    after = words[last] if last < len(words) and not tokens.breaks[last] and not head.genitive else ""
    whole = heading(tokens, index)
    capital = is_capital(words[first]) and (not opens(tokens, first) or whole is not None)
    capital = capital or (is_capital(words[index]) and after in _ABOUT)  # Avtal om vård löper ut: no article
    if after.isdigit() and len(after) < 3 and head.prefix and _ends_number(words, last + 1):  # Ramavtal 6
        return named_work(tokens, first, index, last + 1, head, "numbered", 0.8)
    if head.definite and after and describes(after) and is_capital(after):  # Överenskommelsen God och nära vård 2022
        return named_work(tokens, first, index, title_end(tokens, last), head, "with-name", 0.8)
    link = words[last + 1] if last + 1 < len(words) and not tokens.breaks[last + 1] else ""
    if head.definite and not head.prefix and after and is_capital(after) and link in LINKS - {"i"}:
        end = max(title_end(tokens, last), walk(tokens, last))  # överenskommelsen Dialog kring skolan
        return Thing(last, end, tokens.name(last, end), head.kind, "agreement.title", 0.75)
    if head.noun.base == "medborgarlöfte" and not is_capital(words[index]):
        return None
    weighty = capital or head.definite or head.telling or head.prefix in head.noun.common or head.noun.base != "avtal"
    dated = is_year(after or "-") and head.definite and not head.telling  # tecknade avtalet 2018
    if after and not dated and (is_year(after) or (is_capital(after) and not is_adjective(after))):
        return named_work(tokens, first, index, proper(tokens, last), head, "with-name", 0.85)
    if after == "mellan" and weighty:
        end = _parties_then_subject(tokens, last)
        if end > last:
            return _between(tokens, first, index, last, end, head)
        if head.telling and head.definite:  # Hemvårdsavtalet mellan A och B: named without its parties
            return named_work(tokens, first, index, last, head, "alone", 0.85, keep=True)
    if after in _ABOUT and weighty:
        end = walk(tokens, last, LINKS if after == "mellan" or _of_things(tokens, last) else _NOT_BETWEEN)
        end = _before_signers(tokens, last, end)
        if end > last and not _any_such(tokens, first, last, end):
            return named_work(tokens, first, index, end, head, "about", 0.8)
    if capital and not head.definite and after and after[0].islower() and content(after):
        end = walk(tokens, last)
        if end > last + 1 and is_year(words[end - 1]):  # Överenskommelse trygga barn 2023
            return named_work(tokens, first, index, end, head, "with-year", 0.8)
    compound = is_capital(words[first]) and head.prefix and not head.definite
    if after and compound and after[0].islower() and content(after) and after not in _ABOUT:
        end = max(title_end(tokens, last), walk(tokens, last, _NOT_BETWEEN))
        parties = next((at for at in range(last + 1, end) if words[at] == "mellan"), end)
        return named_work(tokens, first, index, parties, head, "with-noun", 0.75)
    if head.telling and head.definite:
        return named_work(tokens, first, index, last, head, "alone", 0.85, keep=True)
    return None


def _ends_number(words: tuple[str, ...], at: int) -> bool:
    """Whether a number before a word is part of a name, not a count of what follows: not `samverkansavtal 3 år`."""
    return (
        at >= len(words) or not words[at][0].isalpha() or words[at] in LINKS or words[at] in AND or is_verb(words[at])
    )


def _of_things(tokens: Tokens, last: int) -> bool:
    """Whether what stands after `mellan` in an agreement's subject are no parties: `samverkan mellan skolor`."""
    words = tokens.words
    at = next((at for at in range(last, min(last + 6, len(words) - 1)) if words[at] == "mellan"), None)
    return at is not None and content(words[at + 1]) and words[at + 1].islower() and not _party(words[at + 1])


def _party(word: str) -> bool:
    return word.startswith(("kommun", "region", "landsting", "stat", "part", "huvudm", "medlem", "län"))


def _parties_then_subject(tokens: Tokens, last: int) -> int:
    """The end of `mellan A och B om C`, where it goes on with its subject; else the place itself."""
    words = tokens.words
    for at in range(last + 2, min(last + 14, len(words))):
        if tokens.breaks[at] or words[at] in ".;:()" or is_verb(words[at]):
            return last
        if words[at] in _SUBJECTS:
            end = walk(tokens, at)
            return end if end > at + 1 else last
    return last


def _between(tokens: Tokens, first: int, index: int, last: int, end: int, head: Head) -> Thing:
    """The agreement named by its subject; its parties are read from the words between."""
    at = next(i for i in range(last, end) if tokens.words[i] in _SUBJECTS)
    whole = named_work(tokens, first, index, index + 1, head, "between", 0.8)
    base = whole.name if not head.definite else head.lemma
    return Thing(first, end, f"{base} {tokens.name(at, end)}", head.kind, whole.rule, 0.8)


def _before_signers(tokens: Tokens, last: int, end: int) -> int:
    """Where an agreement's name ends before those who signed it: `I maj undertecknades Avtal om vård av Ale och
    Lerum`."""
    words = tokens.words
    by = next((at for at in range(last + 2, end - 1) if words[at] == "av" and is_capital(words[at + 1])), None)
    if by is None:
        return end
    said = words[max(tokens.segment_start(last), last - 8) : last]
    return by if not _SIGNED.isdisjoint(said) or words[by + 1] == "Region" else end


def _any_such(tokens: Tokens, first: int, last: int, end: int) -> bool:
    """Whether only some agreement of a sort is meant: `en överenskommelse om samverkan`."""
    if is_capital(tokens.words[first]) and first and not opens(tokens, first):  # har ett Avtal om skolskjuts
        return False
    some = of_a_sort(tokens, first) or (
        tokens.words[end : end + 1] == (",",) and not {"Ett", "En"}.isdisjoint(tokens.words[max(0, first - 2) : first])
    )
    return some and end - last < 5 and not any(map(is_capital, tokens.words[last:end]))
