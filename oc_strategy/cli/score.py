"""`score`: how many expectations about projects the checks meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import AsOf, Jobs, LangOption, Quiet, Shape, portfolio_at, settings_for
from oc_strategy.cli.console import Lang, Misuse, language_of, paint_for, say, say_data, with_progress

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.scoring import CaseScore

    Outcome = tuple[CaseScore | None, list[Diagnostic]]


def score(
    path: Annotated[
        Path | None, typer.Argument(help="A project's or a portfolio's folder; the shipped examples if not given.")
    ] = None,
    as_of: AsOf = None,
    ranking: Annotated[
        bool,
        typer.Option("--ranking", help="Also tell where the documented postures stand among the options laid out."),
    ] = False,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the result.")] = "text",
    jobs: Jobs = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Hold the checks against what is expected of each project: right, of how many, and every miss.

    A project says what it expects in expected/findings.yaml; one that does not is passed over. --as-of counts where an
    expectation names no day of its own.

    --ranking lays out the options of each project from what was known before it was decided, and tells where the
    documented posture stands among them; that changes no exit status.

    Exit status: 0 all as expected, 1 a miss or a mistake in a text, 2 it could not be done.
    """
    import sys
    from functools import partial

    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.exporters.score import score_json, score_text

    portfolio = _expecting(path)
    score_one = partial(_score_one, settings_for(portfolio, as_of), ranking)
    outcomes = list(_outcomes(portfolio, score_one, lang, jobs, quiet=quiet))
    cases = [case for case, _ in outcomes if case is not None]
    has_mistakes = told_mistakes([*portfolio.mistakes, *(m for _, wrong in outcomes for m in wrong)], lang)
    if output_format == "json":
        say_data(score_json(cases, with_ranking=ranking))
    else:
        say(score_text(cases, language_of(lang), paint_for(sys.stdout), with_ranking=ranking))
    raise typer.Exit(int(has_mistakes or any(case.misses for case in cases)))


def _expecting(path: Path | None) -> LoadedPortfolio:
    """The portfolio with those of its projects that expect something; Misuse where none does."""
    from oc_strategy.cli.shipped import shipped
    from oc_strategy.lang import text
    from oc_strategy.scoring import FILE, has_expectation

    portfolio = portfolio_at(path or shipped("examples"))
    portfolio.folders = tuple(folder for folder in portfolio.folders if has_expectation(folder))
    if not portfolio.folders:
        raise Misuse(text("cli.misuse.expectations", path=path or portfolio.root, file=FILE))
    return portfolio


def _outcomes(
    portfolio: LoadedPortfolio, one: Callable[[LoadedPortfolio, Path], Outcome], lang: Lang | None, jobs: int | None,
    *, quiet: bool,
) -> Iterator[Outcome]:  # fmt: skip
    from oc_strategy.cli.spreading import spread
    from oc_strategy.lang import text

    found = spread(one, portfolio, jobs)
    label = text("cli.checking")
    for _ in with_progress(portfolio.folders, label, language_of(lang), quiet=quiet, at_least=32):
        yield next(found)


def _score_one(settings: Settings, with_ranking: bool, portfolio: LoadedPortfolio, folder: Path) -> Outcome:
    from oc_strategy.scoring import read_expectation
    from oc_strategy.scoring import score as score_project

    project = portfolio.load(folder)
    if project.mistakes:
        return None, list(project.mistakes)
    placed, mistakes = read_expectation(project)
    return (score_project(placed, project, settings, with_ranking=with_ranking) if placed else None), mistakes
