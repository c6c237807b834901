"""How a sheet prints and what it shows on opening: paper, margins, header, footer, frozen panes."""

from __future__ import annotations

import math
from datetime import date

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline, PageSetupProperties

from oc_strategy.exporters.xlsx.canvas import FIRST, ID_COLUMN, Canvas, Shared
from oc_strategy.exporters.xlsx.cleaning import cut_header, for_header
from oc_strategy.exporters.xlsx.fitting import PADDING
from oc_strategy.exporters.xlsx.gantt_heading import HEADING_ROWS
from oc_strategy.exporters.xlsx.measuring import width_of
from oc_strategy.exporters.xlsx.palette import TABS
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.lang import text, word
from oc_strategy.tables.sheet import Gantt, Sheet, Table, Workbook

_PAPERS = {"A4": 9, "A3": 8}
_HEIGHTS = {9: (595.0, 842.0), 8: (842.0, 1190.0)}
"""Points of a page, landscape and portrait."""
_SIDE, _TOP, _BOTTOM = 0.35, 0.65, 0.5
"""Margins in inches."""
_SMALLEST = 0.7
"""To how much a page may be shrunk for fewer pages, so that letters of 10 points stay at 7."""
_SQUEEZE = 0.8
"""How much narrower than the paper a page may become only to save another one."""
_LOSS = 1.03
"""What pages lose at their ends, where no row is cut in two."""
_SAFE = 0.9
"""Of a page that may be reckoned with for what must not be cut in two."""
_FROZEN_WIDTH = 46.0
_HEADER_SIZE = 9
_ZOOM = {"A4": 100, "A3": 85}


