"""Answers to exercise 7.6: the trial as it is found, repaired in several ways, and repaired in part."""

from __future__ import annotations

STARTER = """
def trial(mails, spam, choose, as_table, network):
    words = choose(mails, spam)
    x = as_table(mails, words)
    x_train, y_train = x[:4500], spam[:4500]
    x_test, y_test = x[4500:], spam[4500:]
    network.fit(x_train, y_train, validation_data=(x_test, y_test))
    return network.evaluate(x_train, y_train)
"""

_FORM = """
def trial(mails, spam, choose, as_table, network):
    words = choose({words})
    x = as_table(mails, words)
    x_train, y_train = x[:4500], spam[:4500]
    x_test, y_test = x[4500:], spam[4500:]
    {fit}
    {end}
"""


def _trial(
    words: str = "mails[:4500], spam[:4500]",
    fit: str = "network.fit(x_train, y_train, validation_split=0.2)",
    end: str = "return network.evaluate(x_test, y_test)",
) -> str:
    return _FORM.format(words=words, fit=fit, end=end)


RIGHT = (
    _trial(),
    _trial(
        fit="network.fit(x_train[:3600], y_train[:3600], validation_data=(x_train[3600:], y_train[3600:]))"
    ),
    """
    def trial(mails, spam, choose, as_table, network):
        learn, check, test = slice(0, 3500), slice(3500, 4500), slice(4500, None)
        words = choose(mails[learn], spam[learn])
        def table(part):
            return as_table(mails[part], words)
        network.fit(table(learn), spam[learn], validation_data=(table(check), spam[check]))
        loss, accuracy = network.evaluate(table(test), spam[test])
        return accuracy
    """,
    """
    def trial(mails, spam, choose, as_table, network):
        training, rest = range(4500), range(4500, len(mails))
        own, labels = [mails[i] for i in training], [spam[i] for i in training]
        words = choose(own, labels)
        network.fit(as_table(own, words), np.array(labels), validation_split=0.25)
        return network.evaluate(as_table([mails[i] for i in rest], words), np.array([spam[i] for i in rest]))
    """,
)

RIGHT += (
    _trial(fit="network.fit(x_train, y_train, 32, 10, validation_split=0.2, verbose=0)"),
    _trial(end="return round(network.evaluate(x_test, y_test)[1], 3)"),
    _trial(end="return 100 * network.evaluate(x_test, y_test)[1]"),
    _trial(
        end="probabilities = network.predict(x_test, verbose=0)\n    return np.mean((probabilities[:, 0] > 0.5) == y_test)"
    ),
    """
    def trial(mails, spam, choose, as_table, network):
        a, b = 3400, 4600
        words = choose(mails[:a], spam[:a])
        x = as_table(mails, words)
        network.compile()
        history = network.fit(x[:a], spam[:a], validation_data=(x[a:b], spam[a:b])).history
        print(history["val_loss"])
        return network.evaluate(x[b:], spam[b:], return_dict=True)["accuracy"]
    """,
)

WRONG = {
    "words_from_test": [
        _trial(words="mails, spam"),
        _trial(words="mails, spam", fit="network.fit(x_train, y_train, validation_data=(x_test, y_test))"),
        _trial(words="mails[4500:], spam[4500:]"),
    ],
    "validated_on_test": [
        _trial(fit="network.fit(x_train, y_train, validation_data=(x_test, y_test))"),
    ],
    "validated_on_training": [
        _trial(fit="network.fit(x_train, y_train, validation_data=(x_train, y_train))"),
        _trial(fit="network.fit(x_train, y_train, validation_data=(x_train[3600:], y_train[3600:]))"),
    ],
    "no_validation": [_trial(fit="network.fit(x_train, y_train)")],
    "trained_on_test": [
        _trial(fit="network.fit(x, spam, validation_split=0.2)"),
        _trial(
            fit="network.fit(x_test, y_test, validation_split=0.2)",
            end="return network.evaluate(x_train, y_train)",
        ),
    ],
    "evaluated_on_training": [
        _trial(end="return network.evaluate(x_train, y_train)"),
        _trial(end="return network.evaluate(x, spam)"),
    ],
    "evaluated_on_validation": [_trial(end="return network.evaluate(x_train[3600:], y_train[3600:])")],
    "few_tested": [_trial(end="return network.evaluate(x_test[:100], y_test[:100])")],
    "few_trained": [_trial(fit="network.fit(x_train[:500], y_train[:500], validation_split=0.2)")],
    "labels_of_others": [
        _trial(words="mails[:4500], spam[1181:]"),
        _trial(fit="network.fit(x_train, spam, validation_split=0.2)"),
        _trial(end="return network.evaluate(x_test, y_train[:1181])"),
        _trial(end="return network.evaluate(x_test)"),
        _trial(
            fit="network.fit(x_train[:3600], y_train[:3600], validation_data=(x_train[3600:], y_train[:900]))"
        ),
    ],
    "other_result": [
        _trial(end="network.evaluate(x_test, y_test)\n    return network.predict(x_test)"),
        _trial(end="network.evaluate(x_test, y_test)\n    return 'done'"),
    ],
    "tested_before": [
        _trial(
            fit="result = network.evaluate(x_test, y_test)",
            end="network.fit(x_train, y_train, validation_split=0.2)\n    return result",
        )
    ],
    "compared_otherwise": [
        _trial(end="return np.mean((network.predict(x_test) > 0.5) == y_test)"),
        _trial(end="return np.mean(network.predict(x_test).argmax(axis=1) == y_test)"),
    ],
    "returns_none": [_trial(end="network.evaluate(x_test, y_test)")],
    "no_share": [_trial(fit="network.fit(x_train, y_train, validation_split=20)")],
    "training_result_too": [
        _trial(end="return network.evaluate(x_train, y_train), network.evaluate(x_test, y_test)"),
    ],
    "not_evaluated": [_trial(end="return network.predict(x_test)")],
    "not_trained": [_trial(fit="pass")],
    "no_words": [
        """
        def trial(mails, spam, choose, as_table, network):
            x = as_table(mails, ["click", "your"])
            network.fit(x[:4500], spam[:4500], validation_split=0.2)
            return network.evaluate(x[4500:], spam[4500:])
        """
    ],
    "other_words": [
        """
        def trial(mails, spam, choose, as_table, network):
            words = choose(mails[:4500], spam[:4500])
            x = as_table(mails, ["free"])
            network.fit(x[:4500], spam[:4500], validation_split=0.2)
            return network.evaluate(x[4500:], spam[4500:])
        """
    ],
    "not_a_function": ["trial = 0.95"],
    "raised": [
        _trial(end="return network.evaluate(x_tests, y_test)"),
        _trial(end="return network.evaluate(y_test, x_test)"),
        _trial(fit="network.fit(x_train, y_train, validation_data=x_train[3600:])"),
    ],
}
