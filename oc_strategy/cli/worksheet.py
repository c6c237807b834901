"""`worksheet`: write a project's workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
from oc_strategy.cli.console import note
from oc_strategy.cli.reporting import reports_of, told_missing, told_mistakes, writing


def worksheet(
    path: PathOption = Path(),
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into, or a file name ending in .xlsx.")
    ] = Path("out"),
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write the workbook of a project, or of each project of a portfolio.

    Exit status: 0 written, 1 mistakes in the text of a project (its workbook is not written), 2 it could not be done.
    """
    from oc_strategy.cli.made import book_bytes, book_name
    from oc_strategy.tables.book import workbook

    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    languages = book_languages(portfolio, lang)
    failed = told_mistakes(portfolio.mistakes, lang)
    for _, report in reports_of(portfolio, settings, audience_of(portfolio, audience), lang, quiet=quiet):
        if report is None:
            failed = True
            continue
        data, missing = book_bytes(workbook(report), languages)
        target = output if output.suffix == ".xlsx" else output / book_name(report)
        for written in writing(target.parent, {target.name: data}, force=force):
            note(str(written), quiet=quiet)
        told_missing(missing, lang, quiet=quiet)
    raise typer.Exit(int(failed))
