"""PDF files: characters with their boxes become words, rows, columns and tables, and these the lines of a reader."""

from samverkan.sources.pdf.file import read_pdf

__all__ = ["read_pdf"]
