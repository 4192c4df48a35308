"""Exercise 4.1, four shapes on paper: how they are judged, and the declaration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, NotYet, show

Shape = tuple[int, ...]
EXAMPLES, PIXELS, NEURONS = 60, 784, 32
MANY = 8  # more numbers than this are no shapes, but what has them
_AS_TEXT = re.compile(r"[(\[]?\s*\d+\s*([,x×·*]\s*\d+\s*)*,?\s*[)\]]?")
PARTS = ("x", "weights", "bias", "output")
WANTED = ((EXAMPLES, PIXELS), (PIXELS, NEURONS), (NEURONS,), (EXAMPLES, NEURONS))
_ROWS = "Examples are rows here: the first number of a batch's shape says how many there are."
# part, shape given: the code and what to say
KNOWN: dict[tuple[str, Shape], tuple[str, str]] = {
    ("x", (784, 60)): (
        "features_first",
        f"For x you give (784, 60): a row for each *pixel* and a column for each digit. {_ROWS}",
    ),
    ("x", (60, 28, 28)): (
        "not_flattened",
        "For x you give (60, 28, 28). These are 60 pictures of 28 rows; here each of them is one row of 784 numbers.",
    ),
    ("x", (784,)): (
        "one_example",
        "For x you give (784,): that is a single digit. The batch holds 60 of them, one below the other.",
    ),
    ("x", (1, 784)): (
        "one_example",
        "For x you give (1, 784): a batch of a single digit. There are 60 of them, one below the other.",
    ),
    ("x", (28, 28)): (
        "one_example",
        "For x you give (28, 28): that is a single digit, as a square. The batch holds 60, each of them one row of 784 numbers.",
    ),
    ("x", (32, 784)): (
        "neurons_for_examples",
        "For x you give (32, 784): a row for each *neuron*. x is what comes in, before any neuron: how many digits are there?",
    ),
    ("x", (60,)): (
        "numbers_left_out",
        "For x you give (60,): one number for each digit. But a digit is 784 numbers.",
    ),
    ("weights", (32, 784)): (
        "weights_transposed",
        "For the weights you give (32, 784): a row for each *neuron*. Then `x @ weights` asks 784 and 32 to agree. Each "
        "neuron is a *column*.",
    ),
    ("weights", (60, 32)): (
        "weights_per_example",
        "For the weights you give (60, 32): a row for each *digit*. All digits meet the same weights; how many does one "
        "neuron need?",
    ),
    ("weights", (60, 784)): (
        "weights_per_example",
        "For the weights you give (60, 784), the shape of the batch. All digits meet the same weights; how many does one "
        "neuron need, and how many neurons are there?",
    ),
    ("weights", (784,)): (
        "one_neuron",
        "For the weights you give (784,): enough for one neuron. There are 32, a column for each.",
    ),
    ("weights", (784, 1)): (
        "one_neuron",
        "For the weights you give (784, 1): one column, so one neuron. There are 32, a column for each.",
    ),
    ("weights", (32, 1)): (
        "one_weight_each",
        "For the weights you give (32, 1): one weight for each neuron. But each neuron weighs every one of its 784 inputs.",
    ),
    ("weights", (785, 32)): (
        "bias_among_the_weights",
        "For the weights you give (785, 32): the biases are in it as one row more. Here they are kept apart, as the third shape.",
    ),
    ("weights", (32,)): (
        "one_weight_each",
        "For the weights you give (32,): one weight for each neuron. But each neuron weighs every one of its 784 inputs.",
    ),
    ("bias", (60,)): (
        "bias_per_example",
        "For the bias you give (60,): one for each *digit*. A bias belongs to a neuron, whatever goes in.",
    ),
    ("bias", (60, 32)): (
        "bias_per_example",
        "For the bias you give (60, 32), the shape of the output. Broadcasting adds the same row of biases to each of the "
        "60 rows, so it is stored once.",
    ),
    ("bias", (1, 60)): (
        "bias_per_example",
        "For the bias you give (1, 60): one for each *digit*. A bias belongs to a neuron, whatever goes in.",
    ),
    ("bias", (60, 1)): (
        "bias_per_example",
        "For the bias you give (60, 1): one for each *digit*. A bias belongs to a neuron, whatever goes in.",
    ),
    ("bias", (784,)): (
        "bias_per_input",
        "For the bias you give (784,): one for each *input*. An input has weights; a bias belongs to a neuron.",
    ),
    ("bias", (784, 1)): (
        "bias_per_input",
        "For the bias you give (784, 1): one for each *input*. An input has weights; a bias belongs to a neuron.",
    ),
    ("bias", (32, 60)): (
        "bias_per_example",
        "For the bias you give (32, 60): one for each neuron *and* each digit. All digits meet the same biases: a neuron has one, "
        "whatever goes in.",
    ),
    ("bias", (32, 784)): (
        "bias_per_weight",
        "For the bias you give (32, 784): one for each weight. A neuron adds one number, after all the products.",
    ),
    ("bias", (784, 32)): (
        "bias_per_weight",
        "For the bias you give (784, 32): one for each weight. A neuron adds one number, after all the products.",
    ),
    ("bias", (1,)): ("one_bias", "For the bias you give (1,): one for all neurons. Each has its own."),
    ("bias", ()): ("one_bias", "For the bias you give (): one number for all neurons. Each has its own."),
    ("bias", (32, 1)): (
        "bias_column",
        "For the bias you give (32, 1): a column. The output has a column for each neuron, so the biases must lie in a "
        "row; against (60, 32) a column of 32 does not fit.",
    ),
    ("output", (32, 60)): (
        "output_transposed",
        f"For the output you give (32, 60): a row for each *neuron*. {_ROWS} That stays so.",
    ),
    ("output", (60,)): (
        "output_of_one_neuron",
        "For the output you give (60,): one number for each digit. But each digit gets a number from *each* neuron.",
    ),
    ("output", (32,)): (
        "output_of_one_example",
        "For the output you give (32,): one digit's numbers. There are 60 digits.",
    ),
    ("output", (1, 32)): (
        "output_of_one_example",
        "For the output you give (1, 32): one digit's numbers. There are 60 digits.",
    ),
    ("output", (784, 32)): (
        "output_like_weights",
        "For the output you give (784, 32), the shape of the weights. Each of the 60 digits gets a row; the 784 is used up by "
        "adding.",
    ),
    ("output", (60, 784)): (
        "output_like_input",
        "For the output you give (60, 784), the shape of the input. The 784 is used up by adding: what is left for a "
        "digit is one number from each neuron.",
    ),
    ("output", (60, 10)): (
        "ten_outputs",
        "For the output you give (60, 10). Ten would be right at the end of a network for digits; this layer has 32 "
        "neurons.",
    ),
}


def four_shapes(answer: Any) -> Correct | NotYet:
    """Judge four shapes, given as tuples, lists, arrays or (for a row) plain numbers, in the order of PARTS."""
    shapes = _read(answer)
    if isinstance(shapes, NotYet):
        return shapes
    for part, shape, wanted in zip(PARTS, shapes, WANTED, strict=True):
        if shape == wanted or (part == "bias" and shape == (1, NEURONS)):
            continue
        known = KNOWN.get((part, shape))
        if known:
            return NotYet(*known)
        count = len(wanted)
        name = part if part == "x" else f"the {part}"
        if len(shape) == 1 and shape[0] == np.prod(wanted) and count > 1:
            return NotYet(
                "count_for_shape",
                f"For {name} you give {shape[0]}: that many numbers it holds. A shape says in how many rows and columns.",
            )
        return _unknown(name, shape, wanted, shapes)
    return Correct(
        "(60, 784) @ (784, 32): the 784 in the middle must agree and is added up; the outer numbers are what is left."
    )


four_shapes.codes = (  # type: ignore[attr-defined]
    "not_four_shapes",
    "not_each_a_shape",
    "size_left_open",
    "wrong_shape_given",
    "two_exchanged",
    "strange_number",
    "too_many_axes",
    "arrays_for_shapes",
    "count_for_shape",
    *dict.fromkeys(code for code, _ in KNOWN.values()),
)


def _unknown(name: str, shape: Shape, wanted: Shape, shapes: tuple[Shape, ...]) -> NotYet:
    """What to say about a shape that nobody has thought of: other parts' shapes, numbers from elsewhere, too many of them."""
    given = f"For {name} you give {show(shape)}"
    if shape in WANTED and wanted in shapes:
        other = PARTS[WANTED.index(shape)]
        return NotYet(
            "two_exchanged",
            f"{given}, and {show(wanted)} for {PARTS[shapes.index(wanted)]}. The four belong in this order: x, weights, bias, output. "
            f"Is {show(shape)} not that of {other}?",
        )
    strange = [size for size in shape if size not in (1, EXAMPLES, PIXELS, NEURONS)]
    if strange:
        return NotYet(
            "strange_number",
            f"{given}. What does {strange[0]} count? In the task there are 60 digits, 784 pixels and 32 neurons.",
        )
    if len(shape) > 2:
        return NotYet(
            "too_many_axes",
            f"{given}: {len(shape)} numbers. Each of these is a table or a row, so it has two, or one. Which number has been used up "
            "on the way, or belongs to another of the four?",
        )
    count = "one number" if len(wanted) == 1 else f"{len(wanted)} numbers"
    return NotYet(
        "wrong_shape_given",
        f"{given}. Its shape is made of {count} out of these: 60 digits, 784 pixels, 32 neurons.",
    )


