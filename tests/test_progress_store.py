"""The record on disk: two notebooks lose nothing, a kill leaves it readable, damage and full disks are survived."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from filelock import FileLock

from dlcourse.checking import store as store_module
from dlcourse.checking.store import Store, load

COUNT = 250

WRITER = """
    import sys
    from dlcourse.checking.store import STORE
    name, count = sys.argv[1], int(sys.argv[2])

    def once(number):
        def change(record):
            entry = record["exercises"].setdefault("1.1", {})
            entry["tries"] = entry.get("tries", 0) + 1
            record["exercises"].setdefault(f"{name}.{number}", {})["tries"] = 1
        return change

    print("begun", flush=True)
    for number in range(count):
        STORE.change(once(number))
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "home"
    monkeypatch.setenv("DLCOURSE_HOME", str(place))
    return place


def writer(name: str, count: int) -> subprocess.Popen:
    code = textwrap.dedent(WRITER)
    return subprocess.Popen([sys.executable, "-c", code, name, str(count)], stdout=subprocess.PIPE)


def tried(number: int = 1, exercise: str = "1.1") -> store_module.Change:
    def change(record: dict) -> None:
        entry = record["exercises"].setdefault(exercise, {})
        entry["tries"] = entry.get("tries", 0) + number

    return change


def on_disk(home: Path) -> dict:
    return json.loads((home / "progress.json").read_text(encoding="utf-8"))


def test_two_processes_writing_at_once_lose_nothing(home: Path) -> None:
    processes = [writer(name, COUNT) for name in ("a", "b")]
    assert [process.wait(120) for process in processes] == [0, 0]
    record = on_disk(home)["exercises"]
    assert record.pop("1.1") == {"tries": 2 * COUNT}
    assert set(record) == {f"{name}.{number}" for name in "ab" for number in range(COUNT)}
    assert sorted(path.name for path in home.iterdir()) == ["progress.json", "progress.lock"]


def test_a_process_killed_while_it_writes_leaves_a_readable_record(home: Path) -> None:
    chance = random.Random(3)
    before = 0
    for round_ in range(8):
        process = writer(f"r{round_}", 10**6)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.02, 0.25))
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        tries = load(home / "progress.json")["exercises"].get("1.1", {}).get("tries", 0)
        assert tries >= before
        before = tries
    assert before > 0
    store = Store()
    store.change(tried())
    assert store.take_notice() == ""
    assert on_disk(home)["exercises"]["1.1"]["tries"] == before + 1
    assert not list(home.glob("*.tmp"))


