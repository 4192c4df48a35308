"""Models on 3,000 pictures of clothes: the part of `comparison_pictures` that takes minutes, made again by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dlcourse.experiments import comparison_pictures
from dlcourse.experiments.comparison import SEEDS

__all__ = ["SEEDS", "run"]


def run(report: Callable[[str], object] | None = None) -> dict[str, Any]:
    """Compare all models on 3000 pictures; returns {"rows": [...]}."""
    return comparison_pictures.run(sizes=(3000,), report=report)
