"""The general questions to a Keras model, one a stage, in the order a teacher would ask: from the input to the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dlcourse.checking.calling import LearnerError
from dlcourse.checking.model_names import loss_name
from dlcourse.checking.models import ModelFacts, NoNumbers, outputs_of, raised_in_own_code
from dlcourse.checking.show import show
from dlcourse.checking.verdict import NotYet
from dlcourse.model_words import about_input, about_output, about_weights, numbers

_OF_OUTPUT = {"sigmoid": "between 0 and 1", "softmax": "shares that add up to 1", "linear": "any number"}
_LOSS_JUDGES = {
    "binary_crossentropy": "one probability against one label, 0 or 1",
    "categorical_crossentropy": "the shares of several classes against one-hot rows",
    "sparse_categorical_crossentropy": "the shares of several classes against the number of the right one",
    "mean_squared_error": "how far numbers are from numbers, as prices from prices",
    "mean_absolute_error": "how far numbers are from numbers, as prices from prices",
}
_LABELS = {
    "binary_crossentropy": "a label is 0 or 1",
    "categorical_crossentropy": "a label is a one-hot row",
    "sparse_categorical_crossentropy": "a label is the number of a class",
}


@dataclass(frozen=True)
class Wanted:
    """What an exercise asks of a model; None or nothing for what it does not ask about."""

    inputs: tuple[int, ...] | None = None
    outputs: int | None = None
    activation: tuple[str, ...] = ()
    loss: tuple[str, ...] = ()
    optimizer: tuple[str, ...] = ()
    learning_rate: tuple[float, float] | None = None
    metrics: tuple[str, ...] = ()
    compiled: bool = False
    trained: bool = False
    examples: Any = None

    def codes(self) -> Iterator[str]:
        """The codes of the general questions that are asked."""
        asked = {
            "wrong_input": self.inputs,
            "wrong_output": self.outputs,
            "wrong_activation": self.activation,
            "not_compiled": self.compiled,
            "wrong_loss": self.loss,
            "wrong_optimizer": self.optimizer,
            "wrong_learning_rate": self.learning_rate,
            "no_metric": self.metrics,
            "untrained": self.trained,
        }
        return (code for code, question in asked.items() if question)


def _input(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    if wanted.inputs is None or facts.inputs is None:
        return None
    return _said("wrong_input", about_input(facts.inputs, wanted.inputs))


def _output(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    if wanted.outputs is None or facts.outputs is None:
        return None
    return _said("wrong_output", about_output(facts.outputs, wanted.outputs))


def _activation(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    if not wanted.activation:
        return None
    if facts.activation in wanted.activation:
        if facts.from_logits and facts.activation in ("sigmoid", "softmax"):
            text = f"Your output already has the activation `{facts.activation}`, and `from_logits=True` makes the loss apply it once more. One of the two is enough."
            return NotYet("activation_twice", text)
        return None
    if facts.activation == "linear" and facts.from_logits and {"sigmoid", "softmax"} & set(wanted.activation):
        return None
    own = (
        f"the activation `{facts.activation}`"
        if facts.activation not in (None, "linear")
        else "no activation"
    )
    gives = _OF_OUTPUT.get(wanted.activation[0])
    should = (
        f" What comes out should be {gives}: which activation does that?"
        if gives
        else " Another one is asked here."
    )
    return NotYet("wrong_activation", f"Your output layer has {own}.{should}")


def _compile(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    if facts.compiled or not wanted.compiled:
        return None
    text = "Your model is built but not compiled: it does not know yet by what to measure its mistakes. Call `model.compile(...)`."
    return NotYet("not_compiled", text)


def _loss(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    right = [loss_name(name) for name in wanted.loss]
    if not right or facts.loss in right:
        return None
    own = f"the loss `{facts.loss}`" if facts.loss else "no loss"
    text = f"Your model is compiled with {own}."
    if facts.loss in _LOSS_JUDGES:
        text += f" That one judges {_LOSS_JUDGES[facts.loss]}."
    label = _LABELS.get(right[0] or "")
    here = f"and {label}" if label else "and to labels like these"
    if label:
        text += f" Here the model gives {numbers(facts.units)} with the activation `{facts.activation}`, {here}. Which loss belongs to these?"
    else:
        text += (
            f" Which loss belongs to {numbers(facts.units)} with the activation `{facts.activation}`, {here}?"
        )
    return NotYet("wrong_loss", text)


def _optimizer(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    if wanted.optimizer and facts.optimizer not in [name.lower() for name in wanted.optimizer]:
        text = f"Your model is compiled with the optimizer `{facts.optimizer}`; this exercise asks for `{wanted.optimizer[0]}`."
        return NotYet("wrong_optimizer", text)
    if wanted.learning_rate is None or facts.learning_rate is None:
        return None
    low, high = wanted.learning_rate
    if low * (1 - 1e-4) <= facts.learning_rate <= high * (1 + 1e-4):
        return None
    asked = show(low) if low == high else f"from {show(low)} to {show(high)}"
    text = f"Your optimizer has the learning rate {show(facts.learning_rate, 3)}; asked is {asked}. An optimizer is given its own as `keras.optimizers.Adam(learning_rate=...)`, for example."
    return NotYet("wrong_learning_rate", text)


def _metrics(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    missing = [name for name in wanted.metrics if not any(name in own for own in facts.metrics)]
    if not missing:
        return None
    text = f'Your model will not report its {missing[0]}. Add it: `metrics=["{missing[0]}"]` in `compile`.'
    return NotYet("no_metric", text)


def _training(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    if not wanted.trained or facts.trained:
        return None
    text = "Your model has not been trained: its optimizer has made no step, and its biases are still 0, where they began. Call `fit` on it."
    return NotYet("untrained", text)


def _values(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    """Does it give finite numbers of the right count when it is called?"""
    away = about_weights(facts.model)
    if away:
        return _said("not_a_number", away)
    examples = _examples(facts, wanted)
    if examples is None:
        return None
    try:
        made = outputs_of(facts.model, examples)
    except LearnerError as error:
        if isinstance(error.cause, NoNumbers):
            return NotYet(
                "wrong_output",
                f"For examples of shape {np.shape(examples)[1:]} your model gives no numbers: {error.cause}.",
            )
        refused = _refused(facts, np.asarray(examples), sure=not raised_in_own_code(error))
        if refused is None:
            raise
        return refused
    if made.dtype.kind == "f" and not np.isfinite(made).all():
        text = "Your model gives `nan` (not a number) or infinity for ordinary inputs: its weights have run away. Build it anew."
        return NotYet("not_a_number", text)
    if wanted.outputs is not None and made.shape[1:] != (wanted.outputs,):
        text = f"For {len(made)} examples your model gives an array of shape {made.shape}; {(len(made), wanted.outputs)} is expected."
        return NotYet("wrong_output", text)
    return None


def _examples(facts: ModelFacts, wanted: Wanted) -> Any:
    """What to try the model on: the exercise's own, or numbers made up; None if no shape is known."""
    examples = wanted.examples() if callable(wanted.examples) else wanted.examples
    shape = wanted.inputs or facts.inputs
    if examples is None and shape is not None and all(size is not None for size in shape):
        examples = np.random.default_rng(0).normal(size=(4, *shape)).astype("float32")
    return examples


