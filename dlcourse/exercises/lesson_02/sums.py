"""Exercises 2.1 to 2.4: the weighted sum, by hand, as a function and for many birds at once. Declarations only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, choice_check, function_check, show, value_check
from dlcourse.exercises.common import in_turn
from dlcourse.exercises.lesson_02.checks import with_a_start

NUMPY = "import numpy as np"
SAME_SUM = "the sum of the products is the same in either order"


BY_HAND = Exercise(
    id="2.1",
    title="A fare by hand",
    kind="value",
    starter="fare = ...",
    setup=NUMPY,
    right=(
        "fare = 6 * 2 + 18 * 0.5 + 2 * (-3) + 4",
        "fare = 19",
        """
        total = 4
        for amount, price in [(6, 2), (18, 0.5), (2, -3)]:
            total += amount * price
        fare = total
        """,
        "fare = np.array([6, 18, 2]) @ np.array([2, 0.5, -3]) + 4",
    ),
    wrong={
        "bias_forgotten": ["fare = 6 * 2 + 18 * 0.5 - 2 * 3", "fare = 15"],
        "bias_multiplied": ["fare = (6 * 2 + 18 * 0.5 - 2 * 3) * 4"],
        "bias_for_each_input": ["fare = (6 * 2 + 4) + (18 * 0.5 + 4) + (2 * -3 + 4)"],
        "weights_forgotten": ["fare = 6 + 18 + 2 + 4"],
        "only_inputs_added": ["fare = 6 + 18 + 2"],
        "mean_not_sum": ["fare = (6 * 2 + 18 * 0.5 - 2 * 3) / 3 + 4"],
        "mean_of_all": ["fare = (6 * 2 + 18 * 0.5 - 2 * 3 + 4) / 3"],
        "sign_lost": ["fare = 6 * 2 + 18 * 0.5 + 2 * 3 + 4"],
        "voucher_counted_once": ["fare = 6 * 2 + 18 * 0.5 - 3 + 4"],
        "vouchers_left_out": ["fare = 6 * 2 + 18 * 0.5 + 4"],
        "weights_exchanged": ["fare = 6 * 0.5 + 18 * 2 - 6 + 4"],
        "whole_euro_a_minute": ["fare = 6 * 2 + 18 - 6 + 4"],
        "bias_subtracted": ["fare = 6 * 2 + 18 * 0.5 - 6 - 4"],
        "four_too_many": ["fare = 4 + 6 * 2 + 18 * 0.5 - 6 + 4", "fare = 6 * 2 + 18 * 0.5 - 2 + 4"],
        "other_ride": ["fare = 14", "fare = 4 * 2 + 10 * 0.5 - 3 + 4"],
        "not_summed": ["fare = [12, 9, -6]", "fare = np.array([6, 18, 2]) * np.array([2, 0.5, -3])"],
        "wrong_value": ["fare = 6 * 2 + 18 * 5 - 6 + 4", "fare = 6 * 2 + 18 * 0.5 - 2 - 3 + 4"],
        "wrong_type": ["fare = '19 euros'"],
    },
    check=value_check(
        19.0,
        mistakes={
            "bias_forgotten": Mistake(
                15.0,
                "You give {got}, the weighted sum alone. On this tariff, what does a ride cost before it has begun?",
            ),
            "bias_multiplied": Mistake(
                60.0,
                "You give {got}, which is the weighted sum *times* 4. Getting in is not a price for each euro of the ride: "
                "what does the 4 do in the table above?",
            ),
            "bias_for_each_input": Mistake(
                27.0,
                "You give {got}: the 4 is in it three times, once for each input. How often do you get into the taxi?",
            ),
            "weights_forgotten": Mistake(
                30.0,
                "You give {got} = 6 + 18 + 2 + 4. Kilometres, minutes and vouchers were added as if each cost one euro: "
                "the weights have no say yet.",
            ),
            "only_inputs_added": Mistake(
                26.0,
                "You give {got} = 6 + 18 + 2, kilometres and minutes in one heap. What turns each of them into euros first?",
            ),
            "mean_not_sum": Mistake(
                9.0,
                "You give {got}: the three products were divided by 3. A ride is not cheaper because its price has more "
                "parts; look at the row *weighted sum* in the table.",
            ),
            "mean_of_all": Mistake(
                19 / 3,
                "You give {got}: everything was divided by 3. Nothing in this tariff is shared out among the inputs.",
            ),
            "sign_lost": Mistake(
                31.0,
                "You give {got}. With your sum a voucher makes the ride dearer. Which sign has its weight?",
            ),
            "voucher_counted_once": Mistake(
                22.0, "You give {got}: there is one voucher in your sum. This ride has two."
            ),
            "vouchers_left_out": Mistake(
                25.0, "You give {got}: kilometres, minutes and getting in. The vouchers have not been used."
            ),
            "weights_exchanged": Mistake(
                37.0,
                "You give {got}: the price of a minute was taken for kilometres, and the other way round.",
            ),
            "whole_euro_a_minute": Mistake(
                28.0,
                "You give {got}: every minute counts a whole euro in it. What does a minute cost?",
            ),
            "bias_subtracted": Mistake(
                11.0, "You give {got}: the 4 was taken off. Does getting in make the ride cheaper?"
            ),
            "four_too_many": Mistake(
                23.0,
                "You give {got}, which is 4 too many. Either getting in was paid twice, or a voucher took off 1 euro only.",
            ),
            "other_ride": Mistake(
                14.0,
                "{got} is the fare of the ride in the picture. This one is 6 kilometres, 18 minutes, 2 vouchers.",
            ),
            "not_summed": Mistake(
                np.array([12.0, 9.0, -6.0]),
                "You give {got}: the three products, each right. They are not a fare yet; two steps are left.",
            ),
        },
        otherwise="You give {got}. Write down the three products, one for each input, before you add anything: which "
        "number belongs to kilometres, which to minutes, which to vouchers?",
        success="You did by hand what the neurons of all later lessons do.",
    ),
    equivalent={
        "np.array([6, 18, 2]) @ np.array([2, 0.5, -3]) -> np.array([2, 0.5, -3]) @ np.array([6, 18, 2])": SAME_SUM,
    },
    hints=(
        "It is the table above with three other inputs. The weights and the bias stay as they are.",
        "Make the three products first. One of them is negative. Then add them all up, and what it costs to get in.",
        "fare = 6 * ___ + 18 * ___ + 2 * ___ + ___",
    ),
)


def weighted(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The reference of exercise 2.2."""
    return float(np.dot(w, x) + b)