def _read(answer: Any) -> tuple[Shape, ...] | NotYet:
    if type(answer) is dict:
        answer = list(answer.values())
    if isinstance(answer, Iterator):
        answer = list(itertools.islice(answer, 100))
    if isinstance(answer, tuple) or type(answer).__name__ == "Series":
        answer = list(answer)  # a named tuple, too
    if isinstance(answer, np.ndarray) and answer.size <= MANY:
        answer = answer.tolist()
    if type(answer) in (list, tuple) and len(answer) == 1 and type(answer[0]) in (list, tuple):
        answer = answer[0]  # a comma at the end of the line
    asked = "Four shapes are asked, in a list: those of x, weights, bias and output."
    if type(answer) not in (list, tuple) or len(answer) != len(PARTS):
        many = len(answer) if type(answer) in (list, tuple) else 0
        flat = many and all(isinstance(one, int) for one in answer)
        how = "Each has brackets of its own" if flat else "A shape is written"
        counted = f", {many} {'numbers' if flat else 'things'}" if many else ""
        return NotYet(
            "not_four_shapes",
            f"You give {show(answer)}{counted}. {asked} {how}, like (3, 2), or (2,) for a row.",
        )
    if any(isinstance(one, np.ndarray) and one.size > MANY for one in answer):
        return NotYet(
            "arrays_for_shapes",
            "You give whole arrays. Their shapes are asked: `.shape` behind an array gives it.",
        )
    shapes = [_shape(one) for one in answer]
    for part, given, shape in zip(PARTS, answer, shapes, strict=True):
        if shape is not None:
            continue
        if type(given) in (list, tuple) and None in given:
            return NotYet(
                "size_left_open",
                f"For {part} you give {show(given)}. `None` leaves open how many there are, as Keras does; here it is known: how many "
                "digits enter the layer?",
            )
        return NotYet(
            "not_each_a_shape",
            f"For {part} you give {show(given)}, which is no shape. {asked} A shape is written like (3, 2), or (2,) for a row.",
        )
    return tuple(shapes)  # type: ignore[arg-type]


