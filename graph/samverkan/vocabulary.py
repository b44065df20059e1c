"""The terms of the graph. The namespaces are closed: a misspelt term fails at once.

Own terms are described in `ontology/samverkan.ttl` and its lists; a test holds the two equal, both ways.
Terms of others come from their own published vocabularies, and only those used here are listed.
"""

from typing import Final, get_args

from pyoxigraph import NamedNode

from samverkan import corrections, facts, judgements

NS: Final = "https://w3id.org/samverkan/ns#"
CONCEPTS: Final = "https://w3id.org/samverkan/concept/"


class Namespace:
    """A closed namespace: its terms as attributes, each a node.

    >>> Namespace("http://example.org/", "Body Meeting").Body
    <NamedNode value=http://example.org/Body>
    >>> Namespace("http://example.org/", "Body Meeting").Boby
    Traceback (most recent call last):
    ...
    AttributeError: http://example.org/ has no term Boby
    """

    def __init__(self, iri: str, terms: str) -> None:
        self.iri = iri
        self.terms = {term: NamedNode(iri + term) for term in terms.split()}

    def __getattr__(self, term: str) -> NamedNode:
        """The node of a term; `AttributeError` where the namespace has none of that name."""
        try:
            return self.terms[term]
        except KeyError:
            raise AttributeError(f"{self.iri} has no term {term}") from None


SAMV: Final = Namespace(
    NS,
    # what there is
    "Body Collective Region Municipality County Document Meeting AgendaItem "
    "Work Strategy Agreement Plan Project Law "
    # what documents say: facts, each with its evidence
    "Fact Attendance Vacancy Decision Assignment Referral Mention Relation "
    # between bodies, organisations and works
    "preparesFor partOf replaces appoints reportsTo partyTo responsibleFor memberOf chairs "
    # of bodies, meetings and items
    "body bodyKind ownedBy county code start end place mode chair secretary "
    "meeting item itemAsWritten itemKind number position "
    # of facts
    "inDocument rule confidence person status capacity party jobTitle day partOfDay mentionedAs "
    # names as the document writes them, where the label of what they mean does not say it
    "nameAsWritten personAsWritten organisationAsWritten bodyAsWritten chairAsWritten secretaryAsWritten "
    "subjectAsWritten objectAsWritten "
    "count outcome assignee due draft referredTo mentions "
    # of sums of money
    "Amount period per purpose "
    # of days that are announced
    "AnnouncedDay eventKind onDay untilDay "
    # of corrections, and how facts are known
    "Correction FormerFact ofDocument knownBy correctedBy act factKind before after asRead correctionAsWritten "
    # of the register: what happened to bodies, and who has how many seats
    "changeKind moved nameBefore nameAfter SeatRule seats chairYears "
    # of documents
    "documentKind date published text contentHash "
    # of judgements: whether two things are one
    "Judgement one other verdict",
)
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Statement subject predicate object JSON")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label comment seeAlso")
XSD: Final = Namespace(
    "http://www.w3.org/2001/XMLSchema#",
    "date dateTime gYearMonth gYear integer nonNegativeInteger decimal boolean string",
)
ORG: Final = Namespace(
    "http://www.w3.org/ns/org#",
    "Organization FormalOrganization OrganizationalCollaboration Membership Post "
    "member organization role classification identifier "
    "ChangeEvent originalOrganization resultingOrganization",
)
OPENGOV: Final = Namespace("http://www.w3.org/ns/opengov#", "onBehalfOf")
CPOV: Final = Namespace("http://data.europa.eu/m8g/", "PublicOrganisation")
FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/", "Person Document name")
SKOS: Final = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel hiddenLabel notation inScheme topConceptOf definition exactMatch",
)
DCT: Final = Namespace("http://purl.org/dc/terms/", "title description source license identifier isReplacedBy")
PROV: Final = Namespace(
    "http://www.w3.org/ns/prov#",
    "Agent Entity SoftwareAgent wasDerivedFrom wasAttributedTo wasRevisionOf specializationOf "
    "generatedAtTime invalidatedAtTime",
)
OA: Final = Namespace(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextQuoteSelector TextPositionSelector hasSource hasSelector exact start end",
)
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#", "sameAs")
SCHEMA: Final = Namespace("http://schema.org/", "Event softwareVersion value currency")
GEO: Final = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long")

