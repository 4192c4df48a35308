"""Exercise 4.8, the taxis' network in Keras: how it is judged, and the declaration."""

from __future__ import annotations

import numpy as np

from dlcourse.checking import Exercise, ModelFacts, ModelMistake, NotYet, model_check, show
from dlcourse.checking.models import outputs_of

FIRST = np.array([[2.0, -1.0], [0.5, 0.5], [-3.0, -1.0]]), np.array([4.0, 3.0])
SECOND = np.array([[1.0], [-1.0]]), np.array([1.0])
BOTH = np.array([[2.0, 3.0], [0.5, 0.0], [-3.0, -2.0]]), np.array([4.0, 1.0])  # A and B, side by side
# kilometres, minutes, vouchers: a ride on which B is cheaper, one on which A is, standing still, a jam, a long way
RIDES = np.array(
    [[4, 10, 1], [8, 4, 0], [0, 0, 0], [2, 30, 0], [20, 2, 2], [5, 4, 0], [1, 1, 0]], dtype="float32"
)


def _through(
    rides: np.ndarray, *, bend: bool = True, hidden_bias: float = 1, sign: float = -1, fee: float = 1
) -> np.ndarray:
    sums = rides @ FIRST[0] + hidden_bias * FIRST[1]
    hidden = np.maximum(sums, 0) if bend else sums
    return hidden[:, 0] + sign * hidden[:, 1] + fee


def _dense(facts: ModelFacts) -> list:
    return [layer for layer in facts.layers if layer.kind == "Dense"]


def _hidden_activation(facts: ModelFacts) -> str | None:
    """The activation between the two Dense layers, whether it belongs to the first or stands by itself."""
    kinds = [layer.kind for layer in facts.layers]
    if kinds.count("Dense") != 2:
        return None
    first, second = (place for place, kind in enumerate(kinds) if kind == "Dense")
    names = [
        layer.activation for layer in facts.layers[first:second] if layer.activation not in (None, "linear")
    ]
    return names[0] if names else "linear"


def _fares(facts: ModelFacts) -> NotYet | None:
    """Ask the model for fares, and say what kind of mistake is in them."""
    made = np.asarray(outputs_of(facts.model, RIDES), dtype=float)[:, 0]
    expected = _through(RIDES)
    if _near(made, expected):
        return None
    given = f"For 4 km, 10 minutes and 1 voucher your model says {show(float(made[0]))}; it should say 12."
    if _near(made, _through(RIDES, fee=0)):
        return NotYet(
            "fee", f"{given} Each fare is 1 euro short: the app's euro is the bias of the last layer."
        )
    if _near(made, _through(RIDES, sign=1)):
        return NotYet(
            "sign",
            f"{given} The second hidden neuron says how much *more* A costs. Its weight in the output takes that away: −1.",
        )
    if _near(made, _through(RIDES, hidden_bias=0)):
        return NotYet("hidden_bias", f"{given} The hidden neurons' biases, 4 and 3, are missing.")
    arrays = [np.asarray(array) for array in facts.model.get_weights()]
    return _about_arrays(arrays, given) or NotYet(
        "numbers",
        f"{given} The layers are right, some of the numbers in them are not: print `taxi.get_weights()`.",
    )


_ARRAYS = (
    "the hidden layer's weights",
    "the hidden layer's bias",
    "the output's weights",
    "the output's bias",
)


