"""The files of others are served as the list says: the same bytes, with their licences beside them."""

import re
from hashlib import sha256
from pathlib import Path

import samverkan_web

VENDOR = Path(samverkan_web.__file__).parent / "static" / "vendor"
LIST = (VENDOR / "VENDORED.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| \[[^]]+\]\([^)]+\) \| (?P<version>[\d.]+) \| `[^`]*?(?P<file>[^`/]+)` \|.*\| `(?P<digest>\w{64})` \|$", re.M
)


def test_each_script_and_style_of_others_is_listed_with_its_digest() -> None:
    served = {path.name: sha256(path.read_bytes()).hexdigest() for path in VENDOR.glob("*/*.min.*")}
    assert {row["file"]: row["digest"] for row in ROW.finditer(LIST)} == served
    assert set(served) == {
        "graphology.umd.min.js", "sigma.min.js", "vis-network.min.js", "yasqe.min.css", "yasqe.min.js",
    }  # fmt: skip


def test_each_licence_that_is_named_is_there() -> None:
    named = re.findall(r"\]\(([\w-]+/[\w.-]+)\)", LIST)
    assert set(named) == {path.relative_to(VENDOR).as_posix() for path in VENDOR.glob("*/LICENSE*")}


def test_no_file_points_to_one_that_is_not_served() -> None:
    assert [path.name for path in VENDOR.glob("*/*.min.*") if b"sourceMappingURL" in path.read_bytes()] == []
