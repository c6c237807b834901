"""The baseline beside a portfolio's or a project's own file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from oc_strategy.loading.files import BASELINE_FILE, Source, read_file
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.records import Placed, placed_records
from oc_strategy.model.debt import KnownFinding
from oc_strategy.model.diagnostic import Diagnostic

FINDINGS: Final = "findings"
"""The one key of the file."""

PlacedDebt = Placed[KnownFinding]


def read_baseline(folder: Path) -> tuple[tuple[PlacedDebt, ...], list[Diagnostic]]:
    """The findings in the baseline of a folder, and the mistakes in it; none where there is no such file."""
    path = folder / BASELINE_FILE
    if not path.is_file():
        return (), []
    tree, mistakes = read_file(path, folder)
    placed: list[PlacedDebt] = []
    if tree is not None:
        source = Source(path.as_posix(), tree)
        mistakes += [_unknown(source, key) for key in tree if key != FINDINGS]
        if FINDINGS in tree:
            placed, wrong = placed_records(KnownFinding, source, FINDINGS)
            mistakes += wrong
    return tuple(placed), mistakes


def _unknown(source: Source, key: str) -> Diagnostic:
    guess = closest(key, [FINDINGS])
    return mistake("unknown-key", source.file, source.tree.key_spot(key), guess, key=key, section=BASELINE_FILE)
