"""Strict nbval, as this project configures it, really fails for what it must and forgives only a claim's detail."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest

from dlcourse.commands import pairs, running

ROOT = Path(__file__).parents[1]

CELLS = [
    "from dlcourse import claim",
    "print('three')\n1 + 2",
    "claim('two is more than one', 2 > 1, '`2` < 3 against 1')",
]


def edited(stored: nbformat.NotebookNode, cell: int, before: str, after: str) -> nbformat.NotebookNode:
    """Return a copy in which a text of one cell's stored outputs is another."""
    copied = copy.deepcopy(stored)
    outputs = json.dumps(copied.cells[cell].outputs)
    assert before in outputs
    copied.cells[cell].outputs = nbformat.from_dict(json.loads(outputs.replace(before, after)))
    return copied


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether nbval passes each of a few doctored notebooks (one run for all of them)."""
    folder = tmp_path_factory.mktemp("doctored")
    source = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    stored = pairs.in_stored_form(running.run(source, "tiny"))

    raising = copy.deepcopy(stored)
    raising.cells[1].source += "\nraise ValueError('broken')"
    noisy = copy.deepcopy(stored)
    noisy.cells[1].source = "import sys\nprint('oh', file=sys.stderr)\n" + noisy.cells[1].source
    notebooks = {
        "unchanged": stored,
        "detail": edited(stored, 2, "3 against 1", "3.0001 against 1"),
        "output": edited(stored, 1, "three", "four"),
        "value": edited(stored, 1, '"3"', '"4"'),
        "sentence": edited(stored, 2, "two is more than one", "three is more than one"),
        "raising": raising,
        "noisy": noisy,
    }
    for name, notebook in notebooks.items():
        pairs.write_notebook(notebook, folder / f"{name}.ipynb")
    report = folder / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-n0",
        "-q",
        "-p",
        "no:cacheprovider",
    ]
    command += [f"--junitxml={report}", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"COLUMNS": "100"}, capture_output=True, text=True
    )
    passed = dict.fromkeys(notebooks, True)
    cases = ElementTree.parse(report).getroot().findall(".//testcase")
    assert len(cases) == len(CELLS) * len(notebooks), done.stdout
    for case in cases:
        name = next(name for name in notebooks if f"{name}.ipynb" in case.get("classname") + case.get("name"))
        passed[name] &= case.find("failure") is None and case.find("error") is None
    return passed


@pytest.mark.parametrize("name", ["unchanged", "detail"])
def test_passes(verdicts: dict[str, bool], name: str) -> None:
    assert verdicts[name]


@pytest.mark.parametrize("name", ["output", "value", "sentence", "raising", "noisy"])
def test_fails(verdicts: dict[str, bool], name: str) -> None:
    assert not verdicts[name]
