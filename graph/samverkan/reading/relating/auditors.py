"""Auditors, who have no seat: `Revisorerna granskar verksamheten. Sammankallande är Eva Ek.`"""

from samverkan.reading.things.tokens import Tokens

_FAR = 40  # words back


def of_auditors(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence of an office tells who convenes auditors: they stand in it, or in the one before it in its
    paragraph."""
    words = tokens.words
    if not any(word.lower() == "sammankallande" for word in words[first:last]):
        return False
    since = tokens.segment_start(first - 1) if first and tokens.breaks[first] == 1 else first
    heading = tokens.segment_start(since - 1) if since else since
    begin = max(heading, first - _FAR)
    return any("revisor" in word.lower() for word in words[begin:last])
