"""What is private, and who was removed, reaches no public form: pages, data, search, endpoint, interfaces, files."""

import gzip
import json
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from samverkan import build, dumping, forgetting, preparing, publish
from samverkan.documents import inputs
from samverkan.export import dumps
from samverkan.names import given_names
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import history, published_folder
from samverkan.store.serving import open_answers
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.published import following
from samverkan_web.site import Site

NAME: Final = "Åsa Lindqvist"
PATH: Final = "person/12/åsa_lindqvist"
PRIVATE: Final = tuple(f"{given} Okändsdotter" for given in sorted(given_names())[:20])
WAYS: Final = ("Brukaren {}", "Medborgarförslag från {}", "Patienten {}", "Klagomål från {}", "{} (f. 1954)")


def number(at: int) -> str:
    """An identity number, one for each `at`, with its check digit."""
    nine = f"64{at % 12 + 1:02}{at % 28 + 1:02}{100 + at:03}"
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(nine))
    return f"{nine[:6]}-{nine[6:]}{-total % 10}"


NUMBERS: Final = tuple(number(at) for at in range(50))


def texts() -> Iterator[tuple[str, str]]:
    """Five documents with ten identity numbers and four private people each; three name who will be removed."""
    for at in range(5):
        there = f"Karin Lundberg, Region Skåne, {NAME + ', Eslöv, ' if at < 3 else ''}Bo Alm, Svalöv"
        lines = [f"Anteckningar Vårdrådet Väster {at + 5} mars 2024", "", f"Närvarande: {there}", "", "1 Ärenden"]
        people = (WAYS[(at + nth) % len(WAYS)].format(PRIVATE[4 * at + nth]) for nth in range(4))
        lines += [f"{person} har skrivit till rådet." for person in people]
        lines += [f"Ärendet rör {NUMBERS[10 * at + nth]} i kommunen." for nth in range(10)]
        if at < 3:
            lines.append(f"{NAME}s förslag om Plan för nära vård behandlas; Å. Lindqvist drar tillbaka det.")
        yield f"radet-{at}", "\n".join([*lines, "Rådet beslutar att avslå.", ""])


