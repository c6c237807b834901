"""Monitoring: what is watched outside, how often, what changed, and which decisions it touches."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.steering import Trend
from oc_strategy.report import Report
from oc_strategy.tables.columns import about, fields
from oc_strategy.tables.listing import node_table, sheet
from oc_strategy.tables.sheet import Sheet
from oc_strategy.tables.timing import dates_column


def monitoring(report: Report) -> Sheet:
    """Sheet 14."""
    table = node_table(
        report,
        Trend,
        *fields(report, Trend, "kind", "frequency", "owner", "last_checked"),
        dates_column(report),
        *fields(report, Trend, "change", "affects"),
        *about(report, Trend),
        empty=text("sheets.monitoring.empty"),
    )
    return sheet(14, "monitoring", table)
