"""Originals: the PDF files that documents were read from, kept where the settings say so, page by page to be looked at.

A document of which anything is hidden, by privacy or on request, has no original here: a picture hides nothing.
"""

from samverkan.originals.keeping import Original, forget, is_kept, keep, original, sweep
from samverkan.originals.pages import Page, Word, number_of, page

__all__ = ["Original", "Page", "Word", "forget", "is_kept", "keep", "number_of", "original", "page", "sweep"]
