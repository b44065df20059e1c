"""The form of corrections: what a file must say, what is wrong with one that does not, and what follows from it."""

import json
from pathlib import Path
from typing import Any

import pytest

from samverkan import corrections
from samverkan.corrections import Correction, in_words
from samverkan.errors import CorrectionError

CHANGE: dict[str, Any] = {
    "act": "change", "kind": "attendance", "row": {"person": "Bo Ek", "role": "chair"}, "to": {"role": None},
    "quote": "Bo Ek (ordf.)", "who": "Ann Alm", "when": "2031-02-03", "why": "Stod fel.",
}  # fmt: skip
ADD = {**CHANGE, "act": "add", "row": {"person": "Eva Lind"}, "to": None, "quote": "Eva Lind"}


def parsed(*rows: Any, document: Any = "buss") -> tuple[Correction, ...]:
    return corrections.parse(json.dumps({"document": document, "corrections": rows}), "b.json")


def test_a_correction_is_read_as_it_stands() -> None:
    assert parsed(CHANGE) == (
        Correction(
            "buss", "change", "attendance", (("person", "Bo Ek"), ("role", "chair")), "Ann Alm", "2031-02-03",
            "Stod fel.", (("role", None),), "Bo Ek (ordf.)",
        ),
    )  # fmt: skip


def test_what_is_written_is_read_again() -> None:
    rows = parsed(CHANGE, ADD)
    assert corrections.parse(corrections.written("buss", rows), "again") == rows


def test_it_says_what_it_does_in_a_line_in_the_order_of_the_contract() -> None:
    (row,) = parsed({**CHANGE, "row": {"role": "chair", "person": "Bo Ek"}})
    assert row.says == "attendance: Bo Ek · role: chair → role: –"


def test_values_are_in_words_as_people_write_them() -> None:
    (row,) = parsed({**ADD, "kind": "assignments", "row": {"assignee": ["A", "B"], "task": "skriva", "due": None}})
    assert row.says == "assignments: A, B · task: skriva"
    (row,) = parsed({**ADD, "kind": "amounts", "row": {"value": 4200000, "per": "inhabitant"}})
    assert row.says == "amounts: 4200000 · per: inhabitant"
    assert (
        in_words([("name", "Rådet"), ("organisations", ["Region Skåne", "Malmö"])])
        == "Rådet · organisations: Region Skåne, Malmö"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "b.json: not JSON"),
        ("[]", r'b.json: a file of corrections reads \{"document": key, "corrections": \[ … \]\}'),
        ('{"document": "b", "corrections": [], "by": "me"}', "b.json: a file of corrections reads"),
        ('{"document": " ", "corrections": []}', "b.json: document must be the key of a document"),
        ('{"document": "b", "corrections": {}}', "b.json: corrections must be a list"),
    ],
)
def test_a_file_that_is_none_is_refused(text: str, says: str) -> None:
    with pytest.raises(CorrectionError, match=says):
        corrections.parse(text, "b.json")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ([], r"b.json, corrections\[0\] must be an object"),
        ({**CHANGE, "because": "x"}, r"corrections\[0\]: unknown key because; known here: act, kind, row"),
        ({key: value for key, value in CHANGE.items() if key != "why"}, r"corrections\[0\]: why is missing"),
        ({**CHANGE, "who": " "}, "who must be a text that is not empty"),
        ({**CHANGE, "quote": ""}, "quote must be a text that is not empty"),
        ({**CHANGE, "act": "remove"}, "act is 'remove'; use one of add, change, reject, confirm"),
        ({**CHANGE, "kind": "people"}, "kind is 'people'; use one of document, body, meeting, attendance"),
        ({**CHANGE, "row": []}, "row must be an object"),
        ({**CHANGE, "row": {}}, "row is empty; give the values that the fact is known by"),
        ({**CHANGE, "row": {"persn": "x"}}, "row: unknown key persn; known here: person, organisation"),
        ({**CHANGE, "row": {"evidence": {}}}, "row: unknown key evidence"),
        ({**CHANGE, "row": {"person": 7}}, "row.person must be a text, not 7"),
        ({**CHANGE, "to": {"role": "boss"}}, 'to.role is "boss"; use one of: chair'),
        ({**CHANGE, "to": {"person": None}}, "to.person must be a text, not null"),
        ({**CHANGE, "to": {}}, "to is missing; a change says which values become what"),
        ({**CHANGE, "act": "reject"}, "to belongs to a change, not to reject"),
        ({**CHANGE, "to": {"dates": ["3 mars"]}}, "dates is '3 mars'; write a day, a month or a year"),
        ({**CHANGE, "kind": "memberships", "row": {"end": "2031-02-30"}, "to": {"role": None}}, "end is '2031-02-30'"),
        ({**CHANGE, "when": "igår"}, "when is 'igår'; write a day or a moment"),
        ({**ADD, "row": {"role": "chair"}}, "row.person is missing"),
        ({**ADD, "quote": None}, "quote is missing; an added fact says which words"),
        ({**ADD, "kind": "amounts", "row": {"value": 0.125}}, "value is 0.125; a sum has at most two decimals"),
        ({**ADD, "act": "reject", "kind": "document", "row": {}}, "a document cannot be rejected"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place_and_what_to_do(row: Any, says: str) -> None:
    with pytest.raises(CorrectionError, match=says):
        parsed(row)


def test_those_of_a_document_come_in_the_order_of_their_moments_from_any_file(tmp_path: Path) -> None:
    late = {**CHANGE, "when": "2031-02-03T12:00:00Z"}
    (tmp_path / "a.json").write_text(json.dumps({"document": "Möte", "corrections": [late, ADD]}), "utf-8")
    (tmp_path / "b.json").write_text(
        json.dumps({"document": "möte", "corrections": [{**ADD, "when": "2030-01-01"}]}), "utf-8"
    )
    (tmp_path / "README.md").write_text("no correction", "utf-8")
    loaded = corrections.load(tmp_path)
    assert [row.when for row in loaded.of("MÖTE")] == ["2030-01-01", "2031-02-03", "2031-02-03T12:00:00Z"]
    assert loaded.of("other") == ()


def test_no_folder_holds_no_corrections(tmp_path: Path) -> None:
    assert corrections.load(tmp_path / "none").rows == ()


def test_a_file_that_cannot_be_decoded_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(CorrectionError, match=r"a.json: cannot be read"):
        corrections.load(tmp_path)


def test_the_short_name_of_a_correction_is_the_same_on_every_run_and_its_own() -> None:
    change, add = parsed(CHANGE, ADD)
    assert change.key == parsed(CHANGE)[0].key != add.key
    assert len(change.key) == 8


def test_the_example_of_the_guide_is_a_file_of_corrections() -> None:
    guide = (Path(__file__).resolve().parents[1] / "data" / "corrections" / "README.md").read_text("utf-8")
    example = guide.split("```json\n")[1].split("```")[0]
    assert [row.act for row in corrections.parse(example, "guide")] == ["change", "reject", "add", "confirm"]
