"""What the site's endpoint costs beside the engine's own server on the same snapshot, over HTTP on loopback.

Run from the project's folder: `python bench/serving.py [DOCUMENTS]`, 1000 without a number. Both serve at the same time
and are asked in turns by 1, 8 and 32 connections; each figure is requests a second, the last column ours to theirs.
"new" asks another query each time, so that nothing can come from memory.
"""

import itertools
import os
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from collaboration import documents
from watched import free_port

from samverkan import queries, triples
from samverkan.publish import publish
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import published_folder
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import current

SECONDS = 3.0
BIN = Path(sys.executable).parent
BASE = Settings().base


def main(size: int) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        store = OxigraphStore()
        store.bulk_load(triples.ontology_quads())
        store.bulk_load(triples.register_quads(shipped(), BASE))
        body = ""
        for made in documents(size, shipped()):
            store.bulk_load(
                triples.document_quads(
                    made.facts, key=made.key, text=made.text, digest="0" * 64, register=shipped(), base=BASE
                )
            )
        body = str(
            next(iter(store.select("SELECT ?b { ?m <http://www.w3.org/ns/org#organization> ?b } LIMIT 1").rows))[0]
        )
        publish(store, published_folder(settings))
        snapshot = current(published_folder(settings))
        print(f"{size:,} documents, {snapshot.contents.triples:,} triples")
        print(f"{'query':18}{'connections':>12}{'ours':>10}{'engine':>10}{'ratio':>8}")
        ours, theirs = free_port(), free_port()
        environment = {**os.environ, "SAMVERKAN_DATA": folder}
        engine = [BIN / "oxigraph", "serve-read-only", "-l", snapshot.path / "store", "-b", f"127.0.0.1:{theirs}"]
        with (
            subprocess.Popen(
                [BIN / "samverkan", "serve", "--port", str(ours)], env=environment, stderr=subprocess.DEVNULL
            ) as one,
            subprocess.Popen(engine, stderr=subprocess.DEVNULL) as other,
        ):
            try:
                for port in (ours, theirs):
                    until_up(port)
                compare(body, ours, theirs)
            finally:
                one.terminate()
                other.terminate()


def compare(body: str, ours: int, theirs: int) -> None:
    """Print the table."""
    who = queries.query("who-sits-on").text.replace("VALUES ?body { UNDEF }", f"VALUES ?body {{ {body} }}")
    asked: dict[str, Callable[[int], str]] = {
        "point": lambda _: "ASK { <https://w3id.org/samverkan/id/region/12> ?p ?o }",
        "point, new": lambda number: f"ASK {{ <https://w3id.org/samverkan/id/region/12> ?p ?o }} # {number}",
        "who-sits-on": lambda _: who,
        "who-sits-on, new": lambda number: f"{who} # {number}",
        "10,000 rows": lambda _: "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 10000",
        "10,000 rows, new": lambda number: f"SELECT ?s ?p ?o {{ ?s ?p ?o }} LIMIT 10000 # {number}",
    }
    numbers = itertools.count()
    for name, query in asked.items():
        for connections in (1, 8, 32):
            mine = rate(ours, "/sparql", map(query, numbers), connections)
            engine = rate(theirs, "/query", map(query, numbers), connections)
            print(f"{name:18}{connections:>12}{mine:>10.0f}{engine:>10.0f}{mine / engine:>8.2f}", flush=True)


def rate(port: int, path: str, texts: Iterator[str], connections: int) -> float:
    """Requests a second that are answered with 200, over so many connections that ask again as soon as they are."""
    waiting = selectors.DefaultSelector()
    for _ in range(connections):
        peer = Peer(port, path)
        peer.ask(next(texts))
        waiting.register(peer.socket, selectors.EVENT_READ, peer)
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < SECONDS or done == 0:
        for key, _ in waiting.select(1):
            if key.data.hear():
                done += 1
                key.data.ask(next(texts))
    took = time.perf_counter() - began
    for key in list(waiting.get_map().values()):
        key.data.socket.close()
    return done / took


class Peer:
    """A connection that asks one query after the other."""

    def __init__(self, port: int, path: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.path = path
        self.got = b""
        self.left = -1  # bytes of the answer still to come; -1 while its head is

    def ask(self, text: str) -> None:
        self.got, self.left, self.chunked = b"", -1, False
        lines = (
            f"GET {self.path}?query={quote(text)} HTTP/1.1",
            "Host: 127.0.0.1",
            "Accept: application/sparql-results+json",
        )
        self.socket.sendall("\r\n".join((*lines, "", "")).encode())

    def hear(self) -> bool:
        """Take what came; whether the answer is whole."""
        part = self.socket.recv(1 << 20)
        if not part:
            raise ConnectionError("the server hung up")
        if self.left >= 0:
            self.left -= len(part)
            return self.left == 0
        self.got += part
        if self.chunked:
            self.got = self.got[-5:]
            return self.got.endswith(b"0\r\n\r\n")
        head, end, body = self.got.partition(b"\r\n\r\n")
        if not end:
            return False
        if not head.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(head.decode("latin-1"))
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        if b"content-length" not in fields:
            self.chunked, self.got = True, body[-5:]
            return body.endswith(b"0\r\n\r\n")
        self.left = int(fields[b"content-length"]) - len(body)
        return self.left == 0


def until_up(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise ConnectionError(f"nothing listens on port {port}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
