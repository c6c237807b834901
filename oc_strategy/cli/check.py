"""`check`: say what is wrong, doubtful or unanswered in projects."""

from __future__ import annotations

from collections.abc import Callable
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
    day,
    portfolio_at,
    settings_for,
)
from oc_strategy.cli.checked import Checked, cache_for, checked
from oc_strategy.cli.console import Lang
from oc_strategy.cli.grouping import Groups, findings_of, grouped
from oc_strategy.cli.narrowing import ChangedSince, Shard, narrowed, shard_of
from oc_strategy.cli.outputs import look_of, wanted, write
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.findings import Findings, Look
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.selecting import Selection


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
        typer.Option(
            "--output", "-o", metavar="PATH", help="File for the result, one for each --format; - is the screen."
        ),
    ] = None,
    fail_on: Annotated[Level, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = "error",
    unanswered: Annotated[bool, typer.Option("--unanswered", help="Show what could not be checked, too.")] = False,
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Honour no exception (audit).")] = False,
    audience: AudienceOption = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Leave the baseline aside.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Look up nothing in the cache: check unchanged projects, too.")
    ] = False,
    changed_since: ChangedSince = None,
    shard: Shard = None,
    jobs: Jobs = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Check projects for mistakes in the text and gaps in the strategy; the gravest of each project is told last.

    Exit status: 0 nothing at or above the level, 1 findings or mistakes in the text, 2 the check could not be done.
    """
    from functools import partial

    from oc_strategy.cli.selecting import compared, selection_of

    chosen = partial(compared, selection_of(select, exclude, against, with_findings=True), against=against)
    honoured = Honoured(exceptions=not no_exceptions, baseline=not no_baseline)
    # A line of a file may say more than its finding: where somebody says who will read it, none is shown.
    every = wanted(formats or (), outputs or (), unanswered=unanswered, lines=audience is None)
    part = partial(narrowed, revision=changed_since, shard=shard_of(shard))
    groups = _found(
        paths or [Path()], as_of, option, lang, chosen, part, honoured, audience, look_of(every, lang),
        quiet=quiet, jobs=jobs, is_fresh=no_cache,
    )  # fmt: skip
    findings = replace(findings_of(groups, day(as_of)), fail_on=None if fail_on == "never" else fail_on)
    write(findings, groups.told, every, lang, quiet=quiet)
    raise typer.Exit(_status(findings))


def _found(
    paths: list[Path], as_of: str | None, option: str | None, lang: Lang | None,
    chosen: Callable[[LoadedPortfolio], Selection], part: Callable[[LoadedPortfolio], tuple[Path, ...]],
    honoured: Honoured, audience: AudienceName | None, look: Look | None, *, quiet: bool, jobs: int | None,
    is_fresh: bool,
) -> Groups:  # fmt: skip
    from oc_strategy.cli.selecting import refuse_unmatched

    loose: list[Diagnostic] = []
    done: list[Checked] = []
    seen: set[Path] = set()
    portfolios = [portfolio_at(_near(path)) for path in paths]
    for portfolio in portfolios:
        selection = chosen(portfolio)
        settings = replace(
            settings_for(portfolio, as_of, option),
            honour_exceptions=honoured.exceptions,
            honour_baseline=honoured.baseline,
        )
        loose += [mistake for mistake in portfolio.mistakes if mistake not in loose]
        # A project that two of the paths lead to is checked once.
        folders = {folder.resolve(): folder for folder in portfolio.folders}
        portfolio.folders = tuple(folder for place, folder in folders.items() if place not in seen)
        seen |= folders.keys()
        around, portfolio.folders = portfolio.folders, part(portfolio)
        cache = cache_for(portfolio, settings) if selection.is_all and not is_fresh else None
        every = checked(
            portfolio, settings, lang, selection, around,
            quiet=quiet, jobs=jobs, audience=audience, cache=cache, look=look,
        )  # fmt: skip
        loose += _debts_of_nobody(portfolio, every, settings) if selection.is_all else []
        done += every
    refuse_unmatched(selection, [one.unmatched for one in done], portfolios)
    return grouped(done, loose)


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


def _status(findings: Findings) -> int:
    return int(findings.is_failing) if findings.outcome.is_done else 2
