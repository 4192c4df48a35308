"""The random generators of the learner's notebook: read, and put back after a check."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import numpy as np


@contextmanager
def generators_kept() -> Iterator[None]:
    """Leave Python's, NumPy's and Keras' random generators as they were."""
    python, numpy_state = random.getstate(), np.random.get_state()  # noqa: NPY002 - the learner's own generator
    seed = keras_seed()
    before = None if seed is None else np.array(seed.numpy())
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy_state)  # noqa: NPY002
        _restore_keras(before)


def keras_seed() -> Any:
    """The variable that Keras' own random layers draw from, if Keras is loaded and has made one."""
    with suppress(AttributeError):
        return _keras_state().get_global_attribute("global_seed_generator").state
    return None


def _restore_keras(before: np.ndarray | None) -> None:
    """Set Keras' seed back; if the check had it made, forget it, so that the learner's own seed makes it."""
    with suppress(AttributeError):
        if before is not None:
            keras_seed().assign(before)
        elif keras_seed() is not None:
            _keras_state().set_global_attribute("global_seed_generator", None)


def _keras_state() -> Any:
    """Keras offers no public way to its generator; where this one ends, the seed is left as it is."""
    return sys.modules.get("keras.src.backend.common.global_state")
