"""Assignments: who is given what to do, by when, in all the ways that minutes say it."""

import pytest

from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.items.agenda import read_agenda


def given(context):
    return [(row.assignee, row.task, row.due) for row in read_assignments(context, read_agenda(context))]


def item(text):
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("sentence", "who", "task", "due"),
    [
        ("Styrgruppen uppdrar åt kansliet att boka lokal.", ("kansliet",), "boka lokal", None),
        ("Uppdrogs åt sekreteraren att kalla före den 1 april.", ("sekreteraren",), "kalla", "2021-04-01"),
        ("Kansliet får i uppdrag att boka lokal.", ("kansliet",), "boka lokal", None),
        ("Karin Ek (Region Storby) fick i uppdrag att boka lokal.", ("Karin Ek",), "boka lokal", None),
        ("Därmed fick Per i uppdrag att boka lokal.", ("Per Lund",), "boka lokal", None),
        ("Per L uppdras att boka lokal.", ("Per Lund",), "boka lokal", None),
        ("Styrgruppen ger Vårdrådet i uppdrag att se över rutinen.", ("Vårdrådet",), "se över rutinen", None),
        ("Direktören har gett bl a Karin Ek ett uppdrag att ta fram mått.", ("Karin Ek",), "ta fram mått", None),
        ("Rådet gav uppdrag till kansliet (KAN) att göra en plan.", ("kansliet",), "göra en plan", None),
        ("Samordningsenheten (SAM) får i uppdrag att följa upp.", ("samordningsenheten",), "följa upp", None),
        ("Karin Ek och Per Lund får i uppdrag att skriva.", ("Karin Ek", "Per Lund"), "skriva", None),
        ("Karin Ek/Per Lund fick ett uppdrag att skriva.", ("Karin Ek", "Per Lund"), "skriva", None),
        (
            "Beredningen för välfärd och kompetens får i uppdrag att svara.",
            ("beredningen för välfärd och kompetens",), "svara", None,
        ),
        ("Kansliet ansvarar för att planen sprids.", ("kansliet",), "planen sprids", None),
        (
            "Styrgruppen beslutar att överlämna frågan till presidiet för yttrande.",
            ("presidiet",), "yttrande", None,
        ),
        ("Per Lund blir ansvarig för enkäten.", ("Per Lund",), "enkäten", None),
        ("Per Lund ombads sammanfatta svaren.", ("Per Lund",), "sammanfatta svaren", None),
        ("Per Lund åtog sig att kontakta skolan.", ("Per Lund",), "kontakta skolan", None),
        ("Kansliet fick i uppgift att boka lokal.", ("kansliet",), "boka lokal", None),
        ("Karin har av direktören fått i uppdrag att ta fram mått.", ("Karin Ek",), "ta fram mått", None),
        ("I maj fick Per i uppdrag av rådet att skriva.", ("Per Lund",), "skriva", None),
        ("Vård- och skolchefen får i uppdrag att skriva.", ("vård- och skolchefen",), "skriva", None),
        ("KE samlar in blanketterna senast den 9 april.", ("Karin Ek",), "samla in blanketterna", "2021-04-09"),
        ("Karin bevakar lagförslaget och återkommer.", ("Karin Ek",), "bevaka lagförslaget och återkomma", None),
        ("Per samordnar skolornas svar.", ("Per Lund",), "samordna skolornas svar", None),
        (
            "Kommunerna ska till nästa möte diskutera förslaget, med svar till Per Lund senast 5 oktober.",
            ("kommunerna",), "diskutera förslaget, med svar till Per Lund", "2021-10-05",
        ),
        ("AU får frågan om kartor och ska planera dem till våren.", ("AU",), "planera dem till våren", None),
        ("AU bereder ärenden och får föra frågan vidare.", ("AU",), "föra frågan vidare", None),
        (
            "Ordföranden och vice ordföranden får i uppdrag att skriva.",
            ("ordföranden", "vice ordföranden"), "skriva", None,
        ),
        ("Per Lund utses att ta fram ett svar.", ("Per Lund",), "ta fram ett svar", None),
        ("Loggen uppdateras av Per till nästa gång.", ("Per Lund",), "uppdatera loggen", None),
        ("Överenskoms att Per reviderar planen.", ("Per Lund",), "revidera planen", None),
        ("AU slutför kartan, så att den kan läggas fram för rådet 17/6.", ("AU",), "slutföra kartan", "2021-06-17"),
        ("Medskick till AU: fortsätta med kartorna.", ("AU",), "fortsätta med kartorna", None),
        ("Svaret ska förberedas av kansliet.", ("kansliet",), "förberedas", None),
        ("Per tar kontakt med Polisen.", ("Per Lund",), "ta kontakt med Polisen", None),
        ("Kansliet återkommer i maj med ett förslag.", ("kansliet",), "återkomma i maj med ett förslag", "2021-05"),
        (
            "Kommunerna utser kontaktpersoner senast den 20 april 2021.",
            ("kommunerna",), "utse kontaktpersoner", "2021-04-20",
        ),
        ("Därefter slutför AU arbetet.", ("AU",), "slutföra arbetet", None),
        ("Region Skåne tar tillbaka frågan hem.", ("Region Skåne",), "ta tillbaka frågan hem", None),
        ("Gemensam upphandling (uppdrag till AU).", ("AU",), "Gemensam upphandling", None),
        ("Enkäten skickas ut. Ansvarig: Per Lund", ("Per Lund",), "Enkäten skickas ut", None),
    ],
)  # fmt: skip
def test_somebody_is_given_something_to_do(minutes, sentence, who, task, due):
    assert given(minutes(item(sentence))) == [(who, task, due)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin Ek berättar om arbetet och visar bilder.",
        "Karin Ek redovisar läget i projektet.",
        "Kommunerna arbetar vidare med frågan.",
        "Alla ska läsa igenom underlaget.",
        "Frågan återkommer vid nästa möte.",
        "Avtalet ska beslutas av varje kommun.",
        "Det är viktigt att kansliet får resurser.",
        "Uppdraget att samordna är svårt.",
        "Osloregionen och Bergen ser över färjorna mellan sig.",
        "Region Skåne ordnar kurser för föreningarna.",
        "Alby kommun ansvarar för skolskjutsen.",
        "Badet drivs av kommunerna till årsskiftet.",
        "Per Lund utses att justera protokollet.",
        "Kommunerna tar fram egna planer varje år.",
        "Karin Ek tar upp frågan om lokaler.",
        "Gruppen stämmer av inför styrelsens möte.",
        "Avtalet ska skrivas under av kommunerna.",
        "Karin Ek berättar att kommunen ska ta fram en plan.",
        "Kommunerna ska senast 1 juli 2023 ha en plan.",
        "Gruppen har till uppgift att samordna arbetet.",
    ],
)
def test_what_is_told_is_no_assignment(minutes, sentence):
    assert given(minutes(item(sentence))) == []


