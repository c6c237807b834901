"""Workbooks written from projects and read again, in this process: a child process for each would take too long."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from oc_strategy.checking import Settings
from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.facts import Facts
from oc_strategy.importers.xlsx import Content, ReadBook, ReadSheet
from oc_strategy.importers.xlsx.reading import _sheet
from oc_strategy.model.text import Confidentiality, Language
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject, find, portfolio_of_texts
from oc_strategy.pulling import Plan, Record, planned, record_of
from oc_strategy.report import report
from oc_strategy.tables.book import workbook

TODAY = date(2026, 11, 23)
EXAMPLES = Path(__file__).parents[2] / "examples"
PROJECTS = sorted(path.parent.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("project.yaml"))
LANGUAGES: tuple[tuple[Language, ...], ...] = (("ja",), ("en",), ("ja", "en"))


@cache
def project_at(folder: Path) -> tuple[LoadedPortfolio, LoadedProject]:
    portfolio = find(folder)
    assert portfolio is not None
    return portfolio, portfolio.load(portfolio.folders[0])


def of_text(text: str) -> tuple[LoadedPortfolio, LoadedProject]:
    portfolio = portfolio_of_texts({"demo/project.yaml": text})
    loaded = portfolio.load(portfolio.folders[0])
    assert not loaded.mistakes, [mistake.message.en for mistake in loaded.mistakes]
    return portfolio, loaded


def written(
    loaded: LoadedProject, languages: tuple[Language, ...] = ("en",), audience: Confidentiality = "restricted"
) -> bytes:
    book = workbook(report(loaded, Settings(TODAY, Facts()), audience))
    return workbook_bytes(book, languages, {})


def read(data: bytes) -> ReadBook:
    """As the child process reads it, which has no use for numpy; others here do."""
    numpy = sys.modules.get("numpy")
    from oc_strategy.importers.xlsx import worker

    sys.modules.pop("numpy", None)
    if numpy is not None:
        sys.modules["numpy"] = numpy
    return ReadBook(tuple(_sheet(sheet) for sheet in worker._sheets(data)))


def record_in(book: ReadBook) -> Record:
    record = record_of(book)
    assert isinstance(record, Record)
    return record


def plan_of(portfolio: LoadedPortfolio, loaded: LoadedProject, book: ReadBook) -> Plan:
    return planned(portfolio, loaded, book, record_in(book))


def with_cells(book: ReadBook, sheet: str, cells: Mapping[tuple[int, int], Content | None]) -> ReadBook:
    """The book with other contents of some cells of a sheet; None empties one."""
    found = next(one for one in book.sheets if one.name == sheet)
    rows = {row: dict(line) for row, line in found.rows.items()}
    for (row, column), content in cells.items():
        line = rows.setdefault(row, {})
        line.pop(column, None)
        if content is not None:
            line[column] = content
    return ReadBook(tuple(replace(one, rows=rows) if one is found else one for one in book.sheets))


def without_row(book: ReadBook, sheet: str, row: int) -> ReadBook:
    found = next(one for one in book.sheets if one.name == sheet)
    rows = {number: line for number, line in found.rows.items() if number != row}
    return ReadBook(tuple(ReadSheet(s.name, s.is_hidden, rows) if s is found else s for s in book.sheets))


def with_room(book: ReadBook, sheet: str, row: int, count: int) -> ReadBook:
    """The book with empty lines put into a sheet behind a row."""
    moved = [
        replace(one, rows={number + (count if number > row else 0): line for number, line in one.rows.items()})
        if one.name == sheet else one
        for one in book.sheets
    ]  # fmt: skip
    return ReadBook(tuple(moved))


def cell_of(book: ReadBook, row_id: str, heading: str) -> tuple[str, int, int]:
    """Sheet, row and column of a field: beside the hidden id, below the heading."""
    for sheet in book.sheets:
        column = None
        for number, line in sorted(sheet.rows.items()):
            if str(line.get(1, "")).startswith("_id "):
                column = next((place for place, words in line.items() if str(words).split("\n")[-1] == heading), None)
            elif line.get(1) == row_id and column is not None:
                return sheet.name, number, column
    raise KeyError(row_id, heading)
