"""Explorers: something to move, whose picture answers in the same frame. `explore.neuron()` opens the neuron's.

Each explorer is one ES module (neuron.js, digit.js, standing on shared.js) and one small class that holds its
parameters, so that a cell can set them and read back what was found by hand.
"""

from dlcourse.explore.activation import ActivationExplorer, activation
from dlcourse.explore.comparison import ComparisonExplorer, comparison
from dlcourse.explore.descent import DescentExplorer, descent
from dlcourse.explore.digit import DigitExplorer, digit
from dlcourse.explore.draw import DrawExplorer, draw
from dlcourse.explore.fixes import FixesExplorer, fixes
from dlcourse.explore.graph import GraphExplorer, graph
from dlcourse.explore.kernel import KernelExplorer, kernel
from dlcourse.explore.layers import LayersExplorer, layers
from dlcourse.explore.neuron import NeuronExplorer, neuron
from dlcourse.explore.playground import PlaygroundExplorer, playground
from dlcourse.explore.relus import RelusExplorer, relus
from dlcourse.explore.threshold import ThresholdExplorer, threshold

__all__ = [
    "ActivationExplorer",
    "ComparisonExplorer",
    "DescentExplorer",
    "DigitExplorer",
    "DrawExplorer",
    "FixesExplorer",
    "GraphExplorer",
    "KernelExplorer",
    "LayersExplorer",
    "NeuronExplorer",
    "PlaygroundExplorer",
    "RelusExplorer",
    "ThresholdExplorer",
    "activation",
    "comparison",
    "descent",
    "digit",
    "draw",
    "fixes",
    "graph",
    "kernel",
    "layers",
    "neuron",
    "playground",
    "relus",
    "threshold",
]
