"""Which of the numbers in a text make one series: that of the agenda, rather than of a list inside it."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["paragraph", "point", "bare", "roman", "letter"]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may be a numbered heading: `number` as the agenda gives it, `first` and `last` its place in order.

    `start` is where the number stands, `title` up to `title_end` the title, `end` where the text below begins.
    `weight` tells how much it looks like a heading, 0 to 1.
    """

    form: Form
    number: str
    first: float
    last: float
    start: int
    title: int
    title_end: int
    end: int
    weight: float


def weight_of(row: list[Numbered]) -> float:
    """How much a series looks like headings, all in all."""
    return sum(each.weight for each in row)


def series(found: list[Numbered], most_skipped: int) -> list[Numbered]:
    """The weightiest series of rising numbers, at most `most_skipped` whole numbers apart; of equals the one further
    down.

    A list inside the text that begins again at 1, and a list of contents before the items, so fall away.
    """
    scores: list[float] = []
    before: list[int] = []
    best_at: dict[int, list[int]] = {}  # whole number -> the candidates that end with it
    for at, each in enumerate(found):
        score, link = 0.0, -1
        if each.first > 4:
            score = -0.3  # a series seldom begins here
        for whole in range(int(each.first) - most_skipped - 1, int(each.first) + 1):
            for other in best_at.get(whole, ()):
                if found[other].last < each.first and scores[other] >= score:
                    score, link = scores[other], other
        scores.append(score + each.weight)
        before.append(link)
        _keep_best(best_at.setdefault(int(each.last), []), at, found, scores)
    if not scores:
        return []
    at = max(range(len(scores)), key=lambda i: (scores[i], i))
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _keep_best(ends: list[int], at: int, found: list[Numbered], scores: list[float]) -> None:
    """Keep of the series that end alike only those that none beats: few, so that the work stays in proportion to the
    text.
    """
    ends[:] = [other for other in ends if scores[other] > scores[at] or found[other].last < found[at].last]
    if not any(scores[other] > scores[at] and found[other].last <= found[at].last for other in ends):
        ends.append(at)
