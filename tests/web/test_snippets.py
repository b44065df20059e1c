"""A query as a program: what stands on the page is run as it is, and gives what the endpoint gives."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan.store.guard import Form
from samverkan_web.snippets import python_text, r_text, snippets

SELECT = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name { ?body a <https://w3id.org/samverkan/ns#Body> ; rdfs:label ?name .
  FILTER(REGEX(?name, "^Vårdrådet\\\\s")) } # a 'quote'"""
QUERIES: dict[str, tuple[Form, str, str]] = {
    "a table": ("SELECT", SELECT, "Vårdrådet Söder"),
    "yes or no": ("ASK", "ASK { ?body a <https://w3id.org/samverkan/ns#Body> }", "rue"),
    "a graph": (
        "CONSTRUCT",
        'CONSTRUCT { ?b <urn:x:called> ?n } { ?b ?is ?n FILTER(?n = "Vårdrådet Söder") }',
        "called",
    ),
}


@pytest.mark.parametrize("kind", QUERIES)
@pytest.mark.parametrize("title", ["curl", "Python, SPARQLWrapper", "Python, rdflib"])
def test_a_program_gives_what_the_endpoint_gives(address: str, tmp_path: Path, title: str, kind: str) -> None:
    form, query, expected = QUERIES[kind]
    text = next(each.text for each in snippets(query, form, f"{address}/sparql") if each.title == title)
    if title == "curl":
        if shutil.which("curl") is None:
            pytest.skip("NO CURL: apt-get install curl")
        if kind == "yes or no":
            expected = "true"
        command = ["sh", "-c", f"{text} -s --fail"]
    else:
        program = tmp_path / "program.py"
        program.write_text(text, encoding="utf-8")
        command = [sys.executable, "-W", "ignore", "-X", "utf8", str(program)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert expected in done.stdout


@pytest.mark.parametrize("text", ['ASK { ?s ?p "\\n" }', 'ASK { ?s ?p """a""" }', "ASK { ?s ?p 'å' }", 'ASK {} #"'])
def test_a_text_of_python_reads_as_it_was(text: str) -> None:
    assert eval(python_text(text)).strip() == text


@pytest.mark.parametrize(
    ("text", "source"),
    [("ASK {}", 'r"(ASK {})"'), ('= "(a)"', 'r"-(= "(a)")-"'), (')" )-"', 'r"--()" )-")--"')],
    ids=["nothing to mind", "a bracket before a quote", "and one with a dash"],
)
def test_a_raw_text_of_r_ends_only_at_its_end(text: str, source: str) -> None:
    assert r_text(text) == source


@pytest.mark.parametrize(
    ("form", "accept", "last"),
    [
        ("SELECT", "text/csv", "read.csv(text = answer, check.names = FALSE)"),
        ("ASK", "text/csv", "cat(answer)"),
        ("DESCRIBE", "text/turtle", "cat(answer)"),
    ],
)
def test_r_asks_for_what_it_can_read(form: Form, accept: str, last: str) -> None:
    lines = snippets("SELECT * {}", form, "http://example.org/sparql")[-1].text.splitlines()
    assert f'  req_headers(Accept = "{accept}") |>' in lines
    assert 'answer <- request("http://example.org/sparql") |>' in lines
    assert lines[-1] == last
