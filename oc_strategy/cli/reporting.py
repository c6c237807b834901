"""What the writing commands share: a report for each project, mistakes told, nothing of anybody's overwritten."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.console import BookLang, Misuse, language_of, note, paint_for, with_progress

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.diagrams import NotDrawn
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Confidentiality, Language
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.report import Report


def spoken(lang: BookLang | None) -> Language:
    """The language of messages beside a book in a language or in both."""
    return language_of(None if lang == "both" else lang)


def reports_of(
    portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality, lang: BookLang | None, *, quiet: bool
) -> Iterator[tuple[Path, Report | None]]:
    """The report of each project; None, after its mistakes were told, where a text cannot be read."""
    from oc_strategy.report import report

    for folder in with_progress(portfolio.folders, "build", quiet=quiet, at_least=4):
        loaded = portfolio.load(folder)
        _refuse_unknown_option(loaded.graph.nodes, settings.option, len(portfolio.folders))
        is_wrong = told_mistakes(loaded.mistakes, lang)
        yield folder, None if is_wrong else report(loaded, settings, audience)


def _refuse_unknown_option(known: Iterable[str], option: str | None, projects: int) -> None:
    if option is not None and projects == 1 and option not in set(known):
        raise Misuse(f"there is no option {option}")


def told_mistakes(mistakes: Iterable[Diagnostic], lang: BookLang | None) -> bool:
    """Tell the mistakes of a text on standard error; whether there were any."""
    from oc_strategy.exporters.findings import plain_text

    wrong = list(mistakes)
    if wrong:
        sys.stderr.write(plain_text(wrong, spoken(lang), paint_for(sys.stderr)))
    return bool(wrong)


def told_missing(missing: Iterable[NotDrawn], lang: BookLang | None, *, quiet: bool) -> None:
    """Say once each why a picture is not there."""
    for why in dict.fromkeys(missing):
        note(f"  {why.message.of(spoken(lang))}", quiet=quiet)


def writing(folder: Path, files: dict[str, bytes], *, force: bool) -> list[Path]:
    """Write files into a folder; Misuse where one of them was edited by somebody since."""
    from oc_strategy.exporters.written import EditedSinceError, write_all

    try:
        return write_all(folder, files, force=force)
    except EditedSinceError as edited:
        raise Misuse(
            f"{edited.path} was changed after it was written (or is not ours); move it away, or use --force"
        ) from None
