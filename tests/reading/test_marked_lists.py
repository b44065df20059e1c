"""Pages that have lost their lines: marks behind names, heads of columns, and tables of items one cell a line."""

from samverkan.facts import Facts
from samverkan.reading import read
from samverkan.register import shipped

_MARKED = (
    "1 Norra bygdens miljönämnd Protokoll 1 (6) Sammanträdesdatum 2013-11-20 Plats och tid Storgatan 3, Sala, kl 18.00 "
    "19.40 Beslutande Ledamöter Närvarande Tjänstgörande för Anna Ek (M), ordförande, Sala Ja Britt-Marie Alm (C), 1:e "
    "vice ordf, Heby Ja Karl Ros (S), Sala Nej Eva Öst (M), Sala Ja Ersättare Ulla Gran (S), Sala Ja Karl Ros Peder "
    "Lund (KD), Sala Nej Ida Holm (MP), Heby Ja Övriga deltagande Lars Berg, miljöchef Cecilia Fält, inspektör, 63-65 "
    "Utses att justera Eva Öst Underskrifter Sekreterare Viktor Jans Paragrafer 61-63 Ordförande Anna Ek\n\n"
    "2 61 Fastställande av föredragningslista Nämnden beslutar att fastställa listan. 62 Överklagat beslut om avlopp "
    "Nämnden beslutar att notera domen. 63 Tillsynsplan 2014 Nämnden beslutar att anta planen.\n"
)


def _read(text: str) -> Facts:
    return read(text, shipped()).facts


def test_a_mark_behind_a_name_tells_who_was_there() -> None:
    rows = _read(_MARKED).attendance
    assert [(row.person, row.organisation, row.party, row.role, row.status) for row in rows] == [
        ("Anna Ek", "Sala", "M", "chair", "present"),
        ("Britt-Marie Alm", "Heby", "C", "vice chair", "present"),
        ("Karl Ros", "Sala", "S", "member", "absent"),
        ("Eva Öst", "Sala", "M", "adjuster", "present"),
        ("Ulla Gran", "Sala", "S", "substitute", "present"),
        ("Peder Lund", "Sala", "KD", "substitute", "absent"),
        ("Ida Holm", "Heby", "MP", "substitute", "present"),
        ("Lars Berg", None, None, None, "present"),
        ("Cecilia Fält", None, None, None, "present"),
    ]


def test_the_head_of_such_a_page_keeps_its_parts_apart() -> None:
    facts = _read(_MARKED)
    assert facts.body is not None
    assert facts.meeting is not None
    assert facts.body.name == "Norra bygdens miljönämnd"
    assert (facts.meeting.start, facts.meeting.place) == ("2013-11-20", "Storgatan 3, Sala")


def test_a_decision_that_was_appealed_is_what_the_item_is_about() -> None:
    assert [(row.number, row.kind) for row in _read(_MARKED).agenda] == [
        ("61", None),
        ("62", None),
        ("63", None),
    ]


def test_two_marks_alone_are_words() -> None:
    people = "Närvarande: Anna Ek, Sala – Bo Alm, Heby – Eva Öst, Tierp"
    rows = _read(f"Minnesanteckningar Styrgruppen 3 maj 2022\n\n{people}\n\n1. Start\nMötet öppnas.\n").attendance
    assert [(row.person, row.status) for row in rows] == [
        ("Anna Ek", "present"),
        ("Bo Alm", "present"),
        ("Eva Öst", "present"),
    ]


def test_a_short_page_on_one_line_is_cut_before_its_labels() -> None:
    facts = _read(
        "1 Minnesanteckningar Nätverket för kultur Datum: 2015-04-14 Tid: 09.00-12.00 Plats: Kulturhuset, Borås "
        "Närvarande: Anna Ek, Borås Bo Alm, Mark Förhinder: Ida Holm, Herrljunga Vid anteckningarna: Bo Alm "
        "1. Inledning Anna hälsade välkommen. 2. Kulturplan Anna rapporterade om arbetet.\n"
    )
    assert facts.document.title == "Minnesanteckningar Nätverket för kultur"
    assert [(row.person, row.role, row.status) for row in facts.attendance] == [
        ("Anna Ek", None, "present"),
        ("Bo Alm", "secretary", "present"),
        ("Ida Holm", None, "absent"),
    ]


def test_the_heads_of_columns_are_no_section() -> None:
    facts = _read(
        "Mötesprotokoll Rådet för hälsa 2022-02-16\n\nNärvarande\nAnna Ek, Sala\nBo Alm, Heby\n\nPunkt\nÄrende\n"
        "Noterat\nBeslut\n1\nUpprop\nAlla var där.\nBo Alm väljs att justera.\n2\nRapporter\n"
        "a) Rådet i Sala har träffat polisen.\nb) Enkäten görs i mars.\n-\n3\nÖvrigt\nInget.\n"
    )
    assert [(row.number, row.title, row.kind) for row in facts.agenda] == [
        ("1", "Upprop", None),
        ("2", "Rapporter", "information"),
        ("3", "Övrigt", "other"),
    ]
