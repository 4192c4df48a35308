"""Plain words for the errors that beginners meet: a table from what Python (NumPy, Keras) says to what it means."""

from __future__ import annotations

import re
from collections.abc import Callable

MODULES = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "keras": "import keras",
    "layers": "from keras import layers",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "math": "import math",
    "random": "import random",
    "tf": "import tensorflow as tf",
}
THINGS = {
    "int": "a whole number",
    "float": "a number",
    "float64": "a number",
    "float32": "a number",
    "int64": "a whole number",
    "complex": "a complex number",
    "str": "a text",
    "bool": "True or False",
    "bool_": "True or False",
    "NoneType": "None (nothing)",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dictionary",
    "set": "a set",
    "ndarray": "an array",
    "range": "a range",
    "function": "a function",
    "ufunc": "a function",
    "method": "a function",
    "builtin_function_or_method": "a function",
    "type": "a class",
    "module": "a module",
    "ellipsis": "the dots `...`",
    "generator": "a generator",
    "EagerTensor": "a tensor",
    "ResourceVariable": "a tensor",
    "DataFrame": "a table",
    "Series": "a column of a table",
}
_SHAPE = r"(\([\d, ]*\))"
_TYPE = r"'([\w.]+)'"


def thing(name: str) -> str:
    """Return 'a whole number' for 'int', 'an array' for 'numpy.ndarray', and so on."""
    name = name.rpartition(".")[2]
    article = "an" if name[:1].lower() in "aeio" else "a"
    return THINGS.get(name, f"{article} {name}")


def _undefined(name: str) -> str:
    if name in MODULES:
        return f"the name `{name}` is not known here. `{MODULES[name]}` makes it known."
    return f"the name `{name}` is not known here. Has it been given a value before this line, and is it spelled as there?"


def _operands(operator: str, left: str, right: str) -> str:
    if "NoneType" in (left, right):
        return f"one side of `{operator}` is None (nothing). A function that does not `return` gives None."
    lists = " For arithmetic, make an array of a list: `np.array(...)`." if "list" in (left, right) else ""
    uncalled = (
        " Round brackets behind a function call it: is that missing?" if "function" in (left, right) else ""
    )
    return f"`{operator}` can't be applied to {thing(left)} and {thing(right)}.{lists}{uncalled}"


def _operand(operator: str, kind: str) -> str:
    lists = " For arithmetic, make an array of it: `np.array(...)`." if kind == "list" else ""
    return f"`{operator}` can't be applied to {thing(kind)}.{lists}"


def _no_attribute(kind: str, name: str) -> str:
    if kind == "NoneType":
        return f"`.{name}` is asked of None (nothing). A function that does not `return` gives None."
    if kind == "list" and name in (
        "shape",
        "sum",
        "mean",
        "dot",
        "T",
        "reshape",
        "max",
        "min",
        "size",
        "ndim",
    ):
        return f"a list has no `.{name}`; an array has. `np.array(...)` makes an array of a list."
    if kind.endswith("ndarray") and name == "append":
        return "an array has no `.append`: its length is fixed. Collect in a list, or use `np.append`."
    return f"{thing(kind)} has no `.{name}`. Check the spelling, and what is in front of the dot."


def _not_callable(kind: str) -> str:
    if kind == "NoneType":
        return "None (nothing) is called like a function."
    return (
        f"{thing(kind)} is called like a function, with round brackets behind it. Is a `*` missing, do square brackets "
        "belong there, or has the name of a function been given to something else?"
    )


def _no_items(kind: str) -> str:
    if thing(kind) == "a function":
        return "square brackets stand behind a function. Round brackets call it."
    return f"square brackets pick something out of {thing(kind)}, which has nothing to pick."


def _one_by_one(kind: str) -> str:
    return f"{thing(kind)} can't be gone through one by one: it is one thing, not a row of things."


def _multiply(other: str) -> str:
    return (
        f"a list or text can't be multiplied by {thing(other)}. For arithmetic, go through it in a loop, or make it an array "
        "with `np.array(...)`."
    )


def _join(kind: str, other: str) -> str:
    return f"`+` joins {thing(kind)} to {thing(kind)}, but the other side is {thing(other)}. To add numbers, take them out first."


def _index(kind: str, used: str) -> str:
    return f"the elements of {thing(kind)} are counted with whole numbers; here {thing(used)} stands in the square brackets."


