"""Who somebody is to the meeting: a person at the table, its staff, a group, a member, itself or a stranger."""

import re
from collections.abc import Sequence
from typing import Literal

from samverkan import names
from samverkan.reading.acts.assignees import ALL, MUNICIPALITY, NO_INITIALS, OFFICE, RANK
from samverkan.reading.acts.bodies import BODY_WORD
from samverkan.reading.context import Context

Kind = Literal["person", "office", "own", "group", "place", "other"]
# Whoever works for those who meet, or leads them.
_STAFF = re.compile(
    r"[\wåäöÅÄÖ-]*(?:chefen|direktören|sekreteraren|samordnaren|ordföranden|ordförande|kansliet|förvaltningen|kontoret|"
    r"handläggaren|strategen|ledaren|presidiet|sekretariatet|avdelningen|enheten|controllern|utvecklaren|koordinatorn|"
    r"utredaren|tjänstemännen|tjänstepersonerna|sammankallande|förvaltningarna|cheferna|direktörerna|"
    r"samordnarna|strategerna|handläggarna|ordf)s?\b|vd\b|undertecknad\b",
    re.IGNORECASE,
)
# Those who meet, as their own minutes call them: what they do is what the minutes tell.
_ITSELF = re.compile(
    r"(?:gruppen|nätverket|rådet|styrelsen|nämnden|mötet|forumet|vi|beredningen|direktionen|utskottet|kommittén|"
    r"ledningen|delegationen|förbundet)\Z",
    re.IGNORECASE,
)


# Authorities and the like: what they do is only told.
_AUTHORITY = re.compile(
    r"(?:socialstyrelsen|länsstyrelse|regering|riksdag|domstol|\w+departement|\w+verket|\w+myndigheten|arbetsförmedlingen|"
    r"försäkringskassan|polisen|sveriges|svensk[at]?\b|statens|sk[rl]\b|nationell|eu\b)",
    re.IGNORECASE,
)


def kind_of(context: Context, who: Sequence[str]) -> Kind:
    """Who those named are to the meeting; the first that is neither a person nor staff tells for all."""
    kinds: list[Kind] = [_kind_of_one(context, name) for name in who]
    if "person" in kinds:  # beside one whose given name is known, another name is a person's too
        kinds = ["person" if names.is_name(name) else kind for name, kind in zip(who, kinds, strict=True)]
    return next((kind for kind in kinds if kind not in ("person", "office")), kinds[0] if kinds else "other")


def _kind_of_one(context: Context, name: str) -> Kind:
    if name in context.persons or names.is_given(name.split()[0]) or context.full_name(name) != name:
        return "person"
    attends = name in context.attending
    if name.startswith("FoU") or (attends and not BODY_WORD.search(name)):
        return "place"
    if context.places.of(name) is not None or MUNICIPALITY.fullmatch(name):
        return "place"
    body = BODY_WORD.search(name)
    own = f"{context.body.name or ''} {context.document.title or ''}".casefold()
    if (
        _ITSELF.match(name)
        or name in context.body.organisations
        or name.casefold() in own
        or (body is not None and body["stem"].casefold() in own)
    ):
        return "own"
    if _STAFF.match(RANK.sub("", name)):
        return "office"
    if _AUTHORITY.match(name):
        return "other"
    if body is not None or name in NO_INITIALS or name in context.short_forms.values():
        return "group"
    return "place" if ALL.match(name) or OFFICE.match(name) else "other"
