"""Networks: the ties of a pair become one edge with weight and reasons; a way from one thing to another says why."""

import csv
import io
import json
from itertools import pairwise
from xml.etree import ElementTree

import networkx
import pytest

from samverkan import network
from samverkan.errors import NotFound
from samverkan.network import Network, Node, Reason
from samverkan.network.model import Passage, join, named
from samverkan.store import Store

ID = "https://w3id.org/samverkan/id/"
COUNCIL, HILLS = f"{ID}body/98/ådals_råd", f"{ID}body/99/fjällnätverket"
BRITTA, CECILIA, DORIS = (f"{ID}person/98/{name}" for name in ("britta_alm", "cecilia_ek", "doris_gran"))
ERIK, NAMESAKE = f"{ID}person/-/erik_lind", f"{ID}person/99/britta_alm"
REGION, EKBY = f"{ID}region/98", f"{ID}municipality/9801"
MEETING, BLANK = f"{ID}meeting/98/ådals_råd/2023-05-03", f"{ID}meeting/document/blad"

Ties = list[tuple[str, str, int]]


def ties(found: Network) -> Ties:
    return [(found.nodes[edge.source].label, found.nodes[edge.target].label, edge.weight) for edge in found.edges]


def line(*names: str) -> Network:
    """A network of names in a row, each tied to the next."""
    reasons = [Reason(one, "met", other, fact=f"{one}{other}") for one, other in pairwise(names)]
    made = join(reasons)
    return named(made, {name: Node(name, name.upper(), "person") for name in names}, {}, {})


# joining


def test_several_ties_between_a_pair_become_one_edge_in_whichever_direction_they_run() -> None:
    made = join(
        [Reason("a", "met", "b", via="m1"), Reason("b", "chairs", "a", fact="f"), Reason("a", "met", "b", via="m2")]
    )
    assert [(edge.source, edge.target, edge.weight, len(edge.reasons)) for edge in made.edges] == [("a", "b", 3, 3)]


def test_one_meeting_told_twice_weighs_once() -> None:
    made = join([Reason("a", "met", "b", via="m", fact="f1"), Reason("a", "met", "b", via="m", fact="f2")])
    assert (made.edges[0].weight, len(made.edges[0].reasons)) == (1, 2)


def test_nothing_is_tied_to_itself() -> None:
    assert join([Reason("a", "replaces", "a")]) == Network({}, ())


def test_an_edge_keeps_the_direction_of_its_relation() -> None:
    assert [(edge.source, edge.target) for edge in join([Reason("z", "prepares for", "a")]).edges] == [("z", "a")]


def test_the_order_of_rows_changes_nothing() -> None:
    reasons = [Reason("a", "met", "b", via="m"), Reason("c", "met", "b", via="m"), Reason("a", "met", "b", via="n")]
    assert join(reasons) == join(reversed(reasons))


def test_the_strongest_part_has_at_most_so_many_nodes() -> None:
    made = join([Reason("a", "met", "b", via="1"), Reason("a", "met", "b", via="2"), Reason("c", "met", "d", via="1")])
    assert sorted(network.strongest(made, 3).nodes) == ["a", "b"]
    assert network.strongest(made, 4) == made
    assert network.strongest(made, None) == made


# kinds of network


def test_people_are_tied_by_meetings_with_a_day_in_common(sample: Store) -> None:
    found = network.people(sample)
    assert ties(found) == [("Britta Alm", "Cecilia Ek", 1), ("Cecilia Ek", "Doris Gran", 1)]
    reason = found.edges[0].reasons[0]
    assert (reason.tie, reason.via, reason.via_label) == ("met", MEETING, "Ådals råd 2023-05-03")
    assert (reason.document, reason.document_label) == (f"{ID}document/rad-protokoll", "Protokoll Ådals råd")


def test_nodes_have_name_kind_and_county(sample: Store) -> None:
    assert network.people(sample).nodes[CECILIA] == Node(CECILIA, "Cecilia Ek", "person", "Ådals län")


def test_representation_counts_people(sample: Store) -> None:
    found = network.representation(sample)
    assert ties(found) == [("Ekby", "Ådals råd", 1), ("Region Ådal", "Ådals råd", 1)]
    assert [each.document_label for each in found.edges[0].reasons] == ["Ådals råd", "Protokoll Ådals råd"]


def test_bodies_are_tied_by_preparing_and_by_people(seeds: Store) -> None:
    assert ties(network.bodies(seeds)) == [
        ("Centrala tjänstemannaberedningen", "Centralt samverkansorgan", 1),
        ("gemensam tjänstemannamannagrupp", "Centralt samverkansorgan", 1),
        ("Chefsgrupp Halland", "Kommun- och regionledningsforum", 1),
    ]


