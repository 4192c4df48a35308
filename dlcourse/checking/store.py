"""The learner's record on disk: one JSON file, written whole or not at all, shared by all open notebooks.

It is the learner's own record and no proof for anybody. Where it can't be written, everything is kept in
memory and written as soon as that works again.
"""

from __future__ import annotations

import atexit
import errno
import json
import os
import tempfile
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from platformdirs import user_data_dir

VERSION = 1
WAIT = 5.0  # seconds to wait for another notebook that is writing; once it was in vain:
SHORT_WAIT = 0.3
PARTS = ("exercises", "predictions")
Change = Callable[[dict[str, Any]], None]


class DamagedFile(ValueError):
    """The file is there and can't be understood."""


class NewerFile(ValueError):
    """The file was written by a later version of the course; `record` is what of it is understood."""

    def __init__(self, record: dict[str, Any]) -> None:
        super().__init__("a newer version wrote this")
        self.record = record


def home() -> Path:
    """The folder of the record: the environment variable DLCOURSE_HOME, else the system's place for user data."""
    return Path(os.environ.get("DLCOURSE_HOME") or user_data_dir("dlcourse", appauthor=False))


def empty() -> dict[str, Any]:
    """A record in which nothing has happened yet."""
    return {"version": VERSION, "exercises": {}, "predictions": {}}


class Store:
    """Reads and changes the record. `take_notice` says, once, what the learner should know about the file."""

    def __init__(self) -> None:
        self._guard = threading.RLock()
        self._waiting: list[Change] = []
        self._notices: list[str] = []
        self._trouble = ""  # the kind of trouble the learner was told of, until it is over
        self._patience = WAIT

    @property
    def path(self) -> Path:
        """The file itself."""
        return home() / "progress.json"

    def read(self) -> dict[str, Any]:
        """Return the record, with what could not be written yet. Never raises."""
        try:
            record = load(self.path)
        except NewerFile as newer:
            record = newer.record
        except DamagedFile:
            self._try_to(self._set_aside)
            record = empty()
        except OSError:
            record = empty()
        return _applied(record, self._waiting)

    def change(self, change: Change) -> None:
        """Apply `change` to the record and write it. What can't be written is kept in memory. Never raises."""
        with self._guard:
            self._waiting.append(change)
            self.flush()

    def flush(self) -> None:
        """Write what waits in memory, if anything does. Never raises."""
        with self._guard:
            if self._waiting and self._try_to(self._write_waiting):
                self._waiting.clear()
                if self._trouble:
                    self._notices.append("Your progress can be saved again, and nothing of it is lost.")
                self._trouble, self._patience = "", WAIT

    def take_notice(self) -> str:
        """Return what the learner should be told about the file and has not been told yet, or an empty text."""
        text = " ".join(self._notices)
        self._notices.clear()
        return text

    def _try_to(self, work: Callable[[], None]) -> bool:
        """Do it under the lock that all notebooks share; note what is in the way and say so once."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=self._patience):
                work()
        except Timeout:
            self._patience = SHORT_WAIT
            self._say("busy", "Another notebook keeps your progress file busy.")
        except NewerFile:
            self._say(
                "newer",
                "Your progress file was written by a newer version of the course and is left as it is.",
            )
        except (OSError, NotImplementedError) as error:
            reason = _reason(error)
            self._say(reason, f"Your progress can't be saved in {self.path.parent}: {reason}.")
        else:
            return True
        return False

    def _write_waiting(self) -> None:
        try:
            record = load(self.path)
        except DamagedFile:
            self._set_aside()
            record = empty()
        _write(self.path, _applied(record, self._waiting))

    def _set_aside(self) -> None:
        """Keep a file that can't be understood under another name, unless somebody else has just done so."""
        try:
            load(self.path)
        except DamagedFile:
            aside = _free_name(self.path)
            os.replace(self.path, aside)
            self._notices.append(
                f"Your progress file could not be read. It is kept as {aside.name}, and a new one is begun."
            )

    def _say(self, trouble: str, text: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._notices.append(
                f"{text} Until that changes, what you do is kept in memory, as long as this notebook is open. "
                "`dlcourse doctor` in a terminal helps."
            )


def load(path: Path) -> dict[str, Any]:
    """Return the record in a file, an empty one if there is none.

    Raises OSError, DamagedFile (half written, or not ours) or NewerFile.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return empty()
    except (ValueError, RecursionError) as error:  # also bytes that are no text
        raise DamagedFile(str(error)) from None
    version = record.get("version") if isinstance(record, dict) else None
    if not isinstance(version, int) or version < 1:
        raise DamagedFile("not a record of this course")
    for part in PARTS:
        entries = record.setdefault(part, {})
        if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
            if version > VERSION:
                raise NewerFile(empty())
            raise DamagedFile(f"{part} is not a table")
    if version > VERSION:
        raise NewerFile(record)
    return record


def _applied(record: dict[str, Any], changes: list[Change]) -> dict[str, Any]:
    for change in changes:
        change(record)
    return record


def _write(path: Path, record: dict[str, Any]) -> None:
    """Write beside the file, then exchange the two: a reader sees the old record or the new one, never half."""
    for leftover in path.parent.glob(".progress-*.tmp"):  # of a notebook that was killed; we hold the lock
        leftover.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".progress-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(record, file, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _reason(error: Exception) -> str:
    code = getattr(error, "errno", None)
    if code in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full"
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "writing is not allowed there"
    if code in (errno.ENOTDIR, errno.EEXIST):
        return "a file stands where this folder should be"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _free_name(path: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    candidate = path.with_name(f"progress-damaged-{stamp}.json")
    number = 2
    while candidate.exists():
        candidate = path.with_name(f"progress-damaged-{stamp}-{number}.json")
        number += 1
    return candidate


STORE = Store()
atexit.register(STORE.flush)
