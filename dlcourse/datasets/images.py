"""Loaders of pictures: handwritten digits and pieces of clothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlcourse.datasets.files import arrays

if TYPE_CHECKING:
    import numpy as np

    Split = tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]

FASHION_NAMES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


def _split(name: str) -> Split:
    packed = arrays(name)
    return (packed["x_train"], packed["y_train"]), (packed["x_test"], packed["y_test"])


def mnist() -> Split:
    """Return MNIST, handwritten digits, as `(x_train, y_train), (x_test, y_test)`, the way Keras does.

    Images: uint8, (60000, 28, 28) and (10000, 28, 28), 0 = paper to 255 = ink. Labels: uint8, (60000,) and
    (10000,), 0 to 9. The original split and order.

    Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits (1998). CC BY-SA 3.0.
    """
    return _split("mnist.npz")


def fashion_mnist() -> Split:
    """Return Fashion-MNIST, pictures of clothes, as `(x_train, y_train), (x_test, y_test)`, the way Keras does.

    Images: uint8, (60000, 28, 28) and (10000, 28, 28), 0 = background to 255. Labels: uint8, 0 to 9, named by
    `FASHION_NAMES`; each class has 6,000 training and 1,000 test images.

    The split is this course's own, not the published one: a score here is close to a published one, not
    comparable to the last digit. Images that occur more than once are all in the training part.

    H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST (2017), arXiv:1708.07747. MIT, (c) 2017 Zalando SE.
    """
    return _split("fashion_mnist.npz")
