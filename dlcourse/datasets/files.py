"""Reads the files of data/ and makes sure that they are whole. What is in them is the loaders' business.

The folder is the shipped one, or the one that the environment variable DLCOURSE_DATA names.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dlcourse.course_files import course_root, data_dir

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SUMS = "SHA256SUMS"
_verified: set[tuple[str, int, int]] = set()  # path, size, time of change of each file whose sum was right


class DataError(RuntimeError):
    """Data cannot be had; the message is one sentence that says how to mend it."""

    def _render_traceback_(self) -> list[str]:
        """Show a learner the sentence alone: IPython asks for this, and frames say nothing about a damaged file."""
        return [f"{type(self).__name__}: {self}"]


class FileError(DataError):
    """A data file is missing, damaged or unreadable (its `state`)."""

    def __init__(self, file: str, state: str) -> None:
        self.file = file
        self.state = state
        super().__init__(f"The data file {folder() / file} is {state}: {_mend(file, state)}.")


class FileState(NamedTuple):
    """What `verify` says of a file: `state` is "fine", "missing", "damaged" or "unreadable"; `advice` a sentence."""

    file: str
    state: str
    advice: str


def folder() -> Path:
    """Return the folder of the data files."""
    chosen = os.environ.get("DLCOURSE_DATA")
    return Path(chosen) if chosen else data_dir()


def _mend(file: str, state: str) -> str:
    if os.environ.get("DLCOURSE_DATA"):
        mend = "put the course's own file there, or unset DLCOURSE_DATA"
    elif (course_root() / ".git").exists():
        mend = f"run `git checkout -- data/{file}` in {course_root()}"
    else:
        mend = "run `pip install --force-reinstall --no-deps dlcourse` (or with the address you installed it from)"
    return f"allow reading it, or {mend}" if state == "unreadable" else mend


def _bytes(file: str) -> bytes:
    try:
        return (folder() / file).read_bytes()
    except FileNotFoundError:
        raise FileError(file, "missing") from None
    except OSError:
        raise FileError(file, "unreadable") from None


def sums() -> dict[str, str]:
    """Return {file: SHA-256} as listed in SHA256SUMS; FileError if that list is missing, damaged or unreadable."""
    try:
        lines = _bytes(SUMS).decode("ascii").splitlines()
        listed = {file: digest for digest, file in (line.split("  ", 1) for line in lines)}
    except ValueError:  # not ASCII, or a line that is not "sum  file"
        raise FileError(SUMS, "damaged") from None
    if not listed or any(len(digest) != 64 for digest in listed.values()):
        raise FileError(SUMS, "damaged")
    return listed


def read(file: str) -> bytes:
    """Return the bytes of a data file whose sum is right.

    The sum is computed when a process reads the file for the first time, and again if the file has changed
    since. Raises FileError if the file is missing, damaged (truncated, altered) or unreadable.
    """
    content = _bytes(file)
    path = folder() / file
    stamp = (str(path), len(content), path.stat().st_mtime_ns)
    if stamp not in _verified:
        listed = sums()
        if file not in listed:
            raise FileError(SUMS, "damaged")
        if hashlib.sha256(content).hexdigest() != listed[file]:
            raise FileError(file, "damaged")
        _verified.add(stamp)
    return content


def arrays(file: str) -> dict[str, np.ndarray]:
    """Return every array of an .npz file, each unpacked once."""
    import numpy as np

    with np.load(io.BytesIO(read(file)), allow_pickle=False) as packed:
        return {key: packed[key] for key in packed.files}


def table(file: str, missing: str = "", **options: Any) -> pd.DataFrame:
    """Return a .csv or .csv.gz file as a frame.

    `missing` is the one text that stands for a missing value (so a person called Null keeps the name);
    `options` go to pandas.read_csv.
    """
    import pandas as pd

    compression = "gzip" if file.endswith(".gz") else None
    options = {"keep_default_na": False, "na_values": [missing], **options}
    return pd.read_csv(io.BytesIO(read(file)), compression=compression, **options)


def verify() -> Iterator[FileState]:
    """Yield the state of every listed data file, sums computed afresh; never raises.

    If the list itself is missing or damaged, that is the only state yielded.
    """
    try:
        listed = sums()
    except FileError as error:
        yield FileState(error.file, error.state, str(error))
        return
    for file, digest in listed.items():
        try:
            if hashlib.sha256(_bytes(file)).hexdigest() != digest:
                raise FileError(file, "damaged")
        except FileError as error:
            yield FileState(file, error.state, str(error))
        else:
            yield FileState(file, "fine", "")
