"""Roadmap: research, filing, reveal, standards, certification and business on one axis, and every date to keep."""

from __future__ import annotations

from oc_strategy.deadlines import Deadline
from oc_strategy.lang import text
from oc_strategy.report import Report
from oc_strategy.tables.charts import quarters_chart
from oc_strategy.tables.columns import Shown, dated, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.sheet import Cell, Gantt, Sheet
from oc_strategy.tables.timing import basis_words, days_words, deadline_words, urgency
from oc_strategy.views.roadmap import roadmap_view


def roadmap(report: Report) -> Sheet:
    """Sheet 15."""
    dates = worked_table("deadlines", report.deadlines, *deadline_columns(report), empty=text("tables.no-deadlines"))
    quarters = quarters_chart((deadline.on for deadline in report.deadlines), report.today)
    axis = Gantt(roadmap_view(report), text("sheets.roadmap.empty"))
    return sheet(15, "roadmap", axis, *([quarters] if quarters else []), dates)


def deadline_columns(report: Report) -> tuple[Shown[Deadline], ...]:
    """The columns of a list of dates to keep."""
    return (
        dated("on", lambda deadline: Cell(deadline.on)),
        worked_out("left", 14, lambda deadline: Cell(days_words(deadline, report.today), urgency(report, deadline))),
        worked_out("deadline", 30, deadline_words),
        worked_out("subject", 50, lambda deadline: Cell(deadline.node.name(), link=deadline.node.id)),
        worked_out("basis", 70, basis_words),
    )
