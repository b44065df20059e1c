"""What the editor proposes is what the graph has: classes, properties, words of lists, and the prefixes in use."""

import re

import pytest
from flask.testing import FlaskClient

from samverkan import queries
from samverkan.vocabulary import NS
from samverkan_web.completions import completions, prefixes


def test_each_term_has_its_name_in_the_language_of_the_page() -> None:
    assert (f"{NS}Meeting", "möte") in completions("sv")["classes"]
    assert (f"{NS}Meeting", "meeting") in completions("en")["classes"]
    assert (f"{NS}bodyKind", "kind of body") in completions("en")["properties"]


def test_a_class_is_no_property() -> None:
    found = completions("sv")
    classes, properties = ({iri for iri, _ in found[kind]} for kind in ("classes", "properties"))
    assert not classes & properties
    assert "http://www.w3.org/ns/org#Membership" in classes
    assert "http://www.w3.org/ns/org#member" in properties
    assert not any("XMLSchema" in iri for iri in classes | properties)


def test_the_words_of_lists_are_proposed() -> None:
    assert ("https://w3id.org/samverkan/concept/status/present", "närvarande") in completions("sv")["concepts"]


def test_each_namespace_of_the_shipped_queries_has_a_prefix() -> None:
    used = {space for query in queries.catalogue().values() for space in re.findall(r"PREFIX \w+: <(.+?)>", query.text)}
    assert len(used) > 10
    assert sorted(used - set(prefixes().values())) == []


def test_a_shipped_query_asks_for_nothing_that_is_not_proposed() -> None:
    known = {iri for kind in ("classes", "properties", "concepts") for iri, _ in completions("sv")[kind]}
    spaces = prefixes()
    used = set()
    for query in queries.catalogue().values():
        body = re.sub(r"#.*|\"[^\"]*\"|<[^>]*>|PREFIX .*", "", query.text)
        used |= {spaces[name] + term for name, term in re.findall(r"\b(\w+):([A-Za-z][\w-]*)", body) if name in spaces}
    used = {iri for iri in used if not iri.startswith(spaces["xsd"]) and not iri.endswith("#nil")}
    assert len(used) > 50
    assert sorted(used - known) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_browser_that_has_them_is_not_sent_them_again(client: FlaskClient, language: str) -> None:
    first = client.get(f"/{language}/sparql/terms.json")
    assert first.mimetype == "application/json"
    assert first.get_json()["prefixes"]["samv"] == NS
    assert (
        client.get(f"/{language}/sparql/terms.json", headers={"If-None-Match": first.headers["ETag"]}).status_code
        == 304
    )
