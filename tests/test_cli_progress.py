"""`dlcourse progress`, and what the command says when something is wrong."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dlcourse import cli


def test_nothing_recorded_is_said_kindly(dlcourse: Callable) -> None:
    ended = dlcourse("progress")
    assert ended.code == 0
    assert importlib.import_module("dlcourse.checking.overview").NOTHING_YET in ended.out.replace("\n", " ")


def test_what_was_done_is_shown(dlcourse: Callable) -> None:
    record = {
        "version": 1,
        "exercises": {"2.1": {"solved": "2026-01-01"}, "2.2": {"tries": 2}},
        "predictions": {"2.a": {"guess": "b"}},
    }
    home = Path(os.environ["DLCOURSE_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    (home / "progress.json").write_text(json.dumps(record))
    shown = dlcourse("progress").out
    assert "✓ 2.1" in shown
    assert "↻ 2.2" in shown
    assert "○ 2.3" in shown


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(28, "No space left on device", "/there"), "No space left on device: /there"),
        (PermissionError(13, "Permission denied", "/there"), "Permission denied: /there"),
        (ModuleNotFoundError("No module named 'jupytext'", name="jupytext"), "jupytext"),
    ],
)
def test_a_fault_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, dlcourse: Callable, fault: Exception, words: str
) -> None:
    def raising() -> None:
        raise fault

    monkeypatch.setattr(cli, "course_root", raising)
    ended = dlcourse("build")
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert words in ended.err


def test_help_needs_nothing(dlcourse: Callable) -> None:
    ended = dlcourse("--help")
    assert ended.code == 0
    assert all(command in ended.out for command in ("lab", "doctor", "progress", "build", "links"))


def test_an_unknown_command_is_no_traceback(dlcourse: Callable) -> None:
    ended = dlcourse("lap")
    assert ended.code == 2
    assert "Traceback" not in ended.err
