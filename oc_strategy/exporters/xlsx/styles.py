"""Each distinct look of a cell becomes one entry of the workbook's style table, made on first use."""

from __future__ import annotations

from typing import Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from oc_strategy.exporters.xlsx.palette import INK, LINK, QUIET, RULE, TODAY

FONT = "Yu Gothic"
"""On Windows and Mac with every Office; elsewhere replaced by another Japanese font, for which the charset asks."""
_JAPANESE = 128
_MODERN = 3

Line = Literal["thin", "medium", "mediumDashed", "dashed", "dotted", "hair"]
Edges = Literal["none", "grid", "under", "bar-left", "bar", "bar-right", "bar-single", "axis", "year", "today", "level"]


class Style(NamedTuple):
    """All that a cell's look depends on; colours as RRGGBB, sizes in points."""

    size: float = 10
    is_bold: bool = False
    ink: str = INK
    fill: str | None = None
    edges: Edges = "none"
    edge: Line = "thin"
    line: str | None = None
    """The colour of the borders of bars; without it that of the ink."""
    align: Literal["general", "left", "center", "right"] = "left"
    upright: Literal["top", "center", "bottom"] = "top"
    is_wrapped: bool = True
    indent: int = 0
    format: str = "General"
    is_link: bool = False
    is_quoted: bool = False


class Styles:
    """The style table of one workbook: numbers for styles."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = book.worksheets[0]
        self._numbers: dict[Style, int] = {}

    def number(self, style: Style) -> int:
        """The index of a style in the file's table."""
        found = self._numbers.get(style)
        if found is None:
            found = self._numbers[style] = self._made(style)
        return found

    def _made(self, style: Style) -> int:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = font(style.size, style.is_bold, LINK if style.is_link else style.ink, style.is_link)
        if style.fill:
            cell.fill = PatternFill("solid", fgColor=f"FF{style.fill}", bgColor=f"FF{style.fill}")
        cell.border = _border(style)
        cell.alignment = Alignment(
            horizontal=style.align, vertical=style.upright, wrap_text=style.is_wrapped, indent=style.indent
        )
        cell.number_format = style.format
        cell.quotePrefix = style.is_quoted
        return int(cell.style_id)


def font(size: float, is_bold: bool = False, ink: str = INK, is_link: bool = False) -> Font:
    """The one font of the workbook."""
    made = Font(name=FONT, family=_MODERN, charset=_JAPANESE, sz=size, b=is_bold, color=f"FF{ink}")
    if is_link:
        made.u = "single"
    return made


def _side(line: Line, colour: str) -> Side:
    return Side(style=line, color=f"FF{colour}")


def _border(style: Style) -> Border:
    rule, none = _side("thin", RULE), Side()
    bar = _side(style.edge, style.line or style.ink)
    year, today = _side("thin", "8C96A3"), _side("mediumDashed", TODAY)
    faint = _side("hair", "D9DEE5")
    left, right = {
        "none": (none, none),
        "grid": (rule, rule),
        "under": (none, none),
        "bar-left": (bar, none),
        "bar": (none, none),
        "bar-right": (none, bar),
        "bar-single": (bar, bar),
        "axis": (faint, none),
        "year": (year, none),
        "today": (today, none),
        "level": (none, none),
    }[style.edges]
    if style.edges == "under":
        return Border(bottom=_side("medium", QUIET))
    level = bar if style.edges.startswith("bar") else rule if style.edges != "none" else none
    return Border(left=left, right=right, top=level, bottom=level)
