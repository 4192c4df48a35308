"""Real data sets, shipped with the course: one function a set, no network (but for `cifar10`).

A missing or damaged file raises `DataError`, one sentence that says how to mend it; `verify()` looks at all of them.
Where each set comes from, its licence and what was changed: data/README.md.
"""

from dlcourse.datasets.files import DataError, FileState, verify
from dlcourse.datasets.images import CIFAR10_NAMES, FASHION_NAMES, cifar10, digits, fashion_mnist, mnist
from dlcourse.datasets.series import (
    WATCH_CHANNELS,
    WATCH_NAMES,
    co2,
    japanese_vowels,
    sunspots,
    watch,
    weather,
)
from dlcourse.datasets.tables import (
    adult,
    breast_cancer,
    credit,
    movielens_small,
    penguins,
    shuttle,
    wine,
)
from dlcourse.datasets.text import movie_reviews, shakespeare, spam, surnames, word_vectors

__all__ = [
    "CIFAR10_NAMES",
    "FASHION_NAMES",
    "WATCH_CHANNELS",
    "WATCH_NAMES",
    "DataError",
    "FileState",
    "adult",
    "breast_cancer",
    "cifar10",
    "co2",
    "credit",
    "digits",
    "fashion_mnist",
    "japanese_vowels",
    "mnist",
    "movie_reviews",
    "movielens_small",
    "penguins",
    "shakespeare",
    "shuttle",
    "spam",
    "sunspots",
    "surnames",
    "verify",
    "watch",
    "weather",
    "wine",
    "word_vectors",
]
