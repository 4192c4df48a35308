"""`dlcourse links`: one setting, and every Binder, Colab and GitHub link follows it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dlcourse import cli
from dlcourse.commands import CommandError, links, pairs

ROOT = Path(__file__).parents[1]

PYPROJECT = """[project]
name = "x"
[tool.dlcourse]
# the setting
repo = "old/name"
branch = "main"
[tool.other]
branch = "mine"
"""
LESSON = """# %% [markdown]
# # 2. The neuron
# <!-- badges -->
#
# Text.

# %% tags=["colab"]
# <colab>

# %%
x = 1
"""
README = """# Course
<!-- badges -->

[Lesson 2](https://colab.research.google.com/github/old/name/blob/main/notebooks/02_the_neuron.ipynb),
[source](https://github.com/old/name), [not ours](https://github.com/old/name-of-another).
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "README.md").write_text(README)
    (tmp_path / "lessons" / "02_the_neuron.py").write_text(LESSON)
    return tmp_path


def set_links(root: Path, repo: str | None = None, branch: str | None = None) -> None:
    old = links.read_place(root)
    for path, text in links.rewritten(root, old, links.new_place(old, repo, branch)).items():
        path.write_text(text)


def test_placeholders_become_badges_and_the_colab_cell(course: Path) -> None:
    set_links(course)
    lesson = (course / "lessons" / "02_the_neuron.py").read_text()
    assert "https://mybinder.org/v2/gh/old/name/main?urlpath=lab/tree/notebooks/02_the_neuron.ipynb" in lesson
    assert (
        "https://colab.research.google.com/github/old/name/blob/main/notebooks/02_the_neuron.ipynb" in lesson
    )
    header, colab, code = pairs.read_source(course / "lessons" / "02_the_neuron.py").cells
    assert header.source.endswith("<!-- /badges -->\n\nText.")
    assert colab.source == links.colab_cell(links.Place("old/name", "main")).rstrip()
    assert code.source == "x = 1"


def test_a_lesson_asks_no_server_for_its_badges_and_the_readme_shows_the_usual_ones(course: Path) -> None:
    set_links(course)
    pictures = r"!\[[^\]]+\]\((\w+):"
    assert re.findall(pictures, (course / "lessons" / "02_the_neuron.py").read_text()) == ["data", "data"]
    assert re.findall(pictures, (course / "README.md").read_text()) == ["https", "https"]


def test_a_second_time_nothing_changes(course: Path) -> None:
    set_links(course)
    place = links.read_place(course)
    assert links.rewritten(course, place, place) == {}


def test_another_place_and_back(course: Path) -> None:
    set_links(course)
    before = {path: path.read_text() for path in course.rglob("*.*")}
    set_links(course, "new-owner/new.name", "dev/next")
    assert links.read_place(course) == links.Place("new-owner/new.name", "dev/next")
    text = "".join(path.read_text() for path in course.rglob("*.*"))
    assert "old/name-of-another" in text
    assert not re.search(r"old/name(?!-of)", text)
    assert 'branch = "mine"' in text
    assert "blob/dev/next/notebooks" in text
    assert "gh/new-owner/new.name/dev%2Fnext?" in text
    set_links(course, "old/name", "main")
    assert {path: path.read_text() for path in course.rglob("*.*")} == before


@pytest.mark.parametrize(
    ("repo", "branch"), [("nonsense", None), ("a/b/c", None), (None, "a b"), ('a/"b', None)]
)
def test_nonsense_is_refused(course: Path, repo: str | None, branch: str | None) -> None:
    with pytest.raises(CommandError):
        set_links(course, repo, branch)
    assert (course / "pyproject.toml").read_text() == PYPROJECT


def test_the_command_line(course: Path, monkeypatch: pytest.MonkeyPatch, dlcourse: Callable) -> None:
    monkeypatch.setattr(cli, "course_root", lambda: course)
    assert dlcourse("links", "--check").code == 1
    assert dlcourse("links", "--repo", "me/mine", "--branch", "b").code == 0
    assert dlcourse("links", "--check").code == 0
    assert links.read_place(course) == links.Place("me/mine", "b")


def test_outside_a_checkout_it_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, dlcourse: Callable, tmp_path: Path
) -> None:
    monkeypatch.setattr(cli, "course_root", lambda: tmp_path)
    ended = dlcourse("links")
    assert ended.code == 1
    assert ended.err.count("\n") == 1


