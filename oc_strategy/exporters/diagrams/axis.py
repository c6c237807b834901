"""Days to places on paper: the range of a time axis, its grid and its labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oc_strategy.views.view import Span, Timeline

CHART = 960.0
"""The width of the time axis in points."""
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LABEL = 34.0
_QUARTER = 13.0


@dataclass(frozen=True, slots=True)
class Axis:
    """The time axis from one 1 January to another (or the last day there is), `left` points from the edge."""

    first: date
    last: date
    left: float

    def at(self, day: date) -> float:
        """The place of a day in points."""
        return self.left + CHART * (day - self.first).days / max((self.last - self.first).days, 1)

    @property
    def years(self) -> list[date]:
        """The first days of the years that get a line and a label, no denser than labels can be read."""
        count = max(self.last.year - self.first.year, 1)
        step = next((step for step in _YEAR_STEPS if CHART * step / count >= _LABEL), _YEAR_STEPS[-1])
        return [date(year, 1, 1) for year in range(self.first.year, self.last.year) if year % step == 0]

    @property
    def quarters(self) -> list[date]:
        """The first days of the other quarters, where there is room for them."""
        years = range(self.first.year, self.last.year + 1)
        days = [date(year, month, 1) for year in years for month in (4, 7, 10)]
        narrow = CHART / max(len(years) * 4, 1) < _QUARTER
        return [] if narrow else [day for day in days if self.first < day < self.last]


def axis_of(timeline: Timeline, left: float) -> Axis:
    """The whole years that hold every span and the day marked as today."""
    spans = [span for lane in timeline.lanes for span in lane.spans]
    days = [timeline.today, *(day for span in spans for day in bounds(span))]
    last = max(days)
    return Axis(date(min(days).year, 1, 1), date.max if last.year == date.max.year else date(last.year + 1, 1, 1), left)


def bounds(span: Span) -> tuple[date, date]:
    """The first and the last day that the span may cover, in order even if it was written the wrong way round."""
    return min(span.start.first, span.end.first), max(span.start.last, span.end.last)


def is_milestone(span: Span) -> bool:
    """Whether it is one date rather than a period."""
    return span.start == span.end
