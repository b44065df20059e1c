"""Queries made to end, hold up or misuse the endpoint: each costs itself only, and is answered in words or whole."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from servers import free_port

LIMIT = 1.0  # seconds that a query may take
LISTENER = "127.0.0.1:0"  # stands for where somebody listens for calls that nobody should make

ALL = "?s ?p ?o"
NUMBERS = " ".join(map(str, range(2_000)))
CROSS = " ".join(f"VALUES ?{name} {{ {NUMBERS} }}" for name in "abcd")
DEEP = 90  # levels that the guard lets pass


def nested(before: str, middle: str, after: str, levels: int = DEEP) -> str:
    return before * levels + middle + after * levels


HOSTILE = {
    "a sum of 30,000": "SELECT (" + "1+" * 30_000 + "1 AS ?x) {}",
    "20,000 signs": "SELECT (" + "- " * 20_000 + "1 AS ?x) {}",
    "20,000 conditions": "ASK { FILTER(" + "true&&" * 10_000 + "true) }",
    "12,000 in a list": f"SELECT * {{ {ALL} FILTER(?o IN ({','.join(map(str, range(10_000)))})) }}",
    "levels of EXISTS": "ASK { " + nested(f"FILTER EXISTS {{ {ALL} ", "", "}") + " }",
    "levels of OPTIONAL": f"SELECT * {{ {ALL} " + nested("OPTIONAL { ?s ?p ?o . ?o ?q ?r ", "", "}") + " }",
    "levels of MINUS": f"SELECT * {{ {ALL} " + nested(f"MINUS {{ {ALL} ", "", "}") + " }",
    "levels of questions": "SELECT (COUNT(*) AS ?n) { " + nested("{ SELECT * { ", CROSS, " } }", 40) + " }",
    "a choice of 5,000 paths": "ASK { ?s " + "|".join(f"<a:{i}>" for i in range(5_000)) + " ?o }",
    "all ways between all": "SELECT (COUNT(*) AS ?n) { ?s (<a:b>|!<a:b>)* ?o . ?t (<a:b>|!<a:b>)* ?u }",
    "paths in paths": "SELECT * { ?s " + nested("(", "!<a:b>", ")*") + " ?o . ?o !<a:b>+ ?q . ?q !<a:c>* ?r }",
    "10,000 ways back": "ASK { ?s " + "^" * 10_000 + "<a:b> ?o }",
    "a regex that backs up": f'ASK {{ FILTER(REGEX("{"a" * 5_000}!", "^(a+)+$")) }}',
    "a regex that is counted": 'ASK { FILTER(REGEX("a", "(((a{500}){500}){500}){500}")) }',
    "a regex of 50 kB": f'ASK {{ FILTER(REGEX("a", "{"(a|b?)*" * 7_000}")) }}',
    "a text that doubles": 'SELECT (STRLEN(?v28) AS ?n) { BIND("aaaaaaaa" AS ?v0) '
    + " ".join(f"BIND(CONCAT(?v{i},?v{i}) AS ?v{i + 1})" for i in range(28))
    + " }",
    "a text that is encoded": 'SELECT (STRLEN(?v20) AS ?n) { BIND("%%%%%%%%%%" AS ?v0) '
    + " ".join(f"BIND(ENCODE_FOR_URI(?v{i}) AS ?v{i + 1})" for i in range(20))
    + " }",
    "a piece without end": 'SELECT (SUBSTR("abc", -9223372036854775807, 9223372036854775807) AS ?x) {}',
    "numbers that overflow": "SELECT (9223372036854775807 + 1 AS ?x) (-9223372036854775807 - 9 AS ?y) (1/0 AS ?z) {}",
    "a day without end": 'SELECT (YEAR("999999999999999999-12-31T23:59:59Z"^^'
    "<http://www.w3.org/2001/XMLSchema#dateTime>) AS ?x) {}",
    "more rows than there are numbers": f"SELECT * {{ {ALL} }} LIMIT 99999999999999999999",
    "an offset without end": f"SELECT * {{ {CROSS} }} OFFSET 99999999999 LIMIT 1",
    "by chance, in order": f"SELECT * {{ {CROSS} }} ORDER BY RAND() LIMIT 1",
    "all texts in one": f"SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?a),STR(?b),STR(?c))) AS ?x) {{ {CROSS} }}",
    "as many groups as rows": f"SELECT ?a ?b ?c (SAMPLE(?d) AS ?x) {{ {CROSS} }} GROUP BY ?a ?b ?c HAVING(SUM(?d) < 0)",
    "a graph of everything by everything": f"CONSTRUCT {{ ?a ?p ?b }} {{ {ALL} {CROSS} }}",
    "descriptions of everything": f"DESCRIBE * {{ {ALL} {CROSS} }}",
    "rows that are different": f"SELECT DISTINCT * {{ {CROSS} }}",
    "two to the twentieth": "SELECT (COUNT(*) AS ?n) { " + f"{{ {ALL} }} UNION {{ {ALL} }} . " * 20 + " }",
    "joins of nothing": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES (?a ?b{i}) {{ {'(UNDEF 1) (1 UNDEF) (UNDEF UNDEF) ' * 200} }}" for i in range(6))
    + " }",
    "nothing that is equal": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER NOT EXISTS {{ ?a ?b ?c }} }}",
    "60,000 letters of a name": f"SELECT ?{'x' * 60_000} {{ {ALL} }}",
    "60,000 letters of an IRI": f"ASK {{ <a:{'x' * 60_000}> ?p ?o }}",
    "2,000 prefixes": "".join(f"PREFIX p{i}: <http://example.org/{i}#>\n" for i in range(1_500)) + "ASK {}",
    "a text without end": 'ASK { ?s ?p """' + "x\\" * 20_000 + " }",
    "half of a letter": 'ASK { ?s ?p "\\uD800" }',
    "no letter": "ASK { ?s ?p <\\U00110000> }",
    "an update behind a question": "ASK {} ; DROP ALL",
    "an update in a comment's clothes": "#\rDROP ALL",
    "a hidden call": f"ASK {{ \\u0053ERVICE <http://{LISTENER}/> {{ {ALL} }} }}",
    "a call by a prefix": f"PREFIX s: <http://{LISTENER}/> ASK {{{{}}SERVICE s:x{{ {ALL} }}}}",
    "a file as a graph": f"SELECT * FROM <file:///etc/passwd> FROM <http://{LISTENER}/> {{ {ALL} }}",
    "a thousand graphs": "SELECT * " + "".join(f"FROM <a:{i}> " for i in range(1_000)) + f"{{ {ALL} }}",
}


