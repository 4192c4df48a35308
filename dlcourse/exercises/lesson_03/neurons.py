"""Exercises 3.1 and 3.3: two layers in one, and the neuron that makes XOR of two bends. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise, Mistake, value_check
from dlcourse.exercises.common import three_numbers
from dlcourse.exercises.lesson_03.checks import output_neuron, shown_by_input, with_a_bias
from dlcourse.exercises.lesson_03.errors import NUMPY

FOLDED = Exercise(
    id="3.1",
    title="Three neurons in one",
    kind="value",
    starter="one_neuron = ...",
    setup=NUMPY
    + """
hidden_w, hidden_b = np.array([[1.0, 3.0], [2.0, -1.0]]), np.array([1.0, 0.0])
output_w, output_b = np.array([2.0, 1.0]), -4.0
""",
    right=(
        "one_neuron = (2 * 1 + 1 * 3, 2 * 2 + 1 * (-1), 2 * 1 - 4)",
        "one_neuron = [5, 3, -2]",
        "one_neuron = (hidden_w @ output_w, hidden_b @ output_w + output_b)",
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
        "bracket_forgotten": ["one_neuron = (5, 1, -3)"],
        "first_hidden_itself": ["one_neuron = (1, 2, 1)"],
        "sign_of_second": ["one_neuron = (5, 5, -2)"],
        "first_hidden_alone": ["one_neuron = (2, 4, -2)"],
        "second_hidden_alone": ["one_neuron = (3, -1, -4)"],
        "rows_for_columns": ["one_neuron = (4, 5, -2)"],
        "products_of_weights": ["one_neuron = (3, -2, -2)"],
        "exchanged": ["one_neuron = (3, 5, -2)"],
        "output_neuron_itself": ["one_neuron = (2, 1, -4)"],
        "bias_first": ["one_neuron = (-2, 5, 3)"],
        "hidden_alone": ["one_neuron = (4, 1, 1)"],
        "multiple": ["one_neuron = (10, 6, -4)", "one_neuron = (2.5, 1.5, -1)", "one_neuron = (-5, -3, 2)"],
        "bias_missing": ["one_neuron = (5, 3)", "one_neuron = hidden_w @ output_w"],
        "not_three_numbers": ["one_neuron = '5 x1 + 3 x2 - 2'", "one_neuron = 6"],
        "wrong_value": ["one_neuron = (5, 2, -2)"],
    },
    equivalent={
        "hidden_b @ output_w + output_b -> output_w @ hidden_b + output_b": "of two plain rows it is the same number",
        **dict.fromkeys(
            (
                "(2 * 1 + 1 * 3, 2 * 2 + 1 * -1, 2 * 1 - 4) -> (2 / 1 + 1 * 3, 2 * 2 + 1 * -1, 2 * 1 - 4)",
                "(2 * 1 + 1 * 3, 2 * 2 + 1 * -1, 2 * 1 - 4) -> (2 * 1 + 1 * 3, 2 + 2 + 1 * -1, 2 * 1 - 4)",
                "(2 * 1 + 1 * 3, 2 * 2 + 1 * -1, 2 * 1 - 4) -> (2 * 1 + 1 * 3, 2 * 2 + 1 / -1, 2 * 1 - 4)",
                "(2 * 1 + 1 * 3, 2 * 2 + 1 * -1, 2 * 1 - 4) -> (2 * 1 + 1 * 3, 2 * 2 + 1 * -1, 2 / 1 - 4)",
            ),
            "the same number",
        ),
    },
    check=with_a_bias(
        three_numbers(
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
                            (5.0, 3.0, 6.0),
                            "You give {got}: the 4 was added. The output neuron takes it away.",
                        ),
                        "output_weights_lost": Mistake(
                            (4.0, 1.0, -3.0),
                            "You give {got}: h1 and h2 added as they are. The output neuron counts h1 twice.",
                        ),
                        "hidden_alone": Mistake(
                            (4.0, 1.0, 1.0),
                            "You give {got}: that is h1 + h2. The output neuron's own numbers, 2, 1 and −4, have not come in yet.",
                        ),
                        "output_weight_on_both": Mistake(
                            (8.0, 2.0, -2.0), "You give {got}: h2 is counted twice, like h1. Its weight is 1."
                        ),
                        "only_first_weighted": Mistake(
                            (5.0, 1.0, -2.0),
                            "You give {got}. The 2 in front of h1 goes to *every* part of h1: 2 * (x1 + 2 * x2 + 1).",
                        ),
                        "bracket_forgotten": Mistake(
                            (5.0, 1.0, -3.0),
                            "You give {got}. The 2 in front of h1 has met x1 alone. It goes to *every* part of h1, the 1 as well: "
                            "2 * (x1 + 2 * x2 + 1).",
                        ),
                        "sign_of_second": Mistake(
                            (5.0, 5.0, -2.0), "You give {got}. Look at the sign in front of x2 in h2."
                        ),
                        "first_hidden_alone": Mistake(
                            (2.0, 4.0, -2.0),
                            "You give {got}: h1 alone has come through. h2 has a weight as well, 1.",
                        ),
                        "first_hidden_itself": Mistake(
                            (1.0, 2.0, 1.0),
                            "You give {got}: h1's own numbers. The output takes h1 twice, adds h2 and takes 4 away.",
                        ),
                        "second_hidden_alone": Mistake(
                            (3.0, -1.0, -4.0),
                            "You give {got}: h2 alone has come through. h1 is still missing.",
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
        )
    ),
    hints=(
        "Put h1 and h2 into the last line: output = 2 * (x1 + 2 * x2 + 1) + (3 * x1 - x2) - 4.",
        "Multiply the brackets out, then collect: how many x1, how many x2, and what stands alone?",
        "one_neuron = (2 * 1 + 1 * ___, 2 * ___ + 1 * ___, 2 * 1 - ___)",
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
        "exchanged": ["output_neuron = (-2, 1, -0.5)"],
        "bias_first": ["output_neuron = (-0.5, 1, -2)"],
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
