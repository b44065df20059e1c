"""Who is chosen to do something, months at the end of tasks, talks that go on, drafts by their names and days."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

HEAD = "Protokoll Hälsorådet 2031-02-05\n\nNärvarande: Anna Ek, Sala, Bo Ström, Heby, Lena Åberg, jurist\n\n"


def _facts(sentences: str) -> Facts:
    text = f"{HEAD}1. Inledning\nMötet öppnas.\n\n2. Vägar\n{sentences}\n\n3. Övrigt\nInget.\n"
    return read(text, register.shipped()).facts


def _given(sentences: str) -> list[tuple[tuple[str, ...], str | None]]:
    return [(row.assignee, row.due) for row in _facts(sentences).assignments]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Rådet beslutade att utse Anna Ek och Bo Ström att leda översynen.", ("Anna Ek", "Bo Ström")),
        ("Rådet utser Anna Ek att ta fram en plan.", ("Anna Ek",)),
        ("Rådet utsåg Bo Ström att se över avtalet.", ("Bo Ström",)),
        ("Rådet utser kansliet för att samla in svaren.", ("kansliet",)),
        ("Rådet beslutar att överlämna ärendet till nämnderna i Sala och Heby för yttrande.",
         ("nämnderna i Sala och Heby",)),
        ("Rådet beslutar att överlämna ärendet till styrelserna i Sala, Heby och Tierp för yttrande.",
         ("styrelserna i Sala, Heby och Tierp",)),
        ("Projektledarna får i uppdrag att sammanställa svaren.", ("projektledarna",)),
    ],
)  # fmt: skip
def test_who_is_chosen_has_a_task(sentence: str, who: tuple[str, ...]) -> None:
    assert [each for each, _ in _given(sentence)] == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rådet utser Anna Ek att justera protokollet.",
        "Rådet utser Anna Ek att jämte ordföranden justera protokollet.",
        "Rådet utser Anna Ek att leda mötet.",
        "Rådet utser Anna Ek att representera Sala.",
        "Rådet utser Anna Ek att ingå i gruppen.",
        "Rådet utser Anna Ek till ordförande.",
        "Rådet valde att skjuta upp frågan.",
        "Rådet väljer att vänta.",
    ],
)
def test_what_is_no_task_of_whoever_is_chosen(sentence: str) -> None:
    assert _given(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Lena Åberg skickar ut den i mars.", "2031-03"),
        ("Lena Åberg skickar ut enkäten i början av maj.", "2031-05"),
        ("Lena Åberg tar fram ett underlag i januari.", "2032-01"),
        ("Lena Åberg tar fram ett program för konferensen i mars.", None),
        ("Lena Åberg sammanställer enkäten från utbildningen i januari.", None),
    ],
)
def test_a_month_at_the_end_of_a_task(sentence: str, due: str | None) -> None:
    assert _given(sentence) == [(("Lena Åberg",), due)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dialogen fortsätter vid nästa sammanträde.",
        "Diskussionen fortsätter på nästa möte.",
        "Samtalet fortsätter vid mötet i maj.",
        "Behandlingen av ärendet fortsätter vid nästa möte.",
    ],
)
def test_talks_that_go_on_are_put_off(sentence: str) -> None:
    assert [row.outcome for row in _facts(sentence).decisions] == ["deferred"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbetet fortsätter enligt plan.",
        "Dialogen fortsätter i arbetsgruppen.",
        "Projektet fortsätter under våren.",
        "Kommunerna fortsätter att mötas vid behov.",
    ],
)
def test_work_that_goes_on_is_not_put_off(sentence: str) -> None:
    assert _facts(sentence).decisions == ()


@pytest.mark.parametrize(
    ("sentences", "subject", "due"),
    [
        ("Sala har remitterat Program för ungas hälsa till rådet. Svar lämnas senast den 31 mars 2031.",
         "Program för ungas hälsa", "2031-03-31"),
        ("Samrådsförslaget till Regional cykelplan, CYK 2040, gick ut på remiss till kommunerna.",
         "Regional cykelplan", None),
        ("Trafikplan 2040 har gått på remiss till kommunerna. Sista dag är den 18 mars 2031.",
         "Trafikplan 2040", "2031-03-18"),
        ("Under våren ska Ståndpunktspapper Järnväg 2031 uppdateras. Rådet har skickat utkastet på remiss till "
         "regionerna. Svaren ska ha inkommit den 15 april 2031.", "Ståndpunktspapper Järnväg 2031", "2031-04-15"),
        ("Rådet beslutar att remittera Trafikplan 2040 till Sala. Remissvaren ska vara inkomna den 30 april 2031.",
         "Trafikplan 2040", "2031-04-30"),
        ("Region Uppsala har gett Sala tillfälle att yttra sig över Regional vattenplan 2040. Svar senast den 3 maj.",
         "Regional vattenplan 2040", "2031-05-03"),
        ("Förslag till Länsplan för trygghet ligger ute för synpunkter hos medlemmarna till och med 15 april.",
         "Länsplan för trygghet", "2031-04-15"),
        ("Remisstiden för Regional mobilitetsstrategi har förlängts till den 30 mars 2031.",
         "Regional mobilitetsstrategi", "2031-03-30"),
        ("Rådet beslutar att skicka ut Handlingsplan äldre 2040 för synpunkter till Heby, svar före den 30 april.",
         "Handlingsplan äldre 2040", "2031-04-30"),
        ("Inför beslut sänds strategin Ung i Norrbygden på remiss till elevråden.", "Ung i Norrbygden", None),
    ],
)  # fmt: skip
def test_drafts_by_their_names_and_days(sentences: str, subject: str, due: str | None) -> None:
    assert [(row.subject, row.due) for row in _facts(sentences).referrals] == [(subject, due)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rådet svarade på remissen i höstas.",
        "Remissvaren har sammanställts av Lena Åberg.",
        "Kommunerna lämnade synpunkter på lokalerna.",
        "Rapporten ligger ute på webben.",
        "Lena Åberg skickar ut kallelsen för mötet.",
    ],
)
def test_what_is_not_out_for_comment(sentence: str) -> None:
    assert _facts(sentence).referrals == ()


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("BESLUT att fastställa årshjulet", ["approved"]),
        ("Rådet är enigt om att gå vidare med förslaget.", ["approved"]),
        ("Ärendet lyfts till nästa möte.", ["deferred"]),
        ("Rådet är enigt om att frågan är svår.", []),
        ("Frågan lyfts i arbetsgruppen.", []),
        ("Beslut väntas i maj.", []),
        ("Förslaget bifalles.", ["approved"]),
        ("Rådet föreslår nämnderna i Sala och Heby\natt anta planen\natt avslå ansökan", ["endorsed", "endorsed"]),
        ("Rådet beslutar att kansliet ska återkomma till nästa möte med en plan.", ["approved"]),
        ("Rådet återkommer till frågan vid nästa möte.", ["deferred"]),
    ],
)
def test_further_ways_to_decide(sentence: str, outcomes: list[str]) -> None:
    assert [row.outcome for row in _facts(sentence).decisions] == outcomes
