"""What the library says of a mistake, in the language of the page; what is not in the table stays as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samverkan_web.wording import gettext, lazy_gettext, ngettext

_NAME: Final = r"(?P<q>['\"])(?P<name>.*)(?P=q)"
_PLACE: Final = r"line (?P<line>\d+), column (?P<column>\d+): "
# What a message of the library looks like, and how a page says it. The first that fits the whole of it is taken.
_SAID: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (rf"no body is called {_NAME}", lazy_gettext("No body is called “%(name)s”.")),
        (rf"no person is called {_NAME}", lazy_gettext("No person is called “%(name)s”.")),
        (rf"no organisation is called {_NAME}", lazy_gettext("No organisation is called “%(name)s”.")),
        (rf"no meeting is called {_NAME}", lazy_gettext("No meeting is called “%(name)s”.")),
        (rf"no document is called {_NAME}", lazy_gettext("No document is called “%(name)s”.")),
        (rf"no work is called {_NAME}", lazy_gettext("No agreement, strategy or plan is called “%(name)s”.")),
        (rf"no (entity|concept) is called {_NAME}", lazy_gettext("Nothing here is called “%(name)s”.")),
        (rf"no question is called {_NAME}", lazy_gettext("No question is called “%(name)s”.")),
        (rf"{_NAME} is the name of \d+ things; .*", lazy_gettext("Several are called “%(name)s”. Which one?")),
        (
            rf"{_NAME} begins the name of (?P<number>\d+) things; .*",
            lazy_gettext("Several have a name that begins with “%(name)s”. Which one?"),
        ),
        (
            rf"{_NAME} is no date; .*",
            lazy_gettext("“%(name)s” is no date. Write a day, a month or a year as 2021-09-07, 2021-09 or 2021."),
        ),
        (rf"{_NAME} is no IRI; .*", lazy_gettext("“%(name)s” is no whole address of a thing.")),
        (rf"{_NAME} is no whole number", lazy_gettext("“%(name)s” is no whole number.")),
        (
            r"nothing is changed; .*",
            lazy_gettext("Nothing is changed. Change a value, or say that the document does not say this."),
        ),
        (
            r"this upload is no longer kept: .*",
            lazy_gettext("This upload is no longer kept. Upload the document again."),
        ),
        (
            rf"{_NAME} is no document: give a file ending in (?P<number>.*)",
            lazy_gettext("“%(name)s” is no document. Give a file ending in %(number)s."),
        ),
        (
            r"a document called (?P<name>.*) is in the graph already; .*",
            lazy_gettext("A document called “%(name)s” is in the graph already. Take that back, or rename this."),
        ),
        (r"this judgement: why .*", lazy_gettext("Give the reason.")),
        (r"the correction: who must .*", lazy_gettext("Give your name.")),
        (r"the correction: why must .*", lazy_gettext("Give the reason.")),
        (
            rf"the correction: .* is {_NAME}; write a day, .*",
            lazy_gettext("“%(name)s” is no date. Write a day, a month or a year as 2021-09-07, 2021-09 or 2021."),
        ),
        (
            r"(the correction: )?add .*: its quote stands nowhere in the document; .*",
            lazy_gettext("Those words stand nowhere in the document. Copy them as they stand in its text."),
        ),
        (r"the original of this .* is not kept here", lazy_gettext("The file of this document is not kept here.")),
        (
            r"the original of this document is not shown, since something in it is hidden",
            lazy_gettext("The file of this document is not shown, since something in it is hidden."),
        ),
        (
            r"page (?P<number>\d+) is not shown: .*",
            lazy_gettext("Page %(number)s is not shown: nothing on it could be read, only pictures."),
        ),
        (
            r"this document has no page (?P<number>-?\d+); it has (?P<limit>\d+)",
            lazy_gettext("There is no page %(number)s; the document has %(limit)s."),
        ),
        (
            r"this original could not be shown the last time; .*",
            lazy_gettext("The file of this document could not be shown the last time. Try again in a day."),
        ),
        (r"other pages are being made; .*", lazy_gettext("Other pages are being made. Try again in a moment.")),
        (rf"\w+ is {_NAME}; it must be a number", lazy_gettext("“%(name)s” is no whole number.")),
        (
            r"nothing is known of <(?P<name>[^>]*)>.*",
            lazy_gettext("No document that has been read says anything of %(name)s."),
        ),
        (
            r"all (\d+ )?query workers are busy; .*",
            lazy_gettext("All who answer queries are busy. Try again in a moment."),
        ),
        (
            r"the query was stopped after (?P<number>[\d.]+) seconds; .*",
            lazy_gettext("The query was stopped after %(number)s seconds. Ask for less at a time."),
        ),
        (
            r"the answer has more than (?P<number>\d+) rows; .*",
            lazy_gettext("The answer has more than %(number)s rows. Ask for less, or use LIMIT and OFFSET."),
        ),
        (
            r"the answer has more than (?P<number>\d+) bytes; .*",
            lazy_gettext("The answer has more than %(number)s bytes. Ask for less, or use LIMIT and OFFSET."),
        ),
        (
            r"the query has (?P<number>\d+) bytes, more than the limit of (?P<limit>\d+); .*",
            lazy_gettext("The query has %(number)s bytes, more than the limit of %(limit)s. Ask for less at a time."),
        ),
        (
            r"the query needs more than (?P<number>\d+) MB of memory, .*",
            lazy_gettext("The query needs more than %(number)s MB of memory, or is too intricate. Ask for less."),
        ),
        (
            rf"{_PLACE}(?P<name>\w+) is an update; .*",
            lazy_gettext("Line %(line)s, column %(column)s: %(name)s is an update; the graph can only be read here."),
        ),
        (
            rf"{_PLACE}SERVICE is not allowed: .*",
            lazy_gettext("Line %(line)s, column %(column)s: SERVICE is not allowed; no other server is called."),
        ),
        (
            rf"{_PLACE}a query begins with .*",
            lazy_gettext("A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes."),
        ),
        (
            rf"{_PLACE}nested more than (?P<number>\d+) levels deep; .*",
            lazy_gettext("Line %(line)s, column %(column)s: nested more than %(number)s levels deep."),
        ),
        (
            rf"{_PLACE}Prefix not found; .*: (?P<name>.*)",
            lazy_gettext("Line %(line)s, column %(column)s, before “%(name)s”: this prefix is not declared."),
        ),
        (
            rf"{_PLACE}not as SPARQL continues; the query ends here",
            lazy_gettext("Line %(line)s, column %(column)s: the query ends before it is complete."),
        ),
        (
            rf"{_PLACE}not as SPARQL continues; before: (?P<name>.*)",
            lazy_gettext("Line %(line)s, column %(column)s: SPARQL does not continue with “%(name)s”."),
        ),
    )
)  # fmt: skip
_NEAR: Final = "; near names: "
_CHOICE: Final = re.compile(r"^  (?P<name>.*) <(?P<iri>[^<>]*)>$", re.MULTILINE)

_COUNT: Final = re.compile(r"(?P<number>\d+) statements(?=\)$)")


@dataclass(frozen=True, slots=True)
class Told:
    """A message for a visitor; `choices` are the things meant perhaps (words, IRI), `asked` the name that all have."""

    text: str
    choices: tuple[tuple[str, str], ...] = ()
    asked: str = ""


def told(message: str) -> Told:
    """A message of the library as the page says it."""
    main, _, near = message.partition(_NEAR)
    found = next(((match, words) for pattern, words in _SAID if (match := pattern.fullmatch(main))), None)
    if found is None:
        return Told(message)
    match, words = found
    parts: Mapping[str, str] = match.groupdict()
    text = str(words) % parts
    if near:
        text += " " + gettext("Near names: %(names)s.") % {"names": near}
    choices = tuple((_COUNT.sub(_counted, each["name"]), each["iri"]) for each in _CHOICE.finditer(message))
    return Told(text, choices, parts["name"] if choices else "")


def _counted(found: re.Match[str]) -> str:
    """How many statements there are, in the language of the page."""
    return ngettext("%(num)s statement", "%(num)s statements", int(found["number"]))
