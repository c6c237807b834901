"""The parts of a workbook as openpyxl makes them, kept in memory: it would put each sheet into a file first."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from openpyxl import Workbook as ExcelBook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def parts_of(excel: ExcelBook) -> dict[str, bytes]:
    """Name and bytes of every part of the file."""
    archive = _Archive()
    _Writer(excel, cast(Any, archive)).write_data()
    return archive.parts


class _Archive:
    """What a writer needs of a zip file."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        self.parts[name] = data.encode() if isinstance(data, str) else data

    def namelist(self) -> list[str]:
        return list(self.parts)


class _Writer(ExcelWriter):
    def write_worksheet(self, ws: Any) -> None:
        """As the original does for a workbook that is not write-only, without its temporary file."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        cast(Any, self)._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)
