"""`list`: the nodes of projects, by section."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import LangOption, PathOption, portfolio_at
from oc_strategy.cli.console import Misuse, language_of, paint_for, say

if TYPE_CHECKING:
    from oc_strategy.model.node import Node
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedProject


def list_nodes(
    path: PathOption = Path(),
    section: Annotated[str | None, typer.Option("--section", help="Only this section, such as patents.")] = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
) -> None:
    """List what projects hold: id, title, class and place of every node."""
    from oc_strategy.model.sections import SECTIONS

    if section is not None and section not in SECTIONS:
        raise Misuse(f"there is no section {section}; the sections are {', '.join(SECTIONS)}")
    portfolio = portfolio_at(path)
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    if output_format == "json":
        say(json.dumps([_data(node, p) for p in loaded for node in _nodes(p, section)], ensure_ascii=False, indent=2))
        return
    for project in loaded:
        _tell(project, section, language_of(lang))


def _nodes(project: LoadedProject, section: str | None) -> list[Node]:
    from oc_strategy.model.sections import SECTIONS

    order = ["project", *SECTIONS]
    own = [n for n in project.graph.nodes.values() if n.id in project.own and section in {None, n.section}]
    return sorted(own, key=lambda node: (order.index(node.section), node.id))


def _data(node: Node, project: LoadedProject) -> dict[str, object]:
    title = {"ja": node.name().of("ja"), "en": node.name().of("en")}
    place = str(project.places.of(node.id))
    return {"project": project.project.id, "section": node.section, "id": node.id, "title": title,
            "confidentiality": node.confidentiality, "place": place}  # fmt: skip


def _tell(project: LoadedProject, section: str | None, language: Language) -> None:
    import sys

    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import section_label

    paint = paint_for(sys.stdout)
    shown = ""
    for node in _nodes(project, section):
        if node.section != shown:
            shown = node.section
            say(paint(f"{project.project.id} / {section_label(shown).of(language)}", "bold"))
        say(f"  {node.id}  {clean(node.name().of(language))}")
