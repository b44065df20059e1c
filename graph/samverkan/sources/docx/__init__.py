"""Word documents: paragraphs and tables in their order, with the numbers that Word only shows."""

from samverkan.sources.docx.file import read_docx

__all__ = ["read_docx"]
