"""What the course says to type next works from where the terminal stands, whether or not its environment is active."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from dlcourse.commands.typed import quoted, typed


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A course's folder whose environment holds the command."""
    program = tmp_path / "my course" / ".venv" / "bin" / "dlcourse"
    program.parent.mkdir(parents=True)
    code = "import sys; from dlcourse.cli import main; sys.argv[0] = __file__; main()"
    program.write_text(f"#!/bin/sh\n'''exec' {sys.executable} \"$0\" \"$@\"\n' '''\n{code}\n")
    program.chmod(0o755)
    return tmp_path / "my course"


def help_from(folder: Path, start: str, path: str) -> str:
    """Return the command that `--help` names, started as `start` in `folder`."""
    options = {**os.environ, "PATH": path, "COLUMNS": "400", "TERMINAL_WIDTH": "400", "TERM": "dumb"}
    done = subprocess.run(
        f"{start} --help", shell=True, cwd=folder, env=options, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.partition("Start with: ")[2].partition(" lab")[0]


BARE = "/usr/bin:/bin"


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_help_names_a_command_that_works(environment: Path) -> None:
    folder, away = environment / ".venv" / "bin", environment.parent
    assert help_from(environment, ".venv/bin/dlcourse", BARE) == ".venv/bin/dlcourse"
    assert help_from(away, "dlcourse", f"{folder}:{BARE}") == "dlcourse"
    named = help_from(away, "'my course/.venv/bin/dlcourse'", BARE)
    assert named == "'my course/.venv/bin/dlcourse'"
    assert help_from(away, named, BARE) == named
    far = help_from(folder.parents[3], shlex.quote(str(folder / "dlcourse")), BARE)
    assert (folder.parents[3] / shlex.split(far)[0]).samefile(folder / "dlcourse")


def test_another_environments_command_is_not_meant(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    other = environment.parent / "other"
    other.mkdir()
    (other / "dlcourse").write_text("#!/bin/sh\n")
    (other / "dlcourse").chmod(0o755)
    program = environment / ".venv" / "bin" / "dlcourse"
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("PATH", f"{other}{os.pathsep}{BARE}")
    monkeypatch.chdir(other)
    assert shlex.split(typed())[0] == str(program)


def test_started_otherwise_it_still_says_something(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["cli.py"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert typed() == "dlcourse"


def test_paths_as_each_terminal_wants_them() -> None:
    assert quoted(".venv\\Scripts\\dlcourse.exe", windows=True) == ".venv\\Scripts\\dlcourse"
    assert quoted("C:\\my course\\dlcourse.exe", windows=True) == '"C:\\my course\\dlcourse"'
    assert quoted("/my course/dlcourse", windows=False) == "'/my course/dlcourse'"
