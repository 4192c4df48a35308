"""What explorers are given, judged: one finite number, one name of a known list. Each refusal is one ValueError sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np


def shortly(value: Any) -> str:
    """Return `value` as one line of at most 60 characters, for a message."""
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def one_number(value: Any, name: str, low: float = -math.inf, high: float = math.inf) -> float:
    """Return the one finite number that `value` holds (a number, a 0-d or one-element array), from `low` to `high`.

    Raises ValueError that says what `name` must be and what was got: a string, a truth value, NaN, several numbers.
    """
    limits = ""
    if math.isfinite(low) or math.isfinite(high):
        limits = f" from {low:g} to {high:g}" if math.isfinite(high) else f" of {low:g} or more"
    wanted = f"{name} must be one finite number{limits}"
    if isinstance(value, str | bytes | bool | np.bool_) or value is None:
        raise ValueError(f"{wanted}, got {shortly(value)}")
    try:
        found = np.asarray(value, dtype=float).ravel()
    except (TypeError, ValueError):
        raise ValueError(f"{wanted}, got {shortly(value)}") from None
    if found.size != 1 or not math.isfinite(found[0]) or not low <= found[0] <= high:
        raise ValueError(f"{wanted}, got {shortly(value)}")
    return float(found[0])


def positive(value: Any, name: str) -> float:
    """Return `value` as one finite number above zero. Raises ValueError that says what was got instead."""
    try:
        found = one_number(value, name)
    except ValueError:
        found = 0.0
    if found <= 0:
        raise ValueError(f"{name} must be one finite number above 0, got {shortly(value)}")
    return found


def known_name(value: Any, name: str, known: Iterable[str], also: Mapping[str, str] | None = None) -> str:
    """Return the one of `known` that `value` means, whatever its capitals, spaces and hyphens; `also` maps other spellings.

    Raises ValueError that lists the known names.
    """
    known = tuple(known)
    if isinstance(value, str):
        word = "_".join(value.lower().replace("-", " ").replace("_", " ").split())
        word = (also or {}).get(word, word)
        if word in known:
            return word
    raise ValueError(f"{name} must be one of {', '.join(known)}; got {shortly(value)}")
