"""A graph of a few documents, and the files beside it that curators write, for commands as people type them."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typed import plain, typed


class Desk:
    """A folder with documents that were loaded, and with files of judgements, corrections and removals."""

    def __init__(self, folder: Path, texts: Mapping[str, str]) -> None:
        self.folder = folder
        if texts:
            for name, text in texts.items():
                (folder / name).write_text(text, "utf-8")
            assert self.run("load", *(str(folder / name) for name in texts)).returncode == 0

    def copied(self, folder: Path) -> "Desk":
        """The same in another folder, to be changed: quicker than to load it again."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Desk(folder, {})

    @property
    def judgements(self) -> Path:
        """The file of judgements."""
        return self.folder / "judgements.csv"

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command."""
        environment = plain(
            SAMVERKAN_DATA=self.folder / "data",
            SAMVERKAN_JUDGEMENTS=self.judgements,
            SAMVERKAN_CORRECTIONS=self.folder / "corrections",
            SAMVERKAN_REMOVALS=self.folder / "removals.csv",
            SAMVERKAN_DUMP_QUADS=0,
        )
        return typed(*arguments, environment=environment)

    def json(self, *arguments: str) -> Any:
        """What a command answers as JSON."""
        done = self.run(*arguments, "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