def test_a_network_around_one_body_holds_its_ties_alone(seeds: Store) -> None:
    forum = f"{ID}body/13/kommun-_och_regionledningsforum"
    assert ties(network.build(seeds, "bodies", forum)) == [("Chefsgrupp Halland", "Kommun- och regionledningsforum", 1)]
    assert len(network.build(seeds, "people", forum).nodes) == 32


def test_all_seventeen_of_a_meeting_have_met(seeds: Store) -> None:
    found = network.people(seeds, f"{ID}body/12/centrala_tjänstemannaberedningen")
    assert (len(found.nodes), len(found.edges)) == (17, 17 * 16 // 2)


def test_a_network_can_be_cut_to_its_strongest_part(seeds: Store) -> None:
    assert len(network.build(seeds, "people", most=20).nodes) == 20


def test_an_unknown_kind_is_refused(sample: Store) -> None:
    with pytest.raises(
        NotFound, match="no kind of network is called 'friends'; there are people, bodies, representation"
    ):
        network.build(sample, "friends")


# surroundings


def test_one_step_around_a_body_are_its_people(sample: Store) -> None:
    found = network.surroundings(sample, COUNCIL)
    assert set(found.nodes) == {COUNCIL, BRITTA, CECILIA, DORIS}
    assert ties(found) == [
        ("Britta Alm", "Ådals råd", 4),
        ("Cecilia Ek", "Ådals råd", 2),
        ("Doris Gran", "Ådals råd", 2),
    ]


def test_two_steps_reach_whom_they_represent(sample: Store) -> None:
    assert set(network.surroundings(sample, COUNCIL, 2).nodes) == {COUNCIL, BRITTA, CECILIA, DORIS, REGION, EKBY}


def test_a_meeting_of_an_unnamed_body_stands_for_itself(sample: Store) -> None:
    assert set(network.surroundings(sample, ERIK).nodes) == {ERIK, HILLS, BLANK}


def test_a_thing_without_ties_stands_alone(sample: Store) -> None:
    found = network.surroundings(sample, NAMESAKE, 3)
    assert (list(found.nodes.values()), found.edges) == ([Node(NAMESAKE, "Britta Alm", "person", "Fjälls län")], ())


@pytest.mark.parametrize("steps", [0, 4])
def test_surroundings_reach_one_to_three_steps(sample: Store, steps: int) -> None:
    with pytest.raises(ValueError, match="one to three"):
        network.surroundings(sample, COUNCIL, steps)


def test_mentions_are_left_out_unless_asked_for(seeds: Store) -> None:
    body = f"{ID}body/12/centralt_samverkansorgan"
    named_only = f"{ID}person/12/emelie_sundén"
    assert named_only not in network.surroundings(seeds, body).nodes
    assert named_only in network.surroundings(seeds, body, mentions=True).nodes


# ways


def test_two_people_of_one_meeting_are_connected_through_it(seeds: Store) -> None:
    ways = network.path(seeds, f"{ID}person/12/emelie_sundén", f"{ID}person/12/lars_almroth")
    assert [[node.label for node in way.nodes] for way in ways] == [
        ["Emelie Sundén", "Centrala tjänstemannaberedningen 2021-09-07", "Lars Almroth"]
    ]
    told = [(step.reasons[0].tie, step.reasons[0].document.rpartition("/")[2]) for step in ways[0].steps]
    assert told == [("present", "001_684d4425c4d055f4"), ("present", "001_684d4425c4d055f4")]


def test_people_who_never_met_are_connected_by_a_body_with_the_quote_for_each_step(sample: Store) -> None:
    (way,) = network.path(sample, CECILIA, REGION, most=1)
    assert [node.label for node in way.nodes][0::2] == ["Cecilia Ek", "Britta Alm"]
    (way,) = network.path(sample, BRITTA, EKBY, most=1)
    assert way.nodes[-2].label == "Cecilia Ek"


def test_the_sentence_of_a_seat_is_told(sample: Store) -> None:
    (way,) = network.path(sample, CECILIA, COUNCIL)
    assert [(reason.tie, reason.quote) for reason in way.steps[0].reasons] == [("seat", "Cecilia Ek")]


def test_what_is_not_connected_has_no_way(sample: Store) -> None:
    assert network.path(sample, CECILIA, ERIK) == []
    assert network.path(sample, CECILIA, f"{ID}person/98/nobody") == []


def test_a_mention_connects_where_nothing_else_does(seeds: Store) -> None:
    named_only, law = f"{ID}person/12/kent_mårtensson", f"{ID}project/12/sverigeförhandlingen"
    (way,) = network.path(seeds, named_only, law)
    assert [step.reasons[0].tie for step in way.steps] == ["mentioned", "mentioned"]


# figures and places


def test_the_one_in_the_middle_of_a_row_lies_between_all_others() -> None:
    figures = network.measure(line("a", "b", "c"))
    assert (figures["b"].degree, figures["b"].betweenness) == (2, 1.0)
    assert (figures["a"].degree, figures["a"].betweenness) == (1, 0.0)


def test_groups_and_parts_are_numbered_from_the_largest() -> None:
    found = network.measure(named(join([*_ring("abcd"), *_ring("xyz")]), {}, {}, {}))
    assert {name: figures.component for name, figures in found.items()} == dict.fromkeys("abcd", 1) | dict.fromkeys(
        "xyz", 2
    )
    assert len({found[name].community for name in "xyz"}) == 1


def _ring(names: str) -> list[Reason]:
    return [Reason(one, "met", other, via="m") for one, other in zip(names, names[1:] + names[0], strict=True)]


def test_figures_of_an_empty_network_are_none() -> None:
    assert network.measure(Network({}, ())) == {}


def test_each_figure_is_explained_in_both_languages() -> None:
    assert set(network.MEASURES) == set(network.Measures.__slots__)
    assert all(words["sv"][1] != words["en"][1] for words in network.MEASURES.values())


def test_places_are_the_same_each_time_and_within_the_frame(seeds: Store) -> None:
    found = network.people(seeds)
    places = network.layout(found)
    assert places == network.layout(found)
    assert len(set(places.values())) == 67
    assert max(abs(value) for place in places.values() for value in place) == 1.0


def test_those_tied_lie_closer_than_those_who_are_not() -> None:
    places = network.layout(line("a", "b", "c", "d", "e"))
    near, far = (sum((p - q) ** 2 for p, q in zip(places["a"], places[other], strict=True)) for other in "be")
    assert near < far


def test_one_node_lies_in_the_middle_and_none_nowhere() -> None:
    assert network.layout(Network({"a": Node("a")}, ())) == {"a": (0.0, 0.0)}
    assert network.layout(Network({}, ())) == {}


# files


@pytest.fixture
def hostile() -> Network:
    nodes = {"urn:a": Node("urn:a", 'A <b> & "q"\x00', "person"), "urn:b": Node("urn:b", "Å\ud800", "body", "Län")}
    made = join(
        [Reason("urn:a", "seat", "urn:b", fact="f1"), Reason("urn:a", "present", "urn:b", via="urn:m", fact="f2")]
    )
    return named(made, nodes, {}, {"f1": Passage("urn:d", "Dok; ett", "ord", "2019", "")})


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_what_is_written_can_be_read_by_networkx(hostile: Network, form: str) -> None:
    read = {"gexf": networkx.read_gexf, "graphml": networkx.read_graphml}[form]
    graph = read(io.BytesIO(network.write(hostile, form)))
    assert graph.nodes["urn:a"]["label"] == 'A <b> & "q"\ufffd'
    assert graph.nodes["urn:b"]["county"] == "Län"
    assert graph.nodes["urn:a"]["community"] == 1
    assert graph.edges["urn:a", "urn:b"]["weight"] == 2
    assert graph.edges["urn:a", "urn:b"]["ties"] == "present; seat"


def test_gexf_has_places_and_no_day_of_writing(hostile: Network) -> None:
    written = network.write(hostile, "gexf")
    assert b"lastmodifieddate" not in written
    (one, other) = ElementTree.fromstring(written).iter("{http://www.gexf.net/1.2draft/viz}position")
    assert abs(float(one.attrib["x"])) == 1000 or abs(float(one.attrib["y"])) == 1000
    assert one.attrib != other.attrib


def test_csv_has_a_row_for_each_edge(hostile: Network) -> None:
    rows = list(csv.DictReader(io.StringIO(network.write(hostile, "csv").decode())))
    assert [(row["source"], row["target"], row["weight"], row["documents"]) for row in rows] == [
        ("urn:a", "urn:b", "2", "Dok; ett")
    ]


def test_json_keeps_the_reasons_apart(hostile: Network) -> None:
    found = json.loads(network.write(hostile, "json"))
    assert [node["id"] for node in found["nodes"]] == ["urn:a", "urn:b"]
    assert [(each["tie"], each["via"], each["quote"]) for each in found["edges"][0]["reasons"]] == [
        ("present", "urn:m", ""),
        ("seat", "", "ord"),
    ]


@pytest.mark.parametrize("form", network.FORMATS)
def test_an_empty_network_can_be_written(form: str) -> None:
    assert network.write(Network({}, ()), form)


@pytest.mark.parametrize("form", network.FORMATS)
def test_the_same_network_gives_the_same_file(seeds: Store, form: str) -> None:
    assert network.write(network.representation(seeds), form) == network.write(network.representation(seeds), form)