def _about_arrays(arrays: list[np.ndarray], given: str) -> NotYet | None:
    """Say which of the four arrays a model holds are not those of `taxis`, and what they are if that is known."""
    wanted = [*FIRST, *SECOND]
    if 2 <= len(arrays) < 4:
        return NotYet(
            "without_bias",
            f"{given} It holds {len(arrays)} arrays, and the taxis' network has four: every layer of it has a bias, so "
            "`use_bias=False` has no place here.",
        )
    if [array.shape for array in arrays] != [array.shape for array in wanted]:
        return None
    same = [_near(array, one) for array, one in zip(arrays, wanted, strict=True)]
    wrong = [i for i in range(4) if not same[i]]
    if not arrays[1].any() and not arrays[3].any():
        if same[0] or same[2]:
            return NotYet(
                "biases_zero",
                f"{given} The weights are in it. The biases, the second and the fourth array, are still 0.",
            )
        return NotYet(
            "numbers_not_set",
            f"{given} All biases of your model are 0, as Keras makes them: put the network's numbers in their place with "
            "`set_weights`.",
        )
    if wrong == [2, 3] and not arrays[3].any():
        return NotYet(
            "output_not_set",
            f"{given} The hidden layer has its numbers; the output's weights are still random, and its bias is 0.",
        )
    if wrong == [0, 1] and not arrays[1].any():
        return NotYet(
            "hidden_not_set",
            f"{given} The output has its numbers; the hidden layer's weights are still random, and its biases are 0.",
        )
    if _near(arrays[0], BOTH[0]) and _near(arrays[1], BOTH[1]):
        return NotYet(
            "both_fares",
            f"{given} Your hidden neurons are A and B, from the first table of the lesson. Here the second does not give B's fare: "
            "look at its name in the drawing.",
        )
    if wrong == [1] and _near(arrays[1], FIRST[1][::-1]):
        return NotYet(
            "biases_exchanged",
            f"{given} Your hidden biases are {show(arrays[1])}. The first neuron is A: what does A ask for 0 km, 0 minutes and 0 "
            "vouchers?",
        )
    if wrong == [2] and _near(arrays[2], SECOND[0][::-1]):
        return NotYet(
            "output_weights_exchanged",
            f"{given} Your output takes {show(float(arrays[2][0, 0]))} times the first hidden neuron and "
            f"{show(float(arrays[2][1, 0]))} times the second. Which of them is the fare, and which is taken away?",
        )
    if not wrong:
        return None
    if len(wrong) <= 2:
        names = " and ".join(f"{_ARRAYS[i]}, {show(arrays[i])}" for i in wrong)
        return NotYet(
            "some_arrays",
            f"{given} Not as in `taxis`: {names}. Compare {'it' if len(wrong) == 1 else 'them'} with `taxis[{wrong[0] // 2}]`.",
        )
    return None


def _near(made: np.ndarray, expected: np.ndarray) -> bool:
    return bool(np.allclose(made, expected, rtol=1e-4, atol=1e-3))


_SETTING = """
import numpy as np
import keras
from keras import layers

taxis = [
    (np.array([[2.0, -1.0], [0.5, 0.5], [-3.0, -1.0]]), np.array([4.0, 3.0])),
    (np.array([[1.0], [-1.0]]), np.array([1.0])),
]
"""
_NUMBERS = "\ntaxi.set_weights([taxis[0][0], taxis[0][1], taxis[1][0], taxis[1][1]])"


def _sequential(*entries: str, numbers: str = _NUMBERS) -> str:
    return f"taxi = keras.Sequential([{', '.join(entries)}]){numbers}"


_IN, _HIDDEN, _OUT = "keras.Input(shape=(3,))", "layers.Dense(2, activation='relu')", "layers.Dense(1)"


def _set(four: str) -> str:
    """The source of the right model with these four arrays in it."""
    return _sequential(_IN, _HIDDEN, _OUT, numbers=f"\ntaxi.set_weights([{four}])")


