"""Samverkan: a knowledge graph of Swedish regional collaboration, read from meeting minutes."""

__version__ = "0.1.0"
