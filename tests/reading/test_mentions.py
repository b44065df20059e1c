"""Named things in running text: a hit beside each near miss."""

from collections.abc import Callable

import pytest

from samverkan.facts import Mention
from samverkan.reading.context import Context
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.mentions import read_mentions

Minutes = Callable[..., Context]


def mentions(context: Context) -> tuple[Mention, ...]:
    return read_mentions(context, (), find_things(context))


def named(context: Context) -> list[tuple[str, str]]:
    return [(each.kind, each.name) for each in mentions(context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Frågan går till socialchefsgruppen.", [("body", "socialchefsgruppen")], id="compound"),
        pytest.param("Frågan går till arbetsgruppen.", [], id="a working group says too little"),
        pytest.param(
            "Frågan går till arbetsgruppen för trygg hemgång.", [("body", "arbetsgruppen för trygg hemgång")], id="for"
        ),
        pytest.param("Målgruppen är äldre.", [], id="a target group is no body"),
        pytest.param(
            "Samverkansgrupp Barn och unga har träffats.", [("body", "Samverkansgrupp Barn och unga")], id="with name"
        ),
        pytest.param(
            "Strategigruppen psykiatri lämnar en rapport.", [("body", "strategigruppen psykiatri")], id="with noun"
        ),
        pytest.param(
            "Frågan går till Samrådsorganet vård och omsorg.",
            [("body", "Samrådsorganet vård och omsorg")],
            id="its area",
        ),
        pytest.param(
            "Frågan går till Södra samverkansgruppen.", [("body", "Södra samverkansgruppen")], id="where it is"
        ),
        pytest.param("Strategigruppen träffas i maj.", [("body", "strategigruppen")], id="a verb is no noun"),
        pytest.param("Nästa steg tas i Kommunalt forum.", [("body", "Kommunalt forum")], id="adjective with capital"),
        pytest.param("Ett forum för frågan saknas.", [], id="any forum"),
        pytest.param("Ett delregionalt tågråd bildas.", [("body", "delregionalt tågråd")], id="geographic adjective"),
        pytest.param("Regionrådet Eva Ek hälsade.", [("person", "Eva Ek")], id="a regionråd is a person"),
        pytest.param("Ansvarsområdet ses över.", [], id="an area is no council"),
        pytest.param("Styrgruppen för Ovanbygden tackar.", [], id="the own body is no mention"),
        pytest.param("Styrgrupp Ovanbygden tackar.", [], id="the own body in another form"),
    ],
)
def test_bodies(minutes: Minutes, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ärendet skickas till länsstyrelsen.", [("organisation", "länsstyrelsen")], id="county board"),
        pytest.param(
            "Länsstyrelsen i Kalmar län svarar.", [("organisation", "Länsstyrelsen i Kalmar län")], id="in a county"
        ),
        pytest.param(
            "Enligt Gränslands kommunalförbund dröjer det.",
            [("organisation", "Gränslands kommunalförbund")],
            id="owned",
        ),
        pytest.param("Enligt kommunalförbundet dröjer det.", [], id="some association"),
        pytest.param(
            "Ansökan från stiftelsen Lyktan avslås.", [("organisation", "stiftelsen Lyktan")], id="foundation"
        ),
        pytest.param("Ansökan från föreningen Lyktan avslås.", [("organisation", "Lyktan")], id="society"),
        pytest.param("Leverantören Almgrens dröjer.", [("organisation", "Almgrens")], id="announced"),
        pytest.param("Ägare till Dalens Film AB är okänd.", [("organisation", "Dalens Film AB")], id="company"),
        pytest.param("Samtal förs med Högskolan Väst.", [("organisation", "Högskolan Väst")], id="university"),
        pytest.param(
            "Försäkringskassan och SKR deltar.",
            [("organisation", "Försäkringskassan"), ("organisation", "SKR")],
            id="known",
        ),
        pytest.param("Medel ges till Almi Halland.", [("organisation", "Almi Halland")], id="known, of an area"),
        pytest.param("Medel ges till Kulturhuset Småland.", [("organisation", "Kulturhuset Småland")], id="of an area"),
        pytest.param("Medel ges till Södra Småland.", [], id="an area"),
        pytest.param("Arbetet görs av hela nätverket.", [], id="nätverk is no verk"),
        pytest.param("Erfarenheten är god.", [], id="erfarenhet is no enhet"),
        pytest.param("Vi behöver mer AI och IT i vården.", [], id="short forms that name nothing"),
        pytest.param(
            "KEPSU redovisade resultatet.", [("organisation", "KEPSU")], id="capitals that nothing spells out"
        ),
        pytest.param(
            "Planerna för KRS och hur det nya systemet används.", [("project", "KRS")], id="capitals of a system"
        ),
        pytest.param("BESLUT OCH DATUM", [], id="a heading in capitals"),
    ],
)
def test_organisations(minutes: Minutes, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Vi följer hälso- och sjukvårdsavtalet.", [("agreement", "hälso- och sjukvårdsavtalet")], id="definite"
        ),
        pytest.param("Ett avtal ska tecknas.", [], id="any agreement"),
        pytest.param("Ett samverkansavtal är ute på remiss.", [], id="an unnamed agreement"),
        pytest.param(
            "Överenskommelsen om trygg hemgång från sjukhus löper ut.",
            [("agreement", "Överenskommelse om trygg hemgång från sjukhus")],
            id="about",
        ),
        pytest.param("Vi behöver en överenskommelse om samverkan.", [], id="some agreement of a sort"),
        pytest.param(
            "Samverkansavtal mellan Ale kommun och Region Halland om rehab undertecknas.",
            [("agreement", "Samverkansavtal om rehab"), ("municipality", "Ale"), ("region", "Region Halland")],
            id="between and about",
        ),
        pytest.param("Vi antar Verksamhetsplan 2019.", [("plan", "Verksamhetsplan 2019")], id="plan of a year"),
        pytest.param("Vi antar en handlingsplan för 2019.", [], id="a plan for a year"),
        pytest.param("Tidplanen och vårdplanen följs.", [], id="timetables and care plans"),
        pytest.param(
            "Den nationella vaccinationsplanen följs.", [("plan", "nationell vaccinationsplan")], id="base form"
        ),
        pytest.param("Enligt handlingsplanen Ett gott liv hemma.", [("plan", "Ett gott liv hemma")], id="title"),
        pytest.param(
            "Remissen SOU 2019:29 God vård diskuterades.", [("plan", "SOU 2019:29 God vård")], id="state report"
        ),
        pytest.param(
            "4. Besöksstrategi\n\nInget att säga.", [("strategy", "Besöksstrategi")], id="strategy as heading"
        ),
        pytest.param(
            "Regeringens strategi God och nära vård gäller.",
            [("strategy", "God och nära vård")],
            id="title after an owner",
        ),
        pytest.param("Strategin behöver ses över.", [], id="the strategy alone"),
        pytest.param(
            "En halländsk bredbandsstrategi tas fram.", [("strategy", "halländsk bredbandsstrategi")], id="where"
        ),
        pytest.param(
            "Bevilja medel till projektet Unga framåt.", [("project", "Unga framåt")], id="project with title"
        ),
        pytest.param("Projektet avslutas i maj.", [], id="the project alone"),
        pytest.param(
            "Piteå äger inte projektet Vård på distans.",
            [("municipality", "Piteå"), ("project", "Vård på distans")],
            id="title with på",
        ),
        pytest.param(
            "Ramavtal om hälsa, stöd, vård och omsorg gäller.",
            [("agreement", "Ramavtal om hälsa, stöd, vård och omsorg")],
            id="a list inside the name",
        ),
        pytest.param(
            "Vi antar Verksamhetsplan 2018 och överlämnar den.", [("plan", "Verksamhetsplan 2018")], id="och and a verb"
        ),
        pytest.param(
            "Digitala Dalen är den regionala strategin för Dalen.",
            [("strategy", "Digitala Dalen")],
            id="said to be a strategy",
        ),
        pytest.param("Insatsen Almlunden förlängs.", [("project", "Almlunden")], id="insats"),
        pytest.param("Läkemedelsprojektet avslutas.", [("project", "läkemedelsprojektet")], id="compound project"),
        pytest.param("Trygg Start är ett pågående projekt.", [("project", "Trygg Start")], id="said to be a project"),
        pytest.param(
            "Första steget mot ”Ett samlat system i länet”.", [("project", "Ett samlat system i länet")], id="quoted"
        ),
        pytest.param("Den ”mjuka” infrastrukturen.", [], id="a quoted word"),
    ],
)
def test_works(minutes: Minutes, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Enligt LSS och Socialtjänstlagen gäller detta.", ["LSS", "socialtjänstlagen"], id="known laws"),
        pytest.param(
            "Den nya lagen om att minska väntetider gäller nu.", ["lagen om att minska väntetider"], id="about"
        ),
        pytest.param("Förslagen, underlagen och avslagen.", [], id="words that end as laws do"),
        pytest.param("Lagen ändras.", [], id="the law alone"),
    ],
)
def test_laws(minutes: Minutes, text: str, expected: list[str]) -> None:
    assert [each.name for each in mentions(minutes(text)) if each.kind == "law"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ale, Lerum och Partille är med.", ["Ale", "Lerum", "Partille"], id="list"),
        pytest.param("Närvård i Hjo och Tibro", ["Hjo", "Tibro"], id="two places"),
        pytest.param("Båten går mellan Oslo och Malmö.", [], id="a list with other towns"),
        pytest.param("Remissen går till Kalmar och Gotlands län.", [], id="counties"),
        pytest.param("Vi träffas i Lund.", [], id="a town where something is"),
        pytest.param("Göteborgs stads roll", ["Göteborg"], id="with stad"),
        pytest.param("Laholm upplever att det går trögt.", ["Laholm"], id="one that acts"),
        pytest.param("Betänkandet är på remiss hos Mora.", ["Mora"], id="hos"),
        pytest.param("Kommunalråd i Ale deltar.", [], id="the title of nobody"),
        pytest.param("Plats: Lerums kommun, rådhuset", [], id="the place of the meeting"),
        pytest.param("Kungsbackas kommunchef vill träffas.", ["Kungsbacka"], id="its officer"),
    ],
)
def test_municipalities(minutes: Minutes, text: str, expected: list[str]) -> None:
    assert [each.name for each in mentions(minutes(text)) if each.kind == "municipality"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Berg inledde.", [("Anna Berg", None, None)], id="name"),
        pytest.param(
            "Anna Berg och Olof Dal, Region Skåne, talade.",
            [("Anna Berg", "Region Skåne", None), ("Olof Dal", "Region Skåne", None)],
            id="one organisation for two",
        ),
        pytest.param(
            "Anna Berg från Almgrens data talade.",
            [("Anna Berg", None, None)],
            id="an unknown place is no organisation",
        ),
        pytest.param(
            "Anna Berg, samordnare på SKR, talade.", [("Anna Berg", "SKR", "samordnare")], id="title and organisation"
        ),
        pytest.param("Karin Ek och Lena Å talade.", [], id="those of the lists"),
        pytest.param("Karin Eks bilder visades.", [], id="one of the lists in the genitive"),
    ],
)
def test_people(minutes: Minutes, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(each.name, each.organisation, each.title) for each in mentions(minutes(text)) if each.kind == "person"]
    assert found == expected


