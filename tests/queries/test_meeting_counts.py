"""The list of meetings counts people: who was there for a while was present, however often a document names them."""

import pyoxigraph

from samverkan import queries
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import PREFIXES

TURTLE = """PREFIX status: <https://w3id.org/samverkan/concept/status/>
<urn:d> { <urn:m> a samv:Meeting ; samv:body <urn:b> ; samv:inDocument <urn:d> .
  <urn:1> a samv:Attendance ; samv:meeting <urn:m> ; samv:person <urn:anna> ; samv:status status:present .
  <urn:2> a samv:Attendance ; samv:meeting <urn:m> ; samv:person <urn:anna> ; samv:status status:absent .
  <urn:3> a samv:Attendance ; samv:meeting <urn:m> ; samv:person <urn:bo> ; samv:status status:absent .
  <urn:4> a samv:Attendance ; samv:meeting <urn:m> ; samv:person <urn:cilla> ; samv:status status:present .
  <urn:5> a samv:Attendance ; samv:meeting <urn:m> ; samv:person <urn:cilla> ; samv:status status:present . }
"""


def test_who_was_there_for_a_while_was_present() -> None:
    prefixes = "".join(f"PREFIX {name}: <{space}>\n" for name, space in PREFIXES.items())
    store = OxigraphStore()
    store.bulk_load(pyoxigraph.parse(prefixes + TURTLE, format=pyoxigraph.RdfFormat.TRIG))
    rows = queries.run(store, "pages/turnout", {"meeting": "urn:m"})
    (row,) = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    assert [getattr(row[name], "value", None) for name in ("present", "absent")] == ["2", "1"]
