"""`pull`: take what people changed in a workbook back into the YAML of its project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import BookLangOption, Quiet, portfolio_at
from oc_strategy.cli.console import BookLang, Misuse, complain, note, paint_for, say
from oc_strategy.cli.reporting import spoken, told_mistakes

if TYPE_CHECKING:
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.pulling.plan import Plan
    from oc_strategy.pulling.settling import Settled


def pull(
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="The workbook that somebody filled in.")],
    path: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project it is of, or its portfolio.")] = Path(),
    plan: Annotated[bool, typer.Option("--plan", help="Only show what would be done.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="With --plan: an .xlsx for a reviewer to decide in.")
    ] = None,
    reviewed: Annotated[
        Path | None, typer.Option("--reviewed", metavar="PLAN", help="A plan that a reviewer sent back; it decides.")
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", metavar="SIDE", help="In conflicts: workbook, project, or ID.FIELD=workbook."),
    ] = None,
    delete: Annotated[
        bool, typer.Option("--delete", help="Also delete what was deleted in the workbook, without asking.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out the cells that cannot be taken; write the others.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing, even on a terminal.")] = False,
    lang: BookLangOption = None,
    quiet: Quiet = False,
) -> None:
    """Take what people changed in a workbook back into the YAML of its project.

    Only fields that were changed in the workbook are written; comments, order and quoting stay. A field that was
    changed in the project, too, is a conflict. New rows become nodes; deleted rows are asked about.

    Exit status: 0 written, shown or unchanged, 1 something is open or cannot be taken (nothing is written), 2 it could
    not be done.
    """
    from oc_strategy.cli.deciding import decided, is_asked
    from oc_strategy.cli.pulled import held_against, plan_written
    from oc_strategy.exporters.together import recover
    from oc_strategy.lang import text

    portfolio = portfolio_at(path)
    if recover(portfolio.root):
        portfolio = portfolio_at(path)
    loaded, found, audience = held_against(workbook, portfolio, path, lang)
    if not found.steps and not found.problems:
        note(text("pull.unchanged").of(spoken(lang)), quiet=quiet)
        return
    _tell(found, lang)
    if plan:
        if output is not None:
            plan_written(found, loaded, audience, portfolio, output, lang, quiet=quiet)
        raise typer.Exit(int(bool(found.bad or found.conflicts)))
    if found.bad and not skip_bad:
        complain(text("pull.has-bad", count=len(found.bad)).of(spoken(lang)))
        raise typer.Exit(1)
    settled = decided(found, take or [], reviewed, delete=delete, asks=is_asked(no_input=no_input), lang=lang)
    _write(portfolio, settled, lang, yes=yes, asks=is_asked(no_input=no_input), quiet=quiet)


def _tell(found: Plan, lang: BookLang | None) -> None:
    import sys

    from oc_strategy.lang import text
    from oc_strategy.pulling.telling import plan_lines

    language = spoken(lang)
    say("\n".join(plan_lines(found, language, paint_for(sys.stdout))))
    kinds = [step.kind for step in found.steps]
    counts = {"changes": "change", "new": "new", "deleted": "deleted", "conflicts": "conflict"}
    numbers = {name: kinds.count(kind) for name, kind in counts.items()}  # type: ignore[arg-type]
    say(text("pull.summary", bad=len(found.bad), **numbers).of(language))


def _write(
    portfolio: LoadedPortfolio,
    settled: Settled,
    lang: BookLang | None,
    *,
    yes: bool,
    asks: bool,
    quiet: bool,
) -> None:
    """Write all files or none, after asking where somebody can answer."""
    from oc_strategy.exporters.together import write_together
    from oc_strategy.lang import text
    from oc_strategy.pulling.settling import files_after
    from oc_strategy.renaming.proving import mistakes_with

    language = spoken(lang)
    if settled.open:
        complain(text("pull.unsettled", count=len(settled.open)).of(language))
        raise typer.Exit(1)
    files = files_after(settled.written)
    if not isinstance(files, dict):
        raise Misuse(text("pull.not-editable", place=str(files)))
    if told_mistakes(mistakes_with(portfolio, files), lang):
        complain(text("pull.would-be-wrong").of(language))
        raise typer.Exit(1)
    if files and not yes:
        _ask_to_write(len(settled.written), len(files), language, asks=asks)
    write_together(portfolio.root, files)
    _tell_outcome(settled, len(files), language, quiet=quiet)


def _ask_to_write(count: int, files: int, language: Language, *, asks: bool) -> None:
    """Go on only with a yes; Misuse where nobody can give it."""
    from oc_strategy.lang import text

    if not asks:
        raise Misuse(text("pull.nobody"))
    if not typer.confirm(text("pull.ask-write", count=count, files=files).of(language), err=True):
        raise typer.Exit(1)


def _tell_outcome(settled: Settled, files: int, language: Language, *, quiet: bool) -> None:
    from oc_strategy.lang import text

    kept = sum(step.kind == "deleted" for step in settled.left)
    left = len(settled.left) - kept
    done = text("pull.written", count=len(settled.written), files=files) if files else text("pull.nothing-written")
    note(done.of(language), quiet=quiet)
    for key, count in (("kept", kept), ("left", left)):
        if count:
            note(text(f"pull.{key}", count=count).of(language), quiet=quiet)
