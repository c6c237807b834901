"""KPI of all projects: how much of the way to each target is done, and whether the last step led there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from oc_strategy.lang import text
from oc_strategy.tables.columns import Shown, dated, numbered, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.portfolio.part import Part, Progress
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Cell, Sheet

_Told = tuple[Part, Progress]


def progress(whole: Whole) -> Sheet:
    """Sheet 11."""
    every = [(part, one) for part in whole.parts for one in part.progress]
    table = worked_table(
        "progress",
        every,
        worked_out("project", 28, lambda told: whole.project_cell(told[0].id)),
        worked_out("indicator", 36, lambda told: told[1].name),
        worked_out("unit", 12, lambda told: told[1].unit),
        numbered("baseline", lambda told: told[1].baseline),
        dated("measured-on", lambda told: told[1].measured_on),
        numbered("measured", lambda told: told[1].measured),
        numbered("target", lambda told: told[1].target),
        dated("target-by", lambda told: Cell(told[1].target_by, "warning" if _is_missed(told, whole) else None)),
        _percent("attained", _attained, bar=(0.0, 1.0)),
        _percent("step", lambda told: Cell(told[1].step), is_trend=True),
        empty=text("sheets.portfolio-progress.empty"),
    )
    return sheet(11, "portfolio-progress", table)


def _attained(told: _Told) -> Cell:
    share = told[1].attained
    return Cell(share, "good" if share is not None and share >= 1 else None)


def _percent(
    key: str, cell: Callable[[_Told], Cell], bar: tuple[float, float] | None = None, *, is_trend: bool = False
) -> Shown[_Told]:
    shown: Shown[_Told] = numbered(key, cell)
    return replace(shown, column=replace(shown.column, kind="percent", bar=bar, is_trend=is_trend, width=12))


def _is_missed(told: _Told, whole: Whole) -> bool:
    by, share = told[1].target_by, told[1].attained
    return by is not None and by.last < whole.today and (share is None or share < 1)
