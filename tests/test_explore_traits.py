"""What every explorer's traits refuse alike, whichever explorer it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import traitlets

from dlcourse import explore

EXPLORERS = [
    explore.neuron,
    explore.activation,
    explore.relus,
    explore.layers,
    explore.descent,
    explore.graph,
    explore.playground,
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
