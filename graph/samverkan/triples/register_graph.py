"""The register as quads: the named graph `register` below the base."""

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from samverkan.identity import index_of
from samverkan.identity.lookup import body_entity, law_entity, organisation_entity
from samverkan.register import County, KnownName, Law, Municipality, Region, Register
from samverkan.triples.history import history
from samverkan.triples.literals import decimal, literal
from samverkan.triples.shapes import TYPES
from samverkan.vocabulary import BODY_KINDS, CPOV, DCT, GEO, ORG, ORGANISATION_KINDS, OWL, RDF, RDFS, SAMV, SKOS

Pair = tuple[NamedNode, Any]


def register_graph(base: str) -> NamedNode:
    """The named graph of the register."""
    return NamedNode(f"{base}register")


def register_quads(register: Register, base: str) -> Iterator[Quad]:
    """What is known before any document is read: names, codes, places, identifiers elsewhere."""
    graph = register_graph(base)
    for path, pairs in _entries(register, base):
        node = NamedNode(base + path)
        for predicate, value in pairs:
            yield Quad(node, predicate, value, graph)
    for triple in history(register, base):
        yield Quad(*triple, graph)


def _entries(register: Register, base: str) -> Iterator[tuple[str, Iterable[Pair]]]:
    for county in register.counties:
        yield f"county/{county.code}", _county(county)
    for region in register.regions:
        yield f"region/{region.code}", _region(region, base)
    for municipality in register.municipalities:
        yield f"municipality/{municipality.code}", _municipality(municipality, base)
    for law in register.laws:
        yield law_entity(law).path, _law(law)
    for known in register.organisations:
        yield organisation_entity(known).path, _known(known, TYPES["organisation"], register, base)
    for known in register.bodies:
        yield body_entity(known).path, _known(known, TYPES["body"], register, base)


def _county(county: County) -> Iterator[Pair]:
    yield RDF.type, SAMV.County
    yield from _names(county.name, county.name, county.name_en)
    yield SAMV.code, literal(county.code)
    yield DCT.identifier, literal(f"SE-{county.letter}")
    yield DCT.identifier, literal(county.nuts3)
    yield from _wikidata(county.wikidata)


def _region(region: Region, base: str) -> Iterator[Pair]:
    yield from _authority(SAMV.Region, region.code, region.orgnr, region.wikidata, region.code, base)
    yield from _names(region.name, region.name, region.name_en, region.forms)


def _municipality(municipality: Municipality, base: str) -> Iterator[Pair]:
    yield from _authority(
        SAMV.Municipality, municipality.code, municipality.orgnr, municipality.wikidata, municipality.county_code, base
    )
    yield from _names(
        municipality.name,
        municipality.official_name,
        municipality.name_en,
        (municipality.official_name, *municipality.forms),
    )
    yield GEO.lat, decimal(municipality.latitude)
    yield GEO.long, decimal(municipality.longitude)


def _authority(kind: NamedNode, code: str, orgnr: str, wikidata: str, county: str, base: str) -> Iterator[Pair]:
    for each in (kind, ORG.FormalOrganization, CPOV.PublicOrganisation):
        yield RDF.type, each
    yield SAMV.code, literal(code)
    yield SAMV.county, NamedNode(f"{base}county/{county}")
    if orgnr:
        yield ORG.identifier, literal(orgnr)
    yield from _wikidata(wikidata)


def _known(known: KnownName, kinds: tuple[NamedNode, ...], register: Register, base: str) -> Iterator[Pair]:
    for each in kinds:
        yield RDF.type, each
    yield from _names(known.name, "", "", (*known.short_forms, *known.former_names))
    if known.kind in BODY_KINDS:
        yield SAMV.bodyKind, BODY_KINDS[known.kind]
    if known.kind in ORGANISATION_KINDS:
        yield ORG.classification, ORGANISATION_KINDS[known.kind]
    if known.county_code:
        yield SAMV.county, NamedNode(f"{base}county/{known.county_code}")
    whole = index_of(register).find(known.part_of, known.county_code) if known.part_of else None
    if whole:
        yield SAMV.ownedBy, NamedNode(base + whole.path)
    yield from _source(known.source)


def _law(law: Law) -> Iterator[Pair]:
    for each in TYPES["law"]:
        yield RDF.type, each
    yield from _names(law.name, "", "", law.short_forms)
    if law.sfs:
        yield DCT.identifier, literal(f"SFS {law.sfs}")
    yield from _source(law.source)


def _names(name: str, swedish: str, english: str, others: Iterable[str] = ()) -> Iterator[Pair]:
    yield RDFS.label, literal(name)
    if swedish:
        yield RDFS.label, Literal(swedish, language="sv")
    if english:
        yield RDFS.label, Literal(english, language="en")
    for other in dict.fromkeys(others):
        if other != name:
            yield SKOS.altLabel, literal(other)


def _source(source: str) -> Iterator[Pair]:
    if source:
        yield DCT.source, NamedNode(source) if source.startswith(("http:", "https:")) else literal(source)


def _wikidata(item: str) -> Iterator[Pair]:
    if item:
        yield OWL.sameAs, NamedNode(f"http://www.wikidata.org/entity/{item}")
