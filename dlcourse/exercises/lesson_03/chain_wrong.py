"""Wrong answers to exercise 3.7, a slope through a row of tanh, by the code each must get."""

from __future__ import annotations

from dlcourse.exercises.lesson_03.chain_wrong_more import MORE

WRONG = {
    "not_divided_small": [
        """
            def chain_slope(z, layers):
                nudged = z + 0.00001
                for layer in range(layers):
                    z, nudged = np.tanh(z), np.tanh(nudged)
                return nudged - z
            """
    ],
    "nudge_of_a_tenth": [
        """
            def chain_slope(z, layers):
                nudged = z + 0.1
                for layer in range(layers):
                    z, nudged = np.tanh(z), np.tanh(nudged)
                return (nudged - z) / 0.1
            """
    ],
    "nudge_of_a_hundredth": [
        """
            def chain_slope(z, layers):
                nudged = z + 0.01
                for layer in range(layers):
                    z, nudged = np.tanh(z), np.tanh(nudged)
                return (nudged - z) / 0.01
            """
    ],
    "squares_alone": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z ** 2
                return product
            """
    ],
    "plus": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 + z ** 2
                return product
            """
    ],
    "product_passed_on": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    product *= 1 - np.tanh(z) ** 2
                    z = product
                return product
            """
    ],
    "square_of_product": [
        """
            def chain_slope(z, layers):
                product = 1
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z
                return 1 - product ** 2
            """
    ],
    "slopes_divided": [
        """
            def chain_slope(z, layers):
                product = 1
                for layer in range(layers):
                    z = np.tanh(z)
                    product /= 1 - z ** 2
                return product
            """
    ],
    "layers_in_the_exponent": ["def chain_slope(z, layers):\n    return 1 - np.tanh(z) ** (2 * layers)"],
    "in_proportion": [
        """
            def chain_slope(z, layers):
                after, before = z + 0.001, z - 0.001
                for layer in range(layers):
                    after, before = np.tanh(after), np.tanh(before)
                return (after - before) / 0.001
            """
    ],
    "value_over_z": [
        """
            def chain_slope(z, layers):
                start = z
                for layer in range(layers):
                    z = np.tanh(z)
                return z / start
            """
    ],
    "tan": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tan(z)
                    product *= 1 - z ** 2
                return product
            """
    ],
    "caret": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ^ 2
                return product
            """
    ],
    "numpy_forgotten": ["def chain_slope(z, layers):\n    return (1 - tanh(z) ** 2) ** layers"],
    "layers_gone_through": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in layers:
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
    ],
    "square_forgotten": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product = product * (1 - z)
                return product
            """
    ],
    "square_outside": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= (1 - z) ** 2
                return product
            """
    ],
    "double_for_square": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - 2 * z
                return product
            """
    ],
    "sign_exchanged": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z ** 2 - 1
                return product
            """
    ],
    "started_at_z": [
        """
            def chain_slope(z, layers):
                product = z
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
    ],
    "z_times_layers": ["def chain_slope(z, layers):\n    return 1 - np.tanh(z * layers) ** 2"],
    "two_layers_only": [
        "def chain_slope(z, layers):\n    return (1 - np.tanh(z) ** 2) * (1 - np.tanh(np.tanh(z)) ** 2)"
    ],
    "quarters": ["def chain_slope(z, layers):\n    return 0.25 ** layers"],
    "z_stays": [
        "def chain_slope(z, layers):\n    return (1 - np.tanh(z) ** 2) ** layers",
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    product *= 1 - np.tanh(z) ** 2
                return product
            """,
    ],
    "z_for_activation": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    product *= 1 - z ** 2
                    z = np.tanh(z)
                return product
            """
    ],
    **MORE,
}
