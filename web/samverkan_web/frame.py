"""What every template may say: links to things, words of the ontology, days, sources."""

import itertools
import re
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit

from flask import Flask, current_app, g, request, url_for

from samverkan import __version__, vocabulary
from samverkan_web import describing, kinds, languages, marked, meetings, messages, part_files, wording
from samverkan_web.addresses import is_web_address
from samverkan_web.describing import Crumb
from samverkan_web.entities import EntityPage, Head, by_kind
from samverkan_web.evidence import sureness
from samverkan_web.formats import FORMATS
from samverkan_web.originals import is_kept
from samverkan_web.site import Site
from samverkan_web.wording import gettext, lazy_gettext

MENU: Final = (
    ("pages.search", lazy_gettext("Browse")),
    ("pages.remiss", lazy_gettext("Under way")),
    ("pages.questions", lazy_gettext("Questions")),
    ("pages.network_list", lazy_gettext("Networks")),
    ("pages.sparql_page", "SPARQL"),
    ("pages.downloads", lazy_gettext("Data")),
    ("pages.about", lazy_gettext("About")),
)
# Letters that turn the direction of the text after them; a title of a window has no <bdi> to keep them in.
_TURNING: Final = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_NUMBERS: Final = {each.value for each in (vocabulary.XSD.integer, vocabulary.XSD.decimal)}


def install(app: Flask) -> None:
    """Give the app's templates their words."""
    app.jinja_env.globals.update(
        ngettext=wording.ngettext,
        address=address,
        data_address=data_address,
        part_address=part_address,
        network_address=network_address,
        address_in=languages.address_in,
        address_of_page=languages.address_of_page,
        with_query=languages.with_query,
        address_asking=languages.address_asking,
        told=messages.told,
        when=languages.when,
        between=languages.between,
        day_head=languages.day_head,
        percent=wording.percent,
        sureness=sureness,
        report_address=report_address,
        parts_of=part_files.parts,
        missing_address=missing_address,
        original_address=original_address,
        word=word,
        kind_word=kinds.word,
        kind_of=lambda iri: site().kind(iri),
        kind_plural=lambda kind: str(kinds.PLURALS[kind]),
        next_id=next_id,
        crumbs=crumbs,
        schema_org=schema_org,
        here_url=here_url,
        anchor=marked.anchor,
        marked_text=lambda page: marked.marked_text(page, request.args.get("text", 1, type=int)),
        text_address=text_address,
        is_here=is_here,
        attendance_grid=meetings.attendance_grid,
        agenda_of=meetings.agenda_of,
        beside_the_agenda=meetings.beside_the_agenda,
        by_kind=lambda things, *names: by_kind(site(), things, *names),
        is_web_address=is_web_address,
        is_number=is_number,
        is_whole_day=lambda text: len(text) == 10,
        is_day=lambda text: re.fullmatch(r"\d{4}(-\d\d){0,2}", text) is not None,
        formats=FORMATS,
        TYPE=vocabulary.RDF.type.value,
        LIST=f"{vocabulary.RDF.type.value.removesuffix('type')}_",  # rdf:_1, rdf:_2 …: the order of a list
        FACT=vocabulary.SAMV.Fact.value,
        IDENTIFIER=vocabulary.ORG.identifier.value,
    )
    app.jinja_env.filters.update(
        word=word,
        path=lambda iri: site().addresses.path(iri),
        plain=plain,
        when=languages.when,
        day_head=languages.day_head,
        host=lambda iri: urlsplit(iri).hostname,
        number=wording.number,
        size=wording.size,
        gist=wording.gist,
        capitalise=lambda text: text[:1].upper() + text[1:],
    )
    app.context_processor(_frame)


def _frame() -> dict[str, Any]:
    endpoint = request.endpoint or ""
    return {
        "language": languages.language(),
        "languages": languages.LANGUAGES,
        "here": endpoint,
        "menu": MENU,
        "version": __version__,
        "asked_for": request.args.get("q", "") if endpoint == "pages.search" else "",
    }


def site() -> Site:
    """The site that the request is about."""
    found = current_app.extensions["site"]
    assert isinstance(found, Site)
    return found


