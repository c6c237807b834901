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
from oc_strategy.yamlediting.changes import plain

_TREATMENTS: Final = "treatments"


def new_ids(at: Setting, found: Found, taken: Mapping[str, object]) -> Iterator[tuple[ReadRow, str | Problem]]:
    """For each new row of a table of nodes the id it gives or is proposed, or why it can have none.

    A row that was taken before, when this workbook was pulled the first time, is no new one.
    """
    section, known = found.table.section or "", dict(taken)
    came = [i for i in at.loaded.own if at.loaded.graph.nodes[i].section == section and i not in at.record.marks]
    for name, row in found.rows:
        if name is None and row.cells.keys() & set(found.fields.values()):
            given_id = str(row.cells.get(found.keys.get("id", 0), "")).strip()
            is_same = [i for i in came if given_id in {"", i} and _says(at, found, row, at.loaded.places.raw(i))]
            if is_same:
                came.remove(is_same[0])
                continue
            outcome = _id_for(found, row, given_id, known)
            if isinstance(outcome, str):
                known[outcome] = section
            yield row, outcome


def _id_for(found: Found, row: ReadRow, given_id: str, known: Mapping[str, object]) -> str | Problem:
    spot = found.read.spot(row.row, found.keys.get("id", 1))
    if given_id and (not is_id(given_id) or given_id.startswith("-")):
        return Problem(spot, text("pull.wrong.bad-id", value=given_id))
    if given_id in known:
        return Problem(spot, text("pull.wrong.id-taken", id=given_id))
    title = str(row.cells.get(found.fields.get("title", 0), ""))
    return given_id or proposed_id(title, found.table.section or "", known)


def _says(at: Setting, found: Found, row: ReadRow, raw: Any) -> bool:
    """Whether a node of the text says just what a new row says."""
    section = found.table.section or ""
    changes, problems = _values(at, found, row, section, (), {}, class_of(section))
    return not problems and plain(applied({}, changes)) == plain(raw if isinstance(raw, dict) else {})


def node_added(at: Setting, found: Found, row: ReadRow, node_id: str) -> Iterator[Step | Problem]:
    """The node that a new row is, or what is wrong in its cells."""
    section = found.table.section or ""
    kind = class_of(section)
    changes, problems = _values(at, found, row, section, (), {}, kind)
    yield from problems
    if problems or not changes:
        return
    values = applied({}, changes)
    spot = found.read.spot(row.row, found.keys.get("id", 1))
    if wrong := mistakes(kind, node_id, values):
        yield Problem(spot, wrong[0].message)
        return
    what = text("pull.new-node", kind=text(f"sections_one.{section}"), id=node_id)
    put_there = Put((section, node_id), values)
    yield Step("new", node_id, spot, file_for(at, section), what, None, _row_words(found, row), (put_there,))


def record_added(at: Setting, found: Found, row: ReadRow, counts: dict[Path, int]) -> Iterator[Step | Problem]:
    """The record that a new row is; `counts` has how many records were added to each list."""
    section, container = found.table.records or ("", "")
    node_id = _node_of(at, found, row)
    spot = found.read.spot(row.row, found.keys.get("of") or found.keys.get("option") or min(row.cells))
    if node_id is None or node_id not in at.loaded.own:
        yield Problem(spot, text("pull.wrong.no-owner", kind=section_label(section)))
        return
    path = _path_of(at, found, row, node_id, container)
    if "" in path:
        yield Problem(spot, text("pull.wrong.no-owner", kind=section_label("outputs")))
        return
    kind, raw = class_of(section), at.loaded.places.raw(node_id)
    changes, problems = _values(at, found, row, section, path, raw, kind)
    yield from problems
    if problems or not changes:
        return
    values = value_at(applied(raw, changes), path)
    there = value_at(raw, path[:-1] if isinstance(path[-1], int) else path)
    if plain(values) in _came(at, node_id, path, there):
        return
    if container == _TREATMENTS and there is not None:
        yield Problem(spot, text("pull.wrong.row-twice", id="/".join(map(str, (node_id, *path[1:])))))
    elif (bad := wrong_with(kind, node_id, raw, [Put(path, values)])) is not None:
        yield Problem(spot, bad.said)
    else:
        above: Path = () if section == Project.section else (section, node_id)
        what = text("pull.new-record", id=node_id, list=text(_list_label(section, container)))
        path = _next(node_id, path, counts)
        key, place = "/".join(str(step) for step in (node_id, *path)), at.loaded.places.of(node_id, path[:1])
        put_there = Put((*above, *path), values)
        yield Step("new", key, spot, place, what, None, _row_words(found, row), (put_there,))


def _came(at: Setting, node_id: str, path: Path, there: Any) -> list[Any]:
    """What came into a list, or under an output, since the workbook was written."""
    if not isinstance(path[-1], int):
        return [plain(there)] if there is not None else []
    head = "/".join(str(step) for step in (node_id, *path[:-1]))
    written = sum(name.rpartition("/")[0] == head for name in at.record.marks)
    return [plain(item) for item in (there or [])[written:]]


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


def _path_of(at: Setting, found: Found, row: ReadRow, node_id: str, container: str) -> Path:
    """Where the record goes: behind the last one of its list, or under the output that it treats."""
    head: Path = (container,)
    if container.startswith(_TREATMENTS):
        output = _one(at, row.cells.get(found.keys.get("output", 0)), ("outputs",))
        head = (_TREATMENTS, output or "")
        if container == _TREATMENTS:
            return head
        head = (*head, "stages")
    there = value_at(at.loaded.places.raw(node_id), head)
    return (*head, len(there) if isinstance(there, list) else 0)


def _next(node_id: str, path: Path, counts: dict[Path, int]) -> Path:
    """The path for one more record: behind those that come before it in the workbook."""
    if not isinstance(path[-1], int):
        return path
    key = (node_id, *path[:-1])
    counts[key] = counts.get(key, -1) + 1
    return (*path[:-1], path[-1] + counts[key])


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
