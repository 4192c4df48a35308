"""`import dlcourse` is instant and loads nothing heavy; lessons that need no TensorFlow do not load it."""

from __future__ import annotations

import copy
import re
import subprocess
import sys

import nbformat
import pytest
from lesson_reading import CHECK, LESSONS, Lesson

from dlcourse import supported
from dlcourse.commands import CommandError, running

HEAVY = {
    "keras",
    "tensorflow",
    "pandas",
    "matplotlib",
    "sklearn",
    "scipy",
    "ipywidgets",
    "anywidget",
    "typer",
    "rich",
}
SECONDS = 0.3


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)


def test_importing_the_course_loads_nothing_heavy() -> None:
    report = python("-X", "importtime", "-c", "import dlcourse").stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in report.splitlines()}
    assert "dlcourse" in loaded
    assert not loaded & HEAVY


def test_importing_the_course_is_instant() -> None:
    """Processor time, the best of three: other programs on the machine cost nothing."""
    code = "import time; t = time.process_time(); import dlcourse; print(time.process_time() - t)"
    assert min(float(python("-c", code).stdout) for _ in range(3)) < SECONDS


def test_checking_an_answer_loads_no_keras() -> None:
    code = "import sys; from dlcourse import check, claim, hint, predict, progress; print(*sys.modules)"
    loaded = set(python("-c", code).stdout.split())
    assert not loaded & {"keras", "tensorflow", "pandas", "matplotlib"}


@pytest.mark.parametrize(("number", "whole"), [(0, True), (2, False)])
def test_a_lesson_without_tensorflow_does_not_load_it(number: int, whole: bool) -> None:
    """Lesson 0 never does; lesson 2 not before its first exercise."""
    lesson: Lesson = LESSONS[number]
    notebook = copy.deepcopy(lesson.notebook)
    first = next(n for n, cell in enumerate(notebook.cells) if CHECK.search(cell.source))
    notebook.cells = notebook.cells if whole else notebook.cells[: first + 1]
    question = "import sys\nprint(sorted({'keras', 'tensorflow'} & set(sys.modules)))"
    notebook.cells.append(nbformat.v4.new_code_cell(question))
    assert running.run(notebook, lesson.name).cells[-1].outputs[0].text == "[]\n"


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_pythons_that_run_the_course(version: tuple[int, int]) -> None:
    assert supported.python_fault(version) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10), (3, 14), (4, 0)])
def test_pythons_that_do_not(version: tuple[int, int]) -> None:
    sentence = supported.python_fault(version)
    assert f"this is {version[0]}.{version[1]}" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("version", ["3.8.0", "3.10.0rc1", "3.15.1", "4.0"])
def test_keras_versions_that_run_the_course(version: str) -> None:
    assert supported.keras_fault(version) is None


@pytest.mark.parametrize("version", ["2.15.0", "3.7.9", "3.0.0b1"])
def test_keras_versions_that_do_not(version: str) -> None:
    sentence = supported.keras_fault(version)
    assert version in sentence
    assert "pip install" in sentence


def test_an_old_keras_is_one_sentence_in_a_notebook() -> None:
    cells = [
        "import importlib.metadata as m\nm.version = lambda name: '2.15.0'",
        "import dlcourse",
        "import keras",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    with pytest.raises(CommandError) as error:
        running.run(notebook, "old")
    head, *trace = str(error.value).splitlines()
    assert head == "old: cell 3 raised UnsupportedError."
    assert len(trace) == 1
    assert re.search("Keras 3.8 or newer; here is 2.15.0", trace[0])
