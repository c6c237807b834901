"""How wide the columns of a sheet are, and which columns a part of a block takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise, zip_longest

from oc_strategy.exporters.xlsx.axis import Axis, axis_of
from oc_strategy.tables.sheet import Block, Chart, Gantt, Sheet, Table, Tiles

_PAGE = {("A4", True): 128.0, ("A4", False): 88.0, ("A3", True): 186.0, ("A3", False): 128.0}
_GRID = 24
_LABELS = (6.0,) * 10
_NARROWEST, _BROADEST = 2.7, 10.0
_FILLER = 10.0
_SHRUNK = 1.6
"""How much a page may be shrunk in print."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of the visible columns in half-width characters.

    On a form, parts take several columns joined into one; on a sheet of data every column of a table is a column.
    """

    widths: tuple[float, ...]
    page: float
    is_form: bool = False
    labels: int = 0
    """How many columns stand left of a time axis."""

    @property
    def pages(self) -> int:
        """How many pages lie side by side in print, so that a wide table stays legible."""
        return 1 if self.is_form else max(1, math.ceil(sum(self.widths) / (self.page * _SHRUNK)))

    @property
    def first_page(self) -> tuple[float, ...]:
        """The leading columns that stand on the first of the pages side by side."""
        room = sum(self.widths) / self.pages
        return self.widths[: max(2, sum(edge <= room for edge in accumulate(self.widths)))]


def layout_of(sheet: Sheet) -> Layout:
    """Columns that suit all blocks of a sheet."""
    page = _PAGE[sheet.paper, sheet.landscape]
    axes = [axis for b in sheet.blocks if isinstance(b, Gantt) and (axis := axis_of(b.timeline))]
    if axes:
        return _timed(page, axes)
    if _is_form(sheet):
        columns = max(_GRID, 2 * max((len(columns_of(b)) for b in sheet.blocks), default=0))
        return Layout((page / columns,) * columns, page, is_form=True)
    return _of_data(sheet, page)


def columns_of(block: Block) -> list[float]:
    """Widths that the columns of a block ask for, none for a block without columns."""
    match block:
        case Table():
            return [float(column.width) for column in block.columns]
        case Chart():
            return [30.0, *(14.0 for _ in block.series)]
        case _:
            return []


def spans(widths: tuple[float, ...], wanted: list[float], first: int) -> list[tuple[int, int]]:
    """Columns from-to for each wanted width, scaled to all of `widths`; `first` is the number of the first column."""
    edges = [0.0, *accumulate(widths)]
    scale = edges[-1] / sum(wanted)
    cuts = [0]
    for index, target in enumerate(accumulate(width * scale for width in wanted), 1):
        free = range(cuts[-1] + 1, len(widths) - (len(wanted) - index) + 1)
        cuts.append(min(free, key=lambda edge: abs(edges[edge] - target)))
    cuts[-1] = len(widths)
    return [(first + a, first + b - 1) for a, b in pairwise(cuts)]


def _timed(page: float, axes: list[Axis]) -> Layout:
    count = max(axis.count for axis in axes)
    room = page - sum(_LABELS)
    narrow = min(_BROADEST, max(_NARROWEST, room / count))
    count = max(count, int(room / narrow))
    return Layout(_LABELS + (narrow,) * count, page, is_form=True, labels=len(_LABELS))


def _is_form(sheet: Sheet) -> bool:
    """Whether nothing but single blocks and rows without ids stand there, or blocks that no columns of data suit."""
    if any(isinstance(block, Tiles | Gantt) for block in sheet.blocks):
        return True
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    is_data = len(sheet.blocks) == 1 if tables else False
    return not is_data and not any(row.id for table in tables for row in table.rows)


def _of_data(sheet: Sheet, page: float) -> Layout:
    asked = [columns_of(block) for block in sheet.blocks]
    widths = [max(widths) for widths in zip_longest(*asked, fillvalue=0.0)]
    if len(sheet.blocks) == 1 and isinstance(sheet.blocks[0], Table):
        return Layout(tuple(widths), page)
    rest = page - sum(widths)
    if rest > _FILLER or len(widths) < 2:
        widths.append(max(rest, _FILLER))
    return Layout(tuple(widths), page)
