"""Comparing and showing: what is the same answer, what is said of another, and how values are written."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from dlcourse.checking import close, difference, show
from dlcourse.checking.show import show_apart

NAN, INF = float("nan"), float("inf")


def tensor(values: Any) -> Any:
    import tensorflow as tf

    return tf.constant(values)


SAME = [
    (3.0, 3),
    (np.float32(0.1), 0.1),
    (np.array(3.0), 3),
    (np.int8(3), 3.0),
    (True, 1),
    (True, True),
    (np.bool_(True), True),
    (NAN, NAN),
    (INF, INF),
    ([1, 2], np.array([1.0, 2.0])),
    ((1, 2), [1, 2]),
    (range(1, 3), [1, 2]),
    (pd.Series([1.0, 2.0]), [1, 2]),
    (np.array([1, 2], dtype=object), [1, 2]),
    ([np.float32(1), np.array(2)], [1, 2]),
    ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])),
    (pd.DataFrame({"a": [1, 3], "b": [2, 4]}), [[1, 2], [3, 4]]),
    ([], []),
    (" relu ", "relu"),
    (np.str_("relu"), "relu"),
    (np.array("relu"), "relu"),
    (np.select([True], ["relu"], "none"), "relu"),
    (None, None),
    ([1, [2, 3]], (1, [2, 3])),
    (np.array([1.0, 2.0]), (1, 2)),
    (1.000001, 1.0),
]


@pytest.mark.parametrize(("got", "expected"), SAME)
def test_the_same_answer_in_another_form(got: Any, expected: Any) -> None:
    assert difference(got, expected) is None
    assert close(got, expected)


def test_tensors_are_numbers_and_arrays() -> None:
    assert close(tensor(3.0), 3.0)
    assert close(tensor([1.0, 2.0]), [1, 2])
    assert difference(tensor([[1.0], [2.0]]), [1, 2]).code == "wrong_shape"


OTHER = [
    (4, 3, "wrong_value", "4"),
    (3.1, 3, "wrong_value", "3.1"),
    (0.30000004, 0.3000000, None, ""),
    (0.3001, 0.3, "wrong_value", "0.3001"),
    (NAN, 3, "not_a_number", "nan"),
    (INF, 3, "wrong_value", "inf"),
    (10**400, 3, "wrong_value", "401 digits"),
    (None, 3, "returns_none", "None"),
    ("3", 3, "wrong_type", "quotation marks"),
    (True, 3, "wrong_type", "True"),
    (2j, 3, "wrong_type", "2j"),
    ([3], 3, "wrong_shape", "one number in it"),
    (np.array([[3.0]]), 3, "wrong_shape", "(1, 1)"),
    ([3, 4], 3, "wrong_shape", "2 numbers"),
    ([], 3, "wrong_shape", "no numbers"),
    ({}, 3, "wrong_type", ""),
    (3, [1, 2], "wrong_shape", "a row of 2"),
    ([1], [1, 2], "wrong_shape", "one number where 2 belong"),
    ([], [1, 2], "wrong_shape", "no number where 2 belong"),
    ([1, 2, 3], [1, 2], "wrong_shape", "3 numbers where 2 belong"),
    ([[1], [2]], [1, 2], "wrong_shape", ".ravel()"),
    ([1, 2], [[1], [2]], "wrong_shape", ".reshape(-1, 1)"),
    (np.ones((2, 3)), np.ones((3, 2)), "wrong_shape", "exchanged"),
    (np.ones((2, 3, 1)), np.ones((2, 3)), "wrong_shape", "(2, 3, 1)"),
    ([1, 5], [1, 2], "wrong_value", "[1, 5]"),
    (np.arange(20), np.zeros(20), "wrong_value", "1 at position 1"),
    (np.eye(5), np.zeros((5, 5)), "wrong_value", "(0, 0)"),
    ([1, NAN], [1, 2], "not_a_number", "position 1"),
    (["1", "2"], [1, 2], "wrong_type", "'1'"),
    ([1, None], [1, 2], "wrong_type", "None"),
    ([1j, 2], [1, 2], "wrong_type", "1j"),
    ([[1, 2], [3]], [1, 2], "wrong_type", ""),
    (5, "relu", "wrong_type", "not a text"),
    ("tanh", "relu", "wrong_value", "'tanh'"),
    ("Relu", "relu", "wrong_value", "'Relu'"),
    (5, None, "wrong_value", "nothing"),
    (5, (1, 2), "wrong_type", "one thing"),
    ("ab", ("a", "b"), "wrong_type", "one thing"),
    ({1, 2}, (1, 2), "wrong_type", "one thing"),
    ([1], (1, 2), "wrong_length", "one value where 2 belong"),
    ([], (1, 2), "wrong_length", "no value"),
    ((1, 3), (1, 2), "wrong_value", "second value"),
    ((1, None), (1, 2), "wrong_value", "second value"),
    (None, (1, 2), "returns_none", ""),
]


@pytest.mark.parametrize(("got", "expected", "code", "word"), OTHER)
def test_another_answer_and_what_is_said_of_it(got: Any, expected: Any, code: str | None, word: str) -> None:
    found = difference(got, expected)
    assert (found.code if found else None) == code
    assert word in (found.sentence if found else "")


def test_tolerances_are_those_stated() -> None:
    assert close(100.9, 100, rtol=0.01, atol=0)
    assert not close(101.1, 100, rtol=0.01, atol=0)
    assert close(0.009, 0, rtol=0, atol=0.01)
    assert not close(0.011, 0, rtol=0, atol=0.01)


def test_an_expected_value_of_a_strange_kind_is_the_authors_fault() -> None:
    with pytest.raises(TypeError):
        difference(1, {"a": 1})


SHOWN = [
    (3, "3"),
    (3.0, "3"),
    (1 / 3, "0.333333"),
    (1234567.0, "1234567"),
    (1234567.5, "1.23457e+06"),
    (-0.0, "0"),
    (1e-9, "1e-09"),
    (NAN, "nan"),
    (np.float32(0.1), "0.1"),
    (np.bool_(True), "True"),
    (10**20, "a whole number of about 21 digits"),
    (1 + 2j, "1+2j"),
    (..., "`...`"),
    ("text", "'text'"),
    ([], "[]"),
    ((1,), "(1,)"),
    ([1, [2.0, None]], "[1, [2, None]]"),
    (list(range(10)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]"),
    (list(range(100)), "[0, 1, 2, 3, 4, 5, … (100 in all)]"),
    (np.array([1.0, 0.25]), "[1, 0.25]"),
    (np.zeros((100, 3)), "an array of shape (100, 3)"),
    (np.array(5), "5"),
    ({"b": 1.0, "a": [2]}, "{'b': 1, 'a': [2]}"),
    ({"b", "a"}, "{'a', 'b'}"),
    (set(), "an empty set"),
    (range(3), "range(0, 3)"),
    (print, "the function print"),
    (lambda: 0, "a lambda"),
    (int, "the class int"),
    (math, "the module math"),
    (ValueError("x"), "the error ValueError"),
    (object(), "an object of the class object"),
    (pd.DataFrame({"a": [1, 2]}), "a table of 2 rows and 1 columns"),
    (pd.Series([1.0, 2.0]), "[1, 2]"),
    (slice(1, 2), "slice(1, 2, None)"),
]


@pytest.mark.parametrize(("value", "text"), SHOWN)
def test_how_a_value_is_shown(value: Any, text: str) -> None:
    assert show(value) == text


def test_nothing_shown_is_long_or_differs_from_run_to_run() -> None:
    for value in ("x" * 1000, ["x" * 30] * 5, {"k" * 50: "v" * 50}, iter([1]), open, [object()] * 20):
        assert len(show(value)) <= 70
        assert "0x" not in show(value)


def test_numbers_that_differ_are_shown_with_enough_digits_to_see_it() -> None:
    assert show_apart(1.0, 2.0) == ("1", "2")
    one, other = show_apart(0.1234567891, 0.1234567892)
    assert one != other
    assert difference(0.3000000101, 0.3, rtol=0, atol=0).sentence == "0.30000001"


@pytest.mark.parametrize(
    ("answer", "way_out"),
    [((20,), "comma"), ([20], "`[0]`"), (np.array([20]), "`.item()`"), ((20, 5), "decimal point")],
)
def test_a_number_with_something_around_it_is_told_how_to_take_that_away(
    answer: object, way_out: str
) -> None:
    assert way_out in difference(answer, 20).sentence
