"""Exercises 2.7 to 2.9: a bug, Dense(1), XOR. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, choice_check, function_check, show
from dlcourse.exercises.lesson_02.checks import quiz_model
from dlcourse.exercises.lesson_02.rule import halves

NUMPY = "import numpy as np"
SAME_SUM = "the sum of the products is the same in either order"


def mistakes_counted(birds: np.ndarray, targets: np.ndarray, w: np.ndarray, b: float) -> int:
    """The reference of exercise 2.7."""
    return int(((birds @ w + b > 0) != targets).sum())


def pairs(birds: np.ndarray, targets: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """What the bug compares: each bird's decision with each bird's target, shape (n, n)."""
    return (birds @ w + b > 0)[:, np.newaxis] != targets


def counting_cases(rng: np.random.Generator) -> list[tuple]:
    """Two birds, both right; two of three wrong, one of them on the line; two birds, both wrong, twice; then random ones."""
    w = np.array([1.0, -1.0])
    small = [
        (np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([1, 0]), w, 0.0),
        (np.array([[2.0, 1.0], [1.0, 1.0], [0.0, 3.0]]), np.array([1, 1, 1]), w, 0.0),
    ]
    all_wrong = [
        (small[0][0], 1 - small[0][1], w, 0.0),
        (np.array([[2.0, 1.0], [3.0, 1.0]]), np.array([0, 0]), w, 0.0),
    ]
    return [*small, *all_wrong] + [
        (halves(rng, n, 2), rng.integers(0, 2, size=n), halves(rng, 2), float(halves(rng, 1)[0]))
        for n in (3, 4, 5, 5, 5, 12, 20)
    ]


FIND_THE_BUG = Exercise(
    id="2.7",
    title="More mistakes than birds",
    kind="bug",
    starter="""
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w.reshape(2, 1) + b
            decisions = (outputs > 0).astype(int)
            return int((decisions != targets).sum())
    """,
    setup=NUMPY,
    right=(
        """
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w + b
            decisions = (outputs > 0).astype(int)
            return int((decisions != targets).sum())
        """,
        """
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w.reshape(2, 1) + b
            decisions = (outputs > 0).astype(int)
            return int((decisions.ravel() != targets).sum())
        """,
        """
        def count_mistakes(birds, targets, w, b):
            outputs = birds @ w.reshape(2, 1) + b
            decisions = (outputs > 0).astype(int)
            return int((decisions != targets.reshape(len(targets), 1)).sum())
        """,
        """
        def count_mistakes(birds, targets, w, b):
            mistakes = 0
            for bird, target in zip(birds, targets):
                if int(bird @ w + b > 0) != target:
                    mistakes += 1
            return mistakes
        """,
    ),
    wrong={
        "still_every_pair": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(len(w), 1) + b
                decisions = (outputs > 0) * 1
                return int((decisions != targets).sum())
            """,
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w[:, np.newaxis] + b
                return int(((outputs > 0) != targets).sum())
            """,
        ],
        "pairs_divided": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return (decisions != targets).sum() / len(birds)
            """
        ],
        "pairs_rounded": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum() / len(birds))
            """
        ],
        "share_of_pairs": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return (decisions != targets).mean()
            """
        ],
        "capped": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return min(int((decisions != targets).sum()), len(birds))
            """
        ],
        "first_bird_against_all": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions[0] != targets).sum())
            """
        ],
        "any_target": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).any(axis=1).sum())
            """
        ],
        "cancelled": [
            """
            def count_mistakes(birds, targets, w, b):
                decisions = (birds @ w + b > 0).astype(int)
                return int((decisions - targets).sum())
            """,
        ],
        "cancelled_too": [
            """
            def count_mistakes(birds, targets, w, b):
                decisions = (birds @ w + b > 0).astype(int)
                return int((targets - decisions).sum())
            """,
        ],
        "numbers_of_ones": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int(abs(decisions.sum() - targets.sum()))
            """
        ],
        "right_ones_counted": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions == targets).sum())
            """
        ],
        "share": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return (decisions != targets).mean()
            """
        ],
        "on_the_line": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs >= 0).astype(int)
                return int((decisions != targets).sum())
            """
        ],
        "bias_forgotten": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum())
            """
        ],
        "outputs_compared": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                return int((outputs != targets).sum())
            """
        ],
        "one_kind_only": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions > targets).sum())
            """
        ],
        "misses_only": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions < targets).sum())
            """
        ],
        "raised": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(1, 2) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum())
            """
        ],
        "wrong_shape": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return decisions != targets
            """
        ],
        "right_pairs_counted": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions == targets).sum())
            """
        ],
        "share_cut": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).mean())
            """,
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum() / len(birds))
            """,
        ],
        "share_of_pairs_cut": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).mean())
            """
        ],
        "share_rounded": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return round((decisions != targets).mean())
            """
        ],
        "any_mistake": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).any())
            """
        ],
        "share_of_right": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w + b
                decisions = (outputs > 0).astype(int)
                return (decisions == targets).mean()
            """
        ],
        "always_the_same": ["def count_mistakes(birds, targets, w, b):\n    return 0"],
        "wrong_value": [
            """
            def count_mistakes(birds, targets, w, b):
                outputs = birds @ w.reshape(2, 1) + b
                decisions = (outputs > 0).astype(int)
                return int((decisions != targets).sum()) // 2
            """
        ],
    },
    check=function_check(
        mistakes_counted,
        arguments=("birds", "targets", "w", "b"),
        cases=counting_cases,
        mistakes={
            "still_every_pair": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).sum()),
                "For birds = {birds}, targets = {targets}, w = {w}, b = {b} both birds are decided rightly, and you still "
                "count {got} mistakes. Look at the shape of `decisions` and of `targets`, and then at the shape of "
                "`decisions != targets`.",
            ),
            "pairs_divided": Mistake(
                lambda birds, targets, w, b: pairs(birds, targets, w, b).sum() / len(birds),
                "For two birds, both decided rightly, you count {got} mistakes. Dividing makes the number smaller, but it is "
                "still a count of *pairs*: every decision is compared with every target. Mend that first.",
            ),
            "pairs_rounded": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).sum() / len(birds)),
                "For two birds, both decided rightly, you count {got}. Dividing makes the number smaller, but it is still a "
                "count of *pairs*: every decision is compared with every target. Mend that first.",
            ),
            "share_of_pairs": Mistake(
                lambda birds, targets, w, b: pairs(birds, targets, w, b).mean(),
                "For two birds, both decided rightly, you return {got}. A mean hides the fault: every decision is still "
                "compared with every target, which makes four comparisons for two birds.",
            ),
            "capped": Mistake(
                lambda birds, targets, w, b: min(int(pairs(birds, targets, w, b).sum()), len(birds)),
                "For two birds, both decided rightly, you count {got} mistakes. Cutting the number off at the number of birds "
                "hides the fault. Where do the extra comparisons come from?",
            ),
            "first_bird_against_all": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b)[0].sum()),
                "For two birds, both decided rightly, you count {got}: the decision about the *first* bird is compared with "
                "the targets of all.",
            ),
            "right_ones_counted": Mistake(
                lambda birds, targets, w, b: len(birds) - mistakes_counted(birds, targets, w, b),
                "For two birds, both decided rightly, you count {got}. The comparison is mended; but these are the birds that "
                "are right.",
            ),
            "any_target": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).any(axis=1).sum()),
                "For two birds, both decided rightly, you count {got}. Each decision is still held against *all* targets; "
                "`any` only asks whether it misses one of them.",
            ),
            "cancelled": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b > 0).astype(int) - targets).sum()),
                "For {inputs} you count {got}. The comparison is mended; but a difference may be 1 or -1, and the two kinds "
                "of mistake cancel each other.",
            ),
            "cancelled_too": Mistake(
                lambda birds, targets, w, b: int((targets - (birds @ w + b > 0)).sum()),
                "For {inputs} you count {got}. The comparison is mended; but a difference may be 1 or -1, and the two kinds "
                "of mistake cancel each other.",
            ),
            "numbers_of_ones": Mistake(
                lambda birds, targets, w, b: int(abs((birds @ w + b > 0).sum() - targets.sum())),
                "For {inputs} you count {got}. As many ones decided as wanted doesn't mean that they went to the right birds.",
            ),
            "right_pairs_counted": Mistake(
                lambda birds, targets, w, b: int((~pairs(birds, targets, w, b)).sum()),
                lambda seen: (
                    f"For {len(seen.inputs['birds'])} birds you count {show(seen.got)}. `==` counts what is *equal*, which is the "
                    "opposite of a mistake; `!=` was no fault. And every decision is still compared with every target: look at "
                    "the shapes of both."
                ),
            ),
            "share_cut": Mistake(
                lambda birds, targets, w, b: mistakes_counted(birds, targets, w, b) // len(birds),
                "For {inputs} you return {got}. The comparison is mended; but a mean is the *share* of wrong birds, between 0 "
                "and 1, and `int` cuts it off to 0 unless all are wrong. Asked is their number.",
            ),
            "share_of_pairs_cut": Mistake(
                lambda birds, targets, w, b: int(pairs(birds, targets, w, b).mean()),
                "For {inputs} you return {got}. A mean is a share between 0 and 1, and `int` cuts it off to 0. It hides the "
                "fault, too: every decision is still compared with every target.",
            ),
            "share_rounded": Mistake(
                lambda birds, targets, w, b: round(mistakes_counted(birds, targets, w, b) / len(birds)),
                "For {inputs} you return {got}. The comparison is mended; but a mean is the *share* of wrong birds, and rounded "
                "it is 0 or 1. Asked is their number.",
            ),
            "any_mistake": Mistake(
                lambda birds, targets, w, b: int(mistakes_counted(birds, targets, w, b) > 0),
                "For {inputs} you return {got}: whether there is *any* mistake, 1 for yes and 0 for no. Asked is how many.",
            ),
            "share_of_right": Mistake(
                lambda birds, targets, w, b: 1 - mistakes_counted(birds, targets, w, b) / len(birds),
                "For {inputs} you return {got}: the *share* of the birds that are *right*, rightly compared. Asked is the "
                "number of those that are wrong.",
            ),
            "share": Mistake(
                lambda birds, targets, w, b: mistakes_counted(birds, targets, w, b) / len(birds),
                "For {inputs} you return {got}: the *share* of wrong birds, rightly compared. Asked is their number.",
            ),
            "on_the_line": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b >= 0) != targets).sum()),
                "For {inputs} you count {got}. The comparison is mended; but an output of exactly 0 now counts as a 1, and "
                "0 is not above 0.",
            ),
            "bias_forgotten": Mistake(
                lambda birds, targets, w, b: int(((birds @ w > 0) != targets).sum()),
                "For {inputs} you count {got}. The comparison is mended; but on the way the bias got lost.",
            ),
            "outputs_compared": Mistake(
                lambda birds, targets, w, b: int((birds @ w + b != targets).sum()),
                "For {inputs} you count {got}: the *outputs* are compared with the targets. An output of 3.2 is a clear 1, "
                "but it is not equal to 1.",
            ),
            "misses_only": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b <= 0) & (targets == 1)).sum()),
                "For {inputs} you count {got}: only the birds that got a 0 instead of a 1. The other kind of mistake is "
                "missing.",
            ),
            "one_kind_only": Mistake(
                lambda birds, targets, w, b: int(((birds @ w + b > 0) & (targets == 0)).sum()),
                "For {inputs} you count {got}: only the birds that got a 1 instead of a 0. The other kind of mistake is "
                "missing.",
            ),
        },
        success="(n, 1) against (n,) makes NumPy compare everything with everything, and nothing complains. It is one of the "
        "most frequent silent bugs in deep learning. From now on you'll look at the shapes first.",
    ),
    equivalent={
        "int(bird @ w + b > 0) != target -> int(w @ bird + b > 0) != target": SAME_SUM,
    },
    hints=(
        "Nothing raises an error, so ask the arrays themselves: print the shape of each one inside the function.",
        "`decisions` is a column and `targets` is a row. NumPy stretches both into a table with a row and a column for "
        "every bird. Which line makes the column?",
        "outputs = birds @ ___ + b            # (n,), like targets",
    ),
)


