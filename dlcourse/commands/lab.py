"""`dlcourse lab`: the learner's own folder of lessons, and JupyterLab opened in it.

The folder is `~/dlcourse-lessons` unless told otherwise: the same place wherever the terminal stands, so that
nobody meets a second, empty copy of their work; and its name is not the package's, which a folder called
`dlcourse` could hide from Python. The lessons arrive there without outputs: nothing spoils a guess, and a
number in a cell's brackets means that it has run on this machine. A small file in the folder, `.dlcourse.json`, remembers which version of each
lesson was copied; the learner's notebooks are never overwritten once they differ from it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dlcourse.commands import CommandError
from dlcourse.commands.typed import typed

DEFAULT_FOLDER = Path("~/dlcourse-lessons")
FIRST = "00_welcome.ipynb"
OUR_SETTINGS = (
    Path(__file__).parent / "jupyter"
)  # no pop-up about Jupyter news, no question to its servers at each start
MEMORY = ".dlcourse.json"

Say = Callable[[str], None]


def bring_lessons(shipped: Path, folder: Path, say: Say) -> None:
    """Copy into `folder` every lesson of `shipped` that is not there; renew or offer those that changed.

    What a learner who comes back should know is said: lessons that are new, renewed or offered.
    A notebook whose cells and outputs are what was copied is renewed. One that the learner has worked on
    stays, and the new version is put beside it, once, as `NAME_new.ipynb`. Raises CommandError if `folder` cannot be
    written; whatever was there before is then still whole.
    """
    lessons = sorted(shipped.glob("*.ipynb"))
    if not lessons:
        raise CommandError(f"The lessons are missing from {shipped}; install the course again.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        memory = _remembered(folder)
        returning = bool(memory)  # somebody who comes for the first time need not be told that all is new
        for lesson in lessons:
            new = returning and lesson.name not in memory and not (folder / lesson.name).exists()
            said = _bring(lesson, folder, memory.setdefault(lesson.name, {}))
            _write(folder / MEMORY, json.dumps(memory, indent=1).encode())
            if new:
                say(f"{lesson.name}: a new lesson.")
            elif said:
                say(said)
    except OSError as error:
        raise CommandError(
            f"The lessons cannot be written to {folder} ({error.strerror or error}); "
            f"make room there, or choose another folder with: {typed()} lab --dir FOLDER"
        ) from None


def _bring(lesson: Path, folder: Path, memory: dict[str, str]) -> str | None:
    """Bring one lesson; return what the learner should know about it."""
    shipped = lesson.read_bytes()
    text = _without_outputs(shipped)
    content, work = _content_sum(text), _work_sum(text)
    mine = folder / lesson.name
    if not mine.exists():
        _write(mine, text)
        memory.update(work=work, content=content)
        return None
    if content in (memory.get("content"), memory.get("offered")):
        return None  # this version is here already, worked on or not
    present = _work_sum(mine.read_bytes())
    if present in (work, _work_sum(shipped)):  # this version, from elsewhere
        memory.update(work=present, content=content)
        return None
    if present is not None and present == memory.get("work"):
        _write(mine, text)
        memory.update(work=work, content=content)
        return f"{mine.name}: renewed, you had not worked on it."
    offered = _free_name(mine)
    _write(offered, text)
    memory["offered"] = content
    return f"{mine.name}: there is a new version. Yours is as it was; the new one is {offered.name}."


def _free_name(mine: Path) -> Path:
    name, number = mine.with_name(f"{mine.stem}_new.ipynb"), 2
    while name.exists():
        name, number = mine.with_name(f"{mine.stem}_new_{number}.ipynb"), number + 1
    return name


def _remembered(folder: Path) -> dict[str, dict[str, str]]:
    """Return what was copied when; a damaged or missing memory is an empty one, and costs no work."""
    try:
        memory = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(memory, dict):
        return {}
    return {name: entry for name, entry in memory.items() if isinstance(entry, dict)}


def _sum(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


def _without_outputs(text: bytes) -> bytes:
    """Return the notebook as if no cell of it had ever run."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def _content_sum(text: bytes) -> str:
    """Return the sum of what a lesson says, which new outputs of the same cells do not change."""
    cells: list[dict[str, Any]] = json.loads(text)["cells"]
    return _sum([(cell["cell_type"], "".join(cell["source"])) for cell in cells])


def _work_sum(text: bytes) -> str | None:
    """Return the sum of all cells with their outputs, or None for a file that is no notebook.

    What JupyterLab writes into a notebook that was only opened (its kernel's version) does not count as work.
    """
    try:
        cells = json.loads(text)["cells"]
        seen = [
            (c["cell_type"], "".join(c["source"]), c.get("execution_count"), c.get("outputs")) for c in cells
        ]
    except (ValueError, KeyError, TypeError):
        return None
    return _sum(seen)


def _write(path: Path, content: bytes) -> None:
    """Write `content` to `path`, wholly or not at all."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".dlcourse-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


def jupyter_command(folder: Path, *, browser: bool, extra: list[str]) -> list[str]:
    """Return the command that opens JupyterLab in `folder` on the first lesson."""
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
    command.append(f"--LabApp.default_url=/lab/tree/{FIRST}")
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append(
            "--allow-root"
        )  # in a container everybody is root, and the server listens on localhost only
    return command + extra


def open_lab(command: list[str]) -> None:
    """Become JupyterLab (on Windows: start it and wait), so that Ctrl-C and signals reach it alone."""
    paths = [str(OUR_SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
    sys.stdout.flush()
    # So that `!dlcourse doctor` in a cell finds the command of this environment, which need not be activated.
    os.environ["PATH"] = os.pathsep.join(
        filter(None, [str(Path(sys.executable).parent), os.environ.get("PATH")])
    )
    if os.name != "nt":
        os.execv(command[0], command)
    with contextlib.suppress(KeyboardInterrupt), subprocess.Popen(command) as process:
        while process.poll() is None:
            with contextlib.suppress(KeyboardInterrupt):
                process.wait()
    sys.exit(process.returncode)
