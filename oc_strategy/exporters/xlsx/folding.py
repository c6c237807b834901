"""Which columns of data come first: the well filled, then the rarely filled; the empty are folded away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from oc_strategy.tables.sheet import Column, Row, Sheet, Table

_KEYS = 2
"""The id and the name of a row stay first, filled in or not."""
_FEWEST, _MOST = 6, 18
"""Columns that stay in sight in any case, so that titles have room; and those that one page holds well."""
_RARE = 0.5
"""Columns of the model that fewer rows than this fill in stay off the paper of a sheet that is too wide."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A sheet with its columns in order: so many `printed`, so many `seen`, the others folded away."""

    sheet: Sheet
    printed: int
    seen: int


def folded(sheet: Sheet) -> Folded:
    """The sheet with each table's empty columns last and, where it is too wide, the rarely filled before them."""
    moved, seen = _ordered(sheet, lambda _, filled, __: filled > 0)
    if seen <= _MOST:
        return Folded(moved, seen, seen)
    moved, core = _ordered(moved, _is_common)
    return Folded(moved, max(core, _MOST), seen)


_Test = Callable[[Column, int, int], bool]
"""Whether a column comes first, from how many of how many rows fill it in."""


def _is_common(column: Column, filled: int, rows: int) -> bool:
    """What is worked out, such as the dates to keep, always counts as common: it has no hint how to fill it in."""
    return filled >= rows * _RARE or (filled > 0 and column.note is None)


def _ordered(sheet: Sheet, comes_first: _Test) -> tuple[Sheet, int]:
    """The sheet with such columns first, and how many the table with most of them has."""
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    widest = max((len(table.columns) for table in tables), default=0)
    firsts = {id(table): _firsts(table, comes_first) for table in tables if table.rows}
    most = max((len(first) for first in firsts.values()), default=widest)
    blocks = tuple(_moved(b, firsts[id(b)]) if isinstance(b, Table) and b.rows else b for b in sheet.blocks)
    return replace(sheet, blocks=blocks), min(widest, max(most, _FEWEST))


def _firsts(table: Table, comes_first: _Test) -> list[int]:
    def filled(index: int) -> int:
        return sum(row.cells[index].value is not None for row in table.rows)

    count = len(table.rows)
    return [n for n, c in enumerate(table.columns) if n < _KEYS or comes_first(c, filled(n), count)]


def _moved(table: Table, first: list[int]) -> Table:
    """Later columns keep the order in which they stood."""
    order = first + sorted(set(range(len(table.columns))) - set(first))
    if order == sorted(order):
        return table
    rows = tuple(Row(tuple(row.cells[n] for n in order), row.id, row.depth) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in order), rows=rows)
