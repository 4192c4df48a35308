"""Exercise 9.4: what L2 adds to the loss. Declaration only."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check


def l2_penalty(arrays: list[np.ndarray], factor: float) -> float:
    """What the exercise asks for: arrays in the order of get_weights()."""
    return float(factor * sum(np.sum(np.asarray(weights, dtype=float) ** 2) for weights in arrays[::2]))


def _cases(rng: np.random.Generator) -> list[tuple]:
    """One layer for paper, then two and three."""
    one = [np.array([[1.0, -2.0], [3.0, 0.0]]), np.array([5.0, -4.0])]
    two = [*one, np.array([[2.0], [-1.0]]), np.array([3.0])]
    cases = [(one, 0.1), (two, 0.1), (two, 0.01)]
    for sizes in ((2, 3, 1), (4, 2, 5, 3), (3, 3)):
        arrays = []
        for before, after in itertools.pairwise(sizes):
            arrays += [rng.normal(size=(before, after)).round(2), rng.normal(size=after).round(2)]
        cases.append((arrays, float(rng.choice([0.001, 0.02, 0.3]))))
    return cases


_SAY = "For {inputs} you return {got}. "


def _over(
    each: Callable[[np.ndarray], float],
    then: Callable[[float, float], float] = lambda total, factor: factor * total,
):
    """A mistake that adds up `each` over the weights."""
    return lambda arrays, factor: float(then(sum(each(w) for w in arrays[::2]), factor))


def _squares(array: np.ndarray) -> float:
    return np.sum(np.square(array))


def _loop(step: str, end: str = "total", chosen: str = "arrays[::2]", start: str = "0") -> str:
    return f"def l2_penalty(arrays, factor):\n    total = {start}\n    for weights in {chosen}:\n        {step}\n    return {end}"


L2_PENALTY = Exercise(
    id="9.4",
    title="What L2 adds to the loss",
    kind="function",
    starter="""
        def l2_penalty(arrays, factor):
            ...
    """,
    setup="import numpy as np",
    right=(
        """
        def l2_penalty(arrays, factor):
            total = 0
            for weights in arrays[::2]:
                total = total + np.sum(weights**2)
            return factor * total
        """,
        "def l2_penalty(arrays, factor):\n    return sum(factor * np.sum(a * a) for a in arrays if a.ndim == 2)",
        """
        def l2_penalty(arrays, factor):
            total = 0.0
            for number, array in enumerate(arrays):
                if number % 2 == 0:
                    for row in array:
                        for weight in row:
                            total += factor * weight ** 2
            return total
        """,
        "def l2_penalty(arrays, factor):\n    return factor * np.sum(np.concatenate([w.ravel() for w in arrays[::2]]) ** 2)",
        "def l2_penalty(arrays, factor):\n    return factor * sum(np.linalg.norm(w) ** 2 for w in arrays if len(w.shape) > 1)",
        """
        def l2_penalty(arrays, factor):
            import keras
            rule = keras.regularizers.L2(factor)
            return sum(rule(keras.ops.convert_to_tensor(w)) for w in arrays[::2])
        """,
    ),
    wrong={
        "all_summed_squared": [
            "def l2_penalty(arrays, factor):\n    return factor * sum(np.sum(a) for a in arrays[::2]) ** 2"
        ],
        "last_bias_left_out": [
            "def l2_penalty(arrays, factor):\n    return factor * sum(np.sum(a**2) for a in arrays[:-1])"
        ],
        "mean_over_layers": [
            "def l2_penalty(arrays, factor):\n    return factor * np.mean([np.sum(a**2) for a in arrays[::2]])"
        ],
        "factor_of_the_example": [
            "def l2_penalty(arrays, factor):\n    return 0.1 * sum(np.sum(a**2) for a in arrays[::2])"
        ],
        "first_layer_with_bias": [
            "def l2_penalty(arrays, factor):\n    return factor * sum(np.sum(a**2) for a in arrays[:2])"
        ],
        "largest_only": [
            "def l2_penalty(arrays, factor):\n    return factor * sum(np.max(a**2) for a in arrays[::2])"
        ],
        "bias_included": [
            _loop("total += np.sum(weights**2)", "factor * total", "arrays"),
            "def l2_penalty(arrays, factor):\n    return factor * sum((a**2).sum() for a in arrays)",
        ],
        "bias_only": [_loop("total += np.sum(weights**2)", "factor * total", "arrays[1::2]")],
        "absolute": [_loop("total += np.sum(np.abs(weights))", "factor * total")],
        "mean_of_each": [_loop("total += np.mean(weights**2)", "factor * total")],
        "mean_of_all": [
            "def l2_penalty(arrays, factor):\n    return factor * np.mean(np.concatenate([w.ravel() for w in arrays[::2]]) ** 2)"
        ],
        "half": [_loop("total += np.sum(weights**2)", "factor / 2 * total")],
        "no_factor": [_loop("total += np.sum(weights**2)")],
        "factor_squared": [_loop("total += np.sum((factor * weights)**2)")],
        "root": [_loop("total += np.sum(weights**2)", "factor * np.sqrt(total)")],
        "norms_added": [_loop("total += np.linalg.norm(weights)", "factor * total")],
        "sum_squared": [_loop("total += np.sum(weights)**2", "factor * total")],
        "not_squared": [_loop("total += np.sum(weights)", "factor * total")],
        "first_only": [
            "def l2_penalty(arrays, factor):\n    return factor * np.sum(arrays[0] ** 2)",
            "def l2_penalty(arrays, factor):\n    for weights in arrays[::2]:\n        return factor * np.sum(weights ** 2)",
        ],
        "last_only": [_loop("total = np.sum(weights**2)", "factor * total")],
        "one_for_each": [
            "def l2_penalty(arrays, factor):\n    return [factor * np.sum(w ** 2) for w in arrays[::2]]"
        ],
        "divided": [_loop("total += np.sum(weights**2)", "total / factor")],
        "doubled": [_loop("total += np.sum(2 * weights)", "factor * total")],
        "squared_with_factor_added": [_loop("total += np.sum(weights**2)", "factor + total")],
        "sign": [_loop("total -= np.sum(weights**2)", "factor * total")],
        "returns_none": [_loop("total += np.sum(weights**2)", "print(factor * total)")],
        "raised": [
            "def l2_penalty(arrays, factor):\n    return factor * np.sum(np.array(arrays) ** 2)",
            "def l2_penalty(arrays, factor):\n    return factor * np.sum(arrays ** 2)",
        ],
        "wrong_shape": ["def l2_penalty(arrays, factor):\n    return factor * arrays[0] ** 2"],
        "wrong_arguments": ["def l2_penalty(model):\n    return 0"],
        "not_a_function": ["l2_penalty = 1.4"],
        "wrong_value": [_loop("total += np.sum(weights**3)", "factor * total")],
    },
    check=function_check(
        l2_penalty,
        arguments=("arrays", "factor"),
        cases=_cases,
        mistakes={
            "bias_included": Mistake(
                lambda arrays, factor: factor * sum(_squares(a) for a in arrays),
                _SAY
                + "The biases are in it: 5 and -4 alone cost more here than all weights. A bias shifts and magnifies nothing; only weights pay.",
            ),
            "bias_only": Mistake(
                lambda arrays, factor: factor * sum(_squares(a) for a in arrays[1::2]),
                _SAY
                + "Those are the squares of the *biases*. In the list weights come first, then their bias.",
            ),
            "absolute": Mistake(
                _over(lambda w: np.sum(np.abs(w))),
                _SAY
                + "You add up how large the weights are, without squaring. That is another penalty, L1; the 2 in L2 is the square.",
            ),
            "mean_of_each": Mistake(
                _over(lambda w: np.mean(np.square(w))),
                _SAY
                + "You take the *mean* of each array. Then a weight in a wide layer would pay less than one in a narrow layer.",
            ),
            "mean_of_all": Mistake(
                lambda arrays, factor: (
                    factor * np.mean(np.concatenate([np.ravel(w) for w in arrays[::2]]) ** 2)
                ),
                _SAY + "That is the mean over all weights. L2 adds up: each weight pays for itself.",
            ),
            "half": Mistake(
                _over(_squares, lambda t, f: f * t / 2),
                _SAY + "That is half of it. Some books halve it, so that the slope has no 2; Keras does not.",
            ),
            "no_factor": Mistake(
                _over(_squares, lambda t, f: t),
                _SAY + "That is the plain sum of squares. Where does `factor` say how much it counts?",
            ),
            "factor_squared": Mistake(
                _over(_squares, lambda t, f: f * f * t),
                _SAY + "The factor has been squared along with the weights. Square first, then multiply.",
            ),
            "root": Mistake(
                _over(_squares, lambda t, f: f * np.sqrt(t)),
                _SAY + "You have taken the root of the sum. L2 leaves the squares as they are.",
            ),
            "norms_added": Mistake(
                _over(lambda w: np.sqrt(_squares(w))),
                _SAY
                + "Each array counts with the *root* of its sum of squares (`np.linalg.norm` takes it). L2 leaves the squares as they are.",
            ),
            "all_summed_squared": Mistake(
                lambda arrays, factor: float(factor * sum(np.sum(w) for w in arrays[::2]) ** 2),
                _SAY
                + "You add first and square then, so that weights with different signs cancel. Square each weight, then add.",
            ),
            "last_bias_left_out": Mistake(
                lambda arrays, factor: factor * sum(_squares(a) for a in arrays[:-1]),
                _SAY
                + "The last bias is left out, the others are in it. Which arrays of the list are weights?",
            ),
            "mean_over_layers": Mistake(
                lambda arrays, factor: factor * sum(_squares(w) for w in arrays[::2]) / len(arrays[::2]),
                _SAY
                + "You take the mean over the layers. L2 adds up: each weight pays for itself, in however many layers.",
            ),
            "factor_of_the_example": Mistake(
                _over(_squares, lambda t, f: 0.1 * t),
                _SAY + "You multiply by 0.1, the factor of the example above. Which one is given here?",
            ),
            "first_layer_with_bias": Mistake(
                lambda arrays, factor: factor * sum(_squares(a) for a in arrays[:2]),
                _SAY
                + "Those are the first two arrays of the list: a layer's weights *and* its bias. Which ones should pay?",
            ),
            "largest_only": Mistake(
                _over(lambda w: np.max(np.square(w))),
                _SAY + "Only the largest weight of each layer pays. Each should.",
            ),
            "sum_squared": Mistake(
                _over(lambda w: np.sum(w) ** 2),
                _SAY + "You add first and square then: 3 and -2 nearly cancel. Square each weight, then add.",
            ),
            "not_squared": Mistake(
                _over(np.sum),
                _SAY
                + "You add up the weights as they are, so that negative ones *lower* the loss. What makes each of them cost?",
            ),
            "last_only": Mistake(
                lambda arrays, factor: factor * _squares(arrays[-2]),
                _SAY + "Only the last layer pays. What adds it to those before?",
            ),
            "first_only": Mistake(
                lambda arrays, factor: factor * _squares(arrays[0]),
                _SAY + "Only the first layer pays. The weights of the others are further on in the list.",
            ),
            "one_for_each": Mistake(
                lambda arrays, factor: [factor * _squares(w) for w in arrays[::2]],
                _SAY + "That is a number for each layer. The loss is one number: what becomes of several?",
            ),
            "divided": Mistake(
                _over(_squares, lambda t, f: t / f),
                _SAY + "You divide by the factor: the smaller it is, the more L2 would count.",
            ),
            "doubled": Mistake(
                _over(lambda w: 2 * np.sum(w)), _SAY + "`2 * w` is twice a weight; its square is `w ** 2`."
            ),
            "squared_with_factor_added": Mistake(
                _over(_squares, lambda t, f: t + f),
                _SAY + "The factor is added. It says how much the sum counts: that is a product.",
            ),
            "sign": Mistake(
                _over(_squares, lambda t, f: -f * t),
                _SAY
                + "It is negative: the larger the weights, the *lower* the loss. Large weights should cost.",
            ),
        },
        success="Keras adds exactly this to the loss. Its slope is `2 * factor * w`: with every step each weight shrinks by a share of itself.",
    ),
    hints=(
        "Go through the list and leave out every second array: `arrays[::2]` takes the first, the third, the fifth, ...",
        "Square each weight, add all of them up over all layers, and multiply the sum by the factor.",
        """
        def l2_penalty(arrays, factor):
            total = 0
            for weights in arrays[::2]:
                total = total + ___
            return ___
        """,
    ),
)
