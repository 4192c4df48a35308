"""What the learner reads: plain words for errors, the smallest input, the known mistake; and how it is drawn."""

from __future__ import annotations

import linecache
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from dlcourse.checking import Exercise, Mistake, Outcome, Result, function_check, judge, value_check
from dlcourse.checking.explain import explain, is_learners, learner_line
from dlcourse.checking.messages import Note
from dlcourse.checking.overview import LessonProgress, Overview
from dlcourse.checking.render import rich_text

ERRORS = [
    ("x = undefined_thing", "`undefined_thing` is not known here"),
    ("np2.sum([1])", "Did you mean `np`?"),
    ("plt.plot([1])", "import matplotlib.pyplot as plt"),
    ("def f():\n    total += 1\nf()", "`total` is used before it has a value"),
    ("def f():\n    total = 0\n    totel += 1\nf()", "Did you mean `total`?"),
    ("1 / 0", "divides by zero"),
    ("0.1 * (lambda x: x)", "Round brackets behind a function call it"),
    pytest.param(
        "(1, 2)[np.bool_(True)]",
        "here True or False stands",
        marks=pytest.mark.skipif(np.__version__ < "2", reason="NumPy 1 counts it as 0 or 1"),
    ),
    ("[1, 2][np.float64(1)]", "here a number stands"),
    ("sum(np.ones((2, 2)), axis=0)", "is `np.` missing"),
    ("max(np.ones((2, 2)), keepdims=True)", "is `np.` missing"),
    ("round(np.ones(2), decimals=1)", "is `np.` missing"),
    ("np.sum([1], axs=0)", "called `axs`"),
    ("round(np.ones(2))", "`np.round`"),
    ("np.tanh**2", "`**` can't be applied to a function"),
    ("max(0, np.ones(3))", "`np.maximum`"),
    ("2.0 ^ 3", "which is `**`"),
    ("np.ones(2) ^ 2", "which is `**`"),
    ("x = np.arange(3)\nx /= 2", "whole numbers"),
    ("x = np.ones((2, 3))\nx @= np.ones((3, 2))", "x = x @ w"),
    ("np.array([1, '2']) * 2.0", "text where numbers belong"),
    ("np.bincount(np.array(['good', 'bad']))", "text where numbers belong"),
    ("np.bincount(np.array([0.0, 1.0]))", "decimal numbers stands where whole ones belong"),
    pytest.param(
        "np.where(np.ones(2) > 0, '1', 0.5)",
        "text where numbers belong",
        marks=pytest.mark.skipif(np.__version__ < "2", reason="NumPy 1 makes text of the numbers instead"),
    ),
    ("np.exp(None)", "where a number belongs"),
    ("[1].append(1, 2)", "one thing at a time"),
    ("import numpy as np\nnp.array([1, 2]).max(axis=1)", "only one axis"),
    ("[1, 2] * 1.5", "np.array"),
    ("[1] + 1", "joins a list to a list"),
    ("'a' + 1", "joins a text to a text, but the other side is a whole number"),
    ("1 + None", "does not `return`"),
    ("[1] - [2]", "np.array"),
    ("[1] < 2", "a list and a whole number"),
    ("[1](0)", "a list is called like a function"),
    ("print[0]", "Round brackets call it"),
    ("x = 5\nx[0]", "a whole number, which has nothing to pick"),
    ("for i in 5: pass", "a whole number can't be gone through"),
    ("a, b = 5", "only one value"),
    ("a, b = [1]", "2 names"),
    ("a, b = [1, 2, 3]", "2 names"),
    ("len(5)", "no length"),
    ("[1][1.5]", "whole numbers"),
    ("(1, 2)['a']", "a text stands in the square brackets"),
    ("t = (1, 2)\nt[0] = 3", "can't be changed"),
    ("(lambda x: x)()", "without its argument `x`"),
    ("(lambda x: x)(1, 2)", "takes 1 argument is called with 2"),
    ("(lambda x: x)(1, y=2)", "an argument called `y`"),
    ("math.exp([1])", "NumPy's functions"),
    ("math.exp(np.ones(2))", "NumPy's functions"),
    ("[1, 2][4]", "Counting starts at 0"),
    ("np.ones(3)[5]", "axis 0 has only 3"),
    ("np.ones(3)[1, 1]", "only 1 axis"),
    ("{}['a']", "no entry called 'a'"),
    ("[1].shape", "np.array"),
    ("np.ones(2).append(1)", "length is fixed"),
    ("np.summ([1])", "nothing called `summ`"),
    ("None.foo", "does not `return`"),
    ("import no_such_module", "no module called `no_such_module`"),
    ("np.ones(2) + np.ones(3)", "(2,) and (3,) don't fit"),
    ("np.ones((2, 3)) @ np.ones((2, 2))", "here it is 3 and 2"),
    ("np.dot(np.ones((2, 3)), np.ones((2, 3)))", "inner sizes differ"),
    ("if np.ones(2) > 0: pass", "neither true nor false"),
    ("float('abc')", "'abc' is no number"),
    ("int('1.5')", "'1.5' is no whole number"),
    ("np.ones(4).reshape(3)", "counts differ"),
    ("np.zeros(2, 3)", "np.zeros((2, 3))"),
    ("math.log(-1)", "a negative one"),
    ("max([])", "the row is empty"),
    ("range(2.5)", "`int(...)` makes one"),
    ("math.exp(1000)", "too large"),
    ("def f(): return f()\nf()", "without an end"),
    ("exit()", "end the whole notebook"),
    ("assert 1 == 2", "`assert` of yours"),
    ("raise ValueError", "without a word"),
    ("raise RuntimeError('my own words')", "my own words (RuntimeError)"),
]


