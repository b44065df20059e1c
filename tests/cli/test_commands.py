"""The commands as people type them: answers on standard output, messages on standard error, exit codes 0, 1, 2."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path

import pytest
from typed import plain, typed

from samverkan.resources import folder

MEETINGS = """PREFIX samv: <https://w3id.org/samverkan/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name WHERE { ?meeting a samv:Meeting ; rdfs:label ?name }"""


def run(data: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return typed(*arguments, environment=plain(SAMVERKAN_DATA=data), given=given)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    done = run(data, "load", str(folder("data/documents")))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "5 documents: 5 new, 0 changed, 0 unchanged, 0 failed" in done.stderr
    return data


def test_help_names_every_command_and_each_has_an_example(tmp_path: Path) -> None:
    help = run(tmp_path, "--help").stdout
    names = [
        "extract",
        "explain",
        "load",
        "correct",
        "publish",
        "query",
        "sparql",
        "path",
        "network",
        "export",
        "check",
        "ontology",
        "serve",
        "demo",
    ]
    for name in names:
        assert f"  {name} " in help
        assert "Example:  samverkan " + name in run(tmp_path, name, "--help").stdout


def test_loading_again_changes_nothing(loaded: Path) -> None:
    done = run(loaded, "load", str(folder("data/documents")))
    assert "5 documents: 0 new, 0 changed, 5 unchanged, 0 failed" in done.stderr


def test_who_sits_on_prints_seats_and_vacancies_with_their_passages(loaded: Path) -> None:
    done = run(loaded, "query", "who-sits-on", "--param", "body=centralt samverkansorgan", "--format", "json")
    rows = json.loads(done.stdout)
    people = [row for row in rows if "person" in row]
    assert len(people) == 12
    assert {k: people[0][k] for k in ("role", "person", "organisation")} == {
        "role": "ordförande", "person": "Anna Mannfalk", "organisation": "Region Skåne",
    }  # fmt: skip
    assert {k: people[1][k] for k in ("role", "person", "organisation")} == {
        "role": "vice ordförande", "person": "Anders Rubin", "organisation": "Malmö",
    }  # fmt: skip
    assert [(row["vacancies"], row["organisation"]) for row in rows if "person" not in row] == [("4", "kommunerna")]
    assert all(row["quote"] for row in rows)


def test_a_table_says_once_what_holds_for_all_rows_and_that_a_date_is_not_stated(loaded: Path) -> None:
    done = run(loaded, "query", "who-sits-on", "--param", "body=centralt samverkansorgan", "--language", "en")
    lines = done.stdout.splitlines()
    assert lines[:3] == ["Body: Centralt samverkansorgan", "Document: Centralt Samverkansorgan", "Date: not stated"]
    assert lines[4].split("  ")[0] == "chair"


def test_csv_can_be_read_as_csv_with_headings_in_the_asked_language(loaded: Path) -> None:
    done = run(loaded, "query", "documents", "--format", "csv", "--language", "en")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 5
    assert "Date" in rows[0]


def test_without_a_name_query_lists_the_questions(loaded: Path) -> None:
    assert "who-sits-on" in run(loaded, "query").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("query", "who-sit-on"), 1, "no query is called 'who-sit-on'; there are who-sits-on"),
        (("query", "who-sits-on", "--param", "body"), 2, "'body' is no NAME=VALUE"),
        (("query", "who-sits-on", "--param", "boddy=x"), 2, "takes no parameter boddy; it takes body, language"),
        (("query", "who-sits-on", "--param", "body=Centralt samverkansorgn"), 2, "Centralt samverkansorgan"),
        (("load", "no-such-file.txt"), 2, "no-such-file.txt"),
        (("frobnicate",), 2, "No such command 'frobnicate'"),
    ],
)
def test_a_wrong_call_says_what_to_do(loaded: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = run(loaded, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_asking_before_anything_is_loaded_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "query", "documents")
    assert done.returncode == 1
    assert done.stderr.startswith("samverkan: nothing is published")


def test_broken_files_cost_only_themselves(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "binary.txt").write_bytes(b"\x00\x01\x02PK\x03\x04" * 100)
    (tmp_path / "in" / "noise.txt").write_bytes(os.urandom(10_000_000))
    (tmp_path / "in" / "good.txt").write_text("Minnesanteckningar 2021-03-04\n\nNärvarande: Ann Ek, Bo Al\n", "utf-8")
    done = run(tmp_path / "data", "load", str(tmp_path / "in"))
    assert done.returncode == 1
    assert "4 documents: 1 new, 0 changed, 0 unchanged, 3 failed" in done.stderr
    for name in ("empty.txt", "binary.txt", "noise.txt"):
        assert name in done.stderr
    assert run(tmp_path / "data", "query", "documents", "--format", "csv").stdout.count("\n") == 2


def test_sparql_from_standard_input_and_its_forms(loaded: Path) -> None:
    names = run(loaded, "sparql", "-", "--format", "csv", given=MEETINGS).stdout.split()
    assert names[0] == "name"
    assert len(names) > 2
    assert run(loaded, "sparql", "-", given="ASK { ?s ?p ?o }").stdout == "yes\n"
    assert "@prefix" in run(loaded, "sparql", "-", given="CONSTRUCT WHERE { ?s a ?c } LIMIT 1").stdout


@pytest.mark.parametrize(
    ("query", "arguments", "says"),
    [
        ("SELECT ?x WHERE {", (), "line 1, column 18"),
        ("DELETE WHERE { ?s ?p ?o }", (), "DELETE"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", (), "SERVICE"),
        ("ASK { }", ("--format", "ttl"), "ttl cannot hold the answer to ASK"),
    ],
)
def test_a_query_that_may_not_be_asked_is_refused_in_words(
    loaded: Path, query: str, arguments: tuple[str, ...], says: str
) -> None:
    done = run(loaded, "sparql", "-", *arguments, given=query)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_one_document_extracts_to_standard_output_several_need_a_folder(tmp_path: Path) -> None:
    documents = folder("data/documents")
    one = run(tmp_path, "extract", str(documents / "skane-centralt-samverkansorgan.txt"))
    assert json.loads(one.stdout)["vacancies"][0]["count"] == 4
    assert run(tmp_path, "extract", str(documents)).returncode == 2
    assert run(tmp_path, "extract", str(documents), "--out", str(tmp_path / "facts")).returncode == 0
    assert len(list((tmp_path / "facts").glob("*.json"))) == 5


def test_networks_and_the_whole_graph_go_out(loaded: Path) -> None:
    assert run(loaded, "network", "people", "--format", "gexf").stdout.startswith("<gexf")
    assert "Ann-Charlotte" in run(loaded, "network", "people").stdout
    assert run(loaded, "export", "--format", "nq").stdout.count(" .\n") > 5_000
    assert "Anna Mannfalk" in run(loaded, "export", "Anna Mannfalk").stdout


def test_the_graph_of_the_samples_holds_nothing_impossible(loaded: Path) -> None:
    done = run(loaded, "check", "--language", "en")
    assert done.returncode == 0
    assert "0 errors, 0 warnings, 2 notices" in done.stderr
    assert done.stdout.count("notice  Assignment past due without an outcome  [assignment-past-due]") == 2
    assert "halland-kommun-och-regionledningsforum-2019-01#char=" in done.stdout


def test_a_check_can_fail_on_less_than_an_error_and_report_to_programs(loaded: Path) -> None:
    done = run(loaded, "check", "--format", "json", "--fail-on", "notice")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert (told["conforms"], told["counts"]) == (True, {"error": 0, "warning": 0, "notice": 2})
    assert run(loaded, "check", "--fail-on", "warning").returncode == 0
