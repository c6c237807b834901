"""`check`: say what is wrong, doubtful or unanswered in projects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceName,
    AudienceOption,
    Jobs,
    LangOption,
    Level,
    OptionId,
    PathsOption,
    Quiet,
    Shape,
    audience_of,
    day,
    portfolio_at,
    settings_for,
    settings_of,
)
from oc_strategy.cli.console import Lang, Misuse, language_of, note, paint_for, say, say_data, with_progress
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Confidentiality
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.selecting import Selection, Term

NOT_DONE = frozenset({"unreadable-file", "rule-crashed"})
"""Diagnostics which say that something could not be checked at all: the system's fault or ours, not the text's."""


@dataclass(frozen=True, slots=True)
class Honoured:
    """Who may answer for findings: exceptions, the baseline."""

    exceptions: bool = True
    baseline: bool = True


def check(
    paths: PathsOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the result.")] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of to the screen.")
    ] = None,
    fail_on: Annotated[Level, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = "error",
    unanswered: Annotated[bool, typer.Option("--unanswered", help="Show what could not be checked, too.")] = False,
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Honour no exception (audit).")] = False,
    audience: AudienceOption = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Leave the baseline aside.")] = False,
    jobs: Jobs = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Check projects for mistakes in the text and gaps in the strategy; the gravest is told last.

    Exit status: 0 nothing at or above the level, 1 findings or mistakes in the text, 2 the check could not be done.
    """
    from functools import partial

    from oc_strategy.cli.selecting import compared, selection_of

    chosen = partial(compared, selection_of(select, exclude, against, with_findings=True), against=against)
    honoured = Honoured(exceptions=not no_exceptions, baseline=not no_baseline)
    found = _found(paths or [Path()], as_of, option, lang, chosen, honoured, audience, quiet=quiet, jobs=jobs)
    if output_format == "json":
        from oc_strategy.exporters.findings import json_text

        words = json_text(found, day(as_of))
    else:
        words = _as_text(found, lang, is_file=_is_file(output), unanswered=unanswered, quiet=quiet)
    put(words, output, lang, is_data=output_format == "json", quiet=quiet)
    raise typer.Exit(_status(found, fail_on))


