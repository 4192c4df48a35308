"""The drawing pad: draw a digit, and the learner's own Keras model says what it sees. `draw(model)` opens it.

Drawn by draw.js; the model answers here, in the kernel, each time the browser hands over the drawing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import traitlets as t

from dlcourse import arrays, model_words
from dlcourse.drawing import TooSmall, as_ink, like_the_training_digits
from dlcourse.explore.base import Explorer
from dlcourse.explore.digit import packed, unpacked
from dlcourse.explore.values import shortly

SIDE = 28
SHAPES = ((SIDE, SIDE, 1), (SIDE, SIDE), (SIDE * SIDE,))  # of one example, as a model may want it
SHEET = 560  # pixels of a side on which strokes are drawn: four for each that the drawing then has
FINER = 4
PEN, RUBBER = 0.09, 0.16  # shares of the pad's side, as in ink.js
EXAMPLE = 1  # the place among MNIST's test digits of the one shown first: a 2
READINGS = {
    "probabilities": "",
    "logits": "The model's outputs are logits; softmax has made the probabilities.",
    "sigmoid": "The model's outputs are ten sigmoids, each between 0 and 1 by itself; they need not add up to 1.",
}
NOTHING = {"seen": "", "shares": []}


class DrawExplorer(Explorer):
    """A pad to draw on, the picture that the network sees, and ten bars: how sure the model is of each digit.

    `drawing` is what stands on the pad: {"number": of the request, "example": is the example under the strokes?,
    "strokes": [{"rub": False, "points": [[x, y], ...]}, ...]}, points as shares of the pad's side from the top left.
    Setting `strokes` from a cell draws them. `image` and `probabilities` are what the network saw and said last.
    """

    file = "draw.js"

    drawing = t.Dict().tag(sync=True, shown=True, echo_update=False)
    answer = t.Dict().tag(sync=True, shown=True)
    example = t.Unicode().tag(sync=True, shown=True)
    reading = t.Unicode().tag(sync=True, shown=True)

    def __init__(self, model: Any, example: np.ndarray) -> None:
        self._model = model
        self._shape = _input_shape(model)
        self._kind = _outputs_of(model)
        self.image = np.zeros((SIDE, SIDE), dtype="float32")
        self.probabilities: np.ndarray | None = None
        self.on_msg(self._overtaken)
        first = {"number": 0, "example": True, "strokes": []}
        super().__init__(drawing=first, example=packed(np.rint(255 * example), "u1"))  # which asks the model

    @t.validate("drawing")
    def _a_drawing(self, proposal: Any) -> dict[str, Any]:
        value = proposal["value"]
        if value.keys() != {"number", "example", "strokes"} or not _are_strokes(value["strokes"]):
            raise t.TraitError(
                "drawing must have number, example and strokes, a list of {'rub': False, 'points': [[x, y], ...]}; "
                f"got {shortly(value)}"
            )
        return value

    def _overtaken(self, _widget: Any, content: Any, _buffers: Any) -> None:
        """Take a drawing that the browser sends as a message, while the answer to the one before is under way."""
        if isinstance(content, dict) and "drawing" in content:
            self.set_state({"drawing": content["drawing"]})

    @property
    def strokes(self) -> list[dict[str, Any]]:
        """The strokes on the pad; setting them draws them on empty paper and asks the model."""
        return self.drawing["strokes"]

    @strokes.setter
    def strokes(self, value: list[dict[str, Any]]) -> None:
        self.drawing = {"number": self.drawing["number"] + 1, "example": False, "strokes": value}

    def sheet(self) -> np.ndarray:
        """Return the drawing as the pad shows it, shape (140, 140), 0 paper, 1 ink; the example alone as its (28, 28)."""
        example = unpacked(self.example, "u1").reshape(SIDE, SIDE)
        if self.drawing["example"] and not self.strokes:
            return example / 255
        return drawn(self.strokes, example if self.drawing["example"] else None)

    @t.observe("drawing")
    def _answer(self, _change: Any = None) -> None:
        """Let the model look at the drawing, and send what it says: never more than a sentence when that fails."""
        news: dict[str, Any] = {**NOTHING, "title": "Draw something larger", "words": ""}
        self.image, self.probabilities = np.zeros((SIDE, SIDE), dtype="float32"), None
        try:
            self.image = like_the_training_digits(self.sheet())
        except TooSmall as small:
            news["words"] = f"{str(small).capitalize()}."
        else:
            news["seen"] = packed(np.rint(255 * self.image), "u1")
            values, fault = self._ask(self.image)
            if fault:
                news |= {"title": "The network gives no answer", "words": f"{fault[0].upper()}{fault[1:]}"}
            else:
                self.probabilities, self.reading = self._read(values)
                news["shares"] = [float(share) for share in self.probabilities]
        self.answer = {**news, "number": self.drawing["number"]}

    def _ask(self, image: np.ndarray) -> tuple[np.ndarray, str | None]:
        """Return the model's ten numbers for one picture, or a sentence why there are none."""
        try:
            values = np.asarray(self._model(image.reshape(1, *self._shape), training=False), dtype=float)
        except (
            Exception
        ) as error:  # whatever a learner's model raises is said in a sentence, not as a traceback
            first = (str(error).strip().splitlines() or [""])[0]
            return np.empty(0), f"the model raised {type(error).__name__}: {first[:160]}"
        return values.reshape(-1), arrays.about_outputs(values, 10)

    def _read(self, values: np.ndarray) -> tuple[np.ndarray, str]:
        """Return the ten probabilities, and the sentence that says how they were read if there is something to say."""
        kind = self._kind
        if kind is None:
            inside = values.min() >= 0 and values.max() <= 1 + 1e-3
            kind = "probabilities" if inside and abs(values.sum() - 1) < 1e-3 else "logits"
        if kind == "logits":
            raised = np.exp(values - values.max())
            values = raised / raised.sum()
        return values, READINGS[kind]

    def alt_text(self) -> str:
        """Say what there is to see; what a network says may differ from one processor to the next."""
        return (
            "A drawing pad with a handwritten digit on it, the picture of 28 by 28 pixels that the network sees of it, "
            "and ten bars: how sure the network is of each digit."
        )

    def __repr__(self) -> str:
        said = self.probabilities
        return (
            f"DrawExplorer({'no answer' if said is None else f'says {said.argmax()} with {said.max():.2f}'})"
        )


