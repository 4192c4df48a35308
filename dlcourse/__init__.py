"""dlcourse: the few names a lesson needs. Everything loads at first use, so that importing it is instant.

`check`, `hint`, `solution`, `progress`, `predict`, `claim` serve the exercises; `datasets`, `plots`,
`explore`, `experiments` and `scratch` are modules; `Progress` is a Keras callback that shows how far a training is.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

__version__ = "0.3.0"

if sys.version_info < (3, 11):  # noqa: UP036 - pip refuses such a Python, but a checkout can be imported without pip
    raise ImportError("The course runs on Python 3.11 to 3.13; install one of them and start again with it.")

_NAMES = {
    "check": "dlcourse.checking",
    "hint": "dlcourse.checking",
    "solution": "dlcourse.checking",
    "progress": "dlcourse.checking",
    "predict": "dlcourse.checking",
    "claim": "dlcourse.checking",
    "ClaimError": "dlcourse.checking",
    "Progress": "dlcourse.training",
}
_MODULES = ("colours", "datasets", "drawing", "experiments", "explore", "plots", "scratch", "vision")

__all__ = ["ClaimError", "Progress", "check", "claim", "hint", "predict", "progress", "solution", *_MODULES]


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        value = getattr(importlib.import_module(_NAMES[name]), name)
    elif name in _MODULES:
        value = importlib.import_module(f"dlcourse.{name}")
    else:
        raise AttributeError(f"dlcourse has no {name!r}; it offers {', '.join(__all__)}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


if "ipykernel" in sys.modules:  # in a notebook: TensorFlow's log lines stay off the learner's screen
    importlib.import_module("dlcourse.quiet").when_tensorflow_comes()
