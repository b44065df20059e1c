"""Which elements of a page are its content: what belongs to the site, not to the page, by name, role and words."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

# Elements without text of the page, by what they are called when told as left out.
_NOT_TEXT = {
    "script": "script", "style": "style", "template": "template", "svg": "picture", "canvas": "picture",
    "iframe": "frame", "object": "frame", "noscript": "text for browsers without scripts", "nav": "menu",
    "form": "form", "button": "button", "select": "form", "input": "form", "textarea": "form", "dialog": "dialog",
    "audio": "recording", "video": "recording",
}  # fmt: skip
_QUIET = ("style", "template", "svg", "canvas", "input")
_ROLES = {
    "navigation": "menu", "banner": "site header", "contentinfo": "site footer", "search": "form",
    "complementary": "side text", "dialog": "dialog", "menu": "menu", "menubar": "menu", "alert": "notice",
}  # fmt: skip
# Words of class and id, whole words only: `nav-main`, `cookie_banner`, `shareButtons`.
_WORDS = {
    "nav": "menu", "navbar": "menu", "navigation": "menu", "menu": "menu", "meny": "menu", "breadcrumb": "path",
    "breadcrumbs": "path", "brodsmulor": "path", "cookie": "notice", "cookies": "notice", "sidebar": "side text",
    "share": "share buttons", "sharing": "share buttons", "social": "share buttons", "dela": "share buttons",
    "skip": "jump link", "skiplink": "jump link", "related": "related links", "relaterat": "related links",
}  # fmt: skip
_PART = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+(?![a-zåäö])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# The main part of a page, and the least share of its letters that such a part holds, or another one is meant.
_MAINS = {"main": 0.0, "[role=main]": 0.0, "article": 0.3, "#main": 0.2, "#content": 0.2, "#innehall": 0.2}


def main_part(body: LexborNode) -> LexborNode:
    """The element that holds the page's own text: what says so itself, else all of it."""
    whole = len(body.text(strip=True))
    for selector, least in _MAINS.items():
        found = body.css(selector)
        if found and (len(found) == 1 or selector == "main"):
            best = max(found, key=lambda node: len(node.text(strip=True)))
            if len(best.text(strip=True)) > least * whole:
                return best
    return body


def left_out(node: LexborNode, within_main: bool) -> str | None:
    """What an element is that is no text of the page; None for content. Empty where it need not be told."""
    tag = node.tag or ""
    if tag in _QUIET:
        return ""
    if tag in _NOT_TEXT:
        return _NOT_TEXT[tag]
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return "hidden text"
    role = (attributes.get("role") or "").strip().lower()
    if role in _ROLES:
        return _ROLES[role]
    if not within_main and tag in ("header", "footer", "aside"):
        return {"header": "site header", "footer": "site footer", "aside": "side text"}[tag]
    if tag in ("main", "article", "body"):
        return None
    for word in _words(node):
        if word in _WORDS:
            return _WORDS[word]
    return None


def _words(node: LexborNode) -> Iterator[str]:
    for name in ("class", "id"):
        for match in _PART.finditer(node.attributes.get(name) or ""):
            yield match[0].lower()
