"""What on a sheet cannot follow when its rows repeat."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import parsed, tag
from oc_strategy.exporters.forms.cells.places import Growth, corners
from oc_strategy.exporters.forms.cells.texts import blocks_of, cells_of
from oc_strategy.exporters.forms.cells.workbook import SheetPart, Workbook
from oc_strategy.forms import Problem
from oc_strategy.lang import text


def sheet_faults(book: Workbook, sheet: SheetPart) -> Iterator[Problem]:
    """Merged cells that reach out of repeating rows, and formulas over several cells on a sheet that grows."""
    root = parsed(book.parts[sheet.part])
    growth = Growth(blocks_of(book, root, lambda _: 1))
    for area in _straddling(root, growth):
        yield _fault("repeats-merged", sheet, area)
    for cell in cells_of(root) if growth.blocks else ():
        formula = cell.find(tag("f"))
        if formula is not None and formula.get("t") in {"array", "dataTable"}:
            yield _fault("sheet-formula", sheet, cell.get("r", ""))


def _straddling(root: _Element, growth: Growth) -> Iterator[str]:
    for merged in root.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}"):
        top, _, bottom, _ = corners(merged.get("ref", ""))
        for block in growth.blocks:
            is_apart = bottom < block.first or top > block.last
            is_inside = block.first <= top and bottom <= block.last
            is_around = top <= block.first and bottom >= block.last
            if not (is_apart or is_inside or is_around):
                yield merged.get("ref", "")


def _fault(key: str, sheet: SheetPart, cell: str) -> Problem:
    where = text("forms.places.cell", sheet=sheet.name, cell=cell)
    return Problem(where, text(f"forms.problems.{key}.message"), text(f"forms.problems.{key}.remedy"))
