"""The drawing pad in Python: what a drawing becomes, what the learner's model is asked, and every sentence for bad input."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import traitlets

from dlcourse import datasets, drawing, explore
from dlcourse.explore.draw import drawn

SIDE = 28
ONE = [{"rub": False, "points": [[0.5, 0.15], [0.5, 0.85]]}]  # an upright line
LYING = [{"rub": False, "points": [[0.15, 0.5], [0.85, 0.5]]}]
DOT = [{"rub": False, "points": [[0.5, 0.5]]}]


def upright(scale: float = 1.0, activation: str | None = "softmax", shape: tuple = (SIDE, SIDE)) -> Any:
    """A network made by hand: ink in the middle column speaks for 1, ink in the middle row for 0."""
    import keras
    from keras import layers

    row, column = np.zeros((2, SIDE, SIDE))
    row[13:16, :10], column[:10, 13:16] = 1, 1
    weights = np.full((SIDE * SIDE, 10), -0.5)
    weights[:, 0], weights[:, 1] = row.ravel(), column.ravel()
    body = [] if shape == (SIDE * SIDE,) else [layers.Flatten()]
    model = keras.Sequential([keras.Input(shape), *body, layers.Dense(10, activation=activation)])
    model.set_weights([weights * scale, np.zeros(10)])
    return model


@pytest.fixture(scope="module")
def pad() -> explore.DrawExplorer:
    return explore.draw(upright())


def best(widget: explore.DrawExplorer) -> int:
    return int(widget.probabilities.argmax())


def test_strokes_become_a_picture_and_the_model_answers(pad: explore.DrawExplorer) -> None:
    pad.strokes = ONE
    assert best(pad) == 1
    assert pad.image.shape == (SIDE, SIDE)
    rows, columns = np.nonzero(pad.image > 0.5)
    assert np.ptp(rows) == 19
    assert np.ptp(columns) < 4
    pad.strokes = LYING
    assert best(pad) == 0
    assert pad.answer["number"] == pad.drawing["number"]
    np.testing.assert_allclose(pad.answer["shares"], pad.probabilities)
    assert pad.probabilities.sum() == pytest.approx(1)


def test_the_network_sees_what_the_training_digits_were_made_like(pad: explore.DrawExplorer) -> None:
    corner = [{"rub": False, "points": [[0.05, 0.05], [0.05, 0.4]]}]
    pad.strokes = corner
    np.testing.assert_array_equal(pad.image, drawing.like_the_training_digits(drawn(corner)))
    assert best(pad) == 1, "moved to the middle"


def test_a_stroke_is_round_smooth_and_as_thick_as_the_pen() -> None:
    sheet = drawn(ONE)
    assert sheet.shape == (140, 140)
    assert 11 <= (sheet[70] > 0.5).sum() <= 14  # 0.09 of 140
    assert ((sheet > 0.05) & (sheet < 0.95)).any(), "smooth edges"
    dot = drawn(DOT)
    rows, columns = np.nonzero(dot > 0.5)
    assert abs(np.ptp(rows) - np.ptp(columns)) <= 1
    assert dot[70, 70] == 1
    half_rubbed = drawn([*ONE, {"rub": True, "points": [[0.3, 0.3], [0.7, 0.3]]}])
    assert half_rubbed[42].sum() == 0
    assert half_rubbed[100].sum() == sheet[100].sum()
    assert drawn([{"rub": False, "points": [[-0.2, 0.5], [1.2, 0.5]]}])[70].min() == 1, (
        "a hand may leave the pad"
    )


def test_an_empty_pad_and_a_dot_get_a_sentence_and_no_prediction(pad: explore.DrawExplorer) -> None:
    for strokes in ([], DOT, [*ONE, {"rub": True, "points": [[0.5, 0], [0.5, 1]]}]):
        pad.strokes = ONE
        pad.strokes = strokes
        assert pad.probabilities is None
        assert not pad.image.any()
        assert pad.answer["shares"] == []
        assert pad.answer["title"] == "Draw something larger"
        assert "Draw something larger" in pad.answer["words"]


def test_the_example_is_a_test_digit_and_is_read_at_once() -> None:
    widget = explore.draw(upright())
    digits = datasets.mnist()[1][0]
    kept = [i for i in range(50) if np.abs(widget.image - digits[i] / 255).max() <= drawing.INK]
    assert len(kept) == 1
    assert widget.probabilities.shape == (10,)
    assert widget.answer["number"] == 0
    own = np.zeros((SIDE, SIDE))
    own[4:24, 13:15] = 1
    for given in (own, own[..., None], (255 * own).astype("uint8"), own.tolist()):
        assert best(explore.draw(upright(), given)) == 1
    rubbed = explore.draw(upright(), own)
    lower = [{"rub": True, "points": [[0, 0.7], [1, 0.7]]}]
    rubbed.drawing = {"number": 1, "example": True, "strokes": lower}
    assert rubbed.sheet()[100].sum() < rubbed.sheet()[60].sum()


@pytest.mark.parametrize("shape", [(SIDE, SIDE, 1), (SIDE, SIDE), (SIDE * SIDE,)])
def test_the_model_is_given_the_shape_it_takes(shape: tuple) -> None:
    widget = explore.draw(upright(shape=shape))
    widget.strokes = ONE
    assert best(widget) == 1


def test_functional_and_subclassed_models_will_do() -> None:
    import keras
    from keras import layers

    class Own(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.last = layers.Dense(10)

        def call(self, x: Any) -> Any:
            return keras.ops.softmax(self.last(keras.ops.reshape(x, (-1, SIDE * SIDE))))

    own = Own()
    own(np.zeros((1, SIDE, SIDE, 1), "float32"))
    own.set_weights(upright().get_weights())
    pixels = keras.Input((SIDE, SIDE, 1))
    functional = keras.Model(pixels, layers.Dense(10, "softmax")(layers.Flatten()(pixels)))
    functional.set_weights(upright().get_weights())
    for model in (own, functional):
        widget = explore.draw(model)
        widget.strokes = ONE
        assert best(widget) == 1
        np.testing.assert_allclose(widget.probabilities.sum(), 1, atol=1e-6)


def test_logits_become_probabilities_and_the_pad_says_so() -> None:
    softmax, logits = explore.draw(upright()), explore.draw(upright(activation=None))
    for widget in (softmax, logits):
        widget.strokes = ONE
    np.testing.assert_allclose(softmax.probabilities, logits.probabilities, atol=1e-6)
    assert softmax.reading == ""
    assert "logits" in logits.reading
    sigmoid = explore.draw(upright(activation="sigmoid"))
    assert "sigmoid" in sigmoid.reading
    assert sigmoid.probabilities.sum() > 1.1


def test_a_model_that_runs_away_or_breaks_gets_a_sentence() -> None:
    nan = upright()
    widget = explore.draw(nan)
    nan.set_weights([np.full((SIDE * SIDE, 10), np.nan), np.zeros(10)])
    widget.strokes = ONE
    assert "nan" in widget.answer["words"]
    assert widget.probabilities is None
    assert widget.answer["seen"], "what it sees is still to be seen"

    def refuse(*_values: Any, **_options: Any) -> None:
        raise RuntimeError("out of order\nsecond line")

    widget._model = refuse
    widget.strokes = LYING
    assert widget.answer["words"] == "The model raised RuntimeError: out of order"
    widget._model = upright()
    widget.strokes = ONE
    assert best(widget) == 1, "and goes on when it is mended"


def test_a_model_trained_further_answers_anew() -> None:
    model = upright()
    widget = explore.draw(model)
    widget.strokes = ONE
    model.set_weights([-weights for weights in model.get_weights()])
    widget.strokes = ONE
    assert best(widget) != 1


def test_says_what_it_got_instead_of_a_model() -> None:
    import keras
    from keras import layers

    def of(*inside: Any, shape: tuple = (SIDE, SIDE)) -> Any:
        return keras.Sequential([keras.Input(shape), *inside])

    flat = layers.Flatten
    for model, said in [
        (of(flat(), layers.Dense(9)), "9 numbers; 10 numbers"), (of(layers.Dense(10)), r"\(28, 10\)"),
        (of(flat(), layers.Dense(10), shape=(32, 32, 3)), r"\(32, 32, 3\); one example here has the shape \(28, 28, 1\)"),
        (keras.Sequential([layers.Dense(10)]), "no weights yet"), (None, "no model yet"), (5, "class int"),
        (upright, "the function `upright`"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=said):
            explore.draw(model)
    for example, said in [
        (np.zeros((27, 28)), r"got shape \(27, 28\)"), (np.full((SIDE, SIDE), 7.0), "from 7 to 7"),
        (np.zeros((2, SIDE, SIDE)), r"\(2, 28, 28\)"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=said):
            explore.draw(upright(), example)


@pytest.mark.parametrize(
    "strokes",
    [None, "line", [1], [{"points": [[0, 0]]}], [{"rub": False, "points": []}], [{"rub": 1, "points": [[0, 0]]}],
     [{"rub": False, "points": [[0, 0, 0]]}], [{"rub": False, "points": [[0, np.nan]]}]],
)  # fmt: skip
def test_what_is_no_drawing_is_refused_and_changes_nothing(pad: explore.DrawExplorer, strokes: Any) -> None:
    pad.strokes = ONE
    before = pad.shown_state()
    with pytest.raises(traitlets.TraitError, match="strokes"):
        pad.strokes = strokes
    for name in ("drawing", "answer", "example", "reading"):
        with pytest.raises(traitlets.TraitError, match=name):
            setattr(pad, name, None)
    assert pad.shown_state() == before


def test_what_a_notebook_stores_repeats_and_names_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLCOURSE_BUILDING", "1")
    (first, meta), (second, _) = (explore.draw(upright(scale))._repr_mimebundle_() for scale in (1, 0.1))
    assert first["text/plain"] == second["text/plain"]
    state = meta["dlcourse"]["state"]
    assert json.loads(json.dumps(state)) == state, "plain data"
    assert state["answer"]["shares"], "a reader without a kernel sees bars"


def test_an_answer_takes_little_of_a_tenth_of_a_second(pad: explore.DrawExplorer) -> None:
    import time

    long = [{"rub": False, "points": [[0.1 + 0.8 * k / 400, 0.5 + 0.3 * np.sin(k / 20)] for k in range(400)]}]
    pad.strokes = long
    began = time.process_time()
    for _ in range(5):
        pad.strokes = [*pad.strokes[:1], *DOT]
        pad.strokes = long
    assert (time.process_time() - began) / 10 < 0.1