def _too_few(count: str, names: str) -> str:
    return f"a function is called without its {'argument' if count == '1' else 'arguments'} {names.replace(chr(39), '`')}."


def _arguments(takes: str, given: str) -> str:
    return (
        f"a function that takes {takes} {'argument' if takes == '1' else 'arguments'} is called with {given}."
    )


def _matmul(right: str, left: str) -> str:
    return (
        f"`@` needs as many columns on its left as there are rows on its right; here it is {left} and {right}. "
        "Look at both `.shape`s: is one of them to be turned (`.T`), or are the two in the wrong order?"
    )


def _unpack(wanted: str, got: str) -> str:
    values = "is only one value" if got == "1" else f"are {got} values"
    return f"{wanted} names stand on the left of `=`, but there {values} to give them."


def _too_many_indices(axes: str, used: str) -> str:
    return f"{used} numbers stand in the square brackets, but the array has only {axes} {'axis' if axes == '1' else 'axes'}."


def _no_such_axis(asked: str, axes: str) -> str:
    has = "one axis, number 0: it is a plain row" if axes == "1" else f"{axes} axes, counted from 0"
    return f"axis {asked} is asked of an array that has only {has}."


# (name of the error's class or of one it extends, pattern in its text, plain words or what makes them of the
# pattern's groups); the first that fits is used.
REASONS: list[tuple[str, str, str | Callable[..., str]]] = [
    ("UnboundLocalError", r"variable '(\w+)'", "`{0}` is used before it has a value. Is there a way through the function on which it never gets one?"),
    ("NameError", r"free variable '(\w+)'", "`{0}` is used before it has a value."),
    ("NameError", r"name '(\w+)'", _undefined),
    ("ZeroDivisionError", r"negative power", "zero is raised to a negative power, which is a division by zero."),
    ("ZeroDivisionError", r"", "it divides by zero."),
    ("RecursionError", r"", "the function calls itself again and again without an end."),
    ("MemoryError", r"", "there is not enough memory for what it builds."),
    ("OverflowError", r"", "a number becomes too large to be written down. An exponent that is too big does that."),
    ("TypeError", r"can't multiply sequence by non-int of type " + _TYPE, _multiply),
    ("TypeError", r"can only concatenate (\w+) \(not \"([\w.]+)\"\)", _join),
    ("TypeError", r"for \^=?: |'bitwise_xor'", "`^` is another thing in Python than \"to the power of\", which is `**`: `x ** 2` is x times x."),
    ("TypeError", r"Cannot cast ufunc '\w+' output from dtype\('float\d+'\) to dtype\('u?int", "an array of whole numbers is to take decimal ones in place (`/=`, `-=`, `*=`, `+=`). Make a new array, as in `x = x / 2`, or a decimal one first: `x.astype(float)`."),
    ("TypeError", r"Cannot cast array data from dtype\('<U\d+'\)", "there is text where numbers belong. `np.unique(x, return_inverse=True)` gives each text a number."),
    ("TypeError", r"Cannot cast array data from dtype\('float\d+'\) to dtype\('u?int", "an array of decimal numbers stands where whole ones belong. `x.astype(int)` makes them whole."),
    ("TypeError", r"could not be promoted by|did not contain a loop with signature matching types", "there is text where numbers belong: something in quotation marks, or a row with such a thing in it."),
    ("TypeError", r"loop of ufunc does not support argument \d of type (\w+)", lambda k: f"NumPy is given {thing(k)} where a number belongs."),
    ("TypeError", r"list\.append\(\) takes exactly one argument", "`.append` takes one thing at a time. Several can go as one pair: `.append((a, b))`."),
    ("TypeError", r"unsupported operand type\(s\) for (\*\* or pow\(\)): " + _TYPE + " and " + _TYPE, lambda _, left, right: _operands("**", left, right)),
    ("TypeError", r"'(\w+)' is an invalid keyword argument for (\w+)\(\)", "Python's own `{1}` knows no `{0}`. NumPy has a function for arrays: is `np.` missing in front?"),
    ("TypeError", r"^(sum|min|max|round|sort)\(\) got an unexpected keyword argument '(axis|keepdims|decimals)'", "Python's own `{0}` knows no `{1}`. NumPy has a function for arrays: is `np.` missing in front?"),  # the same, as Python 3.13 puts it
    ("TypeError", r"doesn't define __round__", "Python's own `round` takes one number. For an array there is `np.round`."),
    ("TypeError", r"unsupported operand type\(s\) for (\S+?):? " + _TYPE + " and " + _TYPE, _operands),
    ("TypeError", r"bad operand type for (?:unary )?(\S+?): " + _TYPE, _operand),
    ("TypeError", r"'(\S+)' not supported between instances of " + _TYPE + " and " + _TYPE, _operands),
    ("TypeError", _TYPE + r" object is not callable", _not_callable),
    ("TypeError", _TYPE + r" object is not subscriptable", _no_items),
    ("TypeError", r"cannot unpack non-iterable ([\w.]+) object", lambda k: f"several names stand on the left of `=`, but there is only one value for them, {thing(k)}."),
    ("TypeError", _TYPE + r" object is not iterable", _one_by_one),
    ("TypeError", r"(?:iteration over a 0-d array|len\(\) of unsized object)", "an array that holds a single number is treated as a row of numbers."),
    ("TypeError", r"object of type " + _TYPE + r" has no len", lambda k: f"{thing(k)} has no length."),
    ("TypeError", r"(\w+) indices must be integers(?: or slices)?, not " + _TYPE + "?", _index),
    ("TypeError", r"(\w+) indices must be integers(?: or slices)?, not ([\w.]+)", _index),
    ("TypeError", _TYPE + r" object does not support item assignment", lambda k: f"the elements of {thing(k)} can't be changed one by one. A list or an array can."),
    ("TypeError", r"missing (\d+) required (?:positional|keyword-only) arguments?: (.+)", _too_few),
    ("TypeError", r"takes (?:from )?(\d+(?: to \d+)?) positional arguments? but (\d+) (?:was|were) given", _arguments),
    ("TypeError", r"unexpected keyword argument '(\w+)'", "a function is given an argument called `{0}`, which it does not have. Check the spelling."),
    ("TypeError", r"multiple values for argument '(\w+)'", "a function is given its argument `{0}` twice."),
    ("TypeError", r"unhashable type: " + _TYPE, lambda k: f"{thing(k)} can't be the key of a dictionary or an element of a set."),
    ("TypeError", r"must be real number, not ([\w.]+)", lambda k: f"it needs one number but has {thing(k)}. NumPy's functions (`np.exp`, `np.sqrt`, ...) take whole arrays."),
    ("TypeError", r"only integer scalar arrays can be converted", "an array stands where one whole number belongs. `range` is told how many: `range(len(x))`. `np.concatenate([a, b])` takes its arrays in one list."),
    ("TypeError", r"only .*arrays can be converted", "it needs one single number but has an array of several. `.astype(int)` turns each of them into a whole number, and NumPy's functions (`np.exp`, `np.sqrt`, ...) take whole arrays."),
    ("TypeError", r"'(\w+)' object cannot be interpreted as an integer", lambda k: f"{thing(k)} stands where a whole number belongs. `range` and repetition need whole ones; `int(...)` makes one."),
    ("TypeError", r"Cannot interpret '(.+)' as a data type", "a shape goes into round brackets of its own, as in `np.zeros((2, 3))`."),
    ("TypeError", r"ufunc '(\w+)' not supported for the input types", "`np.{0}` is given something that is not numbers: a text, None, or a row with such a thing in it."),
    ("IndexError", r"axis (-?\d+) is out of bounds for array of dimension (\d+)", _no_such_axis),
    ("IndexError", r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)", "element number {0} is asked for, but axis {1} has only {2}. Counting starts at 0."),
    ("IndexError", r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed", _too_many_indices),
    ("IndexError", r"(?:pop|index) .*empty", "it asks for an element of something empty."),
    ("IndexError", r"only integers, slices", "square brackets count elements with whole numbers. `for i in x` goes through the numbers of `x` themselves; their places are `range(len(x))`."),
    ("IndexError", r"must be of integer \(or boolean\) type", "an array of numbers with a decimal point stands in square brackets. They take whole numbers, or True and False."),
    ("IndexError", r"out of (?:range|bounds)", "it asks for an element that is not there. Counting starts at 0, so the last of n elements has the number n - 1."),
    ("KeyError", r"(.+)", "there is no entry called {0}."),
    ("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'", "the module {0} has nothing called `{1}`. Check the spelling."),
    ("AttributeError", _TYPE + r" object has no attribute '(\w+)'", _no_attribute),
    ("ImportError", r"[Nn]o module named '([\w.]+)'", "there is no module called `{0}` here. Check the spelling."),
    ("ImportError", r"cannot import name '(\w+)' from '([\w.]+)'", "the module {1} has nothing called `{0}`. Check the spelling."),
    ("ValueError", r"could not be broadcast together with (?:remapped )?shapes " + _SHAPE + " " + _SHAPE, "arrays of the shapes {0} and {1} don't fit together element by element."),
    ("ValueError", r"matmul: Output operand 0 has a mismatch", "`@=` writes the result where the left array was, and it does not fit there. Make a new array: `x = x @ w`."),
    ("ValueError", r"matmul: .*size (\d+) is different from (\d+)", _matmul),
    ("ValueError", r"matmul: .*not have enough dimensions", "`@` multiplies arrays; one side of it is a single number, or None. `*` multiplies by a number."),
    ("ValueError", r"shapes " + _SHAPE + " and " + _SHAPE + " not aligned", "arrays of the shapes {0} and {1} can't be multiplied like this: the inner sizes differ."),
    ("ValueError", r"truth value of an? (?:array|Series|DataFrame)", "several numbers at once are neither true nor false, so `if`, `while`, `max` and `min` can't ask them. Ask one number at a time in a loop, or keep the whole row of True and False; `np.where` chooses by it, `np.maximum` takes the larger of two."),
    ("ValueError", r"(?:only .*|can only convert an array of size )(?:1|one)", "it needs one single number but has an array of several."),
    ("ValueError", r"setting an array element with a sequence|inhomogeneous shape", "rows of different lengths don't make an array, and a row does not fit where one number belongs."),
    ("ValueError", r"could not convert string to float: (.+)", "the text {0} is no number."),
    ("ValueError", r"invalid literal for int\(\) with base 10: (.+)", "the text {0} is no whole number."),
    ("ValueError", r"not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)", _unpack),
    ("ValueError", r"too many values to unpack \(expected (\d+)", "{0} names stand on the left of `=`, but there are more values than that."),
    ("ValueError", r"cannot reshape array of size (\d+) into shape " + _SHAPE, "{0} numbers can't be arranged in the shape {1}: the counts differ."),
    ("ValueError", r"math domain error|expected a (?:positive|nonnegative) input", "it asks for the logarithm or the root of a number that has none, as a negative one."),
    ("ValueError", r"(\w+)\(\) (?:arg is an empty sequence|iterable argument is empty)", "`{0}` of nothing is asked: the row is empty."),
    ("ValueError", r"zero-size array to reduction operation (\w+)", "`{0}` of nothing is asked: the array is empty."),
    ("ValueError", r"(.+) is not in list", "{0} is not in the list."),
    ("ValueError", r"zip\(\) argument", "the rows that go side by side have different lengths."),
    ("ValueError", r"expected axis -1 of input shape to have value (\d+), but received input with shape (\(.+?\))", "a layer was built for {0} numbers an example; what comes in has the shape {1} (the first number counts the examples)."),
    ("ValueError", r"expected (min_ndim|ndim)=(\d+), found ndim=(\d+)", lambda _, wanted, found: f"a layer wants {wanted} axes but gets {found}. The first axis counts the examples."),
    ("ValueError", r"[Yy]ou must call `compile\(\)`", "the model is not compiled yet: `model.compile(...)` comes before training and evaluating."),
    ("ValueError", r"has not yet been built|has never been called", "the model does not know yet what will come in: `keras.Input(shape=...)` as its first entry tells it."),
    ("Exception", r"label value of (\d+) which is outside the valid range of \[0, (\d+)\)", "there is a label {0}, but the model has only {1} outputs: classes 0 up to that number less one."),
    ("FileNotFoundError", r"", "there is no such file. Is its name right, and is it beside the notebook?"),
    ("AssertionError", r"^$", "an `assert` of yours found that something is not so."),
    ("NotImplementedError", r"^$", "it says of itself that it is not written yet."),
    ("StopIteration", r"", "`next` asks for one more, but there are none left."),
    ("SystemExit", r"", "it calls `exit()`, which would end the whole notebook. `return` ends a function."),
]  # fmt: skip


def plain_reason(error: BaseException, text: str) -> str | None:
    """Return the plain words for an error whose text is `text`, or None if it is none of the usual ones."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    for kind, pattern, words in REASONS:
        match = re.search(pattern, text) if kind in kinds else None
        if match:
            return words(*match.groups()) if callable(words) else words.format(*match.groups())
    return None
