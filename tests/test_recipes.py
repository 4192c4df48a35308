"""The tuned recipes: a compiled model and the options of `fit` that belong to its learning rate."""

import numpy as np
import pytest

from dlcourse import arrays, datasets


@pytest.fixture(scope="module")
def recipes():
    from dlcourse import recipes

    return recipes


def test_the_learning_rate_rises_and_falls_once_over_all_steps(recipes):
    model, options = recipes.digits_recipe(1000, epochs=3, batch_size=50)
    assert options == {"batch_size": 50, "epochs": 3}
    rate = model.optimizer._learning_rate
    rates = np.array([float(rate(step)) for step in range(60)])
    top = rates.argmax()
    assert 10 <= top <= 20
    assert rates[top] == pytest.approx(recipes.PEAK)
    assert (np.diff(rates[: top + 1]) > 0).all()
    assert (np.diff(rates[top:]) < 0).all()
    assert rates[-1] < 0.05 * recipes.PEAK


def test_the_model_takes_digits_and_gives_ten_probabilities(recipes):
    model, _ = recipes.digits_recipe()
    assert arrays.about_model(model, inputs=(28, 28, 1), outputs=10) is None
    said = model(np.zeros((2, 28, 28, 1), "float32")).numpy()
    assert arrays.about_outputs(said, 10, probabilities=True) is None


def test_it_learns_digits_from_few(recipes):
    import keras

    (x, y), (x_test, y_test) = datasets.mnist()
    x, x_test = ((images[:2000] / 255).astype("float32")[..., None] for images in (x, x_test))
    keras.utils.set_random_seed(0)
    model, options = recipes.digits_recipe(len(x))
    model.fit(x, y[:2000], verbose=0, **options)
    assert model.evaluate(x_test, y_test[:2000], verbose=0)[1] > 0.8
