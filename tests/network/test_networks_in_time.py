"""Networks in time, limited, compared and told: ties with days, what a choice leaves, who joined and who left."""

import io
from xml.etree import ElementTree

import networkx
import pytest

from samverkan import network
from samverkan.network import Choice, Network, Node, Reason
from samverkan.network.model import join, only
from samverkan.store import Store

ID = "https://w3id.org/samverkan/id/"
GEXF = "{http://www.gexf.net/1.2draft}"


def tie(one: str, other: str, since: str = "", until: str | None = None, how: str = "met") -> Reason:
    """A tie of a day, a month or a year, or from one to another."""
    return Reason(one, how, other, fact=f"{one}{other}{since}", since=since, until=since if until is None else until)


def people(*reasons: Reason, **counties: str) -> Network:
    """A network of people with the names and counties given."""
    made = join(reasons)
    nodes = {name: Node(name, name.upper(), "person", counties.get(name)) for name in made.nodes}
    return Network(nodes, made.edges)


def ends(found: Network) -> list[tuple[str, str, int]]:
    return [(edge.source, edge.target, edge.weight) for edge in found.edges]


HISTORY = people(
    tie("a", "b", "2019-01-30", "2019-01-31"), tie("a", "b", "2021-09-07"), tie("b", "c", "2020-05"),
    tie("c", "d", "2020", ""), tie("d", "e"), a="Skåne län", b="Skåne län", c="Hallands län",
)  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "left"),
    [
        ("2019", "2019", [("a", "b", 1)]),
        ("2019-02", "2020-04-30", [("c", "d", 1)]),
        ("2020-05-31", "2020-05-31", [("b", "c", 1), ("c", "d", 1)]),
        ("2020", "", [("a", "b", 1), ("b", "c", 1), ("c", "d", 1)]),
        ("", "2019-01-30", [("a", "b", 1)]),
        ("1999", "2000", []),
    ],
    ids=["year", "month to day", "day in a month", "open end", "open start", "nothing"],
)
def test_a_period_leaves_what_is_told_of_it(since: str, until: str, left: list[tuple[str, str, int]]) -> None:
    found = network.during(HISTORY, since, until)
    assert ends(found) == left
    assert set(found.nodes) == {end for *pair, _ in left for end in pair}


def test_no_period_leaves_all_also_what_has_no_time() -> None:
    assert network.during(HISTORY) == HISTORY


def test_the_years_of_a_network_have_no_gap() -> None:
    assert network.years(HISTORY) == ("2019", "2020", "2021")
    assert network.years(people(tie("a", "b"))) == ()


def test_between_two_dates_some_join_and_some_leave() -> None:
    found = network.compare(HISTORY, "2019", "2022")
    assert [(edge.source, edge.target) for edge in found.joined] == [("c", "d")]
    assert [(edge.source, edge.target) for edge in found.left] == [("a", "b")]
    assert [node.iri for node in found.newcomers] == ["c", "d"]
    assert [node.iri for node in found.leavers] == ["a", "b"]
    assert ends(network.of_either(HISTORY, found)) == [("a", "b", 2), ("c", "d", 1)]


def test_a_tie_known_before_and_after_a_date_has_not_left() -> None:
    found = network.compare(HISTORY, "2019-01-30", "2020-07-01")
    assert [(edge.source, edge.target) for edge in found.stayed] == [("a", "b")]
    assert found.left == ()


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (Choice(), ["ab", "bc", "cd", "de"]),
        (Choice(weight=2), ["ab"]),
        (Choice(county="Hallands län"), ["bc", "cd"]),
        (Choice(since="2020", county="Skåne län"), ["ab", "bc"]),
        (Choice(kind="body"), []),
        (Choice(tie="seat"), []),
        (Choice(tie="met", until="2019"), ["ab"]),
    ],
    ids=["nothing", "weight", "county", "county and time", "kind", "tie", "tie and time"],
)
def test_a_choice_leaves_a_part(choice: Choice, left: list[str]) -> None:
    found = network.chosen(HISTORY, choice)
    assert [edge.source + edge.target for edge in found.edges] == left