def _rounded(rng: np.random.Generator, size: int) -> np.ndarray:
    """Numbers that are pleasant to read in a message."""
    return rng.normal(scale=2.0, size=size).round(1)


def sum_cases(rng: np.random.Generator) -> list[tuple]:
    """Three inputs first (small whole numbers), then more of them, fewer, negative ones, and a bias of 0."""
    small = (np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, -1.0]), 10.0)
    random = [(_rounded(rng, n), _rounded(rng, n), float(_rounded(rng, 1)[0])) for n in (5, 4, 8)]
    return [small, (np.array([2.0, 0.0, 1.0, 3.0]), np.array([-3.0, 7.0, 0.5, 1.5]), -2.5), *random]


def _taxi(x: np.ndarray) -> float:
    """The taxi's weights times the first three inputs: what is left of it where there are more of them."""
    return float(np.dot(x[:3], [2.0, 0.5, -3.0][: len(x)]))


WEIGHTED_SUM = Exercise(
    id="2.2",
    title="The neuron as a function",
    kind="function",
    starter="""
        def neuron(x, w, b):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def neuron(x, w, b):
            return w @ x + b
        """,
        """
        def neuron(x, w, b):
            total = b
            for i in range(len(x)):
                total = total + w[i] * x[i]
            return total
        """,
        """
        def neuron(x, w, b):
            return sum(wi * xi for wi, xi in zip(w, x)) + b
        """,
        """
        def neuron(x, w, b):
            return np.sum(np.multiply(x, w)) + b
        """,
    ),
    wrong={
        "bias_forgotten": [
            "def neuron(x, w, b):\n    return w @ x",
            "def neuron(x, w, b):\n    return sum(w * x)",
        ],
        "bias_multiplied": ["def neuron(x, w, b):\n    return (w @ x) * b"],
        "bias_times_inputs": [
            "def neuron(x, w, b):\n    return w @ x + b * sum(x)",
            "def neuron(x, w, b):\n    return (w + b) @ x",
        ],
        "bias_for_each_input": [
            "def neuron(x, w, b):\n    return sum(w * x + b)",
            """
            def neuron(x, w, b):
                total = 0
                for i in range(len(x)):
                    total = total + w[i] * x[i] + b
                return total
            """,
        ],
        "bias_subtracted": ["def neuron(x, w, b):\n    return w @ x - b"],
        "weights_forgotten": ["def neuron(x, w, b):\n    return sum(x) + b"],
        "inputs_forgotten": ["def neuron(x, w, b):\n    return sum(w) + b"],
        "added_not_multiplied": ["def neuron(x, w, b):\n    return sum(w + x) + b"],
        "mean_not_sum": ["def neuron(x, w, b):\n    return np.mean(w * x) + b"],
        "mean_of_all": ["def neuron(x, w, b):\n    return (w @ x + b) / len(x)"],
        "not_summed": ["def neuron(x, w, b):\n    return w * x + b"],
        "products_only": ["def neuron(x, w, b):\n    return w * x", "def neuron(x, w, b):\n    return x * w"],
        "sign_lost": ["def neuron(x, w, b):\n    return abs(w) @ x + b"],
        "result_sign_lost": ["def neuron(x, w, b):\n    return abs(w @ x + b)"],
        "first_product_only": [
            """
            def neuron(x, w, b):
                total = b
                for i in range(len(x)):
                    total = total + w[i] * x[i]
                    return total
            """,
            "def neuron(x, w, b):\n    return x[0] * w[0] + b",
        ],
        "last_product_only": [
            """
            def neuron(x, w, b):
                for i in range(len(x)):
                    total = w[i] * x[i]
                return total + b
            """
        ],
        "three_inputs_only": [
            "def neuron(x, w, b):\n    return x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + b",
        ],
        "last_kept_without_bias": [
            """
            def neuron(x, w, b):
                total = b
                for i in range(len(x)):
                    total = w[i] * x[i]
                return total
            """
        ],
        "two_inputs_only": [
            """
            def neuron(x, w, b):
                total = b
                for i in range(0, 2):
                    total = total + w[i] * x[i]
                return total
            """
        ],
        "bias_twice": [
            """
            def neuron(x, w, b):
                total = b
                for i in range(len(x)):
                    total = total + w[i] * x[i]
                return total + b
            """
        ],
        "bias_into_inputs": ["def neuron(x, w, b):\n    return w @ (x + b)"],
        "last_left_out": [
            """
            def neuron(x, w, b):
                total = b
                for i in range(len(x) - 1):
                    total += x[i] * w[i]
                return total
            """
        ],
        "first_left_out": [
            """
            def neuron(x, w, b):
                total = b
                for i in range(1, len(x)):
                    total += x[i] * w[i]
                return total
            """
        ],
        "cut_at_zero": ["def neuron(x, w, b):\n    return max(0, w @ x + b)"],
        "sums_multiplied": ["def neuron(x, w, b):\n    return sum(x) * sum(w) + b"],
        "taxis_own_bias": ["def neuron(x, w, b):\n    return w @ x + 4"],
        "taxis_own_weights": [
            """
            def neuron(x, w, b):
                w = np.array([2, 0.5, -3])
                return w @ x + b
            """,
            "def neuron(x, w, b):\n    return 2 * x[0] + 0.5 * x[1] - 3 * x[2] + b",
        ],
        "taxis_own_numbers": [
            """
            def neuron(x, w, b):
                w = np.array([2, 0.5, -3])
                b = 4
                return w @ x + b
            """,
            "def neuron(x, w, b):\n    return 2 * x[0] + 0.5 * x[1] - 3 * x[2] + 4",
        ],
        "taxis_own_ride": [
            "def neuron(x, w, b):\n    return w @ np.array([4, 10, 1]) + b",
            "def neuron(x, w, b):\n    x = np.array([4, 10, 1])\n    return w @ x + b",
        ],
        "no_start": [
            """
            def neuron(x, w, b):
                for i in range(len(x)):
                    total = total + w[i] * x[i]
                return total
            """,
            """
            def neuron(x, w, b):
                for i in range(len(x)):
                    total += w[i] * x[i]
                return total + b
            """,
        ],
        "rounded": ["def neuron(x, w, b):\n    return round(w @ x + b)"],
        "cut_off": ["def neuron(x, w, b):\n    return int(w @ x + b)"],
        "decided": ["def neuron(x, w, b):\n    return int(w @ x + b > 0)"],
        "always_the_same": [
            "def neuron(x, w, b):\n    x = np.array([4, 10, 1])\n    w = np.array([2, 0.5, -3])\n    return w @ x + 4"
        ],
        "returns_none": ["def neuron(x, w, b):\n    print(w @ x + b)"],
        "wrong_arguments": ["def neuron(x, w):\n    return w @ x"],
        "not_a_function": ["neuron = 14.0"],
        "raised": ["def neuron(x, w, b):\n    return weights @ x + b"],
        "wrong_value": ["def neuron(x, w, b):\n    return 2 * (w @ x) + b"],
    },
    check=with_a_start(
        function_check(
            weighted,
            arguments=("x", "w", "b"),
            cases=sum_cases,
            mistakes={
                "bias_forgotten": Mistake(
                    lambda x, w, b: np.dot(w, x),
                    "For {inputs} you return {got}, the weighted sum alone: your result is the same whatever `b` is. "
                    "What is left of a fare when all inputs are 0?",
                ),
                "bias_multiplied": Mistake(
                    lambda x, w, b: np.dot(w, x) * b,
                    "For {inputs} you return {got}: the weighted sum *multiplied* by b. Put zeros into `x` and your function "
                    "returns 0, but getting into the taxi still costs something.",
                ),
                "bias_times_inputs": Mistake(
                    lambda x, w, b: np.dot(w, x) + b * np.sum(x),
                    "For {inputs} you return {got}: b is multiplied by the inputs, as if it were one more weight. The bias is "
                    "what remains when every input is 0, so no input may touch it.",
                ),
                "bias_for_each_input": Mistake(
                    lambda x, w, b: np.sum(w * x + b),
                    lambda seen: (
                        f"You return {show(seen.got)} for x of {len(seen.inputs['x'])} numbers: b = {show(seen.inputs['b'])} "
                        f"is in it {len(seen.inputs['x'])} times, once for each input. One ride, one bias."
                    ),
                ),
                "bias_subtracted": Mistake(
                    lambda x, w, b: np.dot(w, x) - b,
                    "For {inputs} you return {got}: b is taken away from the weighted sum. A larger bias must give a larger "
                    "output.",
                ),
                "weights_forgotten": Mistake(
                    lambda x, w, b: np.sum(x) + b,
                    "For {inputs} you return {got}: the inputs are added as they are. An input with the weight 0 should not "
                    "count at all; in your function it does.",
                ),
                "inputs_forgotten": Mistake(
                    lambda x, w, b: np.sum(w) + b,
                    "For {inputs} you return {got}: the weights are added, and `x` is never looked at. Every ride would cost "
                    "the same.",
                ),
                "added_not_multiplied": Mistake(
                    lambda x, w, b: np.sum(w + x) + b,
                    "For {inputs} you return {got}: each weight is *added* to its input. Two kilometres at 3 euros each, is "
                    "that 2 + 3?",
                ),
                "mean_not_sum": Mistake(
                    lambda x, w, b: np.mean(w * x) + b,
                    "For {inputs} you return {got}, the *mean* of the products plus b. Imagine one more input with the weight "
                    "0: it must change nothing, but it lowers your result.",
                ),
                "mean_of_all": Mistake(
                    lambda x, w, b: (np.dot(w, x) + b) / len(x),
                    "For {inputs} you return {got}: everything is divided by the number of inputs. No step of the table "
                    "divides.",
                ),
                "not_summed": Mistake(
                    lambda x, w, b: w * x + b,
                    lambda seen: (
                        f"You return {np.size(seen.got)} numbers, {show(seen.got)}: each product with b added to it. A neuron "
                        "has one output. What makes one number of the products, and when does b come in?"
                    ),
                ),
                "products_only": Mistake(
                    lambda x, w, b: w * x,
                    lambda seen: (
                        f"You return {np.size(seen.got)} numbers, {show(seen.got)}: the products, each right. The sum and the "
                        "bias are still to come. Remember what `*` leaves and what `@` does."
                    ),
                ),
                "sign_lost": Mistake(
                    lambda x, w, b: np.dot(np.abs(w), x) + b,
                    "For {inputs} you return {got}: a weight below 0 counts as if it were above. A voucher would make the "
                    "ride dearer.",
                ),
                "result_sign_lost": Mistake(
                    lambda x, w, b: abs(np.dot(w, x) + b),
                    "For {inputs} you return {got}: the size is right, the sign is gone. A neuron's output may be below 0, and "
                    'soon that will mean "no".',
                ),
                "first_product_only": Mistake(
                    lambda x, w, b: w[0] * x[0] + b,
                    "For {inputs} you return {got}: that is b and the first product alone. Does your function reach the other "
                    "inputs before it returns?",
                ),
                "last_product_only": Mistake(
                    lambda x, w, b: w[-1] * x[-1] + b,
                    "For {inputs} you return {got}: that is b and the last product alone. In the loop, each new product seems "
                    "to replace the one before.",
                ),
                "three_inputs_only": Mistake(
                    lambda x, w, b: np.dot(w[:3], x[:3]) + b,
                    lambda seen: (
                        f"With three inputs you are right. For x = {show(seen.inputs['x'])} you return {show(seen.got)}: the "
                        "inputs after the third are left out. Neurons in an image network have hundreds."
                    ),
                ),
                "last_kept_without_bias": Mistake(
                    lambda x, w, b: w[-1] * x[-1],
                    "For {inputs} you return {got}, the *last* product alone: in the loop each product takes the place of the one "
                    "before, and of b. What must stand to the right of `=` so that `total` grows?",
                ),
                "two_inputs_only": Mistake(
                    lambda x, w, b: np.dot(w[:2], x[:2]) + b,
                    "For {inputs} you return {got}: the first two inputs and the bias. The others have no say yet.",
                ),
                "bias_twice": Mistake(
                    lambda x, w, b: np.dot(w, x) + 2 * b,
                    "For {inputs} you return {got}: b is in it twice. Does your sum begin with it, and end with it, too?",
                ),
                "bias_into_inputs": Mistake(
                    lambda x, w, b: np.dot(w, x + b),
                    "For {inputs} you return {got}: b is added to each input and then multiplied by the weights. Add it once, when "
                    "the sum is made.",
                ),
                "last_left_out": Mistake(
                    lambda x, w, b: np.dot(w[:-1], x[:-1]) + b,
                    "For {inputs} you return {got}: the last input is left out. Which indices does your loop visit?",
                ),
                "first_left_out": Mistake(
                    lambda x, w, b: np.dot(w[1:], x[1:]) + b,
                    "For {inputs} you return {got}: the first input is left out. At which index does Python begin to count?",
                ),
                "cut_at_zero": Mistake(
                    lambda x, w, b: max(0.0, np.dot(w, x) + b),
                    "For {inputs} you return {got}: an output below 0 is cut off. Lesson 3 has a use for that; this neuron gives "
                    "its output as it is.",
                ),
                "sums_multiplied": Mistake(
                    lambda x, w, b: np.sum(x) * np.sum(w) + b,
                    "For {inputs} you return {got}: the *sum* of the inputs times the *sum* of the weights. Each input has a "
                    "weight of its own: multiply first, then add.",
                ),
                "taxis_own_bias": Mistake(
                    lambda x, w, b: np.dot(w, x) + 4,
                    "For {inputs} you return {got}: the taxi's bias, 4, is written into your function. Another neuron has "
                    "another bias; it comes in as `b`.",
                ),
                "taxis_own_weights": Mistake(
                    lambda x, w, b: _taxi(x) + b,
                    "For {inputs} you return {got}: the taxi's weights, 2, 0.5 and -3, are written into your function. Another "
                    "neuron has other weights, and perhaps more of them; they come in as `w`.",
                ),
                "taxis_own_numbers": Mistake(
                    lambda x, w, b: _taxi(x) + 4,
                    "For {inputs} you return {got}: the taxi's weights and its bias are written into your function. Another neuron "
                    "has other ones; they come in as `w` and `b`.",
                ),
                "taxis_own_ride": Mistake(
                    lambda x, w, b: float(np.dot(w, [4, 10, 1])) + b,
                    "For {inputs} you return {got}: the ride of the picture, 4 km, 10 minutes and 1 voucher, is written into your "
                    "function. Another ride has other numbers; they come in as `x`.",
                ),
                "rounded": Mistake(
                    lambda x, w, b: round(float(np.dot(w, x) + b)),
                    "For {inputs} you return {got}, a whole number. What comes after the decimal point belongs to the output.",
                ),
                "cut_off": Mistake(
                    lambda x, w, b: int(np.dot(w, x) + b),
                    "For {inputs} you return {got}: `int` cuts off what comes after the decimal point, and it belongs to the "
                    "output.",
                ),
                "decided": Mistake(
                    lambda x, w, b: int(np.dot(w, x) + b > 0),
                    "For {inputs} you return {got}: you decide already whether the output is above 0. Here the output itself "
                    "is asked.",
                ),
            },
            success="It works for any number of inputs: a neuron that reads a photo does this with thousands.",
        )
    ),
    equivalent={
        "return w @ x + b -> return x @ w + b": SAME_SUM,
        "sum((wi * xi for wi, xi in zip(w, x))) + b -> sum((wi * xi for wi, xi in zip(x, w))) + b": "the same products",
    },
    hints=(
        "Three things in a row: multiply, add up, shift.",
        "In the cells above, which operator multiplies two arrays number by number *and* adds up? Or go through the "
        "indices with a loop that begins with `total = b`.",
        "def neuron(x, w, b):\n    return ___ @ ___ + ___",
    ),
)


