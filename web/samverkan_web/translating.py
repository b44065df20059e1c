"""The words of the pages in Swedish: `python -m samverkan_web.translating` brings the catalogue up to the pages.

The pages say everything in English in the source; `translations/sv/LC_MESSAGES/messages.po` says it in Swedish, and the
file with the ending .mo is what is read when the site runs. A test holds the three together.
"""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE: Final = Path(__file__).parent
PO: Final = HERE / "translations" / "sv" / "LC_MESSAGES" / "messages.po"
MO: Final = PO.with_suffix(".mo")
_SINCE: Final = datetime(2026, 11, 21, tzinfo=UTC)  # no moment of writing: the same words are the same file
_METHODS: Final = [("**.py", "python"), ("templates/**.html", "jinja2")]
_KEYWORDS: Final = {**DEFAULT_KEYWORDS, "lazy_gettext": None}


def said() -> Catalog:
    """All that the pages say, with the files that say it."""
    catalog = Catalog(project="Samverkan", charset="utf-8")
    for name, _line, message, _comments, context in extract_from_dir(str(HERE), _METHODS, keywords=_KEYWORDS):
        catalog.add(message, None, [(Path(name).as_posix(), 0)], context=context)
    return catalog


def translated() -> Catalog:
    """The catalogue as it is kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="sv")


def compiled(catalog: Catalog) -> bytes:
    """A catalogue in the form that is read when the site runs."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def renew() -> list[str]:
    """Bring the kept catalogue up to the pages; the messages that still lack their Swedish."""
    kept = translated() if PO.exists() else Catalog(locale="sv")
    catalog = Catalog(
        "sv", project="Samverkan", version="1", header_comment="# The words of the pages in Swedish.", fuzzy=False,
        copyright_holder="Samverkan", msgid_bugs_address="", last_translator="Samverkan", language_team="sv",
        creation_date=_SINCE, revision_date=_SINCE,
    )  # fmt: skip
    for message in said():
        if message.id:
            old = kept.get(message.id)
            catalog.add(message.id, old.string if old else None, message.locations)
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalog, sort_output=True, include_lineno=False, width=120)
    MO.write_bytes(compiled(translated()))
    return [str(message.id) for message in catalog if message.id and not all(strings(message.string))]


def strings(text: object) -> tuple[str, ...]:
    """The forms of a translation: one, or one for each number."""
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text or ""),)


if __name__ == "__main__":
    for missing in renew():
        print(missing)  # noqa: T201
