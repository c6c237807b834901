"""The rows of a sheet: cells as XML while they are drawn on, all of it packed as soon as they are finished."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import compress, decompress

from openpyxl.utils import get_column_letter

MANY = 256
"""Rows that are packed at a time."""
_LEVEL = 1
"""A fifteenth of the size is soon had; in the file they are compressed once more, and better."""

letter = get_column_letter
"""`B` for column 2."""


def ref(row: int, column: int) -> str:
    """`B4` for row 4, column 2."""
    return f"{letter(column)}{row}"


@dataclass(slots=True)
class Rows:
    """The heights of rows, and cells by row and column: of many rows only the last ones, the others are packed."""

    cells: defaultdict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    heights: dict[int, float] = field(default_factory=dict)
    _packed: list[bytes] = field(default_factory=list)
    _done: int = 0
    """The last row that is packed."""
    _last: int = 1
    _widest: int = 1

    def finish(self, end: int) -> None:
        """Pack the rows above `end`, on which nobody draws any more; few are left for another time."""
        if end - self._done > MANY:
            self._packed.append(compress(self._text(end).encode(), _LEVEL))
            self._last, self._widest = self._corner()
            self._done = end - 1
            self.cells = defaultdict(dict, {row: cells for row, cells in self.cells.items() if row >= end})

    def xml(self) -> Iterator[bytes]:
        """All rows, some at a time."""
        yield from map(decompress, self._packed)
        yield self._text(1 + max(self.cells.keys() | self.heights.keys(), default=0)).encode()

    @property
    def corner(self) -> str:
        """The cell in the last row and the last column with any."""
        return ref(*self._corner())

    def _corner(self) -> tuple[int, int]:
        return max(self.cells, default=self._last), max((self._widest, *map(max, self.cells.values())))

    def _text(self, end: int) -> str:
        assert min(self.cells, default=end) > self._done, "drawn on rows that were finished"
        rows = range(self._done + 1, end)
        return "".join([self._row(row) for row in rows if row in self.cells or row in self.heights])

    def _row(self, row: int) -> str:
        height = self.heights.get(row)
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        cells = self.cells.get(row, {})
        return f'<row r="{row}"{tall}>{"".join([cells[column] for column in sorted(cells)])}</row>'
