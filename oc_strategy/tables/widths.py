"""Columns no wider than what stands in them needs."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from oc_strategy.model.text import LANGUAGES, Text
from oc_strategy.tables.sheet import Cell, Table

_DATE: Final = 13
_BUTTON: Final = 3
_NARROWEST: Final = 9


def fitted(table: Table) -> Table:
    """The table with each column as wide as its longest line in either language, and no wider than it asked for."""
    columns = []
    for index, column in enumerate(table.columns):
        heading = math.ceil(_wide(column.title) / 2) + _BUTTON
        longest = max((_of_cell(row.cells[index]) for row in table.rows), default=0)
        least = _DATE if column.kind == "date" else _NARROWEST
        columns.append(replace(column, width=max(least, min(column.width, max(heading, longest + 1)))))
    return replace(table, columns=tuple(columns))


def _of_cell(cell: Cell) -> int:
    value = cell.value
    if value is None:
        return 0
    if isinstance(value, Text):
        return _wide(value)
    return _length(str(value))


def _wide(text: Text) -> int:
    return max(_length(line) for lang in LANGUAGES for line in (text.of(lang).split("\n")))


def _length(words: str) -> int:
    """Half-width characters; UTF-8 spends three bytes on a wide letter, which is quicker to ask than each letter."""
    return len(words) if words.isascii() else (len(words.encode("utf-8", "replace")) + len(words) + 1) // 2
