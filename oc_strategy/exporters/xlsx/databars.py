"""Bars inside cells that show their number on a scale, as Excel and LibreOffice draw them."""

from __future__ import annotations

from oc_strategy.exporters.xlsx.canvas import Canvas, ref
from oc_strategy.exporters.xlsx.layout import Span
from oc_strategy.exporters.xlsx.palette import BAR
from oc_strategy.tables.sheet import Table


def add_bars(canvas: Canvas, table: Table, places: list[Span], top: int) -> None:
    """The bars of a table whose headings stand in row `top` and that ends above the next row.

    The scale is written in, not taken from the cells: bars of two tables can be compared, and one row alone has no
    full bar.
    """
    for column, (first, _) in zip(table.columns, places, strict=True):
        if column.bar is not None:
            low, high = column.bar
            cells = f"{ref(top + 1, first)}:{ref(canvas.row - 1, first)}"
            ends = "".join(f'<cfvo type="num" val="{end:g}"/>' for end in (low, high))
            canvas.bars.append(
                f'<conditionalFormatting sqref="{cells}"><cfRule type="dataBar" priority="{len(canvas.bars) + 1}">'
                f'<dataBar minLength="0" maxLength="100">{ends}<color rgb="FF{BAR}"/></dataBar></cfRule>'
                "</conditionalFormatting>"
            )
