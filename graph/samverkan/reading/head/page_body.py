"""Which body a page of composition describes."""

import re
from collections.abc import Iterator

from samverkan.facts import Document
from samverkan.reading.head import body_names
from samverkan.reading.head.body_forms import Found, is_strong
from samverkan.reading.layout import Layout
from samverkan.reading.paragraphs import in_paragraph
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.rows import Lists

# How the text of a page begins to tell of the body: `Rådet för hälsa är ett forum …`.
_LEAD = re.compile(
    r"(?:(?:Det|Den)\s+(?=\w+a\s))?(?P<name>[A-ZÅÄÖ][^.,:;!?()\n]{2,80}?)(?:\s+\([^()]{2,40}\))?,?\s+(?:är|består|har|leder|"
    r"ansvarar|möts|träffas|utgörs|bereder|samordnar|arbetar|utgör|fungerar|beslutar|samlar|verkar|behandlar|styr|"
    r"inrättades|bildades|sammanträder)\b"
)


# `… är det politiska forum där`: what the text tells of is a body, whatever it is called.
_DEFINES = re.compile(
    r"(?<=\bär)\s+(?:ett|en|det|den|vårt|vår|länets|kommunernas)\s+(?:[a-zåäö-]+\s+){0,4}?"
    r"\w*(?:forum(?:et)?|organ(?:et)?|råd(?:et)?|nämnd(?:en)?|nätverk(?:et)?|grupp(?:en)?|beredning(?:en)?|kommitté(?:n)?|samråd(?:et)?)"
    r"(?=\s|[.,])"
)


# `Förbundet leds av en direktion`, `Under 2031-2034 har direktionen dessa ledamöter:`: who sits there, in a sentence.
_WHO_SIT = re.compile(
    r"\b(?:har|består|utgörs)\s(?P<name>(?:direktion|styrels|nämnd)en)\s(?:av\s)?(?:dessa|följande)\b|"
    r"\bI\s(?P<within>(?:direktion|styrels|nämnd)en)\s(?:sitter|ingår)\b|"
    r"\b(?:leds|styrs)\sav\sen\s(?:politisk\s|gemensam\s)?(?P<noun>direktion|styrelse|nämnd)\b"
)
_STEP = re.compile(r"\s[/>»›]\s")


def _as_path_has_it(above: str, name: str) -> str:
    """`Hälsonämnden i Norra regionen` by the shorter name that ends the path above it: `Start / Hälsonämnden`."""
    for line in map(str.strip, above.splitlines()):
        last = _STEP.split(line)[-1].strip()
        if last != line and name.startswith((f"{last} i ", f"{last} inom ")) and is_strong(last):
            return last
    return name


def of_page(layout: Layout, document: Document, lists: Lists) -> Iterator[Found]:
    """The body of a page of composition: its title, else whom its text begins to tell of, else a heading's.

    Of headings it is the last before the first list; words that name other things as well as bodies come last.
    """
    first = lists.rows[0].entry.start if lists.rows else len(layout.text)
    before = [
        line for line in layout.lines if line.start < first and not in_paragraph(layout.text, line.start, line.end)
    ]
    named = [
        line
        for line in before
        if len(line.text) <= 80
        and not line.text.endswith((".", ":"))
        and BODY_NOUN.search(line.text)
        and not re.match(r"Ledam\w*\Z|Ersätt\w*\Z|Ordinarie|För |Vår[at]?\s", line.text)
        and not body_names.OVER_A_BODY.match(line.text)
    ]
    titled = [line for line in named if document.title and " ".join(line.text.split()) == document.title]
    whole = [line for line in named[::-1] if not body_names.PART_OF_BODY.match(line.text)]
    ranked = sorted((*titled, *whole, *named), key=lambda line: not is_strong(line.text))
    sure = [line for line in titled if is_strong(line.text)]
    for line in sure:
        name = _as_path_has_it(
            layout.text[max(0, line.start - 1500) : line.start], body_names.of_page(layout.text, line.text)
        )
        yield body_names.longer(layout, name), line.start, line.end, 0.85
    for line in layout.lines[:25] if not sure else ():
        lead = _LEAD.match(line.text) if line.start < first else None
        if (
            lead
            and len(lead["name"].split()) <= 10
            and (is_strong(lead["name"]) or _DEFINES.match(line.text, lead.end()))
        ):
            for above in (each for each in whole if each.start < line.start and is_strong(each.text)):
                yield body_names.of_page(layout.text, above.text), above.start, above.end, 0.8
            name = body_names.spelled_out(layout, lead["name"])
            yield name, line.start + lead.start("name"), line.start + lead.end("name"), 0.8
    for line in ranked:
        yield body_names.longer(layout, body_names.of_page(layout.text, line.text)), line.start, line.end, 0.75
    if lists.rows and (told := _WHO_SIT.search(layout.text, 0, first)):
        name = told["name"] or told["within"] or told["noun"].removesuffix("e") + "en"
        yield name, told.start(), told.end(), 0.7
    if document.title is not None and document.evidence is not None and lists.rows:
        proof = document.evidence
        yield body_names.of_page(layout.text, document.title), proof.start, proof.end, 0.5
