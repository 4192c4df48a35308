"""Exercise 5.5: a slope by a nudge. Declarations only."""

from __future__ import annotations

from dlcourse.checking import Exercise
from dlcourse.exercises.lesson_05.nudges import slope_check

NUMPY = "import numpy as np"

SLOPE = Exercise(
    id="5.5",
    title="A slope by a nudge",
    kind="function",
    starter="""
        def slope(loss, w):
            nudge = 0.0001
            ...
    """,
    setup=NUMPY,
    right=(
        """
        def slope(loss, w):
            nudge = 0.0001
            return (loss(w + nudge) - loss(w - nudge)) / (2 * nudge)
        """,
        """
        def slope(loss, w):
            nudge = 0.0001
            before = loss(w)
            after = loss(w + nudge)
            return (after - before) / nudge
        """,
        "slope = lambda loss, w, h=1e-5: (loss(w) - loss(w - h)) / h",
        """
        def slope(loss, w):
            places = np.array([w, w + 0.001])
            rise = loss(places)
            return (rise[1] - rise[0]) / 0.001
        """,
        "def slope(loss, w):\n    return (loss(w + 0.01) - loss(w)) / 0.01",
        "def slope(loss, w):\n    return np.float64(loss(w + 1e-9) - loss(w)) / 1e-9",
    ),
    wrong={
        "not_divided": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return loss(w + nudge) - loss(w)",
            "def slope(loss, w):\n    return loss(w + 1e-3) - loss(w - 1e-3)",
            "def slope(loss, w):\n    return (loss(w + 0.0001) - loss(w - 0.0001)) / 2",
        ],
        "multiplied_by_the_nudge": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w - nudge)) / 2 * nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w)) * nudge",
        ],
        "sign_lost": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return abs(loss(w + nudge) - loss(w)) / nudge"
        ],
        "rounded": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return round((loss(w + nudge) - loss(w)) / nudge)",
            "def slope(loss, w):\n    nudge = 0.0001\n    return int((loss(w + nudge) - loss(w)) / nudge)",
        ],
        "upside_down": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return nudge / (loss(w + nudge) - loss(w))"
        ],
        "nudged_to_zero": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) - loss(nudge)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return loss(nudge) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w * nudge) - loss(w)) / nudge",
        ],
        "half_of_it": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w)) / (2 * nudge)"
        ],
        "twice_of_it": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w - nudge)) / nudge"
        ],
        "uphill_downhill_exchanged": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) - loss(w + nudge)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w - nudge) - loss(w)) / nudge",
        ],
        "nudge_too_large": [
            "def slope(loss, w):\n    return loss(w + 1) - loss(w)",
            "def slope(loss, w):\n    return (loss(w + 0.1) - loss(w)) / 0.1",
            "def slope(loss, w):\n    return (loss(w + 1) - loss(w - 1)) / 2",
            "def slope(loss, w):\n    return (loss(w) - loss(w - 0.5)) / 0.5",
        ],
        "nudge_vanishes": [
            "def slope(loss, w):\n    return (loss(w + 1e-20) - loss(w)) / 1e-20",
            "def slope(loss, w):\n    return (loss(w + 1e-14) - loss(w)) / 1e-14",
            "def slope(loss, w):\n    return (loss(w + 1e-16) - loss(w - 1e-16)) / 2e-16",
        ],
        "loss_nudged": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) + nudge - loss(w)) / nudge",
        ],
        "nudged_by_a_share": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w * (1 + nudge)) - loss(w)) / nudge"
        ],
        "value_not_slope": [
            "def slope(loss, w):\n    return loss(w)",
            "def slope(loss, w):\n    return loss(w + 0.0001)",
        ],
        "value_over_place": [
            "def slope(loss, w):\n    return loss(w) / w if w else 0",
        ],
        "formula_of_the_square": ["def slope(loss, w):\n    return 2 * w"],
        "brackets_missing": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return loss(w + nudge) - loss(w) / nudge",
        ],
        "two_sides_added": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) + loss(w - nudge)) / (2 * nudge)"
        ],
        "divided_by_too_little": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss(w)) / nudge / nudge"
        ],
        "not_a_number": ["def slope(loss, w):\n    return np.float64(loss(w) - loss(w)) / 0"],
        "raised": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - loss) / nudge",
            "def slope(loss, w):\n    return loss(w) / w",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w, nudge) - loss(w)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss[w + nudge] - loss[w]) / nudge",
        ],
        "returns_none": [
            "def slope(loss, w):\n    nudge = 0.0001\n    rise = loss(w + nudge) - loss(w)",
            "def slope(loss, w):\n    nudge = 0.0001\n    print((loss(w + nudge) - loss(w)) / nudge)",
        ],
        "wrong_type": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return [loss(w), loss(w + nudge)]",
            "def slope(loss, w):\n    nudge = 0.0001\n    return np.array([(loss(w + nudge) - loss(w)) / nudge])",
        ],
        "not_a_function": ["slope = 8.0"],
        "wrong_arguments": ["def slope(w):\n    return 2 * w"],
        "always_the_same": ["def slope(loss, w):\n    return 8"],
        "moved_too_early": [
            "def slope(loss, w):\n    nudge = 0.0001\n    w = w + nudge\n    return (loss(w) - loss(w)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    w += nudge\n    return loss(w) - loss(w)",
        ],
        "nudge_forgotten": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w) - loss(w)) / nudge"
        ],
        "asked_elsewhere": [
            "def slope(loss, w):\n    nudge = 0.0001\n    w = 4\n    return (loss(w + nudge) - loss(w)) / nudge"
        ],
        "asked_far_away": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(loss(w) + nudge) - loss(w)) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(2 * w + nudge) - loss(w)) / nudge",
        ],
        "one_loss_only": [
            "def slope(loss, w):\n    return loss(w) - w",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - w) / nudge",
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) - w * w) / nudge",
        ],
        "loss_not_asked": [
            "def slope(loss, w):\n    return 2 * w + 1",
            "def slope(loss, w):\n    return w * w",
        ],
        "wrong_value": [
            "def slope(loss, w):\n    nudge = 0.0001\n    return (loss(w + nudge) ** 2 - loss(w) ** 2) / nudge"
        ],
    },
    check=slope_check,
    equivalent=dict.fromkeys(
        (
            "nudge = 0.0001 -> nudge = 0.000125",
            "nudge = 0.0001 -> nudge = 5e-05",
            "1e-05 -> 1.25e-05",
            "1e-05 -> 5e-06",
        ),
        "another nudge that is small enough",
    ),
    hints=(
        "The slope says how much the loss rises for each 1 that w grows. You need the loss at two places.",
        "One place is `w + nudge`, the other `w` or `w - nudge`. How far apart are they? The rise is divided by that.",
        "    return (loss(w + nudge) - loss(___)) / ___",
    ),
)