def word(iri: str | None) -> str:
    """A term in words: a role, a kind, a property; nothing for None."""
    known = kinds.TERMS.get(iri or "")
    return str(known) if known else site().word(iri, languages.language())


def address(iri: str) -> str | None:
    """The page of a thing on this site, None where it has none here."""
    path = site().addresses.path(iri)
    return _address_of("pages.entity", path) if path else None


_AS_THEY_ARE: Final = "!$&'()*+,/:;=@"  # signs that a path keeps


def _address_of(page: str, path: str) -> str:
    """What `url_for` gives: a page has hundreds of addresses, of which only the paths differ."""
    known: dict[str, str] = g.setdefault("beginnings", {})
    if page not in known:
        known[page] = url_for(page, path="-").removesuffix("-")
    return known[page] + quote(path, safe=_AS_THEY_ARE)


def data_address(iri: str, suffix: str) -> str | None:
    """The data about a thing in the format with a suffix."""
    path = site().addresses.path(iri)
    return url_for("pages.entity", path=path + suffix) if path else None


def part_address(iri: str, part: str) -> str:
    """The page of one part of the page of a thing."""
    return url_for("pages.entity", path=site().addresses.path(iri) or "", part=part)


def is_here(iri: str) -> bool:
    """Whether this is the page of a thing."""
    return bool(request.view_args) and site().addresses.path(iri) == (request.view_args or {}).get("path")


def text_address(document: str, first: int, last: int, here: bool) -> str | None:
    """Where a passage stands in the text of a document, which may be on `here`, this page."""
    number = marked.page_of(first)
    if here and number == request.args.get("text", 1, type=int):
        return f"#char={first},{last}"
    start = address(document)
    return start and f"{start}{f'?text={number}' if number > 1 else ''}#char={first},{last}"


def network_address(iri: str) -> str | None:
    """The page with the surroundings of a thing, None for what has none: documents and meetings."""
    path = site().addresses.path(iri)
    if not path or site().kind(iri) in ("document", "meeting", "law", "county", ""):
        return None
    return url_for("pages.network_around", path=path)


def report_address(fact: str) -> str | None:
    """The page on which an error in a statement is reported, None for what is no statement of a document."""
    path = site().addresses.path(fact) or ""
    return _address_of("pages.report", path) if path.startswith("document/") and path.count("/") > 2 else None


def missing_address(document: str) -> str:
    """The page on which a fact is told of that a document says and that was not read."""
    return url_for("pages.missing_fact", path=site().addresses.path(document))


def original_address(document: str, **asked: Any) -> str | None:
    """The page with the original of a document, None where that is not kept."""
    return url_for("pages.original", path=site().addresses.path(document), **asked) if is_kept(document) else None


def is_number(term: object) -> bool:
    """Whether a term is a number: a count, a sum, a share."""
    return getattr(getattr(term, "datatype", None), "value", "") in _NUMBERS


def crumbs(about: Head) -> list[Crumb]:
    """The way to the page of a thing: the start, all of its kind, what it belongs to, itself."""
    plural = kinds.PLURALS.get(about.kind)
    belongs = {"meeting": "body", "document": "inDocument"}.get(about.kind, "county")  # below a document: a statement
    return [
        Crumb(gettext("Start"), url_for("pages.start")),
        *([Crumb(str(plural), url_for("pages.search", kind=about.kind))] if plural else []),
        *(Crumb(each.label, address(each.iri)) for each in about.links(belongs)[:1]),
        Crumb(about.label, None),
    ]


def schema_org(page: EntityPage) -> dict[str, Any]:
    """The thing of a page as JSON-LD for search engines."""
    return describing.described(page, here_url(), crumbs(page.head), lambda path: urljoin(here_url(), path))


def here_url() -> str:
    """The whole address of this page, without what it is asked."""
    return url_for(request.endpoint or "pages.start", **{**(request.view_args or {})}, _external=True)


def next_id() -> int:
    """A number that is new on this page."""
    numbers = g.setdefault("numbers", itertools.count(1))
    return int(next(numbers))


def plain(text: str) -> str:
    """A text without letters that turn the direction of what follows.

    >>> plain("Anna \\u202ebilaga")
    'Anna bilaga'
    """
    return text.translate(_TURNING)