def test_two_clauses_give_two_assignments(minutes):
    text = "Styrgruppen beslutar att uppdra åt kansliet att boka lokal, att uppdra åt AU att skriva ett utkast."
    assert given(minutes(item(text))) == [(("kansliet",), "boka lokal", None), (("AU",), "skriva ett utkast", None)]


def test_somebody_together_with_another_are_two(minutes):
    text = "Karin E uppdras att hålla samman arbetet tillsammans med Per Lund."
    assert given(minutes(item(text)))[0][0] == ("Karin Ek", "Per Lund")


def test_an_att_clause_may_say_what_somebody_does(minutes):
    text = "Styrgruppen beslutar\n- att Per Lund sammanställer svaren till mötet den 6 maj"
    assert given(minutes(item(text))) == [(("Per Lund",), "sammanställa svaren", "2021-05-06")]


def test_a_group_has_the_name_that_a_heading_gives_it(minutes):
    head = "Utvecklingsgrupp inom vården\nKarin Ek\n\n"
    text = head + item("Utvecklingsgruppen får i uppdrag att boka lokal.")
    assert given(minutes(text))[0][0] == ("utvecklingsgrupp inom vården",)


def test_a_list_below_uppdrag_till_is_given_to_one(minutes):
    text = "Uppdrag till kansliet:\n- boka lokal\n- skriva ett utkast till mötet den 6 maj"
    assert given(minutes(item(text))) == [
        (("kansliet",), "boka lokal", None),
        (("kansliet",), "skriva ett utkast", "2021-05-06"),
    ]


def test_a_list_below_i_uppdrag_att_is_given_to_one(minutes):
    text = "Kansliet får i uppdrag att:\n- boka lokal\n- kalla till möte senast 3 maj"
    assert given(minutes(item(text))) == [
        (("kansliet",), "boka lokal", None),
        (("kansliet",), "kalla till möte", "2021-05-03"),
    ]


