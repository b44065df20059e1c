"""From what a person types to the term that is meant: names of things, codes of concepts, days, numbers.

Nothing is guessed: a name that several things have is refused with what tells them apart,
an unknown one with the nearest names.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from pyoxigraph import Literal, NamedNode

from samverkan import vocabulary
from samverkan.errors import ParameterError
from samverkan.store import Store, Term
from samverkan.store.snapshot import SnapshotStore
from samverkan.vocabulary import DCT, PREFIXES, SAMV, XSD

# The classes that a type of parameter takes its entities from.
CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "body": ("samv:Body",),
    "person": ("foaf:Person",),
    "organisation": ("samv:Municipality", "samv:Region", "org:Organization", "samv:Collective"),
    "meeting": ("samv:Meeting",),
    "document": ("samv:Document",),
    "work": ("samv:Work",),
    "entity": (  # what ties lead to: no documents and meetings, whose titles often are a body's name
        "samv:Body", "foaf:Person", "samv:Municipality", "samv:Region", "org:Organization", "samv:Collective",
        "samv:Work",
    ),
}  # fmt: skip
_WORKS: Final = {
    "strategy": SAMV.Strategy, "agreement": SAMV.Agreement, "plan": SAMV.Plan, "project": SAMV.Project, "law": SAMV.Law,
}  # fmt: skip
_CONCEPTS: Final = tuple(
    chain.from_iterable(
        each.items()
        for each in (
            vocabulary.ROLES, vocabulary.BODY_KINDS, vocabulary.OUTCOMES, vocabulary.ITEM_KINDS, vocabulary.STATUSES,
            vocabulary.MODES, vocabulary.CAPACITIES, vocabulary.DOCUMENT_KINDS, vocabulary.ACTS, _WORKS,
        )
    )
)  # fmt: skip
_IRI: Final = re.compile(r"<?((?:https?|urn):[^\s<>\"{}|\\^`]+)>?")
_MOST_LISTED: Final = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a name may mean: its name and what tells it from others of that name."""

    entity: NamedNode
    name: str
    hint: str

    def __str__(self) -> str:
        """The candidate as a line of a message."""
        return f"{self.name}{f' ({self.hint})' if self.hint else ''} <{self.entity.value}>"


def resolve(store: Store, type: str, text: str) -> Term:
    """The term that `text` means as a parameter of `type`: an IRI as it is, a name by what the store calls things.

    A name is compared with whole names and written forms, then ignoring case, then with their beginnings.
    `ParameterError` says which things share the name, or which names are near.
    """
    asked = text.strip()
    if type in _PLAIN:
        return _PLAIN[type](asked)
    if match := _IRI.fullmatch(asked):
        return _kept(store, _iri(match[1])) if type in CLASSES else _iri(match[1])
    if type == "concept":
        return _concept(store, asked)
    if type == "iri":
        raise _no_iri(asked)
    if type not in CLASSES:
        raise ParameterError(f"no parameter can be of the type {type!r}; the types are {', '.join(sorted(TYPES))}")
    return _named(store, type, asked)


def found(store: Store, type: str, text: str) -> tuple[str, list[NamedNode]]:
    """The things of `type` that `text` names, and whether it is their name or begins it; at most some hundred."""
    for how, pattern in _COMPARED:
        rows = store.select(f"""{_PROLOGUE}
            SELECT DISTINCT ?entity WHERE {{
              {{ VALUES ?naming {{ rdfs:label skos:altLabel }} {pattern(text)} }}
              VALUES ?class {{ {" ".join(CLASSES[type])} }}
              ?entity a ?class .
            }} ORDER BY ?entity LIMIT 200""")
        entities = [entity for (entity,) in rows.rows if isinstance(entity, NamedNode)]
        if entities:
            return how, entities
    return "names nothing", []


def candidates(store: Store, entities: Iterable[NamedNode]) -> list[Candidate]:
    """Things with what tells them apart; those of most statements first."""
    rows = store.select(f"""{_PROLOGUE}
        SELECT ?entity (MIN(?label) AS ?name) (MIN(?countyName) AS ?county) (MIN(?code) AS ?kind)
               (MIN(?ownerName) AS ?owner) (COUNT(DISTINCT ?said) AS ?n)
        WHERE {{
          VALUES ?entity {{ {" ".join(map(str, entities))} }}
          OPTIONAL {{ ?entity rdfs:label ?label FILTER ( LANG(?label) = "" ) }}
          OPTIONAL {{ ?entity samv:county/rdfs:label ?countyName FILTER ( LANG(?countyName) = "" ) }}
          OPTIONAL {{ ?entity samv:bodyKind ?bodyKind BIND ( REPLACE(STR(?bodyKind), "^.*/", "") AS ?code ) }}
          OPTIONAL {{ ?entity samv:ownedBy/rdfs:label ?ownerName FILTER ( LANG(?ownerName) = "" ) }}
          OPTIONAL {{ ?said ?says ?entity ; samv:inDocument ?document }}
        }}
        GROUP BY ?entity ORDER BY DESC(?n) ?name ?entity""")
    told = []
    for entity, label, county, kind, owner, count in rows.rows:
        assert isinstance(entity, NamedNode)
        hints = [_text(each) for each in (kind, owner, county) if each is not None]
        told.append(Candidate(entity, _text(label) or entity.value, ", ".join([*hints, f"{_text(count)} statements"])))
    return told


