"""The agenda: items and headings, and the text that belongs to each."""
