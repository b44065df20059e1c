"""Candidates: who is offered with which reasons, what is left out, and that not all are compared with all."""

import random
from collections.abc import Callable

import pytest

from samverkan.candidates import Candidate, Graph, find
from samverkan.candidates.finding import _pairs
from samverkan.candidates.model import WORDS, Reason, Thing
from samverkan.candidates.people import keys
from samverkan.facts import Attendance, Body, Facts, Meeting, Membership, Mention, Relation
from samverkan.judgements import NONE, Judgement, Judgements, Verdict, settle

Make = Callable[..., Graph]


def minutes(*rows: Attendance, body: str = "Bussrådet", day: str = "2031-01-02", region: str = "Region Skåne") -> Facts:
    return Facts(body=Body(body, organisations=(region,)), meeting=Meeting(day), attendance=rows)


def judged(verdict: Verdict, one: str, other: str) -> Judgements:
    return settle([Judgement(one, "A", other, "B", verdict, "Ann Ek", "2031-01-01", "Så är det.")])


def reasons(candidate: Candidate) -> dict[str, str]:
    return {each.code: each.detail for each in candidate.reasons}


BO = Attendance("Bo Ekkvist", "Lund", "S", title="ordförande i kommunstyrelsen")


def test_a_candidate_says_what_speaks_for_it_and_what_against(graph_of: Make) -> None:
    other = Attendance("Bo Ekqvist", "Lund", "M", title="ordförande i kommunstyrelsen")
    (found,) = find(graph_of([("a", minutes(BO)), ("b", minutes(other, day="2031-02-02"))]), "person")
    assert found.pair == ("person/12/bo_ekkvist", "person/12/bo_ekqvist")
    assert reasons(found) == {
        "sounds alike": "", "same body": "Bussrådet", "same organisation": "Lund", "another party": "S – M",
        "same title": "ordförande i kommunstyrelsen",
    }  # fmt: skip
    assert found.score == 1.0


def test_two_who_are_listed_in_one_roster_are_two(graph_of: Make) -> None:
    graph = graph_of([("a", minutes(BO, Attendance("Bo Ekqvist", "Lund")))])
    assert find(graph, "person") == []
    (known,) = find(graph, "person", every=True)
    assert "listed together" in reasons(known)


def test_one_who_is_present_and_named_in_the_text_otherwise_is_offered(graph_of: Make) -> None:
    facts = Facts(body=Body("Bussrådet", organisations=("Region Skåne",)), meeting=Meeting("2031-01-02"),
                  attendance=(BO,), mentions=(Mention("Bo Ekqvist", "person"),))  # fmt: skip
    assert [each.pair for each in find(graph_of([("a", facts)]), "person")] == [
        ("person/12/bo_ekkvist", "person/12/bo_ekqvist")
    ]


def test_seats_side_by_side_on_one_body_are_two_persons(graph_of: Make) -> None:
    seats = (Membership("Bo Ekkvist", "Bussrådet"), Membership("Bo Ekqvist", "Bussrådet"))
    assert (
        find(
            graph_of([("a", Facts(body=Body("Bussrådet", organisations=("Region Skåne",)), memberships=seats))]),
            "person",
        )
        == []
    )


@pytest.mark.parametrize(
    ("verdict", "expected"), [("same", []), ("different", []), ("unsure", ["judged unsure"])], ids=str
)
def test_what_was_judged_is_not_asked_again_unless_unsure(
    graph_of: Make, verdict: Verdict, expected: list[str]
) -> None:
    told = judged(verdict, "person/12/bo_ekkvist", "person/12/bo_ekqvist")
    found = find(
        graph_of([("a", minutes(BO)), ("b", minutes(Attendance("Bo Ekqvist"), day="2031-02-02"))], told), "person"
    )
    assert [code for each in found for code in reasons(each) if code.startswith("judged")] == expected


def test_a_judgement_of_one_holds_for_those_it_stands_for(graph_of: Make) -> None:
    rows = [
        Judgement("person/12/bo_ekkvist", "A", "person/12/bo_ekquist", "B", "same", "Ann Ek", "2031-01-01", "Därför."),
        Judgement(
            "person/12/bo_ekquist", "B", "person/12/bo_ekqvist", "C", "different", "Ann Ek", "2031-01-01", "Nej."
        ),
    ]
    people = [("a", minutes(BO)), ("b", minutes(Attendance("Bo Ekqvist"), day="2031-02-02"))]
    assert len(find(graph_of(people), "person")) == 1
    assert find(graph_of(people, settle(rows)), "person") == []


def test_a_body_said_to_replace_another_is_offered_whatever_their_names(graph_of: Make) -> None:
    facts = Facts(
        body=Body("Bussrådet", organisations=("Region Skåne",)),
        relations=(Relation("Bussrådet", "replaces", "Ekgruppen"),),
    )
    (found,) = find(graph_of([("a", facts)]), "body")
    assert ("said to replace" in reasons(found), found.pair) == (True, ("body/12/bussrådet", "body/12/ekgruppen"))


def test_a_body_near_one_of_the_register_is_offered_but_never_two_of_the_register(graph_of: Make) -> None:
    graph = graph_of([("a", minutes(BO, body="Centralt samverkansorganet"))])
    assert [each.pair for each in find(graph, "body")] == [
        ("body/12/centralt_samverkansorgan", "body/12/centralt_samverkansorganet")
    ]


def test_the_working_committees_of_two_boards_are_two(graph_of: Make) -> None:
    rows = (Relation("AU", "part of", "Ekrådet"),), (Relation("AU", "part of", "Almrådet"),)
    graph = graph_of((str(number), Facts(relations=each)) for number, each in enumerate(rows))
    assert find(graph, "body") == []


def test_every_reason_has_words_in_both_languages() -> None:
    for code in WORDS:
        swedish, english = (Reason(code, 0.0, "X").words(language) for language in ("sv", "en"))
        assert swedish
        assert english
        assert "{}" not in swedish + english


def test_few_are_compared_of_many() -> None:
    """Of 4,000 people there are eight million pairs; some ten a person are looked at."""
    chance = random.Random(4)
    given = ["Anna", "Bo", "Carl", "Dag", "Eva", "Frida", "Göran", "Hans", "Ingrid", "Jonas", "Karin", "Lars", "Mona"]
    first = ["lind", "berg", "ek", "sjö", "ny", "ström", "dahl", "hall", "sten", "ros", "malm", "björk", "al", "gran"]
    last = ["kvist", "gren", "ström", "berg", "man", "lund", "holm", "vall", "dal", "rot", "bom", "fors", "säter", "by"]
    names = {f"{chance.choice(given)} {chance.choice(first)}{chance.choice(last)} {number}" for number in range(4000)}
    things = [Thing(f"person/98/{name}", name.rpartition(" ")[0].title()) for name in sorted(names)]
    alone = [thing for number, thing in enumerate(things) if number % 8 == 0]
    assert len(_pairs(alone, keys, apart=False)) < 20 * len(alone)


def test_candidates_are_the_same_whatever_the_order_of_documents(graph_of: Make) -> None:
    documents = [(str(n), minutes(Attendance(name), day=f"2031-01-{n + 1:02}")) for n, name in enumerate(
        ["Bo Ekkvist", "Bo Ekqvist", "Eva Lind", "Ewa Lindh", "Kicki Rask", "Christina Rask"])]  # fmt: skip
    forwards, backwards = (find(graph_of(each), "person") for each in (documents, documents[::-1]))
    assert forwards == backwards
    assert len(forwards) == 3
    assert NONE.rows == ()