def _shape(one: Any) -> Shape | None:
    """(32,) in any form: a tuple, list, array or TensorShape, a number, a text like "60 x 784"; None for anything else."""
    if isinstance(one, np.ndarray) and one.ndim <= 1 and one.size <= MANY:
        one = one.tolist()
    if isinstance(one, str):
        one = [int(size) for size in re.findall(r"\d+", one)] if _AS_TEXT.fullmatch(one) else None
    if type(one).__name__ == "TensorShape":
        one = tuple(one)
    if isinstance(one, int | float | np.number):
        one = (one,)
    if type(one) not in (list, tuple) or not all(_whole(size) for size in one):
        return None
    return tuple(int(size) for size in one)


def _whole(size: Any) -> bool:
    if isinstance(size, bool) or not isinstance(size, int | float | np.integer | np.floating):
        return False
    return bool(np.isfinite(size)) and size == int(size)


def _with(part: str, shape: str) -> str:
    """The source of an answer that is right but for one part."""
    given = dict(zip(PARTS, ("(60, 784)", "(784, 32)", "(32,)", "(60, 32)"), strict=True)) | {part: shape}
    return f"shapes = [{', '.join(given.values())}]"


_wrong: dict[str, list[str]] = {}
for (_part, _given), (_code, _) in KNOWN.items():
    _wrong.setdefault(_code, []).append(_with(_part, str(_given)))

