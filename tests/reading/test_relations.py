"""Relations between named things: the phrases that say them, and those that only look so."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from samverkan.facts import Relation
from samverkan.reading.context import Context
from samverkan.reading.relating.relations import read_relations
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.references import References

Minutes = Callable[..., Context]
OWN = "Styrgruppen för Ovanbygden"


def relations(context: Context) -> tuple[Relation, ...]:
    things = find_things(context)
    return read_relations(context, things, References(context, things))


def said(context: Context) -> list[tuple[str, str, str]]:
    return [(each.subject, each.relation, each.object) for each in relations(context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Styrgruppen ingår i Vårdsamverkan Nedanbygden.",
            [(OWN, "part of", "Vårdsamverkan Nedanbygden")],
            id="ingår i",
        ),
        pytest.param("Styrgruppen ingår inte i Vårdsamverkan Nedanbygden.", [], id="a denial"),
        pytest.param(
            "Styrgruppen är en del av Vårdsamverkan Nedanbygden och rapporterar till Ledningsgrupp Söder.",
            [(OWN, "part of", "Vårdsamverkan Nedanbygden"), (OWN, "reports to", "Ledningsgrupp Söder")],
            id="two verbs of one subject",
        ),
        pytest.param(
            "I Delregion Syd ingår Ale, Lerum och Partille.",
            [
                ("Ale", "part of", "Delregion Syd"),
                ("Lerum", "part of", "Delregion Syd"),
                ("Partille", "part of", "Delregion Syd"),
            ],
            id="the parts after the verb",
        ),
        pytest.param("Frågan går till GR:s förbundsstyrelse.", [("förbundsstyrelsen", "part of", "GR")], id="owner"),
        pytest.param(
            "Frågan går till Skånes Kommuners styrelse.",
            [("Skånes Kommuners styrelse", "part of", "Skånes Kommuner")],
            id="owner of a bare noun",
        ),
        pytest.param("Eva ingår i projektet.", [], id="nobody named"),
    ],
)
def test_part_of(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gagnef är medlem i Norra Samordningsförbundet.",
            [("Gagnef", "member of", "Norra Samordningsförbundet")],
            id="är medlem i",
        ),
        pytest.param(
            "Medlemmar i Dalens kommunalförbund är Mora och Orsa.",
            [("Mora", "member of", "Dalens kommunalförbund"), ("Orsa", "member of", "Dalens kommunalförbund")],
            id="medlemmar är",
        ),
        pytest.param(
            "Gruppen hör till Vårdsamverkan Dalen, där kommunerna och Region Dalarna är medlemmar.",
            [
                (OWN, "part of", "Vårdsamverkan Dalen"),
                ("kommunerna", "member of", "Vårdsamverkan Dalen"),
                ("Region Dalarna", "member of", "Vårdsamverkan Dalen"),
            ],
            id="where they are members",
        ),
        pytest.param(
            "Frågan ligger hos Ale, som är en av GR:s medlemskommuner.",
            [("Ale", "member of", "GR")],
            id="one of its members",
        ),
        pytest.param("Eva Berg är medlem i Norra Samordningsförbundet.", [], id="a person is no member organisation"),
    ],
)
def test_member_of(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Styrgruppen bereder ärenden till Kommunalt forum.",
            [(OWN, "prepares for", "Kommunalt forum")],
            id="bereder till",
        ),
        pytest.param("Ärendena bereds av Chefsgrupp Nord.", [("Chefsgrupp Nord", "prepares for", OWN)], id="bereds av"),
        pytest.param("Presidiet bereder styrgruppens ärenden.", [("presidiet", "prepares for", OWN)], id="its items"),
        pytest.param(
            "Kommundirektörerna bereder ärendena.", [("kommundirektörerna", "prepares for", OWN)], id="officials"
        ),
        pytest.param(
            "Beredning av ärenden sker genom en gemensam tjänstemannagrupp med deltagare från Region Skåne.",
            [("gemensam tjänstemannagrupp", "prepares for", OWN)],
            id="a group that is described",
        ),
        pytest.param(
            "Chefsgrupp Nord är beredande organ för Samrådsgrupp Nord.",
            [("Chefsgrupp Nord", "prepares for", "Samrådsgrupp Nord")],
            id="organ",
        ),
        pytest.param(
            "Beredningsgrupp till Samverkansrådet Öst",
            [("Beredningsgrupp till Samverkansrådet Öst", "prepares for", "Samverkansrådet Öst")],
            id="name",
        ),
        pytest.param("Styrgruppen förbereder mötet.", [], id="preparing a meeting"),
    ],
)
def test_prepares_for(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ledamöterna utses av Region Skåne och VästKom.",
            [("Region Skåne", "appoints", OWN), ("VästKom", "appoints", OWN)],
            id="utses av",
        ),
        pytest.param(
            "Skånes Kommuners styrelse utser ledamöter för kommunerna.",
            [
                ("Skånes Kommuners styrelse", "appoints", OWN),
                ("Skånes Kommuners styrelse", "part of", "Skånes Kommuner"),
            ],
            id="utser ledamöter",
        ),
        pytest.param(
            "Styrgruppen utser Eva Berg till ledamot i Samverkansrådet.", [], id="an election is no right to appoint"
        ),
        pytest.param(
            "Samverkansrådet ersätter Välfärdsrådet.", [("samverkansrådet", "replaces", "Välfärdsrådet")], id="replaces"
        ),
        pytest.param(
            "Välfärdsrådet ersattes av Samverkansrådet.",
            [("Samverkansrådet", "replaces", "välfärdsrådet")],
            id="was replaced",
        ),
        pytest.param(
            "Frågan går till Välfärdsrådet (tidigare Omsorgsrådet).",
            [("Välfärdsrådet", "replaces", "Omsorgsrådet")],
            id="formerly",
        ),
        pytest.param(
            "Gruppen har bytt namn från Omsorgsrådet till Välfärdsrådet.",
            [("Välfärdsrådet", "replaces", "Omsorgsrådet")],
            id="renamed",
        ),
        pytest.param("Frågan gick tidigare till Omsorgsrådet, nu till Välfärdsrådet.", [], id="an earlier way"),
        pytest.param("Eva Berg ersätter Olof Dal.", [], id="a person replaces another"),
        pytest.param(
            "Chefsgrupp Nord rapporterar till Samverkansrådet.",
            [("Chefsgrupp Nord", "reports to", "Samverkansrådet")],
            id="reports",
        ),
        pytest.param("Eva Berg rapporterar till Samverkansrådet.", [], id="a person who reports"),
        pytest.param(
            "Samverkansrådet leds alltid av Lerums kommun.", [("Lerum", "chairs", "samverkansrådet")], id="led by"
        ),
        pytest.param(
            "2017 har Region Skåne varit ordförande för Samverkansrådet.",
            [("Region Skåne", "chairs", "Samverkansrådet")],
            id="chaired",
        ),
        pytest.param("Eva Berg, kommunchef i Lerum, leder Samverkansrådet.", [], id="her municipality does not chair"),
    ],
)
def test_bodies_and_their_makers(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(said(minutes(text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Samverkansrådet ansvarar för Kulturplan för Nedanbygden.",
            [("samverkansrådet", "responsible for", "Kulturplan för Nedanbygden")],
            id="ansvarar",
        ),
        pytest.param("Samverkansrådet ansvarar för lokalen.", [], id="for a room"),
        pytest.param(
            "Ansvaret för framtagande av Kulturplan för Nedanbygden åvilar Samverkansrådet.",
            [("Samverkansrådet", "responsible for", "Kulturplan för Nedanbygden")],
            id="åvilar",
        ),
        pytest.param(
            "Omsorgsavtalet har ingåtts av kommunerna och Region Skåne.",
            [("kommunerna", "party to", "omsorgsavtalet"), ("Region Skåne", "party to", "omsorgsavtalet")],
            id="ingåtts av",
        ),
        pytest.param(
            "Omsorgsavtalet gäller. Avtalet ska tecknas av Region Skåne och de sex kommunerna.",
            [("Region Skåne", "party to", "omsorgsavtalet"), ("kommunerna", "party to", "omsorgsavtalet")],
            id="the agreement named before",
        ),
        pytest.param(
            "Överenskommelsen mellan Region Skåne och länets 13 kommuner om hjälpmedel löper ut.",
            [
                ("Region Skåne", "party to", "överenskommelse om hjälpmedel"),
                ("kommunerna", "party to", "överenskommelse om hjälpmedel"),
            ],
            id="mellan",
        ),
        pytest.param("Samtal förs mellan Region Skåne och kommunerna.", [], id="talks between them"),
    ],
)
def test_works_and_their_parties(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(minutes(text)) == expected


def test_even_a_sentence_without_an_object_goes_on_with_the_one_before(minutes: Minutes) -> None:
    context = minutes("Ale och Lerum flyttas över till Delregion Syd 1/1 2022. Även Lasarettet i Mora ingår.")
    assert [(each.subject, each.object, each.start) for each in relations(context)] == [
        ("Ale", "Delregion Syd", "2022-01-01"),
        ("Lerum", "Delregion Syd", "2022-01-01"),
        ("Lasarettet i Mora", "Delregion Syd", None),
    ]


def test_the_agreement_is_the_last_one_of_the_same_noun(minutes: Minutes) -> None:
    context = minutes("Omsorgsavtalet ersätter Rehaböverenskommelsen. Region Skåne har tecknat avtalet.")
    assert said(context) == [
        ("omsorgsavtalet", "replaces", "Rehaböverenskommelsen"),
        ("Region Skåne", "party to", "omsorgsavtalet"),
    ]


def test_a_day_says_since_when(minutes: Minutes) -> None:
    (relation,) = relations(minutes("Gagnef är medlem i Norra Samordningsförbundet sedan 2010."))
    assert (relation.start, relation.end) == ("2010", None)


def test_a_year_that_opens_the_sentence_is_both_bounds(minutes: Minutes) -> None:
    (relation,) = relations(minutes("2017 har Region Skåne varit ordförande för Samverkansrådet."))
    assert (relation.start, relation.end) == ("2017", "2017")


def test_an_agreement_with_somebody_binds_the_own_organisation_too(minutes: Minutes) -> None:
    context = minutes("Vi godkänner Samverkansavtal Framtidsbygden med Ale kommun.")
    assert context.body is not None
    context = replace(context, body=replace(context.body, organisations=("Dalens kommunalförbund",)))
    assert said(context) == [
        ("Ale", "party to", "Samverkansavtal Framtidsbygden"),
        ("Dalens kommunalförbund", "party to", "Samverkansavtal Framtidsbygden"),
    ]


def test_each_relation_points_to_the_words_that_say_it(minutes: Minutes) -> None:
    context = minutes("Som sagt. Samverkansrådet ersätter Välfärdsrådet nu.")
    (relation,) = relations(context)
    assert relation.evidence is not None
    assert relation.evidence.quote == "Samverkansrådet ersätter Välfärdsrådet"
    assert context.text[relation.evidence.start : relation.evidence.end] == relation.evidence.quote
    assert relation.evidence.rule == "relations.replaces.active"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sedan 2020 rapporterar Styrgruppen till Norra Rådet.",
            [(OWN, "reports to", "Norra Rådet")],
            id="after a year",
        ),
        pytest.param(
            "I juni tar Lerum över ordförandeskapet i Norra Rådet.",
            [("Lerum", "chairs", "Norra Rådet")],
            id="a split verb",
        ),
        pytest.param(
            "Under Norra Rådet finns två grupper: Arbetsgruppen för kost och Arbetsgruppen för konst.",
            [
                ("Arbetsgruppen för kost", "part of", "Norra Rådet"),
                ("Arbetsgruppen för konst", "part of", "Norra Rådet"),
            ],
            id="named under a body",
        ),
        pytest.param("Under Norra Rådet diskuterades frågan.", [], id="under is no place"),
        pytest.param(
            "Frågan bereds av Norra Rådet, som leds av Ale kommun.",
            [("Norra Rådet", "prepares for", OWN), ("Ale", "chairs", "Norra Rådet")],
            id="a clause on the nearest",
        ),
    ],
)
def test_the_verb_may_stand_before_its_subject(
    minutes: Minutes, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert said(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Per läste upp Överenskommelse om tolkar i Ovanbygden. Parter är Ale kommun och Region Skåne.",
            ["Ale", "Region Skåne"],
            id="parties in the next sentence",
        ),
        pytest.param(
            "Vi såg Överenskommelse om tolkar i Ovanbygden. Den ska skrivas under av Ale kommun.",
            ["Ale"],
            id="a pronoun",
        ),
        pytest.param(
            "På mötet skrev Ale kommun och Region Skåne under Överenskommelse om tolkar i Ovanbygden.",
            ["Ale", "Region Skåne"],
            id="inside the verb",
        ),
        pytest.param(
            "Vi följer upp Ramavtal tolkning, där Ale kommun och Region Skåne är parter.",
            ["Ale", "Region Skåne"],
            id="in a clause",
        ),
        pytest.param(
            "Överenskommelse om tolkar har slutits mellan kommunerna i Dalbygden och Region Skåne.",
            ["kommunerna", "Region Skåne"],
            id="the municipalities of an area",
        ),
        pytest.param(
            "Vi såg Överenskommelse om tolkar i Ovanbygden.\n\nParter är Ale kommun.", [], id="another paragraph"
        ),
    ],
)
def test_parties(minutes: Minutes, text: str, expected: list[str]) -> None:
    assert [each.subject for each in relations(minutes(text)) if each.relation == "party to"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Norra Rådet bereder styrgruppens ärenden.", [("Norra Rådet", "prepares for", OWN)], id="whose"),
        pytest.param("Ärendet har beretts av Norra Rådet.", [("Norra Rådet", "prepares for", OWN)], id="has been"),
        pytest.param("Ärendet har inte beretts av Norra Rådet.", [], id="a denial"),
        pytest.param(
            "Ledningsgrupp Söder utser kommunernas ledamöter i Norra Rådet.",
            [("Ledningsgrupp Söder", "appoints", "Norra Rådet")],
            id="not those whose seats they are",
        ),
        pytest.param("Norra Rådet leds av Eva Ek, Region Skåne.", [], id="a person leads, not whom she is from"),
        pytest.param(
            "Ordförandeskapet i Norra Rådet innehas av Ale kommun.", [("Ale", "chairs", "Norra Rådet")], id="is held by"
        ),
        pytest.param(
            "Norra Rådet utgör beredningsgrupp till Södra Rådet.",
            [("Norra Rådet", "prepares for", "Södra Rådet")],
            id="makes up",
        ),
        pytest.param(
            "Förbundet Norrbygd har Ale och Lerum som medlemmar.",
            [("Ale", "member of", "Förbundet Norrbygd"), ("Lerum", "member of", "Förbundet Norrbygd")],
            id="has as members",
        ),
        pytest.param(
            "Huvudman för projektet Unga framåt är Ale kommun.",
            [("Ale", "responsible for", "Unga framåt")],
            id="huvudman",
        ),
        pytest.param(
            "Projektet Unga framåt drivs av Ale kommun och Region Skåne.",
            [("Ale", "responsible for", "Unga framåt"), ("Region Skåne", "responsible for", "Unga framåt")],
            id="a project of several",
        ),
    ],
)
def test_who_does_what_to_whom(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(minutes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Norra Rådet möttes den 4 maj 2020 och rapporterar till Södra Rådet.", (None, None), id="met"),
        pytest.param("Norra Rådet ersätter Södra Rådet den 4 maj 2020.", ("2020-05-04", None), id="begins"),
    ],
)
def test_a_day_of_meeting_is_no_beginning(minutes: Minutes, text: str, expected: tuple[str | None, str | None]) -> None:
    (relation,) = relations(minutes(text))
    assert (relation.start, relation.end) == expected
