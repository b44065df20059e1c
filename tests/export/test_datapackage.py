"""The tables to take away: a data package that programs read, a workbook that people read."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from samverkan import queries
from samverkan.export import datapackage
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import RDFS

SAMPLE = Path(__file__).parents[1] / "queries" / "sample.trig"
FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture(scope="module")
def store() -> Store:
    made = OxigraphStore()
    made.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    return made


@pytest.fixture(scope="module")
def package(store: Store) -> ZipFile:
    output = io.BytesIO()
    datapackage.write_package(store, output)
    return ZipFile(output)


def table(package: ZipFile, name: str) -> list[dict[str, str]]:
    with package.open(f"{name}.csv") as file:
        return list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))


def test_the_package_describes_each_of_its_tables(package: ZipFile) -> None:
    described = json.loads(package.read("datapackage.json"))
    assert {each["path"] for each in described["resources"]} | {"datapackage.json"} == set(package.namelist())
    for resource in described["resources"]:
        with package.open(resource["path"]) as file:
            heads = file.readline().decode().rstrip("\r\n").split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == heads
        assert all(field["title"] for field in resource["schema"]["fields"])


def test_every_key_of_another_table_is_there(package: ZipFile) -> None:
    described = json.loads(package.read("datapackage.json"))
    checked = 0
    for resource in described["resources"]:
        for key in resource["schema"]["foreignKeys"]:
            target = key["reference"]
            there = {row[target["fields"]] for row in table(package, target["resource"])}
            here = {row[key["fields"]] for row in table(package, resource["name"])} - {""}
            assert here <= there, (resource["name"], key)
            checked += bool(here)
    assert checked >= 5


def test_the_rows_of_a_table_stand_once_with_their_sentence(package: ZipFile) -> None:
    rows = table(package, "memberships")
    assert len(rows) == len({row["fact"] for row in rows}) > 3
    assert all(row["personLabel"] and row["bodyLabel"] for row in rows)


def test_a_thing_with_two_names_gives_one_row() -> None:
    store = OxigraphStore()
    store.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    before = len(list(datapackage.rows(store, queries.tables()["persons"])))
    first = next(iter(datapackage.rows(store, queries.tables()["persons"])))[0]
    graph = NamedNode("https://example.org/other")
    store.bulk_load([Quad(NamedNode(first), RDFS.label, Literal("A Second Name"), graph)])
    assert len(list(datapackage.rows(store, queries.tables()["persons"]))) == before


def test_pandas_reads_a_table(package: ZipFile) -> None:
    frame = pd.read_csv(io.BytesIO(package.read("attendance.csv")))
    assert {"person", "personLabel", "meeting", "status"} <= set(frame.columns)
    assert len(frame) == len(table(package, "attendance")) > 0


@pytest.mark.parametrize(("language", "sheet", "head"), [("sv", "Uppdrag", "Person"), ("en", "Memberships", "Person")])
def test_the_workbook_has_a_sheet_for_each_table(store: Store, language: str, sheet: str, head: str) -> None:
    output = io.BytesIO()
    datapackage.write_workbook(store, output, language)
    book = openpyxl.load_workbook(output)
    assert len(book.sheetnames) == len(queries.tables())
    found = list(book[sheet].values)
    assert found[0][0] == head
    assert len(found) - 1 == len(list(datapackage.rows(store, queries.tables()["memberships"])))
    assert not any(str(value).startswith("http") for row in found for value in row[:2])


def test_no_text_becomes_a_formula() -> None:
    store = OxigraphStore()
    store.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    person = NamedNode(next(iter(datapackage.rows(store, queries.tables()["persons"])))[0])
    graph = next(iter(store.graphs()))
    quads = [each for each in store.quads(graph) if (each.subject, each.predicate) != (person, RDFS.label)]
    store.replace_graph(graph, [*quads, Quad(person, RDFS.label, Literal(FORMULA), graph)])
    output = io.BytesIO()
    datapackage.write_workbook(store, output, "en")
    cells = [cell for row in openpyxl.load_workbook(output)["Persons"].rows for cell in row if cell.value == FORMULA]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)
