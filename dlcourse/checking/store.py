"""The learner's record on disk: one JSON file, written whole or not at all, shared by all open notebooks.

It is the learner's own record and no proof for anybody. Where it can't be written, everything is kept in
memory and written as soon as that works again.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from platformdirs import user_data_dir

VERSION = 1
WAIT = 5.0  # seconds to wait for another notebook that is writing


class DamagedFile(ValueError):
    """The file is there and can't be understood."""


def home() -> Path:
    """The folder of the record: the environment variable DLCOURSE_HOME, else the system's place for user data."""
    return Path(os.environ.get("DLCOURSE_HOME") or user_data_dir("dlcourse", appauthor=False))


def empty() -> dict[str, Any]:
    """A record in which nothing has happened yet."""
    return {"version": VERSION, "exercises": {}, "predictions": {}}


class Store:
    """Reads and changes the record. `notice` says, once, what the learner should know about the file."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[dict[str, Any]], None]] = []
        self._notices: list[str] = []
        self._said: set[str] = set()

    @property
    def path(self) -> Path:
        """The file itself."""
        return home() / "progress.json"

    def read(self) -> dict[str, Any]:
        """Return the record, with what could not be written yet. Never raises."""
        try:
            record = _load(self.path)
        except (OSError, DamagedFile):
            record = empty()
        return _applied(record, self._waiting)

    def change(self, change: Callable[[dict[str, Any]], None]) -> None:
        """Apply `change` to the record and write it. What can't be written is kept in memory. Never raises."""
        self._waiting.append(change)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=WAIT):
                record = self._load_or_set_aside()
                _write(self.path, _applied(record, self._waiting))
            self._waiting.clear()
        except Timeout:
            self._say(
                "Another notebook keeps your progress file busy; what you did is kept in memory until it is free."
            )
        except (OSError, NotImplementedError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self._say(
                f"Your progress can't be saved in {self.path.parent} ({reason}). It is kept in memory while this "
                "notebook is open. `dlcourse doctor` in a terminal says what to do."
            )

    def take_notice(self) -> str:
        """Return what the learner should be told about the file and has not been told yet, or an empty text."""
        text = " ".join(self._notices)
        self._notices.clear()
        return text

    def _load_or_set_aside(self) -> dict[str, Any]:
        try:
            return _load(self.path)
        except DamagedFile:
            aside = _free_name(self.path)
            os.replace(self.path, aside)
            self._say(
                f"Your progress file was damaged. It is set aside as {aside.name} and a new one is begun."
            )
            return empty()

    def _say(self, text: str) -> None:
        if text not in self._said:
            self._said.add(text)
            self._notices.append(text)


def _load(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return empty()
    except UnicodeDecodeError as error:
        raise DamagedFile(str(error)) from None
    try:
        record = json.loads(text)
    except ValueError as error:
        raise DamagedFile(str(error)) from None
    if not isinstance(record, dict):
        raise DamagedFile("not a record")
    for part in ("exercises", "predictions"):
        entries = record.setdefault(part, {})
        if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
            raise DamagedFile(f"{part} is not a table")
    record.setdefault("version", VERSION)
    return record


def _applied(record: dict[str, Any], changes: list[Callable[[dict[str, Any]], None]]) -> dict[str, Any]:
    for change in changes:
        change(record)
    return record


def _write(path: Path, record: dict[str, Any]) -> None:
    """Write beside the file, then exchange the two: a reader sees the old record or the new one, never half."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".progress-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(record, file, indent=1, ensure_ascii=False, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _free_name(path: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    candidate = path.with_name(f"progress-damaged-{stamp}.json")
    number = 2
    while candidate.exists():
        candidate = path.with_name(f"progress-damaged-{stamp}-{number}.json")
        number += 1
    return candidate


STORE = Store()
