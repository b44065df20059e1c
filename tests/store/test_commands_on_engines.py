"""`--store URL`: load, publish, query, check, export and serve do on a server what they do on the embedded store."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from servers import free_port, running
from typed import plain, typed

from samverkan.resources import folder
from samverkan.store.remote import RemoteStore

COMMAND = Path(sys.executable).with_name("samverkan")
ENGINES = {"oxigraph": "/query", "virtuoso": "/sparql"}
DOCUMENTS = [
    str(folder("data/documents") / f"skane-{name}.txt")
    for name in ("centralt-samverkansorgan", "tjanstemannaberedning-2021-09-07")
]
BODY = "body=Centralt samverkansorgan"
SITTING = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name { ?seat a org:Membership ; org:member/rdfs:label ?name } ORDER BY ?name"""

pytestmark = pytest.mark.server


@dataclass(frozen=True)
class Place:
    """A data folder, and the options and settings by which commands find the graph."""

    data: Path
    options: tuple[str, ...] = ()

    def environment(self) -> dict[str, str]:
        who = {"SAMVERKAN_STORE_USER": "dba", "SAMVERKAN_STORE_PASSWORD": "dba"} if self.options else {}
        return plain(SAMVERKAN_DATA=self.data, **who)

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return typed(*arguments, *self.options, environment=self.environment(), given=given)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("embedded"))
    assert place.run("load", *DOCUMENTS).returncode == 0
    return place


@pytest.fixture(scope="module", params=ENGINES)
def remote(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The sample documents on a server that held nothing."""
    address = request.getfixturevalue("server" if request.param == "oxigraph" else "virtuoso") + ENGINES[request.param]
    store = RemoteStore(address, user="dba", password="dba")
    for graph in list(store.graphs()):
        store.remove_graph(graph)
    place = Place(tmp_path_factory.mktemp(request.param), ("--store", address))
    done = place.run("load", *DOCUMENTS)
    assert done.returncode == 0, done.stderr
    assert "2 documents: 2 new, 0 changed, 0 unchanged, 0 failed" in done.stderr
    return place


def test_nothing_is_kept_in_the_embedded_store(remote: Place) -> None:
    assert not (remote.data / "live").exists()


def test_loading_again_changes_nothing(remote: Place) -> None:
    done = remote.run("load", *DOCUMENTS)
    assert "2 documents: 0 new, 0 changed, 2 unchanged, 0 failed" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "who-sits-on", "--param", BODY, "--format", "json"),
        ("check", "--format", "json"),
    ],
    ids=lambda each: " ".join(each[:2]),
)
def test_answers_are_those_of_the_embedded_store(embedded: Place, remote: Place, arguments: tuple[str, ...]) -> None:
    here, there = embedded.run(*arguments), remote.run(*arguments)
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout), there.stderr
    assert there.stdout


def test_the_export_has_the_same_statements(embedded: Place, remote: Place) -> None:
    here, there = (place.run("export", "--format", "nq").stdout for place in (embedded, remote))
    assert sorted(there.splitlines()) == sorted(here.splitlines())


def test_a_query_of_ones_own_is_answered(embedded: Place, remote: Place) -> None:
    here, there = (place.run("sparql", "-", "--format", "csv", given=SITTING) for place in (embedded, remote))
    assert there.stdout == here.stdout
    assert "Anna Mannfalk" in there.stdout


def test_readers_are_given_a_snapshot_only_of_an_engine_that_does_not_answer_as_the_standard_says(
    remote: Place,
) -> None:
    assert (remote.data / "published").exists() == remote.options[1].endswith(ENGINES["virtuoso"])


def test_the_site_and_its_endpoint_are_served(remote: Place) -> None:
    with served(remote) as address:
        query = f"{address}/sparql?query={quote(SITTING)}"
        answer = urllib.request.Request(query, headers={"Accept": "application/sparql-results+json"})
        rows = json.loads(urllib.request.urlopen(answer, timeout=30).read())["results"]["bindings"]
        assert "Anna Mannfalk" in [row["name"]["value"] for row in rows]
        found = urllib.request.urlopen(f"{address}/sv/search?q=Mannfalk", timeout=30).read().decode()
        assert "Anna Mannfalk" in found
        body = f"{address}/sv/body/12/centralt_samverkansorgan"
        assert "Anna Mannfalk" in urllib.request.urlopen(body, timeout=30).read().decode()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("localhost:7878", "it must be the address of a server"),
        ("http://127.0.0.1:9/query", "cannot be reached"),
    ],
    ids=["no address", "nobody there"],
)
def test_a_store_that_is_not_there_is_one_line_and_no_traceback(tmp_path: Path, address: str, message: str) -> None:
    done = Place(tmp_path, ("--store", address)).run("query", "chairs")
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


@contextmanager
def served(place: Place) -> Iterator[str]:
    """The site, until the block ends."""
    port = free_port()
    command = [COMMAND, "serve", "--port", str(port), *place.options]
    with running(command, f"http://127.0.0.1:{port}/sparql", environment=place.environment()):
        yield f"http://127.0.0.1:{port}"
