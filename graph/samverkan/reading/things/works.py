"""Strategies, agreements, plans, projects and laws: a noun of the kind with what it is about, or with a title of its
own."""

from collections.abc import Iterator

from samverkan.facts import MentionKind
from samverkan.reading.things.extent import (
    base_adjective,
    content,
    heading,
    is_capital,
    is_year,
    modifiers,
    opens,
    proper,
    walk,
)
from samverkan.reading.things.heads import Head
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.titled import aim, title_end, titled
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import ADJECTIVES, AND, LINKS, is_adjective, is_geographic, is_verb

_SOME = table("en ett varje någon något")
_WORKS = frozenset(("strategy", "agreement", "plan", "project", "law"))
_PURPOSES = frozenset(("för", "mot", "om", "kring", "till", "med"))
_NOT_BETWEEN = LINKS - {"mellan"}
_SUBJECTS = frozenset(("om", "kring", "avseende", "gällande", "rörande", "angående", "för"))
# Prepositions that say what an agreement is about; `med` says only with whom.
_ABOUT = table("om kring avseende gällande rörande angående för mellan mot")
# Verbs and participles before the name of an agreement that its parties follow.
_SIGNED = table(
    """undertecknas undertecknades undertecknats tecknas tecknades tecknats ingås ingicks ingåtts träffas träffades
    träffats sluts slöts slutits skrivs skrevs skrivits antas antogs antagits godkänns godkändes godkänts"""
)
# Nouns before the title of a project.
PROJECTS = table(
    """projektansökan delprojektet projekt projektet insatsen satsningen initiativet kampanjen utredningen förstudien
    piloten pilotprojektet pilot kampanj satsning förstudie delprojekt utvecklingsprojekt
    utvecklingsprojektet samverkansprojektet forskningsprojektet innovationsprojektet konceptet processen försöket
    e-tjänsten appen upphandlingen"""
)
# Nouns before the title of another work.
_TITLED: dict[str, MentionKind] = {
    "riktlinjerna": "agreement", "betänkandet": "plan", "rapporten": "plan", "handboken": "plan", "färdplanen":
    "strategy",
}  # fmt: skip


def works(tokens: Tokens, index: int, head: Head | None) -> Iterator[Thing]:
    """The work whose noun, or whose marker, stands at a word."""
    word = tokens.words[index].lower()
    if word in PROJECTS or (head is not None and head.kind == "project"):
        by_title = titled(tokens, index, "project")
        if by_title is not None:
            yield by_title
            return
    if word in _TITLED:
        by_title = titled(tokens, index, _TITLED[word])
        if by_title is not None:
            yield by_title
    if head is not None and head.kind in _WORKS:
        yield from _headed(tokens, index, head)


def _headed(tokens: Tokens, index: int, head: Head) -> Iterator[Thing]:
    if head.definite and not head.genitive and head.kind in ("plan", "strategy"):
        by_title = titled(tokens, index, head.kind)
        if by_title is not None and not _place(tokens.words[index + 1]):
            yield by_title
            return
    find = {"law": _law, "agreement": _agreement, "project": _project}.get(head.kind, _plan)
    found = find(tokens, index, head)
    if found is not None:
        yield found


def _place(word: str) -> bool:
    """Whether a capital after a noun says where, not what: `Kulturstrategin Västra Götaland`."""
    return word in ("Västra", "Södra", "Norra", "Östra", "Region", "Sverige")


