"""The ontology as a page in Swedish and English: its terms, its lists and a drawing of how the classes hang together.

book.py      what the shipped files say of each term      drawing.py   the drawing: boxes and arrows with their places
data.py      the files, and what they say of a term       words.py     the headings in both languages
page.py      the page, alone or as a part of another
"""

from samverkan.terms.book import Book, shipped
from samverkan.terms.data import described, triples, turtle
from samverkan.terms.page import alone, content, style

__all__ = ["Book", "alone", "content", "described", "shipped", "style", "triples", "turtle"]