def _found(
    paths: list[Path], as_of: str | None, option: str | None, lang: Lang | None,
    chosen: Callable[[LoadedPortfolio], Selection], honoured: Honoured,
    audience: AudienceName | None, *, quiet: bool, jobs: int | None,
) -> list[Diagnostic]:  # fmt: skip
    from dataclasses import replace

    from oc_strategy.cli.selecting import refuse_unmatched

    found: list[Diagnostic] = []
    unmatched: list[frozenset[Term]] = []
    seen: set[Path] = set()
    portfolios = [portfolio_at(path) for path in paths]
    for portfolio in portfolios:
        selection = chosen(portfolio)
        settings = replace(
            settings_for(portfolio, as_of, option),
            honour_exceptions=honoured.exceptions,
            honour_baseline=honoured.baseline,
        )
        found += [mistake for mistake in portfolio.mistakes if mistake not in found]
        # A project that two of the paths lead to is checked once.
        folders = {folder.resolve(): folder for folder in portfolio.folders}
        portfolio.folders = tuple(folder for place, folder in folders.items() if place not in seen)
        seen |= folders.keys()
        every = list(checked(portfolio, settings, lang, selection, quiet=quiet, jobs=jobs, audience=audience))
        found += [diagnostic for done in every for diagnostic in done.findings]
        found += _debts_of_nobody(portfolio, every, settings) if selection.is_all else []
        unmatched += [done.unmatched for done in every]
    refuse_unmatched(selection, unmatched, portfolios)
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def _debts_of_nobody(portfolio: LoadedPortfolio, every: list[Checked], settings: Settings) -> list[Diagnostic]:
    """What the baseline has for projects that are gone, as far as all projects were looked at."""
    from oc_strategy.checking import terms_of
    from oc_strategy.excusing import without_project

    if not (settings.honour_baseline and portfolio.baseline and len(every) == len(portfolio.all_folders)):
        return []
    return list(without_project(portfolio.baseline, {done.project for done in every}, terms_of(settings)))


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that was checked: its folder, its id, what was found, the terms of a selection that name nothing."""

    folder: Path
    project: str
    findings: tuple[Diagnostic, ...]
    unmatched: frozenset[Term] = frozenset()


def checked(
    portfolio: LoadedPortfolio, settings: Settings, lang: Lang | None = None, selection: Selection | None = None, *,
    quiet: bool, jobs: int | None = 1, audience: AudienceName | None = None,
) -> Iterator[Checked]:  # fmt: skip
    """The findings about what is selected (all if None) in every project of a portfolio.

    What is at odds between projects is among those of the project that tells it, as far as the audience may see it.
    """
    from functools import partial

    from oc_strategy.cli.spreading import spread
    from oc_strategy.lang import text
    from oc_strategy.selecting import Selection

    across = across_projects(portfolio, settings, audience_of(portfolio, audience))
    found = spread(partial(_check_one, settings, selection or Selection(), across), portfolio, jobs)
    label = text("cli.checking")
    for _ in with_progress(portfolio.folders, label, language_of(lang), quiet=quiet, at_least=32):
        yield next(found)


def across_projects(
    portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality
) -> Mapping[str, list[Diagnostic]]:
    """What is at odds between projects, and between them and the catalog, by the project among whose findings it is."""
    from oc_strategy.conflicts import conflicts

    is_alone = len(portfolio.all_folders) < 2 and not portfolio.catalog.nodes
    return {} if is_alone else conflicts(portfolio, settings, audience)


def _check_one(
    settings: Settings, selection: Selection, across: Mapping[str, list[Diagnostic]], portfolio: LoadedPortfolio,
    folder: Path,
) -> Checked:  # fmt: skip
    from oc_strategy.checking import check as check_project
    from oc_strategy.cli.selecting import scope_of, theme_of

    project = portfolio.load(folder)
    found = [*check_project(project, settings_of(settings, project)), *across.get(project.project.id, ())]
    if selection.is_all:
        return Checked(folder, project.project.id, tuple(found))
    scope = scope_of(selection, project)
    chosen = tuple(selection.findings(found, scope, theme_of))
    return Checked(folder, project.project.id, chosen, selection.unmatched(scope))


def _as_text(found: list[Diagnostic], lang: Lang | None, *, is_file: bool, unanswered: bool, quiet: bool) -> str:
    import sys

    from oc_strategy.exporters.findings import plain_text
    from oc_strategy.exporters.terminal import Paint

    paint = Paint(False) if is_file else paint_for(sys.stdout)
    return plain_text(found, language_of(lang), paint, with_unanswered=unanswered, with_advice=not quiet)


def put(words: str, output: Path | None, lang: Lang | None, *, is_data: bool, quiet: bool = False) -> None:
    """Put a result on standard output, or into a file, which is never the YAML of a project."""
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    if output is None or not _is_file(output):
        (say_data if is_data else say)(words)
        return
    if output.suffix in {".yaml", ".yml"} and output.exists():
        raise Misuse(text("cli.misuse.yaml", path=output))
    write_atomically(output, words.encode())
    note(text("cli.written", path=clean(str(output))).of(language_of(lang)), quiet=quiet)


def _is_file(output: Path | None) -> bool:
    return output is not None and str(output) != "-"


def _status(found: list[Diagnostic], fail_on: Level) -> int:
    from oc_strategy.exporters.findings import tally

    if any(diagnostic.code in NOT_DONE for diagnostic in found):
        return 2
    # A mistake in the text has no project: it is told before any rule is asked, and fails whatever the level.
    if any(diagnostic.project is None for diagnostic in found):
        return 1
    return int(fail_on != "never" and tally(found).reaches(fail_on))
