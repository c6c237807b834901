"""The place of each box of a board in its row, where arrows are short and, as far as can be, upright."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import permutations

from oc_strategy.exporters.diagrams.board import Arrows, Band, Frame

Near = Mapping[int, list[int]]
"""For each box the boxes at the other ends of its arrows."""


def placed(found: list[Band], arrows: Arrows) -> list[Band]:
    """The same frames with a place for each box: band by band, in each frame from the lowest row up."""
    known: dict[int, float] = {}
    near: defaultdict[int, list[int]] = defaultdict(list)
    for source, target in arrows:
        near[source].append(target)
        near[target].append(source)
    return [list(_placed(band, near, known)) for band in found]


def _placed(band: Band, near: Near, known: dict[int, float]) -> Iterator[Frame]:
    """The frames of a band; notes each place in `known`, too, as a part of the width of the page."""
    left, width = 0, sum(frame.columns for frame in band)
    for frame in band:
        at: dict[int, float] = {}
        for row in reversed(frame.rows):
            ends = {b: [known[end] * width - left for end in near.get(b, ()) if end in known] for b in row}
            at |= _nearest(row, frame.columns, ends)
            known |= {box: (left + at[box]) / width for box in row}
        yield Frame(frame.group, frame.rows, at)
        left += frame.columns


def _nearest(row: tuple[int, ...], columns: int, ends: Mapping[int, list[float]]) -> dict[int, float]:
    """The places of a row (at most seven boxes) from which the ways to all of `ends` are shortest, else its middle."""
    indent = (columns - len(row)) / 2
    middle = [indent + at + 0.5 for at in range(len(row))]
    choices = [middle] if not indent else [middle, [at + 0.5 for at in range(columns)]]
    ways = {
        (box, place): sum(abs(place - end) for end in ends[box]) for box in row for some in choices for place in some
    }
    orders = (order for some in choices for order in permutations(some, len(row)))
    # Rounded, for sums of the same ways in another order differ in the last digit.
    best = min(orders, key=lambda order: round(sum(ways[pair] for pair in zip(row, order, strict=True)), 6))
    return dict(zip(row, best, strict=True))
