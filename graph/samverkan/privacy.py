"""What a document says of private matters is hidden before anything else reads it: the text never holds it.

Hidden are personal identity numbers and coordination numbers, birth dates written as the first part of one, mobile
numbers, private e-mail addresses and home addresses, and the names of people whom the text itself calls private:
patients, pupils, those who complain or propose. Each sign becomes a block, so every place in the text stays true.

Diary, organisation and account numbers are no identity numbers, and switchboards and official addresses are public.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samverkan import names

BLOCK: Final = "█"

IDENTITY: Final = "personal identity number"
CONTACT: Final = "private contact data"
PERSON: Final = "private person"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A passage that is hidden, from `start` up to `end`, and why."""

    start: int
    end: int
    reason: str


def hide(text: str) -> tuple[str, tuple[Hidden, ...]]:
    """The text with what is private made unreadable, and the passages.

    >>> hide("Brukaren Anna Berg, 640823-3234")[0]
    'Brukaren ████ ████, ███████████'
    """
    found = sorted({*_identities(text), *_contacts(text)}, key=lambda each: each.start)
    found = sorted({*found, *_persons(text, found)}, key=lambda each: each.start)
    signs = list(text)
    for each in found:
        for at in range(each.start, each.end):
            signs[at] = signs[at] if signs[at].isspace() else BLOCK
    return "".join(signs), tuple(found)


# Six or eight digits of a birth date and four more. The signs before and after tell longer numbers apart.
_DASH: Final = r"[-\u2010-\u2013\u2212+]"
_NUMBER: Final = re.compile(
    rf"(?<![\d.,/:-])(?:19|20)?(?P<year>\d\d)(?P<gap>[- ]?)(?P<month>\d\d)(?P=gap)(?P<day>\d\d)"
    rf"(?:\s?{_DASH}\s?|\s)?(?P<last>\d{{4}}|[Xx*]{{4}})(?![\d/])"
)
_OF_A_CASE: Final = re.compile(r"(?i)\b(?:dnr|diarie\w*|ärende\w*|nr|konto\w*|\w*giro\w*|pg|bg|org\.?\s?nr)[.: ]*\Z")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _identities(text: str) -> Iterator[Hidden]:
    for match in _NUMBER.finditer(text):
        if not _OF_A_CASE.search(text, max(0, match.start() - 20), match.start()) and _is_identity(match):
            yield Hidden(*match.span(), IDENTITY)


def _is_identity(match: re.Match[str]) -> bool:
    """Whether the digits can be those of a person: a day that exists, and a check digit by Luhn's rule.

    The day is 60 more in a coordination number. Where the last four are crossed out a birth date is left.
    """
    month, day = int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= (day - 60 if day > 60 else day) <= _DAYS[month - 1]:
        return False
    if not match["last"].isdigit():
        return True
    digits = [int(each) for each in match["year"] + match["month"] + match["day"] + match["last"]]
    doubled = (digit * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(each // 10 + each % 10 for each in doubled) % 10 == 0


_MOBILE: Final = re.compile(r"(?<![\d-])(?:\+46[ -]?(?:\(0\))?|0)7[02369](?:[ \u00a0-]?\d){7}(?!\d)")
_PROVIDER: Final = re.compile(
    r"@(?:gmail|googlemail|hotmail|live|outlook|msn|yahoo|icloud|me|telia|comhem|bredband2?|spray|passagen|home|swipnet|"
    r"tele2|bahnhof|protonmail|proton|pm)\.(?:com|se|net|nu|me)\b",
    re.IGNORECASE,
)
_LOCAL_PART: Final = re.compile(r"[\w.+-]{1,64}\Z")
_HOME: Final = re.compile(
    r"(?i)\b(?:hem|bostads)adress(?:en)?(?:\s(?:är|till\s\w+))?[: ]\s?"
    r"(?P<address>[^\n.;]{5,80}?\d+(?:\s?[A-Z]\b)?(?:,?\s\d{3}\s?\d\d\s\w+)?)(?=[\n.;,)]|\Z)"
)


def _contacts(text: str) -> Iterator[Hidden]:
    yield from (Hidden(*match.span(), CONTACT) for match in _MOBILE.finditer(text))
    for match in _PROVIDER.finditer(text):
        local = _LOCAL_PART.search(text, max(0, match.start() - 64), match.start())
        yield Hidden(local.start() if local else match.start(), match.end(), CONTACT)
    if "adress" in text:
        yield from (Hidden(*match.span("address"), CONTACT) for match in _HOME.finditer(text))


# Words that say of who is named after them that he or she is private in the matter.
_WHO: Final = (
    "brukaren", "brukare", "patienten", "patient", "klienten", "klient", "eleven", "elev", "vårdtagaren", "vårdtagare",
    "hyresgästen", "hyresgäst", "privatpersonen", "privatperson", "vårdnadshavaren", "vårdnadshavare", "anhörig",
    "anhöriga", "sökanden", "sökande", "klaganden", "klagande", "förslagsställaren", "förslagsställare", "medborgaren",
    "fastighetsägaren", "fastighetsägare",
)  # fmt: skip
_WHAT: Final = (
    "medborgarförslag", "medborgarförslaget", "överklagande", "överklagandet", "klagomål", "klagomålet", "insändare",
    "insändaren", "bygglov", "bygglovet", "bygglovsansökan",
)  # fmt: skip
_PRIVATE: Final = re.compile(
    rf"(?i:\b(?:(?:{'|'.join(_WHO)})|(?:{'|'.join(_WHAT)}) (?:från|av|för|åt))[:,]?\s+)(?=[A-ZÅÄÖÉ])"
)
_STEMS: Final = tuple({word[1:7] for word in (*_WHO, *_WHAT)})  # without the first letter, which may be a capital
_NEAR: Final = 40  # signs between a name and an identity number of the same person
_BETWEEN: Final = re.compile(r"[\s,(:]*(?:(?:pers(?:on)?\.?\s?nr|personnummer|född|f\.)[.: ]*)?\Z")
_BORN: Final = re.compile(r"\s?[,(]?\s?(?:född|f\.)\s(?:den\s)?\d{1,4}")


def _persons(text: str, hidden: list[Hidden]) -> Iterator[Hidden]:
    """The names of private people, wherever they stand, once the text has called them so."""
    private = {_key(text[start:end]) for start, end in _called_private(text, hidden)}
    if private:
        for name in names.find(text):
            if _key(name.text) in private:
                yield Hidden(name.start, name.end, PERSON)


def _called_private(text: str, hidden: list[Hidden]) -> Iterator[tuple[int, int]]:
    for match in _PRIVATE.finditer(text) if any(stem in text for stem in _STEMS) else ():
        first = next(names.find(text, match.end(), min(len(text), match.end() + 60)), None)
        if first and first.start == match.end():
            yield first.start, first.end
    for each in hidden:
        before = list(names.find(text, max(0, each.start - _NEAR), each.start)) if each.reason == IDENTITY else []
        if before and _BETWEEN.fullmatch(text, before[-1].end, each.start):
            yield before[-1].start, before[-1].end
    if "född" in text or " f. " in text or "(f. " in text:
        yield from ((each.start, each.end) for each in names.find(text) if _BORN.match(text, each.end))


def _key(name: str) -> str:
    """A name as it is compared: genitives count as the name itself."""
    return " ".join(name.split()).casefold().removesuffix("s")