PREFIXES: Final = {
    "samv": NS, "rdf": RDF.iri, "rdfs": RDFS.iri, "xsd": XSD.iri, "org": ORG.iri, "opengov": OPENGOV.iri,
    "cpov": CPOV.iri, "foaf": FOAF.iri, "skos": SKOS.iri, "dct": DCT.iri, "prov": PROV.iri, "oa": OA.iri,
    "owl": OWL.iri, "schema": SCHEMA.iri, "geo": GEO.iri,
}  # fmt: skip


def _concepts(scheme: str, values: tuple[str, ...]) -> dict[str, NamedNode]:
    return {value: NamedNode(f"{CONCEPTS}{scheme}/{value.replace(' ', '-')}") for value in values}


# The words of the facts contract, each with its concept in the SKOS list of that name.
ROLES: Final = _concepts("role", get_args(facts.Role))
BODY_KINDS: Final = _concepts("body-kind", get_args(facts.BodyKind))
OUTCOMES: Final = _concepts("outcome", get_args(facts.Outcome))
ITEM_KINDS: Final = _concepts("item-kind", get_args(facts.ItemKind))
STATUSES: Final = _concepts("status", get_args(facts.Status))
MODES: Final = _concepts("mode", get_args(facts.Mode))
CAPACITIES: Final = _concepts("capacity", get_args(facts.Capacity))
DOCUMENT_KINDS: Final = _concepts("document-kind", get_args(facts.DocumentKind))
PERIODS: Final = _concepts("amount-period", get_args(facts.Period))
BASES: Final = _concepts("amount-basis", get_args(facts.Basis))
EVENT_KINDS: Final = _concepts("event-kind", get_args(facts.EventKind))

# The words of corrections.
ACTS: Final = _concepts("correction-act", corrections.ACTS)
KNOWN_BY: Final = _concepts("known-by", corrections.KNOWN)

# The words of judgements.
VERDICTS: Final = _concepts("verdict", judgements.VERDICTS)

# The words of the register for what happened to a body or an organisation.
CHANGE_KINDS: Final = _concepts("change-kind", ("founding", "rename", "merger", "split", "move", "dissolution"))

# The words of the register for what an organisation is.
ORGANISATION_KINDS: Final = _concepts(
    "organisation-kind",
    (
        "state agency", "university", "national organisation", "association of municipalities", "collaboration",
        "public transport", "company", "care provider", "research body",
    ),
)  # fmt: skip

# What meetings, documents and works are about, as the site sorts them out.
THEMES: Final = _concepts(
    "theme",
    (
        "health", "social care", "education", "culture", "transport", "environment", "economy", "digital", "planning",
        "safety", "international", "governance",
    ),
)  # fmt: skip

# The lists, each with its file in `ontology/`.
LISTS: Final = {
    "roles": ROLES, "body-kinds": BODY_KINDS, "outcomes": OUTCOMES, "item-kinds": ITEM_KINDS, "statuses": STATUSES,
    "modes": MODES, "capacities": CAPACITIES, "document-kinds": DOCUMENT_KINDS,
    "amount-periods": PERIODS, "amount-bases": BASES, "event-kinds": EVENT_KINDS,
    "correction-acts": ACTS, "known-by": KNOWN_BY, "change-kinds": CHANGE_KINDS,
    "organisation-kinds": ORGANISATION_KINDS, "verdicts": VERDICTS, "themes": THEMES,
}  # fmt: skip

# The relations of the contract, each with its property.
RELATIONS: Final[dict[str, NamedNode]] = {
    "prepares for": SAMV.preparesFor,
    "part of": SAMV.partOf,
    "replaces": SAMV.replaces,
    "appoints": SAMV.appoints,
    "reports to": SAMV.reportsTo,
    "party to": SAMV.partyTo,
    "responsible for": SAMV.responsibleFor,
    "member of": SAMV.memberOf,
    "chairs": SAMV.chairs,
}
