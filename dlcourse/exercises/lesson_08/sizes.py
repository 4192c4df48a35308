"""Exercise 8.3, how large the result is. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, Mistake, function_check


def output_size(n: int, kernel: int, stride: int, padding: int) -> int:
    """At how many places a window of `kernel` numbers can stand among `n`, with zeros at both ends."""
    return (n + 2 * padding - kernel) // stride + 1


def _answer(formula: str) -> str:
    return f"def output_size(n, kernel, stride, padding):\n    return {formula}"


# what people write: code, what it computes, and what to say about it
_SLIPS = (
    (
        "one_forgotten",
        "(n + 2 * padding - kernel) // stride",
        "For {inputs} you say {got}. You counted the steps; the window also stands somewhere before its first step.",
    ),
    (
        "one_too_many",
        "(n + 2 * padding - kernel) // stride + 2",
        "For {inputs} you say {got}, one place too many. Count them on paper: where does the last window begin?",
    ),
    (
        "padding_once",
        "(n + padding - kernel) // stride + 1",
        "For {inputs} you say {got}. Zeros stand at *both* ends: left and right, above and below.",
    ),
    (
        "padding_forgotten",
        "(n - kernel) // stride + 1",
        "For {inputs} you say {got}: the size without any padding. The zeros at the ends make room for more windows.",
    ),
    (
        "padding_after",
        "(n - kernel) // stride + 1 + 2 * padding",
        "For {inputs} you say {got}. You add the zeros to the result; they are put around the picture, before the window moves.",
    ),
    (
        "padding_subtracted",
        "(n - 2 * padding - kernel) // stride + 1",
        "For {inputs} you say {got}: padding makes it smaller with you. Zeros are added to the picture.",
    ),
    (
        "padding_times_kernel",
        "(n + padding * kernel - kernel) // stride + 1",
        "For {inputs} you say {got}. `padding` is how many zeros stand at one end, whatever the kernel.",
    ),
    (
        "stride_forgotten",
        "n + 2 * padding - kernel + 1",
        "For {inputs} you say {got}: as if the window moved by 1. With a stride of {stride} it skips places.",
    ),
    (
        "fraction",
        "(n + 2 * padding - kernel) / stride + 1",
        "For {inputs} you say {got}. A window that would stick out at the end does not count, so there are no parts of places.",
    ),
    (
        "rounded",
        "round((n + 2 * padding - kernel) / stride) + 1",
        "For {inputs} you say {got}: rounded. A window that would stick out at the end does not count, however little.",
    ),
    (
        "rounded_up",
        "-((kernel - n - 2 * padding) // stride) + 1",
        "For {inputs} you say {got}: rounded up, so the last window sticks out over the edge. It does not count.",
    ),
    (
        "one_inside",
        "(n + 2 * padding - kernel + 1) // stride",
        "For {inputs} you say {got}. You divide the 1 too. Steps are what the stride divides; the first place comes on top, after that.",
    ),
    (
        "kernel_not_subtracted",
        "(n + 2 * padding) // stride",
        "For {inputs} you say {got}. A window does not fit everywhere: the last one must end, not begin, at the edge.",
    ),
    (
        "kernel_not_subtracted_plus_one",
        "(n + 2 * padding) // stride + 1",
        "For {inputs} you say {got}. The kernel's own size is missing: the last window must end, not begin, at the edge.",
    ),
    (
        "half_the_kernel",
        "(n + 2 * padding - kernel // 2) // stride + 1",
        "For {inputs} you say {got}: only half of the kernel is taken away. The window may not stick out at all.",
    ),
    (
        "like_same",
        "-(-n // stride)",
        'For {inputs} you say {got}. That is the size for Keras\' `padding="same"`, which chooses the zeros itself. Here they are given.',
    ),
    (
        "stride_multiplied",
        "(n + 2 * padding - kernel) * stride + 1",
        "For {inputs} you say {got}. Longer steps make *fewer* places.",
    ),
    (
        "kernel_divided",
        "n + 2 * padding - kernel // stride + 1",
        "For {inputs} you say {got}. Python divides before it subtracts: only the kernel was divided. Which brackets are missing?",
    ),
    (
        "square",
        "((n + 2 * padding - kernel) // stride + 1) ** 2",
        "For {inputs} you say {got}: the number of all places in a square picture. The length of one side is asked.",
    ),
    (
        "stride_minus_one",
        "(n + 2 * padding - kernel) // (stride + 1) + 1",
        "For {inputs} you say {got}: your window moves by one pixel more than the stride says.",
    ),
    (
        "blocks",
        "(n + 2 * padding) // kernel",
        "For {inputs} you say {got}: windows side by side. They overlap; it is the stride that says how far the next one is.",
    ),
    (
        "last_place",
        "(n + 2 * padding - kernel) // stride * stride + 1",
        "For {inputs} you say {got}: where the last window begins. How many are there up to it?",
    ),
    (
        "first_line_only",
        "n - kernel + 1",
        "For {inputs} you say {got}: that is right for a stride of 1 without padding. Here the stride is {stride} and the padding {padding}.",
    ),
    (
        "pixels_by_stride",
        "n // stride",
        "For {inputs} you say {got}. Neither the kernel nor the zeros are in it, and both change at how many places a window fits.",
    ),
    (
        "rounded_at_the_end",
        "round((n + 2 * padding - kernel) / stride + 1)",
        "For {inputs} you say {got}: rounded. A window that would stick out at the end does not count, however little.",
    ),
    (
        "kernel_after_the_division",
        "(n + 2 * padding) // stride - kernel + 1",
        "For {inputs} you say {got}. The kernel is taken away after the division. First find how far the window can move, then divide that into steps.",
    ),
    (
        "padding_after_once",
        "(n - kernel) // stride + 1 + padding",
        "For {inputs} you say {got}. You add the zeros to the result, and those of one end; they are put around the picture, at both ends, before the window moves.",
    ),
    (
        "range_short",
        "len(range(-padding, n + padding - kernel, stride))",
        "For {inputs} you say {got}. The last place is missing: `range` stops *before* its end.",
    ),
    (
        "range_to_the_edge",
        "len(range(-padding, n + padding, stride))",
        "For {inputs} you say {got}: windows that *begin* in the row. They must end in it, too.",
    ),
    (
        "one_inside_fraction",
        "(n + 2 * padding - kernel + 1) / stride",
        "For {inputs} you say {got}. There are no parts of places; and you divide the 1 too, which comes on top.",
    ),
    (
        "one_twice",
        "(n + 2 * padding - kernel + 1) // stride + 1",
        "For {inputs} you say {got}. The first place is counted twice: once inside the division, once behind it.",
    ),
    (
        "kernel_always_three",
        "(n + 2 * padding - 3) // stride + 1",
        "For {inputs} you say {got}: as if every kernel were 3 wide. This one is {kernel}.",
    ),
    (
        "stride_always_two",
        "(n + 2 * padding - kernel) // 2 + 1",
        "For {inputs} you say {got}: as if every stride were 2. This one is {stride}.",
    ),
    (
        "both_sides",
        "((n + 2 * padding - kernel) // stride + 1,) * 2",
        "For {inputs} you say {got}: height and width. One number is asked, for one row.",
    ),
    (
        "places_listed",
        "list(range(-padding, n + padding - kernel + 1, stride))",
        "For {inputs} you say {got}: where the windows begin. How many are there?",
    ),
    (
        "floats_kept",
        "(n + 2 * padding - kernel + stride) / stride",
        "For {inputs} you say {got}. There are no parts of places: whole steps only, `//`.",
    ),
)


def _behaviour(formula: str):
    return eval(f"lambda n, kernel, stride, padding: {formula}")


OUTPUT_SIZE = Exercise(
    id="8.3",
    title="How large is the result?",
    kind="function",
    starter="""
        def output_size(n, kernel, stride, padding):
            ...
    """,
    setup="import numpy as np",
    right=(
        _answer("(n + 2 * padding - kernel) // stride + 1"),
        """
        def output_size(n, kernel, stride, padding):
            places = 0
            start = -padding
            while start + kernel <= n + padding:
                places += 1
                start += stride
            return places
        """,
        "import math\n\ndef output_size(n, kernel, stride, padding):\n    return math.floor((n + 2 * padding - kernel) / stride) + 1",
        "output_size = lambda n, k, s, p: len(range(0, n + 2 * p - k + 1, s))",
        """
        def output_size(n, kernel, stride, padding):
            row = np.zeros(n + 2 * padding)
            return len(np.lib.stride_tricks.sliding_window_view(row, kernel)[::stride])
        """,
        "def output_size(n, kernel, stride, padding):\n    return int((n + padding * 2 - kernel + stride) / stride)",
    ),
    wrong={code: [_answer(formula)] for code, formula, _ in _SLIPS if code != "floats_kept"}
    | {
        "returns_none": [
            "def output_size(n, kernel, stride, padding):\n    print((n - kernel) // stride + 1)"
        ],
        "raised": [_answer("(n + 2 * pad - kernel) // stride + 1")],
        "always_the_same": [_answer("28")],
        "wrong_value": [_answer("(n + 2 * padding - kernel) // stride + 1 + kernel")],
    },
    check=function_check(
        output_size,
        arguments=("n", "kernel", "stride", "padding"),
        cases=lambda rng: [
            (5, 3, 1, 0),
            (5, 3, 2, 0),
            (6, 3, 2, 0),
            (6, 3, 2, 1),
            (28, 5, 1, 2),
            (28, 5, 2, 2),
            (9, 2, 4, 0),
            (12, 4, 5, 1),
            *(
                (
                    int(rng.integers(20, 60)),
                    int(rng.integers(2, 8)),
                    int(rng.integers(1, 5)),
                    int(rng.integers(0, 4)),
                )
                for _ in range(8)
            ),
        ],
        mistakes={
            code: Mistake(_behaviour(formula), text)
            for code, formula, text in _SLIPS
            if code != "floats_kept"
        },
        success="The steps that fit, and the place before the first one. The same formula holds for width and height.",
    ),
    hints=(
        "How long is the row with its zeros? How far can a window move in it, from the left end to the right end?",
        "In a row of 7 a window of 3 can move by 4. With a stride of 2 that makes two steps. At how many places did it stand?",
        "(n + ___ * padding - kernel) // ___ + ___",
    ),
)
