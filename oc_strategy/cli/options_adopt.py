"""`options adopt`: write a plan as an option, and an open decision on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, PathOption, Quiet
from oc_strategy.cli.changing import change
from oc_strategy.cli.console import Misuse, language_of, note
from oc_strategy.cli.laying import StepsOption, TimeOption, found_in, laid_out, project_at

if TYPE_CHECKING:
    from oc_strategy.portfolio import LoadedProject


def options_adopt(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A plan as `options` names it, such as P1 or all-open.")],
    path: PathOption = Path(),
    option_id: Annotated[
        str | None, typer.Option("--as", metavar="ID", help="The option's id; the plan's name if not given.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The option's title.")] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Show what would be written; write nothing.")] = False,
    seconds: TimeOption = None,
    steps: StepsOption = 10,
    as_of: AsOf = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Write a plan into the YAML as an option with reasons and criteria, and a decision on it that is still open.

    It goes into the file that has the options, else into options.yaml; comments and order are kept, and no id that is
    there is overwritten. The decision has the criteria and the digest of the state; who decides, and when, is for you
    to fill in, and so is which option the project chooses.

    Exit status: 0 written or shown, 1 mistakes in the text (nothing is written), 2 it could not be done.
    """
    from oc_strategy.lang import text
    from oc_strategy.model.text import Text
    from oc_strategy.options.adopting import adoption
    from oc_strategy.options.naming import named_plans, plan_called

    portfolio, loaded, settings = project_at(path, as_of, lang)
    if option_id is not None:
        _refuse_taken(option_id, loaded)
    layout = laid_out(loaded, settings, portfolio, lang, steps=steps, seconds=seconds, quiet=quiet)
    found = plan_called(layout, name)
    full, chosen = found or (name, found_in(name, named_plans(layout), "cli.misuse.plan", path))
    wanted = option_id or full.lower().replace(":", "-")
    _refuse_taken(wanted, loaded)
    made = adoption(loaded, settings, layout, full, chosen, wanted, Text.plain(title) if title else None)
    change(loaded.folder, made.changes, lang, only_shown=plan, quiet=quiet)
    if not plan:
        words = text("cli.adopted", option=made.option.id, decision=made.decision.id)
        note(words.of(language_of(lang)), quiet=quiet)


def _refuse_taken(option_id: str, loaded: LoadedProject) -> None:
    import re

    from oc_strategy.lang import text

    if not re.fullmatch(r"[a-z0-9-]{1,80}", option_id):
        raise Misuse(text("cli.misuse.id", given=option_id))
    if option_id in loaded.graph.nodes:
        raise Misuse(text("cli.misuse.taken", id=option_id))
