"""Stored results: written whole, read back as they were, and one clear sentence when a file is missing or damaged."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import pytest

from dlcourse import experiments
from dlcourse.datasets import DataError
from dlcourse.experiments import __main__ as command_line
from dlcourse.experiments import results

LARGEST = 300_000  # bytes of a stored result
STORED = [name for name in experiments.EXPERIMENTS if results.path(name).exists()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    return tmp_path / "results"


def write(name: str = "overfitting", **result: object) -> Path:
    return results.write(name, result or {"rows": [{"n": 1}]}, seeds=(0, 1), cpu_seconds=1.2)


def test_what_is_written_is_read_with_how_it_was_made(folder: Path) -> None:
    write(rows=[{"n": np.int64(3), "accuracy": np.array([0.25, 0.5])}], note=("a", 1))
    stored = experiments.load("overfitting")
    assert stored["rows"] == [{"n": 3, "accuracy": [0.25, 0.5]}]
    assert stored["note"] == ["a", 1]
    about = stored["about"]
    assert about["command"] == "python -m dlcourse.experiments overfitting"
    assert about["seeds"] == [0, 1]
    assert about["versions"]["numpy"] == np.__version__
    assert "cores" in about["processor"]
    assert [file.name for file in folder.iterdir()] == ["overfitting.json"]


def test_the_same_result_gives_the_same_text(folder: Path) -> None:
    first = write(rows=[{"a": 1 / 3}]).read_bytes()
    assert write(rows=[{"a": 1 / 3 + 1e-12}]).read_bytes() == first
    assert b"0.333333}" in first


def test_a_row_is_a_line(folder: Path) -> None:
    place = write(rows=[{"n": n, "values": [1, 2]} for n in range(5)])
    assert sum('"values"' in line for line in place.read_text().splitlines()) == 5


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), np.array([1.0, np.nan])])
def test_what_cannot_be_compared_is_not_stored(folder: Path, bad: object) -> None:
    with pytest.raises(ValueError, match=r"nan|inf"):
        write(rows=[bad])
    assert not folder.exists() or not list(folder.iterdir())


def test_about_is_not_to_be_overwritten(folder: Path) -> None:
    with pytest.raises(ValueError, match="about"):
        write(about={})


def test_a_failed_write_leaves_the_old_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(rows=[1])

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        write(rows=[2])
    assert experiments.load("overfitting")["rows"] == [1]
    assert len(list(folder.iterdir())) == 1


def test_a_missing_result(folder: Path) -> None:
    with pytest.raises(
        DataError, match=r"overfitting\.json is missing: run `pip .* `python -m dlcourse"
    ) as error:
        experiments.load("overfitting")
    assert "\n" not in str(error.value)


def cut(text: str) -> str:
    return text[: len(text) // 2]


def altered(text: str) -> str:
    return text.replace("0.75", "0.95")


@pytest.mark.parametrize(
    "harm", [cut, altered, lambda _: "", lambda _: "[]", lambda _: "{}", lambda _: '{"about": 1}']
)
def test_a_damaged_result(folder: Path, harm: object) -> None:
    place = write(rows=[{"accuracy": 0.75}])
    place.write_text(harm(place.read_text()))
    with pytest.raises(DataError, match=r"overfitting\.json is damaged") as error:
        experiments.load("overfitting")
    assert error.value._render_traceback_() == [f"ResultError: {error.value}"]


def test_bytes_that_are_no_text(folder: Path) -> None:
    write().write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="damaged"):
        experiments.load("overfitting")


@pytest.mark.parametrize("name", ["overfiting", "../results", ""])
def test_a_name_that_is_none(name: str) -> None:
    with pytest.raises(ValueError, match=r"there are .*overfitting"):
        experiments.load(name)


@pytest.mark.parametrize("name", STORED)
def test_a_shipped_result(name: str) -> None:
    assert results.path(name).stat().st_size < LARGEST
    stored = experiments.load(name)
    assert len(stored["about"]["seeds"]) >= 3
    assert stored["about"]["experiment"] == name
    assert results.text(stored) == results.path(name).read_text(encoding="utf-8")


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch, folder: Path) -> types.ModuleType:
    made = types.ModuleType("dlcourse.experiments.overfitting")
    made.SEEDS = (0, 1, 2)
    made.run = lambda report=None: report("half way") or {"rows": [{"n": 1}]}
    monkeypatch.setitem(sys.modules, made.__name__, made)
    return made


def test_the_command_measures_and_stores(module: types.ModuleType) -> None:
    said: list[str] = []
    assert command_line.main(["overfitting"], said.append) == 0
    assert said[0] == "half way"
    stored = experiments.load("overfitting")
    assert stored["rows"] == [{"n": 1}]
    assert stored["about"]["seeds"] == [0, 1, 2]


def test_the_command_checks(module: types.ModuleType) -> None:
    said: list[str] = []
    assert command_line.main(["overfitting", "--check"], said.append) == 1
    write()
    assert command_line.main(["overfitting", "--check"], said.append) == 0
    module.check = lambda stored: [f"n is {stored['rows'][0]['n']}, now 2"]
    assert command_line.main(["overfitting", "--check"], said.append) == 1
    assert said[1:] == ["overfitting: fine", "overfitting: n is 1, now 2"]


def test_the_command_lists_names_and_refuses_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in experiments.EXPERIMENTS)
    with pytest.raises(SystemExit):
        command_line.main(["unknown"])


def test_reading_a_result_loads_no_keras() -> None:
    code = "import sys, dlcourse; dlcourse.experiments.EXPERIMENTS; import dlcourse.experiments.results; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"keras", "tensorflow", "pandas", "sklearn", "matplotlib"}


def test_json_of_a_result_is_plain(folder: Path) -> None:
    place = write(rows=[{"n": np.float32(0.5), "on": True, "none": None}])
    assert json.loads(place.read_text())["rows"] == [{"n": 0.5, "on": True, "none": None}]
