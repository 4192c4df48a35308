"""What can be read off one layer of a Keras model by its public attributes: sizes, activation, penalties, options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dlcourse.checking.model_names import OWN_LAYERS, activation_name, is_kind, kind_of, snake


@dataclass(frozen=True)
class Penalty:
    """A regulariser: its kind ('l1', 'l2', 'l1_l2', another's own name) and its factors."""

    kind: str
    l1: float = 0.0
    l2: float = 0.0

    @property
    def factor(self) -> float:
        """The larger of both factors: the only one where the kind is 'l1' or 'l2'."""
        return max(self.l1, self.l2)


@dataclass(frozen=True)
class LayerFacts:
    """One layer.

    kind: Keras' own name of its class ('Dense', 'Conv2D', 'MaxPooling2D'). units: its units or filters. activation:
    by name, 'linear' for none; None for a layer that has none to give (Flatten).
    kernel_size, strides, pool_size: as tuples; padding: 'valid' or 'same'. rate: of a dropout.
    kernel_regularizer, bias_regularizer: a Penalty. trainable: does training change it? parameters: numbers it holds.
    outputs: the shape of one example behind it; None in a subclassed model. layer: the layer itself.
    All but kind and trainable are None where the layer has no such thing.
    """

    kind: str
    units: int | None = None
    activation: str | None = None
    kernel_size: tuple[int, ...] | None = None
    strides: tuple[int, ...] | None = None
    padding: str | None = None
    pool_size: tuple[int, ...] | None = None
    rate: float | None = None
    kernel_regularizer: Penalty | None = None
    bias_regularizer: Penalty | None = None
    trainable: bool = True
    parameters: int = 0
    outputs: tuple[int | None, ...] | None = None
    layer: Any = field(default=None, repr=False, compare=False)

    def option(self, name: str, default: Any = None) -> Any:
        """Return what the layer was made with, by the name of Keras' argument: 'height_factor', 'scale', 'use_bias'."""
        with suppress(Exception):
            return self.layer.get_config().get(name, default)
        return default

    def reach(self, name: str) -> float:
        """Return how far an augmentation goes: the largest size in its factor, 0.1 for `0.1` and for `(-0.1, 0.1)`."""
        given = self.option(name, 0.0)
        with suppress(TypeError, ValueError):
            return float(np.max(np.abs(np.asarray(given, dtype=float))))
        return 0.0


def layer_facts(layer: Any) -> LayerFacts:
    """Read everything off a layer."""
    kind = kind_of(layer)
    units = getattr(layer, "units", None) or getattr(layer, "filters", None)
    activation = activation_name(layer.activation) if hasattr(layer, "activation") else None
    if kind in OWN_LAYERS:
        units, activation = None, OWN_LAYERS[kind]
    return LayerFacts(
        kind=kind,
        units=units if isinstance(units, int) else None,
        activation=activation,
        kernel_size=_sizes(getattr(layer, "kernel_size", None)),
        strides=_sizes(getattr(layer, "strides", None)),
        padding=getattr(layer, "padding", None) if isinstance(getattr(layer, "padding", None), str) else None,
        pool_size=_sizes(getattr(layer, "pool_size", None)),
        rate=_rate(layer),
        kernel_regularizer=penalty(getattr(layer, "kernel_regularizer", None)),
        bias_regularizer=penalty(getattr(layer, "bias_regularizer", None)),
        trainable=bool(getattr(layer, "trainable", True)),
        parameters=_parameters(layer),
        outputs=_outputs(layer),
        layer=layer,
    )


def penalty(regularizer: Any) -> Penalty | None:
    """Return the kind and factors of a regulariser, given as an object or a function; None for none or factors of 0."""
    if regularizer is None:
        return None
    if not is_kind(regularizer, "Regularizer", "regularizers"):
        return Penalty(getattr(regularizer, "__name__", None) or snake(type(regularizer).__name__))
    config: dict[str, Any] = {}
    with suppress(Exception):
        config = regularizer.get_config()
    l1, l2 = (_short(config.get(name, 0.0)) for name in ("l1", "l2"))
    if l1 or l2:
        return Penalty("l1_l2" if l1 and l2 else "l1" if l1 else "l2", l1, l2)
    return None if {"l1", "l2"} & set(config) else Penalty(snake(kind_of(regularizer)))


def opened(layer: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the layers inside a model, a pipeline or a layer of the learner's own making; any other layer itself."""
    inner = _inside(layer) if depth < 8 else []
    if not inner:
        if kind_of(layer) != "InputLayer":
            yield layer
        return
    for one in inner:
        yield from opened(one, depth + 1)


def _inside(layer: Any) -> list[Any]:
    listed = getattr(layer, "layers", None)
    if isinstance(listed, list | tuple):
        return [one for one in listed if is_kind(one, "Layer", "layers")]
    if kind_of(layer) != "Layer":
        return []
    found: dict[
        int, Any
    ] = {}  # a learner's `class Block(layers.Layer)`: what it keeps under names of its own
    for name, value in vars(layer).items():
        if not name.startswith("_"):
            values = value.values() if isinstance(value, Mapping) else value
            for one in values if isinstance(values, list | tuple) or values is not value else [value]:
                if is_kind(one, "Layer", "layers"):
                    found.setdefault(id(one), one)
    return list(found.values())


def _sizes(value: Any) -> tuple[int, ...] | None:
    if isinstance(value, int):
        return (value,)
    return tuple(value) if isinstance(value, list | tuple) else None


def _rate(layer: Any) -> float | None:
    rate = getattr(layer, "rate", None)
    return float(rate) if isinstance(rate, int | float) else None


def _short(value: Any) -> float:
    """A factor without the digits that float32 adds: 0.01 for 0.009999999776."""
    with suppress(Exception):
        return float(f"{float(np.asarray(value)):.6g}")
    return 0.0


def _parameters(layer: Any) -> int:
    with suppress(Exception):
        return int(layer.count_params())
    return 0


def _outputs(layer: Any) -> tuple[int | None, ...] | None:
    """The shape of one example behind the layer; None if it stands in several places or in a subclassed model."""
    with suppress(Exception):
        return tuple(layer.output.shape[1:])
    return None