def _named(store: Store, type: str, text: str) -> NamedNode:
    how, entities = found(store, type, text)
    if len(entities) == 1:
        return entities[0]
    if not entities:
        near = _near(store, type, text)
        raise ParameterError(f"no {type} is called {text!r}{near and '; near names: ' + near}")
    listed = candidates(store, entities)
    lines = "\n".join(f"  {each}" for each in listed[:_MOST_LISTED])
    more = f"\n  … and {len(listed) - _MOST_LISTED} more" if len(listed) > _MOST_LISTED else ""
    raise ParameterError(f"{text!r} {how} {len(listed)} things; give the IRI of one:\n{lines}{more}")


def _near(store: Store, type: str, text: str) -> str:
    rows = store.select(f"""{_PROLOGUE}
        SELECT DISTINCT ?form WHERE {{
          VALUES ?class {{ {" ".join(CLASSES[type])} }}
          ?entity a ?class ; rdfs:label|skos:altLabel ?form .
        }} ORDER BY ?form LIMIT 100000""")
    forms = {_text(form).lower(): _text(form) for (form,) in rows.rows}
    return ", ".join(forms[each] for each in difflib.get_close_matches(text.lower(), forms, n=5, cutoff=0.6))


def _as_written(text: str) -> str:
    forms = (Literal(text), Literal(text, language="sv"), Literal(text, language="en"))
    return f"VALUES ?form {{ {' '.join(map(str, forms))} }} ?entity ?naming ?form ."


def _in_any_case(text: str) -> str:
    return f"?entity ?naming ?form . FILTER ( LCASE(STR(?form)) = {Literal(text.lower())} )"


def _at_the_beginning(text: str) -> str:
    return f"?entity ?naming ?form . FILTER ( STRSTARTS(LCASE(STR(?form)), {Literal(text.lower())}) )"


# The ways to compare a name, the quickest and surest first.
_COMPARED: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("is the name of", _as_written),
    ("is the name of", _in_any_case),
    ("begins the name of", _at_the_beginning),
)


def _concept(store: Store, text: str) -> NamedNode:
    code = text.casefold().replace("-", " ")
    found = {concept for name, concept in _CONCEPTS if name == code}
    for _, pattern in _COMPARED[:2]:
        if not found:
            rows = store.select(f"""{_PROLOGUE}
                SELECT DISTINCT ?entity WHERE {{ VALUES ?naming {{ skos:prefLabel }} {pattern(text)} }}""")
            found = {concept for (concept,) in rows.rows if isinstance(concept, NamedNode)}
    if len(found) == 1:
        return found.pop()
    if found:
        raise ParameterError(f"{text!r} is the name of several concepts: {', '.join(sorted(map(str, found)))}")
    near = ", ".join(difflib.get_close_matches(code, [name for name, _ in _CONCEPTS], n=5, cutoff=0.5))
    raise ParameterError(f"no concept is called {text!r}{near and '; near names: ' + near}")


def _iri(text: str) -> NamedNode:
    try:
        return NamedNode(text)
    except ValueError:
        raise _no_iri(text) from None


def _kept(store: Store, entity: NamedNode) -> NamedNode:
    """The thing that stands for one which was judged to be the same, else itself."""
    if isinstance(store, SnapshotStore):
        return store.replaced.get(entity, entity)
    rows = store.select(f"SELECT ?kept WHERE {{ {entity} {DCT.isReplacedBy} ?kept }} ORDER BY ?kept LIMIT 1").rows
    return next((kept for (kept,) in rows if isinstance(kept, NamedNode)), entity)


def _no_iri(text: str) -> ParameterError:
    return ParameterError(f"{text!r} is no IRI; give a whole one, such as https://w3id.org/samverkan/id/region/12")


def date_term(text: str) -> Literal:
    """A day, a month or a year as a term; `ParameterError` for what is none."""
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
        return Literal(text, datatype=kinds[len(text)])
    except (ValueError, KeyError):
        raise ParameterError(
            f"{text!r} is no date; write a day, a month or a year as 2021-09-07, 2021-09, 2021"
        ) from None


def _integer(text: str) -> Literal:
    try:
        return Literal(int(text))
    except ValueError:
        raise ParameterError(f"{text!r} is no whole number") from None


def _language(text: str) -> Literal:
    if text not in ("sv", "en"):
        raise ParameterError(f"{text!r} is no language of the names here; use sv or en")
    return Literal(text)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal | NamedNode) else ""


_PLAIN: Final[Mapping[str, Callable[[str], Literal]]] = {
    "text": Literal, "date": date_term, "integer": _integer, "language": _language,
}  # fmt: skip
TYPES: Final = frozenset({*CLASSES, *_PLAIN, "concept", "iri"})
_PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
