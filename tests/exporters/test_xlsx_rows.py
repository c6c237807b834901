"""Rows that are packed as they come are those that they would be if all were kept."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from sample_book import TODAY, both

from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.exporters.xlsx.rows import MANY, Rows
from oc_strategy.tables.sheet import Cell, Column, Row, Sheet, Table, Workbook

COUNT = 3 * MANY + 7


def drawn(rows: Rows, numbers: range, widths: dict[int, int]) -> None:
    """Two cells a row, written from right to left; some rows have only a height, some nothing."""
    for row in numbers:
        if row % 5:
            rows.cells[row] |= {column: f"<c r={row}/{column}/>" for column in (2 + widths.get(row, 0), 1)}
        if row % 7:
            rows.heights[row] = row / 2


@given(
    widths=st.dictionaries(st.integers(1, COUNT), st.integers(1, 40), max_size=3),
    ends=st.lists(st.integers(1, COUNT + 1), max_size=30).map(sorted),
)
def test_it_does_not_matter_when_rows_are_finished(widths: dict[int, int], ends: list[int]) -> None:
    kept, packed = Rows(), Rows()
    drawn(kept, range(1, COUNT + 1), widths)
    for start, end in zip([1, *ends], [*ends, COUNT + 1], strict=True):
        drawn(packed, range(start, end), widths)
        packed.finish(end)
    assert b"".join(packed.xml()) == b"".join(kept.xml())
    assert packed.corner == kept.corner


def test_of_many_rows_few_are_kept() -> None:
    rows = Rows()
    for row in range(1, 10 * MANY):
        rows.cells[row][1] = "<c/>"
        rows.finish(row + 1)
        assert len(rows.cells) <= MANY


def test_nothing_is_drawn_on_a_row_that_is_finished() -> None:
    rows = Rows()
    drawn(rows, range(1, COUNT + 1), {})
    rows.finish(COUNT + 1)
    rows.cells[3][1] = "<c/>"
    with pytest.raises(AssertionError, match="finished"):
        list(rows.xml())


def test_a_long_table_comes_back_whole_with_what_stands_below_it() -> None:
    columns = (Column("id", both("ID", "ID")), Column("next", both("次", "Next"), kind="number"))
    ids = [f"n{number}" for number in range(COUNT)]
    rows = tuple(Row((Cell(i, link=i), Cell(number)), i) for number, i in enumerate(ids))
    long, short = (Table(columns, some, both("無", "None"), both(t, t)) for t, some in (("L", rows), ("S", rows[:1])))
    sheet = Sheet(1, "long", both("長い表", "Long"), both("目的", "Purpose"), (long, short))
    book = Workbook("demo", both("例", "Demo"), TODAY, "internal", (sheet,))
    written = load_workbook(BytesIO(workbook_bytes(book, ("en",), {})))["01 Long"]
    values = [tuple(cell.value for cell in row) for row in written.iter_rows(max_col=3)]
    first = values.index((ids[0], ids[0], 0))
    assert values[first : first + COUNT] == [(i, i, number) for number, i in enumerate(ids)]
    assert values[-1] == (ids[0], ids[0], 0)
    assert written.dimensions == f"A1:C{len(values)}"
    last = written.cell(first + COUNT, 2).hyperlink
    assert last is not None
    assert last.location == f"'01 Long'!B{first + COUNT}"
