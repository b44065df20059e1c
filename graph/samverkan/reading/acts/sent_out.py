"""Which sentences say that something is out for comment: by their own words, below a heading, in a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samverkan.reading.acts.drafts import ROUND
from samverkan.reading.items.passages import Passage, Sentence
from samverkan.reading.patterns import Pattern

# `på remiss`, `på samråd och remiss`, `på remissrunda`; `Remisstiden för NN går ut`, `Remissen av NN skickas`
_OUT = Pattern(
    r"\bpå (?:[a-zåäö]+ och |bred |extern |intern |ny |förnyad )?remiss(?:runda|omgång)?\b|"
    r"(?<!åter)\bremitter(?:as?|ar|ades?|ats?)\b|"
    r"\b(?:(?:ligger|är|går) (?:[^.;]{2,80} )?(?:ut|ute)|skicka\w*|sänd\w*|sänt\w*) (?:[^.;]{2,100} )?för synpunkter\b|"
    r"\b(?:tillfälle|möjlighet) att (?:yttra sig över|lämna synpunkter på|svara på remissen)\b|"
    r"\b(?:sänds|skickas|skickats|sänts|fått|skickat|sänt) (?:ut )?(?:[^.;]{2,100} )?för yttrande\b|"
    rf"\bremisstiden (?:går|gick|löper|pågår|slutar)\b|\bsvara på remissen\b|\b{ROUND}\b",
    re.IGNORECASE,
)
# A heading alone, below which drafts are out: `Ute på remiss`, `Remisser just nu`.
_OUT_HEADING = re.compile(
    r"(?:(?:just nu|nu|ute|aktuellt|aktuella|pågående|öppna|ärenden)\s)*(?:på\s)?remiss(?:er)?"
    r"(?:\s(?:just nu|nu|ute))?\s?:?",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?:(?:Just nu|Nu|Ute) på remiss|Remiss(?:er)?(?: just nu)?|På remiss(?: just nu)?):?\s+(?=[A-ZÅÄÖ])"
)
_SENDS = re.compile(r"\b(?:har|skickat?s?|sänt?s?|sänds|översänts?|översänds|lämnats|gått|går|är ute|remitter\w+)\b")


# `- Plan för vägar, svar senast 3 maj`: a draft with its day, in a list of what is out
_ENTRY = re.compile(
    r"(?P<name>[”\"“]?[A-ZÅÄÖ][^:;(]{3,120}?)(?:[,:;(–-]|\s[–-])\s?(?:med\s)?(?=[^.;]{0,60}\b(?:svar\w*|senast|remisstid|synpunkter|t\.?\s?o\.?\s?m|"
    r"sista)\b)"
)


# `Remiss: Plan för vägar. Svar senast 3 maj`, `Synpunkter på Plan för vägar ska lämnas senast 3 maj`
_LABELLED = re.compile(
    r"(?:(?:Remiss(?:en|er)?(?:\sfrån\s[^:.]{2,40})?\s?[:–-]\s)(?P<name>[”\"“]?[A-ZÅÄÖ][^.;,:(]{3,120})|"
    r"(?:Remissvar|Yttranden?|Synpunkter|Svar)\s(?:på|över|om)\s(?P<name2>[”\"“]?[A-ZÅÄÖ][^.;,:(]{3,100}?)\s"
    r"(?:ska|skall|lämnas|skickas|mejlas)\b)"
)
_LABEL = re.compile(r"Remiss(?:en|er)?(?:\sfrån\s[^:.]{2,40})?\s?:")
_BY_A_DAY = re.compile(r"\b(?:senast|remisstid\w*|svarstid\w*|sista (?:svars)?dag\w*)\b")
# `Patienterna skickas på remiss till sjukhuset`
_OF_PATIENTS = re.compile(r"\b(?:patient\w*|läkaren|läkarna|kliniken|klienter\w*|remittent\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Out:
    """A sentence, by its place, that says that something is out; `name` is what, where it stands in a list below one
    that says so, `lead`.
    """

    at: int
    name: str | None = None
    lead: int | None = None


def sent_out(below: Sequence[Passage], listed: bool = False) -> tuple[list[Sentence], list[Out]]:
    """The sentences of a part of the text, and which of them say that something is out for comment.

    `listed` tells that it stands below a heading that says so.
    """
    said: list[Sentence] = []
    out: list[Out] = []
    lead: int | None = None
    for passage in below:
        if is_out_heading(passage.text):
            listed, lead = True, None
            continue
        bullet = passage.kind == "bullet"
        lead = lead if bullet else None
        heads = passage.kind == "heading" or (len(passage.text) < _HEADING and not passage.text.endswith((".", ":")))
        entry = _ENTRY.match(passage.text) if (bullet and lead is not None) or listed else None
        if entry and not _SENDS.search(entry["name"]):
            out.append(Out(len(said), entry["name"], lead))
            said.append(passage.sentences[0])
            continue
        listed = listed and (bullet or not heads)
        before = ""  # `Remiss:`, where a sentence ends with it
        for place, each in enumerate(passage.sentences):
            if heading := _RUN_IN.match(each.text):  # its line stands straight above the first draft
                listed, each = True, each._replace(text=each.text[heading.end() :])
            if _LABEL.fullmatch(each.text):
                before = f"{each.text} "
                said.append(each)
                continue
            label = _LABELLED.match(before + each.text)
            before = ""
            if label and any(_BY_A_DAY.search(near.text) for near in passage.sentences[place : place + 2]):
                out.append(Out(len(said), label["name"] or label["name2"]))
            elif (_OUT.search(each.text) and not _OF_PATIENTS.search(each.text)) or (
                listed and _SENDS.search(each.text)
            ):
                lead = len(said) if each.text.endswith(":") else None
                out.append(Out(len(said)))
            said.append(each)
    leads = {each.lead for each in out}
    return said, [each for each in out if each.at not in leads]


def is_out_heading(words: str) -> bool:
    """Whether a heading says that what stands below it is out for comment: `På remiss just nu`.

    >>> is_out_heading("Remisser"), is_out_heading("Remiss: Plan för vägar")
    (True, False)
    """
    return _OUT_HEADING.fullmatch(words) is not None


_HEADING = 60  # characters of a line without a stop that may be a heading
