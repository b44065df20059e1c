"""What a process of its own does for the site: whatever happens to it, the site goes on."""

import json
import os
import subprocess
import sys
from typing import Any, Final

from samverkan import errors
from samverkan.errors import SamverkanError, StoreError
from samverkan.settings import Settings, as_environment

_SECONDS: Final = 900.0  # in which it must be done, publishing and all


def done(settings: Settings, module: str, act: str, *given: str, content: bytes = b"", **more: Any) -> dict[str, Any]:
    """What an act of a module of the library tells, by its `main`; the error that it told, raised here.

    Its standard input is what it is asked, as a line of JSON, and the content after it.
    """
    try:
        ended = subprocess.run(  # noqa: S603  modules of ours, and what is given goes to standard input
            [sys.executable, "-P", "-m", module],
            input=json.dumps([act, given, more]).encode() + b"\n" + content,
            env={**os.environ, **as_environment(settings)},
            stdout=subprocess.PIPE,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise StoreError(f"this was not done within {_SECONDS:g} seconds; look what the graph holds") from None
    if ended.returncode:
        raise SamverkanError("this could not be done; the log of the site says why")
    said: dict[str, Any] = json.loads(ended.stdout)
    if "error" in said:
        kind: type[SamverkanError] = getattr(errors, said["error"])
        raise kind(said["message"])
    return said
