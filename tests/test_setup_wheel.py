"""The wheel alone is the whole course: built, installed into an empty environment, first lesson run from there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from lesson_reading import LESSONS, ROOT

LIMIT_MB = 60


def run(*command: object, cwd: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")
    }
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and, behind it, the packages installed here, but not this checkout."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    place = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    Path(place, "packages.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_it_carries_data_notebooks_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"dlcourse/course/notebooks/{lesson.name}.ipynb" for lesson in LESSONS}
    sums = (ROOT / "data" / "SHA256SUMS").read_text().splitlines()
    wanted |= {f"dlcourse/course/data/{line.split('  ', 1)[1]}" for line in sums}
    wanted |= {"dlcourse/course/data/SHA256SUMS", "dlcourse/course/data/README.md"}
    package = [
        path for path in (ROOT / "dlcourse").rglob("*") if path.suffix in (".py", ".js", ".css", ".json")
    ]
    wanted |= {path.relative_to(ROOT).as_posix() for path in package}
    assert wanted <= names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "lessons/", "notebooks/", "data/")) for name in names)


def test_it_is_not_too_large(wheel: Path) -> None:
    assert wheel.stat().st_size < LIMIT_MB * 1024**2


def test_data_is_whole_where_it_is_installed(environment: Path, tmp_path: Path) -> None:
    code = "import dlcourse.datasets as d; print(dlcourse.__file__); print({s.state for s in d.verify()})"
    file, states = run(environment, "-c", f"import dlcourse; {code}", cwd=tmp_path).splitlines()
    assert Path(file).is_relative_to(environment.parents[1])
    assert states == "{'fine'}"


FIRST_LESSON = """
import pathlib, sys
from dlcourse.commands import lab, pairs, running
from dlcourse.course_files import notebooks_dir
folder = pathlib.Path("mine")
lab.bring_lessons(notebooks_dir(), folder, print)
notebook = running.run(pairs.read_notebook(folder / lab.FIRST), lab.FIRST, folder=folder)
print(sum("Not attempted" in str(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"))
"""


def test_the_first_lesson_runs_from_there(environment: Path, tmp_path: Path) -> None:
    solved = run(environment, "-c", FIRST_LESSON, cwd=tmp_path).split()
    assert int(solved[-1]) == len(LESSONS[0].exercises)
    assert {path.name for path in (tmp_path / "mine").glob("*.ipynb")} == {
        f"{lesson.name}.ipynb" for lesson in LESSONS
    }


def test_its_command_is_there(environment: Path, tmp_path: Path) -> None:
    assert "lab" in run(environment.parent / "dlcourse", "--help", cwd=tmp_path)
