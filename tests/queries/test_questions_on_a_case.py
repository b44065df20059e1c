"""A case that goes from meeting to meeting and from body to body, and statements that somebody corrected; invented."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, Quad

from samverkan.facts import (
    AgendaItem,
    Assignment,
    Attendance,
    Body,
    Decision,
    Document,
    Facts,
    Meeting,
    Membership,
    Mention,
    Referral,
    Relation,
)
from samverkan.vocabulary import NS

Ask = Callable[..., list[tuple[str | None, ...]]]
Telling = Callable[..., Ask]

PREPARING = "Ådals beredning"
COUNCIL = "Ådals råd"


def minutes(body: str, day: str, *items: AgendaItem, **rows: tuple[object, ...]) -> Facts:
    """The minutes of a meeting of one day, which name the road map."""
    return replace(
        Facts(
            document=Document(title=f"{body} {day}", kind="minutes", date=day),
            body=Body(name=body, kind="officials" if body == PREPARING else "political"),
            meeting=Meeting(start=day, end=day),
            agenda=items,
            mentions=(Mention("Färdplan Ådal", "strategy"),),
        ),
        **rows,  # type: ignore[arg-type]
    )


SENT = minutes(
    PREPARING, "2024-01-10", AgendaItem("Färdplan Ådal, utkast", "3"), AgendaItem("Budget", "4"),
    decisions=(Decision("referred", "Beredningen sänder utkastet på remiss", "3"),),
    referrals=(Referral("Färdplan Ådal", ("kommunerna",), "2024-02-15"),),
    relations=(Relation(PREPARING, "prepares for", COUNCIL),),
)  # fmt: skip
REVISED = minutes(
    PREPARING, "2024-03-06", AgendaItem("Dnr 24/7 Färdplan Ådal efter remiss", "2"), AgendaItem("Budget", "3"),
    decisions=(
        Decision("noted", "Beredningen antecknar remissvaren", "2"),
        Decision("endorsed", "Beredningen ställer sig bakom det reviderade förslaget", "2"),
    ),
    assignments=(Assignment(("Vera Alm",), "rätta bilagan", "2", "2024-03-20"),),
)  # fmt: skip
ADOPTED = minutes(
    COUNCIL, "2024-04-10", AgendaItem("Färdplan Ådal", "5"),
    decisions=(Decision("approved", "Rådet antar färdplanen", "5"),),
)  # fmt: skip


def test_a_draft_is_followed_from_remiss_to_the_next_body(ask_told: Telling) -> None:
    ask = ask_told({"b1": SENT, "b2": REVISED, "r1": ADOPTED})
    rows = ask("steps-of-work", "date", "step", "outcome", "body", "to", work="Färdplan Ådal")
    assert [tuple(cell or None for cell in row) for row in rows] == [
        ("2024-01-10", "remiss", None, None, "kommunerna"),
        ("2024-01-10", "ärende", None, PREPARING, None),
        ("2024-01-10", "beslut", "remitterat", PREPARING, None),
        ("2024-03-06", "ärende", None, PREPARING, None),
        ("2024-03-06", "beslut", "noterat", PREPARING, None),
        ("2024-03-06", "beslut", "tillstyrkt", PREPARING, None),
        ("2024-03-06", "uppdrag", None, PREPARING, "Vera Alm"),
        ("2024-04-10", "ärende", None, COUNCIL, None),
        ("2024-04-10", "beslut", "godkänt", COUNCIL, None),
    ]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ({"b1": SENT}, ("remitterat", "2024-01-10", PREPARING, COUNCIL)),
        ({"b1": SENT, "b2": REVISED}, ("tillstyrkt", "2024-03-06", PREPARING, COUNCIL)),
        ({"r1": ADOPTED, "b2": REVISED, "b1": SENT}, ("godkänt", "2024-04-10", COUNCIL, None)),
    ],
    ids=["sent out", "endorsed after revision, the council is next", "adopted"],
)
def test_the_status_is_that_of_the_latest_decision_whatever_the_order_of_reading(
    ask_told: Telling, read: dict[str, Facts], expected: tuple[str | None, ...]
) -> None:
    rows = ask_told(read)("status-of-works", "status", "date", "body", "next", work="Färdplan Ådal")
    assert [tuple(cell or None for cell in row) for row in rows] == [expected]


def test_until_the_council_has_it_on_an_agenda_the_council_is_next(ask_told: Telling) -> None:
    rows = ask_told({"b1": SENT, "b2": REVISED})("steps-of-work", "step", "to", work="Färdplan Ådal")
    assert rows[-1] == ("bereder åt", COUNCIL)


def test_a_matter_is_found_by_its_diary_number(ask_told: Telling) -> None:
    rows = ask_told({"b1": SENT, "b2": REVISED})("follow-a-matter", "step", "item", text="24/7")
    assert [step for step, _ in rows] == ["ärende", "beslut", "beslut", "uppdrag"]
    assert {item for _, item in rows} == {"Dnr 24/7 Färdplan Ådal efter remiss"}


def test_an_item_with_the_same_heading_comes_back_and_a_standing_heading_does_not(ask_told: Telling) -> None:
    standing = AgendaItem("Nästa möte", "9")
    first = replace(SENT, agenda=(*SENT.agenda, standing))
    second = replace(REVISED, agenda=(*REVISED.agenda, standing))
    ask = ask_told({"b1": first, "b2": second})
    assert ask("items-coming-back", "item", "reason", "again", body=PREPARING) == [
        ("Budget", "samma rubrik på ett senare möte", "2024-03-06")
    ]


def test_the_same_heading_at_another_body_does_not_come_back(ask_told: Telling) -> None:
    other = minutes(COUNCIL, "2024-05-08", AgendaItem("Budget", "1"))
    assert ask_told({"b1": SENT, "r2": other})("items-coming-back") == []


def test_a_chain_of_preparation_is_followed_to_its_beginning(ask_told: Telling) -> None:
    chain = replace(REVISED, relations=(Relation("Ådals arbetsgrupp", "prepares for", PREPARING),))
    rows = ask_told({"b1": SENT, "b2": chain, "r1": ADOPTED})("preparation-of-bodies", "body", "other", "through")
    assert rows == [(COUNCIL, PREPARING, None), (COUNCIL, "Ådals arbetsgrupp", PREPARING)]


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2024-01-10", "sedd vid möte den dagen"),
        ("2024-02-01", "känd före och efter"),
        ("2024-03-07", "okänt den dagen"),
    ],
)
def test_presence_in_the_same_role_on_both_sides_is_needed(ask_told: Telling, date: str, known: str) -> None:
    chair, guest = Attendance("Vera Alm", role="chair"), Attendance("Gun Ek", role="guest")
    substitute, member = Attendance("Bo Ask", role="substitute"), Attendance("Bo Ask", role="member")
    ask = ask_told(
        {
            "b1": replace(SENT, attendance=(chair, guest, substitute)),
            "b2": replace(REVISED, attendance=(chair, guest, member)),
        }
    )
    rows = ask("who-sat-when", "known", "role", "person", body=PREPARING, date=date)
    assert (known, "ordförande", "Vera Alm") in rows
    assert {person for _, _, person in rows} == {"Vera Alm", "Bo Ask"}
    if date == "2024-02-01":
        assert [row[0] for row in rows if row[2] == "Bo Ask"] == ["okänt den dagen"] * 2


def test_a_seat_with_a_start_and_no_end_lasts(ask_told: Telling) -> None:
    seated = replace(SENT, memberships=(Membership("Vera Alm", PREPARING, start="2023-05"),))
    ask = ask_told({"b1": seated})
    assert ask("who-sat-when", "known", "since", body=PREPARING, date="2025") == [("uppgivet", "2023-05")]
    assert ask("who-sat-when", "known", body=PREPARING, date="2023-05-02") == [("uppgivet, inte på dagen",)]
    assert ask("who-sat-when", "known", body=PREPARING, date="2023-04-30") == [("okänt den dagen",)]


def test_shares_of_facts_by_way_of_knowing(ask_told: Telling) -> None:
    way = NamedNode(f"{NS}knownBy")
    fact = NamedNode("https://w3id.org/samverkan/id/document/x/decision/1")
    corrected = NamedNode("https://w3id.org/samverkan/concept/known-by/corrected")
    document = NamedNode("https://w3id.org/samverkan/id/document/x")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    said = [(way, corrected), (kind, NamedNode(f"{NS}Fact")), (NamedNode(f"{NS}inDocument"), document)]
    ask = ask_told({"r1": ADOPTED}, [Quad(fact, each, value, document) for each, value in said])
    # the item, its decision and the mention were read
    assert ask("ways-of-knowing", "statements", "share", "documents") == [("3", "0.75", "1"), ("1", "0.25", "1")]
    assert ask("ways-of-knowing", "statements", "share", document=document.value) == [("1", "1")]
