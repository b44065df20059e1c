"""Where the minutes are over: at a closing formula, a signature, links to other pages."""

import re

from samverkan.reading.layout import Layout

# Below these the minutes are over; they stand after the last item.
_CLOSING = re.compile(
    r"(?:vid (?:protokollet|anteckningarna|pennan|tangenterna)|antecknat av|antecknade|protokollförare|"
    r"protokollet? (?:fört|förs) av|"
    r"justeras|justerat|justerare|underskrift|sekreterare|(?:minnes)?anteckningar(?:na)? (?:förda|skrivna|av)\b|"
    r"justerandes? sign|"
    r"ordförandes? sign|som ovan|dag som ovan|related documents)",
    re.IGNORECASE,
)
# The same may stand at the head of a page: these close only in the second half of what is left.
_OF_THE_PAGE = re.compile(r"(?:publicerad|sidansvarig|senast (?:uppdaterad|ändrad))", re.IGNORECASE)
# A link may stand between two paragraphs too: these close only where no prose follows.
_LINK = re.compile(r"(?:läs mer|läs också|relaterat)\b", re.IGNORECASE)
_PARAGRAPH_LENGTH = 120
_LONGEST_FOOT = 1500


def closing(layout: Layout, start: int) -> int:
    """Where the minutes end: at the first closing formula after `start`, or with the text."""
    lines = layout.between(start, len(layout.text))
    prose = max((line.start for line in lines if len(line.text) > _PARAGRAPH_LENGTH), default=start)
    for line in lines:
        if 2 * line.start > start + len(layout.text) and _OF_THE_PAGE.match(line.text):
            return line.start
        if _CLOSING.match(line.text) or (line.start > prose and _LINK.match(line.text)):
            return line.start
    return len(layout.text)


def foot(layout: Layout, start: int) -> int:
    """Where the foot of a document without numbers begins: at a closing formula with little behind it."""
    return closing(layout, max(start, len(layout.text) - _LONGEST_FOOT))
