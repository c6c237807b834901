"""Books of the examples and of invented texts, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from oc_strategy.checking import Settings
from oc_strategy.facts import Facts
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.portfolio import find, project_of_text
from oc_strategy.report import Report, report
from oc_strategy.tables.book import workbook
from oc_strategy.tables.sheet import Cell, Chart, Fields, Gantt, Picture, Sheet, Table, Tiles, Workbook

TODAY = date(2026, 11, 23)
SETTINGS = Settings(TODAY, Facts())
EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def report_on(example: str, audience: Confidentiality = "restricted") -> Report:
    portfolio = find(EXAMPLES / example)
    assert portfolio is not None
    return report(portfolio.load(portfolio.folders[0]), SETTINGS, audience)


@cache
def book_of(example: str, audience: Confidentiality = "restricted") -> Workbook:
    return workbook(report_on(example, audience))


def report_of_text(yaml_text: str, audience: Confidentiality = "restricted") -> Report:
    loaded = project_of_text(yaml_text)
    assert not loaded.mistakes, [m.message.en for m in loaded.mistakes]
    return report(loaded, SETTINGS, audience)


def sheet_of(book: Workbook, key: str) -> Sheet:
    return next(sheet for sheet in book.sheets if sheet.key == key)


def tables_of(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table)]


def table_of(sheet: Sheet, title: str) -> Table:
    return next(table for table in tables_of(sheet) if (table.title or sheet.title).en == title)


def cells_of(book: Workbook) -> Iterator[tuple[str | None, Cell]]:
    """Every cell with the id of its row; the project's own for a form."""
    for block in (block for sheet in book.sheets for block in sheet.blocks):
        match block:
            case Table():
                yield from ((row.id, cell) for row in block.rows for cell in row.cells)
            case Fields():
                yield from ((book.key, cell) for _, cell in block.pairs)
            case Tiles():
                yield from ((None, cell) for _, _, cells in block.tiles for cell in cells)
            case Picture() | Gantt() | Chart():
                pass


def words_of(cell: Cell) -> str:
    value = cell.value
    return value.of("en") if isinstance(value, Text) else str("" if value is None else value)


def column_of(table: Table, key: str) -> list[Cell]:
    index = [column.key for column in table.columns].index(key)
    return [row.cells[index] for row in table.rows]
