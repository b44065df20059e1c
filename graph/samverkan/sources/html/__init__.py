"""Web pages: the main text, its lists and tables; what belongs to the site is left out and told."""

from samverkan.sources.html.file import read_html

__all__ = ["read_html"]
