"""What `fit` returns, in every form in which runs are handed on, and what their curves do in words. Nothing here draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

_TURNED = 0.6  # of its way; small networks on the mails of lesson 7 come back by 0 to 0.5 of it, another at each seed


def named(runs: Any) -> dict[str, list[Mapping]]:
    """Every accepted form as a mapping from a name to the histories of its runs."""
    if hasattr(runs, "history") or isinstance(runs, Sequence) or _is_history(runs):
        return {"": _repeated(runs, "the runs")}
    if isinstance(runs, Mapping) and runs:
        return {str(name): _repeated(one, str(name)) for name, one in runs.items()}
    raise ValueError("nothing to draw: what `fit` returns was expected, or a list or mapping of these")


def _repeated(runs: Any, name: str) -> list[Mapping]:
    several = list(runs) if isinstance(runs, Sequence) else [runs]
    histories = [getattr(run, "history", run) for run in several]
    if not histories or not all(isinstance(history, Mapping) and history for history in histories):
        raise ValueError(
            f"{name}: what `fit` returns was expected (or its `history`), or a list of these; it is {type(runs).__name__}"
        )
    return histories


def _is_history(runs: Any) -> bool:
    return isinstance(runs, Mapping) and bool(runs) and all(_is_numbers(values) for values in runs.values())


def _is_numbers(values: Any) -> bool:
    return isinstance(values, Sequence | np.ndarray) and not any(
        isinstance(value, Mapping) or hasattr(value, "history") for value in values
    )


def roles_of(histories: list[Mapping], metric: str, name: str) -> dict[str, list[np.ndarray]]:
    """The values of each run, for training and, where all runs have it, validation."""
    keys = (
        {"validation": metric}
        if metric.startswith("val_")
        else {"training": metric, "validation": f"val_{metric}"}
    )
    roles = {}
    for role, key in keys.items():
        if role == "validation" and key != metric and not all(key in history for history in histories):
            continue
        roles[role] = [_values(history, key, name) for history in histories]
    return roles


def _values(history: Mapping, key: str, name: str) -> np.ndarray:
    where = f"{name}: " if name else ""
    if key not in history:
        raise ValueError(f"{where}there is no {key!r} in the history: it has {', '.join(map(repr, history))}")
    values = np.asarray(history[key], dtype=float)
    if values.ndim != 1 or not len(values):
        raise ValueError(f"{where}{key!r} has shape {values.shape}: one number for each epoch was expected")
    if not np.isfinite(values).all():
        epoch = int(np.argmin(np.isfinite(values))) + 1
        raise ValueError(
            f"{where}{key!r} is no number from epoch {epoch} on (it is {values[epoch - 1]}): a learning rate that is too "
            "large is the usual cause"
        )
    return values


def mean(repeated: list[np.ndarray]) -> np.ndarray:
    """The mean of all runs, as far as all of them go."""
    shortest = min(map(len, repeated))
    return np.mean([values[:shortest] for values in repeated], axis=0)


def in_words(panels: Mapping[str, Mapping], measure: str, title: str, many: int) -> str:
    """Directions and gaps only where they are clear: runs differ in the last digits from one machine to the next."""
    of = f", the mean of {many} runs in the band of all" if many > 1 else ""
    alike: dict[str, list[str]] = {}
    for name, roles in panels.items():
        moves = " and ".join(f"{role} {_move(mean(values))}" for role, values in roles.items())
        alike.setdefault(f"{moves}{_gap(roles)}", []).append(name)
    said = [
        f"{', '.join(names)}: {moves}" if names != [""] else f"{moves[0].upper()}{moves[1:]}"
        for moves, names in alike.items()
    ]
    return f"{f'{title}. ' if title else ''}{measure.capitalize()} by epoch{of}. {'. '.join(said)}."


def _move(middle: np.ndarray) -> str:
    """What a curve does from its first epoch to its last, in words that survive small changes."""
    size = max(abs(middle[0]), abs(middle[-1]), 1e-12)
    low, high = middle.min(), middle.max()
    if high - low < 0.03 * size:
        return "stays about level"
    if middle[-1] - low > _TURNED * (middle[0] - low) and middle[0] - low > 0.2 * (high - low):
        return "falls and then rises again"
    if high - middle[-1] > _TURNED * (high - middle[0]) and high - middle[0] > 0.2 * (high - low):
        return "rises and then falls again"
    return "falls" if middle[-1] < middle[0] else "rises"


def _gap(roles: Mapping[str, list[np.ndarray]]) -> str:
    """Which ends higher, if every run of one ends above every run of the other by a tenth of what is to be seen."""
    if len(roles) < 2:
        return ""
    lasts = {role: np.array([values[-1] for values in repeated]) for role, repeated in roles.items()}
    every = np.concatenate([values for repeated in roles.values() for values in repeated])
    room = 0.1 * (every.max() - every.min())
    if lasts["validation"].min() - lasts["training"].max() > room:
        return "; validation ends above training"
    if lasts["training"].min() - lasts["validation"].max() > room:
        return "; validation ends below training"
    return ""
