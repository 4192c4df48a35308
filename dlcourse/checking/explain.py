"""Says in plain words what went wrong in the learner's code: their line, and the reason, without our frames."""

from __future__ import annotations

import linecache
import os
import re
import site
import sysconfig
import traceback
from pathlib import Path
from types import TracebackType

_PACKAGE = str(Path(__file__).resolve().parents[1]) + os.sep
_LIBRARIES = tuple(
    str(Path(folder)) + os.sep
    for folder in {sysconfig.get_paths()["stdlib"], sysconfig.get_paths()["purelib"], *site.getsitepackages()}
)


def is_learners(filename: str) -> bool:
    """Is this the file (or notebook cell) of a learner, rather than of this package, Python or a library?"""
    if filename.startswith("<frozen") or filename == "<string>":
        return False
    return not filename.startswith((_PACKAGE, *_LIBRARIES))


def learner_line(trace: TracebackType | None) -> tuple[int, str] | None:
    """Return (line number, text) of the innermost line of the learner's own code, or None."""
    found = None
    for frame in traceback.extract_tb(trace):
        if is_learners(frame.filename) and frame.lineno:
            found = (frame.lineno, (frame.line or linecache.getline(frame.filename, frame.lineno)).strip())
    return found


def explain(error: BaseException) -> str:
    """Return one or two sentences: where in the learner's code, and why, in plain words."""
    reason = _reason(error)
    line = learner_line(error.__traceback__)
    if line is None:
        return reason[0].upper() + reason[1:]
    number, text = line
    where = f"In line {number}, `{text}`" if text else f"In line {number}"
    return f"{where}: {reason}"


def _reason(error: BaseException) -> str:
    """The first entry of _REASONS that fits, else the error's own words."""
    try:
        text = str(error).strip().splitlines()[0] if str(error).strip() else ""
    except Exception:
        text = ""
    for kind, pattern, words in _REASONS:
        match = re.search(pattern, text) if isinstance(error, kind) else None
        if match:
            return words.format(*match.groups())
    name = type(error).__name__
    return f"{text} ({name})." if text else f"it raised {name}."


_SHAPES = r"(\(\d*,?[\d, ]*\))"

# (kind of error, pattern in its text, plain words); the first that fits is used.
_REASONS: list[tuple[type[BaseException], str, str]] = [
    (UnboundLocalError, r"variable '(\w+)'", "`{0}` is used before it has a value in this function."),
    (NameError, r"name '(\w+)'", "the name `{0}` is not defined. A function knows its own arguments and what the notebook has defined so far."),
    (ZeroDivisionError, r"", "it divides by zero."),
    (RecursionError, r"", "the function calls itself again and again without an end."),
    (MemoryError, r"", "there is not enough memory for what it builds."),
    (TypeError, r"can't multiply sequence by non-int", "a list can't be multiplied by a number or by another list. Go through it in a loop, or make it an array with `np.array(...)`."),
    (TypeError, r"can only concatenate (\w+) \(not \"(\w+)\"\)", "`+` joins a {0} to a {0}, but found a {1}. For arithmetic, take the numbers out of it first."),
    (TypeError, r"unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'", "`{0}` can't be applied to a {1} and a {2}."),
    (TypeError, r"'(\w+)' object is not callable", "a {0} can't be called like a function. Is a `*` missing, or a round bracket where a square one belongs?"),
    (TypeError, r"'(\w+)' object is not subscriptable", "a {0} has no elements to pick with square brackets."),
    (TypeError, r"'(\w+)' object is not iterable", "a {0} can't be gone through in a loop: it is one thing, not a row of things."),
    (TypeError, r"missing (\d+) required positional arguments?: (.+)", "a call leaves out {0} argument(s): {1}."),
    (TypeError, r"takes (?:from )?(.+) positional arguments? but (\d+) (?:was|were) given", "a function that takes {0} argument(s) was called with {1}."),
    (IndexError, r"out of (?:range|bounds)", "it asks for an element that is not there. Counting starts at 0, so the last of n elements has the number n - 1."),
    (KeyError, r"(.+)", "there is no entry called {0}."),
    (AttributeError, r"'(\w+)' object has no attribute '(\w+)'", "a {0} has nothing called `{1}`."),
    (AttributeError, r"module '(\w+)' has no attribute '(\w+)'", "the module {0} has nothing called `{1}`. Check the spelling."),
    (ImportError, r"[Nn]o module named '([\w.]+)'", "there is no module called `{0}` here."),
    (ValueError, r"could not be broadcast together with shapes " + _SHAPES + " " + _SHAPES, "arrays of the shapes {0} and {1} don't fit together element by element."),
    (ValueError, r"matmul: .*size (\d+) is different from (\d+)", "`@` needs as many columns on its left as there are rows on its right; here one has {1} and the other {0}."),
    (ValueError, r"shapes " + _SHAPES + " and " + _SHAPES + " not aligned", "arrays of the shapes {0} and {1} can't be multiplied: the inner sizes differ."),
    (ValueError, r"truth value of an array", "an array with several numbers is neither true nor false. Compare single numbers, or use `np.where`."),
    (ValueError, r"(?:only .*|can only convert an array of size )(?:1|one)", "it needs one single number but has an array of several."),
    (SystemExit, r"", "it calls `exit()`, which would end the whole notebook."),
]  # fmt: skip
