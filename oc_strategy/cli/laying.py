"""What the commands about options share: one project, read and laid out, with news of the search on the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from oc_strategy.cli.asking import AudienceName, portfolio_at, settings_for
from oc_strategy.cli.console import Lang, Misuse, language_of
from oc_strategy.cli.searching import searching

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.criteria import Aim
    from oc_strategy.model.technology import Output
    from oc_strategy.options.layout import Layout
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject

T = TypeVar("T")
TimeOption = Annotated[
    float | None,
    typer.Option("--time", min=0, metavar="SECONDS", help="Search no longer, and say what is proven by then."),
]
StepsOption = Annotated[
    int, typer.Option("--steps", min=2, max=40, metavar="N", help="How many steps of each aim are told apart.")
]
SeenBy = Annotated[
    AudienceName | None,
    typer.Option("--audience", help="Who will see it: nothing above takes part. Everything if not given."),
]
WeightsOption = Annotated[
    str | None,
    typer.Option("--weights", metavar="AIM=N,...", help="How much reach, capture, safety and cost count."),
]


def project_at(
    path: Path, as_of: str | None, lang: Lang | None, audience: AudienceName | None = None
) -> tuple[LoadedPortfolio, LoadedProject, Settings]:
    """The one project at a path, as an audience may see it (all if None), and how to check it.

    Misuse where there are several; exit status 1, after the mistakes were told, where its text has some.
    """
    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.lang import text
    from oc_strategy.portfolio import seen_by

    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of)
    if len(portfolio.folders) > 1:
        names = ", ".join(sorted(folder.name for folder in portfolio.folders))
        raise Misuse(text("cli.misuse.one-project", path=path, projects=names))
    loaded = portfolio.load(portfolio.folders[0])
    if told_mistakes([*portfolio.mistakes, *loaded.mistakes], lang):
        raise typer.Exit(1)
    return portfolio, seen_by(loaded, audience) if audience else loaded, settings


def laid_out(
    loaded: LoadedProject, settings: Settings, portfolio: LoadedPortfolio, lang: Lang | None, *,
    steps: int | None = None, seconds: float | None = None, quiet: bool = False,
) -> Layout:  # fmt: skip
    """The options of a project; Misuse where it has no outputs, or too many for counting without a solver."""
    from oc_strategy.exporters.options.pieces import counted
    from oc_strategy.lang import text
    from oc_strategy.options.layout import SolverMissing, lay_out
    from oc_strategy.options.plans import STEPS

    try:
        with searching(language_of(lang), seconds, quiet=quiet) as go_on:
            layout = lay_out(loaded, settings, portfolio.criteria, go_on, steps or STEPS)
    except SolverMissing as missing:
        raise Misuse(text("cli.misuse.solver", plans=counted(missing.plans))) from None
    if not layout.ground.outputs:
        raise Misuse(text("cli.misuse.no-outputs", project=loaded.project.id))
    return layout


def weights_of(given: str | None) -> Mapping[Aim, float] | None:
    """The weights that `reach=2,capture=1` gives, 0 for aims not named; Misuse for what cannot be read."""
    from oc_strategy.criteria import AIMS
    from oc_strategy.lang import text

    if given is None:
        return None
    found: dict[Aim, float] = dict.fromkeys(AIMS, 0.0)
    for part in given.split(","):
        name, _, number = part.partition("=")
        aim = next((aim for aim in AIMS if aim == name.strip()), None)
        value = _number(number)
        if aim is None or value is None or not 0 <= value < float("inf"):
            raise Misuse(text("cli.misuse.weights", given=part.strip(), aims=", ".join(AIMS)))
        found[aim] = value
    if not any(found.values()):
        raise Misuse(text("cli.misuse.weights", given=given, aims=", ".join(AIMS)))
    return found


def _number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


def output_called(name: str, outputs: tuple[Output, ...], path: Path) -> Output:
    """The output of an id among those decided on; Misuse, with what was probably meant, where there is none."""
    return found_in(name, {output.id: output for output in outputs}, "cli.misuse.output", path)


def found_in(name: str, known: Mapping[str, T], key: str, path: Path) -> T:
    """What a name means; Misuse by a key of the words, with what was probably meant, where it means nothing."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    if name not in known:
        raise Misuse(text(key, id=name, path=path, hint=hint(name, known)))
    return known[name]
