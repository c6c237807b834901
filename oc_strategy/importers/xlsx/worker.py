"""Reads the cells of a workbook in a process of its own, which the system stops at its limits.

Run as a script: the workbook comes on standard input, JSON goes to standard output. It imports nothing of this package.
"""

# ruff: noqa: E402 - what openpyxl must not load is said before it is loaded
from __future__ import annotations

import json
import re
import sys
from collections.abc import Generator, Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

# openpyxl would load it for types that no workbook holds.
sys.modules["numpy"] = None  # type: ignore[assignment]

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import DATA_TAG, FORMULA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.constants import ARC_SHARED_STRINGS, SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

MEMORY: Final = 2**30
SECONDS: Final = 20
MAX_ROW: Final = 20_000
MAX_COLUMN: Final = 256
MAX_SHEETS: Final = 200
MAX_CELLS: Final = 1_500_000
MAX_LETTERS: Final = 40_000_000
CELL_LIMIT: Final = 32_767
"""Letters in one cell (Excel specifications and limits)."""
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_BREAK: Final = re.compile("\r\n?")


class Refused(Exception):  # noqa: N818 - nothing is wrong with the program
    """The workbook is beyond a limit: the code of the refusal and the values it names."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class _Reader(ExcelReader):
    """Reads the parts that cells need, and strings as they were written: openpyxl undoes half of an escape."""

    def read_strings(self) -> None:
        package: Any = self.package
        found = package.find(SHARED_STRINGS)
        name = found.PartName[1:] if found is not None else ARC_SHARED_STRINGS
        if name in self.valid_files:
            with self.archive.open(name) as source:
                self.shared_strings = list(_strings(source))


def _strings(source: Any) -> Iterator[str]:
    for _, element in iterparse(source):
        if element.tag == f"{{{SHEET_MAIN_NS}}}si":
            found: Any = Text.from_tree(element)
            yield found.content
            element.clear()


class _Parser(WorkSheetParser):
    """Reads the rows alone, and marks what a formula works out."""

    def parse(self) -> Generator[Any, None, None]:
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()
            elif element.tag == DATA_TAG:
                return

    def parse_cell(self, element: Any) -> Any:
        cell = super().parse_cell(element)
        return {**cell, "is_formula": element.find(FORMULA_TAG) is not None}


def main() -> None:
    """Read standard input; a refusal is an answer like any other."""
    _limit()
    try:
        answer: dict[str, Any] = {"sheets": list(_sheets(sys.stdin.buffer.read()))}
    except Refused as refused:
        answer = {"code": refused.code, "values": refused.values}
    except MemoryError:
        answer = {"code": "too-much", "values": {}}
    except Exception as error:  # whatever a library makes of a broken file
        answer = {"code": "broken", "values": {"problem": type(error).__name__}}
    json.dump(answer, sys.stdout)


def _limit() -> None:
    """Windows has no such limits: there the one who started this process stops it after a while."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _sheets(data: bytes) -> Iterator[dict[str, Any]]:
    reader = _Reader(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    left = {"cells": MAX_CELLS, "letters": MAX_LETTERS}
    for number, (sheet, relation) in enumerate(reader.parser.find_sheets()):
        if number >= MAX_SHEETS:
            raise Refused("too-many-sheets", limit=MAX_SHEETS)
        if relation.target in reader.valid_files and "chartsheet" not in relation.Type:
            with reader.archive.open(relation.target) as source:
                rows = list(_rows(sheet.name, _parser(reader, source), left))
            yield {"name": _plain(sheet.name), "hidden": sheet.state != "visible", "rows": rows}


def _parser(reader: Any, source: Any) -> Any:
    book = reader.wb
    return _Parser(
        source, reader.shared_strings, data_only=True, epoch=book.epoch, date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )  # fmt: skip


def _rows(name: str, parser: Any, left: dict[str, int]) -> Iterator[list[Any]]:
    for row, cells in parser.parse():
        found = [cell for cell in cells if cell["value"] is not None or cell["is_formula"]]
        if found and row > MAX_ROW:
            raise Refused("too-many-rows", sheet=name[:31], limit=MAX_ROW)
        if any(cell["column"] > MAX_COLUMN for cell in found):
            raise Refused("too-many-columns", sheet=name[:31], limit=MAX_COLUMN)
        if found:
            yield [row, [[cell["column"], *_content(name, cell, left)] for cell in found]]


def _content(name: str, cell: Any, left: dict[str, int]) -> list[Any]:
    value = cell["value"]
    left["cells"] -= 1
    if isinstance(value, str):
        if len(value) > 2 * CELL_LIMIT:
            raise Refused("cell-too-long", sheet=name[:31], limit=CELL_LIMIT)
        value = _plain(value)
        left["letters"] -= len(value)
    if min(left.values()) < 0:
        raise Refused("too-much")
    return [*_typed(value, is_fault=cell["data_type"] == "e"), cell["is_formula"]]


def _typed(value: Any, *, is_fault: bool) -> tuple[str, Any]:
    if is_fault:
        return "fault", str(value)
    if isinstance(value, datetime):
        return ("date", value.date().isoformat()) if value.time() == time() else ("plain", value.isoformat(" "))
    if isinstance(value, date):
        return "date", value.isoformat()
    return "plain", value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _plain(words: str) -> str:
    """Words with escaped letters as these letters, and with one kind of line break."""
    if "_x" in words:
        words = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
    return _BREAK.sub("\n", words) if "\r" in words else words


if __name__ == "__main__":
    main()
