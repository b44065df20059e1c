"""What the site's endpoint costs beside the engine's own server and Virtuoso on the same graph, over HTTP on loopback.

Run from the project's folder: `python bench/serving.py [DOCUMENTS | FOLDER]`, 1000 without a word; FOLDER is a data
folder. All serve at the same time and are asked in turns by 1, 8 and 32 connections. Figures are requests a second; the
ratio is ours to the engine. µs are of the processor for each request, by the server with all its processes. "new" asks
another query each time, so that nothing can come from memory. Virtuoso is asked where it is installed.
"""

import itertools
import os
import selectors
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple
from urllib.parse import quote

from beside import Server, engine, has_virtuoso, ours, virtuoso
from dumping import published

from samverkan import queries
from samverkan.store.snapshot import SnapshotStore, open_current
from samverkan.vocabulary import ORG

SECONDS: Final = float(os.environ.get("SECONDS", "3"))  # for each figure
CONNECTIONS: Final = (1, 8, 32)


def main(where: str) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with TemporaryDirectory() as own, ExitStack() as stack:
        folder = Path(own if where.isdigit() else where)
        store = published(int(where), folder) if where.isdigit() else open_current(folder / "published")
        print(f"{store.snapshot.contents.triples:,} triples")
        servers = [
            stack.enter_context(ours({"SAMVERKAN_DATA": str(folder)})),
            stack.enter_context(engine(store)),
            *([stack.enter_context(virtuoso(store, Path(own)))] if has_virtuoso() else []),
        ]
        compare(queries_of(store), servers)


def queries_of(store: SnapshotStore) -> dict[str, Callable[[int], str]]:
    """What is asked, by its name: each gives the text of the query that is asked as the n-th."""
    (body,) = next(iter(store.select(f"SELECT ?b {{ ?m {ORG.organization} ?b }} LIMIT 1 OFFSET 30").rows))
    who = queries.query("who-sits-on").bind({"body": body or ()})
    texts = {
        "point": "ASK { <https://w3id.org/samverkan/id/region/12> ?p ?o }",
        "who-sits-on": who,
        "10,000 rows": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 10000",
    }
    same: dict[str, Callable[[int], str]] = {name: partial("{}".format, text) for name, text in texts.items()}
    return same | {f"{name}, new": partial("{}\n# {}".format, text) for name, text in texts.items()}


def compare(asked: dict[str, Callable[[int], str]], servers: Sequence[Server]) -> None:
    """Print the table."""
    names = ("ours", "engine", "Virtuoso")[: len(servers)]
    heads = "".join(f"{name:>10}{'µs':>8}" for name in names)
    print(f"{'query':18}{'connections':>12}{heads}{'ratio':>8}")
    numbers = itertools.count()
    for name, query in asked.items():
        for connections in CONNECTIONS:
            found = [rate(each, map(query, numbers), connections) for each in servers]
            cells = "".join(f"{each.requests:>10.0f}{each.microseconds:>8.0f}" for each in found)
            print(f"{name:18}{connections:>12}{cells}{found[0].requests / found[1].requests:>8.2f}", flush=True)


class Rate(NamedTuple):
    """Requests a second that are answered with 200, and microseconds of the server's processor for each."""

    requests: float
    microseconds: float


def rate(server: Server, texts: Iterator[str], connections: int) -> Rate:
    """How fast a server answers so many connections that ask again as soon as they are."""
    waiting = selectors.DefaultSelector()
    for _ in range(connections):
        peer = Peer(server.port, server.path)
        peer.ask(next(texts))
        waiting.register(peer.socket, selectors.EVENT_READ, peer)
    began, done, taken = time.perf_counter(), 0, server.taken()
    while time.perf_counter() - began < SECONDS or done == 0:
        for key, _ in waiting.select(1):
            if key.data.hear():
                done += 1
                key.data.ask(next(texts))
    took, taken = time.perf_counter() - began, server.taken() - taken
    for key in list(waiting.get_map().values()):
        key.data.socket.close()
    return Rate(done / took, taken / done * 1e6)


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


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1000")
