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
from oc_strategy.cli.console import note, paint_for, waiting
from oc_strategy.cli.reporting import reports_of, spoken, told_missing, told_mistakes, wrote

if TYPE_CHECKING:
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedPortfolio
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

    The folder has the project's id; for an audience that is not the usual one it also has the audience's name.

    Exit status: 0 built (whatever the checks found: see `check`), 1 mistakes in the text, 2 it could not be done.
    """
    from oc_strategy.lang import text

    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    languages, seen_by = book_languages(portfolio, lang), audience_of(portfolio, audience)
    has_mistakes, is_refused = told_mistakes(portfolio.mistakes, lang), False
    missing: list[NotDrawn] = []
    for _, report in reports_of(portfolio, settings, seen_by, lang, quiet=quiet):
        if report is None:
            has_mistakes = True
            continue
        # Beside the bar of a long run no second sign of life can turn.
        with waiting(text("cli.writing"), spoken(lang), quiet=quiet or len(portfolio.folders) > 1):
            files, undrawn = files_of(report, languages)
        missing += undrawn
        folder = output / _folder_name(report, portfolio)
        if wrote(folder, files, lang, force=force):
            note(_news(report, folder, len(files), lang), quiet=quiet)
        else:
            is_refused = True
    is_undrawn = told_missing(missing, lang)
    raise typer.Exit(2 if is_refused or is_undrawn else int(has_mistakes))


def _folder_name(report: Report, portfolio: LoadedPortfolio) -> str:
    """Apart for each audience: what is handed to a partner shall not lie beside what is not."""
    is_usual = report.audience == audience_of(portfolio, None)
    return report.project.id if is_usual else f"{report.project.id}-{report.audience}"


def _news(report: Report, folder: Path, count: int, lang: str | None) -> str:
    import sys

    from oc_strategy.exporters.findings.as_text import summary
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    language = spoken(lang)  # type: ignore[arg-type]
    counts = summary(report.findings, language, paint_for(sys.stderr)) if report.shows_findings else ""
    return text("cli.built", folder=clean(str(folder)), count=count, counts=counts).of(language).rstrip()


def files_of(report: Report, languages: tuple[Language, ...]) -> tuple[dict[str, bytes], list[NotDrawn]]:
    """All files of a project by name, and what could not be drawn (then there is DOT text, too)."""
    from oc_strategy.cli.made import book_bytes, book_name, diagram_names, findings_files
    from oc_strategy.tables.book import workbook
    from oc_strategy.views.catalog import overviews

    data, undrawn = book_bytes(workbook(report), languages)
    diagrams = overviews(report)
    drawn, missing = diagram_names(diagrams, languages, ("svg", "png"))
    if missing:
        # Somebody else may have Graphviz: the text that it draws from is handed over instead.
        drawn |= diagram_names(diagrams, languages, ("dot",))[0]
    files = {book_name(report): data, **drawn, **findings_files(report, languages)}
    return files, [*undrawn, *missing]
