"""Exercise 7.2: what is asked of a model's layers, beyond the facts that every model exercise has."""

from __future__ import annotations

from contextlib import suppress
from difflib import SequenceMatcher

from dlcourse.checking import ModelFacts

_LOSS = "sparse_categorical_crossentropy"


def hidden(facts: ModelFacts) -> list[str | None]:
    """The activations between the inputs and the output layer."""
    places = [place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"]
    return [layer.activation for layer in facts.layers[: places[-1]]] if places else []


def softmaxes(facts: ModelFacts) -> int:
    """How many times softmax is applied, from the output layer on."""
    places = [place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"]
    return [layer.activation for layer in facts.layers[places[-1] :]].count("softmax") if places else 0


def third_in_compile(facts: ModelFacts) -> bool:
    """Was something that is no number given as `loss_weights`, the third place of `compile`?"""
    given = None
    with suppress(Exception):  # what Keras can't write down
        given = facts.model.get_compile_config().get("loss_weights")
    return given is not None and "acc" in str(given)


def is_open(facts: ModelFacts) -> bool:
    """Does the model show its layers in order? A model of one's own class need not."""
    return "Dense" in facts.kinds and facts.inputs is not None


def bend_before_softmax(facts: ModelFacts) -> bool:
    """Has the output layer an activation of its own, and softmax behind it as a layer?"""
    places = [place for place, layer in enumerate(facts.layers) if layer.kind == "Dense"]
    if not places or facts.layers[places[-1]].activation in (None, "linear", "softmax"):
        return False
    return "softmax" in [layer.activation for layer in facts.layers[places[-1] + 1 :]]


def misspelt(facts: ModelFacts) -> bool:
    """Is the loss' name nearly, and not quite, the right one?"""
    return (
        facts.loss not in (None, _LOSS)
        and SequenceMatcher(None, facts.loss, _LOSS, autojunk=False).ratio() > 0.93
    )
