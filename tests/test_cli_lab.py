"""`dlcourse lab`: lessons arrive once, work is never overwritten, and JupyterLab opens on the first lesson."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from dlcourse.commands import CommandError, lab


def write_lesson(folder: Path, text: str, *, output: str = "1", name: str = "00_welcome") -> Path:
    shown = nbformat.v4.new_output("stream", name="stdout", text=output)
    cell = nbformat.v4.new_code_cell(f"print({text!r})", outputs=[shown], execution_count=1, id="a")
    path = folder / f"{name}.ipynb"
    path.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=[cell])))
    return path


class Course:
    """A course with its learner: `lab()` copies and returns what was said."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.mine = folder / "shipped", folder / "mine"
        self.shipped.mkdir()

    def lab(self) -> list[str]:
        said: list[str] = []
        lab.bring_lessons(self.shipped, self.mine, said.append)
        return said

    def texts(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in self.mine.glob("*.ipynb")}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = Course(tmp_path)
    write_lesson(course.shipped, "one")
    write_lesson(course.shipped, "other", name="01_other")
    return course


def test_lessons_arrive_and_a_second_time_nothing_happens(course: Course) -> None:
    assert course.lab() == []
    texts = course.texts()
    assert set(texts) == {path.name for path in course.shipped.iterdir()}
    assert course.lab() == []
    assert course.texts() == texts


def test_lessons_arrive_as_if_no_cell_had_run(course: Course) -> None:
    """An output would give a guess away, and a number in brackets would say that a cell has run."""
    before = {path: path.read_bytes() for path in course.shipped.iterdir()}
    course.lab()
    for shipped in course.shipped.iterdir():
        theirs = nbformat.read(shipped, as_version=4)
        mine = nbformat.read(course.mine / shipped.name, as_version=4)
        nbformat.validate(mine)
        assert [(c.outputs, c.execution_count) for c in mine.cells] == [([], None)]
        assert [c.outputs for c in theirs.cells] != [[]]
        for cell in theirs.cells:
            cell.update(outputs=[], execution_count=None)
        assert mine == theirs, "and nothing else is changed"
    assert {path: path.read_bytes() for path in course.shipped.iterdir()} == before


def test_a_lesson_with_the_outputs_it_was_shipped_with_is_no_work(course: Course) -> None:
    course.lab()
    (course.mine / lab.MEMORY).unlink()
    found = write_lesson(course.mine, "one").read_text()
    assert course.lab() == []
    assert course.texts()["00_welcome.ipynb"] == found
    write_lesson(course.shipped, "two")
    course.lab()
    assert set(course.texts()) == {"00_welcome.ipynb", "01_other.ipynb"}
    assert "two" in course.texts()["00_welcome.ipynb"]


def test_a_new_lesson_arrives_and_the_others_stay(course: Course) -> None:
    course.lab()
    write_lesson(course.mine, "my work")
    write_lesson(course.shipped, "third", name="02_third")
    assert course.lab() == ["02_third.ipynb: a new lesson."]
    assert course.lab() == [], "it is said once"
    assert "third" in course.texts()["02_third.ipynb"]
    assert "my work" in course.texts()["00_welcome.ipynb"]


def test_a_deleted_lesson_comes_back(course: Course) -> None:
    course.lab()
    (course.mine / "00_welcome.ipynb").unlink()
    assert course.lab() == []
    assert "one" in course.texts()["00_welcome.ipynb"]


def test_an_untouched_lesson_is_renewed_and_that_is_said(course: Course) -> None:
    course.lab()
    write_lesson(course.shipped, "two")
    (said,) = course.lab()
    assert "00_welcome.ipynb" in said
    assert "two" in course.texts()["00_welcome.ipynb"]
    assert len(course.texts()) == 2


def test_work_stays_and_the_new_version_is_offered_beside_it_once(course: Course) -> None:
    course.lab()
    work = write_lesson(course.mine, "my work").read_text()
    write_lesson(course.shipped, "two")
    (said,) = course.lab()
    assert "00_welcome_new.ipynb" in said
    assert course.texts()["00_welcome.ipynb"] == work
    assert "two" in course.texts()["00_welcome_new.ipynb"]
    (course.mine / "00_welcome_new.ipynb").unlink()
    assert course.lab() == []
    assert set(course.texts()) == {"00_welcome.ipynb", "01_other.ipynb"}


def test_a_lesson_that_was_only_opened_is_renewed(course: Course) -> None:
    course.lab()
    path = course.mine / "00_welcome.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["language_info"] = {
        "name": "python",
        "version": "3.12.1",
    }  # JupyterLab writes it on opening
    nbformat.write(notebook, path)
    write_lesson(course.shipped, "two")
    course.lab()
    assert "two" in path.read_text()


def test_a_lesson_that_was_run_is_work(course: Course) -> None:
    course.lab()
    work = write_lesson(course.mine, "one", output="a result").read_text()
    write_lesson(course.shipped, "two")
    course.lab()
    assert course.texts()["00_welcome.ipynb"] == work
    assert "two" in course.texts()["00_welcome_new.ipynb"]


def test_a_third_version_is_offered_under_a_free_name(course: Course) -> None:
    course.lab()
    write_lesson(course.mine, "my work")
    for version in ("two", "three"):
        write_lesson(course.shipped, version)
        course.lab()
    assert "two" in course.texts()["00_welcome_new.ipynb"]
    assert "three" in course.texts()["00_welcome_new_2.ipynb"]


