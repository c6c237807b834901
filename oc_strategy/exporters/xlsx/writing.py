"""A workbook of the house becomes the bytes of an .xlsx: each block drawn, then all packed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

from openpyxl import Workbook as ExcelBook
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.theme import theme_xml

from oc_strategy.exporters.xlsx.canvas import Canvas, Shared
from oc_strategy.exporters.xlsx.chart import draw_chart
from oc_strategy.exporters.xlsx.cleaning import clean
from oc_strategy.exporters.xlsx.fields import draw_fields
from oc_strategy.exporters.xlsx.gantt import draw_gantt
from oc_strategy.exporters.xlsx.headings import draw_heading, draw_sentence, remember
from oc_strategy.exporters.xlsx.hidden import draw_lists, draw_record
from oc_strategy.exporters.xlsx.layout import layout_of
from oc_strategy.exporters.xlsx.linking import known_ids
from oc_strategy.exporters.xlsx.lists import Lists, ids_by_section
from oc_strategy.exporters.xlsx.names import sheet_names
from oc_strategy.exporters.xlsx.packing import packed
from oc_strategy.exporters.xlsx.page import freeze, set_columns, set_page, set_print_area, squeeze
from oc_strategy.exporters.xlsx.picture import draw_picture, halves
from oc_strategy.exporters.xlsx.styles import FONT, Styles, font
from oc_strategy.exporters.xlsx.table import draw_table
from oc_strategy.exporters.xlsx.tiles import draw_tiles
from oc_strategy.lang import text
from oc_strategy.model.text import Language
from oc_strategy.tables.returning import TITLE
from oc_strategy.tables.sheet import Block, Chart, Fields, Gantt, Picture, Sheet, Table, Tiles, Workbook


def workbook_bytes(book: Workbook, languages: tuple[Language, ...], pictures: Mapping[str, bytes]) -> bytes:
    """The .xlsx of a book in one or both languages, byte-identical for the same arguments.

    `pictures` has a PNG for each key of a diagram; where one is missing its alternative words are written.
    """
    excel = _empty_book(clean(book.title.of(languages[0])))
    shared = Shared(
        languages=languages,
        styles=Styles(excel),
        lists=Lists(languages, ids_by_section(book)),
        ids=known_ids(book),
        pictures=pictures,
    )
    names = sheet_names(book.sheets, languages)
    canvases = [_drawn(excel, book, *named, shared) for named in zip(book.sheets, names, strict=True)]
    canvases += [draw_lists(excel, shared), draw_record(excel, book, shared)]
    return packed(excel, canvases, datetime.combine(book.as_of, time()))


def _empty_book(title: str) -> ExcelBook:
    excel = ExcelBook()
    inner = vars(excel)
    inner["_fonts"] = IndexedList([font(11)])
    inner["_named_styles"]["Normal"].font = font(11)
    theme = theme_xml
    for name in ("Calibri", "Cambria", "ＭＳ Ｐゴシック"):
        theme = theme.replace(f'typeface="{name}"', f'typeface="{FONT}"')
    excel.loaded_theme = theme
    excel.properties.creator = "oc-strategy"
    excel.properties.title = title
    return excel


def _drawn(excel: ExcelBook, book: Workbook, sheet: Sheet, name: str, shared: Shared) -> Canvas:
    paper = excel.worksheets[0] if sheet is book.sheets[0] else excel.create_sheet()
    paper.title = name
    sheet, layout = layout_of(sheet, shared.say, len(shared.languages))
    canvas = Canvas(sheet.key, paper, layout, shared)
    set_page(canvas, sheet, book)
    set_columns(canvas)
    draw_heading(canvas, sheet)
    heading_row = canvas.row
    end = heading_row
    for index, block in enumerate(sheet.blocks):
        if index:
            canvas.skip()
        if sheet.is_beside_picture and isinstance(block, Picture):
            _draw_beside(canvas, block, sheet.blocks[index + 1 :])
            break
        _draw(canvas, block)
        end = canvas.row if index == 0 else end
    if not sheet.blocks:
        draw_sentence(canvas, text("xlsx.nothing"))
    freeze(canvas, sheet, heading_row, end)
    squeeze(canvas, sheet)
    set_print_area(canvas)
    return canvas


def _draw_beside(canvas: Canvas, picture: Picture, others: tuple[Block, ...]) -> None:
    """The picture at the left as high as what stands in the column at its right, or higher where the page has room."""
    left, right = halves(canvas)
    top = canvas.row
    canvas.area = right
    for block in others:
        if block is not others[0]:
            canvas.skip()
        _draw(canvas, block)
    bottom, canvas.row, canvas.area = canvas.row, top, left
    png = canvas.shared.pictures.get(picture.diagram.key)
    if png is None and picture.instead is not None:
        draw_tiles(canvas, picture.instead)
    else:
        draw_picture(canvas, picture, png, bottom)
    canvas.row, canvas.area = max(bottom, canvas.row), None


def _draw(canvas: Canvas, block: Block) -> None:
    if not isinstance(block, Table | Fields):
        remember(canvas, canvas.row, TITLE)
    match block:
        case Table():
            draw_table(canvas, block)
        case Fields():
            draw_fields(canvas, block)
        case Tiles():
            draw_tiles(canvas, block)
        case Picture():
            draw_picture(canvas, block, canvas.shared.pictures.get(block.diagram.key))
        case Gantt():
            draw_gantt(canvas, block)
        case Chart():
            draw_chart(canvas, block)
