"""From drawn sheets to bytes: cells and links are put into the parts, and the zip gets one order and one time."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook as ExcelBook
from openpyxl.writer.excel import ExcelWriter

from oc_strategy.exporters.xlsx.canvas import Canvas, ref
from oc_strategy.exporters.xlsx.linking import hyperlinks, places_of, relations

_MAKER = "docProps/app.xml"
_MADE_BY = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>oc-strategy</Application></Properties>"
)
_FIRST_MEMBER = "[Content_Types].xml"
_EMPTY_DATA = re.compile(r"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_EMPTY_SIZE = re.compile(r'<dimension ref="A1(:A1)?"\s*/>')
_AFTER_LINKS = re.compile("(?=<printOptions|<pageMargins)")


def packed(excel: ExcelBook, canvases: list[Canvas], made: datetime) -> bytes:
    """The workbook's bytes, the same for the same contents; `made` stands as its time of creation and change."""
    excel.properties.created = excel.properties.modified = made
    parts = _parts(excel)
    places = places_of(canvases)
    for number, canvas in enumerate(canvases, 1):
        sheet = f"xl/worksheets/sheet{number}.xml"
        related = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        parts[sheet] = _filled(parts[sheet].decode(), canvas, hyperlinks(canvas, places)).encode()
        if whole := relations(canvas, places, parts.get(related, b"").decode()):
            parts[related] = whole.encode()
    return _zipped(parts)


def _parts(excel: ExcelBook) -> dict[str, bytes]:
    raw = BytesIO()
    ExcelWriter(excel, ZipFile(raw, "w")).save()
    with ZipFile(raw) as source:
        return {name: source.read(name) for name in source.namelist()} | {_MAKER: _MADE_BY}


def _zipped(parts: dict[str, bytes]) -> bytes:
    """A zip whose entries are sorted, dated 1980, and made on no system in particular."""
    raw = BytesIO()
    with ZipFile(raw, "w", ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name != _FIRST_MEMBER, name)):
            info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = info.external_attr = 0
            target.writestr(info, parts[name])
    return raw.getvalue()


def _filled(part: str, canvas: Canvas, links: str) -> str:
    """A sheet's XML with its rows, its size and its links, each where the schema wants it."""
    data = _sheet_data(canvas)
    part, count = _EMPTY_DATA.subn(lambda _: data, part, count=1)
    assert count == 1, canvas.key
    part = _EMPTY_SIZE.sub(f'<dimension ref="A1:{_corner(canvas)}"/>', part, count=1)
    return _AFTER_LINKS.sub(lambda _: links, part, count=1) if links else part


def _sheet_data(canvas: Canvas) -> str:
    rows = "".join(_row(canvas, row) for row in sorted(canvas.rows.keys() | canvas.heights.keys()))
    merged = "".join(f'<mergeCell ref="{cells}"/>' for cells in canvas.merged)
    joined = f'<mergeCells count="{len(canvas.merged)}">{merged}</mergeCells>' if merged else ""
    return f"<sheetData>{rows}</sheetData>{joined}"


def _row(canvas: Canvas, row: int) -> str:
    height = canvas.heights.get(row)
    tall = f' ht="{height:g}" customHeight="1"' if height else ""
    cells = canvas.rows.get(row, {})
    return f'<row r="{row}"{tall}>{"".join(cells[column] for column in sorted(cells))}</row>'


def _corner(canvas: Canvas) -> str:
    rows = max(canvas.rows, default=1)
    return ref(rows, max((max(cells) for cells in canvas.rows.values()), default=1))