class Published:
    """A graph with its site, loaded from the texts."""

    def __init__(self, folder: Path) -> None:
        self.texts = folder / "texts"
        self.texts.mkdir()
        for key, text in texts():
            (self.texts / f"{key}.txt").write_text(text, encoding="utf-8")
        self.settings = Settings(
            data=folder / "graph", base="https://example.org/id/", removals=str(folder / "removals.csv"),
            judgements=str(folder / "judgements.csv"), corrections=str(folder / "corrections"), workers=1,
        )  # fmt: skip
        self.load()
        self.answers = open_answers(self.settings)
        site = Site(following(self.settings), Addresses(self.settings.base), self.answers)
        self.client: FlaskClient = create_app(site, self.settings).test_client()

    def load(self) -> None:
        """Load the texts, and publish."""
        with publish.live(self.settings) as store:
            assert {each.reason for each in build.load(inputs([self.texts]), store, self.settings)} == {None}
            publish.renew(store, self.settings)
        dumping.dump(self.settings)

    def remove(self) -> None:
        """Remove the person, and publish."""
        with publish.live(self.settings) as store:
            found = forgetting.people(store, NAME, shipped(), self.settings.base)
            limit, names = forgetting.chosen(found, NAME, None)
            forgetting.record(self.settings, names, limit, who="Bo Ek", why="Asked for it.")
            preparing.prepare(store, self.settings, shipped())
            publish.renew(store, self.settings)
        dumping.dump(self.settings)

    def forms(self) -> Mapping[str, str]:
        """All that the public can have of the graph, by where it is."""
        return {**dict(self._files()), **dict(self._answers()), **dict(self._things())}

    def _files(self) -> Iterator[tuple[str, str]]:
        dump = dumps.current(dumping.folder(self.settings))
        assert dump is not None
        for each in dump.files:
            data = (dump.folder / each.name).read_bytes()
            if each.form in ("zip", "xlsx"):
                with zipfile.ZipFile(BytesIO(data)) as parts:
                    yield each.name, "\n".join(parts.read(name).decode() for name in parts.namelist())
            else:
                yield each.name, gzip.decompress(data).decode()

    def _answers(self) -> Iterator[tuple[str, str]]:
        everything = quote("SELECT * { GRAPH ?g { ?s ?p ?o } FILTER STRSTARTS(STR(?g), 'https://example.org/id/d') }")
        versions = history.versions(published_folder(self.settings))
        for address in (
            f"/sparql?query={everything}", f"/sparql?query={quote('CONSTRUCT WHERE { ?s ?p ?o }')}", "/sv/", "/changes",
            "/sv/search?q=lindqvist", "/sv/search?q=okändsdotter", "/sv/search.json?kind=person",
            "/sv/search.csv?q=vård", "/sv/suggest.json?q=lindq", "/sv/suggest.json?q=okänd", "/api/search?q=lindqvist",
            "/sv/networks/people.gexf", "/sv/questions/attendance.csv",
            "/api/questions/who-attended-for?organisation=Esl%C3%B6v",
            "/sv/changes", "/sv/changes.atom", "/sitemap-1.xml", "/en/questions/search?text=lindqvist",
            *(f"/sv/changes/{each}" for each in versions), *(f"/changes/{each}.ttl" for each in versions),
        ):  # fmt: skip
            answer = self.client.get(address)
            assert answer.status_code < 500, address
            yield address, answer.text

    def _things(self) -> Iterator[tuple[str, str]]:
        with publish.published(self.settings) as store:
            found = store.select(
                "SELECT DISTINCT ?s { GRAPH ?g { ?s a ?c } FILTER STRSTARTS(STR(?g), 'https://example.org/id/d') }"
            )
            iris = [str(getattr(row[0], "value", "")) for row in found.rows]
        for path in sorted({iri.removeprefix(self.settings.base).partition("#")[0] for iri in iris} | {PATH}):
            if path.startswith("document/") and path.count("/") > 1 and "/attendance/" not in path:
                continue  # a fact, which is a part of the page of its document
            for suffix in ("", ".ttl", ".jsonld", ".rdf", ".nt") if path in (PATH, "document/radet-0") else ("", ".nt"):
                yield path + suffix, self.client.get(f"/sv/{path}{suffix}").text


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The graph, before the removal and, as the tests go on, after it."""
    made = Published(tmp_path_factory.mktemp("removed"))
    yield made
    made.answers.close()


@pytest.fixture(scope="module")
def before(graph: Published) -> Mapping[str, str]:
    """What the public has before the removal."""
    return graph.forms()


@pytest.fixture(scope="module")
def after(graph: Published, before: Mapping[str, str]) -> Mapping[str, str]:
    """What the public has after it."""
    graph.remove()
    return graph.forms()


def having(forms: Mapping[str, str], words: tuple[str, ...]) -> list[str]:
    """Where some of the words stand, as they are or as an address, JSON or XML has them."""
    known = {*words, *(each.casefold() for each in words)}
    forms_of = (str, quote, json.dumps, lambda each: each.encode("ascii", "xmlcharrefreplace").decode())
    written = {form(each).strip('"').casefold() for form in forms_of for each in known}
    written |= {each.replace(" ", "_") for each in written}
    return [where for where, text in forms.items() if any(each in text.casefold() for each in written)]


def test_fifty_identity_numbers_and_twenty_private_people_reach_no_public_form(before: Mapping[str, str]) -> None:
    assert len(set(NUMBERS)) == 50
    assert len(set(PRIVATE)) == 20
    assert having(before, NUMBERS) == []
    assert having(before, tuple(each.replace("-", "") for each in NUMBERS)) == []
    assert having(before, PRIVATE) == []
    asked = ("/sv/search?q=okändsdotter",)  # which repeats what was asked for
    assert [where for where in having(before, ("okändsdotter",)) if where not in asked] == []


def test_the_forms_do_hold_what_is_public(before: Mapping[str, str]) -> None:
    there = set(having(before, (NAME,)))
    assert there >= {
        "samverkan.nq.gz", "samverkan.popolo.json.gz", "samverkan.zip", "samverkan-sv.xlsx", PATH, f"{PATH}.ttl",
        "/sv/suggest.json?q=lindq", "/api/search?q=lindqvist", "document/radet-0", "/sv/questions/attendance.csv",
        "/sv/networks/people.gexf",
    }  # fmt: skip


ECHOES: Final = ("/sv/search?q=lindqvist", "/en/questions/search?text=lindqvist", "/api/search?q=lindqvist")


def test_who_was_removed_is_gone_from_every_public_form(after: Mapping[str, str]) -> None:
    left = having(after, (NAME, "lindqvist", "åsa_lindqvist", "å. lindqvist"))
    assert [where for where in left if where not in ECHOES] == []
    for where in ECHOES:
        assert having({where: after[where]}, (NAME, "åsa_")) == []


def test_what_was_decided_and_who_else_was_there_stays(after: Mapping[str, str]) -> None:
    everything = after["samverkan.nq.gz"]
    assert "Karin Lundberg" in everything
    assert "Plan för nära vård behandlas" in everything
    assert everything.count("outcome/rejected") >= 3


@pytest.mark.parametrize("suffix", ["", ".ttl", ".jsonld", ".json", ".rdf", ".nt"])
@pytest.mark.parametrize("where", ["/sv/", "/en/", "/sv/network/", "/id/", "/api/things/"])
def test_the_addresses_of_who_was_removed_are_gone_in_every_form(
    graph: Published, after: Mapping[str, str], where: str, suffix: str
) -> None:
    answer = graph.client.get(f"{where}{PATH}{suffix}", headers={"Accept": "text/html" if not suffix else "*/*"})
    assert answer.status_code == 410
    own = answer.text.replace(quote(PATH), "")  # the page says its own address, as every page does
    assert "lindqvist" not in own.casefold()


def test_the_tombstone_says_what_happened_in_both_languages(graph: Published, after: Mapping[str, str]) -> None:
    swedish, english = (graph.client.get(f"/{each}/{PATH}", headers={"Accept": "text/html"}) for each in ("sv", "en"))
    assert "Borttaget på begäran" in swedish.text
    assert "Removed on request" in english.text
    assert 'href="/sv/privacy"' in swedish.text
    assert 'href="/en/privacy"' in english.text
    assert "noindex" in english.text


def test_others_have_their_pages(graph: Published, after: Mapping[str, str]) -> None:
    for path in ("person/12/karin_lundberg", "person/12/bo_alm"):
        assert graph.client.get(f"/sv/{path}").status_code == 200
    assert graph.client.get("/sv/person/12/nobody_there").status_code == 404


def test_it_stays_gone_after_loading_again(graph: Published, after: Mapping[str, str]) -> None:
    graph.load()
    with publish.published(graph.settings) as store:
        names = " ".join(str(term) for quad in store.quads() for term in (quad.subject, quad.object))
    assert "lindqvist" not in names.casefold()
    assert "Karin Lundberg" in names
    assert graph.client.get(f"/sv/{PATH}").status_code == 410
