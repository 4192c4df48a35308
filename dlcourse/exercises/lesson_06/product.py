"""Exercise 6.2: a product that knows its slopes. Declaration only."""

from __future__ import annotations

from dlcourse.checking import Exercise, Mistake
from dlcourse.exercises.lesson_06.node_check import node_check
from dlcourse.exercises.lesson_06.node_setup import NODE, uniform

MULTIPLY = Exercise(
    id="6.2",
    title="A product that knows its slopes",
    kind="function",
    starter="""
        def multiply(a, b):
            ...
    """,
    setup=NODE,
    right=(
        """
        def multiply(a, b):
            return Node(a.data * b.data, parents=(a, b), slopes=(b.data, a.data))
        """,
        """
        def multiply(a, b):
            product = Node(a.data * b.data)
            product.parents = [b, a]
            product.slopes = [a.data, b.data]
            return product
        """,
        """
        def multiply(a, b):
            class Product:
                data = np.float32(a.data) * np.float32(b.data)
                parents, slopes, gradient = [a, b], np.array([b.data, a.data]), 0.0
            return Product()
        """,
        """
        class multiply(Node):
            def __init__(self, a, b):
                super().__init__(a.data * b.data, (a, b), (b.data, a.data))
        """,
    ),
    wrong={
        "own_number": [
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (a.data, b.data))",
            "def multiply(a, b):\n    return Node(a.data * b.data, (b, a), (b.data, a.data))",
        ],
        "like_add": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (1.0, 1.0))"],
        "product_as_slope": [
            "def multiply(a, b):\n    p = a.data * b.data\n    return Node(p, (a, b), (p, p))"
        ],
        "both_b": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (b.data, b.data))"],
        "both_a": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (a.data, a.data))"],
        "both_the_sum": [
            "def multiply(a, b):\n    s = a.data + b.data\n    return Node(a.data * b.data, (a, b), (s, s))"
        ],
        "negated": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (-b.data, -a.data))"],
        "added": ["def multiply(a, b):\n    return Node(a.data + b.data, (a, b), (b.data, a.data))"],
        "add_copied": ["def multiply(a, b):\n    return Node(a.data + b.data, (a, b), (1.0, 1.0))"],
        "zero_slopes": [
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (a.gradient, b.gradient))",
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (b.gradient, a.gradient))",
        ],
        "not_a_node": [
            "def multiply(a, b):\n    return a.data * b.data",
            "def multiply(a, b):\n    return a.data * b.data, (a, b), (b.data, a.data)",
            "def multiply(a, b):\n    return Node",
        ],
        "returns_none": ["def multiply(a, b):\n    Node(a.data * b.data, (a, b), (b.data, a.data))"],
        "same_node": ["def multiply(a, b):\n    a.data = a.data * b.data\n    return a"],
        "parents_forgotten": [
            "def multiply(a, b):\n    return Node(a.data * b.data)",
            "def multiply(a, b):\n    return Node(a.data * b.data, slopes=(b.data, a.data))",
        ],
        "slopes_forgotten": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b))"],
        "parent_missing": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, a), (b.data, a.data))"],
        "parents_are_numbers": [
            "def multiply(a, b):\n    return Node(a.data * b.data, (a.data, b.data), (b.data, a.data))"
        ],
        "new_parents": [
            "def multiply(a, b):\n    return Node(a.data * b.data, (Node(a.data), Node(b.data)), (b.data, a.data))"
        ],
        "slopes_are_nodes": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (b, a))"],
        "no_tuple": ["def multiply(a, b):\n    return Node(a.data * b.data, a, (b.data,))"],
        "counts_differ": [
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (b.data,))",
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), b.data)",
        ],
        "gradient_touched": [
            "def multiply(a, b):\n    a.gradient, b.gradient = b.data, a.data\n    return Node(a.data * b.data, (a, b), (b.data, a.data))"
        ],
        "data_is_no_number": [
            "def multiply(a, b):\n    return Node(a, (a, b), (b.data, a.data))",
            "def multiply(a, b):\n    return Node(a.data ** b.data, (a, b), (b.data, a.data))",
        ],
        "raised": ["def multiply(a, b):\n    return Node(a.number * b.number, (a, b), (b.number, a.number))"],
        "node_for_number": [
            "def multiply(a, b):\n    return Node(a * b, (a, b), (b, a))",
            "def multiply(a, b):\n    return a * b",
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (a.data * b, b.data * a))",
        ],
        "power_sign": ["def multiply(a, b):\n    return Node(a.data ^ b.data, (a, b), (b.data, a.data))"],
        "no_order": [
            "def multiply(a, b):\n    return Node(a.data * b.data, {a, b}, (b.data, a.data))",
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), {b.data, a.data})",
        ],
        "parents_no_nodes": [
            'def multiply(a, b):\n    return Node(a.data * b.data, ("a", "b"), (b.data, a.data))'
        ],
        "gradient_set": [
            "def multiply(a, b):\n    c = Node(a.data * b.data, (a, b), (b.data, a.data))\n    c.gradient = 1.0\n    return c"
        ],
        "data_touched": [
            "def multiply(a, b):\n    a.data *= b.data\n    return Node(a.data, (a, b), (b.data, a.data))"
        ],
        "example_slopes": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (3.0, 2.0))"],
        "b_like_add": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (b.data, 1.0))"],
        "a_like_add": ["def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (1.0, a.data))"],
        "wrong_value": [
            "def multiply(a, b):\n    return Node(a.data * b.data, (a, b), (b.data, 2 * a.data))",
            "def multiply(a, b):\n    return Node(a.data * b.data + 1, (a, b), (b.data, a.data))",
        ],
    },
    check=node_check(
        lambda a, b: (a * b, b, a),
        arguments=("a", "b"),
        cases=lambda rng: [(2.0, 3.0), (-1.0, 4.0), (0.5, 0.0), *uniform(rng, 2)],
        mistakes={
            "own_number": Mistake(
                lambda a, b: (a * b, a, b),
                "For 2 * 3 your node says: slope {got[1]} for a and {got[2]} for b. If a grows from 2 to 3, the product grows from 6 to "
                "9. Whose number is that growth?",
            ),
            "like_add": Mistake(
                lambda a, b: (a * b, 1, 1),
                "For 2 * 3 your node says: slopes 1 and 1, as for a sum. But if a grows from 2 to 3, the product grows from 6 to 9.",
            ),
            "example_slopes": Mistake(
                lambda a, b: (a * b, 3, 2),
                "For 2 * 3 your slopes are right, but for -1 * 4 they are 3 and 2 as well. If a grows from -1 to 0 there, by how much does the "
                "product grow?",
            ),
            "b_like_add": Mistake(
                lambda a, b: (a * b, b, 1),
                "For 2 * 3 your node says: slope 3 for a, which is right, and 1 for b. If b grows from 3 to 4, by how much does the product grow?",
            ),
            "a_like_add": Mistake(
                lambda a, b: (a * b, 1, a),
                "For 2 * 3 your node says: slope 2 for b, which is right, and 1 for a. If a grows from 2 to 3, by how much does the product grow?",
            ),
            "product_as_slope": Mistake(
                lambda a, b: (a * b, a * b, a * b),
                "For 2 * 3 your node says: slopes 6 and 6, the product itself. If a grows from 2 to 3, the product grows from 6 to 9.",
            ),
            "both_b": Mistake(
                lambda a, b: (a * b, b, b),
                "For 2 * 3 your node says: slope 3 for both. For a that is right. If b grows from 3 to 4, by how much does the product grow?",
            ),
            "both_a": Mistake(
                lambda a, b: (a * b, a, a),
                "For 2 * 3 your node says: slope 2 for both. For b that is right. If a grows from 2 to 3, by how much does the product grow?",
            ),
            "both_the_sum": Mistake(
                lambda a, b: (a * b, a + b, a + b),
                "For 2 * 3 your node says: slope 5 for both, what they contribute together. Asked is one slope for each, while the other stands still.",
            ),
            "negated": Mistake(
                lambda a, b: (a * b, -b, -a),
                "For 2 * 3 your node says: slopes -3 and -2. Does the product *fall* when a grows from 2 to 3? (The minus of going "
                "downhill comes with the step, not here.)",
            ),
            "added": Mistake(
                lambda a, b: (a + b, b, a),
                "For 2 and 3 the `data` of your node is 5: that is the sum. The slopes are those of a product.",
            ),
            "add_copied": Mistake(
                lambda a, b: (a + b, 1, 1),
                "For 2 and 3 your node is that of `add`: data 5, slopes 1 and 1. Both the number and the slopes are others for a product.",
            ),
            "zero_slopes": Mistake(
                lambda a, b: (a * b, 0, 0),
                "For 2 * 3 your node says: slopes 0 and 0. `.gradient` is still 0 on the way forward; it is filled in later. A slope is "
                "made of the numbers themselves.",
            ),
        },
        success="Each factor's slope is the *other* factor. In a neuron: the slope for a weight is its input.",
    ),
    hints=(
        "`add` above is the pattern: the same three things, other numbers.",
        "Let a grow by 1 while b stands still: how much more is the product? Now b, while a stands still.",
        "def multiply(a, b):\n    return Node(a.data ___ b.data, parents=(a, b), slopes=(___, ___))",
    ),
)
