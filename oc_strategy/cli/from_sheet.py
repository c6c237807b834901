"""`from-sheet`: bring the rows of anybody's spreadsheet into a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import LangOption, Quiet, day, portfolio_at
from oc_strategy.cli.console import Misuse, language_of, note, waiting
from oc_strategy.cli.deciding import is_asked
from oc_strategy.cli.reporting import told_mistakes
from oc_strategy.cli.seeding import columns_of, map_of, opened_sheet, told_plan

if TYPE_CHECKING:
    from oc_strategy.cli.console import Lang
    from oc_strategy.importers.seeding import Plan, Seeding
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedPortfolio


def from_sheet(
    file: Annotated[Path, typer.Argument(help="The spreadsheet: .xlsx, .csv or .tsv.")],
    path: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project to write into.")] = Path(),
    map_name: Annotated[
        str | None,
        typer.Option(
            "--map", metavar="MAP", help="The map from columns to fields: a file, or the name of a ready one."
        ),
    ] = None,
    propose: Annotated[bool, typer.Option("--propose", help="Propose a map from the headings instead.")] = False,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="The sheet to read; that of the map if not given.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the proposed map to this file, not to the screen.")
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Only show what would be added and changed.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing, even on a terminal.")] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day to note with each source; today if not given.")
    ] = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Bring the rows of anybody's spreadsheet into a project as nodes and links, by a map from columns to fields.

    A row with a cell that cannot be read is left out and told; the others are taken. The same sheet again changes
    nothing; a later one changes what it says anew, and never a value that a person has changed since.

    Exit status: 0 all rows taken or shown, 1 rows left out or mistakes in the text or the map, 2 it could not be done.
    """
    from oc_strategy.cli.proposing import propose_map

    language = language_of(lang)
    if propose:
        propose_map(file, sheet, output, language, quiet=quiet)
        return
    seeding = _seeding(file, map_name, sheet, path, day(on, "--on").isoformat(), lang)
    planned = _planned(seeding, language, quiet=quiet)
    told_plan(seeding, planned, language, quiet=quiet)
    if planned.files and _is_wanted(language, plan=plan, yes=yes, no_input=no_input):
        _write(seeding, planned, language, quiet=quiet)
    if planned.troubles:
        raise typer.Exit(1)


def _seeding(file: Path, map_name: str | None, sheet: str | None, path: Path, today: str, lang: Lang | None) -> Seeding:
    """All that is needed; Misuse for what is not there, status 1 after telling mistakes in the map or the project."""
    from oc_strategy.importers.seeding import Seeding, path_of, read_state, wrong_headings
    from oc_strategy.lang import text

    read, name = map_of(map_name, lang)
    opened = opened_sheet(file, read.map.encoding, read.map.separator)
    headed = columns_of(opened, read.map, sheet)
    if told_mistakes(wrong_headings(read, headed), lang):
        raise typer.Exit(1)
    portfolio = _portfolio(path, lang)
    folder = portfolio.folders[0]
    state = read_state(path_of(folder, name))
    if state is None:
        raise Misuse(text("seeding.state", path=path_of(folder, name)))
    return Seeding(portfolio, folder, opened, headed, read.map, name, state, today)


def _portfolio(path: Path, lang: Lang | None) -> LoadedPortfolio:
    from oc_strategy.exporters.together import recover
    from oc_strategy.lang import text

    portfolio = portfolio_at(path)
    if recover(portfolio.root):
        portfolio = portfolio_at(path)
    if len(portfolio.folders) > 1:
        raise Misuse(text("seeding.several", path=path))
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    if told_mistakes([*portfolio.mistakes, *(wrong for project in loaded for wrong in project.mistakes)], lang):
        raise typer.Exit(1)
    return portfolio


def _planned(seeding: Seeding, language: Language, *, quiet: bool) -> Plan:
    from oc_strategy.importers.seeding import Unwilling, planned
    from oc_strategy.lang import text

    with waiting(text("seeding.working", file=seeding.opened.name), language, quiet=quiet):
        found = planned(seeding)
    if isinstance(found, Unwilling):
        raise Misuse(found.said)
    return found


def _is_wanted(language: Language, *, plan: bool, yes: bool, no_input: bool) -> bool:
    """Whether to write: as a flag says, else as the person at the terminal says; Misuse where there is neither."""
    from oc_strategy.lang import text

    if plan or yes:
        return yes and not plan
    if not is_asked(no_input=no_input):
        raise Misuse(text("seeding.decide"))
    if not typer.confirm(text("seeding.ask").of(language), err=True):
        raise typer.Exit(1)
    return True


def _write(seeding: Seeding, planned: Plan, language: Language, *, quiet: bool) -> None:
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.exporters.together import write_together
    from oc_strategy.lang import text

    write_together(seeding.portfolio.root, planned.files)
    for file in sorted(planned.files):
        note(text("cli.written", path=clean(str(file))).of(language), quiet=quiet)
