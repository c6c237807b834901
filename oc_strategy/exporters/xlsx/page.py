"""How a sheet prints and what it shows on opening: paper, margins, header, footer, frozen panes."""

from __future__ import annotations

from datetime import date

from openpyxl.worksheet.properties import PageSetupProperties

from oc_strategy.exporters.xlsx.canvas import FIRST, ID_COLUMN, Canvas, Shared, ref
from oc_strategy.exporters.xlsx.cleaning import HEADER_LIMIT, cut_header, for_header
from oc_strategy.exporters.xlsx.gantt_heading import HEADING_ROWS
from oc_strategy.lang import text, word
from oc_strategy.tables.sheet import Gantt, Sheet, Table, Workbook

_PAPERS = {"A4": 9, "A3": 8}
_PADDING = 0.71
"""Characters that Excel adds to each column for its margins."""
_POINTS_A_CHARACTER = 6.0
_SQUEEZE = 1.5
_FROZEN_WIDTH = 46.0


def set_page(canvas: Canvas, sheet: Sheet, book: Workbook) -> None:
    """Paper, margins, header and footer; done before the blocks, which ask for the orientation."""
    paper = canvas.sheet
    paper.page_setup.paperSize = _PAPERS[sheet.paper]
    paper.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    paper.page_setup.fitToWidth = canvas.layout.pages
    paper.page_setup.fitToHeight = 0
    paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    paper.print_options.horizontalCentered = True
    for side in ("left", "right"):
        setattr(paper.page_margins, side, 0.4)
    paper.page_margins.top, paper.page_margins.bottom = 0.75, 0.6
    paper.page_margins.header = paper.page_margins.footer = 0.3
    _set_header(canvas, header_of(book, canvas.shared))
    if canvas.layout.pages > 1 and all(isinstance(block, Table) for block in sheet.blocks):
        paper.print_title_cols = f"{_letter(ID_COLUMN)}:{_letter(FIRST + 1)}"
    paper.sheet_view.showGridLines = False
    paper.sheet_format.defaultRowHeight = 18.75


def header_of(book: Workbook, shared: Shared) -> tuple[str, str, str]:
    """Class, title and date for the page header; the title is cut so that all stays within Excel's limit."""
    label = for_header(shared.say(word("Confidentiality", book.audience), " / "))
    day = for_header(shared.say(text("xlsx.as_of", date=_slashed(book.as_of)), " / "))
    codes = len("&L&C&R")
    title = cut_header(for_header(shared.say(book.title, " / ")), HEADER_LIMIT - codes - len(label) - len(day))
    return label, title, day


def _set_header(canvas: Canvas, texts: tuple[str, str, str]) -> None:
    header, footer = canvas.sheet.oddHeader, canvas.sheet.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text, header.center.text, header.right.text = texts
    footer.center.text = "&P / &N"


def set_columns(canvas: Canvas) -> None:
    """Column widths, with the column of ids hidden."""
    for index, width in enumerate(canvas.layout.widths, FIRST):
        canvas.sheet.column_dimensions[_letter(index)].width = round(width + _PADDING, 2)
    hide_column(canvas, ID_COLUMN)


def hide_column(canvas: Canvas, column: int) -> None:
    """Hide a column that is for the tool, not for the reader."""
    dimension = canvas.sheet.column_dimensions[_letter(column)]
    dimension.width, dimension.hidden = 12, True


def freeze(canvas: Canvas, sheet: Sheet, heading_row: int) -> None:
    """Keep headings in sight and repeat them on each printed page; of a single table, its first columns too."""
    block = sheet.blocks[0] if sheet.blocks else None
    if isinstance(block, Gantt) and canvas.layout.labels:
        _freeze_axis(canvas, heading_row + (block.title is not None))
    elif isinstance(block, Table) and len(sheet.blocks) == 1:
        _freeze_table(canvas, block, heading_row + (block.title is not None))
    else:
        canvas.sheet.freeze_panes = "A2"
        canvas.sheet.print_title_rows = "1:1"


def _freeze_axis(canvas: Canvas, top: int) -> None:
    bottom = top + HEADING_ROWS
    canvas.sheet.print_title_rows = f"{top}:{bottom - 1}"
    canvas.sheet.freeze_panes = ref(bottom, FIRST + canvas.layout.labels)


def _freeze_table(canvas: Canvas, block: Table, heading_row: int) -> None:
    canvas.sheet.print_title_rows = f"{heading_row}:{heading_row}"
    kept = 1 if canvas.width(FIRST, FIRST + 1) > _FROZEN_WIDTH else 2
    column = FIRST + min(kept, len(block.columns) - 1)
    canvas.sheet.freeze_panes = ref(heading_row + 1, column)


def squeeze(canvas: Canvas, sheet: Sheet, is_data: bool) -> None:
    """Put a form that is only a little longer than a page on one page, and a sheet that asks for it in any case."""
    paper = canvas.sheet.page_setup
    ratio = 0.64 if paper.orientation == "landscape" else 1.32
    page = max(sum(canvas.layout.widths), canvas.layout.page) * _POINTS_A_CHARACTER * ratio
    is_short = not is_data and canvas.layout.pages == 1 and sum(canvas.heights.values()) <= page * _SQUEEZE
    if sheet.is_one_page or is_short:
        paper.fitToHeight = 1


def _slashed(day: date) -> str:
    return day.isoformat().replace("-", "/")


def _letter(column: int) -> str:
    return ref(1, column)[:-1]
