"""What laying options out takes: asking the checks, the exact frontier, and the draws."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.generate import write_portfolio
from benchmarks.inside import SETTINGS, opened
from oc_strategy.checking import check
from oc_strategy.options.frontier import frontier
from oc_strategy.options.ground import ground
from oc_strategy.options.layout import searches_of
from oc_strategy.options.uncertainty import DRAWS, sureness

_PARTS = re.compile(r"(?m)^ *part_of:.*\n")
NODES = {30: 125, 200: 800}
"""How many nodes a project has that has about so many outputs to decide on."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Laid:
    """CPU seconds of each step, and how much there was to do; `waited` is the frontier by the clock."""

    outputs: int
    ties: int
    check: float
    ground: float
    frontier: float
    waited: float
    plans: int
    draws: float


def laid_out(folder: Path, outputs: int) -> Laid:
    """Lay out a project of about so many outputs, none of them a part of another, so that all are linked."""
    write_portfolio(folder, 1, NODES[outputs])
    path = folder / "projects" / "p0000" / "project.yaml"
    path.write_text(_PARTS.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    portfolio = opened(folder)
    loaded = portfolio.load(portfolio.folders[0])
    check(loaded, SETTINGS)
    checked, _ = _timed(lambda: check(loaded, SETTINGS))
    asked, laid = _timed(lambda: ground(loaded, SETTINGS, portfolio.criteria))
    started = time.perf_counter()
    searched, found = _timed(lambda: frontier(laid, searches_of(laid)))
    waited = time.perf_counter() - started
    # Once before, as the import of numpy is no part of the draws.
    sureness(laid, found.plans, draws=1)
    drawn, _ = _timed(lambda: sureness(laid, found.plans, draws=DRAWS))
    return Laid(len(laid.outputs), len(laid.ties), checked, asked, searched, waited, len(found.plans), drawn)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.process_time()
    made = work()
    return time.process_time() - started, made
