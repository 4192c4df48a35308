"""Reads the files of data/ and makes sure that they are whole. What is in them is the loaders' business.

The folder is the shipped one, or the one that the environment variable DLCOURSE_DATA names.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dlcourse.course_files import course_root, data_dir

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SUMS = "SHA256SUMS"
_verified: set[tuple[str, int, int]] = set()  # path, size, time of change of each file whose sum was right


class DataError(RuntimeError):
    """A data file is missing, damaged or unreadable; the message says how to mend it."""

    def _render_traceback_(self) -> list[str]:
        """Show a learner the sentence alone: the frames say nothing about a damaged file (IPython calls this)."""
        return [f"{type(self).__name__}: {self}"]


class FileState(NamedTuple):
    """What `verify` says of a file: `state` is "fine", "missing", "damaged" or "unreadable"."""

    file: str
    state: str
    advice: str


def folder() -> Path:
    """Return the folder of the data files."""
    chosen = os.environ.get("DLCOURSE_DATA")
    return Path(chosen) if chosen else data_dir()


def _sentence(name: str, state: str) -> str:
    """Say what is wrong with a file and which command mends it."""
    if os.environ.get("DLCOURSE_DATA"):
        mend = "put the file of the course there, or unset DLCOURSE_DATA to use the shipped data"
    elif (course_root() / ".git").exists():
        mend = f"mend it with `git checkout -- data/{name}` in {course_root()}"
    else:
        mend = (
            "mend it with `pip install --force-reinstall --no-deps dlcourse`, installed the way you first did"
        )
    if state == "unreadable":
        mend = f"allow reading it, or {mend}"
    return f"The data file {folder() / name} is {state}: {mend}."


def _read(name: str) -> bytes:
    """Return a file's bytes, or raise DataError."""
    try:
        return (folder() / name).read_bytes()
    except FileNotFoundError:
        raise DataError(_sentence(name, "missing")) from None
    except OSError:
        raise DataError(_sentence(name, "unreadable")) from None


def sums() -> dict[str, str]:
    """Return {file: SHA-256} as listed in SHA256SUMS; DataError if that list is missing or damaged."""
    try:
        lines = _read(SUMS).decode("ascii").splitlines()
        listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    except ValueError:  # not ASCII, or a line that is not "sum  name"
        raise DataError(_sentence(SUMS, "damaged")) from None
    if not listed or any(len(digest) != 64 for digest in listed.values()):
        raise DataError(_sentence(SUMS, "damaged"))
    return listed


def read(name: str) -> bytes:
    """Return the bytes of a data file whose sum is right.

    The sum is computed when a process reads the file for the first time, and again if the file has changed
    since. Raises DataError if the file is missing, damaged (truncated, altered) or unreadable.
    """
    content = _read(name)
    path = folder() / name
    stamp = (str(path), len(content), path.stat().st_mtime_ns)
    if stamp not in _verified:
        listed = sums()
        if name not in listed:
            raise DataError(_sentence(SUMS, "damaged"))
        if hashlib.sha256(content).hexdigest() != listed[name]:
            raise DataError(_sentence(name, "damaged"))
        _verified.add(stamp)
    return content


def arrays(name: str) -> dict[str, np.ndarray]:
    """Return every array of an .npz file, each unpacked once."""
    import numpy as np

    with np.load(io.BytesIO(read(name)), allow_pickle=False) as packed:
        return {key: packed[key] for key in packed.files}


def table(name: str, **options: object) -> pd.DataFrame:
    """Return a .csv or .csv.gz file as a frame; `options` go to pandas.read_csv."""
    import pandas as pd

    compression = "gzip" if name.endswith(".gz") else None
    return pd.read_csv(io.BytesIO(read(name)), compression=compression, **options)


def verify() -> Iterator[FileState]:
    """Yield the state of every listed data file, sums computed afresh; never raises.

    If the list itself is missing or damaged, that is the only state yielded.
    """
    try:
        listed = sums()
    except DataError as error:
        state = next(word for word in ("missing", "unreadable", "damaged") if f" is {word}:" in str(error))
        yield FileState(SUMS, state, str(error))
        return
    for name, digest in listed.items():
        path = folder() / name
        state = "fine"
        try:
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    state = "damaged"
        except FileNotFoundError:
            state = "missing"
        except OSError:
            state = "unreadable"
        yield FileState(name, state, "" if state == "fine" else _sentence(name, state))