def about_shares(facts: ModelFacts, wanted: Wanted) -> NotYet | None:
    """Do the shares of each example add up to 1, and not those of each class? Asked after an exercise's own questions."""
    examples = _examples(facts, wanted)
    if facts.activation != "softmax" or "softmax" not in wanted.activation or examples is None:
        return None
    made = outputs_of(facts.model, examples)
    if made.ndim != 2 or len(made) < 2 or np.allclose(made.sum(axis=1, dtype=float), 1, atol=1e-2):
        return None
    totals = made.sum(axis=1, dtype=float)
    text = f"For one example your model's numbers add up to {totals[0]:.3g}, not to 1."
    if np.allclose(made.sum(axis=0, dtype=float), 1, atol=1e-2):
        text += f" Those of one class add up to 1 over the {len(made)} examples of the batch: softmax shares out along the wrong axis."
    return NotYet("wrong_axis", text)


def _refused(facts: ModelFacts, examples: np.ndarray, *, sure: bool) -> NotYet | None:
    """Say which shape a model takes that refuses these examples, if it is a near one.

    sure: was it Keras that refused them? Otherwise the learner's own line may be at fault, whatever the shape.
    """
    shape, count = examples.shape[1:], len(examples)
    near = {
        "without the axis of the channel": examples[..., 0] if shape and shape[-1] == 1 else None,
        "with one more axis, of the channel": examples[..., None],
        "as one plain row": examples.reshape(count, -1),
    }
    for how, others in near.items():
        if others is not None and others.shape != examples.shape and _takes(facts.model, others):
            text = f"Your model takes examples of shape {others.shape[1:]}, {how}; here one example has the shape {shape}."
            return NotYet("wrong_input", text)
    text = f"Your model can't take examples of shape {shape}: Keras refuses them."
    return NotYet("wrong_input", text) if sure else None


def _takes(model: Any, examples: np.ndarray) -> bool:
    try:
        outputs_of(model, examples)
    except LearnerError:
        return False
    return True


def _said(code: str, sentence: str | None) -> NotYet | None:
    """The sentence about "the model" as one to its author."""
    if sentence is None:
        return None
    text = sentence.replace("the model's", "your model's").replace("the model", "your model")
    return NotYet(code, text[0].upper() + text[1:])


def as_names(given: str | Sequence[str] | None) -> tuple[str, ...]:
    """One name or several, as a tuple."""
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


GENERAL: dict[str, Callable[[ModelFacts, Wanted], NotYet | None]] = {
    "input": _input,
    "output": _output,
    "activation": _activation,
    "compile": _compile,
    "loss": _loss,
    "optimizer": _optimizer,
    "metrics": _metrics,
    "training": _training,
    "values": _values,
}