def _plan(tokens: Tokens, index: int, head: Head) -> Thing | None:
    words = tokens.words
    first = modifiers(tokens, index, head)
    last = index + 1
    whole = heading(tokens, index)
    after = words[last] if last < len(words) and not tokens.breaks[last] else ""
    capital = is_capital(words[first]) and (not opens(tokens, first) or whole is not None)
    geographic = is_geographic(words[first]) and first < index and (head.definite or words[first][-1] != "a")
    if head.genitive:
        after = ""
    if after in ("–", "-") and last + 1 < len(words) and is_capital(words[last + 1]) and not tokens.breaks[last + 1]:
        after = ""
    owned = index > 0 and words[index - 1][-1] == "s" and not head.prefix and not tokens.breaks[index]
    if owned and not head.definite and after and is_capital(after):  # regeringens strategi God och nära vård
        end = title_end(tokens, last)
        return Thing(last, end, tokens.name(last, end), head.kind, f"{head.kind}.title", 0.75)
    if after and (is_year(after) or (is_capital(after) and head.noun.base != "budget")):
        end = title_end(tokens, last) if _describes(after) else proper(tokens, last)
        end = _with_plan(tokens, end) if head.noun.base == "budget" else end
        end = _whose(tokens, end)
        if whole and words[end : end + 1] == ("till",) and end + 1 < whole[1] and aim(words[end + 1]):
            end = walk(tokens, end + 1)  # Handlingsplan Vägar till jobb
        return _work(tokens, first, index, end, head, "with-name", 0.85)
    named = capital or (head.kind == "strategy" and is_capital(words[first]))
    if named and after and content(after) and not head.definite and is_year(words[walk(tokens, last) - 1]):
        return _work(tokens, first, index, walk(tokens, last), head, "with-year", 0.8)
    no_article = first == index and is_capital(words[index]) and not head.definite and len(head.prefix) > 3
    if not no_article and after == "för" and first == index and is_capital(words[index]) and not head.definite:
        end = walk(tokens, last)  # Strategi för resor i Dalbygden 2021–2025 ska tas fram
        no_article = end > last + 1 and is_year(words[end - 1])
    named = capital or geographic or (head.definite and head.telling) or (no_article and after == "för")
    if after in _PURPOSES and (named or is_capital(words[first])):
        end = _plan_complement(tokens, last, after)
        if end > last and (named or after == "med" or any(map(is_capital, words[last:end]))):
            return _work(tokens, first, index, end, head, "about", 0.75)
    if capital and after and content(after) and not head.definite and after[0].islower():
        end = walk(tokens, last) if whole else walk(tokens, last, frozenset())
        return _work(tokens, first, index, end, head, "with-noun", 0.7)
    if head.telling and (head.definite or (geographic and not _any(tokens, first)) or (whole and capital)):
        return _work(tokens, first, index, last, head, "alone", 0.6)
    if head.definite and first < index and len(words[first]) > 11:  # landsbygdsstrategiska programmet
        return _work(tokens, first, index, last, head, "adjective", 0.55)
    return None


def _whose(tokens: Tokens, end: int) -> int:
    """The end of `Handlingsplan 2020 för Dalbygden`, `Budget 2019 med inriktning mot 2020`; the place itself else."""
    words = tokens.words
    if not is_year(words[end - 1]) or end + 1 >= len(words) or any(tokens.breaks[end : end + 2]):
        return end
    if words[end] == "för" and is_capital(words[end + 1]) and words[end + 1] != "Region":
        return proper(tokens, end + 1)
    further = words[end : end + 2] in (("med", "inriktning"), ("med", "plan")) and len(words) > end + 3
    return end + 4 if further and words[end + 2] in ("för", "mot") and is_year(words[end + 3]) else end


def _with_plan(tokens: Tokens, end: int) -> int:
    """The end of `Budget 2022 och plan 2023–2024`, which is one paper; the place itself where no plan follows."""
    words = tokens.words[end : end + 3]
    one = len(words) == 3 and words[0] in AND and words[1].endswith("plan") and is_year(words[2])
    return end + 3 if one and not any(tokens.breaks[end : end + 3]) else end


def _describes(word: str) -> bool:
    """Whether a capital opens a title as an adjective: `Nära vård`, `Bättre liv för sjuka äldre`."""
    low = word.lower()
    return low in ADJECTIVES or (low.endswith(("are", "ättre")) and len(low) > 5)


def _plan_complement(tokens: Tokens, at: int, preposition: str) -> int:
    """The end of what a plan is for; `at` itself where that is no more than a year or what is to be done with it."""
    words = tokens.words
    if preposition == "till" or at + 1 >= len(words) or is_year(words[at + 1]):
        return at
    if preposition == "med":
        budget = words[at + 1].endswith("budget")
        return proper(tokens, at + 2) if budget and at + 2 < len(words) else at
    return walk(tokens, at)


