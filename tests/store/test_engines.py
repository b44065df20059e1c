"""How engines are known, and what follows for their addresses."""

import pytest

from samverkan.store.engines import OXIGRAPH, PLAIN, VIRTUOSO, Engine, engine_of


@pytest.mark.parametrize(
    ("server", "engine"),
    [
        ("oxigraph/0.5.13", OXIGRAPH),
        ("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu  ", VIRTUOSO),
        ("Jetty(12.0.16)", PLAIN),
        ("nginx behind a Virtuoso", PLAIN),
        ("", PLAIN),
    ],
)
def test_an_engine_is_known_by_what_its_server_calls_itself(server: str, engine: Engine) -> None:
    assert engine_of(server) is engine


@pytest.mark.parametrize(
    ("engine", "given", "addresses"),
    [
        (OXIGRAPH, ("http://h/query",), ("http://h/query", "http://h/update", "http://h/store")),
        (OXIGRAPH, ("http://h/other",), ("http://h/other", "http://h/other", "")),
        (OXIGRAPH, ("http://h/query", "http://w/u", "http://w/g"), ("http://h/query", "http://w/u", "http://w/g")),
        (
            VIRTUOSO,
            ("http://h/sparql",),
            ("http://h/sparql", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ),
        (PLAIN, ("http://h/sparql",), ("http://h/sparql", "http://h/sparql", "")),
    ],
    ids=["oxigraph", "behind another address", "as the settings say", "virtuoso", "any other"],
)
def test_one_address_leads_to_the_others(engine: Engine, given: tuple[str, ...], addresses: tuple[str, ...]) -> None:
    assert engine.addresses(*given) == addresses