WHICH_COUNTS = Exercise(
    id="2.3",
    title="Which input counts more?",
    kind="choice",
    starter="...",
    right=('"c"', "'C'"),
    wrong={
        "weight_alone": ['"a"'],
        "input_alone": ['"b"'],
        "each_counts_once": ['"d"'],
        "not_a_choice": ['"kilometres"', "3"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "weight_alone",
                "A ride of 4 kilometres in a traffic jam, 40 minutes: the kilometres add 8 euros, the minutes 20. The larger "
                "weight says what *one more* kilometre adds, not how many there are.",
            ),
            "b": (
                "input_alone",
                "In the picture's ride there are 10 minutes and only 4 kilometres, and yet the minutes add 5 euros and the "
                "kilometres 8. The size of an input alone doesn't decide. Try a ride of 40 minutes, too.",
            ),
            "d": (
                "each_counts_once",
                "Each is added once, but as a product: 8 euros for the kilometres and 5 for the minutes of the picture's ride. "
                "What would they be in a ride of 40 minutes?",
            ),
        },
        success="What counts is weight times input. So a weight alone says how important an input is only among inputs "
        "that are counted in comparable units.",
    ),
    hints=(
        "Try two rides on paper: one on an empty road, one in a traffic jam.",
        "What does an input add to the sum? Two numbers take part in it.",
        "For the ride (4 km, 10 minutes) the kilometres add 4 * 2 = ___ and the minutes 10 * 0.5 = ___. "
        "For (4 km, 40 minutes) it is ___ and ___.",
    ),
)


