"""Which way each arrow of a board goes: found by Graphviz once, then drawn as it is in every format."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from typing import TypeVar

from oc_strategy.exporters.diagrams.board_dot import Board, Ways
from oc_strategy.exporters.diagrams.labels import dot_quoted
from oc_strategy.exporters.diagrams.renderers import Renderer
from oc_strategy.exporters.diagrams.rendering import Drawing, NotDrawn, Source, render

_RIM = 1.0
"""Points by which the curves may leave the room that Graphviz says they take."""
Point = tuple[float, float]
Room = tuple[float, float, float, float]
"""From left and bottom to right and top, in points."""
K = TypeVar("K", bound=Hashable)


def with_ways(boards: Mapping[K, Board], timeout: float, renderer: Renderer | None) -> Mapping[K, str | NotDrawn]:
    """For each board its DOT text in which everything has its place, or why there is none."""
    mazes = {key: Source(board.maze(), "maze") for key, board in boards.items() if board.arrows}
    found = render(mazes, ("json0",), timeout, renderer)
    return {key: _source(board, found.get(key)) for key, board in boards.items()}


def _source(board: Board, layout: Drawing | None) -> str | NotDrawn:
    if isinstance(layout, NotDrawn):
        return layout
    return board.source(_ways_in(layout["json0"]) if layout else {})


def _ways_in(layout: bytes) -> Ways:
    """What a layout as JSON says of each arrow: its way, and the place of its words where it has some."""
    found = json.loads(layout)
    left, low, right, high = map(float, found["bb"].split(","))
    ways = {}
    for edge in found.get("edges", ()):
        way = _within(edge["pos"], (left - _RIM, low - _RIM, right + _RIM, high + _RIM))
        words = f", lp={dot_quoted(edge['lp'])}" if edge.get("lp") else ""
        ways[edge["id"]] = f"pos={dot_quoted(way)}{words}"
    return ways


def _within(way: str, room: Room) -> str:
    """The same curve in pieces whose control points lie in the room that it takes.

    Graphviz leaves room for the control points, too, though no line gets there.
    """
    ends = [point for point in way.split() if point[0] in "se"]
    first, *others = [_point(point) for point in way.split() if point[0] not in "se"]
    curve = [first]
    for at in range(0, len(others), 3):
        curve += _pieces((curve[-1], *others[at : at + 3]), room)
    return " ".join([*ends, *(f"{x:.2f},{y:.2f}" for x, y in curve)])


def _pieces(curve: tuple[Point, ...], room: Room, most: int = 5) -> list[Point]:
    """A cubic curve halved (de Casteljau) until all lies in the room; its points but the first."""
    left, low, right, high = room
    if not most or all(left <= x <= right and low <= y <= high for x, y in curve):
        return list(curve[1:])
    a, b, c, d = curve
    ab, bc, cd = _middle(a, b), _middle(b, c), _middle(c, d)
    abc, bcd = _middle(ab, bc), _middle(bc, cd)
    middle = _middle(abc, bcd)
    return [
        *_pieces((a, ab, abc, middle), room, most - 1),
        *_pieces((middle, bcd, cd, d), room, most - 1),
    ]


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _point(words: str) -> Point:
    x, y = words.split(",")
    return float(x), float(y)
