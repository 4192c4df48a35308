"""Networks from scratch, in NumPy alone, each file short enough to read in one sitting. Read them: they are the course.

`neuron` is one neuron and the rule that teaches it.
"""

from __future__ import annotations

from dlcourse.scratch.neuron import Learned, Neuron

__all__ = ["Learned", "Neuron"]
