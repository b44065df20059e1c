"""Acts of curators, each in a process of its own: what each costs before it begins."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["samverkan.acting", "samverkan.curating"])
def test_an_act_does_not_wait_for_what_it_does_not_need(module: str) -> None:
    asked = f"import sys, {module}; print(*({{'samverkan.reading', 'xlsxwriter', 'networkx'}} & {{*sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
