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
    LayingOption,
    OptionId,
    PathOption,
    Quiet,
    audience_of,
    book_languages,
    laying_for,
    settings_for,
)
from oc_strategy.cli.console import Misuse, waiting
from oc_strategy.cli.reporting import reports_of, spoken, told_missing, told_mistakes, told_written, wrote
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption, selected_at


def worksheet(
    path: PathOption = Path(),
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into, or a file name ending in .xlsx.")
    ] = Path("out"),
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    options: LayingOption = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write the workbook of a project, or of each project of a portfolio.

    A workbook that somebody changed since it was written is left alone, unless --force is given.

    Exit status: 0 written, 1 mistakes in the text of a project (its workbook is not written), 2 it could not be done.
    """
    from oc_strategy.cli.made import book_bytes, book_name
    from oc_strategy.lang import text
    from oc_strategy.tables.book import workbook

    portfolio, _ = selected_at(path, select, exclude, against)
    settings = settings_for(portfolio, as_of, option)
    languages, is_file = book_languages(portfolio, lang), output.suffix == ".xlsx"
    if is_file and len(portfolio.folders) > 1:
        raise Misuse(text("cli.misuse.one-file", path=output, count=len(portfolio.folders)))
    has_mistakes, is_undone = told_mistakes(portfolio.mistakes, lang), False
    laying, seen_by = laying_for(portfolio, options), audience_of(portfolio, audience)
    for _, report in reports_of(portfolio, settings, seen_by, lang, quiet=quiet, laying=laying):
        if report is None:
            has_mistakes = True
            continue
        with waiting(text("cli.writing"), spoken(lang), quiet=quiet or len(portfolio.folders) > 1):
            data, missing = book_bytes(workbook(report), languages)
        target = output if is_file else output / book_name(report)
        written = wrote(target.parent, {target.name: data}, lang, force=force)
        told_written(written, lang, quiet=quiet)
        is_undone |= told_missing(missing, lang) or not written
    raise typer.Exit(2 if is_undone else int(has_mistakes))
