"""The files to take away: whole or not there, made once for a state of the graph, the former kept meanwhile."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import IO

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset

from samverkan.errors import StoreError
from samverkan.export import dumps, graphs
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import RDF, RDFS, SAMV

ID = "https://example.org/id/"
COUNTY, BODY = NamedNode(ID + "county/12"), NamedNode(ID + "body/12/vägrådet")
DOCUMENTS = [NamedNode(f"{ID}document/{key}") for key in ("a", "b")]
# What text of a document may hold, and files of data must survive.
HOSTILE = [
    f"{chr(number)}{number}\u202e\"<&>'\\ ]]> --> \ud7ff\ufffd" for number in (0, 1, 8, 11, 12, 13, 27, 127, 133)
] + [f'{{{number}}} @prefix <x> . """ <!-- {"&" * (number % 7)}' for number in range(991)]


@pytest.fixture
def store() -> Store:
    made = OxigraphStore()
    quads = [
        Quad(COUNTY, SAMV.code, Literal("12"), DOCUMENTS[0]),
        Quad(COUNTY, RDFS.label, Literal("Skåne län"), DOCUMENTS[0]),
        Quad(BODY, SAMV.county, COUNTY, DOCUMENTS[0]),
        *(Quad(each, RDF.type, SAMV.Document, each) for each in DOCUMENTS),
        Quad(DOCUMENTS[0], SAMV.body, BODY, DOCUMENTS[0]),
    ]
    made.bulk_load(quads)
    return made


def test_all_formats_of_the_whole_and_of_each_county(store: Store, tmp_path: Path) -> None:
    made = dumps.make(store, "1", tmp_path)
    assert [each.name for each in made.files if not each.county] == [
        "samverkan.ttl.gz", "samverkan.nt.gz", "samverkan.nq.gz", "samverkan.trig.gz", "samverkan.jsonld.gz",
        "samverkan.rdf.gz", "samverkan.popolo.json.gz", "samverkan.zip", "samverkan-sv.xlsx", "samverkan-en.xlsx",
    ]  # fmt: skip
    assert {(each.county, each.county_name) for each in made.files if each.county} == {("12", "Skåne län")}
    for each in made.files:
        content = (made.folder / each.name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (each.bytes, each.sha256)
    assert dumps.current(tmp_path) == made


def test_the_file_of_a_county_holds_its_documents(store: Store, tmp_path: Path) -> None:
    made = dumps.make(store, "1", tmp_path)
    found = parse(gzip.decompress((made.folder / "samverkan-12.nq.gz").read_bytes()), RdfFormat.N_QUADS)
    assert {quad.graph_name for quad in found} == {DOCUMENTS[0]}


def test_the_same_state_is_written_once(store: Store, tmp_path: Path) -> None:
    made = dumps.make(store, "1", tmp_path)
    before = (made.folder / "samverkan.nq.gz").stat().st_mtime_ns
    assert dumps.make(store, "1", tmp_path) == made
    assert (made.folder / "samverkan.nq.gz").stat().st_mtime_ns == before


def test_the_former_stays_for_whoever_is_taking_it_and_older_ones_go(store: Store, tmp_path: Path) -> None:
    for version in ("1", "2", "3"):
        dumps.make(store, version, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["2", "3"]


def test_stopped_midway_it_leaves_what_was_there(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = dumps.make(store, "1", tmp_path)

    def stop(_store: Store, _form: str, output: IO[bytes]) -> None:
        output.write(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(graphs, "write_all", stop)
    with pytest.raises(KeyboardInterrupt):
        dumps.make(store, "2", tmp_path)
    assert dumps.current(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["1"]


def test_what_a_killed_one_left_is_cleared_away(store: Store, tmp_path: Path) -> None:
    (tmp_path / "building-left").mkdir()
    (tmp_path / "1").mkdir()  # finished ones have a manifest
    (tmp_path / "1" / dumps.MANIFEST).write_text("{")
    assert dumps.current(tmp_path) is None
    dumps.make(store, "2", tmp_path)
    assert not (tmp_path / "building-left").exists()


def test_a_folder_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "dumps").write_text("a file")
    with pytest.raises(StoreError, match=r"could not be written in .*dumps"):
        dumps.make(store, "1", tmp_path / "dumps")


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("form", "name"), [("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld"), ("rdf", "xml")])
def test_whatever_texts_hold_the_files_stay_well_formed(tmp_path: Path, form: str, name: str) -> None:
    store = OxigraphStore()
    odd = NamedNode("http://example.org/odd#p-1.x")
    store.bulk_load(
        Quad(NamedNode(f"{ID}{number}"), odd if number % 2 else RDFS.label, Literal(text), DOCUMENTS[0])
        for number, text in enumerate(HOSTILE)
    )
    made = dumps.make(store, "1", tmp_path)
    content = gzip.decompress((made.folder / f"samverkan.{form}.gz").read_bytes())
    engine = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML}
    ours = {(quad.subject, getattr(quad.object, "value", None)) for quad in parse(content, engine[form])}
    assert len(ours) == len(HOSTILE) == 1_000
    other = Dataset(default_union=True)
    other.parse(data=content, format=name)
    assert len(set(other.triples((None, None, None)))) == 1_000
    if form != "rdf":  # XML has no control characters
        assert {value for _, value in ours} == set(HOSTILE)
    assert json.loads((made.folder / dumps.MANIFEST).read_text())["version"] == "1"