@pytest.fixture(scope="module")
def endpoint(serving: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An endpoint on a small graph in which everything leads somewhere."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = [f"<a:{i}> <a:p{i % 7}> <a:{(i * 31 + 7) % 3_000}> .\n" for i in range(9_000)]
    (folder / "graph.nt").write_text("".join(lines))
    with serving(folder, folder / "graph.nt", SAMVERKAN_QUERY_SECONDS=str(LIMIT)) as address:
        yield address


def ask(address: str, query: str) -> tuple[int, dict[str, Any]]:
    """The status and the document that a query gets; both kinds of answer are JSON."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=20)
    headers = {
        "Content-Type": "application/sparql-query",
        "Accept": "application/sparql-results+json, application/ld+json",
    }
    try:
        connection.request("POST", parts.path, query.encode(), headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def test_each_costs_itself_only(endpoint: str) -> None:
    calls: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)

        do_POST = do_GET

    faults: dict[str, object] = {}
    with HTTPServer(("127.0.0.1", 0), Noting) as listener:
        thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            for name, query in HOSTILE.items():
                began = time.monotonic()
                status, told = ask(endpoint, query.replace(LISTENER, f"127.0.0.1:{listener.server_port}"))
                took = time.monotonic() - began
                whole = status == 200 and ("head" in told or "@graph" in told or isinstance(told, list))
                refused = status in (400, 503) and told.get("status") == status and len(told["detail"]) > 10
                alive = ask(endpoint, "ASK {}")[1].get("boolean")
                if not (whole or refused) or not alive or took > 5 * LIMIT + 5:
                    faults[name] = (status, str(told)[:200], alive, took)
        finally:
            listener.shutdown()
            thread.join()
    assert faults == {}
    assert calls == []
    assert len(HOSTILE) >= 30


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /sparql?query=" + b"a" * 65_600 + b" HTTP/1.1\r\nHost: x\r\n\r\n", b"414 URI Too Long"),
        (
            b"GET /sparql HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X%d: y\r\n" % i for i in range(100)) + b"\r\n",
            b"431 Request Header Fields Too Large",
        ),
        (b"nonsense\r\n\r\n", b"400 Bad Request"),
    ],
    ids=["a long address", "many headers", "no HTTP"],
)
def test_what_never_becomes_a_request_is_refused_by_the_server_below_us(
    endpoint: str, sent: bytes, status: bytes
) -> None:
    parts = urlsplit(endpoint)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=20) as connection:
        connection.sendall(sent)
        head = connection.recv(4_096)
    assert head.startswith(b"HTTP/1.1 " + status + b"\r\n")
    assert b"content-length: 0\r\n" in head  # it has no words for it, and asks nobody (decision 8)
    assert ask(endpoint, "ASK {}")[1] == {"head": {}, "boolean": True}


@pytest.mark.server
@pytest.mark.shared
def test_the_shared_list_is_withstood(endpoint: str, shared: Path) -> None:
    command = [sys.executable, shared / "tools/w3c/hostile.py", "--query", endpoint]
    command += ["--probe-listener", str(free_port())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.stdout.rpartition("\n== ")[2] == "41 of 41 withstood\n", done.stdout + done.stderr
