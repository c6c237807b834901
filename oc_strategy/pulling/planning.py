"""A workbook held against its project: the plan of what pulling it would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oc_strategy.importers.xlsx import ReadBook
from oc_strategy.lang import text
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
from oc_strategy.pulling.adding import new_ids, node_added, record_added
from oc_strategy.pulling.alignment import now_called
from oc_strategy.pulling.columns import columns_of
from oc_strategy.pulling.grid import Grid, ReadField, ReadRow, ReadTable, Spot, grid_of
from oc_strategy.pulling.merging import merged, shown_words
from oc_strategy.pulling.ours import Path, dotted, row_of, steps_of
from oc_strategy.pulling.plan import Plan, Problem, Step
from oc_strategy.pulling.record import Record
from oc_strategy.pulling.rows import Found, identified
from oc_strategy.pulling.setting import Setting, setting
from oc_strategy.pulling.taking_out import deleted
from oc_strategy.tables.returning import mark
from oc_strategy.tables.sheet import Table

_Outcome = Iterator[Step | Problem]
_New = Mapping[tuple[str, int], str | Problem]


def planned(portfolio: LoadedPortfolio, loaded: LoadedProject, book: ReadBook, record: Record) -> Plan:
    """The steps and problems of a workbook of this project; the texts must be free of mistakes."""
    at = setting(portfolio, loaded, record)
    today = now_called(record.marks, at.ours.marks, loaded.graph.nodes)
    grid = grid_of(book)
    tables = [_found(at, read, at.ours.tables[read.key], today) for read in grid.tables if read.key in at.ours.tables]
    new = _new_nodes(at, tables)
    at = at.with_new(_sections(tables, new))
    outcome: list[Step | Problem] = list(_lines(at, grid))
    counts: dict[Path, int] = {}
    for found in tables:
        outcome += found.problems
        outcome += _rows(at, found, today, new, counts)
    outcome += deleted(at, tables, today)
    outcome += _missing(at, grid)
    steps = tuple(item for item in outcome if isinstance(item, Step))
    return Plan(steps, tuple(item for item in outcome if isinstance(item, Problem)))


def _found(at: Setting, read: ReadTable, table: Table, today: Mapping[str, str]) -> Found:
    columns = columns_of(read, table, at.say)

    def marks(row: ReadRow) -> Mapping[str, str]:
        now = today.get(row.id or "")
        if now is None or row_of(table, now) is None:
            return {}
        node_id, path = steps_of(now)
        asked = {field: at.asked(node_id, path, field) for field in columns.fields}
        cells = {field: row.cells.get(column) for field, column in columns.fields.items()}
        return {field: mark(shown_words(cells[field], asked[field])) for field in asked}

    rows, problems = identified(read, table, columns.keys, at.record.marks, marks)
    return Found(read, table, columns.fields, columns.keys, rows, (*columns.problems, *problems))


def _new_nodes(at: Setting, tables: list[Found]) -> _New:
    """The ids of the nodes that come with new rows, by table and row; each section takes them on its first table."""
    taken: dict[str, object] = {**at.names.nodes, **at.record.marks}
    new: dict[tuple[str, int], str | Problem] = {}
    for found in tables:
        if found.table.section and "title" in found.fields:
            for row, given in new_ids(at, found, taken):
                new[found.read.key, row.row] = given
                if isinstance(given, str):
                    taken[given] = found
    return new


def _sections(tables: list[Found], new: _New) -> dict[str, str]:
    sections = {found.read.key: found.table.section or "" for found in tables}
    return {given: sections[key] for (key, _), given in new.items() if isinstance(given, str)}


def _lines(at: Setting, grid: Grid) -> _Outcome:
    """The fields of the project that stand on forms."""
    project = at.loaded.project.id
    for line in grid.fields:
        if line.field in at.ours.forms:
            label, _ = at.ours.forms[line.field]
            column = _label_column(line, {at.say(label), label.ja, label.en, f"{label.ja} / {label.en}"})
            if column is None:
                yield Problem(
                    Spot(line.sheet, line.row, min(line.cells, default=1)), text("pull.label-changed", label=label)
                )
                continue
            place = min((other for other in line.cells if other > column), default=column + 1)
            spot = Spot(line.sheet, line.row, place)
            outcome = merged(at, project, project, line.field, label, line.cells.get(place), spot)
            if outcome is not None:
                yield outcome


def _label_column(line: ReadField, labels: set[str | None]) -> int | None:
    return next((column for column, words in sorted(line.cells.items()) if words in labels), None)


def _rows(at: Setting, found: Found, today: Mapping[str, str], new: _New, counts: dict[Path, int]) -> _Outcome:
    for name, row in found.rows:
        if name is None:
            yield from _added(at, found, row, new, counts)
        elif name in today and row_of(found.table, today[name]):
            yield from _cells(at, found, name, today[name], row)
        elif name in at.record.marks and name not in today and _fits(found.table, name):
            yield from _gone(at, found, name, row)
        elif name in at.record.marks or not _is_shown(at, found.table, name):
            column = next(iter(found.keys.values()), min(row.cells))
            yield Problem(found.read.spot(row.row, column), text("pull.wrong.strange-row", id=name))


def _fits(table: Table, name: str) -> bool:
    """Whether a row that is gone may have stood in a table."""
    path = dotted(steps_of(name)[1])
    return path == (table.records[1] if table.records else "")


def _is_shown(at: Setting, table: Table, name: str) -> bool:
    """Whether the table shows a row that does not come back, such as a node of the catalog."""
    return row_of(table, name) is not None or name in at.names.nodes or name.partition("/")[0] in at.names.nodes


def _cells(at: Setting, found: Found, name: str, now: str, row: ReadRow) -> _Outcome:
    titles = {column.field: column.title for column in found.table.columns}
    for field, column in found.fields.items():
        spot = found.read.spot(row.row, column)
        outcome = merged(at, name, now, field, titles[field], row.cells.get(column), spot)
        if outcome is not None:
            yield outcome


def _added(at: Setting, found: Found, row: ReadRow, new: _New, counts: dict[Path, int]) -> _Outcome:
    given = new.get((found.read.key, row.row))
    if isinstance(given, Problem):
        yield given
    elif given is not None:
        yield from node_added(at, found, row, given)
    elif found.table.records:
        yield from record_added(at, found, row, counts)
    elif found.table.section and "title" not in found.fields and row.cells.keys() & set(found.fields.values()):
        column = found.keys.get("id", min(row.cells))
        yield Problem(found.read.spot(row.row, column), text("pull.wrong.add-elsewhere"))


def _gone(at: Setting, found: Found, name: str, row: ReadRow) -> _Outcome:
    """A row of something that the project has no more: only told where somebody worked on it."""
    _, path = steps_of(name)
    section = found.table.section or (found.table.records or ("",))[0]
    for field, column in found.fields.items():
        words = shown_words(row.cells.get(column), at.asked_of_new(section, path, field))
        base = at.record.marks[name].get(field)
        if base is not None and mark(words) != base:
            yield Problem(found.read.spot(row.row, column), text("pull.wrong.gone", id=name))
            return


def _missing(at: Setting, grid: Grid) -> _Outcome:
    """Tables that had rows and are not in the workbook any more."""
    there = {table.key for table in grid.tables}
    for key, table in at.ours.tables.items():
        had_rows = any(row.id in at.record.marks for row in table.rows)
        if key not in there and had_rows:
            yield Problem(
                None,
                text("pull.table-gone", title=table.title or text(f"sheets.{key.partition('.')[0]}.title")),
                is_note=True,
            )
