"""Uploaded documents read and loaded by a process of its own: whatever a file does to it, the site goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from samverkan.errors import SamverkanError, SourceError, StoreError
from samverkan.settings import Settings, as_environment
from samverkan_web.wording import lazy_gettext

_SECONDS: Final = {"preview": 120.0, "load": 900.0}
# The kinds of facts of the contract in words.
KINDS: Final[Mapping[str, str]] = {
    "document": lazy_gettext("Document"), "body": lazy_gettext("Body"), "meeting": lazy_gettext("Meeting"),
    "attendance": lazy_gettext("Attendance"), "memberships": lazy_gettext("Seats"),
    "vacancies": lazy_gettext("Vacant seats"), "agenda": lazy_gettext("Agenda"),
    "decisions": lazy_gettext("Decisions"), "assignments": lazy_gettext("Assignments"),
    "referrals": lazy_gettext("Remisses"), "mentions": lazy_gettext("Mentions"),
    "relations": lazy_gettext("Relations"), "amounts": lazy_gettext("Sums of money"),
    "announced": lazy_gettext("Announced days"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as it would be read: facts by kind, its lines as `samverkan.explain` gives them, what is no text."""

    name: str
    counts: Mapping[str, int]
    lines: tuple[Mapping[str, Any], ...]
    unread: tuple[str, ...]


def preview(settings: Settings, key: str) -> Shown:
    """How an upload would be read; `SourceError` where it cannot be, `NotFound` where it is no longer kept."""
    said = _asked(settings, act="preview", key=key)
    return Shown(said["name"], said["counts"], tuple(said["lines"]), tuple(said["unread"]))


def load(settings: Settings, key: str, *, who: str, why: str) -> str:
    """Load an upload and publish; the key of the document."""
    return str(_asked(settings, act="load", key=key, who=who, why=why)["document"])


def _asked(settings: Settings, **asked: str) -> dict[str, Any]:
    environment = {**os.environ, **as_environment(settings)}
    try:
        ended = subprocess.run(
            [sys.executable, "-P", "-m", "samverkan.uploading"], input=json.dumps(asked) + "\n", env=environment,
            stdout=subprocess.PIPE, text=True, timeout=_SECONDS[asked["act"]], check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise StoreError(f"the document was not read within {_SECONDS[asked['act']]:g} seconds; split it") from None
    if ended.returncode:
        raise SourceError("the document could not be read; save it anew, split it, or give its text as .txt")
    said: dict[str, Any] = json.loads(ended.stdout)
    if "message" in said:
        raise _error(said["status"], said["message"])
    return said


def _error(status: int, message: str) -> SamverkanError:
    """The error that the process told, with the status that it has on a page."""
    error = SourceError(message) if status == SourceError.status else SamverkanError(message)
    error.status = status
    return error
