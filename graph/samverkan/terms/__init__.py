"""The ontology as a page in Swedish and English: its terms, its lists and a drawing of how the classes hang together.

book.py      what the shipped files say of each term      drawing.py   the drawing: boxes and arrows with their places
page.py      the page, alone or as a part of another      words.py     the headings in both languages
"""

from samverkan.terms.book import Book, shipped
from samverkan.terms.page import alone, content, style, turtle

__all__ = ["Book", "alone", "content", "shipped", "style", "turtle"]
