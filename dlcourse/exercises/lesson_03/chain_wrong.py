"""Wrong answers to exercise 3.7, a slope through a row of tanh, by the code each must get."""

from __future__ import annotations

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
    "one_layer_late": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - np.tanh(z) ** 2
                return product
            """
    ],
    "sigmoid_formula": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z * (1 - z)
                return product
            """
    ],
    "sigmoid": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = scratch.sigmoid(z)
                    product *= z * (1 - z)
                return product
            """
    ],
    "summed": [
        """
            def chain_slope(z, layers):
                total = 0
                for layer in range(layers):
                    z = np.tanh(z)
                    total += 1 - z ** 2
                return total
            """
    ],
    "one_more": [
        """
            def chain_slope(z, layers):
                total = 1
                for layer in range(layers):
                    z = np.tanh(z)
                    total += 1 - z ** 2
                return total
            """
    ],
    "mean": [
        """
            def chain_slope(z, layers):
                slopes = []
                for layer in range(layers):
                    z = np.tanh(z)
                    slopes.append(1 - z ** 2)
                return np.mean(slopes)
            """
    ],
    "started_at_zero": [
        """
            def chain_slope(z, layers):
                product = 0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
    ],
    "last_only": [
        """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = np.tanh(z)
                    product = 1 - z ** 2
                return product
            """
    ],
    "first_only": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                    return product
            """,
        "def chain_slope(z, layers):\n    return 1 - np.tanh(z) ** 2",
    ],
    "one_too_few": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(1, layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
    ],
    "one_too_many": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers + 1):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
                return product
            """
    ],
    "value_for_slope": [
        """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = np.tanh(z)
                return z
            """
    ],
    "values_multiplied": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= z
                return product
            """
    ],
    "times_layers": ["def chain_slope(z, layers):\n    return layers * (1 - np.tanh(z) ** 2)"],
    "slope_passed_on": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = 1 - np.tanh(z) ** 2
                    product *= z
                return product
            """
    ],
    "slope_of_slope": [
        """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = 1 - np.tanh(z) ** 2
                return z
            """
    ],
    "end_slope": [
        """
            def chain_slope(z, layers):
                for layer in range(layers):
                    z = np.tanh(z)
                return 1 - np.tanh(z) ** 2
            """
    ],
    "not_multiplied": [
        """
            def chain_slope(z, layers):
                slopes = []
                for layer in range(layers):
                    z = np.tanh(z)
                    slopes.append(1 - z ** 2)
                return slopes
            """
    ],
    "not_divided": [
        """
            def chain_slope(z, layers):
                nudged = z + 0.001
                for layer in range(layers):
                    z, nudged = np.tanh(z), np.tanh(nudged)
                return nudged - z
            """
    ],
    "returns_none": [
        """
            def chain_slope(z, layers):
                product = 1.0
                for layer in range(layers):
                    z = np.tanh(z)
                    product *= 1 - z ** 2
            """
    ],
    "raised": ["def chain_slope(z, layers):\n    return 1 - np.tanh(x) ** 2"],
    "wrong_arguments": ["def chain_slope(z):\n    return 1 - np.tanh(z) ** 2"],
    "not_a_function": ["chain_slope = 0.25"],
    "wrong_value": ["def chain_slope(z, layers):\n    return (1 - np.tanh(z) ** 2) / layers"],
}
