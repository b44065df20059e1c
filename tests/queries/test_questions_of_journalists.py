"""Who is named where, how two are connected, companies, sums, corrections: rows written by hand from the gold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Quad

from samverkan import corrections, facts_json, judgements, queries
from samverkan.facts import Attendance, Body, Evidence, Facts, Meeting, Membership
from samverkan.identity import index_of
from samverkan.register import shipped
from samverkan.resources import folder
from samverkan.revision import revise
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples import correction_quads, document_quads, ontology_quads, register_quads

Ask = Callable[..., list[tuple[str | None, ...]]]

BASE = "https://w3id.org/samverkan/id/"
CS = "Centralt samverkansorgan"
FORUM = "Kommun- och regionledningsforum"
PAGE, NEWS = "Centralt Samverkansorgan", "Temakonferens för de skånska politikerna"
NOTES, NAMELESS = "Anteckningar Kommun- och regionledningsforum", "Anteckningar"
SEVENTH = "Minnesanteckningar Tjänstemannaberedning till Centralt Samverkansorgan 7 september"
OFFICIALS_MET = "Centrala tjänstemannaberedningen 2021-09-07"
MENTION = "omnämnande"

# The sums of the seeds by hand, by document (`tests/golden/amounts/seeds.json` has them in the order of the documents).
SUMS_OF = {"001": slice(0, 1), "003": slice(1, 7)}

# What somebody who knows the five documents would correct.
BY = {"who": "Samverkans register"}
CORRECTED: Mapping[str, list[dict[str, Any]]] = {
    "000_2c2b7840c3234e68": [
        {"act": "reject", "kind": "mentions", "row": {"name": "Hanna Nordehammar", "kind": "person"},
         "when": "2026-11-22", "why": "Sidansvarig för sidan; nämns inte i texten.", **BY},
        {"act": "change", "kind": "mentions", "row": {"name": "The Greater Copenhagen and Skåne Committee"},
         "to": {"kind": "body"}, "when": "2026-11-21", "why": "En kommitté där parterna möts.", **BY},
    ],
    "001_684d4425c4d055f4": [
        {"act": "add", "kind": "amounts", "row": {"value": 40000000, "item": "4 e"}, "quote": "upp till 40 Mkr",
         "when": "2026-11-20", "why": "Beloppet saknades bland uppgifterna.", **BY},
    ],
    "002_788969ffb2fe49da": [
        {"act": "confirm", "kind": "vacancies", "row": {"body": CS, "count": 4}, "when": "2026-11-19",
         "why": "Fyra rader säger Vakant.", **BY},
        {"act": "reject", "kind": "vacancies", "row": {"body": CS, "count": 5}, "when": "2026-11-18",
         "why": "Fyra är vakanta, inte fem.", **BY},
    ],
}  # fmt: skip


def asking(quads: Iterable[Quad], merged: bool) -> Ask:
    store = OxigraphStore(merged=merged)
    for quad in quads:
        store.engine.add(quad)
        if merged:
            store.engine.add(Quad(*quad.triple, DefaultGraph()))

    def ask(name: str, *columns: str, **arguments: str) -> list[tuple[str | None, ...]]:
        asked = queries.query(name)
        wanted = [asked.columns.index(column) for column in columns or asked.columns]
        return [
            tuple(cells[place].text or None for place in wanted)
            for cells in queries.cells(asked, queries.run(store, name, arguments))
        ]

    return ask


@pytest.fixture(scope="session", params=[False, True], ids=["union", "merged"])
def known(request: pytest.FixtureRequest, shared: Path) -> Ask:
    """The gold facts of the seeds with their texts, their sums, the shipped judgements and the corrections above."""
    register = shipped()
    golden = Path(__file__).parents[1] / "golden" / "amounts" / "seeds.json"
    sums = facts_json.loads(golden.read_bytes()).amounts
    judged = judgements.load(folder("data") / "judgements.csv", index_of(register).paths)
    corrected = corrections.gathered(
        corrections.from_json(key, row, key) for key, rows in CORRECTED.items() for row in rows
    )
    quads: list[Quad] = [*register_quads(register, BASE), *ontology_quads(), *correction_quads(corrected, BASE)]
    for path in sorted((shared / "corpus" / "seeds").glob("*.json")):
        text = path.with_suffix(".txt").read_text("utf-8")
        gold = facts_json.loads(path.read_bytes())
        if path.stem[:3] == "003":
            gold = replace(gold, amounts=sums[SUMS_OF["003"]])
        revised = revise(gold, corrected.of(path.stem), text)
        quads += document_quads(
            revised.facts, key=path.stem, text=text, digest=None, register=register, base=BASE, judgements=judged,
            revision=revised,
        )  # fmt: skip
    return asking(quads, request.param)


@pytest.mark.shared
def test_two_people_stand_in_two_documents_one_of_them_in_two_spellings(known: Ask) -> None:
    rows = known("people-in-several-documents", "person", "documents", "spellings", "titles")
    assert [(*row[:2], set(str(row[2]).split("; ")), set(str(row[3]).split("; "))) for row in rows] == [
        ("Carina Lindkvist", "2", {"Carina Lindkvist", "Carina Lindqvist"}, {NEWS, SEVENTH}),
        ("Emelie Sundén", "2", {"Emelie Sundén"}, {SEVENTH, PAGE}),
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("person", "other", "ways"),
    [
        (
            "Lars Almroth", "Emelie Sundén",
            [("1", "Lars Almroth", "närvarande", OFFICIALS_MET, SEVENTH),
             ("2", "Emelie Sundén", "närvarande", OFFICIALS_MET, SEVENTH)],
        ),
        (
            "Anna Mannfalk", "Carina Nilsson",
            [("1", "Anna Mannfalk", "plats", CS, PAGE), ("2", "Carina Nilsson", "plats", CS, NEWS)],
        ),
        (
            "Ronny Löfquist", "Mikaela Waltersson",
            [("1", "Ronny Löfquist", "plats", FORUM, NOTES),
             ("2", "Mikaela Waltersson", "närvarande", f"{FORUM} 2019-01-30", NOTES),
             ("1", "Ronny Löfquist", "närvarande", f"{FORUM} 2019-01-30", NOTES),
             ("2", "Mikaela Waltersson", "närvarande", f"{FORUM} 2019-01-30", NOTES)],
        ),
        ("Lars Almroth", "Mikaela Waltersson", []),
    ],
    ids=["met", "seats on one body", "a seat and presence", "not connected"],
)  # fmt: skip
def test_two_people_are_connected_step_by_step(known: Ask, person: str, other: str, ways: list[Any]) -> None:
    assert known("how-connected", "step", "person", "tie", "thing", "document", person=person, other=other) == ways


def said(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote, "x", 1.0)


def test_two_who_never_met_are_connected_by_a_third_with_the_sentence_of_each_step(
    ask_told: Callable[[Mapping[str, Facts]], Ask],
) -> None:
    def met(body: str, day: str, *people: str) -> Facts:
        text = "; ".join(people)
        rows = tuple(Attendance(each, evidence=said(text, each)) for each in people)
        return Facts(body=Body(body), meeting=Meeting(day, day), attendance=rows)

    ask = ask_told(
        {
            "bus": met("Bussrådet", "2031-01-02", "Ann Ek", "Bo Alm"),
            "rail": met("Tågrådet", "2031-01-03", "Bo Alm", "Cia Lund"),
            "seat": Facts(memberships=(Membership("Cia Lund", "Färjerådet", evidence=said("Cia Lund", "Cia")),)),
        }
    )
    rows = ask("how-connected", "steps", "step", "person", "thing", "quote", person="Ann Ek", other="Cia Lund")
    assert rows == [
        ("4", "1", "Ann Ek", "Bussrådet 2031-01-02", "Ann Ek"),
        ("4", "2", "Bo Alm", "Bussrådet 2031-01-02", "Bo Alm"),
        ("4", "3", "Bo Alm", "Tågrådet 2031-01-03", "Bo Alm"),
        ("4", "4", "Cia Lund", "Tågrådet 2031-01-03", "Cia Lund"),
    ]
    direct = ask("how-connected", "steps", "step", "thing", person="Ann Ek", other="Bo Alm")
    assert direct == [("2", "1", "Bussrådet 2031-01-02"), ("2", "2", "Bussrådet 2031-01-02")]


@pytest.mark.shared
def test_presenters_are_told_with_their_employers_where_these_are_stated(ask_seeds: Ask) -> None:
    rows = ask_seeds("presenters-not-members", "person", "known", "organisation", "jobTitle", "document")
    skane, skr = "Region Skåne", "Sveriges Kommuner och Regioner"
    plain = ("Alf Jönsson", "Carina Lindqvist", "Hanna Nordehammar", "Henrik Fritzon", "Kent Mårtensson")
    assert sorted(rows, key=str) == sorted(
        [
            ("Adam Krantz", "gäst", "VästKom", None, NAMELESS),
            ("Emma Övelius", "gäst", "Lumell", None, NAMELESS),
            *((name, MENTION, None, None, NAMELESS) for name in ("Cecilia Axelsson", "Karl Fors", "Lena Holmlund")),
            *((name, MENTION, None, None, NAMELESS) for name in ("Monica Edgren", "Rasim Advic")),
            ("Emelie Sundén", MENTION, None, None, PAGE),
            *((name, MENTION, None, None, NEWS) for name in plain),
            *((name, MENTION, None, None, NEWS) for name in ("Monika Kraft", "Niclas Bendroth Clausenborg")),
            *((name, MENTION, skane, None, NEWS) for name in ("Linda Katz", "Måns Renntun", "Ulrika Geeraedts")),
            ("Charlotta Melander", MENTION, None, None, NOTES),
            ("Emma Spak", MENTION, skr, "samordnare för Nära Vård", NOTES),
            ("Roger Molin", MENTION, skr, None, NOTES),
        ],
        key=str,
    )


@pytest.mark.shared
def test_suppliers_and_companies_are_those_that_a_word_or_their_name_shows(known: Ask) -> None:
    assert known("companies-named", "organisation", "sign", "person", "document") == [
        ("Cerner", "leverantören Cerner", None, NAMELESS),
        ("Cygate", "konsult Cygate", None, NOTES),
        ("Cygate", "Konsult", "Tomas Davidsson", NOTES),
        ("HFAB", "HFAB", None, NOTES),
    ]


@pytest.mark.shared
def test_the_sums_of_the_seeds_stand_with_what_they_are_for(known: Ask) -> None:
    grant = "Statsbidrag till regionerna för stöd att utöka läkarkompetensen inom äldreomsorgen 2021"
    fee = "Serviceavgiften"
    assert known("amounts", "value", "currency", "purpose", "number", "item", "date", "document") == [
        ("40000000", "SEK", None, "4 e", grant, "2021-09-07", SEVENTH),
        ("14000000", "SEK", None, None, fee, "2019-01-30", NOTES),
        ("4000000", "SEK", "Vård och socialtjänst", None, fee, "2019-01-30", NOTES),
        ("4000000", "SEK", "Projektmedel", None, fee, "2019-01-30", NOTES),
        ("3000000", "SEK", "Destinationsutveckling", None, fee, "2019-01-30", NOTES),
        ("2500000", "SEK", "Skola och utbildning", None, fee, "2019-01-30", NOTES),
        ("500000", "SEK", "EU samordning och mobilisering i Halland", None, fee, "2019-01-30", NOTES),
    ]
    assert known("amounts", "value", body=FORUM)[0] == ("14000000",)
    assert known("amounts", "value", document=SEVENTH) == [("40000000",)]


@pytest.mark.shared
def test_what_was_corrected_is_told_with_who_when_and_why(known: Ask) -> None:
    columns = ("when", "act", "kind", "before", "after", "why", "rests", "document")
    committee = "The Greater Copenhagen and Skåne Committee"
    assert known("corrections", *columns) == [
        ("2026-11-22", "underkänd", MENTION, "Hanna Nordehammar · kind: person", None,
         "Sidansvarig för sidan; nämns inte i texten.", "1", NEWS),
        ("2026-11-21", "ändrad", MENTION, committee, f"{committee} · kind: body", "En kommitté där parterna möts.",
         "2", NEWS),
        ("2026-11-20", "tillagd", "belopp", None, "40000000 · item: 4 e", "Beloppet saknades bland uppgifterna.", "1",
         SEVENTH),
        ("2026-11-19", "bekräftad", "vakans", f"{CS} · count: 4", f"{CS} · count: 4", "Fyra rader säger Vakant.", "1",
         PAGE),
        ("2026-11-18", "underkänd", "vakans", f"{CS} · count: 5", None, "Fyra är vakanta, inte fem.", "0", PAGE),
    ]  # fmt: skip
    assert known("corrections", "who", "quote", act="add") == [("Samverkans register", "upp till 40 Mkr")]
    assert known("corrections", "act", document=NEWS) == [("underkänd",), ("ändrad",)]


@pytest.mark.shared
def test_the_correction_that_finds_nothing_is_an_offence_and_the_others_are_not(known: Ask) -> None:
    assert known("checks/correction-without-effect", "why") == [("Fyra är vakanta, inte fem.",)]


@pytest.mark.shared
def test_the_share_of_statements_by_how_they_are_known(known: Ask) -> None:
    rows = known("ways-of-knowing", "known", "statements", document=PAGE)
    assert rows == [("läst", "25"), ("bekräftad", "1")]
