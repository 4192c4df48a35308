"""Answers to exercise 7.9: steps that are right, and steps that are not."""

from __future__ import annotations

_FORM = """
def train_step(network, loss, optimizer, x, y):
    with tf.GradientTape() as tape:
        outputs = network({call})
        value = {value}
    gradients = tape.gradient({of}, {variables})
    {step}
    return value
"""


def _step(
    call: str = "x, training=True",
    value: str = "loss(y, outputs)",
    of: str = "value",
    variables: str = "network.trainable_variables",
    step: str = "optimizer.apply(gradients, network.trainable_variables)",
) -> str:
    return _FORM.format(call=call, value=value, of=of, variables=variables, step=step)


RIGHT = (
    _step(),
    _step(
        variables="network.trainable_weights",
        step="optimizer.apply_gradients(zip(gradients, network.trainable_weights))",
    ),
    """
    def train_step(network, loss, optimizer, x, y):
        with tf.GradientTape() as tape:
            value = loss(y, network(x, training=True))
            gradients = tape.gradient(value, network.trainable_variables)
        optimizer.apply(gradients)
    """,
    """
    def train_step(network, loss, optimizer, x, y):
        variables = [v for layer in network.layers for v in layer.trainable_variables]
        with tf.GradientTape() as tape:
            value = tf.reduce_mean(loss(y, network(tf.constant(x), training=True)))
        optimizer.apply(tape.gradient(value, [v.value for v in variables]), variables)
        return float(value)
    """,
)

RIGHT += (
    "@tf.function" + _step(),
    """
    class Step:
        def __call__(self, network, loss, optimizer, x, y):
            with tf.GradientTape(persistent=True) as tape:
                value = loss(y, network(x, training=True))
            gradients = [tape.gradient(value, variable) for variable in network.trainable_variables]
            optimizer.apply_gradients(zip(gradients, network.trainable_variables))
            return value.numpy()

    train_step = Step()
    """,
)

WRONG = {
    "uphill": [_step(step="optimizer.apply([-g for g in gradients], network.trainable_variables)")],
    "twice": [
        _step(
            step="optimizer.apply(gradients, network.trainable_variables)\n    optimizer.apply(gradients, network.trainable_variables)"
        )
    ],
    "outputs_gradient": [_step(of="outputs")],
    "exchanged": [_step(value="loss(outputs, y)")],
    "summed": [
        _step(value="tf.reduce_sum(keras.losses.binary_crossentropy(y, outputs))"),
        _step(value="loss(y, outputs) * len(x)"),
    ],
    "half_as_far": [
        _step(value="loss(y, outputs) / len(x)"),
        _step(step="optimizer.apply([g / len(x) for g in gradients], network.trainable_variables)"),
        _step(
            step="optimizer.apply([optimizer.learning_rate * g for g in gradients], network.trainable_variables)"
        ),
    ],
    "errors_gradient": [_step(value="y - outputs")],
    "one_by_one": [
        _step(
            step="for g, v in zip(gradients, network.trainable_variables):\n        optimizer.apply([g], [v])"
        )
    ],
    "moves_copies": [_step(step="optimizer.apply(gradients, network.get_weights())")],
    "pairs_in_apply": [_step(step="optimizer.apply(zip(gradients, network.trainable_variables))")],
    "gradient_of_the_function": [_step(of="loss")],
    "gradient_for_the_network": [_step(variables="network")],
    "other_loss": [_step(value="tf.reduce_mean((y - outputs) ** 2)")],
    "not_all": [
        _step(
            variables="network.layers[-1].trainable_variables",
            step="optimizer.apply(gradients, network.layers[-1].trainable_variables)",
        )
    ],
    "weights_only": [
        _step(
            step="optimizer.apply_gradients([(g, v) for g, v in zip(gradients, network.trainable_variables) if len(v.shape) == 2])"
        )
    ],
    "first_only": [_step(step="optimizer.apply_gradients([(gradients[0], network.trainable_variables[0])])")],
    "no_training": [_step(call="x"), _step(call="x, training=False")],
    "own_rate": [
        _step(
            step="for g, v in zip(gradients, network.trainable_variables):\n        v.assign_sub(optimizer.learning_rate * g)"
        )
    ],
    "rate_of_your_own": [
        _step(step="for g, v in zip(gradients, network.trainable_variables):\n        v.assign(v - 0.01 * g)")
    ],
    "half_rate": [
        _step(step="for g, v in zip(gradients, network.trainable_variables):\n        v.assign(v - g)")
    ],
    "first_layer": [
        _step(
            variables="network.trainable_variables[:2]",
            step="optimizer.apply(gradients, network.trainable_variables[:2])",
        )
    ],
    "own_loss": [_step(value="keras.losses.BinaryCrossentropy()(y, outputs)")],
    "own_optimizer": [
        _step(step="keras.optimizers.Adam().apply(gradients, network.trainable_variables)"),
        _step(step="keras.optimizers.SGD(0.1).apply(gradients, network.trainable_variables)"),
    ],
    "rate_changed": [
        _step(
            step="optimizer.learning_rate = 0.1\n    optimizer.apply(gradients, network.trainable_variables)"
        )
    ],
    "many_steps": [
        """
        def train_step(network, loss, optimizer, x, y):
            for i in range(len(x)):
                with tf.GradientTape() as tape:
                    value = loss(y[i : i + 1], network(x[i : i + 1], training=True))
                gradients = tape.gradient(value, network.trainable_variables)
                optimizer.apply(gradients, network.trainable_variables)
            return value
        """
    ],
    "seen_twice": [_step().replace("return value", "return loss(y, network(x, training=True))")],
    "exchanged_in_apply": [
        _step(step="optimizer.apply(network.trainable_variables, gradients)"),
        _step(step="optimizer.apply_gradients(zip(network.trainable_variables, gradients))"),
    ],
    "not_trainable": [_step(variables="network.weights", step="optimizer.apply(gradients, network.weights)")],
    "a_plain_number": [_step(value="float(loss(y, outputs))"), _step(value="loss(y, outputs).numpy()")],
    "outside_the_tape": [
        """
        def train_step(network, loss, optimizer, x, y):
            outputs = network(x, training=True)
            with tf.GradientTape() as tape:
                value = loss(y, outputs)
            gradients = tape.gradient(value, network.trainable_variables)
            optimizer.apply(gradients, network.trainable_variables)
            return value
        """,
        """
        def train_step(network, loss, optimizer, x, y):
            with tf.GradientTape() as tape:
                outputs = network(x, training=True)
            value = loss(y, outputs)
            gradients = tape.gradient(value, network.trainable_variables)
            optimizer.apply(gradients, network.trainable_variables)
            return value
        """,
        """
        def train_step(network, loss, optimizer, x, y):
            with tf.GradientTape() as tape:
                value = loss(y, network.predict(x, verbose=0))
            gradients = tape.gradient(value, network.trainable_variables)
            optimizer.apply(gradients, network.trainable_variables)
            return value
        """,
    ],
    "left_to_keras": [
        """
        def train_step(network, loss, optimizer, x, y):
            network.compile(optimizer=optimizer, loss=loss)
            return network.train_on_batch(x, y)
        """
    ],
    "nothing_moved": [
        _step(step="pass"),
        "def train_step(network, loss, optimizer, x, y):\n    return loss(y, network(x, training=True))",
    ],
    "wrong_value": [_step(value="loss(y, outputs) * 3")],
    "raised": [_step(value="losses(y, outputs)"), _step(step="optimizer.step(gradients)")],
    "not_a_function": ["train_step = keras.optimizers.SGD(0.1)"],
}
