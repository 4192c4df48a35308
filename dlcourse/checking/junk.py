"""Nonsense that a learner may pass to `check`: the gate tries it on every exercise."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

_SOURCE = """
class Contrary:
    '''Raises whatever is asked of it: comparing, counting, showing, calling, converting, looking inside.'''

    def _refuse(self, *arguments: Any, **named: Any) -> Any:
        raise RuntimeError("this object answers nothing")

    __eq__ = __ne__ = __lt__ = __len__ = __bool__ = __call__ = __iter__ = __getitem__ = _refuse
    __repr__ = __str__ = __float__ = __int__ = __array__ = __hash__ = __contains__ = __format__ = _refuse

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(f"this object has no {name} to speak of")


class BadEqual:
    '''Raises when compared.'''

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("not comparable")

    __hash__ = None


class BadLength:
    '''Raises when asked for its length.'''

    def __len__(self) -> int:
        raise RuntimeError("not countable")

    def __getitem__(self, place: int) -> int:
        return place


def raises(*arguments, **named):
    '''Raises at every call.'''
    raise ValueError("always")


async def promise(*arguments, **named):
    '''Gives a promise in place of a result.'''
"""
_classes: dict[str, Any] = {"Any": Any}
exec(compile(_SOURCE, "<junk>", "exec"), _classes)  # so that they count as a learner's code, not as ours
Contrary, BadEqual, BadLength = (_classes[name] for name in ("Contrary", "BadEqual", "BadLength"))


def junk() -> dict[str, Any]:
    """Return a name and a fresh value for every kind of nonsense."""
    return {
        "None": None,
        "5": 5,
        '"x"': "x",
        "an empty text": "",
        "[]": [],
        "()": (),
        "{}": {},
        "nan": float("nan"),
        "an infinite number": float("inf"),
        "a complex number": 2j,
        "an empty array": np.array([]),
        "an array of objects": np.array([None, "x", 3], dtype=object),
        "an array of several numbers": np.arange(6.0).reshape(2, 3),
        "a list of texts": ["1", "2"],
        "lists of different lengths": [[1.0], [2.0, 3.0]],
        "a list with an odd thing in it": [1.0, Contrary()],
        "a table": pd.DataFrame({"a": [1.0, 2.0]}),
        "a huge whole number": 10**400,
        "an endless range": range(10**12),
        "a text of a million letters": "x" * 10**6,
        "a class": dict,
        "the class object": object,
        "a lambda that returns nothing": lambda *a, **k: None,
        "a lambda that returns 0": lambda *a, **k: 0,
        "a lambda that returns its arguments": lambda *a, **k: a,
        "a lambda that returns itself": (lambda me: lambda *a, **k: me)(object()),
        "a lambda of no arguments": lambda: 0,
        "a function that raises": _classes["raises"],
        "a generator": (number for number in range(3)),
        "a built-in function": print,
        "a module": np,
        "an exception": ValueError("x"),
        "an object whose == raises": BadEqual(),
        "an object whose len() raises": BadLength(),
        "an object that raises at everything": Contrary(),
        "a function that returns such an object": lambda *a, **k: Contrary(),
        "a function that returns an array": lambda *a, **k: np.arange(6.0).reshape(2, 3),
        "a function that returns a table": lambda *a, **k: pd.DataFrame({"a": [1.0, 2.0]}),
        "a function that returns texts": lambda *a, **k: ["1", "2"],
        "a function that returns nan": lambda *a, **k: float("nan"),
        "an async function": _classes["promise"],
        "an unbuilt model": _unbuilt_model(),
    }


@cache
def _unbuilt_model() -> Any:
    import keras

    return keras.Sequential([keras.layers.Dense(2)])
