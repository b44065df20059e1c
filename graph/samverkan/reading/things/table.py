"""How the tables of words are written: as running words in one text."""


def table(text: str) -> frozenset[str]:
    """The words of a text, each once.

    >>> sorted(table("som att när"))
    ['att', 'när', 'som']
    """
    return frozenset(text.split())
