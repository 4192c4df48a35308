"""Every data set is what its docstring and data/README.md say: counts, known constants, the properties of the splits."""

from __future__ import annotations

import inspect
import re
import socket
import subprocess
import sys
import time
import types
from collections import Counter

import numpy as np
import pytest

from dlcourse import datasets
from dlcourse.datasets import files

LOADERS = [
    name for name in datasets.__all__ if inspect.isfunction(getattr(datasets, name)) and name != "verify"
]
OFFLINE = [name for name in LOADERS if name != "cifar10"]


def contents(x: np.ndarray) -> list[bytes]:
    return [image.tobytes() for image in x]


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_images_have_keras_form(name):
    (x_train, y_train), (x_test, y_test) = getattr(datasets, name)()
    assert x_train.shape == (60000, 28, 28)
    assert x_test.shape == (10000, 28, 28)
    assert y_train.shape == (60000,)
    assert y_test.shape == (10000,)
    assert {array.dtype for array in (x_train, y_train, x_test, y_test)} == {np.dtype("uint8")}
    assert set(y_train) == set(y_test) == set(range(10))
    x_train[0, 0, 0] = 1  # the learner may change what was loaded


def test_mnist_is_the_original():
    (x_train, y_train), (x_test, y_test) = datasets.mnist()
    assert (x_train / 255).mean() == pytest.approx(0.130660, abs=1e-6)
    assert y_train[:5].tolist() == [5, 0, 4, 1, 9]
    assert y_test[:5].tolist() == [7, 2, 1, 0, 4]
    assert x_test.max() == 255
    assert np.bincount(y_train).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]


def test_fashion_split_is_stratified_and_shares_no_image():
    (x_train, y_train), (x_test, y_test) = datasets.fashion_mnist()
    assert np.bincount(y_train).tolist() == [6000] * 10
    assert np.bincount(y_test).tolist() == [1000] * 10
    copies = Counter(contents(x_train))
    assert sum(copies.values()) - len(copies) == 54  # images that occur twice, both in training
    assert not copies.keys() & set(contents(x_test))
    assert len(set(contents(x_test))) == 10000
    assert x_train.any(axis=(1, 2)).all()  # no empty entry is left


def test_fashion_order_is_shuffled():
    (_, y_train), (_, y_test) = datasets.fashion_mnist()
    for labels in (y_train[:1000], y_train[-1000:], y_test[:1000], y_test[-1000:]):
        assert (
            np.bincount(labels, minlength=10).min() > 65
        )  # a slice is a fair sample: 100 expected, 9.5 the spread


def test_fashion_names_fit_the_pictures():
    (x, y), _ = datasets.fashion_mnist()
    bright = {name: (x[y == label] > 0).mean() for label, name in enumerate(datasets.FASHION_NAMES)}
    assert min(bright, key=bright.get) == "Sandal"  # straps: the least covered picture
    assert bright["Trouser"] < bright["Dress"] < bright["Coat"]
    rows = (x[y == 9] > 0).mean(axis=(0, 2))
    assert rows[20] > rows[5]  # a boot is wider at its foot


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_images_load_in_time(name):
    times = []
    for _ in range(3):
        files._verified.clear()  # the sum is computed anew
        start = time.process_time()  # on an idle machine the same as by the clock
        getattr(datasets, name)()
        times.append(time.process_time() - start)
    assert min(times) < 0.6


def test_penguins():
    birds = datasets.penguins()
    assert birds.shape == (344, 8)
    assert birds["species"].value_counts().to_dict() == {"Adelie": 152, "Gentoo": 124, "Chinstrap": 68}
    assert birds["body_mass_g"].isna().sum() == 2
    assert birds["sex"].isna().sum() == 11
    assert birds["bill_length_mm"].mean() == pytest.approx(43.92193)


def test_adult():
    people = datasets.adult()
    assert people.shape == (48842, 16)
    assert (people["income"] == ">50K").mean() == pytest.approx(0.2393, abs=5e-5)
    assert set(people["income"]) == {"<=50K", ">50K"}
    assert people["part"].value_counts().to_dict() == {"train": 32561, "test": 16281}
    missing = people.isna().sum()
    assert missing[missing > 0].to_dict() == {"workclass": 2799, "occupation": 2809, "native_country": 857}
    assert len(people.dropna()) == 45222  # as the authors count
    assert not people.isin(["?"]).any(axis=None)