QUIZ = Exercise(
    id="2.8",
    title="Dense(1) keeps the score",
    kind="model",
    starter="quiz = ...",
    setup="import numpy as np\nimport keras\nfrom keras import layers",
    right=(
        """
        quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])
        quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])
        """,
        """
        inputs = keras.Input(shape=(3,))
        dense = layers.Dense(1, bias_initializer=keras.initializers.Constant(10.0))
        quiz = keras.Model(inputs, dense(inputs))
        dense.kernel.assign([[3.0], [-1.0], [0.0]])
        """,
        """
        quiz = keras.Sequential()
        quiz.add(keras.Input(shape=(3,)))
        quiz.add(layers.Dense(units=1, activation="linear"))
        quiz.layers[0].kernel.assign(np.array([3, -1, 0]).reshape(3, 1))
        quiz.layers[0].bias.assign([10])
        """,
    ),
    wrong={
        "not_a_model": [
            "quiz = np.array([3.0, -1.0, 0.0])",
            "quiz = layers.Dense",
            "quiz = lambda x: x @ [3, -1, 0] + 10",
        ],
        "not_built": [
            "quiz = keras.Sequential([layers.Dense(1)])",
            "quiz = layers.Dense(1)",
            "quiz = keras.Sequential([keras.Input(shape=(3,))])",
        ],
        "inputs_count": [
            "quiz = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0]]), np.array([10.0])])",
        ],
        "outputs_count": ["quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(3)])"],
        "no_bias": ["quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, use_bias=False)])"],
        "numbers_not_set": ["quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])"],
        "bias": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([0.0])])",
        ],
        "weights_order": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[-1.0], [3.0], [0.0]]), np.array([10.0])])",
        ],
        "sign_lost": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [1.0], [0.0]]), np.array([10.0])])",
        ],
        "weights": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [1.0]]), np.array([10.0])])",
        ],
        "relu": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, activation='relu')])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])",
        ],
        "activation": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, activation='sigmoid')])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])",
        ],
        "all_alike": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1, activation='softmax')])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0])])",
        ],
        "nearly": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[2.93], [-0.97], [0.01]]), np.array([9.9])])",
        ],
        "more_neurons": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([10.0]), np.array([[1.0]]), np.array([0.0])])",
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(2), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0, 0], [-1.0, 0], [0.0, 0]]), np.array([10.0, 0]), "
            "np.array([[1.0], [0.0]]), np.array([0.0])])",
        ],
        "no_neuron": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), "
            "layers.Lambda(lambda x: 3 * x[:, :1] - x[:, 1:2] + 10)])",
        ],
        "inputs_shape": [
            "quiz = keras.Sequential([keras.Input(shape=(1, 3)), layers.Dense(1)])",
            "quiz = keras.Sequential([keras.Input(shape=(None, 3)), layers.Dense(1)])",
        ],
        "not_finite": [
            "quiz = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])\n"
            "quiz.set_weights([np.array([[3.0], [-1.0], [0.0]]), np.array([np.nan])])",
        ],
    },
    check=quiz_model,
    equivalent={
        "layers.Dense(units=1, activation='linear') -> layers.Dense(units=1)": "linear is what Dense does by itself",
        "quiz.layers[0].kernel.assign -> quiz.layers[-1].kernel.assign": "there is one layer: the first is the last",
        "quiz.layers[0].bias.assign([10]) -> quiz.layers[-1].bias.assign([10])": "there is one layer: the first is the last",
    },
    hints=(
        "It is the taxi again: three inputs, one neuron, four numbers. Write down the four numbers first.",
        "Build it as in the cell above, then `set_weights` with a list of two arrays: the weights with the shape (3, 1), "
        "the bias with the shape (1,).",
        """
        quiz = keras.Sequential([keras.Input(shape=(___,)), layers.Dense(___)])
        quiz.set_weights([np.array([[___], [___], [___]]), np.array([___])])
        """,
    ),
)


