"""A named thing where it stands in the text."""

from dataclasses import dataclass

from samverkan.facts import MentionKind


@dataclass(frozen=True, slots=True)
class Thing:
    """A named thing at the words `first` up to `last` (indexes of `Tokens`); `name` is its name in base form.

    `organisation` and `title` are said of persons only. `core` is what tells the name from its kin, for joining longer
    and shorter forms.
    """

    first: int
    last: int
    name: str
    kind: MentionKind
    rule: str
    confidence: float
    organisation: str | None = None
    title: str | None = None
