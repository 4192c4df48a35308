"""Exercise 6.3: a tanh that knows its slope. Declaration only."""

from __future__ import annotations

import math

from dlcourse.checking import Exercise, Mistake
from dlcourse.exercises.lesson_06.node_check import node_check
from dlcourse.exercises.lesson_06.node_setup import NODE, uniform
from dlcourse.exercises.lesson_06.tanh_mistakes import MORE


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


TANH = Exercise(
    id="6.3",
    title="tanh, and the slope where it stands",
    kind="function",
    starter="""
        def tanh(a):
            ...
    """,
    setup=NODE,
    right=(
        """
        def tanh(a):
            value = np.tanh(a.data)
            return Node(value, parents=(a,), slopes=(1 - value**2,))
        """,
        """
        import math

        def tanh(a):
            node = Node(math.tanh(a.data), [a])
            node.slopes = [1 - node.data * node.data]
            return node
        """,
        """
        import math

        def tanh(a):
            value = (math.exp(2 * a.data) - 1) / (math.exp(2 * a.data) + 1)
            return Node(value, (a,), (1 / math.cosh(a.data) ** 2,))
        """,
    ),
    wrong={
        "input_squared": ["def tanh(a):\n    return Node(np.tanh(a.data), (a,), (1 - a.data**2,))"],
        "at_the_output": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 - np.tanh(t) ** 2,))"
        ],
        "not_squared": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 - t,))"],
        "value_as_slope": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (t,))"],
        "slope_1": ["def tanh(a):\n    return Node(np.tanh(a.data), (a,), (1.0,))"],
        "sign": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (t**2 - 1,))"],
        "plus": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 + t**2,))"],
        "square_only": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (t**2,))"],
        "bracket_squared": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), ((1 - t) ** 2,))"
        ],
        "doubled": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 - 2 * t,))"],
        "sigmoid_slope": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (t * (1 - t),))"],
        "sigmoid": [
            "def tanh(a):\n    s = 1 / (1 + np.exp(-a.data))\n    return Node(s, (a,), (s * (1 - s),))"
        ],
        "tangent": [
            "def tanh(a):\n    t = np.tan(a.data)\n    return Node(t, (a,), (1 - t**2,))",
        ],
        "data_unchanged": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(a.data, (a,), (1 - t**2,))"
        ],
        "data_is_slope": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(1 - t**2, (a,), (1 - t**2,))"
        ],
        "times_input": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), ((1 - t**2) * a.data,))"
        ],
        "no_tuple": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a), (1 - t**2))",
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, a, (1 - t**2,))",
        ],
        "counts_differ": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 - t**2))"],
        "not_a_node": ["def tanh(a):\n    return np.tanh(a.data)"],
        "parents_forgotten": [
            "def tanh(a):\n    return Node(np.tanh(a.data))",
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (), (1 - t**2,))",
        ],
        "slopes_forgotten": ["def tanh(a):\n    return Node(np.tanh(a.data), (a,))"],
        "same_node": ["def tanh(a):\n    a.data = np.tanh(a.data)\n    return a"],
        "new_parents": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (Node(a.data),), (1 - t**2,))"
        ],
        "returns_none": ["def tanh(a):\n    print(np.tanh(a.data))"],
        "parents_are_numbers": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a.data,), (1 - t**2,))"
        ],
        "slopes_are_nodes": ["def tanh(a):\n    return Node(np.tanh(a.data), (a,), (a,))"],
        "gradient_touched": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    a.gradient = 1 - t**2\n    return Node(t, (a,), (1 - t**2,))"
        ],
        "data_is_no_number": ["def tanh(a):\n    return Node(a, (a,), (1 - np.tanh(a.data)**2,))"],
        "raised": ["def tanh(a):\n    t = np.tahn(a.data)\n    return Node(t, (a,), (1 - t**2,))"],
        "node_for_number": [
            "def tanh(a):\n    t = np.tanh(a)\n    return Node(t, (a,), (1 - t**2,))",
            "def tanh(a):\n    return Node(np.tanh(a.data), (a,), (1 - np.tanh(a) ** 2,))",
        ],
        "power_sign": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 - t^2,))"],
        "parents_no_nodes": [
            'def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, ("a",), (1 - t**2,))'
        ],
        "gradient_set": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    n = Node(t, (a,), (1 - t**2,))\n    n.gradient = 1.0\n    return n"
        ],
        "data_touched": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    a.data = t\n    return Node(t, (a,), (1 - t**2,))"
        ],
        "input_as_slope": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (a.data,))"],
        "square_inside": ["def tanh(a):\n    return Node(np.tanh(a.data), (a,), (1 - np.tanh(a.data**2),))"],
        "one_forgotten": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (-(t**2),))"],
        "power_rule": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (2 * t,))"],
        "two_squares": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (1 - 2 * t**2,))"],
        "times_value": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), ((1 - t**2) * t,))"],
        "doubled_slope": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (2 * (1 - t**2),))",
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a, a), (1 - t**2, 1 - t**2))",
        ],
        "sigmoid_value": [
            "def tanh(a):\n    s = 1 / (1 + np.exp(-a.data))\n    return Node(s, (a,), (1 - s**2,))"
        ],
        "brackets": [
            "def tanh(a):\n    u, d = np.exp(a.data), np.exp(-a.data)\n    t = u - d / u + d\n    return Node(t, (a,), (1 - t**2,))"
        ],
        "relu": ["def tanh(a):\n    t = max(0, a.data)\n    return Node(t, (a,), (1 - t**2,))"],
        "exchanged": ["def tanh(a):\n    t = np.tanh(a.data)\n    return Node(1 - t**2, (a,), (t,))"],
        "wrong_value": [
            "def tanh(a):\n    t = np.tanh(a.data)\n    return Node(t, (a,), (round(1 - t**2, 1),))"
        ],
    },
    check=node_check(
        lambda a: (math.tanh(a), 1 - math.tanh(a) ** 2),
        arguments=("a",),
        cases=lambda rng: [(0.0,), (1.0,), (-2.0,), *uniform(rng, 1)],
        first=1,
        mistakes={
            "input_squared": Mistake(
                lambda a: (math.tanh(a), 1 - a**2),
                "At a = 1 your slope is 0, as if tanh were level there; at a = -2 it would be -3. The formula squares what came *out* of "
                "tanh; you squared what went in.",
            ),
            "at_the_output": Mistake(
                lambda a: (math.tanh(a), 1 - math.tanh(math.tanh(a)) ** 2),
                "At a = 1 your slope is {got[1]}. tanh was taken twice: that is the slope at the place 0.76, where the output lies, not at 1. "
                "The output is the tanh already.",
            ),
            "not_squared": Mistake(
                lambda a: (math.tanh(a), 1 - math.tanh(a)),
                "At a = 1 your slope is {got[1]}, at a = -2 it is over 1. tanh is equally steep on both sides of 0. What makes a "
                "number and its negative alike?",
            ),
            "value_as_slope": Mistake(
                lambda a: (math.tanh(a), math.tanh(a)),
                "At a = 1 your slope is {got[1]}: the value itself. Where tanh is near 1 it is nearly level.",
            ),
            "slope_1": Mistake(
                lambda a: (math.tanh(a), 1),
                "Your slope is 1 everywhere. That is right at a = 0 alone; from there on tanh flattens.",
            ),
            "sign": Mistake(
                lambda a: (math.tanh(a), math.tanh(a) ** 2 - 1),
                "At a = 1 your slope is {got[1]}. tanh rises everywhere, so its slope is never below 0.",
            ),
            "plus": Mistake(
                lambda a: (math.tanh(a), 1 + math.tanh(a) ** 2),
                "At a = 1 your slope is {got[1]}, steeper than at 0. tanh is steepest in the middle.",
            ),
            "square_only": Mistake(
                lambda a: (math.tanh(a), math.tanh(a) ** 2),
                "At a = 1 your slope is {got[1]}, and at a = 0 it is 0. But in the middle tanh is steepest: 1.",
            ),
            "bracket_squared": Mistake(
                lambda a: (math.tanh(a), (1 - math.tanh(a)) ** 2),
                "At a = 1 your slope is {got[1]}. Is the whole bracket squared, or the value alone?",
            ),
            "doubled": Mistake(
                lambda a: (math.tanh(a), 1 - 2 * math.tanh(a)),
                "At a = 1 your slope is {got[1]}. A square is the number times itself, not times 2.",
            ),
            "sigmoid_slope": Mistake(
                lambda a: (math.tanh(a), math.tanh(a) * (1 - math.tanh(a))),
                "At a = 1 your slope is {got[1]}: value * (1 - value) is the rule of the sigmoid. tanh has one of its own.",
            ),
            "sigmoid": Mistake(
                lambda a: (_sigmoid(a), _sigmoid(a) * (1 - _sigmoid(a))),
                "At a = 0 your value is 0.5 and your slope 0.25: that is the sigmoid, and right for it. tanh(0) is 0.",
            ),
            "tangent": Mistake(
                lambda a: (math.tan(a), 1 - math.tan(a) ** 2),
                "At a = 1 your value is {got[0]}, above 1: `tan` is the tangent. The one with the h is meant.",
            ),
            "data_unchanged": Mistake(
                lambda a: (a, 1 - math.tanh(a) ** 2),
                "The slope is right, but the `data` of your node is a itself: for a = 1 it is 1, where tanh gives 0.76.",
            ),
            "data_is_slope": Mistake(
                lambda a: (1 - math.tanh(a) ** 2, 1 - math.tanh(a) ** 2),
                "The slope is right, but it also stands in the `data` of your node. That is what goes *forward*: the value of tanh.",
            ),
            "times_input": Mistake(
                lambda a: (math.tanh(a), (1 - math.tanh(a) ** 2) * a),
                "At a = 1 your slope is right, at a = -2 it is below 0, though tanh rises everywhere. What is multiplied by a there?",
            ),
            **MORE,
        },
        success="The slope needs only what tanh put out. That is why networks keep their outputs from the way forward.",
    ),
    hints=(
        "As in `add`, a node with a value, its parents and their slopes; only that there is one parent.",
        "Compute the value once and give it a name: you need it twice. One parent in a tuple is written `(a,)`, with the comma.",
        "def tanh(a):\n    value = np.tanh(___)\n    return Node(value, parents=(a,), slopes=(___ - ___**2,))",
    ),
)
