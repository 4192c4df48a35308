"""Exercises 8.5 and 8.6: the parameters of a convolution, and how far a number in it looks. Declarations only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check


def _formula(arguments: str, formula: str) -> Callable:
    return eval(f"lambda {arguments}: {formula}")


_COUNTED = "kernel, channels, filters"
_COUNTS = (
    ("bias_forgotten", "kernel * kernel * channels * filters", "For {inputs} you count {got}. Something is missing that each filter adds to its sum."),
    ("one_bias_for_all", "kernel * kernel * channels * filters + 1", "For {inputs} you count {got}: one bias for all. Each of the {filters} filters has its own."),
    ("bias_for_each_channel", "kernel * kernel * channels * filters + channels", "For {inputs} you count {got}: as many biases as channels come *in*. A filter adds up all channels and then adds one bias."),
    ("bias_for_each_slice", "(kernel * kernel + 1) * channels * filters", "For {inputs} you count {got}: a bias for each slice of a filter. A filter adds up all its channels first, and one bias after that."),
    ("channels_forgotten", "(kernel * kernel + 1) * filters", "For {inputs} you count {got}. A filter looks at *all* {channels} channels, with numbers of its own for each."),
    ("channels_and_bias_forgotten", "kernel * kernel * filters", "For {inputs} you count {got}. A filter has numbers of its own for each channel, and adds a bias."),
    ("kernel_not_squared", "(kernel * channels + 1) * filters", "For {inputs} you count {got}. A kernel of size {kernel} is a square: {kernel} rows of {kernel} numbers."),
    ("kernel_doubled", "(2 * kernel * channels + 1) * filters", "For {inputs} you count {got}. A square of side {kernel} does not have 2 times {kernel} numbers."),
    ("filters_forgotten", "kernel * kernel * channels + 1", "For {inputs} you count {got}: one filter. There are {filters}."),
    ("added", "kernel * kernel * channels + filters", "For {inputs} you count {got}: the weights of one filter, and a bias for each. Each filter has weights of its own."),
    ("times_picture", "(kernel * kernel * channels + 1) * filters * 28 * 28", "For {inputs} you count {got}: a set for each of the 28 times 28 places. The same numbers are used at every place."),
    ("everything_added", "kernel * kernel + channels + filters", "For {inputs} you count {got}. Numbers of a block are counted by multiplying: rows times columns times channels, and as many blocks as filters."),
    ("two_biases", "(kernel * kernel * channels + 2) * filters", "For {inputs} you count {got}. A filter has one bias."),
    ("power", "(kernel ** channels + 1) * filters", "For {inputs} you count {got}. {channels} channels are {channels} squares side by side, not a power."),
    ("power_sign", "kernel ^ 2 * channels * filters + filters", "For {inputs} you count {got}. In Python `^` is no power but works on the bits of whole numbers: a square is `kernel**2`."),
    ("power_sign_in_brackets", "(kernel ^ 2 * channels + 1) * filters", "For {inputs} you count {got}. In Python `^` is no power but works on the bits of whole numbers: a square is `kernel**2`."),
    ("square_and_bias_forgotten", "kernel * channels * filters", "For {inputs} you count {got}. A kernel of size {kernel} is a square, and each filter adds a bias."),
    ("bias_of_a_kernels_size", "kernel * kernel * (channels + 1) * filters", "For {inputs} you count {got}. Your bias has as many numbers as a kernel. It is one number for each filter."),
    ("channels_squared", "(kernel * kernel * channels * channels + 1) * filters", "For {inputs} you count {got}. Rows and columns of the kernel make a square; the channels are counted once."),
    ("channels_added", "(kernel * kernel + channels + 1) * filters", "For {inputs} you count {got}. A filter has a whole square of numbers for *each* channel: are the channels to be added, or multiplied?"),
    ("times_map", "(kernel * kernel * channels + 1) * filters * 26 * 26", "For {inputs} you count {got}: a set for each of the 26 times 26 places. The same numbers are used at every place."),
    ("kernel_always_three", "(9 * channels + 1) * filters", "For {inputs} you count {got}: as if every kernel were 3 by 3. This one is {kernel} by {kernel}."),
    ("channels_always_three", "(kernel * kernel * 3 + 1) * filters", "For {inputs} you count {got}: as if three channels always came in. Here `channels` is {channels}."),
    ("shape_given", "(kernel, kernel, channels, filters)", "For {inputs} you count {got}: the shape of the weights. How many numbers does such a block hold? And what does each filter add?"),
    ("not_added_up", "(kernel * kernel * channels * filters, filters)", "For {inputs} you count {got}: weights and biases. Together they are the parameters: one number."),
)  # fmt: skip

CONV_PARAMETERS = Exercise(
    id="8.5",
    title="Count the numbers of a convolution",
    kind="function",
    starter="""
        def conv_parameters(kernel, channels, filters):
            ...
    """,
    setup="import numpy as np\nimport keras\nfrom keras import layers",
    right=(
        "def conv_parameters(kernel, channels, filters):\n    return (kernel * kernel * channels + 1) * filters",
        "def conv_parameters(kernel, channels, filters):\n    weights = kernel**2 * channels * filters\n    biases = filters\n    return weights + biases",
        """
        def conv_parameters(kernel, channels, filters):
            total = 0
            for filter in range(filters):
                total += np.ones((kernel, kernel, channels)).sum() + 1
            return total
        """,
        """
        def conv_parameters(kernel, channels, filters):
            layer = layers.Conv2D(filters, kernel)
            layer.build((None, None, None, channels))
            return layer.count_params()
        """,
        "conv_parameters = lambda k, c, f: f + f * c * k * k",
    ),
    wrong={code: [f"def conv_parameters({_COUNTED}):\n    return {formula}"] for code, formula, _ in _COUNTS}
    | {
        "returns_none": [
            f"def conv_parameters({_COUNTED}):\n    print(kernel * kernel * channels * filters)"
        ],
        "raised": [f"def conv_parameters({_COUNTED}):\n    return (k * k * channels + 1) * filters"],
        "always_the_same": [f"def conv_parameters({_COUNTED}):\n    return 416"],
        "wrong_value": [
            f"def conv_parameters({_COUNTED}):\n    return (kernel * kernel * channels + 3) * filters"
        ],
    },
    check=function_check(
        lambda kernel, channels, filters: (kernel * kernel * channels + 1) * filters,
        arguments=("kernel", "channels", "filters"),
        cases=lambda rng: [
            (3, 1, 1),
            (3, 1, 4),
            (3, 2, 5),
            (5, 3, 7),
            (1, 6, 2),
            *(
                (int(rng.integers(2, 8)), int(rng.integers(2, 40)), int(rng.integers(2, 40)))
                for _ in range(5)
            ),
        ],
        mistakes={code: Mistake(_formula(_COUNTED, formula), text) for code, formula, text in _COUNTS},
        success="The size of the picture appears nowhere: a convolution has as many numbers for a stamp as for a poster.",
    ),
    equivalent={},
    hints=(
        "Begin with one filter that looks at one channel. Then let it look at all channels. Then take all filters.",
        "One filter is a block of kernel times kernel times channels numbers, and a bias.",
        "(kernel * ___ * channels + ___) * ___",
    ),
)


def receptive_field(stack: Sequence[tuple[int, int]]) -> int:
    """How many pixels in a row reach one number at the end of convolutions, each a (kernel, stride)."""
    field, step = 1, 1
    for kernel, stride in stack:
        field += (kernel - 1) * step
        step *= stride
    return field


def _walked(start: int = 1, add: str = "(kernel - 1) * step", before: bool = False, step: str = "step * stride", order: int = 1) -> Callable:  # fmt: skip
    def walk(stack: Sequence[tuple[int, int]]) -> int:
        field, far = start, 1
        for kernel, stride in list(stack)[::order]:
            names = {"kernel": kernel, "stride": stride, "step": far, "field": field}
            if before:
                far = names["step"] = eval(step, names)
            field += eval(add, names)
            if not before:
                far = eval(step, names)
        return field

    return walk


def _from_the_end_wrongly(stack: Sequence[tuple[int, int]]) -> int:
    field = 1
    for kernel, stride in stack:
        field = (field - 1) * stride + kernel
    return field


def _loop(start: str = "1", add: str = "(kernel - 1) * step", step: str = "step * stride", end: str = "    return field") -> str:  # fmt: skip
    return f"""
