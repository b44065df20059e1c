"""What a request asks, as the SPARQL 1.1 Protocol lets it be sent."""

from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan.store.answers import WHOLE
from samverkan_web.protocol import Request, sent, unescaped


@given(st.lists(st.sampled_from([*b"%%%=023abfFzZ\r\n \x00\xff"]), max_size=12).map(bytes))
@example(b"%3d%3D=3D=%25%2541")
@example(b"%")
@example(b"%%%0")
@example(b"%\n%41")
def test_escapes_are_read_as_the_slower_way_of_the_library_reads_them(text: bytes) -> None:
    assert unescaped(text) == unquote_to_bytes(text)


@pytest.mark.parametrize(
    ("sent_as", "query"),
    [
        ("query=ASK%20%7B%7D", "ASK {}"),
        ("query=ASK+%7B%7D", "ASK {}"),
        ("query=ASK%7b?s=%3F%3f?p%2b%3D%7D", "ASK{?s=???p+=}"),
        ("query=%22%C3%85re%22", '"Åre"'),
        ("query=100%", "100%"),
        ("a=b&query=ASK%20%7B%7D&c=%3D", "ASK {}"),
    ],
    ids=["escaped", "plus", "escapes in both cases", "UTF-8", "no escape", "among others"],
)
def test_a_query_is_read_from_an_address(sent_as: str, query: str) -> None:
    assert sent(Request("GET", "", "/sparql", sent_as)) == (query, WHOLE)
