"""What can be read off a Keras model, by public attributes and by what it does; and how it is left as it was.

Keras is never loaded here: where the learner has not imported it, there is no model either.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.calling import LearnerError
from dlcourse.checking.explain import learner_line
from dlcourse.checking.layer_facts import LayerFacts, layer_facts, opened
from dlcourse.checking.model_names import is_kind, loss_name, metric_names_in
from dlcourse.model_words import shape_of

MOST_MODELS = 100  # looked for at the beginning of a list
RANGES = {"relu": (0, np.inf), "sigmoid": (0, 1), "softmax": (0, 1), "tanh": (-1, 1), "softplus": (0, np.inf)}
PROBE = 64  # examples by which the range of an output is judged


class NoNumbers(TypeError):
    """A model's `call` returned something other than an array of numbers; the text says what."""


@dataclass(frozen=True)
class ModelFacts:
    """What a model is like.

    inputs, outputs: the shape of one example on its way in and out; None if the model does not tell.
    layers: all of them, nested models opened, inputs left out. activation: that of the output ('linear' for none).
    loss, optimizer: by name however they were given ('mean_squared_error', 'adam'); None before `compile`.
    from_logits: does the loss apply the output's activation itself? metrics: their names. updates: how many steps
    of training its optimiser has made. trained: has it been trained, also in a loop of the learner's own or before it
    was compiled anew? parameters, trainable_parameters: how many numbers it holds, and how many training changes.
    """

    model: Any
    built: bool
    compiled: bool
    inputs: tuple[int | None, ...] | None = None
    outputs: tuple[int | None, ...] | None = None
    layers: tuple[LayerFacts, ...] = ()
    activation: str | None = None
    loss: str | None = None
    from_logits: bool = False
    optimizer: str | None = None
    learning_rate: float | None = None
    metrics: tuple[str, ...] = ()
    updates: int = 0
    trained: bool = False
    parameters: int = 0
    trainable_parameters: int = 0

    @property
    def units(self) -> int | None:
        """How many numbers come out for one example: the last entry of `outputs`."""
        return self.outputs[-1] if self.outputs else None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its layers, in order."""
        return tuple(layer.kind for layer in self.layers)

    def of(self, *kinds: str) -> tuple[LayerFacts, ...]:
        """The layers of these kinds, in order: `facts.of("Conv2D", "SeparableConv2D")`."""
        return tuple(layer for layer in self.layers if layer.kind in kinds)


def is_model(value: Any) -> bool:
    """Is it a Keras model (an object, not a class)?"""
    keras = sys.modules.get("keras")
    return bool(keras and hasattr(keras, "Model")) and issubclass(type(value), keras.Model)


def is_layer(value: Any) -> bool:
    """Is it a Keras layer? A model is one, too."""
    keras = sys.modules.get("keras")
    return bool(keras and hasattr(keras, "Layer")) and issubclass(type(value), keras.Layer)


def is_trained(value: Any) -> bool:
    """Is it a model that `fit` has trained, for at least one step?"""
    return is_model(value) and _updates(value) > 0


def model_facts(model: Any, inputs: Sequence[int] | None = None) -> ModelFacts:
    """Read everything off a model. It is called on numbers only if it is built and `inputs` (or its own) is known."""
    compiled = bool(getattr(model, "compiled", False))
    built = bool(model.built)
    own = shape_of(model, "input_shape")
    outputs = shape_of(model, "output_shape")
    layers = tuple(layer_facts(layer) for layer in opened(model))
    activation = _last_activation(layers)
    shape = own or (tuple(inputs) if inputs else None)
    if built and shape and not _is(model, "Sequential"):
        outputs, activation = _by_trying(model, shape, outputs, activation)
    optimizer = _unwrapped(getattr(model, "optimizer", None)) if compiled else None
    return ModelFacts(
        model=model,
        built=built,
        compiled=compiled,
        inputs=own,
        outputs=outputs,
        layers=layers,
        activation=activation,
        loss=loss_name(getattr(model, "loss", None)) if compiled else None,
        from_logits=_from_logits(getattr(model, "loss", None)) if compiled else False,
        optimizer=type(optimizer).__name__.lower() if optimizer is not None else None,
        learning_rate=_number(getattr(optimizer, "learning_rate", None)),
        metrics=_metric_names(model) if compiled else (),
        updates=_updates(model),
        trained=_updates(model) > 0 or _biases_moved(model),
        parameters=int(model.count_params()) if built else 0,
        trainable_parameters=sum(int(np.prod(one.shape)) for one in model.trainable_weights) if built else 0,
    )


def outputs_of(model: Any, examples: Any) -> np.ndarray:
    """Return what the model makes of a batch of examples, in one call, not training, as an array.

    Raises LearnerError for whatever the model's own code raises. An unbuilt model must not be called: that would
    build it. What it returns must be numbers, or the error holds a NoNumbers. A model with several outputs gives the first.
    """
    keras = sys.modules["keras"]
    try:
        made = model(keras.ops.convert_to_tensor(np.asarray(examples)), training=False)
    except Exception as error:
        raise LearnerError(error, f"examples of shape {np.shape(examples)[1:]}") from error
    while isinstance(made, list | tuple | dict) and made:
        made = next(iter(made.values())) if isinstance(made, dict) else made[0]
    what = f"examples of shape {np.shape(examples)[1:]}"
    if made is None:
        raise LearnerError(NoNumbers("`call` returns nothing (None)"), what)
    try:
        values = np.asarray(keras.ops.convert_to_numpy(made))
    except Exception as error:
        raise LearnerError(NoNumbers(f"`call` returns {_kind(made)}"), what) from error
    if values.dtype.kind not in "biuf" or not values.ndim:
        raise LearnerError(NoNumbers(f"`call` returns {_kind(made)}"), what)
    return values.astype("float32") if values.dtype.kind == "b" else values


def _kind(made: Any) -> str:
    return f"a `{type(made).__name__}`, not a row of numbers for each example"


@contextmanager
def kept(answer: Any) -> Iterator[None]:
    """Leave the weights, the optimiser and every other number of a model (or of those in a list) as they were."""
    parts = answer[:MOST_MODELS] if type(answer) in (list, tuple) else [answer]
    models = [one for one in parts if is_model(one)]
    variables = [variable for model in models for variable in _variables(model)]
    before = [np.array(variable.numpy()) for variable in variables]
    try:
        yield
    finally:
        for variable, value in zip(variables, before, strict=True):
            if not np.array_equal(variable.numpy(), value, equal_nan=value.dtype.kind == "f"):
                variable.assign(value)


def _updates(model: Any) -> int:
    """How many steps its optimiser has made; none before `compile`."""
    return int(_number(getattr(_unwrapped(getattr(model, "optimizer", None)), "iterations", None)) or 0)


def _biases_moved(model: Any) -> bool:
    """Has a bias that starts at zero another value? Then somebody has trained it, or set it, without `fit`."""
    with suppress(Exception):
        zeros = (layer for layer in opened(model) if _starts_at_zero(layer))
        return any(np.asarray(layer.bias).any() for layer in zeros if layer.bias is not None)
    return False


def _starts_at_zero(layer: Any) -> bool:
    return is_kind(getattr(layer, "bias_initializer", None), "Zeros", "initializers") and hasattr(
        layer, "bias"
    )


def _from_logits(loss: Any) -> bool:
    with suppress(Exception):
        return bool(loss.get_config().get("from_logits", False))
    return False


def _last_activation(layers: Sequence[LayerFacts]) -> str | None:
    """The output's activation, also where it is a layer of its own; layers without any (dropout) are passed over."""
    return next((layer.activation for layer in reversed(layers) if layer.activation is not None), None)


