"""Loaders of pictures: handwritten digits, pieces of clothing, and small colour photographs (fetched)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlcourse.datasets.files import DataError, arrays

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
CIFAR10_NAMES = (
    "airplane",
    "automobile",
    "bird",
    "cat",
    "deer",
    "dog",
    "frog",
    "horse",
    "ship",
    "truck",
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


def digits() -> tuple[np.ndarray, np.ndarray]:
    """Return the small handwritten digits of scikit-learn as `x, y`.

    Images: uint8, (1797, 8, 8), 0 = paper to 16 = ink. Labels: uint8, (1797,), 0 to 9.

    E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits (1998), UCI. CC BY 4.0.
    """
    from sklearn.datasets import load_digits

    loaded = load_digits()
    return loaded.images.astype("uint8"), loaded.target.astype("uint8")


def cifar10() -> Split:
    """Return CIFAR-10, colour photographs, as `(x_train, y_train), (x_test, y_test)`; fetched, not shipped.

    Images: uint8, (50000, 32, 32, 3) and (10000, 32, 32, 3), red, green, blue. Labels: uint8, (50000,) and (10000,),
    0 to 9, named by `CIFAR10_NAMES`.

    Keras' own loader downloads 170 MB the first time and keeps them in the user's .keras folder. No lesson
    needs this set. Raises DataError where it cannot be fetched, as without a network.

    A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images (2009). No licence is stated.
    """
    from keras.datasets import cifar10 as fetched

    try:
        (x_train, y_train), (x_test, y_test) = fetched.load_data()
    except (
        Exception
    ) as error:  # Keras raises a plain Exception without a network, and other kinds for a broken file
        raise DataError(
            "CIFAR-10 is not part of the course and could not be downloaded (170 MB): try again with a network, or "
            f"use datasets.fashion_mnist(), which needs none (Keras said: {str(error)[:200]})."
        ) from None
    return (x_train, y_train.reshape(-1)), (x_test, y_test.reshape(-1))
