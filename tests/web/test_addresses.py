"""Which paths stand for a thing: those that make an IRI; all others are not found, and never an error of the engine."""

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode

from samverkan.errors import NotFound
from samverkan_web.addresses import Addresses

HERE = Addresses("https://example.org/id/")


def test_whatever_stands_for_a_thing_is_an_iri_to_the_engine() -> None:
    taken = set()
    for number in [*range(0xD800), *range(0xE000, 0x20000), 0x10FFFF]:
        try:
            iri = HERE.iri(f"person/12/{chr(number)}")
        except NotFound:
            continue
        taken.add(chr(number))
        assert NamedNode(iri).value == iri
    assert set("aZ9åÄé-_~./:@'!") <= taken
    assert not taken & set('<>"{}|\\^`[]% \0\ufffd')


@pytest.mark.parametrize("path", ["a%20b", "document/x#char=1,2"], ids=["a byte", "a fragment"])
def test_a_whole_iri_is_taken(path: str) -> None:
    assert NamedNode(HERE.iri(path)).value == f"https://example.org/id/{path}"


@pytest.mark.parametrize("path", ["a%2", "%zz", "a#b#c", "[x]", "\udcff"])
def test_a_broken_iri_is_not_found(path: str) -> None:
    with pytest.raises(NotFound, match="no thing has an address like"):
        HERE.iri(path)


@pytest.mark.parametrize(
    "name", ["%FF", "%5B%5D", "%5B", "%00", "%23%23", "%7B%7B7*7%7D%7D", "%3Cscript%3E", "%252", "%0D%0Ax"]
)
@pytest.mark.parametrize("page", ["person/12/", "network/person/12/", "network/", "body/"])
def test_strange_addresses_are_not_found(client: FlaskClient, page: str, name: str) -> None:
    assert client.get(f"/sv/{page}{name}", headers={"Accept": "text/html"}).status_code == 404
