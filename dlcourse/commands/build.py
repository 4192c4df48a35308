"""`dlcourse build`: makes every notebook from its lesson, executing those whose outputs are stale."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode

from dlcourse.commands import CommandError, pairs, running

Say = Callable[[str], None]


def check(root: Path, names: list[str] | None, say: Say) -> bool:
    """Say which pairs are out of step; return whether all are in step."""
    faults = [sentence for pair in pairs.find_pairs(root, names) if (sentence := pairs.fault(pair))]
    if not names:
        faults += [f"{path.name} has no lesson behind it: delete it." for path in pairs.orphans(root)]
    for sentence in faults:
        say(sentence)
    if faults:
        say("`dlcourse build` puts them in step.")
    return not faults


def build(root: Path, names: list[str] | None, say: Say, *, force: bool = False) -> int:
    """Bring the notebooks in step with their lessons; return how many were executed.

    A notebook whose code has not changed since it was executed keeps its outputs and gets the new prose.
    With `force` every one is executed. All are tried; then CommandError names those that failed.
    """
    executed, failed = 0, []
    for pair in pairs.find_pairs(root, names):
        source = pairs.read_source(pair.source)
        stored = pairs.read_notebook(pair.notebook)
        try:
            if stored is not None and not force and pairs.outputs_in_step(source, stored):
                wanted = pairs.with_outputs_of(source, stored)
                if wanted != stored:
                    pairs.write_notebook(wanted, pair.notebook)
                    say(f"{pair.name}: new text, outputs kept.")
                continue
            started = time.perf_counter()
            notebook, pictures = executed_form(source, pair.name)
            pairs.write_notebook(notebook, pair.notebook)
            executed += 1
            seconds = time.perf_counter() - started
            say(
                f"{pair.name}: executed in {seconds:.0f} s"
                + (f", {pictures} pictures stored." if pictures else ".")
            )
        except CommandError as error:
            say(str(error))
            failed.append(pair.name)
    if failed:
        raise CommandError(f"Not built: {', '.join(failed)}.")
    return executed


def executed_form(source: NotebookNode, name: str) -> tuple[NotebookNode, int]:
    """Execute `source`; return what is stored, and the number of explorers' pictures in it."""
    notebook = running.run(source, name)
    _refuse_stderr(notebook, name)
    notebook.metadata["dlcourse"] = {"source_sha256": pairs.code_sum(notebook)}
    pictures = store_pictures(notebook)
    return pairs.in_stored_form(notebook), pictures


def store_pictures(notebook: NotebookNode) -> int:
    """Put a picture into `notebook` for every explorer in it; return their number."""
    if not any(pairs.WIDGET_VIEW in o.get("data", {}) for c in notebook.cells for o in c.get("outputs", [])):
        return 0
    from dlcourse.explore.browser import BrowserMissing
    from dlcourse.explore.snapshot import store_pictures as store

    try:
        return store(notebook)
    except BrowserMissing as error:
        raise CommandError(f"The pictures of explorers cannot be taken. {error}") from None


def _refuse_stderr(notebook: NotebookNode, name: str) -> None:
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                text = output.text[:2000]
                raise CommandError(
                    f"{name}: cell {number} writes to stderr, a red block for learners:\n{text}"
                )
