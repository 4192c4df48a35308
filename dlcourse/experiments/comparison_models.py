"""The models of lesson 10's comparison, each with three settings to choose from. How they are judged: `comparison`."""

from __future__ import annotations

from typing import Any

from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC, LinearSVC
from sklearn.tree import DecisionTreeClassifier

from dlcourse.experiments.comparison import Candidate
from dlcourse.experiments.comparison_nets import Net, PictureNet, WordNet

TREES = 100  # of a forest


def columns() -> Any:
    """Return what every model of a table is fed with: numbers filled up and standardised, words one-hot.

    It stands inside each model's pipeline, so it learns its means from training rows alone.
    """
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    words = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="not known"),
        OneHotEncoder(handle_unknown="ignore", sparse_output=False),
    )
    return make_column_transformer(
        (numbers, make_column_selector(dtype_include="number")),
        (words, make_column_selector(dtype_exclude="number")),
    )


def for_tables(n: int) -> list[Candidate]:
    """Return the models for a table of `n` training rows."""

    def piped(model: Any) -> Pipeline:
        return make_pipeline(columns(), model)

    long = {"epochs": 40, "batch_size": 16} if n < 1000 else {"epochs": 20, "batch_size": 32}
    spent = long if n < 10_000 else {"epochs": 8, "batch_size": 128}
    return [
        Candidate("majority", "ML", lambda seed: piped(DummyClassifier())),
        Candidate(
            "logistic regression",
            "ML",
            lambda seed, C: piped(LogisticRegression(C=C, max_iter=300)),
            [{"C": 1.0}, {"C": 0.1}, {"C": 10.0}],
        ),
        Candidate(
            "decision tree",
            "ML",
            lambda seed, depth: piped(DecisionTreeClassifier(max_depth=depth, random_state=seed)),
            [{"depth": 5}, {"depth": 3}, {"depth": 10}],
        ),
        Candidate(
            "random forest",
            "ML",
            lambda seed, leaf: piped(RandomForestClassifier(TREES, min_samples_leaf=leaf, random_state=seed)),
            [{"leaf": 1}, {"leaf": 3}, {"leaf": 10}],
        ),
        Candidate(
            "gradient boosting",
            "ML",
            lambda seed, **given: piped(
                HistGradientBoostingClassifier(random_state=seed, early_stopping=False, **given)
            ),
            [
                {"learning_rate": 0.1, "max_iter": 100, "max_leaf_nodes": 15},
                {"learning_rate": 0.05, "max_iter": 100, "max_leaf_nodes": 8},
                {"learning_rate": 0.2, "max_iter": 100, "max_leaf_nodes": 8},
            ],
        ),
        Candidate("SVM", "ML", lambda seed, C: piped(SVC(C=C)), [{"C": 1.0}, {"C": 0.1}, {"C": 10.0}]),
        Candidate(
            "dense network",
            "DL",
            lambda seed, **given: piped(Net(seed, **spent, **given)),
            [
                {"hidden": (32,)},
                {"hidden": (64, 64), "dropout": 0.3},
                {"hidden": (64,), "learning_rate": 3e-3},
            ],
        ),
    ]


def for_pictures(n: int) -> list[Candidate]:
    """Return the models for `n` pictures, given as rows of numbers."""
    spent = {"epochs": 40, "batch_size": 16} if n < 1000 else {"epochs": 20, "batch_size": 32}
    if n > 3000:
        spent = {"epochs": 12, "batch_size": 64}
    nets = [{"dropout": 0.3}, {"dropout": 0.0}, {"dropout": 0.5, "learning_rate": 2e-3}]
    return [
        Candidate(
            "logistic regression",
            "ML",
            lambda seed, C: LogisticRegression(C=C, max_iter=100),
            [{"C": 0.1}, {"C": 0.01}, {"C": 1.0}],
        ),
        Candidate(
            "random forest",
            "ML",
            lambda seed, leaf: RandomForestClassifier(TREES, min_samples_leaf=leaf, random_state=seed),
            [{"leaf": 1}, {"leaf": 2}, {"leaf": 5}],
        ),
        Candidate("SVM", "ML", lambda seed, C: SVC(C=C), [{"C": 3.0}, {"C": 10.0}, {"C": 1.0}]),
        Candidate(
            "gradient boosting",
            "ML",
            lambda seed, **given: HistGradientBoostingClassifier(
                random_state=seed, early_stopping=False, max_iter=50, max_features=0.1, **given
            ),
            [
                {"learning_rate": 0.2, "max_leaf_nodes": 8},
                {"learning_rate": 0.1, "max_leaf_nodes": 8},
                {"learning_rate": 0.2, "max_leaf_nodes": 4},
            ],
        ),
        Candidate("dense network", "DL", lambda seed, **given: Net(seed, (128,), **spent, **given), nets),
        Candidate(
            "convolutional network",
            "DL",
            lambda seed, **given: PictureNet(seed, (64,), **spent, **given),
            nets,
        ),
    ]


def for_texts(n: int) -> list[Candidate]:
    """Return the models for `n` short texts."""

    def counted(model: Any) -> Pipeline:
        """Words and pairs of words, counted, the common ones counting less."""
        return make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), model)

    epochs = (20, 10, 40) if n < 1000 else (12, 6, 25) if n < 4000 else (6, 3, 12)
    return [
        Candidate("majority", "ML", lambda seed: make_pipeline(TfidfVectorizer(), DummyClassifier())),
        Candidate(
            "logistic regression",
            "ML",
            lambda seed, C: counted(LogisticRegression(C=C, max_iter=300)),
            [{"C": 1.0}, {"C": 10.0}, {"C": 100.0}],
        ),
        Candidate(
            "linear SVM", "ML", lambda seed, C: counted(LinearSVC(C=C)), [{"C": 1.0}, {"C": 0.1}, {"C": 10.0}]
        ),
        Candidate(
            "naive Bayes",
            "ML",
            lambda seed, alpha: counted(MultinomialNB(alpha=alpha)),
            [{"alpha": 1.0}, {"alpha": 0.3}, {"alpha": 0.1}],
        ),
        Candidate(
            "embedding network",
            "DL",
            lambda seed, epochs: WordNet(seed, (32,), 0.3, learning_rate=2e-3, epochs=epochs),
            [{"epochs": number} for number in epochs],
        ),
    ]
