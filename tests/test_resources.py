"""Where shipped files are, and what may be written there."""

from pathlib import Path

import pytest

import samverkan
from samverkan.errors import SettingError
from samverkan.resources import folder, lasting


def test_the_folders_of_shipped_files_are_found() -> None:
    assert (folder("ontology") / "samverkan.ttl").is_file()
    assert (folder("data/register") / "municipalities.csv").is_file()


def test_nothing_that_should_stay_is_written_into_the_installed_package() -> None:
    inside = Path(samverkan.__file__).parent / "data" / "judgements.csv"
    with pytest.raises(SettingError, match=r"SAMVERKAN_JUDGEMENTS is not set, and what is written to .* is lost"):
        lasting(inside, "SAMVERKAN_JUDGEMENTS")


def test_elsewhere_it_may_be(tmp_path: Path) -> None:
    assert lasting(tmp_path / "judgements.csv", "SAMVERKAN_JUDGEMENTS") == tmp_path / "judgements.csv"
