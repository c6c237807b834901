"""Deadlines of all projects: past and still open ones first, then the nearest."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.tables.cells import shared_cell
from oc_strategy.tables.columns import dated, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.portfolio.part import CATALOG, Due
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Cell, Sheet, Tone

_TONES: dict[str, Tone | None] = {"past": "error", "near": "warning", "far": None}


def deadlines(whole: Whole) -> Sheet:
    """Sheet 6."""
    table = worked_table(
        "deadlines",
        all_dates(whole),
        dated("on", lambda due: due.on),
        worked_out("left", 14, lambda due: shared_cell(due.left, _TONES[due.nearness])),
        worked_out("project", 26, lambda due: _home(whole, due)),
        worked_out("deadline", 28, lambda due: due.what),
        worked_out("subject", 34, lambda due: due.name),
        worked_out("basis", 60, lambda due: due.basis),
        worked_out("subject-id", 22, lambda due: due.subject),
        empty=text("tables.no-deadlines"),
    )
    return sheet(6, "portfolio-deadlines", table)


def all_dates(whole: Whole) -> list[Due]:
    """Every date once: what several projects see in the catalog is one date."""
    every = dict.fromkeys(due for part in whole.parts for due in part.dates)
    return sorted(every, key=lambda due: (*_nearness(due, whole), due.home, due.subject, due.what.of("en")))


def _nearness(due: Due, whole: Whole) -> tuple[bool, int]:
    """What is past stands first; of both the nearest before what is far."""
    left = (due.on.last - whole.today).days
    return left >= 0, abs(left)


def _home(whole: Whole, due: Due) -> Cell:
    return shared_cell(text("changes.catalog")) if due.home == CATALOG else whole.project_cell(due.home)
