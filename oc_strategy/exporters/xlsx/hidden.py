"""The sheets nobody reads: lists behind the drop-downs, and what was written, for the way back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from openpyxl import Workbook as ExcelBook
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from oc_strategy import __version__
from oc_strategy.exporters.xlsx import lists
from oc_strategy.exporters.xlsx.canvas import Canvas, Shared
from oc_strategy.exporters.xlsx.cells import put_text
from oc_strategy.exporters.xlsx.cleaning import CELL_LIMIT, units
from oc_strategy.exporters.xlsx.layout import Layout
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.tables.returning import CUT, RECORD, SCHEMA, mark, said, written
from oc_strategy.tables.sheet import Workbook

_PLAIN = Style(size=9, is_wrapped=False, format="@")


def draw_lists(excel: ExcelBook, shared: Shared) -> Canvas:
    """The hidden sheet of lists, one column each, and a defined name for each."""
    canvas = _hidden_sheet(excel, shared, lists.SHEET, "hidden")
    for column, (name, entries) in enumerate(shared.lists.made.items(), 1):
        put_text(canvas, 1, column, name, _PLAIN)
        for row, entry in enumerate(entries, 2):
            put_text(canvas, row, column, entry, _PLAIN)
        if entries:
            letter = ref(1, column)[:-1]
            cells = f"{quote_sheetname(lists.SHEET)}!${letter}$2:${letter}${len(entries) + 1}"
            excel.defined_names[name] = DefinedName(name, attr_text=cells)
    return canvas


def draw_record(excel: ExcelBook, book: Workbook, shared: Shared) -> Canvas:
    """The very hidden sheet: what made the book and for whom, then for each row the mark of each field as written."""
    canvas = _hidden_sheet(excel, shared, RECORD, "veryHidden")
    facts = (
        ("schema", SCHEMA),
        ("tool", f"oc-strategy {__version__}"),
        ("book", book.key),
        ("as-of", book.as_of.isoformat()),
        ("audience", book.audience),
        ("languages", " ".join(shared.languages)),
        ("id", "fields"),
    )
    for pair in chain(facts, _marks(book, shared)):
        for column, words in enumerate(pair, 1):
            put_text(canvas, canvas.row, column, words, _PLAIN)
        canvas.row += 1
        canvas.finish()
    return canvas


def _marks(book: Workbook, shared: Shared) -> Iterator[tuple[str, str]]:
    """For each row id its fields with their marks, such as `title=1f0c9a2b44 kind=`; CUT for one that did not fit."""
    rows: dict[str, dict[str, str]] = {}
    for row_id, field, cell in written(book):
        words = said(cell, partial(shared.say, is_whole=True))
        is_cut = len(words) * 2 > CELL_LIMIT and units(words) > CELL_LIMIT
        rows.setdefault(row_id, {}).setdefault(field, CUT if is_cut else mark(words))
    return ((i, " ".join(f"{field}={made}" for field, made in rows[i].items())) for i in sorted(rows))


def _hidden_sheet(excel: ExcelBook, shared: Shared, name: str, state: str) -> Canvas:
    sheet = excel.create_sheet(name)
    sheet.sheet_state = state
    return Canvas(name, sheet, Layout((30.0, 70.0), 100.0, 2, 2), shared)
