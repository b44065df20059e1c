"""Names, quotes and titles with scripts, quotes, addresses and turning letters in them do nothing on any page."""

import re

import pytest
from flask.testing import FlaskClient

SCRIPT = "~3cscript~3ealert~281~29~3c~2fscript~3e"  # as the identifiers write it
PAGES = (
    "/sv/document/hostile",
    "/sv/meeting/12/nämnden_" + SCRIPT + "/2024-05-01",
    "/sv/body/12/nämnden_" + SCRIPT,
    "/sv/person/12/eva_" + SCRIPT,
    "/sv/person/12/anna_~202e~2066dnargilab",
    "/sv/agreement/12/avtalet_" + SCRIPT,
    "/sv/organisation/bolaget_" + SCRIPT,
    "/sv/network/body/12/nämnden_" + SCRIPT,
    "/sv/network/body/12/nämnden_" + SCRIPT + ".drawing",
    "/sv/networks/people",
    "/sv/networks/bodies.drawing",
    "/sv/search?q=script",
    "/sv/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/sv/search?kind=body",
    "/sv/questions/who-sits-on",
    "/sv/questions/open-assignments",
    "/sv/questions/documents",
    "/sv/questions/who-sits-on?body=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/sv/networks?from=%3Cscript%3Ealert(1)%3C/script%3E&to=%22%3E%3Cb%3E",
    "/sv/sparql?query=%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/sv/sparql?query=SELECT+*+{+?s+<http://www.w3.org/2000/01/rdf-schema%23label>+?name+FILTER+(+CONTAINS(?name,'script')+)+}",
    "/sv/%3Cscript%3Ealert(1)%3C/script%3E",
)


@pytest.mark.parametrize("path", PAGES)
def test_no_text_of_a_document_or_an_address_becomes_a_tag(client: FlaskClient, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html"})
    assert page.status_code < 500
    assert "alert(1)" in page.text or page.status_code == 404 or "dnargilab" in page.text or "networks" in path
    tags = re.findall(r"<(script|img|b|iframe)\b([^>]*)>", page.text)
    ours = {("script", "src"), ("script", "type"), ("iframe", "class"), ("img", "class")}
    assert {(tag, rest.split("=")[0].strip()) for tag, rest in tags} <= ours
    assert not re.search(r"<[^>]+\son\w+=", page.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_to_a_page_or_to_the_web(client: FlaskClient, path: str) -> None:
    for address in re.findall(
        r'\s(?:href|src|action)="([^"]*)"', client.get(path, headers={"Accept": "text/html"}).text
    ):
        assert address.startswith(("/", "#", "https://", "http://localhost/")), address


def test_turning_letters_stay_inside_their_name_and_out_of_the_title(client: FlaskClient) -> None:
    page = client.get("/sv/person/12/anna_~202e~2066dnargilab").text
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert title == "Anna dnargilab – Samverkan"
    turned = re.findall("[^>]*\u202e[^<]*", page)
    assert turned
    assert all(f"<bdi>{each}</bdi>" in page for each in turned)


def test_the_data_of_a_drawing_cannot_end_the_script_that_holds_them(client: FlaskClient) -> None:
    page = client.get("/sv/network/body/12/nämnden_" + SCRIPT + ".drawing").text
    held = page.partition('<script type="application/json" id="data">')[2]
    assert "\\u003cscript\\u003ealert(1)" in held
    assert held.count("</script>") == 1


def test_braces_in_a_text_are_text(client: FlaskClient) -> None:
    page = client.get("/sv/document/hostile").text
    assert "{{ 7 * 7 }} {% raw %}" in page
    assert " 49 " not in page


@pytest.mark.parametrize(
    "path", ["/sv/", "/sv/nowhere", "/sparql", "/id/region/12", "/sv/region/12.ttl", "/static/style.css"]
)
def test_every_answer_tells_the_browser_to_run_nothing_else(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_holds_a_script_or_a_style_of_its_own(client: FlaskClient) -> None:
    for path in ("/sv/", "/sv/document/radet", "/sv/questions/who-sits-on", "/sv/network/body/12/vårdrådet_söder"):
        page = client.get(path).text
        assert not re.search(r'<script(?! src="/static/| type="application/ld\+json">)', page)
        assert "style=" not in page
        assert "<style" not in page