SHAPES = Exercise(
    id="4.1",
    title="Four shapes on paper",
    kind="value",
    starter="shapes = [..., ..., ..., ...]  # x, weights, bias, output",
    setup="import numpy as np",
    right=(
        "shapes = [(60, 784), (784, 32), (32,), (60, 32)]",
        """
        x, weights, bias = np.ones((60, 784)), np.ones((784, 32)), np.ones(32)
        shapes = [x.shape, weights.shape, bias.shape, (x @ weights + bias).shape]
        """,
        "shapes = [[60, 784], [784, 32], 32, [60, 32]]",
        "shapes = ((60, 784), (784, 32), (1, 32), (60, 32))",
        "shapes = ['(60, 784)', '784 x 32', '32', '60×32']",
        "shapes = np.array([(60, 784), (784, 32), (1, 32), (60, 32)])",
        "shapes = [(60.0, 784.0), (784, 32), (32,), (60, 32)],",
        """
        from collections import namedtuple
        Shapes = namedtuple("Shapes", "x weights bias output")
        shapes = Shapes((60, 784), (784, 32), (32,), (60, 32))
        """,
        "import pandas as pd\nshapes = pd.Series([(60, 784), (784, 32), (32,), (60, 32)])",
    ),
    wrong={
        **_wrong,
        "not_four_shapes": [
            "shapes = (60, 32)",
            "shapes = [60, 784, 784, 32, 32, 60, 32]",
            "shapes = '(60, 784) (784, 32) (32,) (60, 32)'",
            "shapes = [(60, 784), (784, 32), (60, 32)]",
        ],
        "not_each_a_shape": [
            "shapes = [60.0, 784, 32, 32.5]",
            "shapes = ['sixty rows', (784, 32), (32,), (60, 32)]",
        ],
        "size_left_open": [_with("x", "(None, 784)"), _with("output", "(None, 32)")],
        "two_exchanged": [
            "shapes = [(784, 32), (60, 784), (32,), (60, 32)]",
            "shapes = [(60, 32), (784, 32), (32,), (60, 784)]",
        ],
        "strange_number": [
            _with("output", "(60, 33)"),
            _with("x", "(60, 748)"),
            "shapes = [(4, 3), (3, 2), (2,), (4, 2)]",
        ],
        "too_many_axes": [
            _with("output", "(60, 784, 32)"),
            _with("x", "(60, 784, 32)"),
            _with("weights", "(784, 32, 60)"),
        ],
        "arrays_for_shapes": [
            "shapes = [np.ones((60, 784)), np.ones((784, 32)), np.ones(32), np.ones((60, 32))]"
        ],
        "count_for_shape": [_with("x", "60 * 784"), _with("weights", "784 * 32"), _with("output", "1920")],
        "wrong_shape_given": [_with("output", "(60, 60)"), _with("bias", "(32, 32)")],
    },
    check=four_shapes,
    equivalent={
        **dict.fromkeys(
            (
                "np.ones((60, 784)) -> np.zeros((60, 784))",
                "np.ones((784, 32)) -> np.zeros((784, 32))",
                "np.ones(32) -> np.zeros(32)",
                "(x @ weights + bias).shape -> (x @ weights - bias).shape",
                "(x @ weights + bias).shape -> (x @ weights).shape",
            ),
            "other numbers, the same shapes",
        ),
        "((60, 784), (784, 32), (1, 32), (60, 32)) -> ((60, 784), (784, 32), (32,), (60, 32))": "a plain row of biases, too",
    },
    hints=(
        "The batch first: 60 digits, each of them a row.",
        "Each neuron needs one weight for each of the 784 pixels, and it is one column. So how many rows and columns "
        "have the weights? And each neuron has one bias.",
        "shapes = [(60, ___), (784, ___), (___,), (___, 32)]",
    ),
)