def test_other_outputs_of_the_same_lesson_are_no_new_version(course: Course) -> None:
    course.lab()
    write_lesson(course.mine, "my work")
    write_lesson(course.shipped, "one", output="2")
    assert course.lab() == []
    assert len(course.texts()) == 2


@pytest.mark.parametrize("memory", ["", "{", "[]", '{"00_welcome.ipynb": 3}'])
def test_without_its_memory_it_still_overwrites_nothing(course: Course, memory: str) -> None:
    course.lab()
    work = write_lesson(course.mine, "my work").read_text()
    (course.mine / lab.MEMORY).write_text(memory)
    write_lesson(course.shipped, "two")
    course.lab()
    assert course.texts()["00_welcome.ipynb"] == work
    assert "two" in course.texts()["00_welcome_new.ipynb"]


@pytest.mark.parametrize("remembered", [True, False])
def test_a_damaged_notebook_of_the_learner_is_left_alone(course: Course, remembered: bool) -> None:
    course.lab()
    if not remembered:
        (course.mine / lab.MEMORY).unlink()
    (course.mine / "00_welcome.ipynb").write_bytes(b"\xff not json")
    write_lesson(course.shipped, "two")
    course.lab()
    assert (course.mine / "00_welcome.ipynb").read_bytes() == b"\xff not json"


def test_a_full_disk_costs_no_work_and_is_one_sentence(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.lab()
    before = {path.name: path.read_bytes() for path in course.mine.iterdir()}
    write_lesson(course.shipped, "two")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CommandError, match="No space left") as error:
        course.lab()
    assert "\n" not in str(error.value)
    assert "--dir" in str(error.value)
    assert {path.name: path.read_bytes() for path in course.mine.iterdir()} == before


def test_a_folder_that_cannot_be_made_is_one_sentence(dlcourse: Callable, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = dlcourse("lab", "--dir", str(tmp_path / "file" / "lessons"))
    assert ended.code == 1
    assert ended.err.startswith("dlcourse: ")
    assert ended.err.count("\n") == 1
    assert "--dir" in ended.err


def test_options_of_jupyter_are_passed_on(
    monkeypatch: pytest.MonkeyPatch, dlcourse: Callable, tmp_path: Path
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(lab, "open_lab", commands.append)
    ended = dlcourse("lab", "--dir", str(tmp_path / "a b"), "--no-browser", "--", "--port=9999", "--debug")
    assert ended.code == 0, ended.err
    assert commands[0][-2:] == ["--port=9999", "--debug"]
    assert "--no-browser" in commands[0]
    assert f"--ServerApp.root_dir={tmp_path / 'a b'}" in commands[0]
    assert (tmp_path / "a b" / lab.FIRST).exists()


def test_it_refuses_an_unsupported_python(
    monkeypatch: pytest.MonkeyPatch, dlcourse: Callable, tmp_path: Path
) -> None:
    monkeypatch.setattr("dlcourse.cli.python_fault", lambda: "The course runs on another Python.")
    ended = dlcourse("lab", "--dir", str(tmp_path / "lessons"))
    assert (ended.code, ended.err) == (1, "dlcourse: The course runs on another Python.\n")
    assert not (tmp_path / "lessons").exists()


def fetch(address: str) -> bytes:
    """Return what a server sends that has said where it is and may need a moment more to listen."""
    for _ in range(100):
        try:
            return urllib.request.urlopen(address, timeout=30).read()
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    raise AssertionError(f"nobody listens at {address}")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_jupyterlab_really_opens_there(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    command = [sys.executable, "-m", "dlcourse.cli", "lab", "--dir", str(folder), "--no-browser"]
    command += ["--", "--ServerApp.port=0", "--IdentityProvider.token=word", "--ServerApp.log_level=INFO"]
    environment = os.environ | {"JUPYTER_CONFIG_DIR": str(tmp_path / "config"), "HOME": str(tmp_path)}
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    )
    giving_up = threading.Timer(120, server.kill)  # ends the reading below
    giving_up.start()
    try:
        log = ""
        while not (address := re.search(r"http://(?:localhost|127\.0\.0\.1):(\d+)(/\S+)\?token=", log)):
            line = server.stdout.readline()
            assert line, log
            log += line
        assert address[2] == f"/lab/tree/{lab.FIRST}"
        api = f"http://localhost:{address[1]}/api/contents?token=word"
        names = {entry["name"] for entry in json.loads(fetch(api))["content"]}
        assert lab.FIRST in names
        page = fetch(f"http://localhost:{address[1]}/lab?token=word").decode()
        config = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
        assert "@jupyterlab/apputils-extension:announcements" in config["disabledExtensions"]
    finally:
        giving_up.cancel()
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)


@pytest.mark.skipif(os.name == "nt", reason="there JupyterLab is a process of its own")
def test_a_cell_finds_the_command_though_the_environment_is_not_activated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Lesson 0 asks for `!dlcourse doctor` in a cell; the kernel inherits its PATH from here."""

    def become(program: str, command: list[str]) -> None:
        raise SystemExit(program)

    monkeypatch.setattr(os, "execv", become)
    monkeypatch.setenv("PATH", "/usr/bin")
    with pytest.raises(SystemExit, match=re.escape(sys.executable)):
        lab.open_lab([sys.executable, "-m", "jupyterlab"])
    assert os.environ["PATH"].split(os.pathsep) == [str(Path(sys.executable).parent), "/usr/bin"]
