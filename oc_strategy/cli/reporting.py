"""What the writing commands share: a report for each project, mistakes told, nothing of anybody's overwritten."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.console import BookLang, Misuse, complain, language_of, note, paint_for, with_progress

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Confidentiality, Language
    from oc_strategy.options.shortlist import Laying
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
    from oc_strategy.report import Report

_STALE_SECONDS = 3600


def spoken(lang: BookLang | None) -> Language:
    """The language of messages beside a book in a language or in both."""
    return language_of(None if lang == "both" else lang)


def reports_of(
    portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality, lang: BookLang | None, *, quiet: bool,
    laying: Laying | None = None,
) -> Iterator[tuple[LoadedProject, Report | None]]:  # fmt: skip
    """Each project with its report; None, after its mistakes were told, where a text cannot be read."""
    from oc_strategy.checking import settings_of
    from oc_strategy.cli.checked import across_projects
    from oc_strategy.lang import text
    from oc_strategy.report import report

    across = across_projects(portfolio, settings, audience)
    seen: dict[str, Path] = {}
    for folder in with_progress(portfolio.folders, text("cli.writing"), spoken(lang), quiet=quiet, at_least=4):
        # Collected seldom for speed, what is left of one project would stay to the end of all.
        gc.collect(1)
        loaded = portfolio.load(folder)
        if told_mistakes(loaded.mistakes, lang):
            yield loaded, None
            continue
        refuse_twice(loaded.project.id, folder, seen)
        found = across.get(loaded.project.id, ())
        yield loaded, report(loaded, settings_of(settings, loaded), audience, found, laying)


def refuse_twice(project_id: str, folder: Path, seen: dict[str, Path]) -> None:
    """Misuse for a name that no file or not only this project's files can have."""
    from oc_strategy.lang import text

    if not can_be_a_name(project_id):
        raise Misuse(text("cli.misuse.device", id=project_id))
    first = seen.setdefault(project_id, folder)
    if first != folder:
        raise Misuse(text("cli.misuse.twice", first=first, second=folder, id=project_id))


def can_be_a_name(project_id: str) -> bool:
    """Whether a file may be called like a project; some names are devices on Windows."""
    from oc_strategy.exporters.files import safe_name

    try:
        safe_name(project_id)
    except ValueError:
        return False
    return True


def told_mistakes(mistakes: Iterable[Diagnostic], lang: BookLang | None) -> bool:
    """Tell the mistakes of a text on standard error; whether there were any."""
    from oc_strategy.exporters.findings import plain_text

    wrong = list(mistakes)
    if wrong:
        sys.stderr.write(plain_text(wrong, spoken(lang), paint_for(sys.stderr), with_advice=False))
    return bool(wrong)


def told_missing(missing: Iterable[NotDrawn], lang: BookLang | None) -> bool:
    """Say once each why a picture is not there; whether one is not."""
    reasons = dict.fromkeys(missing)
    for why in reasons:
        complain(why.message.of(spoken(lang)))
    return bool(reasons)


def wrote(folder: Path, files: Mapping[str, bytes], lang: BookLang | None, *, force: bool) -> list[Path]:
    """Write files into a folder; none, after saying so, where one of them was edited by somebody since.

    What a run that was killed left there for more than an hour is swept away.
    """
    from oc_strategy.exporters.files import sweep
    from oc_strategy.exporters.written import EditedSinceError, write_all
    from oc_strategy.lang import text

    sweep(folder, before=time.time() - _STALE_SECONDS)
    try:
        return write_all(folder, files, force=force)
    except EditedSinceError as edited:
        complain(text("cli.misuse.edited", path=edited.path).of(spoken(lang)))
        return []


def told_written(paths: Iterable[Path], lang: BookLang | None, *, quiet: bool) -> None:
    """Name the files that were written."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    for path in paths:
        note(text("cli.written", path=clean(str(path))).of(spoken(lang)), quiet=quiet)