def test_a_short_form_is_written_out(minutes):
    context = minutes(item("CGO får i uppdrag att boka lokal."), short_forms={"CGO": "Chefsgrupp Ovan"})
    assert given(context)[0][0] == ("Chefsgrupp Ovan",)


def test_a_task_said_twice_in_an_item_is_one(minutes):
    text = (
        "Kansliet får i uppdrag att kartlägga bristen på lokaler. Kansliet tar med sig uppdraget att kartlägga lokaler."
    )
    assert len(given(minutes(item(text)))) == 1


def test_the_day_may_stand_in_the_next_sentence(minutes):
    text = "Kansliet får i uppdrag att göra en översikt. Återkoppling till Per Lund senast 5 april."
    assert given(minutes(item(text))) == [(("kansliet",), "göra en översikt", "2021-04-05")]


def test_a_month_that_has_passed_is_next_years(minutes):
    assert given(minutes(item("Kansliet får i uppdrag att skriva till mötet i februari.")))[0][2] == "2022-02"


def test_a_day_without_any_year_is_not_guessed(minutes):
    context = minutes(item("Kansliet får i uppdrag att skriva senast den 5 april."), day=None)
    assert given(context)[0][2] is None


def test_the_evidence_is_the_sentence(minutes):
    text = item("Hej hopp.\nKansliet får i uppdrag\natt boka lokal.")
    (row,) = read_assignments(minutes(text), read_agenda(minutes(text)))
    assert row.evidence.quote == "Kansliet får i uppdrag\natt boka lokal."
    assert row.item == "2"


@pytest.mark.parametrize(
    ("sentence", "who", "task"),
    [
        ("Karin E får i uppdrag att tillsammans med Per Lund leda arbetet.", ("Karin Ek", "Per Lund"), "leda arbetet"),
        ("Kansliet får i uppdrag att tillsammans med AU skriva.", ("kansliet", "AU"), "skriva"),
        ("Karin får i uppdrag att ihop med Per och Lena boka lokal.", ("Karin Ek", "Per", "Lena"), "boka lokal"),
        ("Karin fick i uppdrag tillsammans med Per Lund att boka lokal.", ("Karin Ek", "Per Lund"), "boka lokal"),
    ],
)
def test_whoever_helps_is_given_the_task_too_and_the_task_is_never_empty(minutes, sentence, who, task):
    ((found, words, _),) = given(minutes(item(sentence)))
    assert words == task
    assert [name.split()[0] for name in found] == [name.split()[0] for name in who]


def test_a_list_may_open_without_a_colon(minutes):
    text = "Två medskick går till Chefsgrupp Ovan - fortsätta med kartorna.\n- före juni komma tillbaka med en modell."
    assert given(minutes(item(text))) == [
        (("Chefsgrupp Ovan",), "fortsätta med kartorna", None),
        (("Chefsgrupp Ovan",), "före juni komma tillbaka med en modell", "2021-06"),
    ]


def test_the_next_sentence_may_say_when_its_result_is_due(minutes):
    text = "AU tar fram en modell. Modellen visas för rådet i god tid före juni."
    assert given(minutes(item(text))) == [(("AU",), "ta fram en modell", "2021-06")]


def test_all_in_a_body_are_the_body(minutes):
    context = minutes(item("Alla i CGO ska ta hem frågan."), short_forms={"CGO": "Chefsgrupp Ovan"})
    assert given(context)[0][0] == ("Chefsgrupp Ovan",)


def test_a_capital_is_kept_inside_a_sentence_and_in_names(minutes):
    text = "Styrgruppen uppdrar åt Vårdledningen att skriva. Chefsgrupp Ovan får i uppdrag att boka lokal."
    assert [who for who, _, _ in given(minutes(item(text)))] == [("Vårdledningen",), ("Chefsgrupp Ovan",)]


def test_klart_behind_a_task_is_its_day(minutes):
    text = "Karin får i uppdrag att skriva brevet. Klart senast 3 maj."
    assert given(minutes(item(text))) == [(("Karin Ek",), "skriva brevet", "2021-05-03")]


def test_news_tell_what_everybody_does(minutes):
    text = "Nytt\n\nKarin Ek tar fram en plan. Kansliet fick i uppdrag att boka lokal."
    assert [who for who, _, _ in given(minutes(text, kind="news"))] == [("kansliet",)]
