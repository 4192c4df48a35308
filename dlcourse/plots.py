"""Data in, picture out: the course's figures. Nothing here trains, reads a file or shows a window.

Every function returns a `dlcourse.picture.Picture`, a matplotlib Figure that carries alternative text.
"""

from __future__ import annotations

from dlcourse.picture import Picture, picture
from dlcourse.plots_map import pixels, road
from dlcourse.plots_neuron import corrections, decision_line, mistakes_per_pass, neuron

__all__ = [
    "Picture",
    "corrections",
    "decision_line",
    "mistakes_per_pass",
    "neuron",
    "picture",
    "pixels",
    "road",
]
