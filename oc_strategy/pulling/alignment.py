"""Rows as they were written, found again in the project as it is now: nodes by id, records by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from oc_strategy.model.node import Node
from oc_strategy.pulling.ours import steps_of

Marks = Mapping[str, Mapping[str, str]]
_TREATMENTS: Final = "treatments"


def now_called(base: Marks, now: Marks, nodes: Mapping[str, Node]) -> dict[str, str]:
    """For each row id of a workbook the id that the row has today; none for what is gone.

    A node that was renamed is known by its former id, a record in a list by what it says, else by its place.
    """
    former = {old: node.id for node in nodes.values() for old in node.moved_from if old not in nodes}
    lists: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for row_id in base:
        today = _renamed(row_id, former)
        if isinstance((steps_of(row_id)[1] or ("",))[-1], int):
            lists.setdefault(today.rpartition("/")[0], []).append(row_id)
        elif today in now:
            found[row_id] = today
    for container, rows in lists.items():
        found.update(_in_list(container, rows, base, now))
    return found


def _renamed(row_id: str, former: Mapping[str, str]) -> str:
    node_id, stroke, rest = row_id.partition("/")
    key, mark, inner = rest.partition("/")
    if key == _TREATMENTS:
        output, more, below = inner.partition("/stages/")
        rest = f"{key}{mark}{former.get(output, output)}{more}{below}"
    return f"{former.get(node_id, node_id)}{stroke}{rest}"


def _in_list(container: str, rows: list[str], base: Marks, now: Marks) -> Iterator[tuple[str, str]]:
    """Records that say the same, in the same place if they can; then those that are left in their places."""
    left = [row_id for row_id in now if row_id.rpartition("/")[0] == container]
    waiting: list[str] = []
    for row_id in rows:
        place = f"{container}/{row_id.rpartition('/')[2]}"
        same = [today for today in left if dict(now[today]) == dict(base[row_id])]
        if same:
            today = place if place in same else same[0]
            left.remove(today)
            yield row_id, today
        else:
            waiting.append(row_id)
    for row_id in waiting:
        place = f"{container}/{row_id.rpartition('/')[2]}"
        if place in left:
            left.remove(place)
            yield row_id, place
