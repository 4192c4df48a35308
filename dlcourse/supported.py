"""Which Python and which Keras the course runs on, and the sentence that somebody with another one reads."""

from __future__ import annotations

import sys
from importlib import metadata

PYTHON = ((3, 11), (3, 13))
KERAS = (3, 8)


class UnsupportedError(ImportError):
    """This Python or this Keras cannot run the course; the message says which can and what to do."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, without our frames."""
        return [str(self)]


def python_fault(version: tuple[int, ...] = sys.version_info[:2]) -> str | None:
    """Say in one sentence why this Python cannot run the course, or return None."""
    if PYTHON[0] <= version[:2] <= PYTHON[1]:
        return None
    first, last = (".".join(map(str, v)) for v in PYTHON)
    here = ".".join(map(str, version[:2]))
    return f"The course runs on Python {first} to {last}; this is {here}. Install one of them and start again with it."


def keras_fault(version: str | None = None) -> str | None:
    """Say in one sentence why this Keras (the installed one by default) cannot run the course, or return None."""
    oldest = ".".join(map(str, KERAS))
    mend = "Mend it with: pip install --upgrade keras tensorflow"
    if version is None:
        try:
            version = metadata.version("keras")
        except metadata.PackageNotFoundError:
            return f"Keras is not installed; the course needs {oldest} or newer. {mend}"
    found = tuple(int("".join(filter(str.isdigit, part)) or 0) for part in version.split(".")[:2])
    if found >= KERAS:
        return None
    return f"The course needs Keras {oldest} or newer; here is {version}. {mend}"


def require_keras() -> None:
    """Raise UnsupportedError if the installed Keras cannot run the course. Does not import Keras."""
    fault = keras_fault()
    if fault:
        raise UnsupportedError(fault)