@pytest.mark.parametrize("text", ["Expedieras till: Kulturnämnden, Ale kommun", "Delges Kulturnämnden"])
def test_who_gets_a_copy_is_not_spoken_of(minutes: Minutes, text: str) -> None:
    assert named(minutes(text)) == []


def test_a_short_form_spelled_out_takes_the_full_name_everywhere(minutes: Minutes) -> None:
    context = minutes("FTJ dröjer. Framtidens tidjournal (FTJ) är försenad. FTJ-programmet fortsätter.")
    assert named(context) == [("project", "Framtidens tidjournal")]


def test_two_forms_of_a_name_are_one_mention(minutes: Minutes) -> None:
    context = minutes("Tillväxtstrategin gäller. Region Halland står bakom Tillväxtstrategi för Halland.")
    assert named(context) == [("strategy", "Tillväxtstrategi för Halland"), ("region", "Region Halland")]


def test_each_mention_points_to_its_words(minutes: Minutes) -> None:
    context = minutes("Vi följer hälso- och sjukvårds-\navtalet noga.")
    (mention,) = mentions(context)
    assert mention.evidence is not None
    assert mention.evidence.quote == "hälso- och sjukvårds-\navtalet"
    assert context.text[mention.evidence.start : mention.evidence.end] == mention.evidence.quote
    assert (mention.name, mention.evidence.rule) == ("hälso- och sjukvårdsavtalet", "mentions.agreement.alone")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ledningsgruppen Söder träffades två gånger.", ["Ledningsgruppen Söder"], id="how often"),
        pytest.param("Vi väljer Eva till Norra Rådet för tiden 1 maj.", ["Norra Rådet"], id="a term is no purpose"),
        pytest.param("Vi frågar Norra Rådet för konst.", ["Norra Rådet för konst"], id="a purpose"),
        pytest.param("Nu tar Norra Rådet ställning.", ["Norra Rådet"], id="a noun of the verb"),
        pytest.param("Regionledningen svarar inte.", [], id="leaders are no body"),
        pytest.param("Frågan går till tjänstemannaledningen.", ["tjänstemannaledningen"], id="a body of leaders"),
        pytest.param("Kulturchefsgruppen i Norrbygd svarar.", ["kulturchefsgruppen i Norrbygd"], id="where"),
    ],
)
def test_a_body_ends_where_its_name_does(minutes: Minutes, text: str, expected: list[str]) -> None:
    assert [each.name for each in mentions(minutes(text)) if each.kind == "body"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Vi antar Målbild Nära vård Norrbygd.", [("strategy", "Målbild Nära vård Norrbygd")], id="near"),
        pytest.param("Vi antar Plan Bättre liv för barn 2014.", [("plan", "Plan Bättre liv för barn 2014")], id="more"),
        pytest.param(
            "Vi såg Program för tolkar och Handlingsplan 2023.",
            [("plan", "Program för tolkar"), ("plan", "Handlingsplan 2023")],
            id="two works",
        ),
        pytest.param("Varje län ska ha ett regionalt kulturprogram.", [], id="any such plan"),
        pytest.param("Projektet Läsa hemma söker medel.", [("project", "Läsa hemma")], id="a verb ends a title"),
        pytest.param(
            "Hon berättade om Läsresan, en nationell satsning.", [("project", "Läsresan")], id="an undertaking"
        ),
        pytest.param("Hon kom med Läsresan, en buss.", [], id="said to be a bus"),
        pytest.param("Avtal om tolkar löper ut i maj.", [("agreement", "Avtal om tolkar")], id="no article"),
        pytest.param("De vill ha ett avtal om tolkar.", [], id="any such agreement"),
        pytest.param("Vi frågar FoU i Norrbygd och FoU-N.",
            [("organisation", "FoU i Norrbygd"), ("organisation", "FoU-N")],
            id="research unit"),
    ],
)  # fmt: skip
def test_names_to_their_end(minutes: Minutes, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Lerum bygger en skola.", ["Lerum"], id="acts"),
        pytest.param("Lerum ligger vid en sjö.", [], id="lies"),
        pytest.param("Pengarna söks i år av Lerum för länets räkning.", ["Lerum"], id="passive"),
        pytest.param("Vi såg Lerums nya rutin.", ["Lerum"], id="its routine"),
        pytest.param("Vi såg Lerums gamla bro.", [], id="a bridge in a town"),
        pytest.param("Banan mellan Ale och Lerum stängs.", [], id="two ends of a way"),
    ],
)
def test_a_municipality_acts_and_a_town_lies(minutes: Minutes, text: str, expected: list[str]) -> None:
    assert [each.name for each in mentions(minutes(text)) if each.kind == "municipality"] == expected


def test_initials_of_people_are_no_organisations(minutes: Minutes) -> None:
    assert named(minutes("Eva-Lis Ek (ELE) var med. ELE såg planen.")) == [("person", "Eva-Lis Ek")]


def test_a_rare_given_name_stands_after_a_title(minutes: Minutes) -> None:
    (who,) = mentions(minutes("Frågor besvaras av kanslichefen Xerxa Lind."))
    assert (who.name, who.title) == ("Xerxa Lind", "kanslichefen")


def test_initials_of_the_own_body_are_that_body(minutes: Minutes) -> None:
    assert named(minutes("NHV har mötts.", body="Nämnden för hjälpmedel och vård")) == []


def test_capitals_that_are_not_its_initials_are_another(minutes: Minutes) -> None:
    assert named(minutes("NHX har mötts.", body="Nämnden för hjälpmedel och vård")) == [("organisation", "NHX")]
