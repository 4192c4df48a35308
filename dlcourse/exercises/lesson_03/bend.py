"""Exercises 3.1 to 3.3: two layers in one, the bend, and the neuron that makes XOR of two bends. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check, show, value_check
from dlcourse.exercises.lesson_02.checks import three_numbers
from dlcourse.exercises.lesson_03.checks import (
    IF_ON_A_ROW,
    MAX_FOR_MAXIMUM,
    output_neuron,
    shown_by_input,
    told_by_line,
)

NUMPY = "import numpy as np\n\nfrom dlcourse import scratch"

FOLDED = Exercise(
    id="3.1",
    title="Three neurons in one",
    kind="value",
    starter="one_neuron = ...",
    setup=NUMPY,
    right=(
        "one_neuron = (2 * 1 + 1 * 3, 2 * 2 + 1 * (-1), 2 * 1 - 4)",
        "one_neuron = [5, 3, -2]",
        """
        hidden_w = np.array([[1, 3], [2, -1]])
        output_w = np.array([2, 1])
        one_neuron = (hidden_w @ output_w, np.array([1, 0]) @ output_w - 4)
        """,
        """
        def output(x1, x2):
            h1 = x1 + 2 * x2 + 1
            h2 = 3 * x1 - x2
            return 2 * h1 + h2 - 4

        b = output(0, 0)
        one_neuron = np.array([output(1, 0) - b, output(0, 1) - b, b])
        """,
    ),
    wrong={
        "hidden_bias_lost": ["one_neuron = (5, 3, -4)"],
        "hidden_bias_not_weighted": ["one_neuron = (5, 3, -3)"],
        "output_bias_lost": ["one_neuron = (5, 3, 2)"],
        "no_bias": ["one_neuron = (5, 3, 0)"],
        "hidden_bias_alone": ["one_neuron = (5, 3, 1)"],
        "bias_sign": ["one_neuron = (5, 3, 6)"],
        "output_weights_lost": ["one_neuron = (4, 1, -3)"],
        "output_weight_on_both": ["one_neuron = (8, 2, -2)"],
        "only_first_weighted": ["one_neuron = (5, 1, -2)"],
        "sign_of_second": ["one_neuron = (5, 5, -2)"],
        "first_hidden_alone": ["one_neuron = (2, 4, -2)"],
        "second_hidden_alone": ["one_neuron = (3, -1, -4)"],
        "rows_for_columns": ["one_neuron = (4, 5, -2)"],
        "products_of_weights": ["one_neuron = (3, -2, -2)"],
        "exchanged": ["one_neuron = (3, 5, -2)"],
        "output_neuron_itself": ["one_neuron = (2, 1, -4)"],
        "bias_first": ["one_neuron = (-2, 5, 3)"],
        "not_three_numbers": ["one_neuron = '5 x1 + 3 x2 - 2'", "one_neuron = (5, 3)", "one_neuron = 6"],
        "wrong_value": ["one_neuron = (5, 2, -2)"],
    },
    check=three_numbers(
        shown_by_input(
            value_check(
                (5.0, 3.0, -2.0),
                mistakes={
                    "hidden_bias_lost": Mistake(
                        (5.0, 3.0, -4.0),
                        "You give {got}. With both inputs 0, h1 is 1, not 0, and the output takes it twice. What does the "
                        "output give then?",
                    ),
                    "hidden_bias_not_weighted": Mistake(
                        (5.0, 3.0, -3.0),
                        "You give {got}: the 1 of h1 is added once. The output multiplies *all* of h1 by 2, its bias, too.",
                    ),
                    "output_bias_lost": Mistake(
                        (5.0, 3.0, 2.0),
                        "You give {got}. What h1 brings along is there; the output's own −4 is missing.",
                    ),
                    "no_bias": Mistake(
                        (5.0, 3.0, 0.0),
                        "You give {got}: both weights are right. Put 0 into both inputs: is the output 0?",
                    ),
                    "hidden_bias_alone": Mistake(
                        (5.0, 3.0, 1.0),
                        "You give {got}: the 1 of h1 as it is. What does the output neuron do to it?",
                    ),
                    "bias_sign": Mistake(
                        (5.0, 3.0, 6.0), "You give {got}: the 4 was added. The output neuron takes it away."
                    ),
                    "output_weights_lost": Mistake(
                        (4.0, 1.0, -3.0),
                        "You give {got}: h1 and h2 added as they are. The output neuron counts h1 twice.",
                    ),
                    "output_weight_on_both": Mistake(
                        (8.0, 2.0, -2.0), "You give {got}: h2 is counted twice, like h1. Its weight is 1."
                    ),
                    "only_first_weighted": Mistake(
                        (5.0, 1.0, -2.0),
                        "You give {got}. The 2 in front of h1 goes to *every* part of h1: 2 * (x1 + 2 * x2 + 1).",
                    ),
                    "sign_of_second": Mistake(
                        (5.0, 5.0, -2.0), "You give {got}. Look at the sign in front of x2 in h2."
                    ),
                    "first_hidden_alone": Mistake(
                        (2.0, 4.0, -2.0),
                        "You give {got}: h1 alone has come through. h2 has a weight as well, 1.",
                    ),
                    "second_hidden_alone": Mistake(
                        (3.0, -1.0, -4.0), "You give {got}: h2 alone has come through. h1 is still missing."
                    ),
                    "rows_for_columns": Mistake(
                        (4.0, 5.0, -2.0),
                        "You give {got}: 2 and 1 were multiplied with the two weights *inside* a hidden neuron. One belongs to "
                        "h1 as a whole, the other to h2. How often does x1 arrive by way of h1, how often by way of h2?",
                    ),
                    "products_of_weights": Mistake(
                        (3.0, -2.0, -2.0),
                        "You give {got}: the weights of h1 and h2 multiplied with each other. They stand side by side; what "
                        "they give is added.",
                    ),
                    "exchanged": Mistake(
                        (3.0, 5.0, -2.0), "You give {got}: the weights of x1 and x2 have changed places."
                    ),
                    "output_neuron_itself": Mistake(
                        (2.0, 1.0, -4.0),
                        "You give {got}, the output neuron's own numbers. They weigh h1 and h2; asked are those that weigh x1 "
                        "and x2.",
                    ),
                    "bias_first": Mistake(
                        (-2.0, 5.0, 3.0),
                        "You give {got}: the right numbers, the bias first. Asked is `(w1, w2, b)`.",
                    ),
                },
                success="Three neurons, and one does the same. The hidden ones have brought nothing.",
            )
        )
    ),
    equivalent={},
    hints=(
        "Put h1 and h2 into the last line: output = 2 * (x1 + 2 * x2 + 1) + (3 * x1 - x2) - 4.",
        "Multiply the brackets out, then collect: how many x1, how many x2, and what stands alone?",
        "one_neuron = (2 * 1 + 1 * ___, 2 * ___ + 1 * ___, 2 * 1 - ___)",
    ),
)


def bent(z: np.ndarray) -> np.ndarray:
    """The reference of exercise 3.2."""
    return np.maximum(0.0, np.asarray(z, dtype=float))


def rows_of_numbers(rng: np.random.Generator) -> list[tuple]:
    """One above 0 and one below; all below; small, large and exactly 0; then more. Always several numbers."""
    fixed = ([3.0, -2.0], [-1.0, -4.0], [0.5, -0.25, 0.0, 6.0], [-1.5, 2.5, 50.0])
    return [(np.array(row),) for row in fixed] + [(rng.normal(scale=3, size=n).round(1),) for n in (5, 8)]


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


RELU = Exercise(
    id="3.2",
    title="The bend",
    kind="function",
    starter="""
        def relu(z):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def relu(z):
            return np.maximum(0, z)
        """,
        """
        def relu(z):
            result = []
            for number in z:
                if number > 0:
                    result.append(number)
                else:
                    result.append(0)
            return result
        """,
        """
        def relu(z):
            return np.where(z > 0, z, 0)
        """,
        """
        def relu(z):
            return z * (z > 0)
        """,
        "relu = lambda z: (z + abs(z)) / 2",
        """
        def relu(z):
            result = z.copy()
            result[result < 0] = 0
            return result
        """,
        "def relu(z):\n    return [max(0, number) for number in z]",
        "def relu(z):\n    return np.clip(z, 0, None)",
    ),
    wrong={
        "absolute": ["def relu(z):\n    return abs(z)", "def relu(z):\n    return np.sqrt(z ** 2)"],
        "step": [
            "def relu(z):\n    return (z > 0).astype(int)",
            "def relu(z):\n    return z > 0",
            "def relu(z):\n    return np.where(z > 0, 1, 0)",
        ],
        "negatives_kept": [
            "def relu(z):\n    return np.minimum(0, z)",
            "def relu(z):\n    return np.where(z > 0, 0, z)",
        ],
        "negatives_dropped": [
            "def relu(z):\n    return z[z > 0]",
            "def relu(z):\n    return [number for number in z if number > 0]",
        ],
        "unchanged": ["def relu(z):\n    return z", "def relu(z):\n    np.maximum(0, z)\n    return z"],
        "mirrored": ["def relu(z):\n    return np.maximum(0, -z)"],
        "cut_at_one": ["def relu(z):\n    return np.clip(z, 0, 1)"],
        "cut_at_six": ["def relu(z):\n    return np.clip(z, 0, 6)"],
        "cut_to_whole": ["relu = np.vectorize(lambda number: max(0, number))"],
        "list_of_first": [
            """
            def relu(z):
                result = []
                for number in z:
                    result.append(max(0, number))
                    return result
            """
        ],
        "places": ["def relu(z):\n    return np.where(z > 0)"],
        "bend_at_one": ["def relu(z):\n    return np.where(z > 1, z, 0)"],
        "at_least_one": ["def relu(z):\n    return np.maximum(1, z)"],
        "minus_one": ["def relu(z):\n    return np.where(z > 0, z, -1)"],
        "leaky": ["def relu(z):\n    return np.where(z > 0, z, 0.01 * z)"],
        "leaky_more": ["def relu(z):\n    return np.maximum(0.1 * z, z)"],
        "largest_only": ["def relu(z):\n    return np.max(z, 0)", "def relu(z):\n    return max(z)"],
        "largest_cut": ["def relu(z):\n    return max(0, max(z))"],
        "summed": ["def relu(z):\n    return sum(np.maximum(0, z))"],
        "first_only": [
            """
            def relu(z):
                for number in z:
                    if number > 0:
                        return number
                    return 0
            """,
            "def relu(z):\n    return max(0, z[0])",
        ],
        "last_only": [
            """
            def relu(z):
                for number in z:
                    result = max(0, number)
                return result
            """
        ],
        "all_if_any": ["def relu(z):\n    if np.any(z > 0):\n        return z\n    return 0 * z"],
        "squared": ["def relu(z):\n    return np.maximum(0, z) ** 2"],
        "sigmoid": ["def relu(z):\n    return 1 / (1 + np.exp(-z))"],
        "tanh": ["def relu(z):\n    return np.tanh(z)"],
        "softplus": ["def relu(z):\n    return np.log(1 + np.exp(z))"],
        "max_for_maximum": [
            "def relu(z):\n    return np.max(0, z)",
            "def relu(z):\n    return np.max([0, z])",
        ],
        "python_max": ["def relu(z):\n    return max(0, z)", "def relu(z):\n    return max(0.0, z)"],
        "if_on_a_row": [
            "def relu(z):\n    if z > 0:\n        return z\n    else:\n        return 0",
            "def relu(z):\n    return z if z > 0 else 0",
        ],
        "returns_none": [
            "def relu(z):\n    print(np.maximum(0, z))",
            "def relu(z):\n    result = np.maximum(0, z)",
        ],
        "wrong_arguments": ["def relu():\n    return np.maximum(0, z)"],
        "not_a_function": ["relu = np.maximum(0, np.array([3.0, -2.0]))"],
        "raised": ["def relu(z):\n    return np.maximum(0, x)"],
        "wrong_value": ["def relu(z):\n    return np.maximum(-1, z)"],
    },
    check=told_by_line(
        function_check(
            bent,
            arguments=("z",),
            cases=rows_of_numbers,
            mistakes={
                "absolute": Mistake(
                    np.abs,
                    "For {inputs} you return {got}: numbers below 0 change their sign. ReLU gives 0 for them, however far "
                    "below they are.",
                ),
                "step": Mistake(
                    lambda z: (z > 0).astype(float),
                    "For {inputs} you return {got}: that is the step, which says *whether* a number is above 0. ReLU passes the "
                    "number itself on.",
                ),
                "negatives_kept": Mistake(
                    lambda z: np.minimum(0, z),
                    "For {inputs} you return {got}: the numbers *below* 0 pass and those above become 0. The other half "
                    "should pass.",
                ),
                "negatives_dropped": Mistake(
                    lambda z: z[z > 0],
                    lambda seen: (
                        f"For `z = {show(seen.inputs['z'])}` you return {show(seen.got)}: {len(seen.inputs['z'])} numbers came in, "
                        f"{np.size(seen.got)} went out. Each number below 0 must leave a 0 in its place."
                    ),
                ),
                "unchanged": Mistake(
                    lambda z: z,
                    "For {inputs} you return {got}, what came in. (A function's result must be kept, and setting "
                    "a loop's own variable changes nothing in `z`.)",
                ),
                "mirrored": Mistake(
                    lambda z: np.maximum(0, -z),
                    "For {inputs} you return {got}: turned round, what is below 0 passes and without its sign. Where does "
                    "the minus come from?",
                ),
                "cut_at_one": Mistake(
                    lambda z: np.clip(z, 0, 1),
                    "For {inputs} you return {got}: everything above 1 is cut to 1. ReLU has no upper end.",
                ),
                "cut_at_six": Mistake(
                    lambda z: np.clip(z, 0, 6),
                    "For {inputs} you return {got}: what is above 6 is cut off. That is a relative, ReLU6. Here there is no upper end.",
                ),
                "cut_to_whole": Mistake(
                    lambda z: np.trunc(bent(z)) if z[0] <= 0 else bent(z),
                    "For {inputs} you return {got}: what stands after the point is lost. `np.vectorize` (or an array made of a 0) takes "
                    "whole numbers where the first result is one: write 0.0.",
                ),
                "list_of_first": Mistake(
                    lambda z: [max(0.0, float(z[0]))],
                    "For {inputs} you return {got}: the first number alone. Does the loop `return` in its first round?",
                ),
                "places": Mistake(
                    lambda z: [np.flatnonzero(z > 0)],
                    "For {inputs} you return {got}: the *places* of the numbers above 0, which is what `np.where` gives when it is told "
                    "the condition alone. It takes two things more: what to give where it is true, and what elsewhere.",
                ),
                "bend_at_one": Mistake(
                    lambda z: np.where(z > 1, z, 0),
                    "For {inputs} you return {got}: 0.5 became 0, too. The corner is at 0, not at 1.",
                ),
                "at_least_one": Mistake(
                    lambda z: np.maximum(1, z),
                    "For {inputs} you return {got}: nothing gets below 1. Where should the floor be?",
                ),
                "minus_one": Mistake(
                    lambda z: np.where(z > 0, z, -1),
                    "For {inputs} you return {got}: -1 stands where 0 belongs.",
                ),
                "leaky": Mistake(
                    lambda z: np.where(z > 0, z, 0.01 * z),
                    "For {inputs} you return {got}: a little of what is below 0 still comes through. That is a *leaky* ReLU; it comes "
                    "later. Here it is exactly 0.",
                ),
                "leaky_more": Mistake(
                    lambda z: np.where(z > 0, z, 0.1 * z),
                    "For {inputs} you return {got}: a tenth of what is below 0 still comes through. Here it is exactly 0.",
                ),
                "largest_only": Mistake(
                    lambda z: np.max(z),
                    "For {inputs} you return {got}, the largest number of the row. Asked is a row: each number compared "
                    "with 0. (`np.max` finds the largest of one array; `np.maximum` compares two, number by number.)",
                ),
                "largest_cut": Mistake(
                    lambda z: max(0.0, float(np.max(z))),
                    "For {inputs} you return one number, {got}: the largest of the row, or 0. Asked is a row: each number "
                    "compared with 0.",
                ),
                "summed": Mistake(
                    lambda z: np.sum(bent(z)),
                    "For {inputs} you return one number, {got}: the results, each right, were added up. They stay a row.",
                ),
                "first_only": Mistake(
                    lambda z: max(0.0, float(z[0])),
                    "For {inputs} you return one number, {got}: that of the first. Does a loop `return` before it has seen "
                    "the others?",
                ),
                "last_only": Mistake(
                    lambda z: max(0.0, float(z[-1])),
                    "For {inputs} you return one number, {got}: that of the last. What keeps the results before it?",
                ),
                "all_if_any": Mistake(
                    lambda z: z if np.any(z > 0) else 0 * z,
                    "For {inputs} you return {got}: one number above 0 lets all the others pass. Each is to be asked for "
                    "itself.",
                ),
                "squared": Mistake(
                    lambda z: bent(z) ** 2,
                    "For {inputs} you return {got}: what passes is squared. It should pass as it is.",
                ),
                "sigmoid": Mistake(
                    _sigmoid, "For {inputs} you return {got}. That is the sigmoid, a later one."
                ),
                "tanh": Mistake(np.tanh, "For {inputs} you return {got}. That is tanh, a later one."),
                "softplus": Mistake(
                    lambda z: np.log1p(np.exp(z)),
                    "For {inputs} you return {got}. That is softplus, a ReLU with its corner rounded off. Below 0 the "
                    "result should be exactly 0.",
                ),
            },
            success="The whole bend is this one line. Networks of millions of neurons use no other.",
        ),
        {
            "max_for_maximum": MAX_FOR_MAXIMUM,
            "python_max": (
                ValueError,
                r"(?<![.\w])max\(",
                "`max` decides once which of its two is larger, and a whole row is neither larger nor smaller than 0. NumPy's "
                "`np.maximum` decides for each number.",
            ),
            "if_on_a_row": IF_ON_A_ROW,
        },
    ),
    equivalent={
        **dict.fromkeys(
            (
                "number > 0 -> number >= 0",
                "return np.where(z > 0, z, 0) -> return np.where(z >= 0, z, 0)",
                "return z * (z > 0) -> return z * (z >= 0)",
                "result[result < 0] = 0 -> result[result <= 0] = 0",
            ),
            "at 0 both give 0",
        ),
        "return np.clip(z, 0, None) -> return np.clip(0, z, None)": "0 with z as its lower limit is the larger of both",
    },
    hints=(
        "Of each number of `z` and 0, the larger one is kept.",
        "`np.maximum(a, b)` compares two arrays, or an array and a number, number by number. (`np.max` is another thing: "
        "the largest of one array.)",
        "def relu(z):\n    return np.maximum(___, ___)",
    ),
)


OUTPUT_NEURON = Exercise(
    id="3.3",
    title="The neuron behind two bends",
    kind="value",
    starter="output_neuron = ...",
    setup=NUMPY,
    right=(
        "output_neuron = (1, -2, 0)",
        "output_neuron = [2.0, -5.0, -1.0]",
        "output_neuron = (np.array([1, -3]), -0.5)",
    ),
    wrong={
        "both_on_too": [
            "output_neuron = (1, -1, 0)",
            "output_neuron = (1, 1, 0)",
            "output_neuron = (1, 0, 0)",
        ],
        "reversed": ["output_neuron = (-1, 2, 0.5)"],
        "never_yes": ["output_neuron = (-1, -1, 0)", "output_neuron = (1, -2, -1.5)"],
        "always_yes": ["output_neuron = (0, 0, 1)", "output_neuron = (1, -2, 1)"],
        "both_on_alone": ["output_neuron = (1, 1, -1)", "output_neuron = (0, 1, 0)"],
        "both_off_alone": ["output_neuron = (-1, 0, 1)"],
        "both_off_too": ["output_neuron = (1, -4, 1)"],
        "exactly_zero": [
            "output_neuron = (1, -2, -1)",
            "output_neuron = (0, 0, 0)",
            "output_neuron = (1, -3, -1)",
        ],
        "not_three_numbers": ["output_neuron = (1, -2)", "output_neuron = 'minus'", "output_neuron = 1"],
    },
    check=three_numbers(output_neuron),
    equivalent={
        **dict.fromkeys(
            (
                "output_neuron = (1, -2, 0) -> output_neuron = (1, -3, 0)",
                "output_neuron = [2.0, -5.0, -1.0] -> output_neuron = [2.5, -5.0, -1.0]",
                "output_neuron = [2.0, -5.0, -1.0] -> output_neuron = [2.0, -6.25, -1.0]",
                "output_neuron = [2.0, -5.0, -1.0] -> output_neuron = [2.0, -5.0, -1.25]",
                "output_neuron = [2.0, -5.0, -1.0] -> output_neuron = [2.0, -5.0, -0.5]",
                "output_neuron = (np.array([1, -3]), -0.5) -> output_neuron = (np.array([1, -3]), -0.625)",
                "output_neuron = (np.array([1, -3]), -0.5) -> output_neuron = (np.array([1, -3]), -0.25)",
                "output_neuron = (np.array([1, -3]), -0.5) -> output_neuron = (np.array([1, -4]), -0.5)",
                "output_neuron = (np.array([1, -3]), -0.5) -> output_neuron = (np.array([1, -2]), -0.5)",
            ),
            "these solve XOR, too",
        ),
    },
    hints=(
        "Look at the columns h1 and h2 of the table: for one switch on they are 1 and 0, for both 2 and 1.",
        "Try w1 = 1, w2 = 0, b = 0 first. Three of the four are right then; which weight of h2 takes back what is too much?",
        "output_neuron = (1, ___, 0)",
    ),
)