DAMAGED = {
    "half written": b'{"version": 1, "exercises": {"1.1": {"tri',
    "empty": b"",
    "zeros": b"\0" * 300,
    "not text": b"\xff\xfe\x80abc",
    "a list": b"[1, 2]",
    "a number": b"5",
    "nothing": b"null",
    "somebody else's": b'{"name": "x", "dependencies": {}}',
    "an empty object": b"{}",
    "a wrong table": b'{"version": 1, "exercises": [], "predictions": {}}',
    "a wrong entry": b'{"version": 1, "exercises": {"1.1": 5}, "predictions": {}}',
    "a wrong version": b'{"version": "one", "exercises": {}, "predictions": {}}',
    "endlessly nested": b"[" * 200_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
@pytest.mark.parametrize("first", ["read", "change"])
def test_a_damaged_file_is_set_aside_and_said_once(home: Path, content: bytes, first: str) -> None:
    home.mkdir()
    (home / "progress.json").write_bytes(content)
    store = Store()
    if first == "read":
        assert store.read()["exercises"] == {}
    else:
        store.change(tried())
    aside = [path for path in home.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in aside] == [content]
    assert aside[0].name in store.take_notice()
    store.change(tried())
    assert store.read()["exercises"]["1.1"]["tries"] == (1 if first == "read" else 2)
    assert store.take_notice() == ""


def test_two_damaged_files_within_a_second_are_both_kept(home: Path) -> None:
    store = Store()
    home.mkdir()
    for content in (b"one", b"two"):
        (home / "progress.json").write_bytes(content)
        store.read()
    assert sorted(path.read_bytes() for path in home.glob("*damaged*")) == [b"one", b"two"]


def test_a_file_with_a_byte_order_mark_is_read(home: Path) -> None:
    home.mkdir()
    text = '{"version": 1, "exercises": {"1.1": {"tries": 4}}, "predictions": {}}'
    (home / "progress.json").write_text(text, encoding="utf-8-sig")
    assert Store().read()["exercises"] == {"1.1": {"tries": 4}}


@pytest.mark.parametrize("exercises", [{"1.1": {"tries": 7, "stars": 5}}, ["another shape"]])
def test_a_record_of_a_newer_version_is_left_alone(home: Path, exercises: object) -> None:
    home.mkdir()
    text = json.dumps({"version": 2, "exercises": exercises, "badges": [1]})
    (home / "progress.json").write_text(text)
    store = Store()
    known = 7 if isinstance(exercises, dict) else 0
    store.change(tried())
    assert "newer" in store.take_notice()
    store.change(tried())
    assert store.take_notice() == ""
    assert store.read()["exercises"]["1.1"]["tries"] == known + 2
    assert (home / "progress.json").read_text() == text


def test_what_an_equal_version_adds_is_kept(home: Path) -> None:
    home.mkdir()
    (home / "progress.json").write_text('{"version": 1, "exercises": {"1.1": {"extra": 1}}, "more": [1]}')
    Store().change(tried())
    assert on_disk(home) == {
        "version": 1,
        "exercises": {"1.1": {"extra": 1, "tries": 1}},
        "predictions": {},
        "more": [1],
    }


def full_disk(*arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_full_disk_keeps_everything_in_memory_until_it_can_be_written(
    home: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    store = Store()
    store.change(tried())
    monkeypatch.setattr(os, function, full_disk)
    for _ in range(3):
        store.change(tried())
    notice = store.take_notice()
    assert notice.count("disk is full") == 1
    assert on_disk(home)["exercises"]["1.1"]["tries"] == 1
    assert store.read()["exercises"]["1.1"]["tries"] == 4
    assert not list(home.glob("*.tmp"))
    monkeypatch.undo()
    os.environ["DLCOURSE_HOME"] = str(home)
    store.change(tried())
    assert on_disk(home)["exercises"]["1.1"]["tries"] == 5
    assert "saved again" in store.take_notice()
    store.change(tried())
    assert store.take_notice() == ""


def test_a_file_where_the_folder_should_be(home: Path) -> None:
    home.write_text("in the way")
    store = Store()
    store.change(tried())
    assert str(home) in store.take_notice()
    store.change(tried())
    assert store.take_notice() == ""
    assert store.read()["exercises"]["1.1"]["tries"] == 2
    home.unlink()
    store.flush()
    assert on_disk(home)["exercises"]["1.1"]["tries"] == 2


def test_a_folder_that_may_not_be_written(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*arguments: object, **named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(home))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    store = Store()
    store.change(tried())
    assert "not allowed" in store.take_notice()
    assert store.read()["exercises"]["1.1"]["tries"] == 1


def test_another_kind_of_trouble_is_said_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    monkeypatch.setattr(os, "replace", full_disk)
    store.change(tried())
    store.take_notice()
    monkeypatch.undo()
    os.environ["DLCOURSE_HOME"] = str(home)
    monkeypatch.setattr(store_module, "SHORT_WAIT", 0.05)
    store._patience = 0.05
    with FileLock(home / "progress.lock"):
        store.change(tried())
        assert "busy" in store.take_notice()
        begun = time.perf_counter()
        store.change(tried())
        assert time.perf_counter() - begun < 1.0
        assert store.take_notice() == ""
    store.change(tried())
    assert on_disk(home)["exercises"]["1.1"]["tries"] == 4


def test_what_waits_is_written_when_the_notebook_ends(home: Path) -> None:
    code = """
        import os, pathlib
        from dlcourse.checking.store import STORE
        home = pathlib.Path(os.environ["DLCOURSE_HOME"])
        home.write_text("in the way")
        STORE.change(lambda record: record["exercises"].update({"1.1": {"tries": 1}}))
        home.unlink()
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, timeout=60)
    assert on_disk(home)["exercises"] == {"1.1": {"tries": 1}}


def test_any_text_can_be_recorded(home: Path) -> None:
    from dlcourse.checking import predict

    for guess in ("größer ✓", "\ud800", 'a "quoted" \\ one', "x" * 10**6):
        predict("9.z", "?", guess=guess)
        assert Store().read()["predictions"]["9.z"]["guess"] == guess[:200]


def test_threads_of_one_notebook_lose_nothing(home: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    store = Store()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: store.change(tried()), range(60)))
    assert on_disk(home)["exercises"]["1.1"]["tries"] == 60
