"""Headings inside an item: what stands below them is resolved, proposed, told or nobody's decision."""

import re
from typing import Literal

from samverkan.reading.acts.bodies import OwnBody

Mode = Literal["free", "resolved", "proposed", "told", "skipped"]

_RESOLVED = re.compile(
    r"(?:[\w\s:-]+s\s+)?(?:beslut(?:et|en)?|ställningstagande|beslutspunkt(?:er)?)(?: i korthet| för egen del|(?:/|"
    r" och | & )(?:åtgärd(?:er)?|uppdrag|uppföljning))?\s*[:.]?\Z",
    re.IGNORECASE,
)
_OWN_PROPOSAL = re.compile(r"(?P<who>[\w\s:-]+s)\s+förslag till (?!beslut)(?P<to>.+?)\s*:?\Z", re.IGNORECASE)
# Here it is told how it came to the decision, which may follow without a heading of its own.
_TOLD = re.compile(
    r"(?:bakgrund|ärendet|beslutsgång|propositions.*|omröstning.*|votering.*|ärendebeskrivning|beskrivning.*|historik|"
    r"sammanfattning av .*|bedömning|överväganden|motivering|.*\byrkanden?|jäv|deltar ej.*)\s*:?\Z",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"(?:förslag|\w+s förslag(?: till .*)?|förslag till (?:beslut|yttrande|ställningstagande).*|tidigare .*|"
    r"reservation.*|"
    r".*underlag|skäl.*|handlingar|protokollsanteckning.*|särskilt yttrande.*|expedieras.*|delges|(?:sänds|"
    r"skickas) till|"
    r"beslutet (?:skickas|sänds|expedieras).*|kopia.*)\s*:?\Z",
    re.IGNORECASE,
)


# Here it is told what was said and done at the meeting, as where no heading stands.
_FREE = re.compile(
    r"(?:(?:mötes)?anteckning(?:ar|arna|en)?|noteringar?|diskussion(?:en)?|dialog(?:en)?|samtal(?:et)?|"
    r"(?:på|vid|under) mötet|(?:ur|från) (?:diskussionen|dialogen|samtalet)|mötet|genomgång(?:en)?|"
    r"överläggning(?:en)?|ärendets behandling|redogörelse(?:n)?|kommentar(?:er)?|resultat)\s*:?\Z",
    re.IGNORECASE,
)


def mode_below(words: str, own: OwnBody) -> Mode | None:
    """What the text below a heading is; None where the words are no heading that changes it."""
    proposal = _OWN_PROPOSAL.match(words)
    if proposal and own.is_meant(proposal["who"]):
        return "proposed"
    if _RESOLVED.match(words):
        return "resolved"
    if _TOLD.match(words):
        return "told"
    if _FREE.match(words):
        return "free"
    return "skipped" if _SKIPPED.match(words) else None
