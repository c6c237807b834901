"""A table: one heading row, one row a node; on a sheet of data a real Excel table with filters and drop-downs."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo

from oc_strategy.exporters.xlsx.canvas import FIRST, ID_COLUMN, Canvas
from oc_strategy.exporters.xlsx.cells import fill_across, put_across
from oc_strategy.exporters.xlsx.choosing import add_choices
from oc_strategy.exporters.xlsx.databars import add_bars
from oc_strategy.exporters.xlsx.headings import draw_sentence, draw_title, remember
from oc_strategy.exporters.xlsx.layout import Span
from oc_strategy.exporters.xlsx.lists import IDS
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.names import table_name, unique_headings
from oc_strategy.exporters.xlsx.palette import DEEP, WHITE
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.exporters.xlsx.values import SIGNED, linked_if_short, put_value, toned
from oc_strategy.tables.returning import EMPTY, STATED, TABLE, table_key
from oc_strategy.tables.sheet import Column, Row, Table, Value

HEADING = Style(size=9, is_bold=True, ink=WHITE, fill=DEEP, edges="grid", upright="center")
_BODY = Style(edges="grid", upright="center")
_KINDS = {
    "text": _BODY._replace(format="@"),
    "number": _BODY._replace(align="right", indent=1),
    "percent": _BODY._replace(align="right", indent=1, format="0%"),
    "date": _BODY._replace(size=9, align="center"),
    "id": _BODY._replace(size=9, format="@"),
    "signed": _BODY._replace(align="center", format=SIGNED),
}
_FILTER_BUTTON = 8.0
"""Points below a heading, where the button stands that opens its filter."""
_SHORT = 3
"""Letters that never need a second line."""
_SMALL = 1000


class _Look(NamedTuple):
    """How the cells of a column look, where they stand, how wide they are, and what joins two languages in them."""

    style: Style
    place: Span
    width: float
    joint: str


def draw_table(canvas: Canvas, table: Table) -> None:
    """Draw a table; the hidden column beside it has the id of each row, and the table's name at the headings."""
    draw_title(canvas, table.title)
    canvas.tables += 1
    name = f"{TABLE} {table_key(canvas.key, canvas.tables)}"
    places = _places(canvas, table)
    top = canvas.row
    headings = draw_headings(canvas, [canvas.shared.say(c.title) for c in table.columns], places)
    remember(canvas, top, name)
    if not table.rows:
        remember(canvas, canvas.row, EMPTY)
        draw_sentence(canvas, table.empty)
        return
    looks = [
        _Look(_style(table, index), place, canvas.width(*place), _joint(column))
        for index, (column, place) in enumerate(zip(table.columns, places, strict=True))
    ]
    for row in table.rows:
        _draw_row(canvas, row, looks)
        if row.id:
            remember(canvas, canvas.row, row.id)
            canvas.places.setdefault(row.id, ref(canvas.row, FIRST))
        elif table.records:
            remember(canvas, canvas.row, STATED)
        canvas.row += 1
        canvas.finish()
    add_bars(canvas, table, places, top)
    add_choices(canvas, table, places, top)
    if not canvas.layout.is_form:
        _frame(canvas, [name, *headings], top)


def draw_headings(canvas: Canvas, headings: list[str], places: list[Span]) -> list[str]:
    """One row of column headings; returns them as written."""
    headings = unique_headings(headings)
    button = 0 if canvas.layout.is_form else _FILTER_BUTTON
    style = HEADING if canvas.layout.is_form else HEADING._replace(upright="top")
    for heading, place in zip(headings, places, strict=True):
        put_across(canvas, canvas.row, place, heading, style)
        lines = lines_in(heading, canvas.width(*place), HEADING.size)
        canvas.raise_to(canvas.row, height_of(lines, HEADING.size) + button)
    canvas.row += 1
    return headings


def _places(canvas: Canvas, table: Table) -> list[Span]:
    if canvas.layout.is_form:
        return canvas.spans([float(c.width) for c in table.columns])
    return [(FIRST + n, FIRST + n) for n in range(len(table.columns))]


def _style(table: Table, index: int) -> Style:
    """The look of a column: numbers of few digits stand in its middle, others at its right."""
    kind = table.columns[index].kind
    if kind != "number":
        return _KINDS[kind]
    is_small = all(_is_small(row.cells[index].value) for row in table.rows)
    return _BODY._replace(align="center") if is_small else _KINDS[kind]


def _is_small(value: Value) -> bool:
    return not isinstance(value, int | float) or (abs(value) < _SMALL and value == round(value))


def _draw_row(canvas: Canvas, row: Row, looks: list[_Look]) -> None:
    depth, lines = row.depth, 1
    for cell, (style, place, width, joint) in zip(row.cells, looks, strict=True):
        if depth and style.format == "@" and style.size == _BODY.size:
            style, depth = style._replace(indent=min(15, 2 * depth)), 0
        if cell.link is not None:
            cell = linked_if_short(canvas, cell, width, style.size)
        words = put_value(canvas, canvas.row, place[0], cell, style, joint)
        if place[1] > place[0]:
            fill_across(canvas, canvas.row, place, toned(style, cell))
        if len(words) > _SHORT or "\n" in words:
            lines = max(lines, lines_in(words, width - 2 * style.indent, style.size))
    canvas.raise_to(canvas.row, height_of(lines))


def _joint(column: Column) -> str:
    """Words of a closed list stand in one line, just as the drop-down offers them."""
    return " / " if column.choices and not column.choices.startswith(IDS) else "\n"


def _frame(canvas: Canvas, names: list[str], top: int) -> None:
    """Make the rows an Excel table that takes the hidden column along, so that sorting keeps ids with their rows."""
    cells = f"{ref(top, ID_COLUMN)}:{ref(canvas.row - 1, ID_COLUMN + len(names) - 1)}"
    title = table_name(canvas.key, next(canvas.shared.table_numbers))
    frame = ExcelTable(displayName=title, ref=cells, autoFilter=AutoFilter(ref=cells))
    frame.tableColumns = [TableColumn(id=1, name=names[0])]
    frame.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    canvas.sheet.add_table(frame)
    canvas.frames.append(names)
