"""The threshold's explorer: probabilities of two classes, a line to drag, and the mistakes each place of it makes.

Drawn by threshold.js; the counting (histogram.js) happens in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Explorer, Setting
from dlcourse.explore.digit import packed, unpacked
from dlcourse.explore.labelled import two_classes
from dlcourse.explore.values import one_number, shortly

MOST = 20_000  # examples; the picture follows the hand with as many


class ThresholdExplorer(Explorer):
    """Two classes over the probability of the second one, and a threshold: what is above it is called the second.

    `threshold` (0 to 1) follows the hand and can be set, `log` (equal factors instead of equal steps on the axis of
    counts) too; `names` are the two classes.
    """

    file = "threshold.js"

    threshold = Setting(0.5).tag(sync=True, shown=True)
    log = t.Bool(True).tag(sync=True, shown=True)
    names = t.List(t.Unicode()).tag(sync=True, shown=True)
    zeros = t.Unicode().tag(sync=True, shown=True)  # the probabilities of class 0, sorted and packed
    ones = t.Unicode().tag(sync=True, shown=True)

    @t.validate("threshold")
    def _a_share(self, proposal: Any) -> float:
        return one_number(proposal["value"], "threshold", 0, 1)

    @t.validate("names")
    def _two_names(self, proposal: Any) -> list[str]:
        if len(set(proposal["value"])) != 2 or len(proposal["value"]) != 2:
            raise t.TraitError(f"names must be two different names, got {shortly(proposal['value'])}")
        return proposal["value"]

    @property
    def counts(self) -> np.ndarray:
        """The four counts, shape (2, 2): rows are the true classes, columns what they are called at this threshold."""
        alarms, caught = (
            int((unpacked(part, "<f8") > self.threshold).sum()) for part in (self.zeros, self.ones)
        )
        sizes = (len(unpacked(self.zeros, "<f8")), len(unpacked(self.ones, "<f8")))
        return np.array([[sizes[0] - alarms, alarms], [sizes[1] - caught, caught]])

    @property
    def accuracy(self) -> float:
        """The share of all examples that are called what they are."""
        return float(np.trace(self.counts) / self.counts.sum())

    @property
    def false_alarms(self) -> float:
        """The share of class 0 that is called class 1 (0 where there is none)."""
        return float(self.counts[0, 1] / max(1, self.counts[0].sum()))

    @property
    def misses(self) -> float:
        """The share of class 1 that is called class 0 (0 where there is none)."""
        return float(self.counts[1, 0] / max(1, self.counts[1].sum()))

    def alt_text(self) -> str:
        """Say what there is to see; the counts depend on a training, so they are not in it."""
        no, yes = self.names
        return (
            f"Bars over the probability of {yes}, from 0 to 1: {yes} above the line, {no} below it, and a threshold at "
            f"{self.threshold:.2f} to drag; mistakes are hatched, and a table counts them."
        )

    def __repr__(self) -> str:
        (right, alarms), (missed, caught) = self.counts
        return (
            f"ThresholdExplorer(threshold={self.threshold:g}: {right + caught} right, {alarms} false alarms, "
            f"{missed} missed)"
        )


def threshold(
    labels: Any, probabilities: Any, names: Sequence[str] = ("wanted mail", "spam"), *, threshold: float = 0.5
) -> ThresholdExplorer:
    """Open two classes over the probability that a model gave the second one, with a threshold to drag.

    labels: n of 0 and 1 (class 1 is what is looked for), or of the two `names`. probabilities: of class 1, n numbers
    from 0 to 1, as (n,), a column (n, 1) as a sigmoid gives it, or (n, 2) as a softmax does; at most 20,000. names: of
    class 0 and class 1. threshold: where the line stands first; what is above it is called class 1.

    Raises ValueError that says what was got instead. `.threshold`, `.counts` (rows are the true classes), `.accuracy`,
    `.false_alarms` and `.misses` of the object returned say what was found by hand.
    """
    chosen = [str(name) for name in names] if not isinstance(names, str) else [names]
    if len(chosen) != 2 or len(set(chosen)) != 2:
        raise ValueError(f"names must be two different names, of class 0 and class 1, got {shortly(names)}")
    given = _probabilities(probabilities)
    marks = np.array(two_classes(labels, chosen)[0])
    if len(marks) != len(given):
        raise ValueError(
            f"every probability needs one label: got {len(given)} probabilities and {len(marks)} labels"
        )
    parts = (np.sort(given[marks == kind]) for kind in (0, 1))
    zeros, ones = (packed(part, "<f8") for part in parts)
    return ThresholdExplorer(zeros=zeros, ones=ones, names=chosen, threshold=threshold)


def _probabilities(values: Any) -> np.ndarray:
    """Return the probabilities of class 1 as floats of shape (n,); ValueError that says what was got otherwise."""
    try:
        given = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(
            f"probabilities must be numbers from 0 to 1, one for each label, got {shortly(values)}"
        ) from None
    if given.ndim == 2 and given.shape[1] in (1, 2):
        given = given[:, -1]
    if given.ndim != 1 or not 1 <= len(given) <= MOST:
        raise ValueError(
            f"probabilities must have shape (n,), (n, 1) or (n, 2) with n from 1 to {MOST:,}, got {np.shape(values)}"
        )
    if not np.isfinite(given).all():
        raise ValueError(
            f"probabilities must be finite numbers; {np.count_nonzero(~np.isfinite(given))} are not"
        )
    if given.min() < 0 or given.max() > 1:
        raise ValueError(
            f"probabilities go from 0 to 1; these go from {given.min():.3g} to {given.max():.3g}: are they logits?"
        )
    return given
