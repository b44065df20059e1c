"""Sources: a file in, its text out, normalised so that character offsets mean the same everywhere, with a way back."""

from samverkan.sources.formats import ENDINGS, read
from samverkan.sources.source import DocxOrigin, HtmlOrigin, Origin, PdfOrigin, Source
from samverkan.sources.text import normalise

__all__ = ["ENDINGS", "DocxOrigin", "HtmlOrigin", "Origin", "PdfOrigin", "Source", "normalise", "read"]
