"""`rename`: give a node or a project another id, everywhere in its portfolio."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import LangOption, Quiet, portfolio_at
from oc_strategy.cli.completing import node_ids
from oc_strategy.cli.console import Misuse, language_of, note, say

if TYPE_CHECKING:
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.renaming import Line, Plan, Target


def rename(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="The id, or project/id where several projects have it.", autocompletion=node_ids
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id it shall have.")],
    path: Annotated[Path, typer.Argument(help="The project or portfolio it is in.")] = Path(),
    plan: Annotated[bool, typer.Option("--plan", help="Only show every line that would change.")] = False,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Give a node or a project another id everywhere in its portfolio: all files are changed, or none.

    Its key, every reference, exceptions, baselines and expectations follow; comments, order and quoting stay. The
    former id is noted as `moved_from`. A project keeps its folder.

    Exit status: 0 renamed or shown, 1 mistakes in the text (nothing is written), 2 it could not be done.
    """
    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.exporters.together import recover, write_together
    from oc_strategy.lang import text
    from oc_strategy.renaming import Unwilling, planned

    _refuse_bad_id(new)
    portfolio = portfolio_at(path)
    if recover(portfolio.root):
        portfolio = portfolio_at(path)
    if told_mistakes(_mistakes(portfolio), lang):
        raise typer.Exit(1)
    found = planned(portfolio, _target(portfolio, old, path), new)
    if isinstance(found, Unwilling):
        raise Misuse(found.said)
    _refuse_unlike(portfolio, found)
    values = {"old": old, "new": new, "count": len(found.lines), "files": len(found.files)}
    if plan:
        say("\n".join(f"{clean(str(line.place))}: {clean(_change(line))}" for line in found.lines))
    else:
        write_together(portfolio.root, found.files)
    note(text("cli.would-rename" if plan else "cli.renamed", **values).of(language_of(lang)), quiet=quiet)


def _change(line: Line) -> str:
    return f"{line.old} -> {line.new}" if line.old else f"+ {line.new}"


def _refuse_bad_id(new: str) -> None:
    from oc_strategy.exporters.files import safe_name
    from oc_strategy.lang import text
    from oc_strategy.loading.reading import is_id

    if not is_id(new) or new.startswith("-"):
        raise Misuse(text("cli.misuse.id", given=new))
    try:
        safe_name(new)
    except ValueError:
        raise Misuse(text("cli.misuse.device", id=new)) from None


def _mistakes(portfolio: LoadedPortfolio) -> list[Diagnostic]:
    loaded = (portfolio.load(folder) for folder in portfolio.all_folders)
    return [*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes)]


def _target(portfolio: LoadedPortfolio, old: str, path: Path) -> Target:
    """What is meant by the old id: in the project that was given if it is there, else wherever it is."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.renaming import targets

    every = {folder: portfolio.contents(folder) for folder in portfolio.all_folders}
    near = {folder: portfolio.contents(folder) for folder in portfolio.folders}
    found = targets(old, portfolio.catalog, near) or targets(old, portfolio.catalog, every)
    if not found:
        known = sorted({*portfolio.catalog.nodes, *(i for contents in every.values() for i in contents.nodes)})
        raise Misuse(text("cli.misuse.node", id=old, path=path, hint=hint(old, known, most=12)))
    if len(found) > 1:
        raise Misuse(text("renaming.several", id=old, known=", ".join(target.name for target in found)))
    return found[0]


def _refuse_unlike(portfolio: LoadedPortfolio, plan: Plan) -> None:
    """Misuse where the new texts would have mistakes: found out before anything is written."""
    from oc_strategy.lang import text
    from oc_strategy.renaming.proving import first_mistake

    wrong = first_mistake(portfolio, plan.files)
    if wrong is not None:
        raise Misuse(text("renaming.not-editable", place=str(wrong.place)))
