"""The JSON API: questions, search and things, paged, with problem documents, as its OpenAPI document says."""

import os
from collections.abc import Callable

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import positive_data_acceptance

from samverkan import queries

EXAMPLES = int(os.environ.get("SAMVERKAN_API_EXAMPLES", "3"))  # requests of each operation


def test_a_question_is_answered_in_words_with_the_things_behind_them(client: FlaskClient) -> None:
    answer = client.get("/api/questions/who-sits-on?body=Vårdrådet Söder&language=en")
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")
    found = answer.get_json()
    assert found["title"] == "Who sits on a body"
    assert found["columns"][0] == {"name": "body", "title": "Body"}
    chair = next(row for row in found["rows"] if row.get("role", {}).get("text") == "chair")
    assert chair["person"] == {"text": "Karin Lundberg", "iri": "https://example.org/id/person/12/karin_lundberg"}
    assert "party" not in chair  # not stated
    assert (found["complete"], found["next"]) == (True, None)


def test_pages_lead_to_the_next_one_until_the_last(client: FlaskClient) -> None:
    address, names = "/api/questions/documents?limit=3", []
    while address:
        found = client.get(address).get_json()
        names += [row["document"]["text"] for row in found["rows"]]
        assert len(found["rows"]) <= 3
        address = (found["next"] or "").removeprefix("http://localhost")
    assert len(names) == found["total"] == 4


def test_things_are_found_by_name_and_kind(client: FlaskClient) -> None:
    found = client.get("/api/search?q=vårdrådet&kind=body").get_json()
    assert [(each["label"], each["kind"]) for each in found["hits"]] == [("Vårdrådet Söder", "body")]
    assert found["counts"]["body"] == 1


def test_a_thing_is_a_tree_of_json_ld(client: FlaskClient) -> None:
    answer = client.get("/api/things/body/12/vårdrådet_söder")
    assert answer.mimetype == "application/ld+json"
    assert {each["member"]["label"] for each in answer.get_json()["memberships"]} == {
        "Karin Lundberg", "Erik Sandell", "Maja Holm",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("questions/who-sits", 404, "no question is called 'who-sits'"),
        ("questions/who-sits-on?body=Xyzzy", 400, "Xyzzy"),
        ("questions/who-sits-on?bodies=x", 400, "there is no parameter 'bodies' here; it takes body, language"),
        ("questions/who-sits-on?body=a&body=b", 400, "given 2 times"),
        ("questions/documents?limit=0", 400, "limit is '0'; it must be a whole number from 1 to 1000"),
        ("questions/documents?page=x", 400, "page is 'x'"),
        ("questions/documents?language=de", 400, "use sv or en"),
        ("questions/who-sat-when", 400, "needs the parameter"),
        ("search?kind=king", 400, "there is no kind 'king'"),
        ("things/person/12/nobody", 404, "nothing is known of"),
        ("nothing", 404, "the API has no /nothing"),
    ],
)
def test_what_is_wrong_is_told_in_a_problem_document(client: FlaskClient, path: str, status: int, detail: str) -> None:
    answer = client.get(f"/api/{path}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert detail in answer.get_json()["detail"]
    assert answer.get_json()["status"] == status


def test_the_description_has_every_question_with_its_parameters(client: FlaskClient) -> None:
    found = client.get("/api/openapi.json").get_json()
    for name, asked in queries.catalogue().items():
        parameters = {each["name"]: each for each in found["paths"][f"/questions/{name}"]["get"]["parameters"]}
        own = [each for each in asked.parameters if each.type != "language"]
        assert set(parameters) == {"language", "page", "limit", *(each.name for each in own)}
        assert all(parameters[each.name]["required"] is each.required for each in own)
    assert found["servers"] == [{"url": "http://localhost/api"}]
    for schema in found["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_no_request_breaks_it_or_what_it_promises(
    client: FlaskClient, record_property: Callable[[str, object], None]
) -> None:
    app = client.application
    described = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    asked = 0
    for operation in described.get_all_operations():
        case_of = operation.ok().as_strategy()

        @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=case_of)
        def holds(case: schemathesis.Case) -> None:
            nonlocal asked
            asked += 1
            response = case.call(headers={"Accept-Encoding": "identity"})
            assert response.status_code < 500 or response.status_code == 503, response.text
            case.validate_response(response, excluded_checks=[positive_data_acceptance])  # a name may be unknown

        holds()
    record_property("requests", asked)
    assert asked > 100
