"""`worksheet`: write a project's workbook, or that of a portfolio."""

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
from oc_strategy.cli.form_filling import Order, fill_forms
from oc_strategy.cli.gathering import Gathered, SinceOption, is_whole, kept_of, portfolio_book_name, refuse_since
from oc_strategy.cli.reporting import reports_of, spoken, told_missing, told_mistakes, told_written, wrote
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption, selected_at


def _forms(incomplete: str) -> list[str]:
    from oc_strategy.cli.templates import form_folders

    return [name for name in form_folders() if name.startswith(incomplete)]


def _refuse_alone(form: str | None, focus: str | None) -> None:
    from oc_strategy.lang import text

    if form is None and focus is not None:
        raise Misuse(text("cli.misuse.form-only", options="--focus"))


def worksheet(
    path: PathOption = Path(),
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The folder to write into, or a file name with the suffix of the result."),
    ] = Path("out"),
    form: Annotated[
        str | None,
        typer.Option(
            "--form",
            metavar="NAME|FILE",
            help="Fill in this form instead: one of `oc-strategy forms`, or a .xlsx, .docx or .pptx of your own.",
            autocompletion=_forms,
        ),
    ] = None,
    focus: Annotated[
        str | None, typer.Option("--focus", metavar="ID", help="The standard that a form on one work item is about.")
    ] = None,
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    options: LayingOption = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    only_portfolio: Annotated[
        bool, typer.Option("--portfolio", help="Only the workbook on all projects together, not one of each.")
    ] = False,
    since: SinceOption = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write the workbook of a project; of a portfolio that of each project, and one on all of them; or fill in a form.

    A form is written once for each language of the portfolio that it has, for the audience that it is made for, unless
    --lang or --audience says otherwise.

    A file that somebody changed since it was written is left alone, unless --force is given.

    Exit status: 0 written, 1 mistakes in the text of a project (its workbook is not written), 2 it could not be done.
    """
    from oc_strategy.cli.made import book_bytes, book_name
    from oc_strategy.lang import text
    from oc_strategy.tables.book import workbook

    _refuse_alone(form, focus)
    portfolio, _ = selected_at(path, select, exclude, against)
    settings = settings_for(portfolio, as_of, option)
    if form is not None:
        order = Order(form, focus, since, output, audience, lang, as_of, force, quiet)
        has_mistakes, is_undone = fill_forms(portfolio, settings, path, order)
        has_mistakes |= told_mistakes(portfolio.mistakes, lang)
        raise typer.Exit(2 if is_undone else int(has_mistakes))
    languages, is_file = book_languages(portfolio, lang), output.suffix == ".xlsx"
    if is_file and not only_portfolio and len(portfolio.folders) > 1:
        raise Misuse(text("cli.misuse.one-file", path=output, count=len(portfolio.folders)))
    seen_by, is_together = audience_of(portfolio, audience), only_portfolio or is_whole(portfolio, path)
    refuse_since(since, is_made=is_together)
    gathered = Gathered(portfolio, settings, seen_by, since)
    has_mistakes, is_undone = told_mistakes(portfolio.mistakes, lang), False
    laying = None if only_portfolio else laying_for(portfolio, options)
    for loaded, report in reports_of(portfolio, settings, seen_by, lang, quiet=quiet, laying=laying):
        if report is None:
            gathered.miss(loaded.project.confidentiality)
            has_mistakes = True
            continue
        target = output if is_file else output / book_name(report)
        if not only_portfolio:
            with waiting(text("cli.writing"), spoken(lang), quiet=quiet or len(portfolio.folders) > 1):
                data, missing = book_bytes(workbook(report), languages)
            written = wrote(target.parent, {target.name: data}, lang, force=force)
            told_written(written, lang, quiet=quiet)
            is_undone |= told_missing(missing, lang) or not written
        if is_together:
            beside = output.parent / book_name(report) if is_file else target
            gathered.add(kept_of(loaded, report), beside.name if beside.is_file() else None)
    if is_together:
        target = output if is_file else output / portfolio_book_name(seen_by)
        is_undone |= not gathered.write(target, path, languages, lang, force=force, quiet=quiet)
    raise typer.Exit(2 if is_undone else int(has_mistakes))
