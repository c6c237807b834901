"""Tables and forms found again on the sheets of a workbook, wherever they were moved and however they were sorted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from oc_strategy.importers.xlsx import Content, ReadBook, ReadSheet, address
from oc_strategy.tables.returning import EMPTY, FIELD, STATED, TABLE, TITLE

_MARKED: Final = re.compile(rf"({TABLE}|{TITLE}|{EMPTY}|{STATED}|{FIELD})(?: (\S+))?")
Cells = Mapping[int, Content]


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a workbook as people name it."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{address(self.row, self.column)}"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a table: the id hidden beside it, if any, and what stands in its cells by column."""

    row: int
    id: str | None
    cells: Cells
    is_empty: bool = False
    """Whether it is the place where a table without rows says so."""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table by its name: where its headings stand, what they say, and its rows from top to bottom."""

    key: str
    sheet: str
    top: int
    headings: Cells
    rows: tuple[ReadRow, ...]

    def spot(self, row: int, column: int) -> Spot:
        """A cell of the sheet it stands on."""
        return Spot(self.sheet, row, column)


@dataclass(frozen=True, slots=True)
class ReadField:
    """A line of a form: the field, and all that stands in its row."""

    field: str
    sheet: str
    row: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Grid:
    """All tables and lines of forms of a workbook."""

    tables: tuple[ReadTable, ...]
    fields: tuple[ReadField, ...]


def grid_of(book: ReadBook) -> Grid:
    """What of ours stands on the sheets of a workbook."""
    tables: list[ReadTable] = []
    fields: list[ReadField] = []
    for sheet in book.sheets:
        column = _hidden_column(sheet)
        if column is not None:
            tables += _tables(sheet, column)
            fields += _fields(sheet, column)
    return Grid(tuple(tables), tuple(fields))


def _hidden_column(sheet: ReadSheet) -> int | None:
    """The column with our names; it is the first one, unless somebody put others before it."""
    found = (column for cells in sheet.rows.values() for column, it in cells.items() if _marked(it))
    return next(found, None)


def _marked(content: Content | None) -> re.Match[str] | None:
    return _MARKED.fullmatch(content) if isinstance(content, str) else None


def _tables(sheet: ReadSheet, column: int) -> Iterator[ReadTable]:
    open_table: ReadTable | None = None
    rows: list[ReadRow] = []
    for number, cells in sorted(sheet.rows.items()):
        marked = _marked(cells.get(column))
        others = {place: content for place, content in cells.items() if place != column}
        if marked and marked[1] == STATED:
            continue
        if marked is None or marked[1] == EMPTY:
            hidden = cells.get(column)
            rows.append(ReadRow(number, str(hidden) if hidden and not marked else None, others, bool(marked)))
            continue
        if open_table is not None:
            yield _closed(open_table, rows)
        rows = []
        open_table = ReadTable(marked[2] or "", sheet.name, number, others, ()) if marked[1] == TABLE else None
    if open_table is not None:
        yield _closed(open_table, rows)


def _closed(table: ReadTable, rows: list[ReadRow]) -> ReadTable:
    return ReadTable(table.key, table.sheet, table.top, table.headings, tuple(row for row in rows if row.cells))


def _fields(sheet: ReadSheet, column: int) -> Iterator[ReadField]:
    for number, cells in sorted(sheet.rows.items()):
        marked = _marked(cells.get(column))
        if marked is not None and marked[1] == FIELD and marked[2]:
            others = {place: content for place, content in cells.items() if place != column}
            yield ReadField(marked[2], sheet.name, number, others)
