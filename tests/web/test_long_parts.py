"""Of a long part a page shows the first, and leads to pages of it alone; presence for an organisation is counted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samverkan import facts, publish, triples
from samverkan.facts import Evidence, Facts
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import Answer, OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import open_current
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.site import Site

BASE = "https://example.org/id/"
BODY, PERSON, TOWN = "/sv/body/12/långa_rådet", "/sv/person/12/anna_ek", "/sv/municipality/1285"
MEETINGS = 130


def minutes(number: int) -> Facts:
    """A meeting where Anna Ek was, and Bo Al every other time, with two decisions and a task for Anna."""
    day = f"{2010 + number // 12}-{number % 12 + 1:02}-03"
    there = Evidence(0, 4, "Anna", "test.rule", 0.9)
    status: facts.Status = "present" if number % 2 else "absent"
    return Facts(
        document=facts.Document(f"Anteckningar {number}", "minutes", day),
        body=facts.Body("Långa rådet", "political", ("Region Skåne",)),
        meeting=facts.Meeting(day, day),
        attendance=(
            facts.Attendance("Anna Ek", "Eslöv", evidence=there),
            facts.Attendance("Bo Al", "Eslöv", status=status, evidence=there),
        ),
        decisions=tuple(facts.Decision("noted", f"Punkt {number}.{each} noteras", evidence=there) for each in (1, 2)),
        assignments=(facts.Assignment(("Anna Ek",), f"Skriva {number}", evidence=there),),
        mentions=(facts.Mention("Eslöv", "municipality", evidence=there),),
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder: Path = tmp_path_factory.mktemp("long")
    store = OxigraphStore()
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(triples.register_quads(shipped(), BASE))
    for number in range(MEETINGS):
        store.bulk_load(
            triples.document_quads(
                minutes(number), key=f"m-{number}", text="Anna", digest="0" * 64, register=shipped(), base=BASE
            )
        )
    publish.publish(store, folder)
    opened, pool = open_current(folder), QueryPool(folder, base=BASE)
    app = create_app(Site(lambda: opened, Addresses(BASE), pool), Settings(base=BASE))
    yield app.test_client()
    pool.close()
    opened.close()


def section(page: str, name: str) -> str:
    """The words between the heading of a part and the next one."""
    found = re.search(rf'<h2 id="{name}">(.*?)(?=<h2|<aside)', page, re.DOTALL)
    assert found, name
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split())


def rows(page: str, name: str) -> int:
    """How many rows a part has, by their marks."""
    found = re.search(rf'<h2 id="{name}">(.*?)(?=<h2|<aside)', page, re.DOTALL)
    return found[1].count('class="source"') if found else 0


@pytest.mark.parametrize(
    ("path", "part", "heading", "total", "shown"),
    [
        (PERSON, "presences", "presences", 130, 15),
        (PERSON, "assignments", "assignments", 130, 15),
        (TOWN, "mentions", "mentions", 130, 15),
    ],
)
def test_a_page_shows_the_first_of_a_part_and_how_many_there_are(
    client: FlaskClient, path: str, part: str, heading: str, total: int, shown: int
) -> None:
    page = client.get(path).text
    assert rows(page, heading) == shown
    assert f"Alla {total}" in section(page, heading)
    assert f"?part={part}" in page


def test_what_is_newest_stands_first(client: FlaskClient) -> None:
    seen = section(client.get(PERSON).text, "presences")
    days = re.findall(r"\d+ \w+ 20\d\d", seen)
    assert days[0] == "3 oktober 2020"
    assert seen.index("3 oktober 2020") < seen.index("3 september 2020")


@pytest.mark.parametrize(("number", "shown"), [(1, 100), (2, 30), (9, 30)], ids=["first", "last", "beyond the last"])
def test_a_part_alone_has_pages_of_a_hundred(client: FlaskClient, number: int, shown: int) -> None:
    page = client.get(f"{PERSON}?part=presences&page={number}").text
    assert rows(page, "presences") == shown
    assert f"Sida {min(number, 2)} av 2" in section(page, "presences")
    assert 'id="assignments"' not in page
    assert "Allt om Anna Ek" in page


def test_a_part_that_there_is_not_is_the_whole_page(client: FlaskClient) -> None:
    page = client.get(f"{PERSON}?part=hat").text
    assert all(rows(page, name) == 15 for name in ("presences", "assignments"))


def test_a_body_shows_what_came_of_its_latest_meetings(client: FlaskClient) -> None:
    page = client.get(BODY).text
    assert rows(page, "decisions") == 15
    seen = section(page, "decisions")
    assert "Punkt 129.1" in seen
    assert "Punkt 119" not in seen
    assert "Även tidigare" in seen
    second = section(client.get(f"{BODY}?part=decisions&page=2").text, "decisions")
    assert "Punkt 119.2" in second
    assert "Punkt 120" not in second
    assert "Sida 2 av 13" in second
    assert "Alla 130" in section(page, "meetings")


def test_presence_for_a_municipality_is_counted_by_person_and_body(client: FlaskClient) -> None:
    seen = section(client.get(TOWN).text, "presences")
    assert re.search(r"Anna Ek Långa rådet 130 3 oktober 2020", seen)
    assert re.search(r"Bo Al Långa rådet 65 65 3 oktober 2020", seen)
    assert re.search(r"Långa rådet 130 130 100", seen)  # at each somebody was


def test_documents_that_speak_of_a_thing_are_listed_on_pages_of_their_own(client: FlaskClient) -> None:
    page = client.get(PERSON).text
    assert "Alla 130" in page[page.index("Läst i") :]
    alone = client.get(f"{PERSON}?part=documents&page=2").text
    assert "Anteckningar 0" in alone
    assert "Anteckningar 129" not in alone


def test_a_page_asks_a_handful_of_queries(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    evaluate = OxigraphStore.evaluate

    def counted(self: OxigraphStore, query: str) -> Answer:
        asked.append(query)
        return evaluate(self, query)

    monkeypatch.setattr(OxigraphStore, "evaluate", counted)
    numbers = {}
    for path in (BODY, PERSON, TOWN, "/sv/document/m-7"):
        asked.clear()
        assert client.get(path).status_code == 200
        numbers[path] = len(asked)
    assert max(numbers.values()) <= 10, numbers