TAXI = Exercise(
    id="4.8",
    title="The taxis' network in Keras",
    kind="model",
    starter="taxi = ...",
    setup=_SETTING,
    right=(
        """
        taxi = keras.Sequential([
            keras.Input(shape=(3,)),
            layers.Dense(2, activation="relu"),
            layers.Dense(1),
        ])
        (hidden_weights, hidden_bias), (last_weights, last_bias) = taxis
        taxi.set_weights([hidden_weights, hidden_bias, last_weights, last_bias])
        """,
        """
        ride = keras.Input(shape=(3,))
        hidden = layers.ReLU()(layers.Dense(2)(ride))
        taxi = keras.Model(ride, layers.Dense(1, activation="linear")(hidden))
        taxi.set_weights([array for pair in taxis for array in pair])
        """,
        """
        taxi = keras.Sequential()
        taxi.add(keras.Input((3,)))
        taxi.add(layers.Dense(2))
        taxi.add(layers.Activation("relu"))
        taxi.add(layers.Dense(1))
        dense = [layer for layer in taxi.layers if isinstance(layer, layers.Dense)]
        for layer, pair in zip(dense, taxis):
            layer.set_weights(pair)
        """,
        """
        (hidden, hidden_bias), (last, last_bias) = taxis
        taxi = keras.Sequential([keras.Input((3,)), layers.Dense(2, "relu"), layers.Dense(1)])
        taxi.set_weights([hidden[:, ::-1], hidden_bias[::-1], last[::-1], last_bias])
        """,
    ),
    wrong={
        "not_a_model": [
            "taxi = taxis",
            "taxi = layers.Dense(2, activation='relu')",
            "taxi = [layers.Dense(2, activation='relu'), layers.Dense(1)]",
        ],
        "no_input": [f"taxi = keras.Sequential([{_HIDDEN}, {_OUT}])"],
        "batch_in_the_shape": [f"taxi = keras.Sequential([keras.Input(shape=(4, 3)), {_HIDDEN}, {_OUT}])"],
        "wrong_input": [f"taxi = keras.Sequential([keras.Input(shape=(2,)), {_HIDDEN}, {_OUT}])"],
        "no_hidden_layer": [_sequential(_IN, _OUT, numbers="")],
        "output_layer_missing": [_sequential(_IN, _HIDDEN, numbers="")],
        "input_as_a_layer": [
            _sequential(_IN, "layers.Dense(3, activation='relu')", _HIDDEN, _OUT, numbers="")
        ],
        "too_many_layers": [
            _sequential(_IN, _HIDDEN, "layers.Dense(5)", "layers.Dense(4)", _OUT, numbers="")
        ],
        "hidden_units": [_sequential(_IN, "layers.Dense(3, activation='relu')", _OUT, numbers="")],
        "widths_exchanged": [
            _sequential(_IN, "layers.Dense(1, activation='relu')", "layers.Dense(2)", numbers="")
        ],
        "wrong_output": [_sequential(_IN, _HIDDEN, "layers.Dense(3)", numbers="")],
        "two_outputs": [_sequential(_IN, _HIDDEN, "layers.Dense(2)", numbers="")],
        "relu_missing": [_sequential(_IN, "layers.Dense(2)", _OUT)],
        "relu_at_the_wrong_layer": [
            _sequential(_IN, "layers.Dense(2)", "layers.Dense(1, activation='relu')")
        ],
        "other_hidden_activation": [_sequential(_IN, "layers.Dense(2, activation='sigmoid')", _OUT)],
        "relu_at_the_output": [_sequential(_IN, _HIDDEN, "layers.Dense(1, activation='relu')")],
        "softmax_of_one": [_sequential(_IN, _HIDDEN, "layers.Dense(1, activation='softmax')")],
        "output_squeezed": [_sequential(_IN, _HIDDEN, "layers.Dense(1, activation='sigmoid')")],
        "numbers_not_set": [_sequential(_IN, _HIDDEN, _OUT, numbers="")],
        "fee": [_sequential(_IN, _HIDDEN, _OUT).replace("taxis[1][1]", "np.zeros(1)")],
        "sign": [_sequential(_IN, _HIDDEN, _OUT).replace("taxis[1][0]", "np.abs(taxis[1][0])")],
        "hidden_bias": [_sequential(_IN, _HIDDEN, _OUT).replace("taxis[0][1]", "np.zeros(2)")],
        "biases_zero": [_set("taxis[0][0], np.zeros(2), taxis[1][0], np.zeros(1)")],
        "output_not_set": [_sequential(_IN, _HIDDEN, _OUT, numbers="\ntaxi.layers[0].set_weights(taxis[0])")],
        "hidden_not_set": [_sequential(_IN, _HIDDEN, _OUT, numbers="\ntaxi.layers[1].set_weights(taxis[1])")],
        "both_fares": [
            "weights, bias = np.array([[2.0, 3.0], [0.5, 0.0], [-3.0, -2.0]]), np.array([4.0, 1.0])\n"
            + _set("weights, bias, taxis[1][0], taxis[1][1]")
        ],
        "biases_exchanged": [_set("taxis[0][0], np.array([3.0, 4.0]), taxis[1][0], taxis[1][1]")],
        "output_weights_exchanged": [_set("taxis[0][0], taxis[0][1], taxis[1][0][::-1], taxis[1][1]")],
        "some_arrays": [
            _set("-taxis[0][0], taxis[0][1], taxis[1][0], taxis[1][1]"),
            _set("taxis[0][0].reshape(2, 3).T, taxis[0][1], taxis[1][0], taxis[1][1]"),
            _set("np.array([[2, 1], [0.5, 0.5], [-3, -1]]), taxis[0][1], taxis[1][0], taxis[1][1]"),
            _set("taxis[0][0], taxis[0][1], -taxis[1][0], -taxis[1][1]"),
        ],
        "numbers": [
            _set("taxis[0][0][::-1], taxis[0][1] + 1, taxis[1][0] + 1, taxis[1][1]"),
        ],
        "without_bias": [
            _sequential(_IN, "layers.Dense(2, activation='relu', use_bias=False)", _OUT, numbers="")
        ],
    },
    check=model_check(
        inputs=(3,),
        outputs=1,
        examples=RIDES,
        mistakes={
            "batch_in_the_shape": ModelMistake(
                "input",
                lambda facts: facts.inputs is not None and len(facts.inputs) == 2 and facts.inputs[-1] == 3,
                "Your model takes examples of shape {inputs}. The number of rides in a batch does not belong there: one ride is "
                "three numbers.",
            ),
            "no_hidden_layer": ModelMistake(
                "layers",
                lambda facts: len(_dense(facts)) == 1 and _dense(facts)[0].units == 1,
                "Your model has one Dense layer: nothing stands between input and output. The taxis' network has a hidden "
                "layer.",
            ),
            "output_layer_missing": ModelMistake(
                "layers",
                lambda facts: len(_dense(facts)) == 1,
                "Your model has one Dense layer of {units} neurons. That is the hidden layer; the one that makes a single fare "
                "of them is still to come.",
            ),
            "input_as_a_layer": ModelMistake(
                "layers",
                lambda facts: [layer.units for layer in _dense(facts)] == [3, 2, 1],
                "Your model has three Dense layers, of 3, 2 and 1 neurons. The three inputs need no neurons: they are given, and "
                "`keras.Input` has said so already.",
            ),
            "too_many_layers": ModelMistake(
                "layers",
                lambda facts: len(_dense(facts)) > 2,
                lambda facts: (
                    f"Your model has {len(_dense(facts))} Dense layers. The taxis' network has two: one hidden, and the one for "
                    "the output."
                ),
            ),
            "widths_exchanged": ModelMistake(
                "layers",
                lambda facts: [layer.units for layer in _dense(facts)] == [1, 2],
                "Your layers have 1 and 2 neurons, in this order. First come the two hidden neurons, then the one for the fare.",
            ),
            "hidden_units": ModelMistake(
                "layers",
                lambda facts: len(_dense(facts)) == 2 and _dense(facts)[0].units != 2,
                lambda facts: (
                    f"Your hidden layer has {_dense(facts)[0].units} neuron{'s' * (_dense(facts)[0].units != 1)}; the taxis' "
                    "network has two."
                ),
            ),
            "two_outputs": ModelMistake(
                "output",
                lambda facts: facts.units == 2,
                "For one ride your model gives two numbers. One fare is asked: how many neurons has the last layer?",
            ),
            "relu_at_the_wrong_layer": ModelMistake(
                "activation",
                lambda facts: _hidden_activation(facts) == "linear" and facts.activation == "relu",
                "relu stands behind your output instead of between the layers. A network needs its bend in between: behind the "
                "hidden layer.",
            ),
            "relu_missing": ModelMistake(
                "activation",
                lambda facts: _hidden_activation(facts) == "linear",
                lambda facts: (
                    "Between your two layers there is no activation, so they make one weighted sum. With the network's numbers that is "
                    "B's fare and the app's euro, also where A is cheaper."
                ),
            ),
            "other_hidden_activation": ModelMistake(
                "activation",
                lambda facts: _hidden_activation(facts) not in (None, "relu"),
                lambda facts: (
                    f"Your hidden layer has the activation `{_hidden_activation(facts)}`. The taxis' network has relu there."
                ),
            ),
            "softmax_of_one": ModelMistake(
                "activation",
                lambda facts: facts.activation == "softmax",
                "Your output has softmax. It makes shares that add up to 1, and the share of a single number is always 1, "
                "whatever the ride. A fare is the sum as it is.",
            ),
            "relu_at_the_output": ModelMistake(
                "activation",
                lambda facts: (
                    facts.activation == "relu"
                    and len(facts.layers) > 0
                    and facts.layers[-1].activation == "relu"
                ),
                "Your output has relu as well. The last layer gives its sum as it is: relu stands between layers.",
            ),
            "output_squeezed": ModelMistake(
                "activation",
                lambda facts: facts.layers[-1].activation in ("sigmoid", "tanh") if facts.layers else False,
                "Your output has `{activation}`, so no fare could be above 1. A fare is the sum as it is.",
            ),
        },
        questions=[_fares],
        success="Eight lines of the drawing and three biases: eleven numbers, and Keras finds the cheaper taxi.",
    ),
    equivalent={
        "layers.Dense(1, activation='linear')(hidden) -> layers.Dense(1)(hidden)": "linear is what Dense does by itself",
    },
    hints=(
        "Input, hidden layer, output layer: three entries, and only two of them have neurons.",
        "`keras.Input(shape=...)` says what one ride is; `layers.Dense(...)` twice, and relu in one of them. Then `set_weights` "
        "with a list of four arrays.",
        """
        taxi = keras.Sequential([
            keras.Input(shape=(___,)),
            layers.Dense(___, activation=___),
            layers.Dense(___),
        ])
        taxi.set_weights([___, ___, ___, ___])
        """,
    ),
)
