"""The playground: data, inputs, layers and learning rate as traits, and `playground(...)`, which opens it. Drawn by playground.js."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets as t

from dlcourse.explore.base import Setting
from dlcourse.explore.labelled import rows
from dlcourse.explore.seeded import DATA, FEATURES, draw_points, make_features, start_weights
from dlcourse.explore.small_network import SmallNetwork, own_points, whole
from dlcourse.explore.values import known_name, one_number, positive, shortly

if TYPE_CHECKING:
    from dlcourse.scratch import Network

TRAINING, TEST = 300, 100  # points drawn of each; of a learner's own, a quarter is kept for the test
FEWEST = 8  # own points: fewer leave nothing to train on beside a test
OWN = "own"
SPELLINGS = {"x1^2": "x1²", "x1**2": "x1²", "x2^2": "x2²", "x2**2": "x2²", "x1*x2": "x1·x2", "x1x2": "x1·x2"}
SPELLINGS |= {"sin(x1)": "sin x1", "sin(x2)": "sin x2", "sinx1": "sin x1", "sinx2": "sin x2"}
RESTART = ("data", "noise", "data_seed", "own", "inputs", "hidden", "activation", "seed")


def _inputs(value: Any) -> list[str]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, Iterable):
        raise ValueError(f"inputs must be names out of {', '.join(FEATURES)}; got {shortly(value)}")
    found = []
    for name in names:
        word = "".join(name.split()) if isinstance(name, str) else name
        word = SPELLINGS.get(word, word) if isinstance(word, str) else word
        if not isinstance(word, str) or word not in FEATURES:
            raise ValueError(f"inputs must be names out of {', '.join(FEATURES)}; got {shortly(name)}")
        found.append(word)
    if not found:
        raise ValueError(f"inputs must be at least one of {', '.join(FEATURES)}; got {shortly(value)}")
    return [name for name in FEATURES if name in found]  # each once, in the order they are drawn in


class PlaygroundExplorer(SmallNetwork):
    """A small network that learns in the browser while one watches.

    What follows the hand and can be set: `data` ("clouds", "circle", "xor", "moons", "spiral", or "own" where points
    were given), `noise` (0 to 1), `inputs` (names out of x1, x2, x1², x2², x1·x2, sin x1, sin x2), `hidden` (0 to 4
    widths from 1 to 8), `activation`, `learning_rate`, `batch_size`, `seed` (start weights and order of the points)
    and `data_seed`. Each but learning rate and batch size puts the network back to its random start.

    What Python knows of the network is its start, until the button "Hand to Python" sends the weights of the moment:
    they are in `weights` (arrays as Keras lists them; can be set too) and in `network`, a dlcourse.scratch.Network;
    `steps` is the number of updates they have had.
    """

    file = "playground.js"

    data = Setting("circle").tag(sync=True, shown=True)
    noise = Setting(0.15).tag(sync=True, shown=True)
    data_seed = Setting(1).tag(sync=True, shown=True)
    own = t.Dict().tag(sync=True, shown=True)
    inputs = Setting(["x1", "x2"]).tag(sync=True, shown=True)
    learning_rate = Setting(0.1).tag(sync=True, shown=True)
    batch_size = Setting(10).tag(sync=True, shown=True)
    equations = t.Bool(False).tag(sync=True, shown=True)
    handed = t.List().tag(sync=True, shown=True)
    steps = t.Int(0).tag(sync=True, shown=True)
    asked = t.Int(0).tag(
        sync=True
    )  # how often the button was pressed, and how often Python has taken what it sent
    answered = t.Int(0).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.observe(self._restart, RESTART)

    def _restart(self, _: Any) -> None:
        self.handed, self.steps = [], 0

    @t.observe("asked")
    def _answer(self, _: Any) -> None:
        self.answered = self.asked

    @t.validate("data")
    def _data(self, proposal: Any) -> str:
        return known_name(proposal["value"], "data", (*DATA, OWN) if self.own else DATA)

    @t.validate("noise")
    def _noise(self, proposal: Any) -> float:
        return one_number(proposal["value"], "noise", 0, 1)

    @t.validate("data_seed")
    def _data_seed(self, proposal: Any) -> int:
        return whole(proposal["value"], "data_seed", 0, 2**31 - 1)

    @t.validate("inputs")
    def _names(self, proposal: Any) -> list[str]:
        return _inputs(proposal["value"])

    @t.validate("learning_rate")
    def _rate(self, proposal: Any) -> float:
        return positive(proposal["value"], "learning_rate")

    @t.validate("batch_size")
    def _batch(self, proposal: Any) -> int:
        return whole(proposal["value"], "batch_size", 1, 1_000_000)

    def _inputs(self) -> int:
        return len(self.inputs)

    def _drawn(self, test: bool) -> tuple[np.ndarray, np.ndarray]:
        if self.data == OWN:
            kind = "test_" if test else ""
            return np.array(self.own[f"{kind}points"]), np.array(self.own[f"{kind}labels"])
        # the next seed draws points that have nothing to do with these
        return draw_points(self.data, TEST if test else TRAINING, self.noise, self.data_seed + test)

    @property
    def points(self) -> np.ndarray:
        """The points that the network is trained on, shape (points, 2)."""
        return self._drawn(test=False)[0]

    @property
    def labels(self) -> np.ndarray:
        """The class of each training point, 0 or 1, shape (points,)."""
        return self._drawn(test=False)[1]

    @property
    def test_points(self) -> np.ndarray:
        """The points that the network is only measured on, shape (points, 2)."""
        return self._drawn(test=True)[0]

    @property
    def test_labels(self) -> np.ndarray:
        """The class of each test point, 0 or 1, shape (points,)."""
        return self._drawn(test=True)[1]

    def features(self, points: Any) -> np.ndarray:
        """Return what the network gets of `points`, shape (points, 2): its inputs, shape (points, inputs).

        Raises ValueError for points of another shape.
        """
        own = self.data == OWN
        return make_features(
            rows(points), self.inputs, self.shift if own else [0, 0], self.scale if own else [1, 1]
        )

    @property
    def weights(self) -> list[np.ndarray]:
        """Weights (inputs, units) and biases (units,) of every layer, as Keras lists them: those last handed over.

        Before that, those of the random start. Set it to a list of the same shapes and the picture shows that network.
        """
        if self.handed:
            return [np.array(part, dtype=float) for part in self.handed]
        return start_weights(self.widths, self.seed)

    @weights.setter
    def weights(self, value: Any) -> None:
        shapes = [part.shape for part in start_weights(self.widths, 0)]
        wanted = f"weights must be a list of arrays of shapes {shapes}"
        try:
            parts = [np.asarray(part, dtype=float) for part in value]
        except (TypeError, ValueError):
            raise ValueError(f"{wanted}, got {shortly(value)}") from None
        if [part.shape for part in parts] != shapes:
            raise ValueError(f"{wanted}, got {[part.shape for part in parts]}")
        if not all(np.isfinite(part).all() for part in parts):
            raise ValueError(f"{wanted} of finite numbers, got NaN or infinity among them")
        with self.hold_sync():
            self.handed, self.steps = [part.tolist() for part in parts], 0

    @property
    def network(self) -> Network:
        """A dlcourse.scratch.Network with these weights, compiled as the playground trains: SGD, binary crossentropy.

        A new one each time. `network.predict(playground.features(points))` is what the picture shows at the points.
        """
        from dlcourse import scratch

        dense = [scratch.Dense(units, activation=self.activation) for units in self.hidden]
        made = scratch.Network([*dense, scratch.Dense(1, activation="sigmoid")], inputs=self._inputs())
        made.set_weights(self.weights)
        made.compile(optimizer=scratch.SGD(self.learning_rate), loss="binary_crossentropy")
        return made

    def alt_text(self) -> str:
        """Say what network it is, on what data, and how far it is trained."""
        far = f"after {self.steps} steps of training" if self.steps else "before any training"
        return (
            f"A playground: a network {self._shape_in_words()} of the inputs {', '.join(self.inputs)} {far}, drawn with "
            f"its weights; the data set {self.data} with what the network decides around its points; and the loss."
        )

    def __repr__(self) -> str:
        return (
            f"PlaygroundExplorer(data={self.data!r}, inputs={self.inputs}, hidden={tuple(self.hidden)}, "
            f"activation={self.activation!r}, learning_rate={self.learning_rate:g}, steps={self.steps})"
        )


def playground(
    points: Any = None,
    labels: Any = None,
    *,
    data: str | None = None,
    noise: float = 0.15,
    inputs: Any = ("x1", "x2"),
    hidden: Any = (4,),
    activation: str = "tanh",
    learning_rate: float = 0.1,
    batch_size: int = 10,
    seed: int = 0,
    data_seed: int = 1,
    weights: Any = None,
    equations: bool = False,
    names: Sequence[str] | None = None,
    class_names: Sequence[str] | None = None,
) -> PlaygroundExplorer:
    """Open the playground: choose data, inputs and layers, and watch the network learn; the equations show its numbers.

    `points`: shape (n, 2), n at least 8, and `labels`: n times 0 or 1 or n strings of two kinds: your own data, of
    which a quarter (drawn by `data_seed`) is kept for the test; else `data` names one: "clouds", "circle" (the
    default), "xor", "moons", "spiral", 300 points to train and 100 to test, moved by `noise`. `inputs`: what the
    network gets of a point. `hidden`: the units of each hidden layer, up to 4 layers of 1 to 8. `weights`: start
    weights, as Keras lists them, instead of those drawn by `seed`. `equations`: whether the numbers are shown at once.
    `names`, `class_names`: as in `explore.neuron`.

    Raises ValueError that names what was got when an argument is none of this. Nothing runs until it is told to.
    """
    traits: dict[str, Any] = {}
    if points is not None or labels is not None:
        found = own_points(points, labels, names, class_names)
        traits["own"] = _split(
            found.pop("points"), found.pop("labels"), whole(data_seed, "data_seed", 0, 2**31 - 1)
        )
        traits |= found
    made = PlaygroundExplorer(
        data=(OWN if traits else "circle") if data is None else data,
        noise=noise,
        inputs=inputs,
        hidden=hidden,
        activation=activation,
        learning_rate=learning_rate,
        batch_size=batch_size,
        seed=seed,
        data_seed=data_seed,
        equations=bool(equations),
        **traits,
    )
    if weights is not None:
        made.weights = weights
    return made


def _split(points: list, labels: list[int], seed: int) -> dict[str, list]:
    """A quarter of the points, drawn at random, becomes the test."""
    if len(points) < FEWEST:
        raise ValueError(f"the playground needs at least {FEWEST} points, some for a test; got {len(points)}")
    order = np.random.default_rng(seed).permutation(len(points)).tolist()
    cut = len(points) // 4
    parts = {"test_": sorted(order[:cut]), "": sorted(order[cut:])}
    return {
        f"{name}{what}": [values[i] for i in places]
        for name, places in parts.items()
        for what, values in (("points", points), ("labels", labels))
    }
