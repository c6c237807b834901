"""`portfolio`: how many findings there are in each project on each theme."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceOption,
    Jobs,
    LangOption,
    OptionId,
    PathOption,
    Quiet,
    Shape,
    audience_of,
    portfolio_at,
    settings_for,
)
from oc_strategy.cli.checked import checked
from oc_strategy.cli.console import Misuse, language_of, paint_for, say_data
from oc_strategy.cli.selecting import (
    AgainstOption,
    ExcludeOption,
    SelectOption,
    compared,
    refuse_unmatched,
    selection_of,
    theme_of,
)


def portfolio(
    path: PathOption = Path(),
    as_of: AsOf = None,
    option: OptionId = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    audience: AudienceOption = None,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the table.")] = "text",
    jobs: Jobs = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Count the findings of each project by theme: errors, warnings, questions to be judged.

    Exit status: 0 counted (whatever was found: see `check`), 1 mistakes in the text, 2 it could not be done.
    """
    import sys

    from oc_strategy.exporters.rollup import rollup_json, rollup_text
    from oc_strategy.lang import text
    from oc_strategy.model.audience import rank
    from oc_strategy.rollup import rolled_up, told

    asked = selection_of(select, exclude, against, with_findings=True)
    whole = portfolio_at(path)
    seen_by = audience_of(whole, audience)
    if rank(seen_by) < rank("internal"):
        raise Misuse(text("cli.misuse.internal"))
    settings, selection = settings_for(whole, as_of, option), compared(asked, whole, against)
    every = checked(whole, settings, lang, selection, quiet=quiet, jobs=jobs, audience=seen_by)
    refuse_unmatched(selection, [done.unmatched for done in every], [whole])
    rows = (told(whole.load(done.folder), done.findings, seen_by) for done in every)
    rollup = rolled_up(rows, theme_of, settings, seen_by)
    if output_format == "json":
        say_data(rollup_json(rollup))
    else:
        say_data(rollup_text(rollup, language_of(lang), paint_for(sys.stdout)))
    raise typer.Exit(int(bool(whole.mistakes) or any(f.project is None for done in every for f in done.findings)))
