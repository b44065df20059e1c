"""Networks as pages: the picture's data, the same ties in words, files for other tools, ways between two things."""

import json
import re
from weakref import WeakKeyDictionary

import numpy
import pytest
from flask.testing import FlaskClient

from samverkan.network import Edge, Network, Node, Reason, keeping, placing
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan_web import drawing, networks, ties_in_words
from samverkan_web.addresses import Addresses
from samverkan_web.site import Site

BASE = "https://example.org/id/"
COUNCIL = "/sv/network/body/12/vårdrådet_söder"


def drawn(client: FlaskClient, path: str) -> dict[str, object]:
    """What the script of a drawing reads."""
    page = client.get(path).text
    found: dict[str, object] = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    return found


def test_the_surroundings_of_a_body_hold_who_sits_there_and_what_is_prepared_for_it(client: FlaskClient) -> None:
    page = re.sub(r"<[^>]+>", "", client.get(COUNCIL).text)
    assert "Maja Holm sitter i Vårdrådet Söder" in page
    assert "Beredningsgrupp Söder bereder åt Vårdrådet Söder" in page
    assert "Maja Holm sits on Vårdrådet Söder" in re.sub(
        r"<[^>]+>", "", client.get(COUNCIL.replace("/sv/", "/en/")).text
    )


def test_each_tie_is_told_with_its_sentence(client: FlaskClient) -> None:
    page = client.get(COUNCIL).text
    tie = page.partition('class="acts ties"')[2].partition("Beredningsgrupp Söder</bdi>")[2].partition("</li>")[0]
    assert '<q lang="sv"><bdi>Beredningsgrupp Söder bereder rådets ärenden</bdi></q>' in tie
    assert 'href="/sv/document/radet"' in tie


def test_the_drawing_has_a_place_a_page_and_a_shape_for_each_thing(client: FlaskClient) -> None:
    nodes = {node["label"]: node for node in drawn(client, f"{COUNCIL}.drawing")["nodes"]}  # type: ignore[attr-defined]
    assert nodes["Vårdrådet Söder"]["middle"] is True
    assert (nodes["Maja Holm"]["shape"], nodes["Maja Holm"]["page"]) == ("dot", "/sv/person/12/maja_holm")
    assert all(isinstance(node[axis], int) for node in nodes.values() for axis in ("x", "y"))


def test_the_drawing_opens_settled_and_the_same_each_time(client: FlaskClient) -> None:
    first = drawn(client, f"{COUNCIL}.drawing")
    assert first == drawn(client, f"{COUNCIL}.drawing")
    assert first["options"]["physics"] == {"enabled": False}  # type: ignore[index]


def test_the_picture_is_in_a_frame_that_may_only_run_its_script(client: FlaskClient) -> None:
    frame = re.search(r'<iframe class="drawing"[^>]*>', client.get(COUNCIL).text)
    assert frame is not None
    assert 'sandbox="allow-scripts allow-downloads allow-top-navigation-by-user-activation"' in frame[0]
    page = client.get(f"{COUNCIL}.drawing").text
    assert re.findall(r'<script src="([^"]+)"', page) == [
        "/static/vendor/vis-network/vis-network.min.js",
        "/static/drawing.js",
    ]
    assert "://" not in page.partition("</head>")[0]


@pytest.mark.parametrize("form", ["gexf", "graphml", "csv", "json"])
def test_a_network_can_be_taken_away(client: FlaskClient, form: str) -> None:
    answer = client.get(f"{COUNCIL}.{form}")
    assert answer.status_code == 200
    assert "Maja Holm" in answer.text
    assert f'filename="samverkan.{form}"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("kind", ["people", "bodies", "representation"])
def test_each_network_of_all_has_a_page(client: FlaskClient, kind: str) -> None:
    assert client.get(f"/sv/networks/{kind}").status_code == 200
    assert f'href="/sv/networks/{kind}"' in client.get("/sv/networks").text


@pytest.mark.parametrize(
    "path", ["/sv/networks/wizards", "/sv/network/person/12/nobody", "/sv/network/x", "/sv/networks/people.exe"]
)
def test_a_network_of_nothing_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_two_things_are_connected_step_by_step(client: FlaskClient) -> None:
    page = client.get("/sv/networks", query_string={"from": "Maja Holm", "to": "Söderavtalet"}).text
    words = re.sub(r"<[^>]+>", "", page)
    assert "I 2 steg" in words
    assert "Maja Holm sitter i Vårdrådet Söder" in words
    assert "Vårdrådet Söder är part i Söderavtalet" in words


def test_an_unknown_end_is_told_beside_the_form(client: FlaskClient) -> None:
    page = client.get("/sv/networks", query_string={"from": "Maja Holm", "to": "Ingen Alls"})
    assert page.status_code == 400
    assert "Ingen Alls" in page.text.partition('role="alert"')[2].partition("</p>")[0]


def page_of(whole: Network) -> networks.NetworkPage:
    """The page of a network without a middle."""
    return networks.NetworkPage("", "", None, 0, whole, whole)


