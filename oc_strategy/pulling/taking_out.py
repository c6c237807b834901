"""Rows that are no longer in a workbook: nodes and records that somebody deleted there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from oc_strategy.lang import text
from oc_strategy.model.steering import Project
from oc_strategy.pulling.ours import Path, steps_of, value_at, yaml_path
from oc_strategy.pulling.plan import Problem, Step
from oc_strategy.pulling.rows import Found
from oc_strategy.pulling.setting import Setting
from oc_strategy.yamlediting import Drop


def deleted(at: Setting, tables: Sequence[Found], today: Mapping[str, str]) -> Iterator[Step | Problem]:
    """A step for each row that every table which would show it lacks; a table that is gone itself deletes nothing."""
    shown: dict[str, bool] = {}
    for found in tables:
        expected = {row.id for row in found.table.rows if row.id}
        present = set(_present(found))
        for name, now in today.items():
            if now in expected:
                shown[name] = shown.get(name, False) or name in present
    gone = [name for name, is_there in shown.items() if not is_there]
    nodes = {name for name in gone if not steps_of(name)[1]}
    for name in gone:
        if name in nodes or name.partition("/")[0] not in nodes:
            yield _taken_out(at, name, today[name])


def _present(found: Found) -> Iterable[str]:
    """The rows that are there, those included that are reported."""
    yield from (name for name, _ in found.rows if name)
    column = found.keys.get("id")
    for row in found.read.rows:
        yield row.id or ""
        yield str(row.cells.get(column, "")).strip() if column else ""


def _taken_out(at: Setting, name: str, now: str) -> Step | Problem:
    node_id, path = steps_of(now)
    node = at.loaded.graph.nodes[node_id]
    whole = at.in_full(node_id, path) if path else path
    if value_at(node, whole) != value_at(at.seen.get(node_id), path):
        return Problem(None, text("pull.wrong.row-withheld", id=now))
    above: Path = () if node.section == Project.section else (node.section, node_id)
    is_same = dict(at.record.marks[name]) == dict(at.ours.marks.get(now, {}))
    return Step(
        kind="deleted" if is_same else "conflict",
        key=now,
        spot=None,
        place=at.loaded.places.of(node_id, whole or None),
        what=text("pull.deleted-row", id=now),
        before=at.say(node.name()) if not path else now,
        after=None,
        changes=(Drop((*above, *yaml_path(type(node), whole))),),
    )
