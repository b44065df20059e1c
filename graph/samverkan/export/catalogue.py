"""The catalogue for data portals: what there is to take away and to ask, by whom, on which terms (DCAT-AP-SE 3).

https://docs.dataportal.se/dcat/3.0.1/sv/ says what a Swedish portal wants to know. All of it comes from the settings
and from the manifest of the files to take away; nothing is asked of the graph.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple, serialize

from samverkan.errors import SettingError
from samverkan.export.dumps import Dump, File
from samverkan.settings import Settings
from samverkan.store.formats import GRAPHS
from samverkan.vocabulary import NS, PREFIXES, RDF, SKOS, XSD, Namespace

LICENCE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
PATH: Final = "/catalogue"
FORMATS: Final = ("rdf", "ttl", "jsonld", "nt")

_DCAT: Final = Namespace(
    "http://www.w3.org/ns/dcat#",
    "Catalog Dataset Distribution DataService dataset service distribution accessURL downloadURL endpointURL "
    "endpointDescription servesDataset contactPoint keyword theme landingPage mediaType compressFormat byteSize "
    "version accessService",
)
_DCT: Final = Namespace(
    "http://purl.org/dc/terms/",
    "title description publisher type issued modified language accessRights accrualPeriodicity spatial conformsTo "
    "format identifier license Standard LinguisticSystem LicenseDocument Location RightsStatement Frequency MediaType "
    "MediaTypeOrExtent",
)
_FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/", "Agent Document name homepage")
_VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#", "Kind Organization fn hasEmail")
_SPDX: Final = Namespace(
    "http://spdx.org/rdf/terms#", "Checksum ChecksumAlgorithm checksum algorithm checksumValue checksumAlgorithm_sha256"
)
_PREFIXES: Final = PREFIXES | {each: space.iri for each, space in (("dcat", _DCAT), ("vcard", _VCARD), ("spdx", _SPDX))}

_PUBLISHER_TYPES: Final = "http://purl.org/adms/publishertype/"
_EU: Final = "http://publications.europa.eu/resource/authority/"
_IANA: Final = "https://www.iana.org/assignments/media-types/"
_SPARQL: Final = "https://www.w3.org/TR/sparql11-protocol/"
# What the Publications Office of the EU calls our formats.
_FILE_TYPES: Final = {
    "nq": "RDF_N_QUADS", "trig": "RDF_TRIG", "ttl": "RDF_TURTLE", "nt": "RDF_N_TRIPLES", "jsonld": "JSON_LD",
    "rdf": "RDF_XML", "popolo.json": "JSON", "zip": "CSV", "xlsx": "XLSX",
}  # fmt: skip
_TITLE: Final = {
    "sv": "Samverkan: svensk regional samverkan",
    "en": "Samverkan: Swedish regional collaboration",
}
_ABOUT: Final = {
    "sv": "Vilka som sitter i organen där regioner och kommuner samverkar, vilka som möttes, vad som beslutades och "
    "vilka avtal och strategier det gällde, läst ur protokoll och webbsidor. Varje uppgift har sin mening.",
    "en": "Who sits on the bodies in which regions and municipalities collaborate, who met, what was decided, and "
    "which agreements and strategies it was about, read from minutes and web pages. Every statement has its sentence.",
}
_THEME: Final = {"sv": "Regeringen och den offentliga sektorn", "en": "Government and public sector"}
_QUERY: Final = {"sv": "Samverkan: SPARQL-tjänst", "en": "Samverkan: SPARQL service"}
_KEYWORDS: Final = {
    "sv": ("regional samverkan", "regioner", "kommuner", "protokoll", "kunskapsgraf", "länkade data"),
    "en": ("regional collaboration", "regions", "municipalities", "minutes", "knowledge graph", "linked data"),
}
# What the things are to which these properties point; a harvester holds the catalogue alone to the rules.
_CLASSES: Final = {
    _DCT.language: _DCT.LinguisticSystem, _DCT.license: _DCT.LicenseDocument, _DCT.spatial: _DCT.Location,
    _DCT.accessRights: _DCT.RightsStatement, _DCT.accrualPeriodicity: _DCT.Frequency, _DCT.conformsTo: _DCT.Standard,
    _DCT.format: _DCT.MediaTypeOrExtent, _DCAT.mediaType: _DCT.MediaType, _DCAT.compressFormat: _DCT.MediaType,
    _DCT.type: SKOS.Concept, _DCAT.theme: SKOS.Concept,
    _FOAF.homepage: _FOAF.Document, _DCAT.landingPage: _FOAF.Document, _SPDX.algorithm: _SPDX.ChecksumAlgorithm,
}  # fmt: skip
_NEEDED: Final = ("publisher", "publisher_type", "contact", "contact_email")


def missing(settings: Settings) -> tuple[str, ...]:
    """The settings without which there can be no catalogue, as environment variables; none where all are given."""
    return tuple(f"SAMVERKAN_{name.upper()}" for name in _NEEDED if not getattr(settings, name))


def written(settings: Settings, site: str, dump: Dump | None, form: str) -> bytes:
    """The catalogue of the site at the address `site` in one of `FORMATS`.

    `SettingError` names the settings that it lacks: a portal turns down a catalogue without them.
    """
    if lacking := missing(settings):
        raise SettingError(
            f"the catalogue needs to say who publishes the data and whom to ask: set {', '.join(lacking)}"
        )
    told = list(_Catalogue(settings, site.rstrip("/"), dump).triples())
    pointed = ((each.object, _CLASSES.get(each.predicate)) for each in told)
    kinds = {Triple(node, RDF.type, kind) for node, kind in pointed if kind and isinstance(node, NamedNode)}
    triples = told + sorted(kinds, key=str)
    return serialize(triples, format=GRAPHS[form].engine, prefixes=_PREFIXES) or b""


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """The catalogue of a site, and who publishes it."""

    settings: Settings
    site: str
    dump: Dump | None

    def triples(self) -> Iterator[Triple]:
        """All that the catalogue says."""
        yield from self._catalogue()
        yield from self._dataset()
        yield from self._service()
        yield from self._publisher()
        for each in self.dump.files if self.dump else ():
            if not each.county:
                yield from self._distribution(each)
        yield from self._by_query()

    def node(self, name: str) -> NamedNode:
        """One of the things that the catalogue is about."""
        return NamedNode(f"{self.site}{PATH}#{name}")

    def page(self, path: str) -> NamedNode:
        """A page of the site."""
        return NamedNode(self.site + path)

    def _catalogue(self) -> Iterator[Triple]:
        catalogue = self.node("catalogue")
        yield Triple(catalogue, RDF.type, _DCAT.Catalog)
        yield from self._told(catalogue, _TITLE, _ABOUT)
        yield Triple(catalogue, _DCAT.dataset, self.node("dataset"))
        yield Triple(catalogue, _DCAT.service, self.node("service"))
        yield Triple(catalogue, _FOAF.homepage, self.page("/"))
        yield from self._times(catalogue)

    def _dataset(self) -> Iterator[Triple]:
        dataset = self.node("dataset")
        yield Triple(dataset, RDF.type, _DCAT.Dataset)
        yield from self._told(dataset, _TITLE, _ABOUT)
        yield from self._asked_and_open(dataset)
        yield Triple(dataset, _DCT.identifier, Literal(dataset.value))
        for language, words in _KEYWORDS.items():
            for word in words:
                yield Triple(dataset, _DCAT.keyword, Literal(word, language=language))
        theme = NamedNode(f"{_EU}data-theme/GOVE")
        yield Triple(dataset, _DCAT.theme, theme)
        yield from _spoken(theme, SKOS.prefLabel, _THEME)
        yield Triple(dataset, _DCT.accrualPeriodicity, NamedNode(f"{_EU}frequency/IRREG"))
        yield Triple(dataset, _DCT.conformsTo, NamedNode(NS.removesuffix("#")))
        yield Triple(dataset, _DCAT.landingPage, self.page("/sv/downloads"))
        yield from self._times(dataset)
        if self.dump:
            yield Triple(dataset, _DCAT.version, Literal(self.dump.version))

    def _distribution(self, file: File) -> Iterator[Triple]:
        """A file to take away."""
        assert self.dump is not None
        node, address = self.node(f"file-{file.name}"), self.page(f"/downloads/{file.name}")
        yield Triple(self.node("dataset"), _DCAT.distribution, node)
        yield Triple(node, RDF.type, _DCAT.Distribution)
        yield Triple(node, _DCT.title, Literal(file.name))
        yield Triple(node, _DCAT.accessURL, address)
        yield Triple(node, _DCAT.downloadURL, address)
        yield Triple(node, _DCT.license, NamedNode(LICENCE))
        yield Triple(node, _DCT.format, NamedNode(f"{_EU}file-type/{_FILE_TYPES[file.form]}"))
        yield Triple(node, _DCAT.mediaType, NamedNode(_IANA + file.media))
        if file.name.endswith(".gz"):
            yield Triple(node, _DCAT.compressFormat, NamedNode(f"{_IANA}application/gzip"))
        yield Triple(node, _DCAT.byteSize, Literal(str(file.bytes), datatype=XSD.nonNegativeInteger))
        yield Triple(node, _DCT.modified, Literal(self.dump.made, datatype=XSD.dateTime))
        checksum = self.node(f"digest-{file.name}")
        yield Triple(node, _SPDX.checksum, checksum)
        yield Triple(checksum, RDF.type, _SPDX.Checksum)
        yield Triple(checksum, _SPDX.algorithm, _SPDX.checksumAlgorithm_sha256)
        yield Triple(checksum, _SPDX.checksumValue, Literal(file.sha256, datatype=NamedNode(f"{XSD.iri}hexBinary")))

    def _by_query(self) -> Iterator[Triple]:
        """The data set as the SPARQL service gives it."""
        node = self.node("by-query")
        yield Triple(self.node("dataset"), _DCAT.distribution, node)
        yield Triple(node, RDF.type, _DCAT.Distribution)
        yield from _spoken(node, _DCT.title, _QUERY)
        yield Triple(node, _DCAT.accessURL, self.page("/sparql"))
        yield Triple(node, _DCAT.accessService, self.node("service"))
        yield Triple(node, _DCT.license, NamedNode(LICENCE))

    def _service(self) -> Iterator[Triple]:
        service = self.node("service")
        yield Triple(service, RDF.type, _DCAT.DataService)
        yield from self._told(service, _QUERY, _ABOUT)
        yield from self._asked_and_open(service)
        yield Triple(service, _DCAT.endpointURL, self.page("/sparql"))
        yield Triple(service, _DCAT.endpointDescription, self.page("/sparql"))
        yield Triple(service, _DCAT.servesDataset, self.node("dataset"))
        yield Triple(service, _DCAT.landingPage, self.page("/sv/sparql"))
        yield Triple(service, _DCT.conformsTo, NamedNode(_SPARQL))

    def _publisher(self) -> Iterator[Triple]:
        publisher, contact = self.node("publisher"), self.node("contact")
        yield Triple(publisher, RDF.type, _FOAF.Agent)
        yield Triple(publisher, _FOAF.name, Literal(self.settings.publisher))
        kind = NamedNode(_PUBLISHER_TYPES + self.settings.publisher_type)
        yield Triple(publisher, _DCT.type, kind)
        yield Triple(kind, SKOS.prefLabel, Literal(self.settings.publisher_type, language="en"))
        if self.settings.publisher_home:
            yield Triple(publisher, _FOAF.homepage, NamedNode(self.settings.publisher_home))
        yield Triple(contact, RDF.type, _VCARD.Kind)
        yield Triple(contact, RDF.type, _VCARD.Organization)
        yield Triple(contact, _VCARD.fn, Literal(self.settings.contact))
        yield Triple(contact, _VCARD.hasEmail, NamedNode(f"mailto:{self.settings.contact_email}"))

    def _told(self, node: NamedNode, title: Mapping[str, str], about: Mapping[str, str]) -> Iterator[Triple]:
        """What each of them says: its name, what it is, who publishes it, on which terms."""
        yield from _spoken(node, _DCT.title, title)
        yield from _spoken(node, _DCT.description, about)
        yield Triple(node, _DCT.publisher, self.node("publisher"))
        yield Triple(node, _DCT.license, NamedNode(LICENCE))
        for language in ("SWE", "ENG"):
            yield Triple(node, _DCT.language, NamedNode(f"{_EU}language/{language}"))
        yield Triple(node, _DCT.spatial, NamedNode(f"{_EU}country/SWE"))

    def _asked_and_open(self, node: NamedNode) -> Iterator[Triple]:
        yield Triple(node, _DCAT.contactPoint, self.node("contact"))
        yield Triple(node, _DCT.accessRights, NamedNode(f"{_EU}access-right/PUBLIC"))

    def _times(self, node: NamedNode) -> Iterator[Triple]:
        if self.dump:
            yield Triple(node, _DCT.modified, Literal(self.dump.made, datatype=XSD.dateTime))


def _spoken(node: NamedNode, name: NamedNode, words: Mapping[str, str]) -> Iterator[Triple]:
    return (Triple(node, name, Literal(text, language=language)) for language, text in words.items())
