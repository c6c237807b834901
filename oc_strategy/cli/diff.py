"""`diff`: what a change did to the strategy, not to the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceOption,
    BookLangOption,
    Force,
    Level,
    PathOption,
    Quiet,
    audience_of,
    book_languages,
    portfolio_at,
)
from oc_strategy.cli.console import Misuse, paint_for, say, say_data
from oc_strategy.cli.reporting import spoken, told_missing, told_written, wrote
from oc_strategy.cli.selecting import ExcludeOption, SelectOption

if TYPE_CHECKING:
    from oc_strategy.cli.console import BookLang
    from oc_strategy.comparing import Changes
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.model.text import Language

Form = Literal["text", "json", "markdown"]
ExitOn = Literal["worse", "changes", "never"]
_SHAPES = {".json": "json", ".md": "markdown", ".txt": "text", ".xlsx": "xlsx"}
_PICTURES = {".svg": "svg", ".png": "png", ".pdf": "pdf", ".gv": "dot", ".dot": "dot", ".mmd": "mermaid"}


def diff(
    span: Annotated[
        str,
        typer.Argument(
            metavar="A..B",
            help="Two git revisions; A.. or A compares with the files as they are now. Or a folder to compare with.",
        ),
    ],
    path: PathOption = Path(),
    output_format: Annotated[Form, typer.Option("--format", help="Shape of the result on the screen.")] = "text",
    outputs: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file, whose suffix says what it is: .txt, .json, .md, .xlsx (follow-up sheets), .svg, .png, .pdf, "
            ".gv, .mmd (overlay); may be given several times.",
        ),
    ] = None,
    exit_on: Annotated[
        ExitOn,
        typer.Option("--exit-on", help="Exit 1 where findings got worse, where anything differs, or never for that."),
    ] = "never",
    fail_on: Annotated[
        Level, typer.Option("--fail-on", help="Findings count as worse from this severity on.")
    ] = "error",
    audience: AudienceOption = None,
    across: Annotated[
        bool, typer.Option("--across", help="What is at odds between projects, too; all of them are read.")
    ] = False,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Compare two states: what moved between open and closed, which findings came and went, what else differs.

    Both are checked from the same day by the same rules, so that only the texts make a difference.

    Exit status: 0 compared, 1 mistakes in the later text, or what --exit-on names, 2 it could not be done.
    """
    from oc_strategy.cli.between import compared, selected

    _refuse_unknown(outputs or [])
    portfolio = portfolio_at(path)
    languages = book_languages(portfolio, lang)
    every, has_mistakes = compared(span, path, as_of, audience_of(portfolio, audience), lang, across=across)
    found = selected(every, path, select, exclude)
    if not outputs:
        _say(found, output_format, spoken(lang))
    is_undone = False
    for output in outputs or []:
        is_undone |= not _written(found, output, languages, lang, force=force, quiet=quiet)
    raise typer.Exit(2 if is_undone else int(has_mistakes or _is_bad(found, exit_on, fail_on)))


def _refuse_unknown(outputs: list[Path]) -> None:
    from oc_strategy.lang import text

    for output in outputs:
        if output.suffix not in {*_SHAPES, *_PICTURES}:
            raise Misuse(text("cli.misuse.suffix", path=output, known=", ".join([*_SHAPES, *_PICTURES])))


def _is_bad(found: Changes, exit_on: ExitOn, fail_on: Level) -> bool:
    if exit_on == "changes":
        return not found.is_empty
    return exit_on == "worse" and fail_on != "never" and found.is_worse_at(fail_on)


def _say(found: Changes, form: Form, language: Language) -> None:
    import sys

    from oc_strategy.exporters.changes import changes_json, changes_markdown, changes_text

    if form == "json":
        say_data(changes_json(found))
    elif form == "markdown":
        say_data(changes_markdown(found, language))
    else:
        say(changes_text(found, language, paint_for(sys.stdout)))


def _written(
    found: Changes, output: Path, languages: tuple[Language, ...], lang: BookLang | None, *, force: bool, quiet: bool
) -> bool:
    """Write one file; whether all of it is there."""
    data, missing = _bytes(found, output.suffix, languages)
    is_missing = told_missing(missing, lang)
    written = wrote(output.parent, {output.name: data}, lang, force=force) if data else []
    told_written(written, lang, quiet=quiet)
    return bool(written) and not is_missing


def _bytes(found: Changes, suffix: str, languages: tuple[Language, ...]) -> tuple[bytes, list[NotDrawn]]:
    from oc_strategy.cli.made import book_bytes, diagram_names
    from oc_strategy.exporters.changes import changes_json, changes_markdown, changes_text
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.tables.follow_up import follow_up
    from oc_strategy.views.changes import changes_view

    if suffix == ".xlsx":
        return book_bytes(follow_up(found), languages)
    if suffix == ".json":
        return changes_json(found).encode(), []
    if suffix == ".md":
        return changes_markdown(found, languages[0]).encode(), []
    if suffix == ".txt":
        return changes_text(found, languages[0], Paint(False)).encode(), []
    files, missing = diagram_names({"changes": changes_view(found)}, languages[:1], (_PICTURES[suffix],))  # type: ignore[arg-type]
    return next(iter(files.values()), b""), missing
