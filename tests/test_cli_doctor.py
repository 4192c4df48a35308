"""`dlcourse doctor`: every fault is found, named in one line, and answered with what to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from dlcourse.commands import doctor


def only(examination: Callable) -> doctor.Finding:
    """Return the one finding of an examination."""
    (finding,) = examination()
    return finding


def assert_fault(finding: doctor.Finding, found: str, advice: str, state: str = "mend") -> None:
    assert finding.state == state
    assert found in finding.found
    assert advice in finding.advice
    assert "\n" not in finding.found + finding.advice


def test_here_everything_is_fine(dlcourse: Callable) -> None:
    ended = dlcourse("doctor")
    assert ended.code == 0, ended.out
    assert len(ended.out.splitlines()) >= len(doctor.EXAMINATIONS) + 1
    assert "✗" not in ended.out


def test_a_fault_ends_with_code_1(monkeypatch: pytest.MonkeyPatch, dlcourse: Callable) -> None:
    monkeypatch.setattr(doctor, "EXAMINATIONS", [doctor.backend, doctor.disk])
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    ended = dlcourse("doctor")
    assert ended.code == 1
    assert "✗ Keras backend" in ended.out
    assert "✓ Disk" in ended.out


def test_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "python_fault", lambda: "Install another.")
    assert_fault(only(doctor.python), "", "Install another.")


def test_an_old_package(monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "3.2.0" if name == "keras" else real(name))
    assert_fault(only(doctor.packages), "keras 3.2.0", "pip install 'keras>=")


def test_a_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.version

    def version(name: str) -> str:
        if name == "anywidget":
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", version)
    assert_fault(only(doctor.packages), "anywidget is not installed", "pip install 'anywidget")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"backend": "tensorflow"}'])
def test_a_keras_file_that_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    (tmp_path / "keras.json").write_text(text)
    assert only(doctor.backend).state == "fine"


def test_another_backend_in_the_keras_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    (tmp_path / "keras.json").write_text('{"backend": "torch"}')
    assert_fault(only(doctor.backend), "torch", "keras.json")


def test_a_kernel_of_another_python(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    spec = {
        "argv": ["/elsewhere/bin/python", "-m", "ipykernel_launcher"],
        "display_name": "",
        "language": "python",
    }
    (folder / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    assert_fault(only(doctor.kernel), "/elsewhere/bin/python", "ipykernel install")


def test_a_disabled_extension(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "labconfig").mkdir()
    (tmp_path / "labconfig" / "page_config.json").write_text('{"disabledExtensions": {"anywidget": true}}')
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    assert_fault(only(doctor.widgets), "anywidget is disabled", "jupyter labextension enable anywidget")


def test_missing_extensions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *_: [str(tmp_path)])
    manager, anywidget = doctor.widgets()
    assert_fault(manager, "jupyterlab-manager is missing", "pip install --force-reinstall jupyterlab_widgets")
    assert_fault(anywidget, "anywidget is missing", "pip install --force-reinstall anywidget")


def test_missing_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLCOURSE_DATA", str(tmp_path))
    assert_fault(only(doctor.data), "missing", "DLCOURSE_DATA")


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 100_000_000})
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    assert_fault(only(doctor.disk), "0.1 GB", "make room")


def test_little_memory_is_worth_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    state = type("Memory", (), {"available": doctor.GIB, "total": 4 * doctor.GIB})
    monkeypatch.setattr("psutil.virtual_memory", lambda: state)
    assert_fault(only(doctor.memory), "1.0 of 4.0 GB", "close other programs", state="note")


def test_a_home_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DLCOURSE_HOME", str(tmp_path / "file" / "home"))
    assert_fault(only(doctor.progress_file), "cannot be used", "DLCOURSE_HOME")


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe"])
def test_a_damaged_record_is_worth_a_note_and_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes
) -> None:
    monkeypatch.setenv("DLCOURSE_HOME", str(tmp_path))
    (tmp_path / "progress.json").write_bytes(content)
    assert_fault(only(doctor.progress_file), "damaged", "set aside", state="note")
    assert (tmp_path / "progress.json").read_bytes() == content


def test_a_record_of_a_newer_course_is_worth_a_note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLCOURSE_HOME", str(tmp_path))
    (tmp_path / "progress.json").write_text('{"version": 99, "exercises": {}, "predictions": {}}')
    assert_fault(only(doctor.progress_file), "newer version", "update", state="note")


@pytest.mark.parametrize(
    ("probe", "found"),
    [
        ("raise ImportError('a library is missing')", "a library is missing"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGILL)", "-4"),
    ],
)
def test_a_tensorflow_that_does_not_start(monkeypatch: pytest.MonkeyPatch, probe: str, found: str) -> None:
    monkeypatch.setattr(doctor, "PROBE", probe)
    assert_fault(only(doctor.accelerator), found, "new environment")


def test_an_accelerator_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PROBE", "print('[\"GPU\"]')")
    assert [finding.found for finding in doctor.accelerator()] == ["starts", "GPU"]


def test_an_examination_that_fails_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise KeyError("what")

    monkeypatch.setattr(doctor, "EXAMINATIONS", [broken, doctor.disk])
    findings = list(doctor.examine())
    assert [finding.state for finding in findings] == ["mend", "fine"]
    assert "KeyError" in findings[0].found
