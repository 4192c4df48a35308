"""`dlcourse build`: executes what is stale and only that, and refuses what learners must not see."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from dlcourse import cli
from dlcourse.commands import CommandError, build, pairs

LESSON = """# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 7. A lesson

# %% tags=["colab"]
x = 3

# %%
print(x + 4)
x

# %%
x = 5
"""


class Course:
    """A course of one lesson, and what building it said."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "lessons").mkdir()
        self.notebook = root / "notebooks" / "07_lesson.ipynb"
        self.said: list[str] = []
        self.write(LESSON)

    def write(self, text: str) -> None:
        (self.root / "lessons" / "07_lesson.py").write_text(text)

    def build(self, *names: str, force: bool = False) -> int:
        return build.build(self.root, list(names), self.said.append, force=force)

    def in_step(self) -> bool:
        return build.check(self.root, None, self.said.append)

    def cells(self) -> list[nbformat.NotebookNode]:
        return nbformat.read(self.notebook, as_version=4).cells


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The notebook of the lesson above, executed once for all tests that begin with it."""
    course = Course(tmp_path_factory.mktemp("once"))
    assert course.build() == 1
    return course.notebook.read_bytes()


@pytest.fixture
def built(course: Course, executed: bytes) -> Course:
    course.notebook.parent.mkdir()
    course.notebook.write_bytes(executed)
    return course


@pytest.fixture
def no_kernel(built: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        raise AssertionError("a kernel was started")

    monkeypatch.setattr("dlcourse.commands.running.run", run)


def test_it_executes_and_stores(built: Course) -> None:
    assert built.in_step()
    _, colab, shown, _ = built.cells()
    assert colab.metadata.tags == ["colab"]
    assert colab.metadata.jupyter.source_hidden, "nobody is to begin with ten lines of set-up"
    assert shown.outputs[0].text == "7\n"
    assert shown.outputs[1].data["text/plain"] == "3"
    assert [cell.execution_count for cell in built.cells()[1:]] == [1, 2, 3]


@pytest.mark.usefixtures("no_kernel")
def test_a_second_time_it_does_nothing(built: Course) -> None:
    before = built.notebook.stat()
    assert built.build() == 0
    assert built.notebook.stat() == before


def test_two_builds_store_the_same_bytes(built: Course) -> None:
    before = built.notebook.read_bytes()
    assert built.build(force=True) == 1
    assert built.notebook.read_bytes() == before


@pytest.mark.usefixtures("no_kernel")
def test_new_prose_keeps_the_outputs(built: Course) -> None:
    before = built.cells()
    built.write(LESSON.replace("A lesson", "A better lesson") + "\n# %% [markdown]\n# The end.\n")
    assert not built.in_step()
    assert built.build() == 0
    assert built.in_step()
    assert built.cells()[0].source == "# 7. A better lesson"
    assert built.cells()[1:-1] == before[1:]


def test_new_code_is_executed(built: Course) -> None:
    built.write(LESSON.replace("x = 3", "x = 10"))
    assert not built.in_step()
    assert built.build() == 1
    assert built.cells()[2].outputs[0].text == "14\n"
    assert built.in_step()


def test_a_new_cell_changes_no_other_cells_id(built: Course) -> None:
    before = [cell.id for cell in built.cells()]
    built.write(LESSON.replace("# %%\nprint", "# %%\n1\n\n# %%\nprint"))
    built.build()
    after = [cell.id for cell in built.cells()]
    assert after[:2] + after[3:] == before
    assert len(set(after)) == 5


def test_equal_cells_have_different_ids(course: Course) -> None:
    course.write(LESSON + "\n# %%\nx = 5\n")
    course.build()
    assert len({cell.id for cell in course.cells()}) == 5


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: notebook.cells[2].update(source="print(8)"),
        lambda notebook: notebook.cells[0].update(source="# Another"),
        lambda notebook: notebook.cells[1].metadata.update(tags=["other"]),
        lambda notebook: notebook.cells.pop(),
        lambda notebook: notebook.cells[3].update(execution_count=None),
        lambda notebook: notebook.metadata.pop("dlcourse"),
        lambda notebook: notebook.metadata.update(widgets={}),
        lambda notebook: notebook.cells[1].update(id="other"),
    ],
)
def test_a_notebook_edited_by_hand_is_found_and_mended(built: Course, change: Callable) -> None:
    good = built.notebook.read_bytes()
    notebook = nbformat.read(built.notebook, as_version=4)
    change(notebook)
    nbformat.write(notebook, built.notebook)
    assert not built.in_step()
    built.build()
    assert built.notebook.read_bytes() == good


def test_an_unreadable_notebook_is_made_anew(built: Course) -> None:
    built.notebook.write_bytes(b"{\xff")
    assert not built.in_step()
    assert built.build() == 1
    assert built.in_step()


def test_a_notebook_without_a_lesson_is_named(built: Course) -> None:
    (built.notebook.parent / "08_orphan.ipynb").write_text("{}")
    assert not built.in_step()
    assert any("08_orphan" in sentence for sentence in built.said)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import warnings\nwarnings.warn('mine')", ["cell 5", "stderr", "UserWarning: mine"]),
        # (a kernel's thread reads what is written to file descriptor 2, and needs a moment if the cell is the last)
        (
            "import os, time\nn = os.write(2, b'from below')\ntime.sleep(1)",
            ["cell 5", "stderr", "from below"],
        ),
        ("1 / 0", ["cell 5", "ZeroDivisionError"]),
        ("import os\nos._exit(1)", ["cell 5", "died"]),
    ],
)
def test_what_a_learner_must_not_see_is_not_stored(built: Course, code: str, words: list[str]) -> None:
    good = built.notebook.read_bytes()
    built.write(LESSON + f"\n# %%\n{code}\n")
    with pytest.raises(CommandError, match="07_lesson"):
        built.build()
    assert all(word in "\n".join(built.said) for word in words), built.said
    assert built.notebook.read_bytes() == good


def test_a_failing_lesson_does_not_stop_the_others(course: Course) -> None:
    course.write(LESSON + "\n# %%\n1 / 0\n")
    (course.root / "lessons" / "08_fine.py").write_text(LESSON)
    with pytest.raises(CommandError, match="07_lesson") as error:
        course.build()
    assert "08_fine" not in str(error.value)
    assert (course.root / "notebooks" / "08_fine.ipynb").exists()


def test_a_live_widget_is_stored_by_its_text(course: Course) -> None:
    course.write(LESSON + "\n# %%\nimport ipywidgets\nipywidgets.Label('hello')\n")
    course.build()
    assert list(course.cells()[4].outputs[0].data) == ["text/plain"]
    assert "widgets" not in nbformat.read(course.notebook, as_version=4).metadata


def test_it_runs_in_an_empty_folder_with_an_empty_record(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DLCOURSE_HOME", str(course.root))
    code = "import os\nprint(os.listdir(), os.listdir(os.environ['DLCOURSE_HOME']))"
    course.write(LESSON + f"\n# %%\n{code}\n")
    course.build()
    assert course.cells()[4].outputs[0].text == "[] []\n"


@pytest.mark.parametrize(
    "name", ["7", "07", "07_lesson", "lessons/07_lesson.py", "notebooks/07_lesson.ipynb"]
)
def test_a_lesson_by_any_name(course: Course, name: str) -> None:
    (course.root / "lessons" / "08_other.py").write_text(LESSON)
    assert [pair.name for pair in pairs.find_pairs(course.root, [name])] == ["07_lesson"]


def test_an_unknown_name_and_no_lessons_are_one_sentence(
    course: Course, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(CommandError, match="07_lesson"):
        course.build("nope")
    with pytest.raises(CommandError, match="checkout"):
        build.build(tmp_path_factory.mktemp("empty"), None, course.said.append)


def test_the_command_line(course: Course, monkeypatch: pytest.MonkeyPatch, dlcourse: Callable) -> None:
    monkeypatch.setattr(cli, "course_root", lambda: course.root)
    assert dlcourse("build", "--check").code == 1
    assert dlcourse("build", "07").code == 0
    ended = dlcourse("build", "--check")
    assert (ended.code, ended.out) == (0, "")
    assert dlcourse("build", "nope").err.startswith("dlcourse: No lesson is called 'nope'")


def test_the_stored_sum_is_that_of_the_code(built: Course) -> None:
    stored = json.loads(built.notebook.read_text())
    assert stored["metadata"]["dlcourse"]["source_sha256"] == pairs.code_sum(
        pairs.read_source(built.root / "lessons" / "07_lesson.py")
    )
