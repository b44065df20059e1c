"""Job titles, by their ends: `utvecklingsledare`, `socialchef`."""

# Ends of job titles.
_ENDS = (
    "chef", "direktör", "samordnare", "strateg", "ledare", "sekreterare", "utvecklare", "handläggare", "controller",
    "koordinator",
    "råd", "ordförande", "rektor", "läkare", "sköterska", "forskare", "professor", "jurist", "ekonom", "utredare",
    "konsult", "planerare",
    "ingenjör", "arkitekt", "expert", "designer", "inspektör", "ombud", "lektor", "hövding", "revisor", "specialist",
    "analytiker",
    "kurator", "psykolog", "pedagog", "redaktör", "kommunikatör", "upphandlare", "intendent", "överläkare",
    "doktorand", "vd",
)  # fmt: skip


# The same with the article: `projektledaren Eva Ek`.
_DEFINITE = tuple(
    each + ("n" if each.endswith(("e", "are")) else "en") for each in _ENDS if not each.endswith(("råd", "ombud"))
)


_OF_TITLES = (*_ENDS, *_DEFINITE)


def is_title(word: str) -> bool:
    """Whether a word is a job title.

    >>> is_title("Socialchef"), is_title("socialchefsgruppen")
    (True, False)
    """
    return word.lower().endswith(_OF_TITLES)