def _agreement(tokens: Tokens, index: int, head: Head) -> Thing | None:
    words = tokens.words
    first = modifiers(tokens, index, head)
    last = index + 1
    after = words[last] if last < len(words) and not tokens.breaks[last] and not head.genitive else ""
    whole = heading(tokens, index)
    capital = is_capital(words[first]) and (not opens(tokens, first) or whole is not None)
    capital = capital or (is_capital(words[index]) and after in _ABOUT)  # Avtal om vård löper ut: no article
    if after.isdigit() and len(after) < 3 and head.prefix and _ends_number(words, last + 1):  # Ramavtal 6
        return _work(tokens, first, index, last + 1, head, "numbered", 0.8)
    if head.definite and after and _describes(after) and is_capital(after):  # Överenskommelsen God och nära vård 2022
        return _work(tokens, first, index, title_end(tokens, last), head, "with-name", 0.8)
    weighty = capital or head.definite or head.telling or head.prefix in head.noun.common or head.noun.base != "avtal"
    dated = is_year(after or "-") and head.definite and not head.telling  # tecknade avtalet 2018
    if after and not dated and (is_year(after) or (is_capital(after) and not is_adjective(after))):
        return _work(tokens, first, index, proper(tokens, last), head, "with-name", 0.85)
    if after == "mellan" and weighty:
        end = _parties_then_subject(tokens, last)
        if end > last:
            return _between(tokens, first, index, last, end, head)
        if head.telling and head.definite:  # Hemvårdsavtalet mellan A och B: named without its parties
            return _work(tokens, first, index, last, head, "alone", 0.85, keep=True)
    if after in _ABOUT and weighty:
        end = walk(tokens, last, LINKS if after == "mellan" or _of_things(tokens, last) else _NOT_BETWEEN)
        end = _before_signers(tokens, last, end)
        if end > last and not _any_such(tokens, first, last, end):
            return _work(tokens, first, index, end, head, "about", 0.8)
    if capital and not head.definite and after and after[0].islower() and content(after):
        end = walk(tokens, last)
        if end > last + 1 and is_year(words[end - 1]):  # Överenskommelse trygga barn 2023
            return _work(tokens, first, index, end, head, "with-year", 0.8)
    compound = is_capital(words[first]) and head.prefix and not head.definite
    if after and compound and after[0].islower() and content(after) and after not in _ABOUT:
        end = max(title_end(tokens, last), walk(tokens, last, _NOT_BETWEEN))
        parties = next((at for at in range(last + 1, end) if words[at] == "mellan"), end)
        return _work(tokens, first, index, parties, head, "with-noun", 0.75)
    if head.telling and head.definite:
        return _work(tokens, first, index, last, head, "alone", 0.85, keep=True)
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
    whole = _work(tokens, first, index, index + 1, head, "between", 0.8)
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


def _any(tokens: Tokens, first: int) -> bool:
    """Whether only some work of a sort is meant: `ett regionalt kulturprogram`."""
    return first > 0 and not tokens.breaks[first] and tokens.words[first - 1] in _SOME


def _any_such(tokens: Tokens, first: int, last: int, end: int) -> bool:
    """Whether only some agreement of a sort is meant: `en överenskommelse om samverkan`."""
    if is_capital(tokens.words[first]) and first and not opens(tokens, first):  # har ett Avtal om skolskjuts
        return False
    some = _any(tokens, first) or (
        tokens.words[end : end + 1] == (",",) and not {"Ett", "En"}.isdisjoint(tokens.words[max(0, first - 2) : first])
    )
    return some and end - last < 5 and not any(map(is_capital, tokens.words[last:end]))


def _law(tokens: Tokens, index: int, head: Head) -> Thing | None:
    words = tokens.words
    first = modifiers(tokens, index, head)
    last = index + 1
    if last < len(words) and words[last] == "(" and not tokens.breaks[last]:
        last = next((at + 1 for at in range(last, min(last + 5, len(words))) if words[at] == ")"), last)
    after = words[last] if last < len(words) and not tokens.breaks[last] else ""
    if not head.prefix and head.noun.base not in ("lag", "konvention"):
        return None
    if after == "om" and not head.prefix:
        begin = last + 2 if last + 1 < len(words) and words[last + 1] == "att" else last
        end = walk(tokens, begin)
        if end > begin:
            return _work(tokens, first, index, end, head, "about", 0.85, keep=True)
    if head.telling and head.definite:
        return _work(tokens, first, index, index + 1, head, "alone", 0.85, keep=True)
    return None


def _project(tokens: Tokens, index: int, head: Head) -> Thing | None:
    if not (head.telling and head.definite):
        return None
    return _work(tokens, modifiers(tokens, index, head), index, index + 1, head, "alone", 0.7, keep=True)


def _work(
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


MARKERS = PROJECTS | frozenset(_TITLED)
