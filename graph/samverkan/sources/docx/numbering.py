"""The numbers of Word's lists and headings, which stand nowhere in the text but are counted when it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_LEVELS = 9
# Depth of styles based on styles; a ring of them ends here.
_MOST_BASES = 12


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list counts: the format, the text around the numbers (`%1.%2`), and where it begins."""

    format: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts through a document; `label` is asked of its paragraphs in order."""

    lists: Mapping[str, Mapping[int, Level]]
    abstract: Mapping[str, str]
    styles: Mapping[str, tuple[str, int]]
    headings: frozenset[str] = frozenset()
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, paragraph: Any) -> str:
        """The number or mark that Word shows before a paragraph, empty where there is none."""
        number, depth = self._place(paragraph)
        levels = self.lists.get(number or "")
        if number is None or not levels or depth not in levels:
            return ""
        level = levels[depth]
        if level.format == "bullet":
            return "•"
        if level.format == "none":
            return level.text
        # lists of one kind go on counting together
        counts = self._counts.setdefault(self.abstract[number], [0] * _MOST_LEVELS)
        for i in range(depth):
            counts[i] = counts[i] or levels.get(i, level).start
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_MOST_LEVELS - depth - 1)
        label = level.text
        for i in range(depth + 1):
            label = label.replace(f"%{i + 1}", written(counts[i], levels.get(i, level).format))
        return label

    def is_heading(self, paragraph: Any) -> bool:
        """Whether a paragraph has the style of a heading."""
        properties = paragraph.find(qn("w:pPr"))
        return properties is not None and _value(properties, "w:pStyle") in self.headings

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return None, 0
        own = _number(properties)
        inherited = self.styles.get(_value(properties, "w:pStyle") or "")
        if own is None:
            return inherited or (None, 0)
        number, depth = own
        if number is None and inherited:
            number = inherited[0]
        return (None if number == "0" else number), min(depth, _MOST_LEVELS - 1)


def numbering(numbers: Any | None, styles: Any | None) -> Numbering:
    """What the parts for numbering and styles say (their root elements, None where there is none)."""
    abstract: dict[str, str] = {}
    lists: dict[str, Mapping[int, Level]] = {}
    if numbers is not None:
        kinds = {each.get(qn("w:abstractNumId")): _levels(each) for each in numbers.findall(qn("w:abstractNum"))}
        for each in numbers.findall(qn("w:num")):
            number, kind = each.get(qn("w:numId")), each.find(qn("w:abstractNumId"))
            if number and kind is not None:
                abstract[number] = kind.get(qn("w:val"), "")
                restarts = each.find(qn("w:lvlOverride")) is not None
                lists[number] = kinds.get(abstract[number], {})
                if restarts:
                    abstract[number] += f"/{number}"
    if styles is None:
        return Numbering(lists, abstract, {})
    headings = frozenset(
        each.get(qn("w:styleId"))
        for each in styles.findall(qn("w:style"))
        if (_value(each, "w:name") or "").casefold().startswith(("heading", "title"))
    )
    return Numbering(lists, abstract, _of_styles(styles), headings)


def written(count: int, format: str) -> str:
    """A count as a list writes it.

    >>> written(4, "decimal"), written(4, "lowerRoman"), written(28, "upperLetter")
    ('4', 'iv', 'BB')
    """
    if format in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if format == "upperLetter" else letters
    if format in ("lowerRoman", "upperRoman"):
        roman, rest = "", count
        for value, sign in _ROMAN:
            roman, rest = roman + sign * (rest // value), rest % value
        return roman.upper() if format == "upperRoman" else roman
    return f"{count:02}" if format == "decimalZero" else str(count)


def _levels(kind: Any) -> dict[int, Level]:
    found = {}
    for each in kind.findall(qn("w:lvl")):
        depth = _whole(each.get(qn("w:ilvl")), 0)
        if 0 <= depth < _MOST_LEVELS:
            found[depth] = Level(
                _value(each, "w:numFmt") or "decimal",
                _value(each, "w:lvlText") or "",
                _whole(_value(each, "w:start"), 1),
            )
    return found


def _of_styles(styles: Any) -> dict[str, tuple[str, int]]:
    """The list and level that a style gives its paragraphs, by the style's name or by what it is based on."""
    every = {each.get(qn("w:styleId")): each for each in styles.findall(qn("w:style"))}
    found: dict[str, tuple[str, int]] = {}
    for name in every:
        number, depth, at = None, None, name
        for _ in range(_MOST_BASES):
            style = every.get(at)
            if style is None:
                break
            properties = style.find(qn("w:pPr"))
            own = _number(properties) if properties is not None else None
            if own is not None:
                number, depth = number or own[0], depth if depth is not None else own[1]
            if number is not None:
                break
            at = _value(style, "w:basedOn")
        if name and number not in (None, "0"):
            found[name] = (str(number), min(depth or 0, _MOST_LEVELS - 1))
    return found


def _number(properties: Any) -> tuple[str | None, int] | None:
    each = properties.find(qn("w:numPr"))
    return None if each is None else (_value(each, "w:numId"), max(0, _whole(_value(each, "w:ilvl"), 0)))


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    value = child.get(qn("w:val")) if child is not None else None
    return value if isinstance(value, str) else None


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else otherwise
