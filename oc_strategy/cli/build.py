"""`build`: everything for a project or a portfolio into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceOption,
    BookLangOption,
    Force,
    OptionId,
    PathOption,
    Quiet,
    audience_of,
    book_languages,
    portfolio_at,
    settings_for,
)
from oc_strategy.cli.console import note, paint_for
from oc_strategy.cli.reporting import reports_of, spoken, told_missing, told_mistakes, writing

if TYPE_CHECKING:
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.model.text import Language
    from oc_strategy.report import Report


def build(
    path: PathOption = Path(),
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.")] = Path("out"),
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write everything: workbook, diagrams as SVG and PNG, and findings, one folder a project.

    Exit status: 0 built (whatever the checks found: see `check`), 1 mistakes in the text, 2 it could not be done.
    """
    import sys

    from oc_strategy.exporters.findings.as_text import summary

    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    languages = book_languages(portfolio, lang)
    failed = told_mistakes(portfolio.mistakes, lang)
    missing: list[NotDrawn] = []
    for _, report in reports_of(portfolio, settings, audience_of(portfolio, audience), lang, quiet=quiet):
        if report is None:
            failed = True
            continue
        files, undrawn = files_of(report, languages)
        missing += undrawn
        folder = output / report.project.id
        writing(folder, files, force=force)
        counts = summary(report.findings, spoken(lang), paint_for(sys.stderr)) if report.shows_findings else ""
        note(f"{folder}: {len(files)} files. {counts}", quiet=quiet)
    told_missing(missing, lang, quiet=quiet)
    raise typer.Exit(int(failed))


def files_of(report: Report, languages: tuple[Language, ...]) -> tuple[dict[str, bytes], list[NotDrawn]]:
    """All files of a project by name, and what could not be drawn."""
    from oc_strategy.cli.made import book_bytes, book_name, diagram_names, findings_files
    from oc_strategy.tables.book import workbook
    from oc_strategy.views.catalog import overviews

    data, undrawn = book_bytes(workbook(report), languages)
    drawn, missing = diagram_names(overviews(report), languages, ("svg", "png"))
    files = {book_name(report): data, **drawn, **findings_files(report, languages)}
    return files, [*undrawn, *missing]
