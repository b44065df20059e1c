"""The words that stand beside each way to give a task: a sentence without them gives none in that way."""

import pytest

from samverkan import register
from samverkan.reading.acts import giving
from samverkan.reading.front import read_front
from samverkan.reading.items.passages import each_passage
from samverkan.reading.layout import lay_out
from samverkan.resources import folder

DOCUMENTS = sorted(folder("data/documents").glob("*.txt"))
WITH_WORDS = [(way, words) for way, words in giving._WAYS if words]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_way_to_give_finds_nothing_without_its_words(document):
    layout = lay_out(document.read_text(encoding="utf-8"))
    context, _ = read_front(layout, register.shipped())
    sentences = {each.text for one in each_passage(layout, 0, len(layout.text)) for each in one.sentences}
    missed = [
        (way.__name__, text)
        for text in sorted(sentences)
        for way, words in WITH_WORDS
        if words.isdisjoint(giving._SMALL_WORD.findall(text)) and list(way(context, text))
    ]
    assert missed == []


@pytest.mark.parametrize(("way", "words"), WITH_WORDS, ids=lambda each: getattr(each, "__name__", ""))
def test_the_words_of_a_way_are_written_as_a_sentence_has_them(way, words):
    assert [word for word in words if not giving._SMALL_WORD.fullmatch(word)] == []
