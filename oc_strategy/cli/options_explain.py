"""`options explain`: what speaks for and against each way to treat one output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, PathOption
from oc_strategy.cli.completing import output_ids
from oc_strategy.cli.console import language_of, paint_for, say
from oc_strategy.cli.laying import SeenBy, WeightsOption, output_called, project_at, weights_of


def options_explain(
    output: Annotated[str, typer.Argument(metavar="OUTPUT", help="The id of an output.", autocompletion=output_ids)],
    path: PathOption = Path(),
    weights: WeightsOption = None,
    audience: SeenBy = None,
    as_of: AsOf = None,
    lang: LangOption = None,
) -> None:
    """Tell for one output which criteria speak for and against each mode, from which facts at which line.

    Also what is not possible and why, what nobody knows, which answer would put another mode first, and whether the
    output had better be split.

    Exit status: 0 told, 1 mistakes in the text, 2 it could not be done.
    """
    from oc_strategy.checking import case_of
    from oc_strategy.exporters.options import explained_text
    from oc_strategy.options.account import Account
    from oc_strategy.options.explaining import questions
    from oc_strategy.options.frontier import Frontier
    from oc_strategy.options.ground import ground
    from oc_strategy.options.layout import Layout

    portfolio, loaded, settings = project_at(path, as_of, lang, audience)
    laid = ground(loaded, settings, portfolio.criteria)
    asked = output_called(output, laid.outputs, path)
    present = case_of(loaded, settings).option
    treatment = present.treatments.get(asked.id) if present else None
    layout = Layout(laid, Frontier(()), {}, {}, questions(laid))
    told = Account(
        loaded, layout, settings.today, None, (), weights=weights_of(weights), audience=audience or "restricted"
    )
    chosen = treatment.nearest_mode if treatment else None
    say(explained_text(told, asked, chosen, language_of(lang), paint_for(sys.stdout)))
