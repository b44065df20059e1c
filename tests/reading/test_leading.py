"""Who led the meeting and who wrote, and where and when it was, as heads and sentences say it."""

import pytest

from samverkan import register
from samverkan.reading import read
from samverkan.reading.people.leading import told_roles

KNOWN = register.shipped()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Mötet leddes av Anna Ek.", ["chair Anna Ek"]),
        ("Sammanträdet öppnas av Anna Ek som hälsar välkommen.", ["chair Anna Ek"]),
        ("Mötet hölls digitalt under ledning av Anna Ek.", ["chair Anna Ek"]),
        ("Anna Ek ledde mötet i ordförandens ställe.", ["chair Anna Ek"]),
        ("– Det tog tid, säger Anna Ek, ordförande i nämnden, som ledde mötet.", ["chair Anna Ek"]),
        ("Anna är ordförande för dagen eftersom Bo fått förhinder.", ["chair Anna"]),
        ("Anna Ek går in som ordförande för dagens möte.", ["chair Anna Ek"]),
        ("Ordförande för mötet är Anna Ek.", ["chair Anna Ek"]),
        ("Bo Ström (utredare, Sala), som skriver.", ["secretary Bo Ström"]),
        ("Bo Ström förde anteckningar.", ["secretary Bo Ström"]),
        ("Bo Ström höll i pennan.", ["secretary Bo Ström"]),
        ("Anteckningarna förs av Bo Ström.", ["secretary Bo Ström"]),
        ("Bo Ström utses till sekreterare för mötet.", ["secretary Bo Ström"]),
        ("En grupp under ledning av Anna Ek har gått igenom frågan.", []),
        ("Anna Ek leder arbetet med planen.", []),
        ("Anna Ek är ordförande i kommungruppen.", []),
        ("Projektet leds av Anna Ek.", []),
        ("Anna Ek ledde utredningen före mötet.", []),
        ("Bo Ström skriver ett utkast till svar.", []),
        ("Bo Ström, som skriver avtalen, är på plats.", []),
        ("Mötet leddes av ordföranden.", []),
        ("Bo Ström för dialog med kommunen.", []),
        ("Sekreterare för nämnden söks.", []),
        ("Bo Ström är sekreterare i rådet.", []),
    ],
)
def test_who_led_and_who_wrote(sentence: str, told: list[str]) -> None:
    assert [f"{role} {sentence[start:end]}" for role, start, end in told_roles(sentence, 0, len(sentence))] == told


