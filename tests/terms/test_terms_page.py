"""The page of the ontology: both languages, alone, every anchor there, and a drawing that has its words beside it."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from samverkan import terms
from samverkan.resources import folder
from samverkan.vocabulary import LISTS, SAMV

BOOK = terms.shipped()
COMMAND = Path(sys.executable).with_name("samverkan")


def page(language: str) -> str:
    return terms.alone(BOOK, language, {name: name for name in terms.turtle()})


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_names_every_term_and_word_in_its_language(language: str) -> None:
    told = unescape(page(language))
    assert f'<html lang="{language}">' in told
    for each in BOOK.terms:
        assert f'id="{each.name}"' in told
        assert each.label[language] in told
        assert each.comment[language] in told
    for each in BOOK.lists:
        for word in each.words:
            assert f'id="{word.anchor}"' in told
            assert word.definition[language] in told
    assert "https://w3id.org/samverkan/ns/0.1.0" in told


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_stands_alone_and_each_anchor_is_there_once(language: str) -> None:
    told = page(language)
    assert "<script" not in told
    assert re.findall(r'<link rel="stylesheet"|src=|@import|url\((?!#)', told) == []
    ids = re.findall(r'\bid="([^"]+)"', told)
    assert len(ids) == len(set(ids))
    anchors = set(re.findall(r'href="#([^"]+)"', told))
    described = set(re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', told))
    assert (anchors | described) - set(ids) == set()
    assert set(SAMV.terms) <= set(ids)
    assert {f"list-{name}" for name in LISTS} <= set(ids)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_drawing_is_named_and_told_in_words(language: str) -> None:
    told = page(language)
    drawn = re.search(r"<svg.*?</svg>", told, re.DOTALL)
    assert drawn is not None
    svg = ElementTree.fromstring(drawn[0])
    assert svg.attrib["aria-labelledby"] == "drawing"
    assert svg.attrib["aria-describedby"] == "drawing-about"
    arrows = len(svg.findall(".//{http://www.w3.org/2000/svg}line"))
    in_words = re.search(r'<details id="in-words">.*?</details>', told, re.DOTALL)
    assert in_words is not None
    assert in_words[0].count("<td>") == 3 * arrows > 30


def test_the_command_writes_both_pages_and_the_files_beside_them(tmp_path: Path) -> None:
    done = subprocess.run([COMMAND, "ontology", tmp_path / "out"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"sv.html", "en.html", *(path.name for path in folder("ontology").glob("*.ttl"))}
    assert (tmp_path / "out" / "sv.html").read_text("utf-8") == page("sv")


def test_the_command_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    done = subprocess.run(
        [COMMAND, "ontology", tmp_path / "taken" / "out"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "nothing could be written into" in done.stderr
