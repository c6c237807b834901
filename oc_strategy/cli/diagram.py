"""`diagram`: draw a view of a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    laying_for,
    settings_for,
)
from oc_strategy.cli.completing import node_ids
from oc_strategy.cli.console import Misuse, say_data, waiting
from oc_strategy.cli.reporting import reports_of, spoken, told_missing, told_mistakes, told_written, wrote
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption, selected_at

if TYPE_CHECKING:
    from oc_strategy.cli.console import BookLang
    from oc_strategy.exporters.diagrams import DiagramFormat
    from oc_strategy.model.steering import Option
    from oc_strategy.model.text import Language
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.report import Report
    from oc_strategy.selecting import Selection
    from oc_strategy.views.view import Diagram

ViewName = Literal["strategy", "dependencies", "protection", "standard", "exposure", "options", "roadmap"]


class FormatName(StrEnum):
    """The formats to draw in; an enumeration because an option that repeats takes no Literal."""

    svg = "svg"
    png = "png"
    pdf = "pdf"
    dot = "dot"
    mermaid = "mermaid"

    @property
    def drawn(self) -> DiagramFormat:
        """The word that the exporters know it by."""
        return self.value


_BY_SUFFIX = {".svg": "svg", ".png": "png", ".pdf": "pdf", ".gv": "dot", ".dot": "dot", ".mmd": "mermaid"}


@dataclass(frozen=True, slots=True)
class _Wish:
    """What to draw, in which languages and formats, and into which folder, file (by its suffix) or `-`."""

    view: ViewName
    focus: str | None
    depth: int | None
    languages: tuple[Language, ...]
    formats: tuple[DiagramFormat, ...]
    output: Path
    is_file: bool


def diagram(
    path: PathOption = Path(),
    view: Annotated[ViewName, typer.Option("--view", help="The question to draw.")] = "strategy",
    formats: Annotated[
        list[FormatName] | None, typer.Option("--format", help="SVG if not given; may be given several times.")
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="ID", help="Only this node and what is near.", autocompletion=node_ids),
    ] = None,
    depth: Annotated[int | None, typer.Option("--depth", min=0, max=9, help="How many links away from it.")] = None,
    compared: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="ID",
            help="For --view options: the option or plan (P1, all-open) to lay over the one looked at; twice: both.",
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="The folder to write into; or a file, whose suffix says the format; - for standard output.",
        ),
    ] = Path("out"),
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Draw a view of a project as SVG, PNG, PDF, DOT or Mermaid.

    Exit status: 0 drawn, 1 mistakes in the text of a project, 2 it could not be done (no renderer, unknown focus).
    """
    from oc_strategy.options.naming import is_plan_name

    portfolio, selection = selected_at(path, select, exclude, against)
    settings = settings_for(portfolio, as_of, option)
    chosen = tuple(form.drawn for form in formats or ())
    wish = _wish(view, focus, depth, book_languages(portfolio, lang), chosen, output, portfolio)
    has_mistakes, is_undone = told_mistakes(portfolio.mistakes, lang), False
    laying = laying_for(portfolio, True) if any(map(is_plan_name, compared or ())) else None
    seen_by = audience_of(portfolio, audience)
    for _, report in reports_of(portfolio, settings, seen_by, lang, quiet=quiet, laying=laying):
        if report is None:
            has_mistakes = True
        else:
            shown = _part(_overlaid(report, wish.view, compared or []), selection)
            is_undone |= not _drawn(shown, wish, lang, force=force, quiet=quiet)
    raise typer.Exit(2 if is_undone else int(has_mistakes))


def _part(report: Report, selection: Selection) -> Report:
    """The report whose pictures show what is selected, chosen from what its audience sees so as to betray nothing."""
    if selection.is_all:
        return report
    return replace(report, selected=selection.nodes(selection.scope(report.project.id, report.graph, report.own)))


def _overlaid(report: Report, view: ViewName, names: Sequence[str]) -> Report:
    """The report with the two options or plans that were named, the option looked at first if only one was."""
    from oc_strategy.lang import text

    if not names:
        return report
    if view != "options" or len(names) > 2:
        raise Misuse(text("cli.misuse.overlay"))
    first = report.option if len(names) == 1 else _named(report, names[0])
    if first is None:
        raise Misuse(text("cli.misuse.overlay-of-what", project=report.project.id))
    return replace(report, overlaid=(first, _named(report, names[-1])))


def _named(report: Report, name: str) -> Option:
    """An option by its id, or a plan that is laid out by its name; Misuse for neither."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.model.text import Text
    from oc_strategy.options.naming import is_plan_name
    from oc_strategy.options.shortlist import Shortlist

    by_id = {option.id: option for option in report.options}
    if name in by_id:
        return by_id[name]
    if isinstance(report.laid, Text) and is_plan_name(name):
        raise Misuse(report.laid)
    plan = report.laid.option(name, report.option) if isinstance(report.laid, Shortlist) else None
    if plan is None:
        raise Misuse(text("cli.misuse.option", id=name, path=report.project.id, hint=hint(name, by_id, most=12)))
    return plan


def _wish(
    view: ViewName, focus: str | None, depth: int | None, languages: tuple[Language, ...],
    formats: tuple[DiagramFormat, ...], output: Path, portfolio: LoadedPortfolio,
) -> _Wish:  # fmt: skip
    from oc_strategy.lang import text

    by_suffix = _BY_SUFFIX.get(output.suffix)
    if str(output) == "-":
        if not formats or set(formats) - {"dot", "mermaid"}:
            raise Misuse(text("cli.misuse.stdout"))
    elif by_suffix is not None:
        if len(portfolio.folders) > 1:
            raise Misuse(text("cli.misuse.one-file", path=output, count=len(portfolio.folders)))
        if formats and formats != (by_suffix,):
            raise Misuse(text("cli.misuse.one-format", path=output))
        # One file holds one language: the first, unless one was asked for.
        return _Wish(view, focus, depth, languages[:1], (by_suffix,), output, True)  # type: ignore[arg-type]
    return _Wish(view, focus, depth, languages, formats or ("svg",), output, False)


def _drawn(report: Report, wish: _Wish, lang: BookLang | None, *, force: bool, quiet: bool) -> bool:
    """Draw for one project; whether all is there."""
    from oc_strategy.cli.made import diagram_names
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    name = f"{report.project.id}-{wish.view}" + (f"-{wish.focus.replace('/', '--')}" if wish.focus else "")
    drawing = {name: _view(report, wish)}
    with waiting(text("cli.writing"), spoken(lang), quiet=quiet):
        files, missing = diagram_names(drawing, wish.languages, wish.formats)
    is_missing = told_missing(missing, lang)
    if str(wish.output) == "-":
        for data in files.values():
            say_data("\n".join(map(clean, data.decode().splitlines())))
        return not is_missing
    folder = wish.output.parent if wish.is_file else wish.output
    named = dict(zip([wish.output.name], files.values(), strict=False)) if wish.is_file else files
    written = wrote(folder, named, lang, force=force) if named else []
    told_written(written, lang, quiet=quiet)
    return bool(written) and not is_missing


def _view(report: Report, wish: _Wish) -> Diagram:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.views.catalog import candidates, draw

    try:
        return draw(wish.view, report, wish.focus, wish.depth)
    except ValueError:
        near = hint(wish.focus or "", candidates(wish.view, report), most=12)
        raise Misuse(text("cli.misuse.focus", view=wish.view, id=wish.focus, hint=near)) from None
