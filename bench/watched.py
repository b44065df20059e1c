"""A site that is served and asked all the time while parts of it are killed, and begun again when it has ended."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from samverkan.settings import Settings, as_environment

COUNT = "SELECT (COUNT(DISTINCT ?document) AS ?count) { ?document a <https://w3id.org/samverkan/ns#Document> }"
COMMAND = (str(Path(sys.executable).with_name("samverkan")),)


@dataclass
class Tally:
    """What was seen: how often each thing happened, how long some took, and what was wrong."""

    seen: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def took(self, what: str, seconds: float) -> None:
        self.seconds.setdefault(what, []).append(seconds)


class Site:
    """A site that is served, watched as a service manager does: begun again when it has ended."""

    def __init__(self, settings: Settings, count: int, tally: Tally) -> None:
        self._settings, self._count, self._tally = settings, count, tally
        self._address = f"http://127.0.0.1:{settings.port}"
        self._process = self._begun()
        self._stop, self._down = Event(), Event()
        self._number, self.last = 0, ""
        self._threads = [Thread(target=self._watch), Thread(target=self._ask)]

    def __enter__(self) -> "Site":
        self._await()
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for each in self._threads:
            each.join()
        self._process.send_signal(signal.SIGINT)
        self._process.wait(timeout=30)

    def kill(self, kind: str, chance: random.Random) -> None:
        """Kill a process of the site at a random moment, and wait until the site answers again."""
        time.sleep(chance.uniform(0.0, 0.5))
        self._down.set()
        target = self._target(kind, chance)
        dying = [target, *(children(target) if kind == "site" else ())]
        began = time.monotonic()
        os.kill(target, signal.SIGKILL)
        while any(command_of(pid) for pid in dying):  # what dies may answer once more
            time.sleep(0.02)
        if self._await():
            self._tally.took(f"until the site answers again: {kind}", time.monotonic() - began)
        else:
            self._tally.wrong.append(f"no answer within 60 seconds after the {kind} was killed: {self.last}")
        self._down.clear()

    def _target(self, kind: str, chance: random.Random) -> int:
        main = self._process.pid
        if kind == "site":
            return main
        for _ in range(100):
            answering = [pid for pid in children(main) if "resource_tracker" not in command_of(pid)]
            working = [pid for each in answering for pid in children(each) if "store.worker" in command_of(pid)]
            found = answering if kind == "web process" else working
            if found:
                return chance.choice(found)
            time.sleep(0.1)
        raise AssertionError(f"no {kind} is there to be killed")

    def _begun(self) -> "subprocess.Popen[bytes]":
        with (self._settings.data / "site.log").open("ab") as log:
            return subprocess.Popen([*COMMAND, "serve"], env=environment(self._settings), stderr=log)

    def _watch(self) -> None:
        """Begin it again whenever it has ended, after a second, as systemd does with Restart=always, RestartSec=1."""
        while not self._stop.wait(0.1):
            if self._process.poll() is not None:
                self._tally.seen["times that the service manager began the site again"] += 1
                time.sleep(1.0)
                self._process = self._begun()

    def _ask(self) -> None:
        """Ask the site all the time; nothing may fail but while a process of its own is being replaced."""
        while not self._stop.wait(0.3):
            down = self._down.is_set()
            right = self._right()
            if not down and not self._down.is_set():
                self._tally.seen["questions to the site that were answered"] += right
                if not right:
                    self._tally.wrong.append(f"a question went wrong while nothing of the site was killed: {self.last}")

    def _await(self) -> bool:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self._right():
                return True
            time.sleep(0.05)
        return False

    def _right(self) -> bool:
        """Whether a page and a query that nobody asked before are answered, and rightly."""
        self._number += 1
        query = urllib.parse.urlencode({"query": f"{COUNT} # {self._number} {time.monotonic()}"})
        asked = urllib.request.Request(f"{self._address}/sparql?{query}", headers={"Accept": "text/csv"})
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:
                found = answer.read().split()
            with urllib.request.urlopen(f"{self._address}/sv/", timeout=30) as page:
                page.read()
        except urllib.error.HTTPError as error:
            self.last = f"{error.code} {error.read()[:300]!r}"
        except OSError as error:
            self.last = repr(error)
        else:
            self.last = f"the answer {found}"
            return found == [b"count", str(self._count).encode()]
        return False


def children(pid: int) -> list[int]:
    """The processes that a process began."""
    found = []
    for each in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            if int((each / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(each.name))
    return found


def command_of(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    return ""


def environment(settings: Settings) -> dict[str, str]:
    return {**os.environ, **as_environment(settings)}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
