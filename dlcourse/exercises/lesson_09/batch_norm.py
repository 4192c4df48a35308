"""Exercise 9.6: batch normalisation of one batch, by hand. Declaration only."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, Mistake, function_check


def batch_norm(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, epsilon: float = 0.001) -> np.ndarray:
    """What the exercise asks for: x (batch, units), gamma and beta (units,)."""
    x = np.asarray(x, dtype=float)
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + epsilon) + beta


def _cases(rng: np.random.Generator) -> list[tuple]:
    """A batch of four for paper; one with other gamma and beta; random ones, also with a unit that hardly varies."""
    x = np.array([[1.0, 10.0], [3.0, 30.0], [5.0, 30.0], [7.0, 10.0]])
    cases = [
        (x[:, :1], np.ones(1), np.zeros(1)),
        (x, np.ones(2), np.zeros(2)),
        (x, np.array([2.0, 0.5]), np.array([10.0, -1.0])),
    ]
    for n, units in ((3, 2), (5, 4), (4, 4), (8, 3)):
        gamma, beta = rng.uniform(0.5, 2, size=units).round(2), rng.normal(size=units).round(2)
        batch = (
            rng.normal(size=(n, units)) * rng.uniform(0.1, 3, size=units) + rng.normal(size=units)
        ).round(2)
        cases.append((batch, gamma, beta))
    flat = np.array([[2.0, 1.0], [2.0, 1.1], [2.01, 1.2]])
    return [*cases, (flat, np.array([1.0, 3.0]), np.array([0.5, 0.0]))]


_SAY = "For {inputs} you return {got}. "


def _quiet(made):
    def behaviour(x, gamma, beta):
        with np.errstate(all="ignore"):
            return made(x, gamma, beta)

    return behaviour


def _normal(x: np.ndarray, epsilon: float = 0.001, **options) -> np.ndarray:
    return (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0, **options) + epsilon)


def _source(
    centred: str = "x - x.mean(axis=0)",
    spread: str = "np.sqrt(x.var(axis=0) + epsilon)",
    end: str = "gamma * z + beta",
) -> str:
    return f"def batch_norm(x, gamma, beta, epsilon=0.001):\n    z = ({centred}) / {spread}\n    return {end}"


BATCH_NORM = Exercise(
    id="9.6",
    title="Batch normalisation by hand",
    kind="function",
    starter="""
        def batch_norm(x, gamma, beta, epsilon=0.001):
            ...
    """,
    setup="import numpy as np",
    right=(
        """
        def batch_norm(x, gamma, beta, epsilon=0.001):
            mean = x.mean(axis=0)
            variance = x.var(axis=0)
            return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta
        """,
        """
        def batch_norm(x, gamma, beta, epsilon=0.001):
            columns = []
            for unit in range(x.shape[1]):
                column = x[:, unit]
                mean = sum(column) / len(column)
                variance = sum((column - mean) ** 2) / len(column)
                columns.append(gamma[unit] * (column - mean) / (variance + epsilon) ** 0.5 + beta[unit])
            return np.array(columns).T
        """,
        """
        def batch_norm(x, gamma, beta, epsilon=0.001):
            z = x - np.mean(x, axis=0, keepdims=True)
            return (z / np.sqrt((z * z).mean(axis=0) + epsilon) * gamma + beta).tolist()
        """,
        """
        def batch_norm(x, gamma, beta, epsilon=0.001):
            spread = np.sqrt(np.std(x, axis=0) ** 2 + epsilon)
            return beta + (x - np.average(x, axis=0)) * (gamma / spread)
        """,
        """
        def batch_norm(x, gamma, beta, epsilon=0.001):
            import keras
            mean, variance = keras.ops.moments(x, axes=[0])
            return (x - mean) / keras.ops.sqrt(variance + epsilon) * gamma + beta
        """,
    ),
    wrong={
        "epsilon_behind": [
            _source(spread="np.sqrt(x.var(axis=0) + 1e-24)", end="gamma * z + epsilon + beta")
        ],
        "squares_of_x": [_source(spread="np.sqrt((x ** 2).mean(axis=0) + epsilon)")],
        "squares_summed": [_source(spread="np.sqrt(((x - x.mean(axis=0)) ** 2).sum(axis=0) + epsilon)")],
        "absolute_deviation": [_source(spread="(np.abs(x - x.mean(axis=0)).mean(axis=0) + epsilon)")],
        "median": [_source("x - np.median(x, axis=0)")],
        "moving_averages": [
            "def batch_norm(x, gamma, beta, epsilon=0.001):\n    return x / np.sqrt(1 + epsilon)"
        ],
        "along_the_rows": [
            _source("x - x.mean(axis=1, keepdims=True)", "np.sqrt(x.var(axis=1, keepdims=True) + epsilon)")
        ],
        "whole_table": [_source("x - x.mean()", "np.sqrt(x.var() + epsilon)")],
        "not_centred": [_source("x")],
        "not_scaled": [_source(spread="1")],
        "by_the_variance": [_source(spread="(x.var(axis=0) + epsilon)")],
        "epsilon_outside": [
            _source(spread="(x.std(axis=0) + epsilon)"),
            _source(spread="(np.sqrt(x.var(axis=0)) + epsilon)"),
        ],
        "epsilon_to_the_deviation": [_source(spread="np.sqrt(x.std(axis=0) + epsilon)")],
        "no_epsilon": [_source(spread="x.std(axis=0)"), _source(spread="np.sqrt(x.var(axis=0))")],
        "one_less": [_source(spread="np.sqrt(x.var(axis=0, ddof=1) + epsilon)")],
        "gamma_and_beta_forgotten": [_source(end="z")],
        "gamma_forgotten": [_source(end="z + beta")],
        "beta_forgotten": [_source(end="gamma * z")],
        "gamma_and_beta_exchanged": [_source(end="beta * z + gamma")],
        "beta_inside": [_source(end="gamma * (z + beta)")],
        "gamma_added": [_source(end="gamma + z + beta")],
        "beta_subtracted": [_source(end="gamma * z - beta")],
        "divided_by_gamma": [_source(end="z / gamma + beta")],
        "sign": [_source("x.mean(axis=0) - x")],
        "mean_added": [_source("x + x.mean(axis=0)")],
        "between_0_and_1": [_source("x - x.min(axis=0)", "(np.ptp(x, axis=0) + epsilon)")],
        "brackets": [
            "def batch_norm(x, gamma, beta, epsilon=0.001):\n    return gamma * x - x.mean(axis=0) / np.sqrt(x.var(axis=0) + epsilon) + beta"
        ],
        "returns_none": ["def batch_norm(x, gamma, beta, epsilon=0.001):\n    z = x - x.mean(axis=0)"],
        "raised": [_source("x - means")],
        "wrong_arguments": ["def batch_norm(x):\n    return x - x.mean(axis=0)"],
        "wrong_shape": ["def batch_norm(x, gamma, beta, epsilon=0.001):\n    return x.mean(axis=0)"],
        "not_a_function": ["batch_norm = 1.0"],
        "wrong_value": [_source(end="gamma * z * 2 + beta")],
    },
    check=function_check(
        batch_norm,
        arguments=("x", "gamma", "beta"),
        cases=_cases,
        mistakes={
            "along_the_rows": Mistake(
                _quiet(
                    lambda x, g, b: (
                        g
                        * (x - x.mean(axis=1, keepdims=True))
                        / np.sqrt(x.var(axis=1, keepdims=True) + 0.001)
                        + b
                    )
                ),
                _SAY
                + "You average along each row, over the units of *one example*. Batch normalisation asks each unit what it gave to all examples: down the columns.",
            ),
            "whole_table": Mistake(
                lambda x, g, b: g * (x - x.mean()) / np.sqrt(x.var() + 0.001) + b,
                _SAY
                + "There is one mean and one variance for the whole table. Each unit (column) should have its own.",
            ),
            "not_centred": Mistake(
                lambda x, g, b: g * x / np.sqrt(x.var(axis=0) + 0.001) + b,
                _SAY + "The spread is right, but the mean is still in it.",
            ),
            "not_scaled": Mistake(
                lambda x, g, b: g * (x - x.mean(axis=0)) + b,
                _SAY + "The mean is gone, but each unit still has its own spread.",
            ),
            "by_the_variance": Mistake(
                lambda x, g, b: g * (x - x.mean(axis=0)) / (x.var(axis=0) + 0.001) + b,
                _SAY
                + "You divide by the variance. That is the *square* of the standard deviation; what undoes a square?",
            ),
            "epsilon_outside": Mistake(
                lambda x, g, b: g * (x - x.mean(axis=0)) / (x.std(axis=0) + 0.001) + b,
                _SAY
                + "Nearly. `epsilon` is added to the standard deviation; the formula adds it to the variance, under the root.",
            ),
            "epsilon_to_the_deviation": Mistake(
                lambda x, g, b: g * (x - x.mean(axis=0)) / np.sqrt(x.std(axis=0) + 0.001) + b,
                _SAY
                + "You take the root of the standard deviation, which is a root already. Under it belongs the variance.",
            ),
            "no_epsilon": Mistake(
                _quiet(lambda x, g, b: g * (x - x.mean(axis=0)) / np.maximum(x.std(axis=0), 1e-12) + b),
                _SAY
                + "`epsilon` is missing. The variance of a unit may be 0; what would be divided by then?",
            ),
            "one_less": Mistake(
                lambda x, g, b: g * _normal(x, ddof=1) + b,
                _SAY
                + "Your variance divides by one less than there are examples (`ddof=1`, or pandas). Here it is the plain mean of the squares.",
            ),
            "gamma_and_beta_forgotten": Mistake(
                lambda x, g, b: _normal(x),
                _SAY + "Each unit is standardised. What do `gamma` and `beta` do to it?",
            ),
            "gamma_forgotten": Mistake(
                lambda x, g, b: _normal(x) + b, _SAY + "`beta` is in it, `gamma` is not."
            ),
            "beta_forgotten": Mistake(
                lambda x, g, b: g * _normal(x), _SAY + "`gamma` is in it, `beta` is not."
            ),
            "gamma_and_beta_exchanged": Mistake(
                lambda x, g, b: b * _normal(x) + g,
                _SAY + "`gamma` and `beta` have changed places: gamma multiplies, beta is added.",
            ),
            "beta_inside": Mistake(
                lambda x, g, b: g * (_normal(x) + b),
                _SAY + "`beta` has been multiplied by `gamma`. It is added at the very end.",
            ),
            "gamma_added": Mistake(
                lambda x, g, b: g + _normal(x) + b, _SAY + "`gamma` has been added. It is a factor."
            ),
            "beta_subtracted": Mistake(
                lambda x, g, b: g * _normal(x) - b, _SAY + "`beta` has been subtracted; it is added."
            ),
            "divided_by_gamma": Mistake(
                lambda x, g, b: _normal(x) / g + b, _SAY + "You divide by `gamma`; it multiplies."
            ),
            "sign": Mistake(
                lambda x, g, b: b - g * _normal(x), _SAY + "The sign is turned: it is `x` minus the mean."
            ),
            "mean_added": Mistake(
                lambda x, g, b: g * (x + x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 0.001) + b,
                _SAY + "The mean has been added in place of subtracted.",
            ),
            "between_0_and_1": Mistake(
                _quiet(lambda x, g, b: g * (x - x.min(axis=0)) / (np.ptp(x, axis=0) + 0.001) + b),
                _SAY
                + "You bring each unit between 0 and 1, by its lowest and highest. Asked are mean and variance.",
            ),
            "epsilon_behind": Mistake(
                _quiet(
                    lambda x, g, b: g * (x - x.mean(axis=0)) / np.maximum(x.std(axis=0), 1e-12) + 0.001 + b
                ),
                _SAY + "`epsilon` is added to the result. It belongs under the root, beside the variance.",
            ),
            "squares_of_x": Mistake(
                lambda x, g, b: g * (x - x.mean(axis=0)) / np.sqrt((x**2).mean(axis=0) + 0.001) + b,
                _SAY
                + "You average the squares of `x` itself. The variance is the mean square of the *deviations*, of `x` minus its mean.",
            ),
            "squares_summed": Mistake(
                lambda x, g, b: g * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) * len(x) + 0.001) + b,
                _SAY
                + "You add the squared deviations up. The variance is their mean, or a larger batch would count as wider.",
            ),
            "absolute_deviation": Mistake(
                lambda x, g, b: (
                    g * (x - x.mean(axis=0)) / (np.abs(x - x.mean(axis=0)).mean(axis=0) + 0.001) + b
                ),
                _SAY
                + "You divide by the mean of the deviations without their signs. Asked is the root of the mean of their *squares*.",
            ),
            "median": Mistake(
                lambda x, g, b: g * (x - np.median(x, axis=0)) / np.sqrt(x.var(axis=0) + 0.001) + b,
                _SAY + "You subtract the middle value (the median). Asked is the mean.",
            ),
            "moving_averages": Mistake(
                lambda x, g, b: x / np.sqrt(1.001),
                _SAY
                + "Hardly anything has happened to `x`. A new layer of Keras that *predicts* does this: its moving averages are still 0 and 1. Asked is what it does with this batch while training.",
            ),
            "brackets": Mistake(
                lambda x, g, b: g * x - x.mean(axis=0) / np.sqrt(x.var(axis=0) + 0.001) + b,
                _SAY
                + "Only the mean is divided: `/` comes before `-`. Put round brackets around `x` minus mean.",
            ),
        },
        success="Down each column: mean 0, spread 1, then as wide and as high as gamma and beta say.",
    ),
    hints=(
        "The same as standardising in lesson 2, column by column; then times gamma, plus beta.",
        "`x.mean(axis=0)` and `x.var(axis=0)` have one number for each unit. Divide by the root of variance plus epsilon.",
        """
        def batch_norm(x, gamma, beta, epsilon=0.001):
            mean = ___
            variance = ___
            return gamma * (x - mean) / np.sqrt(___) + ___
        """,
    ),
)
