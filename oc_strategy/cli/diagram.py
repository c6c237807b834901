"""`diagram`: draw a view of a project."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceOption,
    BookLangOption,
    Force,
    OptionId,
    PathOption,
    Quiet,
    audience_of,
    book_languages,
    portfolio_at,
    settings_for,
)
from oc_strategy.cli.console import Misuse, note, say
from oc_strategy.cli.reporting import reports_of, told_missing, told_mistakes, writing

if TYPE_CHECKING:
    from oc_strategy.exporters.diagrams import DiagramFormat
    from oc_strategy.report import Report
    from oc_strategy.views.view import Diagram

ViewName = Literal["strategy", "dependencies", "protection", "standard", "exposure", "roadmap"]


class FormatName(StrEnum):
    """The formats to draw in; an enumeration because an option that repeats takes no Literal."""

    svg = "svg"
    png = "png"
    pdf = "pdf"
    dot = "dot"
    mermaid = "mermaid"


def diagram(
    path: PathOption = Path(),
    view: Annotated[ViewName, typer.Option("--view", help="The question to draw.")] = "strategy",
    formats: Annotated[list[FormatName] | None, typer.Option("--format", help="May be given several times.")] = None,
    focus: Annotated[str | None, typer.Option("--focus", metavar="ID", help="Only this node and what is near.")] = None,
    depth: Annotated[int | None, typer.Option("--depth", min=0, max=9, help="How many links away from it.")] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into; - for standard output (DOT, Mermaid).")
    ] = Path("out"),
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Draw a view of a project as SVG, PNG, PDF, DOT or Mermaid.

    Exit status: 0 drawn, 1 mistakes in the text of a project, 2 it could not be done (no renderer, unknown focus).
    """
    portfolio = portfolio_at(path)
    settings = settings_for(portfolio, as_of, option)
    languages = book_languages(portfolio, lang)
    failed = told_mistakes(portfolio.mistakes, lang)
    undrawn = False
    for _, report in reports_of(portfolio, settings, audience_of(portfolio, audience), lang, quiet=quiet):
        if report is None:
            failed = True
            continue
        name = f"{report.project.id}-{view}" + (f"-{focus.replace('/', '--')}" if focus else "")
        drawing = {name: _view(report, view, focus, depth)}
        undrawn |= _draw(
            drawing,
            languages,
            [form.value for form in formats or [FormatName.svg]],
            output,
            lang,
            force=force,
            quiet=quiet,
        )
    raise typer.Exit(2 if undrawn else int(failed))


def _view(report: Report, view: ViewName, focus: str | None, depth: int | None) -> Diagram:
    from oc_strategy.loading.mistakes import closest
    from oc_strategy.views.catalog import draw

    try:
        return draw(view, report, focus, depth)
    except ValueError:
        guess = closest(focus or "", report.graph.nodes)
        hint = f"; did you mean {guess}?" if guess else ""
        raise Misuse(f"{view} cannot be drawn around {focus}: there is no such node for it{hint}") from None


def _draw(
    drawing: dict[str, Diagram], languages: tuple[Literal["ja", "en"], ...], formats: list[DiagramFormat], output: Path,
    lang: Literal["ja", "en", "both"] | None, *, force: bool, quiet: bool,
) -> bool:  # fmt: skip
    from oc_strategy.cli.made import diagram_names

    files, missing = diagram_names(drawing, languages, formats)
    if str(output) == "-":
        for name, data in files.items():
            if not name.endswith((".gv", ".mmd")):
                raise Misuse("only --format dot and --format mermaid can go to standard output")
            say(data.decode())
    else:
        for written in writing(output, files, force=force):
            note(str(written), quiet=quiet)
    told_missing(missing, lang, quiet=False)
    return bool(missing)
