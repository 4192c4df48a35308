"""Data in, picture out: the course's figures. Nothing here trains, reads a file or shows a window.

Every function returns a `dlcourse.plots.base.Picture`, a matplotlib Figure that carries alternative text.
"""

from __future__ import annotations

from dlcourse.plots.activations import activations, softmax_steps, what_is_left
from dlcourse.plots.backprop import there_and_back, update_times
from dlcourse.plots.base import Picture, picture
from dlcourse.plots.comparison import edge_cells, effort
from dlcourse.plots.confusion import confusion_matrix
from dlcourse.plots.convolution import moved, responses, window
from dlcourse.plots.crossover import crossover
from dlcourse.plots.curves import learning_curves
from dlcourse.plots.descent import contours, descent, losses, slope
from dlcourse.plots.digits import answers, images, mistakes, shares, strokes
from dlcourse.plots.graph import graph
from dlcourse.plots.guide import guide
from dlcourse.plots.lines import corrections, decision_line, halfway, mistakes_per_pass, neuron
from dlcourse.plots.loss import along, errors, surprise
from dlcourse.plots.mails import word_effects, word_shares
from dlcourse.plots.map import pixels, road
from dlcourse.plots.maps import feature_maps, heat_maps, kernels
from dlcourse.plots.network import depth_and_width, forward_pass, lost_classes, network, unit_weights
from dlcourse.plots.overview import at_work, fields, layers
from dlcourse.plots.predictions import predictions
from dlcourse.plots.spread import spread
from dlcourse.plots.surface import decision_surface

__all__ = [
    "Picture",
    "activations",
    "along",
    "answers",
    "at_work",
    "confusion_matrix",
    "contours",
    "corrections",
    "crossover",
    "decision_line",
    "decision_surface",
    "depth_and_width",
    "descent",
    "edge_cells",
    "effort",
    "errors",
    "feature_maps",
    "fields",
    "forward_pass",
    "graph",
    "guide",
    "halfway",
    "heat_maps",
    "images",
    "kernels",
    "layers",
    "learning_curves",
    "losses",
    "lost_classes",
    "mistakes",
    "mistakes_per_pass",
    "moved",
    "network",
    "neuron",
    "picture",
    "pixels",
    "predictions",
    "responses",
    "road",
    "shares",
    "slope",
    "softmax_steps",
    "spread",
    "strokes",
    "surprise",
    "there_and_back",
    "unit_weights",
    "update_times",
    "what_is_left",
    "window",
    "word_effects",
    "word_shares",
]
