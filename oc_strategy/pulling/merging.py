"""One cell held against what was written into it and against what the project says now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from oc_strategy.importers.xlsx import Content, Fault, Formula
from oc_strategy.importers.xlsx.sheets import Plain
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.pulling.asked import Asked
from oc_strategy.pulling.checked import wrong_with
from oc_strategy.pulling.grid import Spot
from oc_strategy.pulling.ours import Path, steps_of, value_at, yaml_path
from oc_strategy.pulling.plan import Problem, Step
from oc_strategy.pulling.setting import Setting
from oc_strategy.pulling.texts import tidy
from oc_strategy.pulling.values import said_in, value_of
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import CUT, mark, said
from oc_strategy.yamlediting import Change, Drop, Put, Value
from oc_strategy.yamlediting.changes import plain

_NOTHING = mark("")


def shown_words(content: Content | None, asked: Asked) -> str:
    """What a cell says; of a formula, what it was worked out to be. A fault says itself."""
    plain_content = content.shown if isinstance(content, Formula) else content
    if isinstance(plain_content, Fault):
        return plain_content.code
    return said_in(plain_content, asked) if plain_content is not None else ""


def merged(
    at: Setting, row_id: str, today: str, field: str, label: Text, content: Content | None, spot: Spot
) -> Step | Problem | None:
    """What a cell of a row asks for; None where it says what was written, or what the project says by now.

    `row_id` is the row as it was written, `today` what it is called now.
    """
    base = at.record.marks.get(row_id, {}).get(field)
    if base is None or base == CUT:
        return None
    node_id, path = steps_of(today)
    asked = at.asked(node_id, path, field)
    cell = at.ours.cells[today, field]
    theirs, now = mark(shown_words(content, asked)), mark(said(cell, at.say))
    if theirs in {base, now}:
        return None
    changes = _changes(at, node_id, asked, content)
    if isinstance(changes, Wrong):
        return Problem(spot, changes.said)
    if not changes:
        return None
    return Step(
        kind="change" if now == base else "conflict",
        key=f"{today}.{field}",
        spot=spot,
        place=at.loaded.places.of(node_id, asked.path),
        what=text("pull.field", id=today, label=label),
        before=_cell_words(at, cell.value),
        after=None if content is None else tidy(str(content.shown if isinstance(content, Formula) else content)),
        changes=changes,
    )


def _cell_words(at: Setting, value: Any) -> str | None:
    if value is None:
        return None
    return tidy(at.say(value)) if isinstance(value, Text) else str(value)


def _changes(at: Setting, node_id: str, asked: Asked, content: Content | None) -> tuple[Change, ...] | Wrong:
    """What to change in the file, from its top; nothing where the text says this already."""
    node = at.loaded.graph.nodes[node_id]
    if asked.is_withheld:
        return wrong("withheld")
    value = None if content is None else given(content, asked)
    if isinstance(value, Wrong):
        return value
    raw = at.loaded.places.raw(node_id)
    inner = emptied(raw, type(node), asked) if value is None else put(raw, type(node), asked, value)
    if isinstance(inner, Wrong):
        return inner
    if (bad := wrong_with(type(node), node_id, raw, inner)) is not None:
        return bad
    above: Path = () if node.section == "project" else (node.section, node_id)
    return tuple(_below(above, change) for change in inner)


def given(content: Content, asked: Asked) -> Value | Wrong:
    """The value that a cell gives, unless it is a fault or a formula."""
    if isinstance(content, Fault):
        return wrong("fault", code=content.code)
    if isinstance(content, Formula):
        return wrong("formula")
    found: Plain = content
    return value_of(found, asked)


def put(raw: Any, kind: Any, asked: Asked, value: Value) -> Sequence[Change]:
    """Have a value; the paths begin at the node."""
    is_answer = isinstance(value, dict) and "not_applicable" in value
    path = yaml_path(kind, asked.path[:1] if is_answer or asked.answer else asked.path)
    if asked.answer and not is_answer and len(asked.path) > 1:
        value = {str(yaml_path(kind, asked.path)[-1]): value}
    if plain(value) == plain(value_at(raw, path)):
        return ()
    short = value_at(raw, path[:-1]) if len(path) > 1 else None
    if isinstance(short, str):
        # A treatment that is a bare mode becomes a mapping.
        return (Put((*path[:-1], "mode"), short), Put(path, value)) if path[-1] != "mode" else (Put(path, value),)
    return (Put(path, value),)


def emptied(raw: Any, kind: Any, asked: Asked) -> Sequence[Change] | Wrong:
    """Have nothing; what the audience does not see of a list stays."""
    hidden = [item for item in asked.value or () if item not in (asked.shown or ())] if asked.shape.is_many else []
    path = yaml_path(kind, asked.path[:1] if asked.answer else asked.path)
    there = value_at(raw, path)
    if hidden:
        return _without_shown(path, there, asked)
    holder = value_at(raw, path[:-1]) if len(path) > 1 else None
    if there is None:
        return _bare(path, holder)
    if isinstance(holder, dict) and len(holder) == 1 and len(path) == 2:
        return (Drop(path[:1]),)
    return (Drop(path),)


def _bare(path: Path, holder: Any) -> Sequence[Change] | Wrong:
    """Nothing stands there: the mode of a treatment in short form, or a value of the catalog's."""
    return (Put(path[:-1], {}),) if isinstance(holder, str) else wrong("from-catalog", value="")


def _without_shown(path: Path, there: Any, asked: Asked) -> Sequence[Change]:
    shown = tuple(asked.shown)
    if isinstance(there, dict):
        return (Put(path, {key: item for key, item in there.items() if key not in shown}),)
    return (Put(path, [item for item in there if item not in shown]),)


def _below(above: Path, change: Change) -> Change:
    return Put((*above, *change.path), change.value) if isinstance(change, Put) else Drop((*above, *change.path))
