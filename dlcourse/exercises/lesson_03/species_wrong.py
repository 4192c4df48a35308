"""Wrong answers to exercise 3.11, a Keras model for three species, by the code each must get."""

from __future__ import annotations

WRONG = {
    "squeezed_logits": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="relu"),
                layers.Softmax(),
            ])
            """,
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8),
                layers.Dense(3, activation="relu"),
                layers.Activation("softmax"),
            ])
            """,
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="sigmoid"),
                layers.Softmax(),
            ])
            """,
    ],
    "bend_at_the_inputs": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.ReLU(),
                layers.Dense(8),
                layers.Dense(3, activation="softmax"),
            ])
            """,
    ],
    "own_function": [
        """
            def softmax(logits):
                e = np.exp(logits - logits.max(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)

            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation=softmax),
            ])
            """,
    ],
    "behind_softmax": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="softmax"),
                layers.Softmax(),
            ])
            """,
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="softmax"),
                layers.ReLU(),
            ])
            """,
    ],
    "sigmoid_for_exclusive": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="sigmoid"),
            ])
            """
    ],
    "logits_only": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3),
            ])
            """
    ],
    "relu_at_the_end": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="relu"),
            ])
            """
    ],
    "softmax_inside": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="softmax"),
                layers.Dense(3, activation="softmax"),
            ])
            """
    ],
    "no_hidden": [
        'species = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3, activation="softmax")])'
    ],
    "no_bend": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8),
                layers.Dense(8, activation="linear"),
                layers.Dense(3, activation="softmax"),
            ])
            """
    ],
    "one_number": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(1, activation="softmax"),
            ])
            """
    ],
    "wrong_output": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(2, activation="softmax"),
            ])
            """
    ],
    "wrong_activation": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="tanh"),
            ])
            """
    ],
    "softmax_over_batch": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3),
                layers.Softmax(axis=0),
            ])
            """
    ],
    "wrong_input": [
        """
            species = keras.Sequential([
                keras.Input(shape=(2,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="softmax"),
            ])
            """
    ],
    "no_input": [
        'species = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])'
    ],
    "not_a_model": ["species = scratch.softmax([[1.0, 2.0, 3.0]])", "species = layers.Dense(3)"],
    "not_a_number": [
        """
            species = keras.Sequential([
                keras.Input(shape=(4,)),
                layers.Dense(8, activation="relu"),
                layers.Dense(3, activation="softmax"),
            ])
            species.layers[-1].bias.assign([np.nan, 0, 0])
            """
    ],
}
