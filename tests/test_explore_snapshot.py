"""Stored pictures of explorers: what a reader without a kernel gets, and that strict notebook tests still pass."""

from __future__ import annotations

import base64
import io
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest
from browser_lab import browser_or_skip

from dlcourse import explore
from dlcourse.explore import base, snapshot
from dlcourse.explore.browser import BrowserMissing

ROOT = Path(__file__).parents[1]
CELLS = [
    "from dlcourse import explore",
    "found = explore.neuron(w=[2, 1], b=-1)\nfound",
    "found.w = (0, 0)",
    "found",
]


def executed() -> nbformat.NotebookNode:
    """A notebook as it is right after execution: two outputs of one explorer, its state kept by the client."""
    widget = explore.neuron(w=[2, 1], b=-1)
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv(base.BUILDING, "1")
    cells = [nbformat.v4.new_code_cell(source, execution_count=n) for n, source in enumerate(CELLS, 1)]
    for cell in (cells[1], cells[3]):
        data, metadata = widget._repr_mimebundle_()
        cell.outputs = [
            nbformat.v4.new_output(
                "execute_result", data, metadata=metadata, execution_count=cell.execution_count
            )
        ]
        widget.w = (0, 0)
    monkeypatch.undo()
    notebook = nbformat.v4.new_notebook(cells=cells)
    states = {
        "one": {"state": {"_esm": "x" * 1000, "layout": "IPY_MODEL_two"}},
        "two": {"state": {"_model_name": "LayoutModel"}},
    }
    notebook.metadata["widgets"] = {snapshot.STATE: {"state": states, "version_major": 2}}
    return notebook


def pixels(output: nbformat.NotebookNode) -> np.ndarray:
    """The stored picture as an array, shape (height, width, 3)."""
    from PIL import Image

    return np.asarray(Image.open(io.BytesIO(base64.b64decode(output.data["image/png"]))).convert("RGB"))


@pytest.fixture(scope="module")
def stored() -> nbformat.NotebookNode:
    browser_or_skip()
    notebook = executed()
    assert snapshot.store_pictures(notebook) == 2
    return notebook


def test_each_output_gets_a_picture_of_its_own_state(stored: nbformat.NotebookNode) -> None:
    first, second = stored.cells[1].outputs[0], stored.cells[3].outputs[0]
    picture = pixels(first)
    assert picture.shape[1] == 2 * first.metadata["image/png"]["width"]
    assert picture.shape[0] == 2 * first.metadata["image/png"]["height"]
    assert picture[0, 0].tolist() == [255, 255, 255], "light theme"
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 20, "something is drawn"
    assert "w1 = 2, w2 = 1, b = -1" in first.metadata["image/png"]["alt"]
    assert "w1 = 0, w2 = 0, b = -1" in second.metadata["image/png"]["alt"]
    assert first.data["image/png"] != second.data["image/png"]
    assert len(first.data["image/png"]) < 200_000


def test_nothing_that_changes_from_run_to_run_is_left(stored: nbformat.NotebookNode) -> None:
    nbformat.validate(stored)
    assert "widgets" not in stored.metadata
    for cell in (stored.cells[1], stored.cells[3]):
        assert set(cell.outputs[0].data) == {"image/png", "text/plain"}
        assert set(cell.outputs[0].metadata) == {"image/png", "dlcourse"}
        assert "state" not in cell.outputs[0].metadata["dlcourse"]


def test_a_second_time_there_is_nothing_to_do(stored: nbformat.NotebookNode) -> None:
    before = nbformat.writes(stored)
    assert snapshot.store_pictures(stored) == 0
    assert nbformat.writes(stored) == before


def test_other_widgets_keep_their_state() -> None:
    notebook = executed()
    notebook.metadata["widgets"][snapshot.STATE]["state"]["bar"] = {
        "state": {"_model_name": "FloatProgressModel"}
    }
    for cell in notebook.cells:
        cell.outputs = []
    assert snapshot.store_pictures(notebook) == 0
    assert list(notebook.metadata["widgets"][snapshot.STATE]["state"]) == ["bar"]


def test_no_browser_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLCOURSE_BROWSER", "/nowhere/chromium")
    with pytest.raises(BrowserMissing, match="/nowhere/chromium"):
        snapshot.store_pictures(executed())
    monkeypatch.delenv("DLCOURSE_BROWSER")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BrowserMissing, match="install one"):
        snapshot.store_pictures(executed())
    assert snapshot.store_pictures(nbformat.v4.new_notebook()) == 0, "nothing to do needs no browser"


def test_a_module_that_fails_in_the_browser_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    browser_or_skip()
    monkeypatch.setattr(
        snapshot,
        "module_text",
        lambda file: base.module_text(file).replace("drawAxes(context, view", "lost(context, view"),
    )
    with pytest.raises(RuntimeError, match=r"neuron\.js failed in the browser: .*lost"):
        snapshot.store_pictures(executed())


def test_strict_notebook_tests_pass_on_stored_pictures_and_fail_on_another_state(
    stored: nbformat.NotebookNode, tmp_path: Path
) -> None:
    nbformat.write(stored, tmp_path / "same.ipynb")
    other = nbformat.from_dict(stored)
    other.cells[1].source = other.cells[1].source.replace("-1", "3")
    nbformat.write(other, tmp_path / "other.ipynb")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "--nbval",
        "--nbval-current-env",
    ]
    command += ["-n0", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "2 failed, 6 passed" in done.stdout, done.stdout[-3000:]
    assert "same.ipynb::Cell 1 FAILED" not in done.stdout
