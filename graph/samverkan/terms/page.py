"""The page of the ontology: alone, with its style in it and nothing from elsewhere, or as a part of another page."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samverkan.terms import drawing
from samverkan.terms.book import Book
from samverkan.terms.words import WORDS

LANGUAGES: Final = ("sv", "en")
_HERE: Final = Path(__file__).parent
_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def content(book: Book, language: str, files: dict[str, str]) -> Markup:
    """The ontology in a language, `sv` or `en`, as a part of a page; `files` are names and addresses of its files."""
    words = WORDS[language]
    picture = drawing.drawing(book, language)
    told = _TEMPLATES.get_template("content.html").render(
        book=book, language=language, words=words, picture=picture, files=files
    )
    return Markup(told)  # noqa: S704 - made by the template above, which escapes what it is given


def alone(book: Book, language: str, files: dict[str, str]) -> str:
    """The ontology in a language as a page that stands alone, beside the page in the other: `sv.html`, `en.html`."""
    other = next(each for each in LANGUAGES if each != language)
    return _TEMPLATES.get_template("alone.html").render(
        book=book,
        language=language,
        other=other,
        words=WORDS[language],
        style=Markup(style()),  # noqa: S704 - a file of ours
        content=content(book, language, files),
    )


def style() -> str:
    """The style of the part; it takes its colours from the page that it stands on, where that has them."""
    return (_HERE / "terms.css").read_text("utf-8")