def test_here_all_links_follow_the_setting() -> None:
    place = links.read_place(ROOT)
    assert links.rewritten(ROOT, place, place) == {}


def test_here_no_file_links_elsewhere() -> None:
    """Addresses of a form that `links` does not know would stay behind when the course moves."""
    place = links.read_place(ROOT)
    files = [ROOT / name for name in links.FRONT_PAGES if (ROOT / name).exists()] + list(
        (ROOT / "lessons").glob("*.py")
    )
    for file in files:
        text = file.read_text(encoding="utf-8")
        for address in re.findall(
            r"https://(?:mybinder\.org/v2|colab\.research\.google\.com/github)/[^\s)]*", text
        ):
            assert place.repo in address, f"{file.name}: {address}"
            assert address in (place.binder(n) if "binder" in address else place.colab(n) for n in names()), (
                address
            )


def names() -> list[str]:
    return [path.stem for path in (ROOT / "lessons").glob("*.py")]


def run_colab_cell(folder: Path, *, on_colab: bool) -> list[list[str]]:
    """Run the cell where the course cannot be found, with a `pip` that writes down its arguments."""
    code = "import subprocess, sys\ncalls = []\nsubprocess.run = lambda *a, **k: calls.append((a, k))\n"
    code += links.colab_cell(links.Place("o/n", "b")) + "\nprint([list(a[0][1:]) for a, k in calls])"
    environment = {k: v for k, v in os.environ.items() if k not in ("COLAB_RELEASE_TAG", "PYTHONPATH")}
    if on_colab:
        environment["COLAB_RELEASE_TAG"] = "release-colab_20260101"
    command = [sys.executable, "-S", "-c", code]  # without site-packages: the course is missing
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return ast.literal_eval(done.stdout)


def test_elsewhere_the_colab_cell_is_silent(tmp_path: Path) -> None:
    assert run_colab_cell(tmp_path, on_colab=False) == []


def test_on_colab_it_installs_without_touching_what_is_there(tmp_path: Path) -> None:
    (call,) = run_colab_cell(tmp_path, on_colab=True)
    assert call[:4] == ["-m", "pip", "install", "--quiet"]
    assert "--no-deps" in call
    assert "--upgrade" not in call
    assert "https://github.com/o/n/archive/refs/heads/b.zip" in call


def test_on_colab_it_installs_once(tmp_path: Path) -> None:
    (tmp_path / "dlcourse.py").write_text("")  # as if it were installed
    assert run_colab_cell(tmp_path, on_colab=True) == []


def test_what_colab_lacks_is_all_that_is_needed() -> None:
    """Everything the course needs is on Colab, is only for JupyterLab on one's own machine, or is installed."""
    on_colab = {
        "tensorflow",
        "keras",
        "numpy",
        "pandas",
        "scikit-learn",
        "matplotlib",
        "ipywidgets",
        "typer",
        "rich",
    }
    on_colab |= {"platformdirs", "filelock", "typing-extensions", "threadpoolctl"}
    only_at_home = {"jupyterlab"}

    def needs(package: str) -> set[str]:
        wants = [Requirement(line) for line in metadata.requires(package) or []]
        here = [want for want in wants if want.marker is None or want.marker.evaluate({"extra": ""})]
        return {canonicalize_name(want.name) for want in here}

    wanted = needs("dlcourse").union(*(needs(package) for package in links.COLAB_LACKS))
    assert wanted - on_colab - only_at_home <= set(links.COLAB_LACKS)
