"""Uploaded documents: what would be read of them, loading them, and taking them back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from samverkan.settings import Settings
from samverkan_web import elsewhere
from samverkan_web.wording import lazy_gettext

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
    said = elsewhere.done(settings, "samverkan.uploading", "preview", key)
    return Shown(said["name"], said["counts"], tuple(said["lines"]), tuple(said["unread"]))


def load(settings: Settings, key: str, *, who: str, why: str) -> str:
    """Load an upload and publish; the key of the document."""
    return str(elsewhere.done(settings, "samverkan.uploading", "load", key, who=who, why=why)["document"])


def take_back(settings: Settings, key: str, *, who: str, why: str) -> None:
    """Take a document that was uploaded out of the graph again, and publish."""
    elsewhere.done(settings, "samverkan.uploading", "take_back", key, who=who, why=why)
