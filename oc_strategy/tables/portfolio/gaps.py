"""Gaps of all projects, gravest first, each with what to do and who has taken it on."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.diagnostic import SEVERITIES
from oc_strategy.tables.cells import shared_cell, signed
from oc_strategy.tables.columns import Shown, dated, worked_out
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.portfolio.part import Gap, Part
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Sheet

Told = tuple[Part, Gap]


def gaps(whole: Whole) -> Sheet:
    """Sheet 4; an audience below internal is told no finding at all."""
    if not whole.shows_findings:
        return sheet(4, "portfolio-gaps", sentence(text("sheets.withheld")))
    every = [(part, gap) for part in whole.parts for gap in part.gaps]
    every.sort(key=lambda one: (SEVERITIES.index(one[1].severity), one[1].theme, one[0].id, one[1].fingerprint))
    table = worked_table("gaps", every, *gap_columns(whole), *_handling(), empty=text("sheets.portfolio-gaps.empty"))
    return sheet(4, "portfolio-gaps", table)


def gap_columns(whole: Whole) -> tuple[Shown[Told], ...]:
    """Which project, how grave, about what, and what to do."""
    return (
        worked_out("severity", 12, lambda one: shared_cell(signed("Severity", one[1].severity), one[1].severity)),
        worked_out("project", 24, lambda one: whole.project_cell(one[0].id)),
        worked_out("theme", 18, lambda one: text(f"themes.{one[1].theme}")),
        worked_out("subject", 26, lambda one: one[1].subject),
        worked_out("message", 50, lambda one: one[1].message),
        worked_out("remedy", 40, lambda one: one[1].remedy),
    )


def _handling() -> tuple[Shown[Told], ...]:
    return (
        worked_out("owner", 18, lambda one: one[1].owner),
        dated("on", lambda one: one[1].due),
        worked_out("state", 12, lambda one: one[1].state),
        worked_out("standing", 14, lambda one: one[1].standing),
        worked_out("rule", 24, lambda one: one[1].rule),
        worked_out("subject-id", 22, lambda one: one[1].subject_id),
        worked_out("fingerprint", 20, lambda one: one[1].fingerprint),
    )
