"""What follows the rows when they move: merged cells, rules, drop-downs, breaks, tables, drawings, print areas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import DRAWING, parsed, tag, written
from oc_strategy.exporters.forms.cells.places import Growth, area, corners, moved_area, moved_formula
from oc_strategy.exporters.forms.cells.workbook import SheetPart, Workbook

_AREAS: Final = (
    ("conditionalFormatting", "sqref"), ("dataValidation", "sqref"), ("hyperlink", "ref"), ("dimension", "ref"),
    ("autoFilter", "ref"), ("ignoredError", "sqref"), ("protectedRange", "sqref"),
)  # fmt: skip
_RULES: Final = ("formula", "formula1", "formula2")


def follow(root: _Element, sheet: str, growths: dict[str, Growth]) -> None:
    """Move all that a sheet says of its rows outside of them."""
    growth = growths[sheet]
    if not growth.blocks:
        return
    _merge(root, growth)
    for name, attribute in _AREAS:
        for element in root.iter(tag(name)):
            element.set(attribute, moved_area(element.get(attribute, ""), growth))
    for name in _RULES:
        for rule in root.iter(tag(name)):
            rule.text = moved_formula(rule.text or "", sheet, growths)
    for line in root.iterfind(f"{tag('rowBreaks')}/{tag('brk')}"):
        line.set("id", str(growth.end(int(line.get("id", "1")))))


def _merge(root: _Element, growth: Growth) -> None:
    """Merged cells inside a repeating block come again in each copy; those around it grow."""
    merged = root.find(tag("mergeCells"))
    if merged is None:
        return
    areas = [moved for cell in merged for moved in _merged(corners(cell.get("ref", "")), growth)]
    for cell in list(merged):
        merged.remove(cell)
    for words in areas:
        merged.append(merged.makeelement(tag("mergeCell"), {"ref": words}))
    merged.set("count", str(len(areas)))


def _merged(at: tuple[int, int, int, int], growth: Growth) -> Iterator[str]:
    top, left, bottom, right = at
    block = growth.block(top)
    if block and bottom <= block.last:
        for copy in range(block.count):
            yield area(growth.at(top, copy), left, growth.at(bottom, copy), right)
    else:
        yield area(growth.at(top), left, growth.end(bottom), right)


def follow_parts(book: Workbook, sheet: SheetPart, growth: Growth) -> None:
    """Move tables, drawings and comments of a sheet."""
    for kind, part in book.related(sheet.part).values():
        if not growth.blocks or part not in book.parts:
            continue
        if kind.endswith("/drawing"):
            book.parts[part] = _drawing(book.parts[part], growth)
        elif kind.endswith(("/table", "/comments")):
            root = parsed(book.parts[part])
            for element in root.iter(tag("table"), tag("autoFilter"), tag("comment")):
                element.set("ref", moved_area(element.get("ref", ""), growth))
            book.parts[part] = written(root)


def _drawing(data: bytes, growth: Growth) -> bytes:
    root = parsed(data)
    for corner in root.iter(tag("from", DRAWING), tag("to", DRAWING)):
        row = corner.find(tag("row", DRAWING))
        if row is not None and row.text:
            row.text = str(growth.at(int(row.text) + 1) - 1)
    return written(root)


def follow_names(root: _Element, growths: dict[str, Growth]) -> None:
    """Move print areas and other names; have everything worked out anew when the book is opened."""
    for name in root.iterfind(f"{tag('definedNames')}/{tag('definedName')}"):
        name.text = moved_formula(name.text or "", "", growths)
    calculation = root.find(tag("calcPr"))
    if calculation is not None:
        calculation.set("fullCalcOnLoad", "1")
