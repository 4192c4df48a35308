"""Exercise 3.7: the slope through a row of tanh. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, function_check
from dlcourse.exercises.lesson_03.chain_mistakes import MISTAKES, chained, chains
from dlcourse.exercises.lesson_03.chain_wrong import WRONG
from dlcourse.exercises.lesson_03.errors import CARET, NUMPY, NUMPY_FORGOTTEN, told_by_line
from dlcourse.exercises.lesson_03.proportion import in_proportion

CHAIN = Exercise(
    id="3.7",
    title="A slope through many layers",
    kind="function",
    starter="""
        def chain_slope(z, layers):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def chain_slope(z, layers):
            product = 1.0
            for layer in range(layers):
                z = np.tanh(z)               # the activation, the next layer's z
                product = product * (1 - z ** 2)
            return product
        """,
        """
        def chain_slope(z, layers):
            if layers == 0:
                return 1
            return (1 - np.tanh(z) ** 2) * chain_slope(np.tanh(z), layers - 1)
        """,
        """
        def chain_slope(z, layers):
            def through(z):
                for _ in range(layers):
                    z = np.tanh(z)
                return z

            return (through(z + 0.001) - through(z)) / 0.001
        """,
        """
        def chain_slope(z, layers):
            slopes = []
            for layer in range(layers):
                slopes.append(scratch.slope("tanh", z))
                z = np.tanh(z)
            return np.prod(slopes)
        """,
    ),
    wrong=WRONG,
    check=told_by_line(
        in_proportion(
            function_check(
                chained,
                arguments=("z", "layers"),
                cases=chains,
                rtol=5e-3,
                mistakes=MISTAKES,
                success="Lesson 6 passes blame back through a network by this product, with the weights in it.",
            ),
            chained,
            ("z", "layers"),
            [(0.5, 1), (0.5, 2), (-1.0, 4)],
        ),
        {
            "caret": CARET,
            "numpy_forgotten": NUMPY_FORGOTTEN,
            "layers_gone_through": (
                TypeError,
                r"\bin layers\b",
                "`layers` is one number, and a loop goes through a row of things. Which function makes a row of so many rounds?",
            ),
        },
    ),
    hints=(
        "Two things happen in each round: the activation becomes the next layer's z, and the product gets one more factor.",
        "Begin with `product = 1.0`. In the loop: `z = np.tanh(z)`, and then the slope by the rule for tanh, made of this new z.",
        "def chain_slope(z, layers):\n    product = 1.0\n    for layer in range(layers):\n        z = ___\n"
        "        product = product * (1 - ___)\n    return product",
    ),
)
