"""Which kinds of things a relation may have for its subject and its object."""

from samverkan.facts import RelationKind
from samverkan.reading.things.references import ReferenceKind
from samverkan.reading.things.table import table

Kinds = frozenset[ReferenceKind]
PARTIES: Kinds = frozenset(("municipality", "region", "organisation", "collective"))
BODIES: Kinds = frozenset(("body", "own body"))
GROUPS: Kinds = frozenset(("body", "own body", "organisation"))
WORKS: Kinds = frozenset(("strategy", "plan", "agreement", "project"))
MEMBERS: Kinds = frozenset(("municipality", "region", "collective"))
_REGION: Kinds = frozenset(("region",))
_PLANS: Kinds = frozenset(("strategy", "plan"))
_PERSON: Kinds = frozenset(("person",))
# Which kinds may stand on each side.
SUBJECTS: dict[RelationKind, Kinds] = {
    "part of": PARTIES | BODIES | WORKS,
    "member of": PARTIES,
    "prepares for": GROUPS,
    "appoints": PARTIES | BODIES,
    "reports to": GROUPS,
    "replaces": GROUPS | WORKS | _REGION,
    "responsible for": PARTIES | BODIES | _PERSON,
    "chairs": PARTIES,
    "party to": PARTIES,
}
OBJECTS: dict[RelationKind, Kinds] = {
    "part of": GROUPS | _REGION | _PLANS,
    "member of": GROUPS,
    "prepares for": BODIES,
    "appoints": BODIES,
    "reports to": GROUPS | _REGION,
    "replaces": GROUPS | WORKS | _REGION,
    "responsible for": WORKS,
    "chairs": GROUPS,
    "party to": frozenset(("agreement", "project")),
}
# Groups without a name, many of them.
GROUPS_BELOW = table(
    """arbetsgrupper undergrupper utskott nätverk grupper beredningsgrupper samverkansgrupper beredningar
    delgrupper projektgrupper referensgrupper expertgrupper temagrupper fokusgrupper råd forum kommittéer organ"""
)
