"""The random generators of the learner's notebook: read, and put back after a check."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import numpy as np

_KERAS_NAMES = ("global_seed_generator", "global_random_seed")  # the second one since Keras 3.10


@contextmanager
def generators_kept() -> Iterator[None]:
    """Leave the random generators of Python, NumPy, Keras and TensorFlow as they were."""
    python, numpy_state = random.getstate(), np.random.get_state()  # noqa: NPY002 - the learner's own generator
    keras = _keras_kept()
    tensorflow = _tensorflow()
    drawn = tensorflow_seed()
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy_state)  # noqa: NPY002
        _restore_keras(*keras)
        if tensorflow is not None and drawn is not None:
            tensorflow._seed, tensorflow._rng = drawn[0], random.Random()
            tensorflow._rng.setstate(drawn[1])


def tensorflow_seed() -> tuple[Any, Any] | None:
    """The seed that TensorFlow was given and how far its draws have come: `fit` shuffles by them."""
    context = _tensorflow()
    with suppress(AttributeError):
        return context._seed, context._rng.getstate()
    return None


def _tensorflow() -> Any:
    """TensorFlow offers no public way to read its seed; where this one ends, the seed is left as it is."""
    with suppress(AttributeError, KeyError):
        return sys.modules["tensorflow.python.eager.context"].context()
    return None


def keras_seed() -> Any:
    """The variable that Keras' own random layers draw from, if Keras is loaded and has made one."""
    with suppress(AttributeError):
        return _keras_state().get_global_attribute("global_seed_generator").state
    return None


def _keras_kept() -> tuple[dict[str, Any], np.ndarray | None]:
    """What Keras keeps about its random numbers, and how far its generator has come."""
    kept = {}
    with suppress(AttributeError):
        kept = {name: _keras_state().get_global_attribute(name) for name in _KERAS_NAMES}
    seed = keras_seed()
    return kept, None if seed is None else np.array(seed.numpy())


def _restore_keras(kept: dict[str, Any], before: np.ndarray | None) -> None:
    """Put Keras' generator back; one that the check had made is forgotten, so that the learner's own seed makes it."""
    with suppress(AttributeError):
        for name in _KERAS_NAMES:
            if _keras_state().get_global_attribute(name) is not kept.get(name):
                _keras_state().set_global_attribute(name, kept.get(name))
        if before is not None:
            keras_seed().assign(before)


def _keras_state() -> Any:
    """Keras offers no public way to its generator; where this one ends, the seed is left as it is."""
    return sys.modules.get("keras.src.backend.common.global_state")
