"""Bars inside cells that show their number on a scale, and arrows, as Excel and LibreOffice draw them."""

from __future__ import annotations

from typing import Final

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.layout import Span
from oc_strategy.exporters.xlsx.palette import BAR
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.tables.sheet import Table

_LEVELS: Final = '<cfvo type="percent" val="0"/><cfvo type="num" val="0"/><cfvo type="num" val="0" gte="0"/>'
"""Up above 0, level at 0, down below it."""


def add_bars(canvas: Canvas, table: Table, places: list[Span], top: int) -> None:
    """The bars of a table whose headings stand in row `top` and that ends above the next row.

    The scale is written in, not taken from the cells: bars of two tables can be compared, and one row alone has no
    full bar.
    """
    for column, (first, _) in zip(table.columns, places, strict=True):
        cells = f"{ref(top + 1, first)}:{ref(canvas.row - 1, first)}"
        if column.bar is not None:
            ends = "".join(f'<cfvo type="num" val="{end:g}"/>' for end in column.bar)
            bar = f'<dataBar minLength="0" maxLength="100">{ends}<color rgb="FF{BAR}"/></dataBar>'
            canvas.bars.append(_drawn(canvas, cells, "dataBar", bar))
        if column.is_trend:
            canvas.bars.append(_drawn(canvas, cells, "iconSet", f'<iconSet iconSet="3Arrows">{_LEVELS}</iconSet>'))


def _drawn(canvas: Canvas, cells: str, kind: str, inner: str) -> str:
    rule = f'<cfRule type="{kind}" priority="{len(canvas.bars) + 1}">{inner}</cfRule>'
    return f'<conditionalFormatting sqref="{cells}">{rule}</conditionalFormatting>'
