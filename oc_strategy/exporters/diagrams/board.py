"""Which boxes of a board stand together: frames across a landscape page, in each what guards its boxes above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, product

from oc_strategy.exporters.diagrams.words import drawn_arrows
from oc_strategy.views.view import Group, View

BETWEEN = 30.0
"""Points between two rows of a frame, enough for an arrow to be seen."""
_COLUMNS, _MOST_COLUMNS = 6, 7
_READABLE = 25
"""Up to so many boxes the words can still be read where the page is 25 cm wide; more boxes get one column more."""
Arrows = list[tuple[int, int]]
"""Arrows as the numbers of their source and target boxes."""
Rows = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Boxes (by number) in rows below the title of their group; no group for boxes that belong to none."""

    group: Group | None
    rows: Rows
    at: Mapping[int, float] = field(default_factory=dict)
    """For each box the middle of its place from the left edge, in columns of the frame; empty until it has a place."""

    @property
    def columns(self) -> int:
        """The boxes of its widest row."""
        return max(len(row) for row in self.rows)


Band = list[Frame]
"""Frames from left to right across the page."""


def arrows_of(view: View) -> Arrows:
    """The drawn arrows of a view."""
    return [(source, target) for source, target, _ in drawn_arrows(view)]


def bands(view: View, tall: Sequence[float]) -> list[Band]:
    """The frames of the page from top to bottom; `tall` has the height of each box in points."""
    arrows, limit = arrows_of(view), _COLUMNS if len(view.boxes) <= _READABLE else _MOST_COLUMNS
    home = _homes(view, arrows)
    found: list[Band] = []
    for groups in _neighbours(view, home):
        levels = [_levels([box for box, at in home.items() if at == group], view, arrows) for group in groups]
        widths = _widths(levels, limit, tall)
        found.append([Frame(g, _cut(of, width)) for g, of, width in zip(groups, levels, widths, strict=True)])
    return _merged(found)


def _homes(view: View, arrows: Arrows) -> dict[int, Group | None]:
    """The group of each box; a box without one stands with the first that it points to, however many arrows away."""
    groups = {group.id: group for group in view.groups}
    home = {number: groups[box.group] for number, box in enumerate(view.boxes) if box.group in groups}
    while True:
        found = {source: home[target] for source, target in reversed(arrows) if source not in home and target in home}
        if not found:
            return {number: home.get(number) for number in range(len(view.boxes))}
        home |= found


def _neighbours(view: View, home: Mapping[int, Group | None]) -> list[list[Group | None]]:
    """The groups that have boxes, those side by side together; boxes that have no group stand above all others."""
    used = {group.id for group in home.values() if group}
    drawn = [group for group in view.groups if group.id in used]
    rows = [list[Group | None](groups) for _, groups in groupby(drawn, lambda group: group.row or f"\n{group.id}")]
    return [[None], *rows] if None in home.values() else rows


def _levels(members: list[int], view: View, arrows: Arrows) -> list[list[int]]:
    """The boxes from top to bottom: guards of guards, guards, what is guarded, what leads on to another frame."""
    named = {group.id for group in view.groups}
    guards = [box for box in members if view.boxes[box].group not in named]
    first = {source for source, target in arrows if source in guards and target in guards}
    guarded = {target for source, target in arrows if source in guards}
    leading = {source for source, target in arrows if target not in members}
    inner = {target for source, target in arrows if source in members and source not in guards}
    rest = sorted(set(members).difference(guards), key=lambda b: (b not in guarded, b in inner, b in leading, b))
    levels = [box for box in guards if box in first], [box for box in guards if box not in first], rest
    return [level for level in levels if level]


def _widths(frames: list[list[list[int]]], limit: int, tall: Sequence[float]) -> list[int]:
    """The columns of each frame, as many together as the page bears, so that the highest frame is as low as can be."""
    spare = max(limit - len(frames), 0)
    tables = [[_height(levels, width, tall) for width in range(1, spare + 2)] for levels in frames]
    choices = (more for more in product(range(spare + 1), repeat=len(frames)) if sum(more) <= spare)
    best = min(choices, key=lambda more: (max(t[m] for t, m in zip(tables, more, strict=True)), sum(more)))
    return [more + 1 for more in best]


def _height(levels: list[list[int]], width: int, tall: Sequence[float]) -> float:
    return sum(max(tall[box] for box in row) + BETWEEN for row in _cut(levels, width))


def _cut(levels: list[list[int]], width: int) -> Rows:
    return tuple(tuple(level[at : at + width]) for level in levels for at in range(0, len(level), width))


def _merged(found: list[Band]) -> list[Band]:
    """Bands of one row each that fit beside one another become one, as long as that leaves more than one band."""
    widest = max((sum(frame.columns for frame in band) for band in found), default=0)
    merged: list[Band] = []
    for band in found:
        both = [*merged[-1], *band] if merged else []
        fits = all(len(frame.rows) == 1 for frame in both) and sum(frame.columns for frame in both) <= widest
        if both and fits and len(found) > 2:
            merged[-1] = both
        else:
            merged.append(band)
    return merged
