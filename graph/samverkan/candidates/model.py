"""What a candidate is: two things that may be one, with the reasons for and against, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from samverkan.judgements import Pair, pair_key, pair_of

# Pairs below are not offered: too little speaks for them.
THRESHOLD: Final = 0.6

# Each reason in Swedish and English; `{}` is where its detail goes.
WORDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "same name": ("samma namn", "same name"),
        "sounds alike": ("låter lika", "sounds alike"),
        "without marks": ("lika utan prickar och accenter", "alike without marks on letters"),
        "near spelling": ("nära stavning", "near spelling"),
        "near given name": ("nära förnamn", "near given name"),
        "usual names that differ": ("vanliga namn som skiljer sig", "usual names that differ"),
        "joined or hyphenated": ("ihop, isär eller med bindestreck", "joined, apart or hyphenated"),
        "particle": ("med eller utan von, av", "with or without von, av"),
        "order": ("omvänd ordning", "order turned"),
        "short name": ("kortform", "short name"),
        "initial": ("initial", "initial"),
        "part of a double name": ("del av ett dubbelnamn", "part of a double name"),
        "another surname": ("ett efternamn till", "one more surname"),
        "abbreviation": ("förkortning", "abbreviation"),
        "other form": ("annan form av samma ord", "another form of the same words"),
        "more words": ("ord till: {}", "more words: {}"),
        "said to replace": ("den ena sägs ersätta den andra", "one is said to replace the other"),
        "same body": ("samma organ: {}", "same body: {}"),
        "same organisation": ("företräder samma: {}", "represents the same: {}"),
        "same party": ("samma parti: {}", "same party: {}"),
        "same title": ("samma titel: {}", "same title: {}"),
        "same people": ("samma personer: {}", "same people: {}"),
        "same document": ("i samma dokument", "in one document"),
        "another county": ("olika län", "different counties"),
        "county not known": ("ett län är inte känt", "one county is not known"),
        "another party": ("olika partier: {}", "different parties: {}"),
        "another organisation": ("företräder olika: {}", "represents another: {}"),
        "far in time": ("långt isär i tid: {}", "far apart in time: {}"),
        "listed together": ("står båda i {}", "both are listed in {}"),
        "judged unsure": ("bedömt som osäkert", "judged unsure"),
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for two things being one (weight above 0) or against it (below), `detail` says by what."""

    code: str
    weight: float
    detail: str = ""

    def words(self, language: str) -> str:
        """The reason in words, in Swedish (`sv`) or English (`en`)."""
        return WORDS[self.code][language == "en"].format(self.detail)


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body or organisation as the graph has it; `county` and `owner` are paths."""

    path: str
    name: str
    forms: tuple[str, ...] = ()
    county: str = ""
    owner: str = ""

    @property
    def kind(self) -> str:
        """The first part of its path: person, body, organisation …"""
        return self.path.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two things that may be one; `likeness` of their names and the reasons give the `score`, 0 to 1."""

    one: Thing
    other: Thing
    likeness: float
    reasons: tuple[Reason, ...]

    @property
    def pair(self) -> Pair:
        """The paths of the two, in their order."""
        return pair_of(self.one.path, self.other.path)

    @property
    def key(self) -> str:
        """A short name of the pair, the same on every run."""
        return pair_key(self.pair)

    @property
    def score(self) -> float:
        """How much speaks for it, all in all, 0 to 1."""
        return round(min(1.0, max(0.0, self.likeness + sum(each.weight for each in self.reasons))), 3)

    @property
    def is_offered(self) -> bool:
        """Whether enough speaks for it to ask somebody."""
        return self.score >= THRESHOLD
