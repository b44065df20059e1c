"""Which body an office is in: the one named with it, the one that the sentence before spoke of, that of the heading."""

from samverkan.reading.relating.holders import Office, is_of_body
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.joining import lemma
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import AND

IN = (("i",), ("för",))
_NOT_BODY = table("dagens mötet sammanträdet dag kvällens")
_TERMS = table(
    "tiden perioden mandatperioden åren samma resten återstoden ett en två tre fyra innevarande kommande nästa"
)
_PERSON = table("henne honom denne denna hen")
_GETS = table("har får fick valde utsåg")
_SENT = table("ombud representant representanter")
_SPOKEN = table("gruppen rådet nätverket utskottet forumet nämnden kommittén")
_OFFICES_ALONE = table("Ordförande Sammankallande Ordföranden")
_SENTENCE = 4  # words
_BACK = 3  # sentences
_CHOOSES = table("valde utsåg väljer utser valdes utsågs väljs utses tillsatte fick har")
_NEW = table("en ett ny nytt enhälligt sin sitt också därefter en helt valt utsett")
_BOARDS = {
    "styrelse": "styrelsen", "direktion": "direktionen", "presidium": "presidiet", "arbetsutskott": "arbetsutskottet",
    "valberedning": "valberedningen", "förbundsstyrelse": "förbundsstyrelsen",
}  # fmt: skip
_FAR = 90  # words back to a heading


def body_of(
    references: References, here: list[Reference], run: list[Office], last: int, carried: str | None = None
) -> str | None:
    """The body that the office is in: named after `i` or `för`, else that of the sentence before, `carried`, that of a
    heading such as `Val av ombud till X`, or the meeting's own."""
    words = references.tokens.words
    at = run[-1].last
    meant = _of_the_last(references, run[0].first - 1)
    if meant is not None:
        return meant
    if run[0].first and is_of_body(words[run[0].first - 1]):
        head = head_of(words[run[0].first - 1])
        if head is not None and head.telling:  # regionstyrelsens ordförande
            return head.prefix + head.noun.definite
    if words[run[0].first - 1] == "(":  # Arbetsgrupp vatten (ordförande Eva Ek)
        return next((each.name for each in here if each.last == run[0].first - 1 and each.kind == "body"), None)
    if words[at : at + 1] == (":",):  # Arbetsgrupp vatten. Sammankallande: Eva Ek
        since = references.tokens.segment_start(max(0, run[0].first - 1))
        said = [each.name for each in references.between(since, run[0].first) if each.kind == "body"]
        return said[-1] if said else references.topic(run[0].first)
    if words[at : at + 1] == ("för",) and set(words[at + 1 : at + 2]) & _PERSON:  # ersättare för henne
        return references.topic(run[0].first)
    sender = words[at : at + 1] in (("för",), ("från",)) and next(
        (each for each in here if each.first == at + 1 and each.kind in ("municipality", "region")), None
    )
    if sender:  # representant för Ale i rådet, ledamot för Ale
        at = sender.last
        if words[at : at + 1] not in IN:
            return carried or references.topic(run[0].first)
    if at < last and words[at] in ("i", "för", "på", "inom"):
        if words[at] == "för" and any(each.kind == "person" and each.first == at + 1 for each in here):
            return references.topic(run[0].first)  # Ersättare för Eva Ek
        if at + 1 < last and words[at + 1].lower() in _NOT_BODY:
            return None
        if at + 1 < last and (words[at + 1].lower() in _TERMS or words[at + 1][0].isdigit()):
            return references.own
        for_whom = words[at] == "för" and words[at - 1].lower().startswith("representant")
        kinds = ("body", "own body") if for_whom else ("body", "own body", "organisation")  # för Arbetsförmedlingen
        named = [each for each in here if at < each.first <= at + 3 and each.kind in kinds]
        spoken = bool(named) and words[at + 1].lower() in _SPOKEN
        other = _opening_before(references, run[0].first) if spoken else None
        if other is not None and (lemma(other) or "").endswith(words[at + 1].lower()[:-2]):
            return other  # Socialchefsgruppen möts ofta. Ordförande i gruppen är Eva Ek
        return named[0].name if named else _of_undertaking(references, at + 1, last)
    opening = here[0] if here and here[0].kind == "body" else None
    if opening is not None and (words[opening.last] in _GETS or "med" in words[opening.last : opening.last + 2]):
        return opening.name  # Rådet har fått ny ordförande; Gruppen för kost, med Eva Ek som ordförande
    with_whom = next((i for i in range(run[0].first - 1, max(run[0].first - 9, 0), -1) if words[i] == "med"), None)
    made = [each.name for each in here if with_whom is not None and each.last == with_whom and each.kind == "body"]
    if made:
        return made[0]  # Rådet utsåg en arbetsgrupp för kost med Eva Ek som ordförande
    chosen = chosen_anew(references, run[0].first) if not carried else None
    if chosen is not None:
        return chosen
    alone = run[0].first == references.tokens.segment_start(run[0].first) and words[run[0].first] in _OFFICES_ALONE
    other = _opening_before(references, run[0].first) if alone and not carried else None
    return carried or other or elected_to(references, run) or references.topic(run[0].first)


