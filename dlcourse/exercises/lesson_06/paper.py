"""Exercises 6.1, 6.4 and 6.11: blame on paper, why it is added up, why NumPy was faster. Declarations only."""

from __future__ import annotations

from typing import Any

import numpy as np

from dlcourse.checking import Correct, Exercise, Mistake, NotYet, choice_check, close, show, value_check

ORDER = "You give {got}: the right three numbers in another order. Asked is (w, b, x)."

_all_three = value_check(
    (-40.0, -10.0, 10.0),
    mistakes={
        "own_number": Mistake(
            (10.0, -10.0, -40.0),
            "You give {got}. The blame arrives at the product rightly, but then each factor got its *own* number as the "
            "slope. If w grows by 1, by how much does `w * x` grow?",
        ),
        "two_forgotten": Mistake(
            (-20.0, -5.0, 5.0),
            "You give {got}: every number is half of what it should be, so it went wrong at the first step back. At an "
            "error of -5, how steep is its square?",
        ),
        "both_slips": Mistake(
            (5.0, -5.0, -20.0),
            "You give {got}. Two things: the slope of a square is not the number itself, and at the product each factor "
            "got its own number as the slope.",
        ),
        "error_for_slope": Mistake(
            (100.0, 25.0, -25.0),
            "You give {got}: the *loss*, 25, was sent back. What is sent back begins with 1 at the loss, times the slope of "
            "the square.",
        ),
        "local_only": Mistake(
            (4.0, 1.0, -1.0),
            "You give {got}: these are the slopes of the last operation alone, from w, b and x to the sum. Each must still "
            "be multiplied by the blame that arrives at the sum.",
        ),
        "sign": Mistake(
            (40.0, 10.0, -10.0),
            "You give {got}: the sizes are right, every sign is the other one. The error is the sum minus the target. Is it "
            "above or below 0?",
        ),
        "passed_unchanged": Mistake(
            (-10.0, -10.0, -10.0),
            "You give {got}. A plus passes the blame on unchanged, so b is right. But between w and the sum stands a "
            "*times*: what does it multiply the blame by?",
        ),
        "bias_multiplied": Mistake(
            (-40.0, -4.0, 10.0),
            "You give {got}. w and x are right. Nothing multiplies b: it enters through the plus alone.",
        ),
        "forward": Mistake(
            (-4.0, -3.0, -5.0),
            "You give {got}: product, sum and error, the numbers of the way *forward*. Asked is what comes back: how fast the loss grows with w, b and x.",
        ),
        "bias_forgotten": Mistake(
            (-48.0, -12.0, 12.0),
            "You give {got}, so your error is -6: that is w * x - target. What else goes into the sum?",
        ),
        "product_sign": Mistake(
            (24.0, 6.0, -6.0),
            "You give {got}, so your error is 3. The slopes are right; look at the way forward: what is -1 * 4?",
        ),
        "loss_as_start": Mistake(
            (-1000.0, -250.0, 250.0),
            "You give {got}, every number 25 times what it should be: the way back began with the *loss*, 25. How fast does the loss grow with itself?",
        ),
        "slopes_added": Mistake(
            (-6.0, -9.0, -11.0),
            "You give {got}: the slopes along each way were *added*. If w grows by 1, the sum grows by 4, and for each of these 4 the loss changes by "
            "what arrives at the sum. How do the two combine?",
        ),
        "first_numbers": Mistake(
            (12.0, 4.0, 8.0),
            "You give {got}: that is the example above. Here w = -1, x = 4, b = 1, and the target is 2.",
        ),
        "target_as_error": Mistake(
            (-24.0, -6.0, 6.0),
            "You give {got}, so your error is -3. That is the sum; the error is the sum minus the target.",
        ),
        "target_added": Mistake(
            (-8.0, -2.0, 2.0),
            "You give {got}, so your error is -1: the target was added to the sum. It is subtracted.",
        ),
        "inputs": Mistake(
            (-1.0, 1.0, 4.0),
            "You give {got}: w, b and x themselves. Asked is the blame each of them gets: how fast the loss grows with it.",
        ),
        "order": Mistake((-40.0, 10.0, -10.0), ORDER),
        "order_x_first": Mistake((10.0, -40.0, -10.0), ORDER),
        "order_b_first": Mistake((-10.0, -40.0, 10.0), ORDER),
    },
    otherwise="You give {got}. Forwards first: the product, the sum, the error, the loss. Then backwards from 1, one slope at "
    "a time, and write down what arrives at each number.",
    success="w gets the most: its error of -5 was stretched by x = 4. All three signs say which way the loss falls: raise w, "
    "raise b, lower x.",
)


