"""What is measured inside one process: reading and checking against the bare events of the parser, and the workbook."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from openpyxl.cell import MergedCell

from benchmarks.generate import TODAY
from benchmarks.measuring import seconds_of
from oc_strategy import portfolio as portfolios
from oc_strategy.checking import Settings, check
from oc_strategy.conflicts import claims_of
from oc_strategy.exporters.diagrams import Format, drawings
from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.facts import Facts
from oc_strategy.model.text import LANGUAGES
from oc_strategy.report import Report, report
from oc_strategy.tables.book import workbook
from oc_strategy.tables.portfolio import Whole, part_of, portfolio_book
from oc_strategy.tables.portfolio.settling import settled
from oc_strategy.tables.sheet import Workbook
from oc_strategy.views.catalog import overviews
from oc_strategy.views.view import Diagram, View

SETTINGS = Settings(TODAY, Facts())
STYLE = "_style"
_STYLES = ("_fonts", "_fills", "_borders", "_alignments", "_protections", "_number_formats", "_cell_styles")


def events_and_checks(root: Path, runs: int) -> tuple[float, float, float]:
    """CPU seconds for the bare events of all project files, for loading the projects, and for loading and checking."""
    loaded = opened(root)
    texts = [(folder / "project.yaml").read_bytes() for folder in loaded.folders]
    check(loaded.load(loaded.folders[0]), SETTINGS)

    def events() -> None:
        for text in texts:
            following = yaml.CSafeLoader(text).get_event
            while type(following()) is not yaml.StreamEndEvent:
                pass

    def load() -> None:
        for folder in loaded.folders:
            loaded.load(folder)

    def load_and_check() -> None:
        for folder in loaded.folders:
            check(loaded.load(folder), SETTINGS)

    bare, loading, checking = seconds_of(events, load, load_and_check, runs=runs)
    return bare, loading, checking


def exponent(small: float, large: float, factor: float) -> float:
    """By which power the time grows while the size grows by a factor."""
    return math.log(large / small) / math.log(factor)


def book_and_openpyxl(root: Path, runs: int) -> tuple[float, float, int]:
    """CPU seconds of our writer, of openpyxl writing the same cells with shared styles, and how many cells."""
    return _against_openpyxl(workbook(_report(root)), runs)


def _against_openpyxl(book: Workbook, runs: int) -> tuple[float, float, int]:
    data = workbook_bytes(book, ("ja", "en"), {})
    ours, theirs = seconds_of(lambda: workbook_bytes(book, ("ja", "en"), {}), _copier(data), runs=runs)
    cells = sum(1 for sheet in openpyxl.load_workbook(BytesIO(data)) for row in sheet.iter_rows() for _ in row)
    return ours, theirs, cells


def sampled_books(root: Path, sample: int) -> tuple[float, float, int]:
    """As `book_and_openpyxl`, added up over a sample of the projects, evenly spread."""
    loaded = opened(root)
    folders = loaded.folders[:: max(1, len(loaded.folders) // sample)][:sample]
    found = [_against_openpyxl(workbook(report(loaded.load(f), SETTINGS, "internal")), 1) for f in folders]
    return sum(ours for ours, _, _ in found), sum(theirs for _, theirs, _ in found), sum(cells for *_, cells in found)


def portfolio_book_and_openpyxl(root: Path, runs: int) -> tuple[float, float, int]:
    """As `book_and_openpyxl`, for the one workbook on all projects of a portfolio."""
    loaded = opened(root)
    parts = []
    for folder in loaded.folders:
        project = loaded.load(folder)
        part = part_of(report(project, SETTINGS, "internal"), claims_of(project, "internal"))
        parts += [part] if part else []
    whole = Whole(loaded.settings.title, settled(parts), loaded.catalog.nodes, SETTINGS.facts, TODAY, "internal")
    return _against_openpyxl(portfolio_book(whole), runs)


def _copier(data: bytes) -> Callable[[], None]:
    """Writes the cells of a workbook again with openpyxl, style arrays shared; nothing else of the sheets."""
    source = openpyxl.load_workbook(BytesIO(data))
    sheets: dict[str, list[Any]] = {
        sheet.title: [
            (cell.row, cell.column, cell.value, getattr(cell, STYLE))
            for row in sheet.iter_rows()
            for cell in row
            if not isinstance(cell, MergedCell)
        ]
        for sheet in source
    }

    def copied() -> None:
        target = openpyxl.Workbook()
        for name in _STYLES:
            setattr(target, name, getattr(source, name))
        target.remove(target.worksheets[0])
        for title, cells in sheets.items():
            sheet = target.create_sheet(title)
            for row, column, value, style in cells:
                setattr(sheet.cell(row, column, value), STYLE, style)
        target.save(BytesIO())

    return copied


def drawing(root: Path, projects: int, formats: Sequence[Format], most: int | None = None) -> tuple[float, int]:
    """CPU seconds, those of Graphviz included, to draw the overviews of so many projects, and how many they are.

    In both languages; with `most` only those of at most so many boxes.
    """
    loaded = opened(root)
    reports = [report(loaded.load(folder), SETTINGS, "internal") for folder in loaded.folders[:projects]]
    made = [
        {(name, language): (diagram, language) for name, diagram in overviews(one).items() for language in LANGUAGES}
        for one in reports
    ]
    wanted = [{key: pair for key, pair in some.items() if most is None or _boxes(pair[0]) <= most} for some in made]
    started = _cpu()
    for some in wanted:
        drawings(some, formats)
    return _cpu() - started, sum(map(len, wanted))


def _boxes(diagram: Diagram) -> int:
    return len(diagram.boxes) if isinstance(diagram, View) else sum(len(lane.spans) for lane in diagram.lanes)


def _cpu() -> float:
    """CPU seconds of this process and of all processes that it waited for (POSIX only)."""
    import resource

    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _report(root: Path) -> Report:
    loaded = opened(root)
    return report(loaded.load(loaded.folders[0]), SETTINGS, "internal")


def opened(root: Path) -> portfolios.LoadedPortfolio:
    found = portfolios.find(root)
    if found is None:
        raise FileNotFoundError(root)
    return found
