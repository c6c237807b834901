"""The roadmap: research, filing, disclosure, standards, conformity, business, agreements and deadlines on one axis."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.report import Report
from oc_strategy.views import lanes
from oc_strategy.views.spans import Lane
from oc_strategy.views.view import Span, TimeLane, Timeline

LIMIT = 80
"""More rows than this nobody reads on one page."""
_GROUPS: dict[str, Callable[[Report], Iterator[Lane]]] = {
    "research": lanes.research,
    "filing": lanes.filing,
    "reveal": lanes.reveal,
    "standards": lanes.standards,
    "conformity": lanes.conformity,
    "business": lanes.business,
    "agreements": lanes.agreements,
    "deadlines": lanes.deadlines,
}
"""The groups in the order of the page."""


def roadmap_view(report: Report) -> Timeline:
    """One row for each dated node, in the order in which things begin; a date known to the year stays that wide.

    Where there are more rows than a page bears, each group keeps those nearest to today and sums up the others.
    """
    groups = {name: sorted((lane for lane in make(report) if lane.spans), key=_begin) for name, make in _GROUPS.items()}
    share = _share([len(rows) for rows in groups.values()])
    return Timeline(
        key="roadmap",
        title=text("views.roadmap.title"),
        lanes=tuple(row for name, rows in groups.items() for row in _rows(name, rows, share, report.today)),
        today=report.today,
        audience=report.audience,
        empty=text("views.roadmap.empty"),
    )


def _begin(lane: Lane) -> tuple[date, date, str]:
    return min(s.start.first for s in lane.spans), max(s.end.last for s in lane.spans), lane.id or ""


def _share(counts: list[int]) -> int:
    """How many rows a group may have so that all together stay within the limit."""
    return next((n for n in range(max(counts, default=0), 1, -1) if sum(min(n, c) for c in counts) <= LIMIT), 1)


def _rows(name: str, rows: list[Lane], share: int, today: date) -> Iterator[TimeLane]:
    group = text(f"pictures.lanes.{name}")
    near = sorted(rows, key=lambda lane: (_distance(lane, today), _begin(lane)))
    kept, left = (rows, []) if len(rows) <= share else (sorted(near[: share - 1], key=_begin), near[share - 1 :])
    for lane in kept:
        yield TimeLane(group, lane.label, tuple(lane.spans), lane.id)
    if left:
        yield TimeLane(group, text("pictures.other-rows", count=len(left)), (_sum(left),))


def _distance(lane: Lane, today: date) -> timedelta:
    gaps = (max(span.start.first - today, today - span.end.last, timedelta()) for span in lane.spans)
    return min(gaps, default=timedelta.max)


def _sum(left: list[Lane]) -> Span:
    spans = [span for lane in left for span in lane.spans]
    first = min((span.start for span in spans), key=lambda day: (day.first, day.last))
    last = max((span.end for span in spans), key=lambda day: (day.last, day.first))
    return Span(first, _not_before(first, last), text("pictures.other-spans", count=len(spans)))


def _not_before(first: Date, last: Date) -> Date:
    return last if last.last >= first.first else first
