"""How wide the columns of a sheet are, and which columns a part of a block takes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from oc_strategy.exporters.xlsx.axis import Axis, axis_of
from oc_strategy.exporters.xlsx.fitting import PADDING, Room, Say, fitted
from oc_strategy.exporters.xlsx.folding import folded
from oc_strategy.tables.sheet import Block, Chart, Gantt, Picture, Sheet, Table, Tiles

_PAGE = {
    ("A4", True): Room(131.0, 505.0),
    ("A4", False): Room(90.0, 755.0),
    ("A3", True): Room(189.0, 755.0),
    ("A3", False): Room(131.0, 1100.0),
}
"""Half-width characters across a page without its margins, 6 points each, and points down it."""
_GRID, _FINE_GRID = 24, 48
_LABELS = (5.3,) * 10
_NARROWEST, _BROADEST = 2.7, 10.0
_LONG = 25
_DENSER_COVER = 1.2
_DENSE = 1.35
"""How much more a long form has across its page, so that it prints smaller, with letters still above 7 points."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of the columns in half-width characters: so many `printed`, so many `seen`, the others folded away.

    On a form, parts take several columns joined into one; on a sheet of data every column of a table is a column.
    """

    widths: tuple[float, ...]
    page: float
    printed: int
    seen: int
    is_form: bool = False
    labels: int = 0
    """How many columns stand left of a time axis."""

    @property
    def across(self) -> float:
        """Half-width characters that the printed columns take."""
        return sum(self.widths[: self.printed]) + PADDING * self.printed


def layout_of(sheet: Sheet, say: Say, languages: int = 1) -> tuple[Sheet, Layout]:
    """Columns that suit all blocks of a sheet, and the sheet with the columns of its tables in the order to show."""
    page, height = _PAGE[sheet.paper, sheet.landscape]
    room = page * _DENSE if _is_long(sheet) or (sheet.is_beside_picture and languages > 1) else page
    axes = [axis for b in sheet.blocks if isinstance(b, Gantt) and (axis := axis_of(b.timeline))]
    if axes:
        return sheet, _timed(page, room, axes)
    if _is_form(sheet):
        grid = _FINE_GRID if sheet.is_beside_picture else _GRID
        columns = max(grid, 2 * max((len(columns_of(b)) for b in sheet.blocks), default=0))
        return sheet, Layout((room / columns - PADDING,) * columns, page, columns, columns, is_form=True)
    ready = folded(sheet)
    tables = [block for block in ready.sheet.blocks if isinstance(block, Table)]
    widths = fitted(tables, ready.printed, ready.seen, Room(page, height), say)
    if sheet.is_one_page:
        widths = _broadened(widths, page * (_DENSE if languages > 1 else _DENSER_COVER))
    return ready.sheet, Layout(widths, page, ready.printed, ready.seen)


def _broadened(widths: tuple[float, ...], across: float) -> tuple[float, ...]:
    """The widths in proportion, so that what must stand on one page uses its width when it is shrunk to its height."""
    total = sum(widths) + PADDING * len(widths)
    return tuple(round(width * max(1.0, across / total), 2) for width in widths)


def columns_of(block: Block) -> list[float]:
    """Widths that the columns of a block ask for, none for a block without columns."""
    match block:
        case Table():
            return [float(column.width) for column in block.columns]
        case Chart():
            return [30.0, *(14.0 for _ in block.series), *(10.0 for _ in block.spans for _ in ("below", "above"))]
        case _:
            return []


def spans(widths: tuple[float, ...], wanted: list[float], first: int) -> list[Span]:
    """Columns from-to for each wanted width, scaled to all of `widths`; `first` is the number of the first column."""
    edges = [0.0, *accumulate(widths)]
    scale = edges[-1] / sum(wanted)
    cuts = [0]
    for index, target in enumerate(accumulate(width * scale for width in wanted), 1):
        free = range(cuts[-1] + 1, len(widths) - (len(wanted) - index) + 1)
        cuts.append(min(free, key=lambda edge: abs(edges[edge] - target)))
    cuts[-1] = len(widths)
    return [(first + a, first + b - 1) for a, b in pairwise(cuts)]


def _is_form(sheet: Sheet) -> bool:
    """Whether blocks stand there that no columns of data suit, or several tables that nobody fills in."""
    if any(isinstance(block, Tiles | Gantt | Picture) for block in sheet.blocks):
        return True
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    is_data = len(sheet.blocks) == 1 if tables else False
    return not is_data and not any(row.id for table in tables for row in table.rows)


def _is_long(sheet: Sheet) -> bool:
    """Whether a form has so many rows that smaller letters save pages."""
    rows = sum(len(b.rows) for b in sheet.blocks if isinstance(b, Table))
    return not sheet.is_one_page and rows + _lanes(sheet) > _LONG


def _lanes(sheet: Sheet) -> int:
    return sum(len(b.timeline.lanes) for b in sheet.blocks if isinstance(b, Gantt))


def _timed(page: float, room: float, axes: list[Axis]) -> Layout:
    count = max(axis.count for axis in axes)
    room -= sum(_LABELS) + PADDING * len(_LABELS)
    narrow = min(_BROADEST, max(_NARROWEST, room / count - PADDING))
    count = max(count, int(room / (narrow + PADDING)))
    widths = _LABELS + (narrow,) * count
    return Layout(widths, page, len(widths), len(widths), is_form=True, labels=len(_LABELS))
