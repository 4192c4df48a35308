"""The course's colours: the same thing has the same colour in every figure and every explorer.

All come from the palette of Okabe and Ito (https://jfly.uni-koeln.de/color/), which people with any common
form of colour blindness can tell apart. Colour never stands alone: a marker, a label or a line style goes
with it. `explore/shared.js` repeats these values; a test holds the two together.
"""

from __future__ import annotations

ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
YELLOW = "#F0E442"
BLUE = "#0072B2"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"
GREY = "#7F7F7F"

CLASSES = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILLION, YELLOW, GREY)
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")

ROLES = {
    "inputs": SKY,
    "weights": ORANGE,
    "bias": ORANGE,
    "activations": GREEN,
    "gradients": PURPLE,
    "training": BLUE,
    "validation": VERMILLION,
    "test": GREY,
}

MAGNITUDE = "viridis"
SIGNED = "RdBu"