WHERE = {
    "at_b": "b enters through a plus alone: it gets what arrives at the sum.",
    "at_w": "Between the sum and w stands the product. What arrives there is multiplied by one slope; which number is it, with its sign?",
    "at_x": "Between the sum and x stands the product. What arrives there is multiplied by one slope; which number is it, with its sign?",
}


def _floats(row: Any) -> list[float] | None:
    try:
        return [float(number) for number in row]
    except (TypeError, ValueError):
        return None


def check_on_paper(answer: Any) -> Correct | NotYet:
    """All three, and if only one of them is wrong, which."""
    if np.size(getattr(answer, "shape", ())) == 2 and max(answer.shape) == 3 == np.prod(answer.shape):
        answer = np.ravel(np.asarray(answer))  # a single row or column of an array
    verdict = _all_three(answer)
    if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
        return verdict
    given = _floats(answer)
    if given and given[1] and close(given, [4 * given[1], given[1], -given[1]]):
        return NotYet(
            "at_the_sum",
            f"You give {show(answer)}: from the sum on to w, b and x everything is right. But at the sum arrives {show(given[1])} with you. Is your "
            "error, on the way forward, product + b - target? And how steep is its square there?",
        )
    right = {"at_w": -40.0, "at_b": -10.0, "at_x": 10.0}
    wrong = [code for code, value in zip(right, answer, strict=True) if not close(value, right[code])]
    if len(wrong) != 1:
        return verdict
    place = list(right).index(wrong[0])
    return NotYet(
        wrong[0],
        f"Two of the three are right; {wrong[0][-1]} is not, you give {show(answer[place])} for it. {WHERE[wrong[0]]}",
    )


check_on_paper.codes = (*_all_three.codes, *WHERE, "at_the_sum")  # type: ignore[attr-defined]

ON_PAPER = Exercise(
    id="6.1",
    title="Blame on paper",
    kind="value",
    starter="blame = ...",
    setup="import numpy as np\nfrom dlcourse.scratch import Value",
    right=(
        "blame = (-40, -10, 10)",
        """
        w, x, b, target = -1, 4, 1, 2
        error = w * x + b - target
        at_error = 2 * error
        blame = [at_error * x, at_error, at_error * w]
        """,
        "blame = -10 * np.array([[4.0, 1.0, -1.0]])",
        """
        w, b, x = Value(-1), Value(1), Value(4)
        ((w * x + b - 2) ** 2).backward()
        blame = [w.gradient, b.gradient, x.gradient]
        """,
    ),
    wrong={
        "own_number": ["blame = (10, -10, -40)"],
        "two_forgotten": ["blame = (-20, -5, 5)"],
        "both_slips": ["blame = (5, -5, -20)"],
        "error_for_slope": ["blame = (100, 25, -25)"],
        "local_only": ["blame = (4, 1, -1)"],
        "sign": ["blame = (40, 10, -10)"],
        "passed_unchanged": ["blame = (-10, -10, -10)"],
        "bias_multiplied": ["blame = (-40, -4, 10)"],
        "forward": ["blame = (-4, -3, -5)"],
        "inputs": ["blame = (-1, 1, 4)"],
        "bias_forgotten": ["blame = (-48, -12, 12)"],
        "product_sign": ["blame = (24, 6, -6)"],
        "loss_as_start": ["blame = (-1000, -250, 250)"],
        "slopes_added": ["blame = (-6, -9, -11)"],
        "at_the_sum": ["blame = (8, 2, -2)", "blame = [-12.0, -3.0, 3.0]"],
        "first_numbers": ["blame = (12, 4, 8)"],
        "target_as_error": ["blame = (-24, -6, 6)"],
        "target_added": ["blame = (-8, -2, 2)"],
        "order": ["blame = (-40, 10, -10)"],
        "order_x_first": ["blame = (10, -40, -10)"],
        "order_b_first": ["blame = (-10, -40, 10)"],
        "wrong_length": ["blame = (-40, -10)"],
        "wrong_type": ["blame = -40"],
        "at_x": ["blame = (-40, -10, 40)", "blame = (-40, -10, -10)"],
        "at_w": ["blame = (40, -10, 10)"],
        "at_b": ["blame = (-40, -5, 10)"],
        "wrong_value": ["blame = (-50, -10, 0)"],
    },
    check=check_on_paper,
    equivalent={
        "((w * x + b - 2) ** 2).backward() -> ((2 - (w * x + b)) ** 2).backward()": "the square is the same",
        "[at_error * x, at_error, at_error * w] -> [at_error * x, at_error, at_error / w]": "w is -1 here: dividing by it is multiplying",
    },
    hints=(
        "Make both tables again: down for the numbers, up for the blame.",
        "The error is -4 + 1 - 2. The square's slope there is twice that. The plus passes it on; the times hands each factor the "
        "*other* factor's number.",
        "error = ___, so at the error arrives 2 * ___ = ___\nblame = (___ * 4, ___, ___ * -1)",
    ),
)


