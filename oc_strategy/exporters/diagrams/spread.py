"""Invisible ties that keep a drawing near the shape of a page: groups one after the other, loose boxes in columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import ceil, sqrt

from oc_strategy.views.view import View

_LEAVES_IN_A_ROW = 4
_IN_A_ROW = 6
Arrows = list[tuple[int, int, int]]
"""Arrows as the numbers of source box, target box and arrow."""


def ties(view: View, arrows: Arrows) -> list[tuple[int, int]]:
    """Pairs of boxes to be set one behind the other: those of a group, or of none, that no arrow puts in order."""
    group = [box.group for box in view.boxes]
    ordered = {end for source, target, _ in arrows if group[source] == group[target] for end in (source, target)}
    linked = {end for source, target, _ in arrows for end in (source, target)}
    known = {group.id for group in view.groups}
    loose: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, name in enumerate(group):
        if number not in (ordered if name in known else linked):
            loose[name if name in known else None].append(number)
    return [tie for members in loose.values() for tie in _columns(members)]


def _columns(members: list[int]) -> list[tuple[int, int]]:
    count = len(members)
    depth = ceil(count / max(_IN_A_ROW, ceil(sqrt(count))))
    runs = [members[start : start + depth] for start in range(0, len(members), depth)]
    return [pair for run in runs for pair in pairwise(run)]


def stages(view: View) -> dict[int, int]:
    """For each box in a drawn group the place of its group; groups follow one another from top to bottom."""
    used = {box.group for box in view.boxes}
    place = {group.id: number for number, group in enumerate(g for g in view.groups if g.id in used)}
    return {number: place[box.group] for number, box in enumerate(view.boxes) if box.group in place}


def borders(stage: dict[int, int], pairs: list[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """For each group its first and its last boxes.

    `pairs` are the arrows and ties; a group whose boxes all follow one another in a circle gives all its boxes.
    """
    inside = [(a, b) for a, b in pairs if a != b and a in stage and stage[a] == stage.get(b)]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for box, at in stage.items():
        members[at].append(box)
    followed, following = {a for a, _ in inside}, {b for _, b in inside}
    return [(_without(members[at], following), _without(members[at], followed)) for at in range(len(members))]


def _without(members: list[int], others: set[int]) -> list[int]:
    return [member for member in members if member not in others] or members


def lengths(arrows: Arrows) -> dict[int, int]:
    """For arrows to many ends that have no other arrow: how many ranks each spans, so that the ends stagger."""
    degree = Counter(end for source, target, _ in arrows for end in (source, target))
    fans: defaultdict[tuple[int, bool], list[int]] = defaultdict(list)
    for source, target, number in arrows:
        if degree[target] == 1:
            fans[source, True].append(number)
        elif degree[source] == 1:
            fans[target, False].append(number)
    return {number: 1 + at % rows for fan in fans.values() for rows in [_rows(fan)] for at, number in enumerate(fan)}


def _rows(fan: list[int]) -> int:
    return ceil(len(fan) / _LEAVES_IN_A_ROW)
