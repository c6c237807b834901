"""From drawn sheets to bytes: cells and links are put into the parts, and the zip gets one order and one time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from openpyxl import Workbook as ExcelBook

from oc_strategy.exporters.xlsx.canvas import Canvas, ref
from oc_strategy.exporters.xlsx.cleaning import as_attribute
from oc_strategy.exporters.xlsx.linking import hyperlinks, places_of, relations
from oc_strategy.exporters.xlsx.parts import parts_of
from oc_strategy.exporters.zipping import zipped

_MAKER = "docProps/app.xml"
_MADE_BY = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>oc-strategy</Application></Properties>"
)
_EMPTY_DATA = re.compile(r"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_BREAK = "_x000a_"
"""How Excel writes a line break in the name of a column, which must equal the heading cell."""
_ONLY_COLUMN = re.compile(r"<tableColumns.*</tableColumns>")
_EMPTY_SIZE = re.compile(r'<dimension ref="A1(:A1)?"\s*/>')
_AFTER_LINKS = re.compile("(?=<printOptions|<pageMargins)")


def packed(excel: ExcelBook, canvases: list[Canvas], made: datetime) -> bytes:
    """The workbook's bytes, the same for the same contents; `made` stands as its time of creation and change."""
    excel.properties.created = excel.properties.modified = made
    parts = parts_of(excel) | {_MAKER: _MADE_BY}
    places = places_of(canvases)
    for number, canvas in enumerate(canvases, 1):
        sheet = f"xl/worksheets/sheet{number}.xml"
        related = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        parts[sheet] = _filled(parts[sheet].decode(), canvas, hyperlinks(canvas, places)).encode()
        if whole := relations(canvas, places, parts.get(related, b"").decode()):
            parts[related] = whole.encode()
    for number, names in enumerate((names for canvas in canvases for names in canvas.frames), 1):
        table = f"xl/tables/table{number}.xml"
        head, tail = _ONLY_COLUMN.split(parts[table].decode())
        parts[table] = f"{head}{_table_columns(names)}{tail}".encode()
    return zipped(parts)


def _filled(part: str, canvas: Canvas, links: str) -> str:
    """A sheet's XML with its rows, its size and its links, each where the schema wants it."""
    data = _sheet_data(canvas)
    part, count = _EMPTY_DATA.subn(lambda _: data, part, count=1)
    assert count == 1, canvas.key
    part = _EMPTY_SIZE.sub(f'<dimension ref="A1:{_corner(canvas)}"/>', part, count=1)
    return _AFTER_LINKS.sub(lambda _: links, part, count=1) if links else part


def _sheet_data(canvas: Canvas) -> str:
    """What a sheet has many of, in the order of the schema: columns, rows, joined cells, bars, drop-downs."""
    columns = (f'<col min="{n}" max="{n}" {look} customWidth="1"/>' for n, look in sorted(canvas.columns.items()))
    rows = (_row(canvas, row) for row in sorted(canvas.rows.keys() | canvas.heights.keys()))
    merged = [f'<mergeCell ref="{cells}"/>' for cells in canvas.merged]
    return "".join(
        [
            _listed("cols", columns),
            f"<sheetData>{''.join(rows)}</sheetData>",
            _listed("mergeCells", merged, is_counted=True),
            *canvas.bars,
            _listed("dataValidations", canvas.validations, is_counted=True),
        ]
    )


def _listed(name: str, items: Iterable[str], *, is_counted: bool = False) -> str:
    """An element around others, with their number if that is asked for; nothing around none."""
    items = list(items)
    count = f' count="{len(items)}"' if is_counted else ""
    return f"<{name}{count}>{''.join(items)}</{name}>" if items else ""


def _table_columns(names: list[str]) -> str:
    quoted = (as_attribute(name).replace("&#10;", _BREAK) for name in names)
    columns = (f'<tableColumn id="{number}" name={name}/>' for number, name in enumerate(quoted, 1))
    return _listed("tableColumns", columns, is_counted=True)


def _row(canvas: Canvas, row: int) -> str:
    height = canvas.heights.get(row)
    tall = f' ht="{height:g}" customHeight="1"' if height else ""
    cells = canvas.rows.get(row, {})
    return f'<row r="{row}"{tall}>{"".join([cells[column] for column in sorted(cells)])}</row>'


def _corner(canvas: Canvas) -> str:
    rows = max(canvas.rows, default=1)
    return ref(rows, max((max(cells) for cells in canvas.rows.values()), default=1))