WHY_ADDED = Exercise(
    id="6.4",
    title="Why both ways count",
    kind="choice",
    starter="...",
    right=('"b"', '"(B)"'),
    wrong={"overwritten": ['"a"'], "shares": ['"c"'], "only_squares": ['"d"'], "not_a_choice": ['"e"', "2"]},
    check=choice_check(
        "b",
        {
            "a": (
                "overwritten",
                "If the later one counted, x would get 3 in x * x and only 1 in x + x. But with x = 3.01 the sum x + x is 6.02: it "
                "grows twice as fast as x. What does the other way add?",
            ),
            "c": (
                "shares",
                "Blame is called a share, but nothing is divided up. In x + x each way brings the full 1, and x gets 2, more than "
                "there was at the sum. A gradient is a rate, and rates don't have to sum to a whole.",
            ),
            "d": (
                "only_squares",
                "For the square it comes out the same, 2 * 3. But x + x has no square in it, and there x gets 1 + 1. The reason must "
                "serve both.",
            ),
        },
        success="One nudge, two ways to the result, two effects, and they add up. Whatever is used more than once collects from "
        "every use, and in a network every hidden value is.",
    ),
    hints=(
        "Try it with x + x: let x grow from 3 to 3.01. By how much does the sum grow, and what did each side contribute?",
        "Three of the four reasons break for x + x. Which one holds for x * x and for x + x?",
        "x grows by 0.01: the left x adds ___, the right x adds ___, together ___.",
    ),
)

WHY_FASTER = Exercise(
    id="6.11",
    title="Why small is fast",
    kind="choice",
    starter="...",
    right=('"c"', '"C."'),
    wrong={
        "better_arithmetic": ['"a"'],
        "less_work": ['"b"'],
        "numpy_always": ['"d"'],
        "not_a_choice": ['"x"', "None or 3"],
    },
    check=choice_check(
        "c",
        {
            "a": (
                "better_arithmetic",
                "If NumPy multiplied faster, it would win by most where there is most to multiply. Look at the widest layer: there it "
                "loses.",
            ),
            "b": (
                "less_work",
                "Both do the same sums: you saw the same gradients. (Ours does even more: it also computes the blame for the pixels, "
                "which nobody needs.)",
            ),
            "d": (
                "numpy_always",
                "Look at the last size again. The answer must explain both ends of the picture.",
            ),
        },
        success="From 16 to 100 units the work grows sixfold and Keras' time only a little: nearly all of it is the fixed price of an "
        "update. In a wide layer that price is lost among the multiplications.",
    ),
    hints=(
        "Compare Keras with itself: 16 units against 100. How much longer does an update take?",
        "Six times the work, and only a little more time. What must most of that time have been spent on?",
        "time of an update = ___ price + work. With little work the ___ decides, with much work the ___.",
    ),
)
