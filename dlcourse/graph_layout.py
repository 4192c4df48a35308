"""Where the nodes of a computation graph stand: layers, the order within each, and places. Draws nothing.

Every node stands one layer before the earliest node that uses it, so inputs are on one side and the result is alone on
the other. The order within a layer follows the barycentre method of Sugiyama, Tagawa and Toda (IEEE Transactions on
Systems, Man, and Cybernetics 11, 1981, pages 109 to 125).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

BEND = 0.4  # room that an edge takes as it passes a layer; a node takes 1
LEAF = 0.05  # how much a leaf's wish weighs against a computed node's

Way = tuple[int, int, int]  # from this node to that one, where it is the operand number so-and-so


def layers(parents: list[tuple[int, ...]]) -> list[int]:
    """Return each node's layer: one before the earliest node that uses it; the root, the last node, has the last."""
    back = [0] * len(parents)
    for child in reversed(range(len(parents))):
        for parent in parents[child]:
            back[parent] = max(back[parent], back[child] + 1)
    return [max(back) - steps for steps in back]


def places(layer: list[int], ways: list[Way]) -> tuple[dict[int, float], list[list[float]]]:
    """Return the place of each node, and of each way's bends in the layers that it passes.

    Points are nodes (their index) and bends (way, layer). Each round sorts the layers by the mean of their neighbours,
    forwards and backwards; the order with the fewest crossings is kept and then pulled straight.
    """
    rows: list[list[Any]] = [[] for _ in range(max(layer) + 1)]
    links: list[tuple[Any, Any]] = []
    for number, (parent, child, _) in enumerate(ways):
        stops = [parent, *((number, at) for at in range(layer[parent] + 1, layer[child])), child]
        links += list(pairwise(stops))
    for point in dict.fromkeys(stop for link in links for stop in link) if links else [0]:
        rows[point[1] if isinstance(point, tuple) else layer[point]].append(point)
    before: dict[Any, list[Any]] = {point: [] for row in rows for point in row}
    after: dict[Any, list[Any]] = {point: [] for row in rows for point in row}
    for start, end in links:
        after[start].append(end)
        before[end].append(start)
    best = [list(row) for row in rows]
    for turn in range(12):
        for row in rows[1:] if turn % 2 else rows[-2::-1]:
            spot = {point: k for other in rows for k, point in enumerate(other)}
            near = before if turn % 2 else after
            row.sort(key=lambda p: _mean([spot[n] for n in near[p]], spot[p]))
        if _crossings(rows, after) < _crossings(best, after):
            best = [list(row) for row in rows]
    spot = _straighten(best, before, after)
    bends: list[list[float]] = [[] for _ in ways]
    for row in best:
        for point in row:
            if isinstance(point, tuple):
                bends[point[0]].append(spot[point])
    return {p: at for p, at in spot.items() if not isinstance(p, tuple)}, bends


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(rows: list[list[Any]], after: dict[Any, list[Any]]) -> int:
    count = 0
    for row, following in pairwise(rows):
        spot = {point: k for k, point in enumerate(following)}
        ends = [sorted(spot[p] for p in after[point]) for point in row]
        seen: list[int] = []
        for mine in ends:
            count += sum(1 for end in mine for other in seen if other > end)
            seen += mine
    return count


def _straighten(
    rows: list[list[Any]], before: dict[Any, list[Any]], after: dict[Any, list[Any]]
) -> dict[Any, float]:
    """Return places, from 0 up, that keep each row's order and distances and are as near their neighbours' as can be.

    Leaves weigh little: they make room for the chain of computed nodes, which so becomes straight.
    """
    weight = {point: 1.0 if before[point] else LEAF for point in before}
    spot: dict[Any, float] = {}
    for row in rows:
        offsets = _offsets(row)
        spot |= {p: at - offsets[-1] / 2 for p, at in zip(row, offsets, strict=True)}
    for turn in range(40):
        for row in rows if turn % 2 else rows[::-1]:
            wished = []
            for point in row:
                near = before[point] + after[point]
                total = sum(weight[n] for n in near)
                wished.append(sum(weight[n] * spot[n] for n in near) / total if near else spot[point])
            spot |= dict(zip(row, _apart(wished, [weight[p] for p in row], _offsets(row)), strict=True))
    lowest = min(spot.values())
    return {point: round(at - lowest, 3) for point, at in spot.items()}


def _offsets(row: list[Any]) -> list[float]:
    """Return where the points of a row would stand, each as near to the last as is allowed."""
    size = [BEND if isinstance(point, tuple) else 1.0 for point in row]
    places = [0.0]
    for last, this in pairwise(size):
        places.append(places[-1] + (last + this) / 2)
    return places


def _apart(wished: list[float], weights: list[float], offsets: list[float]) -> list[float]:
    """Return the places nearest to `wished` (weighted least squares) that keep the order and the distances of `offsets`.

    Without the offsets the places need only not decrease: pooling neighbours that would, into their mean, does it.
    """
    pools: list[list[float]] = []  # weight times place, weight, count
    for wish, weight, offset in zip(wished, weights, offsets, strict=True):
        pools.append([weight * (wish - offset), weight, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            last = pools.pop()
            pools[-1] = [mine + other for mine, other in zip(pools[-1], last, strict=True)]
    level = [total / weight for total, weight, count in pools for _ in range(int(count))]
    return [at + offset for at, offset in zip(level, offsets, strict=True)]


def port(ways: list[Way], bends: list[list[float]], place: dict[int, float], number: int) -> tuple[int, int]:
    """Return the way's port at its child, and how many there are: in the order in which the edges come in."""
    mine = [k for k, way in enumerate(ways) if way[1] == ways[number][1]]
    mine.sort(key=lambda k: (bends[k][-1] if bends[k] else place[ways[k][0]], ways[k][2]))
    return mine.index(number), len(mine)
