"""`check`: say what is wrong, doubtful or unanswered in projects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import AsOf, LangOption, Level, OptionId, PathsOption, Quiet, portfolio_at, settings_for
from oc_strategy.cli.console import language_of, note, paint_for, say, with_progress

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.portfolio import LoadedPortfolio


def check(
    paths: PathsOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="Shape of the result.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write there instead of to the screen.")] = None,
    fail_on: Annotated[Level, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = "error",
    unanswered: Annotated[bool, typer.Option("--unanswered", help="Show what could not be checked, too.")] = False,
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Honour no exception (audit).")] = False,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Check projects for mistakes in the text and gaps in the strategy.

    Exit status: 0 nothing at or above the level, 1 findings or mistakes in the text, 2 the check could not be done.
    """
    found: list[Diagnostic] = []
    for path in paths or [Path()]:
        portfolio = portfolio_at(path)
        settings = settings_for(portfolio, as_of, option)
        found += checked(portfolio, settings, honour=not no_exceptions, quiet=quiet)
    found.sort(key=lambda diagnostic: diagnostic.order)
    _tell(found, output_format, output, as_of, lang, unanswered=unanswered, quiet=quiet)
    raise typer.Exit(_status(found, fail_on))


def checked(portfolio: LoadedPortfolio, settings: Settings, *, honour: bool = True, quiet: bool) -> list[Diagnostic]:
    """The findings of every project of a portfolio, after the mistakes in what they share."""
    from dataclasses import replace

    from oc_strategy.checking import check as check_project

    settings = replace(settings, honour_exceptions=honour)
    found = list(portfolio.mistakes)
    for folder in with_progress(portfolio.folders, "check", quiet=quiet, at_least=32):
        found += check_project(portfolio.load(folder), settings)
    return found


def _tell(
    found: list[Diagnostic], output_format: str, output: Path | None, as_of: str | None, lang: str | None, *,
    unanswered: bool, quiet: bool,
) -> None:  # fmt: skip
    import sys

    from oc_strategy.cli.asking import day
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.exporters.findings import json_text, plain_text
    from oc_strategy.exporters.terminal import Paint

    language = language_of(lang)  # type: ignore[arg-type]
    if output_format == "json":
        words = json_text(found, day(as_of))
    else:
        paint = Paint(False) if output else paint_for(sys.stdout)
        words = plain_text(found, language, paint, with_unanswered=unanswered)
    if output is None:
        say(words)
    else:
        write_atomically(output, words.encode())
        note(str(output), quiet=quiet)


def _status(found: list[Diagnostic], fail_on: Level) -> int:
    from oc_strategy.exporters.findings import tally

    # A mistake in the text has no project: it is told before any rule is asked, and fails whatever the level.
    if any(diagnostic.project is None for diagnostic in found):
        return 1
    return int(fail_on != "never" and tally(found).reaches(fail_on))
