"""What every explorer's traits refuse alike, whichever explorer it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import traitlets

from dlcourse import explore


def kernel() -> explore.KernelExplorer:
    return explore.kernel([[0.5] * 9] * 9)


def comparison() -> explore.ComparisonExplorer:
    return explore.comparison([{"data": "a", "n": 1, "model": "m", "kind": "ML", "accuracy": 0.5}])


def fixes() -> explore.FixesExplorer:
    curves = dict.fromkeys(("loss", "accuracy", "val_loss", "val_accuracy"), (0.5,))
    return explore.fixes(
        [{"fix": name, "strength": 1, "seed": 0, "history": curves} for name in ("none", "dropout")]
    )


EXPLORERS = [
    explore.neuron,
    explore.activation,
    explore.relus,
    explore.layers,
    explore.descent,
    explore.graph,
    explore.playground,
    kernel,
    fixes,
    comparison,
]
NONE_MEANS_NOTHING = {"compare"}  # there None is an answer


@pytest.mark.parametrize("make", EXPLORERS, ids=lambda make: make.__name__)
def test_none_is_refused_in_a_sentence_and_changes_nothing(make: Callable) -> None:
    widget = make()
    before = widget.shown_state()
    assert before
    for name in set(before) - NONE_MEANS_NOTHING:
        with pytest.raises((ValueError, traitlets.TraitError)) as refused:
            setattr(widget, name, None)
        assert name in str(refused.value)
        assert "None" in str(refused.value)
    assert widget.shown_state() == before
