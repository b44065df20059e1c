"""Whether what stands beside a phrase fits it: a work with a work, a sort of body; nobody elected by name."""

from samverkan.reading.relating.kinds_tied import WORKS
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.tokens import Tokens

_SEATS = ("ledam", "ersätt", "represent", "ordför", "vice", "juster", "ny", "ordinarie")
_CARES = table(
    """uppföljning uppföljningen genomförandet samordningen samordning förvaltningen förvaltning revideringen
    utvärderingen"""
)
_ORGANS = ("organ", "delar", "del")


def cared_for(tokens: Tokens, works: list[Reference]) -> bool:
    """Whether the care for a work is what somebody does: `uppföljningen av planen görs av`."""
    before = tokens.words[max(0, works[-1].first - 3) : works[-1].first] if works else ()
    return "av" in before and any(word.lower() in _CARES for word in before)


def says_body(word: str) -> bool:
    """Whether a word says a sort of body, one or many: `nätverk`, `temagrupper`, `organ`."""
    heads = map(head_of, (word, word[:-2], word[:-1]))  # grupp-er, nämnd-er, beredning-ar
    return word.endswith(_ORGANS) or any(
        head is not None and head.kind == "body" and not head.definite for head in heads
    )


def of_one_sort(
    references: References, subjects: list[Reference], objects: list[Reference], first: int
) -> tuple[list[Reference], list[Reference]]:
    """Subjects and objects that are works both, or groups both; a work said before where the subject is none."""
    works = objects[0].kind in WORKS
    fitting = [each for each in subjects if (each.kind in WORKS) == works]
    if not fitting and works and references.tokens.words[first].lower() in ("den", "det", "planen", "rutinen"):
        before = references.between(max(0, first - 60), first)
        fitting = [each for each in before if each.kind == objects[0].kind][-1:]
    return fitting, [each for each in objects if (each.kind in WORKS) == works]


def elects(references: References, begin: int, end: int) -> bool:
    """Whether somebody is elected: `utser A till ledamot i B`, not `utser en ledamot till B`."""
    words = references.tokens.words
    if any(each.kind == "person" for each in references.between(begin, end + 2)):
        return True
    if "efter" in words[end : end + 4] and any(each.kind == "person" for each in references.between(end, end + 8)):
        return True  # utser en ny ledamot efter A
    return any(words[at] == "till" and words[at + 1].lower().startswith(_SEATS) for at in range(begin, end))
