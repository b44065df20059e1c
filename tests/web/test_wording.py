"""Words and numbers of a page: sizes of files, and what a summary says first."""

import pytest
from flask import Flask

from samverkan_web import wording


@pytest.mark.parametrize(
    ("octets", "swedish", "english"),
    [
        (0, "0 B", "0 B"),
        (999, "999 B", "999 B"),
        (1_000, "1 kB", "1 kB"),
        (39_812, "39,8 kB", "39.8 kB"),
        (1_234_567, "1,2 MB", "1.2 MB"),
        (12_500_000_000, "12,5 GB", "12.5 GB"),
    ],
)
def test_a_size_has_the_decimal_sign_of_the_language(app: Flask, octets: int, swedish: str, english: str) -> None:
    for path, said in (("/sv/", swedish), ("/en/", english)):
        with app.test_request_context(path):
            app.preprocess_request()
            assert wording.size(octets).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("summary", "first"),
    [
        ("Seats of a body. Guests do not count.", "Seats of a body."),
        ("Seats of a body: chairs first. Guests do not count.", "Seats of a body."),
        ("Seats of a body; guests do not count.", "Seats of a body."),
        ("At 10:30 or 2.5 hours later", "At 10:30 or 2.5 hours later."),
        ("Who sits there?", "Who sits there?"),
        ("Who sits there? All of them.", "Who sits there?"),
    ],
)
def test_the_gist_of_a_summary_ends_before_what_explains_it(summary: str, first: str) -> None:
    assert wording.gist(summary) == first
