"""`options suggest-pattern`: which patterns of opening and closing a project fits."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, PathOption, Shape
from oc_strategy.cli.console import language_of, paint_for, say, say_data
from oc_strategy.cli.laying import project_at


def options_suggest_pattern(
    path: PathOption = Path(),
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the result.")] = "text",
    as_of: AsOf = None,
    lang: LangOption = None,
) -> None:
    """Hold the project against each pattern: which conditions the model meets, which it lacks, which nobody answered.

    Where nothing is missing, also what the pattern needs and what goes wrong with it. The examples that show a pattern,
    and those that warn of it, can be copied with `init --example`; `init --pattern` begins a project from one.

    Exit status: 0 told, 1 mistakes in the text, 2 it could not be done.
    """
    from oc_strategy.checking import case_of
    from oc_strategy.exporters.options.fits_text import fits_json, fits_text
    from oc_strategy.options.fitting import fits
    from oc_strategy.options.ground import decided_outputs

    portfolio, loaded, settings = project_at(path, as_of, lang)
    case = case_of(loaded, settings)
    found = fits(case, decided_outputs(case, loaded.own), portfolio.criteria)
    if output_format == "json":
        say_data(fits_json(found, loaded.project.id))
    else:
        say(fits_text(found, loaded.places, language_of(lang), paint_for(sys.stdout)))