def raised_by(source: str) -> BaseException:
    """The error a notebook cell with this source raises."""
    name = f"/tmp/ipykernel_1/{abs(hash(source))}.py"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    code = compile(source, name, "exec", dont_inherit=True)
    try:
        exec(code, {"np": np, "math": math})
    except BaseException as error:
        return error
    raise AssertionError("this cell raises nothing")


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize(("source", "words"), ERRORS)
def test_common_errors_in_plain_words(source: str, words: str) -> None:
    said = explain(raised_by(source))
    assert words in said
    assert said.startswith("In line ")
    assert re.search(r"[.?)]$", said)
    assert "{" not in said.split("`: ", 1)[-1]


def test_the_innermost_own_line_counts_and_libraries_do_not() -> None:
    error = raised_by(
        "def inner(v):\n    return np.linalg.inv(v)\n\ndef outer(v):\n    return inner(v)\nouter(np.zeros((2, 2)))"
    )
    assert learner_line(error.__traceback__) == (2, "return np.linalg.inv(v)")


def test_whose_file_it_is() -> None:
    assert is_learners("/tmp/ipykernel_12/345.py")
    assert is_learners("<ipython-input-1-abc>")
    assert is_learners("/home/ada/lessons/mine.py")
    assert not is_learners(np.__file__)
    assert not is_learners(linecache.__file__)
    assert not is_learners(explain.__code__.co_filename)
    assert not is_learners("<frozen importlib._bootstrap>")
    assert not is_learners("<__array_function__ internals>")


def test_a_long_line_and_a_long_reason_are_cut() -> None:
    said = explain(raised_by(f"raise ValueError({'x' * 50!r} * 100)  # {'y' * 500}"))
    assert len(said) < 400


def exercise(check: Callable, **more: Any) -> Exercise:
    options = {"title": "x", "kind": "function", "starter": "def f(x, y):\n    ...", "right": [], "wrong": {}}
    return Exercise(id="99.1", check=check, hints=("", "", ""), **{**options, **more})


PLUS = exercise(
    function_check(
        lambda x, y: x + y,
        arguments=("x", "y"),
        cases=lambda rng: [(0, 0), (1, 2), (3, 0), (float(rng.normal()), 5)],
        mistakes={
            "minus": Mistake(lambda x, y: x - y, "For {inputs} you give {got}, not {expected}: x is {x}."),
            "first_only": Mistake(lambda x, y: x, lambda seen: f"y = {seen.inputs['y']} is missing"),
            "odd": Mistake(lambda x, y: {"a": 1}, "a mistake nobody can make by a number"),
            "raising": Mistake(lambda x, y: 1 / 0, "never found"),
        },
        success="Sum.",
    )
)


