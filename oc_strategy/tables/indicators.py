"""KPI and follow-up: indicators against their targets, meetings and remarks, what moved since the last one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Node, Record
from oc_strategy.model.steering import Indicator, Measurement
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import node_cell
from oc_strategy.tables.charts import way_chart
from oc_strategy.tables.columns import Shown, about, dated, fields, numbered, worked_out
from oc_strategy.tables.listing import node_table, project_records, record_table, sheet, worked_table
from oc_strategy.tables.shapes import label_of
from oc_strategy.tables.sheet import Cell, Sheet, Table

_AHEAD: Final = frozenset({
    "target", "due", "target_by", "until", "next_review", "review_by", "timestamp_until", "expires",
    "expected_until", "revenue_until", "fees_paid_until", "as_of",
})  # fmt: skip
"""Fields whose date is a plan, an end or a limit, not an event."""
_MOST_CHARTS: Final = 6
_Event = tuple[Date, Node, Text]


def indicators(report: Report) -> Sheet:
    """Sheet 17."""
    attained: Shown[Indicator] = worked_out("attained", 10, _attained)
    table = node_table(
        report,
        Indicator,
        *fields(report, Indicator, "unit", "of", "baseline"),
        dated("measured-on", lambda indicator: Cell(last.on) if (last := latest(indicator)) else Cell()),
        numbered("measured", lambda indicator: Cell(last.value) if (last := latest(indicator)) else Cell()),
        *fields(report, Indicator, "target", "target_by"),
        replace(attained, column=replace(attained.column, kind="percent", bar=(0.0, 1.0))),
        *about(report, Indicator),
        empty=text("sheets.indicators.empty"),
    )
    measured = record_table(report, Indicator, "actuals", *Measurement.model_fields)
    reviews = project_records(report, "reviews", "on", "meeting", "remarks")
    ways = [chart for one in report.graph.of(Indicator) if (chart := way_chart(one))][:_MOST_CHARTS]
    return sheet(17, "indicators", table, *ways, measured, reviews, _since_review(report))


def latest(indicator: Indicator) -> Measurement | None:
    """The last measurement; None if nothing was measured."""
    return max(indicator.actuals, key=lambda actual: actual.on.last, default=None)


def _attained(indicator: Indicator) -> Cell:
    last = latest(indicator)
    share = share_of_way(indicator, last.value) if last else None
    return Cell(share, "good" if share is not None and share >= 1 else None)


def share_of_way(indicator: Indicator, value: float) -> float | None:
    """How much of the way from the baseline (0 if none) to the target a value has come; None where there is no way."""
    start = indicator.baseline or 0.0
    if indicator.target is None or indicator.target == start:
        return None
    return round((value - start) / (indicator.target - start), 3)


def _since_review(report: Report) -> Table:
    """What happened after the last follow-up meeting and up to today."""
    return worked_table(
        "since-review",
        sorted(_events(report), key=lambda event: (event[0].last, event[1].id, event[2].of("en"))),
        dated("happened", lambda event: Cell(event[0])),
        worked_out("subject", 30, lambda event: node_cell(event[1])),
        worked_out("event", 24, lambda event: event[2]),
        empty=text("tables.nothing-since"),
    )


def _events(report: Report) -> Iterator[_Event]:
    held = [review.on for review in report.project.reviews if review.on.last <= report.today]
    last = max(held, key=lambda day: day.last, default=None)
    if last is None:
        return
    for node in report.graph.nodes.values():
        for day, label in _dates(type(node), node) if node.id in report.own else ():
            if last.certainly_before(day) and day.last <= report.today:
                yield day, node, label


def _dates(kind: type[Node], record: Record) -> Iterator[tuple[Date, Text]]:
    """Each dated event in a node and in the records of its lists."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        if isinstance(value, Date) and field not in _AHEAD:
            yield value, label_of(kind, type(record), field)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Record):
                    yield from _dates(kind, item)
