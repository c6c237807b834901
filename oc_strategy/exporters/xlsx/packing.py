"""From drawn sheets to bytes: cells are put into the parts, and the zip gets one order and one time."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook as ExcelBook
from openpyxl.writer.excel import ExcelWriter

from oc_strategy.exporters.xlsx.canvas import Canvas, ref

_FIRST_MEMBER = "[Content_Types].xml"
_EMPTY_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_EMPTY_SIZE = re.compile(rb'<dimension ref="A1(:A1)?"\s*/>')


def packed(excel: ExcelBook, canvases: list[Canvas], made: datetime) -> bytes:
    """The workbook's bytes, the same for the same contents; `made` stands as its time of creation and change."""
    excel.properties.created = excel.properties.modified = made
    raw = BytesIO()
    ExcelWriter(excel, ZipFile(raw, "w")).save()
    cells = {f"xl/worksheets/sheet{n}.xml": canvas for n, canvas in enumerate(canvases, 1)}
    packed_up = BytesIO()
    with ZipFile(raw) as source, ZipFile(packed_up, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST_MEMBER, name)):
            part = source.read(name)
            target.writestr(_member(name), _with_cells(part, cells[name]) if name in cells else part)
    return packed_up.getvalue()


def _member(name: str) -> ZipInfo:
    """A zip entry dated 1980, made on no system in particular."""
    info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = 0
    return info


def _with_cells(part: bytes, canvas: Canvas) -> bytes:
    data = _sheet_data(canvas).encode()
    part, count = _EMPTY_DATA.subn(lambda _: data, part, count=1)
    assert count == 1, canvas.key
    size = f'<dimension ref="A1:{_corner(canvas)}"/>'.encode()
    return _EMPTY_SIZE.sub(lambda _: size, part, count=1)


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