def set_page(canvas: Canvas, sheet: Sheet, book: Workbook) -> None:
    """Paper, margins, header and footer; done before the blocks, which ask for the orientation."""
    paper = canvas.sheet
    paper.page_setup.paperSize = _PAPERS[sheet.paper]
    paper.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    paper.page_setup.fitToWidth = 1
    paper.page_setup.fitToHeight = int(sheet.is_one_page)
    paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    paper.sheet_properties.outlinePr = Outline(summaryBelow=False, summaryRight=False)
    paper.sheet_properties.tabColor = TABS[min(sheet.number // 3, len(TABS) - 1)]
    paper.print_options.horizontalCentered = True
    paper.page_margins.left = paper.page_margins.right = _SIDE
    paper.page_margins.top, paper.page_margins.bottom = _TOP, _BOTTOM
    paper.page_margins.header = paper.page_margins.footer = 0.3
    _set_header(canvas, header_of(book, canvas.shared, canvas.layout.page))
    paper.sheet_view.showGridLines = False
    paper.sheet_view.zoomScale = paper.sheet_view.zoomScaleNormal = _ZOOM[sheet.paper]
    paper.sheet_format.defaultRowHeight = 18.75


def header_of(book: Workbook, shared: Shared, page: float) -> tuple[str, str, str]:
    """Class, title and date for the page header; the title is cut so that it touches neither, nor Excel's limit.

    The class stands in all languages of the book; title and date in its first. `page` is the width in characters.
    """
    first = shared.languages[0]
    label = shared.say(word("Confidentiality", book.audience), " / ")
    day = text("xlsx.as_of", date=_slashed(book.as_of)).of(first)
    room = page * 11 / _HEADER_SIZE - 2 * max(width_of(label), width_of(day)) - 4
    title = book.title.of(first)
    while width_of(title) > room and len(title) > 1:
        title = title[:-2].rstrip("…") + "…"
    return for_header(label), cut_header(for_header(title), 150), for_header(day)


def _set_header(canvas: Canvas, texts: tuple[str, str, str]) -> None:
    header, footer = canvas.sheet.oddHeader, canvas.sheet.oddFooter
    assert header is not None
    assert footer is not None
    for part, words in zip((header.left, header.center, header.right), texts, strict=True):
        part.text, part.size = words, _HEADER_SIZE
    footer.center.text, footer.center.size = "&P / &N", _HEADER_SIZE


def set_columns(canvas: Canvas) -> None:
    """Column widths, with the column of ids hidden and the columns that nobody filled in folded away."""
    for index, width in enumerate(canvas.layout.widths, FIRST):
        is_folded = index >= FIRST + canvas.layout.seen
        canvas.columns[index] = f'width="{width + PADDING:.2f}"' + (' hidden="1" outlineLevel="1"' if is_folded else "")
    if canvas.layout.seen < len(canvas.layout.widths):
        canvas.sheet.column_dimensions.max_outline = 1
    hide_column(canvas, ID_COLUMN)


def hide_column(canvas: Canvas, column: int) -> None:
    """Hide a column that is for the tool, not for the reader."""
    canvas.columns[column] = 'width="12" hidden="1"'


def freeze(canvas: Canvas, sheet: Sheet, heading_row: int, end: int) -> None:
    """Keep headings in sight and repeat them on each printed page; of tables of data, their first columns too.

    `heading_row` is where the first block begins, `end` the row after it: a time axis that ends on its first page is
    not repeated above what follows it.
    """
    block = sheet.blocks[0] if sheet.blocks else None
    if isinstance(block, Gantt) and canvas.layout.labels:
        _freeze_axis(canvas, heading_row + (block.title is not None), end)
    elif isinstance(block, Table) and len(sheet.blocks) == 1:
        top = heading_row + (block.title is not None)
        canvas.sheet.print_title_rows = f"{top}:{top}"
        _freeze_at(canvas, top + 1, _kept(canvas))
    else:
        is_page = canvas.layout.is_form or sheet.is_one_page
        _freeze_at(canvas, 2, ID_COLUMN if is_page else _kept(canvas))
        canvas.sheet.print_title_rows = "1:1"


def _freeze_at(canvas: Canvas, row: int, column: int) -> None:
    """Freeze what stands above and left of a cell, and put the cursor into the first cell in sight below."""
    canvas.sheet.freeze_panes = ref(row, column)
    view = canvas.sheet.sheet_view
    for selection in view.selection:
        if view.pane is not None and selection.pane == view.pane.activePane:
            selection.activeCell = selection.sqref = ref(row, max(column, FIRST))


def _freeze_axis(canvas: Canvas, top: int, end: int) -> None:
    bottom = top + HEADING_ROWS
    height = sum(height for row, height in canvas.heights.items() if row < end)
    if height * _scale(canvas) > page_height(canvas):
        canvas.sheet.print_title_rows = f"{top}:{bottom - 1}"
    _freeze_at(canvas, bottom, FIRST + canvas.layout.labels)


def _kept(canvas: Canvas) -> int:
    """The first column that scrolls: after the id and the name where both leave room for others."""
    kept = 1 if canvas.width(FIRST, FIRST + 1) > _FROZEN_WIDTH else 2
    return FIRST + min(kept, canvas.layout.seen - 1)


def page_height(canvas: Canvas) -> float:
    """Points between the margins of a page as set up, before any shrinking."""
    setup = canvas.sheet.page_setup
    return _HEIGHTS[setup.paperSize or _PAPERS["A4"]][setup.orientation == "portrait"] - (_TOP + _BOTTOM) * 72


def keep_together(canvas: Canvas, height: float) -> None:
    """Begin a new page where what comes next, so many points high, might be cut in two by the end of this one.

    How high a page comes out differs a little from program to program, so it is reckoned with less than that; and
    where more than a page has gone before, nobody knows how much of the last one is taken.
    """
    if canvas.sheet.page_setup.fitToHeight == 1:
        return
    page = page_height(canvas) / _scale(canvas) * _SAFE
    begun = max((row_break.id for row_break in canvas.sheet.row_breaks.brk), default=0)
    used = sum(tall for row, tall in canvas.heights.items() if begun < row < canvas.row)
    if used + height > page:
        canvas.sheet.row_breaks.append(Break(id=canvas.row - 1))


def _scale(canvas: Canvas) -> float:
    """How much the columns shrink to the width of the paper."""
    return min(1.0, canvas.layout.page / canvas.layout.across)


def squeeze(canvas: Canvas, sheet: Sheet) -> None:
    """Print on as few pages as legible letters allow, so that no page is left with a line or two.

    Where a page was begun for a chart, they stay as they are: on fewer pages others would be cut.
    """
    if canvas.sheet.row_breaks.brk:
        return
    scale = _scale(canvas)
    height = sum(canvas.heights.values()) * _LOSS
    pages = math.ceil(height * scale / page_height(canvas))
    fewer = max(1, math.ceil(height * max(_SMALLEST, scale * _SQUEEZE) / page_height(canvas)))
    if sheet.is_one_page or fewer < pages or pages == 1:
        canvas.sheet.page_setup.fitToHeight = 1 if sheet.is_one_page else fewer


def set_print_area(canvas: Canvas) -> None:
    """What goes to paper: all rows, without the columns for the tool and those that few rows fill in."""
    canvas.sheet.print_area = f"{ref(1, FIRST)}:{ref(max(canvas.heights), canvas.last)}"


def _slashed(day: date) -> str:
    return day.isoformat().replace("-", "/")