def _birds(rng: np.random.Generator, birds: int, measurements: int) -> tuple[np.ndarray, np.ndarray, float]:
    """Halves, so that every order of adding gives the same sum to the last digit, and short to read."""
    table, w = rng.integers(-6, 7, size=(birds, measurements)) / 2, rng.integers(-4, 5, size=measurements) / 2
    return table, w, float(rng.integers(-6, 7) / 2)


def decided(birds: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """The reference of exercise 2.4."""
    return (birds @ w + b > 0).astype(int)


def square_cases(rng: np.random.Generator) -> list[tuple]:
    """As many birds as measurements: here `w @ birds` runs too, and gives something else."""
    small = (np.array([[2.0, 1.0], [-3.0, 1.0]]), np.array([1.0, 2.0]), 0.0)
    return [small, *(_birds(rng, n, n) for n in (2, 3, 5, 8, 8))]


def batch_cases(rng: np.random.Generator) -> list[tuple]:
    """Three birds, the last exactly on the line; a bias; a third measurement that decides; then many."""
    w = np.array([1.0, 1.0, 1.0])
    fixed = [
        (np.array([[2.0, 1.0], [1.0, 3.0], [1.0, 1.0]]), np.array([1.0, -1.0]), 0.0),
        (np.array([[0.0, 1.0], [2.0, 2.0], [3.0, 1.0], [1.0, 4.0]]), w[:2], -3.0),
        (np.array([[0.0, 0.0, 2.0], [1.0, 1.0, -5.0], [1.0, 0.0, 1.0]]), w, -1.0),
    ]
    return [*fixed, *(_birds(rng, 5, 2) for _ in range(12)), *(_birds(rng, 4, 3) for _ in range(8))]


MANY_BIRDS = Exercise(
    id="2.4",
    title="Many birds at once",
    kind="function",
    starter="""
        def decide(birds, w, b):
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def decide(birds, w, b):
            outputs = birds @ w + b            # (n,)
            return (outputs > 0).astype(int)   # (n,)
        """,
        """
        def decide(birds, w, b):
            decisions = []
            for bird in birds:
                if bird @ w + b > 0:
                    decisions.append(1)
                else:
                    decisions.append(0)
            return decisions
        """,
        """
        def decide(birds, w, b):
            return np.where((birds * w).sum(axis=1) > -b, 1, 0)
        """,
        """
        def decide(birds, w, b):
            return birds @ w + b > 0
        """,
    ),
    wrong={
        "weights_transposed": ["def decide(birds, w, b):\n    return (w @ birds + b > 0).astype(int)"],
        "bias_forgotten": ["def decide(birds, w, b):\n    return (birds @ w > 0).astype(int)"],
        "bias_multiplied": ["def decide(birds, w, b):\n    return ((birds @ w) * b > 0).astype(int)"],
        "bias_subtracted": ["def decide(birds, w, b):\n    return (birds @ w - b > 0).astype(int)"],
        "weights_forgotten": ["def decide(birds, w, b):\n    return (birds.sum(axis=1) + b > 0).astype(int)"],
        "bias_too_heavy": [
            "def decide(birds, w, b):\n    return ((birds * w).mean(axis=1) + b > 0).astype(int)",
            "def decide(birds, w, b):\n    return ((birds * w + b).sum(axis=1) > 0).astype(int)",
        ],
        "two_measurements_only": [
            "def decide(birds, w, b):\n    return [int(x[0] * w[0] + x[1] * w[1] + b > 0) for x in birds]"
        ],
        "on_the_line": ["def decide(birds, w, b):\n    return (birds @ w + b >= 0).astype(int)"],
        "yes_and_no_exchanged": ["def decide(birds, w, b):\n    return (birds @ w + b <= 0).astype(int)"],
        "below": ["def decide(birds, w, b):\n    return (birds @ w + b < 0).astype(int)"],
        "not_decided": ["def decide(birds, w, b):\n    return birds @ w + b"],
        "outputs_cut": [
            "def decide(birds, w, b):\n    return (birds @ w + b).astype(int)",
            "def decide(birds, w, b):\n    return [int(bird @ w + b) for bird in birds]",
        ],
        "outputs_rounded": ["def decide(birds, w, b):\n    return np.round(birds @ w + b).astype(int)"],
        "not_zero": [
            "def decide(birds, w, b):\n    return (birds @ w + b).astype(bool).astype(int)",
            "def decide(birds, w, b):\n    return birds @ w + b != 0",
        ],
        "cut_at_zero": ["def decide(birds, w, b):\n    return np.maximum(birds @ w + b, 0)"],
        "minus_one_for_no": ["def decide(birds, w, b):\n    return np.where(birds @ w + b > 0, 1, -1)"],
        "signs": ["def decide(birds, w, b):\n    return np.sign(birds @ w + b).astype(int)"],
        "not_summed": [
            "def decide(birds, w, b):\n    return (birds * w + b > 0).astype(int)",
        ],
        "one_for_all": [
            "def decide(birds, w, b):\n    return int((birds @ w + b).sum() > 0)",
        ],
        "first_bird_only": [
            """
            def decide(birds, w, b):
                for bird in birds:
                    return int(bird @ w + b > 0)
            """
        ],
        "columns_summed": [
            "def decide(birds, w, b):\n    return ((birds * w).sum(axis=0) + b > 0).astype(int)"
        ],
        "all_in_one_sum": ["def decide(birds, w, b):\n    return int((birds * w).sum() + b > 0)"],
        "ones_only": [
            """
            def decide(birds, w, b):
                decisions = []
                for bird in birds:
                    if bird @ w + b > 0:
                        decisions.append(1)
                return decisions
            """
        ],
        "last_bird_only": [
            """
            def decide(birds, w, b):
                for bird in birds:
                    decision = int(bird @ w + b > 0)
                return decision
            """
        ],
        "counted": ["def decide(birds, w, b):\n    return int((birds @ w + b > 0).sum())"],
        "which_birds": ["def decide(birds, w, b):\n    return np.flatnonzero(birds @ w + b > 0)"],
        "wrong_shape": [
            "def decide(birds, w, b):\n    return (birds @ w.reshape(-1, 1) + b > 0).astype(int)"
        ],
        "raised": [
            "def decide(birds, w, b):\n    return 1 if birds @ w + b > 0 else 0",
            "def decide(birds, w, b):\n    return (birds @ weights + b > 0).astype(int)",
        ],
        "returns_none": ["def decide(birds, w, b):\n    print(birds @ w + b > 0)"],
        "wrong_value": ["def decide(birds, w, b):\n    return (birds @ w + b > 1).astype(int)"],
    },
    check=in_turn(
        (
            function_check(
                decided,
                arguments=("birds", "w", "b"),
                cases=square_cases,
                mistakes={
                    "weights_transposed": Mistake(
                        lambda birds, w, b: (w @ birds + b > 0).astype(int),
                        "For {inputs} you return {got}. `w @ birds` runs down the *columns*: it multiplies the first weight "
                        "by the first bird. One bird is one *row*; each of its numbers belongs to one weight.",
                    )
                },
            ),
            ("weights_transposed",),
        ),
        (
            function_check(
                decided,
                arguments=("birds", "w", "b"),
                cases=batch_cases,
                mistakes={
                    "bias_forgotten": Mistake(
                        lambda birds, w, b: (birds @ w > 0).astype(int),
                        "For {inputs} you return {got}: the same as with b = 0. Without the bias every line goes through "
                        "the point (0, 0).",
                    ),
                    "bias_multiplied": Mistake(
                        lambda birds, w, b: ((birds @ w) * b > 0).astype(int),
                        "For {inputs} you return {got}: b is multiplied by the sums. With b = 0 nobody could ever get a 1.",
                    ),
                    "bias_subtracted": Mistake(
                        lambda birds, w, b: (birds @ w - b > 0).astype(int),
                        "For {inputs} you return {got}: with your function a larger b gives fewer ones. It must be the "
                        "other way round.",
                    ),
                    "weights_forgotten": Mistake(
                        lambda birds, w, b: (birds.sum(axis=1) + b > 0).astype(int),
                        "For {inputs} you return {got}: the measurements are added as they are, and `w` has no say.",
                    ),
                    "two_measurements_only": Mistake(
                        lambda birds, w, b: decided(birds[:, :2], w[:2], b),
                        "With two measurements you are right. For {inputs} you return {got}: the third measurement has no "
                        "say.",
                    ),
                    "bias_too_heavy": Mistake(
                        lambda birds, w, b: ((birds * w).mean(axis=1) + b > 0).astype(int),
                        "For {inputs} you return {got}: against the sums, your bias weighs too much. That happens when "
                        "the *mean* of the products is taken, or when b is added to each product.",
                    ),
                    "on_the_line": Mistake(
                        lambda birds, w, b: (birds @ w + b >= 0).astype(int),
                        "For {inputs} you return {got}. One of these outputs is exactly 0. The task says: 1 where the output "
                        "is *above* 0.",
                    ),
                    "yes_and_no_exchanged": Mistake(
                        lambda birds, w, b: (birds @ w + b <= 0).astype(int),
                        "For {inputs} you return {got}, where {expected} is expected: every 1 is a 0 and every 0 a 1.",
                    ),
                    "below": Mistake(
                        lambda birds, w, b: (birds @ w + b < 0).astype(int),
                        "For {inputs} you return {got}: a 1 for the outputs *below* 0.",
                    ),
                    "not_decided": Mistake(
                        lambda birds, w, b: birds @ w + b,
                        "For {inputs} you return {got}: these are the outputs, and they are right. The decision is missing: "
                        "which of them are above 0?",
                    ),
                    "outputs_cut": Mistake(
                        lambda birds, w, b: (birds @ w + b).astype(int),
                        "For {inputs} you return {got}: the outputs, without what comes after the decimal point. "
                        "`.astype(int)` makes whole numbers, it decides nothing. First ask whether each output is above 0.",
                    ),
                    "outputs_rounded": Mistake(
                        lambda birds, w, b: np.round(birds @ w + b),
                        "For {inputs} you return {got}: the outputs, rounded. Rounding decides nothing: ask whether each output "
                        "is above 0.",
                    ),
                    "not_zero": Mistake(
                        lambda birds, w, b: (birds @ w + b != 0).astype(int),
                        "For {inputs} you return {got}: a 1 for every output that is not exactly 0, so also for those *below* "
                        "it. (`bool` asks only that.)",
                    ),
                    "cut_at_zero": Mistake(
                        lambda birds, w, b: np.maximum(birds @ w + b, 0),
                        "For {inputs} you return {got}: outputs below 0 become 0, as a no should, but a yes is still an output. "
                        "It should be 1.",
                    ),
                    "minus_one_for_no": Mistake(
                        lambda birds, w, b: np.where(birds @ w + b > 0, 1, -1),
                        "For {inputs} you return {got}. You decide rightly, but write -1 for no; 0 is asked.",
                    ),
                    "signs": Mistake(
                        lambda birds, w, b: np.sign(birds @ w + b),
                        "For {inputs} you return {got}: the sign of each output, which can be -1, 0 or 1. Asked is a 1 for "
                        "each output above 0, else a 0.",
                    ),
                    "not_summed": Mistake(
                        lambda birds, w, b: (birds * w + b > 0).astype(int),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return the shape {np.shape(seen.got)}: a decision "
                            "for each *measurement*. A bird's products must become one sum before anything is decided."
                        ),
                    ),
                    "one_for_all": Mistake(
                        lambda birds, w, b: int((birds @ w + b).sum() > 0),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return one number, {show(seen.got)}: their outputs "
                            "were added up. Each bird has a decision of its own."
                        ),
                    ),
                    "first_bird_only": Mistake(
                        lambda birds, w, b: int(birds[0] @ w + b > 0),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return one number, {show(seen.got)}: the decision "
                            "about the first bird. Does a loop return before it has seen the others, or is only `birds[0]` used?"
                        ),
                    ),
                    "columns_summed": Mistake(
                        lambda birds, w, b: ((birds * w).sum(axis=0) + b > 0).astype(int),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return the shape {np.shape(seen.got)}: one number "
                            "for each *measurement*, since you added up down the columns. A bird is a row: `axis=1`."
                        ),
                    ),
                    "all_in_one_sum": Mistake(
                        lambda birds, w, b: int((birds * w).sum() + b > 0),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return one number, {show(seen.got)}: the products of "
                            "all birds went into one sum. Each bird has a sum of its own."
                        ),
                    ),
                    "ones_only": Mistake(
                        lambda birds, w, b: [1] * int(decided(birds, w, b).sum()),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return {show(seen.got)}: a 1 for each yes, and nothing "
                            "for a no. What is appended when the output is not above 0?"
                        ),
                    ),
                    "last_bird_only": Mistake(
                        lambda birds, w, b: int(birds[-1] @ w + b > 0),
                        lambda seen: (
                            f"For {len(seen.inputs['birds'])} birds you return one number, {show(seen.got)}: the decision "
                            "about the last bird. What keeps the decisions before it?"
                        ),
                    ),
                    "counted": Mistake(
                        lambda birds, w, b: int((birds @ w + b > 0).sum()),
                        "For {inputs} you return {got}: *how many* outputs are above 0. Asked is a list that says which.",
                    ),
                    "which_birds": Mistake(
                        lambda birds, w, b: np.flatnonzero(birds @ w + b > 0),
                        "For {inputs} you return {got}: the *places* of the birds that get a 1. Asked is one number, 1 or "
                        "0, for every bird.",
                    ),
                },
                success="One line of arithmetic for all birds at once. The same line serves two measurements or two thousand.",
            ),
            None,
        ),
    ),
    equivalent={
        "bird @ w + b > 0 -> w @ bird + b > 0": SAME_SUM,
        "np.where((birds * w).sum(axis=1) > -b, 1, 0) -> np.where(1, (birds * w).sum(axis=1) > -b, 0)": "True and False are as good as 1 and 0",
    },
    hints=(
        "First the outputs of all birds, then the question: above 0 or not?",
        "The table has one bird in each row, shape (n, m); the weights have the shape (m,). In which order does `@` take "
        "them, so that (n,) comes out?",
        "def decide(birds, w, b):\n    outputs = ___ @ ___ + ___\n    return (outputs ___ 0).astype(int)",
    ),
)
