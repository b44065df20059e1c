"""The question who was judged to be one: the verdicts that hold, with who, when and why."""

from pyoxigraph import Quad

from samverkan import queries, triples
from samverkan.judgements import Judgement, settle
from samverkan.store.oxigraph import OxigraphStore

BASE = "https://example.org/id/"
ROWS = [
    Judgement("person/98/bo_ek", "Bo Ek", "person/98/bo_eek", "Bo Eek", "unsure", "Ann Alm", "2031-01-01", "Vet inte."),
    Judgement(
        "person/98/bo_ek", "Bo Ek", "person/98/bo_eek", "Bo Eek", "same", "Ann Alm", "2031-01-02", "Han säger det."
    ),
    Judgement("body/98/a", "A", "body/97/a", "A", "different", "Per Ros", "2031-01-03T10:00:00Z", "Två län."),
]


def test_the_verdicts_that_hold_are_told_with_who_when_and_why() -> None:
    store = OxigraphStore()
    quads: list[Quad] = [*triples.judgement_quads(settle(ROWS), BASE), *triples.ontology_quads()]
    store.bulk_load(quads)
    asked = queries.query("judgements")
    rows = queries.cells(asked, queries.run(store, "judgements", {"language": "en"}))
    assert [tuple(cell.text for cell in row) for row in rows] == [
        ("Bo Ek", "same", "Bo Eek", "Ann Alm", "2031-01-02", "Han säger det."),
        ("A", "different", "A", "Per Ros", "2031-01-03T10:00:00Z", "Två län."),
    ]
