"""The still picture of a computation graph: nothing overlaps, everything is said, shared nodes are drawn once."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from graphs_to_draw import SMALL, line, network, random_graph, shared
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import FancyBboxPatch, PathPatch

from dlcourse import plots
from dlcourse.graphs import read
from dlcourse.scratch import Value

GRAPHS = {name: make() for name, make in SMALL.items()} | {
    f"random {seed}": random_graph(seed, 9) for seed in range(4)
}


def parts(figure):
    """The boxes, edges and texts of a picture, in pixels: (left, bottom, right, top)."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    axes = figure.axes[0]
    boxes = [p.get_window_extent(renderer).extents for p in axes.patches if isinstance(p, FancyBboxPatch)]
    edges = [p for p in axes.patches if type(p) is PathPatch]
    texts = [(text.get_gid(), text.get_window_extent(renderer).extents) for text in axes.texts]
    return np.array(boxes), edges, texts, renderer


def meet(a, b, room: float = 0.0) -> bool:
    return a[0] < b[2] + room and b[0] < a[2] + room and a[1] < b[3] + room and b[1] < a[3] + room


def texts(figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


@pytest.mark.parametrize(
    ("show", "direction"),
    [("names", None), ("values", "right"), ("gradients", "down"), ("gradients", "right")],
)
@pytest.mark.parametrize("name", GRAPHS)
def test_nothing_overlaps_and_all_text_is_inside(name: str, show: str, direction: str | None) -> None:
    root = GRAPHS[name]
    root.zero_gradients()
    root.backward()
    figure = plots.graph(root, show=show, direction=direction)
    boxes, edges, written, _ = parts(figure)
    drawn = read(root)
    assert len(boxes) == len(root.nodes())
    assert len(edges) == len(drawn.edges)
    assert len(written) == len(boxes) * (1 + ["names", "values", "gradients"].index(show))
    for a, b in combinations(boxes, 2):
        assert not meet(a, b, room=8)
    for _, place in written:
        inside = [
            b for b in boxes if b[0] < place[0] and place[2] < b[2] and b[1] < place[1] and place[3] < b[3]
        ]
        assert len(inside) == 1
    for (_, a), (_, b) in combinations(written, 2):
        assert not meet(a, b)
    wide, tall = figure.get_size_inches() * figure.dpi
    assert (boxes[:, :2] > 0).all()
    assert (boxes[:, 2] < wide).all()
    assert (boxes[:, 3] < tall).all()


@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("name", GRAPHS)
def test_no_edge_runs_through_a_box(name: str, direction: str) -> None:
    figure = plots.graph(GRAPHS[name], direction=direction)
    boxes, edges, _, _ = parts(figure)
    for edge in edges:
        path = edge.get_transform().transform_path(edge.get_path()).interpolated(1)
        points = path.to_polygons(closed_only=False)[0] if len(path.vertices) else []
        for left, bottom, right, top in boxes + np.array([2, 2, -2, -2]):
            x, y = np.array(points).T
            assert not ((x > left) & (x < right) & (y > bottom) & (y < top)).any()


@pytest.mark.parametrize("name", ["line", "shared", "network"])
def test_slopes_cover_no_box_and_no_other_slope(name: str) -> None:
    root = SMALL[name]()
    for direction in ("right", "down"):
        boxes, _, written, _ = parts(plots.graph(root, slopes=True, direction=direction))
        labels = [place for kind, place in written if kind == "slope"]
        assert len(labels) == len(read(root).edges)
        for a, b in combinations(labels, 2):
            assert not meet(a, b)
        for label in labels:
            assert not any(meet(label, box) for box in boxes)


def test_a_node_used_twice_is_one_box_with_two_lines() -> None:
    x = Value(3, "x")
    figure = plots.graph(x * x, slopes=True)
    boxes, edges, _, _ = parts(figure)
    assert (len(boxes), len(edges)) == (2, 2)
    assert texts(figure).count("× 3") == 2
    starts = {tuple(edge.get_path().vertices[0].round(3)) for edge in edges}
    ends = {tuple(edge.get_path().vertices[-1].round(3)) for edge in edges}
    assert (len(starts), len(ends)) == (1, 2)


def test_inputs_are_left_of_what_uses_them_and_the_result_is_last() -> None:
    for root in GRAPHS.values():
        drawn = read(root)
        assert all(drawn.nodes[edge.parent].layer < drawn.nodes[edge.child].layer for edge in drawn.edges)
        last = [node for node in drawn.nodes if node.layer == drawn.layers - 1]
        assert last == [drawn.nodes[-1]]


def test_a_plain_chain_is_straight() -> None:
    places = {node.name: node.place for node in read(line()).nodes}
    computed = [places[name] for name in ("z", "y", "e", "L")]
    assert max(computed) - min(computed) < 0.5


def test_what_is_shown_is_what_the_values_hold() -> None:
    root = line()
    names, values = (set(texts(plots.graph(root, show=show))) for show in ("names", "values"))
    assert names == {"w", "x", "b", "t", "z = w × x", "y = z + b", "e = y − t", "L = e ** 2"}
    assert values - names == {"1", "2", "3", "4", "5", "6", "7"}
    root.backward()
    shown = texts(plots.graph(root, show="gradients", slopes=True))
    for text in ("gradient 12", "gradient 8", "gradient −4", "gradient 1", "× −1"):
        assert text in shown


def test_the_words_name_values_gradients_and_what_is_shared() -> None:
    root = shared()
    root.backward()
    figure = plots.graph(root, show="gradients")
    data, metadata = figure._repr_mimebundle_()
    alt = metadata["image/png"]["alt"]
    assert data["text/plain"] == f"[picture: {alt}]"
    for part in ("x = 3", "n1 = x × x = 9", "y = n1 + n2 = 15", "Used more than once: x", "x 8"):
        assert part in alt
    assert "radient" not in plots.graph(root).alt_text
    assert "9" not in plots.graph(root, show="names").alt_text


def test_names_can_be_given_and_weights_have_their_colour() -> None:
    from dlcourse.colours import ROLES

    w, x = Value(2), Value(3)
    figure = plots.graph(w * x, names={w: "w", x: "x"}, weights=["w"], title="One weight")
    assert {"w", "x", "result = w × x", "One weight"} <= set(texts(figure))
    colours = [patch.get_facecolor()[:3] for patch in figure.axes[0].patches]
    from matplotlib.colors import to_rgb

    assert [colours.count(to_rgb(ROLES[role])) for role in ("weights", "inputs", "activations")] == [1, 1, 1]


def test_a_wide_graph_is_drawn_downwards_so_that_its_text_stays_readable() -> None:
    for root in (network(), line(), shared()):
        for show, slopes in (("values", False), ("gradients", True)):
            figure = plots.graph(root, show=show, slopes=slopes)
            assert figure.get_size_inches()[0] <= 10
            assert min(text.get_fontsize() for text in figure.axes[0].texts) >= 11


@pytest.mark.parametrize(
    ("given", "options", "said"),
    [
        (3.0, {}, "a Value of dlcourse.scratch, got 3.0"),
        (network(6), {}, "a picture stays readable up to 40"),
        (line(), {"show": "all"}, "show must be one of 'names', 'values', 'gradients', got 'all'"),
        (line(), {"direction": "up"}, "direction must be 'right' or 'down', got 'up'"),
    ],
)
def test_says_what_it_got_instead(given, options, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        plots.graph(given, **options)
