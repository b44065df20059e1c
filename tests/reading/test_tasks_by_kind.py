"""Tasks by what kind of verb says them and whose they are: chores, mandates, authorities, pronouns, days at the end."""

import pytest
from tasks import KARIN, LENA, PER, given, item

from samverkan import register
from samverkan.places import places
from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.acts.duedates import day_of, due_date
from samverkan.reading.items.agenda import read_agenda


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # chores of those at the table
        ("Karin håller ihop svaret.", (KARIN, None)),
        ("Karin håller samman arbetet med yttrandet.", (KARIN, None)),
        ("Karin ansvarar för inbjudan.", (KARIN, None)),
        ("Kansliet ansvarar för utskicket.", ("kansliet", None)),
        ("Per vidarebefordrar inbjudan.", (PER, None)),
        ("Per anmäler deltagare till mässan.", (PER, None)),
        ("Per letar fram gamla protokoll.", (PER, None)),
        ("Per svarar på remissen.", (PER, None)),
        ("Per begär in uppgifter från skolorna.", (PER, None)),
        ("Per skapar en arbetsyta i Teams.", (PER, None)),
        ("Per tittar närmare på frågan.", (PER, None)),
        ("Per sköter kontakterna med Region Dalarna.", (PER, None)),
        ("Per tar en diskussion med skolcheferna.", (PER, None)),
        ("Per dubbelkollar datum.", (PER, None)),
        ("Arbetsgruppen för vägar arbetar vidare med frågan till nästa möte.", ("arbetsgruppen för vägar", None)),
        ("Karin Ek: bokar lokal.", (KARIN, None)),
        # a pronoun, for whoever opened the sentence before
        ("Karin undrade över priset. Hon mejlar ut en enkät.", (KARIN, None)),
        ("Per Lund, som följt frågan, visade siffror. Han återkommer till nästa möte.", (PER, None)),
        ("Karin och Per visade en skiss. De tar fram ett förslag till juni.", (KARIN, PER, "2021-06")),
        # those to whom something goes, who then have something to do
        ("Synpunkter skickas till Per, som sammanställer dem till nästa möte.", (PER, None)),
        ("Synpunkter lämnas till Karin och Per som skriver ihop ett svar till den 20 maj.", (KARIN, PER, "2021-05-20")),
        ("Frågan går vidare till Lena, som undersöker saken.", (LENA, None)),
        # other words for a commission
        ("Karin bemyndigas att teckna avtalet.", (KARIN, None)),
        ("Styrgruppen bemyndigar Per Lund att teckna avtalet.", (PER, None)),
        ("Styrgruppen tillsätter en arbetsgrupp med Karin och Per för att skriva ett svar.", (KARIN, PER, None)),
        ("Mötet bad Lena kontrollera avtalet.", (LENA, None)),
        ("Ansvaret för uppdateringen läggs på kansliet.", ("kansliet", None)),
        # done together with those who meet, not with an organisation
        ("Karin förbereder dagen tillsammans med arbetsgruppen.", (KARIN, "arbetsgruppen", None)),
        ("Karin planerar en dag tillsammans med Region Dalarna.", (KARIN, None)),
        ("Karin bokar lokal för att tillsammans med Per kunna öva.", (KARIN, None)),
        # the next sentence tells by when
        ("Karin tar fram ett utkast till skylt. Utkastet mejlas 4 juni.", (KARIN, "2021-06-04")),
        ("Per tar fram en karta. Kartan är klar den 3 maj.", (PER, "2021-05-03")),
        ("Per tar fram en karta. Skolan är klar den 3 maj.", (PER, None)),
        ("Kansliet sammanställer svaren och planen antas i maj.", ("kansliet", None)),
        ("Kansliet sammanställer svaren under april och planen antas i maj.", ("kansliet", "2021-04")),
        ("Per påminner kommunerna.", (PER, None)),
        ("Arbetsgrupp Vägar\nHar i uppdrag att ta fram en plan senast i juni 2021.", ("Arbetsgrupp Vägar", "2021-06")),
        ("Mötet är kort.\n\nPå gång\nKarin bokar lokal i stadshuset för alla.", (KARIN, None)),
        ("Arbetsgruppen ska ha ett förslag klart till februarimötet.", ("arbetsgruppen", "2022-02")),
        ("Karin kallar berörda kommuner till ett första möte i april.", (KARIN, "2021-04")),
        ("Karin tar upp med skolorna.", (KARIN, None)),
        # authorities that come back to the meeting
        ("Trafikverket återkommer i januari med uppgifter om hastigheter.", ("Trafikverket", "2022-01")),
        ("Försäkringskassan återkommer med statistik till nästa möte.", ("Försäkringskassan", None)),
        ("Arbetsförmedlingen kompletterar underlaget senast den 1 november.", ("Arbetsförmedlingen", "2021-11-01")),
        # members that send something to one
        ("Kommunerna skickar exempel till Per.", ("kommunerna", None)),
        # a day before the verb, at the end, within the name of a meeting
        ("Inför mötet i september tar kansliet fram en lista.", ("kansliet", "2021-09")),
        ("Samordnarna i Alby och Sala ordnar en övning den 12 maj.", ("samordnarna i Alby och Sala", "2021-05-12")),
        ("Karin fick i uppdrag att köpa stolar till junimötet.", (KARIN, "2021-06")),
        ("Arbetsgruppen ska vara klar med planen till den 15 november.", ("arbetsgruppen", "2021-11-15")),
        ("Arbetsgruppen räknar med att bli klar med planen till den 15 november.", ("arbetsgruppen", "2021-11-15")),
        # who is told of late in a long sentence
        (
            "Synpunkter på den nya rutinen om vården i hemmet och om boendet i de mindre orterna samt på bilagan "
            "lämnas i god tid till Karin, som skriver ihop ett svar till den 3 maj.",
            (KARIN, "2021-05-03"),
        ),
    ],
)
def test_a_task_is_read(minutes, sentence, expected):
    assert given(minutes(item(sentence))) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin besvarar frågor om kostnader.",
        "Karin svarar att det är svårt.",
        "Karin ansvarar för äldreomsorgen.",
        "Karin tar emot pensionärer i stadshuset.",
        "Karin arbetar med frågor om hemlöshet.",
        "Karin meddelar att tjänsten är tillsatt.",
        "Karin funderar på saken.",
        "Mötet var långt. Hon återkommer till nästa möte.",  # nobody whom the pronoun means
        "Karin och Per visade en skiss. Hon tar fram ett förslag.",  # which of them is not said
        "Frågor besvaras av Karin, som samordnar arbetet.",
        "Kontakta Karin, som ansvarar för stödet.",
        "Trafikverket tar fram en ny tidplan.",
        "Polisen har fått en ny chef i januari.",
        "Länsstyrelsen bjuder in till webbinarium den 3 maj.",
        "Region Dalarna bjuder in till samråd i november.",
        "Mötet bad om ursäkt.",
        "Arbetsgruppen ska ha tålamod.",
        "Karin tar upp att vägen är smal.",
        "Per skapar en positiv stämning.",
        "Per startar en ny utbildning för vuxna.",
        "Per håller ihop gruppen.",
        "Per samlar på frimärken.",
        "Per påminner om konferensen den 12 maj.",
        "Trafiknämnden i Dalarna skickar ut programmet vid månadsskiftet.",
        "Region Dalarna bör dela sina siffror.",
        "Region Dalarna har lovat en rutin.",
        "Trafikverket har lovat fler tåg.",
        "Kommunerna skickar ungdomar till skolan i Alby varje år.",
        "Samordnaren redovisar utfallet till och med oktober.",
        "Arbetsgruppen ska vara klar.",
    ],
)
def test_a_near_miss_is_no_task(minutes, sentence):
    assert given(minutes(item(sentence))) == []


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        ("Avtalet ses över av Karin.", "se över avtalet"),
        ("Bilderna skickas ut av Karin.", "skicka ut bilderna"),
        ("SIP-blanketten uppdateras av Karin.", "uppdatera SIP-blanketten"),
        ("Förslag till budget, som Per ville, tas fram av Karin.", "tas fram"),
    ],
)
def test_a_task_in_the_passive_is_told_as_a_commission(minutes, sentence, task):
    context = minutes(item(sentence))
    assert [(row.assignee, row.task) for row in read_assignments(context, read_agenda(context))] == [((KARIN,), task)]