def test_credit():
    loans = datasets.credit()
    assert loans.shape == (4454, 14)
    assert (loans["status"] == "bad").mean() == pytest.approx(0.2815, abs=5e-5)
    assert loans["income"].isna().sum() == 381
    assert loans["assets"].isna().sum() == 47
    assert loans["amount"].mean() == pytest.approx(1038.918, abs=1e-3)


def test_shuttle():
    readings = datasets.shuttle()
    assert readings.shape == (49097, 10)
    assert readings["anomaly"].sum() == 3511
    assert not readings.isna().any(axis=None)


def test_movielens_small():
    ratings, movies = datasets.movielens_small()
    assert len(ratings) == 100004
    assert ratings["user_id"].nunique() == 671
    assert ratings["rating"].mean() == pytest.approx(3.543608, abs=1e-6)
    assert set(ratings["movie_id"]) == set(movies["movie_id"])
    assert movies["movie_id"].is_unique
    first = movies.iloc[0]
    assert (first["movie_id"], first["title"], first["year"]) == (1, "Toy Story", 1995)
    assert not ratings.duplicated(["user_id", "movie_id"]).any()


def test_movie_reviews():
    reviews = datasets.movie_reviews()
    assert reviews.shape == (10605, 2)
    assert (reviews["rating"] > 0).mean() == pytest.approx(0.4943, abs=5e-5)
    assert reviews["rating"].between(-4, 4).all()
    assert not reviews["text"].str.contains("&amp;").any()
    half = (reviews["rating"][:5000] > 0).mean()
    assert half == pytest.approx(0.494, abs=0.02)  # shuffled: any part is a fair sample


def test_spam_is_clean():
    mails = datasets.spam()
    assert mails.shape == (5681, 2)
    assert mails["spam"].mean() == pytest.approx(0.2820, abs=5e-5)
    assert mails["text"].is_unique
    lengths = mails["text"].str.len()
    assert lengths.min() >= 20
    assert lengths.max() <= 600
    assert not mails["text"].str.contains(r"\w@\w+\.(?:com|org|net|ie)\b").any()
    assert not mails["text"].str.contains(r"\d{7}").any()
    assert mails["text"].map(str.isascii).all()
    assert mails["spam"][:2000].mean() == pytest.approx(0.28, abs=0.03)


def test_shakespeare():
    plays = datasets.shakespeare()
    assert len(plays) == 956305
    assert plays.isascii()
    assert "To be, or not to be,--that is the question:--" in plays
    assert plays.upper().count("\nACT V.") == 7
    assert "\n\n\n\n" not in plays
    assert "Gutenberg" not in plays


def test_surnames():
    names = datasets.surnames()
    assert names.shape == (7151, 2)
    assert names["language"].nunique() == 11
    assert names["language"].value_counts().iloc[0] == 1150
    assert names["name"].is_unique
    assert set(names.set_index("name").loc[["Mäkinen", "Kowalski", "Horvat"], "language"]) == {
        "Finnish",
        "Polish",
        "Croatian",
    }


def test_word_vectors_know_the_queen():
    words, vectors = datasets.word_vectors()
    assert len(words) == len(set(words)) == 15000
    assert vectors.shape == (15000, 100)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(15000), abs=1e-5)
    row = {word: vectors[index] for index, word in enumerate(words)}
    wanted = row["king"] - row["man"] + row["woman"]
    nearest = [words[index] for index in np.argsort(vectors @ wanted)[::-1]]
    assert next(word for word in nearest if word not in ("king", "man", "woman")) == "queen"


def test_co2_and_sunspots():
    air = datasets.co2()
    assert air.shape == (2284, 1)
    assert air["co2"].isna().sum() == 59
    assert set(air.index.day_of_week) == {5}
    assert str(air.index[0].date()) == "1958-03-29"
    assert air["co2"].iloc[-1] == 371.5
    sun = datasets.sunspots()
    assert (sun.index[0], sun.index[-1], len(sun)) == (1700, 2008, 309)
    assert sun["sunspots"].max() == 190.2


def test_weather():
    hours = datasets.weather()
    assert hours.shape == (8706, 8)
    assert hours.index.is_monotonic_increasing
    assert hours.index.is_unique
    assert str(hours.index.tz) == "UTC"
    span = (hours.index[-1] - hours.index[0]).total_seconds() / 3600 + 1
    assert span - len(hours) == 24
    assert hours["pressure"].isna().sum() == 831
    assert hours["temperature"].between(-12, 37).all()
    summer, winter = hours.loc["2013-07", "temperature"].mean(), hours.loc["2013-01", "temperature"].mean()
    assert summer - winter > 20


