"""The catalogue holds to the rules of data portals, and says nothing where it cannot say who publishes."""

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SH

from samverkan.errors import SettingError
from samverkan.export import catalogue, void
from samverkan.export.dumps import Dump, File
from samverkan.settings import Settings

SITE = "https://samverkan.example.org"
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
SETTINGS = Settings(
    publisher="Föreningen Exempel", publisher_type="NonProfitOrganisation", publisher_home="https://example.org/",
    contact="Redaktionen", contact_email="data@example.org",
)  # fmt: skip
FILES = (
    File("samverkan.ttl.gz", "ttl", "text/turtle", "", "", 1000, "0" * 64),
    File("samverkan.zip", "zip", "application/zip", "", "", 10, "1" * 64),
    File("samverkan-12.ttl.gz", "ttl", "text/turtle", "12", "Skåne län", 500, "2" * 64),
)
DUMP = Dump("v1", "2026-11-22T05:00:00+00:00", Path(), FILES, 30, {str(FOAF.Person): 4}, {str(RDF.type): 9})


def graph(settings: Settings = SETTINGS, dump: Dump | None = DUMP) -> rdflib.Graph:
    return rdflib.Graph().parse(data=catalogue.written(settings, SITE, dump, "rdf"), format="xml")


def shapes(shared: Path) -> rdflib.Graph:
    """The shapes of DCAT-AP 3.0.1, without the two that its file points to and does not hold."""
    found = rdflib.Graph().parse(shared / "schemas" / "dcat-ap" / "dcat-ap-SHACL.ttl")
    for each in set(found.objects(None, SH.property)):
        if (each, SH.path, None) not in found:
            found.remove((None, SH.property, each))
    return found


@pytest.mark.shared
@pytest.mark.parametrize("dump", [DUMP, None], ids=["files", "no-files"])
def test_it_conforms_to_dcat_ap(shared: Path, dump: Dump | None) -> None:
    held = shapes(shared)
    conforms, _, words = validate(graph(dump=dump), shacl_graph=held, inference="none")
    assert conforms, words
    lacking = graph(dump=dump)
    lacking.remove((None, DCTERMS.title, None))
    assert not validate(lacking, shacl_graph=held, inference="none")[0]


# What DCAT-AP-SE 3.0.1 demands of each, by class.
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL,),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    VCARD.Kind: (VCARD.fn, VCARD.hasEmail),
}


@pytest.mark.parametrize("kind", MANDATORY, ids=lambda kind: kind.rpartition("/")[2])
def test_all_that_a_swedish_portal_demands_is_said(kind: rdflib.URIRef) -> None:
    found = graph()
    things = list(found.subjects(RDF.type, kind))
    assert things
    for thing in things:
        assert isinstance(thing, rdflib.URIRef), "no blank nodes for the main things"
        assert [name for name in MANDATORY[kind] if (thing, name, None) not in found] == []


def test_texts_are_in_swedish_and_english() -> None:
    found = graph()
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.DataService):
        for name in (DCTERMS.title, DCTERMS.description):
            languages = {
                text.language for thing in found.subjects(RDF.type, kind) for text in found.objects(thing, name)
            }
            assert languages == {"sv", "en"}


def test_each_file_of_the_whole_graph_is_a_distribution_with_size_and_digest() -> None:
    found = graph()
    addresses = {str(each) for each in found.objects(None, DCAT.downloadURL)}
    assert addresses == {f"{SITE}/downloads/samverkan.ttl.gz", f"{SITE}/downloads/samverkan.zip"}
    assert {int(each) for each in found.objects(None, DCAT.byteSize)} == {1000, 10}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("form", catalogue.FORMATS)
def test_it_says_the_same_in_every_format(form: str) -> None:
    names = {"rdf": "xml", "ttl": "turtle", "jsonld": "json-ld", "nt": "nt"}
    found = rdflib.Graph().parse(data=catalogue.written(SETTINGS, SITE, DUMP, form), format=names[form])
    assert set(found) == set(graph())


def test_without_a_publisher_there_is_none_and_the_settings_are_named() -> None:
    lacking = replace(SETTINGS, publisher="", contact_email="")
    assert catalogue.missing(lacking) == ("SAMVERKAN_PUBLISHER", "SAMVERKAN_CONTACT_EMAIL")
    with pytest.raises(SettingError, match="set SAMVERKAN_PUBLISHER, SAMVERKAN_CONTACT_EMAIL"):
        catalogue.written(lacking, SITE, DUMP, "ttl")
    assert catalogue.missing(SETTINGS) == ()


def test_the_description_of_the_data_set_counts_by_class_and_property() -> None:
    found = rdflib.Graph().parse(data=void.written(SITE, "https://example.org/id/", DUMP, "ttl"), format="turtle")
    [dataset] = found.subjects(RDF.type, VOID.Dataset)
    assert int(found.value(dataset, VOID.triples)) == 30
    part = found.value(dataset, VOID.classPartition)
    assert (found.value(part, VOID["class"]), int(found.value(part, VOID.entities))) == (FOAF.Person, 4)
    part = found.value(dataset, VOID.propertyPartition)
    assert (found.value(part, VOID.property), int(found.value(part, VOID.triples))) == (RDF.type, 9)
    assert str(found.value(dataset, VOID.sparqlEndpoint)) == f"{SITE}/sparql"
    assert {str(each) for each in found.objects(dataset, VOID.dataDump)} == {f"{SITE}/downloads/samverkan.ttl.gz"}
