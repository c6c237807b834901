"""The roadmap: research, filing, disclosure, standards, conformity, business, agreements and deadlines on one axis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.report import Report
from oc_strategy.views import lanes
from oc_strategy.views.selection import day_and_option, named
from oc_strategy.views.spans import Lane
from oc_strategy.views.view import Span, TimeLane, Timeline

LIMIT = 35
"""More lines than this a board does not read on one page; the sheets have every date."""
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

    Where there are more rows than a page bears, each group keeps those nearest to today and sums up the others; those
    that are not selected are summed up, too.
    """
    groups = {name: sorted((lane for lane in make(report) if lane.spans), key=_begin) for name, make in _GROUPS.items()}
    near = {name: sorted(rows, key=lambda lane: _priority(lane, report.today)) for name, rows in groups.items()}
    asked = {name: [lane for lane in rows if report.is_selected(lane.id)] for name, rows in near.items()}
    share = _shares(asked)
    kept = {name: rows[: share[name]] for name, rows in asked.items()}
    lanes_shown = tuple(
        row
        for name, rows in near.items()
        for row in _rows(name, kept[name], [lane for lane in rows if lane not in kept[name]], report)
    )
    return Timeline(
        key="roadmap",
        title=named("roadmap", report),
        lanes=lanes_shown,
        subtitle=day_and_option(report, {span.look for lane in lanes_shown for span in lane.spans}),
        today=report.today,
        audience=report.audience,
        empty=text("views.roadmap.empty"),
    )


def _begin(lane: Lane) -> tuple[date, date, str]:
    return min(s.start.first for s in lane.spans), max(s.end.last for s in lane.spans), lane.id or ""


def _priority(lane: Lane, today: date) -> tuple[int, timedelta, tuple[date, date, str]]:
    return lane.rank, _distance(lane, today), _begin(lane)


def _shares(groups: Mapping[str, list[Lane]]) -> dict[str, int]:
    """How many rows each group keeps: all groups in turn take their next while there is room for it."""
    left = LIMIT - sum(1 for rows in groups.values() if rows)
    taken = dict.fromkeys(groups, 0)
    for at in range(max(map(len, groups.values()), default=0)):
        for name, rows in groups.items():
            if taken[name] == at < len(rows) and rows[at].lines <= left:
                taken[name] += 1
                left -= rows[at].lines
    return taken


def _rows(name: str, kept: list[Lane], left: list[Lane], report: Report) -> Iterator[TimeLane]:
    group = text(f"pictures.lanes.{name}")
    for lane in sorted(kept, key=lambda lane: (lane.rank, _begin(lane))):
        yield TimeLane(group, lane.label, lane.spans, lane.id)
    if left:
        is_far = report.selected is None and not any(lane.rank for lane in left)
        key = "pictures.other-rows" if is_far else "pictures.other-dates"
        yield TimeLane(group, text(key, count=len(left)), (_sum(left),))


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
