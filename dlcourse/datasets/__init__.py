"""Real data sets, shipped with the course: one function a set, no network.

A missing or damaged file raises `DataError`, one sentence that says how to mend it; `verify()` looks at all of them.
Where each set comes from, its licence and what was changed: data/README.md.
"""

from dlcourse.datasets.files import DataError, FileState, verify
from dlcourse.datasets.images import FASHION_NAMES, fashion_mnist, mnist
from dlcourse.datasets.tables import penguins

__all__ = ["FASHION_NAMES", "DataError", "FileState", "fashion_mnist", "mnist", "penguins", "verify"]
