"""A site that is served and asked all the time while parts of it are killed, and begun again when it has ended."""

import os
import random
import select
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
PATIENCE = 60.0  # seconds in which the site must answer again
DYING = 10.0  # seconds in which what was killed must be gone


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
        self._stop, self._down = Event(), Event()
        self._number, self.last = 0, ""
        self._threads = [Thread(target=self._watch), Thread(target=self._ask)]

    def __enter__(self) -> "Site":
        self._process = self._begun()
        try:
            if not self._await():
                raise AssertionError(f"the site does not answer: {self.last}")
            for each in self._threads:
                each.start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        """End the site, and all that it began."""
        self._stop.set()
        for each in self._threads:
            if each.is_alive():
                each.join()
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._tally.wrong.append("the site did not end when it was told to")
            self._process.kill()  # what it began ends with it
            self._process.wait()

    def kill(self, kind: str, chance: random.Random) -> None:
        """Kill a process of the site at a random moment, and wait until the site answers again."""
        time.sleep(chance.uniform(0.0, 0.5))
        self._down.set()
        target = self._target(kind, chance)
        dying = [os.pidfd_open(pid) for pid in (target, *(children(target) if kind == "site" else ()))]
        began = time.monotonic()
        signal.pidfd_send_signal(dying[0], signal.SIGKILL)
        if not gone(dying, DYING):  # what dies may answer once more
            self._tally.wrong.append(f"{kind}: what was killed, or what was to end with it, is there {DYING:g} s later")
        if self._await():
            self._tally.took(f"until the site answers again: {kind}", time.monotonic() - began)
        else:
            self._tally.wrong.append(f"no answer within {PATIENCE:g} s after the {kind} was killed: {self.last}")
        self._down.clear()

    def _target(self, kind: str, chance: random.Random) -> int:
        main = self._process.pid
        if kind == "site":
            return main
        for _ in range(100):
            answering = [
                pid for pid in children(main) if "resource_tracker" not in (command_of(pid) or "resource_tracker")
            ]
            working = [pid for each in answering for pid in children(each) if "store.worker" in command_of(pid)]
            found = answering if kind == "web process" else working
            if found:
                return chance.choice(found)
            time.sleep(0.1)
        raise AssertionError(f"no {kind} is there to be killed")

    def _begun(self) -> "subprocess.Popen[bytes]":
        with (self._settings.data / "site.log").open("ab") as log:
            return subprocess.Popen(
                [*COMMAND, "serve"], env=environment(self._settings), stderr=log, start_new_session=True
            )

    def _watch(self) -> None:
        """Begin it again whenever it has ended, after a second, as systemd does with Restart=always, RestartSec=1."""
        while not self._stop.wait(0.1):
            if self._process.poll() is not None:
                self._tally.seen["times that the service manager began the site again"] += 1
                if not self._stop.wait(1.0):
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
        until = time.monotonic() + PATIENCE
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


def gone(processes: list[int], seconds: float) -> bool:
    """Whether processes, by their open files (pidfd_open), have ended within so many seconds; the files are closed."""
    waiting, until = select.poll(), time.monotonic() + seconds
    for each in processes:
        waiting.register(each, select.POLLIN)
    left = len(processes)
    while left and (rest := until - time.monotonic()) > 0:
        for each, _ in waiting.poll(rest * 1000):
            waiting.unregister(each)
            left -= 1
    for each in processes:
        os.close(each)
    return not left


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
