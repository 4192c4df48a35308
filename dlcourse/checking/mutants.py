"""Mutants: a right answer with one small thing changed, as a slip of the hand or of the mind would change it.

A check that calls a mutant correct has not looked there. How mutants are judged stands in `gate`.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Edit = tuple[ast.AST, str, Any]  # in this node, this field gets this value

OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
ORDER_MATTERS = (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
SYMMETRIC = {"max", "min", "maximum", "minimum", "add", "multiply", "isclose", "allclose", "array_equal"}
FUNCTIONS = {
    "sum": "mean",
    "mean": "sum",
    "max": "min",
    "min": "max",
    "maximum": "minimum",
    "minimum": "maximum",
    "argmax": "argmin",
    "argmin": "argmax",
    "exp": "log",
    "log": "exp",
    "zeros": "ones",
    "ones": "zeros",
    "dot": "outer",
    "vstack": "hstack",
    "hstack": "vstack",
}
STRINGS = (  # within a group each word is exchanged for its neighbour
    ("relu", "sigmoid", "tanh", "softmax", "linear"),
    ("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy", "mse", "mae"),
    ("adam", "sgd", "rmsprop"),
    ("accuracy", "mse"),
    ("same", "valid"),
)
CLASSES = (  # the same, for the objects that may stand in place of the strings
    ("ReLU", "Sigmoid", "Softmax"),
    ("BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy", "MeanSquaredError"),
    ("Adam", "SGD", "RMSprop"),
)
WITHOUT_EFFECT = ("name", "verbose")  # arguments that change what is shown, not what is done
LONGEST_LABEL = 44  # characters


@dataclass(frozen=True)
class Mutant:
    """A changed right answer. `label` says what was changed ('w @ x + b -> w @ x - b'); `source` is the whole."""

    label: str
    source: str


@dataclass(frozen=True)
class Change:
    """One change to the tree: the fields to set, and the node around which the label is cut (or the label itself)."""

    edits: list[Edit]
    where: ast.AST | str


def mutants(source: str, *, expression: bool = False, letters: str = "") -> Iterator[Mutant]:
    """Yield every mutant of a Python source that still compiles, each with a label of its own.

    expression: the source is one expression. letters: those that a one-letter text is exchanged for.
    """
    mode = "eval" if expression else "exec"
    tree = ast.parse(source, mode=mode)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    seen = {ast.dump(tree)}
    labels: Counter[str] = Counter()
    for node in list(ast.walk(tree)):
        if _out_of_scope(node, parents):
            continue
        for change in _changes(node, parents, letters):
            label, dumped, changed = _tried(tree, change, parents)
            if dumped in seen or not _compiles(changed, mode):
                continue
            seen.add(dumped)
            labels[label] += 1
            yield Mutant(label if labels[label] == 1 else f"{label} #{labels[label]}", changed)


def _tried(tree: ast.AST, change: Change, parents: dict) -> tuple[str, str, str]:
    """Make the change, note (label, dump, source), and take it back."""
    where = change.where
    context = where if isinstance(where, str) else _context(where, parents)
    before = context if isinstance(context, str) else ast.unparse(context)
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in change.edits]
    for owner, name, value in change.edits:
        setattr(owner, name, value)
    label = before if isinstance(context, str) else f"{before} -> {ast.unparse(context)}"
    dumped, source = ast.dump(tree), ast.unparse(tree)
    for owner, name, value in kept:
        setattr(owner, name, value)
    return label, dumped, source


def _changes(node: ast.AST, parents: dict, letters: str) -> Iterator[Change]:
    for edits in _expression_edits(node, parents, letters):
        yield Change(edits, edits[0][0] if isinstance(edits[0][0], ast.expr) else node)
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        label = f"condition negated: {ast.unparse(node.test)}"
        yield Change([(node, "test", ast.UnaryOp(ast.Not(), node.test))], label)
    elif isinstance(node, ast.comprehension):
        for i, test in enumerate(node.ifs):
            label = f"condition dropped: {ast.unparse(test)}"
            yield Change([(node, "ifs", node.ifs[:i] + node.ifs[i + 1 :])], label)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield Change([_put(node, ast.Expr(node.value), parents)], f"return dropped: {ast.unparse(node)}")
    elif isinstance(node, ast.stmt):
        yield from _deletions(node, parents)


def _expression_edits(node: ast.AST, parents: dict, letters: str) -> Iterator[list[Edit]]:
    if isinstance(node, ast.Constant):
        for value in _other_constants(node.value, letters):
            yield [(node, "value", value)]
    elif isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp):
        for other in OPERATORS.get(type(node.op), ()):
            yield [(node, "op", other())]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ORDER_MATTERS):
            yield [(node, "left", node.right), (node, "right", node.left)]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            yield [_put(node, node.left, parents)]
    elif isinstance(node, ast.Compare):
        for other in OPERATORS.get(type(node.ops[0]), ()):
            yield [(node, "ops", [other(), *node.ops[1:]])]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not | ast.Invert):
        yield [_put(node, node.operand, parents)]
    elif isinstance(node, ast.Attribute):
        if node.attr == "T":
            yield [_put(node, node.value, parents)]
        other = _neighbour(node.attr, CLASSES) or FUNCTIONS.get(node.attr)
        if other:
            yield [(node, "attr", other)]
    elif isinstance(node, ast.Slice):
        yield from _slices(node)
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.List | ast.Tuple) and _may_lose_one(node, parents):
        for i in range(len(node.elts)):
            yield [(node, "elts", node.elts[:i] + node.elts[i + 1 :])]


def _may_lose_one(node: ast.List | ast.Tuple, parents: dict) -> bool:
    """Has the row an element to spare? (Not `a, b = 1, 2`: there Python itself would complain.)"""
    unpacked = isinstance(parents[node], ast.Assign) and isinstance(parents[node].targets[0], ast.Tuple)
    return isinstance(node.ctx, ast.Load) and len(node.elts) > 1 and not unpacked


def _other_constants(value: Any, letters: str) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, float):
        yield from (value * 1.25, value * 0.5) if value else (0.5,)
    elif isinstance(value, str):
        if len(value) == 1 and value.lower() in letters:
            yield from (letter for letter in letters if letter != value.lower())
        else:
            yield _neighbour(value, STRINGS) or value + "x"


def _neighbour(word: str, groups: tuple[tuple[str, ...], ...]) -> str:
    for group in groups:
        if word in group:
            return group[(group.index(word) + 1) % len(group)]
    return ""


def _slices(node: ast.Slice) -> Iterator[list[Edit]]:
    """A bound forgotten, or moved by one. (Moving one that is a plain number is left to the constants.)"""
    for name, absent in (("lower", 1), ("upper", -1)):
        bound = getattr(node, name)
        if bound is None:
            yield [(node, name, ast.Constant(absent))]
        else:
            yield [(node, name, None)]
            if not isinstance(bound, ast.Constant):
                yield [(node, name, ast.BinOp(bound, ast.Add(), ast.Constant(1)))]
    if node.step is not None:
        yield [(node, "step", None)]


def _calls(node: ast.Call) -> Iterator[list[Edit]]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    args = node.args
    if isinstance(node.func, ast.Name) and name in FUNCTIONS and hasattr(builtins, FUNCTIONS[name]):
        yield [(node, "func", ast.Name(FUNCTIONS[name], ast.Load()))]
    if len(args) > 1 and name not in SYMMETRIC:
        yield [(node, "args", [args[1], args[0], *args[2:]])]
    if name == "range":
        last = min(len(args) - 1, 1)
        for other in (ast.Sub(), ast.Add()):
            shifted = ast.BinOp(args[last], other, ast.Constant(1))
            if not isinstance(args[last], ast.Constant):
                yield [(node, "args", [*args[:last], shifted, *args[last + 1 :]])]
    for i, keyword in enumerate(node.keywords):
        if keyword.arg not in WITHOUT_EFFECT:
            yield [(node, "keywords", node.keywords[:i] + node.keywords[i + 1 :])]
        if keyword.arg == "axis" and ast.unparse(keyword.value) in ("-1", "None"):
            yield [(keyword, "value", ast.Constant(0))]


def _deletions(node: ast.stmt, parents: dict) -> Iterator[Change]:
    """A line forgotten: any statement but imports and definitions, unless it is the only one of the cell."""
    owner = parents[node]
    if isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Pass):
        return
    if isinstance(owner, ast.Module) and len(owner.body) == 1:
        return
    for name in ("body", "orelse", "finalbody"):
        body = getattr(owner, name, None)
        if isinstance(body, list) and node in body:
            rest = [one for one in body if one is not node]
            label = f"deleted: {'; '.join(line.strip() for line in ast.unparse(node).splitlines())}"
            yield Change([(owner, name, rest if rest or name != "body" else [ast.Pass()])], label)


def _put(node: ast.AST, other: ast.AST, parents: dict) -> Edit:
    """The edit that puts `other` where `node` stands."""
    owner = parents[node]
    for name, value in ast.iter_fields(owner):
        if value is node:
            return owner, name, other
        if isinstance(value, list) and any(one is node for one in value):
            return owner, name, [other if one is node else one for one in value]
    raise LookupError("a node is not among its parent's children")


def _out_of_scope(node: ast.AST, parents: dict) -> bool:
    """Docstrings, annotations, texts that are put together and names of layers are not what an exercise is about."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    owner = parents.get(node)
    if isinstance(owner, ast.Expr) and isinstance(node, ast.Constant):
        return True
    while owner is not None:
        if isinstance(owner, ast.JoinedStr | ast.arg):
            return True
        if isinstance(owner, ast.keyword) and owner.arg in WITHOUT_EFFECT:
            return True
        if node is getattr(owner, "annotation", None) or node is getattr(owner, "returns", None):
            return True
        node, owner = owner, parents.get(owner)
    return False


def _context(node: ast.AST, parents: dict) -> ast.AST:
    """The largest piece around the node that still fits into a short label: an expression or a simple statement."""
    best = node
    while node in parents:
        node = parents[node]
        if hasattr(node, "body") and not isinstance(node, ast.Lambda | ast.IfExp):
            break
        if isinstance(best, ast.expr) and len(ast.unparse(node)) > LONGEST_LABEL:
            break
        if isinstance(node, ast.expr | ast.stmt):
            best = node
    return best


def _compiles(source: str, mode: str) -> bool:
    try:
        compile(source, "<mutant>", mode)
    except (SyntaxError, ValueError):
        return False
    return True
