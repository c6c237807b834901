"""`baseline`: note what is found today as known, so that only what is new fails; from then on only take out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from oc_strategy.cli.asking import AsOf, Jobs, LangOption, OptionId, PathOption, Quiet, portfolio_at, settings_for
from oc_strategy.cli.checked import Checked, checked
from oc_strategy.cli.console import Lang, Misuse, language_of, note
from oc_strategy.cli.reporting import told_mistakes

if TYPE_CHECKING:
    from oc_strategy.loading import PlacedDebt
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.yamlediting import Change


def baseline(
    path: PathOption = Path(),
    as_of: AsOf = None,
    option: OptionId = None,
    jobs: Jobs = None,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Note what is found today in `baseline.yaml`, so that `check` fails only on what is new.

    It stands beside `portfolio.yaml`, or beside `project.yaml` where there is no portfolio. Where it is there already,
    findings are only taken out of it: those that are gone or accepted by an exception. To begin anew, delete it.

    Exit status: 0 written or nothing to change, 1 mistakes in the text (nothing is written), 2 it could not be done.
    """
    portfolio = portfolio_at(path)
    if portfolio.baseline is not None:
        # One file for the whole portfolio: noting some of its projects would leave the others out for ever.
        portfolio.folders = portfolio.all_folders
    settings = settings_for(portfolio, as_of, option)
    every = list(checked(portfolio, settings, lang, quiet=quiet, jobs=jobs))
    if told_mistakes(_mistakes(portfolio, every), lang):
        is_ours = any(found.is_not_done for done in every for found in done.findings)
        raise typer.Exit(2 if is_ours else 1)
    for folder, parts in _by_file(portfolio, every).items():
        _renew(folder, parts, portfolio, lang, quiet=quiet)


def _mistakes(portfolio: LoadedPortfolio, every: Iterable[Checked]) -> list[Diagnostic]:
    """What stands in the way: on half a text, findings would be taken out that are only not seen."""
    found = [*portfolio.mistakes, *(found for done in every for found in done.findings)]
    return [diagnostic for diagnostic in found if diagnostic.project is None or diagnostic.is_not_done]


def _by_file(portfolio: LoadedPortfolio, every: Iterable[Checked]) -> dict[Path, list[Checked]]:
    parts: dict[Path, list[Checked]] = defaultdict(list)
    for done in every:
        parts[portfolio.baseline_folder(done.folder)].append(done)
    return parts


def _renew(folder: Path, parts: list[Checked], portfolio: LoadedPortfolio, lang: Lang | None, *, quiet: bool) -> None:
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text
    from oc_strategy.loading import read_baseline
    from oc_strategy.loading.files import BASELINE_FILE

    file = folder / BASELINE_FILE
    unknown = [found for part in parts for found in part.findings if found.is_gap and found.state == "new"]
    values: dict[str, object] = {"path": clean(str(file)), "new": len(unknown)}
    if file.is_file():
        debts = read_baseline(folder)[0] if portfolio.baseline is None else portfolio.baseline
        gone = _shrink(file, debts, parts)
        said = text("cli.baseline-shrunk", gone=gone, count=len(debts) - gone, **values)
    else:
        _begin(file, unknown)
        said = text(f"cli.baseline-{'begun' if unknown else 'none'}", count=len(unknown), **values)
    note(said.of(language_of(lang)), quiet=quiet)


def _begin(file: Path, unknown: list[Diagnostic]) -> None:
    from oc_strategy.exporters.baseline import baseline_text
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.model.debt import known

    if unknown:
        write_atomically(file, baseline_text(map(known, unknown)).encode())


def _shrink(file: Path, debts: Sequence[PlacedDebt], parts: list[Checked]) -> int:
    """Take out what is found no more, and have each finding no graver than it is found; how many were taken out."""
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.lang import text
    from oc_strategy.yamlediting import Drop, edited

    changes = list(_changes(debts, parts))
    if changes:
        made = edited(file.read_bytes(), changes)
        if not isinstance(made, bytes):
            raise Misuse(text("cli.misuse.not-editable", path=file, line=made.spot.line))
        write_atomically(file, made)
    return sum(isinstance(change, Drop) for change in changes)


def _changes(debts: Sequence[PlacedDebt], parts: list[Checked]) -> Iterator[Change]:
    from oc_strategy.excusing import STALE
    from oc_strategy.loading.baseline import FINDINGS
    from oc_strategy.model.debt import key_of
    from oc_strategy.yamlediting import Drop, Put

    found = [diagnostic for part in parts for diagnostic in part.findings]
    stale = {diagnostic.place for diagnostic in found if diagnostic.code == STALE}
    now = {key_of(diagnostic): diagnostic.severity for diagnostic in found if diagnostic.state == "existing"}
    projects = {part.project for part in parts}
    for index, debt in enumerate(debts):
        was = debt.record.severity
        if debt.place in stale or debt.record.project not in projects:
            yield Drop((FINDINGS, index))
        elif now.get(debt.record.key, was) != was:
            yield Put((FINDINGS, index, "severity"), now[debt.record.key])