def chosen_anew(references: References, index: int) -> str | None:
    """The board that a sentence just before says was chosen: `Årsmötet valde ny styrelse. Ordförande blir`; by its
    whole name where the document has one."""
    tokens = references.tokens
    at = tokens.segment_start(index)
    for _ in range(_BACK):
        if not at or "\n\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]:
            return None
        since = tokens.segment_start(at - 1)
        noun = _board_chosen(tokens.words, since, at)
        if noun is not None:
            if (lemma(references.own or "") or "").endswith(noun):
                return references.own
            here = references.between(0, len(tokens.words))
            named = {each.name for each in here if each.kind == "body" and each.name.lower().endswith(f"s {noun}")}
            return named.pop() if len(named) == 1 else _BOARDS[noun]
        at = since
    return None


def _board_chosen(words: tuple[str, ...], first: int, last: int) -> str | None:
    """The noun of the board that a sentence says was chosen."""
    for at in range(first + 1, last - 1):
        if words[at].lower() in _CHOOSES:
            noun = next((i for i in range(at + 1, min(at + 4, last)) if words[i].lower() in _BOARDS), None)
            if noun is not None and all(word in _NEW for word in words[at + 1 : noun]):
                return words[noun].lower()
    return None


def is_board(name: str) -> bool:
    """Whether a name is that of the board of what a page is about: `styrelsen`, `Fjällrådets styrelse`."""
    return name in _BOARDS.values() or (" " in name and name.split()[-1] in _BOARDS)


def _opening_before(references: References, index: int) -> str | None:
    """Another body than the own that opens the sentence just before, in the same paragraph."""
    tokens = references.tokens
    first = tokens.segment_start(index)
    if not first or "\n\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]:
        return None
    since = tokens.segment_start(first - 1)
    if tokens.segment_end(since) - since < _SENTENCE:
        return None
    said = [each for each in references.between(since, since + 1) if each.kind == "body" and not each.owner]
    return said[0].name if said else None


def _of_undertaking(references: References, at: int, last: int) -> str | None:
    """A body that is told by whose it is alone: `projektets styrgrupp`."""
    words = references.tokens.words
    head = head_of(words[at + 1]) if at + 1 < last else None
    whose = at + 1 < last and words[at].islower() and words[at].endswith(("ets", "ens"))
    return f"{words[at]} {words[at + 1]}" if whose and head and head.kind == "body" and not head.definite else None


def elected_to(references: References, run: list[Office]) -> str | None:
    """The body of the heading `Val av representant till X`, below which somebody is elected to represent the own
    body."""
    tokens = references.tokens
    if tokens.words[run[0].last - 1].lower() not in _SENT:
        return None
    at = tokens.segment_start(run[0].first)
    while at and run[0].first - at < _FAR:
        at = tokens.segment_start(at - 1)
        last = tokens.segment_end(at)
        val = next((i for i in range(at, min(at + 4, last)) if tokens.words[i] in ("Val", "Nominering")), None)
        link = next((i for i in range(at, last) if val is not None and tokens.words[i] in ("till", "i")), None)
        if link is not None and link + 1 < last:
            named = [each.name for each in references.between(link + 1, last) if each.kind != "person"]
            return named[0] if named else tokens.name(link + 1, last)
    return None


def shared_body(references: References, here: list[Reference], offices: list[Office], last: int) -> str | None:
    """The body that the last office of a sentence is in, which those before it share: `A är ordförande och B vice
    ordförande i Rådet`."""
    words = references.tokens.words
    if len(offices) < 2 or any(words[each.last] not in AND | {","} for each in offices[:-1]):
        return None
    return (
        body_of(references, here, offices[-1:], last) if words[offices[-1].last : offices[-1].last + 1] in IN else None
    )


def _of_the_last(references: References, index: int) -> str | None:
    """The body that `gruppens ordförande` is of, where the sentence before spoke of another group than the own."""
    tokens = references.tokens
    if index < 1 or not is_of_body(tokens.words[index]):
        return None
    head, first = head_of(tokens.words[index]), tokens.segment_start(index)
    if head is None or not first or "\n\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]:
        return None
    since = tokens.segment_start(first - 1)
    said = [each for each in references.between(since, first) if each.kind in ("body", "own body")]
    named = [each for each in said if (lemma(each.name) or "").endswith(head.lemma)]
    other = {each.name for each in named if each.kind == "body"}
    if any(each.first == since and each.kind == "body" for each in named):
        return named[0].name
    return other.pop() if len(other) == 1 and len(named) == 1 else None
