"""More wrong answers to exercise 3.7, a product of slopes, by the code each must get."""

from __future__ import annotations

MORE = {
    "brackets": [
        """
            def chain_slope(z, layers):
                product = 1
                for layer in range(layers):
                    z = np.tanh(z)
                    product = product * 1 - z ** 2
                return product
            """
    ],
    "square_inside": [
        """
            def chain_slope(z, layers):
                product = 1
                for layer in range(layers):
                    product *= 1 - np.tanh(z ** 2)
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
