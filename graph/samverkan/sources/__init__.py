"""Sources: a file in, its text out, normalised so that character offsets mean the same everywhere."""

from samverkan.sources.text import Source, normalise, read

__all__ = ["Source", "normalise", "read"]
