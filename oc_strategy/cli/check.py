"""`check`: say what is wrong, doubtful or unanswered in projects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceName,
    AudienceOption,
    FindingsFormat,
    Jobs,
    LangOption,
    Level,
    OptionId,
    PathsOption,
    Quiet,
    audience_of,
    day,
    portfolio_at,
    settings_for,
    settings_of,
)
from oc_strategy.cli.console import Lang, language_of, with_progress
from oc_strategy.cli.outputs import wanted, write
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.findings import Findings
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Confidentiality
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.selecting import Selection, Term
    from oc_strategy.sharing import Shared

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
    formats: Annotated[
        list[FindingsFormat] | None, typer.Option("--format", help="Shape of the result; again for more of them.")
    ] = None,
    outputs: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="File for the result, one for each --format; - is the screen."),
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
    # A line of a file may say more than its finding: where somebody says who will read it, none is shown.
    every = wanted(formats or (), outputs or (), unanswered=unanswered, lines=audience is None)
    found = _found(paths or [Path()], as_of, option, lang, chosen, honoured, audience, quiet=quiet, jobs=jobs)
    level = None if fail_on == "never" else fail_on
    findings = replace(found, fail_on=level)
    write(findings, every, lang, quiet=quiet)
    raise typer.Exit(_status(findings))


def _found(
    paths: list[Path], as_of: str | None, option: str | None, lang: Lang | None,
    chosen: Callable[[LoadedPortfolio], Selection], honoured: Honoured,
    audience: AudienceName | None, *, quiet: bool, jobs: int | None,
) -> Findings:  # fmt: skip
    from oc_strategy.cli.selecting import refuse_unmatched
    from oc_strategy.exporters.findings import Findings

    found: list[Diagnostic] = []
    projects: set[str] = set()
    unmatched: list[frozenset[Term]] = []
    seen: set[Path] = set()
    portfolios = [portfolio_at(_near(path)) for path in paths]
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
        projects |= {done.project for done in every if all(found.project for found in done.findings)}
    refuse_unmatched(selection, unmatched, portfolios)
    by_weight = sorted(found, key=lambda diagnostic: diagnostic.order)
    return Findings(by_weight, day(as_of), tuple(sorted(projects)))


def _near(path: Path) -> Path:
    """A path as seen from here, so that forges find the file in the repository."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _debts_of_nobody(portfolio: LoadedPortfolio, every: list[Checked], settings: Settings) -> list[Diagnostic]:
    """What the baseline has for projects that are gone, as far as all projects were looked at."""
    from oc_strategy.checking import terms_of
    from oc_strategy.excusing import without_project

    if not (settings.honour_baseline and portfolio.baseline and len(every) == len(portfolio.all_folders)):
        return []
    return list(without_project(portfolio.baseline, {done.project for done in every}, terms_of(settings)))


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that was checked: its folder, its id, what was found, the terms of a selection that name nothing, and
    what it may share with others."""

    folder: Path
    project: str
    findings: tuple[Diagnostic, ...]
    unmatched: frozenset[Term] = frozenset()
    shared: Shared | None = None


def checked(
    portfolio: LoadedPortfolio, settings: Settings, lang: Lang | None = None, selection: Selection | None = None, *,
    quiet: bool, jobs: int | None = 1, audience: AudienceName | None = None,
) -> list[Checked]:  # fmt: skip
    """The findings about what is selected (all if None) in every project of a portfolio.

    What is at odds between projects is among those of the project that tells it, as far as the audience may see it.
    """
    from functools import partial

    from oc_strategy.cli.spreading import spread
    from oc_strategy.lang import text
    from oc_strategy.selecting import Selection

    asked = selection or Selection()
    found = spread(partial(_check_one, settings, asked), portfolio, jobs)
    label = text("cli.checking")
    folders = with_progress(portfolio.folders, label, language_of(lang), quiet=quiet, at_least=32)
    every = [next(found) for _ in folders]
    across = _across(portfolio, settings, audience_of(portfolio, audience), every)
    return [_with_conflicts(done, across.get(done.project, ()), asked, portfolio) for done in every]


def _check_one(settings: Settings, selection: Selection, portfolio: LoadedPortfolio, folder: Path) -> Checked:
    from oc_strategy.checking import check as check_project
    from oc_strategy.cli.selecting import scope_of, theme_of
    from oc_strategy.sharing import shared

    project = portfolio.load(folder)
    found, met = check_project(project, settings_of(settings, project)), shared(project)
    if selection.is_all:
        return Checked(folder, project.project.id, tuple(found), shared=met)
    scope = scope_of(selection, project)
    chosen = tuple(selection.findings(found, scope, theme_of))
    return Checked(folder, project.project.id, chosen, selection.unmatched(scope), met)


def _across(
    portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality, every: list[Checked]
) -> Mapping[str, Sequence[Diagnostic]]:
    """What is at odds between projects, and between them and the catalog, by the project among whose findings it is."""
    from oc_strategy.conflicts import conflicts
    from oc_strategy.sharing import meeting

    is_whole = len(every) == len(portfolio.all_folders)
    met = meeting({str(done.folder): done.shared for done in every if done.shared}) if is_whole else None
    folders = [done.folder for done in every if met is None or str(done.folder) in met]
    return conflicts(portfolio, settings, audience, meeting=folders) if folders else {}


def _with_conflicts(
    done: Checked, across: Sequence[Diagnostic], selection: Selection, portfolio: LoadedPortfolio
) -> Checked:
    from oc_strategy.cli.selecting import scope_of, theme_of

    if across and not selection.is_all:
        across = selection.findings(across, scope_of(selection, portfolio.load(done.folder)), theme_of)
    return replace(done, findings=(*done.findings, *across)) if across else done


def _status(findings: Findings) -> int:
    if any(found.code in NOT_DONE for found in findings.every):
        return 2
    return int(any(findings.fails(found) for found in findings.every))
