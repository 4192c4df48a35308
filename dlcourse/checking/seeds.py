"""The generator a check draws its random cases from: the same in every notebook, others for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import numpy as np

SEED = 20250
_seed: ContextVar[int] = ContextVar("seed", default=SEED)


def generator() -> np.random.Generator:
    """Return a fresh generator for one check. Every call starts the same sequence anew."""
    return np.random.default_rng(_seed.get())


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Inside the block, checks draw their cases from this seed: a right answer must be right on all of them."""
    token = _seed.set(seed)
    try:
        yield
    finally:
        _seed.reset(token)
