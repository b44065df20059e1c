"""Tasks in the open: any verb of work, in any order of words, of anybody who can be given something to do."""

import pytest

from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.acts.task_verbs import infinitive, is_work, sort_of
from samverkan.reading.items.agenda import read_agenda

KARIN, PER, LENA = "Karin Ek", "Per Lund", "Lena Åberg"


def given(context):
    return [(*row.assignee, row.due) for row in read_assignments(context, read_agenda(context))]


def item(text):
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what they do in the present tense, with a day or a meeting to come
        (
            "Karin Ek och Alby kommun beskriver läget till styrgruppens möte den 2 juni 2021.",
            (KARIN, "Alby kommun", "2021-06-02"),
        ),
        ("Kansliet översätter broschyren till finska senast den 1 maj.", ("kansliet", "2021-05-01")),
        ("Förbundsdirektören förhandlar om hyran inför nästa sammanträde.", ("förbundsdirektören", None)),
        ("Per Lund provkör bussen innan påsk.", (PER, None)),
        ("Ekonomichefen lämnar en prognos till mötet den 6 maj 2021.", ("ekonomichefen", "2021-05-06")),
        ("Kommunerna rapporterar in sina siffror senast den 15 april.", ("kommunerna", "2021-04-15")),
        ("Samtliga kommuner skickar in sina önskemål före den 1 april 2021.", ("samtliga kommuner", "2021-04-01")),
        (
            "Arbetsgruppen för skolskjuts kostnadsberäknar förslaget till nästa möte.",
            ("arbetsgruppen för skolskjuts", None),
        ),
        ("Delgrupp Äldre belyser frågan till mötet i maj.", ("Delgrupp Äldre", "2021-05")),
        ("Karin testar systemet till hösten.", (KARIN, None)),
        ("Ordföranden och vice ordföranden förbereder dagen.", ("ordföranden", "vice ordföranden", None)),
        ("Sekreteraren skickar ut anteckningarna.", ("sekreteraren", None)),
        ("Kansliet bokar lokal.", ("kansliet", None)),
        ("Socialchefsgruppen utser en ny ledamot efter Lena Åberg.", ("socialchefsgruppen", None)),
        ("Arbetsgruppen skriver ett nytt förslag.", ("arbetsgruppen", None)),
        ("Processledaren tar kontakt med skolan.", ("processledaren", None)),
        ("Presidiet formulerar ett svar.", ("presidiet", None)),
        ("Verksamhetsledaren gör en sammanställning.", ("verksamhetsledaren", None)),
        ("Arbetsutskottet ser över avgiften.", ("arbetsutskottet", None)),
        ("Förvaltningen tar fram ett nytt underlag.", ("förvaltningen", None)),
        ("Länsgruppen Barn och unga kallar till en uppföljning.", ("Länsgruppen Barn och unga", None)),
        ("Alby kommun bjuder in till en träff.", ("Alby kommun", None)),
        ("Skolchefsnätverket ska enligt plan revidera avtalet till sommaren.", ("skolchefsnätverket", None)),
        ("Arbetsgrupp Hjälpmedel ska lämna ett förslag till regler.", ("Arbetsgrupp Hjälpmedel", None)),
        ("Kansliet ska snarast skicka ut en ny kallelse.", ("kansliet", None)),
        ("Kansliet ska under våren ta fram en rutin.", ("kansliet", None)),
        ("Karin ska därefter, i samråd med Per, skriva ett svar.", (KARIN, None)),
        ("Karin ska tillsammans med Per skriva ett svar.", (KARIN, PER, None)),
        ("Utvecklingsgruppen ska så snart som möjligt kartlägga behoven.", ("utvecklingsgruppen", None)),
        ("Processledaren ska i god tid före sommaren kontakta skolorna.", ("processledaren", None)),
        ("Till nästa möte ska kansliet ha tagit fram en plan.", ("kansliet", None)),
        ("Kansliet kommer att skicka ut en enkät.", ("kansliet", None)),
        ("Per kommer att ta kontakt med Polisen.", (PER, None)),
        ("Förbundsdirektören bör återkomma med ett förslag till nästa möte.", ("förbundsdirektören", None)),
        ("Respektive kommun ska utse en kontaktperson senast den 20 april.", ("respektive kommun", "2021-04-20")),
        ("Kommunerna ska inkomma med svar senast den 20 april 2021.", ("kommunerna", "2021-04-20")),
        ("Presidiet ska utarbeta ett förslag till arbetsordning.", ("presidiet", None)),
        ("Lena Åberg ska höra med Alby kommun om lokaler.", (LENA, None)),
        ("Det ska Karin ta reda på.", (KARIN, None)),
        ("Det uppdras åt kansliet att boka lokal.", ("kansliet", None)),
        ("Åt kansliet uppdras att boka lokal.", ("kansliet", None)),
        ("Styrgruppen uppdrager åt kansliet att boka lokal.", ("kansliet", None)),
        ("Styrgruppen beslutar att ge i uppdrag åt kansliet att boka lokal.", ("kansliet", None)),
        ("Styrgruppen beslutar att ge i uppdrag till Per Lund att boka lokal.", (PER, None)),
        ("Styrgruppen beslutar att lämna i uppdrag till kansliet att boka lokal.", ("kansliet", None)),
        (
            "Styrgruppen beslutar att ge kansliet uppdraget att boka lokal senast den 1 maj.",
            ("kansliet", "2021-05-01"),
        ),
        ("Styrgruppen beslutar att ge kansliet i uppgift att boka lokal.", ("kansliet", None)),
        ("Kansliet har fått i uppdrag att boka lokal.", ("kansliet", None)),
        ("Kansliet fick uppdraget att boka lokal.", ("kansliet", None)),
        ("Kansliet ges uppdraget att boka lokal.", ("kansliet", None)),
        ("Kansliet gavs i uppdrag att boka lokal.", ("kansliet", None)),
        ("Kansliet tilldelas uppgiften att boka lokal.", ("kansliet", None)),
        ("Kansliet anmodas att boka lokal.", ("kansliet", None)),
        ("Kansliet anmodas boka lokal.", ("kansliet", None)),
        ("Kansliet uppmanas att boka lokal.", ("kansliet", None)),
        ("Kansliet åläggs att boka lokal.", ("kansliet", None)),
        ("Det åligger kansliet att boka lokal.", ("kansliet", None)),
        ("Det ankommer på kansliet att boka lokal.", ("kansliet", None)),
        ("Det blir kansliets uppgift att boka lokal.", ("kansliet", None)),
        ("Det uppdrogs åt Per att boka lokal.", (PER, None)),
        ("Ordföranden gav Per i uppdrag att boka lokal.", (PER, None)),
        ("I uppdrag åt kansliet: boka lokal.", ("kansliet", None)),
        ("Uppdrag: Kansliet bokar lokal.", ("kansliet", None)),
        ("Uppdrag till kansliet att boka lokal.", ("kansliet", None)),
        ("Uppgiften att boka lokal åvilar kansliet.", ("kansliet", None)),
        ("Ansvaret för enkäten läggs på Per Lund.", (PER, None)),
        ("Ansvarig för enkäten: Per Lund", (PER, None)),
        ("Per Lund tar på sig ansvaret för enkäten.", (PER, None)),
        ("Per Lund utsågs till ansvarig för enkäten.", (PER, None)),
        ("Per Lund tar hand om enkäten.", (PER, None)),
        ("Per anmäler sig frivillig att skriva ett utkast.", (PER, None)),
        ("Per erbjuder sig att skriva ett utkast.", (PER, None)),
        ("Per ställer upp på att skriva ett utkast.", (PER, None)),
        ("Per lovar att skriva ett utkast.", (PER, None)),
        ("Per fick frågan om lokaler med sig och återkommer.", (PER, None)),
        ("Vi kom överens om att Per skriver ett utkast.", (PER, None)),
        ("Beslut: Per skriver ett utkast.", (PER, None)),
        ("Beslut togs att Per skriver ett utkast.", (PER, None)),
        ("Gruppen vill att Per tar fram ett utkast.", (PER, None)),
        ("Styrgruppen önskar att kansliet tar fram ett utkast.", ("kansliet", None)),
        ("Styrgruppen ser gärna att Per återkommer med ett utkast.", (PER, None)),
        ("Kansliet och Per Lund uppdras att skriva ett utkast.", ("kansliet", PER, None)),
        (
            "Kommundirektörsgruppen, KDG, får i uppdrag att göra en lista till den 1 juni 2021.",
            ("kommundirektörsgruppen", "2021-06-01"),
        ),
        ("Kommundirektörsgruppen (KDG) ombeds göra en lista.", ("kommundirektörsgruppen", None)),
        (
            "Förbundsdirektören uppdras att planera en konferens tillsammans med Alby kommun.",
            ("förbundsdirektören", None),
        ),
        (
            "Utvecklingsgrupp vuxna får i uppdrag att beskriva behoven. Redovisning sker den 27 september 2021.",
            ("utvecklingsgrupp vuxna", "2021-09-27"),
        ),
        ("Kansliet får i uppdrag att skriva. Uppdraget redovisas den 6 maj.", ("kansliet", "2021-05-06")),
        ("Kansliet får i uppdrag att skriva. Rapport lämnas till mötet i juni.", ("kansliet", "2021-06")),
        ("Kansliet får i uppdrag att skriva. Klart till den 6 maj.", ("kansliet", "2021-05-06")),
        ("Kansliet får i uppdrag att skriva, klart 2021-05-06.", ("kansliet", "2021-05-06")),
        ("Ett förslag tas fram av kansliet till nästa möte.", ("kansliet", None)),
        ("En sammanställning görs av Per Lund.", (PER, None)),
        ("Enkäten ska skickas ut av kansliet.", ("kansliet", None)),
        ("Frågan utreds vidare av arbetsgruppen.", ("arbetsgruppen", None)),
        ("Lokal bokas av Per.", (PER, None)),
        ("Underlaget tas fram av Karin och Per senast den 1 maj.", (KARIN, PER, "2021-05-01")),
        ("Minnesanteckningarna skickas ut av sekreteraren.", ("sekreteraren", None)),
        ("Frågan går vidare till presidiet för beredning.", ("presidiet", None)),
        ("Ärendet överlämnas till kansliet för handläggning.", ("kansliet", None)),
        ("Frågan hänskjuts till arbetsutskottet för beredning.", ("arbetsutskottet", None)),
        ("Styrgruppen skickar frågan till kansliet för vidare hantering.", ("kansliet", None)),
        ("Kansliet följer upp med skolorna.", ("kansliet", None)),
        ("Karin, Per och Lena bildar en arbetsgrupp som ska ta fram ett förslag.", (KARIN, PER, LENA, None)),
        ("En arbetsgrupp med Karin och Per ska ta fram ett förslag.", (KARIN, PER, None)),
    ],
)  # fmt: skip
def test_what_anybody_is_to_do_is_an_assignment(minutes, sentence, expected):
    assert given(minutes(item(sentence))) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin Ek beskriver läget i kommunerna.",
        "Per Lund redogjorde för planen till nästa möte.",
        "Karin Ek presenterar förslaget till budget.",
        "Kansliet presenterar resultatet av enkäten.",
        "Ordföranden öppnar mötet.",
        "Ordföranden tackar för visat intresse.",
        "Ordföranden föreslår att frågan tas upp vid nästa möte.",
        "Ordföranden sammanfattar diskussionen.",
        "Ordföranden informerar om läget inför nästa möte.",
        "Arbetsutskottet bereder nämndens ärenden.",
        "Beredningsgruppen bereder ärenden till rådet.",
        "Strategigruppen äldre följer hur planeringen fungerar.",
        "Region Skåne ordnar träffar med föreningarna.",
        "Region Skåne ansvarar för kulturplanen.",
        "Socialstyrelsen lämnar sin rapport i december.",
        "Skolverket tar fram nya kursplaner.",
        "SKR planerar en konferens i maj.",
        "Regeringen ska lämna en proposition till hösten.",
        "Alby kommun växer och behöver fler bostäder.",
        "Kommunerna ska enligt lagen ha en plan.",
        "Varje kommun ska ha en krisledningsnämnd.",
        "Avgiften ska betalas av kommunerna.",
        "Karin Ek lämnar mötet.",
        "Karin Ek lämnar mötet klockan 15.",
        "Per Lund anmäler jäv.",
        "Per Lund reserverar sig mot beslutet.",
        "Per Lund yrkar att ärendet bordläggs till nästa möte.",
        "Per Lund bjuder in till invigning av den nya simhallen.",
        "Styrgruppen sammanträder nästa gång den 6 maj 2021.",
        "Styrgruppen träffas i Alby den 6 maj.",
        "Styrgruppen beslutar att Per Lund ska justera dagens protokoll.",
        "Per Lund väljs att justera protokollet.",
        "Projektet startar till hösten.",
        "Avtalet gäller till nästa år.",
        "Kansliet flyttar till nya lokaler den 1 maj.",
        "Kansliet är stängt till den 1 maj.",
        "Kansliet har nya lokaler från den 1 maj.",
        "Karin går i pension den 1 maj.",
        "Karin slutar till sommaren.",
        "Karin är föräldraledig till hösten.",
        "Lena Åberg ersätter Karin till nästa möte.",
        "Nästa möte är den 6 maj.",
        "Mötet hölls på kansliet.",
        "Enkäten besvarades av kommunerna.",
        "Arbetet leds av en styrgrupp.",
        "Avtalet undertecknas av parterna till årsskiftet.",
        "Kommunerna finansierar projektet till och med 2025.",
        "Kommunen har fått i uppdrag av regeringen att mäta bullret.",
        "Länsstyrelsen har i uppdrag att samordna arbetet i länet.",
        "Rådet ska vara ett forum för samverkan.",
        "Styrgruppen ska leda arbetet.",
        "Parterna ska samverka om barn och unga.",
        "Varje part ska bära sina egna kostnader.",
        "Förslaget ska behandlas vid nästa möte.",
        "Karin Ek menar att kommunerna ska ta fram en plan.",
        "Per undrar om kansliet ska ta fram ett underlag.",
        "Det är oklart vem som ska ta fram underlaget.",
        "Om kansliet ska ta fram underlaget behövs mer pengar.",
        "Karin Ek berättar att kansliet bokar lokal.",
        "Kansliet har tagit fram ett underlag.",
        "Kansliet tog fram ett underlag till förra mötet.",
        "Arbetsgruppen har lämnat sitt förslag.",
        "Delregionerna arbetar på olika sätt.",
        "Kommunerna samverkar om upphandling.",
        "Karin Ek har lämnat sitt uppdrag.",
        "Uppdraget är slutfört.",
        "Alla uppdrag från förra mötet är klara.",
        "Sammankallande är Karin Ek.",
        "Kansliet skickar varje månad ut ett nyhetsbrev.",
        "Kommunerna betalar 2 kronor per invånare.",
    ],
)
def test_what_is_told_or_lasts_is_nobodys_task(minutes, sentence):
    assert given(minutes(item(sentence))) == []


def test_items_by_letters_below_prose_have_a_text_of_their_own(minutes):
    text = "Läget i grupperna.\na) Skola\nb) Vård\nKansliet bokar lokal."
    context = minutes(item(text))
    assert [row.item for row in read_assignments(context, read_agenda(context))] == ["2 b"]


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("tar fram en plan", "promise"),
        ("tar slut", "report"),
        ("skriver ett svar", "work"),
        ("provar bussen", "open"),
        ("föreslår en plan", None),
        ("kostnader för resor", None),
    ],
)
def test_a_verb_by_itself_and_by_what_follows_it(words, sort):
    assert sort_of(words.split()[0], words, len(words.split()[0])) == sort


def test_the_infinitive_is_that_of_each_verb():
    assert infinitive("bokar lokal och återkommer med pris") == "boka lokal och återkomma med pris"
    assert is_work("boka lokal")
    assert not is_work("vara ett forum")
