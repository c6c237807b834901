"""`ack`: put on record that somebody looked at a node again, or list what asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import LangOption, PathOption, Quiet, Shape, day, portfolio_at
from oc_strategy.cli.completing import node_ids
from oc_strategy.cli.console import Misuse, language_of, note, paint_for, say, say_json
from oc_strategy.cli.reporting import told_mistakes

if TYPE_CHECKING:
    from oc_strategy.cli.console import Lang
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject


def ack(
    node_id: Annotated[
        str | None,
        typer.Argument(
            metavar="NODE", help="The id of the node that was looked at; none with --list.", autocompletion=node_ids
        ),
    ] = None,
    path: PathOption = Path(),
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who looked.")] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="Why it still holds, or what was adapted.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which it was looked at; today if not given.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="List what asks to be looked at again; write nothing.")
    ] = False,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Put on record that somebody looked at a node and at what it leans on, as they are now.

    The YAML gets the digest of each state, the name, the day and the reason; comments and order are kept. When one of
    these states changes, the check review-suspect asks to look again. Titles, summaries and notes do not count.

    Exit status: 0 written or listed, 1 mistakes in the text (nothing is written), 2 it could not be done.
    """
    from oc_strategy.lang import text

    portfolio = portfolio_at(Path(node_id) if listed and node_id is not None else path)
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    mistakes = [*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes)]
    if told_mistakes(mistakes, lang):
        raise typer.Exit(1)
    if listed:
        _list(loaded, output_format, lang)
        return
    if not (node_id and by and by.strip() and why and why.strip()):
        raise Misuse(text("cli.misuse.ack"))
    project = _holder(node_id, loaded, portfolio)
    _stamp(project, node_id, by, why, on, lang, quiet=quiet)


def _list(loaded: list[LoadedProject], form: Shape, lang: Lang | None) -> None:
    import sys

    from oc_strategy.exporters.suspects import suspects_data, suspects_text

    if form == "json":
        say_json([entry for project in loaded for entry in suspects_data(project)])
        return
    language = language_of(lang)
    say(suspects_text(loaded, language, paint_for(sys.stdout)))


def _holder(node_id: str, loaded: list[LoadedProject], portfolio: LoadedPortfolio) -> LoadedProject:
    """The project in which the node stands; for a node of the catalog the first that uses it."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    holding = [project for project in loaded if node_id in project.graph.nodes and node_id in project.places]
    own = [project for project in holding if node_id in project.own]
    if len(own) > 1:
        names = ", ".join(project.project.id for project in own)
        raise Misuse(text("cli.misuse.several", id=node_id, projects=names))
    if not holding:
        known = sorted({known for project in loaded for known in project.own})
        raise Misuse(text("cli.misuse.node", id=node_id, path=portfolio.root, hint=hint(node_id, known, most=12)))
    return (own or holding)[0]


def _stamp(
    project: LoadedProject, node_id: str, by: str, why: str, on: str | None, lang: Lang | None, *, quiet: bool
) -> None:
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text
    from oc_strategy.model.reviewing import leans_on
    from oc_strategy.stamping import stamped
    from oc_strategy.yamlediting import edited

    node = project.graph.nodes[node_id]
    file = Path(project.places.of(node_id).file)
    changes = stamped(project.graph, node, by.strip(), why.strip(), day(on, "--on").isoformat())
    made = edited(file.read_bytes(), changes)
    if not isinstance(made, bytes):
        raise Misuse(text("cli.misuse.not-editable", path=file, line=made.spot.line))
    write_atomically(file, made)
    said = text("cli.acknowledged", id=node_id, path=clean(str(file)), count=len(leans_on(project.graph, node)))
    note(said.of(language_of(lang)), quiet=quiet)
