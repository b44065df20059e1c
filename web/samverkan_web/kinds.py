"""The kinds of entity: their words, and which template shows them."""

from collections.abc import Mapping
from typing import Final

from jinja2 import Template

from samverkan import vocabulary
from samverkan_web.entities import ACTORS, WORKS
from samverkan_web.wording import lazy_gettext

WORDS: Final[Mapping[str, str]] = {
    "person": lazy_gettext("Person"),
    "body": lazy_gettext("Collaboration body"),
    "municipality": lazy_gettext("Municipality"),
    "region": lazy_gettext("Region"),
    "county": lazy_gettext("County"),
    "organisation": lazy_gettext("Organisation"),
    "collective": lazy_gettext("Group of organisations"),
    "meeting": lazy_gettext("Meeting"),
    "document": lazy_gettext("Document"),
    "strategy": lazy_gettext("Strategy"),
    "agreement": lazy_gettext("Agreement"),
    "plan": lazy_gettext("Plan"),
    "project": lazy_gettext("Project"),
    "law": lazy_gettext("Law"),
    "work": lazy_gettext("Governing document"),
    "post": lazy_gettext("Office"),
}
PLURALS: Final[Mapping[str, str]] = {
    "person": lazy_gettext("Persons"),
    "body": lazy_gettext("Collaboration bodies"),
    "municipality": lazy_gettext("Municipalities"),
    "region": lazy_gettext("Regions"),
    "organisation": lazy_gettext("Organisations"),
    "collective": lazy_gettext("Groups of organisations"),
    "meeting": lazy_gettext("Meetings"),
    "document": lazy_gettext("Documents"),
    "strategy": lazy_gettext("Strategies"),
    "agreement": lazy_gettext("Agreements"),
    "plan": lazy_gettext("Plans"),
    "project": lazy_gettext("Projects"),
    "law": lazy_gettext("Laws"),
    "work": lazy_gettext("Other governing documents"),
}
# Terms of other vocabularies, which have no words in our ontology.
TERMS: Final[Mapping[str, str]] = {
    vocabulary.RDF.type.value: lazy_gettext("Kind"),
    vocabulary.RDF.subject.value: lazy_gettext("Who or what"),
    vocabulary.RDF.predicate.value: lazy_gettext("How"),
    vocabulary.RDF.object.value: lazy_gettext("To whom or what"),
    vocabulary.RDFS.label.value: lazy_gettext("Name"),
    vocabulary.SKOS.altLabel.value: lazy_gettext("Also written"),
    vocabulary.DCT.title.value: lazy_gettext("Title"),
    vocabulary.DCT.description.value: lazy_gettext("Words"),
    vocabulary.DCT.source.value: lazy_gettext("Source"),
    vocabulary.RDF.Statement.value: lazy_gettext("Statement"),
    vocabulary.ORG.Membership.value: lazy_gettext("Seat"),
    vocabulary.ORG.member.value: lazy_gettext("Person"),
    vocabulary.ORG.organization.value: lazy_gettext("Body"),
    vocabulary.ORG.role.value: lazy_gettext("Role"),
    vocabulary.ORG.identifier.value: lazy_gettext("Identifier"),
    vocabulary.OPENGOV.onBehalfOf.value: lazy_gettext("Represents"),
    vocabulary.PROV.wasDerivedFrom.value: lazy_gettext("Passage"),
    vocabulary.OWL.sameAs.value: lazy_gettext("The same in other data"),
}
_TEMPLATES: Final[Mapping[str, str]] = {
    **{kind: kind for kind in ("person", "body", "meeting", "document", "county")},
    **dict.fromkeys(ACTORS, "actor"),
    **dict.fromkeys(WORKS, "work"),
}


def word(kind: str) -> str:
    """A kind of entity in words."""
    return str(WORDS.get(kind, lazy_gettext("Entity")))


def templates(kind: str, path: str) -> list[str | Template]:
    """The templates for an entity, the most exact first; what lies below a document is a fact."""
    if kind == "document" and path.count("/") > 1:
        return ["entity/fact.html"]
    own = _TEMPLATES.get(kind)
    return [f"entity/{own}.html", "entity/_any.html"] if own else ["entity/_any.html"]
