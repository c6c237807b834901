"""`list`: the nodes of projects, by section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import LangOption, PathOption, Shape, portfolio_at
from oc_strategy.cli.console import Misuse, language_of, paint_for, say, say_json
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption

if TYPE_CHECKING:
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.model.node import Node
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedProject


def _sections(incomplete: str) -> list[str]:
    from oc_strategy.model.sections import SECTIONS

    return [section for section in SECTIONS if section.startswith(incomplete)]


def list_nodes(
    path: PathOption = Path(),
    section: Annotated[
        str | None,
        typer.Option("--section", metavar="NAME", help="Only this section, such as patents.", autocompletion=_sections),
    ] = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
) -> None:
    """List what projects hold: id, title, class and place of every node.

    Exit status: 0 listed, 1 mistakes in the text (what can be read is listed), 2 it could not be done.
    """
    import sys

    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.cli.selecting import compared, refuse_unmatched, scope_of, selection_of
    from oc_strategy.lang import text

    _refuse_unknown(section)
    asked = selection_of(select, exclude, against)
    portfolio, language = portfolio_at(path), language_of(lang)
    selection = compared(asked, portfolio, against)
    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    scopes = [scope_of(selection, project) for project in loaded]
    refuse_unmatched(selection, map(selection.unmatched, scopes), [portfolio])
    listed = [
        (project, _nodes(project, section, selection.nodes(scope)))
        for project, scope in zip(loaded, scopes, strict=True)
    ]
    mistakes = [*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes)]
    if output_format == "json":
        say_json([_data(node, project) for project, nodes in listed for node in nodes])
    else:
        paint = paint_for(sys.stdout)
        lines = [line for project, nodes in listed for line in _lines(project, nodes, language, paint)]
        # What could not be read may hold some.
        if lines or not mistakes:
            say("\n".join(lines) if lines else text("cli.list-none").of(language))
    raise typer.Exit(int(told_mistakes(mistakes, lang)))


def _refuse_unknown(section: str | None) -> None:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    known = ["project", *_sections("")]
    if section is not None and section not in known:
        raise Misuse(text("cli.misuse.section", id=section, hint=hint(section, known)))


def _nodes(project: LoadedProject, section: str | None, selected: frozenset[str]) -> list[Node]:
    order = ["project", *_sections("")]
    nodes = project.graph.nodes.values()
    own = [n for n in nodes if n.id in project.own & selected and section in {None, n.section}]
    return sorted(own, key=lambda node: (order.index(node.section), node.id))


def _data(node: Node, project: LoadedProject) -> dict[str, object]:
    title = {"ja": node.name().of("ja"), "en": node.name().of("en")}
    place = str(project.places.of(node.id))
    return {"project": project.project.id, "section": node.section, "id": node.id, "title": title,
            "confidentiality": node.confidentiality, "place": place}  # fmt: skip


def _lines(project: LoadedProject, nodes: list[Node], language: Language, paint: Paint) -> Iterator[str]:
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import section_label, word

    width = max((len(node.id) for node in nodes), default=0)
    for shown, members in groupby(nodes, key=lambda node: node.section):
        yield paint(f"{project.project.id} / {section_label(shown).of(language)}", "bold")
        for node in members:
            level = f"  [{word('Confidentiality', node.confidentiality).of(language)}]" if node.confidentiality else ""
            place = paint(clean(str(project.places.of(node.id))), "dim")
            yield f"  {node.id.ljust(width)}  {clean(node.name().of(language))}{level}  {place}"
