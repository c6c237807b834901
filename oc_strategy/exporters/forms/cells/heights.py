"""Rows made as tall as the texts that came into them."""

from __future__ import annotations

import math

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import tag
from oc_strategy.exporters.forms.cells.places import corners, split
from oc_strategy.exporters.forms.cells.styling import Styles
from oc_strategy.exporters.xlsx.measuring import TALLEST_ROW, height_of, lines_in

_HEIGHT, _WIDTH = 18.75, 8.43
Area = tuple[int, int, int, int]


class Grid:
    """The widths of a sheet's columns and the heights of its rows, in the units of a workbook."""

    def __init__(self, root: _Element) -> None:
        usual = root.find(tag("sheetFormatPr"))
        self._height = float(usual.get("defaultRowHeight", _HEIGHT)) if usual is not None else _HEIGHT
        self._width = float(usual.get("defaultColWidth", _WIDTH)) if usual is not None else _WIDTH
        self._columns = [
            (int(c.get("min", "1")), int(c.get("max", "1")), float(c.get("width", self._width)), c.get("hidden") == "1")
            for c in root.iterfind(f"{tag('cols')}/{tag('col')}")
        ]
        self._rows = {int(row.get("r", "0")): row for row in root.iterfind(f"{tag('sheetData')}/{tag('row')}")}
        self._merged = [corners(m.get("ref", "")) for m in root.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}")]

    def area(self, row: int, column: int) -> Area:
        """The cells that a cell is merged with."""
        here = (m for m in self._merged if m[0] <= row <= m[2] and m[1] <= column <= m[3])
        return next(here, (row, column, row, column))

    def width(self, first: int, last: int) -> float:
        """Half-width letters in these columns."""
        return sum(self._column(column) for column in range(first, last + 1))

    def height(self, first: int, last: int) -> float:
        """Points of these rows."""
        return sum(self._row(row) for row in range(first, last + 1))

    def raise_to(self, row: int, points: float) -> None:
        """Make a row at least so tall."""
        if row in self._rows and points > self._row(row):
            self._rows[row].set("ht", f"{min(points, TALLEST_ROW):g}")
            self._rows[row].set("customHeight", "1")

    def _column(self, column: int) -> float:
        for first, last, width, hidden in self._columns:
            if first <= column <= last:
                return 0.0 if hidden else width
        return self._width

    def _row(self, row: int) -> float:
        found = self._rows.get(row)
        if found is not None and found.get("hidden") == "1":
            return 0.0
        return float(found.get("ht", self._height)) if found is not None else self._height


def make_room(root: _Element, texts: dict[tuple[int, int], str], styles: Styles) -> None:
    """Raise each row to what its filled cells need; what a merged cell needs beyond its rows is shared among them."""
    grid = Grid(root)
    looks = {split(c.get("r", "")): int(c.get("s", "0")) for c in root.iter(tag("c"))}
    needs = [(grid.area(*place), words, looks.get(place, 0)) for place, words in texts.items()]
    for (top, left, bottom, right), words, style in sorted(needs, key=lambda need: need[0][2] - need[0][0]):
        if words and styles.is_wrapped(style):
            size = styles.size(style)
            needed = height_of(0, size) + _points(words, grid.width(left, right), size)
            missing = needed - grid.height(top, bottom)
            rows = bottom - top + 1
            for row in range(top, bottom + 1) if missing > 0 else ():
                grid.raise_to(row, math.ceil(grid.height(row, row) + missing / rows))


def _points(words: str, width: float, size: float) -> float:
    """Points of so many lines, however many; a row has its own limit."""
    return lines_in(words, max(width - 1.5, 1.0), size) * (height_of(1, size) - height_of(0, size))
