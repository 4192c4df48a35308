"""Says in plain words what went wrong in the learner's code: their line, and the reason, without our frames."""

from __future__ import annotations

import builtins
import difflib
import linecache
import os
import re
import site
import sysconfig
import traceback
from pathlib import Path
from types import FrameType, TracebackType

from dlcourse.checking.reasons import MODULES, plain_reason

LONGEST_LINE, LONGEST_REASON = 100, 200  # characters
_PACKAGE = str(Path(__file__).resolve().parents[1]) + os.sep
_LIBRARIES = tuple(
    str(Path(folder)) + os.sep
    for folder in {
        sysconfig.get_paths()["stdlib"],
        sysconfig.get_paths()["purelib"],
        sysconfig.get_paths()["platlib"],
        site.getusersitepackages(),
        *site.getsitepackages(),
    }
)
_TERMINAL_COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # Keras writes its errors in bold
_MADE_BY_MACHINES = ("<frozen", "<string>", "<__array_function__", "<attrs generated", "<decorator-gen")


def is_learners(filename: str) -> bool:
    """Is this the file (or notebook cell) of a learner, rather than of this package, Python or a library?"""
    if filename.startswith(_MADE_BY_MACHINES) or "__autograph_generated" in filename:
        return False
    return not filename.startswith((_PACKAGE, *_LIBRARIES))


def learner_line(trace: TracebackType | None) -> tuple[int, str] | None:
    """Return (line number, text) of the innermost line of the learner's own code, or None."""
    found = _innermost(trace)
    if found is None:
        return None
    frame, number = found
    text = linecache.getline(frame.f_code.co_filename, number, frame.f_globals).strip()
    return number, text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 1] + "…"


def _innermost(trace: TracebackType | None) -> tuple[FrameType, int] | None:
    """The learner's innermost frame and the line it was at."""
    found = None
    for frame, number in traceback.walk_tb(trace):
        if number and is_learners(frame.f_code.co_filename):
            found = frame, number
    return found


def explain(error: BaseException) -> str:
    """Return one or two sentences: where in the learner's code, and why, in plain words."""
    similar = _similar_name(error)
    reason = (
        f"the name `{error.name}` is not known here. Did you mean `{similar}`?" if similar else _reason(error)
    )
    line = learner_line(error.__traceback__)
    if line is None:
        return reason[0].upper() + reason[1:]
    number, text = line
    where = f"In line {number}, `{text}`" if text else f"In line {number}"
    return f"{where}: {reason}"


def _reason(error: BaseException) -> str:
    """Plain words for what is common, else the error's own first line."""
    text = _text(error)
    plain = plain_reason(error, text)
    if plain:
        return plain
    name = type(error).__name__
    lines = [line for line in text.splitlines() if not line.startswith("Exception encountered when calling")]
    own = next((line.strip() for line in lines if line.strip()), "")
    if not own:
        return f"it raised {name}, without a word of explanation."
    return f"{own if len(own) <= LONGEST_REASON else own[: LONGEST_REASON - 1] + '…'} ({name})."


def _text(error: BaseException) -> str:
    try:
        return _TERMINAL_COLOURS.sub("", str(error)[:2000])
    except BaseException:  # an error of the learner's own making that can't be asked what it is
        return ""


def _similar_name(error: BaseException) -> str:
    """The name that was meant, when one that is not known resembles one that is."""
    own = re.search(r"local variable '(\w+)'", _text(error)) if type(error) is UnboundLocalError else None
    wanted = own[1] if own else error.name if type(error) is NameError else None
    found = _innermost(error.__traceback__)
    if not isinstance(wanted, str) or wanted in MODULES or found is None:
        return ""
    known = list(found[0].f_locals)
    if not own:
        functions = [name for name, value in vars(builtins).items() if not _is_error(value)]
        known += [*found[0].f_globals, *functions]
    names = [str(name) for name in known if not str(name).startswith("_")]
    nearest = difflib.get_close_matches(wanted, names, n=1, cutoff=0.75)
    return nearest[0] if nearest else ""


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, BaseException)