def _by_trying(
    model: Any, shape: tuple, outputs: tuple | None, activation: str | None
) -> tuple[tuple | None, str | None]:
    """Output shape and activation of a model that does not show its order of layers: by what it makes of numbers."""
    if any(size is None for size in shape):
        return outputs, activation
    examples = np.random.default_rng(0).normal(scale=20.0, size=(PROBE, *shape)).astype("float32")
    try:
        with kept(model):
            made = outputs_of(model, examples)
    except LearnerError:
        return outputs, activation
    betrayed = _activation_of(made)
    if betrayed is None and made.size and activation in RANGES and not _within(made, *RANGES[activation]):
        betrayed = "linear"  # the last layer that its author named is not the one at the end
    return (outputs or made.shape[1:]), betrayed or activation


def _within(made: np.ndarray, lowest: float, highest: float) -> bool:
    return not np.isfinite(made).all() or bool(made.min() >= lowest - 1e-5 and made.max() <= highest + 1e-5)


def _activation_of(made: np.ndarray) -> str | None:
    """The activation that a set of outputs betrays; None if it could be several."""
    if made.ndim != 2 or not np.isfinite(made).all() or np.ptp(made) < 1e-9:
        return None
    if (made >= 0).all() and made.shape[1] > 1 and np.allclose(made.sum(axis=1), 1.0, atol=1e-3):
        return "softmax"
    if (made >= 0).all() and np.allclose(made.sum(axis=0), 1.0, atol=1e-3):
        return "softmax"  # along the wrong axis: over the examples
    if (made >= 0).all() and (made <= 1).all():
        return "sigmoid"
    if (np.abs(made) <= 1).all():
        return "tanh"
    return None


def _metric_names(model: Any) -> tuple[str, ...]:
    try:
        asked = model.get_compile_config().get("metrics")
    except Exception:
        return ()
    return tuple("accuracy" if name == "acc" else name for name in metric_names_in(asked))


def _variables(model: Any) -> list[Any]:
    """Every number a model holds; none for a class whose author forgot `super().__init__()`."""
    try:
        return [*model.variables, *getattr(getattr(model, "optimizer", None), "variables", ())]
    except Exception:
        return []


def _unwrapped(optimizer: Any) -> Any:
    return getattr(optimizer, "inner_optimizer", optimizer)


def _number(value: Any) -> float | None:
    with suppress(Exception):
        return float(np.asarray(value))
    return None


def _is(value: Any, name: str) -> bool:
    return is_kind(value, name, "")


def raised_in_own_code(error: LearnerError) -> bool:
    """Did it happen on a line the learner wrote (a `call` method), rather than inside Keras?"""
    return learner_line(error.cause.__traceback__) is not None
