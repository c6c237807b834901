"""Workbooks: cells, repeating rows with all that hangs on them, headers and footers, text boxes, pictures."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from lxml.etree import _Element
from openpyxl.formula.translate import Translator

from oc_strategy.exporters.forms.cells.faults import sheet_faults
from oc_strategy.exporters.forms.cells.following import follow, follow_names, follow_parts
from oc_strategy.exporters.forms.cells.growing import grow
from oc_strategy.exporters.forms.cells.heights import make_room
from oc_strategy.exporters.forms.cells.names import parsed, tag, written
from oc_strategy.exporters.forms.cells.pictures import lay
from oc_strategy.exporters.forms.cells.places import Growth, split
from oc_strategy.exporters.forms.cells.texts import BOX, HEADERS, blocks_of, cells_of, nodes_of, sheet_texts, string_of
from oc_strategy.exporters.forms.cells.workbook import SheetPart, Workbook
from oc_strategy.exporters.forms.cells.writing import put_words
from oc_strategy.exporters.forms.filling import Brought
from oc_strategy.exporters.forms.image import Image
from oc_strategy.exporters.forms.repeating import answer, fill, unguard
from oc_strategy.exporters.forms.runs import put_into, words_in
from oc_strategy.exporters.xlsx.cleaning import HEADER_LIMIT, clean, cut_header, for_header
from oc_strategy.exporters.zipping import zipped
from oc_strategy.forms import PLACEHOLDER, Content, Placed, Problem

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats'
    '.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl'
    '.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>'
    'oc-strategy</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>'
)


def texts_of(data: bytes) -> list[Placed]:
    """Every text that could hold a placeholder, sheet by sheet."""
    book = Workbook(data)
    return [placed for sheet in book.sheets for placed in sheet_texts(book, sheet)]


def faults_of(data: bytes) -> list[Problem]:
    """What keeps rows from repeating: merged cells that reach out of them, formulas over several cells."""
    book = Workbook(data)
    return [fault for sheet in book.sheets for fault in sheet_faults(book, sheet)]


def filled(data: bytes, brought: Brought) -> bytes:
    """The workbook filled."""
    book = Workbook(data)
    roots = {sheet.name: parsed(book.parts[sheet.part]) for sheet in book.sheets}
    growths = {
        name: Growth(blocks_of(book, root, lambda name: len(brought.content.rows(name))))
        for name, root in roots.items()
    }
    for sheet in book.sheets:
        _fill_sheet(book, sheet, roots[sheet.name], growths, brought)
    if book.styles_part:
        book.parts[book.styles_part] = book.styles.data()
    root = parsed(book.parts[book.path])
    follow_names(root, growths)
    book.parts[book.path] = written(root)
    _forget_placeholders(book)
    _forget(book, "xl/calcChain.xml")
    _settle(book, brought.title, brought.content.subject.report.today)
    return zipped(book.parts)


def _fill_sheet(book: Workbook, sheet: SheetPart, root: _Element, growths: dict[str, Growth], brought: Brought) -> None:
    _spell_out_formulas(root)
    done = grow(book, root, sheet.name, growths, brought.content)
    follow(root, sheet.name, growths)
    follow_parts(book, sheet, growths[sheet.name])
    images = {place: brought.pictures[name] for place, name in done.pictures.items()}
    texts = {place: words for place, words in done.texts.items() if place not in images}
    texts |= _clear_pictures(book, root, images)
    make_room(root, texts, book.styles)
    _fill_headers(root, brought.content)
    _fill_boxes(book, sheet, brought.content)
    lay(book, sheet, root, {place: image for place, image in images.items() if image.png})
    book.parts[sheet.part] = written(root)


def _spell_out_formulas(root: _Element) -> None:
    """Write a formula that several cells share into each of them, so that it can move with its row."""
    shared: dict[str, Translator] = {}
    for cell in cells_of(root):
        formula = cell.find(tag("f"))
        if formula is None or formula.get("t") != "shared":
            continue
        number, place = formula.get("si", ""), cell.get("r", "")
        if formula.text:
            shared[number] = Translator(f"={formula.text}", origin=place)
        formula.text = shared[number].translate_formula(place)[1:] if number in shared else formula.text
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, "")


def _clear_pictures(book: Workbook, root: _Element, images: dict[tuple[int, int], Image]) -> dict[tuple[int, int], str]:
    """Take the placeholders of pictures away, or put the words of those there are not; returns the words."""
    said = {}
    for cell in cells_of(root) if images else ():
        place = split(cell.get("r", ""))
        string = string_of(book, cell) if place in images else None
        if string is not None:
            words = "" if images[place].png else images[place].words
            put_into(nodes_of(string), lambda _, words=words: words)  # type: ignore[misc]
            said[place] = put_words(cell, string, book.styles)
    return said


def _fill_headers(root: _Element, content: Content) -> None:
    """Page headers and footers, in which `&` begins a code and 255 letters are the most."""
    for header in (h for name in HEADERS for h in root.iterfind(f"{tag('headerFooter')}/{tag(name)}")):
        if PLACEHOLDER.search(header.text or ""):
            words = PLACEHOLDER.sub(lambda match: for_header(answer(match, content, None)), header.text or "")
            header.text = cut_header(clean(words), HEADER_LIMIT)


def _fill_boxes(book: Workbook, sheet: SheetPart, content: Content) -> None:
    part = book.drawing(sheet)
    if part and part in book.parts and b"{{" in book.parts[part]:
        root = parsed(book.parts[part])
        fill(root, BOX, content)
        unguard(root, BOX)
        book.parts[part] = written(root)


def _forget_placeholders(book: Workbook) -> None:
    """Empty the shared strings that had placeholders: their cells have texts of their own now."""
    asked = [string for string in book.strings if PLACEHOLDER.search(words_in(nodes_of(string)))]
    for node in (node for string in asked for node in nodes_of(string)):
        node.text = ""
    root = asked[0].getparent() if asked else None
    if root is not None:
        book.parts[book.strings_part] = written(root)


def _forget(book: Workbook, part: str) -> None:
    """Take a part away with all that points at it."""
    if book.parts.pop(part, None) is None:
        return
    for name in ("[Content_Types].xml", f"{book.path.replace('workbook.xml', '_rels/workbook.xml')}.rels"):
        root = parsed(book.parts[name])
        for element in list(root):
            target = element.get("PartName") or element.get("Target") or ""
            if target.rpartition("/")[2] == part.rpartition("/")[2]:
                root.remove(element)
        book.parts[name] = written(root)


def _settle(book: Workbook, title: str, day: date) -> None:
    """Title and day of the filling; nothing of who made the template and when."""
    core = next((t for kind, t in book.related("").values() if kind.endswith("/core-properties")), None)
    if core:
        book.parts[core] = _CORE.format(title=escape(clean(title)), day=day.isoformat()).encode()
