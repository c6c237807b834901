"""`options`: the plans that nothing beats, what stands beside them, and how sure all of it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, Quiet, Shape
from oc_strategy.cli.completing import shock_names, words_after_options
from oc_strategy.cli.console import Lang, Misuse, language_of, paint_for
from oc_strategy.cli.laying import (
    SeenBy,
    StepsOption,
    TimeOption,
    WeightsOption,
    found_in,
    laid_out,
    project_at,
    weights_of,
)
from oc_strategy.cli.selecting import SelectOption

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.options.account import Account
    from oc_strategy.options.layout import Layout
    from oc_strategy.options.side_by_side import SideBySide
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject

_TOP = 5
_MOST = 8


def options(
    path: Annotated[
        Path,
        typer.Argument(
            help="A project's folder, a portfolio's folder, or a file in one.", autocompletion=words_after_options
        ),
    ] = Path(),
    solve: Annotated[
        bool, typer.Option("--solve", help="With the solver or not at all; else small models do without it.")
    ] = False,
    seconds: TimeOption = None,
    shocks: Annotated[
        list[str] | None,
        typer.Option(
            "--shock", metavar="NAME", help="Show what this would break in each plan.", autocompletion=shock_names
        ),
    ] = None,
    weights: WeightsOption = None,
    compare: Annotated[
        list[str] | None,
        typer.Option("--compare", metavar="NAME,...", help="Put these plans or options side by side instead."),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option("--top", min=1, metavar="N", help="Tell of so many plans; of 5 as text, of all as JSON."),
    ] = None,
    steps: StepsOption = 10,
    select: SelectOption = None,
    output_format: Annotated[
        Shape | None, typer.Option("--format", help="Shape of the result; that of the file's suffix, else text.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of to the screen.")
    ] = None,
    audience: SeenBy = None,
    as_of: AsOf = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Lay out the options of a project: the plans that no other plan beats in reach, capture, safety and cost at once.

    Each plan says which outputs it opens, licenses and closes, what it gives for each aim with the range that unknown
    ratings leave, and in what share of 10,000 draws over weights and ratings it is best. Beside them stand well-known
    plans with what beats each, every mode that is not possible with the reason, and the questions whose answers
    matter most. No plan is recommended.

    The search is exact, with the solver HiGHS (pip install "oc-strategy[options]"); small models do without. Ctrl-C
    stops it early and says what is proven by then.

    Exit status: 0 laid out, 1 mistakes in the text, 2 it could not be done.
    """
    portfolio, loaded, settings = project_at(path, as_of, lang, audience)
    given = weights_of(weights)
    if solve:
        _refuse_without_solver()
    _refuse_unknown_shocks(shocks or (), path)
    shown = _shown(select, loaded, portfolio)
    layout = laid_out(loaded, settings, portfolio, lang, steps=steps, seconds=seconds, quiet=quiet)
    names = [name.strip() for listed in compare or () for name in listed.split(",")]
    compared = _compared(names, loaded, settings, layout, path)
    form = output_format or ("json" if output and output.suffix == ".json" else "text")
    from oc_strategy.options.account import account

    told = account(
        loaded, settings, layout, weights=given, steps=steps, top=top or (_TOP if form == "text" else None),
        shocks=shocks or (), shown=shown, audience=audience or "restricted",
    )  # fmt: skip
    _put(told, compared, form, output, lang, quiet=quiet)


def _put(
    told: Account, compared: SideBySide | None, form: Shape, output: Path | None, lang: Lang | None, *, quiet: bool
) -> None:
    import sys

    from oc_strategy.cli.putting import is_file, put
    from oc_strategy.exporters.options import account_json, account_text, compared_text
    from oc_strategy.exporters.terminal import Paint

    language, paint = language_of(lang), Paint(False) if is_file(output) else paint_for(sys.stdout)
    if form == "json":
        words = account_json(told, compared)
    elif compared is not None:
        words = compared_text(compared, told, language, paint)
    else:
        words = account_text(told, language, paint, with_advice=not quiet)
    put(words, output, lang, is_data=form == "json", quiet=quiet)


def _refuse_without_solver() -> None:
    from oc_strategy.lang import text
    from oc_strategy.options.solver import has_solver

    if not has_solver():
        raise Misuse(text("cli.misuse.no-solver"))


def _refuse_unknown_shocks(shocks: list[str] | tuple[()], path: Path) -> None:
    from oc_strategy.options.shocks import SHOCKS

    for shock in shocks:
        found_in(shock, SHOCKS, "cli.misuse.shock", path)


def _shown(select: str | None, loaded: LoadedProject, portfolio: LoadedPortfolio) -> frozenset[str] | None:
    """The ids of what `--select` chooses in the project; None for all."""
    from oc_strategy.cli.selecting import refuse_unmatched, scope_of, selection_of

    if select is None:
        return None
    selection = selection_of(select, None, None)
    scope = scope_of(selection, loaded)
    refuse_unmatched(selection, [selection.unmatched(scope)], [portfolio])
    return frozenset(selection.nodes(scope))


def _compared(
    names: list[str], loaded: LoadedProject, settings: Settings, layout: Layout, path: Path
) -> SideBySide | None:
    """The plans and options put side by side; Misuse for a name that means nothing, and for too many to read."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.model.steering import Option
    from oc_strategy.options.naming import named_plans
    from oc_strategy.options.side_by_side import side_by_side

    if not names:
        return None
    if not 2 <= len(names) <= _MOST:
        raise Misuse(text("cli.misuse.compare", most=_MOST))
    try:
        return side_by_side(loaded, settings, layout, names)
    except KeyError as unknown:
        known = [*named_plans(layout), *(option.id for option in loaded.graph.of(Option))]
        name = str(unknown.args[0])
        raise Misuse(text("cli.misuse.plan", id=name, path=path, hint=hint(name, known))) from None
