"""The curators' desk: nobody without a token, no forged form, and each act recorded, seen and taken back."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from samverkan import build, correcting, judging
from samverkan.publish import live, published, renew
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.answers import WHOLE, Answer, Dataset
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.protocol import MOST_BYTES
from samverkan_web.published import following
from samverkan_web.signing_in import Tries, room
from samverkan_web.site import Site

TOKEN = "0123456789abcdef"
BROWSER = {"Accept": "text/html"}
FIRST = """Centralt samverkansorgan
Minnesanteckningar 2024-03-05

Närvarande:
Bo Ekkvist, Svalöv
Maja Holm, Eslöv
"""
SECOND = FIRST.replace("2024-03-05", "2024-05-14").replace("Ekkvist", "Ekqvist")
THIRD = FIRST.replace("2024-03-05", "2024-09-03").replace("Bo Ekkvist", "Siv Almgren")


class Nobody:
    """A pool that is never asked."""

    def answer(self, query: str, formats: object = (), dataset: Dataset = WHOLE, rows: int | None = None) -> Answer:
        """Never."""
        raise AssertionError(query)

    def close(self) -> None:
        """Nothing to close."""


def within(folder: Path) -> Settings:
    """Settings with a curator, all in one folder."""
    return Settings(
        data=folder / "data",
        base="https://example.org/id/",
        judgements=str(folder / "judgements.csv"),
        corrections=str(folder / "corrections"),
        removals=str(folder / "removals.csv"),
        curators=f"Ann Ek={TOKEN}",
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published graph of two documents, to be copied."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "texts").mkdir()
    for name, text in (("first", FIRST), ("second", SECOND)):
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = within(folder)
    with live(settings) as store:
        build.load(build.inputs([folder / "texts"]), store, settings)
        renew(store, settings)
    return folder


@pytest.fixture
def settings(loaded: Path, tmp_path: Path) -> Settings:
    """Settings with a curator and a published graph of two documents."""
    return within(Path(shutil.copytree(loaded, tmp_path, dirs_exist_ok=True)))


@pytest.fixture
def visitor(settings: Settings) -> FlaskClient:
    """Somebody who has not signed in."""
    return of(settings)


def of(settings: Settings) -> FlaskClient:
    """A client of a site with these settings."""
    current = following(settings)
    return create_app(Site(current, Addresses(settings.base), Nobody()), settings).test_client()


def key_of(client: FlaskClient, path: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(path, headers=BROWSER).text)
    assert found, path
    return found[1]


def post(client: FlaskClient, path: str, at: str = "/en/desk", **given: str) -> TestResponse:
    """Send a form with the token of a page."""
    return client.post(path, data={"csrf": key_of(client, at), **given}, headers=BROWSER)


@pytest.fixture
def curator(visitor: FlaskClient) -> FlaskClient:
    """Somebody who has signed in."""
    answer = post(visitor, "/en/desk/sign-in", "/en/desk/sign-in", token=TOKEN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/desk")
    return visitor


def test_without_curators_there_is_no_desk(settings: Settings) -> None:
    client = of(Settings(data=settings.data, base=settings.base))
    for path in ("/sv/desk", "/sv/desk/sign-in", "/sv/desk/pairs", "/sv/desk/documents"):
        assert client.get(path, headers=BROWSER).status_code == 404, path
    assert client.post("/sv/desk/sign-in", headers=BROWSER).status_code == 404


@pytest.mark.parametrize("path", ["", "/pairs", "/pairs/12345678", "/documents", "/facts/document/first/seat/x"])
def test_who_has_not_signed_in_is_led_to_the_page_for_it(visitor: FlaskClient, path: str) -> None:
    answer = visitor.get(f"/sv/desk{path}", headers=BROWSER)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sv/desk/sign-in?next=")
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_cookie_is_for_this_site_alone_and_hidden_from_scripts(visitor: FlaskClient) -> None:
    answer = post(visitor, "/en/desk/sign-in", "/en/desk/sign-in", token=TOKEN)
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
    assert "Ann" not in cookie.partition(";")[0]
    assert TOKEN not in cookie
    assert "no-store" in visitor.get("/en/desk").headers["Cache-Control"]


def test_pages_for_everybody_set_no_cookie(visitor: FlaskClient) -> None:
    for path in ("/sv/", "/sv/privacy", "/sv/person/12/maja_holm", "/nowhere"):
        assert "Set-Cookie" not in visitor.get(path, headers=BROWSER).headers, path


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("/sv/desk/pairs", "/sv/desk/pairs"),
        ("https://evil.example/", "/en/desk"),
        ("//evil.example/", "/en/desk"),
        ("/\\evil.example", "/en/desk"),
    ],
    ids=["own", "another site", "another host", "backslash"],
)
def test_after_signing_in_one_stays_on_this_site(visitor: FlaskClient, wanted: str, there: str) -> None:
    answer = post(visitor, "/en/desk/sign-in", "/en/desk/sign-in", token=TOKEN, next=wanted)
    assert answer.headers["Location"] == there


def test_a_wrong_token_is_told_and_after_ten_nobody_can_try_for_a_while(visitor: FlaskClient) -> None:
    at = "/en/desk/sign-in"
    for _ in range(10):
        answer = post(visitor, at, at, token="another-token-of-length")
        assert (answer.status_code, "No curator has this token." in answer.text) == (403, True)
    refused = post(visitor, at, at, token=TOKEN)
    assert (refused.status_code, "Too many tries" in refused.text) == (429, True)
    assert 0 < int(refused.headers["Retry-After"]) <= 901


def test_wrong_tokens_count_for_a_quarter_of_an_hour_and_for_their_address_only() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(10):
        tries.count("a")
    assert (tries.wait("a") > 0, tries.wait("b")) == (True, 0)
    now[0] = 901.0
    assert tries.wait("a") == 0


@pytest.mark.parametrize("path", ["sign-out", "pairs/12345678", "corrections/12345678/undo", "documents", "taken-back"])
def test_a_form_without_the_token_of_its_session_does_nothing(curator: FlaskClient, path: str) -> None:
    for given in ({}, {"csrf": ""}, {"csrf": "forged"}):
        assert curator.post(f"/en/desk/{path}", data=given, headers=BROWSER).status_code == 403
    sent = {"csrf": key_of(curator, "/en/desk")}
    elsewhere = {**BROWSER, "Sec-Fetch-Site": "cross-site"}
    assert curator.post(f"/en/desk/{path}", data=sent, headers=elsewhere).status_code == 403
    assert curator.get("/en/desk").status_code == 200


def test_a_changed_cookie_is_no_session(curator: FlaskClient) -> None:
    cookie = curator.get_cookie("samverkan")
    assert cookie
    payload, _, rest = cookie.value.partition(".")
    curator.set_cookie("samverkan", f"{payload[:-2]}AA.{rest}")
    assert curator.get("/en/desk").status_code == 303


def test_who_signs_out_is_out(curator: FlaskClient) -> None:
    assert post(curator, "/en/desk/sign-out").headers["Location"] == "/en/"
    assert curator.get("/en/desk").status_code == 303


def test_a_pair_is_judged_the_same_seen_so_and_taken_back(curator: FlaskClient, settings: Settings) -> None:
    listed = curator.get("/en/desk/pairs").text
    found = re.search(r'href="(/en/desk/pairs/\w{8})"><bdi>Bo Ekkvist</bdi> – <bdi>Bo Ekqvist</bdi>', listed)
    assert found
    page = curator.get(found[1]).text
    assert page.count("<q lang=") >= 2
    assert "same body: Centralt samverkansorgan" in page
    assert post(curator, found[1], verdict="same", why=" ").status_code == 400
    assert post(curator, found[1], verdict="perhaps", why="x").status_code == 400
    assert judging.current(settings, shipped()).rows == ()
    answer = post(curator, found[1], verdict="same", keep="other", why="Samma person, två stavningar.")
    assert answer.status_code == 303
    (row,) = judging.current(settings, shipped()).rows
    assert (row.one_name, row.who, row.verdict) == ("Bo Ekqvist", "Ann Ek", "same")
    moved = curator.get("/sv/person/12/bo_ekkvist")
    assert (moved.status_code, moved.headers["Location"]) == (308, "/sv/person/12/bo_ekqvist")
    assert "Samma person, två stavningar." in curator.get("/en/desk").text
    assert post(curator, f"{found[1]}/undo").status_code == 303
    assert judging.current(settings, shipped()).rows == ()
    assert curator.get("/sv/person/12/bo_ekkvist").status_code == 200


def test_a_statement_is_corrected_seen_so_and_taken_back(curator: FlaskClient, settings: Settings) -> None:
    path = next(
        each
        for each in re.findall(r"/sv/report/(document/first/\S+?)[\"?]", curator.get("/sv/person/12/maja_holm").text)
    )
    report = curator.get(f"/en/report/{path}").text
    assert f'href="/en/desk/facts/{path}"' in report
    at = f"/en/desk/facts/{path}"
    assert curator.get(at).status_code == 200
    assert post(curator, at, act="reject", why="").status_code == 400
    assert correcting.current(settings).rows == ()
    assert post(curator, at, act="reject", why="Hon var inte där.").status_code == 303
    (row,) = correcting.current(settings).rows
    assert (row.act, row.who, row.why) == ("reject", "Ann Ek", "Hon var inte där.")
    shown = curator.get("/en/desk").text
    assert "Hon var inte där." in shown
    assert post(curator, f"/en/desk/corrections/{row.key}/undo").status_code == 303
    assert correcting.current(settings).rows == ()


def test_a_fact_that_was_not_read_is_added_seen_so_and_taken_back(curator: FlaskClient, settings: Settings) -> None:
    at = "/en/desk/missing/document/first"
    assert f'href="{at}?of=attendance&amp;quote="' in curator.get("/en/missing/document/first?of=attendance").text
    assert curator.get(at).text.count('type="radio" name="of"') == 11
    given = {"of": "attendance", "quote": "Maja Holm, Eslöv", "person": "Maja Holmberg", "status": "present"}
    assert post(curator, at, **given, why="").status_code == 400
    assert correcting.current(settings).rows == ()
    assert post(curator, at, **given, why="Namnet är längre.").status_code == 303
    (row,) = correcting.current(settings).rows
    assert (row.act, row.who, row.kind, row.quote) == ("add", "Ann Ek", "attendance", "Maja Holm, Eslöv")
    assert curator.get("/sv/person/12/maja_holmberg").status_code == 200
    assert "Namnet är längre." in curator.get("/en/desk").text
    assert post(curator, f"/en/desk/corrections/{row.key}/undo").status_code == 303
    assert correcting.current(settings).rows == ()


def test_a_document_is_seen_before_it_is_stored_then_added_and_taken_back(
    curator: FlaskClient, settings: Settings
) -> None:
    shown = upload(curator, "tredje.txt", THIRD)
    assert shown.status_code == 303
    at = shown.headers["Location"]
    page = curator.get(at).text
    assert "<mark>Siv Almgren, Svalöv</mark>" in page
    assert f'method="post" action="{at}"' in page
    with published(settings) as store:
        assert not store.ask('ASK { ?s ?p "Siv Almgren" }')
    answer = post(curator, at, at, act="load", why="Från kommunens webbplats")
    assert answer.status_code == 303, answer.text
    assert curator.get("/sv/person/12/siv_almgren").status_code == 200
    desk = curator.get("/en/desk").text
    assert "Från kommunens webbplats" in desk
    again = upload(curator, "tredje.txt", THIRD).headers["Location"]
    assert "already" in curator.get(again).text
    refused = post(curator, again, again, act="load")
    assert (refused.status_code, "in the graph already" in refused.text) == (400, True)
    assert post(curator, again, again, act="discard").status_code == 303
    assert post(curator, "/en/desk/taken-back", document="tredje").status_code == 303
    assert curator.get("/sv/person/12/siv_almgren").status_code == 404
    assert not [each for each in (settings.data / "uploads").rglob("*") if each.is_file()]


def test_only_a_curator_may_send_more_than_a_form_and_only_a_document(curator: FlaskClient, settings: Settings) -> None:
    cookie = curator.get_cookie("samverkan")
    assert cookie
    most = room(curator.application, settings)
    shown = [(b"cookie", f"samverkan={cookie.value}".encode())]
    sent = {"method": "POST", "path": "/sv/desk/documents", "headers": shown}
    assert most(sent) == settings.max_bytes + 100_000
    others: tuple[dict[str, Any], ...] = (
        {"path": "/sv/desk"},
        {"method": "GET"},
        {"headers": []},
        {"headers": [(b"cookie", b"samverkan=x")]},
    )
    for changed in others:
        assert most(sent | changed) == MOST_BYTES, changed


def test_a_document_of_two_megabytes_comes_through(curator: FlaskClient) -> None:
    assert upload(curator, "lång.txt", THIRD + "En rad till.\n" * 160_000).status_code == 303


def test_a_document_above_the_limit_is_refused(settings: Settings) -> None:
    client = of(replace(settings, max_bytes=1_000))
    post(client, "/en/desk/sign-in", "/en/desk/sign-in", token=TOKEN)
    for size, status in ((2_000, 400), (200_000, 413)):
        assert upload(client, "stor.txt", "x" * size).status_code == status


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.exe", "x", "is no document"),
        ("../../.txt", "x", "is no document"),
        ("a.txt", "", "not empty"),
    ],
    ids=["another kind", "no name", "empty"],
)
def test_what_is_no_document_is_told(curator: FlaskClient, name: str, content: str, says: str) -> None:
    answer = upload(curator, name, content)
    assert (answer.status_code, says in answer.text) == (400, True)


def test_only_what_was_uploaded_can_be_taken_back(curator: FlaskClient) -> None:
    assert post(curator, "/en/desk/taken-back", document="first").status_code == 404
    assert curator.get("/en/desk/documents/0123456789abcdef").status_code == 404
    assert curator.get("/en/desk/documents/..").status_code == 404


def upload(client: FlaskClient, name: str, content: str) -> TestResponse:
    """Send a document."""
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{key_of(client, "/en/desk/documents")}',
        f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n{content}',
        "--x--\r\n",
    ]
    body = "\r\n".join(parts).encode()
    return client.post("/en/desk/documents", data=body, content_type="multipart/form-data; boundary=x", headers=BROWSER)
