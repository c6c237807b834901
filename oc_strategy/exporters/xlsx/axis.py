"""A time axis cut into at most 48 columns: months, quarters, years, or several years each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from oc_strategy.views.view import Timeline

_MOST = 48
_AFTER_TODAY = 24
"""Months by which the axis may be drawn out only to show where today stands."""


@dataclass(frozen=True, slots=True)
class Axis:
    """`months` a column from the month number `first` (year times twelve plus month, from zero) on."""

    months: int
    first: int
    count: int

    def column(self, day: date) -> int:
        """The column of a day, counted from 0; outside the axis below 0 or from `count` on."""
        return (_month(day) - self.first) // self.months

    def starts(self) -> list[tuple[int, int]]:
        """Year and month (1 to 12) in which each column begins."""
        months = range(self.first, self.first + self.count * self.months, self.months)
        return [(month // 12, month % 12 + 1) for month in months]


def axis_of(timeline: Timeline) -> Axis | None:
    """The axis that holds all spans, and today where it is near; None without any span."""
    spans = [span for lane in timeline.lanes for span in lane.spans]
    if not spans:
        return None
    first = min(_month(span.start.first) for span in spans)
    last = max(_month(span.end.last) for span in spans)
    today = _month(timeline.today)
    if first - _AFTER_TODAY <= today <= last + _AFTER_TODAY:
        first, last = min(first, today), max(last, today)
    months = _step(first, last)
    start = first - first % (12 if months >= 12 else 3 if months == 3 else 1)
    return Axis(months, start, (last - start) // months + 1)


def _step(first: int, last: int) -> int:
    for months, whole in ((1, 1), (3, 3), (12, 12)):
        if (last - first + first % whole) // months + 1 <= _MOST:
            return months
    return 12 * math.ceil((last - first + 12) / 12 / _MOST)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