def drawn(strokes: list[dict[str, Any]], under: np.ndarray | None = None) -> np.ndarray:
    """Return strokes as a picture, shape (140, 140), 0 paper, 1 ink, with smooth edges; `under`: (28, 28), 0 to 255."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", (SHEET, SHEET))
    if under is not None:
        sheet.paste(Image.fromarray(under).resize((SHEET, SHEET), Image.Resampling.BILINEAR))
    pen = ImageDraw.Draw(sheet)
    for stroke in strokes:
        ink, wide = (0, RUBBER) if stroke["rub"] else (255, PEN)
        points = [(x * SHEET, y * SHEET) for x, y in stroke["points"]]
        pen.line(points, fill=ink, width=round(wide * SHEET))
        half = wide * SHEET / 2
        for x, y in points:  # round ends, and no gaps where the line bends
            pen.ellipse((x - half, y - half, x + half, y + half), fill=ink)
    return np.asarray(sheet.reduce(FINER)) / 255


def _are_strokes(value: Any) -> bool:
    """Is this a list of strokes, each with points of two finite numbers?"""
    try:
        return isinstance(value, list | tuple) and all(
            isinstance(stroke["rub"], bool)
            and np.asarray(stroke["points"], dtype=float).shape[1:] == (2,)
            and bool(stroke["points"])
            and np.isfinite(np.asarray(stroke["points"], dtype=float)).all()
            for stroke in value
        )
    except (TypeError, ValueError, KeyError, IndexError):
        return False


def _input_shape(model: Any) -> tuple[int, ...]:
    """Return in which of SHAPES the model takes one picture. Raises ValueError if it takes none or gives no ten numbers."""
    faults = [arrays.about_model(model, inputs=shape, outputs=10) for shape in SHAPES]
    if None in faults:
        return SHAPES[faults.index(None)]
    seen = model_words.shape_of(model, "input_shape")
    fitting = [
        fault for shape, fault in zip(SHAPES, faults, strict=True) if seen and model_words.fits(seen, shape)
    ]
    raise ValueError((fitting or faults)[0])


def _outputs_of(model: Any) -> str | None:
    """Return what the last layer's activation says the outputs are: one of READINGS, or None if it does not tell."""
    last = next(iter(getattr(model, "layers", [])[::-1]), None)
    name = getattr(getattr(last, "activation", None), "__name__", type(last).__name__).lower()
    return {"softmax": "probabilities", "sigmoid": "sigmoid", "linear": "logits"}.get(name)


def _example(example: Any) -> np.ndarray:
    """Return the example as (28, 28), 0 to 1; ValueError that says what was got."""
    if example is None:
        from dlcourse import datasets

        return datasets.mnist()[1][0][EXAMPLE] / 255
    picture = np.asarray(example)
    if picture.shape == (SIDE, SIDE, 1):
        picture = picture[..., 0]
    if picture.shape != (SIDE, SIDE):
        raise ValueError(f"example must be one picture of shape (28, 28), got shape {picture.shape}")
    return as_ink(picture, 255 if picture.dtype == np.uint8 else 1)


def draw(model: Any, example: Any = None) -> DrawExplorer:
    """Open the drawing pad on a trained Keras model of handwritten digits.

    model: takes one picture as (28, 28, 1), (28, 28) or (784,), ink 1 on paper 0, and gives ten probabilities or ten
    logits. Each drawing is made like the training digits (`dlcourse.drawing`) before the model sees it. example: the
    picture (28, 28) that stands on the pad at first, 0 to 1 (or uint8 from 0 to 255); without one, a digit of MNIST's
    test set.

    Raises ValueError that names the shape seen and the one expected if the model is no such model, and where the
    example is no such picture. Of the object returned, `.image` is the (28, 28) picture that the network saw last,
    and `.probabilities` the ten numbers it gave, or None where there was none (an empty pad, a dot).
    """
    return DrawExplorer(model, _example(example))