def said(function: Callable) -> tuple[str, str]:
    result = judge(PLUS, function)
    return result.code, result.message


def test_the_smallest_input_that_shows_the_mistake_is_quoted() -> None:
    assert said(lambda x, y: x - y) == ("minus", "For `x = 1, y = 2` you give -1, not 3: x is 1.")
    assert said(lambda x, y: x) == ("first_only", "y = 2 is missing")


def forgets_to_return(x: float, y: float) -> None:
    total = x
    total += y


def test_what_is_no_known_mistake_is_described() -> None:
    assert said(lambda x, y: x + y + x * y) == (
        "wrong_value",
        "For `x = 1, y = 2` your function returns 5; 3 is expected.",
    )
    assert said(lambda x, y: 7)[0] == "always_the_same"
    assert "compute it from `x` and `y`" in said(lambda x, y: 7)[1]
    assert said(lambda x, y: print(x + y)) == (
        "returns_none",
        "For `x = 0, y = 0` your function prints 0 but returns nothing. Use `return` in place of `print`.",
    )
    assert "Its last step must be `return`" in said(forgets_to_return)[1]
    assert said(lambda x, y: [x + y])[0] == "wrong_shape"
    assert said(lambda x, y: f"{x + y}")[0] == "wrong_type"
    assert said(lambda x, y: float("nan"))[0] == "not_a_number"
    assert said(3) == (
        "not_a_function",
        "You passed 3. The function itself is asked, its name without brackets behind it, so that the check can try it on numbers of its own.",
    )
    assert "Your function takes x; it will be called with 2 values: x, y." in said(lambda x: x)[1]


def test_a_known_mistake_comes_before_an_error_on_a_later_input() -> None:
    def minus_then_error(x: float, y: float) -> float:
        return x - y if y < 5 else x / 0

    assert said(minus_then_error)[0] == "minus"
    assert said(lambda x, y: x + y if y < 5 else x / 0)[0] == "raised"
    assert said(lambda x, y: x / y)[0] == "raised"


def test_a_number_that_differs_in_the_seventh_digit_is_shown_to_differ() -> None:
    exact = exercise(function_check(lambda x: x, arguments=("x",), cases=[(0.1234567,)], rtol=1e-12, atol=0))
    message = judge(exact, lambda x: x + 1e-9).message
    assert "0.123456701; 0.1234567 is expected" in message


def test_what_no_known_mistake_explains_may_have_words_of_its_own() -> None:
    check = function_check(
        lambda x, y: x + y,
        arguments=("x", "y"),
        cases=[(0, 0), (1, 2), (4, 1)],
        mistakes={"minus": Mistake(lambda x, y: x - y, "minus")},
        otherwise=lambda seen: f"{seen.got} for {seen.inputs['x']}" if seen.expected == 3 else "",
    )
    own = exercise(check)
    assert judge(own, lambda x, y: x - y).message == "minus"
    assert judge(own, lambda x, y: x + y * 2).message == "5 for 1"
    assert judge(own, lambda x, y: x + y * 2).code == "wrong_value"
    assert (
        "7; 5 is expected" in judge(own, lambda x, y: x + y + 2 * (x == 4)).message
    )  # it has nothing to say
    assert "a text" in judge(own, lambda x, y: str(x + y)).message  # of another kind: the general sentence


def test_a_list_filled_at_every_call_is_seen_as_it_was() -> None:
    collected: list[float] = []

    def filling(x: float, y: float) -> list[float]:
        collected.append(x + y)
        return collected

    several = exercise(function_check(lambda x, y: [x + y], arguments=("x", "y"), cases=[(0, 0), (1, 2)]))
    result = judge(several, filling)
    assert result.code == "wrong_shape"
    assert "x = 1, y = 2" in result.message


