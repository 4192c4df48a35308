"""Loaders of tables, as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlcourse.datasets.files import table

if TYPE_CHECKING:
    import pandas as pd


def penguins() -> pd.DataFrame:
    """Return 344 penguins of the Palmer Archipelago, 2007 to 2009, as a frame of 8 columns.

    species (Adelie, Chinstrap, Gentoo), island (Biscoe, Dream, Torgersen), bill_length_mm, bill_depth_mm,
    flipper_length_mm (millimetres), body_mass_g (grams), sex (male, female), year. What was not measured is NaN:
    the four measurements of 2 birds, the sex of 11.

    K. B. Gorman, T. D. Williams, W. R. Fraser, PLoS ONE 9(3): e90081 (2014); collected by A. M. Horst, A. P. Hill,
    K. B. Gorman: palmerpenguins (2020). CC0.
    """
    return table("penguins.csv", missing="NA")


def adult() -> pd.DataFrame:
    """Return 48,842 people of the US census of 1994, and whether they earned over 50,000 dollars a year.

    16 columns. 14 features: age (years), workclass, fnlwgt (how many people the row stands for), education, education_num
    (1 to 16), marital_status, occupation, relationship, race, sex, capital_gain, capital_loss (dollars a year),
    hours_per_week, native_country. Then income ("<=50K", or ">50K" for 23.9 %) and part ("train" for 32,561 rows, "test" for
    16,281: the original split). workclass, occupation and native_country have missing values (NaN).

    B. Becker, R. Kohavi: Adult (1996), UCI, doi:10.24432/C5XW20. CC BY 4.0.
    """
    return table("adult.csv.gz")


def credit() -> pd.DataFrame:
    """Return 4,454 loans of a bank, and whether they were paid back, as a frame of 14 columns.

    status ("good", or "bad" for 28.2 %), seniority (years in the job), home, time (months of the loan), age (years),
    marital, records ("yes": failed to pay before), job, expenses, income, assets, debt, amount (asked for), price (of
    what is bought). The source does not name the currency. Missing values (NaN): income of 381, assets of 47, debt of
    18, home of 6, job of 2, marital of 1.

    L. A. Belanche, G. Sanchez: CreditScoring; tidied by M. Kuhn in the R package modeldata. MIT.
    """
    return table("credit.csv.gz")


def shuttle() -> pd.DataFrame:
    """Return 49,097 readings of nine sensors of a space shuttle, 7.2 % of them anomalies.

    10 columns: f1 to f9 (whole numbers, no unit given), anomaly (1, else 0). The seven classes of the original are two
    here: the largest is normal, the rare ones are anomalies, and the second largest is left out (the ODDS benchmark).

    J. Catlett: Statlog (Shuttle), UCI, doi:10.24432/C5WS31. CC BY 4.0.
    """
    return table("shuttle.csv.gz")


def movielens_small() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return 100,004 ratings of 9,066 films by 671 people as two frames, `ratings, movies`.

    ratings: user_id (1 to 671), movie_id, rating (0.5 to 5 stars), timestamp (seconds since 1970, UTC). movies: movie_id, title,
    year (missing for 5, whose title is missing too), genres (joined by "|").

    Not under the course's licence: GroupLens' terms (data/movielens_small/README.txt) forbid commercial use and ask
    to cite F. M. Harper, J. A. Konstan: The MovieLens Datasets, ACM TiiS 5(4):19 (2015).
    """
    ratings = table("movielens_small/ratings.csv.gz")
    movies = table("movielens_small/movies.csv.gz", dtype={"year": "Int64"})
    return ratings, movies


def breast_cancer() -> pd.DataFrame:
    """Return 569 breast tumours, 37.3 % of them malignant, as a frame of 31 columns.

    30 features of the cell nuclei in a picture of each tumour (ten quantities, each as mean, standard error and worst
    value; lengths in pixels of that picture), then diagnosis ("malignant", "benign"). From scikit-learn.

    W. Wolberg, O. Mangasarian, N. Street, W. Street: Breast Cancer Wisconsin (Diagnostic) (1995), UCI. CC BY 4.0.
    """
    from sklearn.datasets import load_breast_cancer

    loaded = load_breast_cancer(as_frame=True)
    names = dict(enumerate(loaded.target_names.tolist()))
    return loaded.data.assign(diagnosis=loaded.target.map(names))


def wine() -> pd.DataFrame:
    """Return the chemical analysis of 178 Italian wines of three cultivars as a frame of 14 columns.

    13 measurements (alcohol in percent by volume; the source names no other unit), then cultivar (0, 1, 2). From
    scikit-learn.

    S. Aeberhard, M. Forina: Wine (1992), UCI. CC BY 4.0.
    """
    from sklearn.datasets import load_wine

    loaded = load_wine(as_frame=True)
    return loaded.data.assign(cultivar=loaded.target)
