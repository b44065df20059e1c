"""Views of a network: each choice is an address; two dates compared; through time; on the pages of others; a map."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from browsing import expect, two_frames
from flask import Flask, render_template
from flask.testing import FlaskClient

from samverkan.errors import ParameterError
from samverkan.network import Choice, Edge, Network, Node, Reason, compare, large_layout
from samverkan_web import drawing, large, map_names, map_picture, network_wishes, picture
from samverkan_web.map_names import Spot
from samverkan_web.map_picture import Mark
from samverkan_web.networks import NetworkPage

COUNCIL = "/sv/network/body/12/vårdrådet_söder"


def plain(client: FlaskClient, path: str) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", client.get(path).text))


def test_a_wish_becomes_the_same_address_again() -> None:
    given = {"since": "2019", "thing": "body", "weight": "2", "first": "2019-01", "second": "2021", "focus": "Maja"}
    wish = network_wishes.read(given | {"page": "3"})
    assert wish.choice == Choice(since="2019", kind="body", weight=2)
    assert wish.asked == given


@pytest.mark.parametrize(
    ("name", "value"),
    [("since", "i fjol"), ("until", "2021-13"), ("first", "2021-02-30"), ("second", "0000"), ("weight", "-1")],
)
def test_what_is_no_date_or_number_is_told_beside_the_form(client: FlaskClient, name: str, value: str) -> None:
    with pytest.raises(ParameterError):
        network_wishes.read({name: value})
    page = client.get(COUNCIL, query_string={name: value})
    assert page.status_code == 400
    assert value in page.text.partition('role="alert"')[2].partition("</div>")[0]


def test_a_choice_limits_page_picture_and_files_alike(client: FlaskClient) -> None:
    asked = "tie=party to"
    assert "Vårdrådet Söder är part i Söderavtalet" in plain(client, f"{COUNCIL}?{asked}")
    assert "Maja Holm sitter i" not in plain(client, f"{COUNCIL}?{asked}")
    nodes = client.get(f"{COUNCIL}.json?{asked}").get_json()["nodes"]
    assert sorted(node["label"] for node in nodes) == ["Söderavtalet", "Vårdrådet Söder"]
    assert client.get(f"{COUNCIL}.svg?{asked}").text.count("<text") == 2
    links = unquote(client.get(f"{COUNCIL}?{asked}").text)
    assert f'href="{COUNCIL}.gexf?tie=party+to"' in links.replace("steps=1&amp;", "").replace("&amp;steps=1", "")


def test_a_choice_that_leaves_nothing_says_so(client: FlaskClient) -> None:
    assert "Inget samband passar urvalet" in plain(client, "/sv/networks/people?since=1900&until=1901")
    assert "No tie fits the choice" in plain(client, "/en/networks/people?since=1900&until=1901")


def test_a_network_is_told_in_words_and_its_figures_are_explained(client: FlaskClient) -> None:
    page = plain(client, "/sv/networks/people")
    assert "Nätverket har 3 enheter och 3 samband." in page
    assert "Sambanden är belagda 2024." in page
    assert "Hur ofta den ligger på den kortaste vägen mellan två andra" in page
    assert "The network has 3 things and 3 ties." in plain(client, "/en/networks/people")


def test_between_two_dates_the_newcomers_are_told(client: FlaskClient) -> None:
    page = plain(client, "/sv/networks/people?first=2020&second=2024")
    assert "3 samband tillkom, 0 samband föll bort, 0 samband är kända båda dagarna." in page
    assert re.search(r"Tillkom 3 *Karin Lundberg *Maja Holm *Olle Vikström", page)


def test_a_drawing_may_stand_on_the_pages_of_others_and_nothing_else(client: FlaskClient) -> None:
    embedded = client.get("/sv/embed/network/body/12/vårdrådet_söder?steps=1")
    assert embedded.status_code == 200
    assert "frame-ancestors *" in embedded.headers["Content-Security-Policy"]
    assert "/sv/network/body/12/" in embedded.text.partition('class="from"')[2]
    assert "/sv/embed/networks/people" in client.get("/sv/networks/people").text
    for path in (f"{COUNCIL}.drawing", COUNCIL, "/sv/map"):
        assert "frame-ancestors 'self'" in client.get(path).headers["Content-Security-Policy"]


def test_an_embedded_drawing_of_nothing_is_not_found(client: FlaskClient) -> None:
    assert client.get("/sv/embed/networks/wizards").status_code == 404
    assert client.get("/sv/embed/networks/people?since=x").status_code == 400


def two() -> Network:
    """Three bodies, two of them tied in 2019 and two in 2021."""
    edges = (
        Edge("a", "b", 1, (Reason("a", "shares", "b", since="2019-05", until="2019-05"),)),
        Edge("b", "c", 1, (Reason("b", "shares", "c", since="2021", until=""),)),
    )
    return Network({name: Node(name, f"<{name}> & \x00", "body") for name in "abc"}, edges)


def test_a_drawing_has_the_years_and_what_is_told_of_each() -> None:
    drawn = drawing.draw(two(), None, {}, "sv")
    assert drawn["steps"] == ("2019", "2020", "2021")
    assert [edge["at"] for edge in drawn["edges"]] == [[0], [2]]


def test_ties_that_came_and_went_are_marked_in_drawing_and_picture() -> None:
    compared = compare(two(), "2019", "2021")
    assert [edge["fate"] for edge in drawing.draw(two(), None, {}, "sv", compared)["edges"]] == ["left", "joined"]
    drawn = picture.svg(two(), "T", compared)
    assert (drawn.count("stroke-dasharray"), drawn.count("<line")) == (1, 2)


def test_a_picture_escapes_what_is_written_in_it() -> None:
    drawn = picture.svg(two(), "<script>")
    assert "&lt;a&gt; &amp;" in drawn
    assert "<script>" not in drawn
    assert "\x00" not in drawn


def test_every_shape_of_the_legend_can_be_drawn() -> None:
    assert {shape for shape, _ in drawing.LOOKS.values()} == set(picture.SHAPES)


# the map


def test_the_map_tells_who_takes_part_most_first(client: FlaskClient) -> None:
    page = client.get("/sv/map").text
    rows = re.findall(r'class="first"><a[^>]*><bdi>([^<]*)', page)
    assert rows == ["Eslöv", "Region Skåne", "Svalöv"]
    assert "<title>Eslöv: 1</title>" in page
    row = plain(client, "/en/map?by=presences").partition("Share present")[2]
    assert "Region Skåne" in row
    assert "100%" in row


def test_the_map_of_a_county_has_its_places_alone(client: FlaskClient) -> None:
    page = client.get("/sv/map?county=12").text
    assert "Karta: Skåne län" in page
    assert ">Malmö</text>" in page
    assert ">Kiruna</text>" not in page
    assert "100 %" not in plain(client, "/sv/map?county=25")


def test_the_map_is_a_file_too(client: FlaskClient) -> None:
    answer = client.get("/sv/map.svg?by=bodies")
    assert answer.content_type.startswith("image/svg+xml")
    assert answer.text.startswith("<svg ")


@pytest.mark.parametrize("asked", ["by=money", "county=99", "county=<x>"])
def test_a_map_of_nothing_is_not_found(client: FlaskClient, asked: str) -> None:
    assert client.get(f"/sv/map?{asked}").status_code == 404


def test_a_figure_four_times_as_great_has_a_radius_twice_as_long() -> None:
    marks = [Mark("A", "municipality", 60, 15, 4), Mark("B", "municipality", 61, 16, 1)]
    assert re.findall(r' r="([\d.]+)"', map_picture.svg(marks, "T")) == ["22.0", "11.0"]


@pytest.mark.parametrize(("share", "dark"), [(0.0, "0.06"), (0.5, "0.48"), (1.0, "0.90"), (None, "0.55")])
def test_the_greater_the_share_the_darker_the_shape(share: float | None, dark: str) -> None:
    drawn = map_picture.svg([Mark("A", "municipality", 60, 15, 4, share)], "T")
    assert re.findall(r'fill-opacity="([\d.]+)" stroke', drawn) == [dark]


def test_names_on_the_map_lead_to_their_pages_and_say_the_share(client: FlaskClient) -> None:
    page = client.get("/sv/map?by=share").text
    assert re.search(r'<a href="/sv/region/12" aria-label="Region Skåne: 100\s%"><text', page)
    assert re.search(r"<title>Eslöv: 0\s%</title>", page)
    rows = re.findall(r'class="first"><a[^>]*><bdi>([^<]*)', page)
    assert rows == ["Region Skåne", "Svalöv", "Eslöv"]
    assert "<a " not in client.get("/sv/map.svg?by=share").text


@pytest.mark.parametrize(
    ("spots", "named"),
    [
        ([("Ab", Spot(100, 50, 5)), ("Bc", Spot(108, 50, 5))], {0: "end", 1: "start"}),
        ([("Ab", Spot(20, 50, 5)), ("Bc", Spot(32, 50, 5))], {0: "middle", 1: "start"}),
        ([(name, Spot(50, 50, 5)) for name in ("Ab", "Bc", "Cd")], {0: "start", 1: "end", 2: "middle"}),
        ([("Abcdefghijk", Spot(30, 50, 10)), ("Bc", Spot(75, 50, 5))], {0: "start", 1: "middle"}),
        ([("A long name", Spot(20, 5, 5))], {}),
    ],
    ids=["away from the neighbour", "at the edge", "all in one place", "only aslant", "no room at all"],
)  # fmt: skip
def test_a_name_stands_where_there_is_room(spots: list[tuple[str, Spot]], named: dict[int, str]) -> None:
    width = 60.0 if len(spots) == 1 else 200.0
    found = dict(map_names.placed(spots, [spot for _, spot in spots], width, 100))
    assert {number: name.anchor for number, name in found.items()} == named


def test_north_is_up_and_names_do_not_lie_on_each_other() -> None:
    marks = [Mark(name, "municipality", latitude, 15.0, 1) for name, latitude in (("S", 56), ("N", 66), ("M", 66.01))]
    drawn = map_picture.svg(marks, "T")
    at = {name: float(y) for y, name in re.findall(r'y="([\d.]+)" text-anchor.*>(\w)</text>', drawn)}
    assert at["S"] > at["M"]


# in a browser

browser = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.mark.browser
@browser
def test_a_name_is_found_and_the_years_go_by(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}/sv/network/body/12/vårdrådet_söder?first=2020&second=2024&focus=Maja", wait_until="load")
    frame = page.frame_locator("iframe.drawing")
    frame.locator("html[data-drawn]").wait_for(state="attached")
    expect(frame.locator("html")).to_have_attribute("data-found", "Maja Holm")
    frame.locator("#focus").fill("Karin")
    expect(frame.locator("html")).to_have_attribute("data-found", "Karin Lundberg")
    page.wait_for_url("**focus=Karin*")
    expect(page.locator("#embedding")).to_contain_text("focus=Karin")
    with page.expect_download() as taken:
        frame.locator("#png").click()
    assert taken.value.suggested_filename == "samverkan.png"
    context.close()


@pytest.mark.browser
@browser
def test_the_slider_goes_through_time_and_stops_at_its_end(chromium: Any, address: str, app: Flask) -> None:
    page_of = NetworkPage("T", "", None, 0, two(), two())
    with app.test_request_context("/en/"):
        drawn = drawing.draw(two(), None, {}, "en")
        body = render_template("drawing.html", page=page_of, drawing=drawn, whole=None)
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/en/drawn", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{address}/en/drawn", wait_until="load")
    page.locator("html[data-drawn]").wait_for(state="attached")
    now, everything = page.locator("#now"), page.locator("#now").text_content()
    page.locator("#step").focus()
    page.keyboard.press("ArrowRight")
    expect(now).to_have_text("2019")
    page.keyboard.press("ArrowLeft")
    expect(now).to_have_text(everything)
    page.locator("#step").fill("2")
    expect(now).to_have_text("2020")
    page.locator("#play").click()
    expect(now).to_have_text("2021")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "false")
    context.close()


def five_thousand() -> Network:
    """A synthetic network of groups of forty, each thing tied to some of its group and now and then to another."""
    names = [f"n{number:04}" for number in range(5_000)]
    ends = [(at, at // 40 * 40 + (at * 7 + step * 11) % 40) for at in range(5_000) for step in range(4)]
    ends += [(at, at * 13 % 5_000) for at in range(0, 5_000, 2)]
    pairs = sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})
    nodes = {name: Node(name, f"Person {name}", "person") for name in names}
    return Network(nodes, tuple(Edge(names[one], names[other], 1 + other % 5, ()) for one, other in pairs))


def test_a_large_drawing_is_the_same_each_time_and_stays_in_its_frame(client: FlaskClient) -> None:
    groups = Network(
        {name: Node(name, name, "person") for name in "abcdef"},
        tuple(Edge(one, other, 1, ()) for one, other in ("ab", "bc", "ac", "de", "ef", "df", "cd")),
    )
    drawn = large.draw(groups, large_layout(groups), lambda iri: f"/{iri}")
    assert drawn == large.draw(groups, large_layout(groups), lambda iri: f"/{iri}")
    assert [node[:3] for node in drawn["nodes"]][:2] == [["a", "person", "/a"], ["b", "person", "/b"]]
    assert [0, 1, 1] in drawn["edges"]
    assert max(abs(value) for node in drawn["nodes"] for value in node[3:5]) == 1.0
    places = [node[3:5] for node in drawn["nodes"]]
    near, far = (sum((p - q) ** 2 for p, q in zip(places[0], places[at], strict=True)) for at in (1, 5))
    assert near < far
    assert "sigma.min.js" in client.get("/sv/networks/people.large").text


@pytest.mark.browser
@browser
def test_five_thousand_things_are_drawn_and_found(chromium: Any, address: str, app: Flask) -> None:
    many = five_thousand()
    with app.test_request_context("/en/"):
        body = render_template("large.html", title="T", drawing=large.draw(many, large_layout(many), lambda iri: None))
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda each: wrong.append(str(each)))
    page.route("**/en/drawn", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{address}/en/drawn", wait_until="load")
    page.locator("html[data-drawn='5000']").wait_for(state="attached", timeout=30_000)
    page.locator("#focus").fill("person n4321")
    page.locator("html[data-found='Person n4321']").wait_for(state="attached")
    expect(page.locator("#said")).to_have_text(re.compile(r"^Person n4321: \d+$"))
    two_frames(page)
    box = page.locator("#network").bounding_box()  # what was found lies in its middle
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y + 60, steps=6)
    page.mouse.up()
    page.locator("html[data-dragged='Person n4321']").wait_for(state="attached")
    context.close()
    assert wrong == []


@pytest.mark.browser
@browser
def test_a_drawing_of_two_hundred_things_opens_settled_with_labels_that_can_be_read(
    chromium: Any, address: str, app: Flask
) -> None:
    names = [f"n{number:03}" for number in range(200)]
    pairs = [(at, (at * 7 + step) % 200) for at in range(200) for step in (1, 50)]
    edges = tuple(Edge(names[min(pair)], names[max(pair)], 1, ()) for pair in sorted(set(pairs)) if pair[0] != pair[1])
    many = Network({name: Node(name, f"Person med namnet {name}", "person") for name in names}, edges)
    with app.test_request_context("/sv/"):
        page_of = NetworkPage("T", "", None, 0, many, many)
        body = render_template("drawing.html", page=page_of, drawing=drawing.draw(many, None, {}, "sv"), whole=None)
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/sv/drawn", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{address}/sv/drawn", wait_until="load")
    page.locator("html[data-labels]").wait_for(state="attached")
    two_frames(page)
    first = page.locator("#network").screenshot()
    page.wait_for_timeout(800)
    assert page.locator("#network").screenshot() == first
    labels = int(page.locator("html").get_attribute("data-labels") or 0)
    assert 10 < labels < 200  # not all have room where the whole is seen
    context.close()
