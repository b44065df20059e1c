"""What search engines are told: every page in both languages, and not the names of people who hold no office."""

from xml.etree import ElementTree as ET

from flask import Flask
from flask.testing import FlaskClient

from samverkan.settings import Settings

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def listed(client: FlaskClient) -> dict[str, dict[str, str]]:
    """The paths in the first sitemap, each with its addresses by language."""
    found = {}
    for each in ET.fromstring(client.get("/sitemap-1.xml").data):
        where = each.findtext(f"{SITEMAP}loc")
        assert where is not None
        others = {link.attrib["hreflang"]: link.attrib["href"] for link in each.findall(f"{XHTML}link")}
        found[where.removeprefix("http://localhost")] = others
    return found


def test_robots_are_shown_the_sitemap_and_kept_from_what_costs_much(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    lines = answer.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /sparql", "Disallow: /*/report/"} <= set(lines)
    assert lines[-1] == "Sitemap: http://localhost/sitemap.xml"


def test_the_sitemap_names_its_parts_and_no_others_are_there(client: FlaskClient) -> None:
    index = ET.fromstring(client.get("/sitemap.xml").data)
    assert [each.findtext(f"{SITEMAP}loc") for each in index] == ["http://localhost/sitemap-1.xml"]
    assert client.get("/sitemap-2.xml").status_code == client.get("/sitemap-0.xml").status_code == 404


def test_each_page_stands_in_both_languages_with_the_address_of_the_other(client: FlaskClient) -> None:
    found = listed(client)
    for path in ("", "privacy", "api", "questions/who-sits-on", "body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der"):
        there = {each: f"http://localhost/{each}/{path}" for each in ("sv", "en")}
        assert found[f"/sv/{path}"] == found[f"/en/{path}"] == there


def test_who_holds_an_office_is_listed_and_who_is_only_mentioned_is_not(client: FlaskClient) -> None:
    found = listed(client)
    assert "/sv/person/12/maja_holm" in found
    assert client.get("/sv/person/12/ingela_strand").status_code == 200
    assert "/sv/person/12/ingela_strand" not in found
    assert not [path for path in found if "/report/" in path or (path.count("/document/") and path.count("/") > 3)]


def test_every_listed_page_is_there(client: FlaskClient) -> None:
    for path in listed(client):
        if path.startswith("/en/") and not path.startswith(("/en/organisation", "/en/municipality", "/en/body/1")):
            assert client.get(path).status_code == 200, path


def test_the_public_address_of_the_settings_counts(app: Flask, client: FlaskClient) -> None:
    before = app.config["SETTINGS"]
    app.config["SETTINGS"] = Settings(base=before.base, data=before.data, site="https://samverkan.example.se/")
    try:
        assert "Sitemap: https://samverkan.example.se/sitemap.xml" in client.get("/robots.txt").text
    finally:
        app.config["SETTINGS"] = before