WHAT_HELPS = Exercise(
    id="2.9",
    title="What would solve XOR?",
    kind="choice",
    starter="...",
    right=('"d"', "'D)'"),
    wrong={
        "longer_training": ['"a"'],
        "larger_weights": ['"b"'],
        "sum_is_no_news": ['"c"'],
        "not_a_choice": ['"a third input"', "4"],
    },
    check=choice_check(
        "d",
        {
            "a": (
                "longer_training",
                "Longer training helps to find numbers that exist. The argument above doesn't speak of training: it shows "
                "that there are no such numbers to be found.",
            ),
            "b": (
                "larger_weights",
                "Multiply w1, w2 and b by 100, and each output has the same sign as before: the line stays where it is, and "
                "the star in the middle would still have to be on both sides.",
            ),
            "c": (
                "sum_is_no_news",
                "A third weight times the sum adds the same to w1 and to w2. The neuron could do that before: it weighs and "
                "adds its inputs anyway. What could it *not* make of them?",
            ),
        },
        success="The neuron stays as simple as it was; what it *sees* is new. The next cell tries it.",
    ),
    hints=(
        "Go back to the argument. It needs one point that lies halfway between both pairs. Which of the four changes "
        "would move one of the corners, and so that point?",
        "A corner that is lifted off the paper takes its diagonal with it. What would be 0 at three corners, and not at "
        "the fourth?",
        "For the four points (0,0), (0,1), (1,0), (1,1) the product of both inputs is 0, ___, ___, ___.",
    ),
)
