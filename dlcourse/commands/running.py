"""Runs a notebook as a learner would: in a fresh kernel, an empty folder and with a record of its own."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from dlcourse.commands import CommandError

CELL_SECONDS = 600
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class ThisPython(AsyncKernelManager):
    """Starts kernels of the Python that runs now, whatever kernels are registered on this machine."""

    def __init__(self, **options):
        options["kernel_spec_manager"] = KernelSpecManager(kernel_dirs=[])
        super().__init__(**options)


def run(
    notebook: NotebookNode, name: str, *, folder: Path | None = None, home: Path | None = None
) -> NotebookNode:
    """Execute `notebook` and return it with its outputs; `name` is what errors call it.

    It runs in `folder` with the learner's record in `home`; both are empty temporary folders unless given.
    Raises CommandError if a cell raises or the kernel dies, saying which cell and why.
    """
    with tempfile.TemporaryDirectory(prefix="dlcourse-", ignore_cleanup_errors=True) as scratch:
        where = folder or Path(scratch, "lessons")
        record = home or Path(scratch, "home")
        where.mkdir(exist_ok=True)
        record.mkdir(exist_ok=True)
        environment = os.environ | {
            "DLCOURSE_HOME": str(record),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "PYTHONHASHSEED": "0",
            "DLCOURSE_BUILDING": "1",  # explorers say what their stored picture is taken of (explore/base.py)
        }
        environment.pop("PYTEST_CURRENT_TEST", None)  # with it a kernel does not watch its file descriptors
        cell = 0

        def note(cell_index: int, **_: object) -> None:
            nonlocal cell
            cell = cell_index + 1

        client = NotebookClient(
            notebook,
            timeout=CELL_SECONDS,
            kernel_name="python3",
            kernel_manager_class=ThisPython,
            record_timing=False,
            store_widget_state=False,
            coalesce_streams=True,
            on_cell_execute=note,
        )
        try:
            client.execute(cwd=str(where), env=environment, stderr=subprocess.DEVNULL)
        except CellExecutionError as error:
            trace = "\n".join(_last_error(notebook))
            raise CommandError(f"{name}: cell {cell} raised {error.ename}.\n{trace}") from None
        except CellTimeoutError:
            raise CommandError(f"{name}: cell {cell} ran for over {CELL_SECONDS} s.") from None
        except DeadKernelError:
            raise CommandError(f"{name}: the kernel died in cell {cell}.") from None
    return nbformat.from_dict(notebook)


def _last_error(notebook: NotebookNode) -> list[str]:
    errors = [o for c in notebook.cells for o in c.get("outputs", []) if o.output_type == "error"]
    lines = [_COLOURS.sub("", line) for o in errors[-1:] for line in o.traceback]
    return "\n".join(lines).splitlines()[-40:]
