"""The rows of a sheet, those that repeat once for each row of their list."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import tag
from oc_strategy.exporters.forms.cells.places import Block, Growth, moved_formula, split
from oc_strategy.exporters.forms.cells.texts import nodes_of, string_of
from oc_strategy.exporters.forms.cells.workbook import Workbook
from oc_strategy.exporters.forms.cells.writing import write
from oc_strategy.exporters.forms.repeating import Reading
from oc_strategy.exporters.forms.runs import words_in
from oc_strategy.forms import PLACEHOLDER, Content
from oc_strategy.forms.placeholders import token_of
from oc_strategy.forms.vocabulary import names


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done to a sheet: the text of each filled cell, and which picture is asked for where."""

    texts: dict[tuple[int, int], str]
    pictures: dict[tuple[int, int], str]


def grow(book: Workbook, root: _Element, sheet: str, growths: dict[str, Growth], content: Content) -> Filled:
    """Fill every row in place, repeating those that repeat."""
    growth, data = growths[sheet], root.find(tag("sheetData"))
    filled = Filled({}, {})
    if data is None:
        return filled
    rows = list(data)
    for row in rows:
        data.remove(row)
    for row, copy, reading in _copies(rows, growth, content):
        old = _number(row)
        block = growth.block(old)
        new = growth.at(old, copy)
        data.append(_placed(row, new))
        for cell in row:
            _fill(book, cell, new, content, reading, filled)
            _move_formula(cell, sheet, growths, (block, copy) if block else None)
    return filled


def _copies(rows: list[_Element], growth: Growth, content: Content) -> Iterator[tuple[_Element, int, Reading | None]]:
    """Each row with the number of its copy and what it is filled from, in the order of the new sheet."""
    members: dict[Block, list[_Element]] = {}
    order: list[_Element | Block] = []
    for row in rows:
        block = growth.block(_number(row))
        if block is None:
            order.append(row)
        elif block in members:
            members[block].append(row)
        else:
            members[block] = [row]
            order.append(block)
    for item in order:
        if not isinstance(item, Block):
            yield item, 0, None
            continue
        for copy, reader in enumerate(content.rows(item.name)):
            yield from ((deepcopy(row), copy, (item.name, reader)) for row in members[item])


def _number(row: _Element) -> int:
    return int(row.get("r", "0"))


def _placed(row: _Element, number: int) -> _Element:
    """The row at its new number, its cells with it."""
    row.set("r", str(number))
    for cell in row:
        cell.set("r", cell.get("r", "").rstrip("0123456789") + str(number))
    return row


def _fill(book: Workbook, cell: _Element, row: int, content: Content, reading: Reading | None, filled: Filled) -> None:
    string = string_of(book, cell)
    if string is None:
        return
    words = words_in(nodes_of(string))
    found = [token_of(match, names().lists) for match in PLACEHOLDER.finditer(words)]
    if not found:
        return
    place = row, split(cell.get("r", ""))[1]
    filled.texts[place] = write(cell, string, content, reading, book.styles)
    for token in found:
        if token.kind == "picture":
            filled.pictures[place] = token.name


def _move_formula(cell: _Element, sheet: str, growths: dict[str, Growth], copy: tuple[Block, int] | None) -> None:
    """Let a formula follow its cells; what it was worked out to before holds no longer."""
    formula = cell.find(tag("f"))
    if formula is None:
        return
    if formula.text and not formula.get("t"):
        formula.text = moved_formula(formula.text, sheet, growths, copy)
    value = cell.find(tag("v"))
    if value is not None:
        cell.remove(value)
