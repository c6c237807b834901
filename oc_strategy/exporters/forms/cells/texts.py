"""The texts of a worksheet: cells, page headers and footers, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.names import ART, DRAWING, parsed, tag
from oc_strategy.exporters.forms.cells.places import Block, split
from oc_strategy.exporters.forms.cells.workbook import SheetPart, Workbook
from oc_strategy.exporters.forms.repeating import Dialect, is_marked, paragraphs, said_in
from oc_strategy.exporters.forms.runs import words_in
from oc_strategy.forms import Placed, Token, names, tokens_in
from oc_strategy.lang import text

BOX = Dialect(tag("p", ART), tag("t", ART), tag("graphicFrame", DRAWING), lambda _: None)
HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


def string_of(book: Workbook, cell: _Element) -> _Element | None:
    """The element that holds a cell's text, its runs included; None for numbers and formulas."""
    if cell.get("t") == "inlineStr":
        return cell.find(tag("is"))
    value = cell.findtext(tag("v"))
    if cell.get("t") == "s" and value is not None and value.isdecimal() and int(value) < len(book.strings):
        return book.strings[int(value)]
    return None


def nodes_of(string: _Element) -> list[_Element]:
    """The nodes with the letters of a text, without those that say how to read it aloud."""
    return [node for node in string.iter(tag("t")) if next(node.iterancestors(tag("rPh")), None) is None]


def cells_of(root: _Element) -> Iterator[_Element]:
    """Every cell of a sheet."""
    yield from root.iterfind(f"{tag('sheetData')}/{tag('row')}/{tag('c')}")


def words_of(book: Workbook, cell: _Element) -> str:
    """What a cell says."""
    string = string_of(book, cell)
    return words_in(nodes_of(string)) if string is not None else ""


def sheet_texts(book: Workbook, sheet: SheetPart) -> Iterator[Placed]:
    """Every text of a sheet with its place."""
    root = parsed(book.parts[sheet.part])
    for cell in cells_of(root):
        where = cell.get("r", "")
        words = words_of(book, cell)
        if is_marked(words):
            yield Placed(
                text("forms.places.cell", sheet=sheet.name, cell=where), words, f"{sheet.name}!{split(where)[0]}"
            )
    for name in HEADERS:
        for header in root.iterfind(f"{tag('headerFooter')}/{tag(name)}"):
            yield Placed(text("forms.places.header", sheet=sheet.name), header.text or "")
    drawing = book.drawing(sheet)
    if drawing and drawing in book.parts:
        for number, paragraph in enumerate(paragraphs(parsed(book.parts[drawing]), BOX), 1):
            box = text("forms.places.shape", sheet=sheet.name, number=number)
            yield Placed(box, said_in(paragraph, BOX), f"{sheet.name} {number}")


def blocks_of(book: Workbook, root: _Element, count: Callable[[str], int]) -> tuple[Block, ...]:
    """The rows that repeat: between two marks, and single rows that name a list's columns."""
    found: list[Block] = []
    start: tuple[str, int] | None = None
    for row, token in _tokens(book, root):
        if token.kind == "open" and start is None:
            start = token.of, row
        elif token.kind == "close" and start and start[0] == token.of:
            found.append(Block(start[1], row, token.of, count(token.of)))
            start = None
        elif token.kind == "row" and start is None and not any(b.first <= row <= b.last for b in found):
            found.append(Block(row, row, token.of, count(token.of)))
    return tuple(found)


def _tokens(book: Workbook, root: _Element) -> Iterator[tuple[int, Token]]:
    """Every placeholder with its row; the closing mark of a row counts last."""
    for cell in cells_of(root):
        for token in tokens_in(words_of(book, cell), names().lists):
            yield split(cell.get("r", ""))[0], token
