"""Lessons 3 and 4 import Keras in their second half, and everything before that runs without TensorFlow."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lesson_reading import LESSONS, Lesson

LATE = [lesson for lesson in LESSONS if lesson.number in (3, 4)]
IMPORTS = re.compile(r"(?m)^\s*(?:import|from)\s+(?:keras|tensorflow)\b")
NOTEBOOK = "from IPython.display import display\n"  # a notebook knows this name by itself
QUESTION = """
import sys
found = sorted({name.split(".")[0] for name in sys.modules} & {"tensorflow", "keras"})
print("loaded:", found)
"""


def first_keras_cell(lesson: Lesson) -> int:
    """The place of the first code cell that imports Keras, among the code cells."""
    return next(place for place, cell in enumerate(lesson.code) if IMPORTS.search(cell.source))


def run(source: str, home: Path) -> subprocess.CompletedProcess:
    environment = {**os.environ, "DLCOURSE_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", source], env=environment, cwd=home, capture_output=True, text=True, timeout=300
    )


by_name = pytest.mark.parametrize("lesson", LATE, ids=lambda lesson: lesson.name)


def test_both_lessons_are_there_once_they_are_written() -> None:
    written = {lesson.number for lesson in LESSONS}
    assert {lesson.number for lesson in LATE} == written & {3, 4}


@by_name
def test_keras_comes_after_the_middle(lesson: Lesson) -> None:
    assert first_keras_cell(lesson) >= len(lesson.code) // 2  # that many code cells come before it


@by_name
def test_before_it_nothing_loads_tensorflow(lesson: Lesson, tmp_path: Path) -> None:
    cells = [cell.source for cell in lesson.code[: first_keras_cell(lesson)]]
    done = run("\n".join([NOTEBOOK, *cells, QUESTION]), tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "loaded: []"


def test_the_question_would_notice(tmp_path: Path) -> None:
    done = run("import keras\n" + QUESTION, tmp_path)
    assert done.stdout.splitlines()[-1].startswith("loaded: ['keras'")
