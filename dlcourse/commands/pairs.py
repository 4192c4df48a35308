"""A lesson and its notebook: reading both, writing the notebook, and saying whether they are in step.

The source of a lesson is `lessons/NN_name.py` (Jupytext percent format); its notebook is
`notebooks/NN_name.ipynb`, the same cells with stored outputs. Nothing here executes anything.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from dlcourse.commands import CommandError

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
FOLDED = {"jupyter": {"source_hidden": True}, "cellView": "form"}  # JupyterLab's and Colab's words for it
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class Pair:
    """One lesson: its source and its notebook."""

    source: Path
    notebook: Path

    @property
    def name(self) -> str:
        """The lesson's file name without its ending, such as `02_the_neuron`."""
        return self.source.stem


def find_pairs(root: Path, names: list[str] | None = None) -> list[Pair]:
    """Return the pairs of the course in `root`, in order; `names` picks some by number, name or path.

    Raises CommandError if `root` has no lessons or a name fits none of them.
    """
    sources = sorted((root / "lessons").glob("[0-9][0-9]_*.py"))
    if not sources:
        raise CommandError(
            f"There are no lessons in {root / 'lessons'}; building is done in a checkout of the course."
        )
    pairs = [Pair(source, root / "notebooks" / f"{source.stem}.ipynb") for source in sources]
    if not names:
        return pairs
    chosen = []
    for name in names:
        stem = Path(name).stem
        found = [pair for pair in pairs if pair.name == stem or pair.name.split("_")[0] == stem.zfill(2)]
        if not found:
            raise CommandError(f"No lesson is called {name!r}; there are {', '.join(p.name for p in pairs)}.")
        chosen += [pair for pair in found if pair not in chosen]
    return chosen


def read_source(path: Path) -> NotebookNode:
    """Return the lesson in `path` as a notebook without outputs, in the one form that we store."""
    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    return in_stored_form(notebook)


def read_notebook(path: Path) -> NotebookNode | None:
    """Return the stored notebook in `path` as it is; None if there is none, or none that can be read."""
    try:
        return nbformat.read(path, as_version=4)
    except (FileNotFoundError, UnicodeDecodeError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        return None


def in_stored_form(notebook: NotebookNode) -> NotebookNode:
    """Return `notebook` with nothing in it that changes between two equal runs.

    Cell ids come from what a cell says (and how often it was said before), so that a new cell changes no
    other line of the file; live views of widgets, times and editor settings are dropped.
    """
    seen: Counter[str] = Counter()
    cells = []
    for cell in notebook.cells:
        text = f"{cell.cell_type}\n{cell.source}"
        seen[text] += 1
        identity = hashlib.sha256(f"{text}\n{seen[text]}".encode()).hexdigest()
        kept = {"cell_type": cell.cell_type, "id": identity[:12], "metadata": {}, "source": cell.source}
        if tags := cell.metadata.get("tags"):
            kept["metadata"] = {"tags": tags} | (FOLDED if "colab" in tags else {})
        if cell.cell_type == "code":
            kept["execution_count"] = cell.get("execution_count")
            kept["outputs"] = [_steady(output) for output in cell.get("outputs", [])]
        if "attachments" in cell:
            kept["attachments"] = cell.attachments
        cells.append(kept)
    metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    if "dlcourse" in notebook.metadata:
        metadata["dlcourse"] = notebook.metadata["dlcourse"]
    return nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _steady(output: NotebookNode) -> NotebookNode:
    """Drop the live view of a widget: without its kernel a reader would see an error instead of its text form."""
    if "data" in output:
        output.data.pop(WIDGET_VIEW, None)
    return output


def code_sum(notebook: NotebookNode) -> str:
    """Return the SHA-256 of the code cells of `notebook`: what its outputs depend on."""
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return hashlib.sha256(json.dumps(code).encode()).hexdigest()


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Write `notebook` to `path`, wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.validate(notebook)
    unfinished = path.with_suffix(".ipynb.part")
    unfinished.write_text(
        nbformat.writes(notebook, version=4).rstrip("\n") + "\n", encoding="utf-8", newline="\n"
    )
    os.replace(unfinished, path)


def outputs_in_step(source: NotebookNode, stored: NotebookNode) -> bool:
    """Whether the outputs of `stored` come from exactly the code of `source`, every cell of it run."""
    recorded = stored.metadata.get("dlcourse", {}).get("source_sha256")
    ran = all(c.execution_count is not None for c in stored.cells if c.cell_type == "code")
    return ran and recorded == code_sum(source) == code_sum(stored)


def with_outputs_of(source: NotebookNode, stored: NotebookNode) -> NotebookNode:
    """Return `source` with the outputs that `stored` has for the same code cells: what should be stored."""
    old = [cell for cell in stored.cells if cell.cell_type == "code"]
    new = [cell for cell in source.cells if cell.cell_type == "code"]
    for cell, before in zip(new, old, strict=True):
        cell.outputs, cell.execution_count = before.outputs, before.execution_count
    source.metadata["dlcourse"] = stored.metadata["dlcourse"]
    return in_stored_form(source)


def fault(pair: Pair) -> str | None:
    """Say in one sentence what is out of step in `pair`, or return None."""
    source, stored = read_source(pair.source), read_notebook(pair.notebook)
    if stored is None:
        return f"{pair.name} has no readable notebook yet."
    if not outputs_in_step(source, stored):
        return f"{pair.name}: the stored outputs do not come from the lesson as it is now."
    if with_outputs_of(source, stored) != stored:
        return f"{pair.name}: the notebook's cells differ from the lesson's."
    return None


def orphans(root: Path) -> list[Path]:
    """Return the notebooks in `root` that no lesson stands behind."""
    lessons = {source.stem for source in (root / "lessons").glob("*.py")}
    return [path for path in sorted((root / "notebooks").glob("*.ipynb")) if path.stem not in lessons]
