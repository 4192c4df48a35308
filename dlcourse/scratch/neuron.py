"""One neuron in NumPy: its output, its decision, and the perceptron rule that teaches it. No layers, no Keras.

The perceptron is Frank Rosenblatt's: "The perceptron", Psychological Review 65 (1958), pages 386 to 408. The rule that
corrects after mistakes only is in his "Principles of Neurodynamics" (1962).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Learned(NamedTuple):
    """What happened while a neuron learned.

    mistakes: how many examples the neuron gets wrong, at the start and after each pass.
    corrections: in each pass, how often the rule changed the neuron. A pass without one ends the learning.
    path: `(w, b)` at the start and after every correction.
    """

    mistakes: list[int]
    corrections: list[int]
    path: list[tuple[np.ndarray, float]]

    @property
    def settled(self) -> bool:
        """Did a whole pass go by without a correction?"""
        return self.corrections[-1] == 0


class Neuron:
    """One neuron: a weight for each input in `w`, of shape (inputs,), and one number `b`, the bias.

    Every method takes one example, x of shape (inputs,), or many, x of shape (examples, inputs).
    """

    def __init__(self, w, b: float = 0.0) -> None:
        self.w = np.array(w, dtype=float)
        self.b = float(b)

    def output(self, x: np.ndarray) -> np.ndarray:
        """The weighted sum plus the bias: one number for each example."""
        return x @ self.w + self.b

    def decide(self, x: np.ndarray) -> np.ndarray:
        """1 where the output is above 0, else 0."""
        return (self.output(x) > 0).astype(int)

    def count_mistakes(self, x: np.ndarray, targets: np.ndarray) -> int:
        """How many of the examples are decided differently from their target (0 or 1)."""
        return int((self.decide(x) != targets).sum())

    def correct(self, x: np.ndarray, target: int) -> bool:
        """Learn from one example, x of shape (inputs,), by the perceptron rule. Return whether anything changed."""
        error = target - self.decide(x)  # 0 if right, 1 if it should have said 1, -1 if it should have said 0
        self.w = self.w + error * x
        self.b = self.b + float(error)
        return bool(error != 0)

    def learn(self, x: np.ndarray, targets: np.ndarray, *, passes: int, seed: int) -> Learned:
        """Go through all examples up to `passes` times, in a new order each time, correcting after each example.

        Stops after the first pass without a correction. The order comes from `seed`. Raises ValueError
        for less than one pass.
        """
        if passes < 1:
            raise ValueError(f"a neuron learns in 1 pass or more, not in {passes}")
        order = np.random.default_rng(seed)
        mistakes, corrections, path = [self.count_mistakes(x, targets)], [], [(self.w, self.b)]
        for _ in range(passes):
            corrections.append(0)
            for i in order.permutation(len(x)):
                if self.correct(x[i], targets[i]):
                    corrections[-1] += 1
                    path.append((self.w, self.b))
            mistakes.append(self.count_mistakes(x, targets))
            if corrections[-1] == 0:
                break
        return Learned(mistakes, corrections, path)
