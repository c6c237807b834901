"""Heat map: how many gaps there are in each project on each theme, each number with the sign of the gravest."""

from __future__ import annotations

from dataclasses import replace

from oc_strategy.lang import text
from oc_strategy.model.tally import Tally
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.tables.columns import Shown, numbered, worked_out
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.portfolio.part import Part
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Cell, Sheet

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "question")


def heat(whole: Whole) -> Sheet:
    """Sheet 3; an audience below internal is told no count at all."""
    if not whole.shows_findings:
        return sheet(3, "portfolio-heat", sentence(text("sheets.withheld")))
    themes = [theme for theme, counts in whole.themes.items() if _sum(counts)]
    most = float(max((_sum(part.total) for part in whole.parts), default=0) or 1)
    total: Shown[Part] = numbered("gaps-in-all", lambda part: _sum(part.total))
    table = worked_table(
        "heat",
        whole.parts,
        worked_out("project", 36, lambda part: whole.project_cell(part.id)),
        replace(total, column=replace(total.column, bar=(0.0, most), width=12)),
        *(_theme(theme) for theme in themes),
        empty=text("sheets.portfolio-projects.empty"),
    )
    return sheet(3, "portfolio-heat", table)


def _theme(theme: str) -> Shown[Part]:
    shown: Shown[Part] = numbered("count", lambda part: _cell(part.themes.get(theme)))
    title: Text = text(f"themes.{theme}")
    return replace(shown, column=replace(shown.column, key=theme, title=title, width=14, kind="signed"))


def _cell(counts: Tally | None) -> Cell:
    gravest = next((severity for severity in _SEVERITIES if counts and getattr(counts, severity)), None)
    return Cell(_sum(counts) if counts else 0, gravest)


def _sum(counts: Tally) -> int:
    return sum(getattr(counts, severity) for severity in _SEVERITIES)
