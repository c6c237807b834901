"""A workbook read and held against its project, and the plan of that as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from oc_strategy.cli.asking import book_languages
from oc_strategy.cli.console import BookLang, Misuse
from oc_strategy.cli.reporting import told_mistakes, told_written, wrote

if TYPE_CHECKING:
    from oc_strategy.importers.xlsx import ReadBook
    from oc_strategy.model.text import Confidentiality, Text
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
    from oc_strategy.pulling.plan import Plan


def held_against(
    workbook: Path, portfolio: LoadedPortfolio, path: Path, lang: BookLang | None
) -> tuple[LoadedProject, Plan, Confidentiality]:
    """The project of a workbook and the plan; Misuse for a workbook that is none of its, exit 1 for mistakes."""
    from oc_strategy.lang import text
    from oc_strategy.model.text import Text
    from oc_strategy.pulling.planning import planned
    from oc_strategy.pulling.record import record_of
    from oc_strategy.tables.portfolio import PORTFOLIO

    book = read(workbook)
    record = record_of(book)
    if isinstance(record, Text):
        raise Misuse(_of(workbook, record))
    if record.book.startswith("plan/"):
        raise Misuse(_of(workbook, text("pull.is-plan")))
    if record.book == PORTFOLIO:
        raise Misuse(_of(workbook, text("pull.is-portfolio")))
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    wrong = [*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes)]
    if told_mistakes(wrong, lang):
        raise typer.Exit(1)
    project = next((project for project in loaded if project.project.id == record.book), None)
    if project is None:
        known = ", ".join(project.project.id for project in loaded[:8]) or str(path)
        raise Misuse(_of(workbook, text("pull.other-project", book=record.book, project=known)))
    return project, planned(portfolio, project, book, record), record.audience


def read(workbook: Path) -> ReadBook:
    """The cells of a workbook; Misuse where it is not read."""
    from oc_strategy.importers.xlsx import Unreadable, read_workbook

    found = read_workbook(workbook)
    if isinstance(found, Unreadable):
        raise Misuse(_of(workbook, found.said))
    return found


def _of(workbook: Path, said: Text) -> Text:
    from oc_strategy.lang import text

    return text("cli.os.said", path=workbook, problem=said)


def plan_written(
    plan: Plan,
    loaded: LoadedProject,
    audience: Confidentiality,
    portfolio: LoadedPortfolio,
    output: Path,
    lang: BookLang | None,
    *,
    quiet: bool,
) -> None:
    """Write a plan as a workbook; Misuse for a name that is none of one."""
    from datetime import date

    from oc_strategy.exporters.xlsx import workbook_bytes
    from oc_strategy.lang import text
    from oc_strategy.pulling.plan_book import plan_book

    if output.suffix != ".xlsx":
        raise Misuse(text("pull.plan-name", path=output))
    book = plan_book(plan, loaded.project.id, loaded.project.name(), audience, date.today())
    data = workbook_bytes(book, book_languages(portfolio, lang), {})
    written = wrote(output.parent, {output.name: data}, lang, force=False)
    told_written(written, lang, quiet=quiet)
    if not written:
        raise typer.Exit(2)