def test_values_computed_late_are_computed_once() -> None:
    calls = []

    def expensive() -> float:
        calls.append(1)
        return 2.5

    check = value_check(expensive, mistakes={"double": Mistake(lambda: calls.append(2) or 5.0, "twice")})
    late = exercise(check, kind="value", starter="x = ...")
    assert calls == []
    assert [judge(late, 2.5).code, judge(late, 5).code, judge(late, 5.0).code] == [
        "correct",
        "double",
        "double",
    ]
    assert calls == [1, 2]


def test_only_mistakes_in_a_list_are_marked_as_changed_arguments() -> None:
    def sorts(x: list, y: float) -> float:
        x[:] = sorted(x, reverse=True)
        return sum(x) + y

    def keeps(x: list, y: float) -> float:
        return sum(x) + y

    add = exercise(
        function_check(lambda x, y: sum(x) + y, arguments=("x", "y"), cases=[([1, 2], 1)], success="Yes.")
    )
    assert judge(add, keeps).message == "Yes."
    assert "changes the `x`" in judge(add, sorts).message


def test_rich_text() -> None:
    assert rich_text("a `b < c` d") == "a <code>b &lt; c</code> d"
    assert rich_text("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert rich_text("one\ntwo") == "one<br>two"
    assert rich_text("it is *not* so, but 2 * 3 * 4 and `a * b * c` are") == (
        "it is <em>not</em> so, but 2 * 3 * 4 and <code>a * b * c</code> are"
    )
    assert rich_text("an unclosed ` here") == "an unclosed ` here"


def test_the_six_outcomes_can_be_told_apart_in_three_ways() -> None:
    for part in ("word", "symbol", "colour"):
        assert len({getattr(outcome, part) for outcome in Outcome}) == 6


def light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour: tuple[float, ...]) -> float:
    return sum(
        weight * light(channel / 255)
        for weight, channel in zip((0.2126, 0.7152, 0.0722), colour, strict=True)
    )


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def over(colour: tuple[float, ...], alpha: float, ground: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(alpha * c + (1 - alpha) * g for c, g in zip(colour, ground, strict=True))


THEMES = {"light": ((255, 255, 255), ((0, 0, 0), 0.87)), "dark": ((17, 17, 17), ((255, 255, 255), 1.0))}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("outcome", list(Outcome))
def test_text_on_every_box_has_contrast_enough(theme: str, outcome: Outcome) -> None:
    page, (ink, strength) = THEMES[theme]
    drawn = Result("2.1", outcome, "x", "A message.", notice="A notice.")._repr_html_()
    assert not re.search(r"[^-]color:|opacity", drawn), "the text keeps the page's own colour"
    red, green, blue, alpha = re.search(r"background:#(..)(..)(..)(..)", drawn).groups()
    tint = over((int(red, 16), int(green, 16), int(blue, 16)), int(alpha, 16) / 255, page)
    assert contrast(over(ink, strength, tint), tint) >= 4.5


def test_every_box_has_a_plain_form_with_the_same_words() -> None:
    lesson = LessonProgress(2, "The neuron", (("2.1", "solved"), ("2.2", "tried")), 1)
    for shown in (
        Result("2.1", Outcome.NOT_YET, "x", "A message about `w`.", notice="A notice."),
        Note("Title.", "Text.", code="w = ___", after="After."),
        Overview((lesson,), "A notice."),
    ):
        drawn = re.sub(r"\s+", " ", re.sub(r"<[^>]+>|&nbsp;", " ", shown._repr_html_()))
        for word in re.findall(r"\w+", str(shown)):
            assert word in drawn


def test_results_that_judge_nothing_ask_a_question() -> None:
    assert (
        str(Result("", Outcome.NOT_ATTEMPTED, "unknown_exercise", "There is none."))
        == "○ Which exercise? There is none."
    )
    assert str(Result("2.1", Outcome.CORRECT, "correct", "")) == "✓ 2.1 Correct."


def test_no_error_is_offered_in_place_of_a_name() -> None:
    with pytest.raises(NameError) as caught:
        eval(compile("error + 1", "<notebook>", "eval"), {})
    assert "Error`" not in explain(caught.value)


def test_colours_for_terminals_are_taken_out_of_a_message() -> None:
    assert explain(ValueError("\x1b[1mbad shape\x1b[0m")) == "Bad shape (ValueError)."
