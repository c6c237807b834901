"""`show`: one node with its fields, its neighbours, its dates and what was found about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import AsOf, LangOption, portfolio_at, settings_for
from oc_strategy.cli.console import Misuse, language_of, paint_for, say

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.model.node import Node
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedProject


def show(
    node_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a node.")],
    path: Annotated[Path, typer.Argument(help="The project or portfolio to look in.")] = Path(),
    as_of: AsOf = None,
    lang: LangOption = None,
) -> None:
    """Show a node: what is known of it, what it links to and what links to it, its dates, what was found about it."""
    import sys

    from oc_strategy.loading.mistakes import closest

    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of)
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    holding = [project for project in loaded if node_id in project.graph.nodes]
    if not holding:
        guess = closest(node_id, [known for project in loaded for known in project.graph.nodes])
        raise Misuse(f"there is no {node_id} in {path}" + (f"; did you mean {guess}?" if guess else ""))
    for project in holding:
        say("\n".join(_lines(project, node_id, settings, language_of(lang), paint_for(sys.stdout))))


def _lines(project: LoadedProject, node_id: str, settings: Settings, language: Language, paint: Paint) -> Iterator[str]:
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import field_label, section_label, text

    node = project.graph.nodes[node_id]
    yield paint(f"{clean(node.name().of(language))} [{node.id}]", "bold")
    where = f"  {project.places.of(node.id)}" if node.id in project.places else ""
    yield f"{section_label(node.section).of(language)}, {project.project.id}{where}"
    for name, words in _fields(node, language):
        yield f"  {field_label(node.section, name).of(language)}: {clean(words)}"
    for key, neighbours in (("links-out", _out(project, node)), ("links-in", _in(project, node))):
        yield f"{text(f'cli.{key}').of(language)}:"
        yield from [f"  {edge} {clean(n.name().of(language))} [{n.id}]" for edge, n in neighbours] or [
            f"  {text('cli.none').of(language)}"
        ]
    yield from _dates(project, node, settings, language)
    yield from _findings(project, node, settings, language, paint)


def _fields(node: Node, language: Language) -> Iterator[tuple[str, str]]:
    from oc_strategy.wording import said_value

    for name in type(node).model_fields:
        if name in node.not_applicable:
            yield name, f"- ({node.not_applicable[name].not_applicable.of(language)})"
        elif name not in {"id", "title", "not_applicable"} and (words := said_value(node, name)):
            yield name, words.of(language)


def _out(project: LoadedProject, node: Node) -> list[tuple[str, Node]]:
    return [(edge.name, target) for source, edge, target in project.graph.links_of(node) if source.id == node.id]


def _in(project: LoadedProject, node: Node) -> list[tuple[str, Node]]:
    return [(edge.name, source) for source, edge, target in project.graph.links_of(node) if target.id == node.id]


def _dates(project: LoadedProject, node: Node, settings: Settings, language: Language) -> Iterator[str]:
    from oc_strategy.deadlines import deadlines
    from oc_strategy.lang import text

    for deadline in deadlines(project.graph, settings.facts):
        if deadline.node.id == node.id:
            left = deadline.days_left(settings.today)
            key = "deadline-left" if left >= 0 else "deadline-past"
            kind = text(f"deadlines.{deadline.kind}").of(language)
            office = f" {deadline.office}" if deadline.office else ""
            yield f"  {deadline.on}: {kind}{office} ({text(f'cli.{key}', days=abs(left)).of(language)})"


def _findings(
    project: LoadedProject, node: Node, settings: Settings, language: Language, paint: Paint
) -> Iterator[str]:
    from oc_strategy.checking import check
    from oc_strategy.exporters.findings import plain_text
    from oc_strategy.lang import text

    about = [d for d in check(project, settings) if any(subject.node == node.id for subject in d.subjects)]
    yield f"{text('cli.findings').of(language)}:"
    if not about:
        yield f"  {text('cli.none').of(language)}"
        return
    yield plain_text(about, language, paint, with_unanswered=True).rsplit("\n", 2)[0]