def test_the_most_closely_tied_come_first_with_how_many_others_and_the_weight_of_their_ties() -> None:
    edges = (Edge("a", "b", 3, ()), Edge("a", "c", 1, ()), Edge("b", "c", 1, ()), Edge("c", "d", 1, ()))
    found = page_of(Network({name: Node(name, name.upper(), "person") for name in "abcd"}, edges)).leading
    assert [(each.thing.label, each.others, each.weight) for each in found] == [
        ("A", 2, 4), ("B", 2, 4), ("C", 3, 3), ("D", 1, 1),
    ]  # fmt: skip


def test_the_ties_of_a_large_network_are_told_in_pages_the_strongest_first() -> None:
    names = [f"n{number:03}" for number in range(61)]
    edges = tuple(
        Edge(names[0], name, weight, (Reason(names[0], "met", name),)) for weight, name in enumerate(names[1:], 1)
    )
    page = page_of(Network({name: Node(name, name, "person") for name in names}, edges))
    site = Site(OxigraphStore, Addresses(BASE), QueryPool)  # type: ignore[arg-type]  # nothing needs to be asked
    first, last = (networks.told(site, page, number, "sv") for number in (1, 2))
    assert (first.paging.pages, first.paging.total) == (2, 60)
    assert [tie.target.label for tie in first.ties] == names[:10:-1]
    assert [tie.target.label for tie in last.ties] == names[10:0:-1]
    assert len(page.leading) == 30


def test_the_files_hold_what_the_picture_leaves_out(monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> None:
    monkeypatch.setattr(networks, "MOST_NODES", 3)
    assert len(drawn(client, f"{COUNCIL}.drawing")["nodes"]) == 3  # type: ignore[arg-type]
    assert len(client.get(f"{COUNCIL}.json").get_json()["nodes"]) > 3
    assert "Bilden visar de 3 tätast knutna." in client.get(COUNCIL).text


def test_a_page_of_all_tells_the_most_closely_tied_where_there_are_more(
    monkeypatch: pytest.MonkeyPatch, client: FlaskClient
) -> None:
    everything = client.get("/sv/networks/people.json").get_json()
    assert "de tätast knutna" not in client.get("/sv/networks/people").text
    monkeypatch.setattr(keeping, "MOST", {**keeping.MOST, keeping.DRAWN: 2})
    monkeypatch.setattr(networks, "_KEPT", WeakKeyDictionary())
    page = client.get("/sv/networks/people").text
    assert "2 enheter av 3, de tätast knutna" in page
    assert client.get("/sv/networks/people.json").get_json() == everything
    assert len(everything["nodes"]) == 3


def test_of_many_passages_some_are_shown_and_the_rest_are_counted() -> None:
    reasons = tuple(Reason("a", "met", "b", f"m{each}", f"m{each}", document="d", quote="q") for each in range(7))
    nodes = {name: Node(name, name, "person") for name in "ab"}
    ways = ties_in_words.ways(Edge("a", "b", 7, reasons))
    (tie,) = ties_in_words.tell(OxigraphStore(), ways, Network(nodes, ()), "sv")
    assert (len(tie.sources), tie.unshown) == (2, 5)


def network(*pairs: tuple[str, str], alone: tuple[str, ...] = ()) -> Network:
    """A network of bodies that share people."""
    names = sorted({name for pair in pairs for name in pair} | set(alone))
    edges = tuple(Edge(a, b, 1, (Reason(a, "shares", b),)) for a, b in pairs)
    return Network({name: Node(name, name, "body") for name in names}, edges)


def test_parts_without_ties_stand_side_by_side() -> None:
    found = placing.settle(network(("a", "b"), ("b", "c"), ("x", "y"), alone=("q",)))
    assert set(found) == set("abcxyq")
    assert len(set(found.values())) == 6


def test_boxes_that_overlap_are_pushed_apart() -> None:
    boxes = numpy.array([[40.0, 20.0]] * 12)
    centres = placing.apart(numpy.zeros((12, 2)), boxes)
    away = numpy.abs(centres[:, None, :] - centres[None, :, :])
    crossing = ((away < 79) & (away < numpy.array([79, 39]))).all(axis=2)
    assert not (crossing & ~numpy.eye(12, dtype=bool)).any()


def test_a_relation_has_an_arrow_and_a_shared_person_has_none() -> None:
    edges = (
        Edge("a", "b", 1, (Reason("a", "prepares for", "b"),)),
        Edge("b", "c", 1, (Reason("b", "shares", "c"),)),
    )
    nodes = {name: Node(name, name, "body") for name in "abc"}
    found = drawing.draw(Network(nodes, edges), "a", {}, "en")["edges"]
    assert [edge["arrows"] for edge in found] == ["to", ""]
    assert [edge["title"] for edge in found] == ["a prepares for b", "b has a person in common with c"]


def test_each_kind_of_thing_has_a_shape_of_its_own_besides_its_colour() -> None:
    kinds = ("body", "person", "municipality", "region", "organisation", "collective", "agreement")
    assert len({drawing.LOOKS[kind][0] for kind in kinds}) == len(kinds)
