"""Each distinct look of a cell becomes one entry of the workbook's style table, made on first use."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray

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
        self._tables: dict[str, Any] = vars(book)
        self._numbers: dict[Style, int] = {}
        self._parts: dict[int, int] = {}

    def number(self, style: Style) -> int:
        """The index of a style in the file's table."""
        found = self._numbers.get(style)
        if found is None:
            found = self._numbers[style] = self._made(style)
        return found

    def _made(self, style: Style) -> int:
        look = StyleArray()
        look.fontId = self._part(
            "_fonts", font(style.size, style.is_bold, LINK if style.is_link else style.ink, style.is_link)
        )
        look.fillId = self._part("_fills", _fill(style.fill)) if style.fill else 0
        look.borderId = self._part("_borders", _border(style.edges, style.edge, style.line or style.ink))
        look.alignmentId = self._part(
            "_alignments", _alignment(style.align, style.upright, style.is_wrapped, style.indent)
        )
        cell = Cell(self._sheet, row=1, column=1, style_array=look)
        cell.number_format = style.format
        cell.quotePrefix = style.is_quoted
        return int(cell.style_id)

    def _part(self, table: str, part: object) -> int:
        """The index of a part of looks, each of which is one object: openpyxl would compare all of its fields."""
        found = self._parts.get(id(part))
        if found is None:
            found = self._parts[id(part)] = self._tables[table].add(part)
        return found


@cache
def font(size: float, is_bold: bool = False, ink: str = INK, is_link: bool = False) -> Font:
    """The one font of the workbook."""
    made = Font(name=FONT, family=_MODERN, charset=_JAPANESE, sz=size, b=is_bold, color=f"FF{ink}")
    if is_link:
        made.u = "single"
    return made


@cache
def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=f"FF{colour}", bgColor=f"FF{colour}")


@cache
def _alignment(across: str, upright: str, is_wrapped: bool, indent: int) -> Alignment:
    return Alignment(horizontal=across, vertical=upright, wrap_text=is_wrapped, indent=indent)


@cache
def _side(line: Line, colour: str) -> Side:
    return Side(style=line, color=f"FF{colour}")


@cache
def _border(edges: Edges, edge: Line, ink: str) -> Border:
    rule, none, bar = _side("thin", RULE), Side(), _side(edge, ink)
    if edges == "under":
        return Border(bottom=_side("medium", QUIET))
    left = {
        "grid": rule,
        "bar-left": bar,
        "bar-single": bar,
        "axis": _side("hair", "D9DEE5"),
        "year": _side("thin", "8C96A3"),
        "today": _side("mediumDashed", TODAY),
    }.get(edges, none)
    right = {"grid": rule, "bar-right": bar, "bar-single": bar}.get(edges, none)
    level = bar if edges.startswith("bar") else rule if edges != "none" else none
    return Border(left=left, right=right, top=level, bottom=level)
