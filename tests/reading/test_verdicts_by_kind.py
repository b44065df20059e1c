"""Decisions by what their verb says: money, answers, powers, a plain no, waiting; two in one sentence; marks before."""

import pytest

from samverkan import register
from samverkan.reading import read

HEAD = (
    "Minnesanteckningar Styrgruppen för Vårdsamverkan Ovan\n\nDatum: 2031-03-12\n\n"
    "Närvarande: Anna Ek, Sala, Bo Ström, Heby\n\n"
)


def outcomes(text):
    document = f"{HEAD}1. Inledning\nMötet öppnas.\n\n2. Vägar\n{text}\n\n3. Övrigt\nInget.\n"
    return [row.outcome for row in read(document, register.shipped()).facts.decisions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Styrgruppen avsätter 50 000 kronor.", ["approved"]),
        ("Styrgruppen anslår 20 tkr till dagen.", ["approved"]),
        ("Styrgruppen avger yttrande enligt förslaget.", ["approved"]),
        ("Styrgruppen yttrar sig i enlighet med förslaget.", ["approved"]),
        ("Styrgruppen avstår från att yttra sig.", ["approved"]),
        ("Styrgruppen medger undantag.", ["approved"]),
        ("Styrgruppen upphäver planen.", ["approved"]),
        ("Ordföranden bemyndigas att teckna avtalet.", ["approved"]),
        ("Beslut togs att gå vidare.", ["approved"]),
        ("Styrgruppen väljer offerten från Skyltmakarna AB.", ["approved"]),
        ("Styrgruppen gav grönt ljus till planen.", ["approved"]),
        ("Ansökan fick avslag.", ["rejected"]),
        ("Dagordningen godkändes och anteckningarna lades till handlingarna.", ["approved", "noted"]),
        ("Planen godkändes och kansliet fick i uppdrag att trycka den.", ["approved", "commissioned"]),
        ("Föregående protokoll: godkänt.", ["approved"]),
        ("Godkänd.", ["approved"]),
        ("Motionen anses besvarad.", ["approved"]),
        ("Styrgruppen tackar ja till erbjudandet.", ["approved"]),
        ("Styrgruppen ser positivt på förslaget.", ["endorsed"]),
        ("Styrgruppen beslutar i enlighet med förslaget.", ["approved"]),
        ("Mötet sa nej.", ["rejected"]),
        ("Däremot sa styrgruppen nej till ansökan.", ["rejected"]),
        ("Förslaget förkastades.", ["rejected"]),
        ("Frågan skjuts till dess.", ["deferred"]),
        ("I övrigt skjuts frågan på framtiden.", ["deferred"]),
        ("Frågan får vila.", ["deferred"]),
        ("Frågan vilar till hösten.", ["deferred"]),
        ("Vi tar ställning på nästa möte.", ["deferred"]),
        ("Styrgruppen tackar för rapporten.", ["noted"]),
        ("Styrgruppen ställde sig bakom planen och gav Bo i uppdrag att trycka den.", ["endorsed", "commissioned"]),
        ("Styrgruppen godkände budgeten och utsåg Anna Ek till ordförande.", ["approved", "appointed"]),
        ("Rapporten godkänns och läggs till handlingarna.", ["approved"]),
        ("=> Styrgruppen föreslår Sala att anta planen.\n=> Bo får i uppdrag att gå.", ["endorsed", "commissioned"]),
        ("» Styrgruppen godkänner rapporten.\n» Frågan bordläggs.", ["approved", "deferred"]),
        ("▪ Styrgruppen godkänner rapporten.", ["approved"]),
        ("[BESLUT] Styrgruppen godkänner rapporten.", ["approved"]),
        (
            "Vid sammanträdet beslutade styrgruppen\n\natt anta planen,\n\n"
            "att ge kansliet i uppdrag att trycka den,\n\natt avslå ansökan.",
            ["approved", "commissioned", "rejected"],
        ),
    ],
)  # fmt: skip
def test_the_outcome_of_a_decision(sentence, expected):
    assert outcomes(sentence) == expected


def test_an_item_that_is_no_more_than_a_sentence_decides():
    items = "1. Anna öppnade mötet.\n2. Dagordningen fastställdes.\n3. Protokollet lades till handlingarna.\n4. Övrigt"
    facts = read(f"{HEAD}{items}\nInget.\n", register.shipped()).facts
    assert [(row.item, row.outcome) for row in facts.decisions] == [("2", "approved"), ("3", "noted")]


def test_a_heading_that_says_so_again_is_no_second_decision():
    items = "1. Dagordningen fastställdes.\nDagordningen fastställdes med ett tillägg.\n\n2. Beslut om vägar\nInget."
    facts = read(f"{HEAD}{items}\n", register.shipped()).facts
    assert [(row.item, row.outcome) for row in facts.decisions] == [("1", "approved")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Styrgruppen beslutar om gemensamma frågor.",
        "Styrgruppen beslutar i frågor om vägar.",
        "Beslut\nÄrendet utgår på grund av tidsbrist.",
        "Beslut\nPunkten utgår då föredraganden är sjuk.",
        "Vid sitt möte i januari ställde sig styrgruppen bakom förslaget.",
        "Förslaget väntas antas i juni.",
        "Styrgruppen väljer att vänta.",
        "Avtalet är godkänt.",
        "Avtalet blev inte godkänt.",
        "Anna har fått kartan godkänd.",
        "Kartan blir klar när den är godkänd av Sala.",
        "Styrgruppen ser positivt på framtiden.",
        "Frågan anses svår.",
        "Anna sa att hon inte vet.",
        "Sala har avsatt 50 000 kronor.",
        "Ordföranden tackar för i dag.",
        "Anna tackade för visat intresse.",
        "Kommunerna avger svar i höst.",
        "Bo vilar till hösten.",
    ],
)
def test_a_near_miss_is_no_decision(sentence):
    assert outcomes(sentence) == []
