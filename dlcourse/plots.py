"""Data in, picture out: the course's figures. Nothing here trains, reads a file or shows a window.

Every function returns a `dlcourse.picture.Picture`, a matplotlib Figure that carries alternative text.
"""

from __future__ import annotations

from dlcourse.picture import Picture, picture
from dlcourse.plots_images import answers, images, mistakes, shares, strokes
from dlcourse.plots_map import pixels, road
from dlcourse.plots_neuron import corrections, decision_line, halfway, mistakes_per_pass, neuron
from dlcourse.plots_overview import at_work, fields, layers

__all__ = [
    "Picture",
    "answers",
    "at_work",
    "corrections",
    "decision_line",
    "fields",
    "halfway",
    "images",
    "layers",
    "mistakes",
    "mistakes_per_pass",
    "neuron",
    "picture",
    "pixels",
    "road",
    "shares",
    "strokes",
]
