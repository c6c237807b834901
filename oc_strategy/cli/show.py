"""`show`: one node with its fields, its neighbours, its dates and what was found about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, OptionId, portfolio_at, settings_for
from oc_strategy.cli.completing import node_ids
from oc_strategy.cli.console import Misuse, language_of, paint_for, say

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.model.node import Node
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedProject


def show(
    node_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a node.", autocompletion=node_ids)],
    path: Annotated[Path, typer.Argument(help="The project or portfolio to look in.")] = Path(),
    as_of: AsOf = None,
    option: OptionId = None,
    lang: LangOption = None,
) -> None:
    """Show a node: what is known of it, what it links to and what links to it, its dates, what was found about it.

    Exit status: 0 shown, 1 mistakes in the text (what can be read is shown), 2 it could not be done.
    """
    import sys

    from oc_strategy.checking import settings_of
    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    holding = [project for project in loaded if node_id in project.graph.nodes]
    # A node of the catalog is part of many projects: it is shown in those whose own it is, if there are any.
    holding = [project for project in holding if node_id in project.own] or holding
    mistakes = [*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes)]
    if not holding and not mistakes:
        known = sorted({known for project in loaded for known in project.graph.nodes})
        raise Misuse(text("cli.misuse.node", id=node_id, path=path, hint=hint(node_id, known, most=12)))
    language, paint = language_of(lang), paint_for(sys.stdout)
    for project in holding:
        say("\n".join(_lines(project, node_id, settings_of(settings, project), language, paint)))
    raise typer.Exit(int(told_mistakes(mistakes, lang)))


def _lines(project: LoadedProject, node_id: str, settings: Settings, language: Language, paint: Paint) -> Iterator[str]:
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import field_label, section_label

    node = project.graph.nodes[node_id]
    yield paint(clean(_named(node, language)), "bold")
    place = f"  {clean(str(project.places.of(node.id)))}" if node.id in project.places else ""
    yield f"{section_label(node.section).of(language)}, {project.project.id}{place}"
    for name, words in _fields(node, language):
        yield f"  {field_label(node.section, name).of(language)}: {clean(words)}"
    parts = {
        "links-out": _out(project, node, language),
        "links-in": _in(project, node, language),
        "dates": _dates(project, node, settings, language),
    }
    for key, lines in parts.items():
        yield from _part(key, map(clean, lines), language, paint)
    yield from _findings(project, node, settings, language, paint)


def _part(key: str, lines: Iterator[str], language: Language, paint: Paint) -> Iterator[str]:
    from oc_strategy.lang import text

    yield paint(text(f"cli.{key}").of(language), "bold")
    yield from [f"  {line}" for line in lines] or [f"  {text('cli.none').of(language)}"]


def _fields(node: Node, language: Language) -> Iterator[tuple[str, str]]:
    """What the node says, but for its links and dates, which have parts of their own."""
    from oc_strategy.model.dates import Date
    from oc_strategy.model.edges import EDGES_FROM
    from oc_strategy.wording import said_value

    linking = {edge.steps[0] for edge in EDGES_FROM[type(node)] if len(edge.steps) == 1}
    for name in type(node).model_fields:
        if name in node.not_applicable:
            yield name, f"- ({node.not_applicable[name].not_applicable.of(language)})"
        elif name in {"id", "title", "not_applicable", *linking} or isinstance(getattr(node, name), Date):
            continue
        elif words := said_value(node, name):
            yield name, words.of(language)


def _out(project: LoadedProject, node: Node, language: Language) -> Iterator[str]:
    from oc_strategy.lang import text
    from oc_strategy.wording import link_label

    for source, edge, target in project.graph.links_of(node):
        if source.id == node.id:
            label = link_label(source, edge.steps)
            yield text("cli.link-to", label=label, node=_named(target, language)).of(language)


def _in(project: LoadedProject, node: Node, language: Language) -> Iterator[str]:
    from oc_strategy.lang import text
    from oc_strategy.wording import link_label

    for source, edge, target in project.graph.links_of(node):
        if target.id == node.id:
            kind = text(f"sections_one.{source.section}")
            words = text(
                "cli.link-from", label=link_label(source, edge.steps), kind=kind, node=_named(source, language)
            )
            yield words.of(language)


def _named(node: Node, language: Language) -> str:
    from oc_strategy.wording import named

    return named(node).of(language)


def _dates(project: LoadedProject, node: Node, settings: Settings, language: Language) -> Iterator[str]:
    """The dates the node holds, oldest first, then those to be kept."""
    from oc_strategy.cli.history import dates_of
    from oc_strategy.deadlines import deadlines
    from oc_strategy.lang import text

    for dated in dates_of(node):
        yield f"{dated.on}: {dated.what.of(language)}"
    for deadline in deadlines(project.graph, settings.facts, settings.today):
        if deadline.node.id == node.id:
            left = deadline.days_left(settings.today)
            key = "deadline-left" if left >= 0 else "deadline-past"
            kind = text(f"deadlines.{deadline.kind}").of(language)
            office = f" {deadline.office}" if deadline.office else ""
            yield f"{deadline.on}: {kind}{office} ({text(f'cli.{key}', days=abs(left)).of(language)})"


def _findings(
    project: LoadedProject, node: Node, settings: Settings, language: Language, paint: Paint
) -> Iterator[str]:
    from oc_strategy.checking import check
    from oc_strategy.exporters.findings import blocks
    from oc_strategy.lang import text

    about = [d for d in check(project, settings) if any(subject.node == node.id for subject in d.subjects)]
    yield paint(text("cli.findings").of(language), "bold")
    yield from blocks(about, language, paint) if about else [f"  {text('cli.none').of(language)}"]
