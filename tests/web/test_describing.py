"""What pages tell search engines and other sites: schema.org, Open Graph, the way to the page."""

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

BASE = "https://example.org/id/"
SCRIPT = "~3cscript~3ealert~281~29~3c~2fscript~3e"


def graph(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text, re.DOTALL)
    assert len(found) == 1
    said = json.loads(found[0])
    assert said["@context"] == "https://schema.org"
    return list(said["@graph"])


def test_a_meeting_is_an_event_with_days_place_and_who_holds_it(client: FlaskClient) -> None:
    thing, _ = graph(client, "/sv/meeting/12/vårdrådet_söder/2024-03-05")
    assert thing["@type"] == "Event"
    assert (thing["startDate"], thing["endDate"]) == ("2024-03-05", "2024-03-06")
    assert thing["location"] == {"@type": "Place", "name": "Eslövs stadshus"}
    assert thing["organizer"] == [{"@id": f"{BASE}body/12/vårdrådet_söder", "name": "Vårdrådet Söder"}]


def test_a_person_is_a_member_where_seated_and_a_guest_nowhere(client: FlaskClient) -> None:
    seated, _ = graph(client, "/sv/person/12/maja_holm")
    guest, _ = graph(client, "/sv/person/12/olle_vikström")
    assert (seated["@type"], seated["@id"]) == ("Person", f"{BASE}person/12/maja_holm")
    assert [each["name"] for each in seated["memberOf"]] == ["Vårdrådet Söder"]
    assert "memberOf" not in guest


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("body/12/vårdrådet_söder", "Organization"), ("municipality/1214", "GovernmentOrganization"),
        ("document/radet", "DigitalDocument"), ("agreement/12/söderavtalet", "CreativeWork"),
        ("county/12", "AdministrativeArea"),
    ],
)  # fmt: skip
def test_each_kind_has_a_class_of_schema_org(client: FlaskClient, path: str, kind: str) -> None:
    thing, _ = graph(client, f"/en/{path}")
    assert (thing["@type"], thing["@id"]) == (kind, BASE + path)


def test_the_way_to_a_page_is_shown_and_told(client: FlaskClient) -> None:
    path = "/sv/meeting/12/vårdrådet_söder/2024-03-05"
    _, trail = graph(client, path)
    names = ["Start", "Möten", "Vårdrådet Söder", "Vårdrådet Söder 2024-03-05"]
    assert [each["name"] for each in trail["itemListElement"]] == names
    assert all(each["item"].startswith("http://localhost/sv/") for each in trail["itemListElement"])
    shown = client.get(path).text.partition('<nav class="crumbs"')[2].partition("</nav>")[0]
    assert re.findall(r"<bdi>(.*?)</bdi>", shown) == names
    assert shown.count("aria-current") == 1


def test_a_name_cannot_end_the_script_or_the_attribute(client: FlaskClient) -> None:
    page = client.get(f"/sv/body/12/nämnden_{SCRIPT}").text
    thing, _ = graph(client, f"/sv/body/12/nämnden_{SCRIPT}")
    assert thing["name"] == "Nämnden <script>alert(1)</script>"
    assert '<meta property="og:title" content="Nämnden &lt;script&gt;' in page


@pytest.mark.parametrize("path", ["/sv/", "/en/questions", "/en/person/12/maja_holm"])
def test_every_page_has_a_title_a_description_and_one_address(client: FlaskClient, path: str) -> None:
    page = client.get(path, query_string={"page": "2"}).text
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]+)">', page))
    assert set(told) == {"site_name", "title", "type", "url", "locale", "description"}
    assert told["url"] == f"http://localhost{path}"
    assert f'<link rel="canonical" href="{told["url"]}">' in page