@pytest.mark.parametrize(
    ("head", "place", "mode"),
    [
        ("Rådhuset, rum Kullen, och Teams kl 8.15-10", "Rådhuset, rum Kullen", "hybrid"),
        ("Möte fredag 10 februari 2031 kl 9-12 hos Region Uppsala, Storgatan 4, Uppsala, lokal Ån",
         "Region Uppsala, Storgatan 4, Uppsala, lokal Ån", "in person"),
        ("2031-02-10\n\nKl. 13:15 - 16:00\nStorgatan 3, Sala", "Storgatan 3, Sala", "in person"),
        ("Budgeten gicks igenom kl 8.15-10", None, None),
        ("Anteckningar Styrgruppen Sala.docx", None, None),
        ("2031-02-10\nBudget 2031, Sala", None, None),
    ],
)  # fmt: skip
def test_place_without_a_label(head: str, place: str | None, mode: str | None) -> None:
    people = "Närvarande\nAnna Ek\nBo Ström"
    text = f"Minnesanteckningar Styrgruppen 2031-02-10\n\n{head}\n\n{people}\n\n1. Inledning\nVi börjar.\n"
    meeting = read(text, KNOWN).facts.meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == (place, mode)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Med på mötet i rummet: Anna Ek (socialchef, Hofors) samt Bo Ström, som skriver.\nPå länk: Eva Öst",
         ["Anna Ek | Hofors | socialchef", "Bo Ström | secretary", "Eva Öst"]),
        ("Närvarande\nAnna Ek, verksamhetschef IFO, Heby\nBo Ström, doktorand, Uppsala universitet\n"
         "Eva Öst, Polisen, del av mötet (punkt 3)",
         ["Anna Ek | Heby | verksamhetschef IFO", "Bo Ström | Uppsala universitet | doktorand",
          "Eva Öst | Polisen | punkt 3"]),
        ("Närvarande: Anna Ek, Heby, Bo Ström, Sala, deltog till och med punkt 6, Eva Öst, Heby",
         ["Anna Ek | Heby", "Bo Ström | Sala | till och med punkt 6", "Eva Öst | Heby"]),
        ("Närvarande: Anna Ek, Heby, Bo Ström, Sala\nFöredragande p. 4: Eva Öst, utredare",
         ["Anna Ek | Heby", "Bo Ström | Sala"]),
        ("Beslutande\nAnna Ek (S)\n\nÖvriga\nBo Ström, nämndsekreterare",
         ["Anna Ek | S | member", "Bo Ström | secretary | nämndsekreterare"]),
        ("Beslutande\nAnna Ek (S)\n\nÖvriga\nBo Ström, generalsekreterare",
         ["Anna Ek | S | member", "Bo Ström | generalsekreterare"]),
    ],
)  # fmt: skip
def test_what_stands_beside_those_who_were_there(attended, text: str, rows: list[str]) -> None:
    head = "Minnesanteckningar närvårdsgrupp Hofors 2031-03-04"
    assert attended(f"{head}\n\n{text}\n\n1. Inledning\nMötet öppnas.\n") == rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sammanträdesprotokoll Direktionen Ådalens kommunalförbund\n2031-03-04", "Direktionen"),
        ("Anteckning KD-gruppen 310210.docx\n\nNätverket för kommundirektörer i Ådalen",
         "Nätverket för kommundirektörer i Ådalen"),
        ("Protokoll Direktionen för Ådalens räddningstjänst\n2031-03-04", "Direktionen för Ådalens räddningstjänst"),
        ("Protokoll Styrelsen Norra\n2031-03-04", "Styrelsen Norra"),
    ],
)  # fmt: skip
def test_body_of_minutes(text: str, name: str) -> None:
    body = read(f"{text}\n\nNärvarande\nAnna Ek\nBo Ström\n\n1. Inledning\nVi börjar.\n", KNOWN).facts.body
    assert body is not None
    assert body.name == name


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("▪ 1  Välkomna\nVi börjar.\n▪ 2  Budget\nDen är klar.\n▪ 3  Övrigt\nInget.",
         ["1 Välkomna", "2 Budget", "3 Övrigt"]),
        ("1 | Välkomna\nVi börjar.\n2 | Budget\nDen är klar.\n3 | Övrigt\nInget.",
         ["1 Välkomna", "2 Budget", "3 Övrigt"]),
        ("1 – Välkomna\nVi börjar.\n2 – Budget\nDen är klar.\n3 – Övrigt\nInget.",
         ["1 Välkomna", "2 Budget", "3 Övrigt"]),
        ("1. Välkomna\nVi börjar:\n• 2 dagar\n• 3 veckor\n2. Övrigt\nInget.", ["1 Välkomna", "2 Övrigt"]),
    ],
)  # fmt: skip
def test_marks_of_items(text: str, titles: list[str]) -> None:
    facts = read(f"Minnesanteckningar Styrgruppen 2031-02-10\n\nNärvarande: Anna Ek, Bo Ström\n\n{text}\n", KNOWN).facts
    assert [f"{item.number} {item.title}" for item in facts.agenda] == titles


def test_items_of_a_page_that_is_one_line() -> None:
    page = (
        "2 Ådalens förbund Protokoll Direktionen 2031-10-14 2 (9) 71 Dagordning Ordföranden anmäler att ett ärende "
        "utgår. Direktionen beslutar att fastställa dagordningen. 72 Lärcentrum i Sala Sala kommun önskar att "
        "förbundet tar över. Direktionen beslutar att återremittera ärendet. 73 Remiss: Trafikprogram för Norrbotten "
        "Regionala myndigheten i Norrbotten har skickat förslaget på remiss. Direktionen beslutar att avge yttrande. "
        "74 Övrigt Inget anmäls."
    )
    text = f"Sammanträdesprotokoll Direktionen\n\nNärvarande: Anna Ek, Bo Ström\n\n{page}\n"
    assert [f"{item.number} {item.title}" for item in read(text, KNOWN).facts.agenda] == [
        "71 Dagordning", "72 Lärcentrum i Sala", "73 Remiss: Trafikprogram för Norrbotten", "74 Övrigt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Anteckningar närvårdsgrupp Hofors 2031-03-04", "Hofors"),
        ("Anteckningar närvårdsgruppen 2031-03-04", "kommunen"),
        ("Anteckningar samrådet Hofors och Ockelbo 2031-03-04", "kommunen"),
    ],
)
def test_the_municipality_is_the_one_that_the_body_names(title: str, whose: str) -> None:
    text = f"{title}\n\nNärvarande: Anna Ek (socialchef, kommunen), Bo Ström\n\n1. Inledning\nVi börjar.\n"
    assert read(text, KNOWN).facts.attendance[0].organisation == whose