def receptive_field(stack):
    field, step = {start}, 1
    for kernel, stride in stack:
        field = field + {add}
        step = {step}
{end}
"""


RECEPTIVE_FIELD = Exercise(
    id="8.6",
    title="How far does it look?",
    kind="function",
    starter="""
        def receptive_field(stack):
            field, step = 1, 1
            for kernel, stride in stack:
                ...
            return field
    """,
    setup="import numpy as np",
    right=(
        _loop(),
        """
        def receptive_field(stack):
            field = 1
            for kernel, stride in reversed(stack):
                field = (field - 1) * stride + kernel
            return field
        """,
        """
        def receptive_field(stack):
            kernels, strides = [k for k, s in stack], [s for k, s in stack]
            return 1 + sum((k - 1) * int(np.prod(strides[:i])) for i, k in enumerate(kernels))
        """,
        """
        def receptive_field(stack):
            if not stack:
                return 1
            (kernel, stride), *rest = stack
            return (receptive_field(rest) - 1) * stride + kernel
        """,
    ),
    wrong={
        "kernels_added": [_loop("0", "kernel", "1")],
        "kernels_multiplied": ["def receptive_field(stack):\n    return int(np.prod([kernel for kernel, stride in stack]))"],
        "strides_forgotten": [_loop(step="step")],
        "strides_added": [_loop(step="step + stride")],
        "last_stride_only": [_loop(step="stride")],
        "own_stride_first": [
            """
            def receptive_field(stack):
                field, step = 1, 1
                for kernel, stride in stack:
                    step = step * stride
                    field = field + (kernel - 1) * step
                return field
            """
        ],
        "one_not_subtracted": [_loop(add="kernel * step")],
        "one_not_subtracted_from_zero": [_loop("0", "kernel * step")],
        "began_at_zero": [_loop("0")],
        "last_layer_only": ["def receptive_field(stack):\n    kernel, stride = stack[-1]\n    return kernel"],
        "first_layer_only": ["def receptive_field(stack):\n    kernel, stride = stack[0]\n    return kernel", _loop(end="        return field")],
        "wrong_end": [
            """
            def receptive_field(stack):
                field = 1
                for kernel, stride in stack:
                    field = (field - 1) * stride + kernel
                return field
            """
        ],
        "area": [_loop(end="    return field**2")],
        "step_returned": [_loop(end="    return step")],
        "overwritten": [_loop(add="kernel * step - field")],
        "overwritten_by_gain": [_loop(add="(kernel - 1) * step - field")],
        "own_stride_only": [_loop(add="(kernel - 1) * stride")],
        "kernels_added_to_one": [_loop(add="kernel")],
        "pair_exchanged": [_loop().replace("for kernel, stride", "for stride, kernel")],
        "brackets_missing": [_loop(add="kernel * step - 1")],
        "one_side_only": [_loop(add="kernel // 2 * step")],
        "kernel_always_three": [_loop(add="2 * step")],
        "stride_always_two": [_loop(step="step * 2")],
        "stride_for_one": [_loop(add="(kernel - stride) * step")],
        "largest_kernel": ["def receptive_field(stack):\n    return max(kernel for kernel, stride in stack)"],
        "returns_none": [_loop(end="")],
        "raised": [_loop(add="(kernels - 1) * step")],
        "always_the_same": ["def receptive_field(stack):\n    return 9"],
        "wrong_value": [_loop(add="(kernel - 2) * step")],
    },
    check=function_check(
        receptive_field,
        arguments=("stack",),
        cases=lambda rng: [
            ([(3, 1)],),
            ([(3, 1), (3, 1)],),
            ([(3, 2), (3, 1)],),
            ([(5, 2), (3, 2)],),
            ([(5, 2), (3, 2), (4, 1)],),
            ([(2, 1), (7, 3), (3, 2)],),
            *(
                ([(int(rng.integers(2, 8)), int(rng.integers(1, 4))) for _ in range(int(rng.integers(2, 5)))],)
                for _ in range(5)
            ),
        ],
        mistakes={
            "kernels_added": Mistake(lambda stack: sum(kernel for kernel, _ in stack), "For {stack} you say {got}: the kernels added up. A second kernel of 3 adds only the pixels to the left and right of the window before: how many?"),
            "kernels_multiplied": Mistake(lambda stack: int(np.prod([kernel for kernel, _ in stack])), "For {stack} you say {got}: the kernels multiplied. Windows of neighbours overlap, so much is seen several times. Draw two layers of 3: 5 pixels."),
            "strides_forgotten": Mistake(_walked(step="1"), "For {stack} you say {got}: as if every stride were 1. After a stride of 2, neighbours in a layer stand two pixels apart."),
            "last_stride_only": Mistake(_walked(step="stride"), "For {stack} you say {got}. The distance of neighbours grows with every stride so far: 2 and then 2 again make 4 pixels."),
            "strides_added": Mistake(_walked(step="step + stride"), "For {stack} you say {got}: your distance of neighbours is a sum of strides. Two strides of 2 make 4 pixels, two of 3 make 9."),
            "own_stride_first": Mistake(_walked(before=True), "For {stack} you say {got}. A layer's own stride says how far apart *its* outputs are; its window lies on the layer before. Which of your two lines comes first?"),
            "one_not_subtracted": Mistake(_walked(add="kernel * step"), "For {stack} you say {got}. A window of 3 reaches 2 beyond its first pixel, not 3."),
            "one_not_subtracted_from_zero": Mistake(_walked(0, "kernel * step"), "For {stack} you say {got}. A window of 3 reaches 2 beyond its first pixel, not 3; and a number sees at least one pixel to begin with."),
            "began_at_zero": Mistake(_walked(0), "For {stack} you say {got}. Before the first layer, a number sees one pixel: itself."),
            "first_layer_only": Mistake(lambda stack: stack[0][0], "For {stack} you say {got}: the kernel of the first layer. What do the others add?"),
            "last_layer_only": Mistake(lambda stack: stack[-1][0], "For {stack} you say {got}: the kernel of the last layer. Each number it looks at was itself made of several pixels."),
            "wrong_end": Mistake(_from_the_end_wrongly, "For {stack} you say {got}. This formula goes from the last layer back to the picture; you go the other way."),
            "area": Mistake(lambda stack: receptive_field(stack) ** 2, "For {stack} you say {got}: the pixels of the whole square. The length of its side is asked."),
            "step_returned": Mistake(lambda stack: int(np.prod([stride for _, stride in stack])), "For {stack} you say {got}: how far apart two neighbours of the last layer are. How many pixels does one of them see?"),
            "overwritten": Mistake(_walked(add="kernel * step - field"), "For {stack} you say {got}. `field =` forgets what the layers before have seen; each layer *adds* to it."),
            "overwritten_by_gain": Mistake(_walked(add="(kernel - 1) * step - field"), "For {stack} you say {got}. `field =` forgets what the layers before have seen; each layer *adds* to it."),
            "own_stride_only": Mistake(_walked(add="(kernel - 1) * stride"), "For {stack} you say {got}. You multiply by the layer's own stride. How far apart its *inputs* are was decided by the layers before: that is `step`."),
            "kernels_added_to_one": Mistake(_walked(add="kernel"), "For {stack} you say {got}. A window of 3 reaches 2 beyond its first pixel, not 3; and strides widen the view."),
            "pair_exchanged": Mistake(lambda stack: receptive_field([pair[::-1] for pair in stack]), "For {stack} you say {got}. In each pair the kernel comes first, the stride second."),
            "brackets_missing": Mistake(_walked(add="kernel * step - 1"), "For {stack} you say {got}. Python multiplies first: only the 1 is taken away, not one whole `step`. Where are brackets missing?"),
            "one_side_only": Mistake(_walked(add="kernel // 2 * step"), "For {stack} you say {got}: half of each window. It reaches to the left *and* to the right."),
            "kernel_always_three": Mistake(_walked(add="2 * step"), "For {stack} you say {got}: as if every kernel were 3. How far does a window of 5 reach beyond its first pixel?"),
            "stride_always_two": Mistake(_walked(step="step * 2"), "For {stack} you say {got}: as if every stride were 2. Each layer brings its own."),
            "stride_for_one": Mistake(_walked(add="(kernel - stride) * step"), "For {stack} you say {got}. You take the stride away from the kernel. How far a window reaches beyond its first pixel has nothing to do with how it moves."),
            "largest_kernel": Mistake(lambda stack: max(kernel for kernel, _ in stack), "For {stack} you say {got}: the largest kernel. Layers one upon the other see farther than any one of them."),
        },
        success="Each layer widens the view by (kernel − 1) times the distance of neighbours. This is why strides see far for little.",
    ),
    hints=(
        "Two layers of kernel 3, stride 1: draw three windows of three pixels, each moved by one. How many pixels do they cover?",
        "`step` is how many pixels apart two neighbours are in the layer so far. A window of `kernel` neighbours is `kernel - 1` such distances wide.",
        "        field = field + (kernel - ___) * ___\n        step = ___ * stride",
    ),
)  # fmt: skip
