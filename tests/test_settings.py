"""Settings: one table, from the environment, and the README says the same."""

from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from samverkan.errors import SettingError
from samverkan.settings import Settings, as_environment, from_environment

README = Path(__file__).resolve().parents[1] / "README.md"


def test_the_readme_lists_every_setting_with_default_and_help() -> None:
    rows = []
    for each in fields(Settings):
        default = (
            "the user's data folder" if each.default is MISSING else f"`{each.default}`" if each.default != "" else ""
        )
        rows.append(f"| `SAMVERKAN_{each.name.upper()}` | {default} | {each.metadata['help']} |")
    table = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| `SAMVERKAN_")]
    assert table == rows


def test_what_the_environment_says_comes_with_its_type() -> None:
    settings = from_environment(
        {"SAMVERKAN_PORT": "8080", "SAMVERKAN_DATA": "/tmp/x", "SAMVERKAN_QUERY_SECONDS": "2.5"}
    )
    assert (settings.port, settings.data, settings.query_seconds) == (8080, Path("/tmp/x"), 2.5)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "eighty", "SAMVERKAN_PORT is 'eighty'; it must be a whole number"),
        ("LANGUAGE", "de", "SAMVERKAN_LANGUAGE is 'de'; use sv or en"),
        ("BASE", "https://example.org", "SAMVERKAN_BASE is 'https://example.org'; a base IRI must end with / or #"),
        ("WORKERS", "0", "SAMVERKAN_WORKERS is 0; it must be more than 0"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_value(name: str, value: str, says: str) -> None:
    with pytest.raises(SettingError, match=says):
        from_environment({f"SAMVERKAN_{name}": value})


def test_settings_can_be_handed_to_another_process(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, port=1, query_seconds=0.5, language="en")
    assert from_environment(as_environment(settings)) == settings