def test_watch():
    x, exercise, person = datasets.watch()
    assert x.shape == (2229, 100, 6)
    assert x.dtype == np.float32
    assert len(exercise) == len(person) == 2229
    assert set(person) == set(range(1, 11))
    assert set(exercise) == set(range(len(datasets.WATCH_NAMES)))
    assert len(datasets.WATCH_CHANNELS) == 6
    gravity = np.linalg.norm(x[:, :, :3], axis=2).mean()
    assert 1 < gravity < 1.3  # in g: an arm at rest measures 1, a moving one a little more


def test_watch_windows_never_cross_recordings():
    whole, _, _ = datasets.watch(seconds=0.04, overlap=0)  # every sample once
    assert whole.shape == (122019, 1, 6)
    x, exercise, _ = datasets.watch(seconds=8, overlap=0.75)
    assert x.shape[1] == 200
    assert np.array_equal(x[0, 50:], x[1, :150])  # a quarter further
    lengths = files.arrays("watch.npz")["length"]
    assert len(exercise) == sum((length - 200) // 50 + 1 for length in lengths)
    for wrong in ({"seconds": 0}, {"seconds": 1000}, {"overlap": 1}, {"overlap": -0.1}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            datasets.watch(**wrong)


def test_japanese_vowels():
    (x_train, length_train, y_train), (x_test, length_test, y_test) = datasets.japanese_vowels()
    assert x_train.shape == (270, 29, 12)
    assert x_test.shape == (370, 29, 12)
    assert np.bincount(y_train).tolist() == [30] * 9
    assert np.bincount(y_test).tolist() == [31, 35, 88, 44, 29, 24, 40, 50, 29]
    assert x_train[0, 0, 0] == pytest.approx(1.860936)
    for x, length in ((x_train, length_train), (x_test, length_test)):
        assert (length.min(), length.max() <= 29) == (7, True)
        spoken = x.any(axis=2)
        assert np.array_equal(spoken.sum(axis=1), length)
        assert all(spoken[row, :count].all() for row, count in enumerate(length))


def test_sets_of_scikit_learn():
    tumours = datasets.breast_cancer()
    assert tumours.shape == (569, 31)
    assert tumours["diagnosis"].value_counts().to_dict() == {"benign": 357, "malignant": 212}
    assert tumours.groupby("diagnosis")["mean radius"].mean()["malignant"] > 17  # labels the right way round
    wines = datasets.wine()
    assert wines.shape == (178, 14)
    assert wines["cultivar"].value_counts().to_dict() == {0: 59, 1: 71, 2: 48}
    x, y = datasets.digits()
    assert (x.shape, x.dtype, x.max()) == ((1797, 8, 8), np.uint8, 16)
    assert y[:10].tolist() == list(range(10))


def test_no_loader_opens_a_connection(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a loader opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in OFFLINE:
        getattr(datasets, name)()


def fake_keras(monkeypatch, load_data):
    module = types.ModuleType("keras.datasets")
    module.cifar10 = types.SimpleNamespace(load_data=load_data)
    monkeypatch.setitem(sys.modules, "keras", types.ModuleType("keras"))
    monkeypatch.setitem(sys.modules, "keras.datasets", module)


def test_cifar10_without_network(monkeypatch):
    def no_network():
        raise Exception("URL fetch failure on https://example.org: None -- Name or service not known")

    fake_keras(monkeypatch, no_network)
    with pytest.raises(datasets.DataError, match="network") as caught:
        datasets.cifar10()
    assert caught.value.__suppress_context__


def test_cifar10_labels_are_flat(monkeypatch):
    part = (np.zeros((5, 32, 32, 3), np.uint8), np.arange(5, dtype=np.uint8).reshape(5, 1))
    fake_keras(monkeypatch, lambda: (part, part))
    (x, y), (_, y_test) = datasets.cifar10()
    assert x.shape == (5, 32, 32, 3)
    assert y.tolist() == y_test.tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("name", LOADERS)
def test_docstring_names_the_origin(name):
    text = inspect.getdoc(getattr(datasets, name))
    assert len(text.splitlines()) > 2
    assert re.search(r"licence|MIT|CC0|CC BY|BSD-3|Public domain|Apache|GroupLens", text)


def test_import_is_light():
    code = "import sys, dlcourse.datasets; print(sorted({'numpy', 'pandas', 'sklearn', 'keras'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