def test_the_middle_stays_where_nothing_else_does() -> None:
    assert list(network.chosen(HISTORY, Choice(tie="seat"), middle="c").nodes) == ["c"]


def test_the_choices_are_counted() -> None:
    found = network.choices(HISTORY)
    assert found.counties == (("Hallands län", 1), ("Skåne län", 2))
    assert (found.kinds, found.ties, found.heaviest) == ((("person", 5),), (("met", 4),), 2)


def test_ties_of_the_corpus_have_the_days_of_their_meetings(seeds: Store) -> None:
    found = network.people(seeds, f"{ID}body/12/centrala_tjänstemannaberedningen")
    assert network.life(found.edges[0]) == ("2021-09-07", "2021-09-07")


def test_a_seat_that_a_page_tells_of_counts_for_the_day_of_the_page(sample: Store) -> None:
    reasons = {
        (each.tie, each.since, each.until)
        for edge in network.surroundings(sample, f"{ID}body/98/ådals_råd").edges
        for each in edge.reasons
    }
    assert ("present", "2023-05-03", "2023-05-03") in reasons
    assert all(since for _, since, _ in reasons)


def test_gexf_has_a_start_and_an_end_on_things_and_ties() -> None:
    root = ElementTree.fromstring(network.write(HISTORY, "gexf"))
    spans = [(each.get("start"), each.get("end")) for each in root.iter(f"{GEXF}edge")]
    assert spans == [
        ("2019-01-30", "2021-09-07"), ("2020-05-01", "2020-05-31"), ("2020-01-01", None), (None, None),
    ]  # fmt: skip
    nodes = {each.get("id"): (each.get("start"), each.get("end")) for each in root.iter(f"{GEXF}node")}
    assert nodes["b"] == ("2019-01-30", "2021-09-07")
    assert nodes["c"] == ("2020-01-01", None)
    assert nodes["e"] == (None, None)
    assert networkx.read_gexf(io.BytesIO(network.write(HISTORY, "gexf"))).graph["mode"] == "dynamic"


def test_one_tied_to_two_counties_is_a_broker_between_them() -> None:
    figures = network.measure(HISTORY)
    assert [figures[name].counties for name in "abcde"] == [1, 2, 2, 1, 0]


def test_a_network_is_told_in_a_paragraph() -> None:
    told = network.summary(HISTORY, network.measure(HISTORY), network.years(HISTORY), "en")
    assert told == (
        "The network has 5 things and 4 ties. All can be reached from one another. Most neighbours has B: 2. "
        "The strongest tie is that between A and B, of weight 2. Most often on the way between others: C, B and D. "
        "Ties to several counties: B (2 counties) and C (2 counties). They are tied most closely in 2 groups; "
        "the largest has 3 things, around C. The ties are told of from 2019 to 2021."
    )
    assert "Nätverket har 5 enheter och 4 samband." in network.summary(HISTORY, network.measure(HISTORY), (), "sv")


def test_a_network_without_ties_tells_nothing() -> None:
    alone = only(HISTORY, ["a"])
    assert network.summary(alone, network.measure(alone), (), "sv") == ""


@pytest.mark.parametrize("name", ["body/98/ådals_råd", "person/98/britta_alm", "region/98"])
def test_without_quotes_the_same_ties_have_the_same_days(sample: Store, name: str) -> None:
    def ties(found: Network) -> list[tuple[object, ...]]:
        return [
            (
                edge.source,
                edge.target,
                edge.weight,
                *((each.tie, each.via, each.since, each.until) for each in edge.reasons),
            )
            for edge in found.edges
        ]

    whole, bare = (network.surroundings(sample, ID + name, quotes=quotes) for quotes in (True, False))
    assert ties(bare) == ties(whole) != []
    assert bare.nodes == whole.nodes
