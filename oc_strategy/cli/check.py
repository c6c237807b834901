"""`check`: say what is wrong, doubtful or unanswered in projects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from oc_strategy.cli.narrowing import ChangedSince, Shard, narrowed, shard_of
from oc_strategy.cli.outputs import wanted, write
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption

if TYPE_CHECKING:
    from datetime import date

    from oc_strategy.checking import Settings
    from oc_strategy.exporters.findings import Findings
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
        typer.Option("--output", "-o", help="File for the result, one for each --format; - is the screen."),
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
    found = _found(
        paths or [Path()], as_of, option, lang, chosen, part, honoured, audience,
        quiet=quiet, jobs=jobs, is_fresh=no_cache,
    )  # fmt: skip
    level = None if fail_on == "never" else fail_on
    findings = replace(found, fail_on=level)
    write(findings, every, lang, quiet=quiet)
    raise typer.Exit(_status(findings))


def _found(
    paths: list[Path], as_of: str | None, option: str | None, lang: Lang | None,
    chosen: Callable[[LoadedPortfolio], Selection], part: Callable[[LoadedPortfolio], tuple[Path, ...]],
    honoured: Honoured, audience: AudienceName | None, *, quiet: bool, jobs: int | None, is_fresh: bool,
) -> Findings:  # fmt: skip
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
            portfolio, settings, lang, selection, around, quiet=quiet, jobs=jobs, audience=audience, cache=cache
        )
        loose += _debts_of_nobody(portfolio, every, settings) if selection.is_all else []
        done += every
    refuse_unmatched(selection, [one.unmatched for one in done], portfolios)
    return _in_order(done, sorted(loose, key=lambda found: found.order), day(as_of))


def _in_order(done: list[Checked], loose: list[Diagnostic], today: date) -> Findings:
    """The findings by project, then what belongs to none of them."""
    from oc_strategy.exporters.findings import Findings
    from oc_strategy.model.tally import outcome

    by_id = sorted(done, key=lambda one: one.project)
    checked_ids = {one.project for one in done if not one.outcome.mistakes}
    whole = sum((one.outcome for one in done), start=outcome(loose))
    return Findings(Groups(tuple(by_id), loose), whole, today, tuple(sorted(checked_ids)))


@dataclass(frozen=True, slots=True)
class Groups:
    """The findings of each project, gravest first, read anew each time they are gone through, then those of none."""

    projects: tuple[Checked, ...]
    loose: list[Diagnostic]

    def __iter__(self) -> Iterator[Sequence[Diagnostic]]:
        for one in self.projects:
            yield sorted(one.findings, key=lambda found: found.order) if one.across else one.findings
        yield self.loose


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
