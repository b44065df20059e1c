"""What one sentence gives somebody to do, in whichever way it says so."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from samverkan.reading.acts.commissions import (
    Given,
    commissioned,
    in_brackets,
    passive_by,
    responsible,
    sent_for_comment,
    shared,
)
from samverkan.reading.acts.personal import asked, at_the_table, labelled
from samverkan.reading.acts.task_verbs import TASK_VERBS, TASKS
from samverkan.reading.acts.undertakings import takes_on, will_do
from samverkan.reading.context import Context
from samverkan.reading.patterns import Pattern
from samverkan.reading.things.table import table

_LONGEST = 1000  # characters of a sentence that are looked at
# Styrgruppen beslutar att NN …, man enades om att NN …
_LEAD = Pattern(
    r"\A[^.]{0,80}?\b(?:beslutar|beslutade|beslöt|beslutas|beslutades|beslöts|enas om|enades om|överens om|"
    r"överenskoms|bestäms|bestämdes|bestämde|bestämmer|kom fram till),?\s(?=att\s)",
    re.IGNORECASE,
)
# Vi vill att NN …: what is wished of somebody is a task as any other sentence would make it
_WISH = Pattern(
    r"\A[^.]{0,60}?\b(?:vi|gruppen|mötet|rådet|nätverket|styrelsen|nämnden|forumet|\w*(?:gruppen|rådet|ledningen|styrelsen|nämnden|"
    r"utskottet|beredningen|nätverket|ordföranden))\s(?:vill|önskar|ser gärna|ser helst|begär)\s(?=att\s)",
    re.IGNORECASE,
)
# Nobody's task: what whoever checks the minutes does.
_OF_THE_MINUTES = re.compile(r"(?:justera|underteckna|föra)\b[^.;]{0,30}\bprotokoll\w*", re.IGNORECASE)
# Without one of these words no way to give fits: most sentences are done with here.
_OTHER_VERBS = (
    "ska skall bör kommer fick åtog lovade lovar ombeds ombads uppmanas uppmanade anmodas anmodar åläggs åligger "
    "åvilar ankommer ansvar ansvaret ansvarar ansvarig ansvariga blir ber bad tog har åtagit lovat erbjuder erbjöd "
    "vill önskar ombad ombeder anmodade bemyndigar bemyndigas bemyndiga bemyndigade anförtros medan "
    "tillsätter tillsätta tillsatte tillsätts bildas inrättar "
    "bildar utgör ställer anmäler villig utse utser utsåg"
)
_MAY_GIVE = TASK_VERBS.union(_OTHER_VERBS.split())
_MAY_GIVE_WITHIN = Pattern(
    " av |utses att|utsågs att|uppdr|Uppdr|uppgift|Uppgift|yttrande|beredning|handläggning|hantering|återkommer|"
    ": | – | - |nästa|ska, |skall, |möte|senast|Ansvar|inför |före |innan |till hösten|till våren|till sommaren|"
    "till jul|under "
)
# The ways to give, in this order, and the words in small letters of which one stands in every such sentence; none
# where no few words tell.
_ANY = frozenset[str]()
_WAYS: tuple[tuple[Callable[[Context, str], Iterator[Given]], frozenset[str]], ...] = (
    (commissioned, _ANY),
    (sent_for_comment, _ANY),
    (passive_by, table("av")),
    (responsible, table("ansvarig ansvariga ansvarigt")),
    (asked, _ANY),
    (labelled, _ANY),
    (at_the_table, TASKS | table("ska skall får")),
    (will_do, table("ska skall bör kommer får räknar lovar hoppas")),
    (takes_on, _ANY),
    (in_brackets, table("uppdrag")),
)
_DECIDED_WAYS = tuple((partial(takes_on, decided=True) if way is takes_on else way, words) for way, words in _WAYS)
_SMALL_WORD = re.compile(r"[a-zåäö]+")


# What stands before a task in quick notes: `-> Per skickar länk`, `@Karin tar fram`
_MARK = re.compile(r"\A(?:[-–=]+>|→|@|>>?)\s*")


def _gives_nothing(text: str) -> bool:
    return _MAY_GIVE.isdisjoint(text.split()) and _MAY_GIVE_WITHIN.search(text) is None


def given(context: Context, text: str) -> Iterator[Given]:
    """What a sentence gives somebody to do, by the first way to say it that it fits."""
    text = _MARK.sub("", text[:_LONGEST])
    if _gives_nothing(text):
        return
    decided = _LEAD.search(text)
    text = text[decided.end() :] if decided else text
    if not decided and "att " in text:
        text = _WISH.sub("", text)
    text = text.removeprefix("att ")
    if decided and _gives_nothing(text):
        return
    words = set(_SMALL_WORD.findall(text))
    for says, signs in _DECIDED_WAYS if decided else _WAYS:
        if signs and signs.isdisjoint(words):
            continue
        found = [each for each in says(context, text) if each.task and not _OF_THE_MINUTES.match(each.task)]
        if found:
            yield from (shared(context, each) for each in found)
            return
