"""How the `dlcourse` command is to be typed from where the terminal stands: by its name only if the system finds it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

NAME = "dlcourse"


def typed() -> str:
    """Return `dlcourse` where that runs this very program, else its path: `.venv/bin/dlcourse` from the course's folder.

    On Windows `.venv\\Scripts\\dlcourse`. Where it was started in another way, its place beside Python is taken.
    """
    try:
        program = _program()
        if program is None or _runs_by_name(program):
            return NAME
        short = os.path.relpath(program) if program.is_relative_to(Path.cwd()) else str(program)
    except OSError:  # the folder the terminal stands in is gone
        return NAME
    return quoted(short, windows=os.name == "nt")


def quoted(path: str, *, windows: bool) -> str:
    """Return a path as the system's terminal wants it, without the ending that Windows adds by itself."""
    if not windows:
        return shlex.quote(path)
    path = path.removesuffix(".exe")
    return f'"{path}"' if " " in path else path


def _program() -> Path | None:
    """The file of the command that runs, as an absolute path; None if there is none."""
    started = Path(sys.argv[0]) if sys.argv and sys.argv[0] else None
    beside = Path(sys.executable).parent / NAME
    for one in (started, beside):
        if one is not None and one.stem == NAME:
            path = Path(os.path.abspath(one))  # not resolved: the environment's folder may be a link
            for file in (path, path.with_suffix(".exe")):
                if file.is_file():
                    return file
    return None


def _runs_by_name(program: Path) -> bool:
    """Does the system find this very program by its name alone?"""
    found = shutil.which(NAME)
    return found is not None and Path(found).samefile(program)
