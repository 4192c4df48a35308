"""Stored results: results/NAME.json, read and written. What is measured is the experiments' business."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import math
import os
import platform
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dlcourse.datasets import DataError

FOLDER = Path(__file__).parent / "results"
PACKAGES = ("numpy", "pandas", "scikit-learn", "keras", "tensorflow")
DIGITS = 6  # significant ones: more would change with every run and say nothing


class ResultError(DataError):
    """A stored result is missing or damaged; the message is one sentence that says how to mend it."""

    def __init__(self, name: str, state: str) -> None:
        self.name = name
        self.state = state
        super().__init__(
            f"The stored result {path(name)} is {state}: run `pip install --force-reinstall --no-deps dlcourse` (in a "
            f"checkout `git checkout -- dlcourse/experiments/results`), or measure it again with `{command(name)}`."
        )


def path(name: str) -> Path:
    """Return where the result of the experiment `name` is stored."""
    return FOLDER / f"{name}.json"


def command(name: str) -> str:
    """Return the command that measures the experiment `name` at full length and stores the result."""
    return f"python -m dlcourse.experiments {name}"


def read(name: str) -> dict[str, Any]:
    """Return a stored result as it was written, with "about". Raises ResultError if it is missing or damaged.

    A file is damaged, too, if somebody has changed a number in it by hand: its checksum tells.
    """
    try:
        stored = json.loads(path(name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ResultError(name, "missing") from None
    except (OSError, ValueError):
        raise ResultError(name, "damaged") from None
    about = stored.get("about") if isinstance(stored, dict) else None
    if not isinstance(about, dict) or about.get("checksum") != _checksum(stored):
        raise ResultError(name, "damaged")
    return stored


def write(name: str, result: Mapping[str, Any], *, seeds: Sequence[int], cpu_seconds: float) -> Path:
    """Store `result`, whole or not at all, and return the path.

    result: what JSON can hold; numbers are rounded to 6 significant digits, NumPy's become Python's. Raises ValueError if a
    number is NaN or infinite, or if there is a key "about", which says how the result was made.
    """
    if "about" in result:
        raise ValueError('the key "about" is taken: it says how the result was made')
    about = {
        "experiment": name,
        "command": command(name),
        "seeds": [int(seed) for seed in seeds],
        "cpu_seconds": round(cpu_seconds),
        "processor": processor(),
        "versions": versions(),
    }
    stored = {"about": about, **_plain(result)}
    about["checksum"] = _checksum(stored)
    place = path(name)
    place.parent.mkdir(exist_ok=True)
    draft = place.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(text(stored), encoding="utf-8")
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
    return place


def text(stored: Mapping[str, Any]) -> str:
    """Return a result as JSON with one row of a list, or one entry of a dict, on a line: a change is easy to see."""
    return (
        "{\n" + ",\n".join(f"{json.dumps(key)}: {_lines(value)}" for key, value in stored.items()) + "\n}\n"
    )


def _lines(value: Any) -> str:
    if isinstance(value, dict) and value:
        inside = ",\n".join(f" {json.dumps(key)}: {json.dumps(one)}" for key, one in value.items())
        return "{\n" + inside + "\n}"
    if isinstance(value, list) and any(isinstance(one, list | dict) for one in value):
        return "[\n" + ",\n".join(f" {json.dumps(one)}" for one in value) + "\n]"
    return json.dumps(value)


def versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that a measurement may depend on."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def processor() -> str:
    """Return the model of the processor, as far as the system tells, and how many cores there are."""
    try:
        info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        info = ""
    named = re.search(r"(?m)^model name\s*:\s*(.+)$", info)
    model = named.group(1).strip() if named else platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores"


def _plain(value: Any) -> Any:
    """Python's own numbers, lists and dicts with texts as keys."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if hasattr(value, "tolist"):  # an array or a number of NumPy
        return _plain(value.tolist())
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"a result holds {value}, which JSON cannot store and nobody could compare")
        return float(f"{value:.{DIGITS}g}")
    return value


def _checksum(stored: Mapping[str, Any]) -> str:
    about = {key: one for key, one in stored["about"].items() if key != "checksum"}
    whole = json.dumps({**stored, "about": about}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
