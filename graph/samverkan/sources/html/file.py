"""A web page: decoded, checked for depth, parsed, its main part read."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from samverkan.errors import SourceError
from samverkan.sources.composing import compose
from samverkan.sources.html.content import main_part
from samverkan.sources.html.lines import Lines
from samverkan.sources.source import Source, source
from samverkan.sources.text import decode

# Pages that people write nest some dozens of elements; parsers take long over thousands.
MOST_DEPTH = 100
_MARK = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})([^<>]*)>|<!--")
# Elements that need no end, so that opening one does not nest deeper.
_OPEN = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "html", "head",
    "body", "rp", "rt",
))  # fmt: skip
# What stands in these is no markup, up to their end.
_RAW = {"script": "</script", "style": "</style", "textarea": "</textarea", "title": "</title"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([a-zA-Z0-9_-]{2,20})", re.IGNORECASE)
# Encodings that pages have; Python knows others that take long over crafted text.
_KNOWN = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|iso-?8859-?\d{1,2}|latin-?\d|us-ascii|(?:windows-|cp)125\d|cp850|macintosh"
)
# A damaged sign among so many is seldom.
_SELDOM = 500
_SAME = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "windows-1252": "cp1252"}


def read_html(content: bytes, path: Path) -> Source:
    """The main text of a web page; `SourceError` where it holds none, or nests too deep."""
    text = _decoded(content, path)
    _check_depth(text, path)
    tree = LexborHTMLParser(text)
    body = tree.body
    if body is None:
        raise SourceError(f"{path}: is a web page without text; save the page again when it is shown whole")
    main = main_part(body)
    lines = Lines(within_main=main.tag != "body")
    try:
        lines.read(main, _path(main))
    except RecursionError:
        raise SourceError(f"{path}: nests too deep; save its text as .txt") from None
    lines.end_line()
    if not lines.found:
        raise SourceError(
            f"{path}: is a web page without text of its own (a script may fetch it); save it when it is shown whole"
        )
    composed, runs = compose(lines.found)
    told = [f"{count} × {what}" for what, count in sorted(lines.omitted.items())]
    if main.tag != "body":
        told.append(f"what stands around <{main.tag}>")
    return source(path, content, composed, told, runs)


def _decoded(content: bytes, path: Path) -> str:
    """The text by the encoding that the page names, where it holds, else as any text file."""
    named = _CHARSET.search(content[:4096])
    if (
        named
        and _KNOWN.fullmatch(named[1].decode("ascii").lower())
        and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
    ):
        name = named[1].decode("ascii").lower()
        try:
            return content.decode(_SAME.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass  # it names what it is not; its bytes tell
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if 0 < wrong < len(text) // _SELDOM and wrong < sum(sign > "\x7f" for sign in text) - wrong:
        return text  # pages are put together from parts; a few signs of one may be damaged
    return decode(content, path)


def _check_depth(text: str, path: Path) -> None:
    if _depth(text) > MOST_DEPTH:
        raise SourceError(
            f"{path}: nests deeper than {MOST_DEPTH} elements, as no page of minutes does; save its text as .txt"
        )


def _depth(text: str) -> int:
    """How deep the elements of a page nest at most, as far as that matters."""
    depth = at = 0
    lower = text.lower() if len(text.lower()) == len(text) else text
    while (match := _MARK.search(text, at)) and depth <= MOST_DEPTH:
        name, at = (match[2] or "").lower(), match.end()
        end = "-->" if not name else _RAW.get(name) if not match[1] else None
        if end is not None:
            at = lower.find(end, at)
            if at < 0:
                break
        elif name not in _OPEN and not match[3].endswith("/"):
            depth = max(0, depth - 1) if match[1] else depth + 1
    return depth


def _path(node: LexborNode) -> str:
    """The path of an element from the root."""
    steps: list[str] = []
    at: LexborNode | None = node
    while at is not None and at.tag and not at.tag.startswith("-"):
        number, before = 1, at.prev
        while before is not None:
            number += before.tag == at.tag
            before = before.prev
        steps.append(at.tag if number == 1 else f"{at.tag}[{number}]")
        at = at.parent
    return "/".join(reversed(steps))
