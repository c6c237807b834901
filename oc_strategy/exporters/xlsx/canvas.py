"""One worksheet while its blocks are drawn on it from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from openpyxl.worksheet.worksheet import Worksheet

from oc_strategy.exporters.xlsx.fitting import PADDING
from oc_strategy.exporters.xlsx.layout import Layout, Span, spans
from oc_strategy.exporters.xlsx.lists import Lists
from oc_strategy.exporters.xlsx.rows import Rows, ref
from oc_strategy.exporters.xlsx.styles import Styles
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.returning import in_languages

ID_COLUMN = 1
FIRST = 2
"""The first column that is seen; the one before it is hidden and holds the row's id."""
_MOST_SAID = 8192
"""Texts whose words are kept for when they are said again: those of a thousand rows."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all sheets of one book share: languages, styles, drop-downs, known ids, pictures, table names."""

    languages: tuple[Language, ...]
    styles: Styles
    lists: Lists
    ids: frozenset[str]
    pictures: Mapping[str, bytes]
    table_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _said: dict[tuple[Text, str, bool], str] = field(default_factory=dict)

    def say(self, text: Text, joint: str = "\n", *, is_whole: bool = False) -> str:
        """The text in the chosen languages, as `in_languages` has it."""
        key = text, joint, is_whole
        words = self._said.get(key)
        if words is None:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            words = self._said[key] = in_languages(text, self.languages, joint, is_whole=is_whole)
        return words


@dataclass(slots=True)
class Canvas:
    """The cells written so far, the next free row, and which ids stand in which row.

    `area` narrows what is drawn next to the columns from-to, for blocks that stand side by side.
    """

    key: str
    sheet: Worksheet
    layout: Layout
    shared: Shared
    row: int = 1
    area: Span | None = None
    rows: Rows = field(default_factory=Rows)
    merged: list[str] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    """For each column that has a width its XML attributes."""
    bars: list[str] = field(default_factory=list)
    """Bars inside cells, as XML."""
    validations: list[str] = field(default_factory=list)
    tables: int = 0
    """How many tables were drawn so far."""
    frames: list[list[str]] = field(default_factory=list)
    """For each Excel table of the sheet the names of its columns."""
    links: list[tuple[str, str]] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)

    @property
    def heights(self) -> dict[int, float]:
        """The points of each row that has a height."""
        return self.rows.heights

    @property
    def first(self) -> int:
        """The first column to draw on."""
        return self.area[0] if self.area else FIRST

    @property
    def last(self) -> int:
        """The last column to draw on; those that are not printed come after it."""
        return self.area[1] if self.area else FIRST + self.layout.printed - 1

    @property
    def end(self) -> int:
        """The last column of the layout, folded away or not."""
        return FIRST + len(self.layout.widths) - 1

    def width(self, first: int, last: int) -> float:
        """Half-width characters from one column to another, both counted."""
        return sum(self.layout.widths[first - FIRST : last - FIRST + 1]) + PADDING * (last - first)

    def spans(self, wanted: list[float]) -> list[Span]:
        """Columns from-to for each wanted width, scaled to all that may be drawn on."""
        return spans(self.layout.widths[self.first - FIRST : self.last - FIRST + 1], wanted, self.first)

    def merge(self, row: int, first: int, last: int, down_to: int | None = None) -> None:
        """Join the cells of a row, or of a block of rows, into one."""
        if last > first or (down_to or row) > row:
            self.merged.append(f"{ref(row, first)}:{ref(down_to or row, last)}")

    def raise_to(self, row: int, height: float) -> None:
        """Make the row at least so many points high."""
        self.heights[row] = max(height, self.heights.get(row, 0))

    def finish(self) -> None:
        """No more is drawn on the rows above this one, except where blocks stand side by side."""
        if self.area is None:
            self.rows.finish(self.row)

    def skip(self, height: float = 10) -> None:
        """Leave a little air before the next block."""
        self.heights[self.row] = height
        self.row += 1