@pytest.mark.parametrize(
    ("task", "day"),
    [
        ("ordnar en övning den 12 maj", "2021-05-12"),
        ("ordnar en övning 12 maj 2022", "2022-05-12"),
        ("sammanställer svaren under september", "2021-09"),
        ("återkommer i april med en tidplan", "2021-04"),
        ("skickar ut den i maj", "2021-05"),
        ("skickar ut anteckningarna från mötet den 12 maj", None),
        ("utser en ny ledamot efter Eva, som slutar den 31 mars", None),
        ("ordnar konferensen i maj", None),
    ],
)
def test_the_day_that_ends_a_task(minutes, task, day):
    assert day_of(minutes("Text."), task) == day


def test_a_meeting_named_by_its_month_gives_the_month(minutes):
    context = minutes("Text.")
    assert due_date(context, "till septembermötet") == "2021-09"
    assert due_date(context, "det trevliga septembermötet") is None


def test_a_rule_between_heads_and_rows_is_no_row(minutes):
    table = "Vem\tVad\tKlart\n------------\nKarin Ek\tTa fram underlag\t30 november 2021\nAlby kommun\tPröva\tvåren"
    assert given(minutes(item(table))) == [(KARIN, "2021-11-30"), ("Alby kommun", None)]


@pytest.mark.parametrize(
    "heads",
    ["Vem?\tVad?\tNär?", "Handläggare\tAktivitet\tSlutdatum", "Ägare\tÅtgärd\tTidpunkt", "Vem\tUppgift\tStatus"],
)
def test_what_the_heads_of_a_table_of_tasks_may_say(minutes, heads):
    assert given(minutes(item(f"{heads}\nKarin Ek\tBoka lokal\tsenast 3 april"))) == [(KARIN, "2021-04-03")]


@pytest.mark.parametrize("heads", ["Namn\tUppdrag", "Ägare\tAndel", "Vem\tVar"])
def test_what_heads_no_table_of_tasks(minutes, heads):
    assert given(minutes(item(f"{heads}\nKarin Ek\tordförande"))) == []


@pytest.mark.parametrize("heading", ["Aktiviteter", "Beslutade åtgärder", "Vad, vem och när", "Åtaganden"])
def test_a_list_with_name_and_day_last(minutes, heading):
    assert given(minutes(item(f"{heading}\nBoka lokal – Karin Ek – 3 april\nSkriva svar, Per, senast 3 maj"))) == [
        (KARIN, "2021-04-03"),
        (PER, "2021-05-03"),
    ]


def test_places_are_known_for_these_tests():
    assert places(register.shipped()).of("Region Dalarna") is not None
