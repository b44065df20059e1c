"""Strategies, agreements, plans, projects and laws: a noun of the kind with what it is about, or with a title of its
own."""

from collections.abc import Iterator

from samverkan.facts import MentionKind
from samverkan.reading.things.agreements import agreement
from samverkan.reading.things.extent import (
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
from samverkan.reading.things.named_work import describes, named_work, of_a_sort
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.titled import aim, title_end, titled
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, DESCRIBING, NOT_THINGS, is_geographic

_WORKS = frozenset(("strategy", "agreement", "plan", "project", "law"))
_TOOLS = table("stödet systemet verktyget plattformen metoden modellen arbetssättet")
# Nouns that open a sentence without an article only as a name: `Rutin för trygg hemgång är klar`.
_BY_THEMSELVES = frozenset(("vägledning", "rutin", "riktlinje", "riktlinjer", "målbild", "strategi", "program"))
_NAMED_PROJECTS = frozenset(("åtgärdsvalsstudie",))
_TAUGHT = (
    "sköterske", "skötar", "lärar", "läkar", "ingenjörs", "socionom", "psykolog", "terapeut", "pedagog", "tekniker",
    "naturvetenskaps", "vårdutbildnings", "undersköterske", "gymnasie",
)  # fmt: skip
_AUXILIARIES = table("ha få vara bli kunna göra ska måste")
_AIMS = frozenset(("för", "mot", "kring"))
_PURPOSES = frozenset(("för", "mot", "om", "kring", "till", "med"))
# Nouns before the title of a project.
PROJECTS = table(
    """projektansökan delprojektet projekt projektet insatsen satsningen initiativet kampanjen utredningen förstudien
    piloten pilotprojektet pilot kampanj satsning förstudie delprojekt utvecklingsprojekt
    utvecklingsprojektet samverkansprojektet forskningsprojektet innovationsprojektet konceptet processen försöket
    e-tjänsten appen upphandlingen studien pilotstudien informationssystemet journalsystemet it-systemet
    utvecklingsarbetet försöksverksamheten samverkansinitiativet samarbetsprojektet esf-projektet eu-projektet
    interregprojektet arvsfondsprojektet leaderprojektet stödet systemet verktyget plattformen metoden modellen
    arbetssättet"""
)
# Nouns before the title of another work.
_TITLED: dict[str, MentionKind] = {
    "riktlinjerna": "agreement", "betänkandet": "plan", "rapporten": "plan", "handboken": "plan", "färdplanen":
    "strategy",
}  # fmt: skip


def works(tokens: Tokens, index: int, head: Head | None) -> Iterator[Thing]:
    """The work whose noun, or whose marker, stands at a word."""
    word = tokens.words[index].lower()
    named = head is not None and head.noun.base in _NAMED_PROJECTS
    if word in _TOOLS and tokens.words[index + 1 : index + 2] and tokens.words[index + 1] in NOT_THINGS:
        return  # systemet SIP plus
    if word in PROJECTS or (head is not None and head.kind == "project" and not named):
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
    find = {"law": _law, "agreement": agreement, "project": _project}.get(head.kind, _plan)
    found = find(tokens, index, head)
    if found is not None:
        yield found


def _place(word: str) -> bool:
    """Whether a capital after a noun says where, not what: `Kulturstrategin Västra Götaland`."""
    return word in ("Västra", "Södra", "Norra", "Östra", "Region", "Sverige")


def _plan(tokens: Tokens, index: int, head: Head) -> Thing | None:
    words = tokens.words
    first = modifiers(tokens, index, head)
    if is_capital(words[index]) and not is_capital(words[first]) and not head.definite:
        first = index  # den lokala Handlingsplan för äldre
    last = index + 1
    whole = heading(tokens, index)
    after = words[last] if last < len(words) and not tokens.breaks[last] else ""
    capital = is_capital(words[first]) and (not opens(tokens, first) or whole is not None)
    geographic = is_geographic(words[first]) and first < index and (head.definite or words[first][-1] != "a")
    if head.genitive:
        after = ""
    if head.noun.base == "program" and head.prefix.endswith(_TAUGHT):  # sjuksköterskeprogrammet
        return None
    if head.noun.base == "budget" and head.prefix and not head.telling:  # Utbildningsbudget 2022
        return None
    if after in ("–", "-") and last + 1 < len(words) and is_capital(words[last + 1]) and not tokens.breaks[last + 1]:
        after = ""
    owner = index - 2 if index > 1 and words[index - 1] in DESCRIBING else index - 1  # regeringens nya strategi
    owned = owner >= 0 and words[owner][-1] == "s" and not any(tokens.breaks[owner + 1 : index + 1])
    owned = owned and (not head.prefix or head.noun.base == "vägledning")
    if owned and not head.definite and after and is_capital(after):  # regeringens strategi God och nära vård
        end = title_end(tokens, last)
        end = walk(tokens, last) if words[end : end + 1] and words[end] in AND else end  # Mat och hälsa
        return Thing(last, end, tokens.name(last, end), head.kind, f"{head.kind}.title", 0.75)
    if after and (is_year(after) or (is_capital(after) and head.noun.base != "budget")):
        end = title_end(tokens, last) if describes(after) else proper(tokens, last)
        end = _with_plan(tokens, end) if head.noun.base == "budget" else end
        end = _whose(tokens, end)
        if whole and words[end : end + 1] == ("till",) and end + 1 < whole[1] and aim(words[end + 1]):
            end = walk(tokens, end + 1)  # Handlingsplan Vägar till jobb
        return named_work(tokens, first, index, end, head, "with-name", 0.85)
    named = capital or (head.kind == "strategy" and is_capital(words[first]))
    if named and after and content(after) and not head.definite and is_year(words[walk(tokens, last) - 1]):
        return named_work(tokens, first, index, walk(tokens, last), head, "with-year", 0.8)
    no_article = first == index and is_capital(words[index]) and not head.definite
    no_article = no_article and (len(head.prefix) > 3 or head.noun.base in _BY_THEMSELVES)
    if not no_article and after == "för" and first == index and is_capital(words[index]) and not head.definite:
        end = walk(tokens, last)  # Strategi för resor i Dalbygden 2021–2025 ska tas fram
        no_article = end > last + 1 and is_year(words[end - 1])
    named = capital or geographic or (head.definite and head.telling) or (no_article and after in _AIMS)
    if after in _PURPOSES and (named or is_capital(words[first])):
        end = _plan_complement(tokens, last, after)
        if end > last and (named or after == "med" or any(map(is_capital, words[last:end]))):
            return named_work(tokens, first, index, end, head, "about", 0.75)
    if capital and after and content(after) and not head.definite and after[0].islower():
        end = walk(tokens, last) if whole else walk(tokens, last, frozenset())
        return named_work(tokens, first, index, end, head, "with-noun", 0.7)
    if head.telling and (head.definite or (geographic and not of_a_sort(tokens, first)) or (whole and capital)):
        return named_work(tokens, first, index, last, head, "alone", 0.6)
    lonely = first == index and not head.definite and head.telling and not (after and after[0].isalpha())
    if lonely and _inside(tokens, index) and index and words[index - 1][-1] in "sn" and words[index - 1].islower():
        return named_work(tokens, first, index, last, head, "capital", 0.6)  # förbundets egen Trädvårdsplan
    if head.definite and first < index and len(words[first]) > 11:  # landsbygdsstrategiska programmet
        return named_work(tokens, first, index, last, head, "adjective", 0.55)
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


def _plan_complement(tokens: Tokens, at: int, preposition: str) -> int:
    """The end of what a plan is for; `at` itself where that is no more than a year or what is to be done with it."""
    words = tokens.words
    if preposition == "till" or at + 1 >= len(words) or is_year(words[at + 1]):
        return at
    if preposition == "med":
        budget = words[at + 1].endswith("budget")
        return proper(tokens, at + 2) if budget and at + 2 < len(words) else at
    return walk(tokens, at)


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
        if words[begin - 1] != "att":  # ska enligt lagen om brand ha ett program
            end = next((at for at in range(begin + 1, end) if words[at] in _AUXILIARIES), end)
        if end > begin:
            return named_work(tokens, first, index, end, head, "about", 0.85, keep=True)
    if head.telling and head.definite:
        return named_work(tokens, first, index, index + 1, head, "alone", 0.85, keep=True)
    return None


def _project(tokens: Tokens, index: int, head: Head) -> Thing | None:
    after = tokens.words[index + 1] if index + 1 < len(tokens.words) and not tokens.breaks[index + 1] else ""
    named = head.noun.base in _NAMED_PROJECTS and not head.genitive and bool(after)
    if named and is_capital(tokens.words[index]) and is_capital(after):  # Åtgärdsvalsstudie Dalbanan
        last = proper(tokens, index + 1)
        return Thing(index, last, tokens.name(index, last), "project", "project.with-name", 0.75)
    if not (head.telling and head.definite) or (head.noun.base in _NAMED_PROJECTS and not _inside(tokens, index)):
        return None
    return named_work(tokens, modifiers(tokens, index, head), index, index + 1, head, "alone", 0.7, keep=True)


def _inside(tokens: Tokens, index: int) -> bool:
    """Whether a word has its capital inside a sentence."""
    return is_capital(tokens.words[index]) and not opens(tokens, index)


MARKERS = PROJECTS | frozenset(_TITLED)
