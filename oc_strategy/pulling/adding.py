"""New rows: nodes that come into the project, and records that come into a list of a node's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from oc_strategy.importers.xlsx import Content
from oc_strategy.lang import section_label, text
from oc_strategy.loading.reading import is_id
from oc_strategy.model.diagnostic import Place
from oc_strategy.model.steering import Project
from oc_strategy.pulling.checked import mistakes, wrong_with
from oc_strategy.pulling.grid import ReadRow
from oc_strategy.pulling.links import named_in
from oc_strategy.pulling.merging import given, put
from oc_strategy.pulling.naming import proposed_id
from oc_strategy.pulling.ours import Path, class_of, value_at
from oc_strategy.pulling.plan import Problem, Step
from oc_strategy.pulling.rows import Found
from oc_strategy.pulling.setting import Setting
from oc_strategy.pulling.texts import tidy
from oc_strategy.pulling.wrong import Wrong
from oc_strategy.yamlediting import Change, Put, applied

_TREATMENTS: Final = "treatments"


def new_ids(found: Found, taken: Mapping[str, object]) -> Iterator[tuple[ReadRow, str | Problem]]:
    """For each new row of a table of nodes the id it gives or is proposed, or why it can have none."""
    section, known = found.table.section or "", dict(taken)
    for name, row in found.rows:
        if name is None and found.fields.keys() & {f for f, column in found.fields.items() if column in row.cells}:
            spot = found.read.spot(row.row, found.keys.get("id", 1))
            given_id = str(row.cells.get(found.keys.get("id", 0), "")).strip()
            if given_id and (not is_id(given_id) or given_id.startswith("-")):
                yield row, Problem(spot, text("pull.wrong.bad-id", value=given_id))
            elif given_id in known:
                yield row, Problem(spot, text("pull.wrong.id-taken", id=given_id))
            else:
                title = str(row.cells.get(found.fields.get("title", 0), ""))
                known[given_id or (given_id := proposed_id(title, section, known))] = section
                yield row, given_id


def node_added(at: Setting, found: Found, row: ReadRow, node_id: str) -> Iterator[Step | Problem]:
    """The node that a new row is, or what is wrong in its cells."""
    section = found.table.section or ""
    kind = class_of(section)
    changes, problems = _values(at, found, row, section, (), {}, kind)
    yield from problems
    if problems or not changes:
        return
    values = applied({}, changes)
    if wrong := mistakes(kind, node_id, values):
        yield Problem(found.read.spot(row.row, found.keys.get("id", 1)), wrong[0].message)
        return
    yield Step(
        kind="new",
        key=node_id,
        spot=found.read.spot(row.row, found.keys.get("id", 1)),
        place=file_for(at, section),
        what=text("pull.new-node", kind=text(f"sections_one.{section}"), id=node_id),
        before=None,
        after=_row_words(found, row),
        changes=(Put((section, node_id), values),),
    )


def record_added(at: Setting, found: Found, row: ReadRow, counts: dict[Path, int]) -> Iterator[Step | Problem]:
    """The record that a new row is; `counts` has how many records each list has by now."""
    section, container = found.table.records or ("", "")
    node_id = _node_of(at, found, row)
    spot = found.read.spot(row.row, found.keys.get("of") or found.keys.get("option") or min(row.cells))
    if node_id is None or node_id not in at.loaded.own:
        yield Problem(spot, text("pull.wrong.no-owner", kind=section_label(section)))
        return
    path = _path_of(at, found, row, node_id, container, counts)
    if isinstance(path, Wrong):
        yield Problem(spot, path.said)
        return
    raw = at.loaded.places.raw(node_id)
    kind = class_of(section)
    changes, problems = _values(at, found, row, section, path, raw, kind)
    yield from problems
    if problems or not changes:
        return
    values = value_at(applied(raw, changes), path)
    if (bad := wrong_with(kind, node_id, raw, [Put(path, values)])) is not None:
        yield Problem(spot, bad.said)
        return
    above: Path = () if section == Project.section else (section, node_id)
    yield Step(
        kind="new",
        key="/".join(str(step) for step in (node_id, *path)),
        spot=spot,
        place=at.loaded.places.of(node_id, path[:1]),
        what=text("pull.new-record", id=node_id, list=text(_list_label(section, container))),
        before=None,
        after=_row_words(found, row),
        changes=(Put((*above, *path), values),),
    )


def _list_label(section: str, container: str) -> str:
    return "tables.titles.stages" if container == "treatments.stages" else f"fields.{section}.{container}"


def _values(
    at: Setting, found: Found, row: ReadRow, section: str, path: Path, raw: Any, kind: Any
) -> tuple[list[Change], list[Problem]]:
    """What the cells of a new row put, the paths beginning at the node, and what is wrong in them."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for field, column in found.fields.items():
        content = row.cells.get(column)
        if content is None:
            continue
        asked = at.asked_of_new(section, path, field)
        value = given(content, asked)
        if isinstance(value, Wrong):
            problems.append(Problem(found.read.spot(row.row, column), value.said))
        else:
            changes += put(raw, kind, asked, value)
    return changes, problems


def _node_of(at: Setting, found: Found, row: ReadRow) -> str | None:
    """The node that a new record is of: named in its row, or the project itself."""
    section, _ = found.table.records or ("", "")
    if section == Project.section:
        return at.loaded.project.id
    content = row.cells.get(found.keys.get("of") or found.keys.get("option") or 0)
    return _one(at, content, (section,))


def _one(at: Setting, content: Content | None, sections: tuple[str, ...]) -> str | None:
    named = named_in(str(content or ""), at.names, sections, (), is_both=False)
    return named.ids[0] if len(named.ids) == 1 else None


def _path_of(
    at: Setting, found: Found, row: ReadRow, node_id: str, container: str, counts: dict[Path, int]
) -> Path | Wrong:
    """Where the record goes: behind the last one of its list, or under the output that it treats."""
    head: Path = (container,)
    if container.startswith(_TREATMENTS):
        output = _one(at, row.cells.get(found.keys.get("output", 0)), ("outputs",))
        if output is None:
            return Wrong(text("pull.wrong.no-owner", kind=section_label("outputs")))
        head = (_TREATMENTS, output)
        is_there = value_at(at.loaded.places.raw(node_id), head) is not None
        if container == _TREATMENTS:
            return Wrong(text("pull.wrong.row-twice", id=f"{node_id}/{output}")) if is_there else head
        head = (*head, "stages")
    there = value_at(at.loaded.places.raw(node_id), head)
    key = (node_id, *head)
    number = counts.get(key, len(there) if isinstance(there, list) else 0)
    counts[key] = number + 1
    return (*head, number)


def _row_words(found: Found, row: ReadRow) -> str:
    cells = (
        row.cells[column] for column in sorted({*found.keys.values(), *found.fields.values()}) if column in row.cells
    )
    return " | ".join(tidy(str(cell)).replace("\n", " / ") for cell in cells)


def file_for(at: Setting, section: str) -> Place:
    """The file for a new node of a section: where its last node stands, else the project's own file."""
    standing = [at.loaded.places.of(i) for i in at.loaded.own if at.loaded.graph.nodes[i].section == section]
    if standing:
        return max(standing, key=lambda place: (place.file, place.line))
    own = at.loaded.places.of(at.loaded.project.id)
    return Place(PurePosixPath(own.file).as_posix(), own.line, own.column)
