"""Widths for columns of data: rows as low as the page allows, and no column narrower than can be read."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from oc_strategy.exporters.xlsx.measuring import height_of, width_of
from oc_strategy.model.dates import Date
from oc_strategy.model.text import Text
from oc_strategy.tables.sheet import Cell, Column, Row, Table, Value

PADDING = 0.71
"""Characters that Excel adds to each column for its margins."""
SHRUNK = 1.42
"""How much a page may be shrunk in print: letters of 10 points stay above 7."""
_LEAST = {"text": 6.5, "number": 5.5, "percent": 6.0, "date": 9.0, "id": 9.0, "signed": 5.5}
_HEADING = 0.82
"""Width of the bold letters of a heading, of 9 points, to those that column widths are counted in."""
_LONGEST_WORD, _LONGEST_ID, _BROADEST = 15, 20, 44.0
_FOLDED, _BEYOND = 12.0, 40.0
_WASTE = 1.08
"""What breaking lines between words costs."""
_ID = 0.92
"""Width of the letters of ids, of 9 points, likewise."""
_AROUND = 70.0
"""Points that the title and the headings of a table take, and those of the sheet."""
_STEPS = 22
_SAMPLE = 24
"""Rows that are looked at; more of them would change the widths little."""

Say = Callable[[Text], str]


class Wish(NamedTuple):
    """A cell that may need several lines: its column, its characters, and the line breaks in it."""

    column: int
    characters: float
    breaks: int


class Room(NamedTuple):
    """Characters across a page, points down it."""

    width: float
    height: float


def fitted(tables: list[Table], printed: int, seen: int, page: Room, say: Say) -> tuple[float, ...]:
    """Widths of all columns of the tables, which share them; those that are not `printed` do not count for the page."""
    least = [max(widths) for widths in zip_longest(*(_leasts(table, say) for table in tables), fillvalue=0.0)]
    rows = [row for table in tables for row in _sampled(table)]
    share = sum(len(table.rows) for table in tables) / len(rows) if rows else 1.0
    most = least[:seen]
    wishes = [[wish for wish in _wishes(row, most, say) if wish.column < printed] for row in rows]
    room = Room(page.width - PADDING * printed, (page.height - _AROUND * (len(tables) + 1)) / share)
    widths = _grown(least[:printed], most[:printed], wishes, room)
    beyond = [min(width, _BEYOND) for width in most[printed:]]
    return (*(round(width, 2) for width in (*widths, *beyond)), *(_FOLDED for _ in least[seen:]))


def _sampled(table: Table) -> tuple[Row, ...]:
    return table.rows[:: math.ceil(len(table.rows) / _SAMPLE)] if table.rows else ()


def _grown(widths: list[float], most: list[float], wishes: list[list[Wish]], page: Room) -> list[float]:
    """Room goes step by step to the column that makes rows high, up to the page, or to a shrunk one if need be."""
    end = page.width * SHRUNK
    step = max(1.0, (end - sum(widths)) / _STEPS)
    total = sum(widths)
    while total < end:
        gains, height = _gains(widths, wishes)
        best = max(range(len(gains)), key=lambda n: (gains[n] if widths[n] < most[n] else 0.0, -n))
        is_enough = total >= page.width and height <= page.height
        if is_enough or not gains[best] or widths[best] >= most[best]:
            break
        more = min(step, most[best] - widths[best], end - total)
        widths[best] += more
        total += more
    return [width * end / total for width in widths] if total > end else widths


def _gains(widths: list[float], wishes: list[list[Wish]]) -> tuple[list[float], float]:
    """What one more character does for each column, over all rows; and the height of these in points.

    A row is taken to be as high as the fourth root of the sum of its cells' lines to the fourth: near the highest cell,
    yet smooth, so that of several high cells each counts.
    """
    gains, lines_of_all = [0.0] * len(widths), 0.0
    for row in wishes:
        top, powers, total = 1.0, [], 1.0
        for column, characters, breaks in row:
            needed = characters / widths[column]
            lines = breaks + needed
            if lines > 1.0:
                if lines > top:
                    top = lines
                cube = lines * lines * lines
                total += cube * lines
                powers.append((column, cube * needed / widths[column]))
        slope = total**-0.75
        for column, power in powers:
            gains[column] += power * slope
        lines_of_all += top
    first, more = height_of(1.0), height_of(2.0) - height_of(1.0)
    return gains, first * len(wishes) + more * (lines_of_all - len(wishes))


def _wishes(row: Row, most: list[float], say: Say) -> list[Wish]:
    """The cells of a row that their column is too narrow for; `most` grows to the longest line of each column."""
    found = []
    for column, cell in enumerate(row.cells[: len(most)]):
        words = _said(cell, say)
        if len(words) > 3:
            lines = [width_of(line) for line in words.split("\n")]
            most[column] = max(most[column], min(max(lines) + 1.0, _BROADEST))
            found.append(Wish(column, sum(lines) * _WASTE, len(lines) - 1))
    return found


def _said(cell: Cell, say: Say) -> str:
    value: Value = cell.value
    if isinstance(value, Text):
        return say(value)
    return value if isinstance(value, str) else "0000/00/00" if isinstance(value, Date) else ""


def _leasts(table: Table, say: Say) -> list[float]:
    return [_least(column, index, table, say) for index, column in enumerate(table.columns)]


def _least(column: Column, index: int, table: Table, say: Say) -> float:
    least = max(_LEAST[column.kind], _of_heading(say(column.title)))
    if column.kind == "number":
        return max(least, *(_digits(row.cells[index].value) for row in table.rows)) if table.rows else least
    if column.kind != "id":
        return least
    longest = max((width_of(str(row.cells[index].value or "")) for row in table.rows), default=0)
    return max(least, min(longest * _ID + 1, _LONGEST_ID))


def _digits(value: Value) -> float:
    """Room for a number in one line: what does not fit is shown as nothing but hashes."""
    return len(f"{value:,}") + 1.5 if isinstance(value, int | float) else 0.0


@lru_cache(maxsize=4096)
def _of_heading(words: str) -> float:
    """Room for the longest word, and for each language in three lines."""
    lines = words.split("\n")
    longest = max((len(word) for line in lines for word in line.split() if word.isascii()), default=0)
    return max(min(longest, _LONGEST_WORD), *(math.ceil(width_of(line) / 3) for line in lines)) * _HEADING + 1
