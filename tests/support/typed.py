"""Commands as people type them, each in a process of its own that need not load the program first.

That takes longer than most of what the commands do. So one process loads it, and splits for each command; what the
command writes goes to files, as in a shell. `tests/test_readme.py` types them in a shell itself.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

SECONDS = 120.0  # that a command may take
SERVER = """
import gc, json, os, sys
import samverkan.acting, samverkan.build, samverkan.cli, samverkan.curating, samverkan.dumping, samverkan.network
gc.freeze()  # or each child copies all that is loaded, only to throw it away
for line in sys.stdin:
    arguments, environment, files = json.loads(line)
    child = os.fork()
    if child == 0:
        os.environ.clear()
        os.environ.update(environment)
        for number, path in enumerate(files):
            file = os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT, 0o644)
            os.dup2(file, number)
            os.close(file)
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        sys.argv = ["samverkan", *arguments]
        samverkan.cli.main()
        sys.exit()
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def plain(**settings: object) -> dict[str, str]:
    """The environment of the tests, without their settings and with these instead."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERKAN_")}
    return kept | {name: str(value) for name, value in settings.items()}


def typed(
    *arguments: str | Path, environment: Mapping[str, str], given: str = ""
) -> "subprocess.CompletedProcess[str]":
    """What `samverkan` with some arguments did; `given` is its standard input, a file that it may read twice."""
    with TemporaryDirectory(prefix="typed-") as folder:
        files = [Path(folder) / name for name in ("in", "out", "err")]
        files[0].write_text(given, "utf-8")
        code = _ran([[str(each) for each in arguments], dict(environment), [str(each) for each in files]])
        return subprocess.CompletedProcess([*arguments], code, *(each.read_text("utf-8") for each in files[1:]))


def _ran(asked: list[object]) -> int:
    """The exit code of a command; it is killed when it takes too long."""
    server = _server()
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps(asked) + "\n")
    server.stdin.flush()
    late = Timer(SECONDS, os.kill, (int(server.stdout.readline()), 9))
    late.start()
    try:
        return int(server.stdout.readline())
    finally:
        late.cancel()


@cache
def _server() -> "subprocess.Popen[str]":
    """The process that has loaded the program; it ends with ours, when nothing more can be asked."""
    command = [sys.executable, "-X", "utf8", "-c", SERVER]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(server.communicate)
    return server
