"""`deadlines`: every date to keep, as a table, as data, or for a calendar."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import AsOf, AudienceOption, Jobs, LangOption, PathsOption, Quiet, audience_of, day
from oc_strategy.cli.console import Lang, Misuse, language_of, paint_for
from oc_strategy.cli.selecting import ExcludeOption, SelectOption, scope_of, selected_at

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.deadlines import Entry
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Confidentiality
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.selecting import Selection

Form = Literal["text", "json", "ical"]
_BY_SUFFIX: dict[str, Form] = {".ics": "ical", ".json": "json"}


def deadlines(
    paths: PathsOption = None,
    within: Annotated[int | None, typer.Option("--within", min=0, metavar="DAYS", help="Only the next days.")] = None,
    past: Annotated[bool, typer.Option("--past", help="Only what is past and still open.")] = False,
    every: Annotated[bool, typer.Option("--all", help="What is past, too.")] = False,
    output_format: Annotated[
        Form | None, typer.Option("--format", help="Shape of the result; that of the file's suffix, else text.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of to the screen.")
    ] = None,
    audience: AudienceOption = None,
    select: SelectOption = None,
    exclude: ExcludeOption = None,
    as_of: AsOf = None,
    jobs: Jobs = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """List the dates that projects must keep, with the law, policy or text that each rests on.

    Exit status: 0 listed, 1 mistakes in the text (that project's dates are not listed), 2 it could not be done.
    """
    from oc_strategy.deadlines import merged
    from oc_strategy.lang import text

    if past and (every or within is not None):
        raise Misuse(text("cli.misuse.past"))
    today, has_mistakes = day(as_of), False
    agendas: list[tuple[Entry, ...]] = []
    selected = [selected_at(path, select, exclude, None) for path in paths or [Path()]]
    audiences = [audience_of(portfolio, audience) for portfolio, _ in selected]
    for (portfolio, selection), seen in zip(selected, audiences, strict=True):
        has_mistakes |= _gathered(portfolio, selection, seen, as_of, lang, jobs, agendas)
    found = merged(agendas)
    shown = tuple(entry for entry in found if _is_asked_for(entry, today, past=past, every=every, within=within))
    hidden = 0 if past or every else sum(entry.deadline.days_left(today) < 0 for entry in found)
    form = output_format or _BY_SUFFIX.get(output.suffix if output else "", "text")
    if shown or form != "text" or not has_mistakes:
        _put(shown, form, today, _highest(audiences), output, lang, hidden=hidden, quiet=quiet)
    raise typer.Exit(int(has_mistakes))


def _gathered(
    portfolio: LoadedPortfolio, selection: Selection, seen: Confidentiality, as_of: str | None, lang: Lang | None,
    jobs: int | None, agendas: list[tuple[Entry, ...]],
) -> bool:  # fmt: skip
    """Add the dates of each project; whether there were mistakes in the text."""
    from oc_strategy.cli.asking import settings_for
    from oc_strategy.cli.reporting import told_mistakes
    from oc_strategy.cli.spreading import spread

    settings = settings_for(portfolio, as_of)
    has_mistakes = told_mistakes(portfolio.mistakes, lang)
    for mistakes, entries in spread(partial(_of_one, settings, selection, seen), portfolio, jobs):
        has_mistakes |= told_mistakes(mistakes, lang)
        agendas.append(entries)
    return has_mistakes


def _of_one(
    settings: Settings, selection: Selection, seen: Confidentiality, portfolio: LoadedPortfolio, folder: Path
) -> tuple[tuple[Diagnostic, ...], tuple[Entry, ...]]:
    """The mistakes in one project's text, else its dates."""
    from oc_strategy.deadlines import agenda

    loaded = portfolio.load(folder)
    if loaded.mistakes:
        return loaded.mistakes, ()
    chosen = selection.nodes(scope_of(selection, loaded))
    every = agenda(loaded, settings.facts, settings.today, seen)
    return (), tuple(entry for entry in every if entry.deadline.node.id in chosen)


def _is_asked_for(entry: Entry, today: date, *, past: bool, every: bool, within: int | None) -> bool:
    left = entry.deadline.days_left(today)
    if past or left < 0:
        return left < 0 and (past or every)
    return within is None or left <= within


def _put(
    shown: tuple[Entry, ...], form: Form, today: date, seen: Confidentiality, output: Path | None, lang: Lang | None,
    *, hidden: int, quiet: bool,
) -> None:  # fmt: skip
    import sys

    from oc_strategy.cli.putting import put
    from oc_strategy.exporters.agenda import agenda_json, agenda_text, calendar_bytes
    from oc_strategy.exporters.terminal import Paint

    language = language_of(lang)
    if form == "json":
        words = agenda_json(shown, today, seen)
    elif form == "ical":
        words = calendar_bytes(shown, today, seen, language).decode()
    else:
        paint = paint_for(sys.stdout) if output is None else Paint(False)
        words = agenda_text(shown, today, language, paint, more_past=hidden, with_advice=not quiet)
    put(words, output, lang, is_data=form != "text", quiet=quiet)


def _highest(audiences: list[Confidentiality]) -> Confidentiality:
    """The class that a list for several audiences is written for: what each of them was shown is in it."""
    from oc_strategy.model.audience import rank

    return max(audiences, key=rank)
