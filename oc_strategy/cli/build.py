"""`build`: everything for a project or a portfolio into a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.asking import (
    AsOf,
    AudienceOption,
    BookLangOption,
    Force,
    Jobs,
    LayingOption,
    OptionId,
    PathOption,
    Quiet,
    audience_of,
    book_languages,
    laying_for,
    settings_for,
)
from oc_strategy.cli.console import BookLang, note, paint_for, waiting, with_progress
from oc_strategy.cli.gathering import Gathered, SinceOption, is_whole, kept_of, portfolio_book_name, refuse_since
from oc_strategy.cli.reporting import can_be_a_name, refuse_twice, spoken, told_missing, told_mistakes, wrote
from oc_strategy.cli.selecting import AgainstOption, ExcludeOption, SelectOption, selected_at
from oc_strategy.cli.spreading import spread

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.tally import Tally
    from oc_strategy.model.text import Confidentiality, Language
    from oc_strategy.options.shortlist import Laying
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.report import Report
    from oc_strategy.tables.portfolio import Part


def build(
    path: PathOption = Path(),
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.")] = Path("out"),
    audience: AudienceOption = None,
    lang: BookLangOption = None,
    as_of: AsOf = None,
    option: OptionId = None,
    options: LayingOption = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    against: AgainstOption = None,
    since: SinceOption = None,
    force: Force = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Write everything: workbook, diagrams as SVG and PNG, and findings, one folder a project.

    Beside the folders of a whole portfolio stands the workbook on all its projects together.

    The folder has the project's id; for an audience that is not the usual one it also has the audience's name.

    Exit status: 0 built (whatever the checks found: see `check`), 1 mistakes in the text, 2 it could not be done.
    """
    from oc_strategy.cli.checked import across_projects
    from oc_strategy.lang import text

    portfolio, _ = selected_at(path, select, exclude, against)
    settings = settings_for(portfolio, as_of, option)
    languages, seen_by = book_languages(portfolio, lang), audience_of(portfolio, audience)
    gathered = Gathered(portfolio, settings, seen_by, since)
    is_together = is_whole(portfolio, path)
    refuse_since(since, is_made=is_together)
    has_mistakes, is_refused = told_mistakes(portfolio.mistakes, lang), False
    missing: list[NotDrawn] = []
    seen: dict[str, Path] = {}
    across = across_projects(portfolio, settings, seen_by)
    make = partial(_make, settings, seen_by, languages, across, laying_for(portfolio, options))
    every = spread(make, portfolio, jobs, fewest=4, chunk=2)
    label = text("cli.writing")
    for source in with_progress(portfolio.folders, label, spoken(lang), quiet=quiet, at_least=4):
        # Beside the bar of a long run no second sign of life can turn.
        with waiting(label, spoken(lang), quiet=quiet or len(portfolio.folders) > 1):
            made = next(every)
        if told_mistakes(made.mistakes, lang):
            gathered.miss(made.confidentiality)
            has_mistakes = True
            continue
        refuse_twice(made.project_id, source, seen)
        missing += made.undrawn
        folder = output / _folder_name(made.project_id, seen_by, portfolio)
        if wrote(folder, made.files, lang, force=force):
            note(_news(made, folder, lang), quiet=quiet)
        else:
            is_refused = True
        gathered.add(made.kept, f"{folder.name}/{made.book}")
    if is_together:
        target = output / portfolio_book_name(seen_by)
        is_refused |= not gathered.write(target, path, languages, lang, force=force, quiet=quiet)
    is_undrawn = told_missing(missing, lang)
    raise typer.Exit(2 if is_refused or is_undrawn else int(has_mistakes))


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of one project, or the mistakes because of which nothing was; counts are told to some only."""

    project_id: str
    confidentiality: Confidentiality | None
    mistakes: tuple[Diagnostic, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    undrawn: Sequence[NotDrawn] = ()
    counts: Tally | None = None
    book: str = ""
    kept: Part | None = None


def _make(
    settings: Settings, audience: Confidentiality, languages: tuple[Language, ...],
    across: Mapping[str, Sequence[Diagnostic]], laying: Laying | None, portfolio: LoadedPortfolio, folder: Path,
) -> _Made:  # fmt: skip
    import gc

    from oc_strategy.checking import settings_of
    from oc_strategy.cli.made import book_name
    from oc_strategy.model.tally import tally
    from oc_strategy.report import report

    # Collected seldom for speed, what is left of one project would stay to the end of all: half a MiB of each.
    gc.collect(1)
    loaded = portfolio.load(folder)
    # A name that no file can have is refused by whoever asked for it.
    if loaded.mistakes or not can_be_a_name(loaded.project.id):
        return _Made(loaded.project.id, loaded.project.confidentiality, loaded.mistakes)
    made = report(loaded, settings_of(settings, loaded), audience, across.get(loaded.project.id, ()), laying)
    files, undrawn = files_of(made, languages)
    told = tally(made.findings) if made.shows_findings else None
    kept = kept_of(loaded, made)
    return _Made(loaded.project.id, loaded.project.confidentiality, (), files, undrawn, told, book_name(made), kept)


def _folder_name(project_id: str, audience: Confidentiality, portfolio: LoadedPortfolio) -> str:
    """Apart for each audience: what is handed to a partner shall not lie beside what is not."""
    return project_id if audience == audience_of(portfolio, None) else f"{project_id}-{audience}"


def _news(made: _Made, folder: Path, lang: BookLang | None) -> str:
    import sys

    from oc_strategy.exporters.findings.as_text import tally_line
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    language, count = spoken(lang), len(made.files)
    counts = "" if made.counts is None else tally_line(made.counts, language, paint_for(sys.stderr))
    return text("cli.built", folder=clean(str(folder)), count=count, counts=counts).of(language).rstrip()


def files_of(report: Report, languages: tuple[Language, ...]) -> tuple[dict[str, bytes], list[NotDrawn]]:
    """All files of a project by name, and what could not be drawn (then there is DOT text, too)."""
    from oc_strategy.cli.made import book_bytes, book_name, diagram_names, findings_files
    from oc_strategy.tables.book import workbook
    from oc_strategy.views.catalog import overviews

    diagrams = overviews(report)
    drawn, missing = diagram_names(diagrams, languages, ("svg", "png"))
    ready = {
        diagram.key: (diagram, png)
        for name, diagram in diagrams.items()
        if (png := drawn.get(f"{name}.{languages[0]}.png"))
    }
    data, undrawn = book_bytes(workbook(report), languages, ready)
    if missing:
        # Somebody else may have Graphviz: the text that it draws from is handed over instead.
        drawn |= diagram_names(diagrams, languages, ("dot",))[0]
    files = {book_name(report): data, **drawn, **findings_files(report, languages)}
    return files, [*undrawn, *missing]
